// A line goes on with the paragraph above it unless something says otherwise:
//
//   a number or bullet before it            "2.  The Panel"
//   more space above it than between lines
//   another size; bold after plain
//   a left edge that is not the paragraph's
//   room left on the line above for its first word, after a full stop
//
// Over a page break only what runs on in mid-sentence is joined.

#include "document/pdf/paragraphs.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "concord/base/unicode.h"
#include "document/emphasis.h"
#include "document/pdf/furniture.h"
#include "document/pdf/headings.h"
#include "document/pdf/metrics.h"
#include "document/pdf/page_ends.h"
#include "document/structure/labels.h"
#include "document/structure/line_joins.h"
#include "document/structure/steps.h"

namespace concord::document {
namespace {

bool EndsSentence(std::string_view text) {
  const char last = LastMark(text);
  return last != '\0' &&
         std::string_view(".!?:;").find(last) != std::string_view::npos;
}

// --- One paragraph ----------------------------------------------------------

class Paragraph {
 public:
  explicit Paragraph(const Metrics& metrics) : metrics_(metrics) {}

  bool empty() const { return lines_.empty(); }
  const PdfPiece& first() const { return *lines_.front(); }
  const std::vector<const PdfPiece*>& lines() const { return lines_; }
  std::size_t page() const { return page_; }

  void Add(const PdfPiece& piece, std::size_t page) {
    if (lines_.empty()) page_ = page;
    last_page_ = page;
    lines_.push_back(&piece);
  }

  void Clear() { lines_.clear(); }

  bool TakesOn(const PdfPiece& next, std::size_t page) const {
    const PdfLine& line = next.line;
    const PdfLine& last = lines_.back()->line;
    if (std::abs(line.size - last.size) > 0.12 * last.size) return false;
    if (HasLeader(line.text) || HasLeader(last.text)) return false;
    if (line.labelled && !IsWrappedNumber(line)) return false;
    if (!SameWeight(line)) return false;
    if (next.first || page != last_page_) return RunsOver(next, page);
    if (next.apart) return false;
    if (line.base - last.base > MostLeading(line)) return false;
    return Aligned(next) && !EndsEarly(next, page);
  }

 private:
  double MostLeading(const PdfLine& line) const {
    const double usual = metrics_.leading * line.size / metrics_.size;
    return 1.3 * std::max(usual, 1.1 * line.size);
  }

  Edges EdgesAt(std::size_t page, const PdfPiece& piece) const {
    const auto found = metrics_.columns.find({page, piece.column});
    return found == metrics_.columns.end()
               ? Edges{piece.line.left, piece.line.right}
               : found->second;
  }

  // Room that was left on the last line beyond the next word.
  double Slack(const PdfLine& next, std::size_t page) const {
    const PdfLine& last = lines_.back()->line;
    return EdgesAt(page, *lines_.back()).right - last.right - next.first_width -
           0.3 * last.size;
  }

  // "... of paragraph" / "5. That paragraph": a number the line broke before.
  bool IsWrappedNumber(const PdfLine& line) const {
    const PdfLine& last = lines_.back()->line;
    const Label label = ReadLabel(line.text);
    const bool dash =
        label.style == LabelStyle::kBullet &&
        (line.text.starts_with('-') || line.text.starts_with("\xE2\x80\x93"));
    if (dash) {
      return !EndsInPunctuation(last.text) && Slack(line, last_page_) < 0 &&
             std::abs(line.left - HangAt()) < 0.5 * line.size;
    }
    if (label.style != LabelStyle::kNumber || label.bracketed) return false;
    if (line.body_left - line.left > line.first_width + 0.6 * line.size) {
      return false;
    }
    const Label own = ReadLabel(lines_.front()->line.text);
    const bool next_in_line =
        own.style == LabelStyle::kNumber && label.value == own.value + 1;
    return !next_in_line &&
           StartsLower(last.text.substr(last.text.find_last_of(' ') + 1)) &&
           !EndsInPunctuation(last.text) && Slack(line, last_page_) < 0 &&
           std::abs(line.left - Margin()) < 0.5 * line.size;
  }

