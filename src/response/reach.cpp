#include "concord/response/reach.h"

#include <re2/re2.h>

#include <algorithm>
#include <set>

#include "concord/base/unicode.h"
#include "concord/crossref/references.h"
#include "concord/extraction/outcomes.h"

namespace concord::response {
namespace {

using extraction::RecommendationKind;
using store::StoredRecommendation;

// "sixth" -> 6, "39th" -> 39, "thirty-ninth" -> 39; 0 if it is no ordinal.
int OrdinalWord(const std::string& word) {
  static const std::map<std::string, std::string> kIrregular = {
      {"first", "one"},     {"second", "two"},   {"third", "three"},
      {"fifth", "five"},    {"eighth", "eight"}, {"ninth", "nine"},
      {"twelfth", "twelve"}};
  static const RE2 figures("(\\d{1,3})(?:st|nd|rd|th)");
  int number = 0;
  if (RE2::FullMatch(word, figures, &number)) return number;
  const std::size_t hyphen = word.rfind('-');
  const std::size_t at = hyphen == std::string::npos ? 0 : hyphen + 1;
  const std::string tens = word.substr(0, at);
  std::string unit = word.substr(at);
  if (const auto found = kIrregular.find(unit); found != kIrregular.end()) {
    unit = found->second;
  } else if (unit.ends_with("ieth")) {
    unit.replace(unit.size() - 4, 4, "y");
  } else if (unit.ends_with("th")) {
    unit.resize(unit.size() - 2);
  } else {
    return 0;
  }
  return std::max(NumberWord(tens + unit), 0);
}

std::vector<std::string> Letters(const std::string& list) {
  std::vector<std::string> letters;
  for (const TextSpan word :
       Words(list, {0, static_cast<std::uint32_t>(list.size())})) {
    const std::string_view letter = Slice(list, word);
    if (letter.size() == 1) letters.emplace_back(letter);
  }
  return letters;
}

}  // namespace

std::vector<std::string> LabelsNamed(std::string_view words) {
  // A list goes on with a number only: "recommendation 16 of the first".
  static const RE2 numbers(
      "(?i)\\brec(?:ommendation)?s?\\.?\\s+(?:nos?\\.?\\s*|numbers?\\s+)?"
      "((?:[A-Z]{1,3}[.-]?)?\\d+(?:\\.\\d+)*(?:\\([a-z0-9]+\\))?"
      "(?:(?:\\s*[,&–-]\\s*|\\s+(?:and|to|or)\\s+|,\\s+and\\s+)"
      "(?:[A-Z]{1,3}[.-]?)?\\d+(?:\\.\\d+)*(?:\\([a-z0-9]+\\))?)*)");
  static const RE2 letters(
      "\\b[Rr]ecommendations?\\s+([B-HJ-Z](?:(?:,\\s*|\\s+and\\s+)[A-Z])*|"
      "[AI](?:(?:,\\s*|\\s+and\\s+)[A-Z])+)(?:[^\\pL\\pN]|$)");
  static const RE2 ordinal(
      "(?i)\\b([a-z]+(?:-[a-z]+)?|\\d{1,3}(?:st|nd|rd|th))\\s+"
      "recommendation\\b");
  static const RE2 bare(
      "\\s*((?:[A-Z]{1,3}[.-]?)?\\d{1,3}(?:\\.\\d{1,2})*(?:\\([a-z]\\))?)"
      "\\s*");
  const std::string text(words);
  std::string found;
  if (RE2::PartialMatch(text, numbers, &found) ||
      RE2::FullMatch(text, bare, &found)) {
    return crossref::LabelsIn(found);
  }
  if (RE2::PartialMatch(text, letters, &found)) return Letters(found);
  if (RE2::PartialMatch(text, ordinal, &found)) {
    if (const int number = OrdinalWord(Fold(found)); number > 0) {
      return {std::to_string(number)};
    }
  }
  return {};
}

std::string SaidOfIt(std::string_view relation) {
  if (relation.ends_with(kProposed)) {
    relation.remove_suffix(kProposed.size());
    return SaidOfIt(relation) + std::string(kProposed);
  }
  static const std::map<std::string, std::string, std::less<>> kReads = {
      {"supersedes", "superseded"},
      {"amends", "amended"},
      {"re-affirms", "re-affirmed"},
      {"implements", "carried out"},
      {"follows-up", "followed up"},
      {"revisits", "revisited"},
      {"cites", "named"}};
  const auto found = kReads.find(relation);
  return found == kReads.end() ? std::string(relation) : found->second;
}

std::string SaidOfIt(std::string_view relation, std::string_view sentence) {
  static const RE2 withdraws("(?i)\\bwithdr(?:aws?|awn|ew)\\b");
  static const RE2 changes("(?i)\\b(?:amend|var(?:y|ied)|alter|chang)");
  if (relation == "amends" && RE2::PartialMatch(sentence, withdraws) &&
      !RE2::PartialMatch(sentence, changes)) {
    return "withdrawn";
  }
  return SaidOfIt(relation);
}

Reaches::Reaches(const scope::Holdings& holdings) : holdings_(holdings) {
  for (const StoredRecommendation& item : holdings.recommendations) {
    items_[item.id] = &item;
    // Another's, quoted here, is none of the report's own.
    if (item.item.kind != RecommendationKind::kRecommendation) continue;
    if (item.item.made_by.empty()) of_report_[item.report].push_back(&item);
  }
  for (const crossref::Work& work : holdings.crossref.works) {
    works_[work.id] = &work;
  }
  for (const store::ReportRecord& report : holdings.reports) {
    reports_[report.id] = &report;
  }
}

bool Reaches::IsProposed(const crossref::RelationEntry& relation) const {
  static const std::set<std::string, std::less<>> kChanges = {
      "supersedes", "amends", "implements", "re-affirms"};
  const auto report = reports_.find(relation.quote.report);
  if (!kChanges.contains(relation.type) || report == reports_.end()) {
    return false;
  }
  return extraction::IsOnlyProposed(
      report->second->text(), relation.quote.span,
      relation.type == "implements" && relation.subject.empty());
}

// Those of the held report; where none is held, what others quote of it.
const std::vector<const StoredRecommendation*>& Reaches::ItemsOf(
    const crossref::Work& work) const {
  static const Items kNone;
  if (!work.held.empty()) {
    const auto own = of_report_.find(work.held.front());
    return own == of_report_.end() ? kNone : own->second;
  }
  const auto [known, is_new] = quoted_.try_emplace(work.id);
  if (!is_new) return known->second;
  for (const RecommendationId& id : crossref::RecommendationsOf(
           holdings_.crossref, work.id, holdings_.recommendations)) {
    const auto found = items_.find(id);
    if (found != items_.end()) known->second.push_back(found->second);
  }
  return known->second;
}

std::vector<const crossref::Work*> Reaches::WorksOf(
    const std::vector<WorkId>& ids) const {
  std::vector<const crossref::Work*> works;
  for (const WorkId& id : ids) {
    const auto found = works_.find(id);
    if (found != works_.end()) works.push_back(found->second);
  }
  return works;
}

std::vector<RecommendationId> Reaches::Labelled(
    const std::vector<WorkId>& ids,
    const std::vector<std::string>& labels) const {
  std::map<std::string, std::vector<RecommendationId>> by_label;
  for (const crossref::Work* work : WorksOf(ids)) {
    for (const StoredRecommendation* item : ItemsOf(*work)) {
      by_label[crossref::LabelKey(item->item.label)].push_back(item->id);
    }
  }
  std::set<RecommendationId> named;
  for (const std::string& label : labels) {
    const std::string key = crossref::LabelKey(label);
    auto found = by_label.find(key);
    if (found == by_label.end()) {
      // "12(b)" where the parts are not held one by one.
      found = by_label.find(key.substr(0, key.find('(')));
    }
    // A number given twice names neither.
    if (key.empty() || found == by_label.end()) continue;
    if (found->second.size() == 1) named.insert(found->second.front());
  }
  return {named.begin(), named.end()};
}

std::vector<RecommendationId> Reaches::AllOf(
    const std::vector<WorkId>& ids) const {
  std::set<RecommendationId> all;
  for (const crossref::Work* work : WorksOf(ids)) {
    for (const StoredRecommendation* item : ItemsOf(*work)) {
      if (item->item.parent < 0) all.insert(item->id);
    }
  }
  return {all.begin(), all.end()};
}

Reaches::Named Reaches::Object(const crossref::RelationEntry& relation) const {
  const std::vector<std::string> labels = LabelsNamed(relation.object);
  if (!labels.empty()) {
    // Of several works the number does not say whose it is.
    if (relation.object_works.size() != 1) return {Reach::kNamed, {}};
    return {Reach::kNamed, Labelled(relation.object_works, labels)};
  }
  // "The recommendation that the line be answered": one, and not which.
  static const RE2 one("(?i)\\brecommendation\\b");
  std::vector<RecommendationId> set = AllOf(relation.object_works);
  const auto count = static_cast<std::size_t>(
      std::max<std::int32_t>(relation.object_count, 0));
  const bool fewer =
      count > 0 && count < set.size() && count != relation.object_works.size();
  if (fewer || RE2::PartialMatch(relation.object, one)) {
    return {Reach::kSome, {}};
  }
  return {Reach::kWholeSet, std::move(set)};
}

std::vector<RecommendationId> Reaches::Subject(
    const crossref::RelationEntry& relation) const {
  const std::vector<std::string> labels = LabelsNamed(relation.subject);
  if (labels.empty() || relation.subject_work.empty()) return {};
  return Labelled({relation.subject_work}, labels);
}

}  // namespace concord::response
