// What lists show of reports, from the tables alone: a walk over each of them,
// whatever the number of reports.

#include <algorithm>
#include <unordered_map>

#include "store/extraction_tables.h"

namespace concord::store {
namespace {

using Poco::Data::Session;

class Reader {
 public:
  Reader(Session& session, const ReportId& only)
      : session_(session), only_(only.value) {}

  std::vector<ReportHead> Read() {
    ReadReports();
    for (std::size_t i = 0; i < heads_.size(); ++i) {
      place_.emplace(heads_[i].id.value, i);
    }
    ReadDates();
    ReadCounts();
    ReadAuthors();
    ReadOcr();
    ReadCaptures();
    return std::move(heads_);
  }

 private:
  // `sql` asks of all reports; `key` is the column that names one. `visit` may
  // ask for Head(id) of the row.
  template <class... Targets, class Visit>
  void EachRow(const std::string& sql, const std::string& key,
               const std::string& order, std::tuple<Targets&...> targets,
               Visit visit) {
    if (only_.empty()) {
      ForEachRow(session_, sql + " WHERE true" + order, targets, visit);
    } else {
      ForEachRow(session_, sql + " WHERE " + key + " = ?" + order, targets,
                 visit, only_);
    }
  }

  ReportHead* Head(const std::string& id) {
    const auto place = place_.find(id);
    return place == place_.end() ? nullptr : &heads_[place->second];
  }

  void ReadReports() {
    ReportHead next;
    std::string kind;
    std::string decided_by;
    EachRow(
        "SELECT id, uri, kind, title, committee, report_number, presenter, "
        "charset_decided_by, "
        "(SELECT count(*) FROM resolutions WHERE report = reports.id) "
        "FROM reports",
        "id", " ORDER BY " + std::string(kReportOrder),
        std::tie(next.id.value, next.uri, kind, next.title, next.committee,
                 next.report_number, next.by, decided_by, next.resolutions),
        [&] {
          next.kind = Named<extraction::DocumentKind>(kind);
          next.ocr.reset();
          if (decided_by == "ocr") next.ocr.emplace();
          heads_.push_back(next);
        });
  }

  void ReadDates() {
    std::string report;
    extraction::DateMention date;
    EachRow(
        "SELECT report, printed, edtf, base, inferred, span_begin, span_end, "
        "rule, confidence FROM date_mentions",
        "report", " AND use = 'header'",
        std::tie(report, date.printed, date.edtf, date.base, date.inferred,
                 date.span.begin, date.span.end, date.rule, date.confidence),
        [&] {
          if (ReportHead* head = Head(report)) head->date = date;
        });
  }

  void ReadCounts() {
    using Kind = extraction::RecommendationKind;
    std::string report;
    std::string kind;
    EachRow("SELECT report, kind FROM recommendations", "report", "",
            std::tie(report, kind), [&] {
              ReportHead* head = Head(report);
              if (head == nullptr) return;
              const Kind known = Named<Kind>(kind);
              head->recommendations += known == Kind::kRecommendation;
              head->decisions += known == Kind::kDecision;
              head->commitments += known == Kind::kCommitment;
            });
  }

  void ReadAuthors() {
    std::string report;
    std::string kind;
    extraction::OwnerMention author;
    EachRow(
        "SELECT report, name, kind, post, unit, count, role, span_begin, "
        "span_end, rule, confidence FROM owner_mentions",
        "report", " AND use = 'author' ORDER BY report, ordinal",
        std::tie(report, author.name, kind, author.post, author.unit,
                 author.count, author.role, author.span.begin, author.span.end,
                 author.rule, author.confidence),
        [&] {
          author.kind = Named<extraction::OwnerKind>(kind);
          if (ReportHead* head = Head(report)) head->authors.push_back(author);
        });
  }

  // [[read, pages, confidence, program, language]]; nothing in a document that
  // was written before it said more than that OCR read it.
  void ReadOcr() {
    std::string report;
    document::OcrReading ocr;
    EachRow(
        "SELECT reports.id, said.value ->> 3, said.value ->> 4, "
        "said.value ->> 0, said.value ->> 1, said.value ->> 2 FROM reports, "
        "json_each(CASE WHEN json_valid(document_json) THEN document_json "
        "ELSE '{}' END, '$.ocr') AS said",
        "reports.id", " AND charset_decided_by = 'ocr'",
        std::tie(report, ocr.program, ocr.language, ocr.read, ocr.pages,
                 ocr.confidence),
        [&] {
          if (ReportHead* head = Head(report)) head->ocr = ocr;
        });
  }

  void ReadCaptures() {
    std::string report;
    CaptureRecord next;
    EachRow(
        "SELECT report, digest, uri, path, media_type, bytes, captured_at, "
        "imported_at, http_header FROM captures",
        "report", " ORDER BY rowid",
        std::tie(report, next.digest, next.uri, next.path, next.media_type,
                 next.bytes, next.captured_at, next.imported_at,
                 next.http_header),
        [&] {
          if (ReportHead* head = Head(report)) {
            head->captures.push_back(next);
          }
        });
  }

  Session& session_;
  std::string only_;
  std::vector<ReportHead> heads_;
  std::unordered_map<std::string, std::size_t> place_;
};

}  // namespace

std::vector<ReportHead> ReadHeads(Session& session, const ReportId& only) {
  return Reader(session, only).Read();
}

ReportHead HeadOf(const ReportRecord& report) {
  const extraction::Header& header = report.header();
  const auto& items = report.extraction.recommendations;
  const auto of_kind = [&](extraction::RecommendationKind kind) {
    return static_cast<std::uint64_t>(
        std::count_if(items.begin(), items.end(),
                      [&](const auto& item) { return item.kind == kind; }));
  };
  using extraction::RecommendationKind;
  return {.id = report.id,
          .uri = report.uri,
          .title = header.title.printed.empty() ? report.document.title
                                                : extraction::FullTitle(header),
          .kind = header.kind,
          .committee = header.committee.printed,
          .report_number = header.report_number.printed,
          .by = header.by.printed,
          .date = header.date,
          .authors = header.authors,
          .recommendations = of_kind(RecommendationKind::kRecommendation),
          .decisions = of_kind(RecommendationKind::kDecision),
          .commitments = of_kind(RecommendationKind::kCommitment),
          .resolutions = report.extraction.resolutions.size(),
          .ocr = report.document.ocr,
          .captures = report.captures};
}

}  // namespace concord::store
