// ODT: content.xml of a text document, with the numbers its list styles print.

#include <algorithm>
#include <map>

#include "concord/base/unicode.h"
#include "document/assemble.h"
#include "document/decoders.h"
#include "document/office/drafts.h"
#include "document/office/odt_letters.h"
#include "document/office/xml_walk.h"
#include "document/office/zip_parts.h"
#include "document/structure/list_numbers.h"
#include "document/structure/structure.h"

namespace concord::document {
namespace {

bool IsOdtPart(std::string_view name) {
  return name == "content.xml" || name == "styles.xml" || name == "meta.xml";
}

using Levels = std::array<ListLevel, kListLevels>;

CountStyle OdtCountStyle(std::string_view format) {
  if (format == "a") return CountStyle::kLowerLetter;
  if (format == "A") return CountStyle::kUpperLetter;
  if (format == "i") return CountStyle::kLowerRoman;
  if (format == "I") return CountStyle::kUpperRoman;
  return format.empty() ? CountStyle::kNone : CountStyle::kDecimal;
}

// "1.2.": the counts of the last `shown` levels up to `level`.
std::string PatternOf(pugi::xml_node node, int level) {
  const int shown =
      std::clamp(NumberOf(AttributeOf(node, "display-levels"), 1), 1, level);
  std::string pattern(AttributeOf(node, "num-prefix"));
  for (int i = level - shown + 1; i <= level; ++i) {
    pattern += "%" + std::to_string(i) + (i < level ? "." : "");
  }
  return pattern + std::string(AttributeOf(node, "num-suffix"));
}

// The list styles of a part, and those its headings are numbered by ("").
class ListStyles {
 public:
  bool Enter(pugi::xml_node node) {
    const std::string_view name = LocalName(node.name());
    if (name == "list-style") {
      open_ = &styles_[std::string(AttributeOf(node, "name"))];
    } else if (name == "outline-style") {
      open_ = &styles_[""];
    } else if (open_ != nullptr && (name.starts_with("list-level-style") ||
                                    name == "outline-level-style")) {
      ReadLevel(node, name);
    }
    return true;
  }
  void Leave(pugi::xml_node node) {
    const std::string_view name = LocalName(node.name());
    if (name == "list-style" || name == "outline-style") open_ = nullptr;
  }
  const Levels* Find(std::string_view name) const {
    const auto found = styles_.find(name);
    return found == styles_.end() ? nullptr : &found->second;
  }

 private:
  void ReadLevel(pugi::xml_node node, std::string_view name) {
    const int level = std::clamp(NumberOf(AttributeOf(node, "level"), 1), 1,
                                 std::min(9, static_cast<int>(kListLevels)));
    ListLevel& out = (*open_)[static_cast<std::size_t>(level - 1)];
    const bool number =
        name == "list-level-style-number" || name == "outline-level-style";
    out.style = number ? OdtCountStyle(AttributeOf(node, "num-format"))
                       : CountStyle::kBullet;
    out.start = NumberOf(AttributeOf(node, "start-value"), 1);
    if (out.style != CountStyle::kNone) out.pattern = PatternOf(node, level);
  }

  std::map<std::string, Levels, std::less<>> styles_;
  Levels* open_ = nullptr;
};

class OdtStory {
 public:
  OdtStory(const ListStyles& styles, const OdtLetters& letters)
      : styles_(styles), letters_(letters) {}

  OfficeDrafts& drafts() { return drafts_; }

