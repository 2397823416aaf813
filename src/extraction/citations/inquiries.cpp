// Inquiries, scrutinies and the reports known by a name.
//
//   "the Carrow Lane Inquiry Report"          one work
//   "the Ash, Birch and Cedar Reports"        three
//   "the Virdi Inquiry Steering Group"        none: a body
//   "the Annual Report", "this Inquiry"       none: no name

#include <unordered_set>

#include "concord/base/unicode.h"
#include "extraction/citations/mention.h"

namespace concord::extraction {
namespace {

bool NamesInquiry(std::string_view folded) {
  return folded == "inquiry" || folded == "enquiry" || folded == "scrutiny";
}

// Words that make no name before "Report", "Review" or "Inquiry".
bool IsGeneric(std::string_view folded) {
  static const std::unordered_set<std::string_view> kGeneric = {
      "annual",        "final",       "interim",
      "draft",         "progress",    "full",
      "first",         "second",      "third",
      "fourth",        "summary",     "main",
      "public",        "independent", "judicial",
      "local",         "planning",    "internal",
      "external",      "statutory",   "national",
      "thematic",      "joint",       "special",
      "exempt",        "monitoring",  "finance",
      "financial",     "budget",      "performance",
      "audit",         "best",        "value",
      "corporate",     "quarterly",   "monthly",
      "working",       "project",     "inspection",
      "strategic",     "general",     "current",
      "previous",      "original",    "new",
      "his",           "her",         "part",
      "law",           "select",      "committee",
      "module",        "business",    "action",
      "programme",     "service",     "police",
      "authority",     "section",     "this",
      "the",           "an",          "a",
      "our",           "its",         "such",
      "any",           "inquiry",     "report",
      "review",        "major",       "overview",
      "update",        "outline",     "verbal",
      "oral",          "written",     "background",
      "information",   "judge's",     "governance",
      "parliamentary", "commission",  "government"};
  return kGeneric.contains(folded);
}

bool IsPlural(std::string_view folded) {
  return folded == "reports" || folded == "inquiries" || folded == "reviews";
}

// A name may stand before it: "Carrow Lane" of "Carrow Lane Inquiry". Walks
// back from `at` over capitals and "and"/"&" between them.
std::size_t NameBegin(const std::vector<Token>& tokens, std::size_t at) {
  std::size_t begin = at;
  std::size_t i = at;
  while (i > 0 && at - i < 8) {
    const Token& token = tokens[i - 1];
    const bool joins = (token.folded == "and" || token.folded == "&") &&
                       i < at && i > 1 && tokens[i - 2].capital;
    if (IsAcronymPossessive(token)) break;
    if (i == at && IsOpeningWord(token.folded)) break;
    if (token.word && token.capital && !IsWorkNoun(token.folded)) {
      begin = --i;
    } else if (joins) {
      --i;
    } else {
      break;
    }
  }
  while (begin < at && (IsOpeningWord(tokens[begin].folded) ||
                        IsGeneric(tokens[begin].folded))) {
    ++begin;
  }
  return begin;
}

// A name of more than letters: "MPA Scrutiny" says whose, not which.
bool HasProperName(const std::vector<Token>& tokens, TokenRange range) {
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (tokens[i].capital && !tokens[i].acronym) return true;
  }
  return false;
}

// "Inquiry Steering Group": what follows makes it the name of a body.
bool NamesBody(const std::vector<Token>& tokens, std::size_t next) {
  for (std::size_t i = next; i < tokens.size() && i < next + 4; ++i) {
    if (!tokens[i].capital) return false;
    if (IsBodyNoun(tokens[i].folded) || tokens[i].folded == "system") {
      return true;
    }
  }
  return false;
}

Mention MentionOf(std::size_t passage, TextSpan title, std::string_view rule,
                  int rank) {
  Mention mention;
  mention.passage = passage;
  mention.title = title;
  mention.whole = title;
  mention.rule = rule;
  mention.rank = rank;
  return mention;
}

void FindNamedInquiry(const std::vector<Token>& tokens, std::size_t i,
                      std::size_t passage, std::vector<Mention>* out) {
  if (!tokens[i].capital || !NamesInquiry(tokens[i].folded)) return;
  std::size_t end = i + 1;
  if (end < tokens.size() && tokens[end].folded == "report") ++end;
  if (NamesBody(tokens, end)) return;
  const std::size_t begin = NameBegin(tokens, i);
  if (!HasProperName(tokens, {begin, i})) return;
  Mention mention =
      MentionOf(passage, SpanOf(tokens, {begin, end}), "citation.inquiry", 60);
  mention.kind = WorkKind::kInquiry;
  out->push_back(std::move(mention));
}

// "the Taylor Report": one capital word between "the" and the noun.
void FindNamedReport(const std::vector<Token>& tokens, std::size_t i,
                     std::size_t passage, std::vector<Mention>* out) {
  const std::string& noun = tokens[i].folded;
  if (i < 2 || !tokens[i].capital || (noun != "report" && noun != "review")) {
    return;
  }
  const Token& name = tokens[i - 1];
  if (tokens[i - 2].folded != "the" || !name.capital || !name.word ||
      IsGeneric(name.folded) || IsBodyNoun(name.folded) || name.acronym ||
      name.folded.ends_with("'s") || NamesBody(tokens, i + 1)) {
    return;
  }
  Mention mention =
      MentionOf(passage, SpanOf(tokens, {i - 1, i + 1}), "citation.named", 50);
  mention.kind = WorkKind::kReport;
  out->push_back(std::move(mention));
}

// "the Ash, Birch and Cedar Reports": one work a name.
void FindNamedReports(std::string_view text, const std::vector<Token>& tokens,
                      std::size_t i, std::size_t passage,
                      std::vector<Mention>* out) {
  if (!IsPlural(tokens[i].folded) || !tokens[i].capital || i < 4) return;
  std::vector<std::size_t> names;
  std::size_t at = i;
  while (at > 0 && tokens[at - 1].word && tokens[at - 1].capital &&
         !IsGeneric(tokens[at - 1].folded)) {
    names.push_back(--at);
    const bool listed =
        at > 1 && (tokens[at - 1].folded == "," ||
                   (tokens[at - 1].folded == "and" && names.size() == 1));
    if (!listed) break;
    --at;
  }
  if (names.size() < 2 || at == 0 || tokens[at - 1].folded != "the") return;
  std::string noun = Singular(tokens[i].folded);
  noun[0] = static_cast<char>(noun[0] - 32);
  for (std::size_t n = names.size(); n-- > 0;) {
    Mention mention = MentionOf(passage, SpanOf(tokens, {at, i + 1}),
                                "citation.coordinated", 65);
    mention.as_title =
        std::string(Slice(text, tokens[names[n]].span)) + ' ' + noun;
    mention.kind = KindOfNoun(Singular(tokens[i].folded));
    out->push_back(std::move(mention));
  }
}

// "the Royal Commission into Keys and Locks", "the Ash Royal Commission".
void FindCommissions(const Prose& prose, std::size_t p,
                     std::vector<Mention>* out) {
  static const Pattern kInto(
      "\\b(Royal Commission(?: of Inquiry)? (?:into|on) (?:the )?"
      "\\p{Lu}[\\p{L}’'-]+(?:,? (?:(?:and|of|the|to|in|for|by|&) ){0,2}\\p{Lu}"
      "[\\p{L}’'-]+)*)");
  static const Pattern kNamed(
      "\\b[Tt]he ((?:\\p{Lu}[\\p{L}’'-]+ ){1,3}Royal Commission)\\b");
  for (const Pattern* pattern : {&kInto, &kNamed}) {
    for (const MatchSpans& match :
         pattern->SearchAll(prose.text, prose.passages[p].span)) {
      Mention mention = MentionOf(p, match[1], "citation.commission", 62);
      mention.kind = WorkKind::kInquiry;
      out->push_back(std::move(mention));
    }
  }
}

}  // namespace

void FindInquiries(const Prose& prose, std::vector<Mention>* out) {
  for (std::size_t p = 0; p < prose.passages.size(); ++p) {
    const std::vector<Token>& tokens = prose.tokens[p];
    FindCommissions(prose, p, out);
    for (std::size_t i = 1; i < tokens.size(); ++i) {
      FindNamedInquiry(tokens, i, p, out);
      FindNamedReport(tokens, i, p, out);
      FindNamedReports(prose.text, tokens, i, p, out);
    }
  }
}

}  // namespace concord::extraction
