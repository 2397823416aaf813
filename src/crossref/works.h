#pragma once
// The authority records of works, and how a title finds its work.
//
// BuildWorks() gathers every title the reports print (citations and the titles
// of inspections and strategies themselves), joins them by named rules only,
// and keeps for each report which of its titles went where, because a short
// form means something only where the full one stands.

#include <compare>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "concord/crossref/crossref.h"
#include "crossref/quotes.h"
#include "crossref/title_key.h"

namespace concord::crossref {

// What makes two titles one work.
struct WorkKey {
  std::string title;    // match form
  std::string edition;  // the year that identifies it; "" for most works
  std::string part;     // "part 1"

  friend auto operator<=>(const WorkKey&, const WorkKey&) = default;
};

// One printed title of one report.
struct TitleMention {
  std::size_t report = 0;
  const extraction::Citation* citation = nullptr;  // null: its own title
  TitleForms forms;
  std::string title;    // without quotes, year and part
  std::string printed;  // as it stands
  TextSpan span;
  std::string year;  // stated with it, or the day a held report bears
  std::string rule;  // what joined it to its work
  WorkKey key;
};

// Cited not by its own words but as one of "the three Fair Hearing reports".
bool IsSeriesMember(const TitleMention& mention);

struct WorkRegistry {
  std::vector<Work> works;  // in order of id
  std::vector<TitleMention> mentions;
  std::vector<std::size_t> work_of_mention;
  std::map<WorkKey, std::size_t> by_key;
  // Per report: match form and part of every title it prints -> work.
  std::vector<std::map<std::pair<std::string, std::string>, std::size_t>> local;
  std::map<std::size_t, std::vector<std::size_t>> members;  // of each series
  // Per report: the work it is, or nothing.
  std::vector<std::optional<std::size_t>> own;

  // Works that `title`, printed in report number `report`, names; empty where
  // none, several where it is not settled.
  std::vector<std::size_t> Find(std::string_view title,
                                std::size_t report) const;
  // The members of a series, or nothing where the work is no series.
  std::vector<std::size_t> MembersOf(std::size_t work) const;
  std::optional<std::size_t> IndexOf(const WorkId& id) const;
};

WorkRegistry BuildWorks(const Reports& reports,
                        const std::vector<RegisterDecision>& decisions = {},
                        std::vector<UnfitDecision>* unfit = nullptr);

// --- Stages of BuildWorks, in order

// All titles printed, with their provisional keys.
std::vector<TitleMention> CollectTitles(const Reports& reports);

// Joins short forms and undated editions to the work they mean.
void JoinTitles(const Reports& reports, std::vector<TitleMention>* mentions);

// Whether a subtitle is one of a later work about the same: "A Second Look".
bool TellsOfSequel(const std::string& subtitle);

// Joins what goes by its author's name to the one held report of that author.
void JoinByAuthor(const Reports& reports, std::vector<TitleMention>* mentions);

// Joins "Tenter Row" to the held "Tenter Row Inquiry".
void JoinInquiryNames(std::vector<TitleMention>* mentions);

// Joins two titles that a text says are one work's ("alias-of").
void JoinStatedAliases(const Reports& reports,
                       std::vector<TitleMention>* mentions);

// Title, aliases, year, kind and citations of one work from its mentions.
Work DescribeWork(const std::vector<const TitleMention*>& mentions,
                  const Reports& reports);

// Which reports are which work.
void MarkHeld(const Reports& reports, WorkRegistry* registry);

}  // namespace concord::crossref
