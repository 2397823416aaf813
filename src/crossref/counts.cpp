// The count ledger.
//
// A count is a total where its words say that the work holds so many ("made",
// "contained", "its eight"); "the five recommendations" may be five of seventy.
//
// One entry for each (work, what is counted, number stated), with every
// quotation that states it: a count stated three times is one entry, so totals
// over entries never count a statement twice. "Added 6 further" is the work's
// own six and nothing is summed. "Re-affirmed the 20" binds the set of the
// earlier work: a count standing inside such a relation is a statement about
// the object, whatever work the sentence is otherwise about.
//
// Held are the distinct recommendations of the reports that are the work, plus
// those that other reports quote as its, by label and by words.

#include "crossref/counts.h"

#include <re2/re2.h>

#include <algorithm>
#include <set>

#include "concord/base/unicode.h"

namespace concord::crossref {
namespace {

using extraction::RecommendationKind;
using extraction::StatedCount;

// "further recommendations" -> "recommendations"; other nouns as printed.
std::string WhatIsCounted(const StatedCount& count) {
  const std::string folded = FoldWords(count.what);
  const bool recommendations =
      folded.empty() || folded.find("recommendation") != std::string::npos;
  return recommendations ? std::string(kRecommendations)
                         : CollapseSpace(count.what);
}

// "contained 20", "makes eight", "its eight", "six further".
bool SaysTotal(const StatedCount& count) {
  static const std::set<std::string> kWords = {
      "contain",  "contains",  "contained", "containing", "make",
      "makes",    "made",      "making",    "added",      "adds",
      "comprise", "comprises", "comprised", "sets",       "its",
      "further",  "has",       "had",       "listed",     "lists"};
  if (count.addition) return true;
  // "It made one recommendation" is told of a speaker, not of a whole report.
  if (count.count == 1) return false;
  const std::string folded = FoldWords(count.printed);
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    if (kWords.count(folded.substr(begin, end - begin)) > 0) return true;
    begin = end + 1;
  }
  return false;
}

// The set a "re-affirms" relation binds, where this count is that set's.
std::optional<std::size_t> BoundSet(
    const StatedCount& count, std::size_t report,
    const std::vector<ResolvedRelation>& relations) {
  for (const ResolvedRelation& relation : relations) {
    const bool same_set = relation.report == report &&
                          relation.item->object_count == count.count &&
                          Overlaps(relation.item->span, count.span);
    if (same_set && relation.item->type == "re-affirms" &&
        relation.objects.size() == 1) {
      return relation.objects.front();
    }
  }
  return std::nullopt;
}

// The sentence that states a count and the one before it in its block.
struct Said {
  std::string_view sentence;
  std::string_view before;
};

Said SentenceOf(const StatedCount& count, const document::Document& document) {
  Said said;
  for (const document::Block& block : document.blocks) {
    if (!Contains(block.span, count.span)) continue;
    for (const TextSpan sentence : Sentences(document.text, block.span)) {
      said.before = said.sentence;
      said.sentence = Slice(document.text, sentence);
      if (Contains(sentence, count.span)) return said;
    }
  }
  return {};
}

// "They made 34 recommendations": several others did, not this one.
bool IsSaidOfOthers(const StatedCount& count,
                    const document::Document& document) {
  return Fold(SentenceOf(count, document).sentence).starts_with("they ");
}

// "We made nine recommendations a year ago": not in this report.
bool IsSaidOfThePast(const StatedCount& count,
                     const document::Document& document) {
  static const re2::RE2 kAgo(
      "(?i)\\b(?:(?:an?|one|two|three|four|five|six|ten|[0-9]+|some|many) "
      "(?:years?|months?) (?:ago|earlier)|last (?:year|month|time))\\b");
  const std::string_view sentence = SentenceOf(count, document).sentence;
  return re2::RE2::PartialMatch(
      re2::StringPiece(sentence.data(), sentence.size()), kAgo);
}

// "There are fourteen recommendations.", "nine recommendations in these pages",
// "Our recommendations number eleven", "We add three": what a report says of
// itself without a word of making.
bool IsSaidOfItself(const StatedCount& count,
                    const document::Document& document) {
  static const re2::RE2 kThereAre(
      "(?i)^(?:\\(?[\\d.]+[.)]? )?(?:in all,? |altogether,? )?there are "
      "(?:[\\p{L}\\d-]+ )?"
      "(?:new |further )?recommendations?\\b");
  static const re2::RE2 kHere(
      "(?i)\\brecommendations? (?:(?:are|is|were) (?:made|set out|given) )?"
      "(?:here\\b|below\\b|in (?:these pages|this (?:report|review|inquiry|"
      "scrutiny|study|inspection|part))\\b)");
  static const re2::RE2 kOurs(
      "(?i)^(?:our|my|the) recommendations (?:number |are (?:now "
      ")?[\\p{L}\\d-]+ "
      "in number)");
  static const re2::RE2 kWe(
      "^(?:We|I) (?:therefore |now |also )?(?:add|make|offer|put forward) "
      "(?:[\\p{L}\\d-]+)(?: (?:more|new|further|of our own|recommendations?)"
      "[^.]*)?\\.?$");
  const Said said = SentenceOf(count, document);
  const auto piece = [](std::string_view text) {
    return re2::StringPiece(text.data(), text.size());
  };
  const auto says = [&](const re2::RE2& pattern) {
    return re2::RE2::PartialMatch(piece(said.sentence), pattern);
  };
  return says(kThereAre) || says(kHere) || says(kOurs) || says(kWe);
}

// Only a report that recommends counts its own: "There are six recommendations
// for decision" stands in an agenda.
bool IsOwnCount(const StatedCount& count, const store::ReportRecord& report) {
  const auto& items = report.extraction.recommendations;
  const bool recommends = std::any_of(
      items.begin(), items.end(), [](const extraction::Recommendation& item) {
        return item.kind == RecommendationKind::kRecommendation &&
               item.made_by.empty();
      });
  const auto kind = report.header().kind;
  return recommends && kind != extraction::DocumentKind::kMinutes &&
         kind != extraction::DocumentKind::kAgenda &&
         WhatIsCounted(count) == kRecommendations &&
         IsSaidOfItself(count, report.document);
}

// Of a report that comes back to an earlier one of its title, that one.
std::optional<std::size_t> EarlierOf(std::size_t work,
                                     const WorkRegistry& registry) {
  const std::string main = ReadTitle(registry.works[work].title).main;
  const auto first = registry.by_key.find({main, "", ""});
  const bool other = first != registry.by_key.end() && first->second != work &&
                     registry.MembersOf(first->second).empty();
  return other ? std::optional(first->second) : std::nullopt;
}

// "The Inquiry's 71 recommendations": all it made; "the Inquiry's four
// recommendations to the force" are some of them.
bool IsPossessed(const StatedCount& count, std::string_view text) {
  static const re2::RE2 kPossessor(
      "(?:\\p{Lu}[\\p{L}]+['’]s )(?:[\\p{L}\\d-]+ "
      "recommendations)?$");
  static const re2::RE2 kSome(
      "^ (?:to|for|on|about|of|in|which|that|who|addressed|concerning|still|"
      "not|made|remain|have|has|had)\\b");
  const std::string_view counted = Slice(text, count.span);
  const std::string_view before = text.substr(0, count.span.begin);
  const std::string_view after = text.substr(count.span.end);
  const auto piece = [](std::string_view words) {
    return re2::StringPiece(words.data(), words.size());
  };
  constexpr std::size_t kNear = 40;
  std::string said(
      before.substr(before.size() - std::min(kNear, before.size())));
  said += counted;
  return count.count > 1 && re2::RE2::PartialMatch(said, kPossessor) &&
         !re2::RE2::PartialMatch(piece(after.substr(0, kNear)), kSome);
}

// "The Inquiry has a part on doors. It contains six": six are of the part.
bool IsSaidOfAPart(const StatedCount& count,
                   const document::Document& document) {
  static const re2::RE2 kPart(
      "(?i)\\b(?:has|had|holds|held|contains|includes) (?:an?|one|its) "
      "(?:[a-z]+ ){0,2}(?:part|chapter|section|volume|annexe?|appendix)\\b");
  static const re2::RE2 kOfIt(
      "(?i)^(?:it|(?:this|that) (?:part|chapter|section|volume|annexe?|"
      "appendix)) ");
  const Said said = SentenceOf(count, document);
  const auto piece = [](std::string_view text) {
    return re2::StringPiece(text.data(), text.size());
  };
  return re2::RE2::PartialMatch(piece(said.sentence), kOfIt) &&
         re2::RE2::PartialMatch(piece(said.before), kPart);
}

// Entries without a work stay with their report: two papers that each count
// "12 wards" are not one statement.
using EntryKey =
    std::tuple<std::size_t, std::string, std::string, std::int32_t>;

using Entries = std::map<EntryKey, CountEntry>;

// Of a work without a total the largest number stands for it; a set may also
// be named without a verb by all who speak of it.
void SettleTotals(Entries* entries) {
  std::map<std::pair<std::size_t, std::string>, std::vector<CountEntry*>> works;
  for (auto& [key, entry] : *entries) {
    works[{std::get<0>(key), std::get<1>(key) + "|" + std::get<2>(key)}]
        .push_back(&entry);
  }
  for (auto& [work, counts] : works) {
    const bool any = std::any_of(counts.begin(), counts.end(),
                                 [](const auto* c) { return c->total; });
    if (!any) counts.back()->total = true;  // keys end with the number
  }
}

void AddStatement(const StatedCount& count, const store::ReportRecord& report,
                  CountEntry* entry) {
  entry->stated = count.count;
  entry->addition = entry->addition || count.addition;
  const bool total = SaysTotal(count) ||
                     IsPossessed(count, report.document.text) ||
                     IsOwnCount(count, report);
  entry->total =
      entry->total || (total && !IsSaidOfAPart(count, report.document));
  entry->quotes.push_back(MakeQuote(report, count.span));
  if (count.partition.empty()) return;
  const bool adds_up = SumOf(count.partition) == count.count;
  const bool better = adds_up && !entry->partition_adds_up;
  const bool more = count.partition.size() > entry->partition.size() &&
                    (adds_up || !entry->partition_adds_up);
  if (!entry->partition.empty() && !better && !more) return;
  entry->partition = count.partition;
  entry->partition_adds_up = adds_up;
}

// Recommendations held of each work, each once.
class HeldLedger {
 public:
  HeldLedger(const Reports& reports, const WorkRegistry& registry) {
    sets_.resize(registry.works.size());
    for (std::size_t i = 0; i < reports.size(); ++i) {
      if (registry.own[i]) AddOwn(*reports[i], *registry.own[i]);
    }
    for (std::size_t i = 0; i < reports.size(); ++i) {
      AddQuoted(*reports[i], i, registry);
    }
  }

