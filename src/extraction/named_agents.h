#pragma once
// What of an agent read in running text is a name that a register may keep.
//
// Why apart from AgentAt: the subject of "should" is somebody whatever the
// words are, so the reader takes what it can get. A register lists names out of
// their sentence, where capitals are also the first word of a cell, the title
// of a work, an address, or the front half of a longer name.
//
//   keeps    "Head of Estates" of "Long Quay Head of Estates June 2004"
//            "NCI" of "Remind NCI"
//   refuses  "Keys and Wardens" of "Keys and Wardens (1993)"
//            "Family Panel" of "Family Panel Conferencing"
//            "Priory House" of "held at Priory House, Tarn", "SW1A 2AA"
//            "NEW Grants Board" (capitals that are no acronym)
//
// Tests: owners_test.cpp.

#include <optional>
#include <string_view>

#include "concord/base/text_span.h"
#include "extraction/agents.h"

namespace concord::extraction {

// `agent` as a name, or nothing; `line` is the line it stands in.
std::optional<Agent> AsName(std::string_view text, TextSpan line, Agent agent);

// A row of figures ("Wardens -147.0 0.0 12.5") says what is paid for, not who.
bool IsRowOfFigures(std::string_view text, TextSpan line);

}  // namespace concord::extraction
