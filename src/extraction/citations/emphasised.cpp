// Titles in italics or underlined.
//
// Italics also stress words, set off foreign phrases and name cases, ships and
// newspapers. So words in italics are a title where they are written as one (a
// capital to each weighty word, and small words, a subtitle or a question mark
// that no name has, or the kind of work) and nothing around them says that they
// are something else; short ones and those in small letters need a word for a
// work, a year, an author or a page beside them. Where a title found by its
// capitals ends elsewhere, the italics say where it ends.
//
//   accepts  4. *The Long Road* records progress    Ash, B, *Small Boats*, p4
//   refuses  *Ash v Birch* [1999]    the *Herald of the Shore*    *Costs.* None

#include <algorithm>
#include <unordered_set>

#include "concord/base/unicode.h"
#include "extraction/agents.h"
#include "extraction/citations/other_italics.h"
#include "extraction/citations/title_company.h"
#include "extraction/citations/title_cues.h"
#include "extraction/citations/title_names.h"

namespace concord::extraction {
namespace {

using document::BlockKind;
using Words = std::unordered_set<std::string_view>;

constexpr int kRank = 57;  // over what capitals tell, under quotation marks

// "p12", "pp12-14".
bool IsPage(std::string_view folded) {
  const auto digit = folded.find_first_not_of('p');
  return folded.starts_with('p') && digit <= 2 && digit < folded.size() &&
         folded[digit] >= '0' && folded[digit] <= '9';
}

bool IsCloser(const Token& token) {
  static const Words kMarks = {",", ";", ":", ".", "”", "’", "\"", "'", "-"};
  return kMarks.contains(token.folded) || token.folded == "passim" ||
         IsPage(token.folded);
}

bool IsQuotationMark(const Token& token) {
  static const Words kMarks = {"“", "‘", "\"", "'"};
  return kMarks.contains(token.folded);
}

// The question mark of a title, which stands after the italics.
bool AsksBehind(const std::vector<Token>& tokens, std::size_t end) {
  return IsAt(tokens, end, "?") && end + 1 < tokens.size() &&
         (IsAt(tokens, end + 1, ",") ||
          (tokens[end + 1].word && !tokens[end + 1].capital));
}

// The words of an emphasis without the marks around them and an author's
// initial; empty where it ends within a word.
TokenRange TitleIn(const std::vector<Token>& tokens, TextSpan emphasis) {
  TokenRange range{TokenFrom(tokens, emphasis.begin),
                   TokenFrom(tokens, emphasis.end)};
  if (range.begin < range.end &&
      tokens[range.end - 1].span.end > emphasis.end) {
    return {range.begin, range.begin};
  }
  while (range.begin < range.end && IsQuotationMark(tokens[range.begin])) {
    ++range.begin;
  }
  if (range.begin < range.end && Length(tokens[range.begin].span) == 1 &&
      IsAt(tokens, range.begin + 1, ",")) {
    range.begin = std::min(range.begin + 2, range.end);
  }
  while (range.begin < range.end && IsCloser(tokens[range.end - 1])) {
    --range.end;
  }
  if (range.begin < range.end && AsksBehind(tokens, range.end)) ++range.end;
  return range;
}

bool Any(const std::vector<Token>& tokens, TokenRange range,
         bool (*is)(const Token&)) {
  return std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(range.begin),
                     tokens.begin() + static_cast<std::ptrdiff_t>(range.end),
                     is);
}

// --- What would be a name ---------------------------------------------------

// "The Northmarch Mail", "The Post on Monday": by its first or last word.
bool NamesNewspaper(const std::vector<Token>& tokens, const Run& run) {
  constexpr std::size_t kMostWords = 5;
  if (run.subtitle || run.words > kMostWords) return false;
  const bool article = tokens[run.range.begin].folded == "the";
  const std::size_t first = run.range.begin + (article ? 1 : 0);
  return IsNewspaper(tokens[run.range.end - 1].folded) ||
         (first < run.range.end && IsNewspaper(tokens[first].folded));
}

// A body or post by its head, before a subtitle.
bool NamesBody(const std::vector<Token>& tokens, const Run& run) {
  for (std::size_t i = run.range.begin; i < run.joint; ++i) {
    if (IsBodyNoun(tokens[i].folded)) return true;
  }
  return false;
}

// --- What vouches for one ---------------------------------------------------

// "Ash, B, *Small Boats*", "Ash, B *Small Boats*".
bool AuthorBefore(const std::vector<Token>& tokens, std::size_t begin) {
  if (begin < 3) return false;
  std::size_t at = begin - 1;
  if (tokens[at].folded == ",") --at;
  return tokens[at].capital && Length(tokens[at].span) == 1 && at > 1 &&
         tokens[at - 1].folded == ",";
}

// "(London, HMSO, 1949)", ", p12", ", paragraph 4", ", 2009".
bool SourceFollows(std::string_view text, TextSpan after) {
  static const Pattern kSource(
      "^,? ?(?:\\((?:[^()0-9]{1,60},? ?)?(?:19|20)[0-9]{2}\\)|"
      "(?:at )?(?:pp?\\.? ?[0-9ivx]|pages? [0-9]|paras? [0-9]|"
      "paragraphs? [0-9]|chapter [0-9]|(?:19|20)[0-9]{2}\\b))");
  return kSource.Search(text, after).has_value();
}

// The tokens around the title that a cue may stand in.
TextSpan Near(const std::vector<Token>& tokens, TokenRange range) {
  constexpr std::size_t kFarthest = 16;  // tokens
  const std::size_t first =
      range.begin > kFarthest ? range.begin - kFarthest : 0;
  const std::size_t last = std::min(tokens.size(), range.end + kFarthest) - 1;
  return {tokens[first].span.begin, tokens[last].span.end};
}

// A word for a work directly beside it, or what is said of works only.
bool IsNamedAsWork(std::string_view text, const std::vector<Token>& tokens,
                   TokenRange range) {
  return !CueBeside(text, Near(tokens, range), SpanOf(tokens, range)).empty() ||
         YearFollows(tokens, range.end) || KindBefore(tokens, range.begin) ||
         KindFollows(tokens, range.end) || SingleFollows(tokens, range.end) ||
         SinglePrecedes(tokens, range.begin) || SaidOfWork(tokens, range.end) ||
         HoldsRecommendations(tokens, range.end);
}

// The same of a single word, which may be any: a word of the trade alone is not
// enough ("the custom known as *Skelling*").
bool IsOneWordNamed(std::string_view text, const std::vector<Token>& tokens,
                    TokenRange range) {
  const bool asks = tokens[range.end - 1].folded == "?";
  return YearFollows(tokens, range.end) || KindBefore(tokens, range.begin) ||
         SinglePrecedes(tokens, range.begin) ||
         HoldsRecommendations(tokens, range.end) ||
         (asks && IsNamedAsWork(text, tokens, range));
}

// As a note or a list of books prints it: author, page, year.
bool IsListedAsWork(std::string_view text, const std::vector<Token>& tokens,
                    TokenRange range) {
  return AuthorBefore(tokens, range.begin) ||
         SourceFollows(text,
                       {SpanOf(tokens, range).end, Near(tokens, range).end});
}

// "Report by *Ann Lee*", "Councillor *Lee*": somebody.
bool MayBeSomebody(const std::vector<Token>& tokens, std::size_t begin) {
  static const Words kBefore = {"by", "from", "to", "for", "with", "between"};
  return begin > 0 && (kBefore.contains(tokens[begin - 1].folded) ||
                       IsPersonalTitle(tokens[begin - 1].folded));
}

// "the *Marion of Skell*", "an *Ode to Rain*": an article of the sentence
// stands before names of things; a title's own article is within it.
bool ArticleBefore(const std::vector<Token>& tokens, std::size_t begin) {
  static const Words kArticles = {"the", "a", "an", "this", "that", "any"};
  return begin > 0 && !tokens[begin - 1].capital &&
         kArticles.contains(tokens[begin - 1].folded);
}

// Capitals on most of the weighty words up to `end`.
bool HasTitleCase(const std::vector<Token>& tokens, TokenRange range) {
  std::size_t weighty = 0;
  std::size_t capitals = 0;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const Token& token = tokens[i];
    if (!token.word || (!token.capital && IsJoiningWord(token.folded)))
      continue;
    ++weighty;
    capitals += token.capital ? 1 : 0;
  }
  return capitals >= 2 && capitals * 5 >= weighty * 3;
}

