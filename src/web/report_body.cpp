// Blocks come in reading order; what belongs together on a page (items of one
// list, rows of one table, lines of page furniture) stands side by side and is
// gathered into one part. Every block keeps an address of its own, #b12, and a
// numbered one also the printed one, #para-7.

#include "web/report_body.h"

#include <algorithm>
#include <set>

#include "concord/base/unicode.h"
#include "web/links.h"
#include "web/words.h"

namespace concord::web {
namespace {

using engine::BlockView;
using engine::NoteView;
using engine::ReportTextView;

// The decorations of a text, found by where they stand.
class Decorations {
 public:
  Decorations(const ReportTextView& text, std::optional<TextSpan> at) {
    for (const TextSpan mark : text.marks) {
      all_.push_back({mark, Decoration::Kind::kMark, ""});
    }
    if (at) all_.push_back({*at, Decoration::Kind::kAt, ""});
    for (const NoteView& note : text.notes) {
      if (note.kind == "citation") {
        all_.push_back({note.span, Decoration::Kind::kLink, WorkHref(note.id)});
      } else if (note.kind == "date") {
        all_.push_back({note.span, Decoration::Kind::kDate,
                        note.id.empty() ? "no day" : note.id});
      }
    }
    for (const engine::LinkView& link : text.links) {
      // Only what a browser may follow safely; javascript: and data: stay
      // words.
      if (link.target.starts_with("http://") ||
          link.target.starts_with("https://")) {
        all_.push_back({link.span, Decoration::Kind::kLink, link.target});
      }
    }
    std::stable_sort(all_.begin(), all_.end(),
                     [](const Decoration& a, const Decoration& b) {
                       return a.span.begin < b.span.begin;
                     });
    for (const Decoration& one : all_) {
      longest_ = std::max(longest_, Length(one.span));
    }
  }

  std::vector<Decoration> In(TextSpan span) const {
    const std::uint32_t from = span.begin - std::min(span.begin, longest_);
    auto one = std::lower_bound(all_.begin(), all_.end(), from,
                                [](const Decoration& a, std::uint32_t begin) {
                                  return a.span.begin < begin;
                                });
    std::vector<Decoration> found;
    for (; one != all_.end() && one->span.begin < span.end; ++one) {
      if (Overlaps(one->span, span)) found.push_back(*one);
    }
    return found;
  }

 private:
  std::vector<Decoration> all_;
  std::uint32_t longest_ = 0;
};

// What stands beside the words; "" for what is marked in them only.
std::string_view WordBeside(std::string_view kind) {
  if (kind == "recommendation") return "rec";
  if (kind == "decision" || kind == "commitment") return kind;
  return kind == "resolution" ? "resolved" : "";
}

class BodyBuilder {
 public:
  BodyBuilder(const ReportTextView& text, const BodyOptions& options)
      : text_(text), options_(options), decorations_(text, options.at) {
    if (options.at) hit_ = BlockOf(text, *options.at);
    for (const NoteView& note : text.notes) {
      if (!WordBeside(note.kind).empty()) {
        notes_.push_back(&note);
      }
    }
  }

  data Build() {
    data parts = NewList();
    const std::size_t end =
        std::min(text_.blocks.size(), options_.first + options_.count);
    for (std::size_t i = options_.first; i < end;) {
      const std::string family = FamilyOf(text_.blocks[i].kind);
      std::size_t next = i + 1;
      while (!family.empty() && next < end &&
             FamilyOf(text_.blocks[next].kind) == family) {
        ++next;
      }
      data part = NewView();
      for (const char* kind :
           {"list", "table", "chrome", "heading", "paragraph", "quotation",
            "header_line", "small"}) {
        SetFlag(&part, kind, false);
      }
      Fill(family, i, next, &part);
      parts.push_back(part);
      i = next;
    }
    return parts;
  }

 private:
  // Blocks of one family side by side are one part of the page.
  static std::string FamilyOf(const std::string& kind) {
    if (kind == "list_item") return "list";
    if (kind == "table_row" || kind == "table_cell") return "table";
    if (kind == "chrome") return "chrome";
    if (kind == "header_line") return "header_line";
    return "";
  }

  void Fill(const std::string& family, std::size_t begin, std::size_t end,
            data* part) {
    if (family == "table") {
      part->set("table", Table(begin, end));
      return;
    }
    if (!family.empty()) {
      data group = NewView();
      data items = NewList();
      for (std::size_t i = begin; i < end; ++i) items.push_back(Block(i));
      SetList(&group, "items", items);
      Set(&group, "count", Counted(end - begin, "line"));
      part->set(family, group);
      return;
    }
    const BlockView& block = text_.blocks[begin];
    std::string kind = block.kind;
    if (kind == "title" || kind == "appendix") kind = "heading";
    if (kind == "contact" || kind == "footnote") kind = "small";
    data one = Block(begin);
    if (kind == "heading") SetHeading(block, &one);
    part->set(kind, one);
  }

