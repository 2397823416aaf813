#pragma once
// Makes the n-th allocation of a process fail.
//
// A test that links failing_allocation.cpp gets its own operator new in front
// of the library's, which passes everything through until a plan is made. What
// C libraries take with malloc is not counted.
//
//   FailAllocation(7);   // the seventh from here throws std::bad_alloc, once
//
// Any thread may be the one that fails.

#include <cstdint>

namespace concord::testing {

// 0: none fails, they are only counted from here.
void FailAllocation(std::uint64_t at);

// Allocations since.
std::uint64_t AllocationsMade();

}  // namespace concord::testing
