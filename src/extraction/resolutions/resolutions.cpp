// Resolutions of minutes, in the forms that clerks use.
//
//   "Resolved – That the report be noted."       one; the opening words stay
//   "Resolved - that" over a numbered list       one an item
//   "it was / Resolved / That two members ..."   split over three lines
//   "Recommended – That ..."                     a meeting without a quorum
//   refused: "It was agreed that ...", "The motion was lost."
//
// Only in minutes: elsewhere the same words tell of another meeting.

#include "extraction/resolutions/resolutions.h"

#include <algorithm>
#include <cstdlib>

#include "concord/base/unicode.h"
#include "concord/extraction/extract.h"
#include "extraction/recommendations/list_items.h"
#include "extraction/resolutions/resolving.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

// "3. RESOLVED that the fee be paid" may be set as a heading is.
bool IsShouted(const Reading& reading, const Line& line) {
  return reading.Body(line).starts_with("RESOLVED ");
}

bool IsItem(const Line& line) {
  return line.kind == BlockKind::kListItem || !line.label.empty();
}

// "46. Next business" after items 1 and 2 is no item of their list.
bool FollowsOn(std::string_view before, std::string_view label) {
  const int last = std::atoi(std::string(before).c_str());
  const int next = std::atoi(std::string(label).c_str());
  return last == 0 || next == 0 || next == last + 1 || next == last;
}

// Sentences [first, last] that one act of resolving spans: what follows goes on
// with it only where it is worded as a resolution too.
std::size_t LastOf(const Reading& reading,
                   const std::vector<TextSpan>& sentences, std::size_t first) {
  static const Pattern kGoesOn(
      "^(?i:that|and that|to) |\\bbe (?:\\p{L}+ly )?\\p{L}+(?:ed|en|wn|de|ld|"
      "nt|pt|ght)\\b");
  std::size_t last = first;
  while (last + 1 < sentences.size() &&
         !IsResolvingWord(reading, sentences[last + 1], false) &&
         kGoesOn.Search(reading.text(), sentences[last + 1])) {
    ++last;
  }
  return last;
}

// Past "After discussion, " to "it was RESOLVED".
TextSpan WithoutOpening(const Reading& reading, TextSpan sentence) {
  static const Pattern kOpening(
      "^(?:After|Following|In|Having|There being) [^,.;]{3,60}?,? ()(?i:it was "
      "|resolved|recommended)");
  const auto opening = kOpening.Search(reading.text(), sentence);
  if (opening) sentence.begin = (*opening)[1].begin;
  return sentence;
}

// "Decision: Agreed as a true record": the name of the field is no part of it.
TextSpan WithoutName(const Reading& reading, TextSpan span) {
  static const Pattern kName("^(?i:decisions?)\\s*:\\s*");
  const auto name = kName.Search(reading.text(), span);
  if (name) span.begin = (*name)[0].end;
  return span;
}

void AddSentences(const Reading& reading, std::size_t at,
                  std::vector<Resolution>* found) {
  const Line& line = reading.lines[at];
  if (BreaksOff(reading, at)) {
    for (const ListItem& item : SequenceAfter(reading, at)) {
      found->push_back(ResolutionAt(reading,
                                    SpanOf(reading, item.begin, item.end),
                                    reading.lines[item.begin].label));
      found->back().lead_in = reading.Body(line);
    }
    return;
  }
  const auto sentences = SentencesIn(reading.text(), line.body);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const TextSpan words = WithoutOpening(reading, sentences[i]);
    if (!IsResolvingWord(reading, words, false) ||
        IsResolvingWord(reading, words, true)) {
      continue;
    }
    std::size_t last = LastOf(reading, sentences, i);
    TextSpan span = {words.begin, sentences[last].end};
    auto items = InlineItems(reading, {words.begin, line.body.end});
    if (items.empty()) {
      items = PartedItems(reading, at, {words.begin, line.body.end});
    }
    if (!items.empty()) {
      last = sentences.size() - 1;
      for (Resolution& item : items) found->push_back(std::move(item));
    } else {
      if (last + 1 == sentences.size()) {
        span.end =
            std::max(span.end, SpanOf(reading, at, ItemEnd(reading, at)).end);
        if (GoesOnBelow(reading, at)) span.end = reading.lines[at + 1].body.end;
      }
      found->push_back(ResolutionAt(reading, WithoutName(reading, span), ""));
    }
    i = last;
  }
}

