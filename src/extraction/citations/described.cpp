// Works by a description instead of a title.
//
//   the best value review of call handling   members’ scrutiny of cells
//   Dame Ada Birch’s inquiry                 its first report on custody
//
// The kind of work must be named with a word that makes it one of its own: what
// sort of review it was, whose inquiry, which report of a row. "A review of the
// budget" is work to be done, not a work.

#include "concord/base/unicode.h"
#include "extraction/citations/mention.h"

namespace concord::extraction {
namespace {

// What the work is about: words up to a verb, a preposition or a mark.
constexpr std::string_view kAbout =
    "(?:[a-z][\\p{L}’'-]*)(?: (?:of |the |and )?[a-z][\\p{L}’'-]*){0,4}";

bool EndsSubject(std::string_view word) {
  static const Pattern kEnds(
      "^(?:that|which|who|has|have|had|was|were|is|are|be|will|would|should|in|"
      "at|to|by|with|from|on|as|or|but|so|for|it|its|they|added|asked|made|"
      "found|said|nine|two|three|four|five|six|seven|eight|ten|\\p{L}+ed|"
      "could|can|may|might|must|this|these|when|where|after|before|since)$");
  return kEnds.Matches(word);
}

// The subject without the words that begin the rest of the sentence.
TextSpan Shortened(std::string_view text, TextSpan subject) {
  TextSpan kept{subject.begin, subject.begin};
  static const Pattern kWord("[^ ]+");
  for (const MatchSpans& word : kWord.SearchAll(text, subject)) {
    const std::string folded = Fold(Slice(text, word[0]));
    if (EndsSubject(folded)) break;
    const bool joins = folded == "of" || folded == "the" || folded == "and";
    if (!joins) kept.end = word[0].end;
  }
  return kept;
}

void Add(const Prose& prose, std::size_t p, TextSpan whole,
         std::string_view noun, std::vector<Mention>* out) {
  Mention mention;
  mention.passage = p;
  mention.title = whole;
  mention.whole = whole;
  mention.rule = "citation.described";
  mention.rank = 32;
  mention.kind = KindOfNoun(Singular(noun));
  mention.as_title = std::string(Slice(prose.text, whole));
  out->push_back(std::move(mention));
}

void FindAbout(const Prose& prose, std::size_t p, std::vector<Mention>* out) {
  static const Pattern kSort(
      "\\b((?:(?:[Bb]est "
      "[Vv]alue|[Mm]embers[’']|[Tt]hematic|\\p{Lu}{2,6}[’']s) "
      "(review|scrutiny|inspection|inquiry|investigation|report)) "
      "(?:of|into|on) )(" +
      std::string(kAbout) + ")");
  static const Pattern kOrder(
      "\\b((?:[Ii]ts|[Tt]heir|[Hh]er|[Hh]is) (?:first|second|third|fourth|last|"
      "final|interim|annual|[0-9]{4}) (report|review|inquiry|study) "
      "(?:of|into|on) )(" +
      std::string(kAbout) + ")");
  for (const Pattern* pattern : {&kSort, &kOrder}) {
    for (const MatchSpans& match :
         pattern->SearchAll(prose.text, prose.passages[p].span)) {
      const TextSpan subject = Shortened(prose.text, match[3]);
      if (Empty(subject)) continue;
      Add(prose, p, {match[1].begin, subject.end}, Slice(prose.text, match[2]),
          out);
    }
  }
}

// "Dame Ada Birch’s inquiry", "Lord Ash’s review".
void FindByPerson(const Prose& prose, std::size_t p,
                  std::vector<Mention>* out) {
  static const Pattern kWhose(
      "\\b((?:Dame|Sir|Lord|Lady|Baroness|Judge|Justice|Professor) "
      "(?:\\p{Lu}[\\p{L}-]+ ){0,2}\\p{Lu}[\\p{L}-]+[’']s (?:[a-z]+ )?"
      "(inquiry|review|report|investigation|Inquiry|Review|Report))\\b");
  for (const MatchSpans& match :
       kWhose.SearchAll(prose.text, prose.passages[p].span)) {
    Add(prose, p, match[1], Fold(Slice(prose.text, match[2])), out);
  }
}

// "the second Keeping Faith report" where no member of the row is named.
void FindByOrder(const Prose& prose, std::size_t p, std::vector<Mention>* out) {
  static const Pattern kOrder(
      "\\b(?:the|The) "
      "((?:first|second|third|fourth|fifth|last|original|latest) "
      "(\\p{Lu}[\\p{L}’']+(?: (?:of|the|and|for|in))*(?: \\p{Lu}[\\p{L}’']+)+) "
      "(report|review|inquiry|inspection|thematic|strategy))\\b");
  for (const MatchSpans& match :
       kOrder.SearchAll(prose.text, prose.passages[p].span)) {
    const std::vector<Token> tokens = Tokens(prose.text, match[2]);
    if (IsBodyNoun(tokens.back().folded) || tokens.back().acronym) continue;
    Add(prose, p, match[1], Slice(prose.text, match[3]), out);
  }
}

}  // namespace

void FindDescribed(const Prose& prose, std::vector<Mention>* out) {
  for (std::size_t p = 0; p < prose.passages.size(); ++p) {
    if (prose.passages[p].background) continue;
    // As a heading it is what the section is about, often yet to be written.
    const bool heading =
        prose.passages[p].kind == document::BlockKind::kHeading;
    if (!heading) FindAbout(prose, p, out);
    FindByPerson(prose, p, out);
    FindByOrder(prose, p, out);
  }
}

}  // namespace concord::extraction
