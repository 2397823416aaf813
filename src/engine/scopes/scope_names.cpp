#include "engine/scopes/scope_names.h"

#include <algorithm>

#include "concord/base/unicode.h"
#include "concord/engine/field_names.h"
#include "engine/search/name_remarks.h"

namespace concord::engine {

Result<> CheckScopeName(const std::string& name) {
  constexpr std::size_t kLongest = 120;
  const auto refused = [&](const std::string& why) {
    return Fail(ErrorCode::kInvalidArgument,
                "'" + name + "' cannot be the name of a scope: " + why);
  };
  if (CollapseSpace(name).empty()) {
    return Fail(ErrorCode::kInvalidArgument, "a scope needs a name");
  }
  if (name.find_first_of("/\\") != std::string::npos) {
    return refused("'/' and '\\' divide addresses");
  }
  if (name == "." || name == "..") return refused("an address leaves it out");
  const bool controls = std::any_of(name.begin(), name.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
  });
  if (controls || !IsValidUtf8(name)) {
    return refused("it has what no address can hold");
  }
  if (name.size() > kLongest) return refused("it is too long");
  if (name.starts_with('-')) return refused("it would be read as an option");
  return {};
}

Result<> CheckAnsweringBody(const std::string& name, const Snapshot& snapshot) {
  std::vector<std::string> names;
  const auto add = [&](const std::string& one) {
    if (!one.empty()) names.push_back(one);
  };
  for (const crossref::Body& body : snapshot.crossref().bodies) {
    if (body.id.value == name) return {};
    add(body.name);
    for (const crossref::Alias& alias : body.aliases) add(alias.printed);
  }
  for (const store::ReportRecord& report : snapshot.reports()) {
    add(report.header().by.printed);
    add(report.header().contact_unit.printed);
  }
  // The article is no part of a name.
  std::string bare = CollapseSpace(name);
  if (Fold(bare).starts_with("the ")) bare.erase(0, 4);
  const std::string unknown = NobodyIsCalled("body", bare, names);
  if (unknown.empty()) return {};
  return Fail(ErrorCode::kNotFound,
              FieldName("for") + " " + name + ": " + unknown);
}

}  // namespace concord::engine
