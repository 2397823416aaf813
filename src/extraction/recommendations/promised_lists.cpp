// Promises in a list: who promises stands once, above it.
//
//   "We will:" / "The Estates Unit undertakes to" over a list of verbs
//   "What we shall do", "Our commitments" as a heading over lines of verbs
//   "What we promise" as a heading over anything
//   "By May the Estates Unit:" over "will count ...", "Undertaking 4: ..."
//   refused: "You will:", "The Clerk will need:", a heading over prose
//
// A list hangs on its lead-in by its labels alone; under a heading nearly every
// line must open with a verb. Cost: one pass. Tests: the examples.

#include "concord/base/unicode.h"
#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/list_items.h"
#include "extraction/recommendations/promises.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

constexpr std::string_view kPromises =
    "(?:will|shall|undertakes? to|promises? to|pledges? to|agrees? to|"
    "intends? to|means? to|plans? to|aims? to|(?:is|are) committed to|"
    "(?:has|have) (?:also )?(?:agreed|undertaken|promised|pledged) to|"
    "commits? (?:itself |ourselves )?to)(?: now| also| therefore| then)?";

// Who promises, by the words before the verb; nothing where nobody does.
std::optional<Agent> PromisedByLead(std::string_view text, TextSpan lead) {
  static const Pattern kVerb("\\b" + std::string(kPromises) + "\\s*[:–—-]?$");
  static const Pattern kWe("^(?:[^.;:]{2,120}, )?(I|[Ww]e)(?: both| all)? $");
  static const Pattern kYou("(?i:\\b(?:you|members|it|this|they)\\s*$)");
  const auto verb = kVerb.Search(text, lead);
  if (!verb) return std::nullopt;
  const TextSpan before = {lead.begin, (*verb)[0].begin};
  if (const auto we = kWe.Search(text, before)) {
    return Agent{(*we)[1], (*we)[1], {}, 0};
  }
  if (kYou.Search(text, before)) return std::nullopt;
  return SubjectBefore(text, lead, (*verb)[0].begin);
}

bool MayPromise(const Reading& reading) {
  return reading.kind == DocumentKind::kReport ||
         reading.kind == DocumentKind::kStrategy ||
         reading.kind == DocumentKind::kOther;
}

std::vector<Recommendation> FindPromisedLists(const Reading& reading) {
  std::vector<Recommendation> found;
  if (!MayPromise(reading)) return found;
  const std::string_view text = reading.text();
  for (std::size_t i = 0; i + 1 < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    if (line.quoted || Empty(line.body) || line.kind == BlockKind::kTableRow) {
      continue;
    }
    const TextSpan lead = SentenceAt(text, line.body, line.body.end - 1);
    const auto who = PromisedByLead(text, lead);
    if (!who) continue;
    std::vector<ListItem> entries = SequenceAfter(reading, i);
    if (entries.empty()) entries = CommandsBelow(reading, i);
    for (const ListItem& entry : entries) {
      Recommendation item =
          ItemUnder(reading, lead, entry, RecommendationKind::kCommitment);
      SetAddressee(text, *who, &item);
      found.push_back(std::move(item));
    }
  }
  return found;
}

