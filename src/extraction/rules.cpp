#include "extraction/rules.h"

#include <re2/re2.h>

#include "concord/base/result.h"
#include "extraction/grams.h"
#include "extraction/latin.h"

namespace concord::extraction {
namespace {

re2::RE2::Options QuietOptions() {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(32 << 20);
  return options;
}

constexpr std::size_t kNoNumber = static_cast<std::size_t>(-1);

std::size_t NextNumber() {
  static std::atomic<std::size_t> next = 0;
  return next.fetch_add(1, std::memory_order_relaxed);
}

}  // namespace

Pattern::Pattern(std::string_view expression, Use use)
    : expression_(expression),
      needed_(expression),
      number_(use == Use::kLasting ? NextNumber() : kNoNumber) {
#ifndef NDEBUG
  Compiled(false);  // so that tests meet one that does not compile
#endif
}

Pattern::~Pattern() = default;

const re2::RE2& Pattern::Compiled(bool latin) const {
  Program& program = latin ? latin_ : any_;
  if (const auto* ready = program.ready.load(std::memory_order_acquire)) {
    return *ready;
  }
  std::call_once(program.once, [&] {
    program.compiled = std::make_unique<const re2::RE2>(
        latin ? ForLatin(expression_) : expression_, QuietOptions());
    CHECK(program.compiled->ok(),
          expression_ + ": " + program.compiled->error());
    program.ready.store(program.compiled.get(), std::memory_order_release);
  });
  return *program.compiled;
}

const re2::RE2* Pattern::ToTry(std::string_view part) const {
  GramsInUse* page = GramsInUse::For(part);
  if (page == nullptr) return &Compiled(IsLatin(part));
  if (!needed_.nothing()) {
    const std::uint32_t begin = page->grams().OffsetOf(part);
    const TextSpan within{begin,
                          begin + static_cast<std::uint32_t>(part.size())};
    const bool may_match =
        number_ == kNoNumber
            ? needed_.In(page->grams()).MayMatch(within)
            : page->PlacesOf(number_, needed_).MayMatch(within);
    if (!may_match) return nullptr;
  }
  // One foreign name in a page does not make its other lines foreign. A long
  // line is not walked through for each match in it.
  constexpr std::size_t kLongLine = 1000;
  return &Compiled(page->is_latin() ||
                   (part.size() <= kLongLine && IsLatin(part)));
}

std::optional<MatchSpans> Pattern::Search(std::string_view text,
                                          TextSpan within) const {
  const std::string_view part = Slice(text, within);
  const re2::RE2* expression = ToTry(part);
  if (expression == nullptr) return std::nullopt;
  const auto groups =
      static_cast<std::size_t>(expression->NumberOfCapturingGroups()) + 1;
  const re2::StringPiece input(part.data(), part.size());
  thread_local std::vector<re2::StringPiece> pieces;
  pieces.assign(groups, {});
  if (!expression->Match(input, 0, part.size(), re2::RE2::UNANCHORED,
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
  const re2::RE2* expression = ToTry(text);
  return expression != nullptr &&
         expression->Match({text.data(), text.size()}, 0, text.size(),
                           re2::RE2::UNANCHORED, nullptr, 0);
}

}  // namespace concord::extraction
