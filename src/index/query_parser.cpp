// Operator precedence with two explicit stacks, so that no nesting, however
// deep, uses the program's own stack.
//
//   a b OR c   ->  OR ( AND ( a b ) c )
//   a NOT NOT b is a b;   "AND b" is refused: nothing stands before the AND

#include "index/query_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "index/query_lexer.h"

namespace concord::index {
namespace {

// Plain words from which on the stop words among them are left out.
constexpr std::size_t kLongQuery = 5;

std::string_view Word(LexemeKind kind) {
  switch (kind) {
    case LexemeKind::kAnd:
      return "AND";
    case LexemeKind::kOr:
      return "OR";
    case LexemeKind::kNot:
      return "NOT";
    case LexemeKind::kNear:
      return "NEAR";
    case LexemeKind::kOpen:
      return "(";
    case LexemeKind::kClose:
      return ")";
    case LexemeKind::kLeaf:
      return "";
  }
  return "";
}

int Binding(LexemeKind kind) {
  switch (kind) {
    case LexemeKind::kNot:
      return 3;
    case LexemeKind::kAnd:
      return 2;
    case LexemeKind::kOr:
      return 1;
    case LexemeKind::kNear:
    case LexemeKind::kOpen:
    case LexemeKind::kClose:
    case LexemeKind::kLeaf:
      return 0;
  }
  return 0;
}

class Parser {
 public:
  Parser(std::string_view query, const QueryLimits& limits, LexedQuery lexed)
      : query_(query), limits_(limits), lexemes_(std::move(lexed.lexemes)) {
    parsed_.leaves = std::move(lexed.leaves);
  }

  Result<ParsedQuery> Run() {
    for (at_ = 0; at_ < lexemes_.size(); ++at_) TRY_RETURN(Take(lexemes_[at_]));
    if (wants_operand_) return MissingRight();
    while (!operators_.empty()) {
      if (operators_.back().kind == LexemeKind::kOpen) {
        return Fail(ErrorCode::kInvalidArgument,
                    fmt::format("the ( {} is not closed; add a )",
                                Place(operators_.back())));
      }
      Apply();
    }
    parsed_.root = operands_.back();
    return std::move(parsed_);
  }

 private:
  std::string Place(const Lexeme& lexeme) const {
    return AtCharacter(query_, lexeme.span.begin);
  }

  tl::unexpected<Error> MissingRight() const {
    const Lexeme& last = lexemes_[at_ - 1];
    return Fail(ErrorCode::kInvalidArgument,
                fmt::format("nothing to search for stands after the {} {}; "
                            "write operators in small letters to search for "
                            "them as words",
                            Word(last.kind), Place(last)));
  }

  Result<> Take(const Lexeme& lexeme) {
    switch (lexeme.kind) {
      case LexemeKind::kLeaf:
        return TakeOperand();
      case LexemeKind::kOpen:
      case LexemeKind::kNot:
        TakeOpening(lexeme);
        return CheckNesting();
      case LexemeKind::kClose:
        return TakeClose(lexeme);
      case LexemeKind::kAnd:
      case LexemeKind::kOr:
        return TakeBinary(lexeme);
      case LexemeKind::kNear:
        return MisplacedNear(lexeme);
    }
    return {};
  }

  Result<> CheckNesting() {
    if (open_ <= limits_.max_nesting) return {};
    return Fail(ErrorCode::kLimitExceeded,
                fmt::format("the query nests parentheses more than {} deep; "
                            "take some away",
                            limits_.max_nesting));
  }

  // Words side by side: AND.
  void JoinToPrevious() {
    if (wants_operand_) return;
    Lexeme both;
    both.kind = LexemeKind::kAnd;
    PushBinary(both);
  }

  void PushBinary(const Lexeme& lexeme) {
    while (!operators_.empty() &&
           Binding(operators_.back().kind) >= Binding(lexeme.kind)) {
      Apply();
    }
    operators_.push_back(lexeme);
    wants_operand_ = true;
  }

