// Almost every byte of committee prose is ASCII, so ASCII is read by a table
// and only a word with another letter in it goes through ICU.

#include "index/tokens.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace concord::index {
namespace {

enum class Sort : std::uint8_t {
  kSpace,
  kWord,
  kHyphen,
  kApostrophe,
  kAmpersand,
  kSign,
};

Sort AsciiSort(unsigned char c) {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
      (c >= '0' && c <= '9')) {
    return Sort::kWord;
  }
  if (c <= ' ' || c == 0x7F) return Sort::kSpace;
  if (c == '-') return Sort::kHyphen;
  if (c == '\'') return Sort::kApostrophe;
  if (c == '&') return Sort::kAmpersand;
  return Sort::kSign;
}

Sort OtherSort(UChar32 c) {
  // Soft hyphens and joiners stand inside words and vanish in folding.
  if (u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0 || c == 0xAD ||
      c == 0x200C || c == 0x200D) {
    return Sort::kWord;
  }
  if (u_isUWhiteSpace(c) || c == 0x200B || c == 0xFEFF) return Sort::kSpace;
  switch (c) {
    case 0x2010:  // hyphen
    case 0x2011:  // non-breaking hyphen
    case 0x2012:  // figure dash
    case 0x2013:  // en dash
    case 0x2212:  // minus
    case 0xFE63:
    case 0xFF0D:
      return Sort::kHyphen;
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2032:
    case 0xB4:
    case 0xFF07:
      return Sort::kApostrophe;
    default:
      return Sort::kSign;
  }
}

// Case, compatibility forms and accents away: "Ｃafé" -> "cafe".
std::string FoldWord(std::string_view word) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* fold =
      icu::Normalizer2::getNFKCCasefoldInstance(status);
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status)) return std::string(word);
  const icu::UnicodeString source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(word.data(), static_cast<int32_t>(word.size())));
  const icu::UnicodeString folded =
      decompose->normalize(fold->normalize(source, status), status);
  icu::UnicodeString letters;
  for (int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const UChar32 c = folded.char32At(i);
    if (u_isalnum(c)) letters.append(c);
  }
  std::string out;
  return letters.toUTF8String(out);
}

void CutWord(std::string* word) {
  if (word->size() <= kMaxWordBytes) return;
  std::size_t cut = kMaxWordBytes;
  while ((static_cast<unsigned char>((*word)[cut]) & 0xC0) == 0x80) --cut;
  word->resize(cut);
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<Token> Run() {
    tokens_.reserve(text_.size() / 6);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text_.data());
    const auto size = static_cast<std::int64_t>(text_.size());
    for (std::int64_t at = 0; at < size;) {
      const auto begin = static_cast<std::uint32_t>(at);
      Sort sort;
      if (bytes[at] < 0x80) {
        sort = AsciiSort(bytes[at++]);
      } else {
        UChar32 c;
        U8_NEXT_OR_FFFD(bytes, at, size, c);
        sort = OtherSort(c);
        ascii_ = ascii_ && sort != Sort::kWord;
      }
      Take(sort, begin, static_cast<std::uint32_t>(at));
    }
    EndWord();
    return std::move(tokens_);
  }

 private:
  void Take(Sort sort, std::uint32_t begin, std::uint32_t end) {
    if (sort == Sort::kWord) {
      if (word_.end == word_.begin) word_.begin = begin;
      word_.end = end;
      return;
    }
    EndWord();
    switch (sort) {
      case Sort::kHyphen:
        Between(Joint::kHyphen);
        break;
      case Sort::kApostrophe:
        Between(Joint::kApostrophe);
        break;
      case Sort::kAmpersand:
        Emit("and", {begin, end});
        break;
      case Sort::kSign:
        Between(Joint::kSign);
        break;
      case Sort::kSpace:
      case Sort::kWord:
        between_ = Joint::kApart;
        signs_ = 2;
        break;
    }
  }

  // A second sign in a row binds nothing.
  void Between(Joint joint) {
    between_ = signs_++ == 0 ? joint : Joint::kApart;
  }

  void EndWord() {
    if (word_.end == word_.begin) return;
    const TextSpan span = word_;
    word_ = {};
    const std::string_view raw = Slice(text_, span);
    std::string word;
    if (ascii_) {
      word.assign(raw);
      for (char& c : word) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
      }
    } else {
      word = FoldWord(raw);
    }
    ascii_ = true;
    CutWord(&word);
    if (!word.empty()) Emit(std::move(word), span);
  }

  void Emit(std::string word, TextSpan span) {
    const Joint joint = tokens_.empty() ? Joint::kApart : between_;
    tokens_.push_back({std::move(word), span, joint});
    between_ = Joint::kApart;
    signs_ = 0;
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  TextSpan word_;      // the word being read; empty between words
  bool ascii_ = true;  // of the word being read
  Joint between_ = Joint::kApart;
  int signs_ = 0;  // signs since the last word
};

bool IsNumber(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::vector<Token> Tokens(std::string_view text) { return Scanner(text).Run(); }

bool IsPossessive(const std::vector<Token>& tokens, std::size_t index) {
  return tokens[index].joint == Joint::kApostrophe &&
         tokens[index].word == "s" &&
         (index + 1 == tokens.size() ||
          (tokens[index + 1].joint != Joint::kHyphen &&
           tokens[index + 1].joint != Joint::kApostrophe));
}

std::vector<JoinedWord> JoinedWords(const std::vector<Token>& tokens) {
  constexpr std::size_t kMaxParts = 5;
  std::vector<JoinedWord> joined;
  for (std::size_t first = 0; first + 1 < tokens.size();) {
    std::size_t end = first + 1;
    while (end < tokens.size() && (tokens[end].joint == Joint::kHyphen ||
                                   tokens[end].joint == Joint::kApostrophe)) {
      ++end;
    }
    const std::size_t last = IsPossessive(tokens, end - 1) ? end - 1 : end;
    JoinedWord word{{},
                    static_cast<std::uint32_t>(first),
                    static_cast<std::uint32_t>(last - first)};
    for (std::size_t i = first; i < last; ++i) word.word += tokens[i].word;
    if (last - first >= 2 && last - first <= kMaxParts &&
        word.word.size() <= kMaxWordBytes && !IsNumber(word.word)) {
      joined.push_back(std::move(word));
    }
    first = end;
  }
  return joined;
}

// Only where no sign or blank stands for long can there be such a word, and
// that is looked for first: there is none in almost every text.
std::uint64_t CountCutWords(std::string_view text) {
  std::uint64_t cut = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const auto c = i < text.size() ? static_cast<unsigned char>(text[i]) : ' ';
    if (c >= 0x80 || AsciiSort(c) == Sort::kWord) continue;
    if (i - begin > kLongestWord) {
      for (const Token& token : Tokens(text.substr(begin, i - begin))) {
        // Cut before a code point that no longer fits, which has four bytes at
        // most.
        cut += token.span.end - token.span.begin > kLongestWord &&
               token.word.size() + 4 > kLongestWord;
      }
    }
    begin = i + 1;
  }
  return cut;
}

}  // namespace concord::index
