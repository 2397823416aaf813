// Is everything still what it was when it was stored?
//
// Each part adds one line a fault and goes on; a part that cannot be read at
// all because the file is damaged is one line too. Cost: one read of the
// record, and with `read_originals` one of every original.

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "concord/extraction/forms.h"
#include "store/extraction_tables.h"
#include "store/sqlite_store.h"

namespace concord::store {
namespace {

using Poco::Data::Session;
using Faults = std::vector<std::string>;

void CheckPages(Session& session, Faults* faults) {
  std::string line;
  ForEachRow(session, "PRAGMA quick_check", std::tie(line), [&] {
    if (line != "ok") faults->push_back("record.sqlite: " + line);
  });
}

void CheckReferences(Session& session, Faults* faults) {
  std::string table;
  std::string parent;
  std::int64_t rows = 0;
  ForEachRow(session,
             "SELECT \"table\", parent, count(*) "
             "FROM pragma_foreign_key_check GROUP BY 1, 2 ORDER BY 1, 2",
             std::tie(table, parent, rows), [&] {
               faults->push_back(
                   fmt::format("record.sqlite: {} rows of {} point at rows of "
                               "{} that are not there",
                               rows, table, parent));
             });
}

void CheckUuid(Session& session, Faults* faults) {
  if (ReadNumber(session, "SELECT count(*) FROM meta WHERE key = 'uuid'") ==
      0) {
    faults->push_back("record.sqlite: the record has no uuid");
  }
}

// A run that was killed has no sums and is not a fault.
void CheckLedger(Session& session, Faults* faults) {
  std::int64_t run = 0;
  std::int64_t seen = 0;
  std::int64_t stated = 0;
  std::int64_t held = 0;
  std::int64_t parts_differ = 0;
  ForEachRow(
      session,
      "SELECT runs.id, seen, "
      "runs.indexed + runs.duplicate + runs.skipped + runs.quarantined, "
      "count(ledger.id), "
      "runs.indexed <> count(*) FILTER (WHERE outcome = 'indexed') OR "
      "runs.duplicate <> count(*) FILTER (WHERE outcome = 'duplicate') OR "
      "runs.skipped <> count(*) FILTER (WHERE outcome = 'skipped') OR "
      "runs.quarantined <> count(*) FILTER (WHERE outcome = 'quarantined') "
      "FROM runs LEFT JOIN ledger ON ledger.run = runs.id "
      "WHERE ended_at <> '' GROUP BY runs.id ORDER BY runs.id",
      std::tie(run, seen, stated, held, parts_differ), [&] {
        if (seen == stated && seen == held && parts_differ == 0) return;
        faults->push_back(fmt::format(
            "run {}: the ledger does not balance: {} seen, {} accounted for, "
            "{} rows{}",
            run, seen, stated, held,
            parts_differ != 0 ? ", outcomes differ" : ""));
      });
}

struct RepeatedList {
  const char* table;
  const char* condition;
  std::size_t length;
};

// Rows of each table against the length of the list it repeats.
void CheckRowCounts(Session& session, const ReportRecord& report,
                    Faults* faults) {
  const extraction::Extraction& items = report.extraction;
  const RepeatedList lists[] = {
      {"recommendations", "true", items.recommendations.size()},
      {"resolutions", "true", items.resolutions.size()},
      {"date_mentions", "use = 'text'", items.dates.size()},
      {"owner_mentions", "use = 'text'", items.owners.size()},
      {"owner_mentions", "use = 'author'", items.header.authors.size()},
      {"acronyms", "true", items.acronyms.size()},
      {"citations", "true", items.citations.size()},
      {"stated_counts", "true", items.counts.size()},
      {"relations", "true", items.relations.size()},
      {"claims", "true", items.claims.size()},
      {"timetable", "true", items.timetable.size()},
      {"missing_parts", "true", items.missing_parts.size()},
  };
  for (const RepeatedList& list : lists) {
    const auto rows = ReadNumber(
        session,
        fmt::format("SELECT count(*) FROM {} WHERE {} AND report = ?",
                    list.table, list.condition),
        report.id.value);
    if (rows == static_cast<std::int64_t>(list.length)) continue;
    faults->push_back(
        fmt::format("{}: the table {} has {} rows, the stored form {}",
                    report.id.value, list.table, rows, list.length));
  }
}

// The quotations of one report, and that it still has the words it is named
// after.
void CheckReport(const ReportRecord& report, Faults* faults) {
  const auto fault = [&](const std::string& what) {
    faults->push_back(report.id.value + ": " + what);
  };
  if (auto verified = document::Verify(report.document); !verified) {
    return fault(verified.error().message());
  }
  if (document::TextDigest(report.document) != report.text_digest) {
    fault("its words are not those it was stored with");
  }
  const auto verified = extraction::Verify(report.extraction, report.document);
  if (!verified) fault(verified.error().message());
  if (report.captures.empty()) fault("it has no capture");
}

// An item as far as the tables repeat it: who made it, its position, parts and
// what it cites stand in the stored form alone.
extraction::Recommendation AsInTables(extraction::Recommendation item) {
  item.recommenders.clear();
  item.position = {};
  item.implementation = {};
  item.parts.clear();
  item.cites.clear();
  return item;
}

// The recommendations of the tables against those of the stored forms.
class RecommendationCheck {
 public:
  explicit RecommendationCheck(const std::vector<StoredRecommendation>& all) {
    for (const StoredRecommendation& one : all) {
      by_report_[one.report.value].push_back(&one);
    }
  }

