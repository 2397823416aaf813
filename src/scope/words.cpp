#include "scope/words.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "concord/base/unicode.h"

namespace concord::scope {
namespace {

constexpr std::size_t kTitlesNamed = 4;
constexpr std::size_t kLongestTitle = 90;
constexpr std::size_t kQuoted = 100;
constexpr std::size_t kListed = 12;

// "Safe Streets: " where every title begins with it; else "".
std::string CommonSeries(const std::vector<std::string>& titles) {
  const std::size_t colon = titles.front().find(": ");
  if (titles.size() < 2 || colon == std::string::npos) return "";
  const std::string series = titles.front().substr(0, colon + 2);
  const bool common =
      std::all_of(titles.begin(), titles.end(), [&](const std::string& title) {
        return title.starts_with(series) && title.size() > series.size();
      });
  return common ? series : "";
}

std::string Of(std::int32_t count, const std::string& thing) {
  return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

std::string Stated(std::int32_t stated) {
  return stated < 0 ? "–" : std::to_string(stated);
}

// In a cell of a table a bar would end it.
std::string Cell(std::string text) {
  std::replace(text.begin(), text.end(), '|', '/');
  return CollapseSpace(text);
}

std::string Table(const Scope& scope) {
  std::string text =
      "| Source | stated | held | = included | + left out | not counted | "
      "verdict |\n|---|---:|---:|---:|---:|---|---|\n";
  for (const Reconciliation& row : scope.reconciliation) {
    text += "| " + Cell(row.title) + " | " + Stated(row.stated) + " | " +
            std::to_string(row.held) + " | " +
            std::to_string(row.held_included) + " | " +
            std::to_string(row.held_excluded) + " | " + InWords(row.beside) +
            " | " + row.verdict + " |\n";
  }
  return text;
}

std::string Listed(const std::string& title,
                   const std::vector<Disposition>& all) {
  if (all.empty()) return "";
  std::string text = "\n" + title + ":\n\n";
  const std::size_t shown = std::min(all.size(), kListed);
  for (std::size_t i = 0; i < shown; ++i) {
    const Disposition& disposition = all[i];
    text += "- " + disposition.id.value;
    if (!disposition.quotes.empty()) {
      text +=
          " “" +
          Ellipsis(CollapseSpace(disposition.quotes.front().text), kQuoted) +
          "”";
    }
    text += ": " + disposition.reason + "\n";
  }
  if (shown < all.size()) {
    text += "- and " + std::to_string(all.size() - shown) +
            " more; the response and --json have them all\n";
  }
  return text;
}

std::string Unassigned(const Scope& scope) {
  std::vector<Disposition> unassigned;
  std::copy_if(scope.included.begin(), scope.included.end(),
               std::back_inserter(unassigned), IsUnassigned);
  return Listed("Included, and nothing says that it is theirs", unassigned);
}

std::string MissingOnes(const Scope& scope) {
  if (scope.not_held.empty()) return "";
  std::string text = "\nStated, but not held:\n\n";
  for (const NotHeld& row : scope.not_held) {
    text += "- " + CollapseSpace(row.title) + ": " + row.reason + "\n";
  }
  return text;
}

}  // namespace

std::string TitleOf(const Scope& scope) {
  std::vector<std::string> titles;
  for (const Source& source : scope.sources) {
    std::string title = CollapseSpace(source.title);
    if (title.empty()) title = source.report.value;
    if (std::find(titles.begin(), titles.end(), title) == titles.end()) {
      titles.push_back(std::move(title));
    }
  }
  if (titles.empty()) return scope.request.name;
  const std::string series = CommonSeries(titles);
  std::string text = series;
  const std::size_t named =
      titles.size() > kTitlesNamed ? kTitlesNamed - 1 : titles.size();
  for (std::size_t i = 0; i < named; ++i) {
    text += (i == 0 ? "" : "; ") +
            Ellipsis(titles[i].substr(series.size()), kLongestTitle);
  }
  if (named < titles.size()) {
    text += "; and " + std::to_string(titles.size() - named) + " more";
  }
  return text;
}

std::string InWords(const std::vector<Beside>& beside) {
  std::string words;
  for (const Beside& one : beside) {
    words += (words.empty() ? "" : ", ") + Of(one.count, one.what) +
             (one.included ? " included" : " left out");
  }
  return words;
}

std::string InWords(const Totals& totals) {
  const std::string held = std::to_string(totals.held) +
                           " held = " + std::to_string(totals.held_included) +
                           " included + " +
                           std::to_string(totals.held_excluded) + " left out";
  std::string text;
  if (totals.stated > 0) {
    const bool equal = totals.stated == totals.held && totals.not_stated == 0;
    text = std::to_string(totals.stated) + " stated" + (equal ? " = " : "; ");
  }
  text += held;
  if (totals.not_held > 0) {
    text += "; " + std::to_string(totals.not_held) + " not held";
  }
  if (totals.not_stated > 0) {
    text += "; of " + Of(totals.not_stated, "source") + " no number is stated";
  }
  const std::string beside = InWords(totals.beside);
  if (!beside.empty()) text += "; not counted: " + beside;
  return text;
}

std::string RenderSummary(const Scope& scope) {
  std::string text = "Scope " + scope.request.name + ": " + scope.title +
                     "\n\n" + InWords(scope.totals) + ".\n";
  if (scope.included.empty()) {
    text += "Nothing is included: a response would answer nothing.\n";
  }
  for (const std::string& note : scope.notes) text += "Note: " + note + ".\n";
  if (!scope.reconciliation.empty()) text += "\n" + Table(scope);
  text += Unassigned(scope) + Listed("Left out", scope.excluded) +
          MissingOnes(scope);
  text += "\nThe response: concord respond " + scope.request.name +
          " --format html --output response.html\n";
  return text;
}

}  // namespace concord::scope
