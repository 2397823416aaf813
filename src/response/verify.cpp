// What holds of every response: nothing is covered twice or forgotten, and
// every quotation stands in its source.

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "concord/response/response.h"

namespace concord::response {
namespace {

Result<> VerifyCoverage(const ConsolidatedResponse& response) {
  std::set<RecommendationId> covered;
  for (const CoverageRow& row : response.coverage) {
    if (!covered.insert(row.id).second) {
      return Fail(ErrorCode::kInternal, "covered twice: " + row.id.value);
    }
  }
  for (const scope::Disposition& disposition : response.basis.included) {
    if (!covered.contains(disposition.id)) {
      return Fail(ErrorCode::kInternal,
                  "included but not covered: " + disposition.id.value);
    }
  }
  return {};
}

// The texts of the numbered sources.
class Texts {
 public:
  Texts(const ConsolidatedResponse& response, const scope::Holdings& holdings) {
    std::map<ReportId, const std::string*> texts;
    for (const store::ReportRecord& report : holdings.reports) {
      texts[report.id] = &report.document.text;
    }
    for (const NumberedSource& source : response.sources) {
      const auto text = texts.find(source.report);
      if (text != texts.end()) text_of_[source.number] = text->second;
    }
  }

  // `who` quotes it: "entry 3".
  Result<> Verify(const std::string& who, const SourceQuote& quote) const {
    const auto text = text_of_.find(quote.source);
    if (text != text_of_.end() &&
        Slice(*text->second, quote.span) == quote.quote) {
      return {};
    }
    return Fail(ErrorCode::kInternal,
                who + " quotes words that are not in source " +
                    std::to_string(quote.source));
  }

 private:
  std::map<std::int32_t, const std::string*> text_of_;
};

Result<> VerifyQuotes(const Entry& entry, const Texts& texts) {
  const std::string who = "entry " + std::to_string(entry.number);
  for (const SourceQuote& quote : entry.members) {
    TRY_RETURN(texts.Verify(who, quote));
  }
  for (const SourceQuote& quote : entry.evidence) {
    TRY_RETURN(texts.Verify(who, quote));
  }
  for (const Reported& one : entry.reported) {
    TRY_RETURN(texts.Verify(who, one.quote));
    for (const SourceQuote& quote : one.withdrawn_by) {
      TRY_RETURN(texts.Verify(who, quote));
    }
  }
  return {};
}

}  // namespace

Result<> Verify(const ConsolidatedResponse& response,
                const scope::Holdings& holdings) {
  TRY_RETURN(VerifyCoverage(response));
  const Texts texts(response, holdings);
  for (const StatedRelation& relation : response.relations) {
    TRY_RETURN(texts.Verify("a stated relation", relation.quote));
  }
  for (const Entry& entry : response.entries) {
    TRY_RETURN(VerifyQuotes(entry, texts));
  }
  return {};
}

}  // namespace concord::response
