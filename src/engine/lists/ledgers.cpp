#include <algorithm>

#include "concord/base/unicode.h"
#include "concord/response/response.h"
#include "engine/lists/lists.h"
#include "engine/show/run.h"
#include "engine/view_json.h"
#include "engine/wording.h"

namespace concord::engine {
namespace {

std::string FirstQuote(const std::vector<crossref::Quote>& quotes) {
  return quotes.empty() ? "" : QuoteLine(quotes.front());
}

// The line that the words stand in; "" where they are all of it. A number by
// itself ("05") says nothing to whoever has to choose between two.
Result<std::string> LineAround(const crossref::Quote& quote,
                               Snapshot& snapshot) {
  TRY_ASSIGN(const store::ReportRecord* report, snapshot.Fetch(quote.report));
  if (report == nullptr || quote.span.end > report->text().size()) return "";
  const std::string& text = report->text();
  const std::size_t before = text.rfind('\n', quote.span.begin);
  const std::size_t begin = before == std::string::npos ? 0 : before + 1;
  const std::size_t end =
      std::min(text.find('\n', quote.span.end), text.size());
  if (begin > quote.span.begin) return "";
  const std::string line = CollapseSpace(text.substr(begin, end - begin));
  return line == CollapseSpace(quote.text) ? "" : Ellipsis(line, 240);
}

// Two recommendations that cannot both be carried out, as a conflict; its id is
// that of the overlap.
crossref::Conflict ConflictOf(const overlap::Link& link,
                              const store::StoredRecommendation& a,
                              const store::StoredRecommendation& b) {
  const auto quote = [](const store::StoredRecommendation& one) {
    return crossref::Quote{one.report, one.uri, one.item.locator, one.item.span,
                           one.item.text};
  };
  const auto called = [](const store::StoredRecommendation& one) {
    return one.item.label.empty() ? one.id.value
                                  : "recommendation " + one.item.label;
  };
  return {.id = a.id.value + "~" + b.id.value,
          .rule = "recommendations that contradict",
          .subject = response::ReasonOf(link.comparison),
          .value_a = a.id.value,
          .value_b = b.id.value,
          .a = quote(a),
          .b = quote(b),
          .printed_a = called(a),
          .printed_b = called(b)};
}

// What the links tell: two due dates for one thing.
Result<> AddDueDates(const ListContext& context,
                     std::vector<crossref::Conflict>* conflicts) {
  if (!context.begins.empty() && !context.begins.starts_with('d')) return {};
  TRY_RETURN(context.snapshot.Need(kLinkRows));
  TRY_ASSIGN(auto due_dates, context.snapshot.DueDates());
  for (crossref::Conflict& one : due_dates) {
    conflicts->push_back(std::move(one));
  }
  return {};
}

Result<> AddContradictions(const ListContext& context,
                           std::vector<crossref::Conflict>* conflicts) {
  Snapshot& snapshot = context.snapshot;
  // Their ids begin as those of recommendations do.
  if (!context.begins.empty() && !context.begins.starts_with('r')) return {};
  TRY_RETURN(snapshot.Need(kLinkRows));
  TRY_ASSIGN(const auto links, snapshot.Contradictions());
  for (const overlap::Link& link : links) {
    TRY_ASSIGN(const auto a, snapshot.Fetch(link.a));
    TRY_ASSIGN(const auto b, snapshot.Fetch(link.b));
    if (a && b) conflicts->push_back(ConflictOf(link, *a, *b));
  }
  return {};
}

}  // namespace

Result<Listing> ListCounts(const ListContext& context) {
  Listing listing{
      .columns = {"stated", "held", "verdict", "what", "work", "stated where"}};
  TRY_ASSIGN(const auto counts, context.All<crossref::CountEntry>());
  for (const crossref::CountEntry& count : counts) {
    TRY_ASSIGN(const std::string title,
               TitleOfWork(context.snapshot.register_rows(), count.work));
    std::string what = count.what + (count.addition ? " (further)" : "");
    std::string parts;
    for (const extraction::CountPart& part : count.partition) {
      const std::string words = crossref::InWords(part);
      parts += (parts.empty() ? ": " : " + ") + std::to_string(part.count) +
               (words.empty() ? "" : " " + words);
    }
    if (!count.partition_adds_up) {
      parts += " = " + std::to_string(crossref::SumOf(count.partition));
    }
    listing.rows.push_back(
        {{std::to_string(count.stated),
          count.verdict == "stated" ? "" : std::to_string(count.held),
          count.verdict, what + parts, title.empty() ? "(not said)" : title,
          FirstQuote(count.quotes)},
         Line(CountJson(count, title))});
  }
  return listing;
}

Result<Listing> ListConflicts(const ListContext& context) {
  Listing listing{.columns = {"id", "rule", "subject", "says", "also says"}};
  TRY_ASSIGN(auto conflicts, context.All<crossref::Conflict>());
  TRY_RETURN(AddDueDates(context, &conflicts));
  TRY_RETURN(AddContradictions(context, &conflicts));
  for (const crossref::Conflict& conflict : conflicts) {
    JsonObject json = ConflictJson(conflict);
    TRY_ASSIGN(const std::string line_a,
               LineAround(conflict.a, context.snapshot));
    TRY_ASSIGN(const std::string line_b,
               LineAround(conflict.b, context.snapshot));
    json.set("line_a", OrNull(line_a));
    json.set("line_b", OrNull(line_b));
    listing.rows.push_back(
        {{conflict.id, conflict.rule, conflict.subject,
          conflict.printed_a + " – " + QuoteLine(conflict.a),
          conflict.printed_b + " – " + QuoteLine(conflict.b)},
         Line(json)});
  }
  return listing;
}

Result<Listing> ListWanted(const ListContext& context) {
  Listing listing{.columns = {"asked for", "id", "title", "first cited"}};
  TRY_ASSIGN(const auto works, context.All<crossref::WantedWork>());
  for (const crossref::WantedWork& wanted : works) {
    TRY_ASSIGN(const std::string title,
               TitleOfWork(context.snapshot.register_rows(), wanted.work));
    JsonObject object = NewObject();
    object.set("type", "wanted");
    object.set("id", wanted.work.value);
    object.set("title", title);
    object.set("asked_for", wanted.asked_for);
    object.set("quotes", ArrayOf(wanted.quotes, QuoteJson));
    if (!wanted.quotes.empty()) object.set("uri", wanted.quotes.front().uri);
    listing.rows.push_back(
        {{std::to_string(wanted.asked_for), wanted.work.value, title,
          FirstQuote(wanted.quotes)},
         Line(object)});
  }
  return listing;
}

Result<Listing> ListMissing(const ListContext& context) {
  Listing listing{.columns = {"id", "part", "of", "announced"}};
  TRY_ASSIGN(const auto parts, context.All<crossref::Missing>());
  for (const crossref::Missing& missing : parts) {
    JsonObject object = NewObject();
    object.set("type", "missing");
    object.set("id", missing.id);
    object.set("printed", missing.printed);
    const bool named = NamesAPart(missing.printed);
    object.set("named", named);
    object.set("report", missing.quote.report.value);
    object.set("uri", missing.quote.uri);
    object.set("quote", QuoteJson(missing.quote));
    const std::string title = context.snapshot.TitleOf(missing.quote.report);
    object.set("title", title);
    listing.rows.push_back({{missing.id, named ? missing.printed : "(no name)",
                             title, QuoteLine(missing.quote)},
                            Line(object)});
  }
  return listing;
}

Result<Listing> ListLedger(const ListContext& context) {
  TRY_ASSIGN(const auto rows, context.store.Ledger(0));
  Listing listing{.columns = {"run", "outcome", "report", "path", "reason"}};
  std::int64_t number = 0;
  for (const store::LedgerRow& row : rows) {
    ++number;
    const std::string outcome(Name(row.outcome));
    if (!context.request.kind.empty() && context.request.kind != outcome) {
      continue;
    }
    if (!context.request.run.empty() &&
        context.request.run != std::to_string(row.run)) {
      continue;
    }
    listing.rows.push_back({{std::to_string(row.run), outcome, row.report.value,
                             row.path, row.reason},
                            Line(LedgerJson(row, number))});
  }
  return listing;
}

Result<Listing> ListRuns(const ListContext& context) {
  TRY_ASSIGN(const auto runs, context.store.Runs());
  Listing listing{.columns = {"run", "started", "ended", "seen", "indexed",
                              "duplicate", "skipped", "quarantined", "recs"}};
  for (const store::RunRecord& run : runs) {
    listing.rows.push_back(
        {{std::to_string(run.id), run.started_at,
          run.ended_at.empty() ? "(not ended)" : run.ended_at,
          std::to_string(run.seen), std::to_string(run.indexed),
          std::to_string(run.duplicate), std::to_string(run.skipped),
          std::to_string(run.quarantined), std::to_string(run.recommendations)},
         Line(RunJson(run))});
  }
  return listing;
}

}  // namespace concord::engine
