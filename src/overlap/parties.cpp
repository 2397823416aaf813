// Who is asked, and whether two names can be one body.
//
// A party is known from the recommendation's addressee and owners, else from
// the subject of its first act, if those words can act ("The records unit
// should ..." yes, "Funding should ..." no) or from the agent of a passive
// ("be reviewed by the Constabulary"). Its words are set aside: that two texts
// name the same force says nothing about what they ask.

#include <re2/re2.h>

#include <algorithm>
#include <set>

#include "concord/base/unicode.h"
#include "overlap/common_words.h"
#include "overlap/prepared.h"
#include "overlap/stemmer.h"

namespace concord::overlap {
namespace {

using WordList = std::vector<std::string>;

using WordSet = std::set<std::string_view>;

// "officers" -> "officer", "authorities" -> "authority". Not the stem: that of
// "officer" is that of "office".
std::string Singular(const std::string& word) {
  if (word.ends_with("ies")) return word.substr(0, word.size() - 3) + "y";
  const bool plural = word.size() > 3 && word.ends_with("s") &&
                      !word.ends_with("ss") && word != "police";
  return plural ? word.substr(0, word.size() - 1) : word;
}

// Heads of names that can act, by the kind of body they name.
const WordSet& ForceWords() {
  static const WordSet kWords = {"force", "constabulary", "police"};
  return kWords;
}
const WordSet& AuthorityWords() {
  static const WordSet kWords = {"authority"};
  return kWords;
}
const WordSet& GenericWords() {
  static const WordSet kWords = {"member",  "committee", "board",
                                 "cabinet", "meeting",   "everyone"};
  return kWords;
}
const WordSet& InnerWords() {
  static const WordSet kWords = {
      "head",      "director",       "directorate", "manager", "unit",
      "team",      "department",     "division",    "officer", "sergeant",
      "inspector", "superintendent", "commander",   "clerk",   "treasurer",
      "solicitor", "supervisor",     "lead",        "group",   "constable",
      "staff",     "branch",         "section",     "custody", "detective",
      "executive", "chair"};
  return kWords;
}
const WordSet& OutsideWords() {
  static const WordSet kWords = {
      "service",    "office",      "secretary",    "minister",   "ministry",
      "government", "association", "inspectorate", "council",    "commission",
      "agency",     "court",       "college",      "university", "school",
      "trust",      "company",     "regulator",    "body",       "commissioner",
      "parliament", "state",       "bank",         "tribunal",   "institute",
      "federation", "union",       "society",      "publisher",  "press",
      "industry",   "fund",        "corporation",  "provider",   "operator",
      "prosecutor", "charity"};
  return kWords;
}

bool AnyOf(const WordList& words, const WordSet& set) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return set.count(Singular(word)) > 0;
  });
}

// "chief constable" commands a force; "police authority" does not.
PartyKind KindOf(const WordList& words) {
  if (words.empty()) return PartyKind::kUnknown;
  if (words.size() == 1 && AnyOf(words, GenericWords())) {
    return PartyKind::kGeneric;
  }
  if (AnyOf(words, AuthorityWords())) return PartyKind::kAuthority;
  const bool chief = AnyOf(words, {"chief"}) && AnyOf(words, {"constable"}) &&
                     !AnyOf(words, {"assistant", "deputy"});
  const bool outside = AnyOf(words, OutsideWords());
  const bool inner = AnyOf(words, InnerWords());
  const bool force = AnyOf(words, ForceWords());
  if (chief ||
      (force && !inner &&
       !AnyOf(words, {"association", "college", "office", "inspectorate"}))) {
    return PartyKind::kForce;
  }
  if (outside) return PartyKind::kOutside;
  return inner ? PartyKind::kInner : PartyKind::kUnknown;
}

// "Corporate Director of Adult Social Care", "Head of Training": a post of a
// rank that a body has many of, each with its own office.
WordList OfficeOf(const WordList& named) {
  static const WordSet kRanks = {"director", "head", "manager"};
  static const WordSet kOfRank = {"director",  "head",      "manager",
                                  "deputy",    "assistant", "corporate",
                                  "executive", "interim",   "strategic"};
  if (!AnyOf(named, kRanks)) return {};
  WordList office;
  for (const std::string& word : named) {
    if (kOfRank.count(Singular(word)) == 0) office.push_back(Stem(word));
  }
  std::sort(office.begin(), office.end());
  return office;
}

bool IsDeterminer(std::string_view word) {
  static const std::set<std::string_view> kWords = {
      "the", "a",  "an",  "each", "every", "all", "any",
      "its", "of", "and", "that", "their", "our", "both"};
  return kWords.count(word) > 0;
}

