// One acronym, one meaning; two meanings are two entries.
//
// Definitions are joined where IsSameMeaning says so of their long forms. A use
// in a report that does not define it belongs to the archive's only meaning;
// where there is none, or several, it is kept in an entry without a long form.
// What nobody defines is an acronym only where its uses are those of one
// (acronym_evidence.h).

#include "crossref/acronyms.h"

#include <algorithm>
#include <map>
#include <set>

#include "concord/base/unicode.h"
#include "concord/document/document.h"
#include "crossref/acronym_evidence.h"
#include "crossref/title_key.h"

namespace concord::crossref {
namespace {

// Longer capitals without a definition are emphasis ("RESOLVED").
constexpr std::size_t kMaxUndefinedBytes = 6;

struct Definition {
  std::size_t report = 0;
  const extraction::Acronym* item = nullptr;
  std::string key;
};

std::string ShortKey(std::string_view short_form) {
  return CollapseSpace(short_form);
}

bool IsTail(std::string_view whole, std::string_view tail) {
  return whole == tail ||
         (whole.size() > tail.size() && whole.ends_with(tail) &&
          whole[whole.size() - tail.size() - 1] == ' ');
}

// Of keys: "basic command units" means what "basic command unit" does.
std::string_view InSingular(std::string_view key) {
  if (key.ends_with('s') && !key.ends_with("ss")) key.remove_suffix(1);
  return key;
}

bool SameMeaning(std::string_view a, std::string_view b) {
  a = InSingular(a);
  b = InSingular(b);
  return IsTail(a, b) || IsTail(b, a);
}

AcronymEntry MakeEntry(const std::vector<Definition>& definitions,
                       const Reports& reports) {
  AcronymEntry entry;
  std::map<std::string, int> printed;
  for (const Definition& definition : definitions) {
    ++printed[CollapseSpace(definition.item->long_form)];
    entry.definitions.push_back(
        MakeQuote(*reports[definition.report], definition.item->span));
  }
  int most = 0;
  for (const auto& [form, count] : printed) {
    if (count > most) entry.long_form = form;
    most = std::max(most, count);
  }
  entry.short_form = ShortKey(definitions.front().item->short_form);
  std::sort(entry.definitions.begin(), entry.definitions.end(), QuoteBefore);
  return entry;
}

// Entries of one short form: its definitions in classes of one meaning.
std::vector<AcronymEntry> Meanings(std::vector<Definition> definitions,
                                   const Reports& reports) {
  std::sort(definitions.begin(), definitions.end(),
            [](const Definition& a, const Definition& b) {
              return std::pair(a.key.size(), a.key) <
                     std::pair(b.key.size(), b.key);
            });
  std::vector<std::vector<Definition>> classes;
  for (const Definition& definition : definitions) {
    const auto same =
        std::find_if(classes.begin(), classes.end(), [&](const auto& members) {
          return SameMeaning(members.front().key, definition.key);
        });
    if (same == classes.end()) {
      classes.push_back({definition});
    } else {
      same->push_back(definition);
    }
  }
  std::vector<AcronymEntry> entries;
  entries.reserve(classes.size());
  for (const auto& members : classes) {
    entries.push_back(MakeEntry(members, reports));
  }
  return entries;
}

using Definitions = std::map<std::string, std::vector<Definition>>;

Definitions CollectDefinitions(const Reports& reports) {
  Definitions definitions;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    for (const extraction::Acronym& item : reports[i]->extraction.acronyms) {
      definitions[ShortKey(item.short_form)].push_back(
          {i, &item, LongFormKey(item.long_form)});
    }
  }
  return definitions;
}

// The first use of each acronym-like word of a report, page chrome apart.
std::map<std::string, TextSpan> FirstUses(const store::ReportRecord& report) {
  std::map<std::string, TextSpan> first;
  for (const document::Block& block : report.document.blocks) {
    if (block.kind == document::BlockKind::kChrome) continue;
    for (AcronymUse& use : FindAcronymUses(report.text(), block.span)) {
      first.emplace(std::move(use.short_form), use.span);
    }
  }
  return first;
}

bool Defines(const AcronymEntry& entry, const ReportId& report) {
  return std::any_of(
      entry.definitions.begin(), entry.definitions.end(),
      [&](const Quote& quote) { return quote.report == report; });
}

class UseLedger {
 public:
  explicit UseLedger(std::map<std::string, std::vector<AcronymEntry>>* entries)
      : entries_(entries) {}

