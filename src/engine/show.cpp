// One thing whole, with what it points at and what points at it. The beginning
// of an id says what it is: "w-" a work, "b-" a body, "p-" a person, anything
// else a report or a recommendation of one ("r3fa9c1d2b0e4.7").

#include <algorithm>
#include <charconv>
#include <map>

#include "archive_engine.h"
#include "concord/base/unicode.h"
#include "concord/crossref/of_work.h"
#include "concord/document/ocr.h"
#include "lists.h"
#include "show_listed.h"
#include "show_recommendation.h"
#include "show_run.h"
#include "shown.h"
#include "view_json.h"

namespace concord::engine {
namespace {

using crossref::Quote;
using store::ReportRecord;
using store::StoredRecommendation;

std::vector<std::string> QuoteLines(const std::vector<Quote>& quotes,
                                    const Snapshot& snapshot) {
  std::vector<std::string> lines;
  for (const Quote& quote : quotes) {
    lines.push_back(TitledQuote(quote, snapshot));
  }
  return lines;
}

// Of a quotation in the report that is shown: where in it.
std::string OwnQuote(const Quote& quote) {
  return (quote.locator.empty() ? "" : quote.locator + ": ") + "“" +
         Ellipsis(CollapseSpace(quote.text), 160) + "”";
}

// --- A report

bool IsThere(const crossref::Work& work) {
  return !work.held.empty() || work.members_held;
}

Result<> AddCitations(const ReportRecord& report, const KeptRows& rows,
                      Shown* shown, JsonObject* json) {
  std::vector<std::string> lines;
  JsonArray works;
  TRY_ASSIGN(const auto cited,
             ReadNamed<crossref::Work>(rows, "c" + report.id.value));
  for (const crossref::Work& work : cited) {
    lines.push_back(work.id.value + "  " + WorkTitle(work) +
                    (IsThere(work) ? "" : "  (not held)"));
    works.add(work.id.value);
  }
  AddGroup(shown, "Cites", std::move(lines));
  json->set("cites", works);
  return {};
}

Result<> AddCitedBy(const ReportRecord& report, const Snapshot& snapshot,
                    Shown* shown, JsonObject* json) {
  std::vector<std::string> lines;
  JsonArray quotes;
  const KeptRows& rows = snapshot.register_rows();
  TRY_ASSIGN(const auto works, rows.Named("works", "h" + report.id.value));
  TRY_ASSIGN(const auto held, ReadRows<CitedBy>(rows, works));
  for (const CitedBy& work : held) {
    for (const crossref::WorkMention& mention : work.mentions) {
      if (mention.quote.report == report.id) continue;
      lines.push_back(TitledQuote(mention.quote, snapshot));
      quotes.add(QuoteJson(mention.quote));
    }
  }
  AddGroup(shown, "Cited by", std::move(lines));
  json->set("cited_by", quotes);
  return {};
}

// ", 20 held (reconciled)"; nothing where nothing was counted.
std::string HeldOf(const crossref::CountEntry& count) {
  if (count.verdict == "stated") return {};
  return ", " + std::to_string(count.held) + " held (" + count.verdict + ")";
}

// Statements of the register that rest on this report.
Result<> AddStatements(const ReportRecord& report, const KeptRows& rows,
                       Shown* shown, JsonObject* json) {
  const std::string of = OfReport(report.id);
  std::vector<std::string> counts;
  JsonArray count_json;
  TRY_ASSIGN(const auto all_counts, ReadNamed<crossref::CountEntry>(rows, of));
  for (const crossref::CountEntry& count : all_counts) {
    for (const Quote& quote : count.quotes) {
      if (quote.report != report.id) continue;
      counts.push_back(std::to_string(count.stated) + " " + count.what +
                       " stated" + HeldOf(count) + "  " + OwnQuote(quote));
      count_json.add(CountJson(count, count.work.value));
      break;
    }
  }
  AddGroup(shown, "Counts it states", std::move(counts));
  json->set("counts", count_json);
  std::vector<std::string> relations;
  JsonArray relation_json;
  TRY_ASSIGN(const auto stated, ReadNamed<crossref::RelationEntry>(rows, of));
  for (const crossref::RelationEntry& relation : stated) {
    relations.push_back(relation.type + "  " + OwnQuote(relation.quote));
    relation_json.add(RelationJson(relation));
  }
  AddGroup(shown, "Relations it states", std::move(relations));
  json->set("relations", relation_json);
  std::vector<std::string> conflicts;
  JsonArray conflict_json;
  TRY_ASSIGN(const auto sides, ReadNamed<crossref::Conflict>(rows, of));
  for (const crossref::Conflict& conflict : sides) {
    conflicts.push_back(conflict.rule + ": " + conflict.subject + ": " +
                        conflict.printed_a + " / " + conflict.printed_b);
    conflict_json.add(ConflictJson(conflict));
  }
  AddGroup(shown, "Conflicts it takes part in", std::move(conflicts));
  json->set("conflicts", conflict_json);
  return {};
}

// What is recommended, what the paper asks its own committee to decide and what
// somebody says will be done are three things: they are counted apart.
void AddItems(const ReportRecord& report, Shown* shown, JsonObject* json) {
  std::map<extraction::RecommendationKind, std::vector<std::string>> lines;
  JsonArray items;
  for (const StoredRecommendation& item : RecommendationsOf(report)) {
    lines[item.item.kind].push_back(RecommendationLine(item));
    items.add(RecommendationJson(item));
  }
  using extraction::RecommendationKind;
  AddGroup(shown, "Recommendations",
           std::move(lines[RecommendationKind::kRecommendation]));
  AddGroup(shown, "Decisions it asks for",
           std::move(lines[RecommendationKind::kDecision]));
  AddGroup(shown, "Commitments",
           std::move(lines[RecommendationKind::kCommitment]));
  json->set("recommendation_items", items);
}

void AddAuthors(const extraction::Header& header, Shown* shown) {
  std::vector<std::string> authors;
  for (const extraction::OwnerMention& author : header.authors) {
    std::string line = author.name;
    if (!author.post.empty()) line += ", " + author.post;
    // "Head of the Response Unit" has said it.
    if (author.post.find(author.unit) == std::string::npos) {
      line += ", " + author.unit;
    }
    authors.push_back(std::move(line));
  }
  AddGroup(shown, "Authors", std::move(authors));
}

Result<Shown> ShowReport(const ReportRecord& report, Snapshot* snapshot) {
  const extraction::Header& header = report.header();
  const KeptRows& rows = snapshot->register_rows();
  Shown shown{.title = TitleOf(report)};
  AddField(&shown, "id", report.id.value);
  AddField(&shown, "uri", report.uri);
  AddField(&shown, "kind", std::string(Name(header.kind)));
  AddField(&shown, "committee", header.committee.printed);
  AddField(&shown, "report", header.report_number.printed);
  AddField(&shown, "date", WithEdtf(header.date));
  AddField(&shown, "by", header.by.printed);
  JsonObject json = ReportJson(store::HeadOf(report), shown.title);
  if (const auto& ocr = report.document.ocr) {
    AddField(&shown, "text", NoteOf(*ocr));
  }
  AddAuthors(header, &shown);
  AddItems(report, &shown, &json);
  std::vector<std::string> resolutions;
  for (const extraction::Resolution& item : report.extraction.resolutions) {
    resolutions.push_back(Ellipsis(CollapseSpace(item.text), 120));
  }
  AddGroup(&shown, "Resolutions", std::move(resolutions));
  std::vector<std::string> timetable;
  for (const extraction::TimetableEntry& entry : report.extraction.timetable) {
    timetable.push_back(entry.printed +
                        (entry.edtf.empty() ? "" : " (" + entry.edtf + ")") +
                        "  " + CollapseSpace(entry.description));
  }
  AddGroup(&shown, "Timetable", std::move(timetable));
  TRY_RETURN(AddCitations(report, rows, &shown, &json));
  TRY_RETURN(AddCitedBy(report, *snapshot, &shown, &json));
  TRY_RETURN(AddStatements(report, rows, &shown, &json));
  std::vector<std::string> missing;
  TRY_ASSIGN(const auto parts,
             ReadNamed<crossref::Missing>(rows, OfReport(report.id)));
  for (const crossref::Missing& part : parts) missing.push_back(part.printed);
  json.set("missing_parts", Strings(missing));
  AddGroup(&shown, "Announced, not held", std::move(missing));
  std::vector<std::string> captures;
  for (const store::CaptureRecord& capture : report.captures) {
    const std::string status =
        capture.http_header.substr(0, capture.http_header.find('\n'));
    captures.push_back(
        capture.path + "  sha256 " + capture.digest.substr(0, 12) +
        (capture.captured_at.empty() ? "" : "  " + capture.captured_at) +
        (status.empty() ? "" : "  " + status));
  }
  AddGroup(&shown, "Captures", std::move(captures));
  TRY_RETURN(AddVersions(report, snapshot, &shown, &json));
  shown.json = Line(json);
  return shown;
}

// --- Registers

template <class Id>
std::string Joined(const std::vector<Id>& ids) {
  std::string joined;
  for (const Id& id : ids) joined += (joined.empty() ? "" : ", ") + id.value;
  return joined;
}

std::vector<std::string> SuccessionLines(
    const std::vector<crossref::Succession>& all, const Snapshot& snapshot) {
  std::vector<std::string> lines;
  for (const crossref::Succession& one : all) {
    lines.push_back(one.name + (one.date.empty() ? "" : ", " + one.date) +
                    "  " + TitledQuote(one.quote, snapshot));
  }
  return lines;
}

// What may be the same work, with the words of both.
Result<> AddProposals(const crossref::Work& work, const Snapshot& snapshot,
                      Shown* shown) {
  const KeptRows& rows = snapshot.register_rows();
  std::vector<std::string> proposals;
  TRY_ASSIGN(const auto proposed,
             ReadNamed<crossref::Proposal>(rows, OfWork(work.id)));
  for (const crossref::Proposal& proposal : proposed) {
    const bool first = proposal.a == work.id;
    const WorkId& other = first ? proposal.b : proposal.a;
    TRY_ASSIGN(const std::string title, TitleOfWork(rows, other));
    proposals.push_back(other.value + "  " + title + "  (" + proposal.rule +
                        ")");
    proposals.push_back(
        "  here:  " +
        TitledQuote(first ? proposal.quote_a : proposal.quote_b, snapshot));
    proposals.push_back(
        "  there: " +
        TitledQuote(first ? proposal.quote_b : proposal.quote_a, snapshot));
  }
  AddGroup(shown,
           "Perhaps the same work; 'concord works merge' makes it so, "
           "'works refuse' keeps them two",
           std::move(proposals));
  return {};
}

Result<Shown> ShowWork(const crossref::Work& work, const Snapshot& snapshot) {
  const KeptRows& rows = snapshot.register_rows();
  const std::string of = OfWork(work.id);
  Shown shown{.title = WorkTitle(work)};
  AddField(&shown, "id", work.id.value);
  AddField(&shown, "kind", std::string(Name(work.kind)));
  AddField(&shown, "year", work.year);
  AddField(&shown, "publisher", work.publisher);
  AddField(&shown, "part of", work.part_of.value);
  AddField(&shown, "series", work.series.value);
  std::string held;
  for (const ReportId& id : work.held) {
    held += (held.empty() ? "" : ", ") + id.value;
  }
  const bool members_held = held.empty() && IsThere(work);
  if (members_held) held = "all its reports";
  AddField(&shown, "held", held.empty() ? "no" : held);
  AddField(&shown, "merged", Joined(work.merged));
  std::vector<std::string> aliases;
  for (const crossref::Alias& alias : work.aliases) {
    aliases.push_back(alias.printed + "  (" + alias.rule + ")");
  }
  AddGroup(&shown, "Also written", std::move(aliases));
  std::vector<std::string> cited;
  for (const crossref::WorkMention& mention : work.cited_by) {
    cited.push_back(std::string(Name(mention.role)) + "  " +
                    TitledQuote(mention.quote, snapshot));
  }
  AddGroup(&shown, "Cited by", std::move(cited));
  std::vector<std::string> counts;
  TRY_ASSIGN(const auto all_counts, ReadNamed<crossref::CountEntry>(rows, of));
  for (const crossref::CountEntry& count : all_counts) {
    counts.push_back(std::to_string(count.stated) + " " + count.what +
                     (count.addition ? " (further)" : "") + HeldOf(count));
  }
  AddGroup(&shown, "Counts", std::move(counts));
  std::vector<std::string> conflicts;
  JsonArray conflict_json;
  TRY_ASSIGN(const auto all_conflicts, ReadAll<crossref::Conflict>(rows));
  for (const crossref::Conflict& one : all_conflicts) {
    if (!crossref::IsOf(one, work)) continue;
    conflicts.push_back(one.rule + ": " + one.printed_a + " / " +
                        one.printed_b);
    conflicts.push_back("  " + TitledQuote(one.a, snapshot));
    conflicts.push_back("  " + TitledQuote(one.b, snapshot));
    conflict_json.add(ConflictJson(one));
  }
  AddGroup(&shown, "Conflicts", std::move(conflicts));
  std::vector<std::string> relations;
  TRY_ASSIGN(const auto stated, ReadNamed<crossref::RelationEntry>(rows, of));
  for (const crossref::RelationEntry& relation : stated) {
    relations.push_back(relation.type + "  " +
                        TitledQuote(relation.quote, snapshot));
  }
  AddGroup(&shown, "Relations", std::move(relations));
  TRY_RETURN(AddProposals(work, snapshot, &shown));
  std::vector<std::string> refused;
  for (const crossref::Refusal& one : work.refused) {
    refused.push_back(one.work.value + "  " + one.title + "  (" +
                      crossref::kDecidedRule + one.by +
                      (one.why.empty() ? "" : ": " + one.why) + ")");
  }
  AddGroup(&shown, "Not the same work", std::move(refused));
  JsonObject json = WorkJson(work);
  json.set("members_held", members_held);
  json.set("conflicts", conflict_json);
  shown.json = Line(json);
  return shown;
}

Shown ShowBody(const crossref::Body& body, const Snapshot& snapshot) {
  Shown shown{.title = body.name};
  AddField(&shown, "id", body.id.value);
  AddField(&shown, "kind", std::string(Name(body.kind)));
  AddField(&shown, "merged", Joined(body.merged));
  AddGroup(&shown, "Came after", SuccessionLines(body.predecessors, snapshot));
  AddGroup(&shown, "Was followed by",
           SuccessionLines(body.successors, snapshot));
  std::vector<std::string> aliases;
  for (const crossref::Alias& alias : body.aliases) {
    aliases.push_back(alias.printed + "  (" + alias.rule + ")");
  }
  AddGroup(&shown, "Also written", std::move(aliases));
  AddGroup(&shown, "Mentioned", QuoteLines(body.mentions, snapshot));
  shown.json = Line(BodyJson(body));
  return shown;
}

Shown ShowPerson(const crossref::Person& person, const Snapshot& snapshot) {
  Shown shown{.title = person.name};
  AddField(&shown, "id", person.id);
  AddField(&shown, "post", person.post);
  AddField(&shown, "unit", person.unit);
  AddGroup(&shown, "Mentioned", QuoteLines(person.mentions, snapshot));
  JsonObject json = NewObject();
  json.set("type", "person");
  json.set("id", person.id);
  json.set("name", person.name);
  json.set("post", OrNull(person.post));
  json.set("unit", OrNull(person.unit));
  json.set("mentions", ArrayOf(person.mentions, QuoteJson));
  shown.json = Line(json);
  return shown;
}

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

Result<Shown> ArchiveEngine::Show(std::string_view id) {
  TRY_ASSIGN(std::optional<Shown> run, ShowRunNamed(id));
  if (run) return *std::move(run);
  TRY_ASSIGN(std::optional<Shown> ledger_row, ShowLedgerNamed(id));
  if (ledger_row) return *std::move(ledger_row);
  TRY_ASSIGN(Snapshot * snapshot, SnapshotWith(kRegisterRows));
  const KeptRows& rows = snapshot->register_rows();
  if (id.starts_with("w-")) {
    TRY_ASSIGN(const auto row, FindRow<crossref::Work>(rows, id));
    if (row) {
      TRY_ASSIGN(const auto works, ReadWorks(rows, {*row}));
      return ShowWork(works.front(), *snapshot);
    }
  }
  if (id.starts_with("b-")) {
    TRY_ASSIGN(const auto row, FindRow<crossref::Body>(rows, id));
    if (row) {
      TRY_ASSIGN(const auto body, ReadRow<crossref::Body>(rows, *row));
      return ShowBody(body, *snapshot);
    }
  }
  if (id.starts_with("p-")) {
    TRY_ASSIGN(const auto row, FindRow<crossref::Person>(rows, id));
    if (row) {
      TRY_ASSIGN(const auto person, ReadRow<crossref::Person>(rows, *row));
      return ShowPerson(person, *snapshot);
    }
  }
  if (id.starts_with("g-")) {
    TRY_ASSIGN(const std::vector<GroupView> groups, Groups({}));
    if (const GroupView* group = FindGroup(groups, id)) {
      return ShowGroup(*group);
    }
  }
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
