#pragma once
// How much each observation about a pair speaks for or against a match, in bits
// of log-odds.
//
// The figures were estimated by tools/fit_weights from labelled pairs (open
// specimens, and one inquiry's recommendations with the paragraphs they
// restate); docs/overlap.md says how and what they rest on. Pure functions.

#include <cstddef>
#include <string_view>

namespace concord::overlap {

// What is measured of two texts' telling words; see Coverage.
struct WordingMeasures {
  double cosine = 0;
  double larger = 0;   // the larger of the shares that one has of the other
  double smaller = 0;  // the smaller
  double shared = 0;   // bits both have
  double least = 0;    // bits of the one that says less
  double prior = 0;    // PriorBits
  double near_larger = 0;
  double near_smaller = 0;
};

// What an archive of so many different recommendations takes from every match:
// each has a few partners, however many others there are, and coincidences grow
// with the number of those. 0 to about 4.
double PriorBits(std::size_t recommendations);

// The prior of a small archive is in it: most pairs ask for different things.
double WordingBits(const WordingMeasures& measures);

// For two texts by themselves: how alike they are, about 0 where one cannot
// say, without a prior.
double WordingBitsAlone(const WordingMeasures& measures);
double MeaningBitsAlone(const WordingMeasures& measures);

// By how much more alike the words of two reports are than those of two reports
// of the archive usually are, -1..1; and the most it gives.
double ReportBits(double likeness);
inline double MostReportBits() { return ReportBits(1); }

// Bits of a level of one of the other parts; 0 for levels that say nothing.
double LevelBits(std::string_view part, std::string_view level);
// The most that any level of a part gives; at least 0.
double MostLevelBits(std::string_view part);
// As LevelBits, for two texts by themselves.
double LevelBitsAlone(std::string_view part, std::string_view level);

}  // namespace concord::overlap
