#include "tests/support/failing_allocation.h"

#include <atomic>
#include <cstdlib>
#include <new>

namespace concord::testing {
namespace {

std::atomic<std::uint64_t> made = 0;
std::atomic<std::uint64_t> fails_at = 0;

}  // namespace

static void* Allocate(std::size_t size) noexcept {
  const std::uint64_t number = ++made;
  if (number == fails_at.load(std::memory_order_relaxed)) return nullptr;
  return std::malloc(size == 0 ? 1 : size);
}

static void* AllocateOrThrow(std::size_t size) {
  void* memory = Allocate(size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

void FailAllocation(std::uint64_t at) {
  made = 0;
  fails_at = at;
}

std::uint64_t AllocationsMade() { return made; }

}  // namespace concord::testing

// All forms: a sanitizer has its own of those that are missing here, and what
// one of them gave may not go back to another.
using concord::testing::Allocate;
using concord::testing::AllocateOrThrow;

void* operator new(std::size_t size) { return AllocateOrThrow(size); }
void* operator new[](std::size_t size) { return AllocateOrThrow(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return Allocate(size);
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
  return Allocate(size);
}

void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept {
  std::free(memory);
}
void operator delete(void* memory, const std::nothrow_t&) noexcept {
  std::free(memory);
}
void operator delete[](void* memory, const std::nothrow_t&) noexcept {
  std::free(memory);
}
