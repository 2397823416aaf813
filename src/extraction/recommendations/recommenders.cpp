#include "extraction/recommendations/recommenders.h"

#include "concord/base/unicode.h"
#include "extraction/rules.h"

namespace concord::extraction {
namespace {

constexpr std::uint32_t kLongestRecommender = 90;

// Short forms that are names of states and unions, not of conventions.
bool IsNamingAcronym(std::string_view word) {
  static const KnownNames kNames = {"UK",  "USA", "US",  "UAE",   "DPRK",
                                    "DRC", "ROK", "PRC", "FYROM", "EU",
                                    "CAR", "KSA", "PNG", "BVI"};
  return kNames.contains(word);
}

// "X and" is half a name before these.
bool GoesWithAnd(std::string_view rest) {
  static const Pattern kSecondHalf(
      "^(?:Herzegovina|Tobago|Barbuda|Nevis|(?:the )?Grenadines|Pr[ií]ncipe|"
      "Northern Ireland|Caicos|Miquelon|Futuna)\\b");
  return kSecondHalf.Matches(rest);
}

bool IsName(std::string_view text, TextSpan span) {
  static const Pattern kName(
      "^(?:[Tt]he )?(?:[Ff]ormer )?\\p{Lu}[\\p{L}’'‘.-]*(?:(?: |-| - "
      ")(?:of|and|"
      "the|former|da|de|du|del|la|al|on|behalf|for|d[’']\\p{Lu}\\p{L}*|"
      "\\(?\\p{Lu}[\\p{L}’'‘.-]*\\)?|of ?\\))|\\(\\p{Lu}\\p{L}*)*$");
  static const Pattern kAcronym("^(?:the )?[\\p{Lu}\\d][\\p{Lu}\\d/&.-]+s?$");
  static const Pattern kInstrument(
      "\\b(?:Protocols?|Convention|Covenant|Rules|Act|Law|Code|Declaration|"
      "Principles|Agreement|Article|Plan|Programme|Program|Treaty|Charter|"
      "Resolution|Goals?|Guidelines|Strategy|Annex|Appendix|Chapter|Part|"
      "Section|Statute|Bill|Decree|Report)\\b");
  const std::string_view name = Slice(text, span);
  if (Empty(span) || Length(span) > kLongestRecommender ||
      !kName.Matches(name) || kInstrument.Matches(name)) {
    return false;
  }
  return !kAcronym.Matches(name) || IsNamingAcronym(name);
}

// The names between the brackets; none where something there is no name.
std::vector<TextSpan> NamesIn(std::string_view text, TextSpan inside) {
  static const Pattern kCut("\\s*[,;/&]\\s*(?:and )?|\\s+and\\s+");
  std::vector<TextSpan> names;
  std::uint32_t begin = inside.begin;
  const auto take = [&](std::uint32_t end) {
    const TextSpan name = Trim(text, {begin, end});
    if (!IsName(text, name)) return false;
    names.push_back(name);
    return true;
  };
  for (const MatchSpans& cut : kCut.SearchAll(text, inside)) {
    const TextSpan rest = {cut[0].end, inside.end};
    if (GoesWithAnd(Slice(text, rest))) continue;
    if (!take(cut[0].begin)) return {};
    begin = cut[0].end;
  }
  if (!take(inside.end)) return {};
  return names;
}

enum class Follows { kEnd, kStop, kBracket, kOther };

// What stands after a bracket that ends at `at`; footnote numbers skipped.
Follows After(std::string_view text, TextSpan rest) {
  static const Pattern kEnd(
      "^[\\d*]{0,3}\\s*[;:.,/]*\\s*(?:and|or)?\\s*[\\d*]{0,3}$");
  static const Pattern kStop("^[\\d*]{0,3}\\s*(?:;|\\.\\s)");
  static const Pattern kBracket("^\\s*[/&,]?\\s*\\(");
  if (kEnd.Search(text, rest)) return Follows::kEnd;
  if (kStop.Search(text, rest)) return Follows::kStop;
  if (kBracket.Search(text, rest)) return Follows::kBracket;
  return Follows::kOther;
}

const Pattern& Brackets() {
  static const Pattern kBrackets("\\(([^()]*(?:\\([^()]*\\)[^()]*)?)\\)");
  return kBrackets;
}

bool AllKnown(std::string_view text, const std::vector<TextSpan>& names,
              const KnownNames& known) {
  for (const TextSpan name : names) {
    if (!known.contains(RecommenderKey(Slice(text, name)))) return false;
  }
  return true;
}

}  // namespace

std::string RecommenderKey(std::string_view name) {
  std::string key = FoldWords(name);
  if (key.starts_with("the ")) key.erase(0, 4);
  return key;
}

std::vector<RecommenderMark> RecommenderMarks(std::string_view text,
                                              TextSpan within,
                                              const KnownNames& known) {
  std::vector<RecommenderMark> marks;
  for (const MatchSpans& match : Brackets().SearchAll(text, within)) {
    std::vector<TextSpan> names = NamesIn(text, match[1]);
    if (names.empty()) continue;
    const Follows after = After(text, {match[0].end, within.end});
    if (after == Follows::kOther && !AllKnown(text, names, known)) continue;
    marks.push_back({match[0], std::move(names)});
  }
  return marks;
}

std::vector<TextSpan> ClosingRecommenders(std::string_view text,
                                          TextSpan within) {
  // Longer than any bracket of names; it bounds the look back.
  constexpr std::uint32_t kLongestBracket = 600;
  TextSpan tail = within;
  if (Length(within) > kLongestBracket) {
    tail.begin = within.end - kLongestBracket;
    while (tail.begin < tail.end && text[tail.begin] != ' ') ++tail.begin;
  }
  const auto all = Brackets().SearchAll(text, tail);
  if (all.empty()) return {};
  const MatchSpans& last = all.back();
  if (After(text, {last[0].end, within.end}) != Follows::kEnd) return {};
  return NamesIn(text, last[1]);
}

OwnerMention AsRecommender(std::string_view text, TextSpan name) {
  OwnerMention owner;
  owner.span = name;
  owner.name = Slice(text, name);
  if (owner.name.starts_with("the ") || owner.name.starts_with("The ")) {
    owner.name.erase(0, 4);
  }
  owner.kind = OwnerKind::kBody;
  owner.role = "recommender";
  owner.rule = "recommender.bracket";
  owner.confidence = 0.95;
  return owner;
}

}  // namespace concord::extraction
