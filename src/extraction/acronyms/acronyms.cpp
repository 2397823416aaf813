// Short forms and what they stand for, in either order.
//
// Every candidate pair - words beside a bracket, a bracket beside a short form,
// an apposition, a glossary line - must pass the letter test of letters.h, so
// "(2000)", "(see Appendix 1)" and "(four)" are never definitions. Of several
// readings the cheapest, then the shortest, long form wins.

#include <algorithm>
#include <set>

#include "concord/base/unicode.h"
#include "concord/extraction/extract.h"
#include "extraction/acronyms/letters.h"
#include "extraction/passages.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

constexpr std::size_t kMostWords = 24;

struct Finder {
  std::string_view text;
  std::vector<Acronym> found;
  std::set<std::string> seen;

  void Add(TextSpan span, TextSpan short_form, TextSpan long_form,
           std::string_view rule, int cost);
};

// "the ‘PSCC’" -> PSCC; "FLOs" -> FLO; "HMIC's" -> HMIC.
TextSpan ShortForm(std::string_view text, TextSpan span) {
  static const Pattern kDress(
      "^(?i:(?:hereafter|hereinafter|or|known as|referred to as|i\\.e\\.|"
      "abbreviated (?:to|as))[ ,]+)?[‘'\"“]?(?:the )?[‘'\"“]?(.+?)[’'\"”]?$");
  const auto match = kDress.Search(text, span);
  TextSpan inner = match ? (*match)[1] : span;
  const std::string_view words = Slice(text, inner);
  for (const std::string_view ending : {"’s", "'s"}) {
    if (words.ends_with(ending)) {
      inner.end -= static_cast<std::uint32_t>(ending.size());
      return inner;
    }
  }
  static const Pattern kPlural("\\p{Lu}\\p{Lu}s$");
  if (kPlural.Matches(words)) --inner.end;
  return inner;
}

// "Ministry of Justice’s (MoJ’s)": the name is without its case.
TextSpan WithoutCase(std::string_view text, TextSpan name) {
  static const Pattern kCase("['’]s$");
  const auto match = kCase.Search(text, name);
  if (match) name.end = (*match)[0].begin;
  return name;
}

void Finder::Add(TextSpan span, TextSpan short_form, TextSpan long_form,
                 std::string_view rule, int cost) {
  long_form = WithoutCase(text, long_form);
  Acronym acronym;
  static_cast<Item&>(acronym) = ItemAt(span, RuleNamed(AcronymRules(), rule));
  if (cost > 0) acronym.confidence -= 0.02 * cost;
  acronym.short_form = std::string(Slice(text, short_form));
  acronym.long_form = std::string(Slice(text, long_form));
  if (seen.insert(acronym.short_form + '\n' + Fold(acronym.long_form)).second) {
    found.push_back(std::move(acronym));
  }
}

// The words directly before `end`, nearest last, back to the clause's start.
std::vector<TextSpan> WordsBefore(std::string_view text, TextSpan within) {
  // Longer than any long form; without it a paragraph of megabytes would be
  // read again for each of its brackets.
  constexpr std::uint32_t kFarthest = 800;
  if (Length(within) > kFarthest) {
    within.begin = within.end - kFarthest;
    while (within.begin < within.end && text[within.begin] != ' ') {
      ++within.begin;
    }
  }
  std::vector<TextSpan> words = SpellingWords(text, within);
  std::size_t first = words.size();
  std::uint32_t next = within.end;
  while (first > 0 && words.size() - first < kMostWords) {
    const TextSpan gap{words[first - 1].end, next};
    if (Slice(text, gap).find_first_of(";:.!?\n\t") != std::string_view::npos) {
      break;
    }
    next = words[--first].begin;
  }
  words.erase(words.begin(),
              words.begin() + static_cast<std::ptrdiff_t>(first));
  return words;
}

// The long form that ends at the last of `words`; cost in *cost.
TextSpan LongFormBefore(std::string_view text,
                        const std::vector<std::string>& letters,
                        const std::vector<TextSpan>& words, int* cost) {
  TextSpan best;
  *cost = AffordableCost(letters.size()) + 1;
  for (std::size_t first = words.size(); first-- > 0;) {
    if (IsSmallWord(Fold(Slice(text, words[first])))) continue;
    const std::vector<TextSpan> tail(
        words.begin() + static_cast<std::ptrdiff_t>(first), words.end());
    const auto spelled = SpellingCost(letters, text, tail);
    if (spelled && *spelled < *cost) {
      *cost = *spelled;
      best = {tail.front().begin, tail.back().end};
    }
  }
  return best;
}

