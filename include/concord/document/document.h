#pragma once
// A document: the canonical text of one capture and what its pieces are.
//
// Why: extraction must not know HTML from PDF, and every quotation is an offset
// into one text. The text holds all words of the capture once, in reading
// order, one block per line; nothing is dropped: menus and banners are blocks
// of kind kChrome, kept but never indexed or compared.
//
//   text    "A. Recommendation\nThat members note it.\n"
//   blocks  kHeading   {0,17}  label {0,2}   ("A.")
//           kParagraph {18,39}
//
// Values; safe to copy between threads.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/result.h"
#include "concord/base/text_span.h"

namespace concord::document {

enum class BlockKind : std::uint8_t {
  kTitle,       // the document's own title
  kHeaderLine,  // "Report: 15", "Date: ...", "By: ...", the intro line
  kHeading,     // a section heading, lettered or not
  kParagraph,   // running text, numbered or not
  kListItem,    // bulleted, lettered or numbered item of a list
  kTableRow,    // a row; its cells follow as children
  kTableCell,
  kAppendix,  // the heading that opens an appendix
  kContact,   // contact details ("For more information contact: ...")
  kFootnote,
  kQuotation,  // block quotation: somebody else's words
  kChrome,     // menus, archive banner, feedback links
};

// Lower-case name: "list_item".
std::string_view Name(BlockKind kind);

struct Block {
  BlockKind kind = BlockKind::kParagraph;
  std::uint8_t level = 0;     // heading 1..6; depth of a list item 1..
  std::int32_t parent = -1;   // index of the block it belongs to, or -1: a
                              // cell's row, an item's outer item or the words
                              // that introduce its list
  std::int32_t heading = -1;  // index of the heading that governs it, or -1
  std::int32_t page = 0;      // printed page if the format has pages, else 0
  TextSpan span;              // the whole block, label included
  TextSpan label;             // printed number: "12.", "(a)", "A."; or empty
  std::string fragment;       // address within the page (HTML id), or ""

  friend bool operator==(const Block&, const Block&) = default;
};

// A hyperlink: the words it stands on (empty span: a mark that was not text,
// such as a footnote number) and its target as written.
struct Link {
  TextSpan span;
  std::string target;

  friend bool operator==(const Link&, const Link&) = default;
};

// A place inside the page that links can name: an HTML id or <a name>. A block
// has its main one in `fragment`; every one of the page is listed here.
struct Anchor {
  std::string name;
  std::uint32_t offset = 0;  // where it stands in the text

  friend bool operator==(const Anchor&, const Anchor&) = default;
};

// How the bytes became text.
struct CharsetDecision {
  std::string charset;     // "utf-8", "windows-1252", "macintosh", ...
  std::string decided_by;  // "bom", "valid", "declared", "pattern" (UTF-16
                           // without a mark), "repair" (invalid runs only)
  std::uint32_t replacements = 0;  // byte runs that were not valid in it

  friend bool operator==(const CharsetDecision&,
                         const CharsetDecision&) = default;
};

// How the pictures of pages became text: by guessing.
struct OcrReading {
  std::string program;   // "tesseract 5.3.0"
  std::string language;  // "eng"
  std::uint32_t read = 0;
  std::uint32_t pages = 0;       // of which `read` gave words
  std::uint32_t confidence = 0;  // mean over the letters, 0..100

  friend bool operator==(const OcrReading&, const OcrReading&) = default;
};

struct Document {
  std::string uri;  // what the page says of itself, else the capture's
  std::string capture_digest;  // SHA-256 of the bytes
  std::string media_type;
  CharsetDecision charset;
  std::optional<OcrReading> ocr;  // of scanned pages only
  std::string title;              // "" if none was recognised
  std::string text;
  std::vector<Block> blocks;  // in reading order, spans ascending
  std::vector<Link> links;
  std::vector<Anchor> anchors;  // ascending
  // Words that the page sets apart from those around them, in italics or
  // underlined: ascending, apart, each within one block or cell, trimmed.
  std::vector<TextSpan> emphases;
  std::vector<std::string> notes;  // what was cut or repaired, for the ledger

  friend bool operator==(const Document&, const Document&) = default;
};

// Words of the block without its label, trimmed.
TextSpan Body(const Document& document, const Block& block);

// The printed place of a position: "para 7", "section A item 2", "Appendix 2",
// "page 3", "part L, rec 12"; "" where nothing is numbered there.
std::string Locator(const Document& document, TextSpan span);

// The block a position stands in (the innermost), or -1.
std::int32_t BlockAt(const Document& document, std::uint32_t offset);

// Fills `heading` of every block, in one pass: who makes or changes blocks
// calls it last. Of words it is the heading last seen, of a heading the last
// one of a higher rank.
void FileUnderHeadings(Document* document);

// The heading block that governs block `index`, or -1 (also where there is no
// such block).
std::int32_t HeadingOf(const Document& document, std::int32_t index);

// Identity of the report's words: the digest of its folded words without
// chrome, so that two layouts of one page are one report. 64 hex digits; "" if
// no words are left.
std::string TextDigest(const Document& document);

// Invariants: spans inside the text, on code-point boundaries, ascending;
// parents and headings before what belongs to them; emphases apart, not empty
// and none over the end of a line or cell; text valid UTF-8.
[[nodiscard]] Result<> Verify(const Document& document);

// Stable text form for people and golden tests: one line a block.
std::string Dump(const Document& document);

// Lossless, for the decoding child and the store.
std::string ToJson(const Document& document);
[[nodiscard]] Result<Document> FromJson(std::string_view json);

}  // namespace concord::document
