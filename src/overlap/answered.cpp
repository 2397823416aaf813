#include "overlap/answered.h"

#include <re2/re2.h>

#include <utility>

#include "concord/base/unicode.h"
#include "concord/crossref/references.h"

namespace concord::overlap {
namespace {

using extraction::Recommendation;
using extraction::RecommendationKind;

// A list of two letters is as likely the two parts of something else.
constexpr std::size_t kFewestLetters = 3;

// "R9", "(R12)", "R5.3"; not "B12(a)" or "MP3-", which are names of other
// things.
const RE2& LetteredNumber() {
  static const RE2 kPattern(
      R"re((?:^|[\s(,;/])([A-Z]{1,3}\d{1,3}(?:\.\d{1,2})?)(?:$|[\s),.;:/]))re");
  return kPattern;
}

// "4. D: forms", "As to D, the", "On D: the".
const RE2& LeadingLetter() {
  static const RE2 kPattern(
      R"re(^\s*(?:\d{1,3}[.)]\s*)?(?:(?:As (?:to|for|regards)|On|Under)\s+([A-Z])\b[,:]?|([A-Z])\s*[:–—])\s)re");
  return kPattern;
}

// "Recommendation C is", "recommendations D and F".
const RE2& NamedLetter() {
  static const RE2 kPattern(
      R"re((?:^|\W)[Rr]ecommendations?\s+([A-Z])(?:\s+and\s+([A-Z]))?(?:$|[\s),.;:]))re");
  return kPattern;
}

bool IsLoneLetter(std::string_view label) {
  return label.size() == 1 && label[0] >= 'A' && label[0] <= 'Z';
}

// Whether a label is told from the numbers of other works by itself.
bool NeedsNoTitle(const std::string& label) {
  static const RE2 kLettered(R"re([A-Z]{1,3}\d{1,3}(?:\.\d{1,2})?)re");
  return IsLoneLetter(label) || RE2::FullMatch(label, kLettered);
}

std::map<std::string, RecommendationId> TitlelessLabels(
    const store::ReportRecord& report) {
  std::map<std::string, RecommendationId> by_label;
  std::set<std::string> twice;
  std::size_t letters = 0;
  const auto& items = report.extraction.recommendations;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Recommendation& item = items[i];
    if (item.kind != RecommendationKind::kRecommendation) continue;
    if (!item.made_by.empty() || !NeedsNoTitle(item.label)) continue;
    letters += IsLoneLetter(item.label);
    const RecommendationId id{report.id.value + "." + std::to_string(i + 1)};
    if (!by_label.emplace(item.label, id).second) twice.insert(item.label);
  }
  std::erase_if(by_label, [&](const auto& one) {
    const bool too_few = IsLoneLetter(one.first) && letters < kFewestLetters;
    return too_few || twice.count(one.first) > 0;
  });
  return by_label;
}

BareLabel At(std::string_view text, const re2::StringPiece& piece) {
  const auto begin = static_cast<std::uint32_t>(piece.data() - text.data());
  return {std::string(piece.data(), piece.size()),
          {begin, begin + static_cast<std::uint32_t>(piece.size())}};
}

}  // namespace

std::vector<BareLabel> BareLabelsIn(std::string_view text, TextSpan within) {
  std::vector<BareLabel> found;
  const std::string_view part = Slice(text, within);
  const re2::StringPiece whole(part.data(), part.size());
  re2::StringPiece one;
  re2::StringPiece other;
  if (RE2::PartialMatch(whole, LeadingLetter(), &one, &other)) {
    found.push_back(At(text, one.empty() ? other : one));
  }
  for (re2::StringPiece rest = whole;
       RE2::FindAndConsume(&rest, NamedLetter(), &one, &other);) {
    found.push_back(At(text, one));
    if (!other.empty()) found.push_back(At(text, other));
  }
  for (re2::StringPiece rest = whole;
       RE2::FindAndConsume(&rest, LetteredNumber(), &one);) {
    found.push_back(At(text, one));
    // What ended this one may begin the next.
    rest =
        re2::StringPiece(one.data() + one.size(),
                         static_cast<std::size_t>(whole.data() + whole.size() -
                                                  (one.data() + one.size())));
  }
  return found;
}

Answered::Answered(const std::vector<store::ReportRecord>& reports,
                   const crossref::CrossReference& crossref,
                   const crossref::HeldWorks& held) {
  std::map<ReportId, Reports> named_by;
  for (const crossref::Work& work : crossref.works) {
    const ReportId meant = held.ReportOf(held.HeldAs(work.id));
    if (meant.empty()) continue;
    for (const crossref::WorkMention& mention : work.cited_by) {
      const ReportId& by = mention.quote.report;
      if (by != meant) named_by[by].insert(meant);
    }
  }
  // A page of a work that is published as many names those it refers to.
  for (const auto& reference : crossref::FollowReferences(reports)) {
    const ReportId& by = reference.quote.report;
    if (reference.report.empty() || reference.report == by) continue;
    named_by[by].insert(reference.report);
  }
  Reports wanted;
  for (auto& [by, named] : named_by) {
    wanted.insert(named.begin(), named.end());
    named_.emplace(by, std::make_shared<const Reports>(std::move(named)));
  }
  for (const store::ReportRecord& report : reports) {
    if (wanted.count(report.id) == 0) continue;
    auto labels = TitlelessLabels(report);
    if (!labels.empty()) by_label_.emplace(report.id, std::move(labels));
  }
}

std::shared_ptr<const Answered::Reports> Answered::NamedBy(
    const ReportId& report) const {
  const auto found = named_.find(report);
  return found == named_.end() ? nullptr : found->second;
}

RecommendationId Answered::Meant(const ReportId& report,
                                 const std::string& label) const {
  RecommendationId meant;
  const auto all = named_.find(report);
  if (all == named_.end()) return meant;
  for (const ReportId& named : *all->second) {
    const auto labels = by_label_.find(named);
    if (labels == by_label_.end()) continue;
    const auto found = labels->second.find(label);
    if (found == labels->second.end()) continue;
    if (!meant.empty()) return {};
    meant = found->second;
  }
  return meant;
}

}  // namespace concord::overlap
