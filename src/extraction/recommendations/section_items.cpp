// What stands under a heading that says that something is to be done.
//
//   "Our recommendations"      numbers, letters, bullets or bare paragraphs
//   "What should happen next"  the same, if nearly all of them ask
//   refused: "Progress on recommendations", "Recommendations of the last
//   report", a section of prose in which something is asked in passing
//
//   "To the Trust:" between items 2 and 3 of one list
//
// Items are the section's lines with the label of its first list, or, where it
// has no list, its paragraphs that ask. Cost: one pass over each section.

#include <cstdlib>
#include <iterator>

#include "concord/base/unicode.h"
#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/list_items.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

enum class Strength { kNone, kWeak, kStrong };

// Whether a heading announces what its section asks for. Strong: it says the
// word.
Strength StrengthOf(const Reading& reading, const Line& line) {
  static const Pattern kStrong(
      "(?i:\\brecommend(?:s|ed|ations?)?\\b|^(?:\\d+[\\d.]*\\s+)?(?:areas? for "
      "improvement|causes? (?:of|for) concern)$)");
  static const Pattern kWeak(
      "(?i:\\bwhat (?:should|must|needs? to|ought to|has to|is to|now)\\b|"
      "\\bwhat (?:we|i|the \\p{L}+) (?:propose|ask|want|would like|seek|"
      "suggest|advise|expect|look for)|\\bwhat (?:is|are) (?:needed|asked|"
      "proposed|required)|\\b(?:points|matters|areas|items|agenda|call) for "
      "(?:action|improvement|attention|change)|\\b(?:proposals?|suggestions?|"
      "next steps|way forward|improvements? (?:needed|required|sought)|"
      "actions? (?:needed|required|proposed|sought|points?)|our advice|"
      "things to do|requirements?|changes? (?:needed|required|we seek))\\b|"
      "^(?:\\d+[\\d.]*\\s+)?actions?$)");
  static const Pattern kAbout(
      "(?i:\\b(?:progress|status|update|comply\\w*|compliance|response|"
      "responses|previous|earlier|"
      "past|former|implement\\w+|follow(?:ing)?[ -]?up|tracking|monitoring|"
      "outstanding|made (?:in|by)|arising|since|last|background|were|was|"
      "accepted|rejected|other|comments?|recommendation (?:no\\.? "
      "?)?(?:[A-Z]|\\d+)|recommendations (?:[A-Z]|\\d+)$)\\b|\\?$)");
  if (!IsHeading(line) || Length(line.span) > 110) return Strength::kNone;
  const std::string_view text = reading.text();
  if (kAbout.Search(text, line.span)) return Strength::kNone;
  if (kStrong.Search(text, line.span)) return Strength::kStrong;
  return kWeak.Search(text, line.span) ? Strength::kWeak : Strength::kNone;
}

// "1" and "2", "3.1" and "3.2", "a" and "b", two bullets: labels of one list.
bool SameShape(const Line& one, const Line& other) {
  const auto shape_of = [](const Line& line) {
    std::string shape;
    for (const char c : line.label) {
      const bool digit = c >= '0' && c <= '9';
      const char as = digit ? '9' : c == '.' ? c : 'a';
      if (shape.empty() || shape.back() != as) shape += as;
    }
    return shape;
  };
  return shape_of(one) == shape_of(other) && one.level == other.level;
}

// "To the Trust:" / "1 ..." / "To the force:" / "2 ...": one list, whose
// numbers run on past what stands between them, however deep each was set.
bool RunsOn(const Line& before, const Line& line) {
  const int last = std::atoi(before.label.c_str());
  const bool whole = before.label.find('.') == std::string::npos &&
                     line.label.find('.') == std::string::npos;
  return last > 0 && whole && std::atoi(line.label.c_str()) == last + 1;
}

