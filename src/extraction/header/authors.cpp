// Authors, as contact sections print them.
//
//   "Report author: A Name, Estates Unit, Constabulary."         one
//   "The author of this report is A Name, Head of the Estates Unit and
//    B Name, Estates Unit."                      two after a singular verb
//
// A list of people and their posts has commas inside each entry, so it is split
// only where what follows "and" or a comma looks like a person: two to four
// capitalised words, none of them a body or post, before a comma or the end.
// Tests: header_test.cpp.

#include <algorithm>

#include "concord/base/unicode.h"
#include "extraction/agents.h"
#include "extraction/header/pieces.h"

namespace concord::extraction {
namespace {

// "Melanie Hart", "Inspector Mark Hill", "A. B. Hart"; not "Estates Unit".
bool IsPersonName(std::string_view text) {
  static const Pattern kName(
      "^(?:[\\p{Lu}][\\p{L}’'.-]*\\s+){1,4}[\\p{Lu}][\\p{L}’'.-]+$");
  if (!kName.Matches(text)) return false;
  bool after_title = true;
  for (const TextSpan span : Words(text, WholeOf(text))) {
    const std::string_view word = Slice(text, span);
    const bool title =
        IsPersonalTitle(word) || IsAgentModifier(word) || Fold(word) == "chief";
    if (IsAcronym(word)) return false;
    if (!title) after_title = false;
    if (!after_title && IsAgentNoun(word)) return false;
  }
  return !after_title;
}

struct Piece {
  TextSpan span;
  bool starts_person = false;
};

// Pieces between commas, semicolons and those "and"s a person follows. A piece
// after a bare comma is what the person before it is, not another person.
std::vector<Piece> SplitPeople(std::string_view text, TextSpan within) {
  static const Pattern kComma("\\s*[,;]\\s*(?:and\\s+)?|\\s+(?:and|&)\\s+");
  std::vector<Piece> pieces;
  std::uint32_t begin = within.begin;
  bool may_be_person = true;
  const auto add = [&](std::uint32_t end) {
    TextSpan span = Trim(text, {begin, end});
    if (Empty(span)) return;
    // "Gwen Tarn (Lead Inspector)": the brackets say what she is.
    static const Pattern kBracket("\\s+\\([^)]*\\)$");
    const auto bracket = kBracket.Search(text, span);
    if (bracket) span.end = (*bracket)[0].begin;
    pieces.push_back({span, may_be_person && IsPersonName(Slice(text, span))});
  };
  std::vector<MatchSpans> cuts = kComma.SearchAll(text, within);
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    const TextSpan cut = cuts[i].front();
    const std::string mark = CollapseSpace(Slice(text, cut));
    if (mark == "and" || mark == "&") {
      const std::uint32_t end =
          i + 1 < cuts.size() ? cuts[i + 1].front().begin : within.end;
      TextSpan next = Trim(text, {cut.end, end});
      const std::size_t bracket = Slice(text, next).find(" (");
      if (bracket != std::string_view::npos) {
        next.end = next.begin + static_cast<std::uint32_t>(bracket);
      }
      if (!IsPersonName(Slice(text, next))) continue;
    }
    add(cut.begin);
    begin = cut.end;
    may_be_person = mark != ",";
  }
  add(within.end);
  return pieces;
}

// The unit inside "Head of the Estates Unit"; empty if there is none.
TextSpan UnitOfPost(std::string_view text, TextSpan post) {
  static const Pattern kOf("\\b(?:of|in) (?:the )?");
  const auto of = kOf.Search(text, post);
  if (!of) return {};
  return {of->front().end, post.end};
}

bool IsUnit(std::string_view text) {
  const auto words = Words(text, WholeOf(text));
  return !words.empty() && IsAgentNoun(Slice(text, words.back())) &&
         !IsPostNoun(Slice(text, words.back()));
}

bool IsPost(std::string_view text) {
  for (const TextSpan span : Words(text, WholeOf(text))) {
    const std::string_view word = Slice(text, span);
    if (Fold(word) == "of" || Fold(word) == "in") return false;
    if (IsPostNoun(word)) return true;
  }
  return false;
}

// "Gwen Tarn, QC": letters after a name are no unit.
bool IsHonour(std::string_view printed) {
  static const Pattern kHonour(
      "^(?:[QK]C|QPM|[KCDOM]BE|[CK]B|JP|DL|MP|MSP|PhD|[BM]A|BSc|FCA|CPFA)$");
  return kHonour.Matches(printed);
}

void AddDetail(std::string_view text, TextSpan span, OwnerMention* person) {
  const std::string printed = CollapseSpace(Slice(text, span));
  if (IsHonour(printed)) return;
  if (person->post.empty() && IsPost(printed)) {
    person->post = printed;
    const TextSpan unit = UnitOfPost(text, span);
    if (!Empty(unit)) person->unit = CollapseSpace(Slice(text, unit));
    return;
  }
  // The first unit named is the author's own; what follows contains it, save
  // that a code ("XD4") before a named unit only locates it.
  if (person->unit.empty() || (!IsUnit(person->unit) && IsUnit(printed))) {
    person->unit = printed;
  }
}

// "Ada Reed (lead), O. Hart, with Gwen Tarn": a team whose every part between
// commas is a person; empty where one is not.
std::vector<OwnerMention> TeamIn(std::string_view text, TextSpan within) {
  static const Pattern kCut(
      "\\s*[,;]\\s*(?:(?:and|with)\\s+)?|\\s+(?:and|with)\\s+");
  static const Pattern kBracket("\\s*\\([^)]*\\)$");
  std::vector<OwnerMention> people;
  std::uint32_t begin = within.begin;
  const auto add = [&](std::uint32_t end) {
    TextSpan span = Trim(text, {begin, end});
    if (const auto bracket = kBracket.Search(text, span)) {
      span.end = (*bracket)[0].begin;
    }
    if (Empty(span) || !IsPersonName(Slice(text, span))) return false;
    OwnerMention person;
    person.span = span;
    person.name = Slice(text, span);
    person.kind = OwnerKind::kPerson;
    person.role = "author";
    people.push_back(std::move(person));
    return true;
  };
  for (const MatchSpans& cut : kCut.SearchAll(text, within)) {
    if (!add(cut[0].begin)) return {};
    begin = cut[0].end;
  }
  if (!add(within.end)) return {};
  return people;
}

std::vector<OwnerMention> FindAuthorLines(const Reading& reading) {
  static const Pattern kAuthor(
      "^(?i:(?:(?:report|rpt|paper) "
      ")?authors?(?:\\(s\\))?|(?:inspection|review|audit|"
      "project|inquiry) team|inspectors?|reviewers?|written by|prepared by|"
      "lead inspectors?|lead reviewers?|"
      "contacts?(?: officers?| persons?)?|presented by)"
      "(?:\\s*:\\s*|\\t)([^\\n\\t]+)");
  static const Pattern kTeam(
      "^(?i:[\\p{L} ]*(?:team|inspectors?|reviewers?))\\s*:");
  std::vector<OwnerMention> found;
  std::vector<Line> lines = FrontMatter(reading);
  lines.insert(lines.end(), reading.lines.begin(), reading.lines.end());
  for (const Line& line : lines) {
    const auto match = kAuthor.Search(reading.text(), line.span);
    if (!match) continue;
    auto people = kTeam.Search(reading.text(), line.span)
                      ? TeamIn(reading.text(), (*match)[1])
                      : std::vector<OwnerMention>();
    if (people.empty()) people = ReadPeople(reading.text(), (*match)[1]);
    for (OwnerMention& person : people) {
      const auto same = [&](const OwnerMention& known) {
        return known.span == person.span;
      };
      if (std::any_of(found.begin(), found.end(), same)) continue;
      found.push_back(std::move(person));
    }
  }
  return found;
}

std::vector<OwnerMention> FindAuthorSentences(const Reading& reading) {
  static const Pattern kAuthor(
      "^(?i:the )?(?i:authors?) of this (?:report|paper) (?:is|are|was|were) "
      "(.+)$|^This (?:report|paper) was (?:written|prepared) by (.+)$");
  std::vector<OwnerMention> found;
  for (const Line& line : reading.lines) {
    const auto match = kAuthor.Search(reading.text(), line.body);
    if (!match) continue;
    const TextSpan people = Empty((*match)[1]) ? (*match)[2] : (*match)[1];
    for (OwnerMention& person : ReadPeople(reading.text(), people)) {
      found.push_back(std::move(person));
    }
  }
  return found;
}

// "By: A Name, Inspector of Standards": the presenter is the author where the
// document is no committee paper.
std::vector<OwnerMention> FindByAuthors(const Reading& reading) {
  static const Pattern kBy("^(?i:by):?\\s+(.+)$");
  std::vector<OwnerMention> found;
  if (reading.kind == DocumentKind::kReport) return found;
  for (const Line& line : FrontMatter(reading)) {
    const auto match = kBy.Search(reading.text(), line.span);
    if (match) found = ReadPeople(reading.text(), (*match)[1]);
  }
  return found;
}

// "Report of an inquiry by A Name", "... of a panel chaired by A Name".
std::vector<OwnerMention> FindTitlePageAuthors(const Reading& reading) {
  static const Pattern kBy("^(?:A |The )?(?i:report|review) .*\\bby (.+)$");
  std::vector<OwnerMention> found;
  if (reading.kind == DocumentKind::kReport) return found;
  for (const Line& line : FrontMatter(reading)) {
    const auto match = kBy.Search(reading.text(), line.span);
    if (!match || Length(line.span) > 120) continue;
    for (OwnerMention& person : ReadPeople(reading.text(), (*match)[1])) {
      found.push_back(std::move(person));
    }
  }
  return found;
}

// "Councillor Ada Reed (chairman), Odo Hart, Gwen Tarn": the panel whose report
// it is; who sat in the chair signs for it.
std::vector<OwnerMention> FindChairs(const Reading& reading) {
  static const Pattern kChair(
      "^(?:(?i:(?:co-?)?chair(?:man|woman|person|s)?(?: of the (?:review "
      ")?(?:group|panel|"
      "team|inquiry|working party))?)\\s*[:\\t]\\s*([\\p{Lu}][^,(]{4,90})$|"
      "(?:(?i:panel|members|membership|panel members)\\s*:\\s*)?"
      "([\\p{Lu}][^,(]{4,50}) \\((?i:in the )?(?i:chair(?:man|woman|person)?)"
      "\\))");
  std::vector<OwnerMention> found;
  if (reading.kind != DocumentKind::kInspection) return found;
  for (const Line& line : FrontMatter(reading)) {
    const auto match = kChair.Search(reading.text(), line.span);
    if (!match) continue;
    const TextSpan name = Empty((*match)[1]) ? (*match)[2] : (*match)[1];
    found = ReadPeople(reading.text(), name);
  }
  return found;
}

// A paper that is signed: "A. B. Reed" over "Assistant Clerk" among its last
// lines, or "Chief Executive: Dr Ada Reed." A letter's hand is no author.
std::vector<OwnerMention> FindSigned(const Reading& reading) {
  constexpr std::size_t kLastLines = 8;
  static const Pattern kPostOf(
      "^([\\p{L} ()]{4,50}):\\s+([^:]{5,60}?)(?:\\.|$)");
  static const Pattern kInitials("^\\p{Lu}\\. ");
  std::vector<OwnerMention> found;
  if (reading.kind != DocumentKind::kReport &&
      reading.kind != DocumentKind::kDigest) {
    return found;
  }
  const std::string_view text = reading.text();
  const std::size_t count = reading.lines.size();
  for (std::size_t i = count - std::min(count, kLastLines); i < count; ++i) {
    const TextSpan line = reading.lines[i].span;
    TextSpan name;
    if (const auto post = kPostOf.Search(text, line)) {
      if (IsPost(Slice(text, (*post)[1]))) name = (*post)[2];
    } else if (i + 1 < count &&
               (!IsHeading(reading.lines[i]) || kInitials.Search(text, line)) &&
               !Slice(text, reading.lines[i + 1].span).ends_with('.') &&
               IsPersonName(Slice(text, line)) &&
               IsPost(Slice(text, reading.lines[i + 1].span)) &&
               Length(reading.lines[i + 1].span) < 60) {
      name = line;
    }
    if (Empty(name) || !IsPersonName(Slice(text, name))) continue;
    for (OwnerMention& person : ReadPeople(text, name)) {
      found.push_back(std::move(person));
    }
  }
  return found;
}

AuthorRule SignedRule() {
  return {"author.signed",
          0.7,
          {{DocumentKind::kReport,
            "Keys were lost.\n\nA. B. Reed\n\nAssistant Clerk (Keys)\n",
            "A. B. Reed | | "},
           {DocumentKind::kReport,
            "Keys were lost.\n\nChief Executive: Dr Gwen Tarn. Write to us.\n",
            "Dr Gwen Tarn | | "},
           {DocumentKind::kOther,
            "Keys were lost.\n\nA. B. Reed\n\nAssistant Clerk\n", ""},
           {DocumentKind::kReport,
            "Keys were lost.\n\nKey Kept\n\nThe Clerk found it.\n", ""}},
          &FindSigned};
}

// "Report 2 – 30 March – Councillor Ada Reed": who stands in the last piece of
// the line that names the paper.
std::vector<OwnerMention> FindMastheadAuthors(const Reading& reading) {
  static const Pattern kLast(
      "^(?i:report|paper|item) [0-9]+[a-z]? [–—|-] .* [–—|-] "
      "((?:Councillor|Cllr|Dr|Professor|Sir|Dame|Mr|Mrs|Ms|Miss) "
      "[^–—|]{4,50})$");
  std::vector<OwnerMention> found;
  if (reading.kind != DocumentKind::kReport) return found;
  for (const Line& line : FrontMatter(reading)) {
    const auto last = kLast.Search(reading.text(), line.span);
    if (last) found = ReadPeople(reading.text(), (*last)[1]);
  }
  return found;
}

AuthorRule MastheadAuthorsRule() {
  return {"author.masthead",
          0.75,
          {{DocumentKind::kReport,
            "THE KEYS\n\nReport 2 – 30 March 2006 – Councillor Ada Reed\n\n"
            "Keys were lost.\n",
            "Councillor Ada Reed | | "},
           {DocumentKind::kReport,
            "THE KEYS\n\nReport 2 – 30 March 2006 – The Clerk\n", ""}},
          &FindMastheadAuthors};
}

AuthorRule ChairsRule() {
  return {"author.chair",
          0.7,
          {{DocumentKind::kInspection,
            "The Lost Keys\n\nCouncillor Ada Reed (chairman), Odo Hart\n",
            "Councillor Ada Reed | | "},
           {DocumentKind::kMinutes,
            "The Lost Keys\n\nCouncillor Ada Reed (chairman), Odo Hart\n", ""}},
          &FindChairs};
}

AuthorRule AuthorLinesRule() {
  return {"author.line",
          0.95,
          {{DocumentKind::kReport,
            "Report author: Gwen Tarn, XD4, Estates Directorate, Constabulary.",
            "Gwen Tarn | | Estates Directorate"},
           {DocumentKind::kReport,
            "Report author: Inspector Odo Reed, Head of "
            "Training",
            "Inspector Odo Reed | Head of Training | Training"},
           {DocumentKind::kInspection,
            "Inspection team: Gwen Tarn (lead), O. Reed, with Dr Ada Hart",
            "Gwen Tarn | | \nO. Reed | | \nDr Ada Hart | | "},
           {DocumentKind::kInspection, "Report author: Gwen Tarn, QC, Clerk",
            "Gwen Tarn | Clerk | "},
           {DocumentKind::kReport,
            "<dl><dt>Author</dt><dd>Gwen Tarn (Policy Officer)</dd></dl><h2>"
            "Keys</h2>",
            "Gwen Tarn | | "},
           {DocumentKind::kReport,
            "Contacts: Gwen Tarn, NPA, 01632 960111; Odo Reed, ECC, 01632 "
            "960112",
            "Gwen Tarn | | NPA\nOdo Reed | | ECC"},
           {DocumentKind::kReport, "Report author: Clerk", ""}},
          &FindAuthorLines};
}

AuthorRule AuthorSentencesRule() {
  return {
      "author.sentence",
      0.95,
      {{DocumentKind::kReport,
        "The author of this report is Gwen Tarn, Head of the NPA Estates "
        "Unit and Odo Reed, NPA Estates Unit.",
        "Gwen Tarn | Head of the NPA Estates Unit | NPA Estates Unit\n"
        "Odo Reed | | NPA Estates Unit"},
       {DocumentKind::kReport,
        "The author of this report is Gwen Tarn, Head of the Audit Unit, "
        "and Odo Reed, analyst in the same unit.",
        "Gwen Tarn | Head of the Audit Unit | Audit Unit\n"
        "Odo Reed | analyst in the same unit | Audit Unit"},
       {DocumentKind::kReport, "The author of this report is unknown.", ""}},
      &FindAuthorSentences};
}

AuthorRule ByAuthorsRule() {
  return {"author.by-line",
          0.85,
          {{DocumentKind::kInspection,
            "Keeping the Keys\n\nBy: Gwen Tarn, Inspector of Standards",
            "Gwen Tarn | Inspector of Standards | Standards"},
           {DocumentKind::kInspection,
            "Keeping the Keys\n\nBy: Inspectorate of Standards", ""},
           {DocumentKind::kReport, "Keys\n\nBy: Gwen Tarn, Clerk", ""}},
          &FindByAuthors};
}

AuthorRule TitlePageAuthorsRule() {
  return {"author.title-page",
          0.8,
          {{DocumentKind::kInspection,
            "The Lost Keys\n\nReport of a panel of members chaired by Gwen "
            "Tarn\n",
            "Gwen Tarn | | "},
           {DocumentKind::kInspection,
            "The Lost Keys\n\nReport of the inspection by all forces\n", ""}},
          &FindTitlePageAuthors};
}

}  // namespace

