// Several works by the name they share: "the three Keeping Faith reports".
//
// The shared name is what stands before the colon or dash of titles that this
// document names. With a number beside it that equals the titles known, each
// member is a citation of its own with the same words; an ordinal ("the second
// Keeping Faith report") means the member of that order by year.

#include <algorithm>
#include <map>
#include <set>

#include "concord/base/unicode.h"
#include "extraction/agents.h"
#include "extraction/citations/mention.h"

namespace concord::extraction {
namespace {

struct Member {
  std::string title;
  std::string year;
  WorkKind kind = WorkKind::kOther;
};

// Shared name -> its members by key.
using SeriesMap = std::map<std::string, std::map<std::string, Member>>;

std::string Stem(std::string_view title) {
  static const Pattern kStem("^(.+?)(?::| [–—-]) ");
  const auto match = kStem.Search(title);
  return match ? std::string(Slice(title, (*match)[1])) : std::string();
}

SeriesMap KnownSeries(const Prose& prose,
                      const std::vector<Mention>& mentions) {
  SeriesMap series;
  for (const Mention& mention : mentions) {
    if (Empty(mention.title) || mention.series) continue;
    const std::string title = mention.Title(prose.text);
    const std::string stem = Stem(title);
    const bool capital = !stem.empty() && Fold(stem) != stem;
    if (!capital || stem.find(' ') == std::string::npos) continue;
    Member& member = series[stem][WorkKey(title)];
    if (member.title.empty()) member.title = title;
    if (member.year.empty()) member.year = mention.year;
    if (member.kind == WorkKind::kOther) member.kind = mention.kind;
  }
  return series;
}

int OrdinalNumber(std::string_view word) {
  static constexpr std::string_view kOrdinals[] = {"first",  "second", "third",
                                                   "fourth", "fifth",  "sixth"};
  for (int i = 0; i < 6; ++i) {
    if (Fold(word) == kOrdinals[i]) return i + 1;
  }
  return 0;
}

// The member of this order by year; nullptr where years do not tell.
const Member* MemberOfOrder(const std::map<std::string, Member>& members,
                            int order) {
  std::vector<const Member*> sorted;
  std::set<std::string> years;
  for (const auto& [key, member] : members) {
    if (member.year.empty() || !years.insert(member.year).second) {
      return nullptr;
    }
    sorted.push_back(&member);
  }
  std::sort(sorted.begin(), sorted.end(),
            [](const auto* a, const auto* b) { return a->year < b->year; });
  const auto at = static_cast<std::size_t>(order);
  return at <= sorted.size() ? sorted[at - 1] : nullptr;
}

struct SeriesWords {
  TextSpan whole;
  TextSpan name;
  std::string number;  // "three", "second", ""
  std::string noun;    // "reports"
};

void AddSeries(const SeriesWords& words,
               const std::map<std::string, Member>& members, Mention mention,
               std::vector<Mention>* out) {
  mention.whole = words.whole;
  mention.title = words.name;
  mention.rank = 58;
  mention.kind = KindOfNoun(Singular(words.noun));
  const bool plural = Singular(words.noun) != words.noun;
  const int order = OrdinalNumber(words.number);
  if (!plural && words.noun != "series") {
    const Member* member = order > 0 ? MemberOfOrder(members, order) : nullptr;
    if (member == nullptr || words.noun != "report") return;
    mention.rule = "citation.series-ordinal";
    mention.as_title = member->title;
    out->push_back(std::move(mention));
    return;
  }
  mention.rule = "citation.series";
  mention.series = true;
  out->push_back(mention);
  if (NumberWord(words.number) != static_cast<int>(members.size())) return;
  for (const auto& [key, member] : members) {
    Mention one = mention;
    one.rule = "citation.series-member";
    one.series = false;
    one.as_title = member.title;
    one.kind = member.kind;
    out->push_back(std::move(one));
  }
}

constexpr std::string_view kNumber =
    "(?:((?i)two|three|four|five|six|seven|eight|first|second|third|fourth|"
    "fifth|sixth|[0-9]{1,2}) )?";
constexpr std::string_view kNoun =
    " (series|reports?|inspections?|strategies|reviews|thematics|papers|plans)"
    "\\b";

std::string Quoted(std::string_view words) {
  std::string quoted;
  for (const char c : words) {
    if (std::string_view("()[].?*+|\\^$&").find(c) != std::string_view::npos) {
      quoted += '\\';
    }
    quoted += c;
  }
  return quoted;
}

// "the three Keeping Faith reports" where no member is named in full here.
void FindUnnamedSeries(const Prose& prose, std::size_t p,
                       std::vector<Mention>* out) {
  static const Pattern kSeries(
      "(?:the|The|all|all the|of) ((?:(?:two|three|four|five|six|[3-9]) "
      "(\\p{Lu}[\\p{L}'’]+(?: (?:of|the|and|for|in))*(?: \\p{Lu}[\\p{L}'’]+)+) "
      "(reports|inspections|strategies|reviews|thematics))|"
      "(?:(\\p{Lu}[\\p{L}'’]+(?: (?:of|the|and|for|in))*(?: "
      "\\p{Lu}[\\p{L}'’]+)+)"
      " (series|reports)))\\b");
  for (const MatchSpans& match :
       kSeries.SearchAll(prose.text, prose.passages[p].span)) {
    const bool counted = !Empty(match[2]);
    const TextSpan name = counted ? match[2] : match[4];
    const TextSpan noun = counted ? match[3] : match[5];
    const std::vector<Token> tokens = Tokens(prose.text, name);
    const bool acronyms =
        std::any_of(tokens.begin(), tokens.end(),
                    [](const Token& token) { return token.acronym; });
    if (acronyms || IsBodyNoun(tokens.back().folded)) continue;
    if (IsPersonalTitle(tokens.front().folded)) continue;
    Mention mention;
    mention.passage = p;
    AddSeries({match[1], name, "", std::string(Slice(prose.text, noun))}, {},
              mention, out);
    out->back().rank = 30;
  }
}

}  // namespace

void FindSeries(const Prose& prose, std::vector<Mention>* mentions) {
  std::vector<Mention> found;
  for (const auto& [stem, members] : KnownSeries(prose, *mentions)) {
    const Pattern pattern("\\b(" + std::string(kNumber) + "(" + Quoted(stem) +
                              ")" + std::string(kNoun) + ")",
                          Pattern::Use::kPassing);
    for (std::size_t p = 0; p < prose.passages.size(); ++p) {
      for (const MatchSpans& match :
           pattern.SearchAll(prose.text, prose.passages[p].span)) {
        Mention mention;
        mention.passage = p;
        AddSeries({match[1], match[3], std::string(Slice(prose.text, match[2])),
                   std::string(Slice(prose.text, match[4]))},
                  members, mention, &found);
      }
    }
  }
  for (std::size_t p = 0; p < prose.passages.size(); ++p) {
    FindUnnamedSeries(prose, p, &found);
  }
  mentions->insert(mentions->end(), found.begin(), found.end());
}

}  // namespace concord::extraction