// The items of the section's list; empty where it has none.
std::vector<ListItem> Listed(const Reading& reading, std::size_t begin,
                             std::size_t end) {
  std::vector<ListItem> items;
  std::size_t first = begin;
  while (first < end && !IsListed(reading.lines[first])) ++first;
  for (std::size_t i = first; i < end;) {
    const Line& line = reading.lines[i];
    if (IsHeading(line)) {
      ++i;  // sub-headings stand between the items
      continue;
    }
    if (line.kind == BlockKind::kFootnote ||
        line.kind == BlockKind::kTableRow ||
        (IsListed(line) && !SameShape(line, reading.lines[first]) &&
         (items.empty() || !RunsOn(reading.lines[items.back().begin], line)))) {
      break;
    }
    const std::size_t stop = std::min(end, ItemEnd(reading, i));
    if (IsListed(line)) items.push_back({i, stop});
    i = stop;
  }
  return items;
}

// "We recommend that ... We also recommend that ... Finally, we recommend":
// each sentence is one.
bool RecommendsOften(std::string_view text, TextSpan paragraph) {
  static const Pattern kRecommends(
      "^(?:\\p{Lu}\\p{L}+, )?(?:I|[Ww]e) (?:\\p{Ll}+ ){0,2}?recommend\\b");
  int often = 0;
  for (const TextSpan sentence : Sentences(text, paragraph)) {
    often += kRecommends.Search(text, sentence).has_value();
  }
  return often > 1;
}

// Paragraphs of a section without a list.
std::vector<ListItem> Bare(const Reading& reading, std::size_t begin,
                           std::size_t end) {
  std::vector<ListItem> items;
  for (std::size_t i = begin; i < end; ++i) {
    const Line& line = reading.lines[i];
    if (line.kind != BlockKind::kParagraph || line.quoted ||
        RecommendsOften(reading.text(), line.body)) {
      continue;
    }
    items.push_back({i, i + 1});
  }
  return items;
}

// Past the words in bold that head an item: "Grades. The number should ...".
void DropCatchword(const Reading& reading, Recommendation* item) {
  static const Pattern kCatchword(
      "^([\\p{Lu}][\\p{L}’', -]{1,40}[.:–]\\s+)[\\p{L}]");
  const auto match = kCatchword.Search(reading.text(), item->span);
  if (!match || Asks(Slice(reading.text(), (*match)[1])) ||
      Commands(Slice(reading.text(), (*match)[1]))) {
    return;
  }
  item->span.begin = (*match)[1].end;
  item->text = Slice(reading.text(), item->span);
}

// "2002/31 The Clerk is recommended to ...": the code of a register, and who is
// asked in the passive.
void ReadCodeAndAsked(const Reading& reading, Recommendation* item) {
  static const Pattern kCode(
      "^((?:[\\p{Lu}]{1,4}[- ]?)?\\d{2,4}[/-]\\d{1,4})[:.]?\\s+[\\p{Lu}]");
  static const Pattern kAsked(
      "^([^.;:]{3,80}?) (?:is|are) (?:therefore |also )?(?:recommended|advised|"
      "asked|urged|invited|requested|called (?:up)?on) to\\b");
  const std::string_view text = reading.text();
  if (const auto code = kCode.Search(text, item->span);
      code && item->label.empty()) {
    item->label = Slice(text, (*code)[1]);
    item->span.begin = (*code)[0].end - 1;
    item->text = Slice(text, item->span);
  }
  const auto asked = kAsked.Search(text, item->span);
  if (asked && item->addressee.empty()) {
    SetAddressee(text, {(*asked)[1], (*asked)[1], OwnerKind::kBody, 0}, item);
  }
}

std::vector<Recommendation> ItemsOf(const Reading& reading,
                                    const std::vector<ListItem>& list) {
  std::vector<Recommendation> items;
  for (const ListItem& entry : list) {
    items.push_back(ItemOf(reading, entry));
    Recommendation& item = items.back();
    DropCatchword(reading, &item);
    ReadCodeAndAsked(reading, &item);
    if (!item.addressee.empty()) continue;
    if (const auto asked = AskedByThat(reading.text(), item.span)) {
      SetAddressee(reading.text(), *asked, &item);
    }
  }
  return items;
}

