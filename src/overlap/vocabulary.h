#pragma once
// What a Comparer knows: how telling each word is, what acronyms mean, and the
// archive's recommendations made ready.

#include <string>
#include <unordered_map>
#include <vector>

#include "concord/overlap/overlap.h"
#include "overlap/parts.h"
#include "overlap/prepared.h"

namespace concord::overlap {

struct Vocabulary {
  bool alone = false;  // there is no archive
  // Different recommendations of the archive, and how many of them hold each
  // stem.
  std::size_t total = 0;
  std::unordered_map<std::string, std::uint32_t> holders;
  std::vector<crossref::AcronymEntry> acronyms;
  std::unordered_map<std::string, std::vector<std::size_t>> by_short_form;

  std::vector<Prepared> prepared;  // in the archive's order
  std::vector<ReportId> reports;
  std::unordered_map<RecommendationId, std::size_t> index;
  std::vector<std::uint64_t> fingerprints;
  std::unordered_map<ReportId, std::vector<std::size_t>> of_report;

  // Of two of the archive's recommendations, by looking through both reports.
  Closest ClosestOf(std::size_t a, std::size_t b) const;

  // Surprise of finding the stem in a recommendation, in bits, 0..12: the
  // archive's own share, with the general one counted as fifty more.
  double Bits(std::string_view stem) const;

  // The words of an acronym in a report; "" where that is not settled.
  std::string LongForm(std::string_view word, const ReportId& report) const;

  Lexicon MakeLexicon() const;
};

// A key of everything Prepare reads of a recommendation.
std::uint64_t Fingerprint(const store::StoredRecommendation& recommendation);

// No less than the weight of ComparePrepared, at a fraction of the cost: the
// wording, and the most that every other part may give.
double WeightAtMost(const Prepared& a, const Prepared& b);

// The comparison of two prepared texts.
Comparison ComparePrepared(const Prepared& a, const Prepared& b,
                           Closest closest = Closest::kNotAsked);

}  // namespace concord::overlap
