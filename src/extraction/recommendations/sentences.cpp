// Recommendations in running prose: those whose words say so.
//
//   "In the circumstances, I recommend that the Board should ..."   its own
//   "the last of them was that members should get a paper"      told over
//   refused: "I do not recommend that ...", "as I recommend elsewhere",
//   "the Board should ..." by itself: not each "should" is a recommendation
//
// The item runs from the sentence that recommends over the sentences of the
// same paragraph that go on asking, and over the list that a colon opens.

#include "concord/base/unicode.h"
#include "extraction/recommendations/parts.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

// A line of nothing but quoted words.
bool IsQuotation(const Reading& reading, const Line& line) {
  static const Pattern kQuoted("^[“\"‘][^“\"]+[”\"’]\\W*$");
  return line.kind == BlockKind::kQuotation ||
         (line.kind == BlockKind::kParagraph && line.label.empty() &&
          kQuoted.Search(reading.text(), line.body).has_value());
}

bool GoesOn(std::string_view sentence) {
  static const Pattern kGoesOn(
      "\\b(?:should|must|shall|ought|need(?:s|ed)?|could|can|may|might|would|"
      "will|consider(?:ation)?|alternative|require[ds]?|essential|"
      "necessary|important)\\b");
  return kGoesOn.Matches(sentence);
}

// A short paragraph that opens with its recommendation is all of it.
constexpr std::size_t kShortParagraph = 4;

// Sentences [first, last] of the recommendation that stands at `offset`.
TextSpan SentencesOf(const Reading& reading, const Line& line,
                     std::uint32_t offset) {
  const auto sentences = SentencesIn(reading.text(), line.body);
  std::size_t first = 0;
  while (first + 1 < sentences.size() && sentences[first].end <= offset) {
    ++first;
  }
  std::size_t last = first;
  // Only a long inquiry sets each of its recommendations a paragraph apart.
  constexpr std::size_t kLongReport = 40'000;
  const bool whole = first == 0 && sentences.size() <= kShortParagraph &&
                     reading.text().size() > kLongReport;
  while (last + 1 < sentences.size() &&
         (whole || GoesOn(Slice(reading.text(), sentences[last + 1])))) {
    ++last;
  }
  return {sentences[first].begin, sentences[last].end};
}

// With what the paragraph opens, where the item reaches its end: a list, or the
// words that are quoted behind a colon.
TextSpan Extent(const Reading& reading, std::size_t index,
                std::uint32_t offset) {
  const Line& line = reading.lines[index];
  TextSpan span = SentencesOf(reading, line, offset);
  if (span.end < line.body.end) return span;
  std::size_t end = ItemEnd(reading, index);
  if (end == index + 1 && end < reading.lines.size() &&
      Slice(reading.text(), span).ends_with(':') &&
      IsQuotation(reading, reading.lines[end])) {
    ++end;
  }
  span.end = std::max(span.end, SpanOf(reading, index, end).end);
  return span;
}

// "the Secretary" of "that the Secretary for Works review": the whole name, and
// a name that no word tells as a body's.
void WidenAddressee(std::string_view text, TextSpan asks,
                    Recommendation* item) {
  const TextSpan named = AskedAt(text, asks);
  if (Empty(named) ||
      (!item->addressee.empty() && item->addressee_span.begin != named.begin)) {
    return;
  }
  if (Length(named) <= Length(item->addressee_span)) return;
  item->addressee_span = named;
  item->addressee = Slice(text, named);
}

// "I recommend that" at the front only leads in; what stands before it ("In
// the circumstances, I ...") belongs to what is said.
void SetLeadApart(std::string_view text, TextSpan recommends,
                  Recommendation* item) {
  // "I share that view and recommend that it ...": it stands in the lead.
  static const Pattern kJoined(" and\\b");
  static const Pattern kPointing("^ (?:it|they|this|these)\\b");
  if (recommends.begin != item->span.begin ||
      !Slice(text, recommends).ends_with(" that") ||
      (kJoined.Search(text, recommends) &&
       kPointing.Search(text, {recommends.end, item->span.end}))) {
    return;
  }
  item->lead_in = Slice(text, recommends);
  item->lead_in_span = recommends;
  item->span = Trim(text, {recommends.end, item->span.end});
  item->text = Slice(text, item->span);
}

