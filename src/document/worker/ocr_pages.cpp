#include "document/worker/ocr_pages.h"

#include <re2/re2.h>

#include <algorithm>
#include <cmath>
#include <pugixml.hpp>

namespace concord::document {
namespace {

constexpr double kPointsPerInch = 72;
// Below these a line or a page is no text. Tesseract's mean over clear print is
// 90 and more, over noise under 40.
constexpr double kLeastOfLine = 40;
constexpr double kLeastOfPage = 55;
// Heights of lines are measured on letters, so that those of one font differ.
constexpr double kSameSize = 0.2;

struct Letters {
  double sum = 0;  // of confidence
  double count = 0;

  double mean() const { return count > 0 ? sum / count : 0; }
  void Add(const Letters& other) {
    sum += other.sum;
    count += other.count;
  }
};

struct Line {
  std::vector<PdfWord> words;
  Letters letters;
};

std::string TextUnder(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node& child : node.children()) {
    text += child.type() == pugi::node_pcdata ? std::string(child.value())
                                              : TextUnder(child);
  }
  const auto begin = text.find_first_not_of(" \n\t");
  if (begin == std::string::npos) return "";
  return text.substr(begin, text.find_last_not_of(" \n\t") - begin + 1);
}

struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;
};

bool ReadBox(const char* title, Box* box) {
  static const RE2 form("bbox (\\d+) (\\d+) (\\d+) (\\d+)");
  return RE2::PartialMatch(title, form, &box->left, &box->top, &box->right,
                           &box->bottom) &&
         box->right > box->left && box->bottom > box->top;
}

// The line it stands on and the size of its letters, for all words of a line
// alike: a page that lies askew has straight lines so.
Line LineOfNode(const pugi::xml_node& node, double scale) {
  static const RE2 baseline("baseline (-?[0-9.]+) (-?[0-9.]+)");
  static const RE2 size_form("x_size ([0-9.]+)");
  static const RE2 sure_form("x_wconf (\\d+)");
  Line line;
  Box box;
  const char* title = node.attribute("title").value();
  if (!ReadBox(title, &box)) return line;
  double slope = 0, offset = 0, size = box.bottom - box.top;
  RE2::PartialMatch(title, baseline, &slope, &offset);
  RE2::PartialMatch(title, size_form, &size);
  const double base =
      (box.bottom + offset + slope * (box.right - box.left) / 2) * scale;
  size *= scale;
  for (const pugi::xml_node& child : node.children("span")) {
    Box place;
    PdfWord word;
    word.text = TextUnder(child);
    if (word.text.empty() || !ReadBox(child.attribute("title").value(), &place))
      continue;
    int sure = 0;
    RE2::PartialMatch(child.attribute("title").value(), sure_form, &sure);
    const auto count = static_cast<double>(word.text.size());
    line.letters.Add({sure * count, count});
    word.left = place.left * scale;
    word.right = place.right * scale;
    word.base = base;
    word.size = size;
    line.words.push_back(std::move(word));
  }
  return line;
}

void AddLines(const pugi::xml_node& node, double scale,
              std::vector<Line>* lines) {
  struct Walker : pugi::xml_tree_walker {
    bool for_each(pugi::xml_node& at) override {
      static const RE2 kinds("ocr_(line|header|textfloat|caption)");
      if (RE2::FullMatch(at.attribute("class").value(), kinds)) {
        lines->push_back(LineOfNode(at, scale));
      }
      return true;
    }
    double scale = 1;
    std::vector<Line>* lines = nullptr;
  };
  Walker walker;
  walker.scale = scale;
  walker.lines = lines;
  pugi::xml_node root = node;
  root.traverse(walker);
}

std::vector<Line> LinesOf(const ScannedPage& page) {
  std::vector<Line> lines;
  pugi::xml_document hocr;
  if (page.dots_per_inch > 0 &&
      hocr.load_buffer(page.hocr.data(), page.hocr.size(),
                       pugi::parse_default | pugi::parse_ws_pcdata)) {
    AddLines(hocr, kPointsPerInch / page.dots_per_inch, &lines);
  }
  return lines;
}