bool BeginsCapital(std::string_view text, TextSpan word) {
  const std::string_view first = Slice(text, word).substr(0, 1);
  return Fold(first) != first;
}

// "Convention against Torture and Other Cruel Treatment (CAT)", "Right to
// Information Act (RTI)": the first words give the letters, and the rest of the
// name follows them, all of it in capitals.
TextSpan LeadingWords(std::string_view text,
                      const std::vector<std::string>& letters,
                      const std::vector<TextSpan>& words) {
  if (letters.size() < 3 || words.size() < 4) return {};
  for (std::size_t first = words.size(); first-- > 0;) {
    const std::string word = Fold(Slice(text, words[first]));
    const bool small = IsSmallWord(word) || word == "against";
    if (small) continue;
    if (!BeginsCapital(text, words[first])) return {};
    for (std::size_t end = first + 2; end < words.size(); ++end) {
      if (!BeginsCapital(text, words[end - 1])) continue;
      const std::vector<TextSpan> head(
          words.begin() + static_cast<std::ptrdiff_t>(first),
          words.begin() + static_cast<std::ptrdiff_t>(end));
      const auto cost = SpellingCost(letters, text, head);
      const int most = letters.size() >= 5 ? 4 : 0;
      if (cost && *cost <= most) return {head.front().begin, words.back().end};
    }
  }
  return {};
}

// "... Act 1984": the year belongs to the name and spells nothing.
std::uint32_t TakeYear(std::string_view text, std::vector<TextSpan>* words) {
  static const Pattern kYear("^(?:1[6-9]|20)[0-9]{2}$");
  if (words->size() < 3 || !kYear.Matches(Slice(text, words->back()))) return 0;
  const std::uint32_t end = words->back().end;
  words->pop_back();
  return end;
}

// "Inspection Unit (IU)", "Race Relations (Amendment) Act (RR(A) Act)".
void FindLongShort(TextSpan passage, TextSpan whole, TextSpan inside,
                   Finder* finder) {
  static const Pattern kFirst("^[^,;]+");
  const auto first = kFirst.Search(finder->text, inside);
  if (!first) return;
  const TextSpan short_form = ShortForm(finder->text, (*first)[0]);
  const auto letters = SpellingLetters(Slice(finder->text, short_form));
  if (letters.empty()) return;
  auto words = WordsBefore(finder->text, {passage.begin, whole.begin});
  const std::uint32_t year_end = TakeYear(finder->text, &words);
  int cost = 0;
  TextSpan long_form = LongFormBefore(finder->text, letters, words, &cost);
  if (!Empty(long_form)) {
    long_form.end = std::max(long_form.end, year_end);
    finder->Add({long_form.begin, whole.end}, short_form, long_form,
                "acronym.long-short", cost);
    return;
  }
  TextSpan leading = LeadingWords(finder->text, letters, words);
  if (Empty(leading)) return;
  leading.end = std::max(leading.end, year_end);
  finder->Add({leading.begin, whole.end}, short_form, leading,
              "acronym.leading-words", 0);
}

// `words` as a whole must spell `short_form`.
bool AddWhole(TextSpan span, TextSpan short_form, TextSpan long_form,
              std::string_view rule, Finder* finder) {
  const auto letters = SpellingLetters(Slice(finder->text, short_form));
  if (letters.empty()) return false;
  const auto words = SpellingWords(finder->text, long_form);
  const auto cost = SpellingCost(letters, finder->text, words);
  if (!cost || words.size() > kMostWords) return false;
  finder->Add(span, short_form, {words.front().begin, words.back().end}, rule,
              *cost);
  return true;
}

// "IU (Inspection Unit)".
void FindShortLong(TextSpan passage, TextSpan whole, TextSpan inside,
                   Finder* finder) {
  static const Pattern kBefore(
      "(?:^|[\\s(‘“'\"/])((?:\\(\\p{Lu}{1,2}\\))?\\p{Lu}[\\p{L}\\p{N}&/"
      ".-]{1,9})"
      "['’\"”]? ?$");
  static const Pattern kFirst("^(?:the )?([^,;]+)");
  const auto before =
      kBefore.Search(finder->text, {passage.begin, whole.begin});
  const auto first = kFirst.Search(finder->text, inside);
  if (!before || !first) return;
  const TextSpan short_form = ShortForm(finder->text, (*before)[1]);
  AddWhole({short_form.begin, whole.end}, short_form, (*first)[1],
           "acronym.short-long", finder);
}

