// Markdown through cmark, and the tables cmark's core does not know: lines with
// bars, the second one of dashes.

#include <cmark.h>

#include <algorithm>
#include <memory>

#include "concord/base/unicode.h"
#include "document/assemble.h"
#include "document/charset.h"
#include "document/decoders.h"
#include "document/emphasis.h"
#include "document/rows.h"
#include "document/structure/labels.h"
#include "document/structure/structure.h"

namespace concord::document {
namespace {

struct NodeFree {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct IterFree {
  void operator()(cmark_iter* iter) const { cmark_iter_free(iter); }
};

bool IsRuleRow(std::string_view line) {
  return line.find('-') != std::string_view::npos &&
         line.find('|') != std::string_view::npos &&
         line.find_first_not_of("|-: \t") == std::string_view::npos;
}

Row CellsOf(std::string_view line) {
  Row row;
  if (line.starts_with('|')) line.remove_prefix(1);
  if (line.ends_with('|')) line.remove_suffix(1);
  std::string cell;
  for (const char c : line) {
    if (c == '|') {
      row.push_back(std::move(cell));
      cell.clear();
    } else {
      cell.push_back(c);
    }
  }
  row.push_back(std::move(cell));
  return row;
}

// The text after a front matter ("---", "title: ...", "---") and its title.
std::string_view SkipFrontMatter(std::string_view text, std::string* title) {
  constexpr std::string_view kFence = "---\n";
  if (!text.starts_with(kFence)) return text;
  const auto end = text.find("\n---\n", kFence.size() - 1);
  if (end == std::string_view::npos || end > 16384) return text;
  std::string_view lines = text.substr(kFence.size(), end + 1 - kFence.size());
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    constexpr std::string_view kTitle = "title:";
    if (line.starts_with(kTitle)) {
      *title = CollapseSpace(line.substr(kTitle.size()));
      if (title->size() > 1 && title->front() == '"' && title->back() == '"') {
        *title = title->substr(1, title->size() - 2);
      }
    }
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
  }
  return text.substr(end + std::string_view("\n---\n").size());
}

// A line of a paragraph that opens with a printed label: CommonMark knows
// numbers and bullets only, papers have "(a)" and "A." too.
bool OpensItem(std::string_view line) {
  const Label label = ReadLabel(line);
  return label.style != LabelStyle::kNone && label.marked && !label.alone &&
         label.style != LabelStyle::kBullet;
}

class Pieces {
 public:
  void Enter(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_HEADING:
      case CMARK_NODE_PARAGRAPH:
        text_.clear();
        emphases_.clear();
        break;
      case CMARK_NODE_LIST:
        lists_.push_back(cmark_node_get_list_start(node));
        break;
      case CMARK_NODE_ITEM:
        item_waits_ = true;
        break;
      case CMARK_NODE_BLOCK_QUOTE:
        ++quotes_;
        break;
      case CMARK_NODE_TEXT:
      case CMARK_NODE_CODE:
        text_ += cmark_node_get_literal(node);
        if (emphasis_ > 0) Emphasise(cmark_node_get_literal(node));
        break;
      case CMARK_NODE_EMPH:
        ++emphasis_;
        break;
      case CMARK_NODE_SOFTBREAK:
      case CMARK_NODE_LINEBREAK:
        text_.push_back('\n');
        break;
      case CMARK_NODE_CODE_BLOCK:
        text_ = cmark_node_get_literal(node);
        Add(Hint::kParagraph, 0, node);
        break;
      default:  // raw HTML is nobody's words
        break;
    }
  }

  void Leave(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_HEADING:
        Add(Hint::kHeading, cmark_node_get_heading_level(node), node);
        break;
      case CMARK_NODE_PARAGRAPH:
        AddParagraph(node);
        break;
      case CMARK_NODE_LIST:
        lists_.pop_back();
        break;
      case CMARK_NODE_ITEM:
        item_waits_ = false;
        break;
      case CMARK_NODE_BLOCK_QUOTE:
        --quotes_;
        break;
      case CMARK_NODE_EMPH:
        --emphasis_;
        break;
      default:
        break;
    }
  }

  std::vector<Draft> Take() { return std::move(drafts_); }

 private:
  // Of the words that were added last.
  void Emphasise(std::string_view words) {
    const auto end = static_cast<std::uint32_t>(text_.size());
    AddEmphasis(text_, {end - static_cast<std::uint32_t>(words.size()), end},
                &emphases_);
  }

  // What is emphasised in the piece that stands at `begin` of the paragraph.
  std::vector<TextSpan> EmphasesOf(std::string_view piece,
                                   std::uint32_t begin) const {
    std::vector<TextSpan> inside;
    const auto end = begin + static_cast<std::uint32_t>(piece.size());
    for (const TextSpan span : emphases_) {
      if (!Overlaps(span, {begin, end})) continue;
      inside.push_back({std::max(span.begin, begin) - begin,
                        std::min(span.end, end) - begin});
    }
    return inside;
  }

