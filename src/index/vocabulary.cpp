#include "index/vocabulary.h"

#include <xapian.h>

#include <algorithm>
#include <array>

#include "index/fields.h"

namespace concord::index {
namespace {

bool IsPlain(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return c >= 'a' && c <= 'z'; });
}

std::string Key(std::string_view list, std::string_view word) {
  std::string key(list);
  key += word;
  return key;
}

std::vector<std::string> ReadList(const Xapian::Database& database,
                                  const std::string& key) {
  std::vector<std::string> words;
  for (auto at = database.synonyms_begin(key); at != database.synonyms_end(key);
       ++at) {
    words.push_back(*at);
  }
  return words;
}

}  // namespace

std::string StemOf(std::string_view word) {
  if (!IsPlain(word)) return std::string(word);
  // A stemmer has a buffer of its own: one for each thread.
  thread_local const Xapian::Stem stemmer("english");
  return stemmer(std::string(word));
}

VocabularyWriter::VocabularyWriter(Xapian::WritableDatabase& database)
    : database_(database) {}

void VocabularyWriter::AddWord(const std::string& word) {
  if (!IsPlain(word) || !told_words_.insert(word).second) return;
  new_lists_[Key(kStemList, StemOf(word))].insert(word);
}

void VocabularyWriter::AddParts(const std::string& joined,
                                const std::string& parts) {
  if (!told_parts_.insert(joined + '\t' + parts).second) return;
  new_lists_[Key(kPartsList, joined)].insert(parts);
}

void VocabularyWriter::Flush() {
  for (const auto& [key, words] : new_lists_) {
    for (const std::string& word : words) database_.add_synonym(key, word);
  }
  new_lists_.clear();
  // Telling a word again changes nothing; remembering all that an archive of
  // any size has would.
  constexpr std::size_t kMostTold = 500'000;
  if (told_words_.size() > kMostTold) told_words_.clear();
  if (told_parts_.size() > kMostTold) told_parts_.clear();
}

std::vector<std::string> FormsOf(const Xapian::Database& database,
                                 std::string_view word) {
  std::vector<std::string> forms;
  if (IsPlain(word)) forms = ReadList(database, Key(kStemList, StemOf(word)));
  if (std::find(forms.begin(), forms.end(), word) == forms.end()) {
    forms.emplace_back(word);
  }
  return forms;
}

std::vector<std::string> WordsBeginning(const Xapian::Database& database,
                                        std::string_view prefix,
                                        std::string_view beginning,
                                        std::size_t limit) {
  std::vector<std::string> words;
  const std::string start = Key(prefix, beginning);
  const auto end = database.allterms_end(start);
  for (auto at = database.allterms_begin(start);
       at != end && words.size() <= limit; ++at) {
    words.push_back((*at).substr(prefix.size()));
  }
  return words;
}

std::vector<std::string> PartsOf(const Xapian::Database& database,
                                 std::string_view joined) {
  return ReadList(database, Key(kPartsList, joined));
}

std::uint32_t EditDistance(std::string_view a, std::string_view b,
                           std::uint32_t limit) {
  constexpr std::size_t kWidth = 80;
  if (a.size() >= kWidth || b.size() >= kWidth) return limit + 1;
  const std::size_t gap =
      a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (gap > limit) return limit + 1;
  // Three rows of the table: two letters back, one letter back, this letter.
  std::array<std::array<std::uint32_t, kWidth>, 3> rows{};
  for (std::size_t j = 0; j <= b.size(); ++j) {
    rows[0][j] = static_cast<std::uint32_t>(j);
  }
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i - 1) % 3];
    const auto& above_two = rows[(i + 1) % 3];
    row[0] = static_cast<std::uint32_t>(i);
    std::uint32_t least = row[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1,
                         above[j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], above_two[j - 2] + 1);
      }
      least = std::min(least, row[j]);
    }
    if (least > limit) return limit + 1;
  }
  return std::min(rows[a.size() % 3][b.size()], limit + 1);
}

std::string NearestWord(const Xapian::Database& database, std::string_view word,
                        const std::function<bool()>& stop) {
  std::string nearest;
  std::uint32_t distance = word.size() <= 4 ? 1 : 2;
  Xapian::doccount frequency = 0;
  auto at = database.allterms_begin();
  // Words begin with a small letter; what comes before are digits and prefixes.
  at.skip_to("a");
  for (std::uint32_t seen = 0; at != database.allterms_end(); ++at) {
    if ((++seen & 0x3FFu) == 0 && stop()) break;
    const std::string candidate = *at;
    const std::uint32_t away = EditDistance(word, candidate, distance);
    if (away > distance || candidate == word) continue;
    const Xapian::doccount count = at.get_termfreq();
    if (away < distance || nearest.empty() || count > frequency) {
      nearest = candidate;
      frequency = count;
      distance = away;
    }
  }
  return nearest;
}

}  // namespace concord::index
