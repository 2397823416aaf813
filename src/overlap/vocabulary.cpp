#include "overlap/vocabulary.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "overlap/common_words.h"
#include "overlap/stemmer.h"
#include "overlap/weights.h"

namespace concord::overlap {
namespace {

// How many recommendations the general shares are worth beside the archive's
// own counts.
constexpr double kPriorRecommendations = 50;
constexpr double kMaxBits = 12;

}  // namespace

double Vocabulary::Bits(std::string_view stem) const {
  const auto found = holders.find(std::string(stem));
  const double held = found == holders.end() ? 0 : found->second;
  const double share = (held + kPriorRecommendations * PriorShare(stem)) /
                       (static_cast<double>(total) + kPriorRecommendations);
  return std::clamp(-std::log2(share), 0.0, kMaxBits);
}

std::string Vocabulary::LongForm(std::string_view word,
                                 const ReportId& report) const {
  const auto found = by_short_form.find(std::string(word));
  if (found == by_short_form.end()) return {};
  for (const std::size_t i : found->second) {
    for (const crossref::Quote& quote : acronyms[i].definitions) {
      if (quote.report == report) return acronyms[i].long_form;
    }
  }
  return found->second.size() == 1 ? acronyms[found->second.front()].long_form
                                   : std::string();
}

Lexicon Vocabulary::MakeLexicon() const {
  return {alone, alone ? 0 : PriorBits(total),
          [this](std::string_view stem) { return Bits(stem); },
          [this](std::string_view word, const ReportId& report) {
            return LongForm(word, report);
          }};
}

Closest Vocabulary::ClosestOf(std::size_t a, std::size_t b) const {
  if (reports[a] == reports[b]) return Closest::kNotAsked;
  const double here = CosineOf(prepared[a].terms, prepared[b].terms);
  const auto nearest = [&](std::size_t one, const ReportId& report) {
    const std::vector<std::size_t>& all = of_report.at(report);
    return std::none_of(all.begin(), all.end(), [&](std::size_t other) {
      return CosineOf(prepared[one].terms, prepared[other].terms) > here;
    });
  };
  return MakeClosest(nearest(a, reports[b]), nearest(b, reports[a]));
}

std::uint64_t Fingerprint(const store::StoredRecommendation& recommendation) {
  const extraction::Recommendation& item = recommendation.item;
  std::string all;
  const auto add = [&](std::string_view piece) {
    all += piece;
    all.push_back('\0');
  };
  add(recommendation.report.value);
  add(item.text);
  add(item.addressee);
  add(item.made_by);
  add(item.label);
  for (const extraction::OwnerMention& owner : item.owners) {
    add(owner.name);
    add(Name(owner.kind));
  }
  add(Name(item.kind));
  add(recommendation.report_title);
  add(recommendation.committee);
  add(recommendation.report_date.edtf);
  for (const extraction::DateMention& due : item.due) {
    add(due.printed);
    add(due.edtf);
  }
  return KeyOf(all);
}

}  // namespace concord::overlap
