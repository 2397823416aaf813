// Titles in capitals of their own, by the words beside them.
//
// A run of capitals is a work when it has a subtitle after a colon or dash and
// the sentence speaks of publishing, reporting or recommending; when a year in
// brackets follows; when the kind of work stands directly before it ("the
// report Winning Consent"); or when the kind is part of the name ("Race
// Equality Scheme"). A run that ends with the head of a body is a body.
//
//   accepts  HMIC published Winning the Valley: Policing in Public on ...
//   refuses  Note: Members should ...   the Diversity Strategy Board

#include <algorithm>
#include <set>

#include "concord/base/unicode.h"
#include "extraction/agents.h"
#include "extraction/citations/mention.h"
#include "extraction/citations/title_company.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

bool IsGenericQualifier(std::string_view folded) {
  static const std::set<std::string_view> kGeneric = {
      "action",      "annual",     "audit",       "best",     "budget",
      "business",    "corporate",  "draft",       "final",    "financial",
      "full",        "interim",    "internal",    "local",    "main",
      "monitoring",  "national",   "performance", "progress", "quarterly",
      "service",     "strategic",  "summary",     "update",   "value",
      "work",        "working",    "of",          "and",      "the",
      "improvement", "management", "risk",        "outturn",  "special",
      "serious",     "case",       "police",      "thematic", "capital",
      "revenue",     "covering",   "oral",        "joint",    "external",
      "review",      "report",     "plan",        "strategy", "inspection",
      "estimate",    "committee",  "members",     "exempt",   "member"};
  return kGeneric.contains(folded);
}

struct Run {
  TokenRange range;
  bool subtitle = false;
  std::size_t joint = 0;  // the first colon or dash; range.end if none
  std::size_t words = 0;
  std::size_t capitals = 0;
};

Run Measure(const std::vector<Token>& tokens, TokenRange range) {
  Run run;
  run.range = range;
  run.joint = range.end;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const Token& token = tokens[i];
    const bool joint =
        token.folded == ":" || (token.folded == "-" && token.spaced);
    if (joint && !run.subtitle) run.joint = i;
    run.subtitle = run.subtitle || joint;
    run.words += token.word ? 1 : 0;
    run.capitals += token.capital ? 1 : 0;
  }
  return run;
}

// "National Thematic Report Winning the Valley: ..." -> after "Report".
std::size_t AfterKind(const std::vector<Token>& tokens, TokenRange range) {
  std::size_t after = range.begin;
  for (std::size_t i = range.begin; i + 2 < range.end; ++i) {
    if (IsCueNoun(tokens[i].folded) && tokens[i + 1].capital &&
        tokens[i + 1].word && range.end - i > 3) {
      const Run rest = Measure(tokens, {i + 1, range.end});
      if (rest.subtitle) after = i + 1;
    }
  }
  return after;
}

// "recommendation J of Small Boats": the run begins after the letter.
std::size_t AfterLetter(const std::vector<Token>& tokens, std::size_t begin) {
  if (begin + 2 >= tokens.size() || Length(tokens[begin].span) > 2) {
    return begin;
  }
  const bool lettered = SinglePrecedes(tokens, begin + 2);
  return lettered && tokens[begin + 2].capital ? begin + 2 : begin;
}

// "Inspectorate's", "Authority's": what follows is theirs, not part of a name.
bool IsBodyPossessive(const Token& token) {
  std::string_view folded = token.folded;
  if (!folded.ends_with("'s")) return false;
  folded.remove_suffix(2);
  return IsBodyNoun(folded);
}

// A word that is capital only because the sentence begins with it: one of the
// usual ones, a number, or any word with an article after it ("Receive the")
// where the run is not a title by its subtitle.
bool OnlyOpens(const std::vector<Token>& tokens, TokenRange range) {
  const std::string& word = tokens[range.begin].folded;
  if (IsOpeningWord(word) || NumberWord(word) >= 0) return true;
  if (range.begin + 1 >= range.end || Measure(tokens, range).subtitle) {
    return false;
  }
  const std::string& next = tokens[range.begin + 1].folded;
  return next == "the" || next == "a" || next == "an";
}

