// Single recommendations cited without the name of the work beside them.
//
//   (recommendation 57)   recommendations 3, 13 and 17   recs 24-27
//   recommendation 16 of the first report   the recommendations (1,12,13,14)
//   (1,12,13,14) and 24-27 of the Ash Scrutiny
//
// The work is the one the words point at ("of the Inquiry", "of the first
// report"); without such words, the last one named before: in the sentence, the
// passage, then up to the nearest heading that names one; "its recommendation
// 4" is of the work that the paragraph is about. A number that labels a
// recommendation printed here ("Recommendation 4 – The force should") cites
// nothing, and neither does one with "above" or "below", or one that the paper
// counts its own requests by.

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "concord/base/unicode.h"
#include "extraction/citations/mention.h"
#include "extraction/citations/own_numbers.h"
#include "extraction/citations/works_named.h"
#include "extraction/reading.h"

namespace concord::extraction {
namespace {

std::size_t OrderOf(std::string_view word) {
  static constexpr std::string_view kOrders[] = {"first", "second", "third",
                                                 "fourth"};
  for (std::size_t i = 0; i < 4; ++i) {
    if (Fold(word) == kOrders[i]) return i + 1;
  }
  return Fold(word) == "original" ? 1 : 0;
}

// The words after the number that say whose recommendation it is.
struct Pointer {
  std::uint32_t end = 0;
  std::string order;  // "first"
  std::string noun;   // "report", "inquiry"
};

std::optional<Pointer> ReadPointer(std::string_view text, TextSpan right) {
  static const Pattern kPointer(
      "^,? (?:of|in|from|made by|made in) (?:the|that|this|its|their|his|her) "
      "(?:(first|second|third|fourth|last|original|earlier|later|previous|"
      "same|[0-9]{4}) )?"
      "([Rr]eport|[Ii]nquiry|[Rr]eview|[Ii]nspection|[Ss]crutiny|[Tt]hematic|"
      "[Ss]eries|[Pp]aper|[Pp]lan|[Ss]trategy)\\b");
  const auto match = kPointer.Search(text, right);
  if (!match) return {};
  return Pointer{(*match)[0].end, std::string(Slice(text, (*match)[1])),
                 Fold(Slice(text, (*match)[2]))};
}

// The paper that an item of minutes is about: its heading, where the item names
// no other work. Papers have their own numbered recommendations.
class PapersBefore {
 public:
  PapersBefore(const Prose& prose, const Header& header) {
    if (header.kind != DocumentKind::kMinutes) return;
    for (std::size_t p = 0; p < prose.passages.size(); ++p) {
      const Passage& passage = prose.passages[p];
      if (passage.kind != document::BlockKind::kHeading) continue;
      Mention& paper = papers_[passage.span.begin];
      paper.passage = p;
      paper.title = {passage.span.begin, passage.span.begin};
      paper.as_title = CollapseSpace(Slice(prose.text, passage.span));
      paper.kind = WorkKind::kReport;
    }
  }

  // Null where the document is no minutes or no heading stands before.
  const Mention* At(std::uint32_t offset) const {
    const auto after = papers_.upper_bound(offset);
    return after == papers_.begin() ? nullptr : &std::prev(after)->second;
  }

 private:
  std::map<std::uint32_t, Mention> papers_;
};

const Mention* WithoutPointer(const WorksNamed& works,
                              const PapersBefore& papers,
                              std::uint32_t offset) {
  const Mention* paper = papers.At(offset);
  if (paper == nullptr) return works.Before(offset);
  const Mention* named = works.Between(paper->title.begin, offset);
  return named != nullptr ? named : paper;
}

const Mention* Meant(const WorksNamed& works, const PapersBefore& papers,
                     const Pointer* pointer, std::uint32_t offset) {
  if (pointer == nullptr) return WithoutPointer(works, papers, offset);
  if (const std::size_t order = OrderOf(pointer->order)) {
    if (const Mention* work = works.OfOrder(order)) return work;
  }
  const WorkKind kind = KindOfNoun(pointer->noun);
  if (const Mention* work = works.OfKind(kind, offset)) return work;
  return works.Before(offset);
}

// "Recommendation 3 of Neither a Borrower": the words behind name a work of
// their own, and `work` is not it.
bool NamesAnother(std::string_view text, TextSpan right, const Mention* work) {
  static const Pattern kNamed(
      "^,? (?:of|in) (?:the )?[“‘\"']?(\\p{Lu}[\\p{L}’']+) (?:(?:of|the|and|a|"
      "in|on|for|with) )*\\p{Lu}");
  const auto named = kNamed.Search(text, right);
  return named && work != nullptr &&
         Fold(work->Title(text)).find(Fold(Slice(text, (*named)[1]))) ==
             std::string::npos;
}

// Places already told by a work with its recommendation.
class Taken {
 public:
  explicit Taken(const std::vector<Mention>& mentions) {
    for (const Mention& mention : mentions) {
      if (!mention.recommendation.empty()) spans_.push_back(mention.whole);
    }
    std::sort(spans_.begin(), spans_.end());
  }