void SetWhoIsAsked(std::string_view text, TextSpan asks, Recommendation* item) {
  auto asked = AskedByThat(text, asks);
  if (!asked) asked = AskedIn(text, asks);
  if (asked) SetAddressee(text, *asked, item);
}

std::vector<Recommendation> FindFirstPerson(const Reading& reading) {
  static const Pattern kRecommend(
      "(?:\\b(?:I|[Ww]e)(?: also| therefore| further| now| strongly| would| "
      "do| accordingly| consequently)*|\\b(?:I|[Ww]e) (?:entirely |fully |"
      "therefore )?(?:agree|accept|endorse|share|support|do not seek|see no "
      "reason)\\b[^.;:]{0,80}? and(?: therefore| also)?|\\b[Ii]t seems (?:to "
      "me )?(?:\\p{Ll}+ )?(?:sensible|right|appropriate|wise|proper|best|"
      "better) to (?:[^.;:]{0,240}? and to)?|\\bThe "
      "(?:Inquiry|Panel|Inspectorate|"
      "Commission|Review|Scrutiny)(?: also| therefore| further)? )"
      "\\s*recommends?(?:,[^,]{1,60},)?"
      "(?: to [^.:;]{3,60}?| as a [a-z]+ [a-z]+)?,?\\s+"
      "(?:that\\b|the\\b|an?\\b|as\\b|likewise\\b)");
  static const Pattern kBackward(
      "(?:\\b(?:which|that|what|as|than|whether|when|if|not|cannot|never))"
      "\\s*,?\\s*$");
  static const Pattern kNothing("^\\s*:?$|^ you\\b");
  std::vector<Recommendation> found;
  if (reading.kind == DocumentKind::kMinutes ||
      reading.kind == DocumentKind::kAgenda ||
      reading.kind == DocumentKind::kPress) {
    return found;
  }
  const std::string_view text = reading.text();
  for (std::size_t i = 0; i < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    if (!IsProse(line)) continue;
    for (const MatchSpans& match : kRecommend.SearchAll(text, line.body)) {
      const std::uint32_t at = match[0].begin;
      // "I recommend that:" alone only leads into what follows, and "we
      // recommend that you ..." is advice to the reader.
      if (kNothing.Search(text, {match[0].end, line.body.end})) continue;
      if (kBackward.Search(text, {line.body.begin, at}) ||
          InQuotation(text, line.body, at)) {
        continue;
      }
      TextSpan extent = Extent(reading, i, at);
      // "One thing more: I recommend that ...": what the colon brings in.
      static const Pattern kColon(":\\s*$");
      const bool colon = kColon.Search(text, {extent.begin, at}).has_value();
      if (colon) extent.begin = at;
      Recommendation item = RecommendationAt(
          reading, extent, RecommendationKind::kRecommendation);
      const TextSpan asks = Trim(text, {match[0].end, item.span.end});
      SetWhoIsAsked(text, asks, &item);
      WidenAddressee(text, asks, &item);
      if (!colon) SetLeadApart(text, match[0], &item);
      found.push_back(std::move(item));
      break;
    }
  }
  return found;
}

// A committee paper tells what another report recommended.
std::vector<Recommendation> FindReported(const Reading& reading) {
  static const Pattern kReported(
      "(?:\\b([\\p{L}’' ]+?) )?(?:\\brecommended that|\\brecommending that|"
      "\\brecommendations?\\b[^.:;]{0,60}?(?:;|,)? (?:the )?(?:last|first|"
      "chief|main|one)(?: of them)? was that|\\brecommendation was that)\\s+"
      "([^.;]+)");
  // Those who inspect say it in the present: "HM Inspector recommends that".
  static const Pattern kInspects(
      "^()((?:(?i:the|her|his) )?(?:[\\p{Lu}][\\p{L}’'.]* ){0,4}(?:Inspectors?|"
      "Inspectorate|HMIC?|HMICFRS|Inquiry|Ombudsman|Coroner|Audit(?:or)?s?|"
      "Audit Commission|Auditor|Scrutiny(?: Panel)?|Review Team)(?: of "
      "\\p{Lu}\\p{L}+)?) (?:also |further |therefore )*recommends? that\\s+"
      "([^.;]+)");
  std::vector<Recommendation> found;
  if (reading.kind != DocumentKind::kReport) return found;
  const std::string_view text = reading.text();
  for (const Line& line : reading.lines) {
    if (!IsProse(line)) continue;
    auto matches = kReported.SearchAll(text, line.body);
    for (const TextSpan sentence : SentencesIn(text, line.body)) {
      if (auto says = kInspects.Search(text, sentence)) {
        matches.push_back({(*says)[0], (*says)[2], (*says)[3]});
      }
    }
    for (const MatchSpans& match : matches) {
      if (InQuotation(text, line.body, match[2].begin)) continue;
      Recommendation item = RecommendationAt(
          reading, match[2], RecommendationKind::kRecommendation);
      auto asked = AskedIn(text, item.span);
      if (!asked) asked = AskedByThat(text, item.span);
      if (asked) SetAddressee(text, *asked, &item);
      if (const auto by = SubjectBefore(text, match[1], match[1].end)) {
        item.made_by = Slice(text, by->span);
      }
      found.push_back(std::move(item));
    }
  }
  return found;
}