  std::int32_t Held(std::size_t work) const {
    return static_cast<std::int32_t>(sets_[work].words.size());
  }

 private:
  struct Set {
    std::set<std::string> words;
    std::set<std::string> labels;
  };

  static std::string Label(const std::string& printed) {
    const std::string folded = FoldWords(printed);
    return folded.substr(folded.rfind(' ') + 1);
  }

  void Insert(const extraction::Recommendation& item, std::size_t work) {
    sets_[work].words.insert(FoldWords(item.text));
    if (!item.label.empty()) sets_[work].labels.insert(Label(item.label));
  }

  static bool IsOwn(const extraction::Recommendation& item,
                    RecommendationKind kind) {
    return item.kind == kind && item.parent < 0 && item.made_by.empty();
  }

  // What a paper asks its committee counts only where it recommends nothing
  // else.
  void AddOwn(const store::ReportRecord& report, std::size_t work) {
    const auto& items = report.extraction.recommendations;
    for (const auto kind :
         {RecommendationKind::kRecommendation, RecommendationKind::kDecision}) {
      bool any = false;
      for (const extraction::Recommendation& item : items) {
        if (!IsOwn(item, kind)) continue;
        Insert(item, work);
        any = true;
      }
      if (any) return;
    }
  }

  void AddQuoted(const store::ReportRecord& report, std::size_t index,
                 const WorkRegistry& registry) {
    for (const auto& item : report.extraction.recommendations) {
      if (item.made_by.empty() || item.parent >= 0) continue;
      const auto works = registry.Find(item.made_by, index);
      if (works.size() != 1) continue;
      const bool known = !item.label.empty() &&
                         sets_[works[0]].labels.count(Label(item.label)) > 0;
      if (!known) Insert(item, works[0]);
    }
  }

