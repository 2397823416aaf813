// Which printed titles name one work.
//
// Two titles are one work when their words are equal after folding (title_key)
// and, where a year is part of the identity, their editions are. On top of
// that named rules, each needing a full form and refusing where two fit:
//
//   "only edition named"       "Police Act" where one Police Act is in use
//   "subtitle in the same report"   "A Second Look" in a report that also
//                              prints "Fair Hearing: A Second Look"
//   "subtitle and year"        "A Second Look (1998)" where one work only has
//                              that subtitle and that year
//   "the only work of that subtitle"   "A Second Look" where one held report
//                              alone ends so and none is so titled
//   "short title in the same report"   "Small Boats" in a report that also
//                              prints "Small Boats: the harbour inspection"
//   "the only work of that name"   the same elsewhere, of a held report
//   "name of the place left out"   "Witness Strategy" for the one "Northmarch
//                              Witness Strategy"
//   "by its author", "the inquiry of that name"   see eponyms.cpp
//   "by its place in the series"   "the second Fair Hearing report"
//   "said to be the same"      "Fair Hearing II, better known as ..." states it
//   "numbered set"             "Fair Hearing I and II" names two works
//
// Refused: "Fair Hearing" for "Fair Hearing: the second year" (contained, not
// equal); "Police Act 1964" for "Police Act 1996".
//
// Cost: n log n in the number of citations. Tests: works_test.cpp.

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <set>

#include "concord/base/unicode.h"
#include "crossref/works.h"

