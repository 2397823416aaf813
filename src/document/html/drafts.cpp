#include "document/html/drafts.h"

#include <algorithm>

#include "concord/base/unicode.h"
#include "document/html/lines.h"
#include "document/html/numbers.h"
#include "document/html/pairs.h"
#include "document/html/words.h"
#include "document/structure/labels.h"
#include "document/text_lines.h"

namespace concord::document {
namespace {

struct OpenList {
  std::uint32_t end = 0;
  bool ordered = false;
  std::string_view type;
  int next = 1;
};

struct OpenItem {
  std::uint32_t end = 0;
  std::string label;        // still to be printed, or ""
  std::int32_t draft = -1;  // index of its first draft, or -1
};

class Builder {
 public:
  Builder(const HtmlTree& tree, const std::vector<NodeRole>& roles)
      : tree_(tree), roles_(roles), pairs_(tree) {}

  std::vector<Draft> Build(std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t i = begin; i < end;) {
      Leave(i);
      i = Enter(i);
    }
    Leave(end);
    Flush();
    AttachPending();
    return std::move(drafts_);
  }

 private:
  // --- Going through the nodes

  const HtmlNode& NodeAt(std::uint32_t index) const {
    return tree_.nodes()[index];
  }

  // Enters node `index`; the index to go on at.
  std::uint32_t Enter(std::uint32_t index) {
    const HtmlNode& node = NodeAt(index);
    if (node.tag == Tag::kText) {
      AddText(node.text);
      return index + 1;
    }
    if (node.tag == Tag::kTitle) {
      const bool page_title = !title_seen_;
      title_seen_ = true;
      if (page_title) return node.end;
    }
    const NodeRole& role = roles_[index];
    if (IsBlock(node.tag)) Flush();
    TakeAnchors(node);
    if (role.chrome) Raise(&chrome_end_, node.end);
    if (role.notes) Raise(&notes_end_, node.end);
    if (node.tag == Tag::kTable && role.data_table) {
      AddRows(index);
      return node.end;
    }
    if (node.tag == Tag::kTerm && chrome_end_ == 0 && items_.empty()) {
      const std::uint32_t end = AddPair(index);
      if (end > index) return end;
    }
    if (node.tag == Tag::kSup && IsNoteReference(index)) {
      AddNoteReference(index);
      return node.end;
    }
    OpenElement(index);
    return index + 1;
  }

  void OpenElement(std::uint32_t index) {
    const HtmlNode& node = NodeAt(index);
    const HtmlAttributes& attributes = tree_.attributes(node);
    switch (node.tag) {
      case Tag::kUnordered:
        lists_.push_back({node.end, false, {}, 1});
        break;
      case Tag::kOrdered:
        lists_.push_back(
            {node.end, true, attributes.type, NumberOf(attributes.start, 1)});
        break;
      case Tag::kItem:
        OpenItemOf(node, attributes);
        break;
      case Tag::kHeading:
        heading_end_ = node.end;
        heading_level_ = node.level;
        break;
      case Tag::kQuotation:
        Raise(&quote_end_, node.end);
        break;
      case Tag::kPreformatted:
        pre_end_ = node.end;
        break;
      case Tag::kBold:
        Raise(&bold_end_, node.end);
        break;
      case Tag::kItalic:
        Raise(&italic_end_, node.end);
        break;
      case Tag::kUnderlined:
        Raise(&underlined_end_, node.end);
        break;
      case Tag::kBreak:
        BreakLine();
        break;
      case Tag::kLink:
        if (!attributes.href.empty()) {
          words_.OpenLink(node.end, CollapseSpace(attributes.href));
        }
        break;
      default:
        break;
    }
    if (IsBlock(node.tag)) block_ends_.push_back(node.end);
  }

  void OpenItemOf(const HtmlNode& node, const HtmlAttributes& attributes) {
    OpenItem item{node.end, "", -1};
    if (!lists_.empty() && lists_.back().ordered) {
      OpenList& list = lists_.back();
      list.next = NumberOf(attributes.value, list.next);
      item.label = PrintedNumber(list.type, list.next++);
    }
    items_.push_back(std::move(item));
  }

