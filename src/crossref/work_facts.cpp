// What the titles of one work add up to: its name, year, kind, aliases, and
// who cites it. Where the reports disagree the most frequent form is taken,
// then the fullest, then the first in alphabetical order; nothing is lost,
// because every form stays as an alias with its quotation.

#include <algorithm>
#include <set>

#include "concord/base/unicode.h"
#include "crossref/works.h"

namespace concord::crossref {
namespace {

using TitleMentions = std::vector<const TitleMention*>;

template <class Value>
Value MostFrequent(const std::map<Value, int>& counts) {
  Value best{};
  int most = 0;
  for (const auto& [value, count] : counts) {
    if (count > most) {
      best = value;
      most = count;
    }
  }
  return best;
}

bool IsDecided(const TitleMention& mention) {
  return mention.rule.starts_with(kDecidedRule);
}

bool IsShortForm(const TitleMention& mention) {
  return mention.rule == "subtitle in the same report" ||
         mention.rule == "the only work of that subtitle" ||
         mention.rule == "short title in the same report" ||
         mention.rule == "question cut short" ||
         mention.rule == "the only work of that name" ||
         mention.rule == "name of the place left out" ||
         mention.rule == "by its place in the series" ||
         mention.rule == "by its author" ||
         mention.rule == "the inquiry of that name" || IsDecided(mention) ||
         mention.rule == "subtitle and year" ||
         mention.rule == "said to be the same" || mention.forms.series;
}

// A colon says where the subtitle begins, brackets what a statute amends: the
// form that shows more of them is the fuller one.
int Fullness(const std::string& title) {
  const bool has_colon = title.find(':') != std::string::npos;
  const bool has_bracket = title.find('(') != std::string::npos;
  const bool has_lower_case_only = Fold(title) == title;
  return 2 * has_colon + 2 * has_bracket - 3 * has_lower_case_only;
}

std::string ChooseTitle(const TitleMentions& mentions) {
  std::map<std::string, int> counts;
  for (const TitleMention* mention : mentions) {
    if (!IsShortForm(*mention)) ++counts[mention->title];
  }
  for (const bool decided_too : {false, true}) {
    if (!counts.empty()) break;
    for (const TitleMention* mention : mentions) {
      if (decided_too || !IsDecided(*mention)) ++counts[mention->title];
    }
  }
  std::string best;
  for (const auto& [title, count] : counts) {
    const bool better =
        best.empty() || std::pair(Fullness(title), count) >
                            std::pair(Fullness(best), counts[best]);
    if (better) best = title;
  }
  return best;
}

// What a held report bears counts before what others say of it.
std::string ChooseYear(const TitleMentions& mentions) {
  std::map<std::string, int> stated;
  std::string own;
  for (const TitleMention* mention : mentions) {
    if (mention->year.empty()) continue;
    if (mention->citation == nullptr) {
      own = mention->year;
    } else {
      ++stated[mention->year];
    }
  }
  return own.empty() ? MostFrequent(stated) : own;
}

std::string AliasRule(const TitleMention& mention, const std::string& title) {
  if (!mention.rule.empty()) return mention.rule;
  if (mention.printed == title) return "as printed";
  if (mention.forms.statute) return "statute without brackets or year";
  if (FoldWords(mention.printed) == FoldWords(title)) {
    return "punctuation and case folded";
  }
  if (ReadTitle(mention.printed).match != mention.forms.match) {
    return "named in a longer phrase";
  }
  if (FoldWords(mention.title) == FoldWords(title)) {
    return "year or part set aside";
  }
  return "articles and numerals folded";
}

void AddAlias(const TitleMention& mention, const store::ReportRecord& report,
              Work* work) {
  // These words name the series, or one recommendation of the work.
  if (IsSeriesMember(mention)) return;
  if (mention.citation != nullptr &&
      !mention.citation->recommendation.empty()) {
    return;
  }
  const bool known = std::any_of(
      work->aliases.begin(), work->aliases.end(),
      [&](const Alias& alias) { return alias.printed == mention.printed; });
  if (known) return;
  work->aliases.push_back({mention.printed, AliasRule(mention, work->title),
                           MakeQuote(report, mention.span)});
}

void AddKey(const std::string& key, Work* work) {
  const auto at = std::lower_bound(work->keys.begin(), work->keys.end(), key);
  if (at == work->keys.end() || *at != key) work->keys.insert(at, key);
}

}  // namespace

Work DescribeWork(const std::vector<const TitleMention*>& mentions,
                  const Reports& reports) {
  Work work;
  work.title = ChooseTitle(mentions);
  work.year = ChooseYear(mentions);
  std::map<extraction::WorkKind, int> kinds;
  std::map<std::string, int> publishers;
  for (const TitleMention* mention : mentions) {
    const store::ReportRecord& report = *reports[mention->report];
    AddAlias(*mention, report, &work);
    AddKey(mention->forms.match, &work);
    work.edition = mention->key.edition;
    if (mention->citation == nullptr) continue;
    const extraction::Citation& citation = *mention->citation;
    if (citation.kind != extraction::WorkKind::kOther) ++kinds[citation.kind];
    if (!citation.publisher.empty()) ++publishers[citation.publisher];
    if (!citation.part.empty()) work.part = citation.part;
    work.cited_by.push_back({MakeQuote(report, mention->span), citation.role,
                             citation.recommendation});
  }
  AddKey(mentions.front()->key.title, &work);
  work.kind =
      kinds.empty() ? extraction::WorkKind::kOther : MostFrequent(kinds);
  work.publisher = MostFrequent(publishers);
  const bool dated = work.kind == extraction::WorkKind::kAct;
  if (dated && !work.edition.empty() && ReadTitle(work.title).year.empty()) {
    work.title += " " + work.edition;
  }
  return work;
}

}  // namespace concord::crossref
