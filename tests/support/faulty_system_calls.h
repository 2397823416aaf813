#pragma once
// Makes the n-th system call that changes a disk fail, or kills the process
// there.
//
// Why at this level: the same counter sees the program's own files and every
// page SQLite writes, so "fail the n-th for every n" needs no seam in the
// product and leaves out nothing. The calls counted are open, write, pwrite,
// fsync, fdatasync, rename, ftruncate, unlink and mkdir; a test that links
// faulty_system_calls.cpp gets its own versions of them in front of the C
// library's, which pass everything through until a plan is armed.
//
//   FaultySystemCalls faults({.at = 7, .error_number = ENOSPC});
//   ... // the seventh call from here fails with ENOSPC
//
// One plan at a time; one thread.

namespace concord::testing {

struct FaultPlan {
  int at = 0;              // 1 = the next call; 0 = none, only count
  int error_number = 5;    // EIO
  bool and_after = false;  // every later call fails too
  bool kill = false;       // SIGKILL instead, half of a write done
};

class FaultySystemCalls {
 public:
  explicit FaultySystemCalls(FaultPlan plan);
  ~FaultySystemCalls();
  FaultySystemCalls(const FaultySystemCalls&) = delete;
  FaultySystemCalls& operator=(const FaultySystemCalls&) = delete;

  // Calls seen since the plan was armed.
  int count() const;
  // The first call that failed: "pwrite", or "none".
  const char* failed_call() const;
};

}  // namespace concord::testing
