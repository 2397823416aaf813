// The titles that an archive prints: of its reports and of what they cite, each
// with a key made of its own words. titles.cpp then joins those of one work.
//
// Tests: works_test.cpp.

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "concord/base/unicode.h"
#include "crossref/not_works.h"
#include "crossref/work_folder.h"
#include "crossref/works.h"

namespace concord::crossref {
namespace {

bool HasOwnTitle(const store::ReportRecord& report) {
  return (report.header().kind == extraction::DocumentKind::kInspection ||
          report.header().kind == extraction::DocumentKind::kStrategy) &&
         !report.header().title.printed.empty();
}

// "CHAPTER 4 THE KEYS", "Part L Summary", "... Contents": a page of a report
// that is kept in several files.
bool IsPageOfAReport(std::string_view title) {
  static const re2::RE2 kPage(
      "(?i)^(?:(?:chapter|part|appendix|annexe?|volume|section) "
      "(?:[0-9]{1,3}|[A-Z]|[IVXLC]+)(?:[^\\p{L}\\p{N}].*)?|.* contents)$");
  return re2::RE2::FullMatch(re2::StringPiece(title.data(), title.size()),
                             kPage);
}

// Folders of which several pages are kept.
std::set<std::string> FoldersOfPages(const Reports& reports) {
  constexpr int kSeveral = 3;
  std::map<std::string, int> pages;
  for (const store::ReportRecord* report : reports) {
    const std::string& title = report->header().title.printed;
    if (IsPageOfAReport(title)) ++pages[WorkFolder(report->uri)];
  }
  std::set<std::string> folders;
  for (const auto& [folder, count] : pages) {
    if (count >= kSeveral) folders.insert(folder);
  }
  return folders;
}

// The year that makes the title another work: an Act's, or one printed without
// brackets as the last word of the title.
std::string EditionOf(const TitleMention& mention) {
  if (mention.forms.statute) return mention.year;
  if (mention.forms.series || IsSeriesMember(mention)) return {};
  const TitleForms printed = ReadTitle(mention.printed);
  if (!printed.year.empty() && !printed.year_in_brackets) return printed.year;
  return {};
}

// "Subject: Plan for Boats" in the head of a paper: the name of the field is no
// word of the title.
std::string WithoutFieldName(std::string title) {
  constexpr std::string_view kNames[] = {"subject:", "title:", "re:"};
  const std::string folded = Fold(title.substr(0, 16));
  for (const std::string_view name : kNames) {
    if (folded.starts_with(name))
      return CollapseSpace(title.substr(name.size()));
  }
  return title;
}

// "Open Doors, recommendation 7", "Minutes, 3 May 2001 (Minute 42)", "Estates
// plan, version 1.2": where in the work or which copy of it is no word of its
// title.
std::string WithoutPlace(std::string title) {
  static const re2::RE2 kTail(
      "^(.*?\\p{L}.*?)(?:"
      ",? (?i:recommendations?|chapters?|paragraphs?|paras?|pages?|"
      "version|issue) (?:no\\.? )?[0-9][0-9.]*(?:(?:, ?| and | to |-|–)"
      "[0-9][0-9.]*)*|"
      ",? \\((?i:minutes?|attached|recommendations?|chapters?|paragraphs?|"
      "copy|copies) ?[^()]*\\))$");
  std::string whole;
  if (!re2::RE2::FullMatch(title, kTail, &whole)) return title;
  // "Open Doors (1999), chapter 3"
  static const re2::RE2 kYear(" ?\\((?:[^()]*[ ,])?[0-9]{4}\\)$");
  re2::RE2::Replace(&whole, kYear, "");
  return whole;
}

TitleMention FromCitation(std::size_t report,
                          const extraction::Citation& citation) {
  TitleMention mention;
  mention.report = report;
  mention.citation = &citation;
  mention.title = WithoutPlace(WithoutFieldName(CollapseSpace(citation.title)));
  // The last bracket was taken for the end of the phrase.
  if (mention.title.rfind('(') != std::string::npos &&
      mention.title.find(')', mention.title.rfind('(')) == std::string::npos) {
    mention.title.push_back(')');
  }
  mention.printed = citation.printed;
  mention.span = citation.span;
  mention.forms = ReadTitle(mention.title);
  if (!citation.part.empty()) {
    mention.forms.part = TitleKey("x " + citation.part).substr(2);
  }
  mention.year = citation.year.empty() ? mention.forms.year : citation.year;
  if (citation.kind == extraction::WorkKind::kAct) mention.forms.statute = true;
  if (citation.series) mention.forms.series = true;
  mention.key = {mention.forms.match, EditionOf(mention), mention.forms.part};
  return mention;
}

TitleMention FromHeader(std::size_t index, const store::ReportRecord& report) {
  TitleMention mention;
  mention.report = index;
  mention.title = extraction::FullTitle(report.header());
  mention.printed = report.header().title.printed;
  mention.span = report.header().title.span;
  mention.forms = ReadTitle(mention.title);
  mention.year = report.header().date.edtf.substr(0, 4);
  mention.rule = "title of the report itself";
  // A report of a row on one subject: years later that is reviewed again.
  const bool of_row = !report.header().subject.printed.empty();
  mention.key = {mention.forms.match,
                 of_row ? mention.year : EditionOf(mention),
                 mention.forms.part};
  return mention;
}

// "Fair Hearing I and II" is two titles.
void AddNumberedSet(const TitleMention& set,
                    std::vector<TitleMention>* mentions) {
  for (const int number : set.forms.numbered) {
    TitleMention one = set;
    one.forms.match = set.forms.main + " " + std::to_string(number);
    one.forms.key = one.forms.match;
    one.forms.numbered = {number};
    const std::size_t cut = set.title.rfind(" and ");
    std::string stem = set.title.substr(0, cut);
    stem = stem.substr(0, stem.rfind(' '));
    const std::size_t word =
        number == set.forms.numbered.front() ? stem.size() + 1 : cut + 5;
    const std::size_t end =
        number == set.forms.numbered.front() ? cut : set.title.size();
    one.title = stem + " " + set.title.substr(word, end - word);
    one.rule = "numbered set";
    one.key.title = one.forms.match;
    mentions->push_back(std::move(one));
  }
}

}  // namespace

bool IsSeriesMember(const TitleMention& mention) {
  return mention.citation != nullptr &&
         mention.citation->rule == "citation.series-member";
}

std::vector<TitleMention> CollectTitles(const Reports& reports) {
  std::vector<TitleMention> mentions;
  const std::set<std::string> folders = FoldersOfPages(reports);
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const bool page = IsPageOfAReport(reports[i]->header().title.printed) &&
                      folders.contains(WorkFolder(reports[i]->uri));
    if (HasOwnTitle(*reports[i]) && !page) {
      mentions.push_back(FromHeader(i, *reports[i]));
    }
    for (const extraction::Citation& citation :
         reports[i]->extraction.citations) {
      TitleMention mention = FromCitation(i, citation);
      if (mention.key.title.empty()) continue;
      if (mention.forms.numbered.size() == 2) {
        AddNumberedSet(mention, &mentions);
      } else {
        mentions.push_back(std::move(mention));
      }
    }
  }
  DropNames(reports, &mentions);
  std::stable_sort(mentions.begin(), mentions.end(),
                   [](const TitleMention& a, const TitleMention& b) {
                     return std::tie(a.report, a.span, a.key) <
                            std::tie(b.report, b.span, b.key);
                   });
  return mentions;
}

}  // namespace concord::crossref
