// A body named in the third person recommends something.
//
//   "On 22 May 2004, the Commission recommended that Ostley Rail count ..."
//   "The Commission recommends to the Director of Tarn Rail that he ..."
//   "It is recommended to the Director of Tarn Rail that he ..."
//   refused: "The Committee was recommended to agree", "as the Commission
//   recommended", in a committee's paper: there it tells of others
//
// The one asked is often a name without any word that says it is a body
// ("Ostley Rail"): then it is the run of capitals before the verb.

#include "concord/base/unicode.h"
#include "extraction/recommendations/parts.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

// "Ostley Rail", "the Director of Civil Aviation at the Keys Office": capitals
// and the small words that join them, up to the verb.
TextSpan NameAt(std::string_view text, TextSpan within) {
  // "â€™" is an apostrophe whose bytes were once read in another charset.
  static const Pattern kName(
      "^((?:(?:[Tt]he )?(?:\\p{Lu}(?:[\\p{L}\\d’'&/.-]|â€™)*|\\d+)(?:,? "
      "(?:of|and|the|for|"
      "at|d[’']\\p{L}+|de|&|\\p{Lu}(?:[\\p{L}\\d’'&/-]|â€™)*|\\d+))*))"
      "[ ,]");
  static const Pattern kJoint("(?: (?:of|and|the|for|at|&|de)|,)$");
  const auto match = kName.Search(text, within);
  if (!match) return {};
  TextSpan name = (*match)[1];
  while (const auto joint = kJoint.Search(text, name)) {
    if ((*joint)[0].begin <= name.begin) return {};
    name.end = (*joint)[0].begin;
  }
  return name;
}

}  // namespace

TextSpan AskedAt(std::string_view text, TextSpan within) {
  const TextSpan name = NameAt(text, within);
  const auto agent = AgentAt(text, within);
  if (!agent) return name;
  return agent->span.end >= name.end ? agent->span : name;
}

