#include "concord/base/unicode.h"
#include "concord/crossref/speaker.h"
#include "engine/lists/lists.h"
#include "engine/view_json.h"
#include "engine/wording.h"

namespace concord::engine {

Result<Listing> ListWorks(const ListContext& context) {
  Listing listing{.columns = {"id", "year", "kind", "held", "cited", "title"}};
  TRY_ASSIGN(const auto works, context.Works());
  for (const crossref::Work& work : works) {
    const std::string kind(Name(work.kind));
    if (!context.request.kind.empty() && context.request.kind != kind) {
      continue;
    }
    const bool members_held = work.held.empty() && work.members_held;
    JsonObject json = WorkJson(work);
    json.set("members_held", members_held);
    listing.rows.push_back(
        {{work.id.value, work.year, kind,
          members_held        ? "all its reports"
          : work.held.empty() ? "no"
                              : work.held.front().value,
          std::to_string(work.cited_by.size()), WorkTitle(work)},
         Line(json)});
  }
  return listing;
}

// Two titles that are probably one work, with the words that make them so: for
// a person to decide with `concord works merge` or `concord works refuse`.
Result<Listing> ListProposals(const ListContext& context) {
  Listing listing{.columns = {"id", "rule", "work", "its words", "other work",
                              "its words"}};
  const KeptRows& rows = context.snapshot.register_rows();
  TRY_ASSIGN(const auto proposals, context.All<crossref::Proposal>());
  for (const crossref::Proposal& proposal : proposals) {
    TRY_ASSIGN(const std::string title_a, TitleOfWork(rows, proposal.a));
    TRY_ASSIGN(const std::string title_b, TitleOfWork(rows, proposal.b));
    JsonObject object = NewObject();
    object.set("type", "proposal");
    object.set("id", proposal.id);
    object.set("rule", proposal.rule);
    object.set("work_a", proposal.a.value);
    object.set("title_a", title_a);
    object.set("work_b", proposal.b.value);
    object.set("title_b", title_b);
    object.set("a", QuoteJson(proposal.quote_a));
    object.set("b", QuoteJson(proposal.quote_b));
    object.set("uri", proposal.quote_a.uri);
    listing.rows.push_back({{proposal.id, proposal.rule, proposal.a.value,
                             QuoteLine(proposal.quote_a), proposal.b.value,
                             QuoteLine(proposal.quote_b)},
                            Line(object)});
  }
  return listing;
}

Result<Listing> ListBodies(const ListContext& context) {
  Listing listing{.columns = {"id", "kind", "mentions", "aliases", "name"}};
  TRY_ASSIGN(const auto bodies, context.All<crossref::Body>());
  for (const crossref::Body& body : bodies) {
    std::string aliases;
    for (const crossref::Alias& alias : body.aliases) {
      aliases += (aliases.empty() ? "" : ", ") + alias.printed;
    }
    listing.rows.push_back(
        {{body.id.value, std::string(Name(body.kind)),
          std::to_string(body.mentions.size()), aliases, body.name},
         Line(BodyJson(body))});
  }
  return listing;
}

Result<Listing> ListPeople(const ListContext& context) {
  Listing listing{.columns = {"id", "name", "post", "unit", "mentions"}};
  TRY_ASSIGN(const auto people, context.All<crossref::Person>());
  for (const crossref::Person& person : people) {
    JsonObject object = NewObject();
    object.set("type", "person");
    object.set("id", person.id);
    object.set("name", person.name);
    object.set("post", OrNull(person.post));
    object.set("unit", OrNull(person.unit));
    object.set("mentions", ArrayOf(person.mentions, QuoteJson));
    listing.rows.push_back({{person.id, person.name, person.post, person.unit,
                             std::to_string(person.mentions.size())},
                            Line(object)});
  }
  return listing;
}

namespace {

ListRow AcronymRow(const crossref::AcronymEntry& acronym) {
  JsonObject object = NewObject();
  object.set("type", "acronym");
  object.set("id", acronym.id);
  object.set("short", acronym.short_form);
  object.set("long", OrNull(acronym.long_form));
  object.set("definitions", ArrayOf(acronym.definitions, QuoteJson));
  object.set("used_in", ArrayOf(acronym.used_in,
                                [](const ReportId& id) { return id.value; }));
  if (!acronym.definitions.empty()) {
    object.set("uri", acronym.definitions.front().uri);
  }
  return {{acronym.id, acronym.short_form,
           acronym.long_form.empty() ? "(never defined)" : acronym.long_form,
           std::to_string(acronym.definitions.size()),
           std::to_string(acronym.used_in.size())},
          Line(object)};
}

}  // namespace

// What is defined first, then what is only used.
Result<Listing> ListAcronyms(const ListContext& context) {
  Listing listing{.columns = {"id", "short", "long", "defined", "also used"}};
  TRY_ASSIGN(const auto acronyms, context.All<crossref::AcronymEntry>());
  for (const bool defined : {true, false}) {
    for (const crossref::AcronymEntry& acronym : acronyms) {
      if (acronym.long_form.empty() == defined) continue;
      listing.rows.push_back(AcronymRow(acronym));
    }
  }
  return listing;
}

namespace {

std::string SubjectCell(const crossref::RelationEntry& relation) {
  if (!relation.subject.empty()) return relation.subject;
  return crossref::IsOfThePaper(relation) ? "(this paper)" : "(not said)";
}

}  // namespace

Result<Listing> ListRelations(const ListContext& context) {
  Listing listing{.columns = {"id", "relation", "subject", "object", "quote"}};
  TRY_ASSIGN(const auto relations, context.All<crossref::RelationEntry>());
  for (const crossref::RelationEntry& relation : relations) {
    if (!context.request.kind.empty() &&
        context.request.kind != relation.type) {
      continue;
    }
    listing.rows.push_back({{relation.id, relation.type, SubjectCell(relation),
                             relation.object, QuoteLine(relation.quote)},
                            Line(RelationJson(relation))});
  }
  return listing;
}

}  // namespace concord::engine
