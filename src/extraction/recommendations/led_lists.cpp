// Lists whose lead-in names the one asked, or says what they ask for.
//
//   "The Clerk should:" over a list of verbs
//   "We recommend that the Board:" / "The panel asks the Trust to:"
//   "To put this right, the Estates Unit needs to:"
//   refused: "Forces should, by May, publish a list that shows:", whose list is
//   a part of one recommendation; "The Clerk should explain:"
//
// Cost: one pass. Tests: the examples.

#include "concord/base/unicode.h"
#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/list_items.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

// Count of an agent that only its capitals tell.
constexpr std::int32_t kUnknown = -1;

// The one asked by a lead-in that ends where its verb should stand.
std::optional<Agent> AskedByLead(std::string_view text, TextSpan lead) {
  static const Pattern kModal(
      "\\b(?:should|must|ought to|needs? to|(?:is|are) (?:to|(?:asked|invited|"
      "urged|requested|recommended|advised|encouraged|required) to))"
      "(?: now| also| therefore)?\\s*[:–—-]?$");
  // "It falls to the Clerk to"
  static const Pattern kFalls(
      "\\b(?:falls to|is (?:now |then )?for|is up to|lies with|rests with) "
      "((?:the|all|each|every|both|\\p{L}).*?) to\\s*[:–—-]?$");
  static const Pattern kObject(
      "\\b(?:recommends?(?: that| to)?|urges?|invites?|asks?|wants?|like|"
      "requests?|encourages?|advises?|expects?|call(?:s)? (?:up)?on|look(?:s)? "
      "to|wish(?:es)?) ((?:the|all|each|every|both|\\p{Lu}).*?)"
      "(?: should| to| must)?\\s*[:–—-]?$");
  if (const auto modal = kModal.Search(text, lead)) {
    return SubjectBefore(text, lead, (*modal)[0].begin);
  }
  auto object = kObject.Search(text, lead);
  if (const auto falls = kFalls.Search(text, lead)) object = falls;
  if (!object) return std::nullopt;
  const auto agents = AgentsAt(text, (*object)[1]);
  if (agents.empty() || agents.back().span.end + 1 < (*object)[1].end) {
    // "recommends DoK:": capitals that no word tells as a body's.
    static const Pattern kShort(
        "^(?:the )?\\p{Lu}[\\p{L}’'-]+(?: (?:of |the "
        ")?\\p{Lu}[\\p{L}’'-]+){0,4}$");
    if (!kShort.Search(text, (*object)[1])) return std::nullopt;
    return Agent{(*object)[1], (*object)[1], {}, kUnknown};
  }
  Agent agent = agents.front();
  agent.span.end = agents.back().span.end;
  return agent;
}

// The line ends in a colon, or breaks off before a list: "The Clerk should".
bool OpensList(const Reading& reading, std::size_t at) {
  static const Pattern kBreaksOff("\\p{L}\\s*[:–—-]?$");
  static const Pattern kFirst("^(?:1|a|A|i|I)$");
  const std::string_view body = reading.Body(reading.lines[at]);
  if (body.ends_with(':')) return true;
  const Line& next = reading.lines[at + 1];
  const bool listed = next.bullet || kFirst.Matches(next.label);
  return listed && kBreaksOff.Matches(body);
}

std::vector<Recommendation> FindLedLists(const Reading& reading) {
  std::vector<Recommendation> found;
  if (!MakesOwn(reading)) return found;
  const std::string_view text = reading.text();
  for (std::size_t i = 0; i + 1 < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    if (line.quoted || IsHeading(line) || Empty(line.body) ||
        !OpensList(reading, i)) {
      continue;
    }
    const TextSpan lead = SentenceAt(text, line.body, line.body.end - 1);
    const auto asked = AskedByLead(text, lead);
    if (!asked) continue;
    // "the body: should be ...; should have ...": parts of one sentence.
    static const Pattern kModal("^(?:should|must|ought|shall|will|has|is)\\b");
    if (kModal.Search(text, reading.lines[i + 1].body)) continue;
    std::vector<ListItem> entries = SequenceAfter(reading, i);
    if (entries.empty()) entries = CommandsBelow(reading, i);
    if (asked->count == kUnknown &&
        (entries.empty() ||
         !Commands(reading.Body(reading.lines[entries[0].begin])))) {
      continue;
    }
    for (const ListItem& entry : entries) {
      Recommendation item =
          ItemUnder(reading, lead, entry, RecommendationKind::kRecommendation);
      SetAddressee(text, *asked, &item);
      found.push_back(std::move(item));
    }
  }
  return found;
}

// A numbered list right under a heading of an inspection, every item of which
// asks in its first sentence.
std::vector<Recommendation> FindListsAlone(const Reading& reading) {
  constexpr std::size_t kFewest = 2;
  std::vector<Recommendation> found;
  if (reading.kind != DocumentKind::kInspection) return found;
  const std::string_view text = reading.text();
  for (std::size_t i = 0; i + 1 < reading.lines.size(); ++i) {
    if (!IsHeading(reading.lines[i]) ||
        reading.lines[i + 1].kind != BlockKind::kListItem ||
        reading.lines[i + 1].quoted) {
      continue;
    }
    const std::vector<ListItem> entries = SequenceAfter(reading, i);
    std::size_t asking = 0;
    for (const ListItem& entry : entries) {
      const Line& line = reading.lines[entry.begin];
      const TextSpan first = SentenceAt(text, line.body, line.body.begin);
      const std::string_view words = Slice(text, first);
      asking += Asks(words) && !TellsOver(words);
    }
    if (entries.size() < kFewest || asking < entries.size()) continue;
    for (const ListItem& entry : entries) {
      found.push_back(ItemOf(reading, entry));
    }
  }
  return found;
}

