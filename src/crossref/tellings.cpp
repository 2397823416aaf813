#include "crossref/tellings.h"

#include <re2/re2.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "concord/base/unicode.h"
#include "crossref/piece.h"

namespace concord::crossref {
namespace {

using document::BlockKind;
using extraction::CountPart;
using extraction::StatedCount;
using extraction::WorkKind;

// What is done: an adjective or a participle.
#define CONCORD_DONE                                                       \
  "(?:(?:fully |now )?(?:carried out|implemented|completed?|met|done|"     \
  "finished|discharged|delivered|achieved|signed off|put into effect|put " \
  "in place))"
#define CONCORD_NUMBER "([A-Za-z]+(?:-[a-z]+)?|[0-9]{1,3})"

// "have been carried out", "are now complete": as it is on the day of the
// paper. [1] the words up to there.
const re2::RE2& NowDone() {
  static const re2::RE2 kDone(
      "^([^.;]{0,200}?\\b(?:(?:have|has) (?:now |all |since |already )*been "
      "(?:fully |now )?(?:carried out|implemented|completed|met|done|"
      "discharged|delivered|achieved|put into effect|put in place)|(?:are|is) "
      "(?:now |all |already )*(?:fully )?(?:complete|completed|carried out|"
      "implemented|done)))\\b");
  return kDone;
}

// "are still outstanding", "have not yet been carried out": all the others are
// done.
const re2::RE2& NowLeft() {
  static const re2::RE2 kLeft(
      "^([^.;]{0,160}?\\b(?:(?:are|is|remains?) (?:still |now |as yet )?"
      "(?:outstanding|incomplete)|(?:have|has) (?:still )?(?:not|yet to be)(?: "
      "yet| been)* (?:carried out|implemented|completed|met|done)))\\b");
  return kLeft;
}

bool SaysNot(std::string_view words) {
  static const re2::RE2 kNot(
      "(?i)\\b(?:not|cannot|if|until|when|once|were|was|had|will|would|should|"
      "yet|said|told|claimed|shown|report(?:s|ed) that)\\b");
  return re2::RE2::PartialMatch(Piece(words), kNot);
}

// What `words`, which begin at `begin` with a number, say to be done.
std::optional<TextSpan> DoneIn(std::string_view words, std::uint32_t begin) {
  re2::StringPiece said;
  if (!re2::RE2::PartialMatch(Piece(words), NowDone(), &said)) {
    return std::nullopt;
  }
  if (SaysNot({said.data(), said.size()})) return std::nullopt;
  return TextSpan{begin, begin + static_cast<std::uint32_t>(said.size())};
}

// What `words` say to be left.
std::optional<TextSpan> LeftIn(std::string_view words, std::uint32_t begin) {
  static const re2::RE2 kNot(
      "(?i)\\b(?:if|until|when|once|were|was|had|will|would|should|said|told|"
      "claimed|shown|report(?:s|ed) that)\\b");
  re2::StringPiece said;
  if (!re2::RE2::PartialMatch(Piece(words), NowLeft(), &said) ||
      re2::RE2::PartialMatch(said, kNot)) {
    return std::nullopt;
  }
  return TextSpan{begin, begin + static_cast<std::uint32_t>(said.size())};
}

// "Twelve of the fourteen": 12; "all 20": 20; 0 where the words say neither.
std::int32_t NumberOfThem(const StatedCount& count) {
  static const re2::RE2 kOf(
      "(?i)^([a-z0-9-]+) of (?:the|its|their|these|those|our|my) ");
  static const re2::RE2 kAll("(?i)^all\\b");
  std::string number;
  if (re2::RE2::PartialMatch(count.printed, kOf, &number)) {
    const int many = NumberWord(number);
    if (many > 0 && many < count.count) return many;
  }
  return re2::RE2::PartialMatch(count.printed, kAll) ? count.count : 0;
}

// Not an Act, nor a paper of a committee ("Report 4 to the Committee, 12 May
// 1998"): nobody follows up what those recommend.
bool MayBeFollowedUp(const extraction::Citation& citation) {
  static const re2::RE2 kPaper(
      "^(?i:report|paper|item|minutes?|agenda)s? (?:no\\.? )?(?:[0-9]+[a-z]? )?"
      "(?:to|of|from|for) ");
  return citation.kind != WorkKind::kAct && citation.kind != WorkKind::kCode &&
         citation.kind != WorkKind::kGuidance &&
         !re2::RE2::PartialMatch(Piece(citation.title), kPaper);
}

// "Mrs Ash's report Safe at Night": two names of one work, the title last.
bool StandsBeforeTitle(const std::vector<TitleMention>& mentions,
                       std::size_t i) {
  return i + 1 < mentions.size() &&
         mentions[i + 1].report == mentions[i].report &&
         mentions[i + 1].citation != nullptr &&
         mentions[i + 1].span.begin == mentions[i].span.end + 1;
}

class TellingReader {
 public:
  TellingReader(const Reports& reports, std::size_t report,
                const WorkRegistry& registry,
                const std::vector<ResolvedRelation>& relations,
                const FollowedUp& followed_up)
      : report_(report),
        record_(*reports[report]),
        text_(reports[report]->document.text),
        registry_(registry),
        relations_(relations),
        followed_up_(followed_up) {}

