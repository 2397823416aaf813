#include "document/structure/front_lines.h"

#include <cstddef>

#include "document/structure/line_pattern.h"

namespace concord::document {
namespace {

// What a system prints over every page it makes: "Agenda item", "Issue -
// decisions". The words under it say what this one is about.
bool IsKicker(std::string_view text) {
  static const RE2 pattern(
      "(?i)(agenda items?|agendas, (reports|meetings),? (and|&) "
      "minutes|item|issue( -|:)? "
      "(decisions?|details|history|meetings?)|"
      "(decision|meeting|document|committee|issue) details|decisions?|"
      "(meeting|committee) documents?|part (1|2|i|ii|a|b|one|two)( ?[-–—(]? ?"
      "(open to|items?|public|exempt|confidential|private|not for|closed)"
      "\\b.{0,60}\\)?)?|(agenda )?item (no|number)\\.? ?:? "
      "?\\w{0,4}|(site|main|page) "
      "navigation|open( to the public)?|(un)?restricted|for (publication|"
      "decision|information|noting|approval)|not for publication|public|"
      "confidential|official( - .{0,30})?)");
  return Matches(text, pattern);
}

// "Report of the Treasurer (copy attached)": whose paper it is.
bool IsMakerLine(std::string_view text) {
  static const RE2 pattern(
      "(?i:(joint )?(report|paper|memorandum|note) (of|by|from) (the )?)"
      "((([A-Z][^ .;:()]*|and|&|for|of|the),? ){0,8}(?i:officers?|directors?|"
      "clerk|executive|commissioner|treasurer|secretary|solicitor|constable|"
      "manager|surveyor|controller|comptroller|chamberlain|leader|mayor|chair|"
      "chairman|engineer|architect|librarian|principal|registrar|president|"
      "superintendent|remembrancer)|(([A-Z][^ .;:()]*|and|&|for),? ){0,5}"
      "(?i:(director|head|member|holder|officer|chief|manager|leader|"
      "commissioner|secretary|solicitor|inspector)s?,? "
      "(of|for|-|–) )[^.;:()]*)(,? ?\\(.{3,60}\\)|(?i: (attached|herewith|"
      "enclosed|to follow)))?\\.?");
  return Matches(text, pattern);
}

// "To the Cabinet Meeting": whom the paper is for.
bool IsAddressLine(std::string_view text) {
  static const RE2 pattern(
      "(?i)(report )?to:? (the )?(meeting of (the )?)?([^.;:()]* )?"
      "(cabinet|committee|board|council|panel|executive|authority|forum|"
      "sub-committee|commission)( meeting)?\\.?");
  return Matches(text, pattern);
}

// "Estates Committee - Thursday 11th February 2021 7.00 pm": whose meeting.
bool IsMeetingLine(std::string_view text) {
  static const RE2 pattern(
      "(?i)([^.;:()]* )?(cabinet|committee|board|council|panel|"
      "executive|authority|forum|commission|meeting) ?[,:–—-] ?"
      "((mon|tues|wednes|thurs|fri|satur|sun)day,? )?\\d{1,2}(st|nd|rd|th)? "
      "[a-z]{3,9},? \\d{4}\\b.*");
  return Matches(text, pattern);
}

}  // namespace

bool IsFieldNameAlone(std::string_view text) {
  static const RE2 pattern(
      "(?i)(report|report no\\.?|report number|date|by|from|to|author|subject|"
      "title|committee|meeting|issued|published|version) ?:");
  return Matches(text, pattern);
}

bool IsIntroduction(std::string_view text) {
  static const RE2 pattern(
      "(?i)((this )?(report|paper|item|agenda item|supplementary report) "
      "\\S{1,6} "
      "(of|to|for|from) the .{1,80}\\b(meeting|committee|board|authority|panel|"
      "cabinet|council)\\b.{0,600}|this (page|document) (contains|is|holds|"
      "gives|presents|sets out|lists)\\b.{0,400}|((these|this) (are|is) the "
      ")?(\\p{L}+ ){0,3}(agenda|minutes|notes) (for|of|from) the \\d{1,2} "
      ".{3,30} meeting of .{3,400})");
  return Matches(text, pattern);
}

bool IsDateOrNumberAlone(std::string_view text) {
  static const RE2 pattern(
      "(?i)(on )?(((mon|tues|wednes|thurs|fri|satur|sun)day,? ?"
      ")?\\d{1,2}(st|nd|rd|th)? "
      "[a-z]{3,9},? \\d{2,4}|((mon|tues|wednes|thurs|fri|satur|sun)day,? ?"
      ")?[a-z]{3,9} \\d{1,2}(st|nd|rd|th)?, \\d{4}|\\d{1,4}/\\d{2,4}|"
      "\\d{1,2}/\\d{1,2}/\\d{2,4}|(version|issue|edition) "
      "\\d{1,2}(\\.\\d{1,2})?)");
  return Matches(text, pattern);
}

bool NamesDocument(std::string_view text) {
  static const RE2 pattern(
      "(?i)agenda|agenda "
      "[^i].*|.*\\b(council|committee|board|cabinet|panel|meeting) agenda\\b.*|"
      ".*\\b(report|minutes|strategy|review|inquiry|policy|scheme|"
      "plan|response|statement|update|notes|record|inspection|audit|scrutiny|"
      "terms of reference|press release)\\b.*");
  return Matches(text, pattern);
}

bool StartsLikeTitle(std::string_view text) {
  static const RE2 pattern(
      "(?i)(the )?(\\p{L}+ )?(report|minutes|agenda|notes|record|review|"
      "strategy|inspection|scrutiny|inquiry) (of|on|for|to|by|into)\\b.*");
  return Matches(text, pattern);
}

bool IsDayAndPlace(std::string_view text) {
  static const RE2 pattern(
      "(?i)(on )?(mon|tues|wednes|thurs|fri|satur|sun)day,? \\d{1,2}"
      "(st|nd|rd|th)? [a-z]{3,9},? \\d{4}( at|,| -| –| from| in|:| "
      "\\d).{2,90}");
  return Matches(text, pattern);
}

bool IsCatalogueField(std::string_view text) {
  static const RE2 pattern(
      "(?i)((category|issn|isbn|doi|(article|document|record) type|keywords?|"
      "languages?|(decision|case|record) (status|type)|(publication|decision|"
      "release) date|is key decision\\?|reference|permalink) ?: ?\\S.*)");
  return Matches(text, pattern);
}

bool IsCatalogueLabel(std::string_view text) {
  static const RE2 pattern(
      "(?i)((recommendation|recipient|reply|record|publication|decision) "
      "(date|name|number|id|status|type|text)s?|text|related "
      "investigations?(\\(s\\))?):?");
  return Matches(text, pattern);
}

bool IsAboutPage(std::string_view text) {
  constexpr std::size_t kLongest = 160;
  if (text.size() > kLongest) return false;
  return IsDateOrNumberAlone(text) || IsMeetingLine(text) ||
         IsDayAndPlace(text) || IsKicker(text) || IsMakerLine(text) ||
         IsAddressLine(text);
}

bool IsNamedValue(std::string_view text) {
  constexpr std::size_t kLongestName = 30;
  const auto colon = text.find(": ");
  if (colon == std::string_view::npos || colon < 3 || colon > kLongestName) {
    return false;
  }
  return text.front() >= 'A' && text.front() <= 'Z' &&
         text.substr(0, colon).find_first_of(".,;(") == std::string_view::npos;
}

bool HasBullet(std::string_view text) {
  static const RE2 pattern("([-–•·*▪●]) +\\S.*");
  return Matches(text, pattern);
}

}  // namespace concord::document
