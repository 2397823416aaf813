#pragma once
// The words an index holds: forms of a word, endings, spellings.
//
// Words are indexed as they stand and stems are looked up when a query is read,
// so that an exact phrase stays exact. Three ways to find the forms of a word
// were measured on 4.8 million words of committee prose with 97,000 different
// ones (one thread, two cores, others working on the machine):
//
//                              writing    size     a look-up
//   words only, and walking
//     the words that begin
//     like the stem            100 %      100 %    0.75 to 0.96 ms
//   a stem posting beside
//     each word                +35..75 %  +22 %    0.001 ms
//   a list of forms a stem     +1..13 %   +2 %     0.002 ms   <- this one
//
// Walking also misses forms that begin otherwise ("die", "dying"). The lists
// are synonym lists of the index, so they are committed with the words. A word
// that has since left the index stays in its list and matches nothing.
//
// The Xapian types here are only named; a caller that has one includes
// xapian.h.

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "concord/base/result.h"

namespace Xapian {
class Database;
class WritableDatabase;
}  // namespace Xapian

namespace concord::index {

// Snowball's English stem of a folded word; a word with a digit, or with other
// letters than a to z, is its own stem.
std::string StemOf(std::string_view word);

// Collects the forms and the hyphenated words of what is being written.
class VocabularyWriter {
 public:
  explicit VocabularyWriter(Xapian::WritableDatabase& database);
  // Both are cheap for a word that was told before.
  void AddWord(const std::string& word);
  void AddParts(const std::string& joined, const std::string& parts);
  // Writes what is new since the last call; throws Xapian's errors.
  void Flush();

 private:
  Xapian::WritableDatabase& database_;
  std::unordered_set<std::string> told_words_;
  std::unordered_set<std::string> told_parts_;
  std::map<std::string, std::set<std::string>> new_lists_;
};

// All throw Xapian's errors. `prefix` is the prefix of a field.

// The words of the index that share the stem of `word`, and `word` itself.
std::vector<std::string> FormsOf(const Xapian::Database& database,
                                 std::string_view word);

// The words under `prefix` that begin with `beginning`; at most `limit` + 1.
std::vector<std::string> WordsBeginning(const Xapian::Database& database,
                                        std::string_view prefix,
                                        std::string_view beginning,
                                        std::size_t limit);

// The ways a word is hyphenated: "reaffirmed" -> {"re affirmed"}.
std::vector<std::string> PartsOf(const Xapian::Database& database,
                                 std::string_view joined);

// The word of running text most like `word`, by edit distance (two letters, one
// in words of up to four) and then by how often it stands; "" if none is.
// `stop` is asked now and then and ends the walk early.
std::string NearestWord(const Xapian::Database& database, std::string_view word,
                        const std::function<bool()>& stop);

// Letters to insert, leave out, change or swap, counted in bytes; more than
// `limit` is given as `limit` + 1.
std::uint32_t EditDistance(std::string_view a, std::string_view b,
                           std::uint32_t limit);

}  // namespace concord::index
