// Every item of the walk ends exactly once: indexed, duplicate, skipped or
// quarantined; the sum is checked at the end of every run.
//
// Items are written in batches: the originals of a batch, then its rows in one
// transaction, then its reports go to the index. What has become of an item is
// told when its batch is durable, never before.

#include "engine/import/importer.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <limits>
#include <map>
#include <set>

#include "base/json_object.h"
#include "concord/document/ocr.h"
#include "concord/document/response_mark.h"
#include "concord/extraction/table_mapping.h"
#include "concord/overlap/versions.h"
#include "concord/source/source.h"
#include "engine/import/extracted.h"
#include "engine/import/item_remarks.h"
#include "engine/import/known.h"
#include "engine/import/no_report.h"
#include "engine/import/other_formats.h"
#include "engine/import/pipeline.h"
#include "engine/import/rows.h"
#include "engine/import/run_details.h"
#include "engine/import/tally.h"

namespace concord::engine {
namespace {

using std::chrono::steady_clock;
using store::LedgerRow;
using store::Outcome;

// A batch ends when it has so many items or bytes, or when so much time is
// over: few enough to be told of soon, and enough for one sync to serve many.
constexpr std::size_t kBatchItems = 64;
constexpr std::uint64_t kBatchBytes = 16u << 20;
constexpr std::chrono::milliseconds kBatchTime{400};
constexpr std::chrono::milliseconds kPatience{100};

// A page fetched so recently is not asked for again.
constexpr std::chrono::hours kFresh{24};

// Of an item that is indexed: its address held another text before.
constexpr const char* kChanged = "changed";

// Errors after which the next item can only fail too.
bool IsFatal(const Error& error) {
  return error.code() == ErrorCode::kDiskFull ||
         error.code() == ErrorCode::kConflict ||
         error.code() == ErrorCode::kIntegrity;
}

bool AnyPage(const std::vector<std::string>& paths) {
  return std::any_of(paths.begin(), paths.end(), source::IsWebAddress);
}

std::string SettingsJson(const EngineOptions& options,
                         const ImportRequest& request) {
  JsonObject object = NewObject();
  object.set("jobs", Jobs(options.jobs));
  object.set("limit", request.limit);
  object.set("since", OrNull(request.since));
  object.set("retry_failed", request.retry_failed);
  object.set("read_archives", request.read_archives);
  object.set("from_extracted", request.from_extracted);
  if (!request.ocr_language.empty()) {
    object.set("ocr_language", request.ocr_language);
  }
  return Line(object);
}

class Run {
 public:
  Run(const EngineOptions& options, const ImportRequest& request,
      const ImportPlaces& places, ImportObserver& observer)
      : options_(options),
        request_(request),
        places_(places),
        observer_(observer),
        formats_(places.reader) {}

  Result<ImportSummary> Go() {
    TRY_ASSIGN(ocr_, FindOcr(request_.ocr_language));
    TRY_ASSIGN(source_.since, ReadSince(request_.since));
    source_.read_archives = request_.read_archives;
    source_.web.allow_private = request_.allow_private;
    source_.web.other_hosts = request_.other_hosts;
    source_.web.delay = std::chrono::milliseconds(request_.web_delay_ms);
    TRY_ASSIGN(paths_, Paths());
    TRY_ASSIGN(source_.web.settled, Fetched());
    std::uint64_t expected =
        request_.from_extracted ? 0 : source::CountItems(paths_, source_);
    if (request_.limit > 0) expected = std::min(expected, request_.limit);
    tally_.Expect(expected);
    if (places_.reader != nullptr) {
      TRY_ASSIGN(settled_,
                 places_.reader->SettledDigests(!request_.retry_failed));
    }
    if (places_.writer != nullptr) {
      TRY_ASSIGN(run_,
                 places_.writer->BeginRun(request_.arguments,
                                          SettingsJson(options_, request_)));
    }
    TRY_RETURN(request_.from_extracted ? ReadExtracted() : ReadAll());
    return End();
  }

 private:
  bool Interrupted() const {
    return options_.interrupted != nullptr && options_.interrupted->load() != 0;
  }

  // What the request names, or with retry_failed and no names what failed.
  Result<std::vector<std::string>> Paths() const {
    if (!request_.paths.empty() || !request_.retry_failed ||
        places_.reader == nullptr) {
      return request_.paths;
    }
    TRY_ASSIGN(const auto sources,
               places_.reader->FailedSources(!request_.ocr_language.empty()));
    std::vector<std::string> paths;
    for (const std::string& source : sources) {
      // What is no file's address is a page's.
      paths.push_back(source::PathOfFileUri(source).value_or(source));
    }
    return paths;
  }