  bool Enter(pugi::xml_node node) {
    const std::string_view name = LocalName(node.name());
    if (node.type() == pugi::node_pcdata) {
      AddText(node.value());
      return false;
    }
    if (name == "tracked-changes" || name == "annotation" ||
        name == "note-citation" || name == "sequence-decls" ||
        name == "table-of-content") {
      return false;
    }
    if (name == "note-body") {
      note_ = "";
      in_note_ = true;
    } else if (name == "p" || name == "h") {
      OpenLetters(node, "paragraph");
      if (!in_note_) Begin(node, name == "h");
    } else if (name == "span") {
      OpenLetters(node, "text");
    } else if (name == "a") {
      ++links_;
    } else if (name == "list") {
      BeginList(node);
    } else if (name == "list-item" || name == "list-header") {
      item_waits_ = name == "list-item";
    } else if (name == "table-row") {
      drafts_.BeginRow();
    } else if (name == "table-cell" || name == "covered-table-cell") {
      drafts_.BeginCell();
    } else if (name == "s" || name == "tab" || name == "line-break") {
      AddText(" ");
    }
    return true;
  }

  void Leave(pugi::xml_node node) {
    const std::string_view name = LocalName(node.name());
    if (name == "note-body") {
      in_note_ = false;
      drafts_.AddNote(std::to_string(++notes_) + " " + CollapseSpace(note_));
    } else if (name == "span") {
      CloseLetters();
    } else if (name == "a") {
      --links_;
    } else if (name == "p" || name == "h") {
      CloseLetters();
      if (in_note_) {
        note_.push_back(' ');
      } else if (!open_.empty()) {
        drafts_.EndParagraph(std::move(open_.back()));
        open_.pop_back();
      }
    } else if (name == "list") {
      if (!lists_.empty()) lists_.pop_back();
    } else if (name == "table-row") {
      drafts_.EndRow();
    } else if (name == "table-cell" || name == "covered-table-cell") {
      drafts_.EndCell();
    }
  }

 private:
  struct Letters {
    bool italic = false;
    bool underlined = false;
  };

  // Of an element of `family`: what its style says, else as around it.
  void OpenLetters(pugi::xml_node node, std::string_view family) {
    const std::string_view style = AttributeOf(node, "style-name");
    const Letters around = family == "text" && !open_letters_.empty()
                               ? open_letters_.back()
                               : Letters{};
    open_letters_.push_back(
        {letters_.IsItalic(family, style, around.italic),
         letters_.IsUnderlined(family, style, around.underlined)});
  }
  void CloseLetters() {
    if (!open_letters_.empty()) open_letters_.pop_back();
  }
  // A link's line is no emphasis.
  bool IsEmphasised() const {
    return !open_letters_.empty() &&
           (open_letters_.back().italic ||
            (open_letters_.back().underlined && links_ == 0));
  }

  void AddText(std::string_view words) {
    if (in_note_) {
      note_ += words;
    } else if (!open_.empty()) {
      drafts_.AddText(words, IsEmphasised());
    }
  }

  void BeginList(pugi::xml_node node) {
    std::string style(AttributeOf(node, "style-name"));
    if (style.empty() && !lists_.empty()) style = lists_.back();
    const bool outer = lists_.empty();
    if (outer && AttributeOf(node, "continue-numbering") != "true" &&
        AttributeOf(node, "continue-list").empty()) {
      counts_[style] = {};
    }
    lists_.push_back(std::move(style));
  }

  void Begin(pugi::xml_node node, bool heading) {
    Draft draft;
    draft.hint = Hint::kParagraph;
    const std::string_view style = AttributeOf(node, "style-name");
    if (heading) {
      const int level = NumberOf(AttributeOf(node, "outline-level"), 1);
      draft.hint = Hint::kHeading;
      draft.level = static_cast<std::uint8_t>(std::clamp(level, 1, 6));
      NumberHeading(std::clamp(level, 1, 9), &draft);
    } else if (style == "Title") {
      draft.hint = Hint::kHeading;
      draft.level = 1;
    } else if (style == "Quotations") {
      draft.hint = Hint::kQuotation;
    }
    if (!heading && item_waits_ && !lists_.empty()) NumberItem(&draft);
    item_waits_ = false;
    open_.push_back(std::move(draft));
  }

