#include "overlap/vocabulary.h"

#include <algorithm>
#include <cmath>

#include "overlap/common_words.h"
#include "overlap/stemmer.h"
#include "overlap/weights.h"

namespace concord::overlap {
namespace {

// How many recommendations the general shares are worth beside the archive's
// own counts.
constexpr double kPriorRecommendations = 50;
constexpr double kMaxBits = 12;
// Below so many recommendations no word is rare by its count, and whether two
// acts are upon one thing is asked of general English.
constexpr std::size_t kSmallArchive = 100;

}  // namespace

double BitsOf(std::string_view stem, double held, std::size_t total) {
  const double share = (held + kPriorRecommendations * PriorShare(stem)) /
                       (static_cast<double>(total) + kPriorRecommendations);
  return std::clamp(-std::log2(share), 0.0, kMaxBits);
}

double Vocabulary::Bits(std::uint64_t key, std::string_view stem) const {
  const std::uint32_t number = words.Find(key);
  return number == WordTable::kNone ? BitsOf(stem, 0, total) : bits[number];
}

Lexicon Vocabulary::MakeLexicon() const {
  Lexicon lexicon;
  lexicon.alone = alone;
  lexicon.prior = prior;
  lexicon.bits = [this](std::uint64_t key, std::string_view stem) {
    return Bits(key, stem);
  };
  if (!alone && total < kSmallArchive) {
    lexicon.act_bits = [](std::uint64_t /*key*/, std::string_view stem) {
      return BitsOf(stem, 0, 0);
    };
  }
  lexicon.long_form = [this](std::string_view word, const ReportId& report) {
    return long_forms.Of(word, report);
  };
  return lexicon;
}

const Surroundings& Vocabulary::SurroundingsOf(std::size_t i) const {
  static const Surroundings kNothing;
  return i < surroundings.size() ? surroundings[i] : kNothing;
}

std::optional<std::size_t> Vocabulary::Find(const RecommendationId& id) const {
  if (archive == nullptr) return std::nullopt;
  const auto found =
      std::lower_bound(by_id.begin(), by_id.end(), id,
                       [&](std::uint32_t one, const RecommendationId& wanted) {
                         return archive->IdOf(one) < wanted.value;
                       });
  if (found == by_id.end() || archive->IdOf(*found) != id.value) {
    return std::nullopt;
  }
  return *found;
}

Closest Vocabulary::ClosestOf(std::size_t a, std::size_t b) const {
  const std::uint32_t report_of_a = outlines[a].report;
  const std::uint32_t report_of_b = outlines[b].report;
  if (report_of_a == report_of_b) return Closest::kNotAsked;
  const double here = CosineOf(outlines.TermsOf(a), outlines.TermsOf(b));
  // Without a word in common nothing is near.
  if (here <= 0) return Closest::kOthers;
  const auto nearest = [&](std::size_t one, std::uint32_t report) {
    const std::vector<std::uint32_t>& all = of_report[report];
    return std::none_of(all.begin(), all.end(), [&](std::size_t other) {
      return CosineOf(outlines.TermsOf(one), outlines.TermsOf(other)) > here;
    });
  };
  return MakeClosest(nearest(a, report_of_b), nearest(b, report_of_a));
}

Between Vocabulary::BetweenOf(std::size_t a, std::size_t b,
                              Closest closest) const {
  const std::uint32_t report_of_a = outlines[a].report;
  const std::uint32_t report_of_b = outlines[b].report;
  if (report_of_a == report_of_b) return {.closest = closest};
  return {
      .closest = closest,
      .of_two_reports = true,
      .one_is_named = report_pairs.OneNamesTheOther(report_of_a, report_of_b),
      .one_body = report_pairs.BothAskOneBody(report_of_a, report_of_b),
      .likeness = report_pairs.Likeness(report_of_a, report_of_b),
      .usual_likeness = report_pairs.UsualLikeness(),
      .own_subjects =
          report_pairs.HasSubjectOfItsOwn(outlines.TermsOf(a), report_of_a,
                                          outlines.TermsOf(b), report_of_b) +
          report_pairs.HasSubjectOfItsOwn(outlines.TermsOf(b), report_of_b,
                                          outlines.TermsOf(a), report_of_a)};
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
