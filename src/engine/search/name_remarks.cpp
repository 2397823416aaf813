#include "engine/search/name_remarks.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>

#include "concord/base/unicode.h"

namespace concord::engine {
namespace {

constexpr std::size_t kNamed = 4;
constexpr std::size_t kBeginning = 3;  // letters that two words share

std::vector<std::string> WordsOf(const std::string& folded) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    words.push_back(folded.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// How much of what was typed a name has: two for a word, one for a word that
// begins alike.
int Likeness(const std::vector<std::string>& typed, const std::string& name) {
  const std::vector<std::string> words = WordsOf(FoldWords(name));
  int likeness = 0;
  for (const std::string& one : typed) {
    int best = 0;
    for (const std::string& word : words) {
      if (word == one) best = 2;
      const bool alike = one.size() >= kBeginning &&
                         word.starts_with(one.substr(0, kBeginning));
      best = std::max(best, alike ? 1 : 0);
    }
    likeness += best;
  }
  return likeness;
}

}  // namespace

bool HoldsWords(const std::string& text, const std::string& words) {
  return words.empty() ||
         FoldWords(text).find(FoldWords(words)) != std::string::npos;
}

std::string NobodyIsCalled(const std::string& what, const std::string& words,
                           const std::vector<std::string>& names) {
  if (words.empty() || names.empty()) return "";
  std::map<std::string, std::pair<int, int>> nearest;  // likeness, how often
  const std::vector<std::string> typed = WordsOf(FoldWords(words));
  for (const std::string& name : names) {
    if (HoldsWords(name, words)) return "";
    auto& [likeness, times] = nearest[CollapseSpace(name)];
    if (times++ == 0) likeness = Likeness(typed, name);
  }
  std::vector<std::pair<std::pair<int, int>, std::string>> ranked;
  for (const auto& [name, rank] : nearest) {
    if (rank.first > 0) ranked.push_back({rank, name});
  }
  std::stable_sort(
      ranked.begin(), ranked.end(),
      [](const auto& a, const auto& b) { return a.first > b.first; });
  std::string near;
  for (std::size_t i = 0; i < ranked.size() && i < kNamed; ++i) {
    near += (near.empty() ? "; nearest: " : ", ") + ranked[i].second;
  }
  return fmt::format("no {} here has the words '{}'{}", what, words, near);
}

Result<std::vector<std::string>> NameRemarks(Snapshot* snapshot,
                                             const std::string& committee,
                                             const std::string& owner) {
  std::vector<std::string> committees;
  if (!committee.empty()) {
    TRY_ASSIGN(const auto heads, snapshot->Heads({}));
    for (const store::ReportHead& head : heads) {
      if (!head.committee.empty()) committees.push_back(head.committee);
    }
  }
  std::vector<std::string> owners;
  if (!owner.empty()) TRY_RETURN(snapshot->Need(kRecommendations));
  for (const store::StoredRecommendation& stored :
       snapshot->recommendations()) {
    if (!stored.item.addressee.empty()) owners.push_back(stored.item.addressee);
    for (const extraction::OwnerMention& named : stored.item.owners) {
      owners.push_back(named.name);
    }
  }
  std::vector<std::string> remarks;
  for (std::string remark :
       {NobodyIsCalled("committee", committee, committees),
        NobodyIsCalled("owner or addressee", owner, owners)}) {
    if (!remark.empty()) remarks.push_back(std::move(remark));
  }
  return remarks;
}

}  // namespace concord::engine
