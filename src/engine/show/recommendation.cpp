#include "engine/show/recommendation.h"

#include <algorithm>
#include <cstdio>
#include <set>

#include "base/json_object.h"
#include "concord/base/unicode.h"
#include "concord/document/ocr.h"
#include "concord/overlap/weighing.h"
#include "concord/response/reach.h"
#include "engine/due.h"
#include "engine/reported_on.h"
#include "engine/show/shown.h"
#include "engine/view_json.h"

namespace concord::engine {
namespace {

using store::StoredRecommendation;

Result<> AddOverlaps(const StoredRecommendation& stored, Snapshot* snapshot,
                     Shown* shown, JsonObject* json) {
  std::vector<std::string> lines;
  JsonArray overlaps;
  TRY_RETURN(snapshot->Need(kLinkRows));
  TRY_ASSIGN(const auto links, snapshot->LinksOf(stored.id));
  for (const overlap::Link& link : links) {
    const bool first = link.a == stored.id;
    const RecommendationId& other = first ? link.b : link.a;
    const overlap::Relation relation =
        first ? link.comparison.relation : Reverse(link.comparison.relation);
    TRY_ASSIGN(const auto item, snapshot->Fetch(other));
    if (!item) continue;
    const std::string reads(
        overlap::InWords(relation, stored.report_date, item->report_date));
    lines.push_back(reads + "  " + RecommendationLine(*item) + "  (" +
                    snapshot->TitleOf(item->report) + ")");
    JsonObject one = NewObject();
    one.set("id", other.value);
    one.set("relation", std::string(Name(relation)));
    one.set("reads", reads);
    one.set("weight", link.comparison.weight);
    one.set("similarity", link.comparison.similarity);
    overlaps.add(one);
  }
  AddGroup(shown, "Overlaps", std::move(lines));
  json->set("overlaps", overlaps);
  json->set("weights", overlap::WeightsName());
  return {};
}

// "superseded by recommendation 3 of A Second Look".
std::string Reads(const Remark& remark) {
  std::string reads = response::SaidOfIt(remark.type, remark.quote.text);
  if (!remark.by.empty()) reads += " by " + CollapseSpace(remark.subject);
  if (remark.whole_set) reads += ", with all of its report";
  return reads;
}

std::string RemarkLine(const Remark& remark, const Snapshot& snapshot) {
  return Reads(remark) + "  " + TitledQuote(remark.quote, snapshot);
}

JsonObject RemarkJson(const Remark& remark) {
  JsonObject object = NewObject();
  object.set("relation", remark.type.substr(0, remark.type.find(' ')));
  object.set("reads", Reads(remark));
  object.set("proposed", remark.type.ends_with(response::kProposed));
  object.set("whole_set", remark.whole_set);
  object.set("subject", OrNull(CollapseSpace(remark.subject)));
  object.set("by", ArrayOf(remark.by, [](const RecommendationId& by) {
               JsonObject one = NewObject();
               one.set("type", "recommendation");
               one.set("id", by.value);
               return one;
             }));
  object.set("quote", QuoteJson(remark.quote));
  return object;
}

Result<> AddRemarks(const RecommendationId& id, const Snapshot& snapshot,
                    Shown* shown, JsonObject* json) {
  std::vector<std::string> lines;
  JsonArray all;
  TRY_ASSIGN(const auto remarks, snapshot.RemarksOn(id));
  for (const Remark& remark : remarks) {
    lines.push_back(RemarkLine(remark, snapshot));
    all.add(RemarkJson(remark));
  }
  AddGroup(shown, "What texts say of it", std::move(lines));
  json->set("remarks", all);
  return {};
}

// As a response tells it.
Result<> AddReported(const StoredRecommendation& item, Snapshot* snapshot,
                     Shown* shown, JsonObject* json) {
  TRY_ASSIGN(const auto all, ReportedOn(item, snapshot));
  std::vector<std::string> lines;
  for (const ReportedThere& one : all) {
    std::string line =
        ReportedReads(one) + "  " + TitledQuote(one.quote, *snapshot);
    for (const crossref::Quote& quote : one.withdrawn_by) {
      line += "; withdrawn by " + TitledQuote(quote, *snapshot);
    }
    lines.push_back(std::move(line));
  }
  AddGroup(shown, "What became of it, as texts report", std::move(lines));
  json->set("reported", ArrayOf(all, ReportedJson));
  return {};
}

// What people answered, the latest first; the first of a field stands.
Result<> AddAnswers(const RecommendationId& id, Snapshot* snapshot,
                    Shown* shown, JsonObject* json) {
  // To find whom an act is about takes all recommendations; most archives have
  // no answers.
  const bool any =
      std::any_of(snapshot->acts().begin(), snapshot->acts().end(),
                  [](const store::Act& act) { return act.verb == "answer"; });
  if (any) TRY_RETURN(snapshot->Need(kRecommendations));
  std::vector<std::string> lines;
  JsonArray all;
  std::set<response::AnswerField> answered;
  const auto& answers = snapshot->answers();
  for (auto answer = answers.rbegin(); answer != answers.rend(); ++answer) {
    if (answer->id != id) continue;
    const bool stands = answered.insert(answer->field).second;
    const std::string file =
        answer->file.substr(answer->file.find_last_of('/') + 1);
    const std::string reads = response::InWords(answer->field, answer->value);
    lines.push_back((stands ? "" : "before: ") +
                    std::string(Name(answer->field)) + "  " +
                    CollapseSpace(reads) + "  " + answer->by.who + ", " +
                    answer->by.at.substr(0, 10) + " (act " +
                    std::to_string(answer->by.act) + ")" +
                    (file.empty() ? "" : ", " + file + " " + answer->place) +
                    (answer->by.why.empty() ? "" : ": " + answer->by.why));
    JsonObject one = NewObject();
    one.set("field", std::string(Name(answer->field)));
    one.set("value", answer->value);
    one.set("reads", reads);
    one.set("stands", stands);
    one.set("act", answer->by.act);
    one.set("who", answer->by.who);
    one.set("at", answer->by.at);
    one.set("day", answer->by.at.substr(0, 10));
    one.set("why", answer->by.why);
    one.set("file", OrNull(file));
    one.set("place", OrNull(answer->place));
    all.add(one);
  }
  AddGroup(shown, "Answers", std::move(lines));
  json->set("answers", all);
  return {};
}

// The work or body whose it is, and who else is named beside it as its maker.
std::string MadeBy(const extraction::Recommendation& item) {
  std::string makers = item.made_by;
  for (const extraction::OwnerMention& maker : item.recommenders) {
    if (maker.name == item.made_by) continue;
    makers += (makers.empty() ? "" : "; ") + maker.name;
  }
  return makers;
}

// "accepted: “enjoy the support”": never the word without what says so.
std::string PositionWithWords(const extraction::StatedPosition& position) {
  if (position.value.empty()) return {};
  return position.value + ": “" + CollapseSpace(position.printed) + "”";
}

}  // namespace

Result<Shown> ShowRecommendation(const StoredRecommendation& stored,
                                 Snapshot* snapshot) {
  const extraction::Recommendation& item = stored.item;
  Shown shown{.title = CollapseSpace(item.text)};
  AddField(&shown, "id", stored.id.value);
  AddField(&shown, "report",
           snapshot->TitleOf(stored.report) + " (" + stored.report.value + ")");
  AddField(&shown, "uri", stored.uri);
  AddField(&shown, "kind", std::string(Name(item.kind)));
  AddField(&shown, "label", item.label);
  AddField(&shown, "lead-in", item.lead_in);
  AddField(&shown, "addressee", item.addressee);
  std::string owners;
  for (const extraction::OwnerMention& owner : item.owners) {
    owners += (owners.empty() ? "" : "; ") + owner.name +
              (owner.role.empty() ? "" : " (" + owner.role + ")");
  }
  AddField(&shown, "owners", owners);
  AddField(&shown, "due", DueInWords(item));
  AddField(&shown, "made by", MadeBy(item));
  AddField(&shown, "position", PositionWithWords(item.position));
  AddField(&shown, "implementation", PositionWithWords(item.implementation));
  AddField(&shown, "where", item.locator);
  AddField(&shown, "heading", item.heading);
  AddField(
      &shown, "bytes",
      std::to_string(item.span.begin) + " to " + std::to_string(item.span.end));
  char confidence[16];
  std::snprintf(confidence, sizeof confidence, "%.2f", item.confidence);
  AddField(&shown, "rule", item.rule + ", confidence " + confidence);
  TRY_ASSIGN(const store::ReportRecord* report, snapshot->Fetch(stored.report));
  if (report != nullptr) {
    if (const auto& ocr = report->document.ocr) {
      AddField(&shown, "text", NoteOf(*ocr));
    }
  }
  JsonObject json = RecommendationJson(stored);
  std::vector<std::string> parts;
  for (const extraction::RecommendationPart& part : item.parts) {
    const std::string label = part.label.empty() ? "" : part.label + "  ";
    parts.push_back(label + CollapseSpace(part.printed));
  }
  AddGroup(&shown, "Parts", std::move(parts));
  TRY_RETURN(AddAnswers(stored.id, snapshot, &shown, &json));
  TRY_RETURN(AddReported(stored, snapshot, &shown, &json));
  TRY_RETURN(AddRemarks(stored.id, *snapshot, &shown, &json));
  TRY_RETURN(AddOverlaps(stored, snapshot, &shown, &json));
  shown.json = Line(json);
  return shown;
}

}  // namespace concord::engine
