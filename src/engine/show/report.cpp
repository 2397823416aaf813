#include "engine/show/report.h"

#include <map>

#include "base/json_object.h"
#include "concord/base/unicode.h"
#include "concord/document/ocr.h"
#include "engine/lists/lists.h"
#include "engine/show/shown.h"
#include "engine/view_json.h"
#include "engine/wording.h"

namespace concord::engine {
namespace {

using crossref::Quote;
using store::ReportRecord;
using store::StoredRecommendation;

// Of a quotation in the report that is shown: where in it.
std::string OwnQuote(const Quote& quote) {
  return (quote.locator.empty() ? "" : quote.locator + ": ") + "“" +
         Ellipsis(CollapseSpace(quote.text), 160) + "”";
}

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

// The register's counts that this report states.
Result<> AddCounts(const ReportRecord& report, const KeptRows& rows,
                   Shown* shown, JsonObject* json) {
  std::vector<std::string> lines;
  JsonArray array;
  TRY_ASSIGN(const auto counts,
             ReadNamed<crossref::CountEntry>(rows, OfReport(report.id)));
  for (const crossref::CountEntry& count : counts) {
    for (const Quote& quote : count.quotes) {
      if (quote.report != report.id) continue;
      lines.push_back(std::to_string(count.stated) + " " + count.what +
                      " stated" + HeldInWords(count) + "  " + OwnQuote(quote));
      array.add(CountJson(count, count.work.value));
      break;
    }
  }
  AddGroup(shown, "Counts it states", std::move(lines));
  json->set("counts", array);
  return {};
}

Result<> AddRelations(const ReportRecord& report, const KeptRows& rows,
                      Shown* shown, JsonObject* json) {
  std::vector<std::string> lines;
  JsonArray array;
  TRY_ASSIGN(const auto relations,
             ReadNamed<crossref::RelationEntry>(rows, OfReport(report.id)));
  lines.reserve(relations.size());
  for (const crossref::RelationEntry& relation : relations) {
    lines.push_back(relation.type + "  " + OwnQuote(relation.quote));
    array.add(RelationJson(relation));
  }
  AddGroup(shown, "Relations it states", std::move(lines));
  json->set("relations", array);
  return {};
}

Result<> AddConflicts(const ReportRecord& report, const KeptRows& rows,
                      Shown* shown, JsonObject* json) {
  std::vector<std::string> lines;
  JsonArray array;
  TRY_ASSIGN(const auto conflicts,
             ReadNamed<crossref::Conflict>(rows, OfReport(report.id)));
  lines.reserve(conflicts.size());
  for (const crossref::Conflict& conflict : conflicts) {
    lines.push_back(conflict.rule + ": " + conflict.subject + ": " +
                    conflict.printed_a + " / " + conflict.printed_b);
    array.add(ConflictJson(conflict));
  }
  AddGroup(shown, "Conflicts it takes part in", std::move(lines));
  json->set("conflicts", array);
  return {};
}

Result<> AddMissing(const ReportRecord& report, const KeptRows& rows,
                    Shown* shown, JsonObject* json) {
  std::vector<std::string> missing;
  TRY_ASSIGN(const auto parts,
             ReadNamed<crossref::Missing>(rows, OfReport(report.id)));
  missing.reserve(parts.size());
  for (const crossref::Missing& part : parts) missing.push_back(part.printed);
  json->set("missing_parts", Strings(missing));
  AddGroup(shown, "Announced, not held", std::move(missing));
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

void AddResolutions(const ReportRecord& report, Shown* shown) {
  std::vector<std::string> lines;
  for (const extraction::Resolution& item : report.extraction.resolutions) {
    lines.push_back(Ellipsis(CollapseSpace(item.text), 120));
  }
  AddGroup(shown, "Resolutions", std::move(lines));
}

void AddTimetable(const ReportRecord& report, Shown* shown) {
  std::vector<std::string> lines;
  for (const extraction::TimetableEntry& entry : report.extraction.timetable) {
    lines.push_back(entry.printed +
                    (entry.edtf.empty() ? "" : " (" + entry.edtf + ")") + "  " +
                    CollapseSpace(entry.description));
  }
  AddGroup(shown, "Timetable", std::move(lines));
}

void AddCaptures(const ReportRecord& report, Shown* shown) {
  std::vector<std::string> lines;
  for (const store::CaptureRecord& capture : report.captures) {
    const std::string status =
        capture.http_header.substr(0, capture.http_header.find('\n'));
    lines.push_back(
        capture.path + "  sha256 " + capture.digest.substr(0, 12) +
        (capture.captured_at.empty() ? "" : "  " + capture.captured_at) +
        (status.empty() ? "" : "  " + status));
  }
  AddGroup(shown, "Captures", std::move(lines));
}

void AddHead(const ReportRecord& report, Shown* shown) {
  const extraction::Header& header = report.header();
  AddField(shown, "id", report.id.value);
  AddField(shown, "uri", report.uri);
  AddField(shown, "kind", std::string(Name(header.kind)));
  AddField(shown, "committee", header.committee.printed);
  AddField(shown, "report", header.report_number.printed);
  AddField(shown, "date", WithEdtf(header.date));
  AddField(shown, "by", header.by.printed);
  if (const auto& ocr = report.document.ocr) {
    AddField(shown, "text", NoteOf(*ocr));
  }
  AddAuthors(header, shown);
}

}  // namespace

Result<Shown> ShowReport(const ReportRecord& report, Snapshot* snapshot) {
  const KeptRows& rows = snapshot->register_rows();
  Shown shown{.title = TitleOf(report)};
  JsonObject json = ReportJson(store::HeadOf(report), shown.title);
  AddHead(report, &shown);
  AddItems(report, &shown, &json);
  AddResolutions(report, &shown);
  AddTimetable(report, &shown);
  TRY_RETURN(AddCitations(report, rows, &shown, &json));
  TRY_RETURN(AddCitedBy(report, *snapshot, &shown, &json));
  TRY_RETURN(AddCounts(report, rows, &shown, &json));
  TRY_RETURN(AddRelations(report, rows, &shown, &json));
  TRY_RETURN(AddConflicts(report, rows, &shown, &json));
  TRY_RETURN(AddMissing(report, rows, &shown, &json));
  AddCaptures(report, &shown);
  TRY_RETURN(AddVersions(report, snapshot, &shown, &json));
  shown.json = Line(json);
  return shown;
}

}  // namespace concord::engine
