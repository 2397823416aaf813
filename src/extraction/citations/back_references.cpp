// Works pointed back at: "the 1998 report", "that report", "ibid.".
//
// A year means the one work of that year, "that report" the last one named in
// this passage or the one before, "ibid." the last one named at all, in a note
// that of the note before. Where none fits, or several do, the words are kept
// without a title: they cite something, and a reader has to say what.
//
// "That report" begins a sentence or follows a preposition; elsewhere "that" is
// mostly the conjunction ("he said that inspection was needed").
//
// Cost: one look-up for each. Tests: stage_examples_test.cpp.

#include "concord/base/unicode.h"
#include "extraction/citations/mention.h"
#include "extraction/citations/works_named.h"

namespace concord::extraction {
namespace {

constexpr std::string_view kNouns =
    "(report|review|inquiry|inspection|thematic|scrutiny|Report|Review|Inquiry|"
    "Inspection|Thematic|Scrutiny)";

void Add(const Prose& prose, std::size_t p, TextSpan whole, const Mention* work,
         std::vector<Mention>* out) {
  Mention mention;
  mention.passage = p;
  mention.whole = whole;
  mention.title = {whole.begin, whole.begin};
  mention.rule = "citation.back-reference";
  mention.rank = 20;
  mention.complete = true;
  if (work != nullptr) {
    mention.as_title = work->Title(prose.text);
    mention.kind = work->kind;
    mention.year = work->year;
  }
  out->push_back(std::move(mention));
}

bool IsInquiry(std::string_view noun) {
  return KindOfNoun(Fold(noun)) == WorkKind::kInquiry;
}

void FindByYear(const Prose& prose, std::size_t p, const WorksNamed& works,
                std::vector<Mention>* out) {
  static const Pattern kOfYear("\\b([Tt]he ((?:19|20)[0-9]{2}) " +
                               std::string(kNouns) + ")(?:['’]s\\b|\\b)");
  for (const MatchSpans& match :
       kOfYear.SearchAll(prose.text, prose.passages[p].span)) {
    Add(prose, p, match[1], works.OfYear(Slice(prose.text, match[2])), out);
  }
}

void FindThat(const Prose& prose, std::size_t p, const WorksNamed& works,
              std::vector<Mention>* out) {
  static const Pattern kThat(
      "(?:^|[.;] |\\b(?:of|in|from|by|since|with|on|after|under|to|for|at) )"
      "([Tt]hat " +
      std::string(kNouns) + ")(?:['’]s\\b|[.,;:)]| |$)");
  const TextSpan passage = prose.passages[p].span;
  const std::uint32_t from =
      p > 0 ? prose.passages[p - 1].span.begin : passage.begin;
  for (const MatchSpans& match : kThat.SearchAll(prose.text, passage)) {
    const Mention* work = works.Between(from, match[1].begin);
    const bool inquiry = IsInquiry(Slice(prose.text, match[2]));
    const bool other =
        work != nullptr && inquiry != (work->kind == WorkKind::kInquiry);
    Add(prose, p, match[1], other ? nullptr : work, out);
  }
}

// The work of the note before, and of those that point at it: "ibid." in a note
// follows what that note cites, named or not.
class Notes {
 public:
  const Mention* Before(const Prose& prose, std::size_t p, std::uint32_t at,
                        const WorksNamed& works) const {
    const Mention* here = works.Between(prose.passages[p].span.begin, at);
    return here != nullptr || p != last_ + 1 ? here : work_;
  }

  // `pointed`: what the note's "ibid." stands for, or nullptr.
  void Leave(const Prose& prose, std::size_t p, const Mention* pointed,
             const WorksNamed& works) {
    const TextSpan span = prose.passages[p].span;
    const Mention* named = works.Between(span.begin, span.end);
    last_ = p;
    work_ = named != nullptr ? named : pointed;
  }

 private:
  std::size_t last_ = 0;
  const Mention* work_ = nullptr;
};

void FindIbidem(const Prose& prose, std::size_t p, const WorksNamed& works,
                Notes* notes, std::vector<Mention>* out) {
  static const Pattern kIbidem(
      "(?:^|[\\s(;,])([Ii]bid(?:em)?\\.?)(?:[\\s,;)]|$)");
  const bool note = prose.passages[p].kind == document::BlockKind::kFootnote;
  const Mention* pointed = nullptr;
  for (const MatchSpans& match :
       kIbidem.SearchAll(prose.text, prose.passages[p].span)) {
    pointed = note ? notes->Before(prose, p, match[1].begin, works)
                   : works.Between(0, match[1].begin);
    Add(prose, p, match[1], pointed, out);
  }
  if (note) notes->Leave(prose, p, pointed, works);
}

}  // namespace

void FindBackReferences(const Prose& prose, std::vector<Mention>* mentions) {
  std::vector<Mention> found;
  const WorksNamed works(prose, *mentions);
  Notes notes;
  for (std::size_t p = 0; p < prose.passages.size(); ++p) {
    FindByYear(prose, p, works, &found);
    FindThat(prose, p, works, &found);
    FindIbidem(prose, p, works, &notes, &found);
  }
  mentions->insert(mentions->end(), found.begin(), found.end());
}

}  // namespace concord::extraction