// "Office for National Statistics [ONS]".
void FindSquareBracketed(TextSpan passage, Finder* finder) {
  static const Pattern kBracket("\\[([^\\[\\]()]{2,90})\\]");
  for (const MatchSpans& match : kBracket.SearchAll(finder->text, passage)) {
    const std::size_t before = finder->found.size();
    FindLongShort(passage, match[0], match[1], finder);
    if (finder->found.size() > before) continue;
    FindShortLong(passage, match[0], match[1], finder);
  }
}

void FindBracketed(TextSpan passage, Finder* finder) {
  // The inside may begin with a bracket: "((B)OCU)".
  static const Pattern kBracket(
      "\\(((?:[^()]{2,90}|\\(\\p{Lu}{1,2}\\)[^()]{1,60})"
      "(?:\\([^()]{1,20}\\)[^()]{0,60})*)\\)");
  TextSpan rest = passage;
  while (const auto match = kBracket.Search(finder->text, rest)) {
    const std::size_t before = finder->found.size();
    FindLongShort(passage, (*match)[0], (*match)[1], finder);
    if (finder->found.size() == before) {
      FindShortLong(passage, (*match)[0], (*match)[1], finder);
    }
    // A definition may stand inside a bracket: "(Northmarch Police Authority
    // (NPA))".
    const bool nested =
        Slice(finder->text, (*match)[1]).find('(') != std::string_view::npos;
    rest.begin = nested ? (*match)[1].begin : (*match)[0].end;
  }
}

// "Borough Operational Command Unit (B)OCU": letters that may be left out.
void FindOptionalLetter(TextSpan passage, Finder* finder) {
  static const Pattern kOptional(
      "\\s(\\(\\p{Lu}{1,2}\\)\\p{Lu}{2,6})(?:s|['’]s)?(?:[^\\p{L}]|$)");
  for (const MatchSpans& match : kOptional.SearchAll(finder->text, passage)) {
    const auto letters = SpellingLetters(Slice(finder->text, match[1]));
    const auto words =
        WordsBefore(finder->text, {passage.begin, match[1].begin});
    int cost = 0;
    const TextSpan long_form =
        LongFormBefore(finder->text, letters, words, &cost);
    if (Empty(long_form)) continue;
    finder->Add({long_form.begin, match[1].end}, match[1], long_form,
                "acronym.optional-letter", cost);
  }
}

// "the Inspection Review Unit, known as IRU,", "IRU stands for ...".
void FindApposition(TextSpan passage, Finder* finder) {
  static const Pattern kKnownAs(
      ",? (?:or|also known as|known as|referred to as|abbreviated (?:to|as)) "
      "(?:the )?[‘'“\"]?(\\p{Lu}{3,8})[’'”\"]?(?:[ ,;.]|$)");
  for (const MatchSpans& match : kKnownAs.SearchAll(finder->text, passage)) {
    const auto letters = SpellingLetters(Slice(finder->text, match[1]));
    const auto words =
        WordsBefore(finder->text, {passage.begin, match[0].begin});
    int cost = 0;
    const TextSpan long_form =
        LongFormBefore(finder->text, letters, words, &cost);
    if (Empty(long_form) || cost > 0) continue;
    finder->Add({long_form.begin, match[1].end}, match[1], long_form,
                "acronym.apposition", 0);
  }
  static const Pattern kStandsFor(
      "(?:^|\\s)(\\p{Lu}{2,8}) (?:stands for|is short for|means|is|=) (?:the )?"
      "([^,;.()]+)");
  for (const MatchSpans& match : kStandsFor.SearchAll(finder->text, passage)) {
    AddWhole({match[1].begin, match[2].end}, match[1], match[2],
             "acronym.apposition", finder);
  }
}

