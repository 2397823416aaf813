#include "index/query_lexer.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "concord/base/unicode.h"
#include "index/fields.h"

namespace concord::index {
namespace {

constexpr std::uint32_t kNearWords = 10;      // a NEAR b
constexpr std::uint32_t kMaxNearWords = 100;  // a NEAR/100 b
constexpr std::size_t kMinBeginning = 3;      // letters before a *

bool IsSpaceByte(char c) {
  return static_cast<unsigned char>(c) <= ' ' || c == 0x7F;
}

// Length in bytes of a double quotation mark of any kind at the front, or 0.
std::size_t QuoteAtFront(std::string_view text) {
  static constexpr std::string_view kQuotes[] = {
      "\"",           "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x9E",
      "\xE2\x80\x9F", "\xC2\xAB",     "\xC2\xBB",     "\xEF\xBC\x82"};
  for (const std::string_view quote : kQuotes) {
    if (text.starts_with(quote)) return quote.size();
  }
  return 0;
}

// Length of white space at the front that is not one ASCII byte, or 0.
std::size_t WideSpaceAtFront(std::string_view text) {
  if (text.starts_with("\xC2\xA0")) return 2;
  if (text.starts_with("\xE3\x80\x80")) return 3;
  return 0;
}

std::string LowerAscii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

// The letters before a colon that something is written against: "title" of
// "title:x" and of "title:" before a quotation mark; "" if there are none.
std::string_view FieldAtFront(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0) return {};
  const std::string_view name = text.substr(0, colon);
  const bool letters = std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  });
  const std::string_view rest = text.substr(colon + 1);
  if (!letters || rest.empty() || IsSpaceByte(rest[0])) return {};
  const bool word = (rest[0] >= 'a' && rest[0] <= 'z') ||
                    (rest[0] >= 'A' && rest[0] <= 'Z') ||
                    (rest[0] >= '0' && rest[0] <= '9') || rest[0] == '*' ||
                    rest[0] == '(' || static_cast<unsigned char>(rest[0]) > 127;
  return word || QuoteAtFront(rest) > 0 ? name : std::string_view();
}

// True for "HMIC" and "DCC4": a word that is typed in capitals means itself.
bool IsTypedAsAcronym(std::string_view printed) {
  const auto capitals =
      std::count_if(printed.begin(), printed.end(),
                    [](char c) { return c >= 'A' && c <= 'Z'; });
  return capitals >= 2 &&
         std::none_of(printed.begin(), printed.end(),
                      [](char c) { return c >= 'a' && c <= 'z'; });
}

class Lexer {
 public:
  Lexer(std::string_view query, const QueryLimits& limits)
      : query_(query), limits_(limits) {}

  Result<LexedQuery> Run() {
    while (at_ < query_.size()) {
      const std::string_view rest = query_.substr(at_);
      if (IsSpaceByte(rest[0])) {
        ++at_;
      } else if (const std::size_t space = WideSpaceAtFront(rest)) {
        at_ += space;
      } else if (rest[0] == '(' || rest[0] == ')') {
        TRY_RETURN(CheckNoField());
        Push(rest[0] == '(' ? LexemeKind::kOpen : LexemeKind::kClose, 1);
      } else if (const std::size_t quote = QuoteAtFront(rest)) {
        TRY_RETURN(TakePhrase(quote));
      } else {
        TRY_RETURN(TakeChunk());
      }
    }
    return std::move(lexed_);
  }

 private:
  std::string Place(std::size_t offset) const {
    return AtCharacter(query_, static_cast<std::uint32_t>(offset));
  }

  void Push(LexemeKind kind, std::size_t length) {
    const auto begin = static_cast<std::uint32_t>(at_);
    lexed_.lexemes.push_back(
        {kind, 0, 0, {begin, begin + static_cast<std::uint32_t>(length)}});
    at_ += length;
  }

  Result<> CheckNoField() const {
    if (field_ == nullptr) return {};
    return Fail(ErrorCode::kInvalidArgument,
                fmt::format("{}: takes a word or a phrase in quotation marks; "
                            "write it before each word",
                            field_->typed));
  }

  // The end of the run of characters that white space, a parenthesis or a
  // double quotation mark ends.
  std::size_t ChunkEnd() const {
    std::size_t end = at_;
    while (end < query_.size()) {
      const std::string_view rest = query_.substr(end);
      if (IsSpaceByte(rest[0]) || rest[0] == '(' || rest[0] == ')' ||
          QuoteAtFront(rest) > 0 || WideSpaceAtFront(rest) > 0) {
        break;
      }
      ++end;
    }
    return end;
  }