// How many ask, and whether they read like a list: items of prose must ask in
// their first sentences, nearly all of them.
bool AreRequests(const std::vector<Recommendation>& items, Strength strength) {
  constexpr std::size_t kShort = 400;  // bytes, on average
  std::size_t bytes = 0;
  std::size_t asking = 0;
  std::size_t asking_first = 0;
  for (const Recommendation& item : items) {
    bytes += item.text.size();
    const TextSpan first = SentenceAt(item.text, WholeOf(item.text), 0);
    const bool doer = NamesDoer(item.text);
    asking += doer || IsRequest(item.text);
    asking_first += doer || IsRequest(Slice(item.text, first));
  }
  if (items.empty()) return false;
  if (bytes > kShort * items.size()) {
    return asking_first * 10 >= items.size() * 9;
  }
  return strength == Strength::kStrong ? asking * 2 >= items.size()
                                       : asking * 3 >= items.size() * 2;
}

// "The Board recommends that the Clerk.": a lead-in without its colon.
bool IsBareLead(const Recommendation& item) {
  static const Pattern kLead(
      "\\brecommends? that ((?:the |all )?\\p{Lu}[^.;:,]{2,60})[.:]$");
  static const Pattern kModal("^[^.;:]{3,80} (?:should|must|needs? to):$");
  if (kModal.Matches(item.text)) return true;
  const auto match = kLead.Search(item.text);
  if (!match) return false;
  const auto agents = AgentsAt(item.text, (*match)[1]);
  return !agents.empty() && agents.back().span.end == (*match)[1].end;
}

// "We are not convinced that ...": a conclusion among the recommendations.
bool IsConclusion(const Recommendation& item) {
  static const Pattern kConcludes(
      "^(?:I am|[Ww]e (?:are|were)) (?:not |un)?(?:convinced|pleased|"
      "disappointed|concerned|grateful|persuaded|satisfied|glad)\\b|^(?:I|We) "
      "(?:welcome|conclude|commend|thank|regret|shall|will)\\b");
  static const Pattern kAsks(
      "\\b(?:(?:I|[Ww]e) (?:\\p{Ll}+ ){0,2}?(?:recommend|urge|invite|ask|call|"
      "expect|request|look)|would like)\\b");
  return kConcludes.Matches(item.text) && !IsNormative(item.text) &&
         !kAsks.Matches(item.text);
}

// A line that speaks of recommendations and asks for nothing, or says whose
// they are ("They should not be taken for the Board's"), is a remark on them,
// even where it carries a number of their list.
bool IsRemark(const Recommendation& item) {
  static const Pattern kOfThem("(?i:\\brecommendations?\\b)");
  static const Pattern kWhose(
      "^(?i:(?:all |the |these |those |our )*(?:(?:conclusions?|findings|views)"
      "(?: and/or | and | or |, |/))?recommendations?)\\b[^.;]{0,90}? "
      "(?:reflect|represent|express)(?:s|ed)? ");
  return kWhose.Matches(item.text) ||
         (!IsRequest(item.text) && kOfThem.Matches(item.text));
}

std::vector<Recommendation> ReadSection(const Reading& reading,
                                        std::size_t heading,
                                        Strength strength) {
  const std::size_t end = SectionEnd(reading, heading);
  auto items = ItemsOf(reading, Listed(reading, heading + 1, end));
  const std::size_t fewest = strength == Strength::kStrong ? 1 : 2;
  if (!items.empty()) {
    if (!AreRequests(items, strength)) return {};
    std::erase_if(items, IsRemark);
    std::erase_if(items, IsConclusion);
    if (items.size() < fewest) items.clear();
    return items;
  }
  items = ItemsOf(reading, Bare(reading, heading + 1, end));
  if (!AreRequests(items, Strength::kStrong)) return {};
  // A paragraph of a section without a list asks in its first sentence.
  std::erase_if(items, [](const Recommendation& item) {
    if (IsBareLead(item)) return true;
    const TextSpan first = SentenceAt(item.text, WholeOf(item.text), 0);
    return !IsRequest(Slice(item.text, first));
  });
  if (items.size() < fewest) items.clear();
  return items;
}

