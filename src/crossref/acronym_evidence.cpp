#include "crossref/acronym_evidence.h"

#include <re2/re2.h>

#include <algorithm>

#include "concord/base/ascii.h"
#include "concord/document/document.h"
#include "crossref/acronyms.h"
#include "crossref/piece.h"

namespace concord::crossref {
namespace {

// "JH" and "3" of "JH3"; no number for a word of letters.
std::pair<std::string, std::string> StemAndNumber(const std::string& form) {
  const auto digit = std::find_if(form.begin(), form.end(), IsDigit);
  return {std::string(form.begin(), digit), std::string(digit, form.end())};
}

// Letters alone, capitals as small ones, five bits each: ten are fifty bits.
// Every word of an archive is looked at, and a set of strings was two fifths of
// what a command took to read one. 0 where there is anything else in it, which
// no word of a sentence has.
constexpr std::size_t kLongest = 10;
std::uint64_t LettersOf(std::string_view word) {
  if (word.size() > kLongest) return 0;
  std::uint64_t letters = 0;
  for (const char c : word) {
    if (!IsUpper(c) && !IsLower(c)) return 0;
    letters = letters << 5 | static_cast<std::uint64_t>(c & 0x1F);
  }
  return letters;
}

// "Ash" for ASH, "not" for NOT: words that are also written otherwise.
void CollectWords(std::string_view text,
                  std::unordered_set<std::uint64_t>* words) {
  for (std::size_t i = 0; i < text.size();) {
    const bool first = IsUpper(text[i]) || IsLower(text[i]);
    const bool inside = i > 0 && (IsUpper(text[i - 1]) ||
                                  IsLower(text[i - 1]) || IsDigit(text[i - 1]));
    if (!first || inside) {
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    while (end < text.size() && IsLower(text[end])) ++end;
    const bool whole =
        end == text.size() || (!IsUpper(text[end]) && !IsDigit(text[end]));
    // A short word with a capital may be a stroke of the pen ("Pc" for PC).
    const std::size_t least = IsUpper(text[i]) ? 4 : 2;
    if (whole && end - i >= least && end - i <= kLongest) {
      words->insert(LettersOf(text.substr(i, end - i)));
    }
    i = end;
  }
}

// Words of the same line around a use, as far as they matter.
constexpr std::uint32_t kReach = 24;

}  // namespace

AcronymEvidence::AcronymEvidence(const Reports& reports) {
  for (const store::ReportRecord* report : reports) {
    CollectWords(report->text(), &words_);
    for (const document::Block& block : report->document.blocks) {
      if (block.kind == document::BlockKind::kChrome) continue;
      const bool note = block.kind == document::BlockKind::kFootnote;
      for (const AcronymUse& use :
           FindAcronymUses(report->text(), block.span)) {
        const auto [stem, number] = StemAndNumber(use.short_form);
        if (!number.empty()) numbers_[stem].insert(number);
        Tally& tally = tallies_[use.short_form];
        if (!note) Weigh(report->text(), block.span, use.span, &tally);
      }
    }
  }
}

void AcronymEvidence::Weigh(std::string_view text, TextSpan within,
                            TextSpan use, Tally* tally) {
  static const re2::RE2 kExhibit("(?i)\\bexhibits? $");
  static const re2::RE2 kArticle("(?:^|[ (])(?:the|The|an?|An?) $");
  static const re2::RE2 kSeries("(?:[\\])][, ]|[0-9] ?|[-/_.@])$");
  static const re2::RE2 kActs(
      "^(?:(?:'|’)s\\b| (?:will|would|shall|should|must|can|could|may|has|have|"
      "had|is|are|was|were|does|did)\\b)");
  static const re2::RE2 kNumber("^(?: ?[0-9(]|[-/_.@][\\p{L}\\p{N}])");
  static const re2::RE2 kSurname("^ \\p{Lu}\\p{Ll}");
  const std::uint32_t begin =
      use.begin - within.begin > kReach ? use.begin - kReach : within.begin;
  const std::uint32_t end = std::min(within.end, use.end + kReach);
  const std::string_view before = Slice(text, {begin, use.begin});
  const std::string_view after = Slice(text, {use.end, end});
  const auto has = [](std::string_view words, const re2::RE2& pattern) {
    return re2::RE2::PartialMatch(Piece(words), pattern);
  };
  if (has(before, kExhibit)) tally->exhibit = true;
  if (has(before, kSeries) || has(after, kNumber)) return;
  const bool article = has(before, kArticle) || has(after, kActs);
  if (!article && has(after, kSurname)) return;
  tally->article = tally->article || article;
  ++tally->nouns;
}

bool AcronymEvidence::Supports(const std::string& short_form) const {
  const auto at = tallies_.find(short_form);
  if (at == tallies_.end() || at->second.exhibit) return false;
  if (words_.contains(LettersOf(short_form))) return false;
  const Tally& tally = at->second;
  const auto [stem, number] = StemAndNumber(short_form);
  if (!number.empty()) {
    const bool series = numbers_.at(stem).size() > 1;
    if (series || (number.size() > 1 && !tally.article)) return false;
  }
  // Two letters are as often a person's initials.
  const bool initials = number.empty() && short_form.size() < 3;
  return tally.article || tally.nouns > (initials ? 1 : 0);
}

}  // namespace concord::crossref
