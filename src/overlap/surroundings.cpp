#include "concord/overlap/surroundings.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <optional>

#include "concord/base/unicode.h"
#include "concord/crossref/references.h"
#include "overlap/held_works.h"
#include "overlap/legends.h"

namespace concord::overlap {
namespace {

using document::Block;
using document::BlockKind;
using document::Document;

// A paragraph that names more than these is about none of them in particular.
constexpr std::size_t kMostBeside = 4;
// Lines under an item that may say where it comes from ("Source: PV 8").
constexpr std::size_t kLinesBelow = 4;
constexpr std::uint32_t kShortLine = 120;

const RE2& SourceLine() {
  static const RE2 kPattern(
      R"((?i)^\s*(?:sources?|from|origin|arising from|in response to|ref(?:erence)?s?|rec(?:ommendation)?s?(?: nos?\.?)?)\s*[:–-])");
  return kPattern;
}

bool IsText(BlockKind kind) {
  return kind == BlockKind::kParagraph || kind == BlockKind::kListItem ||
         kind == BlockKind::kQuotation;
}

// Where the words stand that belong to one recommendation.
struct Frame {
  std::int32_t block = -1;
  TextSpan own;    // its words
  TextSpan whole;  // the row or block that they stand in
  bool row = false;
  std::vector<TextSpan> sources;  // lines below that say where it comes from
};

Frame FrameOf(const Document& document, TextSpan own) {
  Frame frame{.own = own, .whole = own};
  frame.block = document::BlockAt(document, own.begin);
  if (frame.block < 0) return frame;
  const Block* block = &document.blocks[frame.block];
  if (block->kind == BlockKind::kTableCell && block->parent >= 0) {
    frame.block = block->parent;
    block = &document.blocks[frame.block];
  }
  frame.row = block->kind == BlockKind::kTableRow;
  frame.whole = {std::min(own.begin, block->span.begin),
                 std::max(own.end, block->span.end)};
  for (std::size_t i = frame.block + 1;
       !frame.row && i < document.blocks.size() &&
       i <= static_cast<std::size_t>(frame.block) + kLinesBelow;
       ++i) {
    const Block& below = document.blocks[i];
    if (!IsText(below.kind) || Length(below.span) > kShortLine) break;
    const std::string_view line = Slice(document.text, below.span);
    if (RE2::PartialMatch({line.data(), line.size()}, SourceLine())) {
      frame.sources.push_back(below.span);
    }
  }
  return frame;
}

class Finder {
 public:
  Finder(const std::vector<store::ReportRecord>& reports,
         const crossref::CrossReference& crossref)
      : held_(crossref), legends_(reports, crossref, held_) {
    for (const store::ReportRecord& report : reports) {
      report_of_.emplace(report.id, &report);
    }
    for (const crossref::Work& work : crossref.works) {
      const WorkId meant = held_.HeldAs(work.id);
      if (meant.empty()) continue;
      for (const crossref::WorkMention& mention : work.cited_by) {
        for (const auto& label : crossref::LabelsIn(mention.recommendation)) {
          const auto to = Numbered(meant, label);
          if (to)
            singles_.emplace(PlaceOf(mention.quote),
                             Single{*to, mention.quote});
        }
      }
    }
  }

  Surroundings Find(const store::StoredRecommendation& one) {
    Surroundings found;
    const auto report = report_of_.find(one.report);
    if (report == report_of_.end()) return found;
    const Document& document = report->second->document;
    const Frame frame = FrameOf(document, one.item.span);
    std::map<RecommendationId, Statement> states;
    AddQuoted(one, &states);
    AddSingles(*report->second, frame, &states);
    AddCoded(*report->second, frame, &states);
    states.erase(one.id);
    std::size_t beside = 0;
    for (const auto& [to, state] : states)
      beside += state.bond == Bond::kBeside;
    for (auto& [to, state] : states) {
      if (state.bond == Bond::kBeside && beside > kMostBeside) continue;
      found.states.push_back(std::move(state));
    }
    return found;
  }

 private:
  using States = std::map<RecommendationId, Statement>;
  using Place = std::pair<ReportId, std::uint32_t>;
  struct Single {
    RecommendationId to;
    crossref::Quote quote;
  };

  static Place PlaceOf(const crossref::Quote& quote) {
    return {quote.report, quote.span.begin};
  }

  static void Add(Statement statement, States* states) {
    const auto [known, is_new] = states->emplace(statement.to, statement);
    if (!is_new && known->second.bond < statement.bond) {
      known->second = std::move(statement);
    }
  }

