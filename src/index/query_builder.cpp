#include "index/query_builder.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <iterator>

#include "index/fields.h"
#include "index/near.h"
#include "index/report_entries.h"
#include "index/vocabulary.h"
#include "index/xapian_errors.h"

namespace concord::index {
namespace {

using Xapian::Query;

// Ways to write one phrase with and without its hyphens that are tried.
constexpr std::size_t kMaxVariants = 64;

// Words of a text that are weighed for "more like this".

// Words that stand close: so many of a query at most, and so many others among
// them. Positions are compared in as many entries at most, so that a search for
// two common words stays quick; with more it says little anyway.
constexpr std::size_t kMostCloseWords = 8;
constexpr std::uint32_t kWordsBetween = 2;
constexpr Xapian::doccount kMostComparedEntries = 20'000;

std::string TermOf(std::string_view prefix, std::string_view word,
                   bool joined) {
  std::string term(joined ? kJoinedPrefix : "");
  term += prefix;
  term += word;
  return term;
}

// Terms that count as one for ranking.
Query AnyTerm(const std::vector<std::string>& terms) {
  if (terms.empty()) return Query();
  if (terms.size() == 1) return Query(terms[0]);
  return Query(Query::OP_SYNONYM, terms.begin(), terms.end());
}

std::vector<Token> AsTokens(const std::vector<Piece>& pieces) {
  std::vector<Token> tokens;
  tokens.reserve(pieces.size());
  for (const Piece& piece : pieces) {
    tokens.push_back({piece.word, piece.span, piece.joint});
  }
  return tokens;
}

// The leaf's only word, its pieces read as one if hyphens bind them all; ""
// where it is several words.
std::string OnlyWord(const Leaf& leaf) {
  if (leaf.pieces.size() == 1) return leaf.pieces[0].word;
  const std::vector<JoinedWord> joined = JoinedWords(AsTokens(leaf.pieces));
  const bool whole =
      joined.size() == 1 && joined[0].count == leaf.pieces.size();
  return whole ? joined[0].word : "";
}

bool AnyEmpty(const std::vector<std::vector<std::string>>& lists) {
  return std::any_of(lists.begin(), lists.end(),
                     [](const auto& list) { return list.empty(); });
}

}  // namespace

QueryBuilder::QueryBuilder(const Xapian::Database& database,
                           const QueryLimits& limits, const Deadline& deadline,
                           EntryKind in)
    : database_(database), limits_(limits), deadline_(deadline), in_(in) {}

// --- Words -------------------------------------------------------------------

std::vector<QueryBuilder::Term> QueryBuilder::WithJoined(
    std::string_view prefix, const std::vector<std::string>& words) const {
  std::vector<Term> terms;
  for (const std::string& word : words) {
    for (const bool joined : {false, true}) {
      if (database_.term_exists(TermOf(prefix, word, joined))) {
        terms.push_back({word, joined});
      }
    }
  }
  return terms;
}

std::vector<std::string> QueryBuilder::Beginning(
    std::string_view prefix, std::string_view beginning) const {
  std::vector<std::string> words =
      WordsBeginning(database_, prefix, beginning, limits_.max_expansion);
  if (words.size() <= limits_.max_expansion) return words;
  throw RefusedQuery(Error(
      ErrorCode::kLimitExceeded,
      fmt::format("{}* stands for more than {} words; give more letters before "
                  "the *",
                  beginning, limits_.max_expansion)));
}

std::vector<QueryBuilder::Term> QueryBuilder::SingleTerms(const Leaf& leaf) {
  const std::string word = OnlyWord(leaf);
  if (word.empty()) return {};
  if (leaf.kind == LeafKind::kForms) {
    return WithJoined(leaf.prefix, FormsOf(database_, word));
  }
  if (!leaf.pieces.back().beginning) return WithJoined(leaf.prefix, {word});
  std::vector<Term> terms;
  for (const bool joined : {false, true}) {
    const std::string prefix = TermOf(leaf.prefix, "", joined);
    for (std::string& found : Beginning(prefix, word)) {
      terms.push_back({std::move(found), joined});
    }
  }
  return terms;
}

// --- Words in a row ----------------------------------------------------------

std::vector<std::string> QueryBuilder::PieceWords(const Leaf& leaf,
                                                  std::size_t piece) {
  const std::string& word = leaf.pieces[piece].word;
  if (leaf.pieces[piece].beginning) return Beginning(leaf.prefix, word);
  const bool any_form =
      leaf.kind == LeafKind::kForms && piece + 1 == leaf.pieces.size();
  std::vector<std::string> words =
      any_form ? FormsOf(database_, word) : std::vector<std::string>{word};
  std::erase_if(words, [&](const std::string& one) {
    return !database_.term_exists(TermOf(leaf.prefix, one, false));
  });
  return words;
}

// The ways to write pieces [first, first + count): as they are; as one word
// where they are hyphenated; and for a single word each way that the index
// hyphenates it.
std::vector<QueryBuilder::Sequence> QueryBuilder::Variants(const Leaf& leaf,
                                                           std::size_t first,
                                                           std::size_t count) {
  Sequence as_typed;
  std::string joined;
  for (std::size_t i = first; i < first + count; ++i) {
    as_typed.words.push_back(PieceWords(leaf, i));
    joined += leaf.pieces[i].word;
  }
  std::vector<Sequence> variants{std::move(as_typed)};
  if (count > 1) {
    variants.push_back({{{joined}}, {}});
    return variants;
  }
  const std::string hyphenated = TermOf(leaf.prefix, joined, true);
  if (leaf.pieces[first].beginning || !database_.term_exists(hyphenated)) {
    return variants;
  }
  for (const std::string& parts : PartsOf(database_, joined)) {
    Sequence apart;
    for (const Token& token : Tokens(parts)) {
      apart.words.push_back({token.word});
    }
    apart.hyphenated.push_back(hyphenated);
    variants.push_back(std::move(apart));
  }
  return variants;
}

std::vector<QueryBuilder::Sequence> QueryBuilder::Sequences(const Leaf& leaf) {
  Sequence plain;
  if (leaf.kind != LeafKind::kExact) {
    for (std::size_t i = 0; i < leaf.pieces.size(); ++i) {
      plain.words.push_back(PieceWords(leaf, i));
    }
    return {plain};
  }
  const std::vector<JoinedWord> joined = JoinedWords(AsTokens(leaf.pieces));
  auto next_joined = joined.begin();
  std::vector<Sequence> sequences{plain};
  for (std::size_t i = 0; i < leaf.pieces.size();) {
    const bool bound = next_joined != joined.end() && next_joined->first == i;
    const std::size_t count = bound ? (next_joined++)->count : 1;
    const std::vector<Sequence> variants = Variants(leaf, i, count);
    if (sequences.size() * variants.size() > kMaxVariants) {
      throw RefusedQuery(Error(
          ErrorCode::kLimitExceeded,
          fmt::format("\"{}\" can be hyphenated in more than {} ways; search "
                      "for a shorter piece of it",
                      leaf.printed, kMaxVariants)));
    }
    std::vector<Sequence> longer;
    for (const Sequence& head : sequences) {
      for (const Sequence& tail : variants) {
        longer.push_back(head);
        Sequence& sequence = longer.back();
        sequence.words.insert(sequence.words.end(), tail.words.begin(),
                              tail.words.end());
        sequence.hyphenated.insert(sequence.hyphenated.end(),
                                   tail.hyphenated.begin(),
                                   tail.hyphenated.end());
      }
    }
    sequences = std::move(longer);
    i += count;
  }
  return sequences;
}

Query QueryBuilder::BuildSequence(std::string_view prefix,
                                  const Sequence& sequence) const {
  if (AnyEmpty(sequence.words)) return Query();
  std::vector<std::vector<std::string>> row;
  for (const std::vector<std::string>& words : sequence.words) {
    row.emplace_back();
    for (const std::string& word : words) {
      row.back().push_back(TermOf(prefix, word, false));
    }
  }
  Query query = row.size() == 1 ? AnyTerm(row[0]) : PhraseQuery(row, deadline_);
  for (const std::string& term : sequence.hyphenated) {
    query = Query(Query::OP_FILTER, query, Query(term));
  }
  return query;
}

// --- Leaves and nodes --------------------------------------------------------

Query QueryBuilder::BuildLeaf(const Leaf& leaf) {
  deadline_.Check();
  std::vector<Query> any;
  if (leaf.kind != LeafKind::kExact || leaf.pieces.size() == 1) {
    std::vector<std::string> terms;
    for (const Term& term : SingleTerms(leaf)) {
      terms.push_back(TermOf(leaf.prefix, term.word, term.joined));
    }
    any.push_back(AnyTerm(terms));
  }
  if (leaf.pieces.size() > 1) {
    for (const Sequence& sequence : Sequences(leaf)) {
      any.push_back(BuildSequence(leaf.prefix, sequence));
    }
  }
  return any.size() == 1 ? any[0] : Query(Query::OP_OR, any.begin(), any.end());
}

Query QueryBuilder::Asked(const Query& query, std::string_view prefix) const {
  if (query.empty()) return query;
  if (in_ != EntryKind::kReport) {
    return IsOfReport(prefix) ? EntriesOf(query) : query;
  }
  if (prefix != kBodyPrefix) return query;
  double found = 0;
  for (auto term = query.get_unique_terms_begin();
       term != query.get_terms_end(); ++term) {
    found += database_.get_termfreq(*term);
  }
  return ReportsOf(query, found, StatisticsOf(database_));
}

Query QueryBuilder::BuildNear(const Node& node, const ParsedQuery& query) {
  std::vector<std::vector<std::string>> groups;
  std::string_view prefix;
  for (const std::size_t child : node.children) {
    const Leaf& leaf = query.leaves[query.nodes[child].leaf];
    std::vector<std::string> terms;
    for (const Term& term : SingleTerms(leaf)) {
      terms.push_back(TermOf(leaf.prefix, term.word, term.joined));
    }
    if (terms.empty()) return Query();
    groups.push_back(std::move(terms));
    prefix = leaf.prefix;
  }
  return Asked(NearQuery(groups, node.window, deadline_), prefix);
}

Query QueryBuilder::BuildNode(const Node& node, const ParsedQuery& query,
                              const std::vector<Query>& built) {
  std::vector<Query> wanted;
  std::vector<Query> unwanted;
  for (const std::size_t child : node.children) {
    const Node& operand = query.nodes[child];
    if (node.kind == NodeKind::kAnd && operand.kind == NodeKind::kNot) {
      unwanted.push_back(built[operand.children[0]]);
    } else {
      wanted.push_back(built[child]);
    }
  }
  switch (node.kind) {
    case NodeKind::kLeaf:
      return Asked(BuildLeaf(query.leaves[node.leaf]),
                   query.leaves[node.leaf].prefix);
    case NodeKind::kNear:
      return BuildNear(node, query);
    case NodeKind::kOr:
      return Query(Query::OP_OR, wanted.begin(), wanted.end());
    case NodeKind::kNot:
      return Query(Query::OP_AND_NOT, Query::MatchAll, wanted[0]);
    case NodeKind::kAnd:
      break;
  }
  Query all = wanted.empty()
                  ? Query::MatchAll
                  : Query(Query::OP_AND, wanted.begin(), wanted.end());
  if (unwanted.empty()) return all;
  return Query(Query::OP_AND_NOT, all,
               Query(Query::OP_OR, unwanted.begin(), unwanted.end()));
}

Query QueryBuilder::Build(const ParsedQuery& query) {
  if (query.empty()) return Query::MatchAll;
  std::vector<Query> built;
  built.reserve(query.nodes.size());
  for (const Node& node : query.nodes) {
    // A node whose children were taken over belongs to nobody.
    const bool unused = node.kind != NodeKind::kLeaf && node.children.empty();
    built.push_back(unused ? Query() : BuildNode(node, query, built));
  }
  return built[query.root];
}

Query QueryBuilder::PreferClose(const ParsedQuery& query, const Query& wanted) {
  if (query.empty()) return wanted;
  const Node& root = query.nodes[query.root];
  const std::size_t count = root.children.size();
  if (root.kind != NodeKind::kAnd || count < 2 || count > kMostCloseWords) {
    return wanted;
  }
  Xapian::doccount fewest = database_.get_doccount();
  std::vector<std::vector<std::string>> groups;
  for (const std::size_t child : root.children) {
    const Node& node = query.nodes[child];
    if (node.kind != NodeKind::kLeaf) return wanted;
    const Leaf& leaf = query.leaves[node.leaf];
    if (!leaf.field.empty() || leaf.pieces.size() > 1) return wanted;
    std::vector<std::string> terms;
    Xapian::doccount entries = 0;
    for (const Term& term : SingleTerms(leaf)) {
      terms.push_back(TermOf(leaf.prefix, term.word, term.joined));
      entries += database_.get_termfreq(terms.back());
    }
    if (terms.empty()) return wanted;
    fewest = std::min(fewest, entries);
    groups.push_back(std::move(terms));
  }
  if (fewest > kMostComparedEntries) return wanted;
  const auto apart = static_cast<std::uint32_t>(count) + kWordsBetween - 1;
  return Query(Query::OP_AND_MAYBE, wanted,
               Asked(NearQuery(groups, apart, deadline_), kBodyPrefix));
}

// --- Beside the query --------------------------------------------------------

std::vector<std::size_t> QueryBuilder::AskedFor(
    const ParsedQuery& query) const {
  std::vector<std::size_t> leaves;
  std::vector<bool> asked(query.nodes.size());
  if (!query.empty()) asked[query.root] = true;
  for (std::size_t i = query.nodes.size(); i-- > 0;) {
    const Node& node = query.nodes[i];
    if (!asked[i] || node.kind == NodeKind::kNot) continue;
    if (node.kind == NodeKind::kLeaf) leaves.push_back(node.leaf);
    for (const std::size_t child : node.children) asked[child] = true;
  }
  std::reverse(leaves.begin(), leaves.end());
  return leaves;
}

Query QueryBuilder::BuildAnyLeaf(const ParsedQuery& query) {
  std::vector<Query> leaves;
  for (const std::size_t leaf : AskedFor(query)) {
    if (query.leaves[leaf].field.empty()) {
      leaves.push_back(BuildLeaf(query.leaves[leaf]));
    }
  }
  return Query(Query::OP_OR, leaves.begin(), leaves.end());
}

std::vector<LeafMarks> QueryBuilder::Marks(const ParsedQuery& query) {
  std::vector<LeafMarks> all;
  for (const std::size_t index : AskedFor(query)) {
    const Leaf& leaf = query.leaves[index];
    if (!leaf.field.empty()) continue;
    LeafMarks marks;
    for (Term& term : SingleTerms(leaf)) {
      (term.joined ? marks.joined : marks.words).insert(std::move(term.word));
    }
    if (leaf.pieces.size() > 1) {
      for (const Sequence& sequence : Sequences(leaf)) {
        std::vector<WordSet> places;
        for (const std::vector<std::string>& words : sequence.words) {
          places.emplace_back(words.begin(), words.end());
        }
        marks.sequences.push_back(std::move(places));
      }
    }
    all.push_back(std::move(marks));
  }
  return all;
}

Query QueryBuilder::AllWords(std::string_view prefix, std::string_view text) {
  Leaf word;
  word.kind = LeafKind::kExact;
  word.prefix = prefix;
  std::vector<Query> all;
  const std::vector<Token> tokens = Tokens(text);
  const std::vector<JoinedWord> joined = JoinedWords(tokens);
  auto next_joined = joined.begin();
  for (std::size_t i = 0; i < tokens.size();) {
    const bool bound = next_joined != joined.end() && next_joined->first == i;
    const std::size_t count = bound ? (next_joined++)->count : 1;
    word.pieces.clear();
    for (std::size_t j = i; j < i + count; ++j) {
      word.pieces.push_back({tokens[j].word, tokens[j].joint, false, {}});
    }
    all.push_back(Asked(BuildLeaf(word), prefix));
    i += count;
  }
  return Query(Query::OP_AND, all.begin(), all.end());
}

}  // namespace concord::index
