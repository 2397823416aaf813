#include "extraction/latin.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace concord::extraction {
namespace {

// No letter, figure or mark stands in these, and no case of one.
constexpr std::pair<char32_t, char32_t> kSigns[] = {
    {0x2000, 0x206F},  // punctuation
    {0x20A0, 0x20BF},  // currencies
    {0x2190, 0x23FF},  // arrows, mathematics
    {0x2500, 0x26FF},  // boxes, shapes
    {0xE000, 0xF8FF},  // private: bullets of old word processors
    {0xFFFD, 0xFFFD},
};

constexpr char32_t kMicro = 0xB5;
constexpr char32_t kSharpS = 0xDF;
constexpr char32_t kYWithDots = 0xFF;

bool IsLatin(char32_t letter) {
  if (letter < 0x100) {
    return letter != kMicro && letter != kSharpS && letter != kYWithDots;
  }
  return std::any_of(std::begin(kSigns), std::end(kSigns), [&](auto signs) {
    return letter >= signs.first && letter <= signs.second;
  });
}

struct Sort {
  std::string_view name;
  std::string_view letters;  // as they stand within [ ]
};

constexpr Sort kSorts[] = {
    {"\\p{L}", "A-Za-zªµºÀ-ÖØ-öø-ÿ"},
    {"\\p{Lu}", "A-ZÀ-ÖØ-Þ"},
    {"\\p{Ll}", "a-zµß-öø-ÿ"},
    {"\\p{N}", "0-9²³¹¼-¾"},
};

}  // namespace

bool IsLatin(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) {
      ++at;
      continue;
    }
    if (lead < 0xC2) return false;  // no UTF-8
    const std::size_t bytes = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (bytes == 4 || at + bytes > text.size()) return false;
    char32_t letter = lead & (bytes == 2 ? 0x1Fu : 0x0Fu);
    for (std::size_t i = 1; i < bytes; ++i) {
      letter = letter << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3Fu);
    }
    if (!IsLatin(letter)) return false;
    at += bytes;
  }
  return true;
}

std::string ForLatin(std::string_view expression) {
  std::string latin;
  bool in_class = false;
  while (!expression.empty()) {
    const Sort* sort = std::find_if(
        std::begin(kSorts), std::end(kSorts),
        [&](const Sort& one) { return expression.starts_with(one.name); });
    if (sort != std::end(kSorts)) {
      latin += in_class ? std::string(sort->letters)
                        : "[" + std::string(sort->letters) + "]";
      expression.remove_prefix(sort->name.size());
      continue;
    }
    std::size_t taken = 1;
    if (expression[0] == '\\') {
      taken = 2;
    } else if (!in_class && expression[0] == '[') {
      in_class = true;
      // "[]" and "[^]" do not end where they begin.
      if (expression.substr(taken).starts_with("^")) ++taken;
      if (expression.substr(taken).starts_with("]")) ++taken;
    } else if (in_class && expression.starts_with("[:")) {
      taken = std::min(expression.find(":]"), expression.size() - 2) + 2;
    } else if (in_class && expression[0] == ']') {
      in_class = false;
    }
    latin += expression.substr(0, taken);
    expression.remove_prefix(std::min(taken, expression.size()));
  }
  return latin;
}

}  // namespace concord::extraction