  bool Has(TextSpan span) const {
    const auto after =
        std::upper_bound(spans_.begin(), spans_.end(), span,
                         [](TextSpan a, TextSpan b) { return a.end < b.end; });
    for (auto at = after; at != spans_.end() && at->begin < span.end; ++at) {
      if (Overlaps(*at, span)) return true;
    }
    return after != spans_.begin() && Overlaps(*(after - 1), span);
  }

 private:
  std::vector<TextSpan> spans_;
};

// "Recommendation 4 – The force should": the label of what follows.
bool LabelsItem(std::string_view text, TextSpan passage, const MatchSpans& m) {
  const std::string_view before = Slice(text, {passage.begin, m[0].begin});
  const bool first =
      before.find_first_not_of(" \t\n•-–(") == std::string_view::npos;
  const bool table = !before.empty() && before.back() == '\t';
  if (!first && !table) return false;
  static const Pattern kLabelled("^(?:\\)?(?: ?[–—:.-] ?|\\t|\\n)|\\)?$)");
  const TextSpan right{m[0].end, passage.end};
  if (!kLabelled.Search(text, right)) return false;
  // "Recommendation 3. We stand by it.": an answer to it.
  static const Pattern kAnswers(
      "^\\)?[.:] ?(?:[Ww]e|I|You|This (?:has|was|is)|It (?:has|was|is)) ");
  return table || !kAnswers.Search(text, right);
}

// "The force should keep a record. (Recommendation 4)": the number of what has
// just been recommended.
bool NumbersSentence(std::string_view text, TextSpan passage,
                     const MatchSpans& m) {
  const bool bracket = m[0].begin > passage.begin &&
                       text[m[0].begin - 1] == '(' && text[m[0].begin] == 'R';
  if (!bracket) return false;
  static const Pattern kCloses("^\\)\\.?$");
  static const Pattern kAsks("\\b(?:should|must|recommend|recommended)\\b");
  return kCloses.Search(text, {m[0].end, passage.end}).has_value() &&
         kAsks.Search(text, {passage.begin, m[0].begin}).has_value();
}

// "(1,12,13,14)", "(24-27)": two numbers at least, no year among them.
bool IsList(std::string_view numbers) {
  return numbers.find_first_of(",-–&/ ") != std::string_view::npos;
}

Mention SingleMention(const Prose& prose, std::size_t p, TextSpan whole,
                      const Mention* work) {
  Mention mention;
  mention.passage = p;
  mention.whole = whole;
  mention.title = {whole.begin, whole.begin};
  mention.rank = 34;
  mention.complete = true;
  if (work != nullptr) {
    mention.as_title = work->Title(prose.text);
    mention.kind = work->kind;
    mention.year = work->year;
  }
  return mention;
}

// "Recommendation A new store": the article, and no letter of a list.
bool IsArticleOrPronoun(std::string_view text, TextSpan passage,
                        TextSpan numbers) {
  const std::string_view letter = Slice(text, numbers);
  if (letter != "A" && letter != "I") return false;
  static const Pattern kGoesOn(
      "^ (?:is|was|has|had|asks?|asked|says|said|states|stated|calls|called|"
      "concerns?|of|in|to|and|or|for|should|will|which|that|above|below|on)"
      "\\b");
  static const Pattern kWord("^ [\\p{L}\\p{N}]");
  const TextSpan right{numbers.end, passage.end};
  return kWord.Search(text, right) && !kGoesOn.Search(text, right);
}

// "A Second Look came before the Inquiry": the paragraph begins with what may
// be a title that nothing here says to be one, and no body or person.
bool OpensWithTitleLike(std::string_view text, TextSpan passage) {
  static const Pattern kTitle(
      "^(?:[0-9.]+ +)?[‘“\"']?(An?|\\p{Lu}\\p{Ll}+)(?: (?:(?:of|the|in|for|and|"
      "to|at|with) )*\\p{Lu}\\p{Ll}+)+[’”\"']? (?:was|is|has|had|came|made|"
      "asked|says|said|recommended|found|did|does)\\b");
  static const std::set<std::string, std::less<>> kOthers = {
      "the",  "this",       "mr",    "mrs",       "miss",
      "ms",   "dr",         "sir",   "dame",      "lord",
      "lady", "councillor", "chief", "inspector", "police"};
  const auto title = kTitle.Search(text, passage);
  return title && !kOthers.contains(Fold(Slice(text, (*title)[1])));
}

// "its recommendation 4": of the work that the paragraph begins with, or the
// only one that it names; nothing where it may be either of two.
const Mention* MeantByIts(const Prose& prose, const WorksNamed& works,
                          TextSpan passage, std::uint32_t offset) {
  static const Pattern kOpens(
      "^(?:[0-9.]+ +)?(?:(?:In|But) )?(?:[Tt]he (?:(?:report|review|inspection|"
      "audit) )?)?[‘“\"']?$");
  const auto named = works.AllBetween(passage.begin, offset);
  if (named.empty()) return works.Before(offset);
  const Mention* first = named.front();
  const bool is_topic =
      Contains(passage, first->whole) &&
      kOpens.Search(prose.text, {passage.begin, first->whole.begin});
  if (is_topic) return first;
  const bool another = OpensWithTitleLike(prose.text, passage);
  return named.size() == 1 && !another ? first : nullptr;
}

struct Sight {
  const WorksNamed& works;
  const PapersBefore& papers;
  const Taken& taken;
  int last_own_number = 0;  // see LastOwnNumber
};

// "If recommendations 3 and 4 are carried out", in a paper that counts its own.
bool AreOwn(std::string_view numbers, int last_own) {
  static const Pattern kNumber("[0-9]+");
  const TextSpan all{0, static_cast<std::uint32_t>(numbers.size())};
  const auto found = kNumber.SearchAll(numbers, all);
  return !found.empty() &&
         std::all_of(found.begin(), found.end(), [&](const MatchSpans& match) {
           const std::string_view digits = Slice(numbers, match[0]);
           int number = 0;
           const auto read = std::from_chars(
               digits.data(), digits.data() + digits.size(), number);
           return read.ec == std::errc() && number <= last_own;
         });
}

void FindNamed(const Prose& prose, std::size_t p, const Sight& sight,
               std::vector<Mention>* out) {
  static const Pattern kSingle(
      "\\b(?:(?i)recommendations?|recs?\\.?)(?: (?:nos?\\.?|numbers?))? " +
      std::string(kRecommendationNumbers) + "\\b");
  static const Pattern kHere("^\\)?,? (?:above|below|overleaf|per |%)");
  static const Pattern kWhich("\\b(?:[Ww]hich|[Ww]hat|[Aa]ny|[Nn]o) $");
  const TextSpan passage = prose.passages[p].span;
  for (const MatchSpans& match : kSingle.SearchAll(prose.text, passage)) {
    if (sight.taken.Has(match[0]) || LabelsItem(prose.text, passage, match) ||
        NumbersSentence(prose.text, passage, match) ||
        IsArticleOrPronoun(prose.text, passage, match[1])) {
      continue;
    }
    const TextSpan right{match[0].end, passage.end};
    const TextSpan left{passage.begin, match[0].begin};
    if (kHere.Search(prose.text, right) || kWhich.Search(prose.text, left)) {
      continue;
    }
    static const Pattern kIts("\\b(?:[Ii]ts|[Tt]heir) $");
    static const Pattern kThisOnes(
        "\\b(?:[Tt]his|[Tt]he present) (?:report|review|paper|inspection|audit)"
        "[’']s $");
    if (kThisOnes.Search(prose.text, left)) continue;
    const auto pointer = ReadPointer(prose.text, right);
    if (!pointer &&
        AreOwn(Slice(prose.text, match[1]), sight.last_own_number)) {
      continue;
    }
    const Mention* work = Meant(sight.works, sight.papers,
                                pointer ? &*pointer : nullptr, match[0].begin);
    if (!pointer && sight.papers.At(match[0].begin) == nullptr &&
        kIts.Search(prose.text, left)) {
      work = MeantByIts(prose, sight.works, passage, match[0].begin);
      if (work == nullptr) continue;
    }
    TextSpan whole = match[0];
    if (pointer) whole.end = pointer->end;
    if (!pointer && NamesAnother(prose.text, right, work)) continue;
    Mention mention = SingleMention(prose, p, whole, work);
    mention.rule = "citation.single";
    mention.recommendation = std::string(Slice(prose.text, match[1]));
    out->push_back(std::move(mention));
  }
}

// "R5.2 stands", "as R6.1 had said": the code of an earlier report, where no
// line of this one begins with it. In a row of codes nothing is said of one.
void FindCodes(const Prose& prose, std::size_t p, const Sight& sight,
               const std::set<std::string, std::less<>>& own,
               std::vector<Mention>* out) {
  static const Pattern kCode("\\b(R[0-9]{1,2}\\.[0-9]{1,2})\\b");
  static const Pattern kRow(
      "^(?:, | and | or |,? R)R?[0-9]|^, [^.;]{0,20}R[0-9]");
  static const Pattern kRowBefore("R[0-9.]+(?:, | and | or )$");
  const TextSpan passage = prose.passages[p].span;
  for (const MatchSpans& match : kCode.SearchAll(prose.text, passage)) {
    if (sight.taken.Has(match[0]) ||
        own.contains(Slice(prose.text, match[1])) ||
        kRow.Search(prose.text, {match[0].end, passage.end}) ||
        kRowBefore.Search(prose.text, {passage.begin, match[0].begin})) {
      continue;
    }
    // A cell of a table, or what a line begins with and does not speak of.
    static const Pattern kSpeaks("^ (?:is|was|has|had|stands|may|can|asked) ?");
    const bool opens =
        match[0].begin == passage.begin ||
        std::string_view("\t\n").find(prose.text[match[0].begin - 1]) !=
            std::string_view::npos;
    if (opens && !kSpeaks.Search(prose.text, {match[0].end, passage.end})) {
      continue;
    }
    const Mention* work =
        WithoutPointer(sight.works, sight.papers, match[0].begin);
    if (work == nullptr) continue;
    Mention mention = SingleMention(prose, p, match[1], work);
    mention.rule = "citation.single";
    mention.recommendation = std::string(Slice(prose.text, match[1]));
    out->push_back(std::move(mention));
  }
}

// The codes that lines of the document begin with: its own labels.
std::set<std::string, std::less<>> OwnCodes(const Prose& prose) {
  static const Pattern kLabel(
      "^[\\s(•-]*(R[0-9]{1,2}\\.[0-9]{1,2})(?:[.:)]? |\\t)"
      "(?:The|That|Each|All|Every|[Ww]e|[\\p{Lu}])");
  static const Pattern kAnswers(
      "^[\\s(•-]*R[0-9.]+,? (?:is|was|has|stands)\\b");
  std::set<std::string, std::less<>> own;
  for (const Passage& passage : prose.passages) {
    const auto label = kLabel.Search(prose.text, passage.span);
    if (!label || kAnswers.Search(prose.text, passage.span)) continue;
    own.emplace(Slice(prose.text, (*label)[1]));
  }
  return own;
}

// The work named after a list, with the numbers between: "(1,12,13,14) and
// 24-27 of the Ash Scrutiny".
struct Followed {
  const Mention* work = nullptr;
  TextSpan more;
};

Followed ReadFollowed(std::string_view text, TextSpan right,
                      const WorksNamed& works) {
  static const Pattern kOf("^(?:,? (?:and|or|with) " +
                           std::string(kRecommendationNumbers) +
                           ")? (?:of|in|from) (?:the |The )?[‘“\"']?");
  const auto match = kOf.Search(text, right);
  if (!match) return {};
  Followed followed;
  followed.work = works.At((*match)[0].end);
  if (followed.work != nullptr) followed.more = (*match)[1];
  return followed;
}

// Lists in brackets, in a sentence that speaks of recommendations.
void FindBracketed(const Prose& prose, std::size_t p, const Sight& sight,
                   std::vector<Mention>* out) {
  static const Pattern kBracket("\\(" + std::string(kRecommendationNumbers) +
                                "\\)");
  static const Pattern kSpeaks("(?i)\\brecommendations?\\b");
  const TextSpan passage = prose.passages[p].span;
  for (const MatchSpans& match : kBracket.SearchAll(prose.text, passage)) {
    const std::string_view numbers = Slice(prose.text, match[1]);
    if (sight.taken.Has(match[0]) || !IsList(numbers)) continue;
    const TextSpan sentence = SentenceAt(prose.text, passage, match[0].begin);
    // "A total of 37% (60/164) of the recommendations".
    static const Pattern kShare("(?:%|per ?cent) ?$");
    const bool share =
        kShare.Search(prose.text, {sentence.begin, match[0].begin}).has_value();
    if (share || !kSpeaks.Search(prose.text, sentence)) continue;
    const Followed followed =
        ReadFollowed(prose.text, {match[0].end, sentence.end}, sight.works);
    const Mention* work =
        followed.work != nullptr
            ? followed.work
            : WithoutPointer(sight.works, sight.papers, match[0].begin);
    for (const TextSpan list : {match[1], followed.more}) {
      if (Empty(list)) continue;
      Mention mention = SingleMention(prose, p, list, work);
      mention.rule = "citation.single-list";
      mention.recommendation = std::string(Slice(prose.text, list));
      out->push_back(std::move(mention));
    }
  }
}

// "It is the seventh of twelve recommendations in Keys Kept", "the tenth of its
// fourteen": [1] the words, [2] the ordinal.
const Pattern& OrdinalOfSet() {
  static const Pattern kOfSet(
      "\\b((?:[Tt]he) ([a-z]+(?:-[a-z]+)?|[0-9]{1,3}(?:st|nd|rd|th)) of "
      "(?:(?:the|its|their|his|her|our|your|those) )?(?:[a-z]+(?:-[a-z]+)?|"
      "[0-9]{1,3}) recommendations)\\b");
  return kOfSet;
}

// "her thirty-ninth recommendation", "its sixth recommendation".
void FindOrdinals(const Prose& prose, std::size_t p, const Sight& sight,
                  std::vector<Mention>* out) {
  static const Pattern kOrdinal(
      "\\b((?:[Ii]ts|[Tt]heir|[Hh]er|[Hh]is|[Mm]y|[Oo]ur|[Yy]our|the "
      "[Ii]nquiry['’]s|the "
      "report['’]s|the [Ii]nspectorate['’]s|[Tt]he) ([a-z]+(?:-[a-z]+)?|"
      "[0-9]{1,3}(?:st|nd|rd|th)) recommendation)\\b");
  static const Pattern kOfAnother(
      "^ (?:of|in|from|made|below|above|here|under)\\b");
  const TextSpan passage = prose.passages[p].span;
  auto matches = kOrdinal.SearchAll(prose.text, passage);
  for (MatchSpans& of : OrdinalOfSet().SearchAll(prose.text, passage)) {
    matches.push_back(std::move(of));
  }
  for (const MatchSpans& match : matches) {
    const int number = Ordinal(Slice(prose.text, match[2]));
    if (number == 0 || sight.taken.Has(match[1])) continue;
    const bool of_set = Slice(prose.text, match[1]).ends_with("s");
    if (!of_set && kOfAnother.Search(prose.text, {match[1].end, passage.end}))
      continue;
    const Mention* work =
        WithoutPointer(sight.works, sight.papers, match[1].begin);
    if (NamesAnother(prose.text, {match[1].end, passage.end}, work)) continue;
    Mention mention = SingleMention(prose, p, match[1], work);
    mention.rule = "citation.single";
    mention.recommendation = std::to_string(number);
    out->push_back(std::move(mention));
  }
}

}  // namespace

void FindSingles(const Prose& prose, const Header& header,
                 std::vector<Mention>* mentions) {
  std::vector<Mention> found;
  const WorksNamed works(prose, *mentions);
  const PapersBefore papers(prose, header);
  const Taken taken(*mentions);
  const Sight sight{works, papers, taken, LastOwnNumber(prose)};
  const auto own = OwnCodes(prose);
  for (std::size_t p = 0; p < prose.passages.size(); ++p) {
    FindNamed(prose, p, sight, &found);
    FindBracketed(prose, p, sight, &found);
    FindOrdinals(prose, p, sight, &found);
    FindCodes(prose, p, sight, own, &found);
  }
  mentions->insert(mentions->end(), found.begin(), found.end());
}

}  // namespace concord::extraction
