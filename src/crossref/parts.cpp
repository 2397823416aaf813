#include "concord/crossref/parts.h"

#include <re2/re2.h>

#include <algorithm>

#include "concord/base/unicode.h"
#include "crossref/work_folder.h"

namespace concord::crossref {
namespace {

re2::StringPiece Piece(std::string_view text) {
  return {text.data(), text.size()};
}

// Without what a web server is asked besides the page.
std::string_view Path(std::string_view uri) {
  return uri.substr(0, uri.find_first_of("?#"));
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

// "10-appendix04", "appendix4", "annex_b".
FileName ReadFileName(std::string_view stem) {
  static const re2::RE2 kName(
      "^(?:(.*?)[-_ .]?)((?:appendix|app|annexe?))[-_ ]?0?([1-9][0-9]?|[a-z])"
      "$");
  std::string before;
  std::string noun;
  std::string label;
  if (!re2::RE2::FullMatch(Piece(stem), kName, &before, &noun, &label)) {
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
    const std::string_view path = Path(report.uri);
    const FileName file = ReadAddress(path);
    std::string part = PartOfTitle(report.title);
    if (part.empty()) part = file.part;
    const std::string folder = WorkFolder(path);
    if (part.empty()) {
      ++others_[folder];
      continue;
    }
    pages_.emplace(folder + "\n" + part,
                   Page{report.id, FolderOf(path), file.named_by});
  }
}

std::optional<ReportId> PartsHeld::Find(const store::ReportName& announcer,
                                        std::string_view printed) const {
  const std::string part = PartKey(printed);
  if (part.empty()) return std::nullopt;
  const std::string_view path = Path(announcer.uri);
  const std::string folder = WorkFolder(path);
  const std::string stem = StemOf(path);
  const auto others = others_.find(folder);
  const bool only = others != others_.end() && others->second == 1;
  const bool of_the_work =
      IsPartOrChapter(announcer.title) || IsIndex(stem) || only;
  std::optional<ReportId> found;
  const auto [begin, end] = pages_.equal_range(folder + "\n" + part);
  for (auto at = begin; at != end; ++at) {
    const Page& page = at->second;
    if (page.report == announcer.id) continue;
    const bool fits = page.named_by.empty() ? of_the_work
                                            : page.named_by == stem &&
                                                  page.folder == FolderOf(path);
    if (!fits) continue;
    if (found) return std::nullopt;
    found = page.report;
  }
  return found;
}

}  // namespace concord::crossref
