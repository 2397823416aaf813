// Scopes are kept by name as the request that made them: the scope itself is
// computed from the record each time, so that it is never stale, and every
// version asked for stays in the history.

#include <Poco/DateTime.h>
#include <Poco/DateTimeFormat.h>
#include <Poco/DateTimeFormatter.h>

#include <optional>

#include "base/json_object.h"
#include "concord/engine/field_names.h"
#include "concord/response/response.h"
#include "engine/archive_engine.h"
#include "engine/lists/lists.h"
#include "engine/scopes/scope_names.h"

namespace concord::engine {
namespace {

std::string RequestJson(const scope::ScopeRequest& request) {
  JsonObject object = NewObject();
  object.set("name", request.name);
  JsonArray reports;
  for (const ReportId& id : request.reports) reports.add(id.value);
  object.set("reports", reports);
  JsonArray works;
  for (const WorkId& id : request.works) works.add(id.value);
  object.set("works", works);
  object.set("as_stated_in", request.as_stated_in.value);
  object.set("for", request.answering_body);
  object.set("include_decisions", request.include_decisions);
  object.set("all_versions", request.all_versions);
  object.set("made_at", request.made_at);
  return Line(object);
}

// Every version stays in the record; the last one may say that it is no more.
constexpr const char* kDeletedAt = "deleted_at";

bool IsDeleted(const std::string& json) {
  return ParseOwn(json).extract<JsonObject::Ptr>()->has(kDeletedAt);
}

// The JSON of the scope kept under a name, where there is one.
Result<std::optional<std::string>> Kept(const store::Store& store,
                                        std::string_view name) {
  TRY_ASSIGN(std::optional<std::string> stored,
             store.GetNamed(kScopeKind, name));
  if (stored && IsDeleted(*stored)) stored.reset();
  return stored;
}

Result<std::vector<std::string>> KeptNames(const store::Store& store) {
  TRY_ASSIGN(const std::vector<std::string> all, store.ListNamed(kScopeKind));
  std::vector<std::string> names;
  for (const std::string& name : all) {
    TRY_ASSIGN(const auto stored, Kept(store, name));
    if (stored) names.push_back(name);
  }
  return names;
}

scope::ScopeRequest RequestFromJson(const std::string& json) {
  const auto object = ParseOwn(json).extract<JsonObject::Ptr>();
  scope::ScopeRequest request;
  request.name = object->getValue<std::string>("name");
  for (const auto& id : *object->getArray("reports")) {
    request.reports.push_back({id.toString()});
  }
  for (const auto& id : *object->getArray("works")) {
    request.works.push_back({id.toString()});
  }
  request.as_stated_in.value = object->getValue<std::string>("as_stated_in");
  request.answering_body = object->getValue<std::string>("for");
  request.include_decisions = object->getValue<bool>("include_decisions");
  request.all_versions = object->optValue<bool>("all_versions", false);
  request.made_at = object->optValue<std::string>("made_at", "");
  return request;
}

// The same scope asked for again is no new one.
bool AsksTheSame(const scope::ScopeRequest& a, const scope::ScopeRequest& b) {
  return a.reports == b.reports && a.works == b.works &&
         a.as_stated_in == b.as_stated_in &&
         a.answering_body == b.answering_body &&
         a.include_decisions == b.include_decisions &&
         a.all_versions == b.all_versions;
}

std::string TimeNow() {
  return Poco::DateTimeFormatter::format(Poco::DateTime(),
                                         Poco::DateTimeFormat::ISO8601_FORMAT);
}

// What to type to have the scope again.
std::string CommandOf(const scope::ScopeRequest& request) {
  const auto quoted = [](const std::string& text) {
    std::string safe = "'";
    for (const char c : text) safe += c == '\'' ? "'\\''" : std::string(1, c);
    return safe + "'";
  };
  std::string command = "concord scope " + quoted(request.name);
  for (const ReportId& id : request.reports) command += " --report " + id.value;
  for (const WorkId& id : request.works) command += " --work " + id.value;
  if (!request.as_stated_in.empty()) {
    command += " --as-stated-in " + request.as_stated_in.value;
  }
  if (!request.answering_body.empty()) {
    command += " --for " + quoted(request.answering_body);
  }
  if (request.include_decisions) command += " --include-decisions";
  if (request.all_versions) command += " --all-versions";
  return command;
}

// Nothing is lost: the record keeps every version, and the command that made
// the one before is said.
void SayReplaced(const scope::Scope& old, ScopeView* view) {
  const std::string command = CommandOf(old.request);
  const std::string made = old.request.made_at.substr(0, 10);
  view->replaced = "replaces the scope '" + old.request.name + "'" +
                   (made.empty() ? "" : " of " + made) + " (" +
                   std::to_string(old.totals.included) +
                   " included); to have that one again: " + command;
  JsonObject replaces = NewObject();
  replaces.set("made_at", OrNull(old.request.made_at));
  replaces.set("included", old.totals.included);
  replaces.set("command", command);
  auto scope = ParseOwn(view->json).extract<JsonObject::Ptr>();
  scope->set("replaces", replaces);
  view->json = Line(*scope);
}

std::string Joined(const std::vector<std::string>& names) {
  std::string joined;
  for (const std::string& name : names) {
    joined += (joined.empty() ? "" : ", ") + name;
  }
  return joined;
}

Result<WorkId> OneWork(const crossref::CrossReference& crossref,
                       const std::string& title) {
  for (const crossref::Work& work : crossref.works) {
    if (work.id.value == title) return work.id;
  }
  const std::vector<WorkId> works = crossref::ResolveTitle(crossref, title);
  if (works.size() == 1) return works.front();
  if (works.empty()) {
    return Fail(ErrorCode::kNotFound,
                "no work is called '" + title +
                    "'; 'concord list works' shows them all");
  }
  std::vector<std::string> candidates;
  candidates.reserve(works.size());
  for (const WorkId& id : works) candidates.push_back(id.value);
  return Fail(ErrorCode::kInvalidArgument,
              "'" + title + "' may be any of: " + Joined(candidates) +
                  "; give one of these ids");
}

}  // namespace

Result<Listing> ListScopes(const ListContext& context) {
  TRY_ASSIGN(const auto names, KeptNames(context.store));
  Listing listing{.columns = {"name", "made", "does it add up", "answers"}};
  if (!names.empty()) TRY_RETURN(context.snapshot.Need(kEverything));
  for (const std::string& name : names) {
    TRY_ASSIGN(const auto stored, Kept(context.store, name));
    if (!stored) continue;
    const scope::ScopeRequest request = RequestFromJson(*stored);
    const scope::Scope selected =
        scope::Select(request, context.snapshot.holdings());
    const std::string sum = scope::InWords(selected.totals);
    JsonObject object = NewObject();
    object.set("type", "scope");
    object.set("id", name);
    object.set("made_at", OrNull(request.made_at));
    object.set("title", OrNull(selected.title));
    object.set("summary", sum);
    listing.rows.push_back(
        {{name, request.made_at.substr(0, 10), sum, selected.title},
         Line(object)});
  }
  return listing;
}

Result<scope::ScopeRequest> ArchiveEngine::ResolveScope(
    const ScopeViewRequest& request) {
  TRY_RETURN(CheckScopeName(request.name));
  if (request.reports.empty() && request.works.empty() &&
      request.as_stated_in.empty()) {
    return Fail(ErrorCode::kInvalidArgument,
                "say what the scope covers: " + FieldName("report") + " ID, " +
                    FieldName("work") + " TITLE or " +
                    FieldName("as-stated-in") + " ID");
  }
  scope::ScopeRequest resolved{.name = request.name,
                               .answering_body = request.answering_body,
                               .include_decisions = request.include_decisions,
                               .all_versions = request.all_versions};
  for (const std::string& id : request.reports) {
    TRY_ASSIGN(std::string full, store_->ResolveId(id));
    resolved.reports.push_back({std::move(full)});
  }
  TRY_ASSIGN(Snapshot * snapshot, SnapshotWith(kEverything));
  if (!request.answering_body.empty()) {
    TRY_RETURN(CheckAnsweringBody(request.answering_body, *snapshot));
  }
  for (const std::string& title : request.works) {
    TRY_ASSIGN(WorkId work, OneWork(snapshot->crossref(), title));
    resolved.works.push_back(std::move(work));
  }
  if (!request.as_stated_in.empty()) {
    TRY_ASSIGN(resolved.as_stated_in.value,
               store_->ResolveId(request.as_stated_in));
  }
  return resolved;
}

Result<ScopeView> ArchiveEngine::MakeScope(const ScopeViewRequest& request) {
  TRY_ASSIGN(scope::ScopeRequest resolved, ResolveScope(request));
  TRY_ASSIGN(const auto stored, Kept(*store_, request.name));
  TRY_ASSIGN(Snapshot * snapshot, SnapshotWith(kEverything));
  std::optional<scope::ScopeRequest> before;
  if (stored) before = RequestFromJson(*stored);
  const bool kept = before && AsksTheSame(*before, resolved);
  resolved.made_at = kept ? before->made_at : TimeNow();
  const scope::Scope selected = scope::Select(resolved, snapshot->holdings());
  TRY_RETURN(scope::Verify(selected, snapshot->holdings()));
  if (selected.sources.empty()) {
    return Fail(ErrorCode::kNotFound,
                "the scope would cover nothing: " +
                    (resolved.as_stated_in.empty()
                         ? std::string("no such report or work is here")
                         : resolved.as_stated_in.value +
                               " does not say which works will be answered") +
                    "; it is not kept");
  }
  ScopeView view{.json = scope::ToJson(selected, 0),
                 .text = scope::RenderSummary(selected)};
  if (kept) return view;
  if (before) {
    const scope::Scope old = scope::Select(*before, snapshot->holdings());
    SayReplaced(old, &view);
  }
  TRY_RETURN(store_->PutNamed(kScopeKind, request.name, RequestJson(resolved)));
  return view;
}

Result<scope::Scope> ArchiveEngine::SelectKept(std::string_view name) {
  TRY_ASSIGN(const auto stored, Kept(*store_, name));
  if (!stored) {
    TRY_ASSIGN(const auto names, KeptNames(*store_));
    return Fail(ErrorCode::kNotFound,
                "no scope is called '" + std::string(name) + "'" +
                    (names.empty() ? "; make one with 'concord scope'"
                                   : "; there are: " + Joined(names)));
  }
  TRY_ASSIGN(Snapshot * snapshot, SnapshotWith(kEverything));
  scope::Scope selected =
      scope::Select(RequestFromJson(*stored), snapshot->holdings());
  TRY_RETURN(scope::Verify(selected, snapshot->holdings()));
  return selected;
}

Result<std::string> ArchiveEngine::DeleteScope(std::string_view name) {
  TRY_ASSIGN(const auto stored, Kept(*store_, name));
  if (!stored) return tl::unexpected<Error>(SelectKept(name).error());
  JsonObject object = NewObject();
  object.set(kDeletedAt, TimeNow());
  TRY_RETURN(store_->PutNamed(kScopeKind, name, Line(object)));
  return CommandOf(RequestFromJson(*stored));
}

Result<ScopeView> ArchiveEngine::ShowScope(std::string_view name) {
  TRY_ASSIGN(const scope::Scope selected, SelectKept(name));
  return ScopeView{.json = scope::ToJson(selected, 0), .text = {}};
}

Result<std::string> ArchiveEngine::Respond(std::string_view name,
                                           std::string_view format) {
  if (format != "body" && FindResponseFormat(format) == nullptr) {
    return Fail(ErrorCode::kInvalidArgument,
                FieldName("format") + " takes " + ResponseFormatsInWords() +
                    ", not '" + std::string(format) + "'");
  }
  TRY_ASSIGN(const response::ConsolidatedResponse response, Composed(name));
  if (format == "html") return response::RenderHtml(response);
  if (format == "body") {
    return response::RenderHtmlBody(response, "/recommendations/", "/reports/");
  }
  if (format == "md") return response::RenderMarkdown(response);
  if (format == "docx") return response::RenderWord(response);
  if (format == "xlsx") return response::RenderWorkbook(response);
  return response::RenderJson(response, 2);
}

Result<response::ConsolidatedResponse> ArchiveEngine::Composed(
    std::string_view name) {
  TRY_ASSIGN(const scope::Scope selected, SelectKept(name));
  TRY_ASSIGN(Snapshot * snapshot, SnapshotWith(kEverything | kLinks));
  TRY_ASSIGN(const auto outcomes,
             ReadAll<crossref::OutcomeEntry>(snapshot->register_rows()));
  TRY_ASSIGN(const auto due_dates, snapshot->DueDates());
  response::ConsolidatedResponse response = response::Compose(
      selected, snapshot->holdings(), snapshot->Links(), snapshot->decisions(),
      outcomes, snapshot->answers(), due_dates);
  TRY_RETURN(response::Verify(response, snapshot->holdings()));
  return response;
}

}  // namespace concord::engine