// "IRU, the Inspection Review Unit, ...", "IRU – the Inspection Review Unit –":
// the same mark opens and closes; a bare list of names has no "the".
void FindShortBeside(TextSpan passage, Finder* finder) {
  static const Pattern kComma(
      "(?:^|[\\s(])(\\p{Lu}[\\p{Lu}&]{1,7}), (?:the|an?) ([^,;:.()–—]{6,90})"
      "[,.;]");
  static const Pattern kDash(
      "(?:^|[\\s(])(\\p{Lu}[\\p{Lu}&]{1,7}) [–—-] (?:the|an?) "
      "([^,;:.()–—]{6,90}?) [–—-] ");
  for (const Pattern* pattern : {&kComma, &kDash}) {
    for (const MatchSpans& match : pattern->SearchAll(finder->text, passage)) {
      const auto letters = SpellingLetters(Slice(finder->text, match[1]));
      const auto words = SpellingWords(finder->text, match[2]);
      const auto cost = SpellingCost(letters, finder->text, words);
      if (letters.empty() || !cost || *cost > 0) continue;
      finder->Add({match[1].begin, match[2].end}, match[1],
                  {words.front().begin, words.back().end}, "acronym.apposition",
                  0);
    }
  }
}

// "the Inspection Review Unit, IRU, ...", "the Inspection Review Unit – IRU –".
void FindLongBeside(TextSpan passage, Finder* finder) {
  static const Pattern kBeside(
      "(?:, (\\p{Lu}{3,8}),| [–—-] (\\p{Lu}{3,8}) [–—-]) ");
  for (const MatchSpans& match : kBeside.SearchAll(finder->text, passage)) {
    const TextSpan short_form = Empty(match[1]) ? match[2] : match[1];
    const auto letters = SpellingLetters(Slice(finder->text, short_form));
    const auto words =
        WordsBefore(finder->text, {passage.begin, match[0].begin});
    int cost = 0;
    const TextSpan long_form =
        LongFormBefore(finder->text, letters, words, &cost);
    if (Empty(long_form) || cost > 0) continue;
    finder->Add({long_form.begin, short_form.end}, short_form, long_form,
                "acronym.apposition", 0);
  }
}

// "IU – Inspection Unit" as a line of its own.
void FindGlossaryLine(TextSpan passage, Finder* finder) {
  static const Pattern kLine(
      "^(\\p{Lu}[\\p{L}&/()-]{1,9})\\s*(?:\\t|–|—|:|=| - )\\s*(\\p{L}[^.;]+)"
      "\\.?$");
  const auto match = kLine.Search(finder->text, passage);
  if (match) {
    AddWhole({(*match)[1].begin, (*match)[2].end}, (*match)[1], (*match)[2],
             "acronym.glossary", finder);
  }
}

// Two cells side by side; a heading over the row that repeats it is no name.
void FindGlossaryRow(const Passage& a, const Passage& b, Finder* finder) {
  if (a.kind != BlockKind::kTableCell || b.kind != BlockKind::kTableCell ||
      Slice(finder->text, a.span) == Slice(finder->text, b.span)) {
    return;
  }
  const TextSpan span{a.span.begin, b.span.end};
  if (!AddWhole(span, a.span, b.span, "acronym.glossary", finder)) {
    AddWhole(span, b.span, a.span, "acronym.glossary", finder);
  }
}

using enum DocumentKind;

constexpr Example kLongShortExamples[] = {
    {kReport, "The Inspection Liaison and Analysis Unit (ILAU) met.",
     "ILAU = Inspection Liaison and Analysis Unit"},
    {kReport, "Work on community and race relations (CRR) went on.",
     "CRR = community and race relations"},
    {kReport, "Her Majesty’s Inspectorate of Constabulary (HMIC) called.",
     "HMIC = Her Majesty’s Inspectorate of Constabulary"},
    {kReport, "Family liaison officers (FLOs) and others.",
     "FLO = Family liaison officers"},
    {kReport, "The Police Standards Complaints Committee (‘PSCC’) sat.",
     "PSCC = Police Standards Complaints Committee"},
    {kReport, "The Race Relations (Amendment) Act (RR(A) Act) applies.",
     "RR(A) Act = Race Relations (Amendment) Act"},
    {kReport, "Anti-Social Behaviour Orders (ASBOs) were few.",
     "ASBO = Anti-Social Behaviour Orders"},
    {kReport, "The Ministry of Lamps’s (MoL’s) grant ended.",
     "MoL = Ministry of Lamps"},
    {kReport, "The Bureau of Harbour Lights [BHL] counts them.",
     "BHL = Bureau of Harbour Lights"},
    {kReport, "The Boats and Wrecks Act 1896 (BAWA) is old.",
     "BAWA = Boats and Wrecks Act 1896"},
    {kReport, "Each Borough Operational Command Unit ((B)OCU) has one.",
     "(B)OCU = Borough Operational Command Unit"},
    {kReport, "The case is Moor v Quay [2001], the Board [sic] says.", ""},
    {kReport, "Winning Consent (2000), the list (see Appendix 1).", ""},
    {kReport, "The (four) reports of the Board (EODB) were read.", ""},
    {kReport, "The Training Unit (section B) is new.", ""}};

