#include "concord/overlap/versions.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "concord/base/unicode.h"
#include "overlap/stemmer.h"

namespace concord::overlap {
namespace {

constexpr std::size_t kRun = 6;          // words
constexpr std::size_t kFewestRuns = 34;  // forty words
constexpr double kSamePaper = 0.5;       // of the smaller share
constexpr double kWithinAnother = 0.8;   // of the larger share
constexpr double kSameNumbers = 0.6;
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

// Every run of kRun words, over block borders: one version breaks its lines
// where the other does not.
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
  for (std::size_t i = 0; i + kRun <= keys.size(); ++i) {
    std::uint64_t run = 14695981039346656037ull;
    for (std::size_t j = i; j < i + kRun; ++j) {
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

double Share(std::size_t part, std::size_t whole) {
  return static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

std::string_view Name(VersionKind kind) {
  return kind == VersionKind::kWithin ? "within" : "version";
}

std::vector<Version> FindVersions(
    const std::vector<store::ReportRecord>& reports) {
  std::vector<Prints> prints;
  prints.reserve(reports.size());
  for (const store::ReportRecord& report : reports) {
    prints.push_back(PrintsOf(report));
  }
  std::vector<Version> versions;
  for (const auto& [pair, common] : CommonRuns(prints)) {
    const auto [i, j] = pair;
    Version version{.a = reports[i].id,
                    .b = reports[j].id,
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
  std::sort(versions.begin(), versions.end(),
            [](const Version& x, const Version& y) {
              return std::tie(x.a, x.b) < std::tie(y.a, y.b);
            });
  return versions;
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
