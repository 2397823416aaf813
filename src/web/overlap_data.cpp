#include "web/overlap_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "concord/base/unicode.h"
#include "web/difference.h"
#include "web/links.h"
#include "web/words.h"

namespace concord::web {
namespace {

// The bars' own units: the drawing is scaled to the width there is.
constexpr double kWidth = 200;

data EndData(const engine::OverlapEndView& end,
             const std::vector<TextSpan>& own) {
  data view = NewView();
  Set(&view, "id", end.id);
  Set(&view, "href", RecommendationHref(end.id));
  Set(&view, "title", CollapseSpace(end.title));
  Set(&view, "locator", end.locator);
  SetFlag(&view, "ocr", end.ocr);
  std::vector<Decoration> marks;
  marks.reserve(own.size());
  for (const TextSpan span : own) {
    marks.push_back({span, Decoration::Kind::kOwn, ""});
  }
  const TextSpan all{0, static_cast<std::uint32_t>(end.text.size())};
  SetList(&view, "words", WordsOf(end.text, all, marks));
  return view;
}

std::string Number(double value) { return fmt::format("{:.2f}", value); }

// Least and greatest running sum: what the drawing must span.
std::pair<double, double> Range(const engine::OverlapView& overlap) {
  double sum = 0;
  double low = 0;
  double high = 0;
  for (const engine::OverlapPartView& part : overlap.parts) {
    sum += part.weight;
    low = std::min(low, sum);
    high = std::max(high, sum);
  }
  return {low, std::max(high, low + 1)};
}

data Parts(const engine::OverlapView& overlap) {
  const auto [low, high] = Range(overlap);
  const double scale = kWidth / (high - low);
  double sum = 0;
  data list = NewList();
  for (const engine::OverlapPartView& part : overlap.parts) {
    const double from = std::min(sum, sum + part.weight) - low;
    sum += part.weight;
    data one = NewView();
    Set(&one, "part_name", part.name);
    Set(&one, "level", part.level);
    Set(&one, "part_weight", Signed(part.weight));
    Set(&one, "x", Number(from * scale));
    Set(&one, "width", Number(std::max(std::abs(part.weight) * scale, 0.6)));
    Set(&one, "zero", Number(-low * scale));
    SetFlag(&one, "against", part.weight < 0);
    Set(&one, "quote_a", CollapseSpace(part.quote_a));
    Set(&one, "quote_b", CollapseSpace(part.quote_b));
    SetFlag(&one, "quoted", !part.quote_a.empty() || !part.quote_b.empty());
    list.push_back(one);
  }
  return list;
}

}  // namespace

std::string Signed(double weight) {
  // A true minus sign, as wide as the plus.
  const std::string digits = fmt::format("{:.1f}", std::abs(weight));
  return (weight < -0.05 ? "−" : "+") + digits;
}

data PairOf(const engine::OverlapView& overlap) {
  const Difference own = Compare(overlap.a.text, overlap.b.text);
  data view = NewView();
  Set(&view, "anchor", "with-" + overlap.b.id);
  Set(&view, "relation", overlap.reads);
  Set(&view, "weight", fmt::format("{:.1f}", overlap.weight));
  Set(&view, "similarity", fmt::format("{:.2f}", overlap.similarity));
  view.set("a", EndData(overlap.a, own.a));
  view.set("b", EndData(overlap.b, own.b));
  SetList(&view, "waterfall", Parts(overlap));
  return view;
}

}  // namespace concord::web
