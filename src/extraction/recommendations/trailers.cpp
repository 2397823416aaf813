// Fields printed behind a recommendation, in its own paragraph.
//
//   "Count the keys. For: the Clerk. By: May 2002."
//   "Locks to be changed. Owner: Estates Unit; target: summer 2003"
//   "The Clerk should count them. Lead: Ada Reed, Head of Keys"
//   "A keeper at each door. To: the Board. At once."
//   "Each store should have a keeper (paragraph 6.6). Within three months"
//   left alone: "Two things matter: keys and locks.", "We asked by: letter"
//
// They say who is asked, who does it and when, and are no words of what is
// asked. Known fields only,
// after the end of a sentence, and each short. Cost: one look at the item.

#include "concord/extraction/due.h"
#include "extraction/recommendations/parts.h"

namespace concord::extraction {
namespace {

constexpr std::string_view kAsked = "for|to|addressed to|addressee";
constexpr std::string_view kWho =
    "owners?|lead(?: officer| body| unit)?|led by|action(?: by| for)?|by whom|"
    "who|responsib(?:le|ility)(?: body| officer| person| unit)?|accountable"
    "(?: officer)?";
constexpr std::string_view kWhen =
    "by|from|in|within|before|when|by when|target(?: date)?|due(?: date)?|"
    "date|deadline|time ?scale|time ?frame|timing|completion(?: date)?|start";

std::string FieldExpression(std::string_view before) {
  return std::string(before) + "(?:(?i:(" + std::string(kAsked) + "))|(?i:(" +
         std::string(kWho) + "))|(?i:(" + std::string(kWhen) + ")))\\s*:\\s+()";
}

// Where the fields begin: a known name behind the end of a sentence.
std::optional<std::uint32_t> FieldsAt(std::string_view text, TextSpan span) {
  static const Pattern kFirst(FieldExpression("[.;?!)”\"’]\\s+()"));
  const auto first = kFirst.Search(text, span);
  if (!first) return std::nullopt;
  return (*first)[1].begin;
}

// A time without a field's name behind them: "At once."
std::vector<DateMention> DueIn(const Reading& reading, TextSpan value,
                               std::string_view preposition) {
  const std::string lead = std::string(preposition) + " ";
  const std::string words = lead + std::string(Slice(reading.text(), value));
  auto due = FindDueInText(words, reading.base);
  const auto cut = static_cast<std::uint32_t>(lead.size());
  for (DateMention& one : due) {
    one.span.begin = value.begin + (std::max(one.span.begin, cut) - cut);
    one.span.end = value.begin + (std::max(one.span.end, cut) - cut);
    one.printed = Slice(reading.text(), one.span);
  }
  std::erase_if(due, [](const DateMention& one) { return Empty(one.span); });
  return due;
}

// "From" counts from; a plain "Target" or "When" is the date itself.
std::string PrepositionOf(std::string_view field) {
  static const Pattern kOwn("^(?i:by|from|in|within|before)$");
  if (!kOwn.Matches(field)) return "";
  std::string lower(field);
  for (char& c : lower) c = static_cast<char>(std::tolower(c));
  return lower;
}

void TakeAsked(const Reading& reading, TextSpan value, Recommendation* item) {
  static const Pattern kName("^[^,;.(]{3,90}");
  const std::string_view text = reading.text();
  const auto agents = AgentsAt(text, value);
  TextSpan named;
  if (!agents.empty()) {
    named = {agents.front().span.begin, agents.back().span.end};
  } else if (const auto name = kName.Search(text, value)) {
    named = Trim(text, (*name)[0]);
  }
  if (!Empty(named)) SetAddressee(text, Agent{named, named, {}, 0}, item);
}

void TakeOwners(const Reading& reading, TextSpan value, Recommendation* item) {
  static const Pattern kName("^(.+?)[\\s.;,]*$");
  const auto name = kName.Search(reading.text(), value);
  if (!name) return;
  for (OwnerMention& owner : OwnersNamed(reading.text(), (*name)[1])) {
    owner.rule = "owner.field";
    owner.confidence = 0.85;
    item->owners.push_back(std::move(owner));
  }
}

void TakeWhen(const Reading& reading, TextSpan value,
              std::string_view preposition, Recommendation* item) {
  for (DateMention& due : DueIn(reading, value, preposition)) {
    item->due.push_back(std::move(due));
  }
}

// "... a keeper. Within three months": a time of its own behind the last
// sentence, which says by when and has no verb.
void CutTime(const Reading& reading, Recommendation* item) {
  static const Pattern kTime(
      "[.;?!)”\"’]\\s+()((?:Within|By|Before|No later than|Immediately|"
      "Forthwith|As soon as|From)\\b[^.;:,()]{0,40})[.]?$");
  static const Pattern kVerb(
      "\\b(?i:should|must|shall|will|is|are|was|be|has|have|had|which|who|"
      "that)\\b");
  constexpr std::uint32_t kShortest = 20;
  const std::string_view text = reading.text();
  const auto time = kTime.Search(text, item->span);
  if (!time || kVerb.Search(text, (*time)[2]) ||
      (*time)[1].begin < item->span.begin + kShortest) {
    return;
  }
  auto due = DueIn(reading, (*time)[2], "");
  if (due.empty()) return;
  item->span = Trim(text, {item->span.begin, (*time)[1].begin});
  item->text = Slice(text, item->span);
  FillDue(reading, item);
  for (DateMention& one : due) item->due.push_back(std::move(one));
}

}  // namespace

void CutFields(const Reading& reading, Recommendation* item) {
  CutTime(reading, item);
  static const Pattern kField(FieldExpression("\\b"));
  const std::string_view text = reading.text();
  const auto begin = FieldsAt(text, item->span);
  if (!begin) return;
  const TextSpan tail = {*begin, item->span.end};
  constexpr std::uint32_t kLongest = 260;
  const auto fields = kField.SearchAll(text, tail);
  if (fields.empty() || Length(tail) > kLongest) return;
  item->span = Trim(text, {item->span.begin, *begin});
  item->text = Slice(text, item->span);
  FillDue(reading, item);
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::uint32_t end =
        i + 1 < fields.size() ? fields[i + 1][0].begin : tail.end;
    TextSpan value = {fields[i][4].begin, end};
    if (!Empty(fields[i][3])) {
      TakeWhen(reading, value, PrepositionOf(Slice(text, fields[i][3])), item);
      continue;
    }
    // "For: the Clerk. At once."
    static const Pattern kRest("([.;]\\s+)(\\p{L}[^.;]{3,60})[.;]?\\s*$");
    const auto rest = kRest.Search(text, value);
    const std::size_t known = item->due.size();
    if (rest) TakeWhen(reading, (*rest)[2], "", item);
    if (item->due.size() > known) value.end = (*rest)[1].begin;
    if (Empty(fields[i][1])) {
      TakeOwners(reading, value, item);
    } else {
      TakeAsked(reading, value, item);
    }
  }
}

}  // namespace concord::extraction
