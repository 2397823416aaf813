// Promises in a list: who promises stands once, above it.
//
//   "We will:" / "The Estates Unit undertakes to" over a list of verbs
//   "What we shall do", "Our commitments" as a heading over lines of verbs
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
          RecommendationAt(reading, SpanOf(reading, entry.begin, entry.end),
                           RecommendationKind::kCommitment);
      item.label = reading.lines[entry.begin].label;
      item.lead_in = Slice(text, lead);
      item.lead_in_span = lead;
      SetAddressee(text, *who, &item);
      found.push_back(std::move(item));
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
      "we (?:will|shall)|(?:our |the |new |agreed )*(?:promises|commitments|"
      "pledges|undertakings|actions)))\\s*[:.]?$");
  constexpr std::size_t kFewest = 2;
  std::vector<Recommendation> found;
  if (reading.kind != DocumentKind::kStrategy &&
      reading.kind != DocumentKind::kOther) {
    return found;
  }
  const std::string_view text = reading.text();
  for (std::size_t i = 0; i + 1 < reading.lines.size(); ++i) {
    if (!IsHeading(reading.lines[i]) ||
        !kHeading.Search(text, reading.lines[i].span)) {
      continue;
    }
    std::vector<Recommendation> items;
    std::size_t prose = 0;
    const std::size_t end = SectionEnd(reading, i);
    for (std::size_t at = i + 1; at < end;) {
      const Line& line = reading.lines[at];
      const std::size_t stop = std::min(end, ItemEnd(reading, at));
      if (line.kind == BlockKind::kListItem || !line.label.empty()) {
        if (Commands(reading.Body(line))) {
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
           {DocumentKind::kStrategy,
            "<h1>Keys</h1><h2>Actions</h2><ul><li>Count the keys.</li><li>Keys "
            "were lost.</li><li>Nobody knew.</li></ul>",
            ""}},
          &FindUnderPromise};
}

}  // namespace

const std::vector<RecommendationRule>& PromisedListRules() {
  static const std::vector<RecommendationRule> kRules = {PromisedListsRule(),
                                                         UnderPromiseRule()};
  return kRules;
}

}  // namespace concord::extraction
