// Resolutions of minutes that never say "resolved".
//
//   "Write-off of the whole sum approved."       what was decided, and no verb
//   "The scope was supported, with one change."  alone after the numbers
//   "The Chair put it to the vote that ..., and this was carried."
//   "the report be noted; and / the plan be agreed"   a list that lost its word
//   refused: "The report was noted with surprise by Mr Reed.", "Three audits
//   finished.", "The motion fell."
//
// Only words of deciding count, and only where nothing else of the paragraph
// could be what they belong to. Cost: one pass over the lines of minutes.

#include <algorithm>

#include "concord/base/unicode.h"
#include "extraction/resolutions/resolutions.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

constexpr std::string_view kDecided =
    "approved|adopted|agreed|confirmed|endorsed|received|noted|ratified|"
    "supported|refused|accepted|rescinded|referred back|"
    "withdrawn";

Resolution PlainAt(const Reading& reading, TextSpan span) {
  Resolution found;
  found.span = Trim(reading.text(), span);
  found.text = Slice(reading.text(), found.span);
  return found;
}

bool MayResolve(const Reading& reading, const Line& line) {
  return reading.kind == DocumentKind::kMinutes && !line.quoted &&
         line.kind == BlockKind::kParagraph;
}

// "Write-off of the whole sum approved.": the sentence ends a paragraph, has no
// other verb, and somebody had asked for it.
std::vector<Resolution> FindVerbless(const Reading& reading) {
  static const Pattern kVerbless(
      "^(?:The )?[\\p{Lu}][^.;:?]{3,120}? (?:" + std::string(kDecided) +
      ")(?:,? (?:as (?:a (?:true|correct) record|amended|printed|drafted|"
      "circulated|proposed)|unanimously|nem\\.? con|without (?:a vote|"
      "division)|to (?:the|a|an)\\b[^.;]{3,120}|until [^.;]{3,60}|with "
      "[^.;]{3,60}))*\\.$");
  static const Pattern kOtherVerb(
      "\\b(?i:is|are|was|were|has|have|had|be|been|being|will|would|which|who|"
      "that|he|she|they|we|it|as|said|asked|told|not|never)\\b");
  std::vector<Resolution> found;
  const std::string_view text = reading.text();
  for (const Line& line : reading.lines) {
    if (!MayResolve(reading, line)) continue;
    const auto sentences = SentencesIn(text, line.body);
    if (sentences.empty()) continue;
    const TextSpan last = sentences.back();
    const auto match = kVerbless.Search(text, last);
    if (!match) continue;
    static const Pattern kVerb("\\b(?:" + std::string(kDecided) + ")\\b");
    const auto verb = kVerb.Search(text, last);
    if (kOtherVerb.Search(text, {last.begin, (*verb)[0].begin})) continue;
    found.push_back(PlainAt(reading, last));
  }
  return found;
}

// The line is the last of its section, and the only one without a number.
bool ClosesNumbers(const Reading& reading, std::size_t at) {
  const Line& line = reading.lines[at];
  if (at == 0 || !line.label.empty() || line.heading < 0) return false;
  if (at + 1 < reading.lines.size() && !IsHeading(reading.lines[at + 1])) {
    return false;
  }
  std::size_t numbered = 0;
  for (std::size_t i = static_cast<std::size_t>(line.heading) + 1; i < at;
       ++i) {
    if (reading.lines[i].kind != BlockKind::kParagraph) continue;
    const bool agenda = reading.Body(reading.lines[i]).starts_with("(");
    if (reading.lines[i].label.empty() && !agenda) return false;
    numbered += !reading.lines[i].label.empty();
  }
  return numbered > 0;
}