  std::vector<Telling> Read() {
    for (const StatedCount& count : record_.extraction.counts) {
      if (!count.approximate) ReadCount(count);
    }
    if (MayTell(text_)) {
      const auto& blocks = record_.document.blocks;
      for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (blocks[i].kind != BlockKind::kParagraph &&
            blocks[i].kind != BlockKind::kListItem) {
          continue;
        }
        if (MayTell(Slice(text_, blocks[i].span))) ReadBlock(blocks[i].span);
      }
    }
    for (Telling& telling : found_) {
      telling.block = document::BlockAt(record_.document, telling.span.begin);
      if (!telling.work) {
        telling.work = followed_up_.WorkAt(report_, telling.span);
      }
    }
    std::stable_sort(
        found_.begin(), found_.end(),
        [](const Telling& a, const Telling& b) { return a.span < b.span; });
    return std::move(found_);
  }

 private:
  // Most texts hold none of the words of the sentences read below.
  static bool MayTell(std::string_view text) {
    static const re2::RE2 kAny(
        "\\b(?:[Ff]inds?|[Ff]ound|make it|make them|count(?:ed|s)?|could be|"
        "reported|shown|given|described|gave|gives|shows|lists|listed)\\b "
        "|that [^.;:]{1,60} (?:were|was|had been|have been|are) " CONCORD_DONE
        "|\\bclaim(?:s|ed)? ");
    return re2::RE2::PartialMatch(Piece(text), kAny);
  }

  // Counts are read with their parts; what is left to say is which of them
  // are done.
  void ReadCount(const StatedCount& count) {
    Telling telling;
    telling.report = report_;
    telling.of = count.count;
    telling.work = WorkOfCount(count, report_, record_, registry_, relations_);
    for (const CountPart& part : count.partition) {
      const auto done = DoneIn(Slice(text_, part.span), part.span.begin);
      if (!done || part.rule == "count.part-remainder") continue;
      telling.done = part.count;
      telling.span = *done;
      Add(telling);
      return;
    }
    telling.done = NumberOfThem(count);
    if (telling.done == 0) return;
    const TextSpan sentence = SentenceAround(record_, count.span);
    const std::string_view rest = Slice(
        text_, {count.span.begin, std::max(sentence.end, count.span.end)});
    auto done = DoneIn(rest, count.span.begin);
    telling.found = IsFinding(sentence);
    if (!done && telling.found) done = FoundDone(rest, count.span.begin);
    if (!done && telling.done < telling.of) {
      done = LeftIn(rest, count.span.begin);
      if (done) telling.done = telling.of - telling.done;
    }
    if (!done) return;
    telling.span = *done;
    if (Add(telling)) ReadNotAsTold(telling, sentence);
  }

  // "nine of the fourteen are complete, not twelve as members were told".
  void ReadNotAsTold(const Telling& own, TextSpan sentence) {
    static const re2::RE2 kNot(
        "^[^.;]{0,60}?,? ((?:and )?not (?:the )?" CONCORD_NUMBER
        "(?: (?:recommendations|actions|which|that|as))?(?: [^ .;,]+){0,9}? "
        "(?:told|reported|claimed|said|stated|announced|advised))\\b");
    if (own.span.end >= sentence.end) return;
    TakeMatch(kNot, {own.span.end, sentence.end}, [&](Telling* telling) {
      telling->of = own.of;
      telling->work = own.work;
      telling->told = true;
      return telling->done <= telling->of;
    });
  }

  bool IsFinding(TextSpan sentence) const {
    static const re2::RE2 kFinds(
        "\\b(?:finds?|found)\\b(?: now)?(?: that)?\\b");
    return re2::RE2::PartialMatch(Piece(Slice(text_, sentence)), kFinds);
  }

