#pragma once
// Conventions, covenants, protocols and charters that a text names. What is
// asked of one of them is another request than the same asked of another, and
// their names share most of their words.

#include <string>
#include <vector>

#include "overlap/prepared.h"

namespace concord::overlap {

// The instruments of a text's tokens: full names ("the Optional Protocol to the
// Convention on Safe Moorings") and capital short forms ("OP-CSM"). Short forms
// count only beside a word that makes them instruments; empty where no such
// word stands.
std::vector<Instrument> ReadInstruments(const Prepared& prepared);

// Whether the two can be one: most telling words of the shorter name in the
// other, both protocols or neither; or the letters of a short form among the
// initials of a name. Symmetric.
bool CanBeOne(const Instrument& a, const Instrument& b);

}  // namespace concord::overlap
