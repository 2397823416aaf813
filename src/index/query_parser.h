#pragma once
// A query as typed into a tree of what it asks for. Knows nothing of an index.
//
//   inspect* "stop and search" -title:draft
//
//   AND ( beginning inspect | exactly "stop and search" | NOT title:draft )
//
// Binding, from the tightest: NEAR, NOT, AND (also between words that stand
// side by side), OR. Operators are in capitals. Pure; safe from any thread.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/result.h"
#include "concord/base/text_span.h"
#include "concord/index/query.h"
#include "index/tokens.h"

namespace concord::index {

enum class LeafKind : std::uint8_t {
  kForms,      // a word in any of its forms
  kExact,      // these words, in this order, in exactly these forms
  kBeginning,  // a word that begins so
};

// One word of a leaf. `beginning`: a * follows it.
struct Piece {
  std::string word;
  Joint joint = Joint::kApart;
  bool beginning = false;
  TextSpan span;  // in the query as typed
};

struct Leaf {
  LeafKind kind = LeafKind::kForms;
  std::string_view field;   // as typed, "title"; "" for running text
  std::string_view prefix;  // of the field in the index
  std::vector<Piece> pieces;
  std::string printed;    // as typed, without quotes, field and *
  bool capitals = false;  // a word typed as acronyms are, not between quotes
  bool typed = true;      // false: added by AddAcronyms
};

enum class NodeKind : std::uint8_t { kLeaf, kAnd, kOr, kNot, kNear };

// Children stand before their parent in ParsedQuery::nodes, so a walk in order
// meets them first and needs no recursion.
struct Node {
  NodeKind kind = NodeKind::kLeaf;
  std::size_t leaf = 0;               // of kLeaf: index in ParsedQuery::leaves
  std::vector<std::size_t> children;  // of the others; kNear: leaf nodes
  std::uint32_t window = 0;           // of kNear: words apart at most
};

struct ParsedQuery {
  std::vector<Leaf> leaves;
  std::vector<Node> nodes;
  std::size_t root = 0;
  std::vector<std::string> ignored;  // stop words left out, as typed

  bool empty() const { return nodes.empty(); }
};

// kInvalidArgument says what cannot be read and what to change, kLimitExceeded
// names the limit. "" and white space give an empty ParsedQuery.
[[nodiscard]] Result<ParsedQuery> ParseQuery(std::string_view query,
                                             const QueryLimits& limits);

// What the query is taken to mean, for people:
//   all of: recommend* [any ending], exactly "stop and search"
std::string ReadAs(const ParsedQuery& query);

// True for a word of indexes/vocabulary/stop_words.txt.
bool IsStopWord(std::string_view word);

}  // namespace concord::index