// A title cut short by a small word that follows it: "...: A" review.
TokenRange WithoutTail(const std::vector<Token>& tokens, TokenRange range) {
  while (range.end > range.begin + 1) {
    const Token& last = tokens[range.end - 1];
    const bool mark = !last.word && last.folded != ")";
    if (!mark && !(last.capital && IsJoiningWord(last.folded))) break;
    --range.end;
  }
  return range;
}

// "Breaches of the Ministerial Code", "Part of the Report": the kind of work
// stands last, so what is before "the" only speaks of it.
TokenRange Governed(const std::vector<Token>& tokens, TokenRange range) {
  if (range.begin >= range.end || !IsWorkNoun(tokens[range.end - 1].folded) ||
      Measure(tokens, range).subtitle) {
    return range;
  }
  for (std::size_t i = range.end - 1; i > range.begin; --i) {
    if (tokens[i].folded != "the" && tokens[i].folded != "a") continue;
    return {i + 1, range.end};
  }
  return range;
}

bool YearFollows(const std::vector<Token>& tokens, std::size_t end);
bool KindFollows(const std::vector<Token>& tokens, std::size_t end);

// The run without what only begins the sentence and what says of what kind the
// work is. A capital "The" inside a sentence belongs to the title.
TokenRange Trimmed(const std::vector<Token>& tokens, TokenRange range,
                   bool sentence_start) {
  range.begin = AfterLetter(tokens, AfterKind(tokens, range));
  range = Governed(tokens, WithoutTail(tokens, range));
  for (std::size_t i = range.begin; i + 2 < range.end; ++i) {
    if (IsBodyPossessive(tokens[i])) range.begin = i + 1;
  }
  const std::size_t first = range.begin;
  while (range.begin < range.end) {
    const Token& token = tokens[range.begin];
    const bool article = token.folded == "the" || token.folded == "a";
    // "A Safer Mile (1998)": the year vouches for the article.
    const bool own = article && (!sentence_start || range.begin > first ||
                                 YearFollows(tokens, range.end) ||
                                 KindFollows(tokens, range.end));
    const bool said = SaidOfWork(tokens, range.end) ||
                      HoldsRecommendations(tokens, range.end);
    const bool opens =
        sentence_start && !own
            ? OnlyOpens(tokens, range) && (!said || IsOpeningWord(token.folded))
            : !article && IsOpeningWord(token.folded);
    if (token.capital && !opens) break;
    ++range.begin;
  }
  return range;
}

bool NamesPerson(const std::vector<Token>& tokens, TokenRange range) {
  if (range.begin >= range.end) return false;
  const std::string& last = tokens[range.end - 1].folded;
  return IsPersonalTitle(tokens[range.begin].folded) || last == "qc" ||
         last == "ltd" || last == "plc";
}

bool AllCapitals(const std::vector<Token>& tokens, TokenRange range) {
  return std::all_of(
      tokens.begin() + static_cast<std::ptrdiff_t>(range.begin),
      tokens.begin() + static_cast<std::ptrdiff_t>(range.end),
      [](const Token& token) { return !token.word || token.acronym; });
}

bool SpeaksOfWorks(const std::vector<Token>& tokens, TokenRange sentence,
                   TokenRange run) {
  static const std::set<std::string_view> kVerbs = {
      "published",       "publishes",    "publication", "launched",
      "entitled",        "titled",       "called",      "issued",
      "produced",        "recommended",  "recommends",  "recommendation",
      "recommendations", "inspectorate", "re-affirmed", "reaffirmed"};
  for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
    if (i >= run.begin && i < run.end) continue;
    if (kVerbs.contains(tokens[i].folded) || IsCueNoun(tokens[i].folded)) {
      return true;
    }
  }
  return false;
}

// The tokens of the sentence around `at`, by full stops.
TokenRange SentenceOf(const std::vector<Token>& tokens, std::size_t at) {
  const auto ends = [&](std::size_t i) {
    const std::string& mark = tokens[i].folded;
    return (mark == "." || mark == "?" || mark == "!") &&
           (i + 1 == tokens.size() || tokens[i + 1].spaced);
  };
  // What says more without a stop is a list; each of its names would be looked
  // for in all of it.
  constexpr std::size_t kFarthest = 400;  // tokens to either side
  const std::size_t first = at > kFarthest ? at - kFarthest : 0;
  const std::size_t last = std::min(tokens.size(), at + kFarthest);
  TokenRange sentence{at, at};
  while (sentence.begin > first && !ends(sentence.begin - 1)) --sentence.begin;
  while (sentence.end < last && !ends(sentence.end)) ++sentence.end;
  return sentence;
}

