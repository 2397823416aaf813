#include "index/filters.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "concord/base/unicode.h"
#include "concord/edtf/edtf.h"
#include "concord/extraction/extraction.h"
#include "index/tokens.h"

namespace concord::index {
namespace {

using extraction::DocumentKind;
using extraction::RecommendationKind;

std::vector<std::string_view> KindNames() {
  std::vector<std::string_view> names;
  for (const DocumentKind kind :
       {DocumentKind::kReport, DocumentKind::kInspection,
        DocumentKind::kMinutes, DocumentKind::kAgenda, DocumentKind::kPress,
        DocumentKind::kDigest, DocumentKind::kStrategy, DocumentKind::kOther}) {
    names.push_back(extraction::Name(kind));
  }
  for (const RecommendationKind kind :
       {RecommendationKind::kDecision, RecommendationKind::kRecommendation,
        RecommendationKind::kCommitment}) {
    names.push_back(extraction::Name(kind));
  }
  return names;
}

// The first or last day of what `text` says; nullopt where it has no limit on
// that side or is "".
Result<std::optional<std::int64_t>> ReadBound(std::string_view name,
                                              const std::string& text,
                                              bool first) {
  if (text.empty()) return std::optional<std::int64_t>();
  const Result<edtf::Value> value = edtf::Parse(text);
  if (!value) {
    return Fail(ErrorCode::kInvalidArgument,
                fmt::format("'{}' is not a date for {}; write 2001, 2001-11 or "
                            "2001-11-15",
                            text, name));
  }
  const edtf::DayRange range = edtf::Bounds(*value);
  const std::optional<edtf::Day>& day = first ? range.earliest : range.latest;
  if (!day) return std::optional<std::int64_t>();
  return std::optional<std::int64_t>(edtf::DayNumber(*day));
}

Result<std::string> ReadWords(std::string_view name, const std::string& text) {
  if (text.empty()) return std::string();
  if (!IsValidUtf8(text) || HasNoWord(text)) {
    return Fail(ErrorCode::kInvalidArgument,
                fmt::format("the {} '{}' has no letter or digit", name,
                            IsValidUtf8(text) ? text : "?"));
  }
  return CollapseSpace(text);
}

void Append(std::string_view more, std::string* text) {
  if (!text->empty()) *text += "; ";
  *text += more;
}

std::string ReadAs(const Filters& filters, const SearchRequest& request) {
  std::string text;
  if (!filters.committee.empty()) {
    Append("committee: " + filters.committee, &text);
  }
  if (!filters.owner.empty()) Append("owner: " + filters.owner, &text);
  if (!filters.kind.empty()) Append("kind: " + filters.kind, &text);
  if (!request.from.empty() && !request.to.empty()) {
    Append("dated " + request.from + " to " + request.to, &text);
  } else if (!request.from.empty()) {
    Append("dated from " + request.from, &text);
  } else if (!request.to.empty()) {
    Append("dated to " + request.to, &text);
  }
  return text;
}

}  // namespace

Result<Filters> ReadFilters(const SearchRequest& request) {
  Filters filters;
  TRY_ASSIGN(filters.committee, ReadWords("committee", request.committee));
  TRY_ASSIGN(filters.owner, ReadWords("owner", request.owner));
  TRY_ASSIGN(filters.from, ReadBound("from", request.from, true));
  TRY_ASSIGN(filters.to, ReadBound("to", request.to, false));
  if (filters.from && filters.to && *filters.from > *filters.to) {
    return Fail(ErrorCode::kInvalidArgument,
                fmt::format("from ({}) is after to ({}); exchange them",
                            request.from, request.to));
  }
  filters.kind = request.kind;
  const std::vector<std::string_view> kinds = KindNames();
  if (!filters.kind.empty() &&
      std::find(kinds.begin(), kinds.end(), filters.kind) == kinds.end()) {
    return Fail(ErrorCode::kInvalidArgument,
                fmt::format("there is no kind '{}'; the kinds are {}",
                            filters.kind, fmt::join(kinds, ", ")));
  }
  filters.read_as = ReadAs(filters, request);
  return filters;
}

}  // namespace concord::index