// "Help people to ...", of a paragraph that is no heading.
bool OpensWithVerb(const Reading& reading, std::size_t at) {
  static const Pattern kFirst("^(\\p{L}+) ");
  const Line& line = reading.lines[at];
  const auto first = kFirst.Search(reading.text(), line.body);
  return line.kind == BlockKind::kParagraph && !line.quoted && first &&
         IsBaseVerb(Slice(reading.text(), (*first)[1]));
}

// "Our recommendations seek to:" over paragraphs or items that each command.
std::vector<Recommendation> FindAims(const Reading& reading) {
  static const Pattern kLead(
      "^(?:[Tt]he |[Oo]ur |[Tt]hese |[Ii]ts )(?:[\\p{L}’']+ ){0,3}?"
      "recommendations (?:seek|aim|are (?:intended|designed|meant)|would|set "
      "out) to\\s*:$");
  constexpr std::size_t kFewest = 2;
  std::vector<Recommendation> found;
  if (!MakesOwn(reading)) return found;
  for (std::size_t i = 0; i + 1 < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    if (line.quoted || !kLead.Search(reading.text(), line.span)) continue;
    std::vector<ListItem> entries = SequenceAfter(reading, i);
    for (std::size_t at = i + 1; entries.empty() || entries.back().end == at;
         ++at) {
      if (at >= reading.lines.size() || !OpensWithVerb(reading, at)) break;
      entries.push_back({at, at + 1});
    }
    if (entries.size() < kFewest) continue;
    for (const ListItem& entry : entries) {
      found.push_back(ItemUnder(reading, line.body, entry,
                                RecommendationKind::kRecommendation));
    }
  }
  return found;
}

RecommendationRule AimsRule() {
  return {
      "recommendation.aims",
      0.75,
      {{DocumentKind::kOther,
        "Keys of the county\n\nKeys were lost in May.\n\nThe report’s "
        "recommendations seek to:\n\nEnsure that keys are counted.\n\n"
        "Improve the locks of each store by changing them.\n\nThe Clerk "
        "answered in June.\n",
        "[] Ensure that keys are counted.\n"
        "[] Improve the locks of each store by changing them."},
       {DocumentKind::kOther,
        "Keys of the county\n\nThe report’s recommendations seek to:\n\nThe "
        "Clerk answered in June.\n",
        ""}},
      &FindAims};
}

RecommendationRule ListsAloneRule() {
  return {"recommendation.list-alone",
          0.75,
          {{DocumentKind::kInspection,
            "<h1>Keys</h1><h2>What comes of it</h2><ol><li>The Clerk should "
            "never lend a key.</li><li>Keys ought to be counted once a year. "
            "It takes a day.</li></ol>",
            "1 [The Clerk] The Clerk should never lend a key.\n"
            "2 [] Keys ought to be counted once a year. It takes a day."},
           {DocumentKind::kInspection,
            "<h1>Keys</h1><h2>What comes of it</h2><ol><li>The Clerk should "
            "never lend a key.</li><li>Keys ought to be counted.</li></ol>"
            "<ol><li>The Clerk should buy a lock.</li><li>Locks ought to "
            "be oiled.</li></ol>",
            "1 [The Clerk] The Clerk should never lend a key.\n"
            "2 [] Keys ought to be counted.\n"
            "1 [The Clerk] The Clerk should buy a lock.\n"
            "2 [] Locks ought to be oiled."},
           {DocumentKind::kInspection,
            "<h1>Keys</h1><h2>What we saw</h2><ol><li>The Clerk should never "
            "lend a key.</li><li>Keys were lent.</li></ol>",
            ""}},
          &FindListsAlone};
}

RecommendationRule LedListsRule() {
  return {"recommendation.led-list",
          0.82,
          {{DocumentKind::kInspection,
            "Keys were lost. The Clerk should:\n\n- count them; and\n\n- say "
            "who has them.\n",
            "[The Clerk] count them; and\n[The Clerk] say who has them."},
           {DocumentKind::kInspection,
            "We recommend that the Estates Unit:\n\n(a) counts keys; and\n\n"
            "(b) changes locks.\n",
            "a [the Estates Unit] counts keys; and\n"
            "b [the Estates Unit] changes locks."},
           {DocumentKind::kOther,
            "We recommend that Marlhaven:\n\n1. Count the keys.\n\n2. Change "
            "the locks.\n\nWe recommend that Marlhaven:\n\n1. is a town.\n",
            "1 [Marlhaven] Count the keys.\n2 [Marlhaven] Change the locks."},
           {DocumentKind::kOther,
            "Keys were lost.\n\nThe Keys Board recommends that the Estates "
            "Unit:\n\nCount the keys.\n\nOnce they are counted, publish the "
            "number.\n\nNobody objected.\n",
            "[the Estates Unit] Count the keys.\n"
            "[the Estates Unit] Once they are counted, publish the number."},
           {DocumentKind::kInspection,
            "<h1>Keys</h1><p>Keys were lost. It falls to the Clerk to</p><ol>"
            "<li>count them;</li><li>say who has them.</li></ol><p>The Clerk "
            "should</p><p>Count them.</p>",
            "1 [the Clerk] count them;\n2 [the Clerk] say who has them."},
           {DocumentKind::kInspection,
            "The Clerk should explain to members:\n\n(a) keys; and\n\n(b) "
            "locks.\n",
            ""}},
          &FindLedLists};
}

}  // namespace

const std::vector<RecommendationRule>& LedListRules() {
  static const std::vector<RecommendationRule> kRules = {
      LedListsRule(), ListsAloneRule(), AimsRule()};
  return kRules;
}

}  // namespace concord::extraction
