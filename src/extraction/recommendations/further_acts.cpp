// The acts of one recommendation that asks more than one.
//
//   "The Clerk should count the keys by June and the Estates Unit should change
//    the locks within three months."           two acts, the Clerk and the Unit
//   "The Clerk to count them, the Treasurer to pay."             likewise
//   "Keys should be counted; the Clerk should say how many."     the Clerk's
//   one act: "The Clerk should count the keys and should change the locks.",
//   "The Clerk should say when the Board and the Unit should meet.",
//   "... and the locks should be changed."
//
// It stays one recommendation, which has one label and gets one answer. Whoever
// is asked behind the first is an owner of it as the first is, and each act is
// a part without a label: the owners and times that stand within its span are
// its own. Cost: linear in the item. Tests: further_acts_test.cpp.

#include <algorithm>

#include "concord/base/unicode.h"
#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/parts.h"

namespace concord::extraction {
namespace {

// Somebody who is asked, and where the words about that begin.
struct Act {
  TextSpan asked;
  std::uint32_t begin = 0;
};

// Whether who ends at `from` is asked to act: "should, by May, count".
bool IsAskedToAct(std::string_view text, TextSpan rest, bool by_infinitive) {
  static const Pattern kModal(
      "^(?:\\s*\\([^)]*\\))?(?:,[^,.;]{3,80},)? (?:also |then |now |likewise |"
      "in turn |\\p{Ll}+ly )*(?:should|must|shall|ought to|needs? to|is to|are "
      "to|ha(?:s|ve) to),?((?: (?:also|then|not|never|\\p{Ll}+ly|itself))*) "
      "(?:be ((?:asked|invited|required|requested|encouraged|expected|prepared|"
      "instructed|reminded|able|ready|responsible)\\b)|(\\p{L}+))");
  static const Pattern kTo("^ to (?:also |\\p{Ll}+ly )?(\\p{Ll}+)\\b");
  if (const auto modal = kModal.Search(text, rest)) {
    return !Empty((*modal)[2]) || Slice(text, (*modal)[3]) != "be";
  }
  const auto to = by_infinitive ? kTo.Search(text, rest) : std::nullopt;
  return to && Slice(text, (*to)[1]) != "be" &&
         IsBaseVerb(Slice(text, (*to)[1]));
}

// "the Board and the Unit should": both are the subject of one verb, where what
// stands before them opens a clause: "when", "that".
bool IsJointSubject(std::string_view text, TextSpan before, TextSpan asked) {
  static const Pattern kOpens(
      "\\b(?:when|whether|where|how|what|which|who|whose|that|if|why|until|"
      "unless|because|before|after|than) ([^.;:]{2,90})$");
  const auto opens = kOpens.Search(text, Trim(text, before));
  if (!opens) return false;
  const auto agents = AgentsAt(text, {(*opens)[1].begin, asked.end});
  return agents.size() > 1 && agents.back().span.end >= asked.end;
}

// What stands before a further act must itself say that something is done.
bool SaysAnAct(std::string_view words) {
  static const Pattern kActs(
      "\\b(?:should|must|shall|ought to|needs? to|(?:is|are) to|to be "
      "\\p{Ll}+)\\b");
  return kActs.Matches(words) || Commands(words) || NamesDoer(words);
}

// "The code should provide that the Clerk must count them and the Board must":
// what somebody must do is there what another should provide.
bool IsWithinContent(std::string_view before) {
  static const Pattern kContent(
      "\\b(?:should|must|shall|to \\p{Ll}+)\\b[^.;]*\\bthat\\b[^.;]*\\b(?:"
      "should|must|shall)\\b[^.;]*$|\\b(?:effect|extent|condition|basis|"
      "principle) that\\b[^.;]*$");
  return kContent.Matches(before);
}

// "and staff must ...", "and officers": a class that nothing tells from others.
bool IsCommonWord(std::string_view text, const Agent& agent) {
  static const Pattern kCommon("^\\p{Ll}+$");
  return kCommon.Search(text, agent.span).has_value();
}

// Where clauses begin that may name somebody else: behind "and", "while", ";"
// and at a sentence's own front; behind a bare comma in "X to count, Y to pay".
std::vector<Act> ActsIn(std::string_view text, TextSpan sentence,
                        bool by_infinitive) {
  static const Pattern kJoin(
      "(?:; (?:(?:and|but|that|then) )*|(,)? (?:and|but|while|whilst|whereas) "
      "(?:that )?|(,) )()\\p{L}");
  std::vector<Act> acts;
  const auto add = [&](std::uint32_t words, std::uint32_t begin) {
    const auto agents = AgentsAt(text, {words, sentence.end});
    if (agents.empty() || IsCommonWord(text, agents.front())) return;
    const TextSpan asked = {words, agents.back().span.end};
    const TextSpan before = {sentence.begin, begin};
    if (!IsAskedToAct(text, {asked.end, sentence.end}, by_infinitive)) return;
    const std::string_view said = Slice(text, before);
    if (!Empty(before) && (!SaysAnAct(said) || IsWithinContent(said) ||
                           IsJointSubject(text, before, asked))) {
      return;
    }
    acts.push_back({asked, begin});
  };
  add(sentence.begin, sentence.begin);
  for (const MatchSpans& join : kJoin.SearchAll(text, sentence)) {
    if (!acts.empty() && join[3].begin < acts.back().asked.end) continue;
    if (!Empty(join[2]) && !by_infinitive) continue;
    add(join[3].begin, join[0].begin);
  }
  return acts;
}

// "the Chief Executive" after "the Chief Executive of the Board" is the same.
bool IsSameOrShorter(std::string_view text, TextSpan one, TextSpan other) {
  const auto name = [&](TextSpan span) {
    const auto agent = AgentAt(text, span);
    return FoldWords(Slice(text, agent ? agent->name : span));
  };
  const std::string first = name(one);
  const std::string second = name(other);
  return first == second || first.starts_with(second + " ") ||
         second.starts_with(first + " ");
}

// All acts of the item in order, those of one and the same run together. Where
// its first sentence only tells, what follows says what was wrong, and to whom.
std::vector<Act> ActsOf(std::string_view text, const Recommendation& item) {
  static const Pattern kTo("^ to ");
  const bool has_own = Contains(item.span, item.addressee_span);
  const bool by_infinitive =
      has_own && kTo.Search(text, {item.addressee_span.end, item.span.end});
  std::vector<Act> acts;
  TextSpan last = has_own ? item.addressee_span : TextSpan{};
  for (const TextSpan sentence : SentencesIn(text, item.span)) {
    const std::string_view words = Slice(text, sentence);
    const bool first = sentence.begin == item.span.begin;
    if (first && !Asks(words) && !OpensWithRequest(words)) break;
    // Whom a later sentence asks in so many words is whom the item is for.
    if (first && has_own && item.addressee_span.begin >= sentence.end) break;
    for (const Act& act : ActsIn(text, sentence, by_infinitive)) {
      const bool same = act.asked.begin == last.begin ||
                        (!Empty(last) && last.begin < act.begin &&
                         IsSameOrShorter(text, last, act.asked));
      if (same && act.begin > item.span.begin) continue;
      acts.push_back(act);
      last = act.asked;
    }
  }
  return acts;
}

void AddOwners(std::string_view text, const Act& act, Recommendation* item) {
  for (const Agent& agent : AgentsAt(text, act.asked)) {
    OwnerMention owner = AsOwner(text, agent, "addressee");
    const bool known = std::any_of(
        item->owners.begin(), item->owners.end(), [&](const auto& one) {
          return FoldWords(one.name) == FoldWords(owner.name);
        });
    if (known) continue;
    owner.rule = "owner.further-act";
    owner.confidence = 0.75;
    item->owners.push_back(std::move(owner));
  }
}

// The item cut where each further act begins: nothing of it is in no part.
std::vector<RecommendationPart> PartsOf(std::string_view text,
                                        const Recommendation& item,
                                        const std::vector<Act>& acts) {
  static const Pattern kLead("^[;,]?\\s*(?:and|but|while|whilst|whereas)?\\s+");
  std::vector<RecommendationPart> parts;
  for (std::size_t i = 0; i <= acts.size(); ++i) {
    TextSpan span = {i == 0 ? item.span.begin : acts[i - 1].begin,
                     i == acts.size() ? item.span.end : acts[i].begin};
    if (const auto lead = kLead.Search(text, span); lead && i > 0) {
      span.begin = (*lead)[0].end;
    }
    RecommendationPart part;
    part.span = Trim(text, span);
    part.printed = Slice(text, part.span);
    part.rule = "part.act";
    part.confidence = 0.75;
    if (!Empty(part.span)) parts.push_back(std::move(part));
  }
  return parts;
}

}  // namespace

void FillActs(const Reading& reading, std::vector<Recommendation>* items) {
  const std::string_view text = reading.text();
  for (Recommendation& item : *items) {
    if (item.kind == RecommendationKind::kCommitment ||
        !item.recommenders.empty() || !item.parts.empty()) {
      continue;
    }
    std::vector<Act> acts = ActsOf(text, item);
    if (acts.empty()) continue;
    const std::uint32_t asked =
        item.addressee.empty() ? item.span.end : item.addressee_span.begin;
    if (item.addressee.empty()) {
      const TextSpan first = acts.front().asked;
      SetAddressee(text, {first, first, {}, 0}, &item);
    }
    const bool named = std::any_of(
        item.owners.begin(), item.owners.end(),
        [](const OwnerMention& owner) { return owner.role == "owner"; });
    // Whom the item is addressed to, or who decides it, is told already.
    for (const Act& act : acts) {
      if (!named && act.asked.begin != asked) AddOwners(text, act, &item);
    }
    // The first words are the first act, whoever is asked by them.
    if (SaysAnAct(Slice(text, {item.span.begin, acts.front().begin}))) {
      item.parts = PartsOf(text, item, acts);
    } else if (acts.size() > 1) {
      acts.erase(acts.begin());
      item.parts = PartsOf(text, item, acts);
    }
  }
}

}  // namespace concord::extraction
