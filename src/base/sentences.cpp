// Sentences of committee prose, on ICU's boundaries.
//
// ICU breaks after "Mr.", "para.", "e.g.", "24 Apr." and "1.", and suppressing
// such endings inside ICU matches suffixes without a word boundary, which joins
// whole pages. So its breaks are taken as they come and the wrong ones are
// joined again here: a break is dropped when the word before it is a known
// abbreviation, a single initial or a list number that begins the sentence.
//
//   "See para. 4. It was agreed."   2 sentences
//   "Mr. J. Smith attended."        1

#include <unicode/brkiter.h>

#include <memory>
#include <unordered_set>

#include "base/boundaries.h"
#include "concord/base/unicode.h"

namespace concord {
namespace {

std::unique_ptr<icu::BreakIterator> MakeSentenceIterator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createSentenceInstance(icu::Locale::getUK(), status));
  return U_FAILURE(status) ? nullptr : std::move(iterator);
}

bool IsAbbreviation(std::string_view word) {
  static const std::unordered_set<std::string_view> kAbbreviations = {
      "mr",  "mrs",  "ms",     "dr",   "prof", "rev",   "hon", "sir",  "st",
      "sgt", "insp", "supt",   "cllr", "para", "paras", "rec", "recs", "no",
      "nos", "vol",  "app",    "ref",  "refs", "ch",    "pt",  "p",    "pp",
      "fig", "s",    "ss",     "art",  "cf",   "eg",    "e.g", "i.e",  "ie",
      "viz", "etc",  "approx", "dep",  "asst", "dept",  "ltd", "co",   "jan",
      "feb", "mar",  "apr",    "jun",  "jul",  "aug",   "sep", "sept", "oct",
      "nov", "dec",  "incl",   "tel",  "ext",  "a.m",   "p.m", "v",    "vs"};
  std::string lower;
  for (const char c : word) {
    lower.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
  }
  return kAbbreviations.contains(lower);
}

// The token directly before `end`, without its final stop: letters, digits and
// inner stops.
std::string_view LastToken(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) {
    text.remove_suffix(1);
  }
  if (text.empty() || text.back() != '.') return {};
  text.remove_suffix(1);
  std::size_t begin = text.size();
  while (begin > 0 &&
         (std::isalnum(static_cast<unsigned char>(text[begin - 1])) != 0 ||
          text[begin - 1] == '.')) {
    --begin;
  }
  // "at the printer's.": the end of a word, and no abbreviation.
  const std::string_view before = text.substr(0, begin);
  if (before.ends_with('\'') || before.ends_with("\xE2\x80\x99")) return {};
  return text.substr(begin);
}

// True where the break after `sentence` must not stand.
bool JoinsNext(std::string_view sentence, std::string_view rest) {
  if (sentence.ends_with('\n')) return false;
  const std::string_view token = LastToken(sentence);
  if (token.empty()) return false;
  if (token.size() == 1 && std::isupper(static_cast<unsigned char>(token[0]))) {
    return true;  // an initial
  }
  // "etc." and "no." end a sentence as often as not: the next letter decides.
  if (token == "etc" || token == "no" || token == "No") {
    return !rest.empty() &&
           std::isupper(static_cast<unsigned char>(rest[0])) == 0;
  }
  if (IsAbbreviation(token)) return true;
  const bool number =
      token.find_first_not_of("0123456789.") == std::string_view::npos;
  const bool opens =
      sentence.find(token) <= 1 && sentence.size() <= token.size() + 3;
  return number && opens;  // "12. " at the start: a list number
}

}  // namespace

std::vector<TextSpan> Sentences(std::string_view text, TextSpan within) {
  std::vector<TextSpan> sentences;
  const std::string_view view = Slice(text, within);
  thread_local const std::unique_ptr<icu::BreakIterator> iterator =
      MakeSentenceIterator();
  if (iterator == nullptr || view.empty()) return sentences;
  std::uint32_t begin = 0;
  for (const std::uint32_t end : Boundaries(iterator.get(), view)) {
    if (end < view.size() &&
        JoinsNext(view.substr(begin, end - begin), view.substr(end))) {
      continue;
    }
    const TextSpan span =
        Trim(text, {within.begin + begin, within.begin + end});
    if (!Empty(span)) sentences.push_back(span);
    begin = end;
  }
  return sentences;
}

}  // namespace concord
