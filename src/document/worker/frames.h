#pragma once
// What passes between the program and its decoding worker: frames of bytes.
//
//   frame    8 bytes length, little endian; then that many bytes: fields
//   field    8 bytes length, little endian; then that many bytes
//
// Reading and writing wait with poll(), so a deadline holds whatever the other
// side does. A closed pipe is an answer (kClosed), not a signal.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace concord::document {

using Deadline = std::optional<std::chrono::steady_clock::time_point>;

enum class FrameStatus {
  kDone,
  kClosed,    // the other side is gone
  kTimedOut,  // the deadline passed
  kTooLong,   // a frame longer than allowed: not our protocol
};

std::string EncodeFields(const std::vector<std::string_view>& fields);

// Views into `frame`; nullopt where it is not made of fields.
std::optional<std::vector<std::string_view>> DecodeFields(
    std::string_view frame);

FrameStatus WriteFrame(int fd, std::string_view frame, Deadline deadline);

FrameStatus ReadFrame(int fd, std::uint64_t max_bytes, Deadline deadline,
                      std::string* frame);

}  // namespace concord::document
