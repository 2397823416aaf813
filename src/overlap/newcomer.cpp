// One new recommendation against an archive that does not hold it.
//
// The join's own index answers which held ones are near (pair_index.h):
// exactly, in a fraction of a millisecond, so that nothing the exact comparison
// would link is missed. A query of its most telling words to Xapian was
// measured beside it (tests/bench/one_bench.cpp, docs/performance.md): it
// is twenty times slower and more, gives its best hundred whatever they are,
// and the exact comparison needs the archive's words in any case.
//
// Tests: tests/unit/overlap/newcomer_test.cpp.

#include <algorithm>
#include <limits>
#include <map>

#include "concord/overlap/overlap.h"
#include "overlap/candidates.h"
#include "overlap/join/pair_index.h"
#include "overlap/vocabulary.h"

namespace concord::overlap {
namespace {

constexpr std::uint64_t kNoReport = std::numeric_limits<std::uint64_t>::max();

std::vector<Row> RowsOf(const Outlines& outlines) {
  std::vector<Row> rows;
  rows.reserve(outlines.size());
  for (std::size_t i = 0; i < outlines.size(); ++i) {
    rows.push_back({outlines.TermsOf(i), outlines[i].report});
  }
  return rows;
}

}  // namespace

std::vector<Link> Comparer::LinksOfNew(const store::StoredRecommendation& one,
                                       const OverlapOptions& options) const {
  Vocabulary& known = *vocabulary_;
  if (known.archive == nullptr) return {};
  std::call_once(known.newcomers_ready, [&] {
    known.newcomers = std::make_unique<const PairIndex>(RowsOf(known.outlines),
                                                        LeastCosine({}, *this));
  });
  const Prepared mine = Prepare(one, known.MakeLexicon());
  std::vector<RowPair> near;
  PairIndex::Search(*known.newcomers).Like(mine.terms, kNoReport, &near);
  // As of a report that asks this alone: it is the nearest of its own, and of
  // each report held the nearest to it is.
  std::map<std::uint32_t, double> nearest;  // cosine of each report
  for (const RowPair& pair : near) {
    double& best = nearest[known.outlines[pair.a].report];
    best = std::max(best, pair.cosine);
  }
  std::vector<Link> links;
  for (const RowPair& pair : near) {
    const double best = nearest[known.outlines[pair.a].report];
    Link link{
        one.id, RecommendationId{std::string(known.archive->IdOf(pair.a))},
        ComparePrepared(mine, *known.shelf->Get(pair.a),
                        {.closest = MakeClosest(pair.cosine >= best, true)})};
    if (IsLink(link.comparison, options)) links.push_back(std::move(link));
  }
  std::sort(links.begin(), links.end(), BeforeInList);
  return links;
}

}  // namespace concord::overlap
