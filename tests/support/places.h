#pragma once
// Where this source tree and the program built from it lie.
//
// Asked of one compiled file rather than given to every test as a macro, so
// that the same test compiles to the same object in every checkout.

#include <filesystem>

namespace concord::testing {

std::filesystem::path SourceRoot();
std::filesystem::path ProgramPath();

}  // namespace concord::testing
