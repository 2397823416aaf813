// Titles in quotation marks.
//
// Quotation marks also hold speech, jargon and names of teams, so a quotation
// is a title only beside a word for a work: directly before ("the thematic,
// ‘Police Conduct’"), directly after ("‘Police Conduct’ report"), a year in
// brackets after it, or as the next of a list whose first is one.
//
//   accepts  three reports, ‘Custody Matters’, ‘Specialist Units’ and ‘On Call’
//   refuses  so that people feel ‘Included’    the ‘Together’ programme

#include "concord/base/unicode.h"
#include "extraction/citations/mention.h"
#include "extraction/citations/title_cues.h"

namespace concord::extraction {
namespace {

constexpr std::size_t kLongestTitle = 120;  // bytes

struct Quotation {
  TextSpan inside;
  TextSpan whole;  // with its marks
};

struct Marks {
  std::string_view open;
  std::string_view close;
};

constexpr Marks kMarks[] = {{"‘", "’"}, {"“", "”"}, {"\"", "\""}, {"'", "'"}};

bool IsLetterAt(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const auto c = static_cast<unsigned char>(text[at]);
  return std::isalnum(c) != 0 || c >= 0xC3;
}

// A closing mark that no letter follows ("it’s" goes on).
std::size_t ClosingMark(std::string_view text, std::size_t from,
                        std::string_view close, std::size_t limit) {
  // Marks that nothing closes would each be looked for to the end of the page.
  const std::string_view near = text.substr(0, limit + close.size());
  std::size_t at = near.find(close, from);
  while (at != std::string_view::npos && at < limit) {
    const std::size_t after = at + close.size();
    if (!IsLetterAt(text, after) ||
        static_cast<unsigned char>(text[after]) == 0xE2) {
      return at;
    }
    at = near.find(close, after);
  }
  return std::string_view::npos;
}

std::vector<Quotation> Quotations(std::string_view text, TextSpan within) {
  std::vector<Quotation> found;
  std::size_t at = within.begin;
  while (at < within.end) {
    std::size_t next = at + 1;
    for (const Marks& marks : kMarks) {
      if (text.substr(at, marks.open.size()) != marks.open) continue;
      if (at > within.begin && IsLetterAt(text, at - 1) && marks.open == "'") {
        continue;
      }
      const std::size_t from = at + marks.open.size();
      const std::size_t limit =
          std::min<std::size_t>(within.end, from + kLongestTitle);
      const std::size_t close = ClosingMark(text, from, marks.close, limit);
      if (close == std::string_view::npos || close == from) continue;
      next = close + marks.close.size();
      found.push_back(
          {{static_cast<std::uint32_t>(from),
            static_cast<std::uint32_t>(close)},
           {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(next)}});
      break;
    }
    at = next;
  }
  return found;
}

// Begins with a capital, has capitals on most of its weighty words and does
// not end like a sentence.
bool LooksLikeTitle(std::string_view text, TextSpan inside) {
  const std::vector<Token> tokens = Tokens(text, inside);
  if (tokens.empty() || !tokens[0].capital || tokens.size() > 18) return false;
  std::size_t weighty = 0;
  std::size_t capitals = 0;
  for (const Token& token : tokens) {
    if (!token.word || (!token.capital && IsJoiningWord(token.folded))) {
      continue;
    }
    ++weighty;
    capitals += token.capital ? 1 : 0;
  }
  if (tokens.size() == 1 && tokens[0].acronym) return false;
  const std::string& last = tokens.back().folded;
  if (last == "?" || last == "!") {
    return tokens.size() > 2 && capitals == weighty;
  }
  return last != "." && last != "," && capitals * 5 >= weighty * 3;
}

// ", ", " and ", ", and " between two quotations of one list.
bool ListJoins(std::string_view between) {
  static const Pattern kJoint("^(?:, |,? (?:and|&|or) )$");
  return kJoint.Matches(between);
}

}  // namespace

void FindQuotedTitles(const Prose& prose, std::vector<Mention>* out) {
  for (std::size_t p = 0; p < prose.passages.size(); ++p) {
    if (prose.passages[p].background) continue;
    const TextSpan passage = prose.passages[p].span;
    std::string last_cue;
    std::uint32_t last_end = 0;
    for (const Quotation& quotation : Quotations(prose.text, passage)) {
      std::string cue;
      if (!last_cue.empty() &&
          ListJoins(Slice(prose.text, {last_end, quotation.whole.begin}))) {
        cue = last_cue;
      } else {
        cue = CueBeside(prose.text, passage, quotation.whole);
      }
      last_cue = cue;
      last_end = quotation.whole.end;
      if (cue.empty() || !LooksLikeTitle(prose.text, quotation.inside)) {
        continue;
      }
      Mention mention;
      mention.passage = p;
      mention.title = Trim(prose.text, quotation.inside);
      mention.whole = quotation.whole;
      mention.rule = "citation.quoted";
      mention.rank = 70;
      mention.kind = KindOfNoun(cue);
      out->push_back(std::move(mention));
    }
  }
}

}  // namespace concord::extraction
