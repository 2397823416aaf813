#pragma once
// Two papers that give one strategy two names, so that the two are proposed to
// be one work.

#include "tests/support/small_archive.h"

namespace concord::testing {

inline void WriteTwoNamesOfOneStrategy(const SmallArchive& archive) {
  archive.Write("a.txt",
                "NORTH RIVER AUTHORITY\n\nReport: 4\nDate: 3 May 2004\n\n"
                "Boats\n\n1. The second phase of the boat strategy, Open "
                "Water: Every Boat Counts, was launched on 24 May 2001 by the "
                "Clerk.\n");
  archive.Write("b.txt",
                "NORTH RIVER AUTHORITY\n\nReport: 5\nDate: 3 June 2005\n\n"
                "Moorings\n\n1. Two strategies came before this one, Open "
                "Water I and II. The latter was produced in 2001 and printed "
                "by the Clerk.\n");
}

}  // namespace concord::testing
