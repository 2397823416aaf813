// One pass over the expression, from the inside out: of each part the strings
// that it matches exactly, as long as they are few, and of what is longer the
// sets that it needs. What is not known (a class of many letters, `.`, `*`)
// needs nothing; an expression with syntax that is not known needs nothing at
// all.

#include "extraction/needed_strings.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "extraction/grams.h"

namespace concord::extraction {
namespace {

using Strings = std::vector<std::string>;

// A run of parts one after the other is spelled out up to so many strings.
constexpr std::size_t kMostSpelled = 16;
// A choice of more words than this is not looked up but tried.
constexpr std::size_t kMostOfASet = 64;
constexpr std::size_t kMostOfAClass = 8;
constexpr std::size_t kMostSets = 4;

bool IsAscii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// What a part of an expression needs.
struct Need {
  bool exact = true;  // it matches `strings` and nothing else
  Strings strings = {""};
  std::vector<Strings> sets;  // beside them, of a part that is not exact
};

Need Unknown() { return {false, {}, {}}; }

// The longest piece without letters beyond ASCII: their case is not folded.
std::string LongestPlain(std::string_view text) {
  std::string_view longest;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && IsAscii(text[end])) ++end;
    if (end - begin > longest.size()) longest = text.substr(begin, end - begin);
    begin = end + 1;
  }
  return std::string(longest);
}

void SortOnce(Strings* strings) {
  std::sort(strings->begin(), strings->end());
  strings->erase(std::unique(strings->begin(), strings->end()), strings->end());
}

// As a set to look up: nullopt where one of them is too short or they are too
// many. A string that holds another of the set says nothing more.
std::optional<Strings> AsSet(const Strings& strings) {
  Strings set;
  for (const std::string& one : strings) {
    set.push_back(LongestPlain(one));
    if (set.back().size() < kShortestNeeded) return std::nullopt;
  }
  SortOnce(&set);
  if (set.size() > 2 * kMostOfASet) return std::nullopt;
  Strings telling;
  for (const std::string& one : set) {
    const bool holds_other =
        std::any_of(set.begin(), set.end(), [&](const std::string& other) {
          return other != one && one.find(other) != std::string::npos;
        });
    if (!holds_other) telling.push_back(one);
  }
  if (telling.empty() || telling.size() > kMostOfASet) return std::nullopt;
  return telling;
}

std::size_t Shortest(const Strings& set) {
  return std::min_element(set.begin(), set.end(),
                          [](const std::string& a, const std::string& b) {
                            return a.size() < b.size();
                          })
      ->size();
}

// Few and long strings tell most.
bool TellsMore(const Strings& a, const Strings& b) {
  return Shortest(a) * b.size() > Shortest(b) * a.size();
}

Need InARow(const std::vector<Need>& parts) {
  Need row;
  const auto end_run = [&row] {
    if (auto set = AsSet(row.strings)) row.sets.push_back(std::move(*set));
    row.strings = {""};
  };
  for (const Need& part : parts) {
    if (!part.exact) {
      end_run();
      row.exact = false;
      row.sets.insert(row.sets.end(), part.sets.begin(), part.sets.end());
      continue;
    }
    const std::size_t most =
        std::max({kMostSpelled, row.strings.size(), part.strings.size()});
    if (row.strings.size() * part.strings.size() > most) {
      end_run();
      row.exact = false;
    }
    Strings longer;
    for (const std::string& begin : row.strings) {
      for (const std::string& end : part.strings) {
        longer.push_back(begin + end);
      }
    }
    SortOnce(&longer);
    row.strings = std::move(longer);
  }
  if (!row.exact) {
    end_run();
    row.strings.clear();
  }
  return row;
}

