#include "extraction/resolutions/resolving.h"

#include <algorithm>
#include <cstdlib>

#include "concord/base/unicode.h"
#include "extraction/rules.h"

namespace concord::extraction {
namespace {

// "Resolved", "AGREED": small letters after "agreed" tell of a talk ("agreed
// that nothing need be done"), so that one needs a mark or capitals; so do
// "decided", "ordered" and their like.
constexpr std::string_view kWord =
    "(?:(?i:it was |it was then )?(?i:unanimously |further |also )?"
    "(?:(?i:resolved|recommended)|AGREED|DECIDED|NOTED|"
    "(?i:agreed|decided|determined|ordered|approved|resolution)(?:\\s*[:–—-])|"
    "(?i:decisions?)\\s*:))";

}  // namespace

bool IsResolvingWord(const Reading& reading, TextSpan words, bool alone) {
  static const Pattern kAlone(
      "^(?:(?i:(?:the )?(?:members|committee|board|authority|panel|cabinet|"
      "council|sub-committee|meeting))(?: then| also)? )?" +
      std::string(kWord) +
      "(?:\\s*[:–—-]?\\s*\\(?(?i:unanimously|further|also|accordingly|as "
      "follows|nem\\.? "
      "con\\.?)\\)?)*\\s*[,:–—-]?\\s*(?i:to recommend(?: to (?:the )?[\\p{L} "
      "]{2,40}?)?\\s)?(?i:that|to)?\\s*[,:–—-]?\\s*(?i:(?:the "
      "|this "
      ")?(?:members|"
      "committee|board|authority|panel|cabinet|council|sub-committee|court))?"
      "\\s*[:–—-]*$");
  static const Pattern kSentence(
      "^" + std::string(kWord) +
      "(?:\\s*[:–—-]?\\s*\\(?(?i:unanimously|further|also|accordingly|nem"
      "\\.? con\\.?)\\)?)*\\s*"
      "(?:[:–—-]\\s*(?:[Oo]n the [Mm]otion of [^.;]{3,90}, )?(?:\\d{1,4}(?:/"
      "\\d{2,4})?\\s*[:–—-]?\\s+)?|,[^.;:]{0,60}[,:]?"
      "\\s*| (?:on|by|under|pursuant to|in accordance with) [^.;:]{0,70}? )?"
      "(?:(?i:that|t ?h ?a ?t|to)\\b|\\((?i:[a-z0-9]{1,3})\\)|1\\.\\s).*\\S");
  static const Pattern kDecision("^(?i:decisions?)\\s*:\\s*\\S.*\\s\\S");
  if (!alone && kDecision.Search(reading.text(), words)) return true;
  return (alone ? kAlone : kSentence).Search(reading.text(), words).has_value();
}

bool IsResolvingWord(const Reading& reading, const Line& line, bool alone) {
  return IsResolvingWord(reading, line.body, alone);
}

Resolution ResolutionAt(const Reading& reading, TextSpan span,
                        std::string label) {
  Resolution found;
  found.span = Trim(reading.text(), span);
  found.text = Slice(reading.text(), found.span);
  found.label = std::move(label);
  return found;
}

std::vector<Resolution> InlineItems(const Reading& reading, TextSpan span) {
  static const Pattern kMark(
      "(?:^|\\s)(?:\\(([a-z]{1,4}|\\d)\\)|(\\d)\\.)\\s+");
  std::vector<Resolution> items;
  const std::string_view text = reading.text();
  TextSpan lead;
  for (const MatchSpans& mark : kMark.SearchAll(text, span)) {
    const TextSpan label = Empty(mark[1]) ? mark[2] : mark[1];
    const std::string_view word = Slice(text, label);
    const int next = static_cast<int>(items.size()) + 1;
    const bool letter = word.size() == 1 && word[0] == 'a' + next - 1;
    if (!letter && RomanNumeral(word) != next &&
        std::atoi(std::string(word).c_str()) != next) {
      continue;
    }
    if (items.empty()) {
      lead = Trim(text, {span.begin, mark[0].begin});
    } else {
      items.back().span = Trim(text, {items.back().span.begin, mark[0].begin});
    }
    items.push_back(
        ResolutionAt(reading, {mark[0].end, span.end}, std::string(word)));
    items.back().lead_in = Slice(text, lead);
  }
  if (items.size() < 2 || Length(lead) > 60) return {};
  for (Resolution& item : items) item.text = Slice(text, item.span);
  return items;
}

std::vector<Resolution> PartedItems(const Reading& reading, std::size_t at,
                                    TextSpan words) {
  static const Pattern kFirst("^[^.;]{0,40}?\\(?\\b(i|a|1)[).]\\s+()\\S");
  constexpr std::size_t kReach = 20;
  const auto first = kFirst.Search(reading.text(), words);
  if (!first) return {};
  std::vector<Resolution> items = {
      ResolutionAt(reading, {(*first)[2].begin, words.end},
                   std::string(Slice(reading.text(), (*first)[1])))};
  items[0].lead_in =
      Slice(reading.text(),
            Trim(reading.text(), {words.begin, (*first)[1].begin - 1}));
  const bool roman = items[0].label == "i";
  const bool letter = items[0].label == "a";
  for (std::size_t i = at + 1; i < std::min(reading.lines.size(), at + kReach);
       ++i) {
    const Line& line = reading.lines[i];
    if (IsHeading(line) || IsResolvingWord(reading, line, false)) break;
    const int next = static_cast<int>(items.size()) + 1;
    const bool follows =
        roman    ? RomanNumeral(line.label) == next
        : letter ? line.label.size() == 1 && line.label[0] == 'a' + next - 1
                 : std::atoi(line.label.c_str()) == next;
    if (line.label.empty() || !follows) continue;
    items.push_back(ResolutionAt(reading, line.body, line.label));
    items.back().lead_in = items[0].lead_in;
  }
  if (items.size() < 2) items.clear();
  return items;
}

bool BreaksOff(const Reading& reading, std::size_t at) {
  static const Pattern kVerb(
      "\\b(?:notes?|agrees?|approves?|endorses?|receives?|accepts?|recommends?|"
      "supports?|requests?|asks?|that|to)$");
  static const Pattern kFirst("^(?:1|i|I|a|A)$");
  const Line& line = reading.lines[at];
  return at + 1 < reading.lines.size() &&
         kFirst.Matches(reading.lines[at + 1].label) &&
         kVerb.Search(reading.text(), line.body) &&
         IsResolvingWord(reading, line, false);
}

bool GoesOnBelow(const Reading& reading, std::size_t at) {
  static const Pattern kOpen("\\b(?:be|the|that|to|and|of|for|by|in|on)$");
  static const Pattern kRest("^\\p{Ll}[^.;:]{2,80}\\.$");
  return at + 1 < reading.lines.size() &&
         kOpen.Search(reading.text(), reading.lines[at].body) &&
         reading.lines[at + 1].label.empty() &&
         kRest.Search(reading.text(), reading.lines[at + 1].body);
}

std::vector<Resolution> BareLetters(const Reading& reading, std::size_t first) {
  static const Pattern kLetter("^([A-H]) ()\\p{Lu}");
  std::vector<Resolution> items;
  for (std::size_t at = first; at < reading.lines.size(); ++at) {
    const Line& line = reading.lines[at];
    const auto letter = kLetter.Search(reading.text(), line.span);
    if (line.kind != document::BlockKind::kParagraph || !letter ||
        Slice(reading.text(), (*letter)[1])[0] !=
            static_cast<char>('A' + items.size())) {
      break;
    }
    items.push_back(
        ResolutionAt(reading, {(*letter)[2].begin, line.span.end},
                     std::string(Slice(reading.text(), (*letter)[1]))));
  }
  if (items.size() < 2) items.clear();
  return items;
}

}  // namespace concord::extraction
