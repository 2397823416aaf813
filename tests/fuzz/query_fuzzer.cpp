// Characters as a query: read within its limits into a tree that can be walked.

#include <cstdint>
#include <string_view>

#include "index/query_parser.h"
#include "tests/fuzz/require.h"

namespace concord::fuzzing {
namespace {

void RequireTree(const index::ParsedQuery& parsed) {
  for (std::size_t i = 0; i < parsed.nodes.size(); ++i) {
    const index::Node& node = parsed.nodes[i];
    if (node.kind == index::NodeKind::kLeaf) {
      Require(node.leaf < parsed.leaves.size(), "a leaf node has its leaf");
      Require(!parsed.leaves[node.leaf].pieces.empty(), "a leaf has words");
    }
    for (const std::size_t child : node.children) {
      Require(child < i, "children stand before their parent");
    }
  }
  Require(parsed.empty() || parsed.root < parsed.nodes.size(),
          "the root is a node");
}

}  // namespace
}  // namespace concord::fuzzing

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace concord;
  const std::string_view query(reinterpret_cast<const char*>(data), size);
  const index::QueryLimits limits;
  const auto parsed = index::ParseQuery(query, limits);
  if (!parsed) {
    fuzzing::Require(!parsed.error().message().empty(),
                     "a refusal says what to change");
    return 0;
  }
  fuzzing::RequireTree(*parsed);
  fuzzing::Require(parsed->leaves.size() <= limits.max_terms,
                   "the limit on terms holds");
  fuzzing::Require(parsed->empty() || !index::ReadAs(*parsed).empty(),
                   "what is read can be said");
  return 0;
}
