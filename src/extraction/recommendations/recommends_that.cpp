// Lead-ins that say "recommend" and end in a colon.
//
//   "I recommend to the Ministry that:" over paragraphs that are each one
//   "The review team recommends that:" over a list, each item one
//   "I recommend that:" over one paragraph in small letters, which is the one
//
// A lead-in that goes on after "that" ("I recommend that the Board should
// publish a report giving:") is no list of recommendations: its items are parts
// of one, and the rule for sentences spans them. Tests: the examples.

#include "concord/base/unicode.h"
#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/list_items.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

bool StartsSmall(std::string_view body) {
  return !body.empty() && body[0] >= 'a' && body[0] <= 'z';
}

// Past the list of the line at `at` and the words that end its sentence after
// the list: "The sections in: / a. 32 / b. 44 / should be repealed."
std::size_t WithContinuation(const Reading& reading, std::size_t at) {
  const std::size_t stop = ItemEnd(reading, at);
  if (stop == at + 1 || stop >= reading.lines.size()) return stop;
  const Line& next = reading.lines[stop];
  const bool goes_on = next.kind == BlockKind::kParagraph &&
                       next.label.empty() && StartsSmall(reading.Body(next));
  return goes_on ? stop + 1 : stop;
}

// Past the bold word that heads an item: "Grades. the number be reduced".
TextSpan WithoutCatchword(const Reading& reading, TextSpan span) {
  static const Pattern kCatchword("^([\\p{Lu}][\\p{L} -]{1,30}\\.\\s+)\\p{Ll}");
  const auto match = kCatchword.Search(reading.text(), span);
  if (match) span.begin = (*match)[1].end;
  return span;
}

// Items of the list right after a lead-in: each goes on with "recommends that".
std::vector<Recommendation> BulletsUnder(const Reading& reading,
                                         std::size_t lead) {
  std::vector<Recommendation> found;
  for (std::size_t at = lead + 1; at < reading.lines.size();) {
    const Line& line = reading.lines[at];
    if (line.kind != BlockKind::kListItem) break;
    const std::size_t stop = ItemEnd(reading, at);
    Recommendation item = RecommendationAt(
        reading, WithoutCatchword(reading, SpanOf(reading, at, stop)),
        RecommendationKind::kRecommendation);
    item.label = line.label;
    if (const auto asked = AskedByThat(reading.text(), item.span)) {
      SetAddressee(reading.text(), *asked, &item);
    }
    found.push_back(std::move(item));
    at = stop;
  }
  return found;
}

// The paragraphs a lead-in opens, each with its list. One in small letters goes
// on with the sentence: with the lead-in's, and then it is the only one, or
// with that of the paragraph before its list. A paragraph that asks for nothing
// explains the one before it, if more recommendations follow.
std::vector<ListItem> ParagraphsUnder(const Reading& reading, std::size_t lead,
                                      const Pattern& other_lead) {
  std::vector<ListItem> items;
  bool explained = false;
  for (std::size_t at = lead + 1; at < reading.lines.size();) {
    const Line& line = reading.lines[at];
    if (IsHeading(line) || line.kind == BlockKind::kFootnote ||
        line.kind == BlockKind::kContact ||
        other_lead.Search(reading.text(), line.body)) {
      break;
    }
    const std::size_t stop = WithContinuation(reading, at);
    const bool asks =
        IsNormative(Slice(reading.text(), SpanOf(reading, at, stop)));
    const bool prose = line.kind == BlockKind::kParagraph;
    if (!items.empty() && prose && StartsSmall(reading.Body(line))) {
      items.back().end = stop;
    } else if (asks) {
      items.push_back({at, stop});
      explained = false;
      if (items.size() == 1 && prose && StartsSmall(reading.Body(line))) break;
    } else if (!items.empty() && prose && !explained) {
      items.back().end = stop;
      explained = true;
    } else {
      break;
    }
    at = stop;
  }
  if (explained) items.back().end = ItemEnd(reading, items.back().begin);
  return items;
}

// "The Board made the following recommendation to the Clerk: Count the keys."
std::optional<Recommendation> InlineCommand(const Reading& reading,
                                            const Line& line) {
  static const Pattern kLead(
      "\\b(?:mak(?:es?|ing)|made|issue[sd]?) (?:the following|\\d+|an?|one) "
      "(?:\\p{Ll}+ ){0,2}recommendations? to ([^.;:]{3,80}?)(?: on \\d[^.;:]*)?"
      "\\s*: (\\S.*)$");
  const std::string_view text = reading.text();
  if (line.quoted || line.kind != BlockKind::kParagraph) return std::nullopt;
  const auto match = kLead.Search(text, line.body);
  if (!match || !Commands(Slice(text, (*match)[2]))) return std::nullopt;
  Recommendation item = RecommendationAt(reading, (*match)[2],
                                         RecommendationKind::kRecommendation);
  SetAddressee(text, {(*match)[1], (*match)[1]}, &item);
  return item;
}

