// Beginnings of ids, as a person types them.
//
//   "r3fa"     the only report whose id begins so
//   "r3fa.7"   the seventh recommendation of that report
//   "r3fa."    its only recommendation, if it has one
// Refused: "r" where two reports are held; "r3fa.9" where it has eight.

#include <fmt/format.h>

#include "store/sqlite_store.h"

namespace concord::store {
namespace {

// More are counted, not named.
constexpr std::size_t kNamedCandidates = 5;

using Poco::Data::Session;

Result<std::string> OnlyOne(std::string_view beginning,
                            const std::vector<std::string>& candidates) {
  if (candidates.empty()) {
    return Fail(ErrorCode::kNotFound,
                fmt::format("no report or recommendation has an id that "
                            "begins with '{}'",
                            beginning));
  }
  if (candidates.size() == 1 || candidates.front() == beginning) {
    return candidates.front();
  }
  std::string names;
  const std::size_t named = std::min(candidates.size(), kNamedCandidates);
  for (std::size_t i = 0; i < named; ++i) {
    names += (i == 0 ? "" : ", ") + candidates[i];
  }
  if (candidates.size() > named) {
    names += fmt::format(" and {} more", candidates.size() - named);
  }
  return Fail(
      ErrorCode::kInvalidArgument,
      fmt::format("'{}' may be any of {}; type more of it", beginning, names));
}

// In order, so that an id that is the beginning of another stands first.
std::vector<std::string> Candidates(Session& session, const std::string& sql,
                                    const std::string& value) {
  std::vector<std::string> found;
  std::string id;
  ForEachRow(
      session, sql, std::tie(id), [&] { found.push_back(id); }, value);
  return found;
}

Result<std::string> ResolveReport(Session& session,
                                  const std::string& beginning) {
  return OnlyOne(beginning,
                 Candidates(session,
                            "SELECT id FROM reports WHERE "
                            "substr(id, 1, length(?1)) = ?1 ORDER BY id",
                            beginning));
}

}  // namespace

Result<std::string> SqliteStore::ResolveId(std::string_view beginning) const {
  if (beginning.empty()) {
    return Fail(ErrorCode::kInvalidArgument, "an id is empty");
  }
  return connection_->Guard([&]() -> Result<std::string> {
    const std::size_t dot = beginning.find('.');
    TRY_ASSIGN(const std::string report,
               ResolveReport(session(), std::string(beginning.substr(0, dot))));
    if (dot == std::string_view::npos) return report;
    const std::string id = report + std::string(beginning.substr(dot));
    return OnlyOne(id, Candidates(session(),
                                  "SELECT id FROM recommendations WHERE "
                                  "substr(id, 1, length(?1)) = ?1 "
                                  "ORDER BY report, ordinal",
                                  id));
  });
}

}  // namespace concord::store
