#include "engine/reported_on.h"

#include <utility>

#include "concord/response/reach.h"
#include "engine/kept/fields.h"
#include "engine/kept/kept.h"
#include "engine/view_json.h"

namespace concord::engine {
namespace {

using response::Reported;

// Gathers statements; their sentences are found again by the number that a
// response gives its sources.
class Gathering {
 public:
  void Add(Reported said, crossref::Quote quote,
           std::vector<crossref::Quote> withdrawn_by = {}) {
    quotes_.push_back({{}, std::move(quote), std::move(withdrawn_by)});
    said.quote.source = NumberOf(quotes_.back().quote);
    response::AddOnce(std::move(said), &all_);
  }

  std::vector<ReportedThere> InOrder() {
    response::PutInOrder({}, &all_);
    std::vector<ReportedThere> ordered;
    for (Reported& said : all_) {
      for (const ReportedThere& there : quotes_) {
        if (NumberOf(there.quote) != said.quote.source ||
            there.quote.span != said.quote.span) {
          continue;
        }
        ordered.push_back({said, there.quote, there.withdrawn_by});
        break;
      }
    }
    return ordered;
  }

 private:
  // The same for every quotation of one report.
  std::int32_t NumberOf(const crossref::Quote& quote) {
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      if (reports_[i] == quote.report) return static_cast<std::int32_t>(i + 1);
    }
    reports_.push_back(quote.report);
    return static_cast<std::int32_t>(reports_.size());
  }

  std::vector<Reported> all_;
  std::vector<ReportedThere> quotes_;
  std::vector<ReportId> reports_;
};

}  // namespace

Result<std::vector<ReportedThere>> ReportedOn(
    const store::StoredRecommendation& item, Snapshot* snapshot) {
  Gathering gathering;
  TRY_RETURN(snapshot->Need(kRegisterRows));
  TRY_ASSIGN(const auto outcomes,
             ReadNamed<crossref::OutcomeEntry>(snapshot->register_rows(),
                                               OfItem(item.id)));
  for (const crossref::OutcomeEntry& outcome : outcomes) {
    gathering.Add(response::ReportedBy(outcome), outcome.quote,
                  outcome.retracted_by);
  }
  TRY_ASSIGN(const auto remarks, snapshot->RemarksOn(item.id));
  for (const Remark& remark : remarks) {
    const bool deed = remark.type.starts_with("implements");
    if (!deed || remark.whole_set) continue;
    TRY_ASSIGN(const store::ReportRecord* report,
               snapshot->Fetch(remark.quote.report));
    Reported said{.implementation = "implemented",
                  .proposed = remark.type.ends_with(response::kProposed),
                  .printed = remark.quote.text};
    if (report != nullptr) said.date = report->header().date.edtf;
    said.quote.uri = remark.quote.uri;
    said.quote.span = remark.quote.span;
    gathering.Add(std::move(said), remark.quote);
  }
  for (Reported& said : response::OwnPositions(item)) {
    crossref::Quote quote{item.report, item.uri, "", said.quote.span,
                          said.printed};
    gathering.Add(std::move(said), std::move(quote));
  }
  return gathering.InOrder();
}

std::string ReportedReads(const ReportedThere& reported) {
  std::string reads = response::InWords(reported.said);
  if (!reported.said.date.empty()) {
    reads += " (" + response::DateInWords(reported.said.date) + ")";
  }
  if (!reported.withdrawn_by.empty()) return "withdrawn: " + reads;
  if (reported.said.latest) return "reported: " + reads;
  return "also reported: " + reads +
         (reported.said.differs ? ", which differs" : "");
}

JsonObject ReportedJson(const ReportedThere& reported) {
  const Reported& said = reported.said;
  JsonObject object = NewObject();
  object.set("position", OrNull(said.position));
  object.set("implementation", OrNull(said.implementation));
  object.set("proposed", said.proposed);
  object.set("printed", said.printed);
  object.set("progress", OrNull(said.progress));
  object.set("owner", OrNull(said.owner));
  object.set("by_when", OrNull(said.by_when));
  object.set("date", OrNull(said.date));
  object.set("latest", said.latest);
  object.set("differs", said.differs);
  object.set("withdrawn", !reported.withdrawn_by.empty());
  object.set("reads", ReportedReads(reported));
  object.set("quote", QuoteJson(reported.quote));
  object.set("withdrawn_by",
             ArrayOf(reported.withdrawn_by, [](const crossref::Quote& quote) {
               JsonObject one = NewObject();
               one.set("quote", QuoteJson(quote));
               return one;
             }));
  return object;
}

}  // namespace concord::engine
