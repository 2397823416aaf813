#include "extraction/weighed/sentence_evidence.h"

#include <algorithm>
#include <string>

#include "concord/base/unicode.h"
#include "extraction/rules.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

constexpr std::size_t kWords = 40;  // of a sentence that are looked at
constexpr std::size_t kHeadingWords = 8;
constexpr double kLongSentence = 60;  // words
constexpr double kOften = 5;          // in a thousand letters

// Names are made in one place in memory: there are a hundred to a sentence.
class Namer {
 public:
  std::string_view operator()(std::string_view sort, std::string_view word,
                              std::string_view next = {}) {
    name_.assign(sort);
    AppendPlain(word);
    if (!next.empty()) {
      name_ += ' ';
      AppendPlain(next);
    }
    return name_;
  }

 private:
  // In small letters, figures as "0", one kind of apostrophe.
  void AppendPlain(std::string_view word) {
    if (!word.empty() && word[0] >= '0' && word[0] <= '9') {
      name_ += '0';
      return;
    }
    for (std::size_t i = 0; i < word.size(); ++i) {
      const char c = word[i];
      if (word.substr(i).starts_with("’")) {
        name_ += '\'';
        i += std::string_view("’").size() - 1;
      } else {
        name_ += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      }
    }
  }

  std::string name_;
};

// "should", "is to", "recommends": the verbs by which something is asked,
// promised or told of.
const Pattern& Modal() {
  static const Pattern kModal(
      "(?i:\\b(should|must|shall|will|ought|needs? to|recommend\\p{L}*|"
      "urge\\p{L}*|asked to|invite\\p{L}*|required? to|is to|are to|"
      "be \\p{L}+ed|could|may|might|would|propose\\p{L}*|agree\\p{L}*|"
      "undertak\\p{L}+|intend\\p{L}*|plan\\p{L}*|expect\\p{L}*|want\\p{L}*|"
      "call\\p{L}* (?:on|for)|has to|have to|suggest\\p{L}*|advise\\p{L}*|"
      "commit\\p{L}*|aim\\p{L}*|going to)\\b)(?:\\s+([\\p{L}'’]+))?");
  return kModal;
}

const Pattern& Past() {
  static const Pattern kPast(
      "\\b(?:was|were|had|has been|have been|did|said|told|found)\\b");
  return kPast;
}

const Pattern& Dated() {
  static const Pattern kDated(
      "\\b(?:(?:19|20)\\d\\d|January|February|March|April|May|June|July|August|"
      "September|October|November|December|spring|summer|autumn|winter)\\b");
  return kDated;
}

const Pattern& Recommend() {
  static const Pattern kRecommend("(?i:recommend)");
  return kRecommend;
}

void AddSentences(const Reading& reading, std::size_t line, std::int32_t cell,
                  TextSpan within, TextSpan before,
                  std::vector<SentencePlace>* places) {
  const std::vector<TextSpan> all = SentencesIn(reading.text(), within);
  for (std::size_t i = 0; i < all.size(); ++i) {
    places->push_back({all[i], i > 0 ? all[i - 1] : before, line, cell, i == 0,
                       all.size() == 1});
  }
}

void TellOfModal(std::string_view text, TextSpan span,
                 const std::optional<MatchSpans>& modal, std::string_view kind,
                 Namer& name, const SentenceEvidence::Tell& tell) {
  if (!modal) {
    tell("no modal", 1);
    return;
  }
  const std::string_view verb = Slice(text, (*modal)[1]);
  tell(name("modal:", verb), 1);
  const std::size_t before =
      Words(text, {span.begin, (*modal)[1].begin}).size();
  static constexpr std::string_view kAt[] = {
      "modal at:0", "modal at:3", "modal at:6", "modal at:9", "modal at:12"};
  tell(kAt[std::min<std::size_t>(before / 3, 4)], 1);
  tell(name(kind, verb), 1);
  if (Empty((*modal)[2])) return;
  tell(name("after the modal:", Slice(text, (*modal)[2])), 1);
  tell(name("modal:", verb, Slice(text, (*modal)[2])), 1);
}

}  // namespace

std::vector<SentencePlace> SentencePlaces(const Reading& reading) {
  std::vector<SentencePlace> places;
  const auto& blocks = reading.document->blocks;
  for (std::size_t i = 0; i < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    if (IsHeading(line)) continue;
    const TextSpan before = i > 0 ? reading.lines[i - 1].span : TextSpan{};
    if (line.kind != BlockKind::kTableRow) {
      AddSentences(reading, i, -1, line.body, before, &places);
      continue;
    }
    std::int32_t cell = 0;
    for (std::size_t b = static_cast<std::size_t>(line.block) + 1;
         b < blocks.size() && blocks[b].parent == line.block; ++b) {
      AddSentences(reading, i, cell++, blocks[b].span, before, &places);
    }
  }
  return places;
}

