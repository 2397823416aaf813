#include "extraction/outcomes/progress.h"

#include <string>

#include "concord/base/unicode.h"
#include "extraction/in_span.h"
#include "extraction/outcomes/named.h"
#include "extraction/outcomes/rules.h"
#include "extraction/rules.h"
#include "extraction/statements/quantity.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

// The quoted recommendations that stand between `from` and `until`, of one
// work: their numbers and its title.
NamedOnes QuotedBetween(const Extraction& extraction, std::uint32_t from,
                        std::uint32_t until) {
  NamedOnes quoted;
  for (const Recommendation& item : extraction.recommendations) {
    const bool here = item.span.begin >= from && item.span.end <= until;
    if (!here || item.kind != RecommendationKind::kRecommendation) continue;
    static const Pattern kNumber("(" + std::string(kNumberList) + ")$");
    const auto number = kNumber.Search(item.label);
    if (item.made_by.empty() || !number) return {};
    if (!quoted.work.empty() && quoted.work != item.made_by) return {};
    quoted.work = item.made_by;
    quoted.numbers += (quoted.numbers.empty() ? "" : ", ") +
                      std::string(Slice(item.label, (*number)[1]));
  }
  return quoted;
}

// As a citation of the same words has it: "A Second Look" of "A Second Look
// (1998)".
std::string TitleOf(const Extraction& extraction, const std::string& printed) {
  for (const Citation& citation : extraction.citations) {
    if (citation.printed == printed && !citation.title.empty()) {
      return citation.title;
    }
  }
  return printed;
}

}  // namespace

StateWords StateOfProgress(std::string_view text, TextSpan words) {
  const StateWords told = StateOfCell(text, words, false);
  if (!Empty(told.span)) return told;
  static const Pattern kOf(
      WithNumbers("(?i)\\b(#N#) (?:[\\p{L}’'-]+ ){0,4}?(?:out )?of (?:the "
                  "|its |our |their )?(#N#)\\b"));
  const auto sentences = Sentences(text, words);
  if (sentences.empty()) return {};
  const auto match = kOf.Search(text, sentences.front());
  if (!match) return {};
  const int done = NumberWord(Slice(text, (*match)[1]));
  const int all = NumberWord(Slice(text, (*match)[2]));
  if (done <= 0 || done >= all) return {};
  return {match->front(), "in progress", "", false};
}

std::vector<StatedOutcome> ProgressBelow(const document::Document& document,
                                         const Extraction& extraction) {
  static const Pattern kLine(
      "^(?:Progress|Position|Status|Update|Action taken|State of play)"
      "(?: (?:so far|to date|at [^–—:-]{4,30}))?(?: ?[–—]| -|:) ");
  std::vector<StatedOutcome> found;
  std::uint32_t from = 0;
  for (const Passage& passage : Passages(document)) {
    const bool headline = passage.kind == BlockKind::kTitle ||
                          passage.kind == BlockKind::kHeading ||
                          passage.kind == BlockKind::kAppendix;
    if (headline) from = passage.span.end;
    if (headline || passage.kind == BlockKind::kTableCell) continue;
    const auto line = kLine.Search(document.text, passage.span);
    if (!line) continue;
    const NamedOnes quoted =
        QuotedBetween(extraction, from, passage.span.begin);
    from = passage.span.end;
    if (quoted.numbers.empty()) continue;
    const TextSpan words{line->front().end, passage.span.end};
    const StateWords state = StateOfProgress(document.text, words);
    StatedOutcome outcome;
    static_cast<Item&>(outcome) = ItemAt(
        passage.span, RuleNamed(OutcomeRules(), "outcome.progress-line"));
    outcome.implementation = state.implementation;
    outcome.printed = std::string(
        Slice(document.text, Empty(state.span) ? words : state.span));
    outcome.recommendation = quoted.numbers;
    outcome.work = TitleOf(extraction, quoted.work);
    outcome.progress = std::string(Slice(document.text, words));
    outcome.quote = std::string(Slice(document.text, passage.span));
    found.push_back(std::move(outcome));
  }
  return found;
}

std::vector<StatedOutcome> ProgressInQuotedRows(
    const document::Document& document, const Extraction& extraction) {
  std::vector<const Recommendation*> rows;
  for (const Recommendation& item : extraction.recommendations) {
    if (item.rule == "recommendation.quoted-row") rows.push_back(&item);
  }
  std::string work;
  for (const StatedCount& count : extraction.counts) {
    const bool theirs = !rows.empty() && !count.work.empty() &&
                        count.span.begin < rows.front()->span.begin &&
                        count.count == static_cast<std::int32_t>(rows.size());
    if (theirs) work = count.work;
  }
  std::vector<StatedOutcome> found;
  if (work.empty()) return found;
  for (const Recommendation* row : rows) {
    const std::int32_t at = document::BlockAt(document, row->span.begin);
    if (at < 0 || row->label.empty()) continue;
    const document::Block& cell = document.blocks[static_cast<std::size_t>(at)];
    const TextSpan words = Trim(document.text, {row->span.end, cell.span.end});
    if (cell.kind != BlockKind::kTableCell || Empty(words)) continue;
    const StateWords answer = StateOfCell(document.text, words, true);
    const StateWords state = StateOfProgress(document.text, words);
    StatedOutcome outcome;
    static_cast<Item&>(outcome) =
        ItemAt(words, RuleNamed(OutcomeRules(), "outcome.quoted-row"));
    outcome.implementation = state.implementation;
    outcome.position = Empty(state.span) ? answer.position : "";
    outcome.printed =
        std::string(Slice(document.text, !Empty(state.span)    ? state.span
                                         : !Empty(answer.span) ? answer.span
                                                               : words));
    outcome.recommendation = row->label;
    outcome.work = work;
    outcome.progress = std::string(Slice(document.text, words));
    outcome.quote = outcome.progress;
    found.push_back(std::move(outcome));
  }
  return found;
}

}  // namespace concord::extraction
