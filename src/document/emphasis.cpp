#include "document/emphasis.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <string>

#include "concord/base/unicode.h"
#include "document/clean.h"

namespace concord::document {
namespace {

std::size_t Ink(std::string_view collapsed) {
  return collapsed.size() - static_cast<std::size_t>(std::count(
                                collapsed.begin(), collapsed.end(), ' '));
}

// Bytes of `raw` that are left of it and no white space. A letter whose accent
// stands beyond its end is counted apart: a place may be a byte or two off.
std::size_t CleanInk(std::string_view raw) {
  std::vector<std::string> unsaid;
  return Ink(CollapseSpace(CleanCharacters(std::string(raw), &unsaid)));
}

// Goes over a text counting what is no white space.
class InkPlace {
 public:
  explicit InkPlace(std::string_view text) : text_(text) {}

  // The place after `ink` bytes; counts upwards only.
  std::uint32_t After(std::size_t ink) {
    while (at_ < text_.size() && ink_ < ink) {
      ink_ += text_[at_++] == ' ' ? 0 : 1;
    }
    while (at_ < text_.size() &&
           U8_IS_TRAIL(static_cast<unsigned char>(text_[at_]))) {
      ++at_;
      ++ink_;
    }
    return static_cast<std::uint32_t>(at_);
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t ink_ = 0;
};

}  // namespace

void AddEmphasis(std::string_view text, TextSpan span,
                 std::vector<TextSpan>* emphases) {
  span = Trim(text, span);
  if (Empty(span)) return;
  if (emphases->empty()) {
    emphases->push_back(span);
    return;
  }
  TextSpan& last = emphases->back();
  const std::string_view between = Slice(text, {last.end, span.begin});
  if (between.find_first_not_of(' ') == std::string_view::npos) {
    last.end = std::max(last.end, span.end);
  } else {
    emphases->push_back(span);
  }
}

std::vector<TextSpan> EmphasesIn(std::string_view clean, std::string_view raw,
                                 const std::vector<TextSpan>& spans) {
  std::vector<TextSpan> found;
  InkPlace place(clean);
  std::size_t ink = 0;
  std::uint32_t at = 0;
  for (const TextSpan span : spans) {
    ink += CleanInk(Slice(raw, {at, span.begin}));
    const std::uint32_t begin = place.After(ink);
    ink += CleanInk(Slice(raw, span));
    at = span.end;
    AddEmphasis(clean, {begin, place.After(ink)}, &found);
  }
  return found;
}

}  // namespace concord::document