  // "six of the eleven requests complete", of what was found.
  static std::optional<TextSpan> FoundDone(std::string_view words,
                                           std::uint32_t begin) {
    static const re2::RE2 kDone("^([^.;,:]{0,120}? (?:to be )?" CONCORD_DONE
                                ")(?:[.,;:]|$| and )");
    re2::StringPiece said;
    if (!re2::RE2::PartialMatch(Piece(words), kDone, &said)) {
      return std::nullopt;
    }
    if (SaysNot({said.data(), said.size()})) return std::nullopt;
    return TextSpan{begin, begin + static_cast<std::uint32_t>(said.size())};
  }

  void ReadBlock(TextSpan block) {
    std::optional<Telling> told;  // in the sentence before
    for (const TextSpan sentence : Sentences(text_, block)) {
      const std::size_t known = found_.size();
      if (told) ReadOwnNumber(sentence, *told);
      ReadFoundOfThem(sentence);
      ReadTold(sentence);
      told.reset();
      if (found_.size() > known && found_.back().told) told = found_.back();
    }
  }

  // "She had found six of them complete."
  void ReadFoundOfThem(TextSpan sentence) {
    static const re2::RE2 kOfThem(
        "\\b((?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|[Tt]he [a-z]+(?: [a-z]+)?) "
        "(?:(?:has|have|had) )?(?:find|finds|found) " CONCORD_NUMBER
        " of (?:them|these|those) (?:to be |had been |have been |were |are "
        ")?" CONCORD_DONE ")\\b");
    TakeMatch(kOfThem, sentence, [&](Telling* telling) {
      const StatedCount* count = CountBefore(telling->span);
      if (count == nullptr || count->count < telling->done) return false;
      telling->of = count->count;
      telling->found = true;
      telling->work =
          WorkOfCount(*count, report_, record_, registry_, relations_);
      return true;
    });
  }

  // "said that eleven were complete", "was told that four of its nine had
  // been met", "claims nine requests out of its ten".
  void ReadTold(TextSpan sentence) {
    static const re2::RE2 kThat(
        "\\b((?:said|told|reported|stated|claim(?:s|ed)?|informed|advised|"
        "announced|took the view)\\b(?: [^ .;:,]+){0,7}? that (?:only |all "
        ")?" CONCORD_NUMBER
        "(?: recommendations?| actions?| of them)?(?: of (?:[^ .;:,]+ "
        "){1,4}?" CONCORD_NUMBER
        "(?: recommendations?| actions?)?)? (?:were|was|had been|have been|are|"
        "could be) (?:now )?" CONCORD_DONE ")\\b");
    static const re2::RE2 kOutOf(
        "\\b(claim(?:s|ed)? " CONCORD_NUMBER
        "(?: recommendations?| actions?)? out of (?:its|the|their|our|my|his|"
        "her) " CONCORD_NUMBER ")\\b");
    // "eleven were reported as complete", "the plan counted eleven as done".
    static const re2::RE2 kReported(
        "(?:^|[ ,;])(" CONCORD_NUMBER
        "(?: recommendations| actions| of them)? (?:were|was|had been) (?:then "
        ")?(?:reported|shown|given|claimed|described|counted)(?: in "
        "[A-Z][a-z]+|"
        " then| last time)? (?:as|to be|to have been) " CONCORD_DONE ")\\b");
    static const re2::RE2 kCounted(
        "\\b((?:plan|paper|report|letter|schedule|table|list|return|force|"
        "department|officers|unit) (?:counts|counted|gives|gave|shows|showed|"
        "lists|listed|claims|claimed) " CONCORD_NUMBER
        "(?: recommendations| actions| of them)? (?:as|to be) " CONCORD_DONE
        ")\\b");
    for (const re2::RE2* pattern : {&kThat, &kOutOf, &kReported, &kCounted}) {
      TakeMatch(*pattern, sentence, [&](Telling* telling) {
        static const re2::RE2 kOnly("\\bthat only\\b");
        telling->told = true;
        telling->only =
            re2::RE2::PartialMatch(Piece(Slice(text_, telling->span)), kOnly);
        return telling->of == 0 || telling->done <= telling->of;
      });
    }
  }

  // "We find two: 1 and 6.", "I make it seven.", after what was told.
  void ReadOwnNumber(TextSpan sentence, Telling told) {
    static const re2::RE2 kOwn(
        "^((?:(?:We|I) (?:now |ourselves |myself )?(?:find|found|count|counted|"
        "make it|make them|can find|could find|can confirm|could confirm|"
        "confirm)|The (?:true|right|correct|real) (?:number|figure) is|(?:My|"
        "Our) (?:own )?(?:count|figure|number) is) (?:only |no more than "
        ")?" CONCORD_NUMBER ")(?:[.:;,]| of them\\b|$)");
    static const re2::RE2 kOnly(
        "^(Only " CONCORD_NUMBER
        "(?: of them)? (?:(?:have|has) (?:now )?been|are|is) " CONCORD_DONE
        ")(?:[.:;,]|$)");
    for (const re2::RE2* pattern : {&kOwn, &kOnly}) {
      TakeMatch(*pattern, sentence, [&](Telling* telling) {
        telling->of = told.of;
        telling->work = told.work;
        telling->found = true;
        return telling->of == 0 || telling->done <= telling->of;
      });
    }
  }

