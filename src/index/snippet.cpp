#include "index/snippet.h"

#include <algorithm>

#include "index/tokens.h"

namespace concord::index {
namespace {

constexpr std::string_view kEllipsis = "\xE2\x80\xA6";

// Words that match a leaf, as a stretch of the text.
struct Found {
  TextSpan span;
  std::size_t leaf = 0;
};

// Words of `tokens` from `first` that match `sequence`, or 0.
bool SequenceAt(const std::vector<Token>& tokens, std::size_t first,
                const std::vector<WordSet>& sequence) {
  if (first + sequence.size() > tokens.size()) return false;
  for (std::size_t i = 0; i < sequence.size(); ++i) {
    if (!sequence[i].contains(tokens[first + i].word)) return false;
  }
  return true;
}

void FindLeaf(const std::vector<Token>& tokens,
              const std::vector<JoinedWord>& joined, const LeafMarks& marks,
              std::size_t leaf, std::vector<Found>* found) {
  const auto add = [&](std::size_t first, std::size_t last) {
    found->push_back({{tokens[first].span.begin, tokens[last].span.end}, leaf});
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (marks.words.contains(tokens[i].word)) add(i, i);
    for (const std::vector<WordSet>& sequence : marks.sequences) {
      if (SequenceAt(tokens, i, sequence)) add(i, i + sequence.size() - 1);
    }
  }
  if (marks.joined.empty()) return;
  for (const JoinedWord& word : joined) {
    if (marks.joined.contains(word.word)) {
      add(word.first, word.first + word.count - 1);
    }
  }
}

std::vector<Found> FindAll(const std::vector<Token>& tokens,
                           const std::vector<LeafMarks>& leaves) {
  const std::vector<JoinedWord> joined = JoinedWords(tokens);
  std::vector<Found> found;
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    FindLeaf(tokens, joined, leaves[i], i, &found);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Found& a, const Found& b) {
                     return a.span.begin < b.span.begin;
                   });
  return found;
}

// The stretch of at most `max_bytes` with most different leaves, then most
// matches, then nearest the front.
TextSpan BestCore(const std::vector<Found>& found, std::size_t leaf_count,
                  std::size_t max_bytes) {
  std::vector<std::size_t> held(leaf_count);
  std::size_t different = 0;
  std::size_t best_score = 0;
  TextSpan best;
  std::size_t end = 0;  // found[first, end) lie in the stretch
  for (std::size_t first = 0; first < found.size(); ++first) {
    const std::uint32_t begin = found[first].span.begin;
    while (end < found.size() && found[end].span.end - begin <= max_bytes) {
      different += held[found[end++].leaf]++ == 0;
    }
    const std::size_t score = different * 1000 + (end - first);
    if (end > first && score > best_score) {
      best_score = score;
      best = {begin, found[end - 1].span.end};
    }
    if (end > first) {
      different -= --held[found[first].leaf] == 0;
    } else {
      end = first + 1;  // one match longer than a snippet
    }
  }
  return best;
}

// `core` with the words around it: a third of the free room before it, the
// rest after it, and what one side does not need goes to the other.
TextSpan Widen(TextSpan core, const std::vector<Token>& tokens,
               std::size_t text_size, std::size_t max_bytes) {
  if (text_size <= max_bytes) {
    return {0, static_cast<std::uint32_t>(text_size)};
  }
  const std::size_t room =
      max_bytes - std::min<std::size_t>(max_bytes, Length(core));
  const std::size_t after = text_size - core.end;
  std::size_t before = std::min<std::size_t>(core.begin, room / 3);
  before = std::max(before, room > after ? room - after : 0);
  TextSpan span = core;
  const std::size_t left =
      core.begin - std::min<std::size_t>(core.begin, before);
  const std::size_t right = std::min(text_size, left + max_bytes);
  for (const Token& token : tokens) {
    if (token.span.begin >= left && token.span.begin < span.begin) {
      span.begin = token.span.begin;
    }
    if (token.span.end <= right && token.span.end > span.end) {
      span.end = token.span.end;
    }
  }
  if (left == 0) span.begin = 0;
  if (right == text_size) span.end = static_cast<std::uint32_t>(text_size);
  return span;
}

// Length of white space at `at`: an ASCII byte or U+00A0; 0 if there is none.
std::size_t SpaceAt(std::string_view text, std::size_t at) {
  if (static_cast<unsigned char>(text[at]) <= ' ') return 1;
  return text.substr(at).starts_with("\xC2\xA0") ? 2 : 0;
}

// Copies text[span] with white space collapsed and takes the marks along.
Snippet Cut(std::string_view text, TextSpan span,
            const std::vector<Found>& found) {
  Snippet snippet;
  if (span.begin > 0) snippet.text = kEllipsis;
  auto mark = found.begin();
  bool open = false;
  bool space = false;
  for (std::size_t at = span.begin; at < span.end;) {
    while (!open && mark != found.end() && mark->span.begin < at) ++mark;
    if (const std::size_t length = SpaceAt(text, at)) {
      space = !snippet.text.empty() && at > span.begin;
      at += length;
      continue;
    }
    if (space) snippet.text.push_back(' ');
    space = false;
    if (!open && mark != found.end() && mark->span.begin == at &&
        mark->span.end <= span.end) {
      open = true;
      const auto begin = static_cast<std::uint32_t>(snippet.text.size());
      snippet.marks.push_back({begin, begin});
    }
    snippet.text.push_back(text[at++]);
    if (open && at == mark->span.end) {
      open = false;
      snippet.marks.back().end =
          static_cast<std::uint32_t>(snippet.text.size());
    }
  }
  if (span.end < text.size()) snippet.text += kEllipsis;
  return snippet;
}

// Matches that overlap become the first and longest of them.
std::vector<Found> Disjoint(std::vector<Found> found) {
  std::stable_sort(
      found.begin(), found.end(), [](const Found& a, const Found& b) {
        return a.span.begin != b.span.begin ? a.span.begin < b.span.begin
                                            : a.span.end > b.span.end;
      });
  std::vector<Found> disjoint;
  for (const Found& one : found) {
    if (disjoint.empty() || one.span.begin >= disjoint.back().span.end) {
      disjoint.push_back(one);
    }
  }
  return disjoint;
}

}  // namespace

Snippet MakeSnippet(std::string_view text, const std::vector<LeafMarks>& leaves,
                    std::size_t max_bytes) {
  const std::vector<Token> tokens = Tokens(text);
  const std::vector<Found> found = FindAll(tokens, leaves);
  const TextSpan core = BestCore(found, leaves.size(), max_bytes);
  const TextSpan span = Widen(core, tokens, text.size(), max_bytes);
  return Cut(text, span, Disjoint(found));
}

std::vector<TextSpan> FindMarks(std::string_view text,
                                const std::vector<LeafMarks>& leaves) {
  std::vector<TextSpan> marks;
  for (const Found& one : Disjoint(FindAll(Tokens(text), leaves))) {
    marks.push_back(one.span);
  }
  return marks;
}

}  // namespace concord::index