  // Where a line after the first would begin.
  double HangAt() const {
    return lines_.size() > 1 ? Margin() : lines_.front()->line.body_left;
  }

  bool SameWeight(const PdfLine& line) const {
    const PdfLine& last = lines_.back()->line;
    if (last.bold == line.bold) return true;
    if (last.bold) return line.bold_start && !line.labelled;
    return last.bold_end ||
           (!EndsSentence(last.text) && Slack(line, last_page_) < 0);
  }

  // Where the paragraph's lines after the first begin.
  double Margin() const {
    if (lines_.size() > 1) return lines_.back()->line.left;
    return lines_.front()->line.left;
  }

  bool Aligned(const PdfPiece& next) const {
    const PdfLine& line = next.line;
    const PdfLine& first = lines_.front()->line;
    const PdfLine& last = lines_.back()->line;
    const double near = 0.6 * line.size;
    if (std::abs(line.left - Margin()) <= near && lines_.size() > 1) {
      return true;
    }
    const bool centred = std::abs((line.left + line.right) / 2 -
                                  (last.left + last.right) / 2) < 4;
    if (lines_.size() > 1) return centred;
    if (std::abs(line.left - first.left) <= near || centred) return true;
    if (first.labelled && std::abs(line.left - first.body_left) <= near) {
      return true;
    }
    const bool full = Slack(line, last_page_) < 0;
    if (line.left < first.left) {
      return full && first.left - line.left < 8 * line.size;
    }
    const bool small_step = line.left - first.left < 4 * line.size;
    return full && (first.labelled ? small_step : !EndsSentence(last.text));
  }

  // The last line had room for the next word: the paragraph ended there.
  bool EndsEarly(const PdfPiece& next, std::size_t page) const {
    const PdfLine& last = lines_.back()->line;
    const double slack = Slack(next.line, page);
    if (slack <= 0.5 * last.size) return false;
    if (EndsSentence(last.text)) return true;
    const Edges edges = EdgesAt(page, next);
    const double width = edges.right - edges.left;
    const bool heading = last.bold || last.size > 1.12 * metrics_.size;
    if (StartsLower(next.line.text)) return slack > 0.6 * width;
    return slack > (heading ? 0.5 : 0.2) * width;
  }

  // As far as its font tells.
  bool MayBeHeading() const {
    return lines_.back()->line.size > 1.12 * metrics_.size ||
           std::all_of(lines_.begin(), lines_.end(),
                       [](const PdfPiece* one) { return one->line.bold; });
  }

  // Over a page or column break.
  bool RunsOver(const PdfPiece& next, std::size_t page) const {
    const PdfLine& last = lines_.back()->line;
    const PdfLine& line = next.line;
    if (line.labelled || page > last_page_ + 1) return false;
    const bool lower = StartsLower(line.text);
    // Whole paragraphs are bold in some reports; what the page's end cut in
    // mid-line is no heading.
    if (MayBeHeading()) {
      return lower && !EndsSentence(last.text) && Slack(line, page) < 0;
    }
    if (EndsSentence(last.text)) {
      // A hanging paragraph goes on where its lines hang.
      const PdfLine& first = lines_.front()->line;
      const bool hangs = first.labelled && lines_.size() > 1 &&
                         Margin() - first.left > 0.8 * line.size &&
                         std::abs(line.left - Margin()) < 2;
      return LastMark(last.text) != ':' && hangs && Slack(line, last_page_) < 0;
    }
    return lower || Slack(line, last_page_) < 0.1 * (EdgesAt(page, next).right -
                                                     EdgesAt(page, next).left);
  }

  const Metrics& metrics_;
  std::vector<const PdfPiece*> lines_;
  std::size_t page_ = 0;
  std::size_t last_page_ = 0;
};

// --- Drafts -----------------------------------------------------------------

class Drafts {
 public:
  Drafts(const std::vector<PdfPageLayout>& pages, const Metrics& metrics)
      : pages_(pages),
        metrics_(metrics),
        sense_(Lines(pages)),
        open_(metrics) {}

