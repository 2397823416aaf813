// One report into the record: the original first, then one transaction.
//
// A crash between the two leaves an original that nothing points at, which is
// harmless; the other order would leave a report whose evidence is gone.

#include <fmt/format.h>

#include "concord/base/digest.h"
#include "concord/base/fail_point.h"
#include "concord/document/sketch.h"
#include "concord/extraction/forms.h"
#include "store/extraction_tables.h"
#include "store/sqlite_store.h"

namespace concord::store {
namespace {

using Poco::Data::Session;

constexpr std::size_t kShortestId = 12;

std::optional<ReportId> AsId(std::optional<std::string> text) {
  if (!text) return std::nullopt;
  return ReportId{std::move(*text)};
}

std::optional<ReportId> ReportOfCapture(Statements& statements,
                                        const std::string& digest) {
  return AsId(statements.FirstText(
      "SELECT report FROM captures WHERE digest = ?", digest));
}

std::optional<ReportId> ReportOfWords(Statements& statements,
                                      const std::string& text_digest) {
  return AsId(statements.FirstText(
      "SELECT id FROM reports WHERE text_digest = ?", text_digest));
}

// "r" and as many digits of the digest as no other report has: twelve, but
// for one report in 2^48 / reports held.
ReportId FreeId(Statements& statements, const std::string& text_digest) {
  for (std::size_t digits = kShortestId;; ++digits) {
    ReportId id{"r" + text_digest.substr(0, digits)};
    if (digits >= text_digest.size() ||
        !statements.FirstText("SELECT id FROM reports WHERE id = ?",
                              id.value)) {
      return id;
    }
  }
}

Result<> VerifyParents(const extraction::Extraction& extraction) {
  const auto count =
      static_cast<std::int32_t>(extraction.recommendations.size());
  for (const auto& item : extraction.recommendations) {
    if (item.parent < -1 || item.parent >= count) {
      return Fail(ErrorCode::kInternal,
                  fmt::format("a recommendation is part of number {} of {}",
                              item.parent, count));
    }
  }
  return {};
}

Result<> VerifyRequest(const PutRequest& request,
                       const std::string& text_digest) {
  if (request.capture.digest != Sha256Hex(request.bytes)) {
    return Fail(ErrorCode::kInvalidArgument,
                "the digest of the capture is not that of its bytes");
  }
  if (text_digest.empty()) {
    return Fail(ErrorCode::kInvalidArgument,
                "no words are left beside the page's menus and banners");
  }
  TRY_RETURN(document::Verify(request.document));
  TRY_RETURN(extraction::Verify(request.extraction, request.document));
  return VerifyParents(request.extraction);
}

void InsertReport(Statements& statements, const ReportId& id,
                  const std::string& text_digest, const PutRequest& request) {
  const document::Document& document = request.document;
  const extraction::Header& header = request.extraction.header;
  const auto [earliest, latest] = DayTexts(header.date.edtf);
  statements.Run(
      "INSERT INTO reports (id, text_digest, uri, kind, title, committee, "
      "report_number, date_printed, date_edtf, date_earliest, date_latest, "
      "presenter, contact_unit, charset, charset_decided_by, "
      "charset_replacements, text, document_json, extraction_json) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
      "json_remove(?, '$.text'), ?)",
      id.value, text_digest, request.capture.uri,
      std::string(Name(header.kind)),
      header.title.printed.empty() ? document.title
                                   : extraction::FullTitle(header),
      header.committee.printed, header.report_number.printed,
      header.date.printed, header.date.edtf, earliest, latest,
      header.by.printed, header.contact_unit.printed, document.charset.charset,
      document.charset.decided_by, document.charset.replacements, document.text,
      document::ToJson(document), extraction::ToStoredJson(request.extraction));
  WriteExtraction(statements, id.value, request.extraction);
  for (const std::uint64_t number : document::Sketch(document)) {
    statements.Run("INSERT INTO sketches (number, report) VALUES (?, ?)",
                   static_cast<std::int64_t>(number), id.value);
  }
  statements.Run("INSERT INTO outbox (report) VALUES (?)", id.value);
}

void InsertCapture(Statements& statements, const ReportId& report,
                   const CaptureRecord& capture) {
  statements.Run(
      "INSERT INTO captures (digest, report, uri, path, media_type, bytes, "
      "captured_at, imported_at, http_header) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      capture.digest, report.value, capture.uri, capture.path,
      capture.media_type, capture.bytes, capture.captured_at,
      capture.imported_at, capture.http_header);
}

bool IsKnown(Session& session, const CaptureRecord& capture) {
  return ReadNumber(session,
                    "SELECT count(*) FROM captures WHERE digest = ? AND "
                    "uri = ? AND captured_at = ?",
                    capture.digest, capture.uri, capture.captured_at) != 0;
}

}  // namespace

Result<PutResult> SqliteStore::Put(const PutRequest& request) {
  TRY_RETURN(RequireWriter());
  const std::string text_digest = document::TextDigest(request.document);
  TRY_RETURN(VerifyRequest(request, text_digest));
  const std::string& digest = request.capture.digest;
  TRY_RETURN(batch_ ? originals_.Stage(digest, request.bytes)
                    : originals_.Keep(digest, request.bytes));
  FailPoint("store.original");
  return connection_->Guard([&]() -> Result<PutResult> {
    Transaction transaction(session(), ToWrite());
    if (auto held = ReportOfCapture(statements(), digest)) {
      return PutResult{*held, false};
    }
    PutResult result;
    if (auto held = ReportOfWords(statements(), text_digest)) {
      result.report = *held;
    } else if (request.same_as) {
      result.report = *request.same_as;
    } else {
      result = {FreeId(statements(), text_digest), true};
      InsertReport(statements(), result.report, text_digest, request);
      result.sequence = ReadNumber(session(), "SELECT last_insert_rowid()");
    }
    CaptureRecord capture = request.capture;
    capture.bytes = request.bytes.size();
    if (capture.imported_at.empty()) capture.imported_at = Now();
    InsertCapture(statements(), result.report, capture);
    transaction.Commit();
    return result;
  });
}

Result<std::optional<ReportId>> SqliteStore::FindByDigest(
    std::string_view digest) const {
  return connection_->Guard([&]() -> Result<std::optional<ReportId>> {
    return ReportOfCapture(statements(), std::string(digest));
  });
}

Result<std::optional<ReportId>> SqliteStore::FindByWords(
    std::string_view text_digest) const {
  return connection_->Guard([&]() -> Result<std::optional<ReportId>> {
    return ReportOfWords(statements(), std::string(text_digest));
  });
}

Result<std::vector<ReportId>> SqliteStore::FindAlike(
    const std::vector<std::uint64_t>& sketch,
    std::string_view media_type) const {
  return connection_->Guard([&]() -> Result<std::vector<ReportId>> {
    std::vector<std::int64_t> numbers(sketch.begin(), sketch.end());
    numbers.resize(4, numbers.empty() ? 0 : numbers.back());
    std::vector<ReportId> found;
    if (sketch.empty()) return found;
    std::string report;
    ForEachRow(
        session(),
        "SELECT report FROM sketches WHERE number IN (?, ?, ?, ?) AND "
        "NOT EXISTS (SELECT 1 FROM captures WHERE captures.report = "
        "sketches.report AND media_type = ?) "
        "GROUP BY report ORDER BY count(*) DESC, report LIMIT 8",
        std::tie(report), [&] { found.push_back({report}); }, numbers[0],
        numbers[1], numbers[2], numbers[3], std::string(media_type));
    return found;
  });
}

Result<> VerifyPut(const PutRequest& request) {
  return VerifyRequest(request, document::TextDigest(request.document));
}

std::vector<StoredRecommendation> RecommendationsOf(
    const ReportRecord& report) {
  std::vector<StoredRecommendation> all;
  const auto& items = report.extraction.recommendations;
  for (std::size_t i = 0; i < items.size(); ++i) {
    StoredRecommendation one;
    one.id.value = RecommendationIdText(report.id.value, i);
    one.report = report.id;
    one.uri = report.uri;
    one.report_title = report.header().title.printed.empty()
                           ? report.document.title
                           : extraction::FullTitle(report.header());
    one.committee = report.header().committee.printed;
    one.report_date = report.header().date;
    one.item = items[i];
    all.push_back(std::move(one));
  }
  return all;
}

Result<> SqliteStore::AddCapture(const ReportId& report,
                                 const CaptureRecord& capture) {
  TRY_RETURN(RequireWriter());
  return connection_->Guard([&]() -> Result<> {
    Transaction transaction(session(), ToWrite());
    if (!IsKnown(session(), capture)) {
      CaptureRecord added = capture;
      if (added.imported_at.empty()) added.imported_at = Now();
      InsertCapture(statements(), report, added);
    }
    transaction.Commit();
    return {};
  });
}

Result<std::optional<ReportId>> SqliteStore::FindCapture(
    std::string_view uri, std::string_view captured_at) const {
  return connection_->Guard([&]() -> Result<std::optional<ReportId>> {
    ReportId id;
    if (!ReadRow(session(),
                 "SELECT report FROM captures WHERE uri = ? AND "
                 "captured_at = ? ORDER BY id LIMIT 1",
                 std::tie(id.value), std::string(uri),
                 std::string(captured_at))) {
      return std::nullopt;
    }
    return id;
  });
}

Result<std::optional<ReportId>> SqliteStore::FindLastAt(
    std::string_view uri) const {
  return connection_->Guard([&]() -> Result<std::optional<ReportId>> {
    return AsId(
        statements().FirstText("SELECT report FROM captures WHERE uri = ? "
                               "ORDER BY captured_at DESC, id DESC LIMIT 1",
                               std::string(uri)));
  });
}

Result<> SqliteStore::BeginBatch() {
  TRY_RETURN(RequireWriter());
  if (batch_) {
    return Fail(ErrorCode::kInvalidArgument, "a batch is open already");
  }
  return connection_->Guard([&]() -> Result<> {
    batch_ = std::make_unique<Transaction>(session(), Purpose::kWrite);
    return {};
  });
}

Result<> SqliteStore::CommitBatch() {
  if (!batch_) {
    return Fail(ErrorCode::kInvalidArgument, "no batch is open");
  }
  const std::unique_ptr<Transaction> batch = std::move(batch_);
  if (auto kept = originals_.KeepStaged(); !kept) {
    originals_.DropStaged();
    return kept;
  }
  FailPoint("store.originals-kept");
  return connection_->Guard([&]() -> Result<> {
    batch->Commit();
    FailPoint("store.rows-kept");
    return {};
  });
}

}  // namespace concord::store