bool NamesAClass(std::string_view printed, const WordList& words) {
  static const std::set<std::string> kEvery = {"each", "every", "all", "any",
                                               "both"};
  if (!words.empty() && kEvery.count(words.front()) > 0) return true;
  // "Forces", "Heads of training": a plural first noun without an article.
  for (const std::string& word : words) {
    if (word == "the") return false;
    const std::string one = Singular(word);
    if (one != word &&
        (InnerWords().count(one) > 0 || ForceWords().count(one) > 0 ||
         OutsideWords().count(one) > 0 || AuthorityWords().count(one) > 0)) {
      return true;
    }
  }
  return !printed.empty() && printed.ends_with("s") && words.size() == 1 &&
         printed[0] >= 'a' && printed[0] <= 'z';
}

// The folded words of a name, acronyms written out, brackets dropped.
WordList NameWords(std::string_view name, const ReportId& report,
                   const Lexicon& lexicon) {
  WordList words;
  const std::string text(name.substr(0, name.find(" (")));
  const TextSpan all = {0, static_cast<std::uint32_t>(text.size())};
  for (const TextSpan span : concord::Words(text, all)) {
    const std::string printed(Slice(text, span));
    std::string folded = Fold(printed);
    if (folded.ends_with("'s")) folded.resize(folded.size() - 2);
    const std::string written_out =
        lexicon.long_form
            ? lexicon.long_form(printed.substr(0, folded.size()), report)
            : std::string();
    for (std::string& word :
         SplitWords(FoldWords(written_out.empty() ? folded : written_out))) {
      words.push_back(std::move(word));
    }
  }
  return words;
}

Party MakeParty(std::string_view printed, const ReportId& report,
                const Lexicon& lexicon) {
  Party party;
  party.printed = std::string(printed);
  const WordList words = NameWords(printed, report, lexicon);
  party.is_class = NamesAClass(printed, words);
  WordList named;
  for (const std::string& word : words) {
    if (IsDeterminer(word)) continue;
    named.push_back(word);
    party.stems.push_back(Stem(word));
  }
  std::sort(party.stems.begin(), party.stems.end());
  party.stems.erase(std::unique(party.stems.begin(), party.stems.end()),
                    party.stems.end());
  party.kind = KindOf(named);
  if (party.kind == PartyKind::kUnknown &&
      IsStateName(printed.substr(0, printed.find(" (")))) {
    party.kind = PartyKind::kOutside;  // two states are never one body
  }
  if (party.kind == PartyKind::kInner && !party.is_class) {
    party.office = OfficeOf(named);
  }
  return party;
}

void AddParty(Party party, std::vector<Party>* parties) {
  if (party.stems.empty()) return;
  const bool known = std::any_of(
      parties->begin(), parties->end(),
      [&](const Party& other) { return other.stems == party.stems; });
  if (!known) parties->push_back(std::move(party));
}

// The printed words of tokens [begin, end).
std::string_view PrintedWords(const Prepared& prepared, std::size_t begin,
                              std::size_t end) {
  if (begin >= end) return {};
  return Slice(prepared.text, {prepared.tokens[begin].span.begin,
                               prepared.tokens[end - 1].span.end});
}

void SetAside(std::size_t begin, std::size_t end, Prepared* prepared) {
  for (std::size_t i = begin; i < end; ++i) {
    prepared->tokens[i].set_aside = true;
  }
}

bool IsNameLike(const Prepared& prepared, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    const Token& token = prepared.tokens[i];
    if (token.capital && !token.stop) return true;
  }
  return false;
}

// A subject is a party if its words name something that can act and it is
// short: long subjects are matters, not bodies.
bool CanAct(const Prepared& prepared, std::size_t begin, std::size_t end,
            const Party& party) {
  constexpr std::size_t kMaxWords = 9;
  if (end - begin > kMaxWords) return false;
  if (party.kind != PartyKind::kUnknown) return true;
  return IsNameLike(prepared, begin, end);
}

// "..., by 1 April, ...": the subject ends at its first comma.
std::size_t SubjectEnd(const Prepared& prepared, const Act& act) {
  for (std::size_t i = act.begin; i + 1 < act.subject_end; ++i) {
    const std::string_view between =
        Slice(prepared.text,
              {prepared.tokens[i].span.end, prepared.tokens[i + 1].span.begin});
    if (between.find(',') != std::string_view::npos) return i + 1;
  }
  return act.subject_end;
}