  // Leaves everything that ends at or before `index`.
  void Leave(std::uint32_t index) {
    words_.CloseLinks(index);
    bool flush = false;
    while (!block_ends_.empty() && block_ends_.back() <= index) {
      block_ends_.pop_back();
      flush = true;
    }
    if (flush) Flush();
    while (!items_.empty() && items_.back().end <= index) items_.pop_back();
    while (!lists_.empty() && lists_.back().end <= index) lists_.pop_back();
    for (std::uint32_t* end :
         {&chrome_end_, &notes_end_, &quote_end_, &heading_end_, &pre_end_,
          &bold_end_, &italic_end_, &underlined_end_}) {
      if (*end <= index) *end = 0;
    }
  }

  static void Raise(std::uint32_t* end, std::uint32_t to) {
    *end = std::max(*end, to);
  }

  // --- Text

  void AddText(std::string_view text) {
    if (pre_end_ > 0) {
      pre_text_ += text;
    } else {
      // What is underlined is often a heading; within a link it is a link.
      const bool underlined = underlined_end_ > 0 && !words_.in_link();
      words_.AddText(text, {bold_end_ > 0 || underlined_end_ > 0,
                            italic_end_ > 0 || underlined});
    }
  }

  void BreakLine() {
    if (pre_end_ > 0) {
      pre_text_.push_back('\n');
    } else {
      words_.EndLine();
    }
  }

  // --- Addresses

  void TakeAnchors(const HtmlNode& node) {
    const HtmlAttributes& attributes = tree_.attributes(node);
    const bool named = node.tag == Tag::kLink && !attributes.name.empty() &&
                       attributes.name != attributes.id;
    const bool own = IsBlock(node.tag);
    if (own) own_fragment_.clear();
    for (const std::string_view name :
         {attributes.id, named ? attributes.name : std::string_view{}}) {
      if (name.empty()) continue;
      if (own) {
        pending_.push_back({std::string(name), 0});
        own_fragment_ = std::string(name);
      } else {
        words_.AddAnchor(name);
      }
    }
  }

  bool IsNoteReference(std::uint32_t index) const {
    const HtmlNode& sup = NodeAt(index);
    std::string mark;
    bool linked = false;
    for (std::uint32_t i = index + 1; i < sup.end; ++i) {
      const HtmlNode& node = NodeAt(i);
      if (node.tag == Tag::kText) mark += node.text;
      if (mark.size() > 64) return false;
      linked = linked || (node.tag == Tag::kLink &&
                          tree_.attributes(node).href.find('#') !=
                              std::string_view::npos);
    }
    mark = CollapseSpace(mark);
    if (mark.empty() || CodePointCount(mark) > 6) return false;
    const std::string_view classes = tree_.attributes(sup).classes;
    const bool named = classes.find("foot") != std::string_view::npos ||
                       classes.find("note") != std::string_view::npos ||
                       classes.find("ref") != std::string_view::npos;
    return linked || named;
  }

  // The mark would be glued to the word before it; the link keeps its place.
  void AddNoteReference(std::uint32_t index) {
    for (std::uint32_t i = index + 1; i < NodeAt(index).end; ++i) {
      const HtmlNode& node = NodeAt(i);
      if (node.tag != Tag::kLink) continue;
      TakeAnchors(node);
      const std::string_view target = tree_.attributes(node).href;
      if (!target.empty()) words_.AddMark(CollapseSpace(target));
    }
  }

  // --- Drafts

  Hint HintNow() const {
    if (chrome_end_ > 0) return Hint::kChrome;
    if (heading_end_ > 0) return Hint::kHeading;
    if (notes_end_ > 0) return Hint::kFootnote;
    if (!items_.empty() && items_.back().draft < 0) return Hint::kListItem;
    if (quote_end_ > 0) return Hint::kQuotation;
    return Hint::kParagraph;
  }

