// What a committee paper asks its own committee to do.
//
// The section headed "A. Recommendation" has many forms: one sentence; a list
// under "That" or "Members are asked to:"; items that lost their "That"; a list
// whose later items borrow the subject of the first. All are read by one walk:
// a lead-in, then items, each with what is nested in it. A number nested in a
// number is a recommendation of its own with the outer one as parent; letters
// and bullets are part of the one they stand under. Tests: the examples.

#include <cstdlib>

#include "concord/base/unicode.h"
#include "extraction/recommendations/parts.h"

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
    if (heads || IsShout(body) || line.kind == BlockKind::kFootnote ||
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
    const std::string prefix = outer.label;
    if (const auto own = DecisionAddressee(text(), lead_)) {
      lead_addressee_ = own;
    }
    for (std::size_t at = begin; at < end;) {
      std::size_t next = at + 1;
      while (next < end && !IsOwnItem(reading_, reading_.lines[next])) ++next;
      const std::string& label = reading_.lines[at].label;
      const bool whole = label.starts_with(prefix + ".");
      Add(SpanOf(reading_, at, next),
          whole || prefix.empty() ? label : prefix + "." + label);
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
    const auto own = DecisionAddressee(text(), item.span);
    if (own) {
      SetAddressee(text(), *own, &item);
    } else if (!OpensWithSubject(item.span)) {
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
};

// "From: ... / To: Cabinet / Subject: ...": papers whose sections have no
// letters, so that what follows their list is not fenced off from it.
bool HasLetterForm(const Reading& reading) {
  static const Pattern kTo("^To:\\s");
  static const Pattern kSubject("^Subject:\\s");
  constexpr std::size_t kTopLines = 24;
  bool to = false;
  bool subject = false;
  for (std::size_t i = 0; i < reading.lines.size() && i < kTopLines; ++i) {
    const TextSpan line = reading.lines[i].span;
    to = to || kTo.Search(reading.text(), line);
    subject = subject || kSubject.Search(reading.text(), line);
  }
  return to && subject;
}

// Headings that say it without the word: "What members are asked to do".
bool IsDecisionHeading(const Reading& reading, const Line& line) {
  static const Pattern kHeading(
      "^(?:(?:[A-Z]|\\d[\\d.]*)\\.?\\s+)?(?i:what (?:the |this )?[a-z-]+ (?:is|"
      "are) (?:asked|recommended|invited|requested)(?: to (?:do|decide|"
      "agree))?|what (?:is|are) (?:the )?[a-z-]+ (?:being )?(?:asked|"
      "recommended|invited|requested) to (?:do|decide|agree)|what (?:i|we|"
      "officers) (?:need|want|ask|advise|recommend|(?:would|should) like)"
      "(?: (?:from|of))?(?: (?:you|members|the [a-z-]+))?(?: to do)?|"
      "recommended actions?|(?:actions?|decisions?|approvals?) "
      "(?:required|requested|sought|"
      "needed|asked for)(?: (?:by|of|from) .{3,40})?|(?:recommended|proposed) "
      "(?:resolutions?|decisions?)|resolutions?(?: sought| "
      "proposed)?|(?:matters? "
      ")?for decision|decisions? for .{3,40}|recommendations? (?:and|to|for) "
      ".{3,40}|(?:the )?members are (?:asked|invited|recommended|requested) "
      "to)\\s*[:.?]?$");
  if (IsRecommendationHeading(reading, line)) return true;
  return IsHeading(line) && kHeading.Search(reading.text(), line.span);
}

// "FISCAL IMPLICATIONS:" after "RECOMMENDATION:".
std::size_t ShoutedEnd(const Reading& reading, std::size_t heading,
                       std::size_t end) {
  static const Pattern kShouted("^[A-Z][A-Z &/,()’'-]{3,60}:$");
  if (!kShouted.Search(reading.text(), reading.lines[heading].span)) return end;
  for (std::size_t at = heading + 1; at < end; ++at) {
    if (kShouted.Search(reading.text(), reading.lines[at].span)) return at;
  }
  return end;
}

// "2. Background" after "1. Recommendations": the next section, though nothing
// marks it as a heading.
std::size_t DecisionsEnd(const Reading& reading, std::size_t heading) {
  const std::size_t end =
      ShoutedEnd(reading, heading, SectionEnd(reading, heading));
  const int number = std::atoi(reading.lines[heading].label.c_str());
  if (number <= 0) return end;
  const std::string next = std::to_string(number + 1);
  for (std::size_t at = heading + 1; at < end; ++at) {
    const Line& line = reading.lines[at];
    const std::string_view body = reading.Body(line);
    if (line.label == next && body.size() < 80 && !body.ends_with('.') &&
        !body.ends_with(';')) {
      return at;
    }
  }
  return end;
}

// Committee papers only: in an inspection the same heading holds the
// inspectors' own recommendations.
std::vector<Recommendation> FindSectionA(const Reading& reading) {
  std::vector<Recommendation> found;
  if (reading.kind != DocumentKind::kReport &&
      reading.kind != DocumentKind::kDigest) {
    return found;
  }
  if (HasLetterForm(reading) && !AskedToRules().front().find(reading).empty()) {
    return found;
  }
  for (std::size_t i = 0; i < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    if (line.kind == BlockKind::kTitle || !IsDecisionHeading(reading, line)) {
      continue;
    }
    const auto offset = static_cast<std::int32_t>(found.size());
    auto items = SectionWalk(reading).Walk(i + 1, DecisionsEnd(reading, i));
    TellOthersApart(reading, &items);
    for (Recommendation& item : items) {
      if (item.parent >= 0) item.parent += offset;
      found.push_back(std::move(item));
    }
  }
  return found;
}

// "Members are asked (1) to settle the reply; and (2) to send it.": a list on
// one line, without a heading over it.
std::vector<Recommendation> FindInlineAsks(const Reading& reading) {
  static const Pattern kAsks(
      "^(?:The )?(?i:members|committee|board|authority|panel|cabinet|council|"
      "sub-committee|forum|executive)(?: [a-z]+)? (?i:is|are) (?i:therefore )?"
      "(?i:asked|invited|recommended|requested|advised)(?: to| that)?\\s*:?\\s*"
      "\\(?(?:1|a|i)[.)]\\s");
  std::vector<Recommendation> found;
  if (reading.kind != DocumentKind::kReport &&
      reading.kind != DocumentKind::kDigest) {
    return found;
  }
  for (std::size_t i = 0; i < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    if (line.quoted || line.kind == BlockKind::kTitle ||
        !kAsks.Search(reading.text(), line.body)) {
      continue;
    }
    auto items = SectionWalk(reading).Walk(i, i + 1);
    if (items.size() < 2) continue;
    for (Recommendation& item : items) found.push_back(std::move(item));
  }
  return found;
}

RecommendationRule InlineAsksRule() {
  return {"decision.inline-list",
          0.9,
          {{DocumentKind::kReport,
            "<h2>Keys</h2><p>Members are asked (1) to settle the count, which "
            "is below; (2) to thank the Clerk; and (3) to send it to the "
            "Board.</p><h3>1 Keys</h3>",
            "1 [Members] to settle the count, which is below;\n"
            "2 [Members] to thank the Clerk; and\n"
            "3 [Members] to send it to the Board."},
           {DocumentKind::kReport,
            "Members are asked (in May) to count the keys.\n", ""}},
          &FindInlineAsks};
}

RecommendationRule SectionARule() {
  return {
      "decision.section-a",
      0.95,
      {{DocumentKind::kReport,
        "A. Recommendation\n\nThat Members note the report.\n\n"
        "B. Supporting information\n\n1. Keys should be counted.\n",
        "[Members] That Members note the report."},
       {DocumentKind::kReport,
        "A. Recommendations\n\nThat the Authority\n\n"
        "  1. Hears the Clerk's account; and\n"
        "  2. Agrees the plan.\n\nB. Supporting information\n",
        "1 [the Authority] Hears the Clerk's account; and\n"
        "2 [the Authority] Agrees the plan."},
       {DocumentKind::kReport,
        "A. Recommendation\n\nMembers are asked:\n\n"
        "  1. to note the cost.\n"
        "  2. the Chair of the Estates Board with the Treasurer, to see the "
        "builder.\n\nB. Supporting information\n",
        "1 [Members] to note the cost.\n"
        "2 [the Chair of the Estates Board] the Chair of the Estates Board "
        "with the Treasurer, to see the builder."},
       {DocumentKind::kReport,
        "A. Recommendation\n\n  1. members note the cost;\n"
        "  2. approve the plan; and\n"
        "  3. the fee be paid.\n\nB. Supporting information\n",
        "1 [members] members note the cost;\n"
        "2 [members] approve the plan; and\n"
        "3 [] the fee be paid."},
       {DocumentKind::kReport,
        "RECOMMENDATIONS\n\nANSWER GIVEN\n\n131.1\nThat Members note the "
        "keys.\n",
        "[Members] That Members note the keys."},
       {DocumentKind::kReport,
        "A. Recommendations\n\nThat 1. Members agree the plan; and 2. invite "
        "the Clerk to report back.\n\nB. Supporting information\n",
        "1 [Members] Members agree the plan; and\n"
        "2 [the Clerk] invite the Clerk to report back."},
       {DocumentKind::kReport,
        "A. Recommendation\n\nThat the report be received.\n\n"
        "(The report was first seen in May.)\n\nB. Supporting information\n",
        "[] That the report be received."},
       {DocumentKind::kReport,
        "TO:\nCouncil\n\nRECOMMENDATION:\nStaff recommends that the Council "
        "receive the report.\n\nFISCAL IMPLICATIONS:\nThere are none for "
        "keys.\n\nBACKGROUND:\nKeys are old.\n",
        "[] Staff recommends that the Council receive the report."},
       {DocumentKind::kReport,
        "A. Recommendations\n\nRecommendation 1 – The Committee to approve "
        "the plan.\n\nRecommendation 2: Other boards to be told what was "
        "found;*\n\n"
        "Decision 3. That the Clerk report.\n\n* By the chair's vote.\n\n"
        "B. Supporting information\n",
        "1 [The Committee] The Committee to approve the plan.\n"
        "2 [] Other boards to be told what was found;\n"
        "3 [the Clerk] That the Clerk report."},
       {DocumentKind::kReport,
        "A. Recommendations\n\nThat Members\n\n"
        "  1. Require a written assurance from each divisional commander;\n"
        "  2. call upon the Treasurer for a list of keys; and\n"
        "  3. Other boards in the region to be told of it.\n\n"
        "B. Supporting information\n",
        "1 [each divisional commander] Require a written assurance from each "
        "divisional commander;\n"
        "2 [the Treasurer] call upon the Treasurer for a list of keys; and\n"
        "3 [Members] Other boards in the region to be told of it."},
       {DocumentKind::kReport,
        "A. Recommendation\n\nMembers note the count, and consider whether "
        "more are required\n\nB. Supporting information\n\n1 Keys.\n",
        "[Members] Members note the count, and consider whether more are "
        "required"},
       {DocumentKind::kReport,
        "<h1>Keys</h1><h2>What I should like the Committee to do</h2><p>5. To "
        "agree: (a) "
        "that the count be closed; and (b) that the locks be tested.</p><h2>"
        "Costs</h2><p>6. None.</p>",
        "a [] that the count be closed; and\n"
        "b [] that the locks be tested."},
       {DocumentKind::kReport,
        "<h1>Keys</h1><h2>WHAT IS THE BOARD BEING ASKED TO "
        "DO?</h2><ul><li>Accept the "
        "count.</li><li>Decline the locks.</li></ul><h2>Costs</h2>",
        "[] Accept the count.\n[] Decline the locks."},
       {DocumentKind::kReport,
        "A. Recommendations\n\n1. The Keys Trust should count its keys.\n\n"
        "2. Every store must have a box.\n\n3. That members note the cost.\n\n"
        "B. Supporting information\n",
        "1 [The Keys Trust] The Keys Trust should count its keys.\n"
        "2 [] Every store must have a box.\n"
        "3 [members] That members note the cost."},
       {DocumentKind::kReport,
        "A. Supporting information\n\n1. Members note what is done.\n", ""},
       {DocumentKind::kInspection,
        "A. Recommendation\n\nThat Members note the report.\n", ""}},
      &FindSectionA};
}

}  // namespace

const std::vector<RecommendationRule>& DecisionRules() {
  static const std::vector<RecommendationRule> kRules = {SectionARule(),
                                                         InlineAsksRule()};
  return kRules;
}

}  // namespace concord::extraction
