#include <map>
#include <set>

#include "concord/scope/scope.h"

namespace concord::scope {
namespace {

Result<> VerifyQuotes(const std::vector<crossref::Quote>& quotes,
                      const std::map<ReportId, const std::string*>& texts) {
  for (const crossref::Quote& quote : quotes) {
    const auto text = texts.find(quote.report);
    if (text == texts.end()) {
      return Fail(ErrorCode::kInternal,
                  "a quotation names the unknown report " + quote.report.value);
    }
    if (Slice(*text->second, quote.span) != quote.text) {
      return Fail(ErrorCode::kInternal,
                  "a quotation does not stand in " + quote.report.value +
                      " at its offset: '" + quote.text + "'");
    }
  }
  return {};
}

}  // namespace

Result<> Verify(const Scope& scope, const Holdings& holdings) {
  std::map<ReportId, const std::string*> texts;
  for (const store::ReportRecord& report : holdings.reports) {
    texts[report.id] = &report.document.text;
  }
  std::set<RecommendationId> seen;
  for (const auto* list : {&scope.included, &scope.excluded}) {
    for (const Disposition& disposition : *list) {
      if (!seen.insert(disposition.id).second) {
        return Fail(ErrorCode::kInternal,
                    "decided twice: " + disposition.id.value);
      }
      if (disposition.reason.empty() || disposition.rule.empty()) {
        return Fail(ErrorCode::kInternal,
                    "decided without a reason: " + disposition.id.value);
      }
      TRY_RETURN(VerifyQuotes(disposition.quotes, texts));
    }
  }
  for (const NotHeld& row : scope.not_held) {
    TRY_RETURN(VerifyQuotes(row.quotes, texts));
  }
  for (const ContextSource& source : scope.context) {
    TRY_RETURN(VerifyQuotes(source.quotes, texts));
  }
  return {};
}

}  // namespace concord::scope