  void AddParagraph(cmark_node* node) {
    const auto first = text_.find('\n');
    const auto second =
        first == std::string::npos ? first : text_.find('\n', first + 1);
    if (first == std::string::npos ||
        !IsRuleRow(std::string_view(text_).substr(
            first + 1,
            second == std::string::npos ? second : second - first - 1))) {
      AddLines(node);
      return;
    }
    std::vector<Row> rows;
    std::string_view rest = text_;
    for (std::size_t line = 0; !rest.empty(); ++line) {
      const auto end = rest.find('\n');
      if (line != 1) rows.push_back(CellsOf(rest.substr(0, end)));
      if (end == std::string_view::npos) break;
      rest.remove_prefix(end + 1);
    }
    AddRows(rows, &drafts_);
  }

  void AddLines(cmark_node* node) {
    const Hint hint = quotes_ > 0 ? Hint::kQuotation : Hint::kParagraph;
    const std::string text = std::move(text_);
    text_.clear();
    std::string_view rest = text;
    while (!rest.empty()) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      if (!text_.empty() && OpensItem(line)) {
        Add(hint, 0, node);
        begin_ = static_cast<std::uint32_t>(text.size() - rest.size());
      }
      text_ += std::string(line) + "\n";
      rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    }
    Add(hint, 0, node);
    begin_ = 0;
  }

  // The label the list prints before its item.
  std::string LabelOf(cmark_node* node) {
    cmark_node* item = cmark_node_parent(node);
    cmark_node* list = item == nullptr ? nullptr : cmark_node_parent(item);
    if (list == nullptr || cmark_node_get_type(list) != CMARK_NODE_LIST) {
      return "";
    }
    if (cmark_node_get_list_type(list) != CMARK_ORDERED_LIST) {
      return "\xE2\x80\xA2";
    }
    const bool bracket = cmark_node_get_list_delim(list) == CMARK_PAREN_DELIM;
    return std::to_string(lists_.back()++) + (bracket ? ")" : ".");
  }

  void Add(Hint hint, int level, cmark_node* node) {
    const std::string raw = std::move(text_);
    text_.clear();
    Draft words;
    words.text = CollapseSpace(raw);
    if (words.text.empty()) return;
    words.emphases = EmphasesIn(words.text, raw, EmphasesOf(raw, begin_));
    Draft draft;
    draft.hint = hint;
    draft.level = static_cast<std::uint8_t>(level);
    if (item_waits_ && !lists_.empty() && hint != Hint::kHeading) {
      draft.text = LabelOf(node);
      draft.indent = static_cast<std::int32_t>(lists_.size() - 1) * 4;
      item_waits_ = false;
    }
    Join(words, &draft);
    drafts_.push_back(std::move(draft));
  }

  std::vector<Draft> drafts_;
  std::string text_;
  std::vector<TextSpan> emphases_;  // in the paragraph's text
  std::uint32_t begin_ = 0;         // of `text_` in it
  int emphasis_ = 0;                // how many are open
  std::vector<int> lists_;          // the next number of each open list
  int quotes_ = 0;
  bool item_waits_ = false;
};

// The front matter's title as the first heading.
std::vector<Draft> WithTitle(const std::string& title,
                             std::vector<Draft> drafts) {
  if (title.empty()) return drafts;
  Draft draft;
  draft.hint = Hint::kHeading;
  draft.level = 1;
  draft.text = title;
  drafts.insert(drafts.begin(), std::move(draft));
  return drafts;
}

}  // namespace

Result<Document> DecodeMarkdown(const source::Capture& capture,
                                const DecodeLimits&) {
  CleanText clean = ToCleanText(capture.bytes, capture.declared_charset);
  std::string title;
  const std::string_view body = SkipFrontMatter(clean.text, &title);
  const std::unique_ptr<cmark_node, NodeFree> root(
      cmark_parse_document(body.data(), body.size(), CMARK_OPT_DEFAULT));
  const std::unique_ptr<cmark_iter, IterFree> iter(cmark_iter_new(root.get()));
  Pieces pieces;
  for (cmark_event_type event = cmark_iter_next(iter.get());
       event != CMARK_EVENT_DONE; event = cmark_iter_next(iter.get())) {
    cmark_node* node = cmark_iter_get_node(iter.get());
    if (event == CMARK_EVENT_ENTER) {
      pieces.Enter(node);
    } else {
      pieces.Leave(node);
    }
  }
  Structured structured =
      DecideStructure(WithTitle(title, pieces.Take()), title);
  return AssembleText(std::move(clean), std::move(structured));
}

}  // namespace concord::document
