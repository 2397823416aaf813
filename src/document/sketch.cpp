// The fewest hashes of the letters' runs: two texts that share most of their
// runs share the smallest hashes too (bottom-k sketch; Broder 1997).

#include "concord/document/sketch.h"

#include <algorithm>

namespace concord::document {
namespace {

constexpr std::size_t kRun = 48;  // letters
constexpr std::size_t kFewestLetters = 400;
constexpr std::size_t kHashes = 4;
constexpr std::uint64_t kBase = 1099511628211ull;

// Letters without case, space, signs and digits: the copies differ in those.
std::string LettersOf(const Document& document) {
  std::string letters;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::kChrome || block.kind == BlockKind::kContact ||
        block.kind == BlockKind::kTableRow) {  // a row's words are its cells'
      continue;
    }
    for (const char c : Slice(document.text, block.span)) {
      if (c >= 'a' && c <= 'z') letters.push_back(c);
      if (c >= 'A' && c <= 'Z') letters.push_back(static_cast<char>(c + 32));
    }
  }
  return letters;
}

// So that the smallest are no particular letters (splitmix64's last steps).
std::uint64_t Mixed(std::uint64_t hash) {
  hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9ull;
  hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebull;
  return hash ^ (hash >> 31);
}

void Keep(std::uint64_t hash, std::vector<std::uint64_t>* smallest) {
  if (smallest->size() == kHashes && hash >= smallest->back()) return;
  const auto at = std::lower_bound(smallest->begin(), smallest->end(), hash);
  if (at != smallest->end() && *at == hash) return;
  smallest->insert(at, hash);
  if (smallest->size() > kHashes) smallest->pop_back();
}

}  // namespace

std::vector<std::uint64_t> Sketch(const Document& document) {
  const std::string letters = LettersOf(document);
  std::vector<std::uint64_t> smallest;
  if (letters.size() < kFewestLetters) return smallest;
  std::uint64_t leaving = 1;  // the factor of the letter that leaves a run
  for (std::size_t i = 1; i < kRun; ++i) leaving *= kBase;
  std::uint64_t run = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (i >= kRun)
      run -= leaving * static_cast<unsigned char>(letters[i - kRun]);
    run = run * kBase + static_cast<unsigned char>(letters[i]);
    if (i + 1 >= kRun) Keep(Mixed(run), &smallest);
  }
  return smallest;
}

}  // namespace concord::document
