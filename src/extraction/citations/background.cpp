// The list under "Background papers": every item is a work.
//
// A line that only says whose papers follow ("HMIC National Thematic Reports")
// gives them their publisher and kind and is no work itself. "None" and its
// like are none.
//
//   Inspectorate reports
//   - Policing the Valley: A Second Look (1998)   one work, 1998

#include "concord/base/unicode.h"
#include "extraction/citations/mention.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

bool SaysNone(std::string_view line) {
  static const Pattern kNone(
      "^(?:none|nil|n a|not applicable|no background papers?.*|there are "
      "no(?:ne)?"
      "( .*)?|see .*|as above|(?:back to |go to )?top(?: of (?:the )?page)?)$");
  return kNone.Matches(FoldWords(line));
}

bool HasYear(std::string_view line) {
  static const Pattern kYear("(?:19|20)[0-9]{2}");
  return kYear.Matches(line);
}

// The line before a list that says whose papers they are.
bool OpensList(const Prose& prose, std::size_t p) {
  const Passage& passage = prose.passages[p];
  if (passage.kind == BlockKind::kListItem) return false;
  const std::string_view line = Slice(prose.text, passage.span);
  const bool list_follows = p + 1 < prose.passages.size() &&
                            prose.passages[p + 1].background &&
                            prose.passages[p + 1].kind == BlockKind::kListItem;
  return line.ends_with(':') || (list_follows && !HasYear(line));
}

struct ListOpening {
  std::string publisher;
  WorkKind kind = WorkKind::kReport;
};

ListOpening ReadOpening(const Prose& prose, std::size_t p) {
  ListOpening opening;
  const std::vector<Token>& tokens = prose.tokens[p];
  TokenRange name{0, 0};
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (IsCueNoun(tokens[i].folded)) {
      opening.kind = KindOfNoun(Singular(tokens[i].folded));
    }
  }
  if (!tokens.empty() && tokens[0].acronym) {
    name = {0, 1};
  } else if (tokens.size() > 1 && tokens.back().folded == ":") {
    name = {0, tokens.size() - 1};
  }
  opening.publisher = std::string(Slice(prose.text, SpanOf(tokens, name)));
  if (opening.publisher.ends_with("'s")) {
    opening.publisher.resize(opening.publisher.size() - 2);
  }
  return opening;
}

// The item without a final stop, its year and what stands in brackets with it.
Mention ItemOf(const Prose& prose, std::size_t p, TextSpan span) {
  static const Pattern kItem(
      "^[‘“\"']?(.+?)[’”\"']?(?:,? \\([^()]*?((?:19|20)[0-9]{2})[^()]*\\)|, "
      "((?:19|20)[0-9]{2}))?[.;]?$");
  Mention mention;
  mention.passage = p;
  mention.title = span;
  mention.rule = "citation.background";
  mention.rank = 90;
  mention.whole = span;
  const std::string_view words = Slice(prose.text, span);
  if (words.ends_with('.') || words.ends_with(';')) --mention.whole.end;
  if (const auto match = kItem.Search(prose.text, span)) {
    mention.title = (*match)[1];
    const TextSpan year = Empty((*match)[2]) ? (*match)[3] : (*match)[2];
    mention.year = std::string(Slice(prose.text, year));
  }
  return mention;
}

// The items of one line: at ";", and at a full stop after a whole word and
// before a capital ("Keys Report, Part Eight. Minutes of the Board"). "Vol.
// Two" and "St. Ann" go on.
std::vector<TextSpan> ItemsOf(std::string_view text, TextSpan line) {
  static const Pattern kPiece("[^;]+");
  static const Pattern kStop("(?:[\\p{Ll}\\d]{4}|\\))(\\. )[\\p{Lu}]");
  std::vector<TextSpan> items;
  for (const MatchSpans& piece : kPiece.SearchAll(text, line)) {
    std::uint32_t begin = piece[0].begin;
    for (const MatchSpans& stop : kStop.SearchAll(text, piece[0])) {
      items.push_back(Trim(text, {begin, stop[1].begin}));
      begin = stop[1].end;
    }
    items.push_back(Trim(text, {begin, piece[0].end}));
  }
  return items;
}

}  // namespace

void FindBackgroundItems(const Prose& prose, std::vector<Mention>* out) {
  ListOpening opening;
  for (std::size_t p = 0; p < prose.passages.size(); ++p) {
    const Passage& passage = prose.passages[p];
    if (!passage.background) {
      opening = ListOpening();
      continue;
    }
    const std::string_view line = Slice(prose.text, passage.span);
    const std::size_t words = prose.tokens[p].size();
    if (SaysNone(line) || words < 2 || words > 60) continue;
    static const Pattern kHeading(
        "^(?:\\p{L}\\. )?(?:[Bb]ackground [Pp]apers?|"
        "BACKGROUND PAPERS?)");
    if (kHeading.Matches(line)) continue;
    if (OpensList(prose, p)) {
      opening = ReadOpening(prose, p);
      continue;
    }
    for (const TextSpan span : ItemsOf(prose.text, passage.span)) {
      if (Length(span) < 6 || SaysNone(Slice(prose.text, span))) continue;
      Mention mention = ItemOf(prose, p, span);
      mention.publisher = opening.publisher;
      mention.kind = opening.kind;
      out->push_back(std::move(mention));
    }
  }
}

}  // namespace concord::extraction
