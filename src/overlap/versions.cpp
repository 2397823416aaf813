#include "concord/overlap/versions.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <unordered_map>

#include "concord/base/unicode.h"
#include "overlap/replaced.h"
#include "overlap/stemmer.h"

namespace concord::overlap {
namespace {

constexpr std::size_t kWordsInARun = 6;
constexpr std::size_t kFewestRuns = 34;  // forty words
constexpr double kSamePaper = 0.5;       // of the smaller share
constexpr double kWithinAnother = 0.8;   // of the larger share
constexpr double kSameNumbers = 0.6;
constexpr double kNearlyAll = 0.95;  // of the runs of one report in two formats
constexpr double kNearlyEvery = 0.99;  // of its numbers
// A run that stands in more reports than this is stock phrase or a form: it
// brings no two of them together, and counting it would take squared time.
constexpr std::size_t kStockReports = 40;

struct Prints {
  std::vector<std::uint64_t> runs;  // sorted, each once
  std::set<std::string> numbers;
};

bool HasDigit(std::string_view word) {
  return word.find_first_of("0123456789") != std::string_view::npos;
}

bool IsChrome(const document::Block& block) {
  return block.kind == document::BlockKind::kChrome ||
         block.kind == document::BlockKind::kContact;
}

// Every run of kWordsInARun words, over block borders: one version breaks its
// lines where the other does not.
Prints PrintsOf(const store::ReportRecord& report) {
  Prints prints;
  std::vector<std::uint64_t> keys;
  for (const document::Block& block : report.document.blocks) {
    // A row's words are those of its cells.
    if (IsChrome(block) || block.kind == document::BlockKind::kTableRow) {
      continue;
    }
    for (const TextSpan span : Words(report.text(), block.span)) {
      const std::string word = Fold(Slice(report.text(), span));
      keys.push_back(KeyOf(word));
      if (HasDigit(word)) prints.numbers.insert(word);
    }
  }
  for (std::size_t i = 0; i + kWordsInARun <= keys.size(); ++i) {
    std::uint64_t run = 14695981039346656037ull;
    for (std::size_t j = i; j < i + kWordsInARun; ++j) {
      run = (run ^ keys[j]) * 1099511628211ull;
    }
    prints.runs.push_back(run);
  }
  std::sort(prints.runs.begin(), prints.runs.end());
  prints.runs.erase(std::unique(prints.runs.begin(), prints.runs.end()),
                    prints.runs.end());
  return prints;
}

// How many runs each pair of reports has in common.
std::map<std::pair<std::size_t, std::size_t>, std::size_t> CommonRuns(
    const std::vector<Prints>& prints) {
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> holders;
  for (std::size_t i = 0; i < prints.size(); ++i) {
    if (prints[i].runs.size() < kFewestRuns) continue;
    for (const std::uint64_t run : prints[i].runs) {
      auto& list = holders[run];
      if (list.size() <= kStockReports) list.push_back(i);
    }
  }
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> common;
  for (const auto& [run, list] : holders) {
    if (list.size() > kStockReports) continue;
    for (std::size_t x = 0; x < list.size(); ++x) {
      for (std::size_t y = x + 1; y < list.size(); ++y) {
        ++common[{list[x], list[y]}];
      }
    }
  }
  return common;
}

double SharedNumbers(const Prints& a, const Prints& b) {
  const auto& fewer = a.numbers.size() <= b.numbers.size() ? a : b;
  const auto& more = &fewer == &a ? b : a;
  if (fewer.numbers.empty()) return 1;
  const auto shared = std::count_if(
      fewer.numbers.begin(), fewer.numbers.end(),
      [&](const std::string& one) { return more.numbers.count(one) > 0; });
  return static_cast<double>(shared) /
         static_cast<double>(fewer.numbers.size());
}

bool IsVersion(Version* version) {
  const double smaller = std::min(version->of_a, version->of_b);
  const double larger = std::max(version->of_a, version->of_b);
  if (version->numbers < kSameNumbers) return false;
  if (smaller >= kSamePaper) return true;
  version->kind = VersionKind::kWithin;
  return larger >= kWithinAnother;
}

// The letters alone, which hyphens, spaces and note marks do not change.
std::string LettersOf(std::string_view text) {
  std::string letters;
  for (const char c : Fold(text)) {
    const bool sign =
        static_cast<unsigned char>(c) < 0x80 && !(c >= 'a' && c <= 'z');
    if (!sign) letters.push_back(c);
  }
  return letters;
}

std::multiset<std::string> TextsAsked(const store::ReportRecord& report) {
  std::multiset<std::string> asks;
  for (const auto& item : report.extraction.recommendations) {
    if (item.kind == extraction::RecommendationKind::kCommitment) continue;
    asks.insert(LettersOf(item.text));
  }
  return asks;
}

// How many of `asks` are not among `others`.
std::size_t WordedOtherwise(const std::multiset<std::string>& asks,
                            const std::multiset<std::string>& others) {
  std::vector<std::string> left;
  std::set_difference(asks.begin(), asks.end(), others.begin(), others.end(),
                      std::back_inserter(left));
  return left.size();
}

double Share(std::size_t part, std::size_t whole) {
  return static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

std::string_view Name(VersionKind kind) {
  return kind == VersionKind::kWithin ? "within" : "version";
}

std::vector<Version> FindVersions(
    const std::vector<store::ReportRecord>& reports) {
  std::vector<const store::ReportRecord*> all;
  all.reserve(reports.size());
  for (const store::ReportRecord& report : reports) all.push_back(&report);
  return FindVersions(all);
}

std::vector<Version> FindVersions(
    const std::vector<const store::ReportRecord*>& reports) {
  std::vector<Version> versions = VersionsByWords(reports);
  for (const Replaced& one : FindReplaced(reports)) {
    const auto known = std::find_if(
        versions.begin(), versions.end(), [&](const Version& version) {
          return (version.a == one.id && version.b == one.by) ||
                 (version.b == one.id && version.a == one.by);
        });
    if (known != versions.end()) {
      known->later = one.by;
    } else {
      // Too short to share a run of words, or written anew.
      versions.push_back({.a = std::min(one.id, one.by),
                          .b = std::max(one.id, one.by),
                          .later = one.by});
    }
  }
  std::sort(versions.begin(), versions.end(),
            [](const Version& x, const Version& y) {
              return std::tie(x.a, x.b) < std::tie(y.a, y.b);
            });
  return versions;
}

std::vector<Version> VersionsByWords(
    const std::vector<const store::ReportRecord*>& reports) {
  std::vector<Prints> prints;
  prints.reserve(reports.size());
  for (const store::ReportRecord* report : reports) {
    prints.push_back(PrintsOf(*report));
  }
  std::vector<Version> versions;
  for (const auto& [pair, common] : CommonRuns(prints)) {
    const auto [i, j] = pair;
    Version version{.a = reports[i]->id,
                    .b = reports[j]->id,
                    .of_a = Share(common, prints[i].runs.size()),
                    .of_b = Share(common, prints[j].runs.size()),
                    .numbers = SharedNumbers(prints[i], prints[j])};
    if (!IsVersion(&version)) continue;
    const bool turn = version.kind == VersionKind::kWithin
                          ? version.of_a < version.of_b
                          : version.b < version.a;
    if (turn) {
      std::swap(version.a, version.b);
      std::swap(version.of_a, version.of_b);
    }
    versions.push_back(std::move(version));
  }
  return versions;
}

bool IsSameReport(const store::ReportRecord& a, const store::ReportRecord& b) {
  const Prints of_a = PrintsOf(a);
  const Prints of_b = PrintsOf(b);
  if (of_a.runs.size() < kFewestRuns || of_b.runs.size() < kFewestRuns) {
    return false;
  }
  std::vector<std::uint64_t> common;
  std::set_intersection(of_a.runs.begin(), of_a.runs.end(), of_b.runs.begin(),
                        of_b.runs.end(), std::back_inserter(common));
  if (Share(common.size(), of_a.runs.size()) < kNearlyAll ||
      Share(common.size(), of_b.runs.size()) < kNearlyAll ||
      SharedNumbers(of_a, of_b) < kNearlyEvery) {
    return false;
  }
  const auto asks_a = TextsAsked(a);
  const auto asks_b = TextsAsked(b);
  const std::size_t most = std::min(asks_a.size(), asks_b.size()) / 100;
  return WordedOtherwise(asks_a, asks_b) <= most &&
         WordedOtherwise(asks_b, asks_a) <= most;
}

std::vector<TextSpan> OnlyIn(const store::ReportRecord& report,
                             const store::ReportRecord& other) {
  std::set<std::string> held;
  for (const document::Block& block : other.document.blocks) {
    held.insert(FoldWords(Slice(other.text(), block.span)));
  }
  std::vector<TextSpan> spans;
  for (const document::Block& block : report.document.blocks) {
    if (IsChrome(block) || block.kind == document::BlockKind::kTableRow) {
      continue;
    }
    const std::string words = FoldWords(Slice(report.text(), block.span));
    if (!words.empty() && held.count(words) == 0) spans.push_back(block.span);
  }
  return spans;
}

}  // namespace concord::overlap