  std::vector<Set> sets_;
};

std::string Verdict(const CountEntry& entry) {
  // A part is no larger than the whole: what exceeds it counts something else.
  if (!entry.total && (entry.held == 0 || entry.stated <= entry.held)) {
    return "part";
  }
  if (entry.stated == entry.held) return "reconciled";
  return entry.held == 0 ? "not held" : "differs";
}

// Where a reader should look for what is missing.
std::string ExpectedIn(const CountEntry& entry, const Work& work) {
  if (entry.stated == entry.held || !entry.total) return {};
  std::string name = work.title;
  if (!work.year.empty() && !name.ends_with(work.year)) {
    name += " (" + work.year + ")";
  }
  if (work.held.empty()) return name + ", which the archive does not hold";
  std::string held;
  for (const ReportId& report : work.held) {
    held += (held.empty() ? "" : ", ") + report.value;
  }
  return name + ", held as " + held;
}

// Of a series: those of its members that are not held.
std::string ExpectedInMembers(const CountEntry& entry,
                              const WorkRegistry& registry,
                              const std::vector<std::size_t>& members) {
  if (entry.stated == entry.held || !entry.total) return {};
  std::string names;
  for (const std::size_t member : members) {
    if (!registry.works[member].held.empty()) continue;
    names += (names.empty() ? "" : "; ") + registry.works[member].title;
  }
  return names.empty() ? registry.works[members.front()].title +
                             " and the others of its series"
                       : names + ", which the archive does not hold";
}

void Judge(const WorkRegistry& registry, const HeldLedger& held,
           std::size_t work, CountEntry* entry) {
  entry->work = registry.works[work].id;
  if (entry->what != kRecommendations) {
    entry->verdict = "stated";
    return;
  }
  const std::vector<std::size_t> members = registry.MembersOf(work);
  if (members.empty()) entry->held = held.Held(work);
  for (const std::size_t member : members) entry->held += held.Held(member);
  entry->verdict = Verdict(*entry);
  entry->expected_in = members.empty()
                           ? ExpectedIn(*entry, registry.works[work])
                           : ExpectedInMembers(*entry, registry, members);
}

// "The Inquiry's 71 recommendations" in a report that cites one inquiry alone.
std::optional<std::size_t> InquiryOf(const StatedCount& count,
                                     std::size_t report,
                                     const document::Document& document,
                                     const WorkRegistry& registry) {
  static const re2::RE2 kInquirys("\\b[Tt]he Inquiry['’]s [\\p{L}\\d-]+$");
  const std::uint32_t end = count.span.end;
  const std::string words(
      Slice(document.text, {0, end})
          .substr(count.span.begin -
                  std::min<std::uint32_t>(count.span.begin, 24)));
  const std::size_t noun = words.rfind(" recommendation");
  std::string before = words.substr(0, std::min(noun, words.size()));
  if (!re2::RE2::PartialMatch(before, kInquirys)) return std::nullopt;
  std::optional<std::size_t> only;
  for (std::size_t i = 0; i < registry.mentions.size(); ++i) {
    const TitleMention& mention = registry.mentions[i];
    if (mention.report != report || !mention.key.part.empty()) continue;
    if (!mention.key.title.ends_with(" inquiry")) continue;
    const std::size_t work = registry.work_of_mention[i];
    if (only && *only != work) return std::nullopt;
    only = work;
  }
  return only;
}

}  // namespace

