// Every item of the walk ends exactly once: indexed, duplicate, skipped or
// quarantined; the sum is checked at the end of every run.

#include "importer.h"

#include <chrono>
#include <map>
#include <set>

#include "concord/source/source.h"
#include "json_object.h"

namespace concord::engine {
namespace {

using store::LedgerRow;
using store::Outcome;

// What an input may be without being wrong: another kind of file, or nothing.
bool IsSkip(const Error& error) {
  return error.code() == ErrorCode::kUnsupported;
}

// Errors after which the next item can only fail too.
bool IsFatal(const Error& error) {
  return error.code() == ErrorCode::kDiskFull ||
         error.code() == ErrorCode::kConflict;
}

JsonObject TotalsJson(const ImportTotals& totals) {
  JsonObject object = NewObject();
  object.set("seen", totals.seen);
  object.set("indexed", totals.indexed);
  object.set("duplicate", totals.duplicate);
  object.set("skipped", totals.skipped);
  object.set("quarantined", totals.quarantined);
  object.set("recommendations", totals.recommendations);
  object.set("resolutions", totals.resolutions);
  object.set("bytes", totals.bytes);
  object.set("seconds", totals.seconds);
  return object;
}

ItemView ViewOf(const LedgerRow& row) {
  ItemView view{.path = row.path,
                .uri = row.uri,
                .outcome = std::string(Name(row.outcome)),
                .code = row.code,
                .reason = row.reason,
                .stage = row.stage,
                .report = row.report.value};
  JsonObject object = NewObject();
  object.set("type", "item");
  object.set("path", view.path);
  object.set("uri", view.uri);
  object.set("outcome", view.outcome);
  object.set("code", OrNull(view.code));
  object.set("reason", OrNull(view.reason));
  object.set("stage", OrNull(view.stage));
  object.set("report", OrNull(view.report));
  object.set("media_type", OrNull(row.media_type));
  object.set("bytes", row.bytes);
  view.json = Line(object);
  return view;
}

class Run {
 public:
  Run(const EngineOptions& options, const ImportRequest& request,
      store::Store* store, ImportObserver& observer)
      : options_(options),
        request_(request),
        store_(store),
        observer_(observer),
        start_(std::chrono::steady_clock::now()) {}

  Result<ImportSummary> Go() {
    totals_.total = source::CountItems(request_.paths);
    if (store_ != nullptr) {
      TRY_ASSIGN(run_, store_->BeginRun(request_.arguments));
    }
    TRY_RETURN(ReadAll());
    TRY_RETURN(End());
    return Summary();
  }

 private:
  bool Interrupted() const {
    return options_.interrupted != nullptr && options_.interrupted->load() != 0;
  }

  Result<> ReadAll() {
    Pipeline pipeline(request_.paths, {options_.program, options_.jobs});
    while (std::optional<PipelineItem> item = pipeline.Next()) {
      LedgerRow row = Start(*item);
      Result<> finished = Finish(std::move(*item), &row);
      if (!finished) return finished;
      TRY_RETURN(Count(row));
      if (Interrupted()) {
        interrupted_ = true;
        break;
      }
    }
    return {};
  }

  LedgerRow Start(const PipelineItem& item) const {
    LedgerRow row{
        .run = run_, .path = item.source.path, .uri = item.source.uri};
    if (item.source.capture) {
      row.digest = item.source.capture->digest;
      row.media_type = item.source.capture->media_type;
      row.bytes = item.source.capture->bytes.size();
    }
    if (!item.document.uri.empty()) row.uri = item.document.uri;
    return row;
  }

