// Runs, what they met, and what the index has still to see.

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include "concord/base/version.h"
#include "store/archive_lock.h"
#include "store/sqlite_store.h"

namespace concord::store {
namespace {

// Name() gives "" past the last one; the table allows only these words.
Outcome OutcomeNamed(const std::string& name) {
  int i = 0;
  while (!Name(static_cast<Outcome>(i)).empty() &&
         Name(static_cast<Outcome>(i)) != name) {
    ++i;
  }
  return static_cast<Outcome>(i);
}

template <class... Values>
std::vector<LedgerRow> ReadLedger(Poco::Data::Session& session,
                                  const std::string& condition,
                                  const Values&... values) {
  std::vector<LedgerRow> rows;
  LedgerRow next;
  std::string outcome;
  ForEachRow(
      session,
      "SELECT run, path, uri, digest, media_type, bytes, outcome, code, "
      "reason, stage, coalesce(report, ''), source, attempts, log, seconds "
      "FROM ledger WHERE " +
          condition,
      std::tie(next.run, next.path, next.uri, next.digest, next.media_type,
               next.bytes, outcome, next.code, next.reason, next.stage,
               next.report.value, next.source, next.attempts, next.log,
               next.seconds),
      [&] {
        next.outcome = OutcomeNamed(outcome);
        rows.push_back(next);
      },
      values...);
  return rows;
}

// The figures of a run that wrote none: it was killed, or still goes on.
void CountSoFar(Poco::Data::Session& session, RunRecord* run) {
  std::string outcome;
  std::uint64_t rows = 0;
  std::uint64_t bytes = 0;
  ForEachRow(
      session,
      "SELECT outcome, count(*), coalesce(sum(bytes), 0) FROM ledger "
      "WHERE run = ? GROUP BY outcome",
      std::tie(outcome, rows, bytes),
      [&] {
        run->seen += rows;
        run->bytes += bytes;
        if (outcome == "indexed") run->indexed = rows;
        if (outcome == "duplicate") run->duplicate = rows;
        if (outcome == "skipped") run->skipped = rows;
        if (outcome == "quarantined") run->quarantined = rows;
      },
      run->id);
}

// Who runs the program; the number where the name is not known.
std::string UserName() {
  std::string buffer(1 << 14, '\0');
  passwd entry{};
  passwd* found = nullptr;
  const int failed =
      ::getpwuid_r(::getuid(), &entry, buffer.data(), buffer.size(), &found);
  if (failed != 0 || found == nullptr) return std::to_string(::getuid());
  return found->pw_name;
}

}  // namespace

Result<std::int64_t> SqliteStore::BeginRun(std::string_view arguments,
                                           std::string_view settings) {
  TRY_RETURN(RequireWriter());
  return connection_->Guard([&]() -> Result<std::int64_t> {
    Transaction transaction(session(), ToWrite());
    Run(session(),
        "INSERT INTO runs (started_at, ended_at, host, version, arguments, "
        "seen, indexed, duplicate, skipped, quarantined, recommendations, "
        "user, settings) VALUES (?, '', ?, ?, ?, 0, 0, 0, 0, 0, 0, ?, ?)",
        Now(), HostName(), std::string(kVersion), std::string(arguments),
        UserName(), std::string(settings));
    const std::int64_t id = ReadNumber(session(), "SELECT last_insert_rowid()");
    transaction.Commit();
    return id;
  });
}

Result<> SqliteStore::EndRun(const RunRecord& run) {
  TRY_RETURN(RequireWriter());
  return connection_->Guard([&]() -> Result<> {
    Transaction transaction(session(), ToWrite());
    if (ReadNumber(session(), "SELECT count(*) FROM runs WHERE id = ?",
                   run.id) == 0) {
      return Fail(ErrorCode::kNotFound,
                  fmt::format("there is no run {}", run.id));
    }
    Run(session(),
        "UPDATE runs SET ended_at = ?, seen = ?, indexed = ?, duplicate = ?, "
        "skipped = ?, quarantined = ?, recommendations = ?, bytes = ?, "
        "seconds = ?, peak_memory = ?, details = ? WHERE id = ?",
        run.ended_at.empty() ? Now() : run.ended_at, run.seen, run.indexed,
        run.duplicate, run.skipped, run.quarantined, run.recommendations,
        run.bytes, run.seconds, run.peak_memory, run.details, run.id);
    transaction.Commit();
    return {};
  });
}

Result<> SqliteStore::AddLedgerRow(const LedgerRow& row) {
  TRY_RETURN(RequireWriter());
  return connection_->Guard([&]() -> Result<> {
    Transaction transaction(session(), ToWrite());
    statements().Run(
        "INSERT INTO ledger (run, path, uri, digest, media_type, bytes, "
        "outcome, code, reason, stage, report, source, attempts, log, "
        "seconds) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?, ?)",
        row.run, row.path, row.uri, row.digest, row.media_type, row.bytes,
        std::string(Name(row.outcome)), row.code, row.reason, row.stage,
        row.report.value, row.source, row.attempts, row.log, row.seconds);
    transaction.Commit();
    return {};
  });
}

Result<std::vector<LedgerRow>> SqliteStore::Ledger(std::int64_t run) const {
  return connection_->Guard([&]() -> Result<std::vector<LedgerRow>> {
    return ReadLedger(session(), "?1 = 0 OR run = ?1 ORDER BY id", run);
  });
}

Result<std::vector<LedgerRow>> SqliteStore::StillFailing() const {
  return connection_->Guard([&]() -> Result<std::vector<LedgerRow>> {
    return ReadLedger(session(),
                      "outcome = 'quarantined' AND NOT EXISTS (SELECT 1 FROM "
                      "ledger AS later WHERE later.path = ledger.path AND "
                      "later.id > ledger.id) ORDER BY id");
  });
}

Result<std::optional<LedgerRow>> SqliteStore::LastFailure(
    std::string_view digest) const {
  return connection_->Guard([&]() -> Result<std::optional<LedgerRow>> {
    std::vector<LedgerRow> rows = ReadLedger(
        session(),
        "digest = ? AND outcome = 'quarantined' ORDER BY id DESC LIMIT 1",
        std::string(digest));
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
  });
}

Result<DigestSet> SqliteStore::SettledDigests(bool failed) const {
  return connection_->Guard([&]() -> Result<DigestSet> {
    DigestSet settled;
    std::string digest;
    ForEachRow(session(), "SELECT digest FROM captures", std::tie(digest),
               [&] { settled.Add(digest); });
    if (failed) {
      ForEachRow(
          session(),
          "SELECT DISTINCT digest FROM ledger JOIN runs ON runs.id = run "
          "WHERE outcome = 'quarantined' AND stage = 'decode' "
          "AND version = ?",
          std::tie(digest), [&] { settled.Add(digest); },
          std::string(kVersion));
    }
    settled.Seal();
    return settled;
  });
}

Result<std::vector<std::string>> SqliteStore::FailedSources(
    bool no_text) const {
  return connection_->Guard([&]() -> Result<std::vector<std::string>> {
    std::vector<std::string> sources;
    std::string source;
    ForEachRow(
        session(),
        "SELECT source FROM ledger AS failed WHERE source <> '' AND "
        "(outcome = 'quarantined' OR (? AND code = 'no_text')) AND run = "
        "(SELECT max(run) FROM ledger WHERE source = failed.source) "
        "GROUP BY source ORDER BY min(id)",
        std::tie(source), [&] { sources.push_back(source); }, no_text ? 1 : 0);
    return sources;
  });
}

Result<std::set<std::string>> SqliteStore::FetchedSources(
    std::chrono::seconds age) const {
  return connection_->Guard([&]() -> Result<std::set<std::string>> {
    std::set<std::string> sources;
    std::string source;
    ForEachRow(
        session(),
        "SELECT DISTINCT source FROM ledger JOIN runs ON runs.id = run "
        "WHERE source GLOB 'http*' AND outcome <> 'quarantined' "
        "AND code <> 'fetched' "
        "AND coalesce(nullif(ended_at, ''), started_at) >= ?",
        std::tie(source), [&] { sources.insert(source); }, TimeBefore(age));
    return sources;
  });
}

Result<std::vector<RunRecord>> SqliteStore::Runs() const {
  return connection_->Guard([&]() -> Result<std::vector<RunRecord>> {
    std::vector<RunRecord> runs;
    RunRecord next;
    ForEachRow(
        session(),
        "SELECT id, started_at, ended_at, host, version, arguments, "
        "seen, indexed, duplicate, skipped, quarantined, "
        "recommendations, user, settings, bytes, seconds, peak_memory, "
        "details FROM runs ORDER BY id",
        std::tie(next.id, next.started_at, next.ended_at, next.host,
                 next.version, next.arguments, next.seen, next.indexed,
                 next.duplicate, next.skipped, next.quarantined,
                 next.recommendations, next.user, next.settings, next.bytes,
                 next.seconds, next.peak_memory, next.details),
        [&] { runs.push_back(next); });
    for (RunRecord& run : runs) {
      if (run.ended_at.empty()) CountSoFar(session(), &run);
    }
    return runs;
  });
}

Result<std::vector<ReportName>> SqliteStore::ReportNames() const {
  return connection_->Guard([&]() -> Result<std::vector<ReportName>> {
    std::vector<ReportName> names;
    ReportName next;
    ForEachRow(session(), "SELECT id, uri, title FROM reports ORDER BY id",
               std::tie(next.id.value, next.uri, next.title),
               [&] { names.push_back(next); });
    return names;
  });
}

Result<std::vector<MissingPartRecord>> SqliteStore::MissingParts() const {
  return connection_->Guard([&]() -> Result<std::vector<MissingPartRecord>> {
    std::vector<MissingPartRecord> parts;
    MissingPartRecord next;
    ForEachRow(session(),
               "SELECT report, title, printed FROM missing_parts "
               "JOIN reports ON reports.id = missing_parts.report "
               "ORDER BY report, span_begin",
               std::tie(next.report.value, next.report_title, next.printed),
               [&] { parts.push_back(next); });
    return parts;
  });
}

Result<std::vector<OutboxEntry>> SqliteStore::Outbox(std::int64_t after) const {
  return connection_->Guard([&]() -> Result<std::vector<OutboxEntry>> {
    std::vector<OutboxEntry> entries;
    OutboxEntry next;
    ForEachRow(
        session(),
        "SELECT sequence, report FROM outbox WHERE sequence > ? "
        "ORDER BY sequence",
        std::tie(next.sequence, next.report.value),
        [&] { entries.push_back(next); }, after);
    return entries;
  });
}

Result<> SqliteStore::ClearOutbox(std::int64_t up_to) {
  TRY_RETURN(RequireWriter());
  return connection_->Guard([&]() -> Result<> {
    Transaction transaction(session(), ToWrite());
    Run(session(), "DELETE FROM outbox WHERE sequence <= ?", up_to);
    transaction.Commit();
    return {};
  });
}

}  // namespace concord::store
