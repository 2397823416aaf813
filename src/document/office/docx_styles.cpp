#include "document/office/docx_styles.h"

#include <algorithm>

#include "concord/base/unicode.h"
#include "document/office/docx_letters.h"
#include "document/office/xml_walk.h"

namespace concord::document {
namespace {

std::string Value(pugi::xml_node node, std::string_view child) {
  return std::string(AttributeOf(ChildOf(node, child), "val"));
}

bool IsOn(pugi::xml_node toggle) {
  if (!toggle) return false;
  const std::string_view value = AttributeOf(toggle, "val");
  return value != "0" && value != "false" && value != "off";
}

CountStyle DocxCountStyle(std::string_view format) {
  if (format == "lowerLetter") return CountStyle::kLowerLetter;
  if (format == "upperLetter") return CountStyle::kUpperLetter;
  if (format == "lowerRoman") return CountStyle::kLowerRoman;
  if (format == "upperRoman") return CountStyle::kUpperRoman;
  if (format == "ordinal") return CountStyle::kOrdinal;
  if (format == "bullet") return CountStyle::kBullet;
  return format == "none" ? CountStyle::kNone : CountStyle::kDecimal;
}

std::size_t LevelOf(std::string_view text) {
  return static_cast<std::size_t>(
      std::clamp(NumberOf(text, 0), 0, static_cast<int>(kListLevels) - 1));
}

void ReadLevel(pugi::xml_node node, ListLevel* level) {
  level->start = NumberOf(Value(node, "start"), level->start);
  if (const auto format = ChildOf(node, "numFmt")) {
    level->style = DocxCountStyle(AttributeOf(format, "val"));
  }
  if (const auto pattern = ChildOf(node, "lvlText")) {
    level->pattern = AttributeOf(pattern, "val");
  }
  level->legal = IsOn(ChildOf(node, "isLgl"));
}

}  // namespace

Result<> DocxStyles::Read(std::string_view part) {
  pugi::xml_document document;
  TRY_RETURN(ParseXml(part, &document));
  for (const auto node : document.document_element().children()) {
    if (LocalName(node.name()) != "style") continue;
    DocxStyle style;
    style.name = Fold(Value(node, "name"));
    style.based_on = Value(node, "basedOn");
    const auto properties = ChildOf(node, "pPr");
    style.outline = NumberOf(Value(properties, "outlineLvl"), -1);
    const auto number = ChildOf(properties, "numPr");
    style.list = Value(number, "numId");
    style.level = NumberOf(Value(number, "ilvl"), -1);
    const auto letters = ChildOf(node, "rPr");
    style.bold = IsOn(ChildOf(letters, "b"));
    style.italic = ItalicOf(letters);
    style.underlined = UnderlinedOf(letters);
    styles_.emplace(AttributeOf(node, "styleId"), std::move(style));
  }
  Inherit();
  return {};
}

void DocxStyles::Inherit() {
  constexpr int kLongestChain = 12;  // a style may name itself
  std::map<std::string, DocxStyle, std::less<>> whole = styles_;
  for (auto& [id, style] : whole) {
    const DocxStyle* above = &style;
    for (int i = 0; i < kLongestChain && !above->based_on.empty(); ++i) {
      const auto found = styles_.find(above->based_on);
      if (found == styles_.end()) break;
      above = &found->second;
      if (style.outline < 0) style.outline = above->outline;
      if (style.list.empty()) style.list = above->list;
      if (style.level < 0) style.level = above->level;
      style.bold = style.bold || above->bold;
      if (style.italic == Toggle::kUnsaid) style.italic = above->italic;
      if (style.underlined == Toggle::kUnsaid) {
        style.underlined = above->underlined;
      }
    }
  }
  styles_ = std::move(whole);
}

const DocxStyle& DocxStyles::Find(std::string_view id) const {
  const auto found = styles_.find(id);
  return found == styles_.end() ? none_ : found->second;
}

Result<> DocxNumbering::Read(std::string_view part) {
  pugi::xml_document document;
  TRY_RETURN(ParseXml(part, &document));
  for (const auto node : document.document_element().children()) {
    if (LocalName(node.name()) != "abstractNum") continue;
    Levels levels;
    for (const auto level : node.children()) {
      if (LocalName(level.name()) != "lvl") continue;
      ReadLevel(level, &levels[LevelOf(AttributeOf(level, "ilvl"))]);
    }
    definitions_.emplace(AttributeOf(node, "abstractNumId"), levels);
  }
  for (const auto node : document.document_element().children()) {
    if (LocalName(node.name()) != "num") continue;
    List list;
    list.definition = Value(node, "abstractNumId");
    const auto found = definitions_.find(list.definition);
    if (found == definitions_.end()) continue;
    list.levels = found->second;
    for (const auto change : node.children()) {
      if (LocalName(change.name()) != "lvlOverride") continue;
      const std::size_t at = LevelOf(AttributeOf(change, "ilvl"));
      if (const auto level = ChildOf(change, "lvl")) {
        ReadLevel(level, &list.levels[at]);
      }
      if (const auto start = ChildOf(change, "startOverride")) {
        list.restarts[at] = NumberOf(AttributeOf(start, "val"), 1);
      }
    }
    lists_.emplace(AttributeOf(node, "numId"), std::move(list));
  }
  return {};
}

std::optional<DocxNumbering::Printed> DocxNumbering::Next(std::string_view list,
                                                          std::size_t level) {
  const auto found = lists_.find(list);
  if (found == lists_.end() || level >= kListLevels) return std::nullopt;
  List& own = found->second;
  ListCounts& counts = counts_[own.definition];
  const auto restart = own.restarts.find(level);
  if (restart != own.restarts.end()) {
    counts.Restart(level, restart->second);
    own.restarts.erase(restart);
  }
  Printed printed;
  printed.label = counts.Next(own.levels, level);
  printed.bullet = own.levels[level].style == CountStyle::kBullet;
  return printed;
}

}  // namespace concord::document
