// Action: the same act, another one, or the opposite.
//
// Acts of the two texts are paired where the words around them are most alike.
// A pair is the same act if their verbs share a class; opposite if exactly one
// is negated ("should no longer publish" against "should publish") or their
// classes are opposites (establish, abolish). Opposition counts only where the
// two acts are about the same things, because "should not smoke" and "should
// report" oppose nothing; and not where the other text also says it the same
// way round.

#include <algorithm>

#include "overlap/parts/exclusion.h"
#include "overlap/parts/parts.h"
#include "overlap/verbs.h"
#include "overlap/weights.h"

namespace concord::overlap {
namespace {

constexpr double kMatterCosine = 0.35;
constexpr double kMatterBits = 14;
constexpr double kObjectShare = 0.6;
constexpr double kObjectBits = 5;

bool ShareClass(const Act& a, const Act& b) {
  if (a.verb == b.verb) return true;
  return std::any_of(a.classes.begin(), a.classes.end(), [&](std::uint8_t c) {
    return std::find(b.classes.begin(), b.classes.end(), c) != b.classes.end();
  });
}

// "Make a grant" gives what "discontinue the grant" takes away: beside its noun
// the light verb says no more than that it is to be there.
std::uint8_t MainClass(const Act& act) {
  static const std::uint8_t kProvide = VerbClass("provid");
  return act.verb == "make" ? kProvide : VerbClass(act.verb);
}

bool MainVerbsOppose(const Act& a, const Act& b) {
  return AreOpposite(MainClass(a), MainClass(b));
}

bool SameMatter(const Act& a, const Act& b) {
  const Coverage coverage = CoverageOf(a.terms, b.terms);
  const double share = std::max(coverage.of_a, coverage.of_b);
  return (coverage.cosine + share) / 2 >= kMatterCosine &&
         coverage.shared >= kMatterBits;
}

// Opposite verbs oppose each other only over one object: "abolish the fee" and
// "establish a moratorium with a view to abolishing the fee" do not.
bool SameObject(const Act& a, const Act& b) {
  const Coverage coverage = CoverageOf(a.object, b.object);
  return coverage.of_a >= kObjectShare && coverage.of_b >= kObjectShare &&
         coverage.shared >= kObjectBits;
}

// "the line" and "the line for witnesses": what is ruled out of the one is
// ruled out of the other.
bool OneObjectWithin(const Act& a, const Act& b) {
  constexpr double kWithin = 0.9;
  const Coverage coverage = CoverageOf(a.object, b.object);
  return std::max(coverage.of_a, coverage.of_b) >= kWithin &&
         coverage.shared >= kObjectBits;
}

bool Oppose(const Act& a, const Act& b) {
  if (!SameMatter(a, b)) return false;
  const bool opposite_verbs = MainVerbsOppose(a, b);
  const bool same_verbs = !opposite_verbs && ShareClass(a, b);
  if (a.negative != b.negative) return same_verbs;
  return opposite_verbs && SameObject(a, b);
}

bool Agree(const Act& a, const Act& b) {
  return a.negative == b.negative && ShareClass(a, b) && SameMatter(a, b);
}

std::string Quote(const Prepared& prepared, const Act& act) {
  return std::string(Slice(prepared.text, act.verb_span));
}

struct ActPair {
  const Act* a = nullptr;
  const Act* b = nullptr;
};

// The pair whose words are most alike; symmetric, ties by place.
ActPair BestPair(const Prepared& a, const Prepared& b) {
  ActPair best;
  double most = -1;
  for (const Act& x : a.acts) {
    for (const Act& y : b.acts) {
      if (x.routine || y.routine) continue;
      const double alike = SharedBits(x.terms, y.terms);
      if (alike > most) {
        best = {&x, &y};
        most = alike;
      }
    }
  }
  return best;
}

std::optional<ActPair> FindOpposition(const Prepared& a, const Prepared& b) {
  for (const Act& x : a.acts) {
    for (const Act& y : b.acts) {
      if (!Oppose(x, y)) continue;
      const bool also_agree =
          std::any_of(b.acts.begin(), b.acts.end(),
                      [&](const Act& other) { return Agree(x, other); }) ||
          std::any_of(a.acts.begin(), a.acts.end(),
                      [&](const Act& other) { return Agree(other, y); });
      if (!also_agree) return ActPair{&x, &y};
    }
  }
  return std::nullopt;
}

// Acts upon one thing of which the one rules out what the other asks.
std::optional<std::pair<TextSpan, TextSpan>> FindRuledOut(const Prepared& a,
                                                          const Prepared& b,
                                                          ActPair* acts) {
  for (const Act& x : a.acts) {
    for (const Act& y : b.acts) {
      const bool one_thing = SameObject(x, y) || OneObjectWithin(x, y);
      if (x.negative != y.negative || !one_thing) continue;
      *acts = {&x, &y};
      return FindExclusion(a, b);
    }
  }
  return std::nullopt;
}

bool IsNegation(const Prepared& prepared, const Token& token) {
  const std::string_view printed = Slice(prepared.text, token.span);
  return token.word == "not" || token.word == "never" || token.word == "no" ||
         token.word == "nobody" || token.word == "cannot" ||
         printed.ends_with("n't") || printed.ends_with("n’t");
}

const Token* NegationIn(const Prepared& prepared) {
  const std::vector<Token>& tokens = prepared.tokens;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool negates =
        IsNegation(prepared, tokens[i]) && !SetsLimit(tokens, i);
    if (negates) return &tokens[i];
  }
  return nullptr;
}

// Statements in which no act is read: one of two that are nearly alike says no.
bool OneIsNegated(const Prepared& a, const Prepared& b) {
  constexpr double kNearlyAlike = 0.6;
  return (NegationIn(a) == nullptr) != (NegationIn(b) == nullptr) &&
         CosineOf(a.terms, b.terms) >= kNearlyAlike;
}

struct Agreement {
  ActionLevel level = ActionLevel::kUnlike;
  const char* name = "verbs that cannot be compared";
};

Agreement AgreementOf(const Act& a, const Act& b) {
  if (a.negative == b.negative && ShareClass(a, b)) {
    const auto firm = [](const Act& act) {
      return act.modality == Modality::kAsked ||
             act.modality == Modality::kBound;
    };
    if (firm(a) != firm(b)) {
      return {ActionLevel::kSame, "same verb, asked less firmly"};
    }
    if (firm(a) && a.modality != b.modality) {
      return {ActionLevel::kSame, "same verb, one is binding"};
    }
    return {ActionLevel::kSame,
            a.verb == b.verb ? "same verb" : "similar verb"};
  }
  const auto plain = [](const Act& act) {
    return VerbClass(act.verb) != 0 && !IsLightVerb(act.verb);
  };
  if (!plain(a) || !plain(b)) return {};
  return {ActionLevel::kOther, "another verb"};
}

}  // namespace

