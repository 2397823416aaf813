#include "extraction/recommendations/section_walk.h"

#include "concord/base/unicode.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

// A nested item is a recommendation of its own where it is numbered and begins
// as a sentence does; "1. has never served here;" goes on with what it is
// under.
bool IsOwnItem(const Reading& reading, const Line& line) {
  if (line.label.empty() || line.label[0] < '0' || line.label[0] > '9') {
    return false;
  }
  const std::string_view body = reading.Body(line);
  return !body.empty() && (body[0] < 'a' || body[0] > 'z');
}

// A running list goes on after ";", "," or "and": its subject does too.
bool RunsOn(std::string_view text) {
  static const Pattern kRunsOn("(?:[;,:]|\\band)\\W*$");
  return kRunsOn.Matches(text);
}

// "DECISION ADOPTED": a heading or the head of a column, and asks for nothing.
bool IsShout(std::string_view body) {
  static const Pattern kShout("^[\\p{Lu}\\s/&-]{4,60}$");
  static const Pattern kActs("^(?:TO |THAT\\b|NOTE\\b|AGREE\\b|APPROVE\\b)");
  return kShout.Matches(body) && !kActs.Matches(body);
}

class SectionWalk {
 public:
  explicit SectionWalk(const Reading& reading) : reading_(reading) {}

