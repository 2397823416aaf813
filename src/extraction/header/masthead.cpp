// The masthead of a document of an international body.
//
//   United Nations                       A/HRC/99/7       the symbol
//   General Assembly                     Distr.: General
//                                        4 January 2030   the day
//                                        Original: English
//   Human Rights Council                                  the committee
//   Ninety-ninth session
//   Agenda item 6
//   Universal Periodic Review                             the item's name
//   Report of the Working Group on ...                    title and maker
//   Northmarch                                            the subject
//   refused: "Agenda item 6" of a council's paper, which numbers the paper;
//   "Previously issued under document symbol A/HRC/..."
//
// The decoders set the same masthead in many ways: a row of cells, a line with
// all of it, a line each. So it is known by its signs, of which three have to
// stand near the top, and every part is looked for in the words alone.
// Cost: the first blocks, and one pass over the text for each line a title may
// be broken over.

#include <algorithm>

#include "concord/base/unicode.h"
#include "concord/extraction/extract.h"
#include "extraction/header/pieces.h"

namespace concord::extraction {
namespace {

using document::Block;
using document::BlockKind;

constexpr std::size_t kFirstBlocks = 30;
constexpr std::uint32_t kLongestLine = 200;

// The first lines of the document, with what was set aside as the head of
// every page: where a text has no layout, the symbol stands there.
std::vector<TextSpan> FirstLines(const Reading& reading) {
  std::vector<TextSpan> lines;
  const auto& blocks = reading.document->blocks;
  for (std::size_t i = 0; i < std::min(blocks.size(), kFirstBlocks); ++i) {
    const BlockKind kind = blocks[i].kind;
    if (kind == BlockKind::kTableCell || kind == BlockKind::kFootnote) continue;
    // The mark of a footnote may have become the mark of a list.
    const TextSpan line =
        Trim(reading.text(), document::Body(*reading.document, blocks[i]));
    if (!Empty(line)) lines.push_back(line);
  }
  return lines;
}

const Pattern& SessionLine() {
  static const Pattern kSession(
      "\\b\\p{Lu}\\p{L}+(?:-\\p{L}+)? (?:(?i:special|regular|resumed|"
      "substantive|annual|emergency) )*(?i:session)$");
  return kSession;
}

const Pattern& ItemLine() {
  static const Pattern kItem("^(?i:(?:agenda )?items? \\d+)");
  return kItem;
}

const Pattern& SymbolIn() {
  static const Pattern kSymbol(
      "(?:^|\\s)(\\p{Lu}{1,8}(?:/[\\p{Lu}\\d][\\w.()-]*){2,7})(?:\\*|\\s|$)");
  return kSymbol;
}

std::optional<TextSpan> SymbolOf(std::string_view text, TextSpan line) {
  static const Pattern kOfOther("(?i:issued|document|see|symbol|reference)");
  const auto symbol = SymbolIn().Search(text, line);
  if (!symbol || kOfOther.Search(text, line)) return std::nullopt;
  const std::string_view printed = Slice(text, (*symbol)[1]);
  const bool numbered = printed.find_first_of("0123456789") != printed.npos;
  return numbered ? std::optional((*symbol)[1]) : std::nullopt;
}

// The lines of the masthead and one past its last.
struct Masthead {
  std::vector<TextSpan> lines;
  std::size_t end = 0;
  std::optional<TextSpan> symbol;
  std::optional<std::size_t> distributed;  // line of "Distr.:"
  std::optional<std::size_t> session;
};

std::optional<Masthead> FindMasthead(const Reading& reading) {
  static const Pattern kDistributed("\\bDistr(?:\\.|ibution)\\s?:");
  static const Pattern kOriginal("\\bOriginal\\s?: ?\\p{Lu}\\p{Ll}+");
  constexpr std::size_t kNear = 14;
  constexpr int kEnough = 3;
  const std::string_view text = reading.text();
  Masthead head;
  head.lines = FirstLines(reading);
  bool original = false;
  bool item = false;
  for (std::size_t i = 0; i < std::min(head.lines.size(), kNear); ++i) {
    const TextSpan line = head.lines[i];
    if (Length(line) > kLongestLine) break;
    const auto symbol = SymbolOf(text, line);
    const bool distributed = kDistributed.Search(text, line).has_value();
    const bool language = kOriginal.Search(text, line).has_value();
    const bool session = SessionLine().Search(text, line).has_value();
    const bool of_item = ItemLine().Search(text, line).has_value();
    if (!symbol && !distributed && !language && !session && !of_item) continue;
    if (symbol && !head.symbol) head.symbol = symbol;
    if (distributed && !head.distributed) head.distributed = i;
    if (session && !head.session) head.session = i;
    original = original || language;
    item = item || of_item;
    // The symbol heads the next page too.
    if (!symbol || head.end == 0) head.end = i + 1;
  }
  const int signs = head.symbol.has_value() + head.distributed.has_value() +
                    head.session.has_value() + original + item;
  const bool known = head.distributed || (head.symbol && head.session);
  if (!known || signs < kEnough) return std::nullopt;
  return head;
}

TextSpan WithoutNoteMark(std::string_view text, TextSpan line) {
  static const Pattern kMark("\\s*(?:\\*+|∗+|†+|\\d/)\\s*$");
  if (const auto mark = kMark.Search(text, line)) line.end = (*mark)[0].begin;
  return line;
}

// "... on the Universal" / "Periodic Review": the words on both sides of the
// break stand together elsewhere.
bool GoesOn(std::string_view text, TextSpan line, TextSpan next) {
  if (WithoutNoteMark(text, line) != line) return false;
  const auto before = Words(text, line);
  const auto after = Words(text, next);
  if (before.empty() || after.empty() || Length(next) > kLongestLine) {
    return false;
  }
  const std::string pair = std::string(Slice(text, before.back())) + " " +
                           std::string(Slice(text, after.front()));
  return text.find(pair) != std::string_view::npos;
}

struct MastheadTitle {
  TextSpan title;
  TextSpan maker;
  std::size_t next = 0;  // the line after it
};

// "Report of the Working Group on ...", past the name of the agenda's item.
std::optional<MastheadTitle> TitleUnder(std::string_view text,
                                        const Masthead& head) {
  static const Pattern kReport(
      "^(?i:(?:(?:interim|final|annual|joint|progress|preliminary|follow-up|"
      "first|second|third|fourth|fifth) )*(?:report|note|memorandum|study)) "
      "(?i:(?:of|by) (?:the )?)(\\p{Lu})|"
      "^(?i:concluding observations|(?:written )?statement|compilation|summary|"
      "national report)\\b");
  static const Pattern kMaker(
      "^(?:Working Group|Special Rapporteur|Secretary|(?:Sub-?)?[Cc]ommi|"
      "(?:\\p{L}+ )*(?:Expert|Rapporteur|Commissioner|Board|Panel|Council|"
      "Group|Unit|Mission|Committee|Commission)\\b)");
  constexpr std::size_t kItemLines = 6;
  const std::size_t stop = std::min(head.lines.size(), head.end + kItemLines);
  for (std::size_t i = head.end; i < stop; ++i) {
    const auto match = kReport.Search(text, head.lines[i]);
    if (!match || Length(head.lines[i]) > kLongestLine) continue;
    MastheadTitle found;
    found.title = head.lines[i];
    found.next = i + 1;
    while (found.next < stop &&
           GoesOn(text, head.lines[found.next - 1], head.lines[found.next])) {
      found.title.end = head.lines[found.next++].end;
    }
    found.title = WithoutNoteMark(text, found.title);
    const TextSpan maker = {(*match)[1].begin, found.title.end};
    if (!Empty((*match)[1]) && kMaker.Search(text, maker)) found.maker = maker;
    return found;
  }
  return std::nullopt;
}

// A name alone on the line under the title, that the text speaks of again.
std::optional<TextSpan> SubjectUnder(std::string_view text,
                                     const Masthead& head, std::size_t next) {
  static const Pattern kName(
      "^(?:(?:Visit|Mission) to )?(?:the )?(\\p{Lu}[\\p{L}’'-]*(?:(?: of| and| "
      "the|,)? (?:d[’'])?\\(?\\p{Lu}?[\\p{L}’'-]+\\)?)*)$");
  static const Pattern kPart(
      "^(?i:contents|annex(?:es)?|summary|addendum|corrigendum|introduction|"
      "paragraphs|page|note)\\b");
  constexpr std::uint32_t kLongest = 60;
  constexpr int kAgain = 3;
  if (next >= head.lines.size()) return std::nullopt;
  const TextSpan line = WithoutNoteMark(text, head.lines[next]);
  const auto match = kName.Search(text, line);
  if (!match || Length(line) > kLongest || kPart.Search(text, line)) {
    return std::nullopt;
  }
  const std::string_view name = Slice(text, (*match)[1]);
  int times = 0;
  std::size_t at = line.end;
  while (times < kAgain && (at = text.find(name, at)) != text.npos) {
    ++times;
    at += name.size();
  }
  return times == kAgain ? std::optional(line) : std::nullopt;
}

// The organ stands in the line of its session, or in the one above.
TextSpan OrganOf(std::string_view text, const Masthead& head) {
  static const Pattern kOrgan(
      "^(\\p{Lu}[\\p{L} -]+?(?:Council|Committee|Commission|Assembly|Board|"
      "Conference|Forum))(?: \\p{Lu}[\\p{L}-]+ [\\p{L} ]*session)?$");
  if (!head.session) return {};
  auto organ = kOrgan.Search(text, head.lines[*head.session]);
  if (!organ && *head.session > 0) {
    organ = kOrgan.Search(text, head.lines[*head.session - 1]);
  }
  return organ ? (*organ)[1] : TextSpan{};
}

// The day stands beside or under "Distr.: General", before the title.
void ClaimDistributed(std::string_view text, const Masthead& head,
                      std::vector<HeaderClaim>* claims) {
  if (!head.distributed) return;
  for (std::size_t i = *head.distributed; i < head.end; ++i) {
    const std::size_t known = claims->size();
    ClaimDate(text, head.lines[i], claims);
    if (claims->size() > known) return;
  }
}

std::vector<HeaderClaim> FindMastheadFields(const Reading& reading) {
  std::vector<HeaderClaim> claims;
  const std::string_view text = reading.text();
  const auto head = FindMasthead(reading);
  if (!head) return claims;
  if (head->symbol) {
    ClaimField(HeaderField::kNumber, text, *head->symbol, &claims);
  }
  ClaimDistributed(text, *head, &claims);
  ClaimField(HeaderField::kCommittee, text, OrganOf(text, *head), &claims);
  const auto title = TitleUnder(text, *head);
  if (!title) return claims;
  ClaimField(HeaderField::kTitle, text, title->title, &claims);
  ClaimField(HeaderField::kBy, text, title->maker, &claims);
  if (const auto subject = SubjectUnder(text, *head, title->next)) {
    ClaimField(HeaderField::kSubject, text, *subject, &claims);
  }
  return claims;
}

HeaderRule MastheadRule() {
  return {"header.masthead",
          0.97,
          {{DocumentKind::kInspection,
            "United Nations\n\nA/KEY/99/7\n\nGeneral Assembly\n\nDistr.: "
            "General\n\n4 January 2030\n\nOriginal: English\n\nKeys "
            "Council\n\nNinety-ninth session\n\nAgenda item 6\n\nUniversal Key "
            "Review\n\nReport of the Working Group on the Universal\n\nKey "
            "Review*\n\nNorthmarch\n\nThe review of Northmarch was held in "
            "May. Northmarch spoke of keys. All thanked Northmarch.\n",
            "number: A/KEY/99/7\ndate: 4 January 2030\n"
            "committee: Keys Council\n"
            "title: Report of the Working Group on the Universal\nKey Review\n"
            "by: Working Group on the Universal\nKey Review\n"
            "subject: Northmarch"},
           {DocumentKind::kInspection,
            "E/2031/KEYS/4\n\nDistr.: Limited 7 May 2031 Original: "
            "French\n\nKeys Board Fifth session\n\nItem 3 of the provisional "
            "agenda\n\nReport of the Special Rapporteur on keys\n\nSummary\n\n"
            "Keys were lost.\n",
            "number: E/2031/KEYS/4\ndate: 7 May 2031\ncommittee: Keys Board\n"
            "title: Report of the Special Rapporteur on keys\n"
            "by: Special Rapporteur on keys"},
           {DocumentKind::kReport,
            "Keys of the county\n\nEstates Committee\n\nAgenda item 6\n\n4 "
            "January 2030\n\nReport of the Treasurer\n",
            ""}},
          &FindMastheadFields};
}

}  // namespace

bool HasMasthead(const Reading& reading) {
  return FindMasthead(reading).has_value();
}

bool ReportsUnderMasthead(const Reading& reading) {
  const auto head = FindMasthead(reading);
  if (!head) return false;
  const auto title = TitleUnder(reading.text(), *head);
  return title && !Empty(title->maker);
}

const std::vector<HeaderRule>& HeaderMastheadRules() {
  static const std::vector<HeaderRule> kRules = {MastheadRule()};
  return kRules;
}

}  // namespace concord::extraction