  void Flush() {
    if (!pre_text_.empty()) {
      FlushVerbatim();
      return;
    }
    auto [lines, strong] = words_.Take();
    const bool any =
        std::any_of(lines.begin(), lines.end(),
                    [](const Draft& line) { return !line.text.empty(); });
    if (!any) {
      for (Draft& line : lines) KeepMarks(&line);
      return;
    }
    for (Draft& draft : SettleLines(std::move(lines), heading_end_ > 0)) {
      draft.strong = strong;
      AddDraft(std::move(draft));
    }
    // Blocks that follow inside a heading mean that its end tag is missing.
    heading_end_ = 0;
  }

  // An address without words belongs to the words that come.
  void KeepMarks(Draft* line) {
    for (Anchor& anchor : line->anchors) {
      pending_.push_back({std::move(anchor.name), 0});
    }
    for (Link& link : line->links) {
      if (!drafts_.empty()) {
        const auto end = static_cast<std::uint32_t>(drafts_.back().text.size());
        drafts_.back().links.push_back({{end, end}, std::move(link.target)});
      }
    }
  }

  void AddDraft(Draft draft) {
    draft.hint = HintNow();
    if (draft.hint == Hint::kHeading) draft.level = heading_level_;
    if (draft.hint == Hint::kListItem) {
      draft.level = static_cast<std::uint8_t>(
          std::clamp<std::size_t>(lists_.size(), 1, 9));
      PrintLabel(&draft);
      items_.back().draft = static_cast<std::int32_t>(drafts_.size());
      if (items_.size() > 1) draft.parent = items_[items_.size() - 2].draft;
    } else if (!items_.empty() && draft.hint != Hint::kChrome) {
      draft.parent = items_.back().draft;
    }
    NameDraft(&draft);
    drafts_.push_back(std::move(draft));
  }

  // Puts the number a browser prints before the item's words, unless the page
  // printed it itself.
  void PrintLabel(Draft* draft) {
    const std::string label = std::move(items_.back().label);
    items_.back().label.clear();
    if (label.empty()) return;
    const Label printed = ReadLabel(draft->text);
    const bool same =
        printed.marked && Slice(draft->text, printed.span)
                                  .find(label.substr(0, label.size() - 1)) !=
                              std::string_view::npos;
    if (same) return;
    Draft labelled;
    labelled.text = label;
    Join(*draft, &labelled);
    labelled.hint = draft->hint;
    labelled.level = draft->level;
    labelled.strong = draft->strong;
    labelled.fragment = draft->fragment;
    *draft = std::move(labelled);
  }

  void NameDraft(Draft* draft) {
    if (!own_fragment_.empty()) {
      draft->fragment = own_fragment_;
    } else if (!draft->anchors.empty() && draft->anchors.front().offset == 0) {
      draft->fragment = draft->anchors.front().name;
    } else if (!pending_.empty()) {
      draft->fragment = pending_.back().name;
    }
    own_fragment_.clear();
    draft->anchors.insert(draft->anchors.begin(), pending_.begin(),
                          pending_.end());
    pending_.clear();
  }

  void AttachPending() {
    if (pending_.empty() || drafts_.empty()) return;
    Draft& last = drafts_.back();
    for (Anchor& anchor : pending_) {
      anchor.offset = static_cast<std::uint32_t>(last.text.size());
      last.anchors.push_back(std::move(anchor));
    }
    pending_.clear();
  }

  void FlushVerbatim() {
    const std::string text = std::move(pre_text_);
    pre_text_.clear();
    words_.ForgetBold();
    for (Draft& draft : DraftsOfText(text)) {
      if (chrome_end_ > 0) draft.hint = Hint::kChrome;
      NameDraft(&draft);
      drafts_.push_back(std::move(draft));
    }
  }

  // --- Tables

  void AddRows(std::uint32_t table) {
    const HtmlNode& node = NodeAt(table);
    for (std::uint32_t i = table + 1; i < node.end;) {
      const HtmlNode& part = NodeAt(i);
      if (part.tag == Tag::kRow) {
        AddRow(i);
        i = part.end;
      } else if (part.tag == Tag::kBlock && part.end > i + 1) {
        ++i;  // <tbody>: its rows follow
      } else {
        AddLoosePart(i);
        i = part.end;
      }
    }
  }

