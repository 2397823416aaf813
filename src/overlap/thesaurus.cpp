#include "overlap/thesaurus.h"

#include <algorithm>

#include "overlap/thesaurus_format.h"

extern "C" const unsigned char concord_thesaurus[];

namespace concord::overlap {
namespace {

// SemCor's tagged sentences, some 20,000, as what a share is a share of.
constexpr double kSentences = 20000;

struct Table {
  std::size_t words = 0;
  std::size_t antonyms = 0;
  const std::uint64_t* keys = nullptr;
  const std::uint64_t* antonym_keys = nullptr;
  const std::uint32_t* counts = nullptr;
  const std::uint32_t* begins = nullptr;
  const std::uint32_t* concepts = nullptr;
};

Table ReadTable() {
  // Written by tools/thesaurus with this alignment and order.
  const auto* head = reinterpret_cast<const ThesaurusHead*>(concord_thesaurus);
  Table table;
  if (head->magic != kThesaurusMagic) return table;
  table.words = head->words;
  table.antonyms = head->antonyms;
  table.keys = reinterpret_cast<const std::uint64_t*>(head + 1);
  table.antonym_keys = table.keys + head->words;
  table.counts = reinterpret_cast<const std::uint32_t*>(table.antonym_keys +
                                                        2 * head->antonyms);
  table.begins = table.counts + head->words;
  table.concepts = table.begins + head->words + 1;
  return table;
}

const Table& TheTable() {
  static const Table kTable = ReadTable();
  return kTable;
}

// Position of a key, or words.
std::size_t Find(const Table& table, std::uint64_t key) {
  const std::uint64_t* end = table.keys + table.words;
  const std::uint64_t* found = std::lower_bound(table.keys, end, key);
  return found != end && *found == key
             ? static_cast<std::size_t>(found - table.keys)
             : table.words;
}

}  // namespace

Senses SensesOf(std::uint64_t key) {
  const Table& table = TheTable();
  const std::size_t at = Find(table, key);
  if (at == table.words) return {};
  return {table.concepts + table.begins[at],
          table.concepts + table.begins[at + 1]};
}

double Nearness(Senses a, Senses b) {
  constexpr std::uint32_t kMask = (1u << kStrengthBits) - 1;
  std::uint32_t best = 0;
  while (a.begin != a.end && b.begin != b.end) {
    const std::uint32_t x = *a.begin >> kStrengthBits;
    const std::uint32_t y = *b.begin >> kStrengthBits;
    if (x == y) best = std::max(best, (*a.begin & kMask) * (*b.begin & kMask));
    if (x <= y) ++a.begin;
    if (y <= x) ++b.begin;
  }
  return static_cast<double>(best) / (kFullStrength * kFullStrength);
}

bool AreAntonyms(std::uint64_t a, std::uint64_t b) {
  const Table& table = TheTable();
  const auto wanted = std::minmax(a, b);
  std::size_t low = 0;
  std::size_t high = table.antonyms;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    const std::pair<std::uint64_t, std::uint64_t> here = {
        table.antonym_keys[2 * middle], table.antonym_keys[2 * middle + 1]};
    if (here == std::pair(wanted.first, wanted.second)) return true;
    if (here < std::pair(wanted.first, wanted.second)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return false;
}

double GeneralShare(std::uint64_t key, double unknown) {
  const Table& table = TheTable();
  const std::size_t at = Find(table, key);
  if (at == table.words || table.counts[at] == 0) return unknown;
  return std::min(0.5, table.counts[at] / kSentences);
}

}  // namespace concord::overlap