// What stands under line `at`: bullets; or paragraphs, each where `lead` does
// not lead into a list of its own; without `lead` a numbered list, or commands.
std::vector<Recommendation> ItemsUnder(const Reading& reading, std::size_t at,
                                       const Pattern* lead) {
  std::vector<Recommendation> items = BulletsUnder(reading, at);
  if (!items.empty()) return items;
  std::vector<ListItem> entries = lead != nullptr
                                      ? ParagraphsUnder(reading, at, *lead)
                                      : SequenceAfter(reading, at);
  if (lead == nullptr && entries.empty()) entries = CommandsBelow(reading, at);
  items.reserve(entries.size());
  for (const ListItem& entry : entries) items.push_back(ItemOf(reading, entry));
  return items;
}

// "I recommend to the Ministry of Justice that:" before paragraphs.
std::vector<Recommendation> FindUnderRecommend(const Reading& reading) {
  static const Pattern kLead(
      "\\b(?:(?:I|[Ww]e|[Ii]t is|[Cc]ommittee|[Ii]nquiry|[Pp]anel|[Tt]eam|"
      "[Rr]eview|[Cc]ommission(?:er)?|[Ii]nspectorate|[Gg]roup|[Ss]crutiny|"
      "[Bb]oard|[Cc]ouncil|[Oo]ffice|[Aa]uditors?|[Aa]uditor[ -]General|"
      "[Oo]mbudsman|[Cc]oroner|[Jj]ury|[Ii]nspectors?|[Tt]ribunal|[Bb]ranch|"
      "[Bb]ureau|[Aa]gency|[Aa]uthority|[Uu]nit|[\\p{Lu}]{3,7})"
      "(?: also| therefore| further| again|,)*) recommend(?:s|ed)?"
      "(?: to (.+?))?(?:,? that)?\\s*:$");
  static const Pattern kMade(
      "\\b(?:(?:made|makes?|issued?s?) [\\p{L}\\d]+ (?:\\p{Ll}+ )?"
      "recommendations to "
      "([^,.;:]{3,80}),? that(?: he| she| it| they)?|"
      "(?:mak(?:es?|ing)|made|issue[sd]?|reiterates?) the following "
      "(?:\\p{Ll}+ ){0,2}recommendations? to ([^,.;:]{3,80}))\\s*:$");
  std::vector<Recommendation> found;
  if (reading.kind == DocumentKind::kMinutes ||
      reading.kind == DocumentKind::kAgenda) {
    return found;
  }
  for (std::size_t i = 0; i + 1 < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    if (auto inline_item = InlineCommand(reading, line)) {
      found.push_back(std::move(*inline_item));
      continue;
    }
    auto match = kLead.Search(reading.text(), line.body);
    const bool made = !match.has_value();
    if (made) match = kMade.Search(reading.text(), line.body);
    if (!match || line.kind == BlockKind::kQuotation || line.quoted) continue;
    const TextSpan named =
        Empty((*match)[1]) && match->size() > 2 ? (*match)[2] : (*match)[1];
    const auto to = AgentAt(reading.text(), named);
    for (Recommendation& item :
         ItemsUnder(reading, i, made ? nullptr : &kLead)) {
      item.lead_in = reading.Body(line);
      item.lead_in_span = line.body;
      if (to && (item.addressee.empty() || Commands(item.text))) {
        SetAddressee(reading.text(), *to, &item);
      }
      found.push_back(std::move(item));
    }
  }
  return found;
}

RecommendationRule UnderRecommendRule() {
  return {"recommendation.list-under-recommend",
          0.9,
          {{DocumentKind::kInspection,
            "Conclusions\n\nI recommend to the Ministry of Works that:\n\n"
            "The Act should be amended.\n\n"
            "The Ministry should keep a register.\n\nThe law is old.\n",
            "[the Ministry of Works] The Act should be amended.\n"
            "[The Ministry] The Ministry should keep a register."},
           {DocumentKind::kInspection,
            "What we recommend\n\nThe review team recommends that:\n\n"
            "• Grades. the number of keys be reduced;\n\n"
            "• the Clerk report in May.\n",
            "[] the number of keys be reduced;\n"
            "[the Clerk] the Clerk report in May."},
           {DocumentKind::kOther,
            "Keys\n\nThe Commission has made 2 recommendations to the Clerk, "
            "that he:\n\n1. Count the keys.\n\n2. Change the locks.\n",
            "1 [the Clerk] Count the keys.\n2 [the Clerk] Change the locks."},
           {DocumentKind::kOther,
            "Keys\n\nThe Keys Board made the following recommendation to the "
            "Clerk on 2 May: Count the keys.\n\nThe Keys Board made the "
            "following remark on keys: count them.\n",
            "[the Clerk] Count the keys."},
           {DocumentKind::kInspection,
            "Conclusions\n\nThe witness said:\n\nThe Act should be amended.\n",
            ""}},
          &FindUnderRecommend};
}

}  // namespace

const std::vector<RecommendationRule>& RecommendsThatRules() {
  static const std::vector<RecommendationRule> kRules = {UnderRecommendRule()};
  return kRules;
}

}  // namespace concord::extraction
