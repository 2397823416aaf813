// Words of committee prose.
//
// ICU's word boundaries (Unicode Standard Annex 29) decide, with "re-affirm"
// joined again. Nearly all of this prose is ASCII with curly quotes and dashes,
// for which the annex's rules are few; those are walked here, ten times faster,
// and everything else is left to ICU. A test compares the two on random text.

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/boundaries.h"
#include "concord/base/unicode.h"

namespace concord {
namespace {

// What a character does between two of its neighbours.
enum class Role : std::uint8_t {
  kOther,
  kLetter,
  kDigit,
  kExtend,     // "_" joins whatever it stands between
  kMidNumber,  // "," and ";" join digits
  kMidBoth,    // "." and apostrophes join letters, and digits
  kUnknown,    // ICU is asked
};

struct Character {
  Role role = Role::kUnknown;
  std::uint32_t size = 1;
};

constexpr Role DecideRole(char c) {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return Role::kLetter;
  if (c >= '0' && c <= '9') return Role::kDigit;
  switch (c) {
    case '_':
      return Role::kExtend;
    case ',':
    case ';':
      return Role::kMidNumber;
    case '.':
    case '\'':
      return Role::kMidBoth;
    case '@':  // a letter to ICU
      return Role::kUnknown;
    default:
      return Role::kOther;
  }
}

constexpr auto kRolesOfAscii = [] {
  std::array<Role, 0x80> roles{};
  for (std::size_t i = 0; i < roles.size(); ++i) {
    roles[i] = DecideRole(static_cast<char>(i));
  }
  return roles;
}();

Role RoleOfAscii(char c) { return kRolesOfAscii[static_cast<std::size_t>(c)]; }

// The punctuation that prose has beyond ASCII.
Role RoleOfCodePoint(UChar32 c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
      return Role::kMidBoth;
    case 0xA3:    // pound
    case 0x2013:  // dashes
    case 0x2014:
    case 0x201C:  // double quotes
    case 0x201D:
    case 0x2022:  // bullet
      return Role::kOther;
    default:
      return Role::kUnknown;
  }
}

Character CharacterAt(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {Role::kOther, 0};
  if (static_cast<unsigned char>(text[at]) < 0x80) {
    return {RoleOfAscii(text[at]), 1};
  }
  auto i = static_cast<std::int32_t>(at);
  UChar32 c = 0;
  U8_NEXT(text.data(), i, static_cast<std::int32_t>(text.size()), c);
  return {RoleOfCodePoint(c),
          static_cast<std::uint32_t>(i) - static_cast<std::uint32_t>(at)};
}

bool IsPlain(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character c = CharacterAt(text, at);
    if (c.role == Role::kUnknown) return false;
    at += c.size;
  }
  return true;
}

bool JoinsWith(Role middle, Role before, Role after) {
  if (before != after) return false;
  if (middle == Role::kMidBoth) {
    return before == Role::kLetter || before == Role::kDigit;
  }
  return middle == Role::kMidNumber && before == Role::kDigit;
}

bool IsInside(Role role) {
  return role == Role::kLetter || role == Role::kDigit || role == Role::kExtend;
}

// Where the word that has `at` inside ends.
std::size_t WordEnd(std::string_view text, std::size_t at) {
  Role last = RoleOfAscii(text[at]);
  ++at;
  while (at < text.size()) {
    const Character next = CharacterAt(text, at);
    if (IsInside(next.role)) {
      last = next.role;
      at += next.size;
      continue;
    }
    const Character after = CharacterAt(text, at + next.size);
    if (!JoinsWith(next.role, last, after.role)) break;
    last = after.role;
    at += next.size + after.size;
  }
  return at;
}

// Adds a word; "re" and "affirm" of "re-affirm" become one.
void AddWord(std::string_view text, TextSpan span,
             std::vector<TextSpan>* words) {
  const bool joined = !words->empty() && words->back().end + 1 == span.begin &&
                      text[words->back().end] == '-';
  if (joined) {
    words->back().end = span.end;
  } else {
    words->push_back(span);
  }
}

std::vector<TextSpan> PlainWords(std::string_view text, TextSpan within) {
  std::vector<TextSpan> words;
  const std::string_view view = Slice(text, within);
  for (std::size_t at = 0; at < view.size();) {
    const Character c = CharacterAt(view, at);
    if (!IsInside(c.role)) {
      at += c.size;
      continue;
    }
    const std::size_t end = WordEnd(view, at);
    if (c.role != Role::kExtend) {
      AddWord(text,
              {within.begin + static_cast<std::uint32_t>(at),
               within.begin + static_cast<std::uint32_t>(end)},
              &words);
    }
    at = end;
  }
  return words;
}

std::unique_ptr<icu::BreakIterator> MakeWordIterator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createWordInstance(icu::Locale::getUK(), status));
  return U_FAILURE(status) ? nullptr : std::move(iterator);
}

}  // namespace

std::vector<std::uint32_t> Boundaries(icu::BreakIterator* iterator,
                                      std::string_view text) {
  std::vector<std::uint32_t> boundaries;
  UErrorCode status = U_ZERO_ERROR;
  UText* utext = utext_openUTF8(
      nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  iterator->setText(utext, status);
  if (U_SUCCESS(status)) {
    for (int32_t at = iterator->next(); at != icu::BreakIterator::DONE;
         at = iterator->next()) {
      boundaries.push_back(static_cast<std::uint32_t>(at));
    }
  }
  utext_close(utext);
  return boundaries;
}

std::vector<TextSpan> WordsByIcu(std::string_view text, TextSpan within) {
  std::vector<TextSpan> words;
  const std::string_view view = Slice(text, within);
  thread_local const std::unique_ptr<icu::BreakIterator> iterator =
      MakeWordIterator();
  if (iterator == nullptr) return words;
  std::uint32_t begin = 0;
  for (const std::uint32_t end : Boundaries(iterator.get(), view)) {
    const std::string_view piece = view.substr(begin, end - begin);
    std::int32_t i = 0;
    UChar32 first = 0;
    U8_NEXT(piece.data(), i, static_cast<std::int32_t>(piece.size()), first);
    const TextSpan span{within.begin + begin, within.begin + end};
    if (u_isalnum(first)) AddWord(text, span, &words);
    begin = end;
  }
  return words;
}

std::vector<TextSpan> Words(std::string_view text, TextSpan within) {
  return IsPlain(Slice(text, within)) ? PlainWords(text, within)
                                      : WordsByIcu(text, within);
}

}  // namespace concord
