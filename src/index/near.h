#pragma once
// Words near each other and words in a row, checked by this module in the order
// of words that each entry keeps (word_order.h), and not by Xapian.
//
// Xapian 1.4.22 also misses matches of OP_NEAR where two of the words share a
// position: in 80 of 3,000 random small entries it did not find what is there.
// Here words share positions often ("re-affirm" is also "reaffirm", and two
// words of a query can have forms in common), so positions are compared here.

#include <cstdint>
#include <string>
#include <vector>

#include "index/deadline.h"

namespace Xapian {
class Query;
}  // namespace Xapian

namespace concord::index {

// Entries that have a term of each group, at different positions, of which the
// first and the last are at most `words_apart` words from each other. Weighs as
// the groups do. No group may be empty.
Xapian::Query NearQuery(const std::vector<std::vector<std::string>>& groups,
                        std::uint32_t words_apart, const Deadline& deadline);

// Entries in which words stand one after the other, each any of a few terms.
// Weighs as the terms do. No place may be empty.
Xapian::Query PhraseQuery(const std::vector<std::vector<std::string>>& row,
                          const Deadline& deadline);

// The question of NearQuery for one entry: ascending positions for each word.
bool AreNear(const std::vector<std::vector<std::uint32_t>>& positions,
             std::uint32_t words_apart);

}  // namespace concord::index
