#pragma once
// What a text says became of recommendations: carried out, in hand, refused.
//
// Why: a progress paper answers "what became of it" for reports laid years
// before it, and a response that passes over it tells its reader that nothing
// was done. A statement is quoted and typed, never concluded from: "seventeen
// of the 20 have been carried out" says of no single one that it was.
//
//   "Recommendation 7 has been carried out."          7: implemented
//   "... told that six were complete. We find two: 3 and 7."
//                                           3, 7: implemented, 2 of 6 told
//   "Those which have not are 3, 13 and 17."          3, 13, 17: open
//   "All six recommendations of X have been met."     all of X: implemented
//   "Seventeen of the 20 ... have been carried out."  17 of 20, unnamed
//   "RESOLVED that recommendations 9 and 18 be accepted"    accepted
//   "To decline recommendation R12"                   rejected, proposed
//   "The paper of 4 May said that all six had been met. It was wrong."
//                                           a retraction: all, implemented
//   "PV 8 | Rewrite the letters | Sgt Reed | May 2002 | Seven drafted"
//                                           of PV 8: owner, day, progress
//
// Pure; safe from any thread. Cost: one walk over the sentences.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "concord/document/document.h"
#include "concord/extraction/extraction.h"

namespace concord::extraction {

// `span` is the sentence, the row of a table or the item of a list.
struct StatedOutcome : Item {
  // implemented, implemented in part, in progress, open, withdrawn; "" where
  // the statement is of the answer.
  std::string implementation;
  // accepted, accepted in part, rejected, noted; "" where it is of the deed.
  std::string position;
  // Not decided by these words: a paper asks its committee for it.
  bool proposed = false;
  std::string printed;         // the words that say so
  std::string recommendation;  // numbers it names: "3, 13 and 17"; "" = a set
  std::int32_t count = 0;      // how many of the set; 0 = not said
  std::int32_t of = 0;         // how many there are in the set; 0 = not said
  bool whole = false;          // everything that the work recommends
  std::string work;            // title as cited here; "" = not said
  std::string quote;           // text[span]
  // Of a set whose members the text names elsewhere: those of which it is so,
  // or those of which it is not ("those which have not are 3, 13 and 17").
  std::string named;
  std::string except;
  // It says that an earlier text said so and was wrong; `said_on` is the day of
  // that text as EDTF, "" where it is not said. No outcome by itself.
  bool retraction = false;
  std::string said_on;
  // What a plan or a progress paper says of it in its own words.
  std::string progress;
  std::string owner;
  std::string by_when;

  friend bool operator==(const StatedOutcome&, const StatedOutcome&) = default;
};

// The sentence says what would be so on a condition, or what its writer wishes:
// "If members agree, 60 will be shown as superseded"; "I would put the
// following in place of 35". `deed`: it tells that something was carried out;
// then a paper that asks in the same paragraph for what it needs has done
// nothing yet.
bool IsOnlyProposed(std::string_view text, TextSpan sentence, bool deed);

// `extraction` is that of the document. In the order of the text.
std::vector<StatedOutcome> FindOutcomes(const document::Document& document,
                                        const Extraction& extraction);

}  // namespace concord::extraction
