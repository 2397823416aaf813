// How a report or a recommendation is cited, as a download for the programs in
// which people keep what they cite.

#include "web/links.h"

namespace concord::web {

Result<Page> CitationPage(const Call& call) {
  std::string name = call.request.Field("format");
  if (name.empty()) name = call.as_page ? "text" : "csl-json";
  const engine::CitationFormat* format = engine::FindCitationFormat(name);
  if (format == nullptr) {
    return Fail(ErrorCode::kInvalidArgument,
                "there is no format '" + name + "'; there are " +
                    engine::CitationFormatsInWords());
  }
  TRY_ASSIGN(const engine::CitationView cited, call.engine.Cite(call.id));
  Page page;
  page.instead = Download(cited.id + std::string(format->ending),
                          std::string(format->media_type),
                          engine::WriteCitations({cited}, name));
  return page;
}

void SetCitation(const engine::CitationView& cited, const std::string& href,
                 Page* page) {
  page->metas = engine::CitationMeta(cited);
  Set(&page->view, "cited_as", engine::WriteCitations({cited}, "text"));
  data formats = NewList();
  for (const engine::CitationFormat& format : engine::CitationFormats()) {
    if (format.name == "text") continue;  // it stands on the page
    data one = NewView();
    Set(&one, "cite_title", std::string(format.title));
    Set(&one, "cite_href",
        href + "/citation?format=" + std::string(format.name));
    formats.push_back(one);
  }
  SetList(&page->view, "cite_formats", formats);
}

}  // namespace concord::web
