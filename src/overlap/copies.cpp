#include "overlap/copies.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace concord::overlap {
namespace {

using Members = std::vector<std::size_t>;

// The first copy in another report than `one`, or `one` itself.
std::size_t Model(const Members& members, std::size_t one,
                  const std::vector<ReportId>& reports) {
  for (const std::size_t other : members) {
    if (reports[other] != reports[one]) return other;
  }
  return one;
}

void AddCopies(const Members& members, const std::vector<ReportId>& reports,
               Copies* copies) {
  for (const std::size_t one : members) {
    if (one == members.front()) continue;
    copies->joins[one] = false;
    const std::size_t model = Model(members, one, reports);
    if (model != one) copies->pairs.push_back(std::minmax(model, one));
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
    const bool first = members.front() == i;
    if (first && members.size() >= kManyCopies) {
      AddCopies(members, reports, &copies);
    }
  }
  std::sort(copies.pairs.begin(), copies.pairs.end());
  const auto last = std::unique(copies.pairs.begin(), copies.pairs.end());
  copies.pairs.erase(last, copies.pairs.end());
  return copies;
}

}  // namespace concord::overlap
