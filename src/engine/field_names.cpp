#include "concord/engine/field_names.h"

#include <algorithm>

namespace concord::engine {
namespace {

constexpr std::string_view kOpen = "\xE2\x80\x98";
constexpr std::string_view kClose = "\xE2\x80\x99";

bool IsName(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || c == '-';
  });
}

}  // namespace

std::string FieldName(std::string_view name) {
  return std::string(kOpen) + std::string(name) + std::string(kClose);
}

std::string NameFields(std::string_view message, std::string_view before) {
  std::string named;
  while (true) {
    const std::size_t open = message.find(kOpen);
    named += message.substr(0, open);
    if (open == std::string_view::npos) return named;
    message.remove_prefix(open + kOpen.size());
    const std::size_t close = message.find(kClose);
    if (close == std::string_view::npos || !IsName(message.substr(0, close))) {
      named += kOpen;  // somebody's own words
      continue;
    }
    named += before;
    named += message.substr(0, close);
    message.remove_prefix(close + kClose.size());
  }
}

}  // namespace concord::engine