  std::vector<Recommendation> Walk(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end;) {
      at = Take(at, end);
    }
    return std::move(found_);
  }

 private:
  std::string_view text() const { return reading_.text(); }

  // Reads what begins at line `at`; returns the line after it.
  std::size_t Take(std::size_t at, std::size_t end) {
    const Line& line = reading_.lines[at];
    const std::string_view body = reading_.Body(line);
    const bool heads = IsHeading(line) && !NamedMark(line.span);
    // "Response:" and what it says, up to the next "Recommendation 2:".
    if (NamedMark(line.span)) answering_ = false;
    answering_ = answering_ || (!found_.empty() && IsAnswerHead(body));
    if (answering_ || heads || IsShout(body) ||
        line.kind == BlockKind::kFootnote ||
        line.kind == BlockKind::kTableRow || Empty(line.body) ||
        IsBracketedRemark(body)) {
      return at + 1;
    }
    if (IsLeadIn(reading_, at) || IsNumberedLead(at)) {
      SetLead(line);
      return at + 1;
    }
    const bool listed =
        line.kind == BlockKind::kListItem || !line.label.empty();
    if (!listed && !found_.empty() && in_list_ && !Asks(body)) return at + 1;
    in_list_ = listed;
    return TakeItem(at, end);
  }

  static bool IsAnswerHead(std::string_view body) {
    static const Pattern kHead(
        "^(?i:(?:(?:the )?(?:government|management|department(?:al)?|council|"
        "trust|force|agency|officers?)(?:[’']s)? )?(?:response|reply|answer)"
        "(?: to recommendation \\d+)?)\\s*:?$");
    return kHead.Matches(body);
  }

  // "2. It is recommended that:" over (i), (ii): the number is the section's.
  bool IsNumberedLead(std::size_t at) const {
    static const Pattern kLead(
        "^(?i:it is (?:therefore )?recommended|(?:that )?(?:the )?(?:members?|"
        "committee|board|authority|panel|cabinet|council|sub-committee|forum)"
        "(?: (?:is|are) (?:therefore "
        ")?(?:asked|recommended|invited|requested))?"
        ")(?i: that| to)?\\s*:$");
    if (at + 1 >= reading_.lines.size()) return false;
    const Line& line = reading_.lines[at];
    const Line& next = reading_.lines[at + 1];
    return !line.label.empty() && !next.label.empty() &&
           (next.label[0] < '0' || next.label[0] > '9') &&
           kLead.Search(text(), line.body).has_value();
  }

  // A paragraph after the list that asks for something more.
  static bool Asks(std::string_view body) {
    static const Pattern kAsks(
        "^(?:That\\b|(?:The )?[Mm]embers\\b|To [a-z]+\\b|It is recommended)");
    return kAsks.Matches(body);
  }

  void SetLead(const Line& line) {
    lead_ = line.body;
    lead_addressee_ = DecisionAddressee(text(), lead_);
    inherited_.reset();
  }

  // "That the Committee approves:" over "Board rules – Appendix 1;": what the
  // items name is approved, and nobody is asked in them.
  bool LeadHasVerb() const {
    static const Pattern kVerb(
        "\\b(?:notes?|agrees?|approves?|endorses?|receives?|accepts?|adopts?|"
        "ratif(?:y|ies)|confirms?|authori[sz]es?|considers?|supports?)"
        "(?: the following)?\\s*[:–—-]?$");
    return lead_addressee_ && kVerb.Search(text(), lead_).has_value();
  }

  // "the proposed changes to the rules.": names a thing and says nothing of it.
  static bool IsThingAlone(std::string_view words) {
    static const Pattern kSays(
        "(?i:\\b(?:be|is|are|was|were|has|have|should|will|must|may|can)\\b)|"
        "^(?i:that)\\b|[:;]");
    static const Pattern kThing("^(?i:the|an?|its|this|these) \\p{Ll}");
    return kThing.Matches(words) && !kSays.Matches(words);
  }

  std::size_t TakeItem(std::size_t at, std::size_t end) {
    const std::size_t item_end = std::min(end, ItemEnd(reading_, at));
    std::size_t own_end = at + 1;
    while (own_end < item_end &&
           !IsOwnItem(reading_, reading_.lines[own_end])) {
      ++own_end;
    }
    const auto parent = static_cast<std::int32_t>(found_.size());
    if (own_end == item_end && TakeInlineItems(reading_.lines[at])) {
      return item_end;
    }
    Add(SpanOf(reading_, at, own_end), reading_.lines[at].label);
    if (own_end < item_end) TakeNested(parent, at, own_end, item_end);
    return item_end;
  }

  // "1. The Authority note: 1. ... 2. ...": numbers inside numbers.
  void TakeNested(std::int32_t parent, std::size_t owner, std::size_t begin,
                  std::size_t end) {
    const TextSpan outer_lead = lead_;
    const auto outer_addressee = lead_addressee_;
    lead_ = reading_.lines[owner].body;
    const Recommendation& outer = found_[static_cast<std::size_t>(parent)];
    const std::string prefix = outer.label.empty() ? "" : outer.label + ".";
    if (const auto own = DecisionAddressee(text(), lead_)) {
      lead_addressee_ = own;
    }
    for (std::size_t at = begin; at < end;) {
      std::size_t next = at + 1;
      while (next < end && !IsOwnItem(reading_, reading_.lines[next])) ++next;
      const std::string& label = reading_.lines[at].label;
      const bool whole = label.starts_with(prefix);
      Add(SpanOf(reading_, at, next), whole ? label : prefix + label);
      found_.back().parent = parent;
      at = next;
    }
    lead_ = outer_lead;
    lead_addressee_ = outer_addressee;
  }

  // "That 1. Members agree ...; and 2. invites ...", "that the Committee (i)
  // notes ...; and (ii) asks ...": a list on one line.
  bool TakeInlineItems(const Line& line) {
    static const Pattern kNumber("(?:^|\\s)\\(?(\\d)[.)]\\s+");
    static const Pattern kRoman("(?:^|\\s)\\(([ivx]{1,5})\\)\\s+");
    static const Pattern kLetter("(?:^|\\s)\\(([a-h])\\)\\s+");
    return TakeMarked(line, kNumber) || TakeMarked(line, kRoman) ||
           TakeMarked(line, kLetter);
  }

  bool TakeMarked(const Line& line, const Pattern& mark) {
    constexpr std::uint32_t kLongestLead = 90;
    std::vector<MatchSpans> marks;
    for (MatchSpans& match : mark.SearchAll(text(), line.body)) {
      const std::string_view label = Slice(text(), match[1]);
      const int letter = label.size() == 1 ? label[0] - 'a' + 1 : 0;
      const int value = label[0] <= '9'           ? label[0] - '0'
                        : RomanNumeral(label) > 0 ? RomanNumeral(label)
                                                  : letter;
      if (value != static_cast<int>(marks.size()) + 1) return false;
      marks.push_back(std::move(match));
    }
    if (marks.size() < 2 ||
        marks[0][0].begin > line.body.begin + kLongestLead) {
      return false;
    }
    const TextSpan lead = Trim(text(), {line.body.begin, marks[0][0].begin});
    if (!Empty(lead)) {
      lead_ = lead;
      lead_addressee_ = DecisionAddressee(text(), lead_);
    }
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const std::uint32_t stop =
          i + 1 < marks.size() ? marks[i + 1][0].begin : line.body.end;
      Add({marks[i][0].end, stop}, std::string(Slice(text(), marks[i][1])));
    }
    return true;
  }

  // Group 1 is the number of "Recommendation 1 – The Clerk to ...".
  std::optional<MatchSpans> NamedMark(TextSpan span) const {
    static const Pattern kLabel(
        "^(?i:rec(?:ommendation)?|decision|resolution)\\.? (?:[Nn]o\\.? )?"
        "(\\d{1,3}[a-z]?|[A-Z])(?:\\s*[:.–—]\\s*|\\s+-\\s+)\\S");
    return kLabel.Search(text(), span);
  }

  // "Recommendation 1 – The Clerk to ...": the label stands in words. An
  // asterisk behind the words leads to a note.
  void CutMarks(TextSpan* span, std::string* label) const {
    static const Pattern kNote("[\\p{Ll}.;,)]()\\s*[*†‡]+\\s*$");
    if (const auto named = NamedMark(*span)) {
      *label = Slice(text(), (*named)[1]);
      span->begin = (*named)[0].end - 1;
    }
    if (const auto note = kNote.Search(text(), *span)) {
      span->end = (*note)[1].begin;
    }
  }

  void Add(TextSpan span, std::string label) {
    // A number that was set on a line of its own asks for nothing.
    static const Pattern kWords("\\p{L}{2}");
    if (!kWords.Search(text(), span)) return;
    CutMarks(&span, &label);
    Recommendation item =
        RecommendationAt(reading_, span, RecommendationKind::kDecision);
    item.label = std::move(label);
    item.lead_in = Slice(text(), lead_);
    item.lead_in_span = lead_;
    static const Pattern kThat("^(?i:that)\\b");
    const bool object = LeadHasVerb() && !kThat.Matches(item.text);
    const auto own =
        object ? std::nullopt : DecisionAddressee(text(), item.span);
    const bool thing = inherited_ && IsThingAlone(item.text);
    if (own) {
      SetAddressee(text(), *own, &item);
    } else if (object || thing || !OpensWithSubject(item.span)) {
      const auto& from = lead_addressee_ ? lead_addressee_ : inherited_;
      if (from) SetAddressee(text(), *from, &item);
    }
    inherited_.reset();
    if (RunsOn(item.text) && !item.addressee.empty()) {
      inherited_ = Agent{item.addressee_span, item.addressee_span, {}, 0};
    }
    found_.push_back(std::move(item));
  }

  // "money ... be approved", "the report be noted": has a subject of its own,
  // which is nobody that can be asked.
  bool OpensWithSubject(TextSpan span) const {
    static const Pattern kThing(
        "^(?:[Tt]hat )?(?:[Tt]he |[Aa]n? |[Tt]his |[Ii]ts )?[\\p{L} ,’'()-]+ "
        "be [\\p{L}]+(?:ed|en|wn|de|ld|pt|nt|t)\\b");
    static const Pattern kArticle("^(?:[Tt]hat )?(?i:the|a|an|this|any) ");
    return kArticle.Search(text(), span).has_value() ||
           (lead_addressee_ == std::nullopt &&
            kThing.Search(text(), span).has_value());
  }

  const Reading& reading_;
  std::vector<Recommendation> found_;
  TextSpan lead_;
  std::optional<Agent> lead_addressee_;
  std::optional<Agent> inherited_;
  bool in_list_ = false;
  bool answering_ = false;
};

}  // namespace

std::vector<Recommendation> WalkSection(const Reading& reading,
                                        std::size_t begin, std::size_t end) {
  return SectionWalk(reading).Walk(begin, end);
}

}  // namespace concord::extraction
