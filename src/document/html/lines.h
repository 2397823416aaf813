#pragma once
// Pieces of text that <br> broke into lines.

#include <vector>

#include "document/draft.h"

namespace concord::document {

// The lines that are pieces of their own, and those that ran on joined again:
// header fields, list marks, sentences that ended and short lines (addresses)
// stay apart; lines broken to fit a width are put together. An empty draft
// marks an empty line. With `heading`, all are one.
std::vector<Draft> SettleLines(std::vector<Draft> lines, bool heading);

}  // namespace concord::document