  void TakeOpening(const Lexeme& lexeme) {
    JoinToPrevious();
    operators_.push_back(lexeme);
    if (lexeme.kind == LexemeKind::kOpen) ++open_;
  }

  Result<> TakeBinary(const Lexeme& lexeme) {
    if (!wants_operand_) {
      PushBinary(lexeme);
      return {};
    }
    return Fail(ErrorCode::kInvalidArgument,
                fmt::format("nothing to search for stands before the {} {}; "
                            "write operators in small letters to search for "
                            "them as words",
                            Word(lexeme.kind), Place(lexeme)));
  }

  Result<> TakeClose(const Lexeme& lexeme) {
    if (open_ == 0) {
      return Fail(
          ErrorCode::kInvalidArgument,
          fmt::format("the ) {} closes nothing; take it away or add a (",
                      Place(lexeme)));
    }
    if (wants_operand_) {
      if (lexemes_[at_ - 1].kind != LexemeKind::kOpen) return MissingRight();
      return Fail(ErrorCode::kInvalidArgument,
                  fmt::format("nothing stands between the parentheses {}",
                              Place(lexemes_[at_ - 1])));
    }
    while (operators_.back().kind != LexemeKind::kOpen) Apply();
    operators_.pop_back();
    --open_;
    return {};
  }

  Result<> TakeOperand() {
    JoinToPrevious();
    operands_.push_back(AddNode({NodeKind::kLeaf, lexemes_[at_].leaf, {}, 0}));
    wants_operand_ = false;
    if (at_ + 1 < lexemes_.size() &&
        lexemes_[at_ + 1].kind == LexemeKind::kNear) {
      return TakeNearChain();
    }
    return {};
  }

  // The rest of "a NEAR b NEAR c" after the a.
  Result<> TakeNearChain() {
    Node near{NodeKind::kNear, 0, {operands_.back()}, 0};
    TRY_RETURN(CheckNearWord(lexemes_[at_]));
    while (at_ + 1 < lexemes_.size() &&
           lexemes_[at_ + 1].kind == LexemeKind::kNear) {
      const Lexeme& sign = lexemes_[at_ + 1];
      if (at_ + 2 >= lexemes_.size() ||
          lexemes_[at_ + 2].kind != LexemeKind::kLeaf) {
        return MisplacedNear(sign);
      }
      TRY_RETURN(CheckNearWord(lexemes_[at_ + 2]));
      if (++nears_ > limits_.max_near) {
        return Fail(ErrorCode::kLimitExceeded,
                    fmt::format("the query has more than {} NEAR; use AND for "
                                "some of them",
                                limits_.max_near));
      }
      near.window = std::max(near.window, sign.window);
      near.children.push_back(
          AddNode({NodeKind::kLeaf, lexemes_[at_ + 2].leaf, {}, 0}));
      at_ += 2;
    }
    operands_.back() = AddNode(std::move(near));
    return {};
  }

  Result<> CheckNearWord(const Lexeme& lexeme) const {
    const Leaf& leaf = parsed_.leaves[lexeme.leaf];
    const bool phrase = leaf.kind == LeafKind::kExact && leaf.pieces.size() > 1;
    if (leaf.field.empty() && !phrase) return {};
    return Fail(ErrorCode::kInvalidArgument,
                fmt::format("NEAR stands between single words; {} {} is {}",
                            leaf.printed, Place(lexeme),
                            phrase ? "a phrase" : "a word in a field"));
  }

  Result<> MisplacedNear(const Lexeme& lexeme) const {
    return Fail(
        ErrorCode::kInvalidArgument,
        fmt::format("the NEAR {} does not stand between two words; "
                    "write near in small letters to search for the word",
                    Place(lexeme)));
  }

  std::size_t AddNode(Node node) {
    parsed_.nodes.push_back(std::move(node));
    return parsed_.nodes.size() - 1;
  }

