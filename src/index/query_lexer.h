#pragma once
// The first half of reading a query: characters into leaves and operators.

#include <string>
#include <string_view>
#include <vector>

#include "index/query_parser.h"

namespace concord::index {

enum class LexemeKind : std::uint8_t {
  kLeaf,
  kOpen,
  kClose,
  kAnd,
  kOr,
  kNot,
  kNear,
};

struct Lexeme {
  LexemeKind kind = LexemeKind::kLeaf;
  std::size_t leaf = 0;      // of kLeaf
  std::uint32_t window = 0;  // of kNear
  TextSpan span;             // in the query
};

struct LexedQuery {
  std::vector<Lexeme> lexemes;
  std::vector<Leaf> leaves;
};

// Checks all limits but nesting. Punctuation that is no word is passed over.
[[nodiscard]] Result<LexedQuery> LexQuery(std::string_view query,
                                          const QueryLimits& limits);

// "at character 12", counted as people count, from 1.
std::string AtCharacter(std::string_view query, std::uint32_t offset);

}  // namespace concord::index