// Where the main title ends: at a colon, dash or question mark, or at the end.
TokenRange MainTitle(const std::vector<Token>& tokens, const Run& run) {
  for (std::size_t i = run.range.begin; i < run.joint; ++i) {
    if (tokens[i].folded == "?") return {run.range.begin, i};
  }
  return {run.range.begin, run.joint};
}

bool EndsWithin(const std::vector<Token>& tokens, TokenRange range) {
  for (std::size_t i = range.begin; i + 1 < range.end; ++i) {
    if (tokens[i].folded == "." && tokens[i + 1].spaced &&
        tokens[i + 1].capital) {
      return true;
    }
  }
  return false;
}

// A name alone would not be written like this.
bool IsWrittenAsTitle(const std::vector<Token>& tokens, const Run& run) {
  const bool small_words = Any(tokens, run.range, [](const Token& token) {
    return !token.capital && IsJoiningWord(token.folded);
  });
  const bool asks = tokens[run.range.end - 1].folded == "?";
  const bool kind = KindWithin(tokens, run.range) < run.range.end &&
                    HasOwnName(tokens, run.range);
  return run.words >= 3 && (small_words || run.subtitle || asks || kind);
}

bool IsTitle(std::string_view text, const std::vector<Token>& tokens,
             const Run& run, TextSpan emphasis, bool known) {
  const TokenRange range = run.range;
  const Token& first = tokens[range.begin];
  constexpr std::size_t kMostWords = 24;
  if ((!first.capital && !first.number) || run.words > kMostWords ||
      EndsWithin(tokens, range) ||
      IsOtherThanTitle(text, tokens, run, emphasis)) {
    return false;
  }
  const bool named =
      known || (run.words == 1 ? IsOneWordNamed(text, tokens, range)
                               : IsNamedAsWork(text, tokens, range));
  const bool vouched = named || IsListedAsWork(text, tokens, range);
  const bool body = IsBodyNoun(tokens[range.end - 1].folded) && !run.subtitle;
  if ((NamesNewspaper(tokens, run) || body) &&
      !AuthorBefore(tokens, range.begin)) {
    return false;
  }
  if (!vouched &&
      (NamesBody(tokens, run) || (ArticleBefore(tokens, range.begin) &&
                                  KindWithin(tokens, range) == range.end))) {
    return false;
  }
  if (!HasTitleCase(tokens, MainTitle(tokens, run))) return named;
  if (vouched) return true;
  const Token& last = tokens[range.end - 1];
  if (last.word && !last.capital && !run.subtitle) return false;
  if (IsWrittenAsTitle(tokens, run)) return true;
  if (MayBeSomebody(tokens, range.begin)) return false;
  const TokenRange sentence = SentenceOf(tokens, range.begin);
  return run.words >= 2 && (SpeaksOfWorks(tokens, sentence, range) ||
                            SpeaksOfRecommending(tokens, sentence));
}

