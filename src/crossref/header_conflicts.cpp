// The number, date or committee that the introduction of a page gives beside
// those of the header. Extraction keeps every such claim; here the ones that
// say something else are told from those in another form ("09" and "9",
// "15 Nov 01" and "15 November 2001").

#include <algorithm>
#include <array>
#include <optional>

#include "concord/base/unicode.h"
#include "concord/edtf/edtf.h"
#include "crossref/bodies.h"
#include "crossref/conflicts.h"

namespace concord::crossref {
namespace {

// "09a" and "9A" are one number.
std::string NumberKey(std::string_view printed) {
  std::string key = FoldWords(printed);
  key.erase(0, std::min(key.find_first_not_of('0'), key.size()));
  return key.substr(0, key.find(' '));
}

int MonthOf(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths = {
      "jan", "feb", "mar", "apr", "may", "jun",
      "jul", "aug", "sep", "oct", "nov", "dec"};
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (word.substr(0, 3) == kMonths[i]) return static_cast<int>(i) + 1;
  }
  return 0;
}

// The civil day of a header date in words: "15 Nov 01", "6th October 2005". A
// two-figure year is taken from the century of `near`.
std::optional<edtf::Day> HeaderDay(std::string_view printed, edtf::Day near) {
  int day = 0;
  int month = 0;
  int year = 0;
  const std::string text(printed);
  const auto words = Words(text, {0, static_cast<std::uint32_t>(text.size())});
  for (const TextSpan span : words) {
    const std::string word = FoldWords(Slice(text, span));
    if (word.empty()) continue;
    if (word[0] < '0' || word[0] > '9') {
      if (month == 0) month = MonthOf(word);
      continue;
    }
    const int value = std::atoi(word.substr(0, 4).c_str());
    if (month == 0 && day == 0) {
      day = value;
    } else if (month != 0) {
      year = value;
    }
  }
  if (year > 0 && year < 100) year += near.year / 100 * 100;
  const edtf::Day read = {year, static_cast<std::uint8_t>(month),
                          static_cast<std::uint8_t>(day)};
  if (year == 0 || month == 0 || !edtf::IsValid(read)) return std::nullopt;
  return read;
}

bool NumbersDiffer(const extraction::Header& header,
                   const extraction::TextItem& claim) {
  return !header.report_number.printed.empty() &&
         NumberKey(header.report_number.printed) != NumberKey(claim.printed);
}

bool DatesDiffer(const extraction::Header& header,
                 const extraction::TextItem& claim) {
  const auto day = edtf::ParseDay(header.date.edtf);
  if (!day) return false;
  const auto claimed = HeaderDay(claim.printed, *day);
  return claimed && *claimed != *day;
}

bool CommitteesDiffer(const extraction::Header& header,
                      const extraction::TextItem& claim) {
  return !header.committee.printed.empty() &&
         BodyKey(header.committee.printed) != BodyKey(claim.printed);
}

struct HeaderRule {
  std::string_view field;  // stands in the name of the extraction rule
  std::string_view name;
  bool (*differ)(const extraction::Header&, const extraction::TextItem&);
  const std::string& (*chosen)(const extraction::Header&);
  TextSpan (*span)(const extraction::Header&);
};

const std::array<HeaderRule, 3>& Rules() {
  using extraction::Header;
  static const std::array<HeaderRule, 3> kRules = {{
      {"number", "two numbers for one paper", NumbersDiffer,
       [](const Header& h) -> const std::string& {
         return h.report_number.printed;
       },
       [](const Header& h) { return h.report_number.span; }},
      {"date", "two dates for one meeting", DatesDiffer,
       [](const Header& h) -> const std::string& { return h.date.printed; },
       [](const Header& h) { return h.date.span; }},
      {"committee", "two committees for one paper", CommitteesDiffer,
       [](const Header& h) -> const std::string& {
         return h.committee.printed;
       },
       [](const Header& h) { return h.committee.span; }},
  }};
  return kRules;
}

}  // namespace

std::vector<Conflict> HeaderConflicts(const Reports& reports) {
  std::vector<Conflict> conflicts;
  for (const store::ReportRecord* report : reports) {
    const extraction::Header& header = report->header();
    for (const extraction::TextItem& claim : header.other_claims) {
      for (const HeaderRule& rule : Rules()) {
        if (claim.rule.find(rule.field) == std::string::npos) continue;
        if (!rule.differ(header, claim)) continue;
        conflicts.push_back({"", std::string(rule.name),
                             CollapseSpace(header.title.printed),
                             rule.chosen(header), claim.printed,
                             MakeQuote(*report, rule.span(header)),
                             MakeQuote(*report, claim.span)});
        break;
      }
    }
  }
  return conflicts;
}

}  // namespace concord::crossref
