// Statutes by their short titles.
//
// From the word "Act" backwards over capitals and the small words between
// them: "the Police and Criminal Evidence Act 1984", "Race Relations
// (Amendment) Act 2000", with or without the year. "the Act" by itself names
// nothing; "PACE 1984" does where the document defines PACE as an Act, or a
// section of it is named. A comma is passed only inside a list that "and"
// closes ("the Evidence, Courts and Witnesses Act").

#include <functional>
#include <map>
#include <string>

#include "concord/base/unicode.h"
#include "extraction/citations/mention.h"

namespace concord::extraction {
namespace {

bool EndsShortTitle(const Token& token) {
  return token.folded == "act" || token.folded == "bill";
}

bool IsActWord(const Token& token) {
  return token.word && token.capital && !EndsShortTitle(token);
}

// The joining words a short title has inside it.
bool JoinsAct(std::string_view folded) {
  return folded == "and" || folded == "of" || folded == "for" ||
         folded == "to" || folded == "in" || folded == "&";
}

// The token of the bracket that opens what closes before `at`, "(Admission to
// Meetings)"; `at` where there is none.
std::size_t BracketBegin(const std::vector<Token>& tokens, std::size_t at) {
  constexpr std::size_t kMostWords = 8;
  for (std::size_t back = 2; back <= kMostWords + 2 && back <= at; ++back) {
    const Token& token = tokens[at - back];
    if (token.folded == "(") return back > 2 ? at - back : at;
    if (!token.word && token.folded != ",") return at;
  }
  return at;
}

// The token where the short title that ends at `act` begins; `act` if none.
std::size_t ActBegin(const std::vector<Token>& tokens, std::size_t act) {
  std::size_t begin = act;
  std::size_t at = act;
  bool list = false;  // an "and" has been met, so commas may be part of it
  while (at > 0) {
    const Token& token = tokens[at - 1];
    if (IsActWord(token)) {
      begin = --at;
    } else if (token.folded == ")" && BracketBegin(tokens, at) < at) {
      at = BracketBegin(tokens, at);
    } else if (token.word && !token.capital && JoinsAct(token.folded)) {
      list = list || token.folded == "and";
      --at;
    } else if (token.folded == "," && list) {
      --at;
    } else {
      break;
    }
  }
  while (begin < act && IsOpeningWord(tokens[begin].folded)) ++begin;
  // "a Private Member's Bill", "Mr Ash's Bill": whose, not which.
  const std::string& last = tokens[act - 1].folded;
  const bool whose = last.ends_with("'s") || last == "members";
  return whose ? act : begin;
}

// "Police and Criminal Evidence Act 1984 (PACE)": PACE -> the Act.
std::map<std::string, TextSpan, std::less<>> ShortNamesOfActs(
    const Prose& prose) {
  static const Pattern kDefined(
      "\\b((?:\\p{Lu}[\\p{L}’'-]+|\\((?:\\p{L}| )+\\))"
      "(?: (?:\\p{Lu}[\\p{L}’'-]+|\\((?:\\p{L}| )+\\)|and|of|for|to|in))* "
      "Act(?: (?:19|20)[0-9]{2})?) \\([‘“\"']?(\\p{Lu}{3,7})[’”\"']?\\)");
  std::map<std::string, TextSpan, std::less<>> names;
  for (const Passage& passage : prose.passages) {
    for (const MatchSpans& match :
         kDefined.SearchAll(prose.text, passage.span)) {
      TextSpan act = match[1];
      const std::string_view words = Slice(prose.text, act);
      const std::size_t space = words.find(' ');
      if (IsOpeningWord(Fold(words.substr(0, space)))) {
        act.begin += static_cast<std::uint32_t>(space) + 1;
      }
      names.emplace(Slice(prose.text, match[2]), act);
    }
  }
  return names;
}

// "PACE 1984", "s. 12 of PACE 1984".
void FindShortActs(
    const Prose& prose, std::size_t p,
    const std::map<std::string, TextSpan, std::less<>>& short_names,
    std::vector<Mention>* out) {
  static const Pattern kShort(
      "(?:^|[\\s(])((\\p{Lu}{3,7}) ((?:19|20)[0-9]{2}))(?:[^\\p{N}/–-]|$)");
  static const Pattern kSection(
      "\\b(?:[Ss]s?\\.? ?|[Ss]ections? |[Ss]chedules? |[Pp]arts? )[0-9]{1,3}"
      "[A-Z]{0,2}(?:\\([0-9a-z]{1,3}\\))*(?:(?:,| and| to| or) [0-9]{1,3}"
      "[A-Z]{0,2}(?:\\([0-9a-z]{1,3}\\))*)* (?:of|to) (?:the )?$");
  const TextSpan passage = prose.passages[p].span;
  for (const MatchSpans& match : kShort.SearchAll(prose.text, passage)) {
    const auto defined = short_names.find(Slice(prose.text, match[2]));
    const bool known = defined != short_names.end();
    const TextSpan left{passage.begin, match[1].begin};
    if (!known && !kSection.Search(prose.text, left)) continue;
    Mention mention;
    mention.passage = p;
    mention.title = match[1];
    mention.whole = match[1];
    if (known) {
      mention.as_title = std::string(Slice(prose.text, defined->second));
    }
    mention.year = std::string(Slice(prose.text, match[3]));
    mention.rule = "citation.act-short";
    mention.kind = WorkKind::kAct;
    mention.rank = 79;
    out->push_back(std::move(mention));
  }
}

}  // namespace

void FindActs(const Prose& prose, std::vector<Mention>* out) {
  const auto short_names = ShortNamesOfActs(prose);
  for (std::size_t p = 0; p < prose.passages.size(); ++p) {
    FindShortActs(prose, p, short_names, out);
    const std::vector<Token>& tokens = prose.tokens[p];
    for (std::size_t i = 1; i < tokens.size(); ++i) {
      if (!EndsShortTitle(tokens[i]) || !tokens[i].capital) continue;
      const std::size_t begin = ActBegin(tokens, i);
      if (begin == i) continue;
      std::size_t end = i + 1;
      // "Audit Accountability Act of 2006".
      if (end + 1 < tokens.size() && tokens[end].folded == "of" &&
          tokens[end + 1].number && Length(tokens[end + 1].span) == 4) {
        ++end;
      }
      const bool year = end < tokens.size() && tokens[end].number &&
                        Length(tokens[end].span) == 4;
      if (tokens[i].folded == "bill" && i - begin < 2 && !year) continue;
      Mention mention;
      mention.passage = p;
      if (year) {
        mention.year = std::string(Slice(prose.text, tokens[end].span));
        ++end;
      }
      mention.title = SpanOf(tokens, {begin, end});
      mention.whole = mention.title;
      mention.rule = "citation.act";
      mention.kind = WorkKind::kAct;
      mention.rank = 80;
      out->push_back(std::move(mention));
    }
  }
}

}  // namespace concord::extraction