  // So that a long list of addresses goes on where it was stopped.
  Result<std::set<std::string>> Fetched() const {
    if (!AnyPage(paths_) || request_.refetch || places_.reader == nullptr)
      return {};
    TRY_ASSIGN(auto fetched, places_.reader->FetchedSources(kFresh));
    if (request_.retry_failed) {
      TRY_ASSIGN(const auto failed,
                 places_.reader->FailedSources(!request_.ocr_language.empty()));
      for (const std::string& source : failed) fetched.erase(source);
    }
    return fetched;
  }

  Result<> ReadAll() {
    Pipeline pipeline(paths_, {.program = options_.program,
                               .jobs = options_.jobs,
                               .source = source_,
                               .limit = request_.limit,
                               .settled = &settled_,
                               .ocr = ocr_});
    while (!Interrupted()) {
      PipelineItem item;
      TRY_ASSIGN(const Pipeline::Taken taken, pipeline.Next(kPatience, &item));
      if (taken == Pipeline::Taken::kEnd) return CommitBatch();
      if (taken == Pipeline::Taken::kNotYet) {
        TRY_RETURN(CommitBatch());
        observer_.OnWait(tally_.SoFar());
        continue;
      }
      TRY_RETURN(Take(std::move(item)));
      if (batch_.size() >= kBatchItems || batch_bytes_ >= kBatchBytes ||
          steady_clock::now() - batch_start_ >= kBatchTime) {
        TRY_RETURN(CommitBatch());
      }
    }
    interrupted_ = true;
    return CommitBatch();
  }

  // Lines that were extracted elsewhere; checked by Put as all are.
  Result<> ReadExtracted() {
    ExtractedReader reader(paths_, request_.limit);
    for (PipelineItem item; reader.Next(&item); item = PipelineItem()) {
      tally_.ExpectOneMore();
      item.settled =
          item.source.capture && settled_.Contains(item.source.capture->digest);
      TRY_RETURN(Take(std::move(item)));
      if (batch_.size() >= kBatchItems || batch_bytes_ >= kBatchBytes) {
        TRY_RETURN(CommitBatch());
      }
      if (Interrupted()) {
        interrupted_ = true;
        break;
      }
    }
    return CommitBatch();
  }

  Result<> Take(PipelineItem item) {
    if (batch_.empty()) {
      batch_start_ = steady_clock::now();
      if (places_.writer != nullptr) TRY_RETURN(places_.writer->BeginBatch());
    }
    if (item.source.is_member) tally_.ExpectOneMore();
    LedgerRow row = Start(item);
    if (places_.writer == nullptr && !item.error) {
      auto tables = extraction::MapTables(item.document, item.extraction);
      if (!tables.empty()) previews_.emplace(batch_.size(), std::move(tables));
    }
    const std::string named = NameRemark(item.source.uri, row.media_type);
    TRY_RETURN(Finish(std::move(item), &row));
    // A file without words is of no kind.
    if (row.code != "empty") AddRemark(named, &row.reason);
    if (places_.writer != nullptr) {
      TRY_RETURN(places_.writer->AddLedgerRow(row));
    }
    batch_bytes_ += row.bytes;
    batch_.push_back(std::move(row));
    return {};
  }

  LedgerRow Start(const PipelineItem& item) const {
    LedgerRow row{.run = run_,
                  .path = item.source.path,
                  .uri = item.source.uri,
                  .media_type = item.source.media_type,
                  .bytes = item.source.bytes,
                  .source = item.source.source,
                  .seconds = item.seconds};
    if (item.source.capture) {
      row.digest = item.source.capture->digest;
      row.media_type = item.source.capture->media_type;
      row.bytes = item.source.capture->bytes.size();
    }
    const bool stated = item.source.capture && item.source.capture->has_address;
    if (!stated && !item.document.uri.empty()) row.uri = item.document.uri;
    return row;
  }