namespace {

// "the owner of the Ostley Star that": all that stands before "that", in which
// nobody acts; for one asked whom neither a word nor capitals tell.
TextSpan NamedBeforeThat(std::string_view text, TextSpan within) {
  static const Pattern kNoun(
      "^((?:the|an?|all|each|every|both) [^.;:,]{3,80}?),? that ");
  static const Pattern kActs(
      "\\b(?:should|must|shall|will|is|are|was|were|be|who|which|to)\\b");
  const auto match = kNoun.Search(text, within);
  if (!match || kActs.Search(text, (*match)[1])) return {};
  return (*match)[1];
}

struct Statement {
  TextSpan by;     // "the Commission"
  TextSpan whole;  // from "On 22 May 2004" or "the Commission"
  TextSpan to;     // "recommended to X"; empty
  TextSpan asks;   // what follows "that"
};

std::optional<Statement> StatementIn(std::string_view text, TextSpan within) {
  static const Pattern kSays(
      "\\b((?:[Oo]n \\d{1,2} \\p{Lu}\\p{L}+ \\d{4},? )?"
      "([Tt]he \\p{Lu}\\p{L}+(?: (?:of|for|and|\\p{Lu}\\p{L}+))*)"
      "(?: \\([^()]{2,80}\\))?"
      "(?: has| is| had)?(?: also| further| therefore| again| now)* "
      "(?:recommend(?:s|ed|ing)|(?:made|makes|issued) "
      "(?:an?|\\d+|two|three|four|five) (?:\\p{Ll}+ ){0,2}"
      "recommendations?)) (?:(to) |that )");
  // "It is recommended to X that he": nobody says who recommends.
  static const Pattern kPassive(
      "(?:^|[.;] )([Ii]t is (?:also |therefore |further )?recommended)()"
      "(?: again)? (to )(?:the |\\p{Lu})");
  auto match = kSays.Search(text, within);
  if (!match) {
    match = kPassive.Search(text, within);
    if (match) match->front().end = (*match)[3].end;
  }
  if (!match) return std::nullopt;
  Statement statement;
  statement.whole = (*match)[1];
  statement.by = (*match)[2];
  statement.asks = {(*match)[0].end, within.end};
  if (Empty((*match)[3])) return statement;
  statement.to = AskedAt(text, statement.asks);
  if (Empty(statement.to)) {
    statement.to = NamedBeforeThat(text, statement.asks);
  }
  static const Pattern kThat("^[^.;:]{0,80}?\\bthat ");
  const TextSpan rest = {statement.to.end, within.end};
  const auto that = kThat.Search(text, rest);
  if (Empty(statement.to) || !that) return std::nullopt;
  statement.asks.begin = (*that)[0].end;
  return statement;
}

bool ToldOver(std::string_view text, TextSpan before) {
  static const Pattern kBackward(
      "(?:\\b(?:which|what|as|than|when|if|that|because|since))\\s*,?\\s*$");
  return kBackward.Search(text, before).has_value();
}

std::vector<Recommendation> FindByBody(const Reading& reading) {
  std::vector<Recommendation> found;
  if (reading.kind != DocumentKind::kOther &&
      reading.kind != DocumentKind::kInspection) {
    return found;
  }
  const std::string_view text = reading.text();
  for (std::size_t i = 0; i < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    if (line.quoted ||
        (line.kind != BlockKind::kParagraph &&
         line.kind != BlockKind::kListItem && line.kind != BlockKind::kTitle &&
         line.kind != BlockKind::kHeaderLine)) {
      continue;
    }
    // "... recommendations to the Clerk, that he:" leads into a list.
    static const Pattern kLeads(
        "\\bthat(?: he| she| it| they| the [^,;:]{3,60}| [\\p{Lu}][^,;:]{2,60}"
        ")?\\s*:$");
    const auto says = StatementIn(text, line.body);
    if (!says || kLeads.Search(text, line.body) ||
        ToldOver(text, {line.body.begin, says->whole.begin}) ||
        InQuotation(text, line.body, says->whole.begin)) {
      continue;
    }
    TextSpan span = {says->whole.begin,
                     SentenceAt(text, line.body, says->asks.begin).end};
    if (span.end + 1 >= line.body.end) {
      span.end =
          std::max(span.end, SpanOf(reading, i, ItemEnd(reading, i)).end);
    }
    Recommendation item =
        RecommendationAt(reading, span, RecommendationKind::kRecommendation);
    const TextSpan asked =
        Empty(says->to) ? AskedAt(text, says->asks) : says->to;
    item.addressee_span = asked;
    item.addressee = Slice(text, asked);
    if (!Empty(says->by)) {
      OwnerMention maker;
      maker.span = says->by;
      maker.name = Slice(text, says->by).substr(4);
      maker.role = "recommender";
      maker.rule = "recommender.subject";
      maker.confidence = 0.85;
      item.recommenders.push_back(std::move(maker));
    }
    found.push_back(std::move(item));
  }
  return found;
}

RecommendationRule ByBodyRule() {
  return {
      "recommendation.by-body",
      0.8,
      {{DocumentKind::kOther,
        "On 22 May 2004, the Commission recommended that Ostley Rail count its "
        "keys yearly.\n",
        "[Ostley Rail] On 22 May 2004, the Commission recommended that Ostley "
        "Rail count its keys yearly."},
       {DocumentKind::kOther,
        "Keys were lost. The Commission recommended to the Director of Tarn "
        "Harbours that he count them.\n",
        "[the Director of Tarn Harbours] The Commission recommended to the "
        "Director of Tarn Harbours that he count them."},
       {DocumentKind::kOther,
        "On 3 May 2004 the Commission recommended to the owner of the keyship "
        "Ostley Star that they count its keys.\n",
        "[the owner of the keyship Ostley Star] On 3 May 2004 the Commission "
        "recommended to the owner of the keyship Ostley Star that they count "
        "its keys."},
       {DocumentKind::kOther,
        "The Keys Bureau (once the Locks Office) recommends that Ostley Rail "
        "count its keys.\n",
        "[Ostley Rail] The Keys Bureau (once the Locks Office) recommends that "
        "Ostley Rail count its keys."},
       {DocumentKind::kOther,
        "Keys were lost. It is recommended to the Director of Tarn Harbours "
        "that he oversees a count.\n",
        "[the Director of Tarn Harbours] It is recommended to the Director of "
        "Tarn Harbours that he oversees a count."},
       {DocumentKind::kOther, "It is recommended to ring the Clerk that day.\n",
        ""},
       {DocumentKind::kOther,
        "The Commission recommended to all who were to lend keys that they "
        "count them.\n",
        ""},
       {DocumentKind::kOther,
        "They were counted, as the Commission recommended that they be.\n", ""},
       {DocumentKind::kReport,
        "1. The Commission recommended that Ostley Rail count its keys.\n",
        ""}},
      &FindByBody};
}

}  // namespace

const std::vector<RecommendationRule>& ByBodyRules() {
  static const std::vector<RecommendationRule> kRules = {ByBodyRule()};
  return kRules;
}

}  // namespace concord::extraction
