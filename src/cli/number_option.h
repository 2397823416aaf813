#pragma once
// Options that take a number. CLI11 by itself reads "nan" into a weight and
// "-1" into a count without a sign, where it becomes the largest there is; so
// every option with a number is declared here, with the least and the most it
// may be.

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include <charconv>
#include <limits>
#include <string>

namespace concord::cli {

// The whole of `text` as a number from `least` to `most`; false where it is
// anything else, and `value` is then as before. NaN lies in no range.
template <class Number>
bool ReadNumber(const std::string& text, Number least, Number most,
                Number* value) {
  Number read{};
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, read);
  if (error != std::errc() || stop != end) return false;
  if (!(read >= least && read <= most)) return false;
  *value = read;
  return true;
}

// Declares `name` (an option or a positional) for `value`. What is no number
// from `least` to `most` is a usage error that says so.
template <class Number>
CLI::Option* AddNumber(CLI::App& app, const std::string& name, Number& value,
                       Number least, Number most,
                       const std::string& description) {
  const auto check = [least, most](const std::string& text) -> std::string {
    Number number{};
    if (ReadNumber(text, least, most, &number)) return "";
    // Nobody knows the largest 64-bit number; that of a port they do.
    if (sizeof(Number) > 2 && most == std::numeric_limits<Number>::max()) {
      return fmt::format("'{}' is no number from {} on", text, least);
    }
    return fmt::format("'{}' is no number from {} to {}", text, least, most);
  };
  return app.add_option(name, value, description)->check(check);
}

// The same from 0 on.
template <class Number>
CLI::Option* AddNumber(CLI::App& app, const std::string& name, Number& value,
                       const std::string& description) {
  return AddNumber(app, name, value, Number{0},
                   std::numeric_limits<Number>::max(), description);
}

// Bits between two recommendations; no comparison comes near.
inline constexpr double kMostWeight = 1000;

}  // namespace concord::cli