  // The topmost operator with its operands becomes an operand.
  void Apply() {
    const LexemeKind kind = operators_.back().kind;
    operators_.pop_back();
    if (kind == LexemeKind::kNot) {
      ApplyNot();
      return;
    }
    const NodeKind joins =
        kind == LexemeKind::kAnd ? NodeKind::kAnd : NodeKind::kOr;
    const std::size_t right = operands_.back();
    operands_.pop_back();
    const std::size_t left = operands_.back();
    Node node{joins, 0, {}, 0};
    // (a b) c is a b c: the children of a left operand of the same kind are
    // taken over; nothing refers to it afterwards.
    if (parsed_.nodes[left].kind == joins) {
      node.children = std::move(parsed_.nodes[left].children);
    } else {
      node.children.push_back(left);
    }
    node.children.push_back(right);
    operands_.back() = AddNode(std::move(node));
  }

  void ApplyNot() {
    const Node& operand = parsed_.nodes[operands_.back()];
    operands_.back() =
        operand.kind == NodeKind::kNot
            ? operand.children[0]
            : AddNode({NodeKind::kNot, 0, {operands_.back()}, 0});
  }

  std::string_view query_;
  const QueryLimits& limits_;
  std::vector<Lexeme> lexemes_;
  std::size_t at_ = 0;
  std::vector<Lexeme> operators_;
  std::vector<std::size_t> operands_;
  bool wants_operand_ = true;
  std::uint32_t open_ = 0;
  std::uint32_t nears_ = 0;
  ParsedQuery parsed_;
};

bool IsPlainWord(const Leaf& leaf) {
  return leaf.kind == LeafKind::kForms && leaf.field.empty();
}

bool IsPlainStopWord(const Leaf& leaf) {
  return IsPlainWord(leaf) && leaf.pieces.size() == 1 &&
         IsStopWord(leaf.pieces[0].word);
}

// In a long query, an AND forgets its stop words where another word is left.
void LeaveOutStopWords(ParsedQuery* query) {
  const auto plain =
      std::count_if(query->leaves.begin(), query->leaves.end(), IsPlainWord);
  if (static_cast<std::size_t>(plain) < kLongQuery) return;
  const auto is_stop_word = [&](std::size_t child) {
    const Node& node = query->nodes[child];
    return node.kind == NodeKind::kLeaf &&
           IsPlainStopWord(query->leaves[node.leaf]);
  };
  const auto keeps = [&](std::size_t child) {
    return query->nodes[child].kind != NodeKind::kNot && !is_stop_word(child);
  };
  for (Node& node : query->nodes) {
    if (node.kind != NodeKind::kAnd) continue;
    std::vector<std::size_t>& children = node.children;
    if (std::none_of(children.begin(), children.end(), keeps)) continue;
    for (const std::size_t child : children) {
      if (!is_stop_word(child)) continue;
      const Leaf& leaf = query->leaves[query->nodes[child].leaf];
      query->ignored.push_back(leaf.printed);
    }
    std::erase_if(children, is_stop_word);
  }
}

}  // namespace

bool IsStopWord(std::string_view word) {
  static constexpr std::string_view kStopWords[] = {
#define CONCORD_INDEX_WORD(word) word,
#include "index_stop_words.inc"
#undef CONCORD_INDEX_WORD
  };
  return std::find(std::begin(kStopWords), std::end(kStopWords), word) !=
         std::end(kStopWords);
}

Result<ParsedQuery> ParseQuery(std::string_view query,
                               const QueryLimits& limits) {
  TRY_ASSIGN(LexedQuery lexed, LexQuery(query, limits));
  if (lexed.lexemes.empty()) {
    const bool blank = std::all_of(query.begin(), query.end(), [](char c) {
      return static_cast<unsigned char>(c) <= ' ';
    });
    if (blank) return ParsedQuery{};
    return Fail(ErrorCode::kInvalidArgument,
                "the query has no letter or digit to search for");
  }
  TRY_ASSIGN(ParsedQuery parsed, Parser(query, limits, std::move(lexed)).Run());
  LeaveOutStopWords(&parsed);
  return parsed;
}

}  // namespace concord::index