std::vector<OwnerMention> ReadPeople(std::string_view text, TextSpan within) {
  while (within.end > within.begin &&
         (text[within.end - 1] == '.' || text[within.end - 1] == ' ')) {
    --within.end;
  }
  std::vector<OwnerMention> people;
  for (const Piece& piece : SplitPeople(text, within)) {
    if (piece.starts_person) {
      OwnerMention person;
      person.span = piece.span;
      person.name = Slice(text, piece.span);
      person.kind = OwnerKind::kPerson;
      person.role = "author";
      people.push_back(std::move(person));
    } else if (!people.empty()) {
      AddDetail(text, piece.span, &people.back());
    }
  }
  static const Pattern kSame("^(?i:the )?same (?:unit|department|team|branch)");
  for (std::size_t i = 1; i < people.size(); ++i) {
    if (kSame.Matches(people[i].unit)) people[i].unit = people[i - 1].unit;
  }
  return people;
}

const std::vector<AuthorRule>& AuthorRules() {
  static const std::vector<AuthorRule> kRules = {
      AuthorLinesRule(),      AuthorSentencesRule(), ByAuthorsRule(),
      TitlePageAuthorsRule(), ChairsRule(),          SignedRule(),
      MastheadAuthorsRule()};
  return kRules;
}

}  // namespace concord::extraction
