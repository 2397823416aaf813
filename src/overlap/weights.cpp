#include "overlap/weights.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "concord/base/digest.h"
#include "concord/overlap/overlap.h"
#include "concord/overlap/weighing.h"

namespace concord::overlap {
namespace {

struct LevelWeight {
  std::string_view part;
  std::string_view level;
  double bits;
};

// tools/fit_weights prints the lines between the two marks.
// begin fitted: 24408 pairs, 437 of them matches
constexpr double kBias = -12.62;
constexpr double kSmaller = 2.33;
constexpr double kLogShared = 2.70;
constexpr double kLogLeast = -0.93;
constexpr double kTogether = 1.75;
constexpr double kReportsAlike = 4.33;
constexpr std::array<LevelWeight, 28> kLevels = {{
    {"action", "another verb", -0.54},
    {"action", "same verb", 0.44},
    {"action", "similar verb", 0.44},
    {"addressee", "a body and who oversees it", 1.20},
    {"addressee", "may be within the body", 0.51},
    {"addressee", "one of the bodies named", 1.13},
    {"addressee", "same body", 2.92},
    {"due", "dates that can both hold", 1.02},
    {"due", "the same date", 2.78},
    {"kind", "a decision and another", -0.67},
    {"kind", "a recommendation and a commitment", -0.19},
    {"kind", "two commitments", -0.70},
    {"kind", "two decisions", -1.17},
    {"names", "other names", -0.48},
    {"numbers", "other numbers", -0.10},
    {"numbers", "the same numbers", 0.00},
    {"reports", "one names the other", 1.13},
    {"rivals", "nearest in both reports", 0.84},
    {"section", "headings on one matter", 1.24},
    {"stated", "both name one recommendation", 2.05},
    {"stated", "one carries out the other", 3.73},
    {"stated", "one cites the other", 2.83},
    {"stated", "one quotes the other", 0.27},
    {"stated", "one stands beside the other's number", 3.36},
    {"subject", "each of its own report's subject", -1.44},
    {"subject", "one of its own report's subject", -0.21},
    {"work", "other works or numbers", -0.16},
    {"work", "the same work or number", 1.26},
}};
// end fitted

// Set by rule: a fit cannot learn them from pairs that never differ in them.
// An opposite act is about the same matter and must stay in sight; another body
// turns the same words into another request; the one body that two reports ask
// throughout tells of the reports, and half as much of two of their
// recommendations; noting two papers is no overlap whatever the papers are; to
// ratify another convention is another act; a number of one work is nearly an
// identifier. A paragraph that opens with a number is the answer to it, and
// what turns another down by its number is about it, in whatever words.
// What may be done, or is to be considered, and what is to be done are one act
// asked for more and less firmly: it says nothing for the two. That one of them
// must be done takes nothing away.
constexpr std::array<LevelWeight, 13> kRules = {{
    {"stated", "one refuses the other", 15.0},
    {"stated", "one stands under the other's number", 15.0},
    {"kind", "the same paper of another day", -25.0},
    {"action", "opposite act", 2.0},
    {"action", "same verb, asked less firmly", -0.5},
    {"action", "same verb, one is binding", 0.44},
    {"action", "one is negated", -5.0},
    {"action", "routine act of a meeting", -12.0},
    {"addressee", "another body", -13.0},
    {"addressee", "another post", -13.0},
    {"addressee", "the body that both reports ask throughout", 1.5},
    {"work", "another convention or protocol", -6.0},
    {"work", "the same recommendation of the same work", 8.0},
}};

// Words alone must be surer than even odds: the subject of an archive brings
// the same words together again and again. Where something beyond them speaks
// too (a statement, a date, that each is nearest to the other), a link that is
// missed is lost and one that is wrong is refused at a glance.
constexpr double kCaution = -1.0;
constexpr double kStated = 2.0;
constexpr double kDated = 1.0;
constexpr double kNearest = 1.25;
// The same sentence about missing persons and about victims asks for two
// things. Too few labelled pairs are so for the fit to say it out loud.
constexpr double kTwoSubjects = -2.0;

// The fit is to archives of some five hundred recommendations. With twice as
// many a recommendation has twice as many others that share its subject by
// chance; half of that shows already in rarer words weighing more.
constexpr double kFittedTo = 500;
constexpr double kPriorPerDoubling = 0.5;

double BeyondWords(const LevelWeight& row) {
  if (row.part == "stated") return kStated;
  if (row.part == "due") return row.level == "another date" ? 0 : kDated;
  if (row.part == "rivals") return kNearest;
  const bool two_subjects = row.level == "each of its own report's subject";
  return two_subjects ? kTwoSubjects : 0;
}

// How alike two texts are counts by how many words it rests on, up to so many
// bits, some eight telling words: half of few words is a coincidence and half
// of many is not.
constexpr double kEnoughShared = 40;

// The fit is trusted within these; no wording alone proves more.
constexpr double kLeastWording = -14;
constexpr double kMostWording = 12;

// Of texts by themselves: bits for the whole way from nothing to everything in
// common, where one cannot say, and what twice as many telling words add: half
// of three words is a coincidence and half of twenty is not.
constexpr double kAloneBits = 20;
constexpr double kAloneMiddle = 0.42;
constexpr double kAloneCosine = 0.25;
constexpr double kAloneLength = 1.5;
constexpr double kAloneUsualLength = 5;  // log2 of bits, some five words
constexpr double kAloneNear = 0.9;       // of what the same words give

// Levels between two texts by themselves, set by hand: there is no archive
// around the pair and a sentence need not be a request at all. What tells two
// sentences of the same words apart is a figure or an opposite.
constexpr std::array<LevelWeight, 21> kAlone = {{
    {"action", "another verb", -0.5},
    {"action", "one is negated", -5.0},
    {"action", "opposite act", -0.5},
    {"action", "routine act of a meeting", -3.0},
    {"action", "same verb", 0.5},
    {"action", "same verb, asked less firmly", 0.5},
    {"action", "same verb, one is binding", 0.5},
    {"action", "similar verb", 0.5},
    {"addressee", "a body and who oversees it", 0.5},
    {"addressee", "another body", -3.0},
    {"addressee", "another post", -3.0},
    {"addressee", "may be within the body", 0.5},
    {"addressee", "one of the bodies named", 0.5},
    {"addressee", "same body", 1.0},
    {"due", "dates that can both hold", 1.0},
    {"due", "the same date", 1.5},
    {"meaning", "words of opposite meaning", -3.0},
    {"names", "other names", -2.2},
    {"numbers", "other numbers", -3.0},
    {"numbers", "the same numbers", 0.5},
    {"work", "another convention or protocol", -6.0},
}};

template <class Table>
const LevelWeight* Find(const Table& table, std::string_view part,
                        std::string_view level) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const LevelWeight& row) {
        return row.part == part && row.level == level;
      });
  return found == table.end() ? nullptr : &*found;
}