// "By May the Witness Unit:" over "will open an office" and "will publish its
// number": the verb of the promise stands in each item.
std::vector<Recommendation> FindListsOfWill(const Reading& reading) {
  static const Pattern kWill("^(?:will|shall|is to|are to) (?:\\p{Ll}+)");
  std::vector<Recommendation> found;
  if (!MayPromise(reading)) return found;
  const std::string_view text = reading.text();
  for (std::size_t i = 0; i + 1 < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    if (line.quoted || !reading.Body(line).ends_with(':')) continue;
    const TextSpan lead = SentenceAt(text, line.body, line.body.end - 1);
    static const Pattern kEnd("^\\s*(?:\\([^()]{2,20}\\))?\\s*:$");
    std::optional<Agent> who;
    for (const TextSpan word : Words(text, lead)) {
      const auto agent = AgentAt(text, {word.begin, lead.end});
      if (agent && kEnd.Search(text, {agent->span.end, lead.end})) {
        who = agent;
        break;
      }
    }
    if (!who || IsMember(Slice(text, who->span))) continue;
    std::vector<Recommendation> items;
    const auto entries = SequenceAfter(reading, i);
    for (const ListItem& entry : entries) {
      if (!kWill.Search(text, SpanOf(reading, entry.begin, entry.end)))
        continue;
      items.push_back(
          ItemUnder(reading, lead, entry, RecommendationKind::kCommitment));
      SetAddressee(text, *who, &items.back());
    }
    if (items.size() < 2 || items.size() < entries.size()) continue;
    for (Recommendation& item : items) found.push_back(std::move(item));
  }
  return found;
}

// "Undertaking 4: The Clerk will answer ...": a promise that carries a number.
std::vector<Recommendation> FindNumberedPromises(const Reading& reading) {
  static const Pattern kLead(
      "^(?i:undertaking|promise|commitment|pledge) (?:[Nn]o\\.? ?)?(\\d{1,3}|"
      "[A-Z])(?:\\s*[:.–—]\\s*|\\s+-\\s+)(\\S.*)$");
  static const Pattern kActs("\\b(?:will|shall|is to|are to)\\b");
  std::vector<Recommendation> found;
  if (!MayPromise(reading)) return found;
  const std::string_view text = reading.text();
  for (std::size_t i = 0; i < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    if (line.kind == BlockKind::kTableRow || line.quoted) continue;
    const auto match = kLead.Search(text, line.span);
    if (!match) continue;
    const TextSpan first = SentenceAt(text, (*match)[2], (*match)[2].begin);
    // "Promise 1: We will listen" is a motto.
    static const Pattern kMotto("^(?:I|[Ww]e) ");
    if ((!kActs.Search(text, first) && !Commands(Slice(text, first))) ||
        (kMotto.Search(text, first) && !HasDue(reading, first))) {
      continue;
    }
    found.push_back(
        RecommendationAt(reading, first, RecommendationKind::kCommitment));
    found.back().label = Slice(text, (*match)[1]);
    if (const auto who = AgentAt(text, first)) {
      SetAddressee(text, *who, &found.back());
    }
  }
  return found;
}

// Lines under "What we shall do" that open with the verb of what is done.
std::vector<Recommendation> FindUnderPromise(const Reading& reading) {
  static const Pattern kHeading(
      "^(?i:(?:\\d+[\\d.]*\\s+)?(?:(?:what|things|steps|action) (?:that "
      ")?(?:we|"
      "the \\p{L}+) (?:will|shall|are going to|is going to|intends? to|mean to|"
      "means to|promise to|plan to)(?: now)? (?:do|take)(?: (?:about "
      "it|next))?|"
      "we (?:will|shall)|what (?:we|i) (?:promise|undertake|pledge|guarantee)|"
      "(?:our |the |new |agreed )*(?:promises|commitments|"
      "pledges|undertakings|actions)))\\s*[:.]?$");
  // Whatever is listed under such a heading is promised, verb or none.
  static const Pattern kPromised(
      "(?i:\\b(?:promises?|pledges?|guarantees?)\\s*[:.]?$)");
  constexpr std::size_t kFewest = 2;
  std::vector<Recommendation> found;
  if (!MayPromise(reading)) return found;
  const std::string_view text = reading.text();
  for (std::size_t i = 0; i + 1 < reading.lines.size(); ++i) {
    if (!IsHeading(reading.lines[i]) ||
        !kHeading.Search(text, reading.lines[i].span)) {
      continue;
    }
    const bool promised =
        kPromised.Search(text, reading.lines[i].span).has_value();
    // In a paper "Actions" may be what others are to do.
    if (reading.kind == DocumentKind::kReport && !promised) continue;
    std::vector<Recommendation> items;
    std::size_t prose = 0;
    const std::size_t end = SectionEnd(reading, i);
    for (std::size_t at = i + 1; at < end;) {
      const Line& line = reading.lines[at];
      const std::size_t stop = std::min(end, ItemEnd(reading, at));
      if (line.kind == BlockKind::kListItem || !line.label.empty()) {
        if (promised || Commands(reading.Body(line))) {
          items.push_back(RecommendationAt(reading, SpanOf(reading, at, stop),
                                           RecommendationKind::kCommitment));
          items.back().label = line.label;
        } else {
          ++prose;
        }
      }
      at = std::max(stop, at + 1);
    }
    if (items.size() < kFewest || items.size() < prose * 3) continue;
    for (Recommendation& item : items) found.push_back(std::move(item));
  }
  return found;
}

