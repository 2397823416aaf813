#include "document/structure/structure.h"

#include "document/structure/steps.h"

namespace concord::document {

Structured DecideStructure(std::vector<Draft> drafts, std::string page_title) {
  Structured structured;
  JoinShoutedNames(&drafts);
  JoinSplitLabels(&drafts);
  OpenHeaderRows(&drafts);
  MarkChrome(&drafts);
  structured.title = MarkFrontMatter(&drafts);
  MarkPlainHeadings(&drafts);
  MarkBody(structured.title, &drafts);
  SetParents(&drafts);
  if (structured.title.empty()) structured.title = std::move(page_title);
  structured.drafts = std::move(drafts);
  return structured;
}

}  // namespace concord::document
