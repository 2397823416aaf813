#pragma once
// What versions.cpp finds by the words alone.

#include <vector>

#include "concord/overlap/versions.h"

namespace concord::overlap {

std::vector<Version> VersionsByWords(
    const std::vector<const store::ReportRecord*>& reports);

}  // namespace concord::overlap