Need AnyOf(const std::vector<Need>& choices) {
  Need any{true, {}, {}};
  for (const Need& choice : choices) {
    any.exact = any.exact && choice.exact;
    any.strings.insert(any.strings.end(), choice.strings.begin(),
                       choice.strings.end());
  }
  if (any.exact) {
    SortOnce(&any.strings);
    return any;
  }
  Strings all;
  for (const Need& choice : choices) {
    const auto set = choice.exact ? AsSet(choice.strings) : std::nullopt;
    const auto best =
        std::min_element(choice.sets.begin(), choice.sets.end(), TellsMore);
    if (!set && best == choice.sets.end()) return Unknown();
    const Strings& needed = set ? *set : *best;
    all.insert(all.end(), needed.begin(), needed.end());
  }
  Need need = Unknown();
  if (auto set = AsSet(all)) need.sets.push_back(std::move(*set));
  return need;
}

// `from` to `to` times; to 0: as often as you like.
Need Repeated(Need part, std::size_t from, std::size_t to) {
  if (from == 1 && to == 1) return part;
  if (from == 0) {
    if (to != 1 || !part.exact) return Unknown();
    part.strings.emplace_back();
    SortOnce(&part.strings);
    return part;
  }
  if (part.exact) {
    Need more = Unknown();
    if (auto set = AsSet(part.strings)) more.sets.push_back(std::move(*set));
    return more;
  }
  return part;
}

class Reader {
 public:
  explicit Reader(std::string_view expression) : left_(expression) {}

  // Nothing where the syntax is not known.
  std::vector<Strings> Read() {
    Need need = Choice();
    if (!known_ || !left_.empty()) return {};
    if (need.exact) {
      if (auto set = AsSet(need.strings)) need.sets = {std::move(*set)};
    }
    std::stable_sort(need.sets.begin(), need.sets.end(), TellsMore);
    if (need.sets.size() > kMostSets) need.sets.resize(kMostSets);
    return std::move(need.sets);
  }

 private:
  bool Take(std::string_view mark) {
    if (!left_.starts_with(mark)) return false;
    left_.remove_prefix(mark.size());
    return true;
  }

  Need GiveUp() {
    known_ = false;
    left_ = {};
    return Unknown();
  }

  Need Choice() {
    std::vector<Need> choices = {Row()};
    while (Take("|")) choices.push_back(Row());
    return choices.size() == 1 ? std::move(choices[0]) : AnyOf(choices);
  }

  Need Row() {
    std::vector<Need> parts;
    while (!left_.empty() && left_[0] != '|' && left_[0] != ')') {
      Need part = Part();
      while (auto times = Times()) {
        part = Repeated(std::move(part), times->first, times->second);
      }
      parts.push_back(std::move(part));
    }
    return InARow(parts);
  }

  // "*", "+?", "{2,3}": from how many to how many times, 0 for no limit.
  std::optional<std::pair<std::size_t, std::size_t>> Times() {
    std::pair<std::size_t, std::size_t> times;
    if (Take("*")) {
      times = {0, 0};
    } else if (Take("+")) {
      times = {1, 0};
    } else if (Take("?")) {
      times = {0, 1};
    } else if (const std::size_t end = left_.find('}');
               left_.starts_with("{") && end != std::string_view::npos) {
      std::string_view figures = left_.substr(1, end - 1);
      const auto from = Figures(&figures);
      if (!from) return std::nullopt;
      times = {*from, *from};
      if (figures.starts_with(",")) {
        figures.remove_prefix(1);
        times.second = Figures(&figures).value_or(0);
      }
      if (!figures.empty()) return std::nullopt;
      left_.remove_prefix(end + 1);
      if (times == std::pair<std::size_t, std::size_t>{0, 0}) {
        times.second = 2;  // "{0}" and "{0,}": nothing is needed
      }
    } else {
      return std::nullopt;
    }
    Take("?");
    return times;
  }

  static std::optional<std::size_t> Figures(std::string_view* text) {
    std::size_t number = 0;
    std::size_t at = 0;
    for (; at < text->size() && (*text)[at] >= '0' && (*text)[at] <= '9';
         ++at) {
      number = number * 10 + static_cast<std::size_t>((*text)[at] - '0');
    }
    if (at == 0) return std::nullopt;
    text->remove_prefix(at);
    return number;
  }