  Result<> TakeChunk() {
    const std::size_t end = ChunkEnd();
    const std::string_view chunk = query_.substr(at_, end - at_);
    if (field_ == nullptr) {
      if (TakeOperator(chunk)) return {};
      if (chunk.starts_with("NEAR/")) return TakeNear(chunk);
      if (const std::string_view name = FieldAtFront(query_.substr(at_));
          !name.empty()) {
        return TakeField(name);
      }
    }
    return TakeWord(end);
  }

  bool TakeOperator(std::string_view chunk) {
    if (chunk == "AND") {
      Push(LexemeKind::kAnd, 3);
    } else if (chunk == "OR") {
      Push(LexemeKind::kOr, 2);
    } else if (chunk == "NOT") {
      Push(LexemeKind::kNot, 3);
    } else if (chunk == "NEAR") {
      Push(LexemeKind::kNear, 4);
      lexed_.lexemes.back().window = kNearWords;
    } else if (IsMinus(chunk)) {
      Push(LexemeKind::kNot, 1);
    } else {
      return false;
    }
    return true;
  }

  // "-word", "-title:word", and "-" right before a quotation mark or "(".
  bool IsMinus(std::string_view chunk) const {
    if (!chunk.starts_with('-') || chunk.starts_with("--")) return false;
    if (chunk.size() > 1) return !HasNoWord(chunk);
    const std::string_view rest = query_.substr(at_ + 1);
    return rest.starts_with('(') || QuoteAtFront(rest) > 0;
  }