ActionPart CompareActions(const Prepared& a, const Prepared& b) {
  ActionPart action;
  action.part.name = "action";
  action.part.level = "not read";
  const auto fill = [&](ActionLevel level, std::string name) {
    action.level = level;
    action.part.level = std::move(name);
    action.part.weight = LevelBits(action.part.name, action.part.level);
  };
  if (a.acts.empty() || b.acts.empty()) {
    if (!OneIsNegated(a, b)) return action;
    fill(ActionLevel::kOpposite, "one is negated");
    for (const auto& [text, quote] : {std::pair(&a, &action.part.quote_a),
                                      std::pair(&b, &action.part.quote_b)}) {
      const Token* word = NegationIn(*text);
      if (word != nullptr) *quote = std::string(Slice(text->text, word->span));
    }
    return action;
  }
  ActPair pair = {&a.acts.front(), &b.acts.front()};
  if (a.routine || b.routine) {
    fill(ActionLevel::kRoutine, "routine act of a meeting");
  } else if (const auto opposition = FindOpposition(a, b)) {
    pair = *opposition;
    fill(ActionLevel::kOpposite, "opposite act");
  } else if (const auto excluded = FindRuledOut(a, b, &pair)) {
    fill(ActionLevel::kOpposite, "opposite act");
    action.part.quote_a = std::string(Slice(a.text, excluded->first));
    action.part.quote_b = std::string(Slice(b.text, excluded->second));
    return action;
  } else {
    pair = BestPair(a, b);
    if (pair.a == nullptr) return action;
    const Agreement agreement = AgreementOf(*pair.a, *pair.b);
    fill(agreement.level, agreement.name);
  }
  action.part.quote_a = Quote(a, *pair.a);
  action.part.quote_b = Quote(b, *pair.b);
  return action;
}

}  // namespace concord::overlap
