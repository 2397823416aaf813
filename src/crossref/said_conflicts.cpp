// Two statements of which the page itself says that they do not agree.
//
// Corrected:    "A slipway would cost £61,000. That figure was wrong. The
//               engineer puts it at £74,500."
// Two counters: "By the harbour's list we had 31 recommendations; by the
// clerk's
//               new one 34."
// Two requests: "The review recommended that the desk be shut. Recommendation 9
//               of the Tarn Inquiry asks that it stay open. The two cannot be
//               reconciled."
//
// Each is taken at its word: the sentence that says so stands between the two
// or right behind them, in one paragraph.
//
// Tests: said_conflicts_test.cpp.

#include <re2/re2.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/unicode.h"
#include "crossref/page_reader.h"

namespace concord::crossref {
namespace {

using document::BlockKind;

// The paragraph says of a figure or of two requests that they cannot stand.
bool MaySay(std::string_view text) {
  static const re2::RE2 kAny(
      "\\b(?:was|were|is|are) (?:wrong|mistaken|incorrect|in error|an "
      "error)\\b|"
      "\\breconciled\\b|\\bcontradict\\b|\\bat odds\\b|\\birreconcilable\\b|"
      "\\bcannot both\\b|; (?:and )?by ");
  return re2::RE2::PartialMatch(Piece(text), kAny);
}

class SaidReader : private PageReader {
 public:
  explicit SaidReader(const store::ReportRecord& record) : PageReader(record) {}

  std::vector<Conflict> Read() {
    if (!MaySay(text_)) return {};
    for (const document::Block& block : record_.document.blocks) {
      if (block.kind != BlockKind::kParagraph &&
          block.kind != BlockKind::kListItem) {
        continue;
      }
      if (!MaySay(Slice(text_, block.span))) continue;
      const std::vector<TextSpan> sentences = Sentences(text_, block.span);
      for (std::size_t i = 0; i < sentences.size(); ++i) {
        Corrected(sentences, i);
        TwoRequests(sentences, i);
        TwoCounters(sentences[i]);
      }
    }
    return std::move(found_);
  }

 private:
  static constexpr const char* kMoney =
      "(£ ?[0-9][0-9,.]*[0-9](?:\\s?(?:million|billion|m|k))?)";

  // The last sum of money of the sentence, or its first.
  std::string MoneyIn(TextSpan sentence, bool last) const {
    static const re2::RE2 kSum(kMoney);
    re2::StringPiece rest = Piece(Slice(text_, sentence));
    std::string money;
    std::string one;
    while (re2::RE2::FindAndConsume(&rest, kSum, &one)) {
      money = one;
      if (!last) break;
    }
    return money;
  }

  void Corrected(const std::vector<TextSpan>& sentences, std::size_t i) {
    static const re2::RE2 kWrong(
        "^(?:That|This|The) (?:advice|figure|estimate|number|sum|statement|"
        "total|amount) (?:was|is) (?:wrong|mistaken|incorrect|in error|an "
        "error)\\b");
    if (i == 0 ||
        !re2::RE2::PartialMatch(Piece(Slice(text_, sentences[i])), kWrong)) {
      return;
    }
    const std::string wrong = MoneyIn(sentences[i - 1], true);
    if (wrong.empty()) return;
    // "It should have been £8." in the same sentence or soon after.
    constexpr std::size_t kSoon = 3;
    for (std::size_t k = i; k < sentences.size() && k <= i + kSoon; ++k) {
      const std::string right = MoneyIn(sentences[k], false);
      if (right.empty()) continue;
      if (right != wrong) {
        Add("a figure said to be wrong", Title(), wrong, right,
            sentences[i - 1], sentences[k]);
      }
      return;
    }
  }

  void TwoRequests(const std::vector<TextSpan>& sentences, std::size_t i) {
    static const re2::RE2 kCannot(
        "^(?:The two|These two|They|These|Both)(?: recommendations| requests)? "
        "(?:cannot (?:both )?be (?:reconciled|carried out|done|met)|contradict "
        "(?:each other|one another)|are (?:in conflict|irreconcilable|at "
        "odds)|conflict with (?:each other|one another))");
    static const re2::RE2 kRequest("(?i)\\brecommend");
    if (!re2::RE2::PartialMatch(Piece(Slice(text_, sentences[i])), kCannot)) {
      return;
    }
    std::vector<TextSpan> requests;
    for (std::size_t k = i; k-- > 0 && requests.size() < 2;) {
      if (re2::RE2::PartialMatch(Piece(Slice(text_, sentences[k])), kRequest)) {
        requests.push_back(sentences[k]);
      }
    }
    if (requests.size() < 2) return;
    Add("requests said not to agree", Title(), "one request", "the other",
        requests[1], requests[0]);
  }

#define CONCORD_LIST                                                      \
  " (?:list|count|reckoning|tally|register|records?|returns?|(?:new|old|" \
  "other|second) one|figures?)\\b"
  void TwoCounters(TextSpan sentence) {
    // Lists and the like, each somebody's: "by May ... by June" is progress.
    static const re2::RE2 kBy(
        "\\b([Bb]y [^.;:]{3,60}?" CONCORD_LIST
        "[^.;:]{0,60}? ([0-9]{1,4}|[a-z]+(?:-[a-z]+)?) recommendations?\\b"
        "[^.;]{0,100}); (?:and )?(by [^.;:0-9]{3,60}?" CONCORD_LIST
        "(?: alone)? ([0-9]{1,4}|[a-z]+(?:-[a-z]+)?))(?: recommendations?)?"
        "(?:[.,;]|$)");
    const std::string_view words = Slice(text_, sentence);
    re2::StringPiece a;
    re2::StringPiece b;
    std::string of_a;
    std::string of_b;
    if (!re2::RE2::PartialMatch(Piece(words), kBy, &a, &of_a, &b, &of_b)) {
      return;
    }
    if (NumberWord(of_a) <= 0 || NumberWord(of_b) <= 0 ||
        NumberWord(of_a) == NumberWord(of_b)) {
      return;
    }
    Add("two counts of one thing", Title(), of_a, of_b, At(a), At(b));
  }
};

}  // namespace

std::vector<Conflict> SaidConflicts(const Reports& reports) {
  return ReadPages<SaidReader>(reports);
}

}  // namespace concord::crossref