// "The scope of the review was supported, with the addition of the doors."
std::vector<Resolution> FindClosing(const Reading& reading) {
  static const Pattern kWas(
      "^(?:The|This|These|Those|All|Both|[\\p{Lu}]\\p{L}+) [^.;:]{2,120}? "
      "(?:was|were) (?:unanimously |duly |formally |then )?(?:" +
      std::string(kDecided) + ")\\b");
  std::vector<Resolution> found;
  for (std::size_t i = 0; i < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    if (!MayResolve(reading, line) || !ClosesNumbers(reading, i)) continue;
    const auto sentences = SentencesIn(reading.text(), line.body);
    if (sentences.size() != 1 || !kWas.Search(reading.text(), line.body)) {
      continue;
    }
    found.push_back(PlainAt(reading, line.body));
  }
  return found;
}

// "The Chair put it to the vote that ..., and this was carried by three to
// one."
std::vector<Resolution> FindCarried(const Reading& reading) {
  static const Pattern kPut(
      "(?:\\bput (?:it |the (?:motion|question|proposal) )?to the (?:vote|"
      "meeting)|\\b(?:moved|proposed)(?:, seconded by [^,.;]{3,40},)?) that\\b"
      "[^.;]{5,300}\\b(?:was|were|were then|was then|motion) (?:duly |then |"
      "unanimously )?(?:carried|agreed to|approved|passed)\\b");
  static const Pattern kLost("\\b(?:not (?:carried|agreed)|lost|fell)\\b");
  std::vector<Resolution> found;
  const std::string_view text = reading.text();
  for (const Line& line : reading.lines) {
    if (!MayResolve(reading, line) || !kPut.Search(text, line.body)) continue;
    for (const TextSpan sentence : SentencesIn(text, line.body)) {
      if (!kPut.Search(text, sentence) || kLost.Search(text, sentence)) {
        continue;
      }
      found.push_back(PlainAt(reading, sentence));
    }
  }
  return found;
}

// "That the report be approved." alone, where the page has lost its "Resolved".
std::vector<Resolution> FindBareThat(const Reading& reading) {
  static const Pattern kThat(
      "^That\\b[^.;:]{5,300}?\\p{L} be (?:\\p{Ll}+ly )?(?:authorised|given|"
      "granted|appointed|deferred|invited|requested|submitted|reviewed|"
      "amended|referred|published|established|" +
      std::string(kDecided) + ")\\b[^.;:]*\\.?$");
  static const Pattern kModal(
      "\\b(?i:should|to|will|must|can|could|may|might|would|shall|not) be\\b");
  std::vector<Resolution> found;
  const std::string_view text = reading.text();
  for (std::size_t i = 0; i < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    if (!MayResolve(reading, line) || !line.label.empty()) continue;
    // What is to be done later is told behind what was resolved.
    static const Pattern kFirst("^That\\b.*?\\bbe\\b");
    const auto that = kThat.Search(text, line.body);
    const auto first = kFirst.Search(text, line.body);
    if (!that || kModal.Search(text, first ? (*first)[0] : line.body)) continue;
    found.push_back(PlainAt(reading, line.body));
  }
  return found;
}

// "Issue - decisions" over "to instruct the Clerk to count the keys.": a site's
// list of what was decided has no other words.
std::vector<Resolution> FindIssueDecisions(const Reading& reading) {
  static const Pattern kIssue("^Issue\\s*[-–—]\\s*[Dd]ecisions?$");
  static const Pattern kTo(
      "^to (?:instruct|note|approve|agree|endorse|authorise|delegate|refer|"
      "receive|request|defer|adopt|accept|appoint|confirm)\\b.*\\S");
  constexpr std::size_t kNear = 6;
  std::vector<Resolution> found;
  bool issue = false;
  for (std::size_t i = 0; i < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    issue = issue || (i < kNear && kIssue.Search(reading.text(), line.span));
    if (issue && MayResolve(reading, line) &&
        kTo.Search(reading.text(), line.body)) {
      found.push_back(PlainAt(reading, line.body));
    }
  }
  return found;
}

