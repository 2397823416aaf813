#pragma once
// The words between the tags of a page: lines, with the links and addresses
// that stand on them, until a block ends and takes them.
//
//   words.AddText("See ", {}); words.OpenLink(9, "a.html");
//   words.AddText("the  plan", {}); words.CloseLinks(9);
//   words.Take().lines[0].text   "See the plan", a link on "the plan"
//
// White space is folded as a browser does. Linear in the text.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/draft.h"

namespace concord::document {

struct LetterStyle {
  bool bold = false;
  bool emphasised = false;  // in italics or underlined
};

class HtmlWords {
 public:
  void AddText(std::string_view text, LetterStyle style);

  // Takes the open line to the finished ones; open links go on in the next.
  void EndLine();

  // A link whose element ends at node `end`.
  void OpenLink(std::uint32_t end, std::string target);
  bool in_link() const { return !links_.empty(); }
  // Closes the links that end at or before node `index`.
  void CloseLinks(std::uint32_t index);

  // An address of the next word, and a link that stands on no word.
  void AddAnchor(std::string_view name);
  void AddMark(std::string target);

  struct Taken {
    std::vector<Draft> lines;
    bool strong = false;  // every letter is bold
  };
  // What was written since the last call, the open line too.
  Taken Take();

  // For text that is printed as it stands and is not written here.
  void ForgetBold();

 private:
  struct OpenedLink {
    std::uint32_t end = 0;    // node
    std::uint32_t begin = 0;  // offset in the current line
    std::string target;
  };

  std::uint32_t LineEnd() const;
  void EndLink(const OpenedLink& link);

  std::vector<Draft> lines_;
  Draft line_;
  bool space_ = false;  // white space since the last character
  std::uint32_t ink_ = 0;
  std::uint32_t bold_ink_ = 0;
  std::vector<OpenedLink> links_;
};

}  // namespace concord::document