bool IsPublishingVerb(std::string_view folded) {
  static const std::set<std::string_view> kVerbs = {
      "published", "launched", "entitled", "titled",
      "called",    "produced", "issued"};
  return kVerbs.contains(folded);
}

// A word for a work, or for publishing one, directly before the run; a comma
// or colon may stand between.
bool CueBefore(const std::vector<Token>& tokens, std::size_t first) {
  if (first == 0) return false;
  std::size_t at = first - 1;
  if (tokens[at].folded == "," || tokens[at].folded == ":") {
    if (at == 0) return false;
    --at;
  }
  const bool known_as =
      tokens[at].folded == "as" && at > 0 && tokens[at - 1].folded == "known";
  return known_as || IsCueNoun(tokens[at].folded) ||
         IsPublishingVerb(tokens[at].folded);
}

// The same for a run without a subtitle, where only "the report X" and "X,
// entitled Y" are sure: nouns that also name newspapers are left out.
bool KindBefore(const std::vector<Token>& tokens, std::size_t first) {
  if (first == 0) return false;
  const std::string& word = tokens[first - 1].folded;
  const std::string noun = Singular(word);
  return word == "entitled" || word == "titled" ||
         (IsWorkNoun(noun) && noun == word && noun != "inquiry" &&
          noun != "inspection" && noun != "code" && noun != "plan");
}

// "(1998)", "(IPS, 1998)".
bool YearFollows(const std::vector<Token>& tokens, std::size_t end) {
  if (end >= tokens.size() || tokens[end].folded != "(") return false;
  std::size_t at = end + 1;
  const bool publisher = at + 1 < tokens.size() && tokens[at].acronym &&
                         tokens[at + 1].folded == ",";
  if (publisher) at += 2;
  return at + 1 < tokens.size() && tokens[at].number &&
         Length(tokens[at].span) == 4 && tokens[at + 1].folded == ")";
}

// "Locked In, which the Inspectorate published in 1999".
bool PublishedWithin(const std::vector<Token>& tokens, std::size_t from) {
  for (std::size_t at = from; at < std::min(from + 7, tokens.size()); ++at) {
    if (!tokens[at].word) return false;
    if (tokens[at].folded == "published") return true;
  }
  return false;
}

// "The Long Road, a report by the Inspectorate".
bool KindFollows(const std::vector<Token>& tokens, std::size_t end) {
  if (end + 3 >= tokens.size() || tokens[end].folded != ",") return false;
  const std::string& article = tokens[end + 1].folded;
  if (article == "which") return PublishedWithin(tokens, end + 2);
  if (article != "a" && article != "an" && article != "the" &&
      article != "its" && article != "their" && article != "his" &&
      article != "her" && article != "our") {
    return false;
  }
  for (std::size_t at = end + 2; at < std::min(end + 5, tokens.size()); ++at) {
    if (tokens[at].capital) return false;
    if (IsWorkNoun(tokens[at].folded)) return true;
  }
  return false;
}

// "Their report, Ready or Not, came out": between two commas.
bool StandsApposed(const std::vector<Token>& tokens, TokenRange range) {
  if (range.begin < 2 || range.end >= tokens.size()) return false;
  const std::string& close = tokens[range.end].folded;
  return tokens[range.begin - 1].folded == "," &&
         (close == "," || close == "." || close == "(") &&
         IsWorkNoun(tokens[range.begin - 2].folded);
}

// In a heading: "Inspectorate reports – X: Y", "X: Y – recommendation 2".
bool IsHeadedTitle(const std::vector<Token>& tokens, const Run& run) {
  if (!run.subtitle || run.words < 3 || run.capitals < 2) return false;
  const std::size_t first = run.range.begin;
  const bool mark = first >= 2 && (tokens[first - 1].folded == "-" ||
                                   tokens[first - 1].folded == ":");
  const bool cue = mark && IsCueNoun(tokens[first - 2].folded);
  const std::size_t last = run.range.end;
  const bool single = last + 1 < tokens.size() && tokens[last].folded == "-" &&
                      tokens[last + 1].folded.starts_with("recommendation");
  return cue || single;
}

