#pragma once
// A Store of maps: what the SQLite one must answer, without SQLite.
//
// Why: an oracle for random sequences of operations, and a light store for
// tests of what lies above. It keeps nothing on disk and takes no lock.
// Reports come in the order of their ids where the real store sorts by date.

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "concord/base/digest.h"
#include "concord/document/sketch.h"
#include "concord/extraction/extract.h"
#include "concord/store/store.h"

namespace concord::testing {

class MemoryStore final : public store::Store {
 public:
  Result<std::int64_t> BeginRun(std::string_view arguments,
                                std::string_view settings) override {
    store::RunRecord run;
    run.settings = std::string(settings);
    run.id = static_cast<std::int64_t>(runs_.size()) + 1;
    run.arguments = std::string(arguments);
    runs_.push_back(run);
    return run.id;
  }

  Result<> EndRun(const store::RunRecord& run) override {
    if (run.id < 1 || run.id > static_cast<std::int64_t>(runs_.size())) {
      return Fail(ErrorCode::kNotFound, "no such run");
    }
    store::RunRecord& held = runs_[static_cast<std::size_t>(run.id) - 1];
    const std::string arguments = held.arguments;
    held = run;
    held.arguments = arguments;
    if (held.ended_at.empty()) held.ended_at = "now";
    return {};
  }

  Result<store::PutResult> Put(const store::PutRequest& request) override {
    const std::string words = document::TextDigest(request.document);
    if (words.empty() || request.capture.digest != Sha256Hex(request.bytes)) {
      return Fail(ErrorCode::kInvalidArgument, "not a capture with words");
    }
    originals_[request.capture.digest] = request.bytes;
    if (auto held = by_capture_.find(request.capture.digest);
        held != by_capture_.end()) {
      return store::PutResult{held->second, false};
    }
    ReportId id{"r" + words.substr(0, 12)};
    if (request.same_as && reports_.count(id) == 0) id = *request.same_as;
    const bool is_new = reports_.count(id) == 0;
    store::ReportRecord& report = reports_[id];
    if (is_new) {
      report.id = id;
      report.uri = request.capture.uri;
      report.text_digest = words;
      report.document = request.document;
      report.extraction = request.extraction;
      outbox_.push_back({++sequence_, id});
    }
    report.captures.push_back(request.capture);
    by_capture_[request.capture.digest] = id;
    return store::PutResult{id, is_new};
  }

  Result<std::optional<ReportId>> FindByDigest(
      std::string_view digest) const override {
    const auto held = by_capture_.find(std::string(digest));
    if (held == by_capture_.end()) return std::nullopt;
    return held->second;
  }

  Result<> AddLedgerRow(const store::LedgerRow& row) override {
    const bool run_is_known =
        row.run >= 1 && row.run <= static_cast<std::int64_t>(runs_.size());
    if (!run_is_known ||
        (!row.report.empty() && reports_.count(row.report) == 0)) {
      return Fail(ErrorCode::kInternal, "points at nothing");
    }
    ledger_.push_back(row);
    return {};
  }

  Result<std::optional<ReportId>> FindByWords(
      std::string_view text_digest) const override {
    const ReportId id{"r" + std::string(text_digest.substr(0, 12))};
    if (reports_.count(id) == 0) return std::nullopt;
    return id;
  }

  Result<std::vector<ReportId>> FindAlike(
      const std::vector<std::uint64_t>& sketch,
      std::string_view media_type) const override {
    std::vector<std::pair<std::ptrdiff_t, ReportId>> alike;
    for (const auto& [id, report] : reports_) {
      const bool held = std::any_of(
          report.captures.begin(), report.captures.end(),
          [&](const auto& one) { return one.media_type == media_type; });
      const auto own = document::Sketch(report.document);
      const auto shared =
          std::count_if(sketch.begin(), sketch.end(), [&](std::uint64_t one) {
            return std::count(own.begin(), own.end(), one) > 0;
          });
      if (!held && shared > 0) alike.emplace_back(-shared, id);
    }
    std::sort(alike.begin(), alike.end());
    std::vector<ReportId> found;
    for (auto& [count, id] : alike) {
      if (found.size() < 8) found.push_back(std::move(id));
    }
    return found;
  }

