// Reports read back from their lossless forms.

#include <fmt/format.h>

#include <algorithm>

#include "concord/base/in_runs.h"
#include "concord/extraction/forms.h"
#include "store/extraction_tables.h"
#include "store/sqlite_store.h"

namespace concord::store {
namespace {

using Poco::Data::Session;

std::vector<CaptureRecord> ReadCaptures(Session& session, const ReportId& id) {
  std::vector<CaptureRecord> captures;
  CaptureRecord next;
  ForEachRow(
      session,
      "SELECT digest, uri, path, media_type, bytes, captured_at, "
      "imported_at, http_header, id FROM captures WHERE report = ? "
      "ORDER BY id",
      std::tie(next.digest, next.uri, next.path, next.media_type, next.bytes,
               next.captured_at, next.imported_at, next.http_header,
               next.number),
      [&] { captures.push_back(next); }, id.value);
  return captures;
}

// Reports walked are parsed so many at a time, by all processors.
constexpr std::size_t kParsedTogether = 32;
constexpr std::size_t kParsedInARow = 4;

// The forms as they are stored: read by the one thread that has the session,
// parsed by any.
struct StoredForms {
  ReportRecord record;  // without what the forms hold
  std::string document_json;
  std::string extraction_json;
};

Result<StoredForms> ReadForms(Session& session, const ReportId& id) {
  StoredForms forms;
  ReportRecord& record = forms.record;
  record.id = id;
  if (!ReadRow(session,
               "SELECT uri, text_digest, CASE WHEN json_valid(document_json) "
               "THEN json_set(document_json, '$.text', text) "
               "ELSE document_json END, extraction_json "
               "FROM reports WHERE id = ?",
               std::tie(record.uri, record.text_digest, forms.document_json,
                        forms.extraction_json),
               id.value)) {
    return Fail(ErrorCode::kNotFound,
                fmt::format("no report has the id '{}'", id.value));
  }
  record.captures = ReadCaptures(session, id);
  return forms;
}

Result<ReportRecord> Parsed(StoredForms forms) {
  ReportRecord record = std::move(forms.record);
  TRY_ASSIGN(record.document, document::FromJson(forms.document_json));
  TRY_ASSIGN(record.extraction,
             extraction::FromStoredJson(forms.extraction_json));
  return record;
}

}  // namespace

Result<ReportRecord> SqliteStore::GetReport(const ReportId& id) const {
  TRY_ASSIGN(StoredForms forms,
             connection_->Guard([&] { return ReadForms(session(), id); }));
  return Parsed(std::move(forms));
}

Result<std::vector<ReportId>> SqliteStore::ReportIds() const {
  return connection_->Guard([&]() -> Result<std::vector<ReportId>> {
    std::vector<ReportId> ids;
    ReportId id;
    ForEachRow(session(),
               "SELECT id FROM reports ORDER BY " + std::string(kReportOrder),
               std::tie(id.value), [&] { ids.push_back(id); });
    return ids;
  });
}

// The ids first and then some reports at a time: no statement stays open while
// the visitor works, so a long walk neither holds the log of a writer nor
// sees its own writes.
Result<> SqliteStore::ForEachReport(
    const std::function<Result<>(const ReportRecord&)>& visit) const {
  TRY_ASSIGN(const std::vector<ReportId> ids, ReportIds());
  for (std::size_t first = 0; first < ids.size(); first += kParsedTogether) {
    const std::size_t count = std::min(kParsedTogether, ids.size() - first);
    std::vector<Result<StoredForms>> forms(count);
    for (std::size_t i = 0; i < count; ++i) {
      forms[i] = connection_->Guard(
          [&] { return ReadForms(session(), ids[first + i]); });
    }
    std::vector<Result<ReportRecord>> records(count);
    InRuns(count, kParsedInARow, ThreadsFor(count, kParsedInARow, 0),
           [&](std::size_t, std::size_t begin, std::size_t end) {
             for (std::size_t i = begin; i < end; ++i) {
               records[i] = std::move(forms[i]).and_then(Parsed);
             }
           });
    for (const Result<ReportRecord>& record : records) {
      if (!record) return tl::unexpected<Error>(record.error());
      TRY_RETURN(visit(*record));
    }
  }
  return {};
}

Result<std::vector<ReportHead>> SqliteStore::ReportHeads(
    const ReportId& only) const {
  return connection_->Guard([&]() -> Result<std::vector<ReportHead>> {
    Transaction same_record(session(), Purpose::kRead);
    return ReadHeads(session(), only);
  });
}

Result<std::vector<StoredRecommendation>> SqliteStore::Recommendations() const {
  return connection_->Guard([&]() -> Result<std::vector<StoredRecommendation>> {
    Transaction same_record(session(), Purpose::kRead);
    return ReadRecommendations(session());
  });
}

}  // namespace concord::store
