#pragma once
// What two reports have to do with each other: whether the one names the other,
// and how alike the words of all that they ask are. A plan asks for what the
// inspection it answers asked for more often than for what another did, and two
// reports on one subject meet more often than one on custody and one on gifts.
//
// A report's words are those of its recommendations, the heaviest kWords of
// them: a word counts by its own bits and the root of how many hold it.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "overlap/join/runs.h"
#include "overlap/outline.h"

namespace concord::overlap {

class ReportPairs {
 public:
  static constexpr std::size_t kWords = 96;

  ReportPairs() = default;
  // `of_report`: the outlines of each report. `names`: of each report the
  // reports that it names.
  ReportPairs(const Outlines& outlines,
              const std::vector<std::vector<std::uint32_t>>& of_report,
              std::vector<std::vector<std::uint32_t>> names);

  // Whether one of the two names the other.
  bool OneNamesTheOther(std::uint32_t a, std::uint32_t b) const;
  // Whether the two ask one and the same body throughout, as two reviews of one
  // state do: that two of their recommendations ask it then says little.
  bool BothAskOneBody(std::uint32_t a, std::uint32_t b) const;
  // Cosine of the words of two reports, 0..1.
  double Likeness(std::uint32_t a, std::uint32_t b) const;
  // The mean of it over all pairs of reports: where all are on one subject,
  // that two are alike says nothing.
  double UsualLikeness() const { return usual_likeness_; }
  // Whether `item`, of the report `own`, speaks of a subject of its report that
  // neither the item `other_item` nor all of the report `other` speaks of: "the
  // family of a missing person" where the other asks the same for victims.
  bool HasSubjectOfItsOwn(TermRun item, std::uint32_t own, TermRun other_item,
                          std::uint32_t other) const;

 private:
  // Half of a word's key tells it from all others of two reports.
  struct Word {
    std::uint32_t key = 0;
    float bits = 0;
  };

  void AddAsked(const Outlines& outlines,
                const std::vector<std::uint32_t>& items);
  void AddWords(const Outlines& outlines,
                const std::vector<std::uint32_t>& items);
  void FindUsualLikeness();
  bool Names(std::uint32_t one, std::uint32_t other) const;

  Runs<Word> words_;                  // of each report, by key
  std::vector<double> norms_;         // of each
  std::vector<std::uint64_t> asked_;  // key of whom each asks throughout, or 0
  double usual_likeness_ = 0;
  // Keys of the words that many recommendations of a report have, in order.
  Runs<std::uint32_t> subjects_;
  std::vector<std::vector<std::uint32_t>> names_;  // of each, sorted
};

}  // namespace concord::overlap
