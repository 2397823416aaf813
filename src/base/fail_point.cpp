#include "concord/base/fail_point.h"

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <string>

namespace concord {
namespace {

struct Wanted {
  std::string name;  // "" = none
  std::atomic<long> left{0};

  Wanted() {
    const char* set = std::getenv("CONCORD_FAIL_POINT");
    if (set == nullptr) return;
    name = set;
    const std::size_t colon = name.rfind(':');
    left = colon == std::string::npos ? 1 : std::atol(set + colon + 1);
    name = name.substr(0, colon);
  }
};

}  // namespace

void FailPoint(std::string_view name) {
  static Wanted wanted;
  if (wanted.name.empty() || wanted.name != name) return;
  if (--wanted.left == 0) std::raise(SIGKILL);
}

}  // namespace concord
