#include "extraction/agents.h"

#include <algorithm>
#include <cctype>
#include <iterator>

#include "concord/base/unicode.h"
#include "extraction/rules.h"

namespace concord::extraction {
namespace {

// Names longer than this are not names; it also bounds the work per look.
constexpr std::uint32_t kLongestAgent = 240;
constexpr std::size_t kMostWords = 26;

bool IsUpper(std::string_view word) {
  if (word.empty()) return false;
  const auto first = static_cast<unsigned char>(word[0]);
  if (first < 0x80) return std::isupper(first) != 0;
  return Fold(word) != CollapseSpace(word);
}

bool IsPossessive(std::string_view word) {
  return word.ends_with("'s") || word.ends_with("\xE2\x80\x99s") ||
         word.ends_with("s'") || word.ends_with("s\xE2\x80\x99");
}

TextSpan Cut(std::string_view text, TextSpan within) {
  if (Length(within) <= kLongestAgent) return within;
  within.end = within.begin + kLongestAgent;
  while (within.end > within.begin &&
         (static_cast<unsigned char>(text[within.end]) & 0xC0) == 0x80) {
    --within.end;
  }
  return within;
}

// One walk over the words of a possible name.
class NameReader {
 public:
  NameReader(std::string_view text, TextSpan within)
      : text_(text), words_(Words(text, Cut(text, within))) {
    if (words_.size() > kMostWords) words_.resize(kMostWords);
  }

  std::optional<Agent> Read(std::uint32_t begin) {
    if (words_.empty() || words_[0].begin != begin) return std::nullopt;
    ReadDeterminers();
    ReadNumber();
    if (at_ < words_.size() && EndsAgent(Word(at_)) && !IsCrown()) {
      return std::nullopt;
    }
    first_ = at_;
    if (IsCrown()) ++at_;
    while (at_ < words_.size() && Step()) ++at_;
    if (complete_to_ == 0) return std::nullopt;
    ReadPersonName();
    if (IsTitleAlone()) return std::nullopt;
    return Finish();
  }

 private:
  std::string_view Word(std::size_t index) const {
    return Slice(text_, words_[index]);
  }
  std::string_view Gap(std::size_t index) const {
    return Slice(text_, {words_[index - 1].end, words_[index].begin});
  }

  void ReadDeterminers() {
    while (at_ < words_.size()) {
      const std::string word = Fold(Word(at_));
      if (word == "each" || word == "every" || word == "all") {
        is_class_ = true;
      } else if (word == "of"
                     ? !is_class_
                     : (word != "the" && word != "a" && word != "an" &&
                        word != "both" && word != "any" && word != "our" &&
                        word != "this" && word != "these" && word != "their" &&
                        word != "your" && word != "my")) {
        break;
      }
      if (at_ > 0 && Gap(at_) != " ") break;
      has_determiner_ = true;
      is_both_ = is_both_ || word == "both";
      ++at_;
    }
    name_from_ = is_class_ ? 0 : at_;
    // "this Committee" is another than the Committee.
    if (at_ > 0 && !is_class_ && Fold(Word(at_ - 1)) == "this") --name_from_;
  }

  // "Her Majesty's Inspectorate": the pronoun belongs to the name.
  bool IsCrown() const {
    if (at_ + 1 >= words_.size()) return false;
    const std::string pronoun = Fold(Word(at_));
    return (pronoun == "her" || pronoun == "his") &&
           Fold(Word(at_ + 1)).starts_with("majesty");
  }

  void ReadNumber() {
    // "the force's 11 divisions": an owner in the genitive before the number.
    if (at_ + 1 < words_.size() && IsPossessive(Word(at_)) &&
        NumberWord(Word(at_ + 1)) > 0) {
      ++at_;
    }
    if (at_ >= words_.size()) return;
    const int number = NumberWord(Word(at_));
    if (number <= 0) return;
    count_ = number;
    is_class_ = true;
    ++at_;
  }

