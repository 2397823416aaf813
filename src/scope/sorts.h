#pragma once
// What sort of body a name is of, as far as its words say: a chief constable
// and a custody sergeant are of a police force, a magistrate is of a court. A
// rule of the language: it knows no body by its name.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace concord::scope {

enum class Sort {
  kUnknown,
  kOversight,  // police and fire authorities, boards, inspectorates
  kPolice,
  kFire,
  kCourt,
  kProsecution,
  kPrison,
  kCouncil,
  kHealth,
  kSchool,
  kMinistry,
};

// `name` as Comparable() has it. The first row of the table that has its words
// decides; kUnknown for a clerk, a treasurer, a head of estates.
Sort SortOf(const std::string& name);

// A row of the table, for its test.
struct SortRule {
  using Words = std::vector<std::string_view>;

  Sort sort;
  Words words;  // any of them
  Words accepts;
  Words refuses;  // are of another sort, or of none
};
std::span<const SortRule> SortRules();

}  // namespace concord::scope
