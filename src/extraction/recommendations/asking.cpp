// Recommendations told by what they do in a document that never says the word.
//
//   1.1 The keeper ought to count the keys.      numbers that stand only before
//   1.2 Nobody is to lend one.                   what is asked, prose between
//   "Its proposals were as follows:" over a list each item of which asks
//   "We urge the Board to name a keeper."        asking by the verb itself
//
// Only what asks counts ("should", "ought to", "is invited to", "are to keep"),
// and only where the whole set asks: one "should" proves nothing. Cost: one
// pass. Tests: the examples.

#include <cstdlib>
#include <map>

#include "concord/base/unicode.h"
#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/list_items.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

constexpr std::size_t kFewest = 3;
constexpr std::uint32_t kProse = 80;  // bytes of a paragraph that tells

// The shape of a label: "9.9" of "4.12", "A" of "K", "" where it has none.
std::string ShapeOf(std::string_view label) {
  std::string shape;
  for (const char c : label) {
    const bool digit = c >= '0' && c <= '9';
    const char as = digit ? '9' : (c >= 'A' && c <= 'Z') ? 'A' : c;
    if (!digit || shape.empty() || shape.back() != '9') shape += as;
  }
  return shape;
}

// The dotted number of a paragraph, also of one set apart as a quotation, whose
// number stands among its words.
std::string DottedLabel(const Reading& reading, const Line& line) {
  static const Pattern kDotted("^(\\d{1,2}\\.\\d{1,2})\\.?\\s");
  if (line.kind == BlockKind::kQuotation && line.label.empty()) {
    const auto match = kDotted.Search(reading.text(), line.body);
    return match ? std::string(Slice(reading.text(), (*match)[1])) : "";
  }
  return line.label.find('.') == std::string::npos ? "" : line.label;
}

struct Labelled {
  std::vector<std::size_t> lines;
  std::size_t asking = 0;
};

// Paragraphs with dotted labels by the shape of the label, and how many of
// each ask; `bare` counts the paragraphs that have none.
std::map<std::string, Labelled> ByShape(const Reading& reading,
                                        std::size_t* bare) {
  std::map<std::string, Labelled> shapes;
  for (std::size_t i = 0; i < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    if (IsHeading(line) || line.kind == BlockKind::kTableRow || line.quoted) {
      continue;
    }
    const std::string label = DottedLabel(reading, line);
    if (label.empty()) {
      *bare += line.kind == BlockKind::kParagraph && line.label.empty() &&
               line.body.end - line.body.begin > kProse;
    } else {
      Labelled& labelled = shapes[ShapeOf(label)];
      labelled.lines.push_back(i);
      const std::string_view body = reading.Body(line);
      labelled.asking += Asks(body) && !TellsOver(body);
    }
  }
  return shapes;
}

// "We urge X to", "X is invited to", "X are to": who is asked where the words
// of other rules do not say so.
std::optional<Agent> AskedByVerb(std::string_view text, TextSpan span) {
  static const Pattern kWe(
      "\\b(?:I|[Ww]e) (?:\\p{L}+ly )?(?:urge|invite|ask|look to|"
      "call (?:up)?on|advise|encourage|request) ");
  static const Pattern kSubject(
      "\\b(?:(?:is|are)(?: \\p{L}+ly)? (?:to|(?:invited|asked|urged|advised|"
      "requested|encouraged|required|called upon) to)|ought to|needs? to|must|"
      "might)\\b");
  if (const auto we = kWe.Search(text, span)) {
    return AgentAt(text, {(*we)[0].end, span.end});
  }
  if (const auto verb = kSubject.Search(text, span)) {
    return SubjectBefore(text, span, (*verb)[0].begin);
  }
  return std::nullopt;
}

void SetAskedByVerb(const Reading& reading, Recommendation* item) {
  if (!item->addressee.empty()) return;
  auto asked = AskedByVerb(reading.text(), item->span);
  if (!asked) asked = AskedIn(reading.text(), item->span);
  if (asked) SetAddressee(reading.text(), *asked, item);
}