// Position of the kind of work that the run's name has, or range.end: last, or
// before "of", "on", "into", "for".
std::size_t KindWithin(const std::vector<Token>& tokens, TokenRange range) {
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (!tokens[i].capital || !IsWorkNoun(tokens[i].folded)) continue;
    const bool last = i + 1 == range.end;
    if (last || (!tokens[i + 1].capital && tokens[i + 1].word)) return i;
  }
  return range.end;
}

bool HasOwnName(const std::vector<Token>& tokens, TokenRange range) {
  std::size_t own = 0;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (tokens[i].capital && !tokens[i].acronym &&
        !IsGenericQualifier(tokens[i].folded) &&
        !IsWorkNoun(tokens[i].folded)) {
      ++own;
    }
  }
  return own >= 2 || (own == 1 && range.end - range.begin >= 4);
}

// "Winning the Valley: Policing in Public". After a colon comes a capital, not
// the list or the clause that a colon also opens ("Inquiry: the Mail"); a dash
// joins clauses as well as titles, so it needs the cue beside it.
bool IsSubtitled(const std::vector<Token>& tokens, const Run& run,
                 TokenRange sentence) {
  if (!run.subtitle || run.words < 3 || run.capitals < 2) return false;
  const TokenRange first{run.range.begin, run.joint};
  const TokenRange second{run.joint + 1, run.range.end};
  if (second.begin >= second.end || !tokens[second.begin].capital) return false;
  const bool cue = CueBefore(tokens, run.range.begin);
  if (AllCapitals(tokens, first) || AllCapitals(tokens, second)) return false;
  if (NamesPerson(tokens, first) || NamesPerson(tokens, second)) return false;
  if (first.end - first.begin < 2 && !cue) return false;
  // "Trust Co-chairs: Ann Lee", "Author: ...": a label and its value.
  static const std::set<std::string_view> kLabels = {
      "author",   "authors",   "contact", "chair",     "chairs",  "co-chairs",
      "chairman", "clerk",     "by",      "from",      "to",      "date",
      "tel",      "telephone", "ref",     "secretary", "members", "present"};
  if (kLabels.contains(tokens[run.joint - 1].folded)) return false;
  const bool colon = tokens[run.joint].folded == ":";
  return cue || (colon && SpeaksOfWorks(tokens, sentence, run.range));
}

// The kind of work is part of the name, and the name is not of a body, a
// person's or only generic words.
bool IsKindOfItsOwn(const std::vector<Token>& tokens, TokenRange range) {
  const std::size_t kind = KindWithin(tokens, range);
  if (kind == range.end || !HasOwnName(tokens, range)) return false;
  if (NamesPerson(tokens, range)) return false;
  const bool last = kind + 1 == range.end;
  if (tokens[kind].folded == "inquiry" &&
      (last || tokens[kind + 1].folded == "of")) {
    return false;
  }
  for (std::size_t i = range.begin; i < kind; ++i) {
    if (IsBodyNoun(tokens[i].folded)) return false;
  }
  return true;
}

// "From Policing and the Victim (1997)" as the whole of a heading.
bool IsDatedHeading(const std::vector<Token>& tokens, const Run& run) {
  return run.range.begin <= 1 && run.words >= 3 &&
         YearFollows(tokens, run.range.end) &&
         run.range.end + 3 == tokens.size();
}

bool IsNewspaper(std::string_view folded) {
  static const std::set<std::string_view> kPapers = {
      "times",    "mail",      "telegraph", "mirror",   "express",
      "star",     "herald",    "news",      "post",     "guardian",
      "observer", "standard",  "gazette",   "sun",      "independent",
      "world",    "chronicle", "record",    "journal",  "echo",
      "argus",    "scotsman",  "people",    "magazine", "hague"};
  return kPapers.contains(folded);
}

bool SpeaksOfRecommending(const std::vector<Token>& tokens, TokenRange range) {
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (tokens[i].folded.starts_with("recommend") ||
        tokens[i].folded.starts_with("propos")) {
      return true;
    }
  }
  return false;
}

