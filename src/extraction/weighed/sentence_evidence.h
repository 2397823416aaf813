#pragma once
// What speaks for a sentence being asked or promised, and what against.
//
// Why: rules know the ways of asking that somebody has met. On pages that
// nobody had met they found half of what is asked. What carries over is not any
// one turn of phrase but many small signs at once: the words, how the sentence
// opens, the modal verb and how far into the sentence it stands, the heading,
// the sentence before, the sort of page. Each is a named fact here; how much it
// weighs is in sentence_weights.tsv, fitted by tools/fit_sentences.
//
//   "The Clerk should count the keys."  under "Conclusions"
//   word:clerk, opens2:clerk, modal:should, modal:should count, modal-at:0,
//   heading:conclusions, kind:inspection, last:., ...
//
// Pure functions of the reading; linear in its text. Asked of sentences in the
// order of the text, which is much quicker than in another.

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "extraction/reading.h"
#include "extraction/rules.h"

namespace concord::extraction {

// A sentence of a line, or of one cell of a row.
struct SentencePlace {
  TextSpan span;
  TextSpan before;         // the sentence before it; of a first one the line
  std::size_t line = 0;    // of the reading
  std::int32_t cell = -1;  // which of its row; -1: in no table
  bool first = false;      // of its line or cell
  bool alone = false;      // no other in its line or cell
};

// In the order of the text; headings have none.
std::vector<SentencePlace> SentencePlaces(const Reading& reading);

class SentenceEvidence {
 public:
  // Takes a fact's name, valid during the call, and its value: 1 of what is
  // there or not, a share from 0 to 1 of what there is more or less of.
  using Tell = std::function<void(std::string_view name, double value)>;

  // The reading must outlive it.
  explicit SentenceEvidence(const Reading& reading);

  // Tells every fact of the sentence; a name may come twice, and counts once.
  void Of(const SentencePlace& place, const Tell& tell) const;

 private:
  // What is read of a sentence: the next one looks at it again.
  struct Said {
    TextSpan span;
    std::vector<TextSpan> words;
    std::optional<MatchSpans> modal;
  };

  Said Read(TextSpan span) const;
  void TellOfPlace(const SentencePlace& place, const Said& before,
                   const Tell& tell) const;

  const Reading& reading_;
  mutable Said last_;
  // How often the page says these words, as told of each of its sentences.
  std::vector<std::pair<std::string_view, double>> page_;
};

}  // namespace concord::extraction
