// DOCX: paragraphs of word/document.xml with the numbers Word would print.
//
// Insertions are taken as accepted and deletions as gone, as the paper reads
// when everybody agrees. Of a drawing that is kept twice (a new form and a
// fallback) the new one is read.

#include <algorithm>
#include <charconv>

#include "concord/base/unicode.h"
#include "document/assemble.h"
#include "document/decoders.h"
#include "document/office/docx_letters.h"
#include "document/office/docx_styles.h"
#include "document/office/drafts.h"
#include "document/office/xml_walk.h"
#include "document/office/zip_parts.h"
#include "document/structure/structure.h"

namespace concord::document {
namespace {

bool IsDocxPart(std::string_view name) {
  return name == kWordBody || name == "word/styles.xml" ||
         name == "word/numbering.xml" || name == "word/footnotes.xml" ||
         name == "word/endnotes.xml" || name == "docProps/core.xml" ||
         (name.ends_with(".xml") &&
          (name.starts_with("word/header") || name.starts_with("word/footer")));
}

// The text of a part or note, paragraphs separated by spaces.
class PlainText {
 public:
  bool Enter(pugi::xml_node node) {
    const std::string_view name = LocalName(node.name());
    if (name == "del" || name == "moveFrom" || name == "Fallback" ||
        name == "instrText" || name == "delText") {
      return false;
    }
    if (name == "t") text_ += node.text().get();
    if (name == "tab" || name == "br" || name == "p") text_.push_back(' ');
    return name != "t";
  }
  void Leave(pugi::xml_node) {}
  std::string Take() { return std::move(text_); }

 private:
  std::string text_;
};

std::string TextOf(pugi::xml_node node) {
  PlainText text;
  WalkXml(node, &text);
  return text.Take();
}

using Notes = std::map<std::string, std::string, std::less<>>;

Result<Notes> ReadNotes(std::string_view part) {
  Notes notes;
  if (part.empty()) return notes;
  pugi::xml_document document;
  TRY_RETURN(ParseXml(part, &document));
  for (const auto node : document.document_element().children()) {
    const std::string_view type = AttributeOf(node, "type");
    if (!type.empty() && type != "normal") continue;  // separators
    notes.emplace(AttributeOf(node, "id"), TextOf(node));
  }
  return notes;
}

struct Sources {
  DocxStyles styles;
  DocxNumbering numbering;
  Notes footnotes;
  Notes endnotes;
};

class DocxStory {
 public:
  explicit DocxStory(Sources* sources) : sources_(sources) {}

  OfficeDrafts& drafts() { return drafts_; }

  bool Enter(pugi::xml_node node) {
    const std::string_view name = LocalName(node.name());
    if (name == "p") {
      BeginParagraph(node);
    } else if (name == "tr") {
      drafts_.BeginRow();
    } else if (name == "tc") {
      drafts_.BeginCell();
    } else if (name == "t") {
      AddRun(node);
      return false;
    } else if (name == "tab" || name == "br" || name == "cr") {
      if (LocalName(node.parent().name()) == "r") drafts_.AddText(" ");
    } else if (name == "noBreakHyphen") {
      drafts_.AddText("-");
    } else if (name == "footnoteReference") {
      AddNote(AttributeOf(node, "id"), sources_->footnotes);
    } else if (name == "endnoteReference") {
      AddNote(AttributeOf(node, "id"), sources_->endnotes);
    }
    return name != "del" && name != "moveFrom" && name != "Fallback" &&
           name != "instrText" && name != "delText" && name != "pPr" &&
           name != "tblPr" && name != "sdtPr";
  }

  void Leave(pugi::xml_node node) {
    const std::string_view name = LocalName(node.name());
    if (name == "p") {
      EndParagraph();
    } else if (name == "tc") {
      drafts_.EndCell();
    } else if (name == "tr") {
      drafts_.EndRow();
    }
  }

 private:
  struct Open {
    Draft draft;
    bool bold = true;
    bool any = false;
  };

  // A text box holds paragraphs inside a paragraph: the inner ones come first.
  void BeginParagraph(pugi::xml_node node) {
    Open open;
    open.draft.hint = Hint::kParagraph;
    const auto properties = ChildOf(node, "pPr");
    const DocxStyle& style = sources_->styles.Find(
        AttributeOf(ChildOf(properties, "pStyle"), "val"));
    const auto own = ChildOf(properties, "numPr");
    std::string list(AttributeOf(ChildOf(own, "numId"), "val"));
    std::string_view level = AttributeOf(ChildOf(own, "ilvl"), "val");
    if (list.empty()) list = style.list;
    int at = std::max(0, style.level);
    std::from_chars(level.data(), level.data() + level.size(), at);
    ApplyStyle(style, &open.draft);
    if (!list.empty() && list != "0") ApplyNumber(list, at, &open.draft);
    style_ = &style;
    open_.push_back(std::move(open));
  }