// "by the Constabulary" after a passive: tokens of the name.
std::optional<std::pair<std::size_t, std::size_t>> AgentOf(
    const Prepared& prepared, const Act& act) {
  const auto& tokens = prepared.tokens;
  constexpr std::size_t kNearVerb = 4;  // "reviewed again by the unit"
  const std::size_t last = std::min(act.end, act.verb_at + kNearVerb + 1);
  for (std::size_t i = act.verb_at; i + 1 < last; ++i) {
    if (tokens[i].word != "by") continue;
    std::size_t end = i + 1;
    while (end < act.end && end < i + 6 &&
           (tokens[end].capital || IsDeterminer(tokens[end].word))) {
      ++end;
    }
    while (end > i + 1 && IsDeterminer(tokens[end - 1].word)) --end;
    const bool named = end > i + 1 && !IsCalendarWord(tokens[end - 1].word);
    if (named) return std::pair(i + 1, end);
  }
  return std::nullopt;
}

void ReadSubject(const ReportId& report, const Lexicon& lexicon,
                 Prepared* prepared, std::vector<Party>* parties) {
  if (prepared->acts.empty()) return;
  const Act& act = prepared->acts.front();
  std::size_t begin = act.begin;
  std::size_t end = SubjectEnd(*prepared, act);
  if (act.passive) {
    const auto agent = AgentOf(*prepared, act);
    if (!agent) return;
    begin = agent->first;
    end = agent->second;
  }
  if (begin >= end) return;
  Party party = MakeParty(PrintedWords(*prepared, begin, end), report, lexicon);
  if (!CanAct(*prepared, begin, end, party)) return;
  SetAside(begin, end, prepared);
  AddParty(std::move(party), parties);
}

// "delegate authority to the Director of Harbours in consultation with the
// Leader": who is to act, whoever else is named.
std::string_view DelegateIn(std::string_view text) {
  static const RE2 kDelegate(
      R"((?i:\bdelegat(?:e|es|ed|ing) (?:[\w-]+ ){0,3}to (?:the )?)((?:[A-Z][\w'’-]*)(?: (?:[A-Z][\w'’-]*|of|for|and|&)){0,8}))");
  re2::StringPiece words;
  if (!RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), kDelegate,
                         &words)) {
    return {};
  }
  std::string_view name(words.data(), words.size());
  for (const std::string_view open : {" of", " for", " and", " &"}) {
    if (name.ends_with(open)) name.remove_suffix(open.size());
  }
  return name;
}

// Every place in the text where the words of a given party stand.
void SetNameAside(const Party& party, Prepared* prepared) {
  for (std::size_t i = 0; i < prepared->tokens.size(); ++i) {
    std::size_t end = i;
    while (end < prepared->tokens.size() &&
           (std::binary_search(party.stems.begin(), party.stems.end(),
                               prepared->tokens[end].stem) ||
            (end > i && IsDeterminer(prepared->tokens[end].word)))) {
      ++end;
    }
    // A single common word ("officer") is set aside at the beginning only.
    const bool whole = end - i >= party.stems.size();
    if (end > i && whole && (party.stems.size() > 1 || i < 3)) {
      SetAside(i, end, prepared);
      i = end;
    }
  }
}

}  // namespace

std::vector<Party> ReadParties(
    const store::StoredRecommendation& recommendation, Prepared* prepared,
    const Lexicon& lexicon) {
  std::vector<Party> parties;
  const extraction::Recommendation& item = recommendation.item;
  const std::string_view delegate = DelegateIn(prepared->text);
  if (!delegate.empty()) {
    Party post = MakeParty(delegate, recommendation.report, lexicon);
    if (!post.office.empty()) {
      SetNameAside(post, prepared);
      return {std::move(post)};
    }
  }
  if (!item.addressee.empty()) {
    AddParty(MakeParty(item.addressee, recommendation.report, lexicon),
             &parties);
  }
  for (const extraction::OwnerMention& owner : item.owners) {
    Party party = MakeParty(owner.name, recommendation.report, lexicon);
    if (owner.kind == extraction::OwnerKind::kPerson) {
      party.kind = PartyKind::kInner;
    }
    party.is_class |= owner.kind == extraction::OwnerKind::kClass;
    AddParty(std::move(party), &parties);
  }
  for (const Party& party : parties) SetNameAside(party, prepared);
  const bool only_generic = std::all_of(
      parties.begin(), parties.end(),
      [](const Party& party) { return party.kind == PartyKind::kGeneric; });
  if (only_generic) {
    ReadSubject(recommendation.report, lexicon, prepared, &parties);
  }
  return parties;
}

}  // namespace concord::overlap