// --- Against what is found --------------------------------------------------

bool IsByCapitals(const Mention& mention) {
  return mention.rank >= 40 && mention.rank < kRank;
}

// The mentions of a passage that stand over the same words.
struct Found {
  bool same = false;      // the title is found as it is
  bool capitals = false;  // it is found by its capitals, with other ends
};

Found FoundThere(const std::vector<Mention>& mentions,
                 const std::vector<std::size_t>& here, TextSpan title) {
  Found found;
  for (const std::size_t i : here) {
    const Mention& mention = mentions[i];
    if (!Overlaps(mention.whole, title)) continue;
    found.same = found.same || mention.title == title || mention.rank >= kRank;
    found.capitals = found.capitals || IsByCapitals(mention);
  }
  return found;
}

bool MayHoldTitles(const Passage& passage) {
  return !passage.background && passage.kind != BlockKind::kTitle &&
         passage.kind != BlockKind::kHeading &&
         passage.kind != BlockKind::kAppendix;
}

}  // namespace

void FindEmphasisedTitles(const Prose& prose, std::vector<Mention>* mentions) {
  std::vector<std::vector<std::size_t>> by_passage(prose.passages.size());
  for (std::size_t i = 0; i < mentions->size(); ++i) {
    by_passage[(*mentions)[i].passage].push_back(i);
  }
  for (std::size_t p = 0; p < prose.passages.size(); ++p) {
    if (prose.emphases[p].empty() || !MayHoldTitles(prose.passages[p]))
      continue;
    const std::vector<Token>& tokens = prose.tokens[p];
    for (const TextSpan emphasis : prose.emphases[p]) {
      const TokenRange range = TitleIn(tokens, emphasis);
      if (range.begin >= range.end) continue;
      const Run run = Measure(tokens, range);
      const TextSpan title = SpanOf(tokens, range);
      const Found found = FoundThere(*mentions, by_passage[p], title);
      if (found.same ||
          !IsTitle(prose.text, tokens, run, emphasis, found.capitals)) {
        continue;
      }
      Mention mention;
      mention.passage = p;
      mention.title = mention.whole = title;
      mention.rule = "citation.emphasised";
      mention.rank = kRank;
      mention.kind = KindOf(tokens, run);
      mentions->push_back(std::move(mention));
    }
  }
}

}  // namespace concord::extraction
