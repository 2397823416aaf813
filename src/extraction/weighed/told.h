#pragma once
// Sentences that have the words of a request and only tell of one.
//
//   "The Lamp Board recommended in May that all should be counted."
//   "Mr Reed wrote to us suggesting that keys should be sold."
//   "Under the Keys Act 1996 the Board must answer within a month."
//
// Why: what was asked before, by others or by law, is asked there and not here,
// whatever the sentence weighs.
//
// Pure functions of a sentence; linear (RE2).

#include <string_view>

namespace concord::extraction {

// Somebody asked, in the past; or a law does.
bool TellsOfRequest(std::string_view sentence);

// "To be brought in on 1 March", "To be offered in May": how a thing stands.
bool SaysState(std::string_view words);

// "If the list is not kept, the store becomes less likely to be counted.": what
// may come of it, which nobody promises.
bool SaysRisk(std::string_view sentence);

}  // namespace concord::extraction
