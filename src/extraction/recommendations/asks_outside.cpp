// What stands under "Recommendations" in a paper, and is no decision of its
// committee.
//
//   "The panel recommends that" / "1. the Trust buy a second car"
//   "1. The Trust should buy a second car. 2. Every ward must have a box."
//   "Report of the Doors Working Group" / "1. That the Trust buy a second car"
//   refused: "1. That members note the report", "2. That the Clerk report back"
//   in the paper of an officer: there the committee decides it
//
// The report of a scrutiny panel stands among the papers and is headed as they
// are, but what it asks is asked of others, who may refuse. Cost: one look at
// each item. Tests: the examples of decision.section-a.

#include <algorithm>

#include "concord/base/unicode.h"
#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/parts.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

bool IsPanelLead(std::string_view lead) {
  static const Pattern kPanel(
      "^(?:We|I|(?:[Tt]he|[Tt]his|[Oo]ur) (?:[\\p{L}’'-]+ ){0,4}?(?i:panel|"
      "review|reviewers|team|group|working party|inquiry|inspectors?|"
      "inspectorate|scrutiny|investigation|auditors?))(?: also| therefore| "
      "further| would)* recommends?(?: that)?\\W*$");
  return kPanel.Matches(lead);
}

// The title or a line of the front says that a panel made the paper.
bool IsByPanel(const Reading& reading) {
  static const Pattern kTitle(
      "(?i:\\b(?:report|findings|conclusions|recommendations) (?:of|by|from) "
      "(?:the|a|an|our) [^.:]{0,60}\\b(?:panel|working (?:group|party)|task "
      "(?:and finish )?group|review team|inquiry|scrutiny)\\b|\\bscrutiny (?:"
      "review|report|inquiry)\\b|\\b(?:panel|working (?:group|party)|task "
      "(?:and finish )?group|review team)[’']s (?:final |interim )?report\\b)");
  static const Pattern kBy(
      "^(?i:by|author|from|report of|report by|presented by|prepared by)"
      "\\s*:?\\s[^.]{0,60}(?i:\\b(?:panel|working (?:group|party)|task (?:and "
      "finish )?group|scrutiny|review team)\\b)");
  constexpr std::size_t kFront = 20;
  constexpr std::uint32_t kShort = 140;
  for (std::size_t i = 0; i < reading.lines.size() && i < kFront; ++i) {
    const Line& line = reading.lines[i];
    if (Length(line.span) > kShort) continue;
    if ((line.kind == BlockKind::kTitle &&
         kTitle.Search(reading.text(), line.span)) ||
        kBy.Search(reading.text(), line.span)) {
      return true;
    }
  }
  return false;
}

// Who decides here, or what is before them.
bool IsOurs(std::string_view subject) {
  static const Pattern kOurs(
      "^(?i:(?:the |this |that |all |these )?(?:members?|committee|"
      "sub-committee|board|authority|panel|cabinet|council|executive|forum|"
      "it|they|we|you|i|there|who|which|what|report|paper|recommendations?))"
      "\\b|(?i:\\b(?:committee|sub-committee|panel|cabinet|executive) $)");
  return kOurs.Matches(subject);
}

// "note", "agree": what a meeting does itself.
bool IsBusiness(std::string_view words) {
  static const Pattern kBusiness(
      "^(?i:(?:that )?(?:to )?(?:note|notes|agree|agrees|approve|approves|"
      "receive|receives|endorse|endorses|adopt|adopts|accept|accepts|consider|"
      "considers|comment|comments|resolve|thank|thanks)\\b)");
  return kBusiness.Matches(words);
}

bool AsksOutside(const Recommendation& item, bool by_panel) {
  static const Pattern kThat("^(?:[Tt]hat )?(.*)$");
  static const Pattern kModal(
      "^(?:[Tt]hat )?((?:[^\\s.;:,]+ ){1,9}?)(?:should|must|ought to|needs? "
      "to)\\b");
  if (IsBusiness(item.text)) return false;
  const auto said = kThat.Search(item.text);
  const std::string_view words =
      said ? Slice(item.text, (*said)[1]) : std::string_view(item.text);
  if (IsPanelLead(item.lead_in)) return !IsOurs(words);
  if (by_panel) return !IsOurs(words);
  const auto modal = kModal.Search(item.text);
  return item.lead_in.empty() && modal &&
         !IsOurs(Slice(item.text, (*modal)[1]));
}

}  // namespace

void TellOthersApart(const Reading& reading,
                     std::vector<Recommendation>* items) {
  constexpr std::size_t kFewest = 2;  // one by itself is an officer's slip
  const bool by_panel = IsByPanel(reading);
  const auto outside = [&](const Recommendation& item) {
    return AsksOutside(item, by_panel);
  };
  const auto count = static_cast<std::size_t>(
      std::count_if(items->begin(), items->end(), outside));
  // "The committee recommends that the Trust ...": told over, to be answered.
  static const Pattern kTold(
      "^The (?:\\p{L}+ ){0,3}(?i:committee|inquiry|commission|panel|review) "
      "recommends? that\\b");
  for (Recommendation& item : *items) {
    if (kTold.Matches(item.text) && !item.label.empty()) {
      item.kind = RecommendationKind::kRecommendation;
    }
  }
  if (!by_panel && (count < kFewest || count * 2 < items->size())) return;
  for (Recommendation& item : *items) {
    if (outside(item)) item.kind = RecommendationKind::kRecommendation;
  }
}

}  // namespace concord::extraction