  // Decides the outcome and writes the report. The error is fatal for the run.
  Result<> Finish(PipelineItem item, LedgerRow* row) {
    const KnownItems known(run_, places_);
    if (item.source.revisit) return known.FinishRevisit(item, row);
    if (item.settled) return known.FinishSettled(item, row);
    if (item.error) return known.FinishFailed(item, row);
    const std::string words = document::TextDigest(item.document);
    if (words.empty()) {
      row->outcome = Outcome::kSkipped;
      row->code = "empty";
      row->reason = "no words are left without the page's chrome";
      row->stage = "decode";
      return {};
    }
    const std::string no_report = IsNamed(item) ? "" : WhyNoReport(item);
    if (!no_report.empty()) {
      row->outcome = Outcome::kSkipped;
      row->code = "no_report";
      row->reason = no_report;
      row->stage = "extract";
      return {};
    }
    std::string cut = CutWordsRemark(item.document.text);
    if (const auto scope = document::ResponseScope(item.document)) {
      // Every word of it but the answers is quoted, and would be counted,
      // cited and answered a second time.
      extraction::Extraction own;
      own.header = std::move(item.extraction.header);
      own.header.kind = extraction::DocumentKind::kResponse;
      item.extraction = std::move(own);
      cut = document::ResponseNote(*scope) +
            ": what it quotes is not read as recommended again" +
            (cut.empty() ? "" : "; " + cut);
    }
    const ReportCounts counts = CountsOf(item.extraction);
    const auto ocr = item.document.ocr;
    TRY_ASSIGN(const auto same_as, formats_.Find(item, row->media_type));
    TRY_ASSIGN(const auto before, FoundBefore(item, row->uri));
    Result<store::PutResult> put = Put(std::move(item), words, same_as, *row);
    if (!put) {
      if (IsFatal(put.error())) return tl::unexpected<Error>(put.error());
      known.Quarantine(put.error(), "store", row);
      return {};
    }
    row->report = put->report;
    if (!put->is_new) {
      row->outcome = Outcome::kDuplicate;
      row->code = "duplicate";
      row->reason = (same_as == put->report ? "another format of report "
                                            : "the same words as report ") +
                    put->report.value;
      return {};
    }
    row->outcome = Outcome::kIndexed;
    if (before) {
      row->code = kChanged;
      AddRemark("changed since: report " + before->value +
                    ", read from the same address before, is kept as an "
                    "earlier version",
                &row->reason);
    }
    if (ocr) AddRemark(NoteOf(*ocr), &row->reason);
    AddRemark(cut, &row->reason);
    tally_.AddReport(counts);
    return {};
  }

  // By a person, who knows what it is.
  bool IsNamed(const PipelineItem& item) const {
    return std::find(paths_.begin(), paths_.end(), item.source.path) !=
           paths_.end();
  }

  // The report that this address held before, where this is a later text of the
  // same paper.
  Result<std::optional<ReportId>> FoundBefore(const PipelineItem& item,
                                              const std::string& uri) const {
    if (places_.reader == nullptr) return std::nullopt;
    TRY_ASSIGN(const auto last, places_.reader->FindLastAt(uri));
    if (!last) return std::nullopt;
    store::ReportRecord now;
    now.uri = uri;
    now.document = item.document;
    now.extraction = item.extraction;
    const source::Capture& capture = *item.source.capture;
    // The last of the record, whatever its number.
    now.captures.push_back(
        {.uri = uri,
         .captured_at =
             capture.has_address ? TimeText(capture.captured_at) : "",
         .number = std::numeric_limits<std::int64_t>::max()});
    TRY_ASSIGN(const store::ReportRecord held,
               places_.reader->GetReport(*last));
    const auto replaced = overlap::FindReplaced({&held, &now});
    const bool is = !replaced.empty() && replaced.front().id == held.id;
    return is ? last : std::nullopt;
  }

  Result<store::PutResult> Put(PipelineItem item, const std::string& words,
                               const std::optional<ReportId>& same_as,
                               const LedgerRow& row) {
    source::Capture& capture = *item.source.capture;
    store::PutRequest request;
    request.capture = {
        .digest = capture.digest,
        .uri = row.uri,
        .path = row.path,
        .media_type = capture.media_type,
        .bytes = capture.bytes.size(),
        .captured_at = capture.has_address ? TimeText(capture.captured_at) : "",
        .http_header = capture.http_header};
    request.bytes = std::move(capture.bytes);
    request.document = std::move(item.document);
    request.extraction = std::move(item.extraction);
    request.same_as = same_as;
    if (places_.writer == nullptr) return TryPut(request, words);
    TRY_ASSIGN(const store::PutResult result, places_.writer->Put(request));
    if (!result.is_new) {
      if (!capture.has_address) return result;
      TRY_RETURN(places_.writer->AddCapture(result.report, request.capture));
    } else if (places_.index != nullptr) {
      store::ReportRecord report;
      report.id = result.report;
      report.uri = request.capture.uri;
      report.text_digest = words;
      report.document = std::move(request.document);
      report.extraction = std::move(request.extraction);
      to_index_.emplace_back(std::move(report), result.sequence);
    }
    return result;
  }