  // Takes the word at at_; false where the name ends before it.
  bool Step() {
    const std::string_view word = Word(at_);
    if (at_ > first_ && !GapHolds()) return false;
    if (Gap0() == "&" && complete_) return false;
    const std::string lower = Fold(word);
    if (lower == "of" || lower == "and" || lower == "for" || lower == "the") {
      return StepJoiner(lower);
    }
    if (EndsAgent(lower)) return false;
    if (IsNumberOfPost()) return true;
    return IsUpper(word) || IsAcronym(word) ? StepCapital(word)
                                            : StepSmall(word);
  }

  // "the Section 151 Officer": a post named after the law that asks for it.
  bool IsNumberOfPost() const {
    if (at_ == first_ || at_ + 1 >= words_.size()) return false;
    const std::string_view number = Word(at_);
    return Word(at_ - 1) == "Section" && IsUpper(Word(at_ + 1)) &&
           IsPostNoun(Word(at_ + 1)) &&
           std::all_of(number.begin(), number.end(), [](unsigned char digit) {
             return std::isdigit(digit) != 0;
           });
  }

  std::string Gap0() const {
    if (at_ == first_) return "";
    return CollapseSpace(Gap(at_));
  }

  bool GapHolds() {
    const std::string_view gap = Gap(at_);
    if (gap == " & ") joined_ = true;
    if (gap == " " || gap == "\xC2\xA0" || gap == " & ") return true;
    // "Finance, Planning and Best Value Committee": a comma inside a name.
    // "the Magistrates' Association"
    if (gap == "' " || gap == "\xE2\x80\x99 ")
      return Word(at_ - 1).back() == 's';
    if (gap == ", ") {
      has_comma_ = true;
      joined_ = false;  // only what comes after it makes it a list
      return !complete_ && at_ > first_ && IsUpper(Word(at_));
    }
    // "(B)OCU" has its first letter in brackets.
    return gap == " (" ? Word(at_).size() == 1 : gap == ")";
  }

  bool StepJoiner(std::string_view lower) {
    if (at_ == first_ || at_ + 1 >= words_.size()) return false;
    const std::string_view next = Word(at_ + 1);
    if (lower == "of") {
      if (!complete_ || NumberWord(next) > 0) return false;
      after_of_ = true;
      return true;
    }
    if (lower == "the") {
      const std::string before = Fold(Word(at_ - 1));
      return before == "of" || before == "for";
    }
    if (lower == "for") return complete_ && IsUpper(next);
    if (lower == "and" && EndsPost()) return true;
    // "Ada Reed and Head of Estates": a post of its own, after a person.
    if (!complete_ && BeginsPost()) return false;
    joined_ = true;
    return !complete_ && IsUpper(next);
  }

  bool BeginsPost() const {
    const std::string next = Fold(Word(at_ + 1));
    return at_ + 2 < words_.size() && Fold(Word(at_ + 2)) == "of" &&
           (next == "head" || next == "director");
  }

  // "Director of Personnel and Training introduce ...": one capital after "and"
  // that is no body by itself goes on with the post's field.
  bool EndsPost() const {
    if (!after_of_ || !complete_ || at_ + 1 >= words_.size()) return false;
    const std::string_view last = Word(at_ - 1);
    const std::string_view next = Word(at_ + 1);
    const bool field = IsUpper(last) && !IsAgentNoun(last) &&
                       !IsAcronym(last) && IsPostNoun(Word(head_));
    const bool single = IsUpper(next) && !IsAgentNoun(next) &&
                        !IsPersonalTitle(next) &&
                        (at_ + 2 >= words_.size() || !IsUpper(Word(at_ + 2)));
    return field && single && Gap(at_ + 1) == " ";
  }

  bool StepCapital(std::string_view word) {
    const bool head = IsAgentNoun(word) || IsAcronym(word) || after_of_ ||
                      IsPersonalTitle(word);
    if (head && !IsPossessive(word)) {
      Complete(word);
    } else {
      complete_ = false;
    }
    return true;
  }

