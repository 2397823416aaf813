// Names of countries and territories, from ICU's own data (CLDR).

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <set>
#include <string>

#include "concord/base/unicode.h"

namespace concord {
namespace {

// What a state may call itself beside its name.
const std::set<std::string_view>& FormsOfState() {
  static const std::set<std::string_view> kForms = {
      "republic",    "kingdom",   "islamic",      "democratic",    "people",
      "peoples",     "s",         "arab",         "plurinational", "bolivarian",
      "cooperative", "socialist", "commonwealth", "principality",  "grand",
      "duchy",       "sultanate", "state",        "federal",       "federation",
      "government",  "of",        "the"};
  return kForms;
}

// Without accents: pages print "Cote d'Ivoire" too.
std::string WithoutMarks(const std::string& folded) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return folded;
  const icu::UnicodeString apart =
      nfd->normalize(icu::UnicodeString::fromUTF8(folded), status);
  if (U_FAILURE(status)) return folded;
  icu::UnicodeString plain;
  for (int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    const UChar32 c = apart.char32At(i);
    if (u_charType(c) != U_NON_SPACING_MARK) plain.append(c);
  }
  std::string text;
  plain.toUTF8String(text);
  return text;
}

// The words that are no form of state; all of them if every one is.
std::string NameProper(const std::string& folded) {
  std::string kept;
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    const std::string_view word =
        std::string_view(folded).substr(begin, end - begin);
    if (FormsOfState().count(word) == 0) {
      if (!kept.empty()) kept.push_back(' ');
      kept += word;
    }
    begin = end + 1;
  }
  return kept.empty() ? folded : kept;
}

void AddName(const std::string& printed, std::set<std::string>* names) {
  std::string spelled;
  for (const char c : printed) {
    if (c == '&') {
      spelled += "and";
    } else {
      spelled.push_back(c);
    }
  }
  const std::string name = NameProper(WithoutMarks(FoldWords(spelled)));
  if (name.empty()) return;
  names->insert(name);
  // "Viet Nam" and "Vietnam".
  std::string joined;
  for (const char c : name) {
    if (c != ' ') joined.push_back(c);
  }
  names->insert(joined);
}

std::set<std::string> ReadNames() {
  std::set<std::string> names;
  for (const char* const* code = icu::Locale::getISOCountries();
       *code != nullptr; ++code) {
    icu::UnicodeString display;
    icu::Locale("", *code).getDisplayCountry(icu::Locale::getEnglish(),
                                             display);
    std::string printed;
    display.toUTF8String(printed);
    // "Myanmar (Burma)": either.
    const std::size_t open = printed.find(" (");
    AddName(printed.substr(0, open), &names);
    if (open != std::string::npos) AddName(printed.substr(open + 2), &names);
  }
  return names;
}

}  // namespace

bool IsStateName(std::string_view name) {
  static const std::set<std::string> kNames = ReadNames();
  const std::string proper = NameProper(WithoutMarks(FoldWords(name)));
  if (kNames.count(proper) > 0) return true;
  std::string joined;
  for (const char c : proper) {
    if (c != ' ') joined.push_back(c);
  }
  return !joined.empty() && kNames.count(joined) > 0;
}

}  // namespace concord
