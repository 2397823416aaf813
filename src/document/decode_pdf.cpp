#include <re2/re2.h>

#include "concord/base/unicode.h"
#include "document/assemble.h"
#include "document/clean.h"
#include "document/decoders.h"
#include "document/pdf_layout.h"
#include "document/pdf_pages.h"
#include "document/pdf_paragraphs.h"
#include "document/structure.h"

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
    draft.text = CollapseSpace(CleanCharacters(std::move(draft.text), &unsaid));
  }
  if (!unsaid.empty()) {
    notes->push_back("control or invisible characters were removed");
  }
  std::erase_if(*drafts, [](const Draft& draft) { return draft.text.empty(); });
}

}  // namespace

Result<Document> DecodePdf(const source::Capture& capture,
                           const DecodeLimits&) {
  TRY_ASSIGN(PdfPages read, ReadPdf(capture.bytes));
  if (read.pages.empty()) {
    return Fail(ErrorCode::kCorrupt, "its list of pages is empty");
  }
  std::vector<PdfPageLayout> pages;
  bool any = false;
  for (PdfPage& page : read.pages) {
    any = any || !page.words.empty();
    pages.push_back(LayOut(std::move(page)));
  }
  if (!any) {
    return Fail(ErrorCode::kUnsupported,
                "no_text: none of its " + std::to_string(pages.size()) +
                    " pages holds text; scanned pages need OCR first");
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

}  // namespace concord::document
