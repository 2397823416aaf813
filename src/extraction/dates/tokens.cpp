#include "extraction/dates/tokens.h"

#include <array>

#include "concord/base/ascii.h"
#include "extraction/dates/lexicon.h"

namespace concord::extraction::dates {
namespace {

struct Symbol {
  std::string_view bytes;
  TokenKind kind;
};

// Marks of more than one byte that stand in for an ASCII one.
constexpr std::array<Symbol, 13> kSymbols = {{
    {"\xE2\x80\x90", TokenKind::kDash},        // hyphen
    {"\xE2\x80\x91", TokenKind::kDash},        // no-break hyphen
    {"\xE2\x80\x92", TokenKind::kDash},        // figure dash
    {"\xE2\x80\x93", TokenKind::kDash},        // en dash
    {"\xE2\x80\x94", TokenKind::kDash},        // em dash
    {"\xE2\x88\x92", TokenKind::kDash},        // minus
    {"\xE2\x80\x98", TokenKind::kApostrophe},  // left single quote
    {"\xE2\x80\x99", TokenKind::kApostrophe},  // right single quote
    {"\xE2\x80\x9C", TokenKind::kMark},        // left double quote
    {"\xE2\x80\x9D", TokenKind::kMark},        // right double quote
    {"\xE2\x80\xA2", TokenKind::kMark},        // bullet
    {"\xE2\x80\xA6", TokenKind::kEnder},       // ellipsis
    {"\xC2\xA3", TokenKind::kMark},            // pound sign
}};

TokenKind MarkKind(char c) {
  switch (c) {
    case '-':
      return TokenKind::kDash;
    case '/':
      return TokenKind::kSlash;
    case '.':
      return TokenKind::kStop;
    case ',':
      return TokenKind::kComma;
    case '\'':
    case '`':
      return TokenKind::kApostrophe;
    case '(':
    case '[':
      return TokenKind::kOpen;
    case ')':
    case ']':
      return TokenKind::kClose;
    case '!':
    case '?':
    case ';':
      return TokenKind::kEnder;
    default:
      return TokenKind::kMark;
  }
}

const Symbol* SymbolAt(std::string_view rest) {
  for (const Symbol& symbol : kSymbols) {
    if (rest.substr(0, symbol.bytes.size()) == symbol.bytes) return &symbol;
  }
  return nullptr;
}

// Bytes of white space at `rest`: ASCII, U+00A0, U+2000..U+200A, U+202F, BOM.
std::size_t SpaceAt(std::string_view rest) {
  const char c = rest.front();
  if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
  if (rest.substr(0, 2) == "\xC2\xA0") return 2;
  if (rest.size() >= 3 && rest.substr(0, 2) == "\xE2\x80") {
    const auto last = static_cast<unsigned char>(rest[2]);
    if ((last >= 0x80 && last <= 0x8B) || last == 0xAF) return 3;
  }
  if (rest.substr(0, 3) == "\xEF\xBB\xBF") return 3;
  return 0;
}

// A letter: ASCII, or any other byte above it that is no known mark.
bool IsLetterAt(std::string_view rest) {
  const char c = rest.front();
  if (IsUpper(c) || IsLower(c)) return true;
  if (static_cast<unsigned char>(c) < 0x80) return false;
  return SymbolAt(rest) == nullptr && SpaceAt(rest) == 0;
}

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  std::vector<Token> Run() {
    while (SkipSpace()) ReadToken();
    return std::move(tokens_);
  }

 private:
  // False at the end of the text. Sets the flags of the next token.
  bool SkipSpace() {
    next_ = Token();
    const bool first = tokens_.empty();
    std::size_t breaks = 0;
    const std::size_t begin = at_;
    while (at_ < text_.size()) {
      const std::size_t bytes = SpaceAt(text_.substr(at_));
      if (bytes == 0) break;
      if (text_[at_] == '\n') ++breaks;
      at_ += bytes;
    }
    next_.space_before = first || at_ > begin;
    next_.line_before = first || breaks > 0;
    next_.gap_before = first || breaks > 1;
    return at_ < text_.size();
  }

  void ReadToken() {
    const std::size_t begin = at_;
    if (IsDigit(text_[at_])) {
      ReadNumber();
    } else if (IsLetterAt(text_.substr(at_))) {
      ReadWord();
    } else if (const Symbol* symbol = SymbolAt(text_.substr(at_))) {
      next_.kind = symbol->kind;
      at_ += symbol->bytes.size();
    } else {
      next_.kind = MarkKind(text_[at_]);
      ++at_;
    }
    next_.span = {static_cast<std::uint32_t>(begin),
                  static_cast<std::uint32_t>(at_)};
    tokens_.push_back(std::move(next_));
  }

