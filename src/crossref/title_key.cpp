#include "crossref/title_key.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "concord/base/digest.h"
#include "concord/base/unicode.h"
#include "concord/crossref/crossref.h"

namespace concord::crossref {
namespace {

using Tokens = std::vector<std::string>;

constexpr std::size_t kMaxSlugBytes = 64;
constexpr std::size_t kSlugDigestDigits = 8;

template <std::size_t N>
bool IsOneOf(std::string_view word,
             const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool IsArticle(std::string_view word) {
  return word == "the" || word == "a" || word == "an";
}

bool IsDigits(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
    return c >= '0' && c <= '9';
  });
}

bool IsYear(std::string_view word) {
  return word.size() == 4 && IsDigits(word) &&
         (word.substr(0, 2) == "18" || word.substr(0, 2) == "19" ||
          word.substr(0, 2) == "20");
}

// Words before a number that say it counts parts of a whole.
bool IsPartWord(std::string_view word) {
  static constexpr std::array<std::string_view, 4> kWords = {"part", "volume",
                                                             "vol", "book"};
  return IsOneOf(word, kWords);
}

// Words after which a single letter is a label, not an article or pronoun.
bool IsNumberedNoun(std::string_view word) {
  static constexpr std::array<std::string_view, 13> kWords = {
      "part",  "volume", "vol",      "book",  "phase",   "stage", "schedule",
      "group", "class",  "appendix", "annex", "section", "level"};
  return IsOneOf(word, kWords);
}

// "Law and Order" is no order: the weaker nouns need a year.
bool IsStatuteNoun(std::string_view word, bool with_year) {
  static constexpr std::array<std::string_view, 3> kWeak = {"order", "bill",
                                                            "measure"};
  return word == "act" || word == "regulations" ||
         (with_year && IsOneOf(word, kWeak));
}

// Roman numerals to digits: two letters and more anywhere ("iii"), a single
// one only where it counts something: at the end, after "phase", before "and
// ii".
void RomanToDigits(Tokens* words) {
  for (std::size_t i = 0; i < words->size(); ++i) {
    std::string& word = (*words)[i];
    const int value = RomanNumeral(word);
    if (value == 0) continue;
    const bool last = i + 1 == words->size();
    const bool after_noun = i > 0 && IsNumberedNoun((*words)[i - 1]);
    const bool before_and = i + 2 < words->size() && (*words)[i + 1] == "and" &&
                            RomanNumeral((*words)[i + 2]) > value;
    if (word.size() > 1 || (last && i > 0) || after_noun || before_and) {
      word = std::to_string(value);
    }
  }
}

// "part one" -> "part 1"; only after a numbered noun.
void NumberWordsToDigits(Tokens* words) {
  for (std::size_t i = 1; i < words->size(); ++i) {
    if (!IsNumberedNoun((*words)[i - 1])) continue;
    const int value = NumberWord((*words)[i]);
    if (value >= 0) (*words)[i] = std::to_string(value);
  }
}

bool DropYear(Tokens* words, TitleForms* forms) {
  const std::size_t n = words->size();
  if (n < 2 || !IsYear(words->back()) || !forms->year.empty()) return false;
  if (IsYear((*words)[n - 2])) return false;  // a range is part of the title
  forms->year = words->back();
  words->pop_back();
  return true;
}

bool DropPart(Tokens* words, TitleForms* forms) {
  const std::size_t n = words->size();
  if (!forms->part.empty()) return false;
  if (n >= 3 && IsPartWord((*words)[n - 2]) && (*words)[n - 1].size() <= 3) {
    forms->part = (*words)[n - 2] + " " + (*words)[n - 1];
    words->resize(n - 2);
    return true;
  }
  if (n >= 4 && IsPartWord((*words)[0]) && (*words)[2] == "of") {
    forms->part = (*words)[0] + " " + (*words)[1];
    words->erase(words->begin(), words->begin() + 3);
    return true;
  }
  return false;
}

// "the three Fair Hearing reports" -> "fair hearing", a series.
void DropSeriesNoun(Tokens* words, TitleForms* forms) {
  if (words->size() < 2) return;
  const std::string& last = words->back();
  if (last != "series" && (last != "reports" || words->size() < 3)) return;
  forms->series = true;
  words->pop_back();
  while (words->size() > 1) {
    const std::string& first = words->front();
    if (first != "all" && first != "both" && !IsArticle(first) &&
        NumberWord(first) < 0) {
      break;
    }
    words->erase(words->begin());
  }
}

void DropLeadingArticle(Tokens* words) {
  if (words->size() > 1 && IsArticle(words->front())) {
    words->erase(words->begin());
  }
}

// No articles; an inquiry stands for its report.
std::string MatchForm(const Tokens& words) {
  Tokens kept;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool label = words[i] == "a" && i > 0 && IsNumberedNoun(words[i - 1]);
    if (!IsArticle(words[i]) || label) kept.push_back(words[i]);
  }
  if (kept.empty()) return JoinWords(words);
  const auto inquiry = std::find(kept.begin(), kept.end(), "inquiry");
  if (inquiry == kept.end()) return JoinWords(kept);
  if (kept.back() == "report" && kept.size() > 2) kept.pop_back();
  if (kept.size() > 3 && kept[0] == "report" && kept[1] == "of") {
    kept.erase(kept.begin(), kept.begin() + 2);
  }
  return JoinWords(kept);
}

