// Who is asked where an item of a list leaves it to the item before.
//
//   "1. The Clerk should count the keys." / "2. It should also ..."   the Clerk
//   "... / 3. Publish the names of the keepers."                      the Clerk
//   "4. The Force should ..." / "5. They should also train them."     the Force
//   refused: across a heading or a line of prose; "It should be noted that",
//   "They should be counted"; a command behind an item that asks nobody
//
// The owner says how it was come by ("owner.inherited") and is less sure than
// one that is printed: a pronoun may mean a thing, a command anybody. Cost: one
// look at each item and the one before. Tests: further_acts_test.cpp.

#include <algorithm>

#include "concord/base/unicode.h"
#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/parts.h"

namespace concord::extraction {
namespace {

enum class Leaning { kNone, kPronoun, kCommand };

// How the words lean on the one asked before.
Leaning LeaningOf(const Recommendation& item) {
  static const Pattern kPronoun(
      "^(?:That )?(?:It|They|He|She|Both|it|they|he|she|both),? (?:also |then |"
      "therefore |further |in addition )?(?:should|must|shall|ought to|needs? "
      "to|is to|are to|ha(?:s|ve) to)(?: (?:also|then|now|both|each|not|"
      "\\p{Ll}+ly))*,? (?:be (?:asked|invited|required|encouraged|prepared|"
      "ready|able) to\\b|(\\p{Ll}+))");
  static const Pattern kThing(
      "^(?:be|remain|include|cover|contain|seem|appear|follow|suffice)$");
  static const Pattern kToBe("^ to be\\b");  // "It should continue to be"
  if (const auto pronoun = kPronoun.Search(item.text)) {
    const TextSpan verb = (*pronoun)[1];
    const TextSpan rest = {(*pronoun)[0].end,
                           static_cast<std::uint32_t>(item.text.size())};
    const bool thing = kThing.Search(item.text, verb).has_value() ||
                       (!Empty(verb) && kToBe.Search(item.text, rest));
    return thing ? Leaning::kNone : Leaning::kPronoun;
  }
  static const Pattern kOpensWithVerb("^\\p{Lu}\\p{Ll}+ \\S");
  return kOpensWithVerb.Matches(item.text) && Commands(item.text) &&
                 !IsNormative(item.text)
             ? Leaning::kCommand
             : Leaning::kNone;
}

// Nothing but blanks and the item's label stands between the two. The rows of a
// table are each for themselves.
bool StandsNext(const Reading& reading, TextSpan before, TextSpan item) {
  if (item.begin < before.end) return false;
  const auto after = std::partition_point(
      reading.lines.begin(), reading.lines.end(),
      [&](const Line& line) { return line.span.end <= before.end; });
  for (auto line = after; line != reading.lines.end(); ++line) {
    if (line->kind == document::BlockKind::kTableRow) return false;
    if (line->span.end > item.begin) return line->span.begin <= item.begin;
    if (line->span.begin >= before.end) return false;
  }
  return false;
}

// Whom the item means of those asked before: "he" a post or a person, "it" a
// body where there is a choice, "they" and "both" all; a command one alone, or
// those who were asked in one breath.
std::vector<OwnerMention> Meant(const Recommendation& item, Leaning leaning,
                                const Recommendation& before) {
  static const Pattern kHe("^(?:That )?(?i:he|she)\\b");
  static const Pattern kIt("^(?:That )?(?i:it)\\b");
  static const Pattern kBoth("^(?:That )?(?i:both)\\b");
  std::vector<OwnerMention> asked;
  for (const OwnerMention& owner : before.owners) {
    if (owner.role == "addressee") asked.push_back(owner);
  }
  const auto is_one = [](const OwnerMention& owner) {
    return owner.kind == OwnerKind::kPost || owner.kind == OwnerKind::kPerson;
  };
  if (kHe.Matches(item.text) || kIt.Matches(item.text)) {
    const bool he = kHe.Matches(item.text);
    if (he || asked.size() > 1) {
      std::erase_if(asked, [&](const auto& one) { return is_one(one) != he; });
    }
    return asked.size() == 1 ? asked : std::vector<OwnerMention>();
  }
  if (kBoth.Matches(item.text) && asked.size() != 2) asked.clear();
  const bool one_breath =
      std::all_of(asked.begin(), asked.end(), [&](const auto& one) {
        return Contains(before.addressee_span, one.span);
      });
  if (leaning == Leaning::kCommand && !one_breath) asked.clear();
  return asked;
}

// As it was written before, where that names those who are meant and no more.
void SetMeant(std::string_view text, const std::vector<OwnerMention>& meant,
              const Recommendation& before, Recommendation* item) {
  if (Contains(before.addressee_span, meant.front().span)) {
    item->addressee_span = before.addressee_span;
    item->addressee = before.addressee;
  } else {
    SetAddressee(text, {meant.front().span, meant.front().span, {}, 0}, item);
  }
}

}  // namespace

void InheritAddressees(const Reading& reading,
                       std::vector<Recommendation>* items) {
  for (std::size_t i = 1; i < items->size(); ++i) {
    Recommendation& item = (*items)[i];
    const Recommendation& before = (*items)[i - 1];
    if (item.kind != RecommendationKind::kRecommendation ||
        before.kind != item.kind || item.parent != before.parent ||
        item.rule != before.rule || !item.recommenders.empty() ||
        !item.addressee.empty() || before.addressee.empty() ||
        item.label.empty() != before.label.empty()) {
      continue;
    }
    const Leaning leaning = LeaningOf(item);
    if (leaning == Leaning::kNone ||
        !StandsNext(reading, before.span, item.span)) {
      continue;
    }
    const auto meant = Meant(item, leaning, before);
    if (meant.empty()) continue;
    SetMeant(reading.text(), meant, before, &item);
    const bool named = std::any_of(
        item.owners.begin(), item.owners.end(),
        [](const OwnerMention& owner) { return owner.role == "owner"; });
    if (named) continue;
    for (OwnerMention owner : meant) {
      owner.rule = "owner.inherited";
      owner.confidence = leaning == Leaning::kPronoun ? 0.7 : 0.5;
      item.owners.push_back(std::move(owner));
    }
  }
}

}  // namespace concord::extraction