bool IsSound(const PdfWord& word) {
  return std::isfinite(word.left) && std::isfinite(word.right) &&
         std::isfinite(word.base) && std::isfinite(word.size) && word.size > 0;
}

// The size of most letters.
double UsualSize(const std::vector<std::vector<PdfWord>>& pages) {
  std::vector<double> sizes;
  for (const auto& page : pages) {
    for (const PdfWord& word : page) sizes.push_back(word.size);
  }
  if (sizes.empty()) return 0;
  const auto middle =
      sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::nth_element(sizes.begin(), middle, sizes.end());
  return *middle;
}

void EvenSizes(std::vector<std::vector<PdfWord>>* pages) {
  const double usual = UsualSize(*pages);
  for (auto& page : *pages) {
    for (PdfWord& word : page) {
      const bool same = std::abs(word.size - usual) <= usual * kSameSize;
      word.size = same ? usual : std::max(1.0, std::round(word.size));
      constexpr double kAbove = 0.75;  // of a letter's size over its line
      word.top = word.base - kAbove * word.size;
      word.bottom = word.base + (1 - kAbove) * word.size;
    }
  }
}

// Tesseract says what is a word; tightly set print shows less of a gap than the
// layout takes for a space.
void PartWords(std::vector<PdfWord>* words) {
  constexpr double kSpace = 0.3;  // of the size of the letters
  for (std::size_t i = 0; i + 1 < words->size(); ++i) {
    PdfWord& word = (*words)[i];
    const PdfWord& next = (*words)[i + 1];
    if (next.base != word.base || next.left <= word.left) continue;
    const double end = next.left - kSpace * word.size;
    if (end < word.right) {
      word.right = std::max(end, (word.left + next.left) / 2);
    }
  }
}

std::string Page(std::size_t index) {
  return "page " + std::to_string(index + 1) + ": ";
}

std::vector<PdfWord> TakePage(const ScannedPage& page, std::size_t index,
                              Letters* all, std::vector<std::string>* notes) {
  if (!page.problem.empty()) {
    notes->push_back(Page(index) + "not read: " + page.problem);
    return {};
  }
  std::vector<Line> lines = LinesOf(page);
  Letters whole;
  for (const Line& line : lines) whole.Add(line.letters);
  if (whole.count > 0 && whole.mean() < kLeastOfPage) {
    notes->push_back(Page(index) + "left out, OCR finds no clear words on it");
    return {};
  }
  std::vector<PdfWord> words;
  std::size_t unclear = 0;
  for (Line& line : lines) {
    if (line.words.empty()) continue;
    if (line.letters.mean() < kLeastOfLine) {
      ++unclear;
      continue;
    }
    all->Add(line.letters);
    for (PdfWord& word : line.words) {
      if (IsSound(word)) words.push_back(std::move(word));
    }
  }
  if (unclear > 0) {
    notes->push_back(Page(index) + std::to_string(unclear) +
                     (unclear == 1 ? " line" : " lines") +
                     " left out, too unclear for OCR");
  }
  return words;
}

}  // namespace

ScanWords WordsOf(const Scan& scan) {
  ScanWords out;
  Letters all;
  for (std::size_t i = 0; i < scan.pages.size(); ++i) {
    out.pages.push_back(TakePage(scan.pages[i], i, &all, &out.notes));
    if (!out.pages.back().empty()) ++out.reading.read;
  }
  EvenSizes(&out.pages);
  for (std::vector<PdfWord>& page : out.pages) PartWords(&page);
  out.reading.program = scan.program;
  out.reading.language = scan.language;
  out.reading.pages = static_cast<std::uint32_t>(scan.pages.size());
  out.reading.confidence =
      static_cast<std::uint32_t>(std::clamp(std::lround(all.mean()), 0l, 100l));
  return out;
}

}  // namespace concord::document
