// On poppler's core library and not on its C++ wrapper: the wrapper gives words
// and fonts, but not the lines drawn around them, and it is the lines that say
// where a table's cells are. Words come in the order they are drawn (no layout
// of poppler's own), which also is the cheapest way to get them.

#include "document/pdf/pages.h"

#include <Error.h>
#include <ErrorCodes.h>
#include <GfxState.h>
#include <GlobalParams.h>
#include <PDFDoc.h>
#include <Page.h>
#include <TextOutputDev.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <memory>

#include "concord/source/password.h"

namespace concord::document {
namespace {

constexpr double kThickestRule = 3.0;
constexpr double kShortestRule = 4.0;
constexpr double kSmallestShade = 6.0;
constexpr double kWhite = 0.99;
constexpr std::size_t kMostRules = 20000;   // of a page; drawings have more
constexpr std::size_t kMostWords = 200000;  // of a page
constexpr int kMostPages = 20000;
constexpr int kMostErrors = 20;  // printed of a document

int errors_printed = 0;

// --- Ruled lines ------------------------------------------------------------

// One for all pages of a document: it keeps the colour profiles it has read.
class PageReader : public TextOutputDev {
 public:
  PageReader() : TextOutputDev(nullptr, false, 0, true, false) {}

  void startPage(int number, GfxState* state, XRef* xref) override {
    rules_.clear();
    shades_.clear();
    TextOutputDev::startPage(number, state, xref);
  }

  void stroke(GfxState* state) override {
    TextOutputDev::stroke(state);
    AddPath(*state, true);
  }
  void fill(GfxState* state) override {
    TextOutputDev::fill(state);
    AddPath(*state, false);
  }
  void eoFill(GfxState* state) override {
    TextOutputDev::eoFill(state);
    AddPath(*state, false);
  }

  std::vector<PdfRule> TakeRules() { return std::move(rules_); }
  std::vector<PdfRule> TakeShades() { return std::move(shades_); }

 private:
  void AddPath(const GfxState& state, bool stroked) {
    const GfxPath* path = state.getPath();
    for (int i = 0; i < path->getNumSubpaths(); ++i) {
      if (rules_.size() >= kMostRules) return;
      const GfxSubpath* piece = path->getSubpath(i);
      if (HasCurve(*piece)) continue;
      if (stroked) {
        AddStroke(state, *piece);
      } else {
        AddBox(state, *piece);
      }
    }
  }

  static bool HasCurve(const GfxSubpath& piece) {
    for (int i = 0; i < piece.getNumPoints(); ++i) {
      if (piece.getCurve(i)) return true;
    }
    return false;
  }

  void AddStroke(const GfxState& state, const GfxSubpath& piece) {
    for (int i = 1; i < piece.getNumPoints(); ++i) {
      double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
      state.transform(piece.getX(i - 1), piece.getY(i - 1), &x0, &y0);
      state.transform(piece.getX(i), piece.getY(i), &x1, &y1);
      AddRule({std::min(x0, x1), std::max(x0, x1), std::min(y0, y1),
               std::max(y0, y1)});
    }
  }

  // A filled box that is thin is a line; the borders of Word's tables are.
  void AddBox(const GfxState& state, const GfxSubpath& piece) {
    if (piece.getNumPoints() < 4 || piece.getNumPoints() > 5) return;
    PdfRule box{1e9, -1e9, 1e9, -1e9};
    for (int i = 0; i < piece.getNumPoints(); ++i) {
      double x = 0, y = 0;
      state.transform(piece.getX(i), piece.getY(i), &x, &y);
      box = {std::min(box.left, x), std::max(box.right, x),
             std::min(box.top, y), std::max(box.bottom, y)};
    }
    AddRule(box);
    AddShade(state, box);
  }

  // Only those that may lie behind words.
  void AddShade(const GfxState& state, const PdfRule& box) {
    const double width = box.right - box.left;
    const double height = box.bottom - box.top;
    if (!std::isfinite(width) || !std::isfinite(height) ||
        width < kSmallestShade || height < kSmallestShade ||
        shades_.size() >= kMostRules || IsWhite(state)) {
      return;
    }
    shades_.push_back(box);
  }

  static bool IsWhite(const GfxState& state) {
    GfxRGB colour{};
    state.getFillRGB(&colour);
    const auto full = [](GfxColorComp part) { return colToDbl(part) > kWhite; };
    return full(colour.r) && full(colour.g) && full(colour.b);
  }

  void AddRule(const PdfRule& rule) {
    const double width = rule.right - rule.left;
    const double height = rule.bottom - rule.top;
    if (!std::isfinite(width) || !std::isfinite(height)) return;
    if (std::min(width, height) > kThickestRule ||
        std::max(width, height) < kShortestRule) {
      return;
    }
    rules_.push_back(rule);
  }

