#pragma once
// Printed numbers and bullets at the start of a piece of text.
//
//   "12. The Panel"   kNumber  12, label {0,3}, body at 4
//   "4.5 The Panel"   kNumber   5, components {4,5}
//   "(a) clarify"     kLower    1, bracketed
//   "• clarify"       kBullet
//   "[1] See"         kNote     1
//   "20 May is ..."   kNumber  20, not marked: the caller decides
//
// Pure function of the text; the structure pass judges it in its place.

#include <cstdint>
#include <string_view>
#include <vector>

#include "concord/base/text_span.h"

namespace concord::document {

enum class LabelStyle : std::uint8_t {
  kNone,
  kBullet,
  kNumber,      // 1  1.  (1)  1)  4.5  12a.
  kLower,       // a.  (a)  a)  and one-letter numerals (i)
  kUpper,       // A.  (A)
  kRomanLower,  // ii.  (iv)
  kRomanUpper,  // II.  IV.
  kNote,        // [1]
};

struct Label {
  LabelStyle style = LabelStyle::kNone;
  TextSpan span;           // in the text; without the space after it
  std::uint32_t body = 0;  // where the words begin
  int value = 0;           // last component; letters count from 1
  int roman = 0;  // value as a roman numeral where it can be one, else 0
  std::vector<int> components;  // 4.5 -> {4, 5}
  bool marked = false;          // a dot or bracket says that it is a label
  bool bracketed = false;       // (1)  1)  [1]
  bool alone = false;           // nothing follows it
};

Label ReadLabel(std::string_view text);

// The labels of a text in its order. A number of four digits at the front of a
// line is a year ("in\n2005. Nobody ..."), a sum or the number of a house, and
// a label only where the numbers have come as far: "1000." after "999.".
class LabelRun {
 public:
  // As ReadLabel(), after the labels read before.
  Label Read(std::string_view text);

 private:
  int last_ = 0;  // the last whole number
};

}  // namespace concord::document
