// Agents within a phrase, a sentence or a cell: several in a row, the one
// before a verb, those that share the work, the names of a list.

#include <algorithm>

#include "concord/base/unicode.h"
#include "extraction/agents.h"
#include "extraction/rules.h"

namespace concord::extraction {
namespace {

// The pieces of text[within] between commas that stand outside brackets.
std::vector<TextSpan> CommaPieces(std::string_view text, TextSpan within) {
  std::vector<TextSpan> pieces;
  int depth = 0;
  std::uint32_t begin = within.begin;
  for (std::uint32_t at = within.begin; at < within.end; ++at) {
    if (text[at] == '(') ++depth;
    if (text[at] == ')' && depth > 0) --depth;
    if (text[at] != ',' || depth > 0) continue;
    pieces.push_back(Trim(text, {begin, at}));
    begin = at + 1;
  }
  pieces.push_back(Trim(text, {begin, within.end}));
  return pieces;
}

// What may stand between an agent and its verb in the same piece.
bool MayFollowAgent(std::string_view rest) {
  static const Pattern kAllowed(
      "^\\s*(?:\\([^)]*\\)\\s*)?(?:$|(?:with|in|through|as|who|which|whose|at|"
      "for|from|also|therefore|then|now|immediately|personally|jointly|"
      "following|after|having|centrally|openly|formally|likewise|within|on|"
      "under|where|alone)\\b)");
  return kAllowed.Matches(rest);
}

// "In the New Year the Estates Unit": the agent that ends the phrase.
std::optional<Agent> AgentEnding(std::string_view text, TextSpan piece) {
  static const Pattern kPhrase(
      "^(?i:in|from|by|on|at|during|within|until|after|before|under|"
      "throughout|for|with)\\b");
  if (!kPhrase.Search(text, piece)) return std::nullopt;
  for (const TextSpan word : Words(text, piece)) {
    if (word.begin == piece.begin) continue;
    const auto agent = AgentAt(text, {word.begin, piece.end});
    if (agent && agent->span.end == piece.end) return agent;
  }
  return std::nullopt;
}

// "Ostley Board and Harrow Board": two bodies of one sort, each with its name.
bool SameHead(std::string_view text, TextSpan left, TextSpan right) {
  const auto last = [&](TextSpan span) {
    const auto words = Words(text, span);
    return words.size() < 2 ? std::string_view() : Slice(text, words.back());
  };
  const std::string_view head = last(left);
  return !head.empty() && IsAgentNoun(head) && head == last(right);
}

// "Fleet Manager", with no word of whose.
bool IsPostAlone(std::string_view text, TextSpan span) {
  const auto words = Words(text, span);
  if (words.empty() || !IsPostNoun(Slice(text, words.back()))) return false;
  return std::none_of(words.begin(), words.end(), [&](TextSpan word) {
    return Slice(text, word) == "of" || IsPersonalTitle(Slice(text, word));
  });
}

}  // namespace

std::vector<Agent> AgentsAt(std::string_view text, TextSpan within) {
  static const Pattern kJoin("^(?:\\s*\\([^)]*\\))?(?:,? and(?:/or)? |, | & )");
  std::vector<Agent> agents;
  while (const auto agent = AgentAt(text, within)) {
    agents.push_back(*agent);
    const auto join = kJoin.Search(text, {agent->span.end, within.end});
    if (!join) break;
    within.begin = join->front().end;
  }
  return agents;
}

std::optional<Agent> SubjectBefore(std::string_view text, TextSpan within,
                                   std::uint32_t verb) {
  static const Pattern kOpening(
      "^(?i:(?:(?:that|and|also|but|first|second|in practice|likewise|"
      "therefore|however)\\s+)+)");
  const std::vector<TextSpan> pieces = CommaPieces(text, {within.begin, verb});
  // "The Office, the Board and the Clerk shall": all of them.
  if (const auto all = AgentsAt(text, {within.begin, verb});
      all.size() > 2 &&
      all.back().span.end == Trim(text, {within.begin, verb}).end) {
    Agent subject = all.front();
    subject.span.end = all.back().span.end;
    return subject;
  }
  for (TextSpan piece : pieces) {
    if (const auto opening = kOpening.Search(text, piece)) {
      piece.begin = opening->front().end;
    }
    const std::vector<Agent> agents = AgentsAt(text, piece);
    if (agents.empty()) {
      if (piece.end < pieces.back().end) continue;
      return AgentEnding(text, piece);
    }
    Agent subject = agents.front();
    const std::uint32_t end = agents.back().span.end;
    if (!MayFollowAgent(Slice(text, {end, piece.end}))) continue;
    subject.span.end = end;
    return subject;
  }
  return std::nullopt;
}

OwnerMention AsOwner(std::string_view text, const Agent& agent,
                     std::string_view role) {
  OwnerMention owner;
  owner.span = agent.span;
  owner.name = Slice(text, agent.name);
  owner.kind = agent.kind;
  owner.count = agent.count;
  owner.role = role;
  return owner;
}

std::vector<OwnerMention> PartnersIn(std::string_view text, TextSpan within) {
  static const Pattern kPartner(
      "(?:\\b(?:(?:in (?:consultation|conjunction|partnership|liaison|"
      "collaboration|co-operation|cooperation)|jointly|together|working) "
      "with)|,\\s+(?:jointly )?with|\\b(led by|chaired by|overseen by))\\s+");
  std::vector<OwnerMention> partners;
  for (const MatchSpans& match : kPartner.SearchAll(text, within)) {
    const std::string_view role = Empty(match[1]) ? "consulted" : "lead";
    for (const Agent& agent : AgentsAt(text, {match[0].end, within.end})) {
      partners.push_back(AsOwner(text, agent, role));
      partners.back().rule = "owner.partner";
      partners.back().confidence = 0.7;
    }
  }
  return partners;
}

std::vector<TextSpan> OwnersListed(std::string_view text, TextSpan cell) {
  static const Pattern kSplit("\\s*[;/]\\s*|\\s*,\\s+(?:and )?|\\s+and\\s+");
  static const Pattern kPost(
      "^(?:the )?(?:Head|Director|Manager|Chief|Deputy|Assistant|Detective|"
      "Inspector|Sergeant|Superintendent|Constable|PC|DC|DS|DI|DCI|Clerk|"
      "Treasurer|Mr|Mrs|Ms|Miss|Dr|Councillor|Cllr|Sir|Lady|Commander)\\b");
  static const Pattern kPerson(
      "^(?:[\\p{Lu}][\\p{L}’'.-]*\\s+){1,3}[\\p{Lu}][\\p{L}’'-]+$");
  std::vector<TextSpan> names;
  std::uint32_t begin = cell.begin;
  for (const MatchSpans& cut : kSplit.SearchAll(text, cell)) {
    const TextSpan left = {begin, cut[0].begin};
    const TextSpan right = Trim(text, {cut[0].end, cell.end});
    if (Slice(text, Trim(text, cut[0])) == "and") {
      const auto post = kPost.Search(text, right);
      const bool people = kPerson.Search(text, left) && !AgentAt(text, left) &&
                          kPerson.Search(text, right) && !AgentAt(text, right);
      if (!post && !people && !SameHead(text, left, right)) continue;
    }
    // "Fleet Manager, OES": whose manager it is.
    static const Pattern kComma("^\\s*,\\s+$");
    static const Pattern kWhose("^[\\p{Lu}]{2,6}(?:\\s*[;/]|$)");
    if (kComma.Search(text, cut[0]) && kWhose.Search(text, right) &&
        IsPostAlone(text, left)) {
      continue;
    }
    names.push_back(left);
    begin = cut[0].end;
  }
  names.push_back({begin, cell.end});
  std::erase_if(names, [](TextSpan name) { return Empty(name); });
  if (names.empty()) names.push_back(cell);
  return names;
}

}  // namespace concord::extraction