// "The Witness’s Road" inside a sentence: names of bodies and papers apart,
// only a title keeps its article's capital.
bool HasCapitalArticle(const std::vector<Token>& tokens, const Run& run,
                       TokenRange sentence) {
  const Token& first = tokens[run.range.begin];
  const bool article = first.folded == "the" || first.folded == "a";
  if (!article || run.range.begin == sentence.begin || run.capitals < 3) {
    return false;
  }
  const std::string& before = tokens[run.range.begin - 1].folded;
  if (before == ":" || before == "\"" || before == "“") return false;
  for (std::size_t i = run.range.begin; i < run.range.end; ++i) {
    if (IsNewspaper(tokens[i].folded) || IsBodyNoun(tokens[i].folded) ||
        IsPersonalTitle(tokens[i].folded)) {
      return false;
    }
  }
  return SpeaksOfWorks(tokens, sentence, run.range) ||
         SpeaksOfRecommending(tokens, sentence);
}

// "recommendations of Policing and the Victim", "recommended in The Long Road".
bool IsRecommendedIn(const std::vector<Token>& tokens, const Run& run) {
  if (run.range.begin < 2 || run.words < 3 || run.subtitle) return false;
  const std::string& preposition = tokens[run.range.begin - 1].folded;
  if (preposition != "of" && preposition != "in" && preposition != "from") {
    return false;
  }
  if (!tokens[run.range.begin - 2].folded.starts_with("recommend"))
    return false;
  for (std::size_t i = run.range.begin; i < run.range.end; ++i) {
    if (IsBodyNoun(tokens[i].folded) || IsPersonalTitle(tokens[i].folded) ||
        tokens[i].acronym) {
      return false;
    }
  }
  return true;
}

// "PV is Policing and the Victim": a key to the sources of a table.
bool IsKeyed(const std::vector<Token>& tokens, const Run& run) {
  if (run.range.begin < 2 || run.capitals < 2 || run.words < 3) return false;
  const Token& key = tokens[run.range.begin - 2];
  const std::string& verb = tokens[run.range.begin - 1].folded;
  return key.acronym && (verb == "is" || verb == "=");
}

// A name without subtitle or kind that its neighbours make a work's.
std::string_view RuleByCompany(const std::vector<Token>& tokens, const Run& run,
                               TokenRange sentence) {
  if (run.capitals < 2 || AllCapitals(tokens, run.range)) return {};
  for (std::size_t i = run.range.begin; i < run.range.end; ++i) {
    if (IsBodyNoun(tokens[i].folded) || IsPersonalTitle(tokens[i].folded)) {
      return {};
    }
  }
  if (SingleFollows(tokens, run.range.end) ||
      SinglePrecedes(tokens, run.range.begin)) {
    return "citation.single-named";
  }
  const bool small_words = run.words > run.capitals;
  if (SaidOfWork(tokens, run.range.end) ||
      (small_words && HoldsRecommendations(tokens, run.range.end))) {
    return "citation.said-of";
  }
  if (run.words >= 3 && AsksInTitle(tokens, run.range.end)) {
    return "citation.question";
  }
  const bool series =
      std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(sentence.begin),
                  tokens.begin() + static_cast<std::ptrdiff_t>(sentence.end),
                  [](const Token& token) { return token.folded == "series"; });
  const bool dated = DatedBeside(tokens, run.range) &&
                     (series || SpeaksOfWorks(tokens, sentence, run.range));
  return dated ? "citation.dated-beside" : "";
}

