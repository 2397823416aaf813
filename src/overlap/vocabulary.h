#pragma once
// What a Comparer knows: how telling each word is, what acronyms mean, and the
// archive's recommendations in outline.

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "concord/overlap/overlap.h"
#include "overlap/join/pair_index.h"
#include "overlap/join/word_table.h"
#include "overlap/long_forms.h"
#include "overlap/outline.h"
#include "overlap/parts/parts.h"
#include "overlap/prepared.h"
#include "overlap/report_pairs.h"
#include "overlap/shelf.h"

namespace concord::overlap {

struct Vocabulary {
  bool alone = false;  // there is no archive
  // Different recommendations of the archive; of each stem they hold, by the
  // number of its key, how telling it is.
  std::size_t total = 0;
  double prior = 0;  // PriorBits(total)
  WordTable words;
  std::vector<double> bits;
  LongForms long_forms;

  std::unique_ptr<const Archive> held;  // what `archive` is, of records
  const Archive* archive = nullptr;
  std::vector<Surroundings> surroundings;  // in the archive's order, or none
  Outlines outlines;                       // in the archive's order
  std::vector<std::vector<std::uint32_t>> of_report;  // by number of the report
  ReportPairs report_pairs;                           // by number of the report
  std::vector<std::uint32_t> by_id;  // the archive in the order of its ids
  std::unique_ptr<Shelf> shelf;      // of the archive
  // Made when the first recommendation comes that is not held.
  std::once_flag newcomers_ready;
  std::unique_ptr<const PairIndex> newcomers;

  const Surroundings& SurroundingsOf(std::size_t i) const;
  // The first of the archive's recommendations with this id.
  std::optional<std::size_t> Find(const RecommendationId& id) const;

  // Of two of the archive's recommendations, by looking through both reports.
  Closest ClosestOf(std::size_t a, std::size_t b) const;

  // What is known of two of the archive's recommendations besides `closest`.
  Between BetweenOf(std::size_t a, std::size_t b, Closest closest) const;

  // Surprise of finding the stem in a recommendation, in bits, 0..12: the
  // archive's own share, with the general one counted as fifty more.
  double Bits(std::uint64_t key, std::string_view stem) const;

  Lexicon MakeLexicon() const;
};

// Reads an archive, once for its words and once for its outlines, on all
// processors. It must outlive the vocabulary, whose acronyms are known.
void ReadArchive(const Archive& archive, std::vector<Surroundings> surroundings,
                 Vocabulary* vocabulary);

// The bits of a stem that so many of `total` recommendations hold.
double BitsOf(std::string_view stem, double held, std::size_t total);

// A key of everything Prepare reads of a recommendation.
std::uint64_t Fingerprint(const store::StoredRecommendation& recommendation);

// No less than the weight of ComparePrepared, at a fraction of the cost: the
// wording, and the most that every other part may give.
double WeightAtMost(const Vocabulary& vocabulary, std::size_t a, std::size_t b);

// The comparison of two prepared texts.
Comparison ComparePrepared(const Prepared& a, const Prepared& b,
                           const Between& between = {});

}  // namespace concord::overlap