  bool StepSmall(std::string_view word) {
    const bool noun = IsAgentNoun(word);
    if (noun) {
      // "the Court Service commission a survey": a verb after a whole name.
      if (complete_ && at_ > first_ + 1 && IsUpper(Word(at_ - 1))) return false;
      // "That Members commission a survey": they are no sort of commission.
      if (complete_ && Fold(Word(at_ - 1)) == "members") return false;
      Complete(word);
      return true;
    }
    if (after_of_ && Fold(Word(at_ - 1)) == "of") {
      // "Heads of training"; "the Board of capital ..." is two phrases.
      if (!IsPostNoun(Word(head_)) && !has_class_head()) return false;
      Complete(word);
      return true;
    }
    if (complete_ && !after_of_) return false;
    // "the head of crime management": two small words are one field.
    if (complete_ && IsFieldNoun(word) && !IsUpper(Word(at_ - 1))) {
      Complete(word);
      return true;
    }
    return IsAgentModifier(word) || IsPossessive(word) || LeadsToNoun();
  }

  static bool IsFieldNoun(std::string_view word) {
    static constexpr std::string_view kNouns[] = {
        "management", "resources",   "relations", "planning",
        "standards",  "development", "affairs",   "operations"};
    return std::find(std::begin(kNouns), std::end(kNouns), word) !=
           std::end(kNouns);
  }

  // "the ambulance service", "the parks contractor": after an article one or
  // two words that nobody listed may stand before a noun that somebody did.
  bool LeadsToNoun() const {
    if (!has_determiner_ || complete_ || after_of_ || is_class_) return false;
    if (IsVerbBefore(at_) || IsVerbBefore(at_ + 1)) return false;
    for (std::size_t next = at_ + 1; next <= at_ + 2; ++next) {
      if (next >= words_.size() || Gap(next) != " ") return false;
      const std::string_view word = Word(next);
      if (EndsAgent(word)) return false;
      if (IsAgentNoun(word)) return !IsUpper(word);
      if (IsUpper(word)) return false;
    }
    return false;
  }

  // "This report asks members", "the Guide allows local bodies": a word in "s"
  // after another and before a plural is the verb.
  bool IsVerbBefore(std::size_t at) const {
    if (at <= first_ || at + 1 >= words_.size()) return false;
    const std::string_view word = Word(at);
    if (!word.ends_with('s') || word.ends_with("ss") || IsPossessive(word)) {
      return false;
    }
    for (std::size_t next = at + 1; next <= at + 2; ++next) {
      if (next >= words_.size()) return false;
      if (IsAgentNoun(Word(next))) return Word(next).ends_with('s');
    }
    return false;
  }

  void Complete(std::string_view word) {
    // A comma stands in a name only as part of "A, B and C Committee".
    if (has_comma_ && (!joined_ || IsAcronym(word))) return;
    complete_ = true;
    complete_to_ = at_ + 1;
    if (!after_of_ && (IsAgentNoun(word) || IsAcronym(word))) head_ = at_;
  }

  // "Inspector Mark Yardley": capitals after a rank or title are a name.
  void ReadPersonName() {
    if (!IsPersonalTitle(Word(complete_to_ - 1))) return;
    std::size_t next = complete_to_;
    while (next < words_.size() && next < complete_to_ + 3 &&
           IsUpper(Word(next)) && !EndsAgent(Word(next)) && Gap(next) == " ") {
      ++next;
    }
    if (next == complete_to_) return;
    complete_to_ = next;
    is_person_ = true;
  }

  // "Supt" of nobody.
  bool IsTitleAlone() const {
    const std::string_view word = Word(complete_to_ - 1);
    return !is_person_ && complete_to_ == first_ + 1 && IsPersonalTitle(word) &&
           !IsAgentNoun(word) && !IsAcronym(word);
  }

  // "Assistant Chief Constable (Operations)": the field is part of the post.
  std::uint32_t EndWithField() const {
    const std::uint32_t end = words_[complete_to_ - 1].end;
    static const Pattern kCharge(
        "^ in (?:charge of (?:the |a )?\\p{Ll}+|the case|charge)\\b");
    const auto charge = kCharge.Search(text_, {end, words_.back().end});
    if (charge && IsPostNoun(Word(head_))) return charge->front().end;
    if (complete_to_ >= words_.size() || Gap(complete_to_) != " (" ||
        !IsPostNoun(Word(head_))) {
      return end;
    }
    const std::string_view field = Word(complete_to_);
    const std::uint32_t close = words_[complete_to_].end;
    const bool named = IsUpper(field) && !IsAcronym(field) &&
                       field.size() > 2 && close < text_.size() &&
                       text_[close] == ')';
    return named ? close + 1 : end;
  }

