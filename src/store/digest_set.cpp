#include "concord/store/digest_set.h"

#include <algorithm>
#include <optional>

namespace concord::store {
namespace {

using Raw = std::array<std::uint8_t, 32>;

int DigitOf(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::optional<Raw> RawOf(std::string_view digest) {
  Raw raw{};
  if (digest.size() != 2 * raw.size()) return std::nullopt;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const int high = DigitOf(digest[2 * i]);
    const int low = DigitOf(digest[2 * i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    raw[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  return raw;
}

}  // namespace

void DigestSet::Add(std::string_view digest) {
  if (const std::optional<Raw> raw = RawOf(digest)) digests_.push_back(*raw);
}

void DigestSet::Seal() {
  std::sort(digests_.begin(), digests_.end());
  digests_.erase(std::unique(digests_.begin(), digests_.end()), digests_.end());
}

bool DigestSet::Contains(std::string_view digest) const {
  const std::optional<Raw> raw = RawOf(digest);
  return raw && std::binary_search(digests_.begin(), digests_.end(), *raw);
}

}  // namespace concord::store