  std::vector<Draft> Take() {
    for (page_ = 0; page_ < pages_.size(); ++page_) AddPage(pages_[page_]);
    Close();
    FlushAside();
    MarkPdfHeadings(metrics_.size, std::move(fonts_), &drafts_);
    return std::move(drafts_);
  }

 private:
  static std::vector<std::string_view> Lines(
      const std::vector<PdfPageLayout>& pages) {
    std::vector<std::string_view> lines;
    for (const PdfPageLayout& page : pages) {
      for (const PdfPiece& piece : page.pieces) {
        if (piece.role != PdfRole::kFurniture) lines.push_back(piece.line.text);
      }
    }
    return lines;
  }

  void AddPage(const PdfPageLayout& page) {
    CollectNotes(page);
    for (const PdfPiece& piece : page.pieces) {
      if (piece.role == PdfRole::kFurniture) {
        AddFurniture(page, piece);
        continue;
      }
      if (piece.role == PdfRole::kNote) continue;
      if (piece.is_row()) {
        Close();
        AddRow(page, piece);
        continue;
      }
      PdfPiece const* text = &piece;
      const bool goes_on = !open_.empty() && open_.TakesOn(*text, page_);
      if (!goes_on) {
        Close();
        FlushAside();
      }
      open_.Add(*text, page_);
    }
    AddNotes(page);
  }

  // Marks of this page's notes: "1", "*".
  void CollectNotes(const PdfPageLayout& page) {
    for (const PdfPiece& piece : page.pieces) {
      if (piece.role != PdfRole::kNote) continue;
      const auto end = piece.line.text.find_first_not_of("0123456789*");
      if (end != 0 && end != std::string::npos) {
        marks_.insert(piece.line.text.substr(0, end));
      }
    }
  }

  // What stands beside the text waits for the end of the open paragraph.
  void AddFurniture(const PdfPageLayout& page, const PdfPiece& piece) {
    Draft draft;
    draft.hint = Hint::kChrome;
    draft.page = page.number;
    draft.text = piece.line.text;
    if (piece.is_row()) {
      draft.text.clear();
      for (const std::string& cell : piece.cells) {
        if (!draft.text.empty() && !cell.empty()) draft.text.push_back(' ');
        draft.text += cell;
      }
    }
    aside_.push_back(std::move(draft));
  }

  void AddNotes(const PdfPageLayout& page) {
    Draft draft;
    const auto flush = [&] {
      if (!draft.text.empty()) aside_.push_back(std::move(draft));
      draft = Draft{};
      draft.hint = Hint::kFootnote;
      draft.page = page.number;
    };
    flush();
    double left = 0;
    for (const PdfPiece& piece : page.pieces) {
      if (piece.role != PdfRole::kNote) continue;
      const Label label = ReadLabel(piece.line.text);
      const bool begins =
          draft.text.empty() || BeginsApart(piece) ||
          (label.style != LabelStyle::kNone && !label.alone &&
           piece.line.left <= left + 0.8 * piece.line.size) ||
          (!piece.line.raised.empty() && piece.line.raised.front().begin == 0);
      if (begins) {
        flush();
        left = piece.line.left;
      }
      Append(piece.line.text, piece.line.emphases, &draft);
    }
    flush();
  }

  // A mark that hangs before its note, or stands raised.
  static bool BeginsApart(const PdfPiece& piece) {
    return piece.line.text.starts_with('*') ||
           piece.line.text.starts_with("\xE2\x88\x97");
  }

  void FlushAside() {
    for (Draft& draft : aside_) {
      drafts_.push_back(std::move(draft));
      fonts_.emplace_back();
    }
    aside_.clear();
  }

  // A heading among the rows under names.
  static bool IsOverColumns(const PdfPiece& piece) {
    return !piece.gutters.empty() && piece.line.bold &&
           std::all_of(piece.cells.begin() + 1, piece.cells.end(),
                       [](const std::string& cell) { return cell.empty(); });
  }

  void AddRow(const PdfPageLayout& page, const PdfPiece& piece) {
    FlushAside();
    Draft draft;
    draft.hint = Hint::kTableRow;
    draft.page = page.number;
    for (const std::string& cell : piece.cells) {
      AddCell(CollapseSpace(cell), &draft);
      if (IsOverColumns(piece)) break;
    }
    drafts_.push_back(std::move(draft));
    fonts_.emplace_back();
  }

