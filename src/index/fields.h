#pragma once
// The constants of indexes/fields.tsv: kTitlePrefix, kDateEarliestSlot, ...
//
// Nothing else in the program writes a prefix or a slot number down. The table
// becomes "index_fields.inc" when the build is configured.

#include <cstdint>
#include <string_view>

namespace concord::index {

// --- One constant a line of the table ---------------------------------------

#define CONCORD_INDEX_PREFIX(name, code, typed) \
  inline constexpr std::string_view k##name##Prefix = code;
#define CONCORD_INDEX_SLOT(name, number) \
  inline constexpr std::uint32_t k##name##Slot = number;
#define CONCORD_INDEX_LIST(name, code) \
  inline constexpr std::string_view k##name##List = code;
#define CONCORD_INDEX_KEY(name, code) \
  inline constexpr std::string_view k##name##Key = code;
#define CONCORD_INDEX_VALUE(name, value) \
  inline constexpr std::string_view k##name##Value = value;
#include "index_fields.inc"
#undef CONCORD_INDEX_PREFIX
#undef CONCORD_INDEX_SLOT
#undef CONCORD_INDEX_LIST
#undef CONCORD_INDEX_KEY
#undef CONCORD_INDEX_VALUE

// --- The prefixes as a table, for the query parser and for tests ------------

struct FieldPrefix {
  std::string_view name;
  std::string_view prefix;
  std::string_view typed;  // "title" of "title:review"; "" where nobody can
};

#define CONCORD_INDEX_PREFIX(name, code, typed) FieldPrefix{#name, code, typed},
#define CONCORD_INDEX_SLOT(name, number)
#define CONCORD_INDEX_LIST(name, code)
#define CONCORD_INDEX_KEY(name, code)
#define CONCORD_INDEX_VALUE(name, value)
inline constexpr FieldPrefix kFieldPrefixes[] = {
#include "index_fields.inc"
};
#undef CONCORD_INDEX_PREFIX
#undef CONCORD_INDEX_SLOT
#undef CONCORD_INDEX_LIST
#undef CONCORD_INDEX_KEY
#undef CONCORD_INDEX_VALUE

// The field of a name as typed in a query, in small letters; nullptr if there
// is none.
inline const FieldPrefix* FindTypedField(std::string_view typed) {
  for (const FieldPrefix& field : kFieldPrefixes) {
    if (!field.typed.empty() && field.typed == typed) return &field;
  }
  return nullptr;
}

// True for what is written with a report's own entry and found for all of them.
inline bool IsOfReport(std::string_view prefix) {
  return prefix == kTitlePrefix || prefix == kCommitteePrefix ||
         prefix == kByPrefix;
}

}  // namespace concord::index