  // Every call is whole by itself here: a batch adds nothing.
  Result<> BeginBatch() override { return {}; }
  Result<> CommitBatch() override { return {}; }

  Result<> AddCapture(const ReportId& report,
                      const store::CaptureRecord& capture) override {
    auto& captures = reports_.at(report).captures;
    for (const store::CaptureRecord& held : captures) {
      if (held.digest == capture.digest && held.uri == capture.uri &&
          held.captured_at == capture.captured_at) {
        return {};
      }
    }
    captures.push_back(capture);
    return {};
  }

  Result<std::optional<ReportId>> FindCapture(
      std::string_view uri, std::string_view captured_at) const override {
    for (const auto& [id, report] : reports_) {
      for (const store::CaptureRecord& held : report.captures) {
        if (held.uri == uri && held.captured_at == captured_at) return id;
      }
    }
    return std::nullopt;
  }

  Result<std::optional<ReportId>> FindLastAt(
      std::string_view uri) const override {
    std::optional<ReportId> last;
    std::string when;
    for (const auto& [id, report] : reports_) {
      for (const store::CaptureRecord& held : report.captures) {
        if (held.uri != uri || held.captured_at < when) continue;
        last = id;
        when = held.captured_at;
      }
    }
    return last;
  }

  Result<store::DigestSet> SettledDigests(bool failed) const override {
    store::DigestSet settled;
    for (const auto& [digest, id] : by_capture_) settled.Add(digest);
    for (const store::LedgerRow& row : ledger_) {
      if (failed && row.outcome == store::Outcome::kQuarantined &&
          row.stage == "decode") {
        settled.Add(row.digest);
      }
    }
    settled.Seal();
    return settled;
  }

  Result<std::optional<store::LedgerRow>> LastFailure(
      std::string_view digest) const override {
    for (auto row = ledger_.rbegin(); row != ledger_.rend(); ++row) {
      if (row->outcome == store::Outcome::kQuarantined &&
          row->digest == digest) {
        return *row;
      }
    }
    return std::nullopt;
  }

  Result<std::vector<store::LedgerRow>> StillFailing() const override {
    std::map<std::string, const store::LedgerRow*> last;
    for (const store::LedgerRow& row : ledger_) last[row.path] = &row;
    std::vector<store::LedgerRow> rows;
    for (const store::LedgerRow& row : ledger_) {
      if (last[row.path] == &row &&
          row.outcome == store::Outcome::kQuarantined) {
        rows.push_back(row);
      }
    }
    return rows;
  }

  // Knows no times: everything is recent.
  Result<std::set<std::string>> FetchedSources(
      std::chrono::seconds) const override {
    std::set<std::string> sources;
    for (const store::LedgerRow& row : ledger_) {
      if (row.source.starts_with("http") && row.code != "fetched" &&
          row.outcome != store::Outcome::kQuarantined) {
        sources.insert(row.source);
      }
    }
    return sources;
  }

  Result<std::vector<std::string>> FailedSources(bool no_text) const override {
    std::map<std::string, std::int64_t> last;  // run, by source
    for (const store::LedgerRow& row : ledger_) {
      last[row.source] = std::max(last[row.source], row.run);
    }
    std::vector<std::string> sources;
    for (const store::LedgerRow& row : ledger_) {
      if (!row.source.empty() && last[row.source] == row.run &&
          (row.outcome == store::Outcome::kQuarantined ||
           (no_text && row.code == "no_text")) &&
          std::find(sources.begin(), sources.end(), row.source) ==
              sources.end()) {
        sources.push_back(row.source);
      }
    }
    return sources;
  }

  Result<store::ReportRecord> GetReport(const ReportId& id) const override {
    const auto held = reports_.find(id);
    if (held == reports_.end()) {
      return Fail(ErrorCode::kNotFound, "no such report");
    }
    return held->second;
  }

