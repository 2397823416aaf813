// Lists whose heading or lead-in says that they are recommendations.
//
//   "Summary of recommendations" over numbered items
//   "The recommendations listed below enjoy the support of ...:" over a list
//   "I recommend to the Ministry that:" over paragraphs that are each one
//
// A lead-in that only opens a sentence ("The Board should publish a report
// identifying:") is no list of recommendations: its items are parts of one, and
// the item that holds the lead-in spans them. Items are told from prose by
// their numbers, which run on, or by asking for something.

#include <cstdlib>

#include "concord/base/unicode.h"
#include "extraction/recommendations/parts.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

bool ReadsLists(const Reading& reading) {
  return reading.kind != DocumentKind::kMinutes &&
         reading.kind != DocumentKind::kAgenda;
}

// The last number of a label: 12 of "12", 3 of "77.3"; 0 for a letter.
int LastNumber(std::string_view label) {
  const std::size_t dot = label.rfind('.');
  if (dot != std::string_view::npos) label.remove_prefix(dot + 1);
  return std::atoi(std::string(label).c_str());
}

std::string_view Stem(std::string_view label) {
  const std::size_t dot = label.rfind('.');
  return dot == std::string_view::npos ? std::string_view()
                                       : label.substr(0, dot);
}

struct ListItem {
  std::size_t begin = 0;  // lines
  std::size_t end = 0;
};

// Whole-number items between two lines, each up to the next one or a heading.
std::vector<ListItem> NumberedItems(const Reading& reading, std::size_t begin,
                                    std::size_t end) {
  std::vector<ListItem> items;
  int last = 0;
  std::string stem;
  for (std::size_t i = begin; i < end; ++i) {
    const Line& line = reading.lines[i];
    const int number = LastNumber(line.label);
    const bool heading = IsHeading(line) || line.kind == BlockKind::kFootnote;
    const bool next = !heading && number > 0 &&
                      (number == last + 1 || number == last + 2) &&
                      (last == 0 || Stem(line.label) == stem);
    if (next) {
      if (last == 0 && number != 1) continue;
      items.push_back({i, i + 1});
      last = number;
      stem = Stem(line.label);
    } else if (!heading && !items.empty() && items.back().end == i) {
      items.back().end = i + 1;
    }
  }
  return items;
}

Recommendation ItemOf(const Reading& reading, const ListItem& list_item) {
  Recommendation item =
      RecommendationAt(reading, SpanOf(reading, list_item.begin, list_item.end),
                       RecommendationKind::kRecommendation);
  item.label = reading.lines[list_item.begin].label;
  if (const auto asked = AskedIn(reading.text(), item.span)) {
    SetAddressee(reading.text(), *asked, &item);
  }
  return item;
}

// Items of a list of recommendations ask for something, most of them. Numbers
// such as 5.12 are those of prose as well: there nearly every item must ask,
// and in its first sentence.
bool AreRecommendations(const std::vector<Recommendation>& items) {
  std::size_t asking = 0;
  std::size_t asking_first = 0;
  bool dotted = false;
  for (const Recommendation& item : items) {
    if (IsNormative(item.text)) ++asking;
    const TextSpan first = SentenceAt(item.text, WholeOf(item.text), 0);
    if (IsNormative(Slice(item.text, first))) ++asking_first;
    dotted = dotted || item.label.find('.') != std::string::npos;
  }
  return dotted ? asking_first * 5 >= items.size() * 4
                : asking * 2 >= items.size();
}

std::vector<Recommendation> FindSections(const Reading& reading) {
  std::vector<Recommendation> found;
  if (reading.kind != DocumentKind::kInspection &&
      reading.kind != DocumentKind::kOther &&
      reading.kind != DocumentKind::kStrategy) {
    return found;
  }
  for (std::size_t i = 0; i < reading.lines.size(); ++i) {
    if (!IsRecommendationHeading(reading, reading.lines[i])) continue;
    const bool whole = reading.lines[i].kind == BlockKind::kTitle;
    const std::size_t end =
        whole ? reading.lines.size() : SectionEnd(reading, i);
    std::vector<Recommendation> items;
    for (const ListItem& item : NumberedItems(reading, i + 1, end)) {
      items.push_back(ItemOf(reading, item));
    }
    if (items.empty() || !AreRecommendations(items)) continue;
    found.insert(found.end(), items.begin(), items.end());
    i = end - 1;
  }
  return found;
}

// The items after a lead-in: numbers that run on, else list items that follow
// each other.
std::vector<ListItem> ItemsAfter(const Reading& reading, std::size_t lead) {
  const std::size_t begin = lead + 1;
  std::size_t end = begin;
  while (end < reading.lines.size() && !IsHeading(reading.lines[end]) &&
         reading.lines[end].kind != BlockKind::kContact) {
    ++end;
  }
  if (begin < end && LastNumber(reading.lines[begin].label) == 1) {
    std::vector<ListItem> items = NumberedItems(reading, begin, end);
    // What follows the last item up to the section's end is not its own.
    if (!items.empty()) {
      items.back().end =
          std::min(items.back().end, ItemEnd(reading, items.back().begin));
    }
    return items;
  }
  std::vector<ListItem> items;
  for (std::size_t i = begin; i < end;) {
    const Line& line = reading.lines[i];
    if (line.kind != BlockKind::kListItem) {
      if (reading.kind != DocumentKind::kPress) break;
      ++i;  // a press release puts its prose between the bullets
      continue;
    }
    const std::size_t stop = ItemEnd(reading, i);
    items.push_back({i, stop});
    i = stop;
  }
  return items;
}

