#pragma once
// Where the pages of one work lie.

#include <string>
#include <string_view>

namespace concord::crossref {

// The folder above those of parts and chapters: ".../report" of
// ".../report/K/chapter7/index.html".
std::string WorkFolder(std::string_view uri);

}  // namespace concord::crossref
