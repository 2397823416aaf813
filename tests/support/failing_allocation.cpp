#include "tests/support/failing_allocation.h"

#include <atomic>
#include <cstdlib>
#include <new>

namespace concord::testing {
namespace {

std::atomic<std::uint64_t> made = 0;
std::atomic<std::uint64_t> fails_at = 0;

}  // namespace

void FailAllocation(std::uint64_t at) {
  made = 0;
  fails_at = at;
}

std::uint64_t AllocationsMade() { return made; }

}  // namespace concord::testing

void* operator new(std::size_t size) {
  using namespace concord::testing;
  const std::uint64_t number = ++made;
  if (number == fails_at.load(std::memory_order_relaxed)) {
    throw std::bad_alloc();
  }
  void* memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

void operator delete(void* memory) noexcept { std::free(memory); }

void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
