// One thing whole, with what it points at and what points at it. The beginning
// of an id says what it is: "w-" a work, "b-" a body, "p-" a person, anything
// else a report or a recommendation of one ("r3fa9c1d2b0e4.7").

#include <charconv>

#include "concord/base/unicode.h"
#include "engine/archive_engine.h"
#include "engine/show/listed.h"
#include "engine/show/recommendation.h"
#include "engine/show/registers.h"
#include "engine/show/report.h"
#include "engine/show/run.h"
#include "engine/show/shown.h"

namespace concord::engine {
namespace {

Shown ShowGroup(const GroupView& group) {
  Shown shown{.title = std::to_string(group.members.size()) +
                       " recommendations that one answer covers"};
  AddField(&shown, "id", group.id);
  AddField(&shown, "speaks", group.representative);
  AddField(&shown, "because", group.reason);
  std::vector<std::string> members;
  for (const OverlapEndView& member : group.members) {
    members.push_back(member.id + "  " +
                      Ellipsis(CollapseSpace(member.text), 100) + "  (" +
                      member.title + ")");
  }
  AddGroup(&shown, "Members", std::move(members));
  shown.json = group.json;
  return shown;
}

// The group with this id, else the only one whose id begins so.
const GroupView* FindGroup(const std::vector<GroupView>& groups,
                           std::string_view id) {
  const GroupView* candidate = nullptr;
  int candidates = 0;
  for (const GroupView& group : groups) {
    if (group.id == id) return &group;
    if (!std::string_view(group.id).starts_with(id)) continue;
    candidate = &group;
    ++candidates;
  }
  return candidates == 1 ? candidate : nullptr;
}

// The work, body or person with this id, if it is one of theirs.
Result<std::optional<Shown>> ShowRegistered(std::string_view id,
                                            const Snapshot& snapshot) {
  const KeptRows& rows = snapshot.register_rows();
  if (id.starts_with("w-")) {
    TRY_ASSIGN(const auto row, FindRow<crossref::Work>(rows, id));
    if (!row) return std::nullopt;
    TRY_ASSIGN(const auto works, ReadWorks(rows, {*row}));
    return ShowWork(works.front(), snapshot);
  }
  if (id.starts_with("b-")) {
    TRY_ASSIGN(const auto row, FindRow<crossref::Body>(rows, id));
    if (!row) return std::nullopt;
    TRY_ASSIGN(const auto body, ReadRow<crossref::Body>(rows, *row));
    return ShowBody(body, snapshot);
  }
  if (id.starts_with("p-")) {
    TRY_ASSIGN(const auto row, FindRow<crossref::Person>(rows, id));
    if (!row) return std::nullopt;
    TRY_ASSIGN(const auto person, ReadRow<crossref::Person>(rows, *row));
    return ShowPerson(person, snapshot);
  }
  return std::nullopt;
}

}  // namespace

// "run-3", or only its number.
Result<std::optional<Shown>> ArchiveEngine::ShowRunNamed(std::string_view id) {
  std::string_view digits = id;
  if (digits.starts_with("run-")) digits.remove_prefix(4);
  if (digits.empty() ||
      digits.find_first_not_of("0123456789") != std::string_view::npos) {
    return std::nullopt;
  }
  TRY_ASSIGN(const auto runs, store_->Runs());
  for (const store::RunRecord& run : runs) {
    if (std::to_string(run.id) == digits) return ShowRun(run);
  }
  return std::nullopt;
}

// "l12", the twelfth row of the ledger of all runs.
Result<std::optional<Shown>> ArchiveEngine::ShowLedgerNamed(
    std::string_view id) {
  std::int64_t number = 0;
  if (!id.starts_with('l')) return std::nullopt;
  const auto [end, error] =
      std::from_chars(id.data() + 1, id.data() + id.size(), number);
  if (error != std::errc() || end != id.data() + id.size()) return std::nullopt;
  TRY_ASSIGN(const auto rows, store_->Ledger(0));
  if (number < 1 || number > static_cast<std::int64_t>(rows.size())) {
    return std::nullopt;
  }
  return ShowLedgerRow(rows[static_cast<std::size_t>(number - 1)], number);
}

Result<std::optional<Shown>> ArchiveEngine::ShowGroupNamed(
    std::string_view id) {
  if (!id.starts_with("g-")) return std::nullopt;
  TRY_ASSIGN(const std::vector<GroupView> groups, Groups({}));
  const GroupView* group = FindGroup(groups, id);
  if (group == nullptr) return std::nullopt;
  return ShowGroup(*group);
}

Result<Shown> ArchiveEngine::Show(std::string_view id) {
  TRY_ASSIGN(const std::optional<Shown> run, ShowRunNamed(id));
  if (run) return *run;
  TRY_ASSIGN(const std::optional<Shown> ledger_row, ShowLedgerNamed(id));
  if (ledger_row) return *ledger_row;
  TRY_ASSIGN(Snapshot * snapshot, SnapshotWith(kRegisterRows));
  TRY_ASSIGN(const std::optional<Shown> registered,
             ShowRegistered(id, *snapshot));
  if (registered) return *registered;
  TRY_ASSIGN(const std::optional<Shown> group, ShowGroupNamed(id));
  if (group) return *group;
  return ShowOfReports(id, snapshot);
}

// A report, something in it, or a row that a list makes of it.
Result<Shown> ArchiveEngine::ShowOfReports(std::string_view id,
                                           Snapshot* snapshot) {
  const std::size_t place = id.find_first_of("#/");
  const auto resolved = store_->ResolveId(id.substr(0, place));
  if (place != std::string_view::npos || !resolved) {
    TRY_ASSIGN(const std::optional<Shown> listed,
               ShowListed(id, *store_, snapshot));
    if (listed) return *listed;
  }
  TRY_ASSIGN(const std::string full, resolved);
  TRY_ASSIGN(const auto item, snapshot->Fetch(RecommendationId{full}));
  if (item) return ShowRecommendation(*item, snapshot);
  TRY_ASSIGN(const auto* report, snapshot->Fetch(ReportId{full}));
  if (report != nullptr && place == std::string_view::npos) {
    return ShowReport(*report, snapshot);
  }
  if (report != nullptr) {
    const std::string whole = full + std::string(id.substr(place));
    if (const auto passage = ShowPassage(whole, *report)) return *passage;
  }
  return Fail(ErrorCode::kNotFound, "nothing has the id '" + std::string(id) +
                                        "'; 'concord list reports' shows ids");
}

}  // namespace concord::engine