std::vector<Resolution> FindSentences(const Reading& reading) {
  std::vector<Resolution> found;
  if (reading.kind != DocumentKind::kMinutes) return found;
  for (std::size_t i = 0; i < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    if (line.quoted || (IsHeading(line) && !IsShouted(reading, line))) continue;
    AddSentences(reading, i, &found);
  }
  return found;
}

// "Decision" alone over "Noted the report." or "The Board agreed to ...": the
// same word over a list of subjects is no resolution.
bool IsDecisionHead(const Reading& reading, std::size_t at) {
  static const Pattern kHead(
      "^(?i:(?:decisions?(?: taken| made)?):?|the "
      "(?:sub-)?(?:committee|cabinet|"
      "panel|board|executive|council|authority|forum) then\\s*:?[–—-]?)$");
  static const Pattern kDecides(
      "^(?:That\\b|To [a-z]+|(?:(?:[Tt]o )?[Nn]ote[d]?|[Aa]greed?|[Aa]pproved?|"
      "[Ee]ndorsed?|[Rr]eceived|[Dd]eferred|[Rr]efused?|[Cc]onfirmed|"
      "[Aa]ppointed|[Aa]dopted|[Rr]emitted)\\b|The [\\p{L} -]{4,60} (?:agreed|"
      "resolved|noted|approved|decided|endorsed)\\b)");
  return kHead.Search(reading.text(), reading.lines[at].body) &&
         kDecides.Search(reading.text(), reading.lines[at + 1].body);
}

// "Resolved – That" alone on its line, and what it opens.
std::vector<Resolution> FindOpened(const Reading& reading) {
  std::vector<Resolution> found;
  if (reading.kind != DocumentKind::kMinutes) return found;
  for (std::size_t i = 0; i + 1 < reading.lines.size(); ++i) {
    const Line& lead = reading.lines[i];
    if (!IsResolvingWord(reading, lead, true) && !IsDecisionHead(reading, i)) {
      continue;
    }
    // "Resolved –" / "That:" / "(1) ...": the second line only leads on.
    static const Pattern kThat("^(?i:that|to)\\s*[:–—-]?$");
    std::size_t first = i + 1;
    // "Decision:" over "RESOLVED that:", which opens the list itself, or over
    // what was only considered.
    static const Pattern kConsidered(
        "^(?:The (?:\\p{L}+ ){1,4}|Members "
        ")(?:considered|received|discussed)\\b");
    if (IsResolvingWord(reading, reading.lines[first], true) ||
        kConsidered.Search(reading.text(), reading.lines[first].body)) {
      continue;
    }
    if (kThat.Search(reading.text(), reading.lines[first].body) &&
        first + 1 < reading.lines.size()) {
      ++first;
    }
    const auto lettered = BareLetters(reading, first);
    for (const Resolution& item : lettered) {
      found.push_back(item);
      found.back().lead_in = Slice(reading.text(), lead.span);
    }
    if (!lettered.empty()) continue;
    for (std::size_t at = first; at < reading.lines.size();) {
      const Line& line = reading.lines[at];
      // "34. Next business" after bullets is no item of theirs either.
      const bool alike =
          line.label.empty() == reading.lines[first].label.empty();
      const bool listed =
          IsItem(line) && !IsHeading(line) &&
          (at == first || (alike && FollowsOn(found.back().label, line.label)));
      const bool sentence = at == first && line.kind == BlockKind::kParagraph;
      if (!listed && !sentence) break;
      const std::size_t stop = ItemEnd(reading, at);
      found.push_back(
          ResolutionAt(reading, SpanOf(reading, at, stop), line.label));
      found.back().lead_in = Slice(reading.text(), lead.span);
      at = stop;
      if (sentence && !listed) break;
    }
  }
  return found;
}

