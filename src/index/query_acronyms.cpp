// The tree is written anew, children before parents as ParsedQuery wants them:
// a leaf that is an acronym becomes an OR of both forms, a run of words in an
// AND that is a long form becomes an OR of the run and the short form.

#include "index/query_acronyms.h"

#include <algorithm>
#include <utility>

#include "index/tokens.h"

namespace concord::index {
namespace {

using Words = std::vector<std::string>;

Words WordsOf(std::string_view text) {
  Words words;
  for (Token& token : Tokens(text)) words.push_back(std::move(token.word));
  return words;
}

Words WordsOf(const Leaf& leaf) {
  Words words;
  for (const Piece& piece : leaf.pieces) words.push_back(piece.word);
  return words;
}

// A word that may stand in a run that is a long form.
bool IsPlain(const ParsedQuery& query, std::size_t node) {
  if (query.nodes[node].kind != NodeKind::kLeaf) return false;
  const Leaf& leaf = query.leaves[query.nodes[node].leaf];
  return leaf.kind == LeafKind::kForms && leaf.field.empty();
}

bool IsAcronym(const ParsedQuery& query, std::size_t node) {
  if (query.nodes[node].kind != NodeKind::kLeaf) return false;
  const Leaf& leaf = query.leaves[query.nodes[node].leaf];
  return leaf.capitals && leaf.field.empty();
}

// Calls `take(first, count)` for every two to eight plain words side by side.
template <class Take>
void ForEachRun(const ParsedQuery& query, const Node& node, Take take) {
  if (node.kind != NodeKind::kAnd) return;
  const std::vector<std::size_t>& children = node.children;
  for (std::size_t first = 0; first < children.size(); ++first) {
    for (std::size_t count = 1;
         count <= kMostWordsOfLongForm && first + count <= children.size() &&
         IsPlain(query, children[first + count - 1]);
         ++count) {
      if (count > 1) take(first, count);
    }
  }
}

class Widener {
 public:
  Widener(const std::vector<AcronymForms>& acronyms, ParsedQuery* query)
      : query_(*query) {
    for (const AcronymForms& forms : acronyms) {
      forms_.push_back(
          {&forms, WordsOf(forms.short_form), WordsOf(forms.long_form)});
    }
  }

  void Run() {
    plain_.resize(query_.nodes.size());
    widened_.resize(query_.nodes.size());
    for (std::size_t i = 0; i < query_.nodes.size(); ++i) Take(i);
    query_.root = widened_[query_.root];
    query_.nodes = std::move(nodes_);
  }

 private:
  struct Forms {
    const AcronymForms* printed = nullptr;
    Words short_form;
    Words long_form;
  };

  void Take(std::size_t at) {
    Node node = query_.nodes[at];
    if (node.kind == NodeKind::kAnd) {
      node.children = WidenRuns(query_.nodes[at]);
    } else {
      const auto& now = node.kind == NodeKind::kNear ? plain_ : widened_;
      for (std::size_t& child : node.children) child = now[child];
    }
    plain_[at] = widened_[at] = Add(std::move(node));
    if (!IsAcronym(query_, at)) return;
    const Words typed = WordsOf(query_.leaves[query_.nodes[at].leaf]);
    const auto found =
        std::find_if(forms_.begin(), forms_.end(),
                     [&](const Forms& f) { return f.short_form == typed; });
    if (found == forms_.end() || found->long_form.empty()) return;
    widened_[at] = AddEither(plain_[at], found->printed->long_form);
  }

  // The children of an AND, each run that is a long form put together.
  std::vector<std::size_t> WidenRuns(const Node& node) {
    std::vector<std::size_t> children;
    for (std::size_t i = 0; i < node.children.size();) {
      const auto [forms, count] = LongestFormAt(node, i);
      if (forms == nullptr) {
        children.push_back(widened_[node.children[i++]]);
        continue;
      }
      Node run{NodeKind::kAnd, 0, {}, 0};
      for (const std::size_t end = i + count; i < end; ++i) {
        run.children.push_back(plain_[node.children[i]]);
      }
      children.push_back(
          AddEither(Add(std::move(run)), forms->printed->short_form));
    }
    return children;
  }

  std::pair<const Forms*, std::size_t> LongestFormAt(const Node& node,
                                                     std::size_t first) const {
    std::pair<const Forms*, std::size_t> longest{nullptr, 0};
    Words words;
    for (std::size_t i = first;
         i < node.children.size() && IsPlain(query_, node.children[i]) &&
         i - first < kMostWordsOfLongForm;
         ++i) {
      const Words more =
          WordsOf(query_.leaves[query_.nodes[node.children[i]].leaf]);
      words.insert(words.end(), more.begin(), more.end());
      if (i == first) continue;
      for (const Forms& forms : forms_) {
        if (forms.long_form == words) longest = {&forms, i - first + 1};
      }
    }
    return longest;
  }

  std::size_t Add(Node node) {
    nodes_.push_back(std::move(node));
    return nodes_.size() - 1;
  }

  // An OR of a node of the new tree and exactly the words of `text`.
  std::size_t AddEither(std::size_t node, const std::string& text) {
    Leaf leaf;
    leaf.kind = LeafKind::kExact;
    leaf.printed = text;
    leaf.typed = false;
    for (const Token& token : Tokens(text)) {
      leaf.pieces.push_back({token.word, token.joint, false, {}});
    }
    query_.leaves.push_back(std::move(leaf));
    const std::size_t other =
        Add({NodeKind::kLeaf, query_.leaves.size() - 1, {}, 0});
    return Add({NodeKind::kOr, 0, {node, other}, 0});
  }

  ParsedQuery& query_;
  std::vector<Forms> forms_;
  std::vector<Node> nodes_;
  // Where each old node is in the new tree: as it was, and widened.
  std::vector<std::size_t> plain_;
  std::vector<std::size_t> widened_;
};

}  // namespace

void AddAcronyms(const std::vector<AcronymForms>& acronyms,
                 ParsedQuery* query) {
  if (acronyms.empty() || query->empty()) return;
  Widener(acronyms, query).Run();
}

AcronymsAsked AskedAcronyms(std::string_view query, const QueryLimits& limits) {
  AcronymsAsked asked;
  const Result<ParsedQuery> parsed = ParseQuery(query, limits);
  if (!parsed) return asked;
  const auto printed = [&](std::size_t node) -> const std::string& {
    return parsed->leaves[parsed->nodes[node].leaf].printed;
  };
  for (std::size_t i = 0; i < parsed->nodes.size(); ++i) {
    if (IsAcronym(*parsed, i)) asked.short_forms.push_back(printed(i));
    const Node& node = parsed->nodes[i];
    ForEachRun(*parsed, node, [&](std::size_t first, std::size_t count) {
      std::string words;
      for (std::size_t c = first; c < first + count; ++c) {
        words += (words.empty() ? "" : " ") + printed(node.children[c]);
      }
      asked.long_forms.push_back(std::move(words));
    });
  }
  return asked;
}

}  // namespace concord::index
