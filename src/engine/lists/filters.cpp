#include "engine/lists/filters.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "concord/edtf/edtf.h"
#include "concord/engine/field_names.h"

namespace concord::engine {
namespace {

Result<> CheckHeeded(const ListRequest& request, unsigned heeds) {
  const struct {
    std::string_view field;
    const std::string& given;
    unsigned filter;
  } kFields[] = {{"kind", request.kind, kByKind},
                 {"committee", request.committee, kByPaper},
                 {"from", request.from, kByPaper},
                 {"to", request.to, kByPaper},
                 {"owner", request.owner, kByOwner},
                 {"position", request.position, kByPosition},
                 {"due-from", request.due_from, kByDue},
                 {"due-to", request.due_to, kByDue},
                 {"run", request.run, kByRun}};
  for (const auto& field : kFields) {
    if (!field.given.empty() && (heeds & field.filter) == 0) {
      return Fail(ErrorCode::kInvalidArgument,
                  fmt::format("the list of {} cannot be narrowed by {}",
                              request.what, FieldName(field.field)));
    }
  }
  return {};
}

Result<> CheckPosition(const std::string& position) {
  static constexpr std::array<std::string_view, 5> kPositions = {
      "accepted", "accepted in part", "rejected", "noted", "awaited"};
  if (position.empty() || std::find(kPositions.begin(), kPositions.end(),
                                    position) != kPositions.end()) {
    return {};
  }
  return Fail(ErrorCode::kInvalidArgument,
              fmt::format("'{}' is no position; there are {}", position,
                          fmt::join(kPositions, ", ")));
}

Result<edtf::DayRange> ReadDay(std::string_view field,
                               const std::string& text) {
  if (text.empty()) return edtf::DayRange{};
  const Result<edtf::Value> value = edtf::Parse(text);
  if (!value) {
    return Fail(ErrorCode::kInvalidArgument,
                fmt::format("'{}' is not a date for {}; write 2001, 2001-11 or "
                            "2001-11-15",
                            text, FieldName(field)));
  }
  return edtf::Bounds(*value);
}

struct Bounds {
  std::string_view first;  // "from"
  std::string_view last;
  const std::string& from;
  const std::string& to;
};

Result<> CheckPeriod(const Bounds& given) {
  TRY_ASSIGN(const edtf::DayRange from, ReadDay(given.first, given.from));
  TRY_ASSIGN(const edtf::DayRange to, ReadDay(given.last, given.to));
  if (from.earliest && to.latest && *to.latest < *from.earliest) {
    return Fail(ErrorCode::kInvalidArgument,
                fmt::format("{} ({}) is after {} ({}); exchange them",
                            FieldName(given.first), given.from,
                            FieldName(given.last), given.to));
  }
  return {};
}

}  // namespace

Result<> CheckFilters(const ListRequest& request, unsigned heeds,
                      const std::vector<std::string_view>& kinds) {
  TRY_RETURN(CheckHeeded(request, heeds));
  TRY_RETURN(CheckPeriod({"from", "to", request.from, request.to}));
  TRY_RETURN(
      CheckPeriod({"due-from", "due-to", request.due_from, request.due_to}));
  TRY_RETURN(CheckPosition(request.position));
  if (!request.kind.empty() && !kinds.empty() &&
      std::find(kinds.begin(), kinds.end(), request.kind) == kinds.end()) {
    return Fail(
        ErrorCode::kInvalidArgument,
        fmt::format("the list of {} has no kind '{}'; its kinds are {}",
                    request.what, request.kind, fmt::join(kinds, ", ")));
  }
  const bool number = std::all_of(request.run.begin(), request.run.end(),
                                  [](char c) { return c >= '0' && c <= '9'; });
  if (!number) {
    return Fail(
        ErrorCode::kInvalidArgument,
        fmt::format("'{}' is no number of a run; the list of runs shows "
                    "them",
                    request.run));
  }
  return {};
}

void KeepRowsOfReport(std::string_view report, Listing* listing) {
  const std::string quoted = fmt::format("\"report\":\"{}\"", report);
  std::erase_if(listing->rows, [&](const ListRow& row) {
    return row.json.find(quoted) == std::string::npos;
  });
}

}  // namespace concord::engine