  Result<> ForEachReport(
      const std::function<Result<>(const store::ReportRecord&)>& visit)
      const override {
    for (const auto& [id, report] : reports_) TRY_RETURN(visit(report));
    return {};
  }

  Result<std::vector<store::ReportHead>> ReportHeads(
      const ReportId& only) const override {
    std::vector<store::ReportHead> heads;
    for (const auto& [id, report] : reports_) {
      if (only.empty() || id == only) heads.push_back(store::HeadOf(report));
    }
    return heads;
  }

  Result<std::string> ReportsState() const override {
    return std::to_string(reports_.size());
  }

  Result<std::vector<store::StoredRecommendation>> Recommendations()
      const override {
    std::vector<store::StoredRecommendation> all;
    for (const auto& [id, report] : reports_) {
      for (auto& one : store::RecommendationsOf(report)) all.push_back(one);
    }
    return all;
  }

  Result<std::string> ResolveId(std::string_view beginning) const override {
    if (beginning.empty()) return Fail(ErrorCode::kInvalidArgument, "empty");
    const std::size_t dot = beginning.find('.');
    std::set<std::string> found;
    for (const auto& [id, report] : reports_) {
      if (id.value.rfind(beginning.substr(0, dot), 0) == 0) {
        found.insert(id.value);
      }
    }
    if (found.empty()) return Fail(ErrorCode::kNotFound, "no such id");
    if (found.size() > 1) return Fail(ErrorCode::kInvalidArgument, "several");
    if (dot == std::string_view::npos) return *found.begin();
    const std::string id = *found.begin() + std::string(beginning.substr(dot));
    const std::size_t count =
        reports_.at({*found.begin()}).extraction.recommendations.size();
    std::set<std::string> items;
    for (std::size_t i = 1; i <= count; ++i) {
      const std::string item = *found.begin() + "." + std::to_string(i);
      if (item == id) return id;
      if (item.rfind(id, 0) == 0) items.insert(item);
    }
    if (items.empty()) return Fail(ErrorCode::kNotFound, "no such id");
    if (items.size() > 1) return Fail(ErrorCode::kInvalidArgument, "several");
    return *items.begin();
  }

  Result<std::string> ReadOriginal(std::string_view digest) const override {
    const auto held = originals_.find(std::string(digest));
    if (held == originals_.end()) {
      return Fail(ErrorCode::kNotFound, "no such original");
    }
    return held->second;
  }

  Result<std::vector<store::LedgerRow>> Ledger(
      std::int64_t run) const override {
    std::vector<store::LedgerRow> rows;
    for (const store::LedgerRow& row : ledger_) {
      if (run == 0 || row.run == run) rows.push_back(row);
    }
    return rows;
  }

  Result<std::vector<store::RunRecord>> Runs() const override {
    std::vector<store::RunRecord> runs = runs_;
    for (store::RunRecord& run : runs) {
      if (run.ended_at.empty()) CountSoFar(&run);
    }
    return runs;
  }

  Result<std::vector<store::ReportName>> ReportNames() const override {
    std::vector<store::ReportName> names;
    for (const auto& [id, report] : reports_) {
      names.push_back({id, report.uri, TitleOf(report)});
    }
    return names;
  }

  Result<std::vector<store::AcronymMeaning>> AcronymMeanings(
      const std::vector<std::string>& short_forms,
      const std::vector<std::string>& long_forms) const override {
    const auto asked = [](const std::vector<std::string>& forms,
                          const std::string& form) {
      return std::find(forms.begin(), forms.end(), form) != forms.end();
    };
    std::vector<store::AcronymMeaning> meanings;
    for (const auto& [id, report] : reports_) {
      for (const extraction::Acronym& acronym : report.extraction.acronyms) {
        if (asked(short_forms, acronym.short_form) ||
            asked(long_forms, acronym.long_form)) {
          meanings.push_back({acronym.short_form, acronym.long_form, 1});
        }
      }
    }
    return meanings;
  }