Recommendation NumberedItem(const Reading& reading, std::size_t at) {
  Recommendation item = ItemOf(reading, {at, ItemEnd(reading, at)});
  const std::string label = DottedLabel(reading, reading.lines[at]);
  if (item.label.empty() && item.text.starts_with(label)) {
    const auto cut = static_cast<std::uint32_t>(label.size());
    const std::string_view after = std::string_view(item.text).substr(cut);
    const TextSpan words = {
        item.span.begin + cut + (after.starts_with('.') ? 1u : 0u),
        item.span.end};
    item.span = Trim(reading.text(), words);
    item.text = Slice(reading.text(), item.span);
  }
  item.label = label;
  SetAskedByVerb(reading, &item);
  return item;
}

std::vector<Recommendation> FindNumberedAsks(const Reading& reading) {
  std::vector<Recommendation> found;
  if (!MakesOwn(reading) && reading.kind != DocumentKind::kReport) {
    return found;
  }
  std::size_t bare = 0;
  for (const auto& [shape, labelled] : ByShape(reading, &bare)) {
    const std::size_t all = labelled.lines.size();
    // Nine of ten ask, or all of a few but one, and there is prose that has no
    // number.
    const bool most = labelled.asking * 10 >= all * 9 ||
                      (all > kFewest && labelled.asking + 1 == all);
    if (all < kFewest || !most || bare * 4 < all) {
      continue;
    }
    for (const std::size_t at : labelled.lines) {
      found.push_back(NumberedItem(reading, at));
    }
  }
  return found;
}

// "5" after "4"; the paragraph 5 after the item (6) is no item.
bool FollowsLabel(std::string_view before, std::string_view label) {
  const int last = std::atoi(std::string(before).c_str());
  return last == 0 || std::atoi(std::string(label).c_str()) == last + 1;
}

// The items of the list below line `at`, which ends in a colon.
std::vector<ListItem> ItemsBelow(const Reading& reading, std::size_t at) {
  std::vector<ListItem> items;
  const bool bullets = reading.lines[at + 1].label.empty();
  for (std::size_t i = at + 1; i < reading.lines.size();) {
    const Line& line = reading.lines[i];
    const bool listed =
        bullets ? line.kind == BlockKind::kListItem : !line.label.empty();
    if (IsHeading(line) || !listed || line.quoted ||
        line.label.empty() != bullets ||
        ShapeOf(line.label) != ShapeOf(reading.lines[at + 1].label) ||
        !FollowsLabel(
            items.empty() ? "" : reading.lines[items.back().begin].label,
            line.label)) {
      break;
    }
    const std::size_t end = ItemEnd(reading, i);
    items.push_back({i, end});
    i = end;
  }
  return items;
}

std::vector<Recommendation> FindListsThatAsk(const Reading& reading) {
  // What is told over is somebody's; what a paper asks of its own committee
  // stands in its section A.
  static const Pattern kLead(
      "(?i:\\b(?:finding|conclusion|proposal|suggestion|recommendation|point|"
      "improvement|change|step|measure|view|advice)s?\\b|\\b(?:we|i) "
      "(?:\\p{L}+ )?(?:ask|recommend|propose|suggest|urge|advise|want|expect|"
      "would like|request)\\b.*\\b(?:following|below|as "
      "follows|these)\\b).*:$");
  std::vector<Recommendation> found;
  if (reading.kind == DocumentKind::kMinutes ||
      reading.kind == DocumentKind::kAgenda ||
      reading.kind == DocumentKind::kPress) {
    return found;
  }
  for (std::size_t i = 0; i + 1 < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    if (IsHeading(line) || line.quoted ||
        !kLead.Search(reading.text(), line.body)) {
      continue;
    }
    const std::vector<ListItem> items = ItemsBelow(reading, i);
    std::size_t asking = 0;
    for (const ListItem& item : items) {
      const std::string_view body = reading.Body(reading.lines[item.begin]);
      asking += IsRequest(body);
    }
    if (items.size() < kFewest || asking < items.size()) continue;
    for (const ListItem& item : items) {
      found.push_back(ItemOf(reading, item));
      SetAskedByVerb(reading, &found.back());
      SetRunningLead(reading, line, &found.back());
    }
  }
  return found;
}