  void ReadNumber() {
    next_.kind = TokenKind::kNumber;
    const std::size_t begin = at_;
    std::int64_t value = 0;
    while (at_ < text_.size() && IsDigit(text_[at_])) {
      if (at_ - begin < 9) value = value * 10 + (text_[at_] - '0');
      ++at_;
    }
    const std::size_t digits = at_ - begin;
    next_.digits = static_cast<std::uint8_t>(digits > 255 ? 255 : digits);
    if (digits <= 9) next_.value = static_cast<std::int32_t>(value);
  }

  void ReadWord() {
    next_.kind = TokenKind::kWord;
    next_.capital = IsUpper(text_[at_]);
    bool all_capitals = true;
    while (at_ < text_.size() && IsLetterAt(text_.substr(at_))) {
      const char c = text_[at_++];
      all_capitals = all_capitals && IsUpper(c);
      next_.lower.push_back(IsUpper(c) ? static_cast<char>(c + 32) : c);
    }
    next_.all_capitals = all_capitals && next_.lower.size() > 1;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Token next_;
  std::vector<Token> tokens_;
};

// --- Figures that a scanner took for letters --------------------------------

// What "l", "I" and "O" stand for among figures; -1 for any other word.
int FigureOf(const Token& token) {
  if (token.kind != TokenKind::kWord || token.lower.size() != 1) return -1;
  if (token.lower == "l" && !token.capital) return 1;
  if (token.lower == "i" && token.capital) return 1;
  return token.lower == "o" && token.capital ? 0 : -1;
}

// The number that tokens [index, end) are if their letters are figures, with at
// least one figure among them.
struct Repaired {
  Token number;
  std::size_t end = 0;
};

Repaired RepairedAt(const std::vector<Token>& tokens, std::size_t index) {
  constexpr std::uint8_t kMostDigits = 4;
  Repaired repaired;
  repaired.number = tokens[index];
  repaired.number.value = 0;
  repaired.number.digits = 0;
  bool letter = false;
  bool figure = false;
  std::size_t at = index;
  for (; at < tokens.size() && (at == index || !tokens[at].space_before);
       ++at) {
    const int read = FigureOf(tokens[at]);
    const bool number = tokens[at].kind == TokenKind::kNumber;
    if (read < 0 && !number) break;
    if (repaired.number.digits > kMostDigits) return {};
    letter = letter || read >= 0;
    figure = figure || number;
    const std::uint8_t digits = number ? tokens[at].digits : 1;
    for (std::uint8_t i = 0; i < digits; ++i) repaired.number.value *= 10;
    repaired.number.value += number ? tokens[at].value : read;
    repaired.number.digits += digits;
    repaired.number.span.end = tokens[at].span.end;
  }
  if (!letter || !figure || repaired.number.digits > kMostDigits) return {};
  repaired.number.kind = TokenKind::kNumber;
  repaired.number.lower.clear();
  repaired.number.capital = false;
  repaired.end = at;
  return repaired;
}

bool IsMonthAt(const std::vector<Token>& tokens, std::size_t index) {
  return index < tokens.size() && tokens[index].kind == TokenKind::kWord &&
         tokens[index].capital && tokens[index].space_before &&
         MonthOf(tokens[index].lower).month != 0;
}

// "l9 May", "1O June", "May 20O4": figures again, where a month stands beside
// them and nowhere else.
void RepairFigures(std::vector<Token>& tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool may_begin =
        tokens[i].space_before &&
        (tokens[i].kind == TokenKind::kNumber || FigureOf(tokens[i]) >= 0);
    if (!may_begin || i + 1 >= tokens.size() || tokens[i + 1].space_before) {
      continue;
    }
    const Repaired repaired = RepairedAt(tokens, i);
    if (repaired.end == 0) continue;
    std::size_t after = repaired.end;
    if (after < tokens.size() && IsOrdinalSuffix(tokens[after].lower)) ++after;
    const bool day = repaired.number.digits <= 2 && IsMonthAt(tokens, after);
    const bool year =
        repaired.number.digits == 4 && i > 0 && IsMonthAt(tokens, i - 1);
    if (!day && !year) continue;
    tokens[i] = repaired.number;
    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                 tokens.begin() + static_cast<std::ptrdiff_t>(repaired.end));
  }
}

}  // namespace

std::vector<Token> Tokenize(std::string_view text) {
  std::vector<Token> tokens = Splitter(text).Run();
  RepairFigures(tokens);
  return tokens;
}

}  // namespace concord::extraction::dates
