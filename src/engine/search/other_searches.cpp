#include "engine/search/other_searches.h"

#include <fmt/format.h>

#include <array>
#include <functional>
#include <set>
#include <utility>

#include "concord/base/unicode.h"
#include "concord/engine/engine.h"
#include "engine/search/direction_parts.h"

namespace concord::engine {
namespace {

using index::EntryKind;

constexpr std::array<std::pair<EntryKind, const char*>, 3> kKinds = {
    {{EntryKind::kRecommendation, "recommendations"},
     {EntryKind::kReport, "reports"},
     {EntryKind::kPassage, "passages"}}};

std::string KindsName(EntryKind kind) {
  for (const auto& [one, name] : kKinds) {
    if (one == kind) return name;
  }
  return "";
}

// --- Another kind of entry

// "rec:44" is asked of passages, which have no number: recommendations have.
void AddElsewhere(const std::string& query, index::EntryKind empty,
                  const DirectionSources& sources,
                  std::vector<DirectionView>* directions) {
  using index::EntryKind;
  for (const auto& [kind, name] : kKinds) {
    if (kind == empty) continue;
    const auto found =
        sources.searcher.Search({.query = query, .in = kind, .limit = 0});
    if (!found || found->matches == 0) continue;
    std::string counted = name;
    if (found->matches == 1) counted.pop_back();
    directions->push_back(SearchFor(
        "elsewhere", fmt::format("{} {} with this", found->matches, counted),
        {{"q", query}, {"in", name}}));
  }
}

// --- Some of the words

// People ask whole questions; all of their words stand nowhere together. The
// nearest are then those with any of the words that tell something.
void AddAnyWord(const std::string& query, index::EntryKind in,
                const DirectionSources& sources,
                std::vector<DirectionView>* directions) {
  static const std::set<std::string, std::less<>> kTellNothing = {
      "a",    "about",  "an",    "and",    "are",   "as",    "at",   "be",
      "been", "by",     "did",   "do",     "does",  "for",   "from", "had",
      "has",  "have",   "how",   "in",     "is",    "it",    "its",  "of",
      "on",   "or",     "said",  "that",   "the",   "they",  "this", "to",
      "was",  "were",   "what",  "when",   "where", "which", "who",  "why",
      "will", "with",   "shall", "should", "would", "could", "can",  "may",
      "must", "become", "became"};
  const Words words = QueryWords(query);
  if (!IsPlain(words)) return;
  std::string any;
  std::size_t telling = 0;
  for (const std::string& word : words) {
    const std::string bare = Bare(word);
    if (bare.empty() || kTellNothing.contains(Fold(bare))) continue;
    any += (any.empty() ? "" : " OR ") + bare;
    ++telling;
  }
  if (any.empty() || any == query) return;
  const auto found =
      sources.searcher.Search({.query = any, .in = in, .limit = 0});
  if (!found || found->matches == 0) return;
  const std::string name = KindsName(in);
  directions->push_back(SearchFor(
      "any-word",
      fmt::format(
          "{} {} with {}", found->matches,
          found->matches == 1 ? name.substr(0, name.size() - 1) : name,
          telling == 1 ? "the word that tells most" : "any of these words"),
      {{"q", any}, {"in", name}}));
}

}  // namespace

void AddTitle(const std::string& query, const DirectionSources& sources,
              std::vector<DirectionView>* directions) {
  constexpr std::size_t kFewestWords = 3;
  const Words words = QueryWords(query);
  std::string wanted;
  if (query.find('"') == std::string::npos) {
    if (words.size() < kFewestWords || !IsPlain(words)) return;
    for (const std::string& word : words) {
      const std::string bare = Bare(word);
      if (bare.empty()) continue;
      wanted += (wanted.empty() ? "title:" : " title:") + bare;
    }
  } else {
    const std::string phrase = CollapseSpace(query);
    if (words.size() < 2 || phrase.find('"') != 0 ||
        phrase.find('"', 1) != phrase.size() - 1) {
      return;
    }
    wanted = "title:" + phrase;
  }
  const auto found = sources.searcher.Search(
      {.query = wanted, .in = index::EntryKind::kReport, .limit = 1});
  if (!found || found->hits.empty()) return;
  if (found->matches > 1) {
    directions->push_back(
        SearchFor("title",
                  fmt::format("{} reports with these words in their titles",
                              found->matches),
                  {{"q", wanted}, {"in", "reports"}}));
    return;
  }
  const std::string& id = found->hits.front().report;
  const auto report = sources.store.GetReport({id});
  if (!report) return;
  const std::string& date = report->header().date.printed;
  directions->push_back(
      ShowOf("title",
             fmt::format("the report {}{}", CollapseSpace(TitleOf(*report)),
                         date.empty() ? "" : ", " + date),
             "report", id));
}

void AddOtherSearches(const std::string& query, EntryKind in,
                      const DirectionSources& sources,
                      std::vector<DirectionView>* directions) {
  AddElsewhere(query, in, sources, directions);
  if (directions->empty()) AddAnyWord(query, in, sources, directions);
}

}  // namespace concord::engine
