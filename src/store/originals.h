#pragma once
// The captured bytes: originals/ab/cdef..., named by their SHA-256.
//
// Internal to the store. A file appears under its name only whole (temporary,
// sync, rename, sync of every folder that was made), so what is there is right
// unless the disk damaged it, and a crash leaves at worst a temporary.

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "concord/base/result.h"

namespace concord::store {

// Makes `folder` and what is missing above it, durably.
Result<> MakeFolder(const std::filesystem::path& folder);

class Originals {
 public:
  explicit Originals(std::filesystem::path folder);

  // Idempotent; a file that is there but damaged is replaced.
  Result<> Keep(const std::string& digest, std::string_view bytes);
  // As Keep, but durable only after the next KeepStaged: a sync for each file
  // follows the writing of all, so that the disk does its work once.
  Result<> Stage(const std::string& digest, std::string_view bytes);
  Result<> KeepStaged();
  // Forgets and removes what was staged.
  void DropStaged();
  // kNotFound, kCorrupt where the bytes have another digest, kInvalidArgument
  // where `digest` is not 64 lower-case hex digits.
  Result<std::string> Read(std::string_view digest) const;
  // As Read, but looks only at the size.
  Result<> Stat(std::string_view digest, std::uint64_t bytes) const;
  // Deletes temporaries that a killed writer left. Call with the lock held.
  void Sweep() const;

 private:
  struct Staged {
    std::filesystem::path temporary;
    std::filesystem::path path;
  };

  std::filesystem::path PathOf(std::string_view digest) const;
  // True where the bytes are there and right.
  Result<bool> IsHeld(const std::string& digest) const;

  std::filesystem::path folder_;
  std::map<std::string, Staged> staged_;  // by digest
};

}  // namespace concord::store