// "RESOLVED that Cabinet agree to:" over a list, "It was moved by the Chair and
// RESOLVED without dissent –": one an item.
std::vector<Resolution> FindLedLists(const Reading& reading) {
  static const Pattern kLead(
      "^(?:(?i:it was )?(?i:resolved)\\b.*:|[^.;]{0,120}\\b(?:RESOLVED|and "
      "resolved)\\b[^.;:]{0,60}[:–—-])$");
  // "... with the following membership:" is resolved whole.
  static const Pattern kThings(
      "(?i:\\b(?:following|these) (?:\\p{L}+ )?(?:membership|members|"
      "councillors|trustees|governors|officers|names|persons|people|bodies|"
      "organisations|appointments|nominations|nominees|dates|amendments?|"
      "corrections?|changes|conditions|terms|wording|words)\\s*:$)");
  constexpr std::uint32_t kLongestLead = 160;
  std::vector<Resolution> found;
  if (reading.kind != DocumentKind::kMinutes) return found;
  for (std::size_t i = 0; i + 1 < reading.lines.size(); ++i) {
    const Line& lead = reading.lines[i];
    if (Length(lead.body) > kLongestLead ||
        !kLead.Search(reading.text(), lead.body) ||
        kThings.Search(reading.text(), lead.body) ||
        IsResolvingWord(reading, lead, true)) {
      continue;
    }
    for (const ListItem& item : SequenceAfter(reading, i)) {
      found.push_back(ResolutionAt(reading,
                                   SpanOf(reading, item.begin, item.end),
                                   reading.lines[item.begin].label));
      found.back().lead_in = reading.Body(lead);
    }
  }
  return found;
}

// "The Committee unanimously resolved to ..." inside a paragraph.
std::vector<Resolution> FindReported(const Reading& reading) {
  static const Pattern kResolved(
      "\\b(?:[Ii]t was|(?:Committee|Board|Authority|Cabinet|Council|Panel|"
      "[Mm]eeting|[Mm]embers)) (?:then |unanimously |also |accordingly |"
      "further |therefore )*(?i:resolved)(?: unanimously)?(?:, [^,.;]{3,40},)? "
      "(?:that|to)\\b");
  std::vector<Resolution> found;
  if (reading.kind != DocumentKind::kMinutes) return found;
  for (const Line& line : reading.lines) {
    if (line.kind != BlockKind::kParagraph) continue;
    const auto match = kResolved.Search(reading.text(), line.body);
    if (!match) continue;
    found.push_back(ResolutionAt(
        reading,
        WithoutOpening(
            reading, SentenceAt(reading.text(), line.body, (*match)[0].begin)),
        ""));
  }
  return found;
}

// "It was moved and seconded" / "That the keys be kept." / "CARRIED": a motion
// is a resolution where the minutes say that it was carried.
std::vector<Resolution> FindMotions(const Reading& reading) {
  static const Pattern kMoved(
      "^(?i:it was |on motion,? )?(?i:moved)(?i: by [^.;:]{3,70}?)?(?:,| and|, "
      "and)? ?(?i:seconded)?(?i: by [^.;:]{3,70}?)?(?i:,? and (?:resolved|"
      "carried))?(?i:,? that)?\\s*[:,–—-]?$");
  static const Pattern kCarried(
      "^\\W*(?i:(?:the )?(?:motion|resolution|question)?(?: was| is)?(?: put "
      "and)?\\s*(?:(?:declared |duly )?carried|passed|approved|agreed|adopted)"
      "(?: unanimously)?)\\b[^a-z]{0,20}");
  constexpr std::size_t kReach = 12;
  std::vector<Resolution> found;
  if (reading.kind != DocumentKind::kMinutes) return found;
  for (std::size_t i = 0; i + 2 < reading.lines.size(); ++i) {
    if (!kMoved.Search(reading.text(), reading.lines[i].body)) continue;
    const std::size_t last = std::min(reading.lines.size(), i + kReach);
    for (std::size_t at = i + 2; at < last; ++at) {
      if (!kCarried.Search(reading.text(), reading.lines[at].body)) continue;
      found.push_back(ResolutionAt(reading, SpanOf(reading, i + 1, at), ""));
      i = at;
      break;
    }
  }
  return found;
}

