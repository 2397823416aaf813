// The response as a tree of named texts for the templates.

#include "response/view.h"

#include <map>
#include <utility>

#include "concord/base/percent.h"
#include "concord/response/reach.h"
#include "response/reported.h"
#include "response/view_data.h"
#include "response/view_entries.h"
#include "response/view_places.h"
#include "response/view_scope.h"
#include "response/words.h"

namespace concord::response {
namespace {

constexpr std::size_t kBytesOfCovered = 120;

data RelationRows(const ConsolidatedResponse& response, ViewPlaces* places) {
  data list = NewList();
  for (const StatedRelation& relation : response.relations) {
    data row = NewRow();
    Set(&row, "type",
        relation.type + (relation.proposed ? std::string(kProposed) : ""));
    Set(&row, "object", relation.object);
    Set(&row, "entries", EntriesInWords(relation.entries));
    SetFlag(&row, "some", relation.reach == Reach::kSome);
    Set(&row, "quote", relation.quote.quote);
    places->SetPlace(relation.quote, &row);
    list << row;
  }
  return list;
}

// Of a set as a whole, once.
data SetRows(const ConsolidatedResponse& response, ViewPlaces* places) {
  data list = NewList();
  for (const ReportedOfSet& one : response.reported_of_sets) {
    data row = places->QuoteRow(one.said.quote);
    Set(&row, "what", InWords(one));
    SetFlag(&row, "withdrawn", !one.said.withdrawn_by.empty());
    data by = NewList();
    for (const SourceQuote& quote : one.said.withdrawn_by) {
      data words = places->QuoteRow(quote);
      Set(&words, "by_date", places->DateOf(quote.source));
      by << words;
    }
    SetList(&row, "withdrawn_by", by);
    Set(&row, "name", one.work);
    Set(&row, "date", places->DateOf(one.said.quote.source));
    list << row;
  }
  return list;
}

data ContradictionRows(const ConsolidatedResponse& response,
                       ViewPlaces* places) {
  data list = NewList();
  for (const Contradiction& one : response.contradictions) {
    data row = NewRow();
    Set(&row, "a", one.a);
    Set(&row, "b", one.b);
    Set(&row, "reason", one.reason);
    data sides = NewList();
    for (const bool first : {true, false}) {
      data side = places->QuoteRow(first ? one.quote_a : one.quote_b);
      Set(&side, "entry", first ? one.a : one.b);
      sides << side;
    }
    SetList(&row, "sides", sides);
    list << row;
  }
  return list;
}

data ConflictRows(const ConsolidatedResponse& response, ViewPlaces* places) {
  data list = NewList();
  for (const StatedConflict& one : response.conflicts) {
    data row = NewRow();
    Set(&row, "rule", one.rule);
    Set(&row, "subject", one.subject);
    Set(&row, "entries", EntriesInWords(one.entries));
    data sides = NewList();
    for (const bool first : {true, false}) {
      const SourceQuote& quote = first ? one.quote_a : one.quote_b;
      data side = places->QuoteRow(quote);
      Set(&side, "says", first ? one.says_a : one.says_b);
      Set(&side, "date", places->DateOf(quote.source));
      sides << side;
    }
    SetList(&row, "sides", sides);
    list << row;
  }
  return list;
}

data CoverageRows(const ConsolidatedResponse& response, ViewPlaces* places) {
  std::map<std::string, const SourceQuote*> members;
  std::map<std::int32_t, std::string> answers;
  for (const Entry& entry : response.entries) {
    answers[entry.number] = !IsAnswered(entry) ? "awaited"
                            : entry.position == store::Position::kAwaited
                                ? "written"
                                : Readable(Name(entry.position));
    for (const SourceQuote& member : entry.members) {
      members[member.id] = &member;
    }
  }
  data list = NewList();
  for (const CoverageRow& covered : response.coverage) {
    data row = NewRow();
    Set(&row, "id", covered.id.value);
    const auto member = members.find(covered.id.value);
    SetFlag(&row, "placed", member != members.end());
    if (member != members.end()) {
      places->SetPlace(*member->second, &row);
      Set(&row, "words", Beginning(member->second->quote, kBytesOfCovered));
    }
    Set(&row, "entry", covered.entry);
    Set(&row, "answer", answers[covered.entry]);
    list << row;
  }
  return list;
}

data OtherDateRows(const NumberedSource& source, ViewPlaces* places) {
  data list = NewList();
  for (const OtherDate& other : source.other_dates) {
    data row = NewRow();
    Set(&row, "value", other.value);
    places->SetPlace(other.quote, &row);
    Set(&row, "quote", other.quote.quote);
    AddFurther(std::move(row), &list);
  }
  return list;
}

// Only addresses a browser should follow become links.
bool IsToBeFollowed(const std::string& uri) {
  return IsOfTheWeb(uri) || uri.starts_with("file://");
}

// What a file that is sent on says of where a source lies: folders of the
// machine that made it are nobody else's business.
std::string WithoutFolders(const std::string& uri) {
  return uri.starts_with("file://") ? LastStep(uri) : uri;
}

data SourceRows(const ConsolidatedResponse& response, ViewPlaces* places) {
  data list = NewList();
  for (const NumberedSource& source : response.sources) {
    data row = NewRow();
    Set(&row, "number", source.number);
    Set(&row, "name", TitleOf(source));
    Set(&row, "committee", source.committee);
    Set(&row, "date", source.date_printed);
    Set(&row, "uri", source.uri);
    Set(&row, "id", source.report.value);
    SetList(&row, "other_dates", OtherDateRows(source, places));
    const bool linked = IsToBeFollowed(source.uri);
    SetFlag(&row, "linked", linked);
    Set(&row, "href", linked ? Inert(source.uri) : "");
    Set(&row, "web", IsOfTheWeb(source.uri) ? Inert(source.uri) : "");
    Set(&row, "file", WithoutFolders(source.uri));
    list << row;
  }
  return list;
}

}  // namespace

data View(const ConsolidatedResponse& response, const std::string& reports_at) {
  const scope::Scope& basis = response.basis;
  ViewPlaces places(response, reports_at);
  data view = NewRow();
  Set(&view, "title", response.title);
  Set(&view, "mark_name", std::string(kResponseProperty));
  Set(&view, "scope_name", response.scope);
  Set(&view, "subtitle", response.subtitle);
  Set(&view, "summary", SummaryInWords(response));
  SetList(&view, "notes", NoteRows(basis));
  // The order of these is that of the keys of their addresses.
  SetList(&view, "reconciliation", ReconciliationRows(basis, &places));
  view.set("totals", TotalsRow(basis));
  SetList(&view, "relations", RelationRows(response, &places));
  SetList(&view, "sets", SetRows(response, &places));
  SetList(&view, "contradictions", ContradictionRows(response, &places));
  SetList(&view, "conflicts", ConflictRows(response, &places));
  SetList(&view, "entries", EntryRows(response.entries, &places));
  Set(&view, "why_no_entries", WhyNoEntries(response));
  SetList(&view, "not_held", NotHeldRows(basis, &places));
  SetList(&view, "excluded", ExcludedRows(basis, &places));
  SetList(&view, "context", ContextRows(basis, &places));
  SetList(&view, "coverage", CoverageRows(response, &places));
  SetList(&view, "sources", SourceRows(response, &places));
  SetList(&view, "addresses", places.Addresses());
  return view;
}

}  // namespace concord::response