  // Headings go down a step at a time, whatever the page did: h2 to h5.
  void SetHeading(const BlockView& block, data* view) {
    const bool top = block.kind != "heading";
    const int wanted = top ? 2 : std::clamp(block.level, 2, 5);
    heading_ = std::min(wanted, heading_ + 1);
    for (int level = 2; level <= 5; ++level) {
      SetFlag(view, "h" + std::to_string(level), level == heading_);
    }
  }

  data Block(std::size_t index) {
    const BlockView& block = text_.blocks[index];
    data view = NewView();
    Set(&view, "anchor", "b" + std::to_string(index));
    TextSpan body = block.span;
    std::string label;
    std::string slug;
    if (!Empty(block.label)) {
      label = CollapseSpace(Slice(text_.text, block.label));
      body.begin = block.label.end;
      slug = Slug(block.locator);
      if (!slugs_.insert(slug).second) slug.clear();
    }
    Set(&view, "label", label);
    Set(&view, "slug", slug.empty() ? "b" + std::to_string(index) : slug);
    SetFlag(&view, "has_slug", !slug.empty());
    Set(&view, "locator", block.locator);
    Set(&view, "level", std::to_string(std::max(block.level, 1)));
    SetFlag(&view, "page_break", NewPage(block));
    Set(&view, "page", block.page > 0 ? std::to_string(block.page) : "");
    const bool hit = hit_ == index;
    SetFlag(&view, "hit", hit);
    SetList(&view, "words",
            WordsOf(text_.text, Trim(text_.text, body), In(block)));
    SetList(&view, "beside", Beside(block));
    return view;
  }

  std::vector<Decoration> In(const BlockView& block) const {
    std::vector<Decoration> found = decorations_.In(block.span);
    // A place that is the whole block is marked by the block itself.
    std::erase_if(found, [&](const Decoration& one) {
      return one.kind == Decoration::Kind::kAt &&
             Length(one.span) * 10 >= Length(block.span) * 8;
    });
    return found;
  }

  bool NewPage(const BlockView& block) {
    if (block.page <= page_) return false;
    page_ = block.page;
    return true;
  }

  // Recommendations and resolutions that begin in the block.
  data Beside(const BlockView& block) {
    data list = NewList();
    while (next_note_ < notes_.size() &&
           notes_[next_note_]->span.begin < block.span.begin) {
      ++next_note_;
    }
    while (next_note_ < notes_.size() &&
           notes_[next_note_]->span.begin < block.span.end) {
      const NoteView& note = *notes_[next_note_++];
      data one = NewView();
      const bool resolution = note.kind == "resolution";
      Set(&one, "href", resolution ? "" : RecommendationHref(note.id));
      Set(&one, "text",
          std::string(WordBeside(note.kind)) +
              (note.title.empty() ? "" : " " + note.title));
      list.push_back(one);
    }
    return list;
  }

  data Table(std::size_t begin, std::size_t end) {
    data rows = NewList();
    for (std::size_t i = begin; i < end;) {
      data row = NewView();
      data cells = NewList();
      bool hit = hit_ == i;
      const bool is_row = text_.blocks[i].kind == "table_row";
      Set(&row, "anchor", "b" + std::to_string(i));
      std::size_t next = is_row ? i + 1 : i;
      while (next < end && text_.blocks[next].kind == "table_cell") {
        hit = hit || hit_ == next;
        cells.push_back(Block(next++));
      }
      if (is_row && next == i + 1) cells.push_back(Block(i));
      SetFlag(&row, "row_hit", hit);
      SetList(&row, "beside_row", is_row ? Beside(text_.blocks[i]) : NewList());
      SetList(&row, "cells", cells);
      rows.push_back(row);
      i = std::max(next, i + 1);
    }
    data table = NewView();
    Set(&table, "table_number", ++tables_);
    SetList(&table, "rows", rows);
    return table;
  }

  const ReportTextView& text_;
  BodyOptions options_;
  Decorations decorations_;
  std::optional<std::size_t> hit_;
  std::vector<const NoteView*> notes_;
  std::size_t next_note_ = 0;
  std::set<std::string> slugs_;
  int heading_ = 1;
  std::uint64_t tables_ = 0;  // so far, on this page
  std::int32_t page_ = 0;
};

}  // namespace

data BodyOf(const ReportTextView& text, const BodyOptions& options) {
  return BodyBuilder(text, options).Build();
}

std::size_t BlockOf(const ReportTextView& text, TextSpan at) {
  std::size_t found = 0;
  for (std::size_t i = 0; i < text.blocks.size(); ++i) {
    const TextSpan span = text.blocks[i].span;
    if (span.begin > at.begin) break;
    // Blocks that hold others come first: the last one is the innermost.
    if (at.begin < std::max(span.end, span.begin + 1)) found = i;
  }
  return found;
}

std::string Slug(std::string_view locator) {
  std::string slug;
  for (const char c : locator) {
    const bool letter =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.';
    if (letter) {
      slug.push_back(c);
    } else if (c >= 'A' && c <= 'Z') {
      slug.push_back(static_cast<char>(c - 'A' + 'a'));
    } else if (!slug.empty() && slug.back() != '-') {
      slug.push_back('-');
    }
  }
  while (slug.ends_with('-')) slug.pop_back();
  return slug;
}

}  // namespace concord::web