  std::vector<PdfRule> rules_;
  std::vector<PdfRule> shades_;
};

// --- Words ------------------------------------------------------------------

void AppendUtf8(Unicode c, std::string* out) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = 0xFFFD;
  std::array<char, 4> bytes{};
  std::int32_t size = 0;
  U8_APPEND_UNSAFE(bytes.data(), size, static_cast<UChar32>(c));
  out->append(bytes.data(), static_cast<std::size_t>(size));
}

constexpr std::array<std::string_view, 7> kLigatures = {
    "ff", "fi", "fl", "ffi", "ffl", "st", "st"};

std::string TextOf(const TextWord& word) {
  std::string text;
  for (int i = 0; i < word.getLength(); ++i) {
    const Unicode c = *word.getChar(i);
    if (c >= 0xFB00 && c <= 0xFB06) {
      text += kLigatures[c - 0xFB00];
    } else if (c >= 0x20 || c == '\t') {
      AppendUtf8(c, &text);
    }
  }
  return text;
}

bool NameHas(const GooString* name, std::initializer_list<const char*> parts) {
  if (name == nullptr) return false;
  const std::string& text = name->toStr();
  return std::any_of(parts.begin(), parts.end(), [&](const char* part) {
    return text.find(part) != std::string::npos;
  });
}

PdfWord WordOf(const TextWord& word) {
  PdfWord out;
  out.text = TextOf(word);
  word.getBBox(&out.left, &out.top, &out.right, &out.bottom);
  out.base = word.getBaseline();
  out.size = word.getFontSize();
  out.rotation = word.getRotation();
  const TextFontInfo* font = word.getFontInfo(0);
  out.bold = font->isBold() ||
             NameHas(font->getFontName(),
                     {"Bold", "bold", "Black", "Heavy", "Demi", "BOLD"});
  out.italic = font->isItalic() ||
               NameHas(font->getFontName(), {"Italic", "Oblique", "italic"});
  return out;
}

bool IsSound(const PdfWord& word) {
  return !word.text.empty() && std::isfinite(word.left) &&
         std::isfinite(word.right) && std::isfinite(word.base) &&
         std::isfinite(word.top) && std::isfinite(word.bottom) &&
         word.size > 0 && std::isfinite(word.size);
}

PdfPage ReadPage(PDFDoc* document, int number, PageReader* reader) {
  document->displayPageSlice(reader, number, 72, 72, 0, false, true, false, -1,
                             -1, -1, -1);
  PdfPage page;
  const Page* source = document->getPage(number);
  if (source != nullptr) {
    page.width = source->getCropWidth();
    page.height = source->getCropHeight();
    if (source->getRotate() == 90 || source->getRotate() == 270) {
      std::swap(page.width, page.height);
    }
  }
  const std::unique_ptr<TextWordList> words = reader->makeWordList();
  const int count = words == nullptr ? 0 : words->getLength();
  for (int i = 0; i < count && page.words.size() < kMostWords; ++i) {
    PdfWord word = WordOf(*words->get(i));
    if (IsSound(word)) page.words.push_back(std::move(word));
  }
  page.rules = reader->TakeRules();
  page.shades = reader->TakeShades();
  return page;
}

// --- The document -----------------------------------------------------------

// A property is PDFDocEncoding or UTF-16 with a mark; only the latter and ASCII
// are taken.
std::string PropertyText(const GooString* property) {
  if (property == nullptr) return "";
  const std::string& bytes = property->toStr();
  std::string text;
  if (!bytes.starts_with("\xFE\xFF")) {
    const bool ascii = std::all_of(bytes.begin(), bytes.end(), [](char c) {
      return c >= 0x20 && c < 0x7F;
    });
    return ascii ? bytes : "";
  }
  const auto unit = [&](std::size_t at) {
    return static_cast<unsigned>(static_cast<unsigned char>(bytes[at]) << 8 |
                                 static_cast<unsigned char>(bytes[at + 1]));
  };
  for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
    unsigned c = unit(i);
    if (U16_IS_LEAD(c) && i + 3 < bytes.size()) {
      c = static_cast<unsigned>(U16_GET_SUPPLEMENTARY(c, unit(i + 2)));
      i += 2;
    }
    if (c >= 0x20) AppendUtf8(c, &text);
  }
  return text;
}

Result<> CheckOpen(PDFDoc* document) {
  if (document->isOk()) return {};
  switch (document->getErrorCode()) {
    case errEncrypted:
      return tl::unexpected(
          source::PasswordRequired().In(source::kPasswordRequired));
    case errBadCatalog:
      return Fail(ErrorCode::kCorrupt, "its list of pages cannot be read");
    default:
      return Fail(ErrorCode::kCorrupt,
                  "it is damaged and no PDF can be read from it");
  }
}

}  // namespace

void PreparePdf() {
  if (globalParams != nullptr) return;
  globalParams = std::make_unique<GlobalParams>();
  globalParams->setErrQuiet(true);
  setErrorCallback([](ErrorCategory, Goffset, const char*) {});
}

void PrintPdfErrors() {
  globalParams->setErrQuiet(false);
  setErrorCallback([](ErrorCategory, Goffset at, const char* message) {
    if (++errors_printed > kMostErrors) return;
    std::fprintf(stderr, "PDF, byte %lld: %.200s\n", static_cast<long long>(at),
                 message);
  });
}

Result<PdfPages> ReadPdf(std::string_view bytes,
                         const std::function<void()>& on_page) {
  PreparePdf();
  errors_printed = 0;
  auto* stream =
      new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()),
                    Object(objNull));  // owned by the document
  PDFDoc document(stream);
  TRY_RETURN(CheckOpen(&document));
  PdfPages out;
  const int pages = document.getNumPages();
  if (pages > kMostPages) {
    return Fail(ErrorCode::kLimitExceeded,
                "it says it has " + std::to_string(pages) +
                    " pages; the limit is " + std::to_string(kMostPages));
  }
  if (document.isEncrypted() && !document.okToCopy()) {
    out.notes.push_back("its settings forbid copying the text");
  }
  out.title = PropertyText(document.getDocInfoTitle().get());
  PageReader reader;
  for (int number = 1; number <= pages; ++number) {
    if (on_page) on_page();
    out.pages.push_back(ReadPage(&document, number, &reader));
  }
  return out;
}

}  // namespace concord::document
