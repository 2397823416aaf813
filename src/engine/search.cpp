#include <set>

#include "archive_engine.h"
#include "json_object.h"

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

HitView ViewOf(const index::Hit& hit, const Snapshot& world) {
  const ReportId report{hit.report};
  HitView view{.kind = std::string(Name(hit.kind)),
               .id = hit.id,
               .uri = world.UriOf(report),
               .title = world.TitleOf(report),
               .locator = hit.locator,
               .snippet = hit.snippet,
               .marks = hit.marks,
               .score = hit.score};
  if (const store::ReportRecord* record = world.Report(report)) {
    view.committee = record->header().committee.printed;
    view.date_printed = record->header().date.printed;
    view.date_edtf = record->header().date.edtf;
  }
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
  object.set("locator", view.locator);
  object.set("span", SpanJson(hit.span));
  object.set("text", hit.text);
  object.set("snippet", view.snippet);
  object.set("marks", ArrayOf(view.marks, SpanJson));
  object.set("score", view.score);
  object.set("report", hit.report);
  view.json = Line(object);
  return view;
}

}  // namespace

Result<std::unique_ptr<index::Searcher>> ArchiveEngine::OpenSearcher() {
  TRY_ASSIGN(const std::string uuid, store_->ArchiveUuid());
  const Result<index::IndexState> state = index::ReadIndexState(IndexFolder());
  bool in_step = state && state->archive_uuid == uuid;
  if (in_step) {
    TRY_ASSIGN(const auto outbox, store_->Outbox(state->sequence));
    in_step = outbox.empty();
  }
  if (!in_step) {
    // The index is a cache: bring it up if nobody else is writing.
    Result<std::unique_ptr<store::Store>> writer =
        store::Store::Open(options_.archive, store::OpenMode::kWrite);
    if (writer) {
      TRY_RETURN(UpdateIndex());
    } else if (!state) {
      return Fail(ErrorCode::kUnavailable,
                  "the index is missing and cannot be made now (" +
                      writer.error().message() + ")");
    }
  }
  return index::Searcher::Open(IndexFolder(), index::QueryLimits{});
}

Result<SearchView> ArchiveEngine::Search(const SearchViewRequest& request) {
  if (request.in != "passages" && request.in != "recommendations" &&
      request.in != "reports") {
    return Fail(ErrorCode::kInvalidArgument,
                "--in takes passages, recommendations or reports, not '" +
                    request.in + "'");
  }
  TRY_ASSIGN(auto searcher, OpenSearcher());
  TRY_ASSIGN(const index::HitPage page,
             searcher->Search(IndexRequest(request)));
  TRY_ASSIGN(Snapshot * world, World());
  SearchView view{.matches = page.matches,
                  .matches_exact = page.matches_exact,
                  .query_read_as = page.query_read_as,
                  .suggestion = page.suggestion};
  for (const index::Hit& hit : page.hits) {
    view.hits.push_back(ViewOf(hit, *world));
  }
  TRY_ASSIGN(const auto ledger, store_->Ledger(0));
  std::set<std::string> told;
  for (const store::LedgerRow& row : ledger) {
    if (row.outcome == store::Outcome::kQuarantined &&
        told.insert(row.path).second) {
      view.not_searched.push_back(row.path + ": " + row.reason);
    }
  }
  for (const crossref::Missing& missing : world->crossref().missing) {
    view.not_searched.push_back(missing.printed + " of " +
                                world->TitleOf(missing.quote.report) +
                                ": announced, not held");
  }
  JsonObject object = NewObject();
  object.set("type", "summary");
  object.set("query", request.query);
  object.set("query_read_as", view.query_read_as);
  object.set("matches", view.matches);
  object.set("matches_exact", view.matches_exact);
  object.set("shown", view.hits.size());
  object.set("suggestion", OrNull(view.suggestion));
  object.set("not_searched", Strings(view.not_searched));
  view.json = Line(object);
  return view;
}

}  // namespace concord::engine
