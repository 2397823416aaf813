#pragma once
// The words that say what became of something: "has been carried out", "are in
// hand", "was declined".
//
//   "have been carried out in part"    implemented in part
//   "be accepted" after "that"         accepted, asked for
//   refused: "will be carried out", "to be met", "could not both be accepted"
//
// Cost: the patterns over one sentence. Tests: outcomes_test.cpp.

#include <string_view>
#include <vector>

#include "concord/base/text_span.h"

namespace concord::extraction {

struct StateWords {
  TextSpan span;
  std::string_view implementation;  // one of the two is ""
  std::string_view position;
  bool asked = false;       // "be accepted": said of what is to be
  bool taken_back = false;  // "was wrongly reported as met"
};

// All in text[sentence], in order, none inside another.
std::vector<StateWords> FindStateWords(std::string_view text,
                                       TextSpan sentence);

// What the first words of a cell say: "Done on 12 May", "Yes", "In hand".
// `of_answer`: the column asks whether it was agreed to. `span` is empty where
// they say nothing.
StateWords StateOfCell(std::string_view text, TextSpan cell, bool of_answer);

}  // namespace concord::extraction