// "We urge the Board to ...": the sentence that asks by its verb.
std::vector<Recommendation> FindUrging(const Reading& reading) {
  static const Pattern kUrge(
      "\\b(?:I|[Ww]e) (?:therefore |also |further |strongly |accordingly )*"
      "(?:urge|invite|look to|call (?:up)?on|ask|advise|encourage) "
      "(?:that )?(?:the|all|each|every|both|its|chief|police|local|[A-Z])"
      "[^.;:]{2,80}? to (?:be )?[a-z]+\\b");
  static const Pattern kTold(
      "(?i:\\b(?:when|whether|if|as|which|that|what))"
      "\\s*$");
  std::vector<Recommendation> found;
  if (reading.kind != DocumentKind::kInspection &&
      reading.kind != DocumentKind::kStrategy) {
    return found;
  }
  const std::string_view text = reading.text();
  for (const Line& line : reading.lines) {
    if (line.kind != BlockKind::kParagraph || line.quoted) continue;
    for (const MatchSpans& match : kUrge.SearchAll(text, line.body)) {
      const TextSpan sentence = SentenceAt(text, line.body, match[0].begin);
      if (kTold.Search(text, {sentence.begin, match[0].begin}) ||
          InQuotation(text, line.body, match[0].begin)) {
        continue;
      }
      // "Lastly, I ask": the turn of the talk is no part of it.
      static const Pattern kTurn(
          "^(?:Lastly|Finally|Secondly|Thirdly|Fourthly|Next|Again), ()");
      TextSpan words = sentence;
      if (const auto turn = kTurn.Search(text, sentence)) {
        words.begin = (*turn)[1].begin;
      }
      Recommendation item =
          RecommendationAt(reading, words, RecommendationKind::kRecommendation);
      item.label = line.label;
      SetAskedByVerb(reading, &item);
      found.push_back(std::move(item));
    }
  }
  return found;
}

RecommendationRule NumberedAsksRule() {
  return {"recommendation.numbered-asks",
          0.85,
          {{DocumentKind::kInspection,
            "1. Keys\n\nThe keys of the store hung on a nail beside the door, "
            "where anybody who passed could have had them.\n\n"
            "1.1 The Constabulary should count its keys.\n\n"
            "1.2 Nobody is to lend a key.\n\n2. Locks\n\n"
            "2.1 The Clerk is invited to change the locks.\n",
            "1.1 [The Constabulary] The Constabulary should count its keys.\n"
            "1.2 [] Nobody is to lend a key.\n"
            "2.1 [The Clerk] The Clerk is invited to change the locks."},
           {DocumentKind::kInspection,
            "1. Keys\n\n1.1 The keys of the store hung on a nail beside the "
            "door, where anybody who passed could have had them.\n\n"
            "1.2 They should be counted.\n\n1.3 They were not.\n",
            ""}},
          &FindNumberedAsks};
}

RecommendationRule ListsThatAskRule() {
  return {"recommendation.list-that-asks",
          0.8,
          {{DocumentKind::kReport,
            "B. Supporting information\n\n4. The panel's proposals were:\n\n"
            "(1) Keys should be counted;\n\n(2) the Clerk ought to hold them; "
            "and\n\n(3) locks must be changed.\n",
            "1 [] Keys should be counted;\n"
            "2 [the Clerk] the Clerk ought to hold them; and\n"
            "3 [] locks must be changed."},
           {DocumentKind::kReport,
            "B. Supporting information\n\n4. The panel's findings were:\n\n"
            "(1) Keys were lost;\n\n(2) the Clerk should have held them; "
            "and\n\n(3) locks must be changed.\n",
            ""}},
          &FindListsThatAsk};
}

RecommendationRule UrgingRule() {
  return {
      "recommendation.urging",
      0.75,
      {{DocumentKind::kInspection,
        "Keys are lost every week. We urge the Constabulary to count "
        "them.\n",
        "[the Constabulary] We urge the Constabulary to count them."},
       {DocumentKind::kInspection,
        "Lastly, I ask the Clerk to count them by May.\n",
        "[the Clerk] I ask the Clerk to count them by May."},
       {DocumentKind::kInspection,
        "Nobody could say when we ask the Constabulary to count keys.\n", ""}},
      &FindUrging};
}

}  // namespace

const std::vector<RecommendationRule>& AskingRules() {
  static const std::vector<RecommendationRule> kRules = {
      NumberedAsksRule(), ListsThatAskRule(), UrgingRule()};
  return kRules;
}

}  // namespace concord::extraction
