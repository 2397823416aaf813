#include "extraction/named_agents.h"

#include <algorithm>
#include <cctype>
#include <unordered_set>
#include <vector>

#include "concord/base/unicode.h"
#include "extraction/rules.h"

namespace concord::extraction {
namespace {

bool IsCapital(std::string_view word) {
  return !word.empty() &&
         std::isupper(static_cast<unsigned char>(word[0])) != 0;
}

// Its letters are all capitals and there are more of them than in an acronym.
bool IsLoud(std::string_view word) {
  constexpr std::size_t kLongAcronym = 5;
  return word.size() > kLongAcronym &&
         std::all_of(word.begin(), word.end(),
                     [](unsigned char c) { return std::isupper(c) != 0; });
}

bool MayLeadAName(std::string_view word) {
  return IsAgentNoun(word) || IsAgentModifier(word) || IsAcronym(word) ||
         word.ends_with("'s") || word.ends_with("\xE2\x80\x99s") ||
         !IsCapital(word) || Fold(word) == "acting" || Fold(word) == "interim";
}

// The agent that begins at one of the words of `agent` and ends where it does.
std::optional<Agent> From(std::string_view text, const Agent& agent,
                          std::uint32_t begin) {
  auto shorter = AgentAt(text, {begin, agent.span.end});
  if (!shorter || shorter->span.end != agent.span.end) return std::nullopt;
  return shorter;
}

// "Long Quay Head of Estates": the cell before stands in front of the post.
std::optional<std::uint32_t> PostWithin(std::string_view text,
                                        const std::vector<TextSpan>& words) {
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    const std::string word = Fold(Slice(text, words[i]));
    const bool post = word == "head" || word == "director" || word == "heads" ||
                      word == "directors";
    if (!post || Slice(text, words[i + 1]) != "of") continue;
    if (MayLeadAName(Slice(text, words[i - 1]))) return std::nullopt;
    return words[i].begin;
  }
  return std::nullopt;
}

// "Remind NCI", "Margate NCI": an acronym behind a word that is no part of a
// name stands for itself.
std::optional<std::uint32_t> AcronymBehind(std::string_view text,
                                           const std::vector<TextSpan>& words) {
  // Letters after a person's or a company's name.
  static const std::unordered_set<std::string_view> kAfterNames = {
      "QC",  "KC",  "MP", "MPs", "MEP", "MSP", "OBE", "CBE", "MBE",
      "QPM", "AM",  "LJ", "LJJ", "JJ",  "MR",  "LC",  "CJ",  "LCJ",
      "VC",  "JSC", "UK", "PLC", "LLP", "LP",  "AG",  "FC",  "GB"};
  if (words.size() < 2 || !IsAcronym(Slice(text, words.back())) ||
      kAfterNames.contains(Slice(text, words.back()))) {
    return std::nullopt;
  }
  const bool led =
      std::any_of(words.begin(), words.end() - 1, [&](const TextSpan& span) {
        const std::string_view word = Slice(text, span);
        return word == "of" || word == "the" || word == "to" ||
               IsPostNoun(word) || IsAcronym(word) || word == "HM" ||
               word.ends_with("'s") || word.ends_with("\xE2\x80\x99s");
      });
  return led ? std::nullopt : std::optional(words.back().begin);
}

// The rest of a longer name, or the year of a title.
bool GoesOn(std::string_view text, TextSpan line, const Agent& agent) {
  static const Pattern kYear(
      "^,?\\s*\\((?:[^()]{0,40}, )?(?:18|19|20)\\d\\d\\)");
  static const Pattern kNext("^[ \\x{A0}]([\\p{Lu}][\\p{Ll}]+)");
  const TextSpan rest = {agent.span.end, line.end};
  if (kYear.Search(text, rest)) return true;
  if (agent.kind != OwnerKind::kBody) return false;
  const auto next = kNext.Search(text, rest);
  return next && !EndsAgent(Slice(text, (*next)[1])) &&
         !IsAgentNoun(Slice(text, (*next)[1]));
}

// "held at Priory House, Tarn", "40 Lantern Court": where, not who.
bool IsAddress(std::string_view text, TextSpan line, const Agent& agent) {
  static const Pattern kPostcode("\\b[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}$");
  static const Pattern kBuilding("^[\\p{Lu}][\\p{L}’'-]+ (?:House|Court)$");
  static const Pattern kActs(
      "^(?:['’]s)? (?:has|have|had|will|shall|should|must|may|would|could|said|"
      "says|agreed|accepted|asked)\\b");
  static const Pattern kTown("^, [\\p{Lu}]|^\\.?$");
  static const Pattern kBefore(
      "(?:\\d|,|\\b(?:at|in|from|to|leave|outside|near|behind)(?: the)?) ?$");
  if (kPostcode.Search(text, agent.name)) return true;
  if (!kBuilding.Search(text, agent.name)) return false;
  const TextSpan rest = {agent.span.end, line.end};
  if (kActs.Search(text, rest)) return false;
  return kTown.Search(text, rest).has_value() ||
         kBefore.Search(text, {line.begin, agent.span.begin}).has_value();
}

}  // namespace

std::optional<Agent> AsName(std::string_view text, TextSpan line, Agent agent) {
  if (agent.kind == OwnerKind::kPerson) return agent;
  std::vector<TextSpan> words = Words(text, agent.span);
  if (const auto post = PostWithin(text, words)) {
    const auto shorter = From(text, agent, *post);
    if (shorter) agent = *shorter;
  } else if (const auto acronym = AcronymBehind(text, words)) {
    const auto shorter = From(text, agent, *acronym);
    if (shorter) agent = *shorter;
  }
  words = Words(text, agent.name);
  const auto loud = static_cast<std::size_t>(std::count_if(
      words.begin(), words.end(),
      [&](const TextSpan& word) { return IsLoud(Slice(text, word)); }));
  if (loud > 0 && loud < words.size()) return std::nullopt;
  if (GoesOn(text, line, agent)) return std::nullopt;
  if (IsAddress(text, line, agent)) return std::nullopt;
  return agent;
}

bool IsRowOfFigures(std::string_view text, TextSpan line) {
  static const Pattern kFigure(
      "(?:^|[\\s£(+-])\\d[\\d,]*\\.\\d+\\)?(?:$|[\\s%])");
  constexpr std::size_t kFigures = 3;
  if (Length(line) > 600) return false;
  return kFigure.SearchAll(text, line).size() >= kFigures;
}

}  // namespace concord::extraction