// Which rule takes the run; "" for none.
std::string_view RuleFor(const std::vector<Token>& tokens, const Run& run,
                         const Passage& passage) {
  const bool heading = passage.kind == BlockKind::kTitle ||
                       passage.kind == BlockKind::kHeading ||
                       passage.kind == BlockKind::kAppendix ||
                       passage.kind == BlockKind::kTableCell;
  if (IsBodyNoun(tokens[run.range.end - 1].folded)) return {};
  if (heading) {
    if (IsHeadedTitle(tokens, run)) return "citation.subtitled";
    return IsDatedHeading(tokens, run) ? "citation.dated" : "";
  }
  const TokenRange sentence = SentenceOf(tokens, run.range.begin);
  if (IsSubtitled(tokens, run, sentence)) return "citation.subtitled";
  const bool person = NamesPerson(tokens, run.range);
  const bool party =  // "X v The United Realm (2001)"
      run.range.begin > 0 && tokens[run.range.begin - 1].folded == "v";
  if (YearFollows(tokens, run.range.end) && run.words >= 3 && !person &&
      !party && SpeaksOfWorks(tokens, sentence, run.range)) {
    return "citation.dated";
  }
  if (run.words >= 3 && run.capitals >= 2 && !person && !run.subtitle &&
      KindBefore(tokens, run.range.begin)) {
    return "citation.kind-before";
  }
  if (run.words >= 3 && run.capitals >= 2 && !person &&
      StandsApposed(tokens, run.range)) {
    return "citation.kind-before";
  }
  if (run.words >= 2 && run.capitals >= 2 && !person &&
      KindFollows(tokens, run.range.end)) {
    return "citation.kind-after";
  }
  if (!person && !run.subtitle && IsKeyed(tokens, run)) return "citation.keyed";
  if (!person && HasCapitalArticle(tokens, run, sentence)) {
    return "citation.capital-article";
  }
  if (!person && IsRecommendedIn(tokens, run)) return "citation.recommending";
  if (!person && !run.subtitle) {
    const std::string_view rule = RuleByCompany(tokens, run, sentence);
    if (!rule.empty()) return rule;
  }
  return IsKindOfItsOwn(tokens, run.range) ? "citation.kind-within" : "";
}

WorkKind KindOf(const std::vector<Token>& tokens, const Run& run) {
  const std::size_t within = KindWithin(tokens, run.range);
  if (within < run.range.end) return KindOfNoun(tokens[within].folded);
  std::size_t at = run.range.begin;
  for (int back = 0; back < 2 && at > 0; ++back) {
    --at;
    if (IsCueNoun(tokens[at].folded)) return KindOfNoun(tokens[at].folded);
  }
  return WorkKind::kOther;
}

int RankOf(std::string_view rule) {
  if (rule == "citation.subtitled") return 55;
  if (rule == "citation.dated") return 52;
  return rule == "citation.kind-before" ? 45 : 40;
}

// "MPS (Metropolitan Police Service) Race Strategy" -> without the bracket.
std::string WithoutSpelling(std::string_view text, TextSpan title) {
  static const Pattern kSpelled("^(\\p{Lu}{2,6}) \\([^()]+\\) (.+)$");
  const auto match = kSpelled.Search(text, title);
  if (!match) return {};
  return std::string(Slice(text, (*match)[1])) + ' ' +
         std::string(Slice(text, (*match)[2]));
}

void FindIn(const Prose& prose, std::size_t p, std::vector<Mention>* out) {
  const std::vector<Token>& tokens = prose.tokens[p];
  std::size_t at = 0;
  while (at < tokens.size()) {
    TokenRange range = TitleRunAt(tokens, at);
    if (range.begin == range.end) {
      ++at;
      continue;
    }
    at = range.end;
    const bool start = SentenceOf(tokens, range.begin).begin == range.begin;
    range = Trimmed(tokens, range, start);
    if (range.begin >= range.end) continue;
    const Run run = Measure(tokens, range);
    const std::string_view rule = RuleFor(tokens, run, prose.passages[p]);
    if (rule.empty()) continue;
    Mention mention;
    mention.passage = p;
    mention.title = SpanOf(tokens, range);
    if (rule == "citation.question") {
      mention.title.end = tokens[range.end].span.end;
    }
    mention.whole = mention.title;
    mention.rule = rule;
    mention.rank = RankOf(rule);
    mention.kind = KindOf(tokens, run);
    mention.as_title = WithoutSpelling(prose.text, mention.title);
    out->push_back(std::move(mention));
  }
}

}  // namespace

void FindTitles(const Prose& prose, std::vector<Mention>* out) {
  for (std::size_t p = 0; p < prose.passages.size(); ++p) {
    if (prose.passages[p].background) continue;
    FindIn(prose, p, out);
  }
}

}  // namespace concord::extraction
