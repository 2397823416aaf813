#pragma once
// How far a recommendation has come, in a text's own words: a line under its
// quotation.
//
//   Rec 3 – Forces should give every victim a private room.
//   Progress – Rooms are in use at 17 of the 19 stations.    3: in progress
//   refused: a line under a recommendation of the paper's own
//
// Tests: outcomes_test.cpp.

#include <string_view>
#include <vector>

#include "concord/document/document.h"
#include "concord/extraction/outcomes.h"
#include "extraction/outcomes/state_words.h"
#include "extraction/passages.h"

namespace concord::extraction {

// What the first words say ("Not started"), else what the first sentence counts
// ("612 of 900 vetted": in progress). `span` is empty where neither tells.
StateWords StateOfProgress(std::string_view text, TextSpan words);

std::vector<StatedOutcome> ProgressBelow(const document::Document& document,
                                         const Extraction& extraction);

// The words behind each recommendation that a row tells over ("56 | Locks to be
// changed. Nobody has begun."), where the paper has counted just so many of one
// work.
std::vector<StatedOutcome> ProgressInQuotedRows(
    const document::Document& document, const Extraction& extraction);

}  // namespace concord::extraction