constexpr Example kLeadingWordsExamples[] = {
    {kReport, "The Right to Information Act (RTI) applies.",
     "RTI = Right to Information Act"},
    {kReport, "The Harbour and Coastal Lights Act 1984 (HACL) applies.",
     "HACL = Harbour and Coastal Lights Act 1984"},
    {kReport, "The Unit wrote to the Board of Visitors (UWB).", ""}};

constexpr Example kShortLongExamples[] = {
    {kReport, "The NPA (Northmarch Police Authority) met.",
     "NPA = Northmarch Police Authority"},
    {kReport, "The (B)OCU (Borough Operational Command Unit) met.",
     "(B)OCU = Borough Operational Command Unit"},
    {kReport, "The NPA (the Authority for short) met.", ""},
    {kReport, "Report DCC4 (Diversity Directorate) follows.", ""}};

constexpr Example kOptionalLetterExamples[] = {
    {kReport, "the Borough Operational Command Unit (B)OCU Commander",
     "(B)OCU = Borough Operational Command Unit"},
    {kReport, "each of the Constabulary's (B)OCUs", ""}};

constexpr Example kAppositionExamples[] = {
    {kReport, "The Inspection Review Unit, known as the IRU, replied.",
     "IRU = Inspection Review Unit"},
    {kReport, "IRU stands for Inspection Review Unit.",
     "IRU = Inspection Review Unit"},
    {kReport, "NLRS, the National Lamp Recording Standard, is new.",
     "NLRS = National Lamp Recording Standard"},
    {kReport, "ACLK – the Association of Chief Lamp Keepers – agreed.",
     "ACLK = Association of Chief Lamp Keepers"},
    {kReport, "The Inspection Review Unit, IRU, replied.",
     "IRU = Inspection Review Unit"},
    {kReport, "The Board, or EODB, replied.", ""},
    {kReport, "NLRS, the new standard, is a Northern Lamp, RS, and red.", ""},
    {kReport, "The IRU, the Inspectorate and the Review Unit met.", ""}};

constexpr Example kGlossaryExamples[] = {
    {kReport, "IRU – Inspection Review Unit", "IRU = Inspection Review Unit"},
    {kReport, "IRU – To be confirmed", ""}};

constexpr StageRule kRules[] = {
    {"acronym.long-short", 0.97, kLongShortExamples},
    {"acronym.leading-words", 0.75, kLeadingWordsExamples},
    {"acronym.short-long", 0.95, kShortLongExamples},
    {"acronym.optional-letter", 0.9, kOptionalLetterExamples},
    {"acronym.apposition", 0.85, kAppositionExamples},
    {"acronym.glossary", 0.9, kGlossaryExamples},
};

}  // namespace

std::span<const StageRule> AcronymRules() { return kRules; }

std::vector<Acronym> FindAcronyms(const document::Document& document) {
  Finder finder{document.text, {}, {}};
  const std::vector<Passage> passages = Passages(document);
  for (std::size_t i = 0; i < passages.size(); ++i) {
    FindBracketed(passages[i].span, &finder);
    FindSquareBracketed(passages[i].span, &finder);
    FindOptionalLetter(passages[i].span, &finder);
    FindApposition(passages[i].span, &finder);
    FindShortBeside(passages[i].span, &finder);
    FindLongBeside(passages[i].span, &finder);
    FindGlossaryLine(passages[i].span, &finder);
    if (i + 1 < passages.size()) {
      FindGlossaryRow(passages[i], passages[i + 1], &finder);
    }
  }
  std::sort(finder.found.begin(), finder.found.end(),
            [](const Acronym& a, const Acronym& b) { return a.span < b.span; });
  return std::move(finder.found);
}

}  // namespace concord::extraction