// "Resolution number KC/2023/141" / "MOVED by Cr Ash, seconded by Cr Birch:" /
// "That the Committee:" / "a) accept the apologies": minutes that number them.
std::vector<Resolution> FindNumberedHeads(const Reading& reading) {
  static const Pattern kHead(
      "^(?i:resolution)(?: (?i:number|no\\.?))?(?: "
      "[A-Z]{0,8}/?\\d[\\w/.-]*)?$");
  static const Pattern kMoved("^(?i:moved) .{3,120}$");
  static const Pattern kThat("^(?:[A-Z]{0,6}\\d{1,4}/\\d{1,4}\\s+)?()That\\b");
  std::vector<Resolution> found;
  if (reading.kind != DocumentKind::kMinutes) return found;
  for (std::size_t i = 0; i + 1 < reading.lines.size(); ++i) {
    if (!kHead.Search(reading.text(), reading.lines[i].span)) continue;
    std::size_t at = i + 1;
    if (kMoved.Search(reading.text(), reading.lines[at].body)) ++at;
    if (at >= reading.lines.size()) break;
    const Line& line = reading.lines[at];
    const auto that = kThat.Search(reading.text(), line.span);
    if (!that || line.quoted) continue;
    const auto items = SequenceAfter(reading, at);
    for (const ListItem& item : items) {
      found.push_back(ResolutionAt(reading,
                                   SpanOf(reading, item.begin, item.end),
                                   reading.lines[item.begin].label));
      found.back().lead_in = reading.Body(line);
    }
    if (!items.empty()) continue;
    const std::size_t end = ItemEnd(reading, at);
    found.push_back(ResolutionAt(
        reading, {(*that)[1].begin, SpanOf(reading, at, end).end}, ""));
  }
  return found;
}

ResolutionRule NumberedHeadsRule() {
  return {
      "resolution.numbered-head",
      0.9,
      {{DocumentKind::kMinutes,
        "Resolution number KC/2023/141\n\nMOVED by Cr Ash, seconded by Cr "
        "Birch:\n\nThat the Committee:\n\na) accept the apologies.\n\nb) note "
        "the keys.\n",
        "a accept the apologies.\nb note the keys."},
       {DocumentKind::kMinutes,
        "Resolution\n\nKC5/16 That the apology be accepted.\n\nCARRIED\n",
        "That the apology be accepted."},
       {DocumentKind::kMinutes,
        "Resolution number KC/2023/141\n\nThe keys were counted.\n", ""}},
      &FindNumberedHeads};
}

ResolutionRule MotionsRule() {
  return {"resolution.motion",
          0.9,
          {{DocumentKind::kMinutes,
            "It was moved and seconded\n\nThat the keys be kept.\n\nCARRIED\n\n"
            "It was moved and seconded\n\nThat the keys be sold.\n\nDEFEATED\n",
            "That the keys be kept."},
           {DocumentKind::kMinutes,
            "The chairs were moved.\n\nThat was long.\n\nThe keys were "
            "carried.\n",
            ""}},
          &FindMotions};
}

ResolutionRule SentencesRule() {
  return {
      "resolution.sentence",
      0.97,
      {{DocumentKind::kMinutes, "Resolved – That the report be noted.\n",
        "Resolved – That the report be noted."},
       {DocumentKind::kMinutes, "Recommended – That it be noted.\n",
        "Recommended – That it be noted."},
       {DocumentKind::kMinutes, "RESOLVED that the fee be paid.\n",
        "RESOLVED that the fee be paid."},
       {DocumentKind::kMinutes,
        "RESOLVED: (i) That the fee be paid.\n\nREASON: It is due.\n\n(ii) "
        "That "
        "the keys be kept.\n\nREASON: They are ours.\n",
        "i That the fee be paid.\nii That the keys be kept."},
       {DocumentKind::kMinutes,
        "Decided: That the fee be paid.\n\nThe Clerk spoke.\n\nOrdered – That "
        "the keys be counted.\n\nDetermined: to meet in May.\n",
        "Decided: That the fee be paid.\n"
        "Ordered – That the keys be counted.\n"
        "Determined: to meet in May."},
       {DocumentKind::kMinutes,
        "The Chair decided that nothing be said. Decided in May.\n", ""},
       {DocumentKind::kMinutes,
        "RESOLVED under section 9(4) of the Keys Act 1972 that the public "
        "withdraw.\n",
        "RESOLVED under section 9(4) of the Keys Act 1972 that the public "
        "withdraw."},
       {DocumentKind::kMinutes, "UNANIMOUSLY RESOLVED that the fee be paid.\n",
        "UNANIMOUSLY RESOLVED that the fee be paid."},
       {DocumentKind::kMinutes, "It was agreed that the fee be paid.\n", ""},
       {DocumentKind::kMinutes,
        "RESOLVED – That the report of the Clerk be\nnoted.\n\nKeys were lost."
        "\n",
        "RESOLVED – That the report of the Clerk be / noted."},
       {DocumentKind::kMinutes,
        "Resolved: That the Board notes\n\n(i) the count of the keys.\n\n(ii) "
        "that locks were changed.\n",
        "i the count of the keys.\nii that locks were changed."},
       {DocumentKind::kReport, "Resolved – That the report be noted.\n", ""}},
      &FindSentences};
}

