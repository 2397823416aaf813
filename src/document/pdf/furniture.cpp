#include "document/pdf/furniture.h"

#include <re2/re2.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "document/pdf/page_ends.h"
#include "document/running_heads.h"

namespace concord::document {
namespace {

constexpr double kHeadEnds = 0.12;  // of the page's height, from the top
constexpr double kFootBegins = 0.88;
constexpr std::size_t kLongest = 200;

bool InHead(const PdfPageLayout& page, const PdfPiece& piece) {
  return piece.line.base < kHeadEnds * page.height;
}

bool InFoot(const PdfPageLayout& page, const PdfPiece& piece) {
  return piece.line.base > kFootBegins * page.height;
}

std::string TextOf(const PdfPiece& piece) {
  if (!piece.is_row()) return piece.line.text;
  std::string text;
  for (const std::string& cell : piece.cells) text += cell + " ";
  return text;
}

// --- Lines that return ------------------------------------------------------

using PagesOfKey = std::map<std::string, std::set<std::size_t>>;

// A row of a table that reaches from the edge into the page. Rows of one table
// are often alike but for their numbers, and are no furniture for that.
bool IsOfTheText(const PdfPageLayout& page, std::size_t at) {
  const auto& pieces = page.pieces;
  const auto at_edge = [&](std::size_t i) {
    return InHead(page, pieces[i]) || InFoot(page, pieces[i]);
  };
  if (!pieces[at].gutters.empty()) {
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (!at_edge(i) && SameColumns(pieces[i], pieces[at])) return true;
    }
  }
  if (!pieces[at].bordered) return false;
  std::size_t first = at;
  while (at_edge(first) && first > 0 &&
         IsOneTable(pieces[first - 1], pieces[first])) {
    --first;
  }
  std::size_t last = at;
  while (at_edge(last) && last + 1 < pieces.size() &&
         IsOneTable(pieces[last], pieces[last + 1])) {
    ++last;
  }
  return !at_edge(first) || !at_edge(last);
}

template <class Function>
void ForEdges(std::vector<PdfPageLayout>* pages, Function&& function) {
  for (std::size_t p = 0; p < pages->size(); ++p) {
    PdfPageLayout& page = (*pages)[p];
    for (std::size_t i = 0; i < page.pieces.size(); ++i) {
      PdfPiece& piece = page.pieces[i];
      const bool head = InHead(page, piece);
      if (!head && !InFoot(page, piece)) continue;
      if (IsOfTheText(page, i)) continue;
      const std::string text = TextOf(piece);
      if (text.size() > kLongest) continue;
      function(p, (head ? "h" : "f") + RunningKey(text), &piece);
    }
  }
}

void MarkReturning(std::vector<PdfPageLayout>* pages) {
  PagesOfKey seen;
  ForEdges(pages, [&](std::size_t page, const std::string& key, PdfPiece*) {
    seen[key].insert(page);
  });
  const std::size_t enough = PagesToReturn(pages->size());
  ForEdges(pages, [&](std::size_t, const std::string& key, PdfPiece* piece) {
    if (seen[key].size() >= enough) piece->role = PdfRole::kFurniture;
  });
}

// --- Page numbers -----------------------------------------------------------

struct Numbered {
  std::size_t page = 0;
  PdfPiece* piece = nullptr;
  int number = 0;
};

std::vector<Numbered> NumbersAlone(std::vector<PdfPageLayout>* pages) {
  std::vector<Numbered> found;
  for (std::size_t p = 0; p < pages->size(); ++p) {
    PdfPageLayout& page = (*pages)[p];
    for (PdfPiece& piece : page.pieces) {
      if (piece.is_row()) continue;
      if (!InHead(page, piece) && !InFoot(page, piece)) continue;
      const int number = PageNumber(piece.line.text);
      if (number > 0) found.push_back({p, &piece, number});
    }
  }
  return found;
}

void MarkNumbers(std::vector<PdfPageLayout>* pages) {
  const std::vector<Numbered> found = NumbersAlone(pages);
  std::map<int, std::size_t> shifts;
  for (const Numbered& numbered : found) {
    ++shifts[numbered.number - static_cast<int>(numbered.page)];
  }
  const auto usual = std::max_element(
      shifts.begin(), shifts.end(),
      [](const auto& a, const auto& b) { return a.second < b.second; });
  for (std::size_t p = 0; p < pages->size(); ++p) {
    (*pages)[p].number = static_cast<std::int32_t>(p) + 1;
  }
  if (usual == shifts.end()) return;
  const bool counted = usual->second >= 2 || pages->size() == 1;
  for (const Numbered& numbered : found) {
    const int shift = numbered.number - static_cast<int>(numbered.page);
    if (counted && shift == usual->first) {
      numbered.piece->role = PdfRole::kFurniture;
    }
  }
  if (usual->second * 2 < pages->size() || usual->second < 2) return;
  for (std::size_t p = 0; p < pages->size(); ++p) {
    const int number = static_cast<int>(p) + usual->first;
    if (number > 0) (*pages)[p].number = number;
  }
}

// --- Footnotes --------------------------------------------------------------

bool BeginsNote(const PdfLine& line) {
  static const RE2 pattern(
      "(\\d{1,3}|[*∗]{1,3}|†{1,3}|‡{1,3}) ?[\\pL(\"'“‘].*");
  return RE2::FullMatch(line.text, pattern);
}

bool IsNoteText(const PdfPiece& piece) {
  return piece.role != PdfRole::kFurniture && !piece.is_row();
}

// A line drawn under words, and not over a note.
bool IsUnderline(const PdfRule& rule, const PdfPageLayout& page) {
  return std::any_of(page.pieces.begin(), page.pieces.end(),
                     [&](const PdfPiece& piece) {
                       const PdfLine& line = piece.line;
                       return rule.top > line.base - 1 &&
                              rule.top < line.base + 0.35 * line.size &&
                              rule.left < line.right && rule.right > line.left;
                     });
}

// The first piece under a short rule over the foot of the page, where it begins
// a note; else the number of pieces.
std::size_t UnderRule(const PdfPageLayout& page) {
  const auto& pieces = page.pieces;
  for (const PdfRule& rule : page.rules) {
    const double width = rule.right - rule.left;
    if (width > 0.4 * page.width || rule.left > 0.35 * page.width ||
        rule.top < 0.3 * page.height || IsUnderline(rule, page)) {
      continue;
    }
    std::size_t first = pieces.size();
    bool clear = true;
    for (std::size_t i = pieces.size(); i-- > 0 && clear;) {
      if (pieces[i].role == PdfRole::kFurniture) continue;
      if (pieces[i].line.top < rule.top - 2) break;
      clear = !pieces[i].is_row();
      first = i;
    }
    if (clear && first < pieces.size() && BeginsNote(pieces[first].line)) {
      return first;
    }
  }
  return pieces.size();
}

// The first note of those that are small, from the foot up.
std::size_t SmallNotes(double body_size, const PdfPageLayout& page) {
  const auto& pieces = page.pieces;
  std::size_t first = pieces.size();
  for (std::size_t i = pieces.size(); i-- > 0;) {
    const PdfPiece& piece = pieces[i];
    if (piece.role == PdfRole::kFurniture) continue;
    if (!IsNoteText(piece) || piece.line.size > 0.93 * body_size) break;
    if (piece.line.base < 0.3 * page.height) break;
    if (BeginsNote(piece.line)) first = i;
  }
  return first;
}

// A printer's mark at the very foot ("GE.11-10034") belongs to no note.
void MarkPrintersMark(PdfPageLayout* page) {
  if (page->pieces.size() < 2) return;
  PdfPiece& last = page->pieces.back();
  if (last.is_row() || !InFoot(*page, last) || last.line.text.size() > 24) {
    return;
  }
  static const RE2 mark("[A-Z]{1,4}[.-][\\w.-]*\\d[\\w.-]*(?: .{0,6})?");
  if (RE2::FullMatch(last.line.text, mark)) last.role = PdfRole::kFurniture;
}

void MarkNotesOf(double body_size, PdfPageLayout* page) {
  auto& pieces = page->pieces;
  const std::size_t first =
      std::min(UnderRule(*page), SmallNotes(body_size, *page));
  for (std::size_t i = first; i < pieces.size(); ++i) {
    if (pieces[i].role == PdfRole::kBody) pieces[i].role = PdfRole::kNote;
  }
}

}  // namespace

void MarkFurniture(std::vector<PdfPageLayout>* pages) {
  MarkReturning(pages);
  MarkNumbers(pages);
  for (PdfPageLayout& page : *pages) MarkPrintersMark(&page);
}

double BodySize(const std::vector<PdfPageLayout>& pages) {
  std::map<int, std::size_t> characters;  // by half points
  for (const PdfPageLayout& page : pages) {
    for (const PdfPiece& piece : page.pieces) {
      if (piece.role == PdfRole::kFurniture || piece.is_row()) continue;
      characters[static_cast<int>(std::lround(piece.line.size * 2))] +=
          piece.line.text.size();
    }
  }
  const auto most = std::max_element(
      characters.begin(), characters.end(),
      [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == characters.end() ? 10 : most->first / 2.0;
}

void MarkNotes(double body_size, std::vector<PdfPageLayout>* pages) {
  for (PdfPageLayout& page : *pages) MarkNotesOf(body_size, &page);
}

}  // namespace concord::document