  // [1] the words, [2] how many, [3] of how many where it is there.
  template <class Complete>
  void TakeMatch(const re2::RE2& pattern, TextSpan sentence,
                 const Complete& complete) {
    const std::string_view words = Slice(text_, sentence);
    re2::StringPiece whole;
    re2::StringPiece done;
    re2::StringPiece of;
    const bool matches =
        pattern.NumberOfCapturingGroups() > 2
            ? re2::RE2::PartialMatch(Piece(words), pattern, &whole, &done, &of)
            : re2::RE2::PartialMatch(Piece(words), pattern, &whole, &done);
    if (!matches) return;
    Telling telling;
    telling.report = report_;
    telling.done = std::max(NumberWord({done.data(), done.size()}), 0);
    telling.of = of.empty() ? 0 : NumberWord({of.data(), of.size()});
    const auto begin = sentence.begin +
                       static_cast<std::uint32_t>(whole.data() - words.data());
    telling.span = {begin, begin + static_cast<std::uint32_t>(whole.size())};
    if (telling.done == 0 || telling.of < 0 || !complete(&telling)) return;
    Add(telling);
  }

  // False where its words are read already.
  bool Add(const Telling& telling) {
    const bool known =
        std::any_of(found_.begin(), found_.end(), [&](const Telling& other) {
          return Overlaps(other.span, telling.span);
        });
    if (!known) found_.push_back(telling);
    return !known;
  }

  // The number of recommendations that the paragraph stated last.
  const StatedCount* CountBefore(TextSpan span) const {
    const std::int32_t block = document::BlockAt(record_.document, span.begin);
    const StatedCount* last = nullptr;
    for (const StatedCount& count : record_.extraction.counts) {
      if (count.span.end > span.begin) continue;
      if (document::BlockAt(record_.document, count.span.begin) != block) {
        continue;
      }
      last = &count;
    }
    return last;
  }

  std::size_t report_;
  const store::ReportRecord& record_;
  std::string_view text_;
  const WorkRegistry& registry_;
  const std::vector<ResolvedRelation>& relations_;
  const FollowedUp& followed_up_;
  std::vector<Telling> found_;
};

}  // namespace

FollowedUp::FollowedUp(const Reports& reports, const WorkRegistry& registry)
    : reports_(reports), registry_(registry), mentions_(reports.size()) {
  for (std::size_t i = 0; i < registry.mentions.size(); ++i) {
    const TitleMention& mention = registry.mentions[i];
    if (mention.citation == nullptr || !MayBeFollowedUp(*mention.citation) ||
        StandsBeforeTitle(registry.mentions, i)) {
      continue;
    }
    mentions_[mention.report].push_back(i);
  }
}

std::optional<std::size_t> FollowedUp::WorkAt(std::size_t report,
                                              TextSpan span) const {
  const document::Document& document = reports_[report]->document;
  const std::int32_t block = document::BlockAt(document, span.begin);
  std::set<std::size_t> beside;  // in the same paragraph, before
  std::set<std::size_t> singly;  // a recommendation of theirs by its number
  std::set<std::size_t> all;
  for (const std::size_t i : mentions_[report]) {
    const TitleMention& mention = registry_.mentions[i];
    const std::size_t work = registry_.work_of_mention[i];
    if (registry_.own[report] == work) continue;
    all.insert(work);
    if (!mention.citation->recommendation.empty()) singly.insert(work);
    if (mention.span.begin < span.begin &&
        document::BlockAt(document, mention.span.begin) == block) {
      beside.insert(work);
    }
  }
  for (const std::set<std::size_t>* works : {&beside, &singly, &all}) {
    if (works->size() == 1) return *works->begin();
    if (!works->empty()) return std::nullopt;
  }
  return std::nullopt;
}

std::vector<Telling> TellingsIn(const Reports& reports, std::size_t report,
                                const WorkRegistry& registry,
                                const std::vector<ResolvedRelation>& relations,
                                const FollowedUp& followed_up) {
  return TellingReader(reports, report, registry, relations, followed_up)
      .Read();
}

}  // namespace concord::crossref