RecommendationRule FirstPersonRule() {
  return {
      "recommendation.first-person",
      0.88,
      {{DocumentKind::kInspection,
        "4.5 The keys matter. In the circumstances, I therefore recommend "
        "that the Board should count them. It should do so yearly. This "
        "was said before.\n",
        "[the Board] In the circumstances, I therefore recommend that the "
        "Board should count them. It should do so yearly."},
       {DocumentKind::kInspection,
        "4.5 I recommend that the Board should publish a report giving:\n\n"
        "(a) the number of keys; and\n\n(b) their holders.\n",
        "[the Board] the Board should publish a report giving: / (a) the "
        "number "
        "of keys; and / (b) their holders."},
       {DocumentKind::kInspection,
        "4.5 I recommend as good practice the simple rule of the Keys Board, "
        "which is:\n\n“Keepers should ask who counts the keys.”\n\n4.6 The "
        "Board wrote it.\n",
        "[] I recommend as good practice the simple rule of the Keys Board, "
        "which is: / “Keepers should ask who counts the keys.”"},
       {DocumentKind::kInspection,
        "4.5 I do not seek to better that list and recommend that it be "
        "used.\n\n4.6 It seems more sensible to keep the old boxes too and to "
        "recommend a count of all.\n",
        "[] I do not seek to better that list and recommend that it be used.\n"
        "[] It seems more sensible to keep the old boxes too and to recommend "
        "a count of all."},
       {DocumentKind::kInspection,
        "4.5 And one thing more: I recommend that the Clerk count them.\n",
        "[the Clerk] I recommend that the Clerk count them."},
       {DocumentKind::kInspection,
        "4.6 I do not recommend that the keys be changed.\n", ""},
       {DocumentKind::kInspection,
        "4.7 The Board should, as I recommend elsewhere, count them.\n", ""},
       {DocumentKind::kInspection,
        "4.8 The Board should have counted its keys.\n", ""},
       {DocumentKind::kInspection,
        "4.9 She wrote: “We recommend that the keys be counted.”\n", ""}},
      &FindFirstPerson};
}

RecommendationRule ReportedRule() {
  return {
      "recommendation.reported",
      0.6,
      {{DocumentKind::kReport,
        "B. Supporting information\n\n1. The Board approved the "
        "recommendations; the last of them was that members should get a "
        "paper every six months. This is the first.\n",
        "[members] members should get a paper every six months"},
       {DocumentKind::kReport,
        "B. Supporting information\n\nHM Inspector recommends that the Board "
        "secures the keys of each store.\n",
        "[the Board] the Board secures the keys of each store"},
       {DocumentKind::kReport,
        "B. Supporting information\n\n1. This report recommends that members "
        "note the keys.\n",
        ""},
       {DocumentKind::kReport,
        "B. Supporting information\n\n1. The review recommended in Lost Keys "
        "that they be counted.\n",
        ""}},
      &FindReported};
}

}  // namespace

const std::vector<RecommendationRule>& SentenceRules() {
  static const std::vector<RecommendationRule> kRules = {FirstPersonRule(),
                                                         ReportedRule()};
  return kRules;
}

}  // namespace concord::extraction
