#pragma once
// What speaks for a short form that nobody defines being an acronym.
//
// Capitals stand in a report for much else: numbers of exhibits ("JH3",
// "exhibit KRM 17"), series of law reports ("[2004] QB 12"), the initials of a
// person ("JK Ash"), names in capitals ("ASH"). Only words that are used as a
// noun of a sentence count.

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>

#include "concord/base/text_span.h"
#include "crossref/quotes.h"

namespace concord::crossref {

class AcronymEvidence {
 public:
  explicit AcronymEvidence(const Reports& reports);

  // True where the archive's uses of `short_form` are those of an acronym: a
  // noun of a sentence; of two letters, with an article, as the subject of a
  // verb or twice; no number of an exhibit, no word or name that is also
  // written otherwise.
  bool Supports(const std::string& short_form) const;

 private:
  struct Tally {
    int nouns = 0;
    bool article = false;
    bool exhibit = false;
  };

  static void Weigh(std::string_view text, TextSpan within, TextSpan use,
                    Tally* tally);

  std::map<std::string, Tally> tallies_;
  std::map<std::string, std::set<std::string>> numbers_;  // of each stem
  // Written with small letters; each as a number.
  std::unordered_set<std::uint64_t> words_;
};

}  // namespace concord::crossref