// "4.The Clerk should ...": paragraphs whose numbers run on and are not set
// apart from the words, as some pages print them.
std::vector<Recommendation> GluedBelow(const Reading& reading,
                                       std::size_t begin) {
  static const Pattern kGlued("^(\\d{1,3})\\.(\\p{Lu}.*)$");
  std::vector<Recommendation> items;
  int last = 0;
  for (std::size_t i = begin; i < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    const auto match = kGlued.Search(reading.text(), line.span);
    if (!match || line.quoted) continue;
    const std::string label(Slice(reading.text(), (*match)[1]));
    if (std::atoi(label.c_str()) <= last) break;
    last = std::atoi(label.c_str());
    items.push_back(RecommendationAt(reading, (*match)[2],
                                     RecommendationKind::kRecommendation));
    items.back().label = label;
    if (const auto asked = AskedIn(reading.text(), items.back().span)) {
      SetAddressee(reading.text(), *asked, &items.back());
    }
  }
  return items;
}

// A page that is the section of conclusions and recommendations of a longer
// report: its front says so in a line. Of its numbered paragraphs those that
// ask are recommendations, the others conclusions.
std::vector<Recommendation> ReadPageOfBoth(const Reading& reading) {
  static const Pattern kBoth(
      "^(?i:(?:\\d+[\\d.]*\\s+|annex[ :]*|(?:summary|list) of |main |key |our "
      ")*"
      "(?:(?:conclusions?|findings) and recommendations?|recommendations? and "
      "conclusions?))$");
  static const Pattern kExpects(
      "^(?:We|I) (?:also |therefore )?expect to |\\b(?:We|I|we) (?:also |"
      "therefore |would |strongly |fully )*(?:expect|encourage|press|want|"
      "would like|look to|invite|urge|call (?:up)?on) [^.;:]{2,90} to "
      "\\p{Ll}+");
  // "Their main purpose is to advise": says what they are for.
  static const Pattern kPurpose(
      "\\b(?:purpose|aim|objective|role|function|task)s? (?:of [^,.;]{2,60} )?"
      "(?:is|are) to\\b");
  constexpr std::size_t kFront = 12;
  std::vector<Recommendation> found;
  for (std::size_t i = 0; i < reading.lines.size() && i < kFront; ++i) {
    if (!kBoth.Search(reading.text(), reading.lines[i].span)) continue;
    auto items = ItemsOf(reading, Listed(reading, i + 1, reading.lines.size()));
    if (items.empty()) items = GluedBelow(reading, i + 1);
    for (Recommendation& item : items) {
      bool asks = false;
      for (const TextSpan sentence : Sentences(item.text, WholeOf(item.text))) {
        const std::string_view words = Slice(item.text, sentence);
        const bool purpose = kPurpose.Matches(words) && !IsNormative(words);
        asks |= !purpose && !TellsOver(words) &&
                (Asks(words) || kExpects.Matches(words));
      }
      if (asks && !item.label.empty() && !IsConclusion(item)) {
        found.push_back(std::move(item));
      }
    }
    break;
  }
  return found;
}

std::vector<Recommendation> FindSectionItems(const Reading& reading) {
  std::vector<Recommendation> found;
  if (!MakesOwn(reading)) return found;
  found = ReadPageOfBoth(reading);
  if (!found.empty()) return found;
  for (std::size_t i = 0; i + 1 < reading.lines.size(); ++i) {
    const Strength strength = StrengthOf(reading, reading.lines[i]);
    if (strength == Strength::kNone ||
        (strength == Strength::kWeak &&
         reading.kind != DocumentKind::kInspection)) {
      continue;
    }
    for (Recommendation& item : ReadSection(reading, i, strength)) {
      found.push_back(std::move(item));
    }
  }
  return found;
}