  void Add(const store::ReportRecord& report, const std::string& short_form,
           TextSpan span) {
    std::vector<AcronymEntry>& meanings = (*entries_)[short_form];
    for (const AcronymEntry& entry : meanings) {
      if (Defines(entry, report.id)) return;
    }
    const auto defined = std::count_if(
        meanings.begin(), meanings.end(),
        [](const auto& entry) { return !entry.long_form.empty(); });
    if (defined != 1) Unsettled(short_form, &meanings);
    AcronymEntry& entry = defined == 1 ? meanings.front() : meanings.back();
    entry.used_in.push_back(report.id);
    entry.uses.push_back(MakeQuote(report, span));
  }

 private:
  static void Unsettled(const std::string& short_form,
                        std::vector<AcronymEntry>* meanings) {
    if (!meanings->empty() && meanings->back().long_form.empty()) return;
    AcronymEntry entry;
    entry.short_form = short_form;
    meanings->push_back(std::move(entry));
  }

  std::map<std::string, std::vector<AcronymEntry>>* entries_;
};

}  // namespace

std::string LongFormKey(std::string_view long_form) {
  std::vector<std::string> words = KeyWords(long_form);
  if (words.size() > 1 && words.front() == "the") words.erase(words.begin());
  return JoinWords(words);
}

bool IsSameMeaning(std::string_view long_form, std::string_view other) {
  return SameMeaning(LongFormKey(long_form), LongFormKey(other));
}

std::vector<AcronymEntry> BuildAcronyms(const Reports& reports) {
  std::map<std::string, std::vector<AcronymEntry>> by_short;
  for (const auto& [short_form, definitions] : CollectDefinitions(reports)) {
    by_short[short_form] = Meanings(definitions, reports);
  }
  const AcronymEvidence evidence(reports);
  UseLedger ledger(&by_short);
  for (const store::ReportRecord* report : reports) {
    for (const auto& [short_form, span] : FirstUses(*report)) {
      const bool known = by_short.count(short_form) > 0;
      if (!known && (short_form.size() > kMaxUndefinedBytes ||
                     !evidence.Supports(short_form))) {
        continue;
      }
      ledger.Add(*report, short_form, span);
    }
  }
  std::vector<AcronymEntry> entries;
  std::set<std::string> ids;
  for (auto& [short_form, meanings] : by_short) {
    for (AcronymEntry& entry : meanings) {
      const std::string meaning = LongFormKey(entry.long_form);
      entry.id = Slug("a-", JoinWords(KeyWords(short_form)) +
                                (meaning.empty() ? "" : " " + meaning));
      if (!ids.insert(entry.id).second) {  // "RTU" and "Rtu"
        entry.id = StatementId(entry.id + "-", {short_form, meaning});
      }
      entries.push_back(std::move(entry));
    }
  }
  std::sort(entries.begin(), entries.end(),
            [](const AcronymEntry& a, const AcronymEntry& b) {
              return std::tie(a.short_form, a.long_form) <
                     std::tie(b.short_form, b.long_form);
            });
  return entries;
}

const AcronymEntry* Meaning(const std::vector<AcronymEntry>& entries,
                            std::string_view short_form,
                            const ReportId& report) {
  auto at =
      std::lower_bound(entries.begin(), entries.end(), short_form,
                       [](const AcronymEntry& entry, std::string_view key) {
                         return entry.short_form < key;
                       });
  const AcronymEntry* only = nullptr;
  int meanings = 0;
  for (; at != entries.end() && at->short_form == short_form; ++at) {
    if (at->long_form.empty()) continue;
    if (Defines(*at, report)) return &*at;
    only = &*at;
    ++meanings;
  }
  return meanings == 1 ? only : nullptr;
}

}  // namespace concord::crossref
