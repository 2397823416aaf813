// Who a field of a recommendation names as responsible, in a line below it, in
// its own paragraph or in brackets.
//
//   "Lead: Head of Estates and Keys Unit"                    both
//   "Responsible officer: Ada Reed, Head of Training Unit"   the person, her
//                                                            post and her unit
//   "Owner: Clerk, on behalf of the Treasurer"               both
//   "Count the keys (lead: Head of Estates)."                the head
//   refused: "Lead: to be settled", "(lead pipes: see below)"
//
// Whoever is so named does it; whom the words ask stays the addressee. Cost:
// linear in the field. Tests: owner_fields_test.cpp.

#include <algorithm>

#include "concord/base/unicode.h"
#include "extraction/header/pieces.h"
#include "extraction/recommendations/parts.h"

namespace concord::extraction {
namespace {

OwnerMention NamedOwner(std::string_view text, TextSpan span) {
  const auto agent = AgentAt(text, span);
  OwnerMention owner =
      AsOwner(text, agent.value_or(Agent{span, span, {}, 0}), "owner");
  owner.span = span;
  owner.name = Slice(text, span);
  return owner;
}

// "Head of Press and Publicity" is one, "Keys Unit and Estates Unit" are two.
std::vector<OwnerMention> Listed(std::string_view text, TextSpan names) {
  static const Pattern kSplit("\\s*[;,/]\\s*|\\s+and\\s+");
  const auto listed = OwnersListed(text, names);
  const auto whole = AgentAt(text, names);
  if (listed.size() < 2 && whole && whole->span.end == names.end) {
    return {NamedOwner(text, names)};
  }
  std::vector<OwnerMention> owners;
  std::uint32_t begin = names.begin;
  for (const MatchSpans& cut : kSplit.SearchAll(text, names)) {
    owners.push_back(NamedOwner(text, {begin, cut[0].begin}));
    begin = cut[0].end;
  }
  owners.push_back(NamedOwner(text, {begin, names.end}));
  return owners;
}

std::vector<OwnerMention> PeopleOrListed(std::string_view text,
                                         TextSpan names) {
  auto people = PeopleWithPosts(text, names);
  return people.empty() ? Listed(text, names) : people;
}

}  // namespace

std::vector<OwnerMention> PeopleWithPosts(std::string_view text,
                                          TextSpan names) {
  auto people = ReadPeople(text, names);
  // Two capitals alone may be a company; what stands behind them tells.
  const bool told =
      !people.empty() && people.front().span.begin == names.begin &&
      std::all_of(people.begin(), people.end(),
                  [](const OwnerMention& one) { return !one.post.empty(); });
  if (!told) return {};
  for (OwnerMention& person : people) person.role = "owner";
  return people;
}

std::vector<OwnerMention> OwnersNamed(std::string_view text, TextSpan names) {
  static const Pattern kNobody(
      "^(?i:to be (?:settled|decided|confirmed|agreed|appointed)|tbc|tba|tbd|"
      "n/?a|none|vacant|not known|-|–|—|\\?)$");
  static const Pattern kBracket("\\s+\\([^)]*\\)$");
  static const Pattern kBehalf(",?\\s+(?:acting )?on behalf of (?:the )?");
  // "(formerly called ...)" says more about them and names nobody; "(Crime)"
  // belongs to the post.
  constexpr std::uint32_t kLongestField = 24;
  const auto bracket = kBracket.Search(text, names);
  if (bracket && Length((*bracket)[0]) > kLongestField) {
    names.end = (*bracket)[0].begin;
  }
  if (Empty(names) || kNobody.Search(text, names)) return {};
  const auto behalf = kBehalf.Search(text, names);
  if (!behalf || (*behalf)[0].begin == names.begin ||
      (*behalf)[0].end == names.end) {
    return PeopleOrListed(text, names);
  }
  auto owners = PeopleOrListed(text, {names.begin, (*behalf)[0].begin});
  owners.push_back(NamedOwner(text, {(*behalf)[0].end, names.end}));
  return owners;
}

void FillOwnersInBrackets(const Reading& reading, Recommendation* item) {
  static const Pattern kBracket(
      "[(\\[](?i:leads?(?: officer| body| unit)?|led by|owners?|responsible "
      "(?:officer|body|unit|person)|responsibility|action(?: by)?)\\s*:\\s*"
      "([^()\\[\\]:]{3,90})[)\\]]");
  static const Pattern kName("^([^;]+?)\\s*(?:;|,? by \\S|$)");
  const std::string_view text = reading.text();
  for (const MatchSpans& bracket : kBracket.SearchAll(text, item->span)) {
    const auto name = kName.Search(text, bracket[1]);
    if (!name) continue;
    for (OwnerMention& owner : OwnersNamed(text, (*name)[1])) {
      owner.rule = "owner.bracket";
      owner.confidence = 0.85;
      item->owners.push_back(std::move(owner));
    }
  }
}

}  // namespace concord::extraction
