#include "engine/import/known.h"

#include "engine/import/rows.h"

namespace concord::engine {
namespace {

using store::LedgerRow;
using store::Outcome;

// What an input may be without being wrong: another kind of file, or nothing.
bool IsSkip(const Error& error) {
  return error.code() == ErrorCode::kUnsupported;
}

}  // namespace

void KnownItems::Quarantine(const Error& error, const std::string& stage,
                            LedgerRow* row) const {
  row->outcome = Outcome::kQuarantined;
  row->code = Name(error.code());
  row->reason = error.message();
  row->stage = stage;
  row->log = LogOf(run_, {error.message()});
}

Result<> KnownItems::FinishFailed(const PipelineItem& item,
                                  LedgerRow* row) const {
  Quarantine(*item.error, item.stage, row);
  row->code = item.code.empty() ? CodeOf(*item.error) : item.code;
  row->reason = ReasonOf(*item.error);
  if (!item.attempts.empty()) {
    row->attempts = static_cast<std::uint32_t>(item.attempts.size());
    row->log = LogOf(run_, item.attempts);
  }
  if (IsSkip(*item.error)) {
    row->attempts = 1;
    row->outcome = Outcome::kSkipped;
    row->log.clear();
    return {};
  }
  if (places_.reader == nullptr || row->digest.empty()) return {};
  TRY_ASSIGN(const auto before, places_.reader->LastFailure(row->digest));
  if (before) {
    row->attempts += before->attempts;
    row->log = Bounded(before->log + row->log);
  }
  return {};
}

Result<> KnownItems::FinishSettled(const PipelineItem& item,
                                   LedgerRow* row) const {
  TRY_ASSIGN(const auto held, places_.reader->FindByDigest(row->digest));
  if (held) return FinishHeld(*held, "the same bytes as report ", item, row);
  TRY_ASSIGN(const auto failed, places_.reader->LastFailure(row->digest));
  if (!failed) {
    return Fail(ErrorCode::kInternal, row->path + ": it was settled");
  }
  row->outcome = Outcome::kQuarantined;
  row->code = failed->code;
  row->stage = failed->stage;
  row->attempts = failed->attempts;
  row->log = failed->log;
  constexpr std::string_view kNotAgain =
      "; not tried again ('--retry-failed' does)";
  row->reason = failed->reason;
  if (!row->reason.ends_with(kNotAgain)) row->reason += kNotAgain;
  return {};
}

Result<> KnownItems::FinishHeld(const ReportId& report, const std::string& why,
                                const PipelineItem& item,
                                LedgerRow* row) const {
  row->outcome = Outcome::kDuplicate;
  row->code = "duplicate";
  row->report = report;
  row->reason = why + report.value;
  const auto& capture = item.source.capture;
  const bool has_address = capture && capture->has_address;
  if (places_.writer == nullptr || !has_address) return {};
  return places_.writer->AddCapture(
      report, {.digest = row->digest,
               .uri = row->uri,
               .path = row->path,
               .media_type = row->media_type,
               .bytes = row->bytes,
               .captured_at = TimeText(capture->captured_at),
               .http_header = capture->http_header});
}

Result<> KnownItems::FinishRevisit(const PipelineItem& item,
                                   LedgerRow* row) const {
  const source::Revisit& revisit = *item.source.revisit;
  std::optional<ReportId> held;
  row->digest = revisit.digest;
  if (places_.reader != nullptr && !revisit.digest.empty()) {
    TRY_ASSIGN(held, places_.reader->FindByDigest(revisit.digest));
  }
  if (places_.reader != nullptr && !held && !revisit.refers_time.empty()) {
    TRY_ASSIGN(held, places_.reader->FindCapture(revisit.refers_uri,
                                                 revisit.refers_time));
  }
  if (!held) {
    row->outcome = Outcome::kSkipped;
    row->code = "revisit";
    row->stage = "source";
    row->reason = "a page met again unchanged; its bytes are not held";
    return {};
  }
  row->outcome = Outcome::kDuplicate;
  row->code = "revisit";
  row->report = *held;
  row->reason = "met again unchanged: report " + held->value;
  if (places_.writer == nullptr || row->digest.empty()) return {};
  return places_.writer->AddCapture(
      *held, {.digest = row->digest,
              .uri = row->uri,
              .path = row->path,
              .media_type = row->media_type,
              .bytes = row->bytes,
              .captured_at = TimeText(item.source.captured_at)});
}

}  // namespace concord::engine