RecommendationRule PromisedListsRule() {
  return {
      "commitment.led-list",
      0.8,
      {{DocumentKind::kStrategy,
        "Keys\n\nWe will:\n\n- count the keys; and\n\n- say who has "
        "them.\n\nThe Estates Unit undertakes to\n\n1. change the "
        "locks;\n\n2. tell the Clerk.\n",
        "[We] count the keys; and\n[We] say who has them.\n"
        "1 [The Estates Unit] change the locks;\n"
        "2 [The Estates Unit] tell the Clerk."},
       {DocumentKind::kOther,
        "Keys\n\nYou will:\n\n- count the keys;\n\n- bring them back.\n", ""}},
      &FindPromisedLists};
}

RecommendationRule UnderPromiseRule() {
  return {"commitment.under-heading",
          0.7,
          {{DocumentKind::kStrategy,
            "<h1>Keys</h1><h2>What we shall do</h2><ul><li>Count the keys each "
            "May.</li><li>Change the locks.</li></ul>",
            "[] Count the keys each May.\n[] Change the locks."},
           {DocumentKind::kReport,
            "<h1>Keys</h1><h2>What we promise</h2><ul><li>A key for every door."
            "</li><li>We will count them.</li></ul><h2>Our actions</h2><ul><li>"
            "Count the keys.</li><li>Change the locks.</li></ul>",
            "[] A key for every door.\n[] We will count them."},
           {DocumentKind::kStrategy,
            "<h1>Keys</h1><h2>Actions</h2><ul><li>Count the keys.</li><li>Keys "
            "were lost.</li><li>Nobody knew.</li></ul>",
            ""}},
          &FindUnderPromise};
}

RecommendationRule ListsOfWillRule() {
  return {"commitment.list-of-will",
          0.75,
          {{DocumentKind::kStrategy,
            "Keys\n\nBy the end of May the Estates Unit:\n\n- will count the "
            "keys; and\n\n- will have changed the locks.\n",
            "[the Estates Unit] will count the keys; and\n"
            "[the Estates Unit] will have changed the locks."},
           {DocumentKind::kStrategy,
            "Keys\n\nThe report says of the Estates Unit:\n\n- keys were "
            "lost;\n\n- will count them.\n",
            ""}},
          &FindListsOfWill};
}

RecommendationRule NumberedPromisesRule() {
  return {"commitment.numbered",
          0.8,
          {{DocumentKind::kStrategy,
            "Keys\n\nUndertaking 4: The Clerk will count the keys. They are "
            "old.\n\nPromise 5 - Change the locks.\n",
            "4 [The Clerk] The Clerk will count the keys.\n"
            "5 [] Change the locks."},
           {DocumentKind::kStrategy,
            "Keys\n\nPromise 4: this was kept in May.\n\nPromise 5: We will "
            "listen.\n",
            ""}},
          &FindNumberedPromises};
}

}  // namespace

const std::vector<RecommendationRule>& PromisedListRules() {
  static const std::vector<RecommendationRule> kRules = {
      PromisedListsRule(), UnderPromiseRule(), ListsOfWillRule(),
      NumberedPromisesRule()};
  return kRules;
}

}  // namespace concord::extraction