  Result<> TakeNear(std::string_view chunk) {
    std::uint32_t window = 0;
    const std::string_view digits = chunk.substr(5);
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), window);
    if (error != std::errc() || end != digits.data() + digits.size() ||
        window == 0 || window > kMaxNearWords) {
      return Fail(ErrorCode::kInvalidArgument,
                  fmt::format("'{}' is not a distance; write NEAR/5, with 1 to "
                              "{} words",
                              chunk, kMaxNearWords));
    }
    Push(LexemeKind::kNear, chunk.size());
    lexed_.lexemes.back().window = window;
    return {};
  }

  Result<> TakeField(std::string_view name) {
    field_ = FindTypedField(LowerAscii(name));
    if (field_ == nullptr) {
      std::string names;
      for (const FieldPrefix& field : kFieldPrefixes) {
        if (field.typed.empty()) continue;
        names += (names.empty() ? "" : ", ") + std::string(field.typed);
      }
      return Fail(ErrorCode::kInvalidArgument,
                  fmt::format("there is no field '{}'; the fields are {}; put "
                              "quotation marks around the words to search for "
                              "them as they stand",
                              name, names));
    }
    at_ += name.size() + 1;
    return {};
  }

  Result<> TakePhrase(std::size_t quote) {
    const std::size_t open = at_;
    std::size_t end = open + quote;
    std::size_t closing = 0;
    while (end < query_.size() &&
           (closing = QuoteAtFront(query_.substr(end))) == 0) {
      ++end;
    }
    if (closing == 0) {
      return Fail(
          ErrorCode::kInvalidArgument,
          fmt::format("the quotation mark {} is not closed; add another "
                      "at the end of the exact words",
                      Place(open)));
    }
    at_ = end + closing;
    return AddLeaf(LeafKind::kExact, open + quote, end);
  }

  Result<> TakeWord(std::size_t end) {
    const std::size_t begin = at_;
    at_ = end;
    const std::string_view chunk = query_.substr(begin, end - begin);
    const std::size_t star = chunk.find('*');
    if (star == std::string_view::npos) {
      return AddLeaf(LeafKind::kForms, begin, end);
    }
    const std::vector<Token> after = Tokens(chunk.substr(star));
    const std::vector<Token> before = Tokens(chunk.substr(0, star));
    if (!after.empty() || before.empty() || before.back().span.end != star) {
      return Fail(
          ErrorCode::kInvalidArgument,
          fmt::format("the * in '{}' {}; it stands only at the end of a "
                      "word",
                      chunk, Place(begin + star)));
    }
    return AddLeaf(LeafKind::kBeginning, begin, begin + star);
  }

  // A leaf from the words of query[begin, end). No word: passed over, unless a
  // field waits for one.
  Result<> AddLeaf(LeafKind kind, std::size_t begin, std::size_t end) {
    const std::string_view text = query_.substr(begin, end - begin);
    std::vector<Token> tokens = Tokens(text);
    const FieldPrefix* field = std::exchange(field_, nullptr);
    if (tokens.empty()) {
      if (field == nullptr) return {};
      return Fail(ErrorCode::kInvalidArgument,
                  fmt::format("no word follows {}:", field->typed));
    }
    if (kind == LeafKind::kForms && tokens.size() > 1 &&
        IsPossessive(tokens, tokens.size() - 1)) {
      tokens.pop_back();
    }
    Leaf leaf = MakeLeaf(kind, tokens, text, begin);
    if (field != nullptr) {
      leaf.field = field->typed;
      leaf.prefix = field->prefix;
    }
    TRY_RETURN(CheckLimits(leaf));
    lexed_.lexemes.push_back(
        {LexemeKind::kLeaf,
         lexed_.leaves.size(),
         0,
         {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
    lexed_.leaves.push_back(std::move(leaf));
    return {};
  }

  static Leaf MakeLeaf(LeafKind kind, const std::vector<Token>& tokens,
                       std::string_view text, std::size_t begin) {
    Leaf leaf;
    leaf.kind = kind;
    for (const Token& token : tokens) {
      leaf.pieces.push_back(MakePiece(kind, token, text, begin));
    }
    leaf.printed = CollapseSpace(
        kind == LeafKind::kExact
            ? text
            : Slice(text, {tokens.front().span.begin, tokens.back().span.end}));
    if (kind == LeafKind::kForms && IsTypedAsAcronym(leaf.printed)) {
      leaf.kind = LeafKind::kExact;
      leaf.capitals = true;
    }
    return leaf;
  }

  static Piece MakePiece(LeafKind kind, const Token& token,
                         std::string_view text, std::size_t begin) {
    const std::uint32_t end = token.span.end;
    const bool star = end < text.size() && text[end] == '*';
    const bool last = end == text.size();
    const auto offset = static_cast<std::uint32_t>(begin);
    return {token.word,
            token.joint,
            star || (kind == LeafKind::kBeginning && last),
            {offset + token.span.begin, offset + end}};
  }

  Result<> CheckLimits(const Leaf& leaf) {
    terms_ += leaf.pieces.size();
    if (terms_ > limits_.max_terms) {
      return Over("words", limits_.max_terms, "search for fewer at a time");
    }
    if (leaf.pieces.size() > limits_.max_phrase_words) {
      return Over("words between quotation marks", limits_.max_phrase_words,
                  "a shorter piece of the passage finds it too");
    }
    for (const Piece& piece : leaf.pieces) {
      if (!piece.beginning) continue;
      if (CodePointCount(piece.word) < kMinBeginning) {
        return Fail(
            ErrorCode::kInvalidArgument,
            fmt::format("'{}*' stands for too many words; give at least "
                        "{} letters before the *",
                        piece.word, kMinBeginning));
      }
      if (++wildcards_ > limits_.max_wildcards) {
        return Over("words with a *", limits_.max_wildcards,
                    "write some of them out");
      }
    }
    return {};
  }

  static Result<> Over(std::string_view what, std::uint32_t limit,
                       std::string_view advice) {
    return Fail(
        ErrorCode::kLimitExceeded,
        fmt::format("the query has more than {} {}; {}", limit, what, advice));
  }

  std::string_view query_;
  const QueryLimits& limits_;
  std::size_t at_ = 0;
  const FieldPrefix* field_ = nullptr;  // waits for its word
  std::size_t terms_ = 0;
  std::uint32_t wildcards_ = 0;
  LexedQuery lexed_;
};

}  // namespace

std::string AtCharacter(std::string_view query, std::uint32_t offset) {
  return fmt::format("at character {}",
                     CodePointCount(query.substr(0, offset)) + 1);
}

Result<LexedQuery> LexQuery(std::string_view query, const QueryLimits& limits) {
  if (!IsValidUtf8(query)) {
    return Fail(ErrorCode::kInvalidArgument,
                "the query is not valid UTF-8; type it again");
  }
  if (const std::size_t characters = CodePointCount(query);
      characters > limits.max_characters) {
    return Fail(ErrorCode::kLimitExceeded,
                fmt::format("the query has {} characters; at most {} are read, "
                            "so search for a shorter piece",
                            characters, limits.max_characters));
  }
  return Lexer(query, limits).Run();
}

}  // namespace concord::index
