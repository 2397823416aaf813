#pragma once
// What stands in a web archive for a record that cannot be read: an item with
// a fault, so that the ledger names it and reading goes on behind it.

#include <cstdint>
#include <string>

#include "source/container.h"

namespace concord::source {

// The record whose first byte, or packed member, is at `offset`.
Member BadRecord(std::uint64_t offset, Fault fault);
Member BadRecord(std::uint64_t offset, const std::string& why);

// Of bytes behind the last record; "" where there are none.
std::string RemarkOnGarbage(std::uint64_t bytes);

}  // namespace concord::source
