// HTML and Markdown out of the templates in src/response/templates, which the
// build copies into the program. Text of documents is escaped for the form it
// is put into, so a hostile document stays inert words.

#include "concord/response/response.h"
#include "response/view.h"
#include "response_templates.h"

namespace concord::response {
namespace {

// Characters that Markdown reads as markup, and line ends that would close a
// quotation or a table row.
std::string EscapeMarkdown(const std::string& text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (const char c : text) {
    if (c == '\n' || c == '\r') {
      escaped += ' ';
      continue;
    }
    constexpr std::string_view kMarkup = "\\`*_[]<>|#";
    if (kMarkup.find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

}  // namespace

std::string RenderHtml(const ConsolidatedResponse& response) {
  kainjow::mustache::mustache page{std::string(kResponseHtml)};
  kainjow::mustache::data view = View(response);
  view.set("recommendations_at", kainjow::mustache::data{false});
  view.set("reports_at", kainjow::mustache::data{false});
  view.set("body", kainjow::mustache::partial{
                       [] { return std::string(kResponseBody); }});
  return page.render(view);
}

std::string RenderHtmlBody(const ConsolidatedResponse& response,
                           const std::string& recommendations_at,
                           const std::string& reports_at) {
  kainjow::mustache::mustache body{std::string(kResponseBody)};
  kainjow::mustache::data view = View(response, reports_at);
  view.set("recommendations_at", recommendations_at);
  view.set("reports_at", reports_at);
  return body.render(view);
}

std::string RenderMarkdown(const ConsolidatedResponse& response) {
  kainjow::mustache::mustache page{std::string(kResponseMarkdown)};
  page.set_custom_escape(EscapeMarkdown);
  return page.render(View(response));
}

}  // namespace concord::response
