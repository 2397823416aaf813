// A body that asks somebody for one thing after another, in the third person.
//
//   "34. The Committee urges the Northland Party to count its keys."
//   "The Committee encourages it again to name a keeper."
//   "36. The Northland Party should change the locks."   once it has been asked
//   refused: one such sentence in a page of prose, "the Committee urged", what
//   minutes and press pages tell
//
// One sentence may tell of anybody's wish; a page on which several open their
// paragraphs in this way is the body's own. Cost: one pass. Tests: the
// examples.

#include <algorithm>

#include "concord/base/unicode.h"
#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/parts.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

constexpr std::size_t kFewestUrges = 3;

struct Urge {
  std::size_t line = 0;
  TextSpan sentence;
  TextSpan asked;
};

// "the Northland Party" of "urges the Northland Party to", up to the verb.
TextSpan AskedBefore(std::string_view text, TextSpan object) {
  if (const auto agent = AgentAt(text, object);
      agent && agent->span.end == object.end) {
    return agent->span;
  }
  static const Pattern kNobody("^(?i:it|them|him|her|us|all|that|the)$");
  return kNobody.Search(text, object) ? TextSpan{} : object;
}

// The body that asks, up to its verb.
constexpr std::string_view kBody =
    "^(?:[^.;:]{3,160}, )?[Tt]he (?:\\p{Lu}[\\p{L}-]+ )*(?:Committee|"
    "Commission(?:er)?|Council|Panel|Board|Group|Party|Rapporteur|Expert|"
    "Tribunal|Assembly|Inspectorate|Ombudsman|Inquiry|Conference|Subcommittee|"
    "Bureau|Office|Agency)(?: also| further| again| therefore| strongly| thus| "
    "equally| once more| in particular|,)* (?:[^.;:]{3,220},? and (?:also "
    "|further "
    "|therefore )?)?";

std::optional<Urge> UrgeIn(std::string_view text, TextSpan sentence) {
  static const Pattern kUrges(
      std::string(kBody) +
      "(?:urges|encourages|invites|requests|asks|calls (?:up)?on|reminds)(?: "
      "again| also| strongly|,)* ((?:the |all |each |every |both |its "
      "|\\p{Lu})[^.;:,]{2,80}?|it|them)(?:,[^,.;:]{3,120},)? to \\p{Ll}+");
  static const Pattern kThat(
      std::string(kBody) +
      "(?:recommends|requests|reiterates its (?:\\p{Ll}+ "
      ")?(?:recommendation|request|call|appeal)) (that .*)$");
  if (const auto match = kUrges.Search(text, sentence)) {
    return Urge{0, sentence, AskedBefore(text, (*match)[1])};
  }
  const auto that = kThat.Search(text, sentence);
  if (!that) return std::nullopt;
  const auto asked = AskedByThat(text, (*that)[1]);
  return Urge{0, sentence, asked ? asked->span : TextSpan{}};
}

// The paragraph that opens with somebody already asked: "The State should ...".
bool AsksAgain(std::string_view text, TextSpan sentence,
               const std::vector<Urge>& urges, Urge* again) {
  static const Pattern kShould("^([^.;:,]{3,80}?) (?:should|must)\\b");
  const auto match = kShould.Search(text, sentence);
  if (!match || TellsOver(Slice(text, sentence))) return false;
  const std::string who = FoldWords(Slice(text, (*match)[1]));
  const bool known =
      std::any_of(urges.begin(), urges.end(), [&](const Urge& urge) {
        return FoldWords(Slice(text, urge.asked)) == who;
      });
  if (known) *again = Urge{again->line, sentence, (*match)[1]};
  return known;
}

std::vector<Recommendation> FindUrges(const Reading& reading) {
  if (!MakesOwn(reading)) return {};
  const std::string_view text = reading.text();
  std::vector<Urge> urges;
  std::size_t opening = 0;
  for (std::size_t i = 0; i < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    if (!IsProse(line)) continue;
    for (const TextSpan sentence : SentencesIn(text, line.body)) {
      if (auto urge = UrgeIn(text, sentence)) {
        urge->line = i;
        opening += sentence.begin == line.body.begin;
        urges.push_back(*urge);
      }
    }
  }
  if (urges.size() < kFewestUrges || opening < 2) return {};
  std::vector<Urge> all = urges;
  for (std::size_t i = 0; i < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    if (!IsProse(line)) continue;
    Urge again{i, {}, {}};
    const TextSpan first = SentenceAt(text, line.body, line.body.begin);
    if (AsksAgain(text, first, urges, &again)) all.push_back(again);
  }
  std::vector<Recommendation> found;
  for (const Urge& urge : all) {
    found.push_back(RecommendationAt(reading, urge.sentence,
                                     RecommendationKind::kRecommendation));
    Recommendation& item = found.back();
    if (urge.sentence.begin == reading.lines[urge.line].body.begin) {
      item.label = reading.lines[urge.line].label;
    }
    if (!Empty(urge.asked)) {
      SetAddressee(text, {urge.asked, urge.asked}, &item);
    }
  }
  return found;
}

RecommendationRule BodyUrgesRule() {
  return {
      "recommendation.body-urges",
      0.85,
      {{DocumentKind::kOther,
        "K/C/1\npage 5\n\n34. The Committee urges the Northland Party to count "
        "its keys.\n\n35. The Committee also encourages the Northland Party to "
        "name a keeper. Keys were lost.\n\n36. The Committee recommends that "
        "the Northland Party change its locks.\n\n37. The Northland Party "
        "should publish a register.\n",
        "34 [the Northland Party] The Committee urges the Northland Party to "
        "count its keys.\n"
        "35 [the Northland Party] The Committee also encourages the Northland "
        "Party to name a keeper.\n"
        "36 [the Northland Party] The Committee recommends that the Northland "
        "Party change its locks.\n"
        "37 [The Northland Party] The Northland Party should publish a "
        "register."},
       {DocumentKind::kOther,
        "Keys were lost in May. The Committee urges the Clerk to count "
        "them.\n\nNobody knew where they were.\n",
        ""},
       {DocumentKind::kMinutes,
        "1. The Committee urges the Clerk to count keys.\n\n2. The Committee "
        "invites the Clerk to report.\n\n3. The Committee asks the Clerk to "
        "write.\n",
        ""}},
      &FindUrges};
}

}  // namespace

const std::vector<RecommendationRule>& BodyUrgesRules() {
  static const std::vector<RecommendationRule> kRules = {BodyUrgesRule()};
  return kRules;
}

}  // namespace concord::extraction
