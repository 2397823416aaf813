#pragma once
// Walking over a text and keeping what the rules read.

#include <string_view>
#include <vector>

#include "concord/extraction/extraction.h"
#include "extraction/dates/scene.h"

namespace concord::extraction::dates {

// All date expressions of the scene, in order, without overlap.
std::vector<Reading> FindReadings(const Scene& scene);

// The reading as an item; `offset` is where the scene's text begins in the
// text that spans count in.
DateMention MentionOf(const Scene& scene, const Reading& reading,
                      std::uint32_t offset);

}  // namespace concord::extraction::dates
