#include "web/templates.h"

#include "concord/base/digest.h"
#include "web_templates.h"

namespace concord::web {
namespace {

std::string PathOf(std::string_view stem, std::string_view content,
                   std::string_view type) {
  return "/" + std::string(stem) + "-" + Sha256Hex(content).substr(0, 12) +
         std::string(type);
}

std::string_view Text(std::string_view name) {
  for (const NamedTemplate& one : kTemplates) {
    if (one.name == name) return one.text;
  }
  return "";
}

}  // namespace

std::string Escape(const std::string& text) {
  return EscapeMarkup(WithoutControls(text));
}

std::string Render(std::string_view name, data view) {
  kainjow::mustache::mustache page{std::string(Text(name))};
  page.set_custom_escape(Escape);
  for (const NamedTemplate& one : kTemplates) {
    view.set("_" + std::string(one.name),
             kainjow::mustache::partial{
                 [text = one.text] { return std::string(text); }});
  }
  return page.render(view);
}

const std::string& StylePath() {
  static const std::string kPath = PathOf("style", kStyle, ".css");
  return kPath;
}

const std::string& IconPath() {
  static const std::string kPath = PathOf("icon", kIcon, ".svg");
  return kPath;
}

std::string_view StyleSheet() { return kStyle; }

std::string_view Icon() { return kIcon; }

}  // namespace concord::web