constexpr Example kSectionItemsExamples[] = {
    {DocumentKind::kInspection,
     "Keys\n\nThey were lost.\n\nRecommendations\n\n1. The Clerk should "
     "count the keys.\n\n2. All conclusions and recommendations of this "
     "visit reflect what its members think. They should not be taken for "
     "those of the Board.\n",
     "1 [The Clerk] The Clerk should count the keys."},
    {DocumentKind::kInspection,
     "Keys\n\nThey were lost.\n\nWhat we recommend\n\nTo the Board:\n\n1. "
     "Count the keys.\n\n2. Change the locks.\n\nTo the Clerk:\n\n3. Keep "
     "a list.\n",
     "1 [] Count the keys.\n2 [] Change the locks.\n3 [] Keep a list."},
    {DocumentKind::kInspection,
     "<h1>Keys</h1><p>They were lost.</p><h2>Safety recommendations</h2><p>"
     "<b>2002/31</b> The Keys Board is recommended to count them.</p><p>"
     "<b>2002/32</b> Makers of locks are recommended to number each.</p>",
     "2002/31 [The Keys Board] The Keys Board is recommended to count them."
     "\n2002/32 [Makers of locks] Makers of locks are recommended to number "
     "each."},
    {DocumentKind::kInspection,
     "Findings\n\nKeys were lost.\n\nOur recommendations\n\nKeys. The "
     "Clerk should count the keys.\n\nLocks ought to be changed.\n\n"
     "Thanks\n\nWe thank the Clerk.\n",
     "[The Clerk] The Clerk should count the keys.\n"
     "[] Locks ought to be changed."},
    {DocumentKind::kInspection,
     "Findings\n\nKeys were lost.\n\nWhat needs to happen now\n\n"
     "- Count the keys by May.\n\n- The Clerk is to say who has "
     "them.\n\nThanks\n\nWe thank the Clerk.\n",
     "[] Count the keys by May.\n"
     "[The Clerk] The Clerk is to say who has them."},
    {DocumentKind::kInspection,
     "Recommendations\n\n1. Keys should be counted.\n\n2. Locks should "
     "be changed.\n\n3. The Clerk answers the two recommendations "
     "above in May.\n",
     "1 [] Keys should be counted.\n2 [] Locks should be changed."},
    {DocumentKind::kInspection,
     "Conclusions and recommendations\n\nThe store\n\n1. Keys were "
     "lost, and nobody knew whose they were. (Paragraph 4)\n\n2. The "
     "Clerk should count the keys. (Paragraph 6)\n\n3. We expect to "
     "see the figures in May. (Paragraph 7)\n",
     "2 [The Clerk] The Clerk should count the keys. (Paragraph 6)\n"
     "3 [] We expect to see the figures in May. (Paragraph 7)"},
    {DocumentKind::kInspection,
     "Conclusions and recommendations\n\n1. While the keepers’ purpose is to "
     "lend keys, some lend none. (Paragraph 4)\n\n2. The Clerk should count "
     "the keys. (Paragraph 6)\n",
     "2 [The Clerk] The Clerk should count the keys. (Paragraph 6)"},
    {DocumentKind::kInspection,
     "Conclusions and recommendations\n\n1. We are not convinced that "
     "keys are safe unless those who hold them are expected to count "
     "them. (Paragraph 4)\n\n2. The Clerk should count the keys. "
     "(Paragraph 6)\n",
     "2 [The Clerk] The Clerk should count the keys. (Paragraph 6)"},
    {DocumentKind::kOther,
     "<h1>Keys</h1><p>Conclusions and recommendations</p><p>1.Keys "
     "were lost.</p><p>2.The Clerk should count them.</p>",
     "2 [The Clerk] The Clerk should count them."},
    {DocumentKind::kOther,
     "The store\n\nKeys were lost.\n\nAreas for improvement\n\nThe "
     "Clerk should make sure that keys are counted.\n\nOther "
     "matters\n\nThe Clerk should be thanked.\n",
     "[The Clerk] The Clerk should make sure that keys are counted."},
    {DocumentKind::kInspection,
     "Progress on the recommendations\n\n- Keys should be counted.\n\n"
     "- Locks should be changed.\n",
     ""}};

RecommendationRule SectionItemsRule() {
  return {"recommendation.section-items",
          0.85,
          {std::begin(kSectionItemsExamples), std::end(kSectionItemsExamples)},
          &FindSectionItems};
}

}  // namespace

const std::vector<RecommendationRule>& SectionItemRules() {
  static const std::vector<RecommendationRule> kRules = {SectionItemsRule()};
  return kRules;
}

}  // namespace concord::extraction
