// Lists whose heading or lead-in says that they are recommendations.
//
//   "Summary of recommendations" over numbered items
//   "The recommendations listed below enjoy the support of ...:" over a list
//
// Items are told from prose by their numbers, which run on, or by asking for
// something. Cost: one pass for each heading or lead-in. Tests: the examples.

#include <cstdlib>

#include "concord/base/unicode.h"
#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/list_items.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

bool ReadsLists(const Reading& reading) {
  return reading.kind != DocumentKind::kMinutes &&
         reading.kind != DocumentKind::kAgenda;
}

// The last number of a label: 12 of "12", 3 of "77.3"; 0 for a letter.
// A caption right before line `next` is not of the item before it.
void LeaveOutCaption(const Reading& reading, std::size_t next,
                     ListItem* before) {
  if (before->end == next && CaptionsList(reading, next - 1, before->begin)) {
    --before->end;
  }
}

// Whole-number items between two lines, each up to the next one, a heading or
// the caption over numbers that begin again.
// A page cut out of a longer report begins with any number.
std::vector<ListItem> NumberedItems(const Reading& reading, std::size_t begin,
                                    std::size_t end, bool from_any = false) {
  std::vector<ListItem> items;
  int last = 0;
  std::string stem;
  for (std::size_t i = begin; i < end; ++i) {
    const Line& line = reading.lines[i];
    const int number = LastNumber(line.label);
    const bool heading = IsHeading(line) || line.kind == BlockKind::kFootnote;
    // A number of two parts may leave several out; a bare one may be another's.
    const bool first = last == 0 && from_any && StemOf(line.label).empty();
    const bool follows = first || number == last + 1 || number == last + 2 ||
                         (last > 0 && number > last && !stem.empty() &&
                          IsNormative(reading.Body(line)));
    if (!heading && !items.empty() && number == 1 && stem.empty() &&
        BeginsAgain(reading, items.back(), i)) {
      LeaveOutCaption(reading, i, &items.back());
      items.push_back({i, i + 1});
      last = 1;
      continue;
    }
    const bool next = !heading && number > 0 && follows &&
                      (last == 0 || StemOf(line.label) == stem);
    if (next) {
      if (last == 0 && number != 1 && !first) continue;
      // "On locks:" between two items is neither's.
      if (!items.empty() && reading.Body(reading.lines[i - 1]).ends_with(':')) {
        LeaveOutCaption(reading, i, &items.back());
      }
      items.push_back({i, i + 1});
      last = number;
      stem = StemOf(line.label);
    } else if (!heading && !items.empty() && items.back().end == i) {
      items.back().end = i + 1;
    }
  }
  return items;
}

// Items of a list of recommendations ask for something, most of them. Numbers
// such as 5.12 are those of prose as well: there nearly every item must ask,
// and in its first sentence.
bool AreRecommendations(const std::vector<Recommendation>& items) {
  std::size_t asking = 0;
  std::size_t asking_first = 0;
  bool dotted = false;
  for (const Recommendation& item : items) {
    if (IsNormative(item.text) || IsRequest(item.text)) ++asking;
    const TextSpan first = SentenceAt(item.text, WholeOf(item.text), 0);
    if (IsNormative(Slice(item.text, first))) ++asking_first;
    dotted = dotted || item.label.find('.') != std::string::npos;
  }
  return dotted ? asking_first * 5 >= items.size() * 4
                : asking * 2 >= items.size();
}

// "Chapter 1", "Part II: Keys": whose items may be numbered from 1 again.
bool IsChapter(const Reading& reading, std::size_t at) {
  static const Pattern kChapter(
      "^(?i:chapter|part|section|volume|theme)s? "
      "(?:\\d{1,3}|[IVXLC]+|[A-Z]|(?i:"
      "one|two|three|four|five|six|seven|eight|nine|ten))\\b[^.;]{0,80}$");
  return at < reading.lines.size() &&
         kChapter.Search(reading.text(), reading.lines[at].span);
}