  // The words of nodes [begin, end) as one piece.
  Draft OnePiece(std::uint32_t begin, std::uint32_t end) {
    Builder builder(tree_, roles_);
    builder.title_seen_ = true;
    builder.chrome_end_ = chrome_end_ > 0 ? end + 1 : 0;
    Draft piece;
    for (const Draft& draft : builder.Build(begin, end)) Join(draft, &piece);
    std::replace(piece.text.begin(), piece.text.end(), '\t', ' ');
    return piece;
  }

  void AddRow(std::uint32_t index) {
    const HtmlNode& row = NodeAt(index);
    Draft draft;
    TakeAnchors(row);
    for (std::uint32_t i = index + 1; i < row.end; i = NodeAt(i).end) {
      const Tag tag = NodeAt(i).tag;
      if (tag == Tag::kCell || tag == Tag::kHeaderCell) {
        AddCell(OnePiece(i, NodeAt(i).end), &draft);
      }
    }
    const bool any = std::any_of(draft.cells.begin(), draft.cells.end(),
                                 [](TextSpan cell) { return !Empty(cell); });
    if (!any) return;
    draft.hint = chrome_end_ > 0 ? Hint::kChrome : Hint::kTableRow;
    NameDraft(&draft);
    drafts_.push_back(std::move(draft));
  }

  // "<dt>Date<dd>4 May": a term and its few words, as a row of two cells. The
  // index after them, or 0 where the description is prose.
  std::uint32_t AddPair(std::uint32_t term) {
    constexpr std::size_t kLongestTerm = 80;
    constexpr std::size_t kLongestWords = 200;
    const std::uint32_t end = pairs_.EndOf(term);
    if (end == 0) return 0;
    const std::uint32_t words = NodeAt(term).end;
    const Draft name = OnePiece(term + 1, words);
    const Draft value = OnePiece(words + 1, end);
    if (name.text.empty() || name.text.size() > kLongestTerm ||
        value.text.empty() || value.text.size() > kLongestWords) {
      return 0;
    }
    Draft row;
    AddCell(name, &row);
    AddCell(value, &row);
    row.hint = Hint::kTableRow;
    NameDraft(&row);
    drafts_.push_back(std::move(row));
    return end;
  }

  // A caption, or what stands in a table outside its rows.
  void AddLoosePart(std::uint32_t index) {
    Draft piece = OnePiece(index, NodeAt(index).end);
    if (piece.text.empty()) return;
    piece.hint = chrome_end_ > 0 ? Hint::kChrome : Hint::kParagraph;
    piece.strong = false;
    NameDraft(&piece);
    drafts_.push_back(std::move(piece));
  }

  const HtmlTree& tree_;
  const std::vector<NodeRole>& roles_;
  std::vector<Draft> drafts_;

  HtmlWords words_;       // of the piece being written
  std::string pre_text_;  // ... printed as it stands

  // What is open, by where it ends; 0: not open.
  std::uint32_t chrome_end_ = 0;
  std::uint32_t notes_end_ = 0;
  std::uint32_t quote_end_ = 0;
  std::uint32_t heading_end_ = 0;
  std::uint32_t pre_end_ = 0;
  std::uint32_t bold_end_ = 0;
  std::uint32_t italic_end_ = 0;
  std::uint32_t underlined_end_ = 0;
  std::uint8_t heading_level_ = 0;
  std::vector<std::uint32_t> block_ends_;
  std::vector<OpenList> lists_;
  std::vector<OpenItem> items_;
  std::vector<Anchor> pending_;  // addresses waiting for words
  std::string own_fragment_;     // id of the element being written
  bool title_seen_ = false;
  TermPairs pairs_;
};

}  // namespace

std::string PageTitle(const HtmlTree& tree) {
  const auto& nodes = tree.nodes();
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].tag != Tag::kTitle) continue;
    std::string title;
    for (std::size_t k = i + 1; k < nodes[i].end; ++k) title += nodes[k].text;
    return CollapseSpace(title);
  }
  return "";
}

std::vector<Draft> DraftsOfTree(const HtmlTree& tree,
                                const std::vector<NodeRole>& roles) {
  const auto end = static_cast<std::uint32_t>(tree.nodes().size());
  return Builder(tree, roles).Build(0, end);
}

}  // namespace concord::document
