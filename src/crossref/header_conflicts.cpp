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
#include "crossref/papers.h"

namespace concord::crossref {
namespace {

// The rule that reads an introduction. What other rules claim beside the chosen
// field is no statement about the paper: the day on a clerk's letter, the first
// date in a row of a plan.
constexpr std::string_view kIntroduction = "header.intro-line";

// "15 Nov 01"; any year will do to tell that the words are a day.
bool IsDay(const extraction::TextItem& claim) {
  constexpr int kAnyYear = 2000;
  return DayInWords(claim.printed, kAnyYear).has_value();
}

// "9", "11b": one word with a figure.
bool IsNumber(const extraction::TextItem& claim) {
  return claim.printed.find(' ') == std::string::npos &&
         claim.printed.find_first_of("0123456789") != std::string::npos;
}

bool IsCommittee(const extraction::TextItem& claim) {
  return !IsDay(claim) && !IsNumber(claim);
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
  const auto claimed = DayInWords(claim.printed, day->year);
  return claimed && *claimed != *day;
}

bool CommitteesDiffer(const extraction::Header& header,
                      const extraction::TextItem& claim) {
  return !header.committee.printed.empty() &&
         BodyKey(header.committee.printed) != BodyKey(claim.printed);
}

struct HeaderRule {
  bool (*claimed)(const extraction::TextItem&);
  std::string_view name;
  bool (*differ)(const extraction::Header&, const extraction::TextItem&);
  const std::string& (*chosen)(const extraction::Header&);
  TextSpan (*span)(const extraction::Header&);
};

const std::array<HeaderRule, 3>& Rules() {
  using extraction::Header;
  static const std::array<HeaderRule, 3> kRules = {{
      {IsNumber, "two numbers for one paper", NumbersDiffer,
       [](const Header& h) -> const std::string& {
         return h.report_number.printed;
       },
       [](const Header& h) { return h.report_number.span; }},
      {IsDay, "two dates for one meeting", DatesDiffer,
       [](const Header& h) -> const std::string& { return h.date.printed; },
       [](const Header& h) { return h.date.span; }},
      {IsCommittee, "two committees for one paper", CommitteesDiffer,
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
      if (claim.rule != kIntroduction) continue;
      for (const HeaderRule& rule : Rules()) {
        if (!rule.claimed(claim) || !rule.differ(header, claim)) continue;
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
