// Recommendations of a document: all rules, one answer.
//
// The rules run from the surest to the weakest. A place that one has taken is
// taken: a sentence inside section A is the decision, not a commitment as well.
// The same request printed twice in one document (a list repeated at the end)
// is one recommendation, the first; the same words under two labels of one
// list are two. What is left is completed with owners, due
// dates, locator and heading, and put in the order of the text.

#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>
#include <tuple>

#include "concord/base/unicode.h"
#include "concord/edtf/edtf.h"
#include "concord/extraction/extract.h"
#include "extraction/recommendations/parts.h"
#include "extraction/recommendations/promises.h"
#include "extraction/weighed/repeated.h"
#include "extraction/weighed/weighed.h"

namespace concord::extraction {
namespace {

// The places that earlier rules have taken. Two items of one rule may nest (a
// parent and its parts), so a rule's own items are added when it is done; they
// are merged, so that a look-up is a search among spans that do not overlap.
class Places {
 public:
  bool Touch(TextSpan span) const {
    const auto after = std::lower_bound(
        merged_.begin(), merged_.end(), span.begin,
        [](const TextSpan& one, std::uint32_t at) { return one.end <= at; });
    return after != merged_.end() && Overlaps(*after, span);
  }

  void Add(const std::vector<TextSpan>& spans) {
    merged_.insert(merged_.end(), spans.begin(), spans.end());
    std::sort(merged_.begin(), merged_.end());
    std::vector<TextSpan> joined;
    for (const TextSpan span : merged_) {
      if (!joined.empty() && span.begin < joined.back().end) {
        joined.back().end = std::max(joined.back().end, span.end);
      } else {
        joined.push_back(span);
      }
    }
    merged_ = std::move(joined);
  }

 private:
  std::vector<TextSpan> merged_;  // ascending, none overlapping another
};

// What makes two items one request: kind, parent, folded words and makers.
// The same words from two makers are two recommendations.
using RequestKey =
    std::tuple<RecommendationKind, std::int32_t, std::string, std::string>;

RequestKey RequestOf(const Recommendation& item) {
  std::string makers;
  for (const OwnerMention& maker : item.recommenders) {
    makers += FoldWords(maker.name) + ";";
  }
  return {item.kind, item.parent, FoldWords(item.text), std::move(makers)};
}

// 4 of "4", "4.2" and "Rec 4"; 0 of none.
int FirstNumber(std::string_view label) {
  const std::size_t at = label.find_first_of("0123456789");
  if (at == std::string_view::npos) return 0;
  return std::atoi(std::string(label.substr(at)).c_str());
}

// Tells the lists of one rule apart, to keep the same words under two of a
// list's labels: there the number says that they are asked twice. A list ends
// where its numbers begin again under another heading, so that one repeated at
// the report's end is another list.
class Lists {
 public:
  explicit Lists(const document::Document& document) : document_(document) {}

  // Which of the lists the next item of the rule stands in.
  int Next(const Recommendation& item) {
    const int number = FirstNumber(item.label);
    const std::int32_t heading = document::HeadingOf(
        document_, document::BlockAt(document_, item.span.begin));
    if (number <= last_ && heading != heading_) ++list_;
    last_ = number;
    heading_ = heading;
    return list_;
  }

 private:
  const document::Document& document_;
  int list_ = 0;
  int last_ = 0;
  std::int32_t heading_ = -1;
};

// The rules that find a recommendation by its sentence alone.
bool IsOfProse(std::string_view rule) {
  for (const auto* rules : {&SentenceRules(), &PerformativeRules()}) {
    for (const RecommendationRule& one : *rules) {
      if (one.name == rule) return true;
    }
  }
  return rule == "recommendation.urging";
}

// The items that the rules have found so far.
class Taken {
 public:
  explicit Taken(const document::Document& document) : document_(document) {}

  // Adds what one rule found; parents count from the rule's own first item.
  void Add(const RecommendationRule& rule, std::vector<Recommendation> items) {
    std::vector<std::int32_t> place(items.size(), -1);
    std::vector<TextSpan> spans;
    Lists lists(document_);
    for (std::size_t i = 0; i < items.size(); ++i) {
      Recommendation& item = items[i];
      item.rule = rule.name;
      item.confidence = rule.confidence;
      if (item.parent >= 0) {
        item.parent = place[static_cast<std::size_t>(item.parent)];
      }
      if (Empty(item.span) || places_.Touch(item.span)) continue;
      const std::string list =
          std::string(rule.name) + "/" + std::to_string(lists.Next(item));
      const auto [request, is_new] = requests_.emplace(RequestOf(item), list);
      const bool numbered = FirstNumber(item.label) > 0;
      if (!is_new && (!numbered || request->second != list)) continue;
      place[i] = static_cast<std::int32_t>(items_.size());
      spans.push_back(item.span);
      items_.push_back(std::move(item));
    }
    places_.Add(spans);
  }

  // Has some that a number, a list or a table sets apart: a report whose
  // recommendations stand in its prose may ask in any sentence of it.
  bool HasRecommendationsApart() const {
    return std::any_of(
        items_.begin(), items_.end(), [](const Recommendation& item) {
          return item.kind == RecommendationKind::kRecommendation &&
                 !IsOfProse(item.rule);
        });
  }

