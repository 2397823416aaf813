#include "document/pdf/headings.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "concord/base/unicode.h"
#include "document/structure/labels.h"
#include "document/structure/steps.h"

namespace concord::document {
namespace {

constexpr double kLarger = 1.12;  // of the body's size

// A heading's style: larger first, bold before plain.
using Style = std::pair<int, bool>;

bool HasLetters(std::string_view text) {
  return std::count_if(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                  (static_cast<unsigned char>(c) & 0x80) != 0;
         }) >= 3;
}

// "Annual review*": the mark of a note, on a heading.
void DropStar(std::string* text) {
  for (const std::string_view star : {"*", "\xE2\x88\x97", "\xE2\x80\xA0"}) {
    while (text->size() > star.size() + 3 && text->ends_with(star)) {
      text->resize(text->size() - star.size());
      while (text->ends_with(' ')) text->pop_back();
    }
  }
}

// The largest words of the first page with text are its title; the longer ones
// where a letterhead is larger. The number of drafts if there is none.
std::size_t TitleDraft(double body, const std::vector<PdfFont>& fonts,
                       const std::vector<Draft>& drafts) {
  std::size_t best = drafts.size();
  double best_score = 0;
  std::int32_t page = 0;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const Draft& draft = drafts[i];
    if (draft.hint == Hint::kChrome) continue;
    if (page == 0) page = draft.page;
    if (draft.page != page) break;
    if (draft.text.ends_with(':') ||
        draft.text.find('@') != std::string::npos || fonts[i].low) {
      continue;
    }
    const double size = fonts[i].half_points / 2.0;
    if (size < 1.15 * body) continue;
    const auto words = std::min<std::size_t>(6, WordCount(draft.text));
    const double score = size * size * static_cast<double>(words + 2);
    if (score <= best_score) continue;
    best = i;
    best_score = score;
  }
  return best;
}

// Items of one list that are bold throughout are no headings, though one of
// them may be as short as a heading and lack its full stop.
class BoldItems {
 public:
  BoldItems(double body, const std::vector<PdfFont>& fonts,
            const std::vector<Draft>& drafts)
      : body_(body), fonts_(fonts), drafts_(drafts) {
    for (std::size_t i = 0; i < drafts.size(); ++i) {
      if (drafts[i].hint != Hint::kParagraph) continue;
      texts_.push_back(i);
      labels_.push_back(ReadLabel(drafts[i].text));
    }
  }

  // Indices of those that their font would make headings.
  std::vector<std::size_t> Find() const {
    std::vector<std::size_t> items;
    for (std::size_t t = 0; t < texts_.size(); ++t) {
      const PdfFont& font = fonts_[texts_[t]];
      if (!font.bold || font.half_points >= kLarger * 2 * body_) continue;
      if ((t > 0 && FollowEachOther(t - 1, t) && IsBoldText(t - 1)) ||
          (t + 1 < texts_.size() && FollowEachOther(t, t + 1) &&
           IsBoldText(t + 1))) {
        items.push_back(texts_[t]);
      }
    }
    return items;
  }

 private:
  bool FollowEachOther(std::size_t t, std::size_t next) const {
    return labels_[t].style != LabelStyle::kNone &&
           labels_[t].style == labels_[next].style &&
           labels_[next].value == labels_[t].value + 1;
  }

  bool IsBoldText(std::size_t t) const {
    return drafts_[texts_[t]].strong && fonts_[texts_[t]].half_points == 0;
  }

  double body_;
  const std::vector<PdfFont>& fonts_;
  const std::vector<Draft>& drafts_;
  std::vector<std::size_t> texts_;  // indices of paragraphs
  std::vector<Label> labels_;       // of each of them
};

}  // namespace

bool HasLeader(std::string_view text) {
  return text.find("....") != std::string_view::npos ||
         text.find(". . . .") != std::string_view::npos;
}

PdfFont HeadingFont(const Draft& draft, std::size_t lines, double size,
                    double body) {
  constexpr std::size_t kLongest = 220;
  constexpr std::size_t kMostLines = 4;
  if (size < kLarger * body && !draft.strong) return {};
  if (size < 0.93 * body) return {};
  const char last = LastMark(draft.text);
  const bool stops = last == '.' || last == ';' || last == ',';
  if (draft.text.size() > kLongest || lines > kMostLines ||
      (stops && draft.text.size() > 12) || IsHeaderField(draft.text) ||
      HasLeader(draft.text) || !HasLetters(draft.text)) {
    return {};
  }
  return {.half_points = static_cast<int>(std::lround(size * 2)),
          .bold = draft.strong};
}

void MarkPdfHeadings(double body, std::vector<PdfFont> fonts,
                     std::vector<Draft>* drafts) {
  for (const std::size_t item : BoldItems(body, fonts, *drafts).Find()) {
    fonts[item] = {};
    (*drafts)[item].strong = false;  // it does not set it apart
  }
  std::set<Style, std::greater<>> used;
  for (const PdfFont& font : fonts) {
    if (font.half_points > 0) used.insert({font.half_points, font.bold});
  }
  const std::size_t title = TitleDraft(body, fonts, *drafts);
  for (std::size_t i = 0; i < drafts->size(); ++i) {
    if (fonts[i].half_points == 0) continue;
    Draft& draft = (*drafts)[i];
    draft.hint = Hint::kHeading;
    const auto rank = std::distance(
        used.begin(), used.find({fonts[i].half_points, fonts[i].bold}));
    draft.level =
        static_cast<std::uint8_t>(std::min<std::ptrdiff_t>(6, rank + 2));
    if (i == title) draft.level = 1;
    DropStar(&draft.text);
  }
}

}  // namespace concord::document
