#pragma once
// Web archives: one record after the other. For a record that cannot be read
// stands an item with a fault, so that the ledger names it and reading goes on
// behind it.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "source/container.h"
#include "source/record_reader.h"

namespace concord::source {

// The record whose first byte, or packed member, is at `offset`.
Member BadRecord(std::uint64_t offset, Fault fault);
Member BadRecord(std::uint64_t offset, const std::string& why);

// The fault of a record at `offset` that ends before its stated length.
Fault Truncated(std::uint64_t offset, std::uint64_t got, std::uint64_t stated);

// What WARC and ARC have alike: records one after the other, each an item even
// where it cannot be read. A kind says how one record is read.
class RecordContainer : public Container {
 public:
  Read<std::optional<Member>> Next() final;
  // Of bytes behind the last record; "" where there are none.
  std::string Remark() const final;

 protected:
  RecordContainer(std::unique_ptr<ByteStream> stream,
                  const SourceOptions& options)
      : reader_(std::move(stream)), options_(options) {}

  // The next record, nullopt at the end. A fault is of the bytes around it.
  virtual Read<std::optional<Member>> NextRecord() = 0;

  // The `length` bytes of the record at hand. nullopt where they cannot be had:
  // `member` has the fault then.
  Read<std::optional<std::string>> ReadBlock(std::uint64_t length,
                                             Member* member);

  RecordReader reader_;
  SourceOptions options_;
  std::uint64_t offset_ = 0;  // of the record at hand

 private:
  bool ended_ = false;
};

}  // namespace concord::source