  Need Part() {
    if (Take(".")) return Unknown();
    if (Take("^") || Take("$")) return {};
    if (Take("[")) return Class();
    if (Take("(")) return Group();
    if (Take("\\")) return Escape();
    if (left_[0] == '*' || left_[0] == '+' || left_[0] == '?') return GiveUp();
    return Exactly(Letter());
  }

  static Need Exactly(std::string letter) { return {true, {letter}, {}}; }

  // One letter, of as many bytes as it has; small.
  std::string Letter() {
    std::string letter(1, left_[0]);
    left_.remove_prefix(1);
    if (letter[0] >= 'A' && letter[0] <= 'Z') letter[0] += 'a' - 'A';
    if (IsAscii(letter[0])) return letter;
    while (!left_.empty() &&
           (static_cast<unsigned char>(left_[0]) & 0xC0u) == 0x80u) {
      letter += left_[0];
      left_.remove_prefix(1);
    }
    return letter;
  }

  // After "(".
  Need Group() {
    if (Take("?")) {
      if (Take("P<")) {
        const std::size_t end = left_.find('>');
        if (end == std::string_view::npos) return GiveUp();
        left_.remove_prefix(end + 1);
      } else {
        const std::size_t end = left_.find_first_not_of("imsU-");
        if (end == std::string_view::npos) return GiveUp();
        left_.remove_prefix(end);
        if (Take(")")) return {};  // flags from here on
        if (!Take(":")) return GiveUp();
      }
    }
    Need inside = Choice();
    return Take(")") ? inside : GiveUp();
  }

  // After "\": a place, a class, or one letter.
  Need Escape() {
    if (left_.empty()) return GiveUp();
    const char sort = left_[0];
    if (std::ispunct(static_cast<unsigned char>(sort)) != 0) {
      return Exactly(Letter());
    }
    if (!TakeSort()) return GiveUp();
    return sort == 'b' || sort == 'B' || sort == 'A' || sort == 'z' ? Need{}
                                                                    : Unknown();
  }

  // The letter after "\" and what belongs to it.
  bool TakeSort() {
    const char sort = left_[0];
    left_.remove_prefix(1);
    switch (sort) {
      case 'b':
      case 'B':
      case 'A':
      case 'z':
      case 'd':
      case 'D':
      case 's':
      case 'S':
      case 'w':
      case 'W':
      case 'n':
      case 't':
      case 'r':
      case 'f':
      case 'v':
        return true;
      case 'p':
      case 'P':
        if (!left_.starts_with("{")) {
          if (left_.empty()) return false;
          left_.remove_prefix(1);
          return true;
        }
        break;
      case 'x':
        if (!left_.starts_with("{")) return false;
        break;
      default:
        return false;
    }
    const std::size_t end = left_.find('}');
    if (end == std::string_view::npos) return false;
    left_.remove_prefix(end + 1);
    return true;
  }

  // After "[": the letters of a small class.
  Need Class() {
    bool spelled = !Take("^");
    Strings letters;
    for (bool first = true; first || !Take("]"); first = false) {
      if (left_.empty()) return GiveUp();
      if (Take("[:")) {
        const std::size_t end = left_.find(":]");
        if (end == std::string_view::npos) return GiveUp();
        left_.remove_prefix(end + 2);
        spelled = false;
        continue;
      }
      if (Take("\\")) {
        if (left_.empty()) return GiveUp();
        if (std::ispunct(static_cast<unsigned char>(left_[0])) == 0) {
          if (!TakeSort()) return GiveUp();
          spelled = false;
          continue;
        }
      }
      letters.push_back(Letter());
      // A range: at the end of a class "-" is itself.
      if (left_.starts_with("-") && !left_.starts_with("-]")) spelled = false;
    }
    SortOnce(&letters);
    if (!spelled || letters.size() > kMostOfAClass) return Unknown();
    return {true, letters, {}};
  }

  std::string_view left_;
  bool known_ = true;
};

}  // namespace

std::vector<std::vector<std::string>> NeededStrings(
    std::string_view expression) {
  if (expression.find(kLongS) != std::string_view::npos ||
      expression.find(kKelvin) != std::string_view::npos) {
    return {};
  }
  return Reader(expression).Read();
}

}  // namespace concord::extraction
