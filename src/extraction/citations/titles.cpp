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
#include <unordered_set>

#include "concord/base/unicode.h"
#include "extraction/agents.h"
#include "extraction/citations/mention.h"
#include "extraction/citations/title_company.h"
#include "extraction/citations/title_names.h"
#include "extraction/citations/title_runs.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

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
  static const std::unordered_set<std::string_view> kLabels = {
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
      AsksForSomething(tokens, run.range) ||
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

std::string_view RuleInHeading(const std::vector<Token>& tokens,
                               const Run& run) {
  if (IsHeadedTitle(tokens, run)) return "citation.subtitled";
  return IsDatedHeading(tokens, run) ? "citation.dated" : "";
}

// Of a title with the sort of work beside it: "the report Safe on the Shore".
std::string_view RuleByKind(const std::vector<Token>& tokens, const Run& run) {
  if (run.capitals < 2 || run.words < 2) return "";
  const bool before = run.words >= 3 &&
                      ((!run.subtitle && KindBefore(tokens, run.range.begin)) ||
                       StandsApposed(tokens, run.range));
  if (before) return "citation.kind-before";
  return KindFollows(tokens, run.range.end) ? "citation.kind-after" : "";
}

// Which rule takes the run; "" for none.
std::string_view RuleFor(const std::vector<Token>& tokens, const Run& run,
                         const Passage& passage) {
  const bool heading = passage.kind == BlockKind::kTitle ||
                       passage.kind == BlockKind::kHeading ||
                       passage.kind == BlockKind::kAppendix ||
                       passage.kind == BlockKind::kTableCell;
  if (IsBodyNoun(tokens[run.range.end - 1].folded)) return {};
  if (heading) return RuleInHeading(tokens, run);
  const TokenRange sentence = SentenceOf(tokens, run.range.begin);
  std::size_t end = 0;
  if (run.capitals >= 2 && !NamesPerson(tokens, run.range) &&
      SaysWhatItIs(tokens, run.range, &end)) {
    return "citation.subtitled";
  }
  if (IsSubtitled(tokens, run, sentence)) return "citation.subtitled";
  const bool person = NamesPerson(tokens, run.range);
  const bool party =  // "X v The United Realm (2001)"
      run.range.begin > 0 && tokens[run.range.begin - 1].folded == "v";
  if (YearFollows(tokens, run.range.end) && run.words >= 3 && !person &&
      !party && SpeaksOfWorks(tokens, sentence, run.range)) {
    return "citation.dated";
  }
  if (!person) {
    const std::string_view rule = RuleByKind(tokens, run);
    if (!rule.empty()) return rule;
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
    std::size_t end = 0;
    if (rule == "citation.subtitled" && !run.subtitle &&
        SaysWhatItIs(tokens, range, &end)) {
      mention.title = SpanOf(tokens, {range.begin, end});
    }
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