// A list whose "Resolved" was lost: every item asks with "be <done>", and the
// last but one runs on with "and", or none of them has another verb of asking.
std::vector<Resolution> FindLostWord(const Reading& reading) {
  static const Pattern kResolves(
      "\\bbe (?:noted|agreed|approved|received|adopted|confirmed|endorsed|"
      "thanked|signed|deferred|accepted|appointed|asked|requested)\\b");
  static const Pattern kRunsOn("; and$");
  // "the report be noted", "That leave be given": no modal makes it a wish or a
  // rule.
  static const Pattern kOnly(
      "^That (?:the |an? |all |this |these )?\\p{L}[^.;:]*?[\\p{L})] (?:be|is|"
      "are) (?:\\p{Ll}+ly )?(?:set up|\\p{Ll}+(?:ed|en|ld|de|pt|ut))\\b|"
      "^(?:[Tt]hat )?(?:[Tt]he|[Aa]ll|[Ii]t|[Aa]n?|\\p{Lu})\\b[^.;:]*?\\p{L} "
      "be "
      "(?:\\p{Ll}+ly )?(?:noted|agreed|approved|received|adopted|confirmed|"
      "endorsed|deferred|accepted|authorised)\\b");
  static const Pattern kModal(
      "\\b(?i:should|to|will|must|can|could|may|might|would|shall|not|cannot) "
      "be\\b");
  std::vector<Resolution> found;
  if (reading.kind != DocumentKind::kMinutes) return found;
  for (std::size_t i = 0; i < reading.lines.size();) {
    std::size_t end = i;
    bool runs_on = false;
    bool resolves = true;
    bool only = true;
    // Bullets and letters are two lists.
    while (end < reading.lines.size() && IsListed(reading.lines[end]) &&
           reading.lines[end].label.empty() == reading.lines[i].label.empty() &&
           !IsHeading(reading.lines[end])) {
      const std::string_view body = reading.Body(reading.lines[end]);
      runs_on = runs_on || kRunsOn.Matches(body);
      resolves = resolves && kResolves.Matches(body);
      only = only && kOnly.Matches(body) && !kModal.Matches(body);
      ++end;
    }
    if (end > i + 1 && (only || (runs_on && resolves))) {
      for (std::size_t at = i; at < end; ++at) {
        found.push_back(PlainAt(reading, SpanOf(reading, at, at + 1)));
        found.back().label = reading.lines[at].label;
      }
    }
    i = std::max(end, i + 1);
  }
  return found;
}

ResolutionRule IssueDecisionsRule() {
  return {
      "resolution.issue-decision",
      0.8,
      {{DocumentKind::kMinutes,
        "<h1>Issue - decisions</h1><p>Keys of the county</p><p>15/05/2018 "
        "- Keys</p><p>to instruct the Clerk to count the keys.</p>",
        "to instruct the Clerk to count the keys."},
       {DocumentKind::kMinutes,
        "<h1>Keys</h1><p>to instruct the Clerk to count the keys.</p>", ""}},
      &FindIssueDecisions};
}

ResolutionRule LostWordRule() {
  return {"resolution.lost-word",
          0.6,
          {{DocumentKind::kMinutes,
            "The Clerk spoke.\n\n  1. the report be noted; and\n"
            "  2. the Clerk be thanked.\n",
            "1 the report be noted; and\n2 the Clerk be thanked."},
           {DocumentKind::kMinutes,
            "The Clerk spoke.\n\n1. the count of the keys be noted\n\n2. the "
            "Plan be approved from May.\n",
            "1 the count of the keys be noted\n"
            "2 the Plan be approved from May."},
           {DocumentKind::kMinutes,
            "- The count of keys and locks.\n\n(a) That the count (1 to 6) are "
            "approved.\n\n(b) That a group be set up and led by the Clerk;\n",
            "a That the count (1 to 6) are approved.\n"
            "b That a group be set up and led by the Clerk;"},
           {DocumentKind::kMinutes,
            "The Clerk spoke.\n\n\n  1. That leave be given to count the keys, "
            "as was asked; and\n  2. That the Clerk be authorised to buy a "
            "box.\n",
            "1 That leave be given to count the keys, as was asked; and\n"
            "2 That the Clerk be authorised to buy a box."},
           {DocumentKind::kMinutes,
            "The Clerk spoke.\n\n1. The count should be noted.\n\n2. The Plan "
            "will be approved in May.\n",
            ""},
           {DocumentKind::kMinutes,
            "Present\n\n  1. Ada Reed (Chair); and\n  2. Odo Hart\n", ""}},
          &FindLostWord};
}

