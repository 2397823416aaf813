#pragma once
// A document as the rules read it: its lines of words, each with its label and
// the heading above it, without menus and banners.
//
// Why: every rule asks the same three things of a block: what number is printed
// before it, what section it stands in, and what follows it. Made once for a
// document and handed to every rule; it refers to the document, which must
// outlive it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "concord/document/document.h"
#include "concord/edtf/edtf.h"
#include "concord/extraction/extraction.h"

namespace concord::extraction {

struct Line {
  std::int32_t block = 0;
  document::BlockKind kind = document::BlockKind::kParagraph;
  std::uint8_t level = 0;
  TextSpan span;              // the whole block
  TextSpan body;              // without the label
  std::string label;          // "1", "a", "4.5"; "" for none and for bullets
  bool bullet = false;        // a mark that is no number stands before it
  bool quoted = false;        // begins inside quotation marks opened before it
  std::int32_t parent = -1;   // line it belongs to, or -1
  std::int32_t heading = -1;  // line of the heading it stands under, or -1
};

struct Reading {
  const document::Document* document = nullptr;
  DocumentKind kind = DocumentKind::kOther;
  std::optional<edtf::Day> base;  // what relative dates count from
  std::vector<Line> lines;
  // Cells that answer the recommendations beside them: promises stand there as
  // in prose.
  std::vector<TextSpan> answers;
  // FindAcronyms() of the document, where the caller has them already.
  const std::vector<Acronym>* acronyms = nullptr;

  std::string_view text() const { return document->text; }
  std::string_view Body(const Line& line) const {
    return Slice(text(), line.body);
  }
};

// Lines of everything but chrome; cells are left to their row.
Reading Read(const document::Document& document, DocumentKind kind,
             std::optional<edtf::Day> base);

// The day that relative dates count from: the meeting or publication day, the
// first one where the header names a month or a year. The stretch that a page
// covers ("2017-2018") is no day to count from.
std::optional<edtf::Day> BaseDay(const Header& header);

// "(a)" -> "a", "12." -> "12", "Recommendation 4:" -> "4", "•" -> "".
std::string PlainLabel(std::string_view printed);

// Of "4.12": 12 and "4"; of "12": 12 and "".
int LastNumber(std::string_view label);
std::string_view StemOf(std::string_view label);

bool IsHeading(const Line& line);
// Running text, and not between quotation marks.
bool IsProse(const Line& line);
// An item of a list, or a line with a label.
bool IsListed(const Line& line);

// The first line that ends after `offset`.
std::size_t LineAt(const Reading& reading, std::uint32_t offset);

// One past the last line of the section that the heading at `index` opens.
std::size_t SectionEnd(const Reading& reading, std::size_t index);

// One past the last line that belongs to the line at `index`: its nested items
// and, where it ends with a colon, the list that follows.
std::size_t ItemEnd(const Reading& reading, std::size_t index);

// Lines of the headings the line stands under, nearest first.
std::vector<std::int32_t> HeadingsAbove(const Reading& reading,
                                        std::size_t index);

// Sentences() of text[within]: a dozen rules ask for those of each line, so
// they are remembered while the text is being read (see GramsInUse).
std::vector<TextSpan> SentencesIn(std::string_view text, TextSpan within);

// The sentence of `text` that `offset` stands in, within `within`.
TextSpan SentenceAt(std::string_view text, TextSpan within,
                    std::uint32_t offset);

// The span that covers lines [begin, end): from the first body to the last
// end.
TextSpan SpanOf(const Reading& reading, std::size_t begin, std::size_t end);

}  // namespace concord::extraction
