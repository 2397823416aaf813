#include "overlap/copies.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace concord::overlap {
namespace {

using Members = std::vector<std::size_t>;

// Thirty and more: each with the first, and out of the join.
void AddMany(const Members& members, Copies* copies) {
  for (const std::size_t one : members) {
    if (one == members.front()) continue;
    copies->joins[one] = false;
    copies->pairs.emplace_back(members.front(), one);
  }
}

// A few: those of different reports meet in the join.
void AddFew(const Members& members, const std::vector<ReportId>& reports,
            Copies* copies) {
  for (std::size_t x = 0; x < members.size(); ++x) {
    for (std::size_t y = x + 1; y < members.size(); ++y) {
      if (reports[members[x]] != reports[members[y]]) continue;
      copies->pairs.emplace_back(members[x], members[y]);
    }
  }
}

}  // namespace

Copies FindCopies(const std::vector<Prepared>& texts,
                  const std::vector<ReportId>& reports) {
  Copies copies;
  copies.joins.assign(texts.size(), true);
  std::unordered_map<std::string_view, Members> by_words;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    by_words[texts[i].folded].push_back(i);
  }
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const Members& members = by_words.at(texts[i].folded);
    if (members.front() != i || texts[i].folded.empty()) continue;
    if (members.size() >= kManyCopies) {
      AddMany(members, &copies);
    } else {
      AddFew(members, reports, &copies);
    }
  }
  std::sort(copies.pairs.begin(), copies.pairs.end());
  return copies;
}

}  // namespace concord::overlap