  // What Put would say, without putting.
  Result<store::PutResult> TryPut(const store::PutRequest& request,
                                  const std::string& words) {
    TRY_RETURN(store::VerifyPut(request));
    if (places_.reader != nullptr) {
      TRY_ASSIGN(const auto held, places_.reader->FindByWords(words));
      if (held) return store::PutResult{*held, false};
    }
    const ReportId id{"r" + words.substr(0, 12)};
    if (dry_seen_.count(words) > 0) return store::PutResult{id, false};
    if (request.same_as) return store::PutResult{*request.same_as, false};
    dry_seen_.insert(words);
    formats_.Remember(id, request);
    return store::PutResult{id, true};
  }

  // Makes the batch durable, hands it to the index, and tells of it.
  Result<> CommitBatch() {
    if (batch_.empty()) return {};
    if (places_.writer != nullptr) TRY_RETURN(places_.writer->CommitBatch());
    for (std::size_t i = 0; i < batch_.size(); ++i) {
      tally_.AddRow(batch_[i]);
      observer_.OnItem(ViewOf(batch_[i], previews_[i]), tally_.SoFar());
    }
    previews_.clear();
    batch_.clear();
    batch_bytes_ = 0;
    for (const auto& [report, sequence] : to_index_) {
      TRY_RETURN(places_.index->Put(report, sequence));
    }
    to_index_.clear();
    return {};
  }

  Result<ImportSummary> End() {
    ImportSummary summary{.run = run_,
                          .totals = tally_.AtTheEnd(),
                          .interrupted = interrupted_,
                          .dry_run = places_.writer == nullptr};
    if (places_.index != nullptr) {
      observer_.OnStage("writing the index");
      TRY_RETURN(places_.index->Commit());
    }
    summary.totals.seconds = tally_.Seconds();
    if (places_.writer != nullptr) TRY_RETURN(EndRun(summary.totals));
    summary.json = SummaryJson(summary);
    return summary;
  }

  Result<> EndRun(const ImportTotals& totals) {
    return places_.writer->EndRun({.id = run_,
                                   .arguments = request_.arguments,
                                   .seen = totals.seen,
                                   .indexed = totals.indexed,
                                   .duplicate = totals.duplicate,
                                   .skipped = totals.skipped,
                                   .quarantined = totals.quarantined,
                                   .recommendations = totals.recommendations,
                                   .bytes = totals.bytes,
                                   .seconds = totals.seconds,
                                   .peak_memory = PeakMemory(),
                                   .details = tally_.Details()});
  }

  const EngineOptions& options_;
  const ImportRequest& request_;
  const ImportPlaces places_;
  ImportObserver& observer_;
  OtherFormats formats_;
  source::SourceOptions source_;
  std::optional<document::Ocr> ocr_;
  std::vector<std::string> paths_;
  store::DigestSet settled_;
  std::int64_t run_ = 0;
  ImportTally tally_;
  bool interrupted_ = false;
  std::set<std::string> dry_seen_;

  // The batch: rows that are not durable yet, and their new reports.
  std::vector<LedgerRow> batch_;
  // Of a dry run: the tables of items of the batch, by their number in it.
  std::map<std::size_t, std::vector<extraction::MappedTable>> previews_;
  std::uint64_t batch_bytes_ = 0;
  steady_clock::time_point batch_start_;
  std::vector<std::pair<store::ReportRecord, std::int64_t>> to_index_;
};

}  // namespace

bool AnyChanged(const ImportRequest& request) {
  source::SourceOptions options;
  const auto since = ReadSince(request.since);
  if (since) options.since = *since;
  return source::CountItems(request.paths, options) > 0;
}

bool FetchesPages(const ImportRequest& request) {
  return AnyPage(request.paths);
}

Result<ImportSummary> RunImport(const EngineOptions& options,
                                const ImportRequest& request,
                                const ImportPlaces& places,
                                ImportObserver& observer) {
  return Run(options, request, places, observer).Go();
}

}  // namespace concord::engine
