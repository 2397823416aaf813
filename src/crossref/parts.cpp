#include "concord/crossref/parts.h"

#include <re2/re2.h>

#include <algorithm>
#include <utility>

#include "concord/base/percent.h"
#include "concord/base/unicode.h"
#include "crossref/piece.h"
#include "crossref/work_folder.h"

namespace concord::crossref {
namespace {

// Without what a web server is asked besides the page, and as a person wrote
// it: "Appendix M - Costs.pdf".
std::string Path(std::string_view uri) {
  const std::string_view path = uri.substr(0, uri.find_first_of("?#"));
  const auto decoded = PercentDecoded(path);
  return decoded && IsValidUtf8(*decoded) ? *decoded : std::string(path);
}

std::string FolderOf(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return std::string(path.substr(0, std::min(slash, path.size())));
}

// "10-appendix04" of ".../10-appendix04.htm".
std::string StemOf(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash != std::string_view::npos) path = path.substr(slash + 1);
  return Fold(path.substr(0, path.rfind('.')));
}

bool IsIndex(std::string_view stem) {
  return stem.empty() || stem == "index" || stem == "default" ||
         stem == "contents" || stem == "toc";
}

// What part a title says it is: at its beginning, or at its end.
std::string PartOfTitle(std::string_view title) {
  static const re2::RE2 kFirst(
      "^\\s*(?i:exempt )?((?i:appendix|annexe?) (?:[0-9]{1,2}[A-Za-z]?|[A-Z]|"
      "[IVX]+))(?:[^\\p{L}\\p{N}]|$)");
  static const re2::RE2 kLast(
      "[-–—:,(] ?((?i:appendix|annexe?) (?:[0-9]{1,2}[A-Za-z]?|[A-Z]|[IVX]+))"
      "\\)?\\s*$");
  std::string part;
  if (re2::RE2::PartialMatch(Piece(title), kFirst, &part) ||
      re2::RE2::PartialMatch(Piece(title), kLast, &part)) {
    return PartKey(part);
  }
  return {};
}

struct FileName {
  std::string part;      // "appendix 4"
  std::string named_by;  // "10"
};

// "10-appendix04", "appendix4", "annex_b"; with the title after it "appendix m
// - costs", "04-00109 - appendix c - screening".
FileName ReadFileName(std::string_view stem) {
  static const re2::RE2 kName(
      "^(?:(.*?)[-_ .]?)((?:appendix|app|annexe?))[-_ ]?0?([1-9][0-9]?|[a-z])"
      "$");
  static const re2::RE2 kTitled(
      "^(?:(.*?)[-_ .]+)?(appendix|annexe?)[-_ ]0?([1-9][0-9]?|[a-z])[-_ .:,]"
      ".*$");
  std::string before;
  std::string noun;
  std::string label;
  if (!re2::RE2::FullMatch(Piece(stem), kName, &before, &noun, &label) &&
      !re2::RE2::FullMatch(Piece(stem), kTitled, &before, &noun, &label)) {
    return {};
  }
  const bool annex = noun.starts_with("annex");
  return {(annex ? "annex " : "appendix ") + label, before};
}

FileName ReadAddress(std::string_view path) {
  const std::string stem = StemOf(path);
  if (!IsIndex(stem)) return ReadFileName(stem);
  return ReadFileName(StemOf(FolderOf(path) + "."));
}

// "04-00109" of "item 7 - supplementary - 04-00109": the number under which a
// council files a paper with all that goes with it.
std::string FilingNumber(std::string_view named_by) {
  static const re2::RE2 kNumber("(?:^|[^0-9])([0-9]{2,4}[-_/][0-9]{3,6})$");
  std::string number;
  re2::RE2::PartialMatch(Piece(named_by), kNumber, &number);
  return number;
}

bool IsFiledUnder(std::string_view stem, std::string_view named_by) {
  const std::string number = FilingNumber(named_by);
  return !number.empty() && stem.find(number) != std::string_view::npos;
}

// Words of a title that say what it is about.
std::set<std::string> TellingWords(std::string_view text) {
  static const std::set<std::string, std::less<>> kOrdinary = {
      "appendix", "annex",     "annexe",  "report",   "reports",   "paper",
      "cabinet",  "committee", "council", "board",    "authority", "meeting",
      "agenda",   "minutes",   "update",  "draft",    "final",     "plan",
      "strategy", "policy",    "summary", "with",     "from",      "this",
      "that",     "into",      "level",   "high",     "changes",   "late",
      "future",   "date",      "year",    "quarter",  "cover",     "item",
      "january",  "february",  "march",   "april",    "june",      "july",
      "august",   "september", "october", "november", "december"};
  constexpr std::size_t kShort = 3;
  std::set<std::string> words;
  const std::string folded = FoldWords(text);
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    const std::string word = folded.substr(begin, end - begin);
    begin = end + 1;
    const bool digits = !word.empty() && word[0] >= '0' && word[0] <= '9';
    if (word.size() > kShort && !digits && !kOrdinary.contains(word)) {
      words.insert(word);
    }
  }
  return words;
}

