#include "extraction/needed_letters.h"

#include <re2/filtered_re2.h>

#include <algorithm>
#include <numeric>
#include <string>

namespace concord::extraction {
namespace {

constexpr int kShortest = static_cast<int>(Grams::kLength);

// Expressions with more strings than this ("one of the months or feasts or
// ...") are found nearly everywhere or cost more to look up than to try.
constexpr std::size_t kMostStrings = 24;

// As many grams of a string as tell it from others: its ends and its middle.
constexpr std::size_t kMostGrams = 3;

bool IsAscii(std::string_view letters) {
  return std::all_of(letters.begin(), letters.end(), [](char letter) {
    return static_cast<unsigned char>(letter) < 0x80;
  });
}

// Grams folds the case of ASCII alone; of other letters nothing is asked.
std::vector<std::uint16_t> KeysOf(std::string_view needed) {
  std::vector<std::uint16_t> keys;
  for (std::size_t at = 0; at + Grams::kLength <= needed.size(); ++at) {
    if (IsAscii(needed.substr(at, Grams::kLength))) {
      keys.push_back(Grams::KeyOf(&needed[at]));
    }
  }
  if (keys.size() > kMostGrams) {
    keys = {keys.front(), keys[keys.size() / 2], keys.back()};
  }
  return keys;
}

// A text with one of these is not looked up, so no match in it has them.
bool HasFoldedSign(std::string_view needed) {
  return needed.find(kLongS) != std::string_view::npos ||
         needed.find(kKelvin) != std::string_view::npos;
}

}  // namespace

NeededLetters::NeededLetters(std::string_view expression) {
  re2::FilteredRE2 filtered(kShortest);
  re2::RE2::Options options;
  options.set_log_errors(false);
  int id = 0;
  if (filtered.Add({expression.data(), expression.size()}, options, &id) !=
      re2::RE2::NoError) {
    return;
  }
  std::vector<std::string> strings;
  filtered.Compile(&strings);
  const auto may_match = [&](const std::vector<int>& held) {
    std::vector<int> potential;
    filtered.AllPotentials(held, &potential);
    return !potential.empty();
  };
  std::vector<int> every;
  for (std::size_t at = 0; at < strings.size(); ++at) {
    if (!HasFoldedSign(strings[at])) every.push_back(static_cast<int>(at));
  }
  if (every.empty() || every.size() > kMostStrings || may_match({})) return;
  // More strings held never make a match less likely, so that a string without
  // which nothing matches is one that every match has.
  std::vector<int> always;
  for (const int string : every) {
    std::vector<int> others;
    std::copy_if(every.begin(), every.end(), std::back_inserter(others),
                 [&](int other) { return other != string; });
    if (!may_match(others)) always.push_back(string);
  }
  for (const int string : always) {
    if (auto keys = KeysOf(strings[string]); !keys.empty()) {
      all_.push_back(std::move(keys));
    }
  }
  if (may_match(always)) return;
  for (const int string : every) {
    if (std::find(always.begin(), always.end(), string) != always.end()) {
      continue;
    }
    auto keys = KeysOf(strings[string]);
    if (keys.empty()) {  // always to be reckoned with
      any_.clear();
      return;
    }
    any_.push_back(std::move(keys));
  }
}

bool NeededLetters::MayMatch(const Grams& grams, TextSpan within) const {
  const auto held = [&](const Keys& keys) {
    return std::all_of(keys.begin(), keys.end(), [&](std::uint16_t key) {
      return grams.MayStand(key, within);
    });
  };
  return std::all_of(all_.begin(), all_.end(), held) &&
         (any_.empty() || std::any_of(any_.begin(), any_.end(), held));
}

}  // namespace concord::extraction
