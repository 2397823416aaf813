#include "document/assemble.h"
#include "document/charset.h"
#include "document/decoders.h"
#include "document/html/drafts.h"
#include "document/html/reduce.h"
#include "document/html/roles.h"
#include "document/html/tree.h"
#include "document/structure/structure.h"

namespace concord::document {

Result<Document> DecodeHtml(const source::Capture& capture,
                            const DecodeLimits& limits) {
  const std::string declared = capture.declared_charset.empty()
                                   ? DeclaredInMarkup(capture.bytes)
                                   : capture.declared_charset;
  CleanText clean = ToCleanText(capture.bytes, declared);
  ReducedPage page = ReducePage(clean.text, limits.max_nesting);
  clean.text = {};
  const HtmlTree tree(std::move(page.html));
  Structured structured =
      DecideStructure(DraftsOfTree(tree, RolesOf(tree)), PageTitle(tree));
  Document document = AssembleText(std::move(clean), std::move(structured));
  document.uri = std::move(page.canonical_uri);
  if (page.flattened > 0) {
    document.notes.push_back(
        std::to_string(page.flattened) + " elements nested deeper than " +
        std::to_string(limits.max_nesting) + " were flattened");
  }
  return document;
}

}  // namespace concord::document