  // Decides the outcome and writes the report. The error is fatal for the run.
  Result<> Finish(PipelineItem item, LedgerRow* row) {
    if (item.error) {
      row->outcome =
          IsSkip(*item.error) ? Outcome::kSkipped : Outcome::kQuarantined;
      row->code = Name(item.error->code());
      row->reason = item.error->message();
      row->stage = item.stage;
      return {};
    }
    const std::string words = document::TextDigest(item.document);
    if (words.empty()) {
      row->outcome = Outcome::kSkipped;
      row->code = "empty";
      row->reason = "no words are left without the page's chrome";
      row->stage = "decode";
      return {};
    }
    const auto recommendations = item.extraction.recommendations.size();
    const auto resolutions = item.extraction.resolutions.size();
    Result<store::PutResult> put = Put(std::move(item), words);
    if (!put) {
      if (IsFatal(put.error())) return Fail(put.error());
      row->outcome = Outcome::kQuarantined;
      row->code = Name(put.error().code());
      row->reason = put.error().message();
      row->stage = "store";
      return {};
    }
    row->report = put->report;
    if (!put->is_new) {
      row->outcome = Outcome::kDuplicate;
      row->code = "duplicate";
      row->reason = "the same words as report " + put->report.value;
      return {};
    }
    row->outcome = Outcome::kIndexed;
    totals_.recommendations += recommendations;
    totals_.resolutions += resolutions;
    return {};
  }

  static tl::unexpected<Error> Fail(const Error& error) {
    return tl::unexpected<Error>(error);
  }

  Result<store::PutResult> Put(PipelineItem item, const std::string& words) {
    if (store_ == nullptr) {
      const ReportId id{"r" + words.substr(0, 12)};
      return store::PutResult{id, dry_seen_.insert(words).second};
    }
    source::Capture& capture = *item.source.capture;
    store::PutRequest request;
    request.capture = {.digest = capture.digest,
                       .uri = item.document.uri,
                       .path = item.source.path,
                       .media_type = capture.media_type,
                       .bytes = capture.bytes.size()};
    request.bytes = std::move(capture.bytes);
    request.document = std::move(item.document);
    request.extraction = std::move(item.extraction);
    return store_->Put(request);
  }

  Result<> Count(const LedgerRow& row) {
    if (store_ != nullptr) TRY_RETURN(store_->AddLedgerRow(row));
    ++totals_.seen;
    totals_.bytes += row.bytes;
    switch (row.outcome) {
      case Outcome::kIndexed:
        ++totals_.indexed;
        break;
      case Outcome::kDuplicate:
        ++totals_.duplicate;
        break;
      case Outcome::kSkipped:
        ++totals_.skipped;
        break;
      case Outcome::kQuarantined:
        ++totals_.quarantined;
        break;
    }
    totals_.seconds = Seconds();
    observer_.OnItem(ViewOf(row), totals_);
    return {};
  }

  Result<> End() {
    CHECK(totals_.seen == totals_.indexed + totals_.duplicate +
                              totals_.skipped + totals_.quarantined,
          "every item ends once");
    totals_.seconds = Seconds();
    if (store_ == nullptr) return {};
    return store_->EndRun({.id = run_,
                           .arguments = request_.arguments,
                           .seen = totals_.seen,
                           .indexed = totals_.indexed,
                           .duplicate = totals_.duplicate,
                           .skipped = totals_.skipped,
                           .quarantined = totals_.quarantined,
                           .recommendations = totals_.recommendations});
  }

  ImportSummary Summary() const {
    ImportSummary summary{.run = run_,
                          .totals = totals_,
                          .interrupted = interrupted_,
                          .dry_run = store_ == nullptr};
    JsonObject object = NewObject();
    object.set("type", "summary");
    object.set("run", run_);
    const JsonObject totals = TotalsJson(totals_);
    for (const std::string& name : totals.getNames()) {
      object.set(name, totals.get(name));
    }
    object.set("dry_run", summary.dry_run);
    object.set("interrupted", summary.interrupted);
    summary.json = Line(object);
    return summary;
  }

  double Seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() -
                                         start_)
        .count();
  }

  const EngineOptions& options_;
  const ImportRequest& request_;
  store::Store* store_;
  ImportObserver& observer_;
  std::chrono::steady_clock::time_point start_;
  std::int64_t run_ = 0;
  ImportTotals totals_;
  bool interrupted_ = false;
  std::set<std::string> dry_seen_;
};

}  // namespace

Result<ImportSummary> RunImport(const EngineOptions& options,
                                const ImportRequest& request,
                                store::Store* store, ImportObserver& observer) {
  return Run(options, request, store, observer).Go();
}

}  // namespace concord::engine
