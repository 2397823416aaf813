#include "concord/document/word_paragraphs.h"

#include "document/office/docx_styles.h"
#include "document/office/office_properties.h"
#include "document/office/xml_walk.h"
#include "document/office/zip_parts.h"

namespace concord::document {
namespace {

constexpr std::string_view kStyles = "word/styles.xml";

bool IsParagraphPart(std::string_view name) {
  return name == kWordBody || name == kStyles || name == kCustomProperties;
}

class Reading {
 public:
  Reading(const DocxStyles& styles, std::vector<WordParagraph>* paragraphs)
      : styles_(styles), paragraphs_(*paragraphs) {}

  bool Enter(pugi::xml_node node) {
    const std::string_view name = LocalName(node.name());
    if (name == "p") {
      Begin(node);
    } else if (name == "bookmarkStart") {
      Mark(AttributeOf(node, "name"));
    } else if (name == "t") {
      Add(node.text().get());
    } else if (name == "br" || name == "cr") {
      Add("\n");
    } else if (name == "tab") {
      if (LocalName(node.parent().name()) == "r") Add(" ");
    } else if (name == "noBreakHyphen") {
      Add("-");
    }
    return name != "del" && name != "moveFrom" && name != "Fallback" &&
           name != "instrText" && name != "delText" && name != "pPr" &&
           name != "tblPr" && name != "sdtPr" && name != "t";
  }
  void Leave(pugi::xml_node node) {
    if (LocalName(node.name()) == "p" && depth_ > 0) --depth_;
  }

 private:
  void Begin(pugi::xml_node node) {
    ++depth_;
    const DocxStyle& style = styles_.Find(
        AttributeOf(ChildOf(ChildOf(node, "pPr"), "pStyle"), "val"));
    paragraphs_.push_back(
        {.style = style.name,
         .heading = style.outline >= 0 || style.name.starts_with("heading"),
         .bookmarks = std::move(waiting_),
         .text = {}});
    waiting_.clear();
  }
  // A mark may stand between two paragraphs: it is of the next.
  void Mark(std::string_view name) {
    (depth_ > 0 ? paragraphs_.back().bookmarks : waiting_).emplace_back(name);
  }
  void Add(std::string_view text) {
    if (depth_ > 0) paragraphs_.back().text += text;
  }

  const DocxStyles& styles_;
  std::vector<WordParagraph>& paragraphs_;
  std::vector<std::string> waiting_;
  int depth_ = 0;
};

}  // namespace

Result<WordParagraphs> ReadWordParagraphs(std::string_view bytes) {
  TRY_ASSIGN(const ZipParts parts, ReadZip(bytes, IsParagraphPart, {}));
  if (PartOf(parts, kWordBody).empty()) {
    return Fail(ErrorCode::kCorrupt, "it has no word/document.xml");
  }
  DocxStyles styles;
  if (const auto part = PartOf(parts, kStyles); !part.empty()) {
    TRY_RETURN(styles.Read(part));
  }
  pugi::xml_document xml;
  TRY_RETURN(ParseXml(PartOf(parts, kWordBody), &xml));
  WordParagraphs read;
  Reading reading(styles, &read.paragraphs);
  WalkXml(xml.document_element(), &reading);
  TRY_ASSIGN(read.properties, ReadProperties(PartOf(parts, kCustomProperties)));
  return read;
}

}  // namespace concord::document