// The words of one stretch of a title, with year, part and series noun taken
// off into `forms`.
Tokens Reduce(std::string_view text, TitleForms* forms) {
  Tokens words = KeyWords(text);
  RomanToDigits(&words);
  NumberWordsToDigits(&words);
  for (int round = 0; round < 2; ++round) {
    DropYear(&words, forms);
    DropPart(&words, forms);
  }
  DropSeriesNoun(&words, forms);
  DropLeadingArticle(&words);
  return words;
}

// Position of the colon, spaced dash or question mark that opens a subtitle
// ("Whose Keys? A study of ..."), and its length.
std::pair<std::size_t, std::size_t> SubtitleBreak(std::string_view folded) {
  const std::size_t colon = folded.find(':');
  const std::size_t dash = folded.find(" - ");
  const std::size_t question = folded.find("? ");
  if (question < std::min(colon, dash) && folded.find(' ') < question) {
    const char next = question + 2 < folded.size() ? folded[question + 2] : '(';
    if (next != '(' && next != '[') return {question, 2};
  }
  if (colon < dash) return {colon, 1};
  return {dash, 3};
}

// True where a bracket is open at `at`: "(1999)", "(HMI, 1999)".
bool InBrackets(std::string_view text, std::size_t at) {
  if (at == std::string_view::npos) return false;
  const std::size_t open = text.substr(0, at).find_last_of("([");
  const std::size_t closed = text.substr(0, at).find_last_of(")]");
  return open != std::string_view::npos &&
         (closed == std::string_view::npos || closed < open);
}

// "protect 1 and 2" -> {1, 2} and the words before; "protect 2" -> {2}.
void ReadNumbered(const Tokens& words, TitleForms* forms) {
  const std::size_t n = words.size();
  if (n < 2 || !IsDigits(words[n - 1]) || words[n - 1].size() > 2) return;
  if (IsNumberedNoun(words[n - 2])) return;
  const auto number = [](const std::string& word) { return std::stoi(word); };
  std::size_t stem = n - 1;
  if (n >= 4 && words[n - 2] == "and" && IsDigits(words[n - 3]) &&
      words[n - 3].size() <= 2) {
    forms->numbered.push_back(number(words[n - 3]));
    stem = n - 3;
  }
  forms->numbered.push_back(number(words[n - 1]));
  forms->main = MatchForm(
      Tokens(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(stem)));
}

}  // namespace

std::vector<std::string> KeyWords(std::string_view text) {
  std::string open;
  for (const char c : Fold(text)) {
    if (c == '\'') continue;
    if (c == '&') {
      open += " and ";
    } else {
      open.push_back(c);
    }
  }
  const std::string folded = FoldWords(open);
  Tokens words;
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    words.push_back(folded.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

std::string JoinWords(const std::vector<std::string>& words) {
  std::string joined;
  for (const std::string& word : words) {
    if (!joined.empty()) joined.push_back(' ');
    joined += word;
  }
  return joined;
}

TitleForms ReadTitle(std::string_view title) {
  TitleForms forms;
  const std::string folded = Fold(title);
  const Tokens words = Reduce(folded, &forms);
  const std::size_t year_at =
      forms.year.empty() ? std::string::npos : folded.rfind(forms.year);
  // "Open Doors, 1999, Part Two": said of it as in brackets.
  const bool aside = year_at != std::string::npos && year_at > 2 &&
                     folded.substr(year_at - 2, 2) == ", " &&
                     folded.substr(year_at + 4, 1) == ",";
  forms.year_in_brackets = aside || InBrackets(folded, year_at);
  forms.key = JoinWords(words);
  forms.match = MatchForm(words);
  forms.statute =
      words.size() > 1 && IsStatuteNoun(words.back(), !forms.year.empty());
  forms.main = forms.match;

  const auto [at, length] = SubtitleBreak(folded);
  if (at != std::string::npos && !forms.statute) {
    TitleForms side;
    const std::string main = MatchForm(Reduce(folded.substr(0, at), &side));
    TitleForms other;
    const Tokens rest = Reduce(folded.substr(at + length), &other);
    const bool only_part =
        rest.empty() || (rest.size() == 2 && IsPartWord(rest[0]));
    if (!main.empty() && !only_part) {
      forms.main = main;
      forms.subtitle = MatchForm(rest);
    }
  }
  if (forms.subtitle.empty()) ReadNumbered(words, &forms);
  return forms;
}

std::string TitleKey(std::string_view title) {
  const TitleForms forms = ReadTitle(title);
  return forms.part.empty() ? forms.key : forms.key + " " + forms.part;
}

std::string Slug(std::string_view prefix, std::string_view key) {
  std::string slug(prefix);
  bool lossless = key.size() <= kMaxSlugBytes;
  for (const char c : key.substr(0, kMaxSlugBytes)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    lossless = lossless && (plain || c == ' ');
    if (plain) {
      slug.push_back(c);
    } else if (slug.back() != '-') {
      slug.push_back('-');
    }
  }
  while (slug.size() > prefix.size() && slug.back() == '-') slug.pop_back();
  if (!lossless || key.empty()) {
    slug += "-" + Sha256Hex(key).substr(0, kSlugDigestDigits);
  }
  return slug;
}

}  // namespace concord::crossref