  void NumberHeading(int level, Draft* draft) {
    const Levels* levels = styles_.Find("");
    const auto at = static_cast<std::size_t>(level - 1);
    if (levels == nullptr || (*levels)[at].pattern.empty()) return;
    draft->text = CollapseSpace(counts_[""].Next(*levels, at));
  }

  void NumberItem(Draft* draft) {
    const std::size_t at = std::min(lists_.size(), kListLevels) - 1;
    const Levels* levels = styles_.Find(lists_.back());
    draft->indent = static_cast<std::int32_t>(at) * kIndentOfLevel;
    draft->text = levels == nullptr
                      ? "\xE2\x80\xA2"
                      : CollapseSpace(counts_[lists_.back()].Next(*levels, at));
  }

  const ListStyles& styles_;
  const OdtLetters& letters_;
  OfficeDrafts drafts_;
  std::vector<Letters> open_letters_;
  int links_ = 0;
  std::vector<Draft> open_;
  std::vector<std::string> lists_;  // styles of the open lists
  std::map<std::string, ListCounts, std::less<>> counts_;
  std::string note_;
  int notes_ = 0;
  bool in_note_ = false;
  bool item_waits_ = false;  // the next paragraph carries the item's label
};

// Lines of the page styles' heads and feet.
class Edges {
 public:
  explicit Edges(OfficeDrafts* drafts) : drafts_(drafts) {}
  bool Enter(pugi::xml_node node) {
    const std::string_view name = LocalName(node.name());
    if (name == "header" || name == "footer") inside_ = true;
    if (inside_ && node.type() == pugi::node_pcdata) text_ += node.value();
    return true;
  }
  void Leave(pugi::xml_node node) {
    const std::string_view name = LocalName(node.name());
    if (inside_ && name == "p") text_.push_back(' ');
    if (name != "header" && name != "footer") return;
    drafts_->AddFurniture(std::move(text_));
    text_.clear();
    inside_ = false;
  }

 private:
  OfficeDrafts* drafts_;
  std::string text_;
  bool inside_ = false;
};

std::string OdtTitle(const ZipParts& parts) {
  pugi::xml_document document;
  const auto part = parts.find("meta.xml");
  if (part == parts.end() || !ParseXml(part->second, &document)) return "";
  const auto meta = ChildOf(document.document_element(), "meta");
  return CollapseSpace(ChildOf(meta, "title").text().get());
}

}  // namespace

Result<Document> DecodeOdt(const source::Capture& capture,
                           const DecodeLimits&) {
  TRY_ASSIGN(const ZipParts parts, ReadZip(capture.bytes, IsOdtPart, {}));
  const auto content = parts.find("content.xml");
  if (content == parts.end()) {
    return Fail(ErrorCode::kCorrupt, "it has no content.xml");
  }
  ListStyles styles;
  OdtLetters letters;
  pugi::xml_document shared;
  if (const auto part = parts.find("styles.xml"); part != parts.end()) {
    TRY_RETURN(ParseXml(part->second, &shared));
    WalkXml(shared.document_element(), &styles);
    WalkXml(shared.document_element(), &letters);
  }
  pugi::xml_document xml;
  TRY_RETURN(ParseXml(content->second, &xml));
  WalkXml(xml.document_element(), &styles);
  WalkXml(ChildOf(xml.document_element(), "automatic-styles"), &letters);
  OdtStory body(styles, letters);
  if (shared) {
    Edges edges(&body.drafts());
    WalkXml(shared.document_element(), &edges);
  }
  const auto text = ChildOf(ChildOf(xml.document_element(), "body"), "text");
  if (!text) return Fail(ErrorCode::kUnsupported, "it is no text document");
  WalkXml(text, &body);
  Document document;
  document.charset = {"utf-8", "valid", 0};
  Structured structured =
      DecideStructure(body.drafts().Take(), OdtTitle(parts));
  Assemble(std::move(structured), &document);
  return document;
}

}  // namespace concord::document