  bool HasRecommendations() const {
    return std::any_of(
        items_.begin(), items_.end(), [](const Recommendation& item) {
          return item.kind == RecommendationKind::kRecommendation;
        });
  }

  const std::vector<Recommendation>& items() const { return items_; }

  std::vector<Recommendation> Release() { return std::move(items_); }

 private:
  std::vector<Recommendation> items_;
  const document::Document& document_;
  std::map<RequestKey, std::string> requests_;  // to the list it is first in
  Places places_;
};

bool IsOneOf(const std::vector<RecommendationRule>& rules,
             const RecommendationRule& rule) {
  return std::any_of(
      rules.begin(), rules.end(),
      [&](const RecommendationRule& one) { return one.name == rule.name; });
}

void SortByPlace(std::vector<Recommendation>* items) {
  std::vector<std::size_t> order(items->size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
    return (*items)[a].span < (*items)[b].span;
  });
  std::vector<std::int32_t> place(items->size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    place[order[i]] = static_cast<std::int32_t>(i);
  }
  std::vector<Recommendation> sorted;
  for (const std::size_t from : order) {
    Recommendation item = std::move((*items)[from]);
    if (item.parent >= 0) {
      item.parent = place[static_cast<std::size_t>(item.parent)];
    }
    sorted.push_back(std::move(item));
  }
  *items = std::move(sorted);
}

void Complete(const Reading& reading, Recommendation* item) {
  FillFromLinesBelow(reading, item);
  FillOwnersInBrackets(reading, item);
  FillOwnPeople(reading, item);
  FillOwners(reading, item);
  FillDue(reading, item);
  FillEventDue(reading, item);
  item->locator = document::Locator(*reading.document, item->span);
  if (item->locator.empty() && !item->label.empty()) {
    item->locator = "rec " + item->label;
  }
  const std::int32_t block =
      document::BlockAt(*reading.document, item->span.begin);
  const std::int32_t heading = document::HeadingOf(*reading.document, block);
  if (heading < 0) return;
  const auto& blocks = reading.document->blocks;
  item->heading =
      Slice(reading.text(), blocks[static_cast<std::size_t>(heading)].span);
}

}  // namespace

std::vector<const RecommendationRule*> AllRecommendationRules() {
  std::vector<const RecommendationRule*> rules;
  for (const auto* list : {&DecisionRules(),
                           &AskedToRules(),
                           &DecisionLeadRules(),
                           &RecommenderRules(),
                           &TableRules(),
                           &QuotedRowRules(),
                           &SetBelowRules(),
                           &PlanLineRules(),
                           &ClosingMarkRules(),
                           &LabelledRules(),
                           &NumberedRules(),
                           &LabelledRunRules(),
                           &AnnouncedInPassingRules(),
                           &CodedRunRules(),
                           &LedListRules(),
                           &RecommendsThatRules(),
                           &BodyUrgesRules(),
                           &ListRules(),
                           &SectionItemRules(),
                           &AnsweredRules(),
                           &NumberedPageRules(),
                           &AskingRules(),
                           &DraftedReplyRules(),
                           &SentenceRules(),
                           &ByBodyRules(),
                           &PerformativeRules(),
                           &FallbackRules(),
                           &LoneTextRules(),
                           &OwnViewRules(),
                           &PromisedListRules(),
                           &CommitmentRules(),
                           &UndatedActRules(),
                           &DatedActRules(),
                           &WeighedRules()}) {
    for (const RecommendationRule& rule : *list) rules.push_back(&rule);
  }
  return rules;
}

std::vector<Recommendation> FindRecommendations(
    const document::Document& document, const Header& header) {
  Reading reading = Read(document, header.kind, BaseDay(header));
  reading.answers = AnswersInTables(reading);
  Taken taken(document);
  for (const RecommendationRule* rule : AllRecommendationRules()) {
    if (IsOneOf(LoneTextRules(), *rule) && taken.HasRecommendations()) continue;
    if (IsOneOf(FallbackRules(), *rule) && taken.HasRecommendationsApart()) {
      continue;
    }
    std::vector<Recommendation> items = rule->find(reading);
    if (IsOneOf(WeighedRules(), *rule)) {
      DropRepeated(document, taken.items(), &items);
    }
    // A text that is one recommendation is all of it.
    const bool whole =
        IsOneOf(LoneTextRules(), *rule) || IsOneOf(RecommenderRules(), *rule);
    for (Recommendation& item : items) {
      if (!whole) CutStatusTail(reading, &item);
    }
    taken.Add(*rule, std::move(items));
  }
  std::vector<Recommendation> found = taken.Release();
  SortByPlace(&found);
  for (Recommendation& item : found) CutFields(reading, &item);
  FillAddressees(reading, &found);
  for (Recommendation& item : found) Complete(reading, &item);
  FillParts(reading, &found);
  FillActs(reading, &found);
  InheritAddressees(reading, &found);
  FillPositions(reading, &found);
  return found;
}

}  // namespace concord::extraction