ResolutionRule BareThatRule() {
  return {"resolution.bare-that",
          0.75,
          {{DocumentKind::kMinutes,
            "1. Keys\n\nMembers spoke of the count.\n\nThat the report and the "
            "count in it be approved.\n",
            "That the report and the count in it be approved."},
           {DocumentKind::kMinutes,
            "1. Keys\n\nThat the count should be approved was plain.\n\nThat "
            "was all.\n",
            ""}},
          &FindBareThat};
}

ResolutionRule VerblessRule() {
  return {"resolution.verbless",
          0.75,
          {{DocumentKind::kMinutes,
            "1. Keys\n\nThe Clerk sought leave to sell them. Sale of the whole "
            "set approved.\n",
            "Sale of the whole set approved."},
           {DocumentKind::kMinutes,
            "1. Keys\n\nThere was doubt. The request for a box refused until "
            "the next estimates.\n",
            "The request for a box refused until the next estimates."},
           {DocumentKind::kMinutes,
            "1. Keys\n\nThe last minutes adopted without a vote.\n",
            "The last minutes adopted without a vote."},
           {DocumentKind::kMinutes,
            "1. Keys\n\nConsideration deferred to May. He said that the sale "
            "was approved. Sale of keys the "
            "Board had approved. Three counts finished.\n",
            ""}},
          &FindVerbless};
}

ResolutionRule ClosingRule() {
  return {"resolution.closing-line",
          0.7,
          {{DocumentKind::kMinutes,
            "5. Keys\n\n5.1 The Clerk spoke.\n\n5.2 The count would go on.\n\n"
            "The plan was supported, with a new box.\n\n6. Doors\n\n6.1 None."
            "\n",
            "The plan was supported, with a new box."},
           {DocumentKind::kMinutes,
            "5. Keys\n\n5.1 The Clerk spoke.\n\nThe plan was noted. Mr Reed "
            "left.\n\n6. Doors\n\nThe door was approved.\n\nIt was shut.\n",
            ""}},
          &FindClosing};
}

ResolutionRule CarriedRule() {
  return {"resolution.carried",
          0.8,
          {{DocumentKind::kMinutes,
            "1. Keys\n\nThe Chair put it to the vote that the keys be sold, "
            "and this was carried by three votes to one. Mr Reed sighed.\n",
            "The Chair put it to the vote that the keys be sold, and this was "
            "carried by three votes to one."},
           {DocumentKind::kMinutes,
            "1. Keys\n\nMr Reed moved that a box be bought, which was then "
            "carried.\n",
            "Mr Reed moved that a box be bought, which was then carried."},
           {DocumentKind::kMinutes,
            "1. Keys\n\nMr Reed moved that the keys be sold, and this was not "
            "carried. Mrs Hart moved that they be kept; nobody seconded.\n",
            ""}},
          &FindCarried};
}

}  // namespace

const std::vector<ResolutionRule>& PlainResolutionRules() {
  static const std::vector<ResolutionRule> kRules = {
      LostWordRule(), IssueDecisionsRule(), VerblessRule(),
      ClosingRule(),  CarriedRule(),        BareThatRule()};
  return kRules;
}

}  // namespace concord::extraction