// The items of one list, if they are recommendations.
void AddSection(const Reading& reading, std::size_t begin, std::size_t end,
                bool whole, std::vector<Recommendation>* found) {
  std::vector<Recommendation> items;
  for (const ListItem& item : NumberedItems(reading, begin, end, whole)) {
    items.push_back(ItemOf(reading, item));
  }
  if (items.empty() || !AreRecommendations(items)) return;
  found->insert(found->end(), items.begin(), items.end());
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
    std::size_t end = whole ? reading.lines.size() : SectionEnd(reading, i);
    const std::size_t before = found.size();
    AddSection(reading, i + 1, end, whole, &found);
    // "Recommendations" right above "Chapter 1", and as high as the chapters
    // are: it heads all of them.
    if (!whole && IsChapter(reading, i + 1)) {
      while (IsChapter(reading, end)) {
        const std::size_t next = SectionEnd(reading, end);
        AddSection(reading, end + 1, next, false, &found);
        end = next;
      }
    }
    if (found.size() > before) i = end - 1;
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

// The line says that recommendations follow it.
bool Announces(const Reading& reading, std::size_t at) {
  static const Pattern kLead(
      "(?i:^(?:there are|here are|these are)(?: the| our| its)? \\w+(?: \\w+)? "
      "recommendations[^.:]{0,60}|"
      "\\brecommendations\\b(?:[^.]*|.*\\.\\s+(?:(?:the \\p{Ll}+ which|they)"
      "\\b[^.]*|(?:these|those)(?: (?:\\p{Ll}+ )?recommendations\\b[^.]*|"
      ",[^.]*| )))(?:\\b(?:below|as follows)\\b[^.]*|\\bare|\\binclude)|"
      "\\bfollowing (?:[a-z]+ ){0,2}recommendations\\b[^.]*)[:;]$");
  static const Pattern kDoneWith(
      "\\b(?i:outstanding|overdue|implemented|completed|closed|rejected|"
      "withdrawn|open)\\b");
  // Items numbered within the lead-in's own number need no colon: 106, 106.1.
  static const Pattern kNumbered(
      "(?i:\\bfollowing (?:[a-z]+ ){0,2}recommendations?\\b|"
      "\\brecommendations?\\b.*\\b(?:below|as follows)\\b)");
  static const Pattern kTheirs(
      "\\b(?i:his|her|their|its|earlier|previous) (?:\\p{Ll}+ )?"
      "recommendations\\b");
  // A paper tells what others recommended; an inquiry that does is quoting.
  static const Pattern kToldOver(
      "(?i:\\brecommendations\\b.*\\b(?:made|were)\\b).*:$");
  const Line& line = reading.lines[at];
  const std::string_view text = reading.text();
  const bool paper = reading.kind == DocumentKind::kReport ||
                     reading.kind == DocumentKind::kDigest;
  if (IsHeading(line) || line.kind == BlockKind::kQuotation || line.quoted) {
    return false;
  }
  if (!line.label.empty() && kNumbered.Search(text, line.body) &&
      reading.lines[at + 1].label == line.label + ".1") {
    return true;
  }
  if (paper && kToldOver.Search(text, line.body)) return true;
  return !kDoneWith.Search(text, line.body) && kLead.Search(text, line.body) &&
         (paper || !kTheirs.Search(text, line.body));
}

std::vector<Recommendation> FindAnnounced(const Reading& reading) {
  std::vector<Recommendation> found;
  if (!ReadsLists(reading)) return found;
  for (std::size_t i = 0; i + 1 < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    if (!Announces(reading, i) ||
        OpensQuotation(reading, reading.lines[i + 1])) {
      continue;
    }
    std::vector<Recommendation> items = NamedItems(reading, i);
    if (items.empty()) {
      for (const ListItem& item : ItemsAfter(reading, i)) {
        items.push_back(ItemOf(reading, item));
      }
    }
    for (Recommendation& item : items) {
      SetRunningLead(reading, line, &item);
      found.push_back(std::move(item));
    }
  }
  return found;
}

RecommendationRule SectionsRule() {
  return {"recommendation.section-list",
          0.92,
          {{DocumentKind::kInspection,
            "Summary of recommendations\n\n1. The Board should keep keys.\n\n"
            "2. The code should say:\n\n(a) who holds them;\n\n(b) why.\n\n"
            "3. Keys must be counted.\n",
            "1 [The Board] The Board should keep keys.\n"
            "2 [] The code should say: / (a) who holds them; / (b) why.\n"
            "3 [] Keys must be counted."},
           {DocumentKind::kInspection,
            "Keys\n\nKeys were lost.\n\nRecommendations\n\nOn stores:\n\n"
            "1. The Board should keep keys.\n\n2. Keys must be counted.\n\n"
            "On cars:\n\n1. The Board should buy a car.\n\n2. Cars must be "
            "washed.\n\n1. The Clerk should walk.\n",
            "1 [The Board] The Board should keep keys.\n"
            "2 [] Keys must be counted.\n"
            "1 [The Board] The Board should buy a car.\n"
            "2 [] Cars must be washed.\n"
            "1 [The Clerk] The Clerk should walk."},
           {DocumentKind::kInspection,
            "Keys\n\nKeys were lost.\n\nRecommendations\n\nOn stores:\n\n"
            "1. The Board should keep keys.\n\n2. The Clerk should say who "
            "has one.\n\n1. Keys are dear.\n\n2. Locks are dearer.\n\n3. "
            "Keys must be counted.\n",
            "1 [The Board] The Board should keep keys.\n"
            "2 [The Clerk] The Clerk should say who has one. / 1. Keys are "
            "dear. / 2. Locks are dearer.\n"
            "3 [] Keys must be counted."},
           {DocumentKind::kOther,
            "The Ostley review of keys\n\nRecommendations\n\nChapter 1\n\n"
            "1. Count the keys.\n\n2. Change the locks.\n\nChapter 2\n\n"
            "1. Train the keepers.\n\n2. Pay them.\n",
            "1 [] Count the keys.\n2 [] Change the locks.\n"
            "1 [] Train the keepers.\n2 [] Pay them."},
           {DocumentKind::kOther,
            "The Ostley review of keys\n\nRecommendations\n\nChapter 1\n\n"
            "1. Count the keys.\n\n2. Change the locks.\n\nHow we worked\n\n"
            "1. Ask the keepers.\n\n2. Write it down.\n",
            "1 [] Count the keys.\n2 [] Change the locks."},
           {DocumentKind::kInspection,
            "Keys\n\nKeys were lost.\n\nRecommendations\n\n1. The Board "
            "should keep keys.\n\nOn cars:\n\n2. Cars must be washed.\n",
            "1 [The Board] The Board should keep keys.\n"
            "2 [] Cars must be washed."},
           {DocumentKind::kInspection,
            "Conclusions\n\n1. The Board should have kept keys.\n", ""}},
          &FindSections};
}

RecommendationRule AnnouncedRule() {
  return {
      "recommendation.announced-list",
      0.85,
      {{DocumentKind::kInspection,
        "Conclusions\n\nThe recommendations listed below are agreed:\n\n"
        "1. Count the keys (Ostley);\n\n2. Name a keeper (Marlhaven).\n",
        "1 [] Count the keys (Ostley);\n2 [] Name a keeper (Marlhaven)."},
       {DocumentKind::kInspection,
        "Conclusions\n\n106. The following recommendations will be examined "
        "in due time.\n\n106.1. Count the keys.\n\n106.2. Name a keeper.\n\n"
        "107. All this is agreed.\n",
        "106.1 [] Count the keys.\n106.2 [] Name a keeper."},
       {DocumentKind::kOther,
        "The panel's report is out.\n\nThere are two key recommendations:\n\n"
        "  1. The naming of a keeper in every store.\n  2. Better locks.\n",
        "1 [] The naming of a keeper in every store.\n2 [] Better locks."},
       {DocumentKind::kOther,
        "The panel's report is old.\n\nThere are two recommendations "
        "outstanding:\n\n  1. The naming of a keeper.\n  2. Better locks.\n",
        ""},
       {DocumentKind::kInspection,
        "Conclusions\n\nIn making recommendations for the county, we come "
        "back to the stores. Those themes are:\n\n(a) how keys are "
        "kept; and\n\n(b) who counts them.\n",
        ""},
       {DocumentKind::kReport,
        "B. Supporting information\n\n1. The recommendations are at Appendix "
        "1. Its themes are:\n\n- keys\n\n- locks\n",
        ""}},
      &FindAnnounced};
}

}  // namespace

Recommendation ItemUnder(const Reading& reading, TextSpan lead,
                         const ListItem& list_item, RecommendationKind kind) {
  Recommendation item = RecommendationAt(
      reading, SpanOf(reading, list_item.begin, list_item.end), kind);
  item.label = reading.lines[list_item.begin].label;
  item.lead_in = Slice(reading.text(), lead);
  item.lead_in_span = lead;
  return item;
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

const std::vector<RecommendationRule>& ListRules() {
  static const std::vector<RecommendationRule> kRules = {SectionsRule(),
                                                         AnnouncedRule()};
  return kRules;
}

}  // namespace concord::extraction
