#include "extraction/dates/word_set.h"

#include <algorithm>

namespace concord::extraction::dates {

WordSet::WordSet(std::string_view spaced) {
  while (!spaced.empty()) {
    const std::size_t end = std::min(spaced.find(' '), spaced.size());
    if (end > 0) words_.insert(spaced.substr(0, end));
    spaced.remove_prefix(std::min(end + 1, spaced.size()));
  }
}

}  // namespace concord::extraction::dates