// Everything above that a weight is made of and that stands in no table.
constexpr std::array<std::pair<std::string_view, double>, 23> kFigures = {{
    {"bias", kBias},
    {"smaller share", kSmaller},
    {"log2 of shared bits", kLogShared},
    {"log2 of bits of the shorter", kLogLeast},
    {"cosine by shared bits", kTogether},
    {"likeness of the reports", kReportsAlike},
    {"caution", kCaution},
    {"stated, beyond words", kStated},
    {"dated, beyond words", kDated},
    {"nearest, beyond words", kNearest},
    {"two subjects", kTwoSubjects},
    {"recommendations fitted to", kFittedTo},
    {"prior per doubling", kPriorPerDoubling},
    {"shared bits that are enough", kEnoughShared},
    {"least wording", kLeastWording},
    {"most wording", kMostWording},
    {"alone, all", kAloneBits},
    {"alone, middle", kAloneMiddle},
    {"alone, share of the cosine", kAloneCosine},
    {"alone, length", kAloneLength},
    {"alone, usual length", kAloneUsualLength},
    {"alone, near words", kAloneNear},
    {"bits per halving", kBitsPerHalving},
}};

double Alike(double larger, double smaller) { return (larger + smaller) / 2; }

}  // namespace

double PriorBits(std::size_t recommendations) {
  const double times = static_cast<double>(recommendations) / kFittedTo;
  return times > 1 ? kPriorPerDoubling * std::log2(times) : 0;
}

double WordingBits(const WordingMeasures& measures) {
  const double bits = kCaution - measures.prior + kBias +
                      kSmaller * measures.smaller +
                      kLogShared * std::log2(1 + measures.shared) +
                      kLogLeast * std::log2(1 + measures.least) +
                      kTogether * measures.cosine *
                          std::min(measures.shared, kEnoughShared) / 10;
  return std::clamp(bits, kLeastWording, kMostWording);
}

double ReportBits(double likeness) { return kReportsAlike * likeness; }

double WordingBitsAlone(const WordingMeasures& measures) {
  const double alike =
      kAloneCosine * measures.cosine +
      (1 - kAloneCosine) * Alike(measures.larger, measures.smaller);
  return kAloneBits * (alike - kAloneMiddle) +
         kAloneLength * (std::log2(1 + measures.least) - kAloneUsualLength);
}

double MeaningBitsAlone(const WordingMeasures& measures) {
  return kAloneBits * kAloneNear *
         (Alike(measures.near_larger, measures.near_smaller) -
          Alike(measures.larger, measures.smaller));
}

double LevelBits(std::string_view part, std::string_view level) {
  if (const LevelWeight* rule = Find(kRules, part, level)) return rule->bits;
  const LevelWeight* fitted = Find(kLevels, part, level);
  return fitted == nullptr ? 0 : fitted->bits + BeyondWords(*fitted);
}

double MostLevelBits(std::string_view part) {
  double most = 0;
  for (const LevelWeight& row : kRules) {
    if (row.part == part) most = std::max(most, row.bits);
  }
  for (const LevelWeight& row : kLevels) {
    if (row.part == part) most = std::max(most, row.bits + BeyondWords(row));
  }
  return most;
}

double LevelBitsAlone(std::string_view part, std::string_view level) {
  const LevelWeight* found = Find(kAlone, part, level);
  return found == nullptr ? 0 : found->bits;
}

std::string WeightsTable() {
  std::string table;
  for (const auto& [name, value] : kFigures) {
    table += fmt::format("figure\t{}\t{:.4f}\n", name, value);
  }
  for (const LevelWeight& row : kLevels) {
    table += fmt::format("{}\t{}\t{:.4f}\n", row.part, row.level, row.bits);
  }
  for (const LevelWeight& row : kRules) {
    table += fmt::format("{}\t{}\t{:.4f}\n", row.part, row.level, row.bits);
  }
  for (const LevelWeight& row : kAlone) {
    table +=
        fmt::format("alone, {}\t{}\t{:.4f}\n", row.part, row.level, row.bits);
  }
  return table;
}

std::string WeightsDigest() {
  constexpr std::size_t kDigits = 8;
  return Sha256Hex(WeightsTable()).substr(0, kDigits);
}

std::string WeightsName() {
  return std::to_string(kWeightsVersion) + "-" + WeightsDigest();
}

}  // namespace concord::overlap
