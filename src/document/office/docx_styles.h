#pragma once
// What a DOCX says elsewhere of its paragraphs: styles and numbering.

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "concord/base/result.h"
#include "document/structure/list_numbers.h"

namespace concord::document {

// The part of a DOCX that holds its words.
constexpr std::string_view kWordBody = "word/document.xml";

// What a style or a run says of its letters.
enum class Toggle : std::uint8_t { kUnsaid, kOff, kOn };

struct DocxStyle {
  std::string name;  // folded: "heading 1", "title"
  std::string based_on;
  int outline = -1;  // 0 for a first-level heading
  std::string list;  // number id of its list, "" if none
  int level = -1;
  bool bold = false;
  Toggle italic = Toggle::kUnsaid;
  Toggle underlined = Toggle::kUnsaid;
};

// Styles by id, with what they inherit put in.
class DocxStyles {
 public:
  [[nodiscard]] Result<> Read(std::string_view part);  // word/styles.xml
  const DocxStyle& Find(std::string_view id) const;

 private:
  void Inherit();

  std::map<std::string, DocxStyle, std::less<>> styles_;
  DocxStyle none_;
};

// Prints the labels of numbered paragraphs in the order they are asked for.
class DocxNumbering {
 public:
  [[nodiscard]] Result<> Read(std::string_view part);  // word/numbering.xml

  struct Printed {
    std::string label;
    bool bullet = false;
  };
  // nullopt where the list is not defined.
  std::optional<Printed> Next(std::string_view list, std::size_t level);

 private:
  using Levels = std::array<ListLevel, kListLevels>;
  struct List {
    std::string definition;
    Levels levels;
    std::map<std::size_t, int> restarts;  // level: start, until first used
  };
  std::map<std::string, Levels, std::less<>> definitions_;
  std::map<std::string, List, std::less<>> lists_;
  std::map<std::string, ListCounts, std::less<>> counts_;  // by definition
};

}  // namespace concord::document
