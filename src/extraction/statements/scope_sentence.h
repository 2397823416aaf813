#pragma once
// Sentences that say what one answer will cover.
//
//   "The Unit will scope the recommendations from the three Keeping Faith
//    reports and prepare one comprehensive response."          true
//   "A draft response to Keeping Faith was prepared in March."   false

#include <string_view>

namespace concord::extraction {

bool StatesOneResponse(std::string_view sentence);

// A plan or strategy takes in recommendations of several sources.
bool StatesSources(std::string_view sentence);

}  // namespace concord::extraction