ResolutionRule LedListRule() {
  return {"resolution.led-list",
          0.96,
          {{DocumentKind::kMinutes,
            "3. RESOLVED that Cabinet agree to:\n\nA) note the count;\n\n"
            "b) count the keys again.\n\n4. Next business\n",
            "A note the count;\nb count the keys again."},
           {DocumentKind::kMinutes,
            "It was moved by the Chair, seconded by Mrs Reed and RESOLVED "
            "without dissent –\n\n(i) that the count be noted; and\n\n(ii) "
            "that the keys be kept.\n\nThe Clerk spoke.\n",
            "i that the count be noted; and\nii that the keys be kept."},
           {DocumentKind::kMinutes,
            "3. Members resolved to ask:\n\na) who has the keys.\n", ""}},
          &FindLedLists};
}

ResolutionRule OpenedRule() {
  return {"resolution.list",
          0.95,
          {{DocumentKind::kMinutes,
            "Resolved - that\n\n  1. the minutes be signed; and\n"
            "  2. the Clerk join the group.\n\n46. Next business\n",
            "1 the minutes be signed; and\n2 the Clerk join the group."},
           {DocumentKind::kMinutes,
            "33. Minutes\n(Agenda item 3)\nResolved – That\n- the minutes be "
            "signed; and\n- the notes be noted.\n34. Keys of the county\n",
            "the minutes be signed; and\nthe notes be noted."},
           {DocumentKind::kMinutes,
            "The Board heard the Clerk.\n\nDecision\n\n1. Noted the count of "
            "keys.\n",
            "1 Noted the count of keys."},
           {DocumentKind::kMinutes,
            "The Board heard the Clerk.\n\nDecision\n\nKeys of the county are "
            "old.\n",
            ""},
           {DocumentKind::kMinutes,
            "RESOLVED that:\nA Keys of the county be counted.\nB Locks be "
            "changed.\n",
            "A Keys of the county be counted.\nB Locks be changed."},
           {DocumentKind::kMinutes,
            "The Board heard the Clerk.\n\nThe Board then:-\n\n(1) Noted that "
            "keys were lost.\n\n(2) Agreed the plan.\n",
            "1 Noted that keys were lost.\n2 Agreed the plan."},
           {DocumentKind::kMinutes,
            "After discussion, it was\n\nResolved\n\nThat two members sit with "
            "the Board.\n\nThe meeting closed.\n",
            "That two members sit with the Board."}},
          &FindOpened};
}

ResolutionRule ReportedRule() {
  return {
      "resolution.reported",
      0.8,
      {{DocumentKind::kMinutes,
        "Members spoke. The Committee unanimously resolved to meet in May.\n",
        "The Committee unanimously resolved to meet in May."}},
      &FindReported};
}

}  // namespace

const std::vector<ResolutionRule>& ResolutionRules() {
  static const std::vector<ResolutionRule> kRules = [] {
    std::vector<ResolutionRule> rules = {LedListRule(),       SentencesRule(),
                                         OpenedRule(),        MotionsRule(),
                                         NumberedHeadsRule(), ReportedRule()};
    for (const ResolutionRule& rule : PlainResolutionRules()) {
      rules.push_back(rule);
    }
    return rules;
  }();
  return kRules;
}

std::vector<Resolution> FindResolutions(const document::Document& document,
                                        const Header& header) {
  const Reading reading = Read(document, header.kind, std::nullopt);
  std::vector<Resolution> found;
  for (const ResolutionRule& rule : ResolutionRules()) {
    for (Resolution& item : rule.find(reading)) {
      const auto same = [&](const Resolution& other) {
        return Overlaps(other.span, item.span);
      };
      if (std::any_of(found.begin(), found.end(), same)) continue;
      item.rule = rule.name;
      item.confidence = rule.confidence;
      item.locator = document::Locator(document, item.span);
      found.push_back(std::move(item));
    }
  }
  std::stable_sort(
      found.begin(), found.end(),
      [](const Resolution& a, const Resolution& b) { return a.span < b.span; });
  return found;
}

}  // namespace concord::extraction
