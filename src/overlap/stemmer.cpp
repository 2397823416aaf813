#include "overlap/stemmer.h"

#include <libstemmer.h>

#include <memory>
#include <unordered_map>

namespace concord::overlap {
namespace {

struct Deleter {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

// A stemmer keeps its last result inside itself: one for each thread.
sb_stemmer* ThisThreadsStemmer() {
  thread_local const std::unique_ptr<sb_stemmer, Deleter> stemmer(
      sb_stemmer_new("english", "UTF_8"));
  return stemmer.get();
}

// Words of this field that the algorithm would make one: an officer is no
// office, an authority no author.
std::string_view Exception(std::string_view word) {
  if (word == "officer" || word == "officers") return "officer";
  if (word == "authority" || word == "authorities") return "authority";
  if (word == "university" || word == "universities") return "university";
  if (word == "organ" || word == "organs") return "organ";
  return {};
}

// Forms that no suffix rule reaches.
std::string_view Regular(std::string_view word) {
  static const std::unordered_map<std::string_view, std::string_view> kForms = {
      {"made", "make"},          {"given", "give"},
      {"gave", "give"},          {"taken", "take"},
      {"took", "take"},          {"kept", "keep"},
      {"told", "tell"},          {"sent", "send"},
      {"held", "hold"},          {"shown", "show"},
      {"drawn", "draw"},         {"written", "write"},
      {"brought", "bring"},      {"built", "build"},
      {"chosen", "choose"},      {"met", "meet"},
      {"paid", "pay"},           {"said", "say"},
      {"sought", "seek"},        {"spent", "spend"},
      {"left", "leave"},         {"led", "lead"},
      {"lost", "lose"},          {"begun", "begin"},
      {"shut", "shut"},          {"rewritten", "rewrite"},
      {"withdrawn", "withdraw"}, {"undertaken", "undertake"},
      {"women", "woman"},        {"men", "man"},
      {"children", "child"}};
  const auto found = kForms.find(word);
  return found == kForms.end() ? word : found->second;
}

}  // namespace

std::string Stem(std::string_view printed) {
  const std::string_view word = Regular(printed);
  if (const std::string_view kept = Exception(word); !kept.empty()) {
    return std::string(kept);
  }
  sb_stemmer* stemmer = ThisThreadsStemmer();
  if (stemmer == nullptr) return std::string(word);
  const sb_symbol* stem =
      sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(word.data()),
                      static_cast<int>(word.size()));
  if (stem == nullptr) return std::string(word);
  return {reinterpret_cast<const char*>(stem),
          static_cast<std::size_t>(sb_stemmer_length(stemmer))};
}

std::uint64_t KeyOf(std::string_view text) {
  std::uint64_t key = 14695981039346656037ull;  // FNV-1a, 64 bits
  for (const char c : text) {
    key ^= static_cast<unsigned char>(c);
    key *= 1099511628211ull;
  }
  return key;
}

}  // namespace concord::overlap