  Result<std::vector<store::MissingPartRecord>> MissingParts() const override {
    std::vector<store::MissingPartRecord> parts;
    for (const auto& [id, report] : reports_) {
      for (const auto& part : report.extraction.missing_parts) {
        parts.push_back({id, TitleOf(report), part.printed});
      }
    }
    return parts;
  }

  Result<std::vector<store::OutboxEntry>> Outbox(
      std::int64_t after) const override {
    std::vector<store::OutboxEntry> entries;
    for (const store::OutboxEntry& entry : outbox_) {
      if (entry.sequence > after) entries.push_back(entry);
    }
    return entries;
  }

  Result<> ClearOutbox(std::int64_t up_to) override {
    outbox_.erase(std::remove_if(outbox_.begin(), outbox_.end(),
                                 [&](const store::OutboxEntry& entry) {
                                   return entry.sequence <= up_to;
                                 }),
                  outbox_.end());
    return {};
  }

  Result<std::string> ArchiveUuid() const override { return "memory"; }
  // Nobody else writes here.
  Result<std::int64_t> ChangeNumber() const override { return 1; }

  Result<> PutNamed(std::string_view kind, std::string_view name,
                    std::string_view json) override {
    named_[std::string(kind)][std::string(name)] = std::string(json);
    return {};
  }

  Result<std::optional<std::string>> GetNamed(
      std::string_view kind, std::string_view name) const override {
    const auto held = named_.find(std::string(kind));
    if (held == named_.end()) return std::nullopt;
    const auto value = held->second.find(std::string(name));
    if (value == held->second.end()) return std::nullopt;
    return value->second;
  }

  Result<std::vector<std::string>> ListNamed(
      std::string_view kind) const override {
    std::vector<std::string> names;
    const auto held = named_.find(std::string(kind));
    if (held == named_.end()) return names;
    for (const auto& [name, json] : held->second) names.push_back(name);
    return names;
  }

  Result<std::int64_t> AddAct(const store::Act& act,
                              std::int64_t last_seen) override {
    if (act.verb.empty() || act.who.empty()) {
      return Fail(ErrorCode::kInvalidArgument, "not an act");
    }
    const auto last = static_cast<std::int64_t>(acts_.size());
    if (last != last_seen) return Fail(ErrorCode::kConflict, "meanwhile");
    if (act.undoes < 0 || act.undoes > last) {
      return Fail(ErrorCode::kNotFound, "no such act");
    }
    acts_.push_back(act);
    acts_.back().id = last + 1;
    return last + 1;
  }

  Result<std::vector<store::Act>> Acts() const override { return acts_; }

  Result<std::vector<std::string>> Check(bool) const override {
    return std::vector<std::string>();
  }

 private:
  void CountSoFar(store::RunRecord* run) const {
    for (const store::LedgerRow& row : ledger_) {
      if (row.run != run->id) continue;
      ++run->seen;
      run->bytes += row.bytes;
      run->indexed += row.outcome == store::Outcome::kIndexed;
      run->duplicate += row.outcome == store::Outcome::kDuplicate;
      run->skipped += row.outcome == store::Outcome::kSkipped;
      run->quarantined += row.outcome == store::Outcome::kQuarantined;
    }
  }

  static const std::string& TitleOf(const store::ReportRecord& report) {
    const std::string& printed = report.extraction.header.title.printed;
    return printed.empty() ? report.document.title : printed;
  }

  std::map<ReportId, store::ReportRecord> reports_;
  std::map<std::string, ReportId> by_capture_;
  std::map<std::string, std::string> originals_;
  std::vector<store::LedgerRow> ledger_;
  std::vector<store::RunRecord> runs_;
  std::vector<store::OutboxEntry> outbox_;
  std::int64_t sequence_ = 0;
  std::map<std::string, std::map<std::string, std::string>> named_;
  std::vector<store::Act> acts_;
};

}  // namespace concord::testing
