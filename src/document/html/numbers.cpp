#include "document/html/numbers.h"

#include <charconv>
#include <utility>

namespace concord::document {
namespace {

std::string Roman(int number) {
  constexpr std::pair<int, std::string_view> kParts[] = {
      {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"},
      {9, "ix"},  {5, "v"},   {4, "iv"}, {1, "i"}};
  std::string roman;
  for (const auto& [value, letters] : kParts) {
    for (; number >= value; number -= value) roman += letters;
  }
  return roman;
}

std::string Upper(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

}  // namespace

int NumberOf(std::string_view text, int otherwise) {
  int number = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::string PrintedNumber(std::string_view type, int number) {
  const bool letters = type == "a" || type == "A";
  const bool roman = type == "i" || type == "I";
  std::string printed = std::to_string(number);
  if (letters && number >= 1 && number <= 26) {
    printed = std::string(1, static_cast<char>('a' + number - 1));
  } else if (roman && number >= 1 && number <= 399) {
    printed = Roman(number);
  }
  if (type == "A" || type == "I") printed = Upper(std::move(printed));
  return printed + ".";
}

}  // namespace concord::document
