// The response as a Word file: a page in the HTML that pandoc reads, with the
// styles of src/office/word by name.

#include <kainjow/mustache.hpp>

#include "concord/base/markup.h"
#include "concord/office/plain.h"
#include "concord/office/word_file.h"
#include "concord/response/response.h"
#include "response/view.h"
#include "response/words.h"
#include "response_templates.h"

namespace concord::response {
namespace {

// "[1] para 7": the number leads to the list of sources, the rest to the words
// where an address of the web has them. The file is sent on: addresses of files
// would be dead there.
constexpr const char* kAtPlace =
    "[<a href=\"#s{{source}}\">{{source}}</a>] "
    "{{#web}}<a href=\"{{web}}\">{{place}}</a>{{/web}}"
    "{{^web}}{{place}}{{/web}}";

}  // namespace

Result<std::string> RenderWord(const ConsolidatedResponse& response) {
  kainjow::mustache::mustache page{std::string(kResponseWord)};
  page.set_custom_escape([](const std::string& text) {
    return EscapeMarkup(office::Plain(text));
  });
  kainjow::mustache::data view = View(response);
  view.set("at_place",
           kainjow::mustache::partial{[] { return std::string(kAtPlace); }});
  return office::WordFile({.html = page.render(view),
                           .title = response.title,
                           .made_at = MadeAt(response)});
}

}  // namespace concord::response