SentenceEvidence::SentenceEvidence(const Reading& reading) : reading_(reading) {
  static const Pattern kCounted(
      "(?i:\\b(?:(should)|(will)|(recommend)|(we)|(resolved)|(owner|lead "
      "officer)))");
  static constexpr std::string_view kNames[] = {"page:should",    "page:will",
                                                "page:recommend", "page:we",
                                                "page:resolved",  "page:owner"};
  double counts[std::size(kNames)] = {};
  double letters = 1;
  for (const Line& line : reading.lines) {
    letters += line.span.end - line.span.begin;
    for (const MatchSpans& match :
         kCounted.SearchAll(reading.text(), line.span)) {
      for (std::size_t i = 0; i < std::size(kNames); ++i) {
        counts[i] += !Empty(match[i + 1]);
      }
    }
  }
  for (std::size_t i = 0; i < std::size(kNames); ++i) {
    const double share = std::min(counts[i] / letters * 1000, kOften) / kOften;
    if (share > 0) page_.emplace_back(kNames[i], share);
  }
}

SentenceEvidence::Said SentenceEvidence::Read(TextSpan span) const {
  const std::string_view text = reading_.text();
  return {span, Words(text, span), Modal().Search(text, span)};
}

// The kind of page and what stands above and before the sentence.
void SentenceEvidence::TellOfPlace(const SentencePlace& place, const Said& said,
                                   const Tell& tell) const {
  const std::string_view text = reading_.text();
  Namer name;
  const Line& line = reading_.lines[place.line];
  if (line.heading >= 0) {
    const Line& heading =
        reading_.lines[static_cast<std::size_t>(line.heading)];
    std::vector<TextSpan> above = Words(text, heading.body);
    above.resize(std::min(above.size(), kHeadingWords));
    for (const TextSpan word : above) {
      tell(name("heading:", Slice(text, word)), 1);
    }
  }
  const std::vector<TextSpan>& words = said.words;
  for (std::size_t i = words.size() - std::min<std::size_t>(words.size(), 3);
       i < words.size(); ++i) {
    tell(name("before:", Slice(text, words[i])), 1);
  }
  const std::string_view before = Slice(text, place.before);
  if (before.ends_with(':')) tell("before ends in a colon", 1);
  if (Recommend().Search(text, place.before)) tell("before recommends", 1);
  if (said.modal) tell("before has a modal", 1);
  if (!line.label.empty()) tell("has a label", 1);
  if (line.bullet) tell("has a bullet", 1);
  if (line.quoted) tell("is quoted", 1);
  if (line.kind == BlockKind::kListItem) tell("in a list", 1);
  if (line.kind == BlockKind::kFootnote) tell("in a footnote", 1);
  if (line.kind == BlockKind::kQuotation) tell("in a quotation", 1);
  if (place.first) tell("first of its line", 1);
  if (place.alone) tell("alone in its line", 1);
  if (place.cell >= 0) {
    tell("in a table", 1);
    tell(name("cell:", std::to_string(std::min(place.cell, 4))), 1);
  }
  tell("place in the page", static_cast<double>(place.span.begin) /
                                static_cast<double>(text.size() + 1));
}

void SentenceEvidence::Of(const SentencePlace& place, const Tell& tell) const {
  const std::string_view text = reading_.text();
  Namer name;
  const Said before =
      place.before == last_.span ? std::move(last_) : Read(place.before);
  last_ = Read(place.span);
  const std::vector<TextSpan>& words = last_.words;
  for (std::size_t i = 0; i < std::min(words.size(), kWords); ++i) {
    tell(name("word:", Slice(text, words[i])), 1);
  }
  static constexpr std::string_view kOpens[] = {
      "opens1:", "opens2:", "opens3:"};
  for (std::size_t i = 0; i < std::min(words.size(), std::size(kOpens)); ++i) {
    tell(name(kOpens[i], Slice(text, words[i])), 1);
  }
  const std::string kind = "kind:" + std::string(Name(reading_.kind));
  tell(kind, 1);
  TellOfModal(text, place.span, last_.modal, kind + " modal:", name, tell);
  if (Past().Search(text, place.span)) tell("past", 1);
  if (Dated().Search(text, place.span)) tell("dated", 1);
  tell("length", std::min(static_cast<double>(words.size()), kLongSentence) /
                     kLongSentence);
  if (words.size() < 5) tell("a few words", 1);
  const std::string_view said = Slice(text, place.span);
  if (!said.empty() && static_cast<unsigned char>(said.back()) < 0x80) {
    tell(name("last:", said.substr(said.size() - 1)), 1);
  }
  static constexpr std::string_view kQuotes[] = {"\"", "'", "“", "‘"};
  for (const std::string_view quote : kQuotes) {
    if (said.starts_with(quote)) tell("opens with a quotation mark", 1);
  }
  TellOfPlace(place, before, tell);
  for (const auto& [fact, share] : page_) tell(fact, share);
}

}  // namespace concord::extraction