  // The work's own recommendation of that number, if the work is held.
  std::optional<RecommendationId> Numbered(const WorkId& work,
                                           std::string_view label) {
    if (work.empty()) return std::nullopt;
    const auto [known, is_new] = by_label_.try_emplace(work);
    if (is_new) {
      const auto report = report_of_.find(held_.ReportOf(work));
      if (report != report_of_.end()) {
        known->second = crossref::OwnByLabel(*report->second);
      }
    }
    const auto found = known->second.find(crossref::LabelKey(label));
    if (found == known->second.end()) return std::nullopt;
    return found->second;
  }

  WorkId WorkTitled(const std::string& title) {
    const auto [known, is_new] = titled_.try_emplace(title);
    if (is_new) known->second = held_.Titled(title);
    return known->second;
  }

  // "From A Second Look: Recommendation 5": it is that one.
  void AddQuoted(const store::StoredRecommendation& one, States* states) {
    if (one.item.made_by.empty() || one.item.label.empty()) return;
    const auto to = Numbered(WorkTitled(one.item.made_by), one.item.label);
    if (!to) return;
    crossref::Quote quote{.report = one.report,
                          .uri = one.uri,
                          .locator = one.item.locator,
                          .span = one.item.span,
                          .text = one.item.text};
    Add({Bond::kIs, *to, std::move(quote)}, states);
  }

  static Bond BondAt(const Frame& frame, TextSpan span) {
    if (Contains(frame.own, span)) return Bond::kCites;
    return frame.row ? Bond::kCarriesOut : Bond::kBeside;
  }

  void AddSingles(const store::ReportRecord& report, const Frame& frame,
                  States* states) {
    const auto add_within = [&](TextSpan span, std::optional<Bond> bond) {
      auto at = singles_.lower_bound({report.id, span.begin});
      for (; at != singles_.end() && at->first.first == report.id &&
             at->first.second < span.end;
           ++at) {
        const Single& single = at->second;
        // What comes after a request in running text is another matter.
        const bool after =
            !frame.row && !bond && single.quote.span.begin >= frame.own.end;
        if (after) continue;
        Add({bond.value_or(BondAt(frame, single.quote.span)), single.to,
             single.quote},
            states);
      }
    };
    add_within(frame.whole, std::nullopt);
    for (const TextSpan line : frame.sources) {
      add_within(line, Bond::kCarriesOut);
    }
  }

  // "PV 8, CL 31" in the item's row, block or source line.
  void AddCoded(const store::ReportRecord& report, const Frame& frame,
                States* states) {
    if (legends_.empty()) return;
    std::vector<TextSpan> spans = frame.sources;
    spans.push_back(frame.whole);
    for (const TextSpan span : spans) {
      for (const CodedNumber& coded : CodedNumbersIn(report.text(), span)) {
        const WorkId work = legends_.WorkOf(coded.code, report.id);
        if (work.empty()) continue;
        const auto to = Numbered(work, coded.label);
        if (!to) continue;
        crossref::Quote quote{
            .report = report.id,
            .uri = report.uri,
            .locator = document::Locator(report.document, coded.span),
            .span = coded.span,
            .text = std::string(Slice(report.text(), coded.span))};
        const bool inside = Contains(frame.own, coded.span);
        Add({inside ? Bond::kCites : Bond::kCarriesOut, *to, std::move(quote)},
            states);
      }
    }
  }

  HeldWorks held_;
  Legends legends_;
  std::map<ReportId, const store::ReportRecord*> report_of_;
  std::multimap<Place, Single> singles_;
  std::map<WorkId, std::map<std::string, RecommendationId>> by_label_;
  std::map<std::string, WorkId> titled_;
};

}  // namespace

std::string_view Name(Bond bond) {
  switch (bond) {
    case Bond::kBeside:
      return "beside";
    case Bond::kCites:
      return "cites";
    case Bond::kCarriesOut:
      return "implements";
    case Bond::kIs:
      return "quotes";
  }
  return "beside";
}

std::vector<Surroundings> FindSurroundings(
    const std::vector<store::ReportRecord>& reports,
    const std::vector<store::StoredRecommendation>& recommendations,
    const crossref::CrossReference& crossref) {
  Finder finder(reports, crossref);
  std::vector<Surroundings> found;
  found.reserve(recommendations.size());
  for (const store::StoredRecommendation& one : recommendations) {
    found.push_back(finder.Find(one));
  }
  return found;
}

}  // namespace concord::overlap
