#include <re2/re2.h>

#include <algorithm>

#include "concord/base/unicode.h"
#include "document/assemble.h"
#include "document/clean.h"
#include "document/decoders.h"
#include "document/emphasis.h"
#include "document/pdf/layout.h"
#include "document/pdf/pages.h"
#include "document/pdf/paragraphs.h"
#include "document/structure/structure.h"
#include "document/worker/ocr_pages.h"

namespace concord::document {
namespace {

// What word processors fill in by themselves is no title.
bool IsTitle(const std::string& text) {
  static const RE2 none(
      "(?i)(untitled.*|microsoft (word|excel|powerpoint) ?-.*|.*\\.(docx?|pdf|"
      "xlsx?|rtf|indd|qxd|pptx?)|document ?\\d*|the report|report|minutes|"
      "agenda( template)?|.*template.*|title|\\W*)");
  return text.find(' ') != std::string::npos && !RE2::FullMatch(text, none);
}

void CleanDrafts(std::vector<Draft>* drafts, std::vector<std::string>* notes) {
  std::vector<std::string> unsaid;
  for (Draft& draft : *drafts) {
    if (!draft.cells.empty() || !draft.links.empty()) continue;
    std::string clean = CollapseSpace(CleanCharacters(draft.text, &unsaid));
    draft.emphases = EmphasesIn(clean, draft.text, draft.emphases);
    draft.text = std::move(clean);
  }
  if (!unsaid.empty()) {
    notes->push_back("control or invisible characters were removed");
  }
  std::erase_if(*drafts, [](const Draft& draft) { return draft.text.empty(); });
}

Document DocumentOf(PdfPages read) {
  std::vector<PdfPageLayout> pages;
  for (PdfPage& page : read.pages) {
    pages.push_back(
        LayOut(std::move(page), pages.empty() ? nullptr : &pages.back()));
  }
  std::vector<Draft> drafts = DraftsOfPdf(std::move(pages));
  Document document;
  document.notes = std::move(read.notes);
  document.charset = {"utf-8", "valid", 0};
  CleanDrafts(&drafts, &document.notes);
  Structured structured = DecideStructure(
      std::move(drafts), IsTitle(read.title) ? CollapseSpace(read.title) : "");
  Assemble(std::move(structured), &document);
  return document;
}

bool AnyWord(const PdfPages& read) {
  return std::any_of(read.pages.begin(), read.pages.end(),
                     [](const PdfPage& page) { return !page.words.empty(); });
}

tl::unexpected<Error> NoText(const PdfPages& read, const std::string& more) {
  return Fail(ErrorCode::kUnsupported, "no_text: none of its " +
                                           std::to_string(read.pages.size()) +
                                           " pages holds text" + more);
}

}  // namespace

Result<Document> DecodePdf(const source::Capture& capture,
                           const DecodeLimits& limits) {
  const auto allow = [&](std::chrono::seconds time) {
    if (limits.allow) limits.allow(time);
  };
  const auto page_time = std::min(limits.page_time, limits.processor_time);
  allow(page_time);
  TRY_ASSIGN(PdfPages read, ReadPdf(capture.bytes, [&] { allow(page_time); }));
  allow(limits.processor_time);
  if (read.pages.empty()) {
    return Fail(ErrorCode::kCorrupt, "its list of pages is empty");
  }
  if (!AnyWord(read)) {
    return NoText(read, "; scanned pages are read with --ocr only");
  }
  return DocumentOf(std::move(read));
}

Result<Document> DecodeScan(const source::Capture& capture, const Scan& scan) {
  TRY_ASSIGN(PdfPages read, ReadPdf(capture.bytes));
  if (read.pages.empty() || read.pages.size() != scan.pages.size() ||
      AnyWord(read)) {
    return Fail(ErrorCode::kCorrupt, "its pages are not those that were read");
  }
  ScanWords words = WordsOf(scan);
  for (std::size_t i = 0; i < read.pages.size(); ++i) {
    read.pages[i].words = std::move(words.pages[i]);
  }
  if (!AnyWord(read)) return NoText(read, ", and OCR finds no clear words");
  read.notes.push_back(NoteOf(words.reading));
  read.notes.insert(read.notes.end(), words.notes.begin(), words.notes.end());
  Document document = DocumentOf(std::move(read));
  document.charset.decided_by = "ocr";
  document.ocr = std::move(words.reading);
  return document;
}

}  // namespace concord::document
