#pragma once
// How common a word is in committee prose before any archive is read.

#include <string_view>

namespace concord::overlap {

// Words that carry no request of their own: articles, prepositions, pronouns,
// auxiliaries, and the phrases every recommendation is dressed in.
bool IsStopWord(std::string_view folded_word);

// The share of recommendations that hold a word of this stem, as a first
// guess; about 0.004 for words on no list.
double PriorShare(std::string_view stem);

// Months and weekdays: they belong to dates, not to wording.
bool IsCalendarWord(std::string_view folded_word);

}  // namespace concord::overlap
