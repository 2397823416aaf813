#pragma once
// Two printed lines into one text: what becomes of a hyphen at the line's end.
//
//   "imple-" + "mented it"        "implemented it"     (a hyphenating text)
//   "decision-" + "making"        "decision-making"
//   "2024-" + "25"                "2024-25"
//   "and/" + "or"                 "and/or"
//   "the review" + "of 2004"      "the review of 2004"

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace concord::document {

enum class HyphenHabit {
  kKeep,    // its hyphens are its words' own
  kRemove,  // it breaks words at line ends
};

// Appends `line` to `text`, in place of a line end. A soft hyphen at the end of
// `text` always goes.
void AppendLine(std::string_view line, HyphenHabit habit, std::string* text);

// The words of a document, to tell a broken word from one that has a hyphen.
class HyphenSense {
 public:
  // `lines` in reading order.
  explicit HyphenSense(const std::vector<std::string_view>& lines);

  // As AppendLine() with the habit that fits the two pieces.
  void Append(std::string_view line, std::string* text) const;

 private:
  std::unordered_set<std::string> words_;
  HyphenHabit habit_ = HyphenHabit::kKeep;
};

}  // namespace concord::document