  void Report(const ReportRecord& report, Faults* faults) const {
    const auto held = by_report_.find(report.id.value);
    if (held == by_report_.end()) return;  // CheckRowCounts says so
    const auto& items = report.extraction.recommendations;
    const std::size_t both = std::min(items.size(), held->second.size());
    for (std::size_t i = 0; i < both; ++i) {
      const StoredRecommendation& row = *held->second[i];
      if (AsInTables(row.item) == AsInTables(items[i]) &&
          row.id.value == RecommendationIdText(report.id.value, i)) {
        continue;
      }
      faults->push_back(row.id.value +
                        ": the table and the stored form differ");
    }
  }

 private:
  std::map<std::string, std::vector<const StoredRecommendation*>> by_report_;
};

void CheckOriginals(Session& session, const Originals& originals,
                    bool read_originals, Faults* faults) {
  CaptureRecord capture;
  std::string report;
  ForEachRow(session,
             "SELECT digest, bytes, report FROM captures ORDER BY rowid",
             std::tie(capture.digest, capture.bytes, report), [&] {
               auto found = originals.Stat(capture.digest, capture.bytes);
               if (found && read_originals) {
                 auto bytes = originals.Read(capture.digest);
                 if (!bytes)
                   found = tl::unexpected<Error>(std::move(bytes.error()));
               }
               if (!found)
                 faults->push_back(report + ": " + found.error().message());
             });
}

}  // namespace

Result<std::vector<std::string>> SqliteStore::Check(bool read_originals) const {
  Faults faults;
  // A damaged page stops one part of the check, not the others.
  const auto part = [&](auto work) -> Result<> {
    auto done = connection_->Guard([&]() -> Result<> { return work(); });
    if (done || done.error().code() != ErrorCode::kCorrupt) return done;
    faults.push_back(done.error().message());
    return {};
  };
  const auto plain = [&](void (*check)(Session&, Faults*)) {
    return part([&]() -> Result<> {
      check(session(), &faults);
      return {};
    });
  };
  TRY_RETURN(plain(CheckPages));
  TRY_RETURN(plain(CheckReferences));
  TRY_RETURN(plain(CheckUuid));
  TRY_RETURN(plain(CheckLedger));
  TRY_RETURN(part([&] { return CheckReports(&faults); }));
  TRY_RETURN(part([&]() -> Result<> {
    CheckOriginals(session(), originals_, read_originals, &faults);
    return {};
  }));
  return faults;
}

Result<> SqliteStore::CheckReports(std::vector<std::string>* faults) const {
  TRY_ASSIGN(const auto recommendations, Recommendations());
  const RecommendationCheck recommendation_check(recommendations);
  TRY_ASSIGN(const std::vector<ReportId> ids, ReportIds());
  for (const ReportId& id : ids) {
    auto report = GetReport(id);
    if (!report) {
      faults->push_back(id.value + ": " + report.error().message());
      continue;
    }
    CheckReport(*report, faults);
    CheckRowCounts(session(), *report, faults);
    recommendation_check.Report(*report, faults);
  }
  return {};
}

}  // namespace concord::store
