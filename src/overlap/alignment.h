#pragma once
// Which telling words of two texts answer each other: the same stem, words of
// near meaning, or spellings that differ in a letter.

#include <string>
#include <vector>

#include "overlap/prepared.h"

namespace concord::overlap {

// How much of each text's telling words the other has. Exact: the same stem.
struct Coverage {
  double cosine = 0;
  double of_a = 0;  // share of a's bits that b has, 0..1
  double of_b = 0;
  double shared = 0;  // bits both have

  // The same with near words counted by how near they are; never below. Only
  // of two texts by themselves.
  double near_of_a = 0;
  double near_of_b = 0;
  // The pair of unlike words that adds most: positions in the terms of a and
  // b, when there is one.
  std::size_t near_a = 0;
  std::size_t near_b = 0;
  double near_bits = 0;  // bits it adds; 0 = there is none
};

// The exact part alone; for acts and objects.
Coverage CoverageOf(TermRun a, TermRun b);

// Over all telling words of two texts.
Coverage CoverageOf(const Prepared& a, const Prepared& b);

}  // namespace concord::overlap
