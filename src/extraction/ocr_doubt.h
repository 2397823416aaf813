#pragma once
// Items of a text that was guessed from pictures are no surer than the guess.

#include "concord/document/ocr.h"
#include "concord/extraction/extraction.h"

namespace concord::extraction {

// Multiplies the confidence of every item by that of the reading.
void Doubt(const document::OcrReading& reading, Extraction* extraction);

}  // namespace concord::extraction
