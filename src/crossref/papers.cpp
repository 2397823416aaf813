#include "crossref/papers.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "concord/base/unicode.h"
#include "crossref/bodies.h"

namespace concord::crossref {
namespace {

int MonthOf(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths = {
      "jan", "feb", "mar", "apr", "may", "jun",
      "jul", "aug", "sep", "oct", "nov", "dec"};
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (word.substr(0, 3) == kMonths[i]) return static_cast<int>(i) + 1;
  }
  return 0;
}

struct PaperReference {
  bool minutes = false;
  std::string number;  // "" for minutes
  edtf::Day day;
  bool this_committee = false;
  std::string words;  // folded, for the name of a committee
};

std::optional<PaperReference> ReadReference(std::string_view printed) {
  const std::vector<std::string> words = KeyWords(printed);
  const auto day = DayInWords(printed, 2000);
  if (words.size() < 3 || !day) return std::nullopt;
  PaperReference reference;
  reference.day = *day;
  reference.words = " " + JoinWords(words) + " ";
  reference.this_committee =
      reference.words.find(" this committee ") != std::string::npos;
  reference.minutes = words.front() == "minutes";
  const auto report = std::find(words.begin(), words.end(), "report");
  const bool numbered =
      report != words.end() && std::next(report) != words.end() &&
      (*std::next(report))[0] >= '0' && (*std::next(report))[0] <= '9';
  if (numbered) reference.number = NumberKey(*std::next(report));
  if (!reference.minutes && !numbered) return std::nullopt;
  return reference;
}

bool IsThatPaper(const PaperReference& reference,
                 const extraction::Header& header) {
  const auto day = edtf::ParseDay(header.date.edtf);
  if (!day || *day != reference.day) return false;
  if (reference.minutes) {
    return header.kind == extraction::DocumentKind::kMinutes;
  }
  return NumberKey(header.report_number.printed) == reference.number;
}

bool SameCommittee(const PaperReference& reference,
                   const extraction::Header& header,
                   const extraction::Header& citing) {
  const std::string key = BodyKey(header.committee.printed);
  if (reference.this_committee) {
    return key == BodyKey(citing.committee.printed);
  }
  return !key.empty() &&
         reference.words.find(" " + key + " ") != std::string::npos;
}

// The one paper that fits, or nothing.
std::optional<std::size_t> PaperMeant(const PaperReference& reference,
                                      const Reports& reports,
                                      std::size_t citing) {
  std::vector<std::size_t> papers;
  std::vector<std::size_t> of_committee;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const extraction::Header& header = reports[i]->header();
    if (i == citing || !IsThatPaper(reference, header)) continue;
    papers.push_back(i);
    if (SameCommittee(reference, header, reports[citing]->header())) {
      of_committee.push_back(i);
    }
  }
  if (of_committee.size() == 1) return of_committee.front();
  if (reference.this_committee || papers.size() != 1) return std::nullopt;
  return papers.front();
}

}  // namespace

std::string NumberKey(std::string_view printed) {
  std::string key = FoldWords(printed);
  key.erase(0, std::min(key.find_first_not_of('0'), key.size()));
  return key.substr(0, key.find(' '));
}

bool IsOneCommittee(const store::ReportRecord& a,
                    const store::ReportRecord& b) {
  const std::string& of_a = a.header().committee.printed;
  const std::string& of_b = b.header().committee.printed;
  return of_a.empty() || of_b.empty() || BodyKey(of_a) == BodyKey(of_b);
}

std::optional<edtf::Day> DayInWords(std::string_view words, int near_year) {
  int day = 0;
  int month = 0;
  int year = 0;
  for (const std::string& word : KeyWords(words)) {
    if (word[0] < '0' || word[0] > '9') {
      if (day > 0 && month == 0) month = MonthOf(word);
      continue;
    }
    const int value = std::atoi(word.substr(0, 4).c_str());
    (month == 0 ? day : year) = value;
  }
  if (year > 0 && year < 100) year += near_year / 100 * 100;
  if (year == 0 || month == 0 || day > 31) return std::nullopt;
  const edtf::Day read = {year, static_cast<std::uint8_t>(month),
                          static_cast<std::uint8_t>(day)};
  return edtf::IsValid(read) ? std::optional(read) : std::nullopt;
}

void FindPapers(const Reports& reports, WorkRegistry* registry) {
  for (std::size_t i = 0; i < registry->mentions.size(); ++i) {
    const TitleMention& mention = registry->mentions[i];
    Work& work = registry->works[registry->work_of_mention[i]];
    if (mention.citation == nullptr || !work.held.empty()) continue;
    auto reference = ReadReference(mention.printed);
    // "Minutes, 3 May 2001 (Minute 42)": the number is no part of the day.
    if (!reference) reference = ReadReference(mention.title);
    if (!reference) continue;
    const auto paper = PaperMeant(*reference, reports, mention.report);
    if (!paper) continue;
    const store::ReportRecord& held = *reports[*paper];
    const extraction::TextItem& title = held.header().title;
    work.held.push_back(held.id);
    work.aliases.push_back({title.printed, "paper of that number and day",
                            MakeQuote(held, title.span)});
    if (!registry->own[*paper]) {
      registry->own[*paper] = registry->work_of_mention[i];
    }
  }
}

}  // namespace concord::crossref
