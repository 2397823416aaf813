#include "response/view_scope.h"

#include "concord/crossref/crossref.h"

namespace concord::response {
namespace {

data PartRows(const std::vector<extraction::CountPart>& partition) {
  data list = NewList();
  for (const extraction::CountPart& part : partition) {
    data row = NewRow();
    Set(&row, "count", part.count);
    const std::string words = crossref::InWords(part);
    Set(&row, "in_words", words.empty() ? "of them" : words);
    list << row;
  }
  return list;
}

}  // namespace

data NoteRows(const scope::Scope& scope) {
  data list = NewList();
  for (const std::string& note : scope.notes) {
    data row = NewRow();
    Set(&row, "note", note);
    list << row;
  }
  return list;
}

data ReconciliationRows(const scope::Scope& scope, ViewPlaces* places) {
  data list = NewList();
  for (const scope::Reconciliation& source : scope.reconciliation) {
    data row = NewRow();
    Set(&row, "name", source.title);
    Set(&row, "stated", source.stated);
    Set(&row, "held", source.held);
    Set(&row, "included", source.held_included);
    Set(&row, "excluded", source.held_excluded);
    Set(&row, "beside", scope::InWords(source.beside));
    Set(&row, "verdict", source.verdict);
    SetList(&row, "places", places->QuoteRows(source.quotes));
    list << row;
  }
  return list;
}

data TotalsRow(const scope::Scope& scope) {
  const scope::Totals& totals = scope.totals;
  data row = NewRow();
  // -1: no number is stated of any source.
  Set(&row, "stated", totals.stated > 0 ? totals.stated : -1);
  Set(&row, "held", totals.held);
  Set(&row, "included", totals.held_included);
  Set(&row, "excluded", totals.held_excluded);
  Set(&row, "beside", scope::InWords(totals.beside));
  return row;
}

data NotHeldRows(const scope::Scope& scope, ViewPlaces* places) {
  data list = NewList();
  for (const scope::NotHeld& work : scope.not_held) {
    data row = NewRow();
    Set(&row, "name", work.title);
    Set(&row, "missing", work.stated < 0 ? -1 : work.stated - work.held);
    Set(&row, "reason", work.reason);
    SetList(&row, "partition", PartRows(work.partition));
    SetList(&row, "quotes", places->QuoteRows(work.quotes));
    list << row;
  }
  return list;
}

data ExcludedRows(const scope::Scope& scope, ViewPlaces* places) {
  data list = NewList();
  for (const scope::Disposition& disposition : scope.excluded) {
    data row = NewRow();
    const bool quoted = !disposition.quotes.empty();
    Set(&row, "text",
        quoted ? disposition.quotes.front().text : disposition.id.value);
    SetFlag(&row, "placed", quoted);
    if (quoted) places->SetPlace(disposition.quotes.front(), &row);
    Set(&row, "reason", disposition.reason);
    Set(&row, "would_change", disposition.would_change);
    list << row;
  }
  return list;
}

data ContextRows(const scope::Scope& scope, ViewPlaces* places) {
  data list = NewList();
  for (const scope::ContextSource& source : scope.context) {
    data row = NewRow();
    Set(&row, "name", source.title);
    Set(&row, "role", source.role);
    SetList(&row, "quotes", places->QuoteRows(source.quotes));
    list << row;
  }
  return list;
}

}  // namespace concord::response
