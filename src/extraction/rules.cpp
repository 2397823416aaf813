#include "extraction/rules.h"

#include <re2/re2.h>

#include "concord/base/result.h"
#include "extraction/grams.h"

namespace concord::extraction {
namespace {

re2::RE2::Options QuietOptions() {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(32 << 20);
  return options;
}

// An expression is asked what letters it needs once it is tried often enough
// for that to pay: one page asks nothing, an import asks in its first pages.
constexpr std::uint32_t kTriesThatPay = 512;

}  // namespace

Pattern::Pattern(std::string_view expression)
    : expression_(std::make_unique<const re2::RE2>(
          re2::StringPiece(expression.data(), expression.size()),
          QuietOptions())) {
  CHECK(expression_->ok(),
        std::string(expression) + ": " + expression_->error());
}

Pattern::~Pattern() = default;

bool Pattern::MayMatch(std::string_view part) const {
  const Grams* grams = GramsInUse::For(part);
  if (grams == nullptr) return true;
  if (tries_.load(std::memory_order_relaxed) < kTriesThatPay) {
    tries_.fetch_add(1, std::memory_order_relaxed);
    return true;
  }
  std::call_once(asked_,
                 [&] { needed_ = NeededLetters(expression_->pattern()); });
  if (needed_.nothing()) return true;
  const std::uint32_t begin = grams->OffsetOf(part);
  return needed_.MayMatch(
      *grams, {begin, begin + static_cast<std::uint32_t>(part.size())});
}

std::optional<MatchSpans> Pattern::Search(std::string_view text,
                                          TextSpan within) const {
  const std::string_view part = Slice(text, within);
  if (!MayMatch(part)) return std::nullopt;
  const auto groups =
      static_cast<std::size_t>(expression_->NumberOfCapturingGroups()) + 1;
  const re2::StringPiece input(part.data(), part.size());
  thread_local std::vector<re2::StringPiece> pieces;
  pieces.assign(groups, {});
  if (!expression_->Match(input, 0, part.size(), re2::RE2::UNANCHORED,
                          pieces.data(), static_cast<int>(groups))) {
    return std::nullopt;
  }
  MatchSpans spans;
  spans.reserve(groups);
  for (const re2::StringPiece& piece : pieces) {
    if (piece.data() == nullptr) {
      spans.push_back({within.begin, within.begin});
      continue;
    }
    const auto begin = static_cast<std::uint32_t>(
        within.begin + static_cast<std::size_t>(piece.data() - part.data()));
    spans.push_back({begin, begin + static_cast<std::uint32_t>(piece.size())});
  }
  return spans;
}

std::optional<MatchSpans> Pattern::Search(std::string_view text) const {
  return Search(text, WholeOf(text));
}

std::vector<MatchSpans> Pattern::SearchAll(std::string_view text,
                                           TextSpan within) const {
  std::vector<MatchSpans> all;
  while (within.begin < within.end) {
    auto match = Search(text, within);
    if (!match) break;
    const TextSpan whole = match->front();
    all.push_back(std::move(*match));
    within.begin = whole.end > whole.begin ? whole.end : whole.end + 1;
  }
  return all;
}

// Without groups RE2 need not look for where they begin.
bool Pattern::Matches(std::string_view text) const {
  return MayMatch(text) &&
         expression_->Match({text.data(), text.size()}, 0, text.size(),
                            re2::RE2::UNANCHORED, nullptr, 0);
}

}  // namespace concord::extraction
