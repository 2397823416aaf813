#pragma once
// Of which recommendations a statement speaks: numbers before or after the
// words of state, or a set.
//
//   "[Recommendations 3 and 4 of X] have been met"
//   "Two have been met [(7 and 8)]"; "Four are outstanding[: 12, 54 and 62]"
//   "[Seventeen of the 20 recommendations of X] have been carried out"
//   refused: "the officer for recommendation 4 was refused leave",
//   "if recommendation 4 is met"
//
// Cost: a few patterns over the sentence. Tests: outcomes_test.cpp.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "concord/extraction/extraction.h"
#include "extraction/outcomes/state_words.h"

namespace concord::extraction {

// Numbers of one work, as printed: glosses in brackets left out.
struct NamedOnes {
  std::string numbers;  // "3, 13 and 17"
  std::string work;     // title as cited; "" = not said here
};

struct NamedSet {
  std::int32_t count = 0;
  std::int32_t of = 0;
  bool whole = false;
  std::string work;
};

// A sentence, what it cites, and what stands before `state` in its clause.
struct OutcomePlace {
  std::string_view text;
  TextSpan passage;
  TextSpan sentence;
  TextSpan clause;  // before the words of state
  StateWords state;
  TextSpan rest;  // after them, up to the next words of state
  const std::vector<Citation>* citations = nullptr;
  const std::vector<StatedCount>* counts = nullptr;
  bool listed_before = false;            // a clause before named bare numbers
  const NamedSet* set_before = nullptr;  // of a clause before
  const NamedOnes* the_one = nullptr;    // that the section is about
};

// The clause is a condition, a question or another's word that is not believed.
bool IsNotStated(const OutcomePlace& place);

std::vector<NamedOnes> NamedBefore(const OutcomePlace& place);
// "R12, which [was declined]": those that stand before ", which".
std::vector<NamedOnes> NamedByWhich(const OutcomePlace& place);
std::vector<NamedOnes> NamedAfter(const OutcomePlace& place);
// count == 0 and not whole: no set.
NamedSet SetBefore(const OutcomePlace& place);

// The title that the words up to `offset` mean: cited in the sentence, else in
// the passage, else the last work whose recommendations are spoken of; "".
std::string WorkMeant(const OutcomePlace& place, std::uint32_t offset);

// A list of numbers, glosses in brackets allowed: an expression with the list
// as its one group.
extern const std::string_view kNumberList;

// "12 (alarms), 40 and R6-R8" without what stands in brackets.
std::string NumbersOf(std::string_view list);

// The whole of `text` is a list of numbers.
bool IsNumberList(std::string_view text);

}  // namespace concord::extraction
