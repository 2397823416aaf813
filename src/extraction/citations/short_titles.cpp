#include "extraction/citations/short_titles.h"

#include <algorithm>
#include <map>
#include <string>

#include "concord/base/unicode.h"
#include "extraction/citations/mention.h"

namespace concord::extraction {
namespace {

// Subtitles of a later work about the same: "the second year", "progress".
bool TellsOfSequel(std::string_view subtitle) {
  static const Pattern kSequel(
      "\\b(?:second|third|fourth|later|again|revisited|update|progress|follow|"
      "following|final|interim|years? on|year|phase|stage|part|volume|ii|iii|"
      "response|implementation|action plan|review of)\\b");
  return kSequel.Matches(FoldWords(subtitle));
}

// Words before a colon or a spaced dash, and those after it.
struct Halves {
  std::string main;
  std::string subtitle;
};

Halves HalvesOf(std::string_view title) {
  static const Pattern kHalves("^(.+?)(?::| [–—-]) (.+)$");
  const auto match = kHalves.Search(title);
  if (!match) return {WorkKey(title), ""};
  return {WorkKey(Slice(title, (*match)[1])),
          std::string(Slice(title, (*match)[2]))};
}

std::size_t WordsIn(std::string_view key) {
  return static_cast<std::size_t>(std::count(key.begin(), key.end(), ' ')) + 1;
}

// "northmarch witness strategy" -> "witness strategy": without the name of one
// or two words before a name of its own kind.
void AddWithoutPlace(const std::string& key, std::vector<std::string>* names) {
  const std::size_t last = key.rfind(' ');
  if (last == std::string::npos || !IsWorkNoun(key.substr(last + 1))) return;
  std::string rest = key;
  for (int dropped = 0; dropped < 2; ++dropped) {
    const std::size_t space = rest.find(' ');
    if (space == std::string::npos) return;
    if (rest.substr(0, space) == "draft") return;
    rest.erase(0, space + 1);
    if (WordsIn(rest) < 3) return;
    names->push_back(rest);
  }
}

// What people may call the work for short, as keys.
std::vector<std::string> ShortNames(const std::string& title) {
  std::vector<std::string> names;
  const std::string key = WorkKey(title);
  for (const std::string_view ending : {" inquiry", " inquiry report"}) {
    if (!key.ends_with(ending)) continue;
    names.push_back(key.substr(0, key.size() - ending.size()));
  }
  const Halves halves = HalvesOf(title);
  if (!halves.subtitle.empty()) {
    if (!TellsOfSequel(halves.subtitle)) names.push_back(halves.main);
  } else {
    AddWithoutPlace(key, &names);
  }
  std::erase_if(names, [](const std::string& name) {
    return name.find(' ') == std::string::npos;
  });
  return names;
}

// An inquiry and its report are one.
std::string InquiryKey(const std::string& key) {
  static constexpr std::string_view kReport = " inquiry report";
  return key.ends_with(kReport) ? key.substr(0, key.size() - 7) : key;
}

bool MayBeShort(const Citation& citation) {
  return !citation.title.empty() && citation.kind != WorkKind::kAct &&
         !citation.series && citation.rule != "citation.series-member" &&
         citation.rule != "citation.paper" &&
         citation.rule != "citation.background";
}

}  // namespace

void NameInFull(std::vector<Citation>* citations) {
  std::map<std::string, std::string> titles;  // key -> title
  for (const Citation& citation : *citations) {
    if (citation.title.empty() || citation.series) continue;
    titles.emplace(WorkKey(citation.title), citation.title);
  }
  // Short name -> the full titles that have it, by their keys.
  std::map<std::string, std::map<std::string, std::string>> full_of;
  for (const auto& [key, title] : titles) {
    for (const std::string& name : ShortNames(title)) {
      full_of[name].emplace(InquiryKey(key), title);
    }
  }
  for (Citation& citation : *citations) {
    if (!MayBeShort(citation)) continue;
    const auto full = full_of.find(WorkKey(citation.title));
    if (full == full_of.end() || full->second.size() != 1) continue;
    citation.title = full->second.begin()->second;
  }
}

}  // namespace concord::extraction
