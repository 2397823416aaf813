// Finds words that look like acronyms.
//
// Accepts "DCC4", "R&D", "(B)OCUs"; refuses roman numerals, words in lines that
// are all capitals (headings shout), and single letters. Cost: one pass over
// the bytes.

#include <algorithm>

#include "concord/base/ascii.h"
#include "concord/base/unicode.h"
#include "crossref/acronyms.h"

namespace concord::crossref {
namespace {

constexpr std::size_t kMaxAcronymBytes = 10;

// A letter of any script counts as part of a word: "CÉ" is no acronym "C".
bool IsWordByte(char c) {
  return IsUpper(c) || IsLower(c) || IsDigit(c) ||
         (static_cast<unsigned char>(c) & 0x80) != 0;
}

bool Shouts(std::string_view line) {
  const auto lower = std::count_if(line.begin(), line.end(), IsLower);
  const auto upper = std::count_if(line.begin(), line.end(), IsUpper);
  return lower * 2 < upper && upper > 12;
}

// One run of capitals, digits and "&" starting at `begin`; empty where it is
// no acronym.
std::string_view RunAt(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() &&
         (IsUpper(text[end]) || IsDigit(text[end]) ||
          (text[end] == '&' && end > begin && end + 1 < text.size() &&
           IsUpper(text[end + 1])))) {
    ++end;
  }
  const std::string_view run = text.substr(begin, end - begin);
  const bool plural = end < text.size() && text[end] == 's' &&
                      (end + 1 == text.size() || !IsWordByte(text[end + 1]));
  if (end < text.size() && IsWordByte(text[end]) && !plural) return {};
  const auto capitals = std::count_if(run.begin(), run.end(), IsUpper);
  if (capitals < 2 || run.size() > kMaxAcronymBytes) return {};
  return RomanNumeral(run) > 0 ? std::string_view() : run;
}

}  // namespace

std::vector<AcronymUse> FindAcronymUses(std::string_view text,
                                        TextSpan within) {
  std::vector<AcronymUse> uses;
  const std::string_view line = Slice(text, within);
  if (Shouts(line)) return uses;
  for (std::size_t i = 0; i < line.size();) {
    if (!IsWordByte(line[i])) {
      ++i;
      continue;
    }
    std::size_t begin = i;
    const std::string_view run =
        IsUpper(line[i]) ? RunAt(line, i) : std::string_view();
    if (!run.empty()) {
      const bool bracketed = i >= 3 && line[i - 1] == ')' &&
                             IsUpper(line[i - 2]) && line[i - 3] == '(';
      if (bracketed) begin -= 3;
      const std::size_t end = i + run.size();
      AcronymUse use;
      use.span = {within.begin + static_cast<std::uint32_t>(begin),
                  within.begin + static_cast<std::uint32_t>(end)};
      use.short_form = std::string(line.substr(begin, end - begin));
      uses.push_back(std::move(use));
    }
    while (i < line.size() && IsWordByte(line[i])) ++i;
  }
  return uses;
}

}  // namespace concord::crossref
