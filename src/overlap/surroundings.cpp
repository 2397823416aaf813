#include "concord/overlap/surroundings.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <optional>

#include "concord/base/unicode.h"
#include "concord/crossref/held_works.h"
#include "concord/crossref/legends.h"
#include "concord/crossref/references.h"
#include "overlap/answered.h"

namespace concord::overlap {
namespace {

using document::Block;
using document::BlockKind;
using document::Document;

// A paragraph that names more than these is about none of them in particular.
constexpr std::size_t kMostBeside = 4;
constexpr std::ptrdiff_t kMostRefused = 2;
// Lines under an item that may say where it comes from ("Source: PV 8").
constexpr std::size_t kLinesBelow = 4;
constexpr std::uint32_t kShortLine = 120;

const RE2& SourceLine() {
  static const RE2 kPattern(
      R"((?i)^\s*(?:sources?|from|origin|arising from|in response to|ref(?:erence)?s?|rec(?:ommendation)?s?(?: nos?\.?)?)\s*[:–-])");
  return kPattern;
}

// A line of nothing but numbers of recommendations: the cell "R9" or "PV 8,
// CL 31" of a table whose cells stand one below the other.
bool IsCodesAlone(std::string_view line) {
  static const RE2 kPattern(
      R"(\s*[A-Z]{1,5} ?\d{1,3}(?:\([a-z]\))?(?:\s*(?:,|;|and|&)\s*(?:[A-Z]{1,5} ?)?\d{1,3}(?:\([a-z]\))?)*\s*)");
  return RE2::FullMatch({line.data(), line.size()}, kPattern);
}

// "To decline recommendation R12", "treated as superseded".
bool Refuses(std::string_view words) {
  static const RE2 kPattern(
      R"((?i)\b(?:declin(?:e|es|ed|ing)|refus(?:e|es|ed|ing)|reject(?:s|ed|ing)?|supersed(?:e|es|ed)|not (?:be )?accept(?:ed)?)\b)");
  return RE2::PartialMatch({words.data(), words.size()}, kPattern);
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
    if (RE2::PartialMatch({line.data(), line.size()}, SourceLine()) ||
        IsCodesAlone(line)) {
      frame.sources.push_back(below.span);
    }
  }
  return frame;
}

class SurroundingsFinder {
 public:
  SurroundingsFinder(const std::vector<store::ReportRecord>& reports,
                     const crossref::CrossReference& crossref)
      : held_(reports, crossref),
        legends_(reports, crossref, held_),
        answered_(reports, crossref, held_) {
    for (const store::ReportRecord& report : reports) {
      report_of_.emplace(report.id, &report);
    }
    for (const crossref::Work& work : crossref.works) {
      const WorkId meant = held_.HeldAs(work.id);
      if (meant.empty()) continue;
      for (const crossref::WorkMention& mention : work.cited_by) {
        const auto labels = crossref::LabelsIn(mention.recommendation);
        for (const std::string& label : labels) {
          const auto to = Numbered(meant, label);
          if (to)
            singles_.emplace(
                PlaceOf(mention.quote),
                Single{*to, label, labels.size() > 2, mention.quote});
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
    AddLabels(*report->second, frame, &states);
    if (Refuses(one.item.text)) TurnDown(&states);
    states.erase(one.id);
    std::size_t beside = 0;
    for (const auto& [to, state] : states)
      beside += state.bond == Bond::kBeside;
    for (auto& [to, state] : states) {
      if (state.bond == Bond::kBeside && beside > kMostBeside) continue;
      found.states.push_back(std::move(state));
    }
    found.named = answered_.NamedBy(one.report);
    return found;
  }

 private:
  using States = std::map<RecommendationId, Statement>;
  using Place = std::pair<ReportId, std::uint32_t>;
  struct Single {
    RecommendationId to;
    std::string label;  // as cited
    bool of_several = false;
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

  // What refuses cites what it refuses, and not a whole list.
  static void TurnDown(States* states) {
    const auto cited = std::count_if(
        states->begin(), states->end(),
        [](const auto& state) { return state.second.bond == Bond::kCites; });
    if (cited > kMostRefused) return;
    for (auto& [to, state] : *states) {
      if (state.bond == Bond::kCites) state.bond = Bond::kRefuses;
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
    if (frame.row) return Bond::kCarriesOut;
    return Opens(frame, span) ? Bond::kUnder : Bond::kBeside;
  }

  // "5. Recommendation 62, on joint training, ...", "As to D, ...".
  static bool Opens(const Frame& frame, TextSpan span) {
    constexpr std::uint32_t kOpening = 16;  // bytes of a number and "As to "
    return span.begin < frame.whole.begin + kOpening;
  }

  // A number without a work beside it, in a report that has a recommendation of
  // that number itself, is the report's own.
  bool MeansItsOwn(const store::ReportRecord& report, const Single& single) {
    static const RE2 kNumbersAlone(
        R"((?i)\(?rec(?:ommendation)?s?\.?\s+[\d\s,&()–-]*(?:(?:and|to)\s+\d+)?\)?)");
    if (!RE2::FullMatch(single.quote.text, kNumbersAlone)) return false;
    const auto [own, is_new] = own_.try_emplace(report.id);
    if (is_new) own->second = crossref::OwnByLabel(report);
    return own->second.count(crossref::LabelKey(single.label)) > 0;
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
        if (after || MeansItsOwn(report, single)) continue;
        Bond found = bond.value_or(BondAt(frame, single.quote.span));
        if (found == Bond::kUnder && single.of_several) found = Bond::kBeside;
        Add({found, single.to, single.quote}, states);
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
      for (const crossref::CodedNumber& coded :
           crossref::CodedNumbersIn(report.text(), span)) {
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

  // "R9" in the item's row, words or source line, or before it in its block;
  // what stands outside its words is another's where they have one themselves.
  void AddLabels(const store::ReportRecord& report, const Frame& frame,
                 States* states) {
    const auto add_within = [&](TextSpan span, std::optional<Bond> bond) {
      bool any = false;
      for (const BareLabel& one : BareLabelsIn(report.text(), span)) {
        RecommendationId to = answered_.Meant(report.id, one.label);
        if (to.empty()) continue;
        any = true;
        crossref::Quote quote{
            .report = report.id,
            .uri = report.uri,
            .locator = document::Locator(report.document, one.span),
            .span = one.span,
            .text = one.label};
        Add({bond.value_or(BondAt(frame, one.span)), std::move(to),
             std::move(quote)},
            states);
      }
      return any;
    };
    for (const TextSpan line : frame.sources) {
      add_within(line, Bond::kCarriesOut);
    }
    if (add_within(frame.own, Bond::kCites)) return;
    if (frame.row) {
      add_within(frame.whole, Bond::kCarriesOut);
    } else {
      add_within({frame.whole.begin, frame.own.begin}, std::nullopt);
    }
  }

  crossref::HeldWorks held_;
  crossref::Legends legends_;
  Answered answered_;
  std::map<ReportId, const store::ReportRecord*> report_of_;
  std::multimap<Place, Single> singles_;
  std::map<WorkId, std::map<std::string, RecommendationId>> by_label_;
  std::map<std::string, WorkId> titled_;
  std::map<ReportId, std::map<std::string, RecommendationId>> own_;
};

}  // namespace

std::string_view Name(Bond bond) {
  switch (bond) {
    case Bond::kBeside:
      return "beside";
    case Bond::kUnder:
      return "under";
    case Bond::kCites:
      return "cites";
    case Bond::kRefuses:
      return "refuses";
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
  SurroundingsFinder finder(reports, crossref);
  std::vector<Surroundings> found;
  found.reserve(recommendations.size());
  for (const store::StoredRecommendation& one : recommendations) {
    found.push_back(finder.Find(one));
  }
  return found;
}

}  // namespace concord::overlap