std::optional<std::size_t> WorkOfCount(
    const StatedCount& count, std::size_t report,
    const store::ReportRecord& record, const WorkRegistry& registry,
    const std::vector<ResolvedRelation>& relations) {
  const document::Document& document = record.document;
  if (!count.addition) {
    if (const auto bound = BoundSet(count, report, relations)) return bound;
  }
  if (count.work.empty()) {
    const auto inquiry = InquiryOf(count, report, document, registry);
    if (inquiry) return inquiry;
  }
  // "The report makes two": its own. "The 20 recommendations" and "the six
  // added" may be anyone's.
  if (count.work.empty() && IsOwnCount(count, record)) {
    return registry.own[report];
  }
  if (count.work.empty() && count.rule == "count.understood") {
    return std::nullopt;
  }
  if (count.work.empty()) {
    const bool own = SaysTotal(count) && !IsSaidOfOthers(count, document);
    if (!own || !registry.own[report]) return std::nullopt;
    return IsSaidOfThePast(count, document)
               ? EarlierOf(*registry.own[report], registry)
               : registry.own[report];
  }
  const std::vector<std::size_t> found = registry.Find(count.work, report);
  return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

std::int32_t SumOf(const std::vector<extraction::CountPart>& partition) {
  std::int32_t sum = 0;
  for (const extraction::CountPart& part : partition) sum += part.count;
  return sum;
}

std::string InWords(const extraction::CountPart& part) {
  const bool once = part.disposition.empty() || part.disposition == part.what;
  if (once) return part.what;
  return part.what.empty() ? part.disposition
                           : part.what + " – " + part.disposition;
}

std::vector<CountEntry> BuildCounts(
    const Reports& reports, const WorkRegistry& registry,
    const std::vector<ResolvedRelation>& relations) {
  const std::size_t no_work = registry.works.size();
  Entries entries;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    for (const StatedCount& count : reports[i]->extraction.counts) {
      const auto work = WorkOfCount(count, i, *reports[i], registry, relations);
      const EntryKey key = {work.value_or(no_work),
                            work ? "" : reports[i]->id.value,
                            WhatIsCounted(count), count.count};
      CountEntry& entry = entries[key];
      if (entry.quotes.empty()) entry.total = false;
      entry.what = std::get<2>(key);
      AddStatement(count, *reports[i], &entry);
    }
  }
  SettleTotals(&entries);
  const HeldLedger held(reports, registry);
  std::vector<CountEntry> ledger;
  for (auto& [key, entry] : entries) {
    const std::size_t work = std::get<0>(key);
    if (work == no_work) {
      entry.verdict = "stated";
    } else {
      Judge(registry, held, work, &entry);
    }
    std::sort(entry.quotes.begin(), entry.quotes.end(), QuoteBefore);
    ledger.push_back(std::move(entry));
  }
  return ledger;
}

}  // namespace concord::crossref
