#pragma once
// The mark of a response in the bytes of a file.

#include <string>

#include "concord/source/capture.h"

namespace concord::document {

// The scope that the file says it answers; "" where it has no such mark.
std::string MarkedScope(const source::Capture& capture);

}  // namespace concord::document
