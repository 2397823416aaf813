// Single recommendations cited, and titles that may mean several works.

#include <algorithm>
#include <map>
#include <set>

#include "concord/base/unicode.h"
#include "concord/crossref/references.h"
#include "crossref/quotes.h"
#include "crossref/title_key.h"

namespace concord::crossref {
namespace {

using extraction::Recommendation;
using extraction::RecommendationKind;

constexpr int kLongestRange = 200;

const store::ReportRecord* ReportOf(const Reports& reports,
                                    const ReportId& id) {
  const auto found = std::lower_bound(
      reports.begin(), reports.end(), id,
      [](const auto* report, const ReportId& key) { return report->id < key; });
  return found != reports.end() && (*found)->id == id ? *found : nullptr;
}

// 4 and 5 after 3 and before 6.
void FillUpTo(const std::string& label, std::vector<std::string>* labels) {
  const int first = std::atoi(labels->back().c_str());
  const int last = std::atoi(label.c_str());
  for (int n = first + 1; n < last && n - first < kLongestRange; ++n) {
    labels->push_back(std::to_string(n));
  }
}

}  // namespace

std::vector<std::string> LabelsIn(std::string_view numbers) {
  std::vector<std::string> labels;
  bool range = false;
  std::size_t at = 0;
  while (at < numbers.size()) {
    const auto digit = [&](std::size_t i) {
      return i < numbers.size() && numbers[i] >= '0' && numbers[i] <= '9';
    };
    if (!digit(at)) {
      const std::string_view rest = numbers.substr(at);
      range = range || rest.starts_with("-") || rest.starts_with("–") ||
              rest.starts_with("to");
      if (rest.front() == ',' || rest.front() == '&') range = false;
      ++at;
      continue;
    }
    std::size_t end = at;
    while (digit(end) ||
           (end < numbers.size() && numbers[end] == '.' && digit(end + 1))) {
      ++end;
    }
    if (end < numbers.size() && numbers[end] == '(') {
      const std::size_t close = numbers.find(')', end);
      if (close != std::string_view::npos) end = close + 1;
    }
    const std::string label(numbers.substr(at, end - at));
    if (range && !labels.empty()) FillUpTo(label, &labels);
    labels.push_back(label);
    range = false;
    at = end;
  }
  return labels;
}

std::string LabelKey(std::string_view label) {
  std::string plain = Fold(label);
  const std::size_t digit = plain.find_first_of("0123456789");
  plain = digit == std::string::npos ? plain : plain.substr(digit);
  while (!plain.empty() && (plain.back() == '.' || plain.back() == ')')) {
    if (plain.back() == ')' && plain.find('(') != std::string::npos) break;
    plain.pop_back();
  }
  return plain;
}

std::map<std::string, RecommendationId> OwnByLabel(
    const store::ReportRecord& report) {
  std::map<std::string, RecommendationId> by_label;
  std::set<std::string> twice;
  const auto& items = report.extraction.recommendations;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Recommendation& item = items[i];
    const bool own = item.kind == RecommendationKind::kRecommendation &&
                     item.made_by.empty() && !item.label.empty();
    if (!own) continue;
    const RecommendationId id{report.id.value + "." + std::to_string(i + 1)};
    if (!by_label.emplace(LabelKey(item.label), id).second) {
      twice.insert(LabelKey(item.label));
    }
  }
  for (const std::string& label : twice) by_label.erase(label);
  return by_label;
}

std::vector<SingleCitation> FollowSingles(
    const CrossReference& crossref,
    const std::vector<store::ReportRecord>& records) {
  const Reports reports = SortReports(records);
  std::vector<SingleCitation> singles;
  for (const Work& work : crossref.works) {
    if (work.held.empty()) continue;
    const store::ReportRecord* report = ReportOf(reports, work.held.front());
    if (report == nullptr) continue;
    const auto by_label = OwnByLabel(*report);
    for (const WorkMention& mention : work.cited_by) {
      for (const std::string& label : LabelsIn(mention.recommendation)) {
        const auto found = by_label.find(LabelKey(label));
        if (found == by_label.end()) continue;
        singles.push_back({work.id, label, found->second, mention.quote});
      }
    }
  }
  return singles;
}

Quote SentenceOf(const Quote& quote, const document::Document& document) {
  for (const document::Block& block : document.blocks) {
    if (!Contains(block.span, quote.span)) continue;
    // The number of a paragraph is no word of its first sentence.
    TextSpan words = block.span;
    words.begin = std::max(words.begin, block.label.end);
    for (const TextSpan sentence : Sentences(document.text, words)) {
      if (!Contains(sentence, quote.span)) continue;
      Quote whole = quote;
      whole.span = sentence;
      whole.text = std::string(Slice(document.text, sentence));
      return whole;
    }
  }
  return quote;
}

std::vector<AmbiguousCitation> FindAmbiguous(const CrossReference& crossref) {
  std::map<std::string, std::vector<WorkId>> by_subtitle;
  for (const Work& work : crossref.works) {
    const std::string subtitle = ReadTitle(work.title).subtitle;
    if (!subtitle.empty()) by_subtitle[subtitle].push_back(work.id);
  }
  std::vector<AmbiguousCitation> ambiguous;
  for (const Work& work : crossref.works) {
    const auto found = by_subtitle.find(ReadTitle(work.title).match);
    if (found == by_subtitle.end() || found->second.size() < 2) continue;
    for (const WorkMention& mention : work.cited_by) {
      AmbiguousCitation row;
      row.printed = mention.quote.text;
      row.candidates = found->second;
      row.quote = mention.quote;
      row.id = StatementId("a-", {mention.quote.report.value, row.printed,
                                  std::to_string(mention.quote.span.begin)});
      ambiguous.push_back(std::move(row));
    }
  }
  return ambiguous;
}

}  // namespace concord::crossref