  // Adds a line's words, and what of them is in italics.
  void Append(const std::string& raw, const std::vector<TextSpan>& emphases,
              Draft* draft) const {
    const std::string words = CollapseSpace(raw);
    if (words.empty()) return;
    sense_.Append(words, &draft->text);
    const auto begin =
        static_cast<std::uint32_t>(draft->text.size() - words.size());
    // The hyphen of a broken word may be gone.
    if (!draft->emphases.empty() && draft->emphases.back().end > begin) {
      draft->emphases.back().end = begin;
      if (Empty(draft->emphases.back())) draft->emphases.pop_back();
    }
    for (const TextSpan span : EmphasesIn(words, raw, emphases)) {
      AddEmphasis(draft->text, {span.begin + begin, span.end + begin},
                  &draft->emphases);
    }
  }

  struct Words {
    std::string text;
    std::vector<TextSpan> emphases;
  };

  // The line without the raised marks that this page's notes answer.
  Words WordsOf(const PdfLine& line, std::vector<std::string>* marks) const {
    Words words{"", line.emphases};
    std::uint32_t at = 0;
    std::uint32_t gone = 0;
    for (const TextSpan span : line.raised) {
      const std::string mark(Slice(line.text, span));
      if (marks_.count(mark) == 0) continue;
      words.text += line.text.substr(at, span.begin - at);
      at = span.end;
      marks->push_back(mark);
      for (TextSpan& emphasis : words.emphases) {
        const TextSpan cut{span.begin - gone, span.end - gone};
        emphasis.begin -=
            Length({cut.begin, std::min(emphasis.begin, cut.end)});
        emphasis.end -= Length({cut.begin, std::min(emphasis.end, cut.end)});
      }
      gone += Length(span);
    }
    words.text += line.text.substr(at);
    return words;
  }

  void Close() {
    if (open_.empty()) return;
    Draft draft;
    draft.hint = Hint::kParagraph;
    draft.page = pages_[open_.page()].number;
    double size = 0;
    bool bold = true;
    for (const PdfPiece* piece : open_.lines()) {
      std::vector<std::string> marks;
      const Words words = WordsOf(piece->line, &marks);
      Append(words.text, words.emphases, &draft);
      const auto end = static_cast<std::uint32_t>(draft.text.size());
      for (const std::string& mark : marks) {
        draft.links.push_back({{end, end}, "#note-" + mark});
      }
      size = std::max(size, piece->line.size);
      bold = bold && piece->line.bold;
    }
    draft.strong = bold;
    draft.indent = Indent(open_.first());
    PdfFont font =
        HeadingFont(draft, open_.lines().size(), size, metrics_.size);
    font.low = open_.first().line.base > 0.5 * pages_[open_.page()].height;
    fonts_.push_back(font);
    drafts_.push_back(std::move(draft));
    open_.Clear();
  }

  std::int32_t Indent(const PdfPiece& piece) const {
    const auto found = metrics_.columns.find({open_.page(), piece.column});
    if (found == metrics_.columns.end()) return 0;
    const double off = piece.line.left - found->second.left;
    return std::max(
        0, static_cast<std::int32_t>(std::lround(off / (metrics_.size / 2))));
  }

  const std::vector<PdfPageLayout>& pages_;
  const Metrics& metrics_;
  HyphenSense sense_;
  Paragraph open_;
  std::size_t page_ = 0;
  std::vector<Draft> drafts_;
  std::vector<PdfFont> fonts_;  // of each draft
  std::vector<Draft> aside_;
  std::set<std::string> marks_;
};

}  // namespace

std::vector<Draft> DraftsOfPdf(std::vector<PdfPageLayout> pages) {
  MarkFurniture(&pages);
  JoinTables(&pages);
  MarkNotes(BodySize(pages), &pages);
  const Metrics metrics = MetricsOf(pages);
  return Drafts(pages, metrics).Take();
}

}  // namespace concord::document
