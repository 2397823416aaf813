// Reports read back from their lossless forms.

#include <fmt/format.h>

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
      "imported_at, http_header FROM captures WHERE report = ? ORDER BY rowid",
      std::tie(next.digest, next.uri, next.path, next.media_type, next.bytes,
               next.captured_at, next.imported_at, next.http_header),
      [&] { captures.push_back(next); }, id.value);
  return captures;
}

}  // namespace

Result<ReportRecord> SqliteStore::GetReport(const ReportId& id) const {
  return connection_->Guard([&]() -> Result<ReportRecord> {
    ReportRecord record;
    record.id = id;
    std::string document_json;
    std::string extraction_json;
    if (!ReadRow(session(),
                 "SELECT uri, text_digest, CASE WHEN json_valid(document_json) "
                 "THEN json_set(document_json, '$.text', text) "
                 "ELSE document_json END, extraction_json "
                 "FROM reports WHERE id = ?",
                 std::tie(record.uri, record.text_digest, document_json,
                          extraction_json),
                 id.value)) {
      return Fail(ErrorCode::kNotFound,
                  fmt::format("no report has the id '{}'", id.value));
    }
    TRY_ASSIGN(record.document, document::FromJson(document_json));
    TRY_ASSIGN(record.extraction, extraction::FromStoredJson(extraction_json));
    record.captures = ReadCaptures(session(), id);
    return record;
  });
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

// The ids first and then one report at a time: no statement stays open while
// the visitor works, so a long walk neither holds the log of a writer nor
// sees its own writes.
Result<> SqliteStore::ForEachReport(
    const std::function<Result<>(const ReportRecord&)>& visit) const {
  TRY_ASSIGN(const std::vector<ReportId> ids, ReportIds());
  for (const ReportId& id : ids) {
    TRY_ASSIGN(const ReportRecord record, GetReport(id));
    TRY_RETURN(visit(record));
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
