#pragma once
// A parsed query against the words that an index really holds.
//
// Words become the groups of forms the index has, beginnings the words they
// stand for, phrases every way the index hyphenates them. Uses Xapian's
// exceptions inside this module, and RefusedQuery where an expansion is over
// its limit.

#include <string>
#include <string_view>
#include <vector>

#include "index/deadline.h"
#include "index/query_parser.h"
#include "index/snippet.h"

namespace Xapian {
class Database;
class Query;
}  // namespace Xapian

namespace concord::index {

class QueryBuilder {
 public:
  // All three must outlive the builder. `in`: the entries that are searched.
  QueryBuilder(const Xapian::Database& database, const QueryLimits& limits,
               const Deadline& deadline, EntryKind in = EntryKind::kPassage);

  // The query; everything for an empty one.
  Xapian::Query Build(const ParsedQuery& query);

  // The same entries, those first in which the words of a query that is words
  // alone ("accountability framework") stand close to each other.
  Xapian::Query PreferClose(const ParsedQuery& query,
                            const Xapian::Query& wanted);

  // Any of the leaves that are asked for (not those under NOT), for finding
  // the passage of a report that matches best.
  Xapian::Query BuildAnyLeaf(const ParsedQuery& query);

  // What to mark in the text of a hit, for the leaves that are asked for.
  std::vector<LeafMarks> Marks(const ParsedQuery& query);

  // All words of `text`, exactly, in a field; nothing matches where `text` has
  // no word.
  Xapian::Query AllWords(std::string_view prefix, std::string_view text);

 private:
  // A word of the index under a leaf's prefix. `joined`: held as hyphenated.
  struct Term {
    std::string word;
    bool joined = false;
  };
  // Words in a row, each any of a few.
  struct Sequence {
    std::vector<std::vector<std::string>> words;
    std::vector<std::string> hyphenated;  // terms that must stand in the entry
  };

  std::vector<Term> SingleTerms(const Leaf& leaf);
  std::vector<Term> WithJoined(std::string_view prefix,
                               const std::vector<std::string>& words) const;
  std::vector<std::string> Beginning(std::string_view prefix,
                                     std::string_view beginning) const;
  std::vector<std::string> PieceWords(const Leaf& leaf, std::size_t piece);
  std::vector<Sequence> Sequences(const Leaf& leaf);
  std::vector<Sequence> Variants(const Leaf& leaf, std::size_t first,
                                 std::size_t count);
  // Entries in which the leaf stands, whatever is searched.
  Xapian::Query BuildLeaf(const Leaf& leaf);
  // The entries searched that have to do with those of `query`, whose terms
  // are of one field: its reports, or the passages of its reports.
  Xapian::Query Asked(const Xapian::Query& query,
                      std::string_view prefix) const;
  Xapian::Query BuildSequence(std::string_view prefix,
                              const Sequence& sequence) const;
  Xapian::Query BuildNear(const Node& node, const ParsedQuery& query);
  Xapian::Query BuildNode(const Node& node, const ParsedQuery& query,
                          const std::vector<Xapian::Query>& built);
  std::vector<std::size_t> AskedFor(const ParsedQuery& query) const;

  const Xapian::Database& database_;
  const QueryLimits& limits_;
  const Deadline& deadline_;
  EntryKind in_;
};

}  // namespace concord::index
