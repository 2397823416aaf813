#include "engine/show/registers.h"

#include "base/json_object.h"
#include "concord/crossref/of_work.h"
#include "engine/show/shown.h"
#include "engine/view_json.h"
#include "engine/wording.h"

namespace concord::engine {
namespace {

using crossref::Quote;

std::vector<std::string> QuoteLines(const std::vector<Quote>& quotes,
                                    const Snapshot& snapshot) {
  std::vector<std::string> lines;
  lines.reserve(quotes.size());
  for (const Quote& quote : quotes) {
    lines.push_back(TitledQuote(quote, snapshot));
  }
  return lines;
}

template <class Id>
std::string Joined(const std::vector<Id>& ids) {
  std::string joined;
  for (const Id& id : ids) joined += (joined.empty() ? "" : ", ") + id.value;
  return joined;
}

std::vector<std::string> SuccessionLines(
    const std::vector<crossref::Succession>& all, const Snapshot& snapshot) {
  std::vector<std::string> lines;
  lines.reserve(all.size());
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

std::vector<std::string> AliasLines(const std::vector<crossref::Alias>& all) {
  std::vector<std::string> lines;
  lines.reserve(all.size());
  for (const crossref::Alias& alias : all) {
    lines.push_back(alias.printed + "  (" + alias.rule + ")");
  }
  return lines;
}

void AddCitedBy(const crossref::Work& work, const Snapshot& snapshot,
                Shown* shown) {
  std::vector<std::string> lines;
  lines.reserve(work.cited_by.size());
  for (const crossref::WorkMention& mention : work.cited_by) {
    lines.push_back(std::string(Name(mention.role)) + "  " +
                    TitledQuote(mention.quote, snapshot));
  }
  AddGroup(shown, "Cited by", std::move(lines));
}

Result<> AddCounts(const crossref::Work& work, const KeptRows& rows,
                   Shown* shown) {
  std::vector<std::string> lines;
  TRY_ASSIGN(const auto counts,
             ReadNamed<crossref::CountEntry>(rows, OfWork(work.id)));
  lines.reserve(counts.size());
  for (const crossref::CountEntry& count : counts) {
    lines.push_back(std::to_string(count.stated) + " " + count.what +
                    (count.addition ? " (further)" : "") + HeldInWords(count));
  }
  AddGroup(shown, "Counts", std::move(lines));
  return {};
}

Result<> AddConflicts(const crossref::Work& work, const Snapshot& snapshot,
                      Shown* shown, JsonObject* json) {
  std::vector<std::string> lines;
  JsonArray array;
  TRY_ASSIGN(const auto conflicts,
             ReadAll<crossref::Conflict>(snapshot.register_rows()));
  for (const crossref::Conflict& one : conflicts) {
    if (!crossref::IsOf(one, work)) continue;
    lines.push_back(one.rule + ": " + one.printed_a + " / " + one.printed_b);
    lines.push_back("  " + TitledQuote(one.a, snapshot));
    lines.push_back("  " + TitledQuote(one.b, snapshot));
    array.add(ConflictJson(one));
  }
  AddGroup(shown, "Conflicts", std::move(lines));
  json->set("conflicts", array);
  return {};
}

Result<> AddRelations(const crossref::Work& work, const Snapshot& snapshot,
                      Shown* shown) {
  std::vector<std::string> lines;
  TRY_ASSIGN(const auto relations,
             ReadNamed<crossref::RelationEntry>(snapshot.register_rows(),
                                                OfWork(work.id)));
  lines.reserve(relations.size());
  for (const crossref::RelationEntry& relation : relations) {
    lines.push_back(relation.type + "  " +
                    TitledQuote(relation.quote, snapshot));
  }
  AddGroup(shown, "Relations", std::move(lines));
  return {};
}

void AddRefused(const crossref::Work& work, Shown* shown) {
  std::vector<std::string> lines;
  lines.reserve(work.refused.size());
  for (const crossref::Refusal& one : work.refused) {
    lines.push_back(one.work.value + "  " + one.title + "  (" +
                    crossref::kDecidedRule + one.by +
                    (one.why.empty() ? "" : ": " + one.why) + ")");
  }
  AddGroup(shown, "Not the same work", std::move(lines));
}

}  // namespace

Result<Shown> ShowWork(const crossref::Work& work, const Snapshot& snapshot) {
  Shown shown{.title = WorkTitle(work)};
  JsonObject json = WorkJson(work);
  AddField(&shown, "id", work.id.value);
  AddField(&shown, "kind", std::string(Name(work.kind)));
  AddField(&shown, "year", work.year);
  AddField(&shown, "publisher", work.publisher);
  AddField(&shown, "part of", work.part_of.value);
  AddField(&shown, "series", work.series.value);
  const bool members_held = work.held.empty() && work.members_held;
  AddField(&shown, "held",
           members_held        ? "all its reports"
           : work.held.empty() ? "no"
                               : Joined(work.held));
  json.set("members_held", members_held);
  AddField(&shown, "merged", Joined(work.merged));
  AddGroup(&shown, "Also written", AliasLines(work.aliases));
  AddCitedBy(work, snapshot, &shown);
  TRY_RETURN(AddCounts(work, snapshot.register_rows(), &shown));
  TRY_RETURN(AddConflicts(work, snapshot, &shown, &json));
  TRY_RETURN(AddRelations(work, snapshot, &shown));
  TRY_RETURN(AddProposals(work, snapshot, &shown));
  AddRefused(work, &shown);
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
  AddGroup(&shown, "Also written", AliasLines(body.aliases));
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

}  // namespace concord::engine