  static void ApplyStyle(const DocxStyle& style, Draft* draft) {
    if (style.name == "title") {
      draft->hint = Hint::kHeading;
      draft->level = 1;
    } else if (style.outline >= 0 && style.outline <= 8) {
      draft->hint = Hint::kHeading;
      draft->level = static_cast<std::uint8_t>(std::min(6, style.outline + 1));
    } else if (style.name == "quote" || style.name == "intense quote" ||
               style.name == "block text") {
      draft->hint = Hint::kQuotation;
    }
  }

  void ApplyNumber(const std::string& list, int level, Draft* draft) {
    const auto at = static_cast<std::size_t>(
        std::clamp(level, 0, static_cast<int>(kListLevels) - 1));
    const auto printed = sources_->numbering.Next(list, at);
    if (!printed) return;
    draft->text = CollapseSpace(printed->label);
    draft->indent = static_cast<std::int32_t>(at) * kIndentOfLevel;
  }

  void AddRun(pugi::xml_node node) {
    const std::string_view words = node.text().get();
    const DocxStyle& style = style_ == nullptr ? none_ : *style_;
    drafts_.AddText(words,
                    IsEmphasised(node.parent(), style, sources_->styles));
    if (open_.empty() || CollapseSpace(words).empty()) return;
    const auto bold = ChildOf(ChildOf(node.parent(), "rPr"), "b");
    const std::string_view value = AttributeOf(bold, "val");
    const bool is_bold = bold ? value != "0" && value != "false" : style.bold;
    open_.back().bold = open_.back().bold && is_bold;
    open_.back().any = true;
  }

  void AddNote(std::string_view id, const Notes& notes) {
    const auto found = notes.find(id);
    if (found == notes.end()) return;
    drafts_.AddNote(std::to_string(++notes_) + " " +
                    CollapseSpace(found->second));
  }

  void EndParagraph() {
    if (open_.empty()) return;
    Open open = std::move(open_.back());
    open_.pop_back();
    open.draft.strong = open.any && open.bold;
    drafts_.EndParagraph(std::move(open.draft));
  }

  Sources* sources_;
  OfficeDrafts drafts_;
  std::vector<Open> open_;
  DocxStyle none_;
  const DocxStyle* style_ = nullptr;  // of the paragraph last begun
  int notes_ = 0;
};

Result<std::string> DocxTitle(const ZipParts& parts) {
  const std::string_view core = PartOf(parts, "docProps/core.xml");
  if (core.empty()) return std::string();
  pugi::xml_document document;
  TRY_RETURN(ParseXml(core, &document));
  return CollapseSpace(
      ChildOf(document.document_element(), "title").text().get());
}

Result<> AddEdges(const ZipParts& parts, std::string_view kind,
                  OfficeDrafts* drafts) {
  std::vector<std::string> seen;
  for (const auto& [name, part] : parts) {
    if (!name.starts_with(kind)) continue;
    pugi::xml_document document;
    TRY_RETURN(ParseXml(part, &document));
    std::string text = CollapseSpace(TextOf(document.document_element()));
    if (std::find(seen.begin(), seen.end(), text) != seen.end()) continue;
    seen.push_back(text);
    drafts->AddFurniture(std::move(text));
  }
  return {};
}

Result<Sources> ReadSources(const ZipParts& parts) {
  Sources sources;
  if (const auto part = PartOf(parts, "word/styles.xml"); !part.empty()) {
    TRY_RETURN(sources.styles.Read(part));
  }
  if (const auto part = PartOf(parts, "word/numbering.xml"); !part.empty()) {
    TRY_RETURN(sources.numbering.Read(part));
  }
  TRY_ASSIGN(sources.footnotes, ReadNotes(PartOf(parts, "word/footnotes.xml")));
  TRY_ASSIGN(sources.endnotes, ReadNotes(PartOf(parts, "word/endnotes.xml")));
  return sources;
}

}  // namespace

Result<Document> DecodeDocx(const source::Capture& capture,
                            const DecodeLimits&) {
  TRY_ASSIGN(const ZipParts parts, ReadZip(capture.bytes, IsDocxPart, {}));
  const std::string_view body_part = PartOf(parts, std::string(kWordBody));
  if (body_part.empty()) {
    return Fail(ErrorCode::kCorrupt, "it has no word/document.xml");
  }
  TRY_ASSIGN(Sources sources, ReadSources(parts));
  pugi::xml_document xml;
  TRY_RETURN(ParseXml(body_part, &xml));
  DocxStory body(&sources);
  TRY_RETURN(AddEdges(parts, "word/header", &body.drafts()));
  WalkXml(xml.document_element(), &body);
  TRY_RETURN(AddEdges(parts, "word/footer", &body.drafts()));
  TRY_ASSIGN(std::string title, DocxTitle(parts));
  Document document;
  document.charset = {"utf-8", "valid", 0};
  Structured structured =
      DecideStructure(body.drafts().Take(), std::move(title));
  Assemble(std::move(structured), &document);
  return document;
}

}  // namespace concord::document
