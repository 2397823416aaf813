#pragma once
// What a title says once its spelling is set aside.
//
// Titles are written from memory: quotes, dashes, brackets, articles, roman
// numerals, the year and the part come and go. ReadTitle() separates what
// identifies a work (its words, a part, an edition) from how it was printed.
//
//   "Policing the Valley – Fair Hearing – Part One (1999)"
//       key "policing the valley fair hearing", part "part 1", year "1999"
//
// A title contained in another is a different title: "Fair Hearing" and "Fair
// Hearing: the second year" have different keys.

#include <string>
#include <string_view>
#include <vector>

namespace concord::crossref {

struct TitleForms {
  std::string key;    // words, without year, part and a leading article
  std::string match;  // key without any article; what works are joined on
  std::string part;   // "part 1", "volume 2"; ""
  std::string year;   // the trailing year; ""
  bool year_in_brackets = false;
  bool statute = false;       // an Act, order or set of regulations
  bool series = false;        // "the ... series", "the three ... reports"
  std::string main;           // match form of the words before the first colon
  std::string subtitle;       // match form of the words after it; ""
  std::vector<int> numbered;  // "... I and II" -> 1, 2; of `main`
};

TitleForms ReadTitle(std::string_view title);

// The words a key is made of: folded, apostrophes closed up, "&" as "and".
std::vector<std::string> KeyWords(std::string_view text);

std::string JoinWords(const std::vector<std::string>& words);

// "w-" + the key with hyphens. Two keys never share an identifier: where the
// key does not survive as ASCII or is long, a digest of it is added.
std::string Slug(std::string_view prefix, std::string_view key);

}  // namespace concord::crossref