bool IsPartOrChapter(std::string_view title) {
  static const re2::RE2 kPlaced(
      "^\\s*(?i:part|chapter|volume|section|appendix|annexe?) "
      "(?:[0-9]{1,3}|[A-Z]|[IVXLC]+)(?:[^\\p{L}\\p{N}]|$)");
  return re2::RE2::PartialMatch(Piece(title), kPlaced);
}

}  // namespace

std::string PartKey(std::string_view printed) {
  static const re2::RE2 kPart(
      "(?i)^\\s*(?:exempt )?(appendix|appendices|annexe?s?)\\s+"
      "([0-9]{1,2}[a-z]?|[a-z]|[ivx]+)\\b");
  std::string noun;
  std::string label;
  if (!re2::RE2::PartialMatch(Piece(printed), kPart, &noun, &label)) return {};
  const int roman = label.size() > 1 ? RomanNumeral(label) : 0;
  const bool annex = Fold(noun).starts_with("annex");
  return (annex ? "annex " : "appendix ") +
         (roman > 0 ? std::to_string(roman) : Fold(label));
}

PartsHeld::PartsHeld(const std::vector<store::ReportName>& reports) {
  for (const store::ReportName& report : reports) {
    const std::string path = Path(report.uri);
    const FileName file = ReadAddress(path);
    std::string part = PartOfTitle(report.title);
    if (part.empty()) part = file.part;
    const std::string folder = WorkFolder(path);
    if (part.empty()) {
      others_[folder].push_back({report.id, TellingWords(report.title)});
      continue;
    }
    std::set<std::string> words = TellingWords(report.title);
    words.merge(TellingWords(StemOf(path)));
    std::string place = folder;
    place.append("\n").append(part);
    pages_.emplace(std::move(place), Page{report.id, FolderOf(path),
                                          file.named_by, std::move(words)});
  }
}

bool PartsHeld::IsNearest(const ReportId& announcer, const std::string& folder,
                          const Page& page) const {
  const auto papers = others_.find(folder);
  if (papers == others_.end()) return false;
  std::size_t most = 0;
  bool alone = false;
  bool announcers = false;
  for (const Paper& paper : papers->second) {
    const auto shared = static_cast<std::size_t>(std::count_if(
        paper.words.begin(), paper.words.end(),
        [&](const std::string& word) { return page.words.contains(word); }));
    if (shared == 0 || shared < most) continue;
    alone = shared > most;
    most = shared;
    announcers = alone && paper.report == announcer;
  }
  return alone && announcers;
}

std::optional<ReportId> PartsHeld::Find(const store::ReportName& announcer,
                                        std::string_view printed) const {
  const std::string part = PartKey(printed);
  if (part.empty()) return std::nullopt;
  const std::string path = Path(announcer.uri);
  const std::string folder = WorkFolder(path);
  const std::string stem = StemOf(path);
  const auto others = others_.find(folder);
  const bool only = others != others_.end() && others->second.size() == 1;
  const FileName own = ReadAddress(path);
  const bool is_part = !own.part.empty() && own.named_by.empty();
  const bool of_the_work =
      IsPartOrChapter(announcer.title) || is_part || IsIndex(stem) || only;
  std::optional<ReportId> found;
  const auto [begin, end] = pages_.equal_range(folder + "\n" + part);
  for (auto at = begin; at != end; ++at) {
    const Page& page = at->second;
    if (page.report == announcer.id) return page.report;
    const bool fits =
        page.named_by.empty()
            ? of_the_work || IsNearest(announcer.id, folder, page)
            : page.folder == FolderOf(path) &&
                  (page.named_by == stem || IsFiledUnder(stem, page.named_by));
    if (!fits) continue;
    if (found) return std::nullopt;
    found = page.report;
  }
  return found;
}

}  // namespace concord::crossref