namespace concord::crossref {
namespace {

using KeySet = std::set<WorkKey>;

// Editions in use of each (title, part), in all reports or in one.
using Editions =
    std::map<std::pair<std::string, std::string>, std::set<std::string>>;

Editions EditionsIn(const std::vector<TitleMention>& mentions) {
  Editions editions;
  for (const TitleMention& mention : mentions) {
    if (mention.key.edition.empty()) continue;
    editions[{mention.key.title, mention.key.part}].insert(mention.key.edition);
  }
  return editions;
}

std::vector<Editions> EditionsPerReport(
    const std::vector<TitleMention>& mentions) {
  std::vector<Editions> local;
  for (const TitleMention& mention : mentions) {
    if (local.size() <= mention.report) local.resize(mention.report + 1);
    if (mention.key.edition.empty()) continue;
    local[mention.report][{mention.key.title, mention.key.part}].insert(
        mention.key.edition);
  }
  return local;
}

// The one edition that fits, or "". A year stated in brackets must be within a
// year of it: beyond that it is another edition.
std::string OnlyEdition(const std::set<std::string>& editions,
                        const std::string& year) {
  if (editions.count(year) > 0) return year;
  if (editions.size() != 1) return {};
  const std::string& only = *editions.begin();
  if (year.empty()) return only;
  return std::abs(std::atoi(year.c_str()) - std::atoi(only.c_str())) <= 1
             ? only
             : std::string();
}

void JoinEditions(std::vector<TitleMention>* mentions) {
  const Editions everywhere = EditionsIn(*mentions);
  const std::vector<Editions> local = EditionsPerReport(*mentions);
  for (TitleMention& mention : *mentions) {
    if (!mention.key.edition.empty()) continue;
    const std::pair title = {mention.key.title, mention.key.part};
    const auto all = everywhere.find(title);
    if (all == everywhere.end()) continue;
    const auto here = local[mention.report].find(title);
    std::string edition;
    if (here != local[mention.report].end()) {
      edition = OnlyEdition(here->second, mention.year);
    }
    if (edition.empty()) edition = OnlyEdition(all->second, mention.year);
    if (edition.empty()) continue;
    mention.key.edition = edition;
    if (mention.rule.empty()) mention.rule = "only edition named";
  }
}

// Subtitles of the full titles each report prints.
using Subtitles = std::map<std::string, KeySet>;

std::vector<Subtitles> SubtitlesPerReport(
    const std::vector<TitleMention>& mentions) {
  std::vector<Subtitles> local;
  for (const TitleMention& mention : mentions) {
    if (local.size() <= mention.report) local.resize(mention.report + 1);
    if (mention.forms.subtitle.empty()) continue;
    WorkKey whole = mention.key;
    whole.part.clear();
    local[mention.report][mention.forms.subtitle].insert(whole);
  }
  return local;
}

void JoinSubtitles(std::vector<TitleMention>* mentions) {
  const std::vector<Subtitles> local = SubtitlesPerReport(*mentions);
  for (TitleMention& mention : *mentions) {
    if (!mention.forms.subtitle.empty()) continue;
    if (mention.forms.match.find(' ') == std::string::npos) continue;
    const auto found = local[mention.report].find(mention.forms.match);
    if (found == local[mention.report].end()) continue;
    if (found->second.size() != 1) continue;
    const std::string part = mention.key.part;
    mention.key = *found->second.begin();
    mention.key.part = part;
    mention.rule = "subtitle in the same report";
  }
}

struct Subtitled {
  KeySet works;
  std::set<std::string> years;  // stated of them anywhere
};

std::map<std::string, Subtitled> SubtitlesOfAll(
    const std::vector<TitleMention>& mentions) {
  std::map<std::string, Subtitled> all;
  for (const TitleMention& mention : mentions) {
    if (mention.forms.subtitle.empty()) continue;
    Subtitled& one = all[mention.forms.subtitle];
    WorkKey whole = mention.key;
    whole.part.clear();
    one.works.insert(whole);
    if (!mention.year.empty()) one.years.insert(mention.year);
  }
  return all;
}

void JoinSubtitlesByYear(std::vector<TitleMention>* mentions) {
  const auto all = SubtitlesOfAll(*mentions);
  for (TitleMention& mention : *mentions) {
    if (!mention.forms.subtitle.empty() || mention.year.empty()) continue;
    const auto found = all.find(mention.key.title);
    if (found == all.end() || found->second.works.size() != 1) continue;
    if (found->second.years.count(mention.year) == 0) continue;
    const std::string part = mention.key.part;
    mention.key = *found->second.works.begin();
    mention.key.part = part;
    mention.rule = "subtitle and year";
  }
}

// Words that many titles end with name no work by themselves.
bool IsTelling(const std::string& match) {
  static const std::set<std::string_view> kOrdinary = {
      "final", "report",   "annual", "summary",         "review",  "update",
      "main",  "national", "action", "progress",        "plan",    "of",
      "and",   "strategy", "first",  "second",          "interim", "overview",
      "on",    "for",      "next",   "steps",           "year",    "guidance",
      "to",    "findings", "in",     "recommendations", "response"};
  int telling = 0;
  for (const std::string& word : KeyWords(match)) {
    const bool digits = word[0] >= '0' && word[0] <= '9';
    telling += kOrdinary.contains(word) || digits ? 0 : 1;
  }
  return telling >= 1 && match.find(' ') != std::string::npos;
}

// "members scrutiny of cells" -> "scrutiny of cells": whose, not which.
std::string WithoutWhose(const std::string& match) {
  constexpr std::string_view kMembers = "members ";
  return match.starts_with(kMembers) ? match.substr(kMembers.size()) : match;
}

void JoinOnlySubtitles(const Reports& reports,
                       std::vector<TitleMention>* mentions) {
  const auto all = SubtitlesOfAll(*mentions);
  std::set<std::string> titles;  // of reports: what is held under this name
  for (const store::ReportRecord* report : reports) {
    titles.insert(ReadTitle(extraction::FullTitle(report->header())).match);
  }
  for (TitleMention& mention : *mentions) {
    const bool short_form = mention.citation != nullptr &&
                            mention.forms.subtitle.empty() &&
                            !mention.forms.series && !mention.forms.statute;
    if (!short_form || mention.key.title != mention.forms.match) continue;
    const std::string words = WithoutWhose(mention.forms.match);
    const auto found = all.find(words);
    if (found == all.end() || found->second.works.size() != 1) continue;
    // Only of a work that is held, and of no other report of that name.
    const bool held = titles.contains(found->second.works.begin()->title);
    if (!held || titles.contains(words) || !IsTelling(words)) continue;
    const std::set<std::string>& years = found->second.years;
    const bool other_year = !mention.year.empty() && !years.empty() &&
                            years.count(mention.year) == 0;
    if (other_year) continue;
    const std::string part = mention.key.part;
    mention.key = *found->second.works.begin();
    mention.key.part = part;
    mention.rule = "the only work of that subtitle";
  }
}

bool IsCitedShort(const TitleMention& mention) {
  const std::string& words = mention.forms.match;
  return mention.citation != nullptr && mention.forms.subtitle.empty() &&
         mention.key.title == words && words.find(' ') != std::string::npos;
}

void JoinMainTitles(const Reports& reports,
                    std::vector<TitleMention>* mentions) {
  std::set<std::string> titles;  // of reports: held under the short name itself
  for (const store::ReportRecord* report : reports) {
    titles.insert(ReadTitle(extraction::FullTitle(report->header())).match);
  }
  std::map<std::string, KeySet> works;  // main words -> works, no sequels
  std::map<std::string, KeySet> own;    // those that a held report is itself
  std::set<std::pair<std::size_t, std::string>> here;
  std::set<std::string> series;
  for (const TitleMention& mention : *mentions) {
    if (mention.forms.series) series.insert(mention.forms.match);
    const std::string& subtitle = mention.forms.subtitle;
    if (subtitle.empty() || TellsOfSequel(subtitle)) continue;
    WorkKey whole = mention.key;
    whole.part.clear();
    works[mention.forms.main].insert(whole);
    if (mention.citation == nullptr) own[mention.forms.main].insert(whole);
    here.emplace(mention.report, mention.forms.main);
  }
  // Of two a paper may be about the other: the one that is an inspection or a
  // strategy itself is meant.
  const auto meant = [&](const std::string& words) -> std::optional<WorkKey> {
    if (works[words].size() == 1) return *works[words].begin();
    return own[words].size() == 1 ? std::optional(*own[words].begin())
                                  : std::nullopt;
  };
  for (TitleMention& mention : *mentions) {
    const std::string& words = mention.forms.match;
    if (!IsCitedShort(mention) || series.contains(words)) continue;
    const std::optional<WorkKey> work = meant(words);
    if (!work) continue;
    const bool near = here.contains({mention.report, words});
    const bool held = titles.contains(work->title) && !titles.contains(words) &&
                      IsTelling(words);
    if (!near && !held) continue;
    const std::string part = mention.key.part;
    mention.key = *work;
    mention.key.part = part;
    mention.rule =
        near ? "short title in the same report" : "the only work of that name";
  }
}

bool NamesKindOfWork(const std::string& word) {
  static const std::set<std::string_view> kKinds = {
      "strategy", "plan",   "scheme",    "charter",
      "code",     "policy", "programme", "protocol"};
  return kKinds.contains(word);
}

// "northmarch witness strategy" -> "witness strategy" and the like.
void JoinWithoutPlace(std::vector<TitleMention>* mentions) {
  std::map<std::string, KeySet> full;
  for (const TitleMention& mention : *mentions) {
    // "Subject: Adoption of the Boat Plan": what the paper is to do with the
    // plan stands before its name too, and is no place.
    const bool of_field =
        mention.citation != nullptr &&
        mention.title != CollapseSpace(mention.citation->title);
    if (of_field) continue;
    std::vector<std::string> words = KeyWords(mention.forms.match);
    const bool kind = words.size() >= 4 && NamesKindOfWork(words.back()) &&
                      mention.forms.subtitle.empty();
    for (int dropped = 0; kind && dropped < 2 && words.size() > 3; ++dropped) {
      if (words.front() == "draft") break;
      words.erase(words.begin());
      full[JoinWords(words)].insert(mention.key);
    }
  }
  for (TitleMention& mention : *mentions) {
    const auto found = full.find(mention.forms.match);
    const bool alone =
        mention.citation != nullptr && mention.key.title == mention.forms.match;
    if (!alone || found == full.end() || found->second.size() != 1) continue;
    mention.key = *found->second.begin();
    mention.rule = "name of the place left out";
  }
}

std::map<std::string, WorkKey> ByYear(
    const std::map<WorkKey, std::string>& years) {
  std::map<std::string, WorkKey> by_year;
  for (const auto& [key, year] : years) {
    if (!year.empty()) by_year.emplace(year, key);
  }
  return by_year;
}

// "the second Fair Hearing report": the second by year of the works whose
// titles begin so, where every one has a year of its own.
void JoinByOrder(std::vector<TitleMention>* mentions) {
  static constexpr std::string_view kOrders[] = {"first", "second", "third",
                                                 "fourth", "fifth"};
  std::map<std::string, std::map<WorkKey, std::string>> families;
  for (const TitleMention& mention : *mentions) {
    if (mention.forms.subtitle.empty() || !mention.key.part.empty()) continue;
    std::string& year = families[mention.forms.main][mention.key];
    if (mention.citation == nullptr || year.empty()) {
      if (!mention.year.empty()) year = mention.year;
    }
  }
  for (TitleMention& mention : *mentions) {
    std::vector<std::string> words = KeyWords(mention.forms.match);
    if (mention.citation == nullptr || words.size() < 3) continue;
    const auto order =
        std::find(std::begin(kOrders), std::end(kOrders), words.front());
    if (order == std::end(kOrders) || words.back() != "report") continue;
    words.erase(words.begin());
    words.pop_back();
    const auto family = families.find(JoinWords(words));
    if (family == families.end()) continue;
    const std::map<std::string, WorkKey> by_year = ByYear(family->second);
    const auto at = static_cast<std::size_t>(order - std::begin(kOrders));
    if (by_year.size() != family->second.size() || at >= by_year.size()) {
      continue;
    }
    mention.key =
        std::next(by_year.begin(), static_cast<std::ptrdiff_t>(at))->second;
    mention.rule = "by its place in the series";
  }
}

// The key of a title printed in one report, where it is there.
std::optional<WorkKey> KeyIn(const std::vector<TitleMention>& mentions,
                             std::size_t report, std::string_view title) {
  const TitleForms forms = ReadTitle(title);
  for (const TitleMention& mention : mentions) {
    if (mention.report == report && mention.forms.match == forms.match &&
        mention.forms.part == forms.part) {
      return mention.key;
    }
  }
  return std::nullopt;
}

// Under which of two titles of one work it goes: the one with a subtitle, else
// the one the text speaks of.
bool IsFuller(std::string_view title, std::string_view other) {
  return !ReadTitle(title).subtitle.empty() &&
         ReadTitle(other).subtitle.empty();
}

void Rename(const WorkKey& from, const WorkKey& to,
            std::vector<TitleMention>* mentions) {
  for (TitleMention& mention : *mentions) {
    if (mention.key != from) continue;
    mention.key = to;
    mention.rule = "said to be the same";
  }
}

// "Price Paid Now?" of "What Price Paid Now?": a question without its first
// word, where the archive prints the whole one.
void JoinCutQuestions(std::vector<TitleMention>* mentions) {
  static const std::set<std::string_view> kQuestion = {
      "what", "who", "whose", "why", "how", "when", "where", "which"};
  std::map<std::string, WorkKey> whole;
  for (const TitleMention& mention : *mentions) {
    const std::string& title = mention.key.title;
    const std::size_t space = title.find(' ');
    if (space == std::string::npos) continue;
    if (kQuestion.count(title.substr(0, space)) == 0) continue;
    whole.emplace(title.substr(space + 1), mention.key);
  }
  for (TitleMention& mention : *mentions) {
    const auto found = whole.find(mention.key.title);
    const bool asks = mention.title.ends_with('?');
    if (!asks || found == whole.end()) continue;
    mention.key = found->second;
    mention.rule = "question cut short";
  }
}

}  // namespace

bool TellsOfSequel(const std::string& subtitle) {
  static const std::set<std::string_view> kSequel = {
      "second", "third",  "later",  "again",    "revisited", "update",
      "year",   "years",  "follow", "progress", "phase",     "stage",
      "part",   "volume", "final",  "response", "2",         "3"};
  const auto words = KeyWords(subtitle);
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return kSequel.contains(word);
  });
}

void JoinStatedAliases(const Reports& reports,
                       std::vector<TitleMention>* mentions) {
  for (std::size_t i = 0; i < reports.size(); ++i) {
    for (const auto& relation : reports[i]->extraction.relations) {
      if (relation.type != "alias-of") continue;
      const auto subject = KeyIn(*mentions, i, relation.subject);
      const auto object = KeyIn(*mentions, i, relation.object);
      if (!subject || !object || *subject == *object) continue;
      if (IsFuller(relation.object, relation.subject)) {
        Rename(*subject, *object, mentions);
      } else {
        Rename(*object, *subject, mentions);
      }
    }
  }
}

void JoinTitles(const Reports& reports, std::vector<TitleMention>* mentions) {
  JoinEditions(mentions);
  JoinCutQuestions(mentions);
  JoinSubtitles(mentions);
  JoinSubtitlesByYear(mentions);
  JoinOnlySubtitles(reports, mentions);
  JoinMainTitles(reports, mentions);
  JoinWithoutPlace(mentions);
  JoinByOrder(mentions);
  JoinByAuthor(reports, mentions);
  JoinInquiryNames(mentions);
}

}  // namespace concord::crossref
