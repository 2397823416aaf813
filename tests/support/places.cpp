#include "tests/support/places.h"

namespace concord::testing {

std::filesystem::path SourceRoot() { return CONCORD_SOURCE_DIR; }

std::filesystem::path ProgramPath() { return CONCORD_PROGRAM; }

}  // namespace concord::testing
