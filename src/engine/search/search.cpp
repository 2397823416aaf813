#include <map>

#include "base/json_object.h"
#include "concord/crossref/parts.h"
#include "concord/document/place.h"
#include "concord/engine/field_names.h"
#include "engine/archive_engine.h"
#include "engine/due.h"
#include "engine/search/acronyms.h"
#include "engine/search/directions.h"
#include "engine/search/name_remarks.h"
#include "engine/view_json.h"
#include "engine/wording.h"

namespace concord::engine {
namespace {

index::SearchRequest IndexRequest(const SearchViewRequest& request) {
  index::SearchRequest asked{.query = request.query,
                             .committee = request.committee,
                             .owner = request.owner,
                             .kind = request.kind,
                             .from = request.from,
                             .to = request.to,
                             .limit = request.limit,
                             .offset = request.offset};
  if (request.in == "recommendations") {
    asked.in = index::EntryKind::kRecommendation;
  } else if (request.in == "reports") {
    asked.in = index::EntryKind::kReport;
  }
  return asked;
}

// What of a recommendation is told beside its words; nullptr for other hits.
const extraction::Recommendation* ItemOf(const index::Hit& hit,
                                         const store::ReportRecord& report) {
  if (hit.kind != index::EntryKind::kRecommendation) return nullptr;
  for (const auto& item : report.extraction.recommendations) {
    if (item.span == hit.span) return &item;
  }
  return nullptr;
}

HitView ViewOf(const index::Hit& hit, const store::ReportRecord& report) {
  const extraction::Header& header = report.header();
  HitView view{.kind = std::string(Name(hit.kind)),
               .id = hit.id,
               .uri = report.uri,
               .title = TitleOf(report),
               .committee = header.committee.printed,
               .date_printed = header.date.printed,
               .date_edtf = header.date.edtf,
               .locator = hit.locator,
               .report = hit.report,
               .span = hit.span,
               .snippet = hit.snippet,
               .marks = hit.marks,
               .ocr = report.document.ocr.has_value(),
               .score = hit.score};
  JsonObject date = NewObject();
  date.set("printed", OrNull(view.date_printed));
  date.set("edtf", OrNull(view.date_edtf));
  JsonObject object = NewObject();
  object.set("type", "hit");
  object.set("kind", view.kind);
  object.set("id", view.id);
  object.set("uri", view.uri);
  object.set("title", view.title);
  object.set("committee", OrNull(view.committee));
  object.set("date", date);
  if (const extraction::Recommendation* item = ItemOf(hit, report)) {
    view.due = DueInWords(*item);
    object.set("label", OrNull(item->label));
    object.set("addressee", OrNull(item->addressee));
    object.set("due", ArrayOf(item->due, DateJson));
  }
  object.set("locator", view.locator);
  object.set("span", SpanJson(hit.span));
  object.set("text", hit.text);
  object.set("snippet", view.snippet);
  object.set("marks", ArrayOf(view.marks, SpanJson));
  object.set("score", view.score);
  object.set("report", hit.report);
  if (view.ocr) object.set("ocr", true);
  object.set("address", OrNull(document::AddressAt(report.uri, report.document,
                                                   hit.span)));
  view.json = Line(object);
  return view;
}

JsonObject AcronymJson(const AcronymView& acronym) {
  JsonObject object = NewObject();
  object.set("short", acronym.short_form);
  object.set("long", acronym.long_form);
  object.set("reports", acronym.reports);
  object.set("searched", acronym.searched);
  return object;
}

JsonObject DirectionJson(const DirectionView& direction) {
  JsonObject object = NewObject();
  object.set("kind", direction.kind);
  object.set("text", direction.text);
  object.set("command", direction.command);
  object.set("opens", OrNull(direction.type));
  object.set("id", OrNull(direction.id));
  return object;
}

std::string SummaryOf(const SearchViewRequest& request,
                      const SearchView& view) {
  JsonObject object = NewObject();
  object.set("type", "summary");
  object.set("query", request.query);
  object.set("query_read_as", view.query_read_as);
  object.set("matches", view.matches);
  object.set("matches_exact", view.matches_exact);
  object.set("shown", view.hits.size());
  object.set("suggestion", OrNull(view.suggestion));
  object.set("acronyms", ArrayOf(view.acronyms, AcronymJson));
  object.set("directions", ArrayOf(view.directions, DirectionJson));
  object.set("remarks", Strings(view.remarks));
  object.set("not_searched", Strings(view.not_searched));
  return Line(object);
}

// What an answer cannot know: reports that wait for the index, files that
// failed, parts that no document of the archive is.
Result<std::vector<std::string>> NotSearched(const store::Store& store,
                                             std::size_t not_indexed) {
  std::vector<std::string> parts;
  if (not_indexed > 0) {
    parts.push_back(std::to_string(not_indexed) +
                    (not_indexed == 1 ? " report is" : " reports are") +
                    " not in the index yet: an import is under way");
  }
  TRY_ASSIGN(const auto failing, store.StillFailing());
  for (const store::LedgerRow& row : failing) {
    // A path that is not there holds nothing that could be searched.
    if (row.code == Name(ErrorCode::kNotFound)) continue;
    parts.push_back(row.reason.starts_with(row.path)
                        ? row.reason
                        : row.path + ": " + row.reason);
  }
  TRY_ASSIGN(const auto missing, store.MissingParts());
  if (missing.empty()) return parts;
  TRY_ASSIGN(const auto names, store.ReportNames());
  std::map<ReportId, const store::ReportName*> by_id;
  for (const store::ReportName& name : names) by_id[name.id] = &name;
  const crossref::PartsHeld held(names);
  for (const store::MissingPartRecord& part : missing) {
    const auto name = by_id.find(part.report);
    if (name != by_id.end() && held.Find(*name->second, part.printed)) continue;
    // "It is attached" names nothing; the words are no name of a part.
    const bool named = NamesAPart(part.printed);
    parts.push_back(
        (named ? part.printed : "something without a name") + " of " +
        (part.report_title.empty() ? part.report.value : part.report_title) +
        ": announced, not held");
  }
  return parts;
}

}  // namespace

Result<ArchiveEngine::OpenIndex> ArchiveEngine::OpenSearcher() {
  TRY_ASSIGN(const std::string uuid, store_->ArchiveUuid());
  const Result<index::IndexState> state = index::ReadIndexState(IndexFolder());
  bool in_step = state && state->archive_uuid == uuid;
  OpenIndex opened;
  if (in_step) {
    TRY_ASSIGN(const auto outbox, store_->Outbox(state->sequence));
    in_step = outbox.empty();
    opened.waiting = outbox.size();
  }
  if (!in_step && options_.index_upkeep) {
    // The index is a cache: bring it up if nobody else is writing.
    Result<std::unique_ptr<store::Store>> writer =
        store::Store::Open(options_.archive, store::OpenMode::kWrite);
    if (writer) {
      TRY_RETURN(UpdateIndex());
      opened.waiting = 0;
    } else if (!state) {
      return Fail(ErrorCode::kUnavailable,
                  "the index is missing and cannot be made now (" +
                      writer.error().message() + ")");
    }
  }
  TRY_ASSIGN(opened.searcher,
             index::Searcher::Open(IndexFolder(), index::QueryLimits{}));
  return opened;
}

Result<> ArchiveEngine::BringIndexUp(const EngineOptions& options) {
  TRY_ASSIGN(auto store,
             store::Store::Open(options.archive, store::OpenMode::kRead));
  ArchiveEngine engine(options, std::move(store), Access::kRead);
  engine.options_.index_upkeep = true;
  TRY_RETURN(engine.OpenSearcher());
  return {};
}

std::vector<DirectionView> ArchiveEngine::Directions(
    const std::string& query, index::EntryKind in, bool found,
    index::Searcher& searcher) {
  return DirectionsOf(
      query, in, found,
      {.searcher = searcher,
       .store = *store_,
       .snapshot = [this]() -> Snapshot* {
         const auto snapshot = SnapshotWith(kRegisterRows);
         return snapshot ? *snapshot : nullptr;
       },
       .show = [this](std::string_view id) { return Show(id); }});
}

Result<SearchView> ArchiveEngine::Search(const SearchViewRequest& request) {
  if (request.in != "passages" && request.in != "recommendations" &&
      request.in != "reports") {
    return Fail(ErrorCode::kInvalidArgument,
                FieldName("in") +
                    " takes passages, recommendations or reports, not '" +
                    request.in + "'");
  }
  TRY_ASSIGN(const OpenIndex opened, OpenSearcher());
  TRY_ASSIGN(std::vector<AcronymView> acronyms,
             AcronymsOf(*store_, request.query));
  index::SearchRequest asked = IndexRequest(request);
  asked.acronyms = Searched(acronyms);
  TRY_ASSIGN(const index::HitPage page, opened.searcher->Search(asked));
  SearchView view{.matches = page.matches,
                  .matches_exact = page.matches_exact,
                  .query_read_as = page.query_read_as,
                  .suggestion = page.suggestion,
                  .acronyms = std::move(acronyms)};
  view.acronym_notes = NotesOn(view.acronyms);
  std::map<std::string, store::ReportRecord> read;
  for (const index::Hit& hit : page.hits) {
    const store::ReportRecord* held =
        snapshot_ == nullptr ? nullptr : snapshot_->Report({hit.report});
    if (held == nullptr) {
      auto known = read.find(hit.report);
      if (known == read.end()) {
        TRY_ASSIGN(store::ReportRecord report, store_->GetReport({hit.report}));
        known = read.emplace(hit.report, std::move(report)).first;
      }
      held = &known->second;
    }
    view.hits.push_back(ViewOf(hit, *held));
  }
  // With a limit of 0 only the matches are counted.
  if (request.limit > 0) {
    TRY_ASSIGN(view.not_searched, NotSearched(*store_, opened.waiting));
    if (request.offset == 0) {
      view.directions = Directions(request.query, asked.in, view.matches > 0,
                                   *opened.searcher);
    }
    if (view.matches == 0 &&
        !(request.committee.empty() && request.owner.empty())) {
      TRY_ASSIGN(Snapshot * snapshot, SnapshotWith(kNoPart));
      TRY_ASSIGN(view.remarks,
                 NameRemarks(snapshot, request.committee, request.owner));
    }
  }
  view.json = SummaryOf(request, view);
  return view;
}

Listing ListingOf(const SearchView& view) {
  Listing listing{.columns = {"report", "committee", "date", "place", "words"}};
  for (const HitView& hit : view.hits) {
    listing.rows.push_back(
        {{hit.title, hit.committee, hit.date_printed, hit.locator, hit.snippet},
         hit.json});
  }
  return listing;
}

}  // namespace concord::engine