// "High 1 – Keys should be counted.": paragraphs with a name and a number.
std::vector<Recommendation> NamedItems(const Reading& reading,
                                       std::size_t lead) {
  static const Pattern kNamed(
      "^([\\p{Lu}]\\p{L}*\\.? ?\\d+)\\s*(?:[:–—]|\\s-\\s)\\s*(\\S.*)$");
  std::vector<Recommendation> found;
  for (std::size_t at = lead + 1; at < reading.lines.size(); ++at) {
    const Line& line = reading.lines[at];
    const auto match = kNamed.Search(reading.text(), line.span);
    if (!match || IsHeading(line)) break;
    Recommendation item = RecommendationAt(reading, (*match)[2],
                                           RecommendationKind::kRecommendation);
    item.label = Slice(reading.text(), (*match)[1]);
    if (const auto asked = AskedIn(reading.text(), item.span)) {
      SetAddressee(reading.text(), *asked, &item);
    }
    found.push_back(std::move(item));
  }
  return found;
}

bool OpensQuotation(const Reading& reading, const Line& line) {
  const std::string_view body = reading.Body(line);
  return body.starts_with("\xE2\x80\x9C") || body.starts_with('"') ||
         line.kind == BlockKind::kQuotation;
}

std::vector<Recommendation> FindAnnounced(const Reading& reading) {
  static const Pattern kLead(
      "(?i:\\brecommendations\\b.*(?:\\bbelow\\b|\\bas follows\\b|\\bare[:;]|"
      "\\bare$)|\\bfollowing (?:[a-z]+ ){0,2}recommendations\\b).*[:;]$");
  // A paper tells what others recommended; an inquiry that does is quoting.
  static const Pattern kToldOver(
      "(?i:\\brecommendations\\b.*\\b(?:made|were)\\b).*:$");
  std::vector<Recommendation> found;
  if (!ReadsLists(reading)) return found;
  const bool paper = reading.kind == DocumentKind::kReport ||
                     reading.kind == DocumentKind::kDigest;
  for (std::size_t i = 0; i + 1 < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    const bool leads = kLead.Search(reading.text(), line.body) ||
                       (paper && kToldOver.Search(reading.text(), line.body));
    if (IsHeading(line) || line.kind == BlockKind::kQuotation || !leads ||
        line.quoted || OpensQuotation(reading, reading.lines[i + 1])) {
      continue;
    }
    std::vector<Recommendation> items = NamedItems(reading, i);
    if (items.empty()) {
      for (const ListItem& item : ItemsAfter(reading, i)) {
        items.push_back(ItemOf(reading, item));
      }
    }
    for (Recommendation& item : items) {
      item.lead_in = reading.Body(line);
      item.lead_in_span = line.body;
      found.push_back(std::move(item));
    }
  }
  return found;
}

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

// "I recommend to the Ministry of Justice that:" before paragraphs.
std::vector<Recommendation> FindUnderRecommend(const Reading& reading) {
  static const Pattern kLead(
      "\\b(?:(?:I|[Ww]e|[Ii]t is|[Cc]ommittee|[Ii]nquiry|[Pp]anel|[Tt]eam|"
      "[Rr]eview|[Cc]ommission|[Ii]nspectorate|[Gg]roup|[Ss]crutiny)"
      "(?: also| therefore| further)?) recommend(?:s|ed)?"
      "(?: to (.+?))?(?:,? that)?\\s*:$");
  std::vector<Recommendation> found;
  if (!ReadsLists(reading)) return found;
  for (std::size_t i = 0; i + 1 < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    const auto match = kLead.Search(reading.text(), line.body);
    if (!match || line.kind == BlockKind::kQuotation || line.quoted) continue;
    std::vector<Recommendation> items = BulletsUnder(reading, i);
    if (items.empty()) {
      for (const ListItem& entry : ParagraphsUnder(reading, i, kLead)) {
        items.push_back(ItemOf(reading, entry));
      }
    }
    for (Recommendation& item : items) {
      item.lead_in = reading.Body(line);
      item.lead_in_span = line.body;
      const auto to = AgentAt(reading.text(), (*match)[1]);
      if (item.addressee.empty() && to) {
        SetAddressee(reading.text(), *to, &item);
      }
      found.push_back(std::move(item));
    }
  }
  return found;
}

}  // namespace

const std::vector<RecommendationRule>& ListRules() {
  static const std::vector<RecommendationRule> kRules = {
      {"recommendation.list-under-recommend",
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
        {DocumentKind::kInspection,
         "Conclusions\n\nThe witness said:\n\nThe Act should be amended.\n",
         ""}},
       &FindUnderRecommend},
      {"recommendation.section-list",
       0.92,
       {{DocumentKind::kInspection,
         "Summary of recommendations\n\n1. The Board should keep keys.\n\n"
         "2. The code should say:\n\n(a) who holds them;\n\n(b) why.\n\n"
         "3. Keys must be counted.\n",
         "1 [The Board] The Board should keep keys.\n"
         "2 [] The code should say: / (a) who holds them; / (b) why.\n"
         "3 [] Keys must be counted."},
        {DocumentKind::kInspection,
         "Conclusions\n\n1. The Board should have kept keys.\n", ""}},
       &FindSections},
      {"recommendation.announced-list",
       0.85,
       {{DocumentKind::kInspection,
         "Conclusions\n\nThe recommendations listed below are agreed:\n\n"
         "1. Count the keys (Ostley);\n\n2. Name a keeper (Marlhaven).\n",
         "1 [] Count the keys (Ostley);\n2 [] Name a keeper (Marlhaven)."},
        {DocumentKind::kReport,
         "B. Supporting information\n\n1. The recommendations are at Appendix "
         "1. Its themes are:\n\n- keys\n\n- locks\n",
         ""}},
       &FindAnnounced},
  };
  return kRules;
}

}  // namespace concord::extraction