  // "the Chief Constable's promise": the name ends with the one who has it.
  std::uint32_t EndBeforePossessive(std::uint32_t end) const {
    if (complete_to_ >= words_.size() || Gap(complete_to_) != " ") return end;
    if (end != words_[complete_to_ - 1].end || after_of_) return end;
    const std::string_view word = Word(complete_to_);
    for (const std::string_view ending : {"'s", "\xE2\x80\x99s"}) {
      if (!word.ends_with(ending)) continue;
      const std::string_view owner =
          word.substr(0, word.size() - ending.size());
      if (!IsUpper(owner) || !IsPostNoun(owner)) return end;
      return words_[complete_to_].begin +
             static_cast<std::uint32_t>(owner.size());
    }
    return end;
  }

  Agent Finish() const {
    Agent agent;
    agent.span = {words_[0].begin, EndBeforePossessive(EndWithField())};
    agent.name = {words_[std::min(name_from_, complete_to_ - 1)].begin,
                  agent.span.end};
    agent.count = is_class_ ? count_ : 0;
    const std::string_view head = Word(head_);
    const bool bare_plural =
        !has_determiner_ && head.ends_with('s') && !IsAcronym(head) &&
        !after_of_capital() &&
        (head_ == first_ || !IsUpper(head) || IsPostNoun(head));
    if (is_person_) {
      agent.kind = OwnerKind::kPerson;
    } else if (is_class_ || bare_plural || (is_both_ && head.ends_with('s'))) {
      agent.kind = OwnerKind::kClass;
    } else if (IsPostNoun(head)) {
      agent.kind = OwnerKind::kPost;
    }
    return agent;
  }

  // "teams of officers", "all groups of ..."
  bool has_class_head() const {
    return is_class_ || Word(head_).ends_with('s') || IsAgentNoun(Word(at_));
  }

  bool after_of_capital() const {
    return after_of_ && complete_to_ > head_ + 2 &&
           IsUpper(Word(complete_to_ - 1));
  }

  std::string_view text_;
  std::vector<TextSpan> words_;
  std::size_t at_ = 0;
  std::size_t first_ = 0;        // first word after determiner and number
  std::size_t name_from_ = 0;    // first word of the name as shown
  std::size_t complete_to_ = 0;  // one past the last word of a whole name
  std::size_t head_ = 0;
  bool complete_ = false;
  bool after_of_ = false;
  bool has_comma_ = false;
  bool joined_ = false;  // "and" or "&" inside the name
  bool has_determiner_ = false;
  bool is_class_ = false;
  bool is_both_ = false;
  bool is_person_ = false;
  std::int32_t count_ = 0;
};

}  // namespace

bool IsAcronym(std::string_view word) {
  if (word.ends_with('s')) word.remove_suffix(1);
  if (word.size() < 2 || word.size() > 8 || RomanNumeral(word) > 0) {
    return false;
  }
  const auto upper = std::count_if(word.begin(), word.end(), [](char c) {
    return std::isupper(static_cast<unsigned char>(c)) != 0;
  });
  return upper >= 2 && std::all_of(word.begin(), word.end(), [](char c) {
           return std::isupper(static_cast<unsigned char>(c)) != 0 ||
                  std::isdigit(static_cast<unsigned char>(c)) != 0;
         });
}

std::optional<Agent> AgentAt(std::string_view text, TextSpan within) {
  if (auto named = NameReader(text, within).Read(within.begin)) return named;
  // Rooms and desks that act for those who sit there.
  static const Pattern kDesk(
      "^((?i:the|each|every|our|its|both)\\s+)(?:\\p{L}+ ){0,2}?(?i:control "
      "rooms?|call centres?|help ?desks?|switchboard|front counters?|registry|"
      "press office|post room|crime desks?|enquiry desks?)\\b");
  const auto desk = kDesk.Search(text, within);
  if (!desk) return std::nullopt;
  return Agent{(*desk)[0], {(*desk)[1].end, (*desk)[0].end}};
}

}  // namespace concord::extraction
