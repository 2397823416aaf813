// What sort of document it is: a line of front matter that says so, else what
// the whole page shows. A paper about an inquiry is a report.

#include <algorithm>

#include "concord/base/unicode.h"
#include "extraction/header/pieces.h"
#include "extraction/recommendations/asks.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

constexpr std::size_t kTopLines = 24;

// A line that says what the document is; a sentence about another is longer.
constexpr std::uint32_t kLongestSign = 120;

// Prints "Recommendation 4" as heading or lead at least twice: a report that
// makes recommendations of its own.
bool MakesNumberedRecommendations(const Reading& reading) {
  static const Pattern kNumbered(
      "^(?:Recommendation\\s+\\d+\\b\\s*(?:$|[:.–—-])|.*\\(Recommendation "
      "\\d+\\)\\.?$|.*\\b(?:I|We) (?:therefore |also )?recommend that\\b)");
  int found = 0;
  for (const Line& line : reading.lines) {
    if (line.label.empty() && !IsHeading(line) && Length(line.body) < 15) {
      continue;
    }
    if (kNumbered.Search(reading.text(), line.span)) ++found;
  }
  return found >= 2;
}

bool HasRecommendationHeading(const Reading& reading, bool lettered) {
  static const Pattern kHeading(
      "^(?i:(?:[a-z]\\.?\\s+)?(?:summary of |list of )?recommendations?)\\W*$");
  static const Pattern kLettered("^[A-Z]\\.?\\s");
  return std::any_of(
      reading.lines.begin(), reading.lines.end(), [&](const Line& line) {
        return IsHeading(line) && kHeading.Search(reading.text(), line.span) &&
               (!lettered || kLettered.Search(reading.text(), line.span));
      });
}

// Past the words in bold that head an item: "Nursing. Appoint a lead nurse".
std::string_view AfterCatchword(std::string_view body) {
  static const Pattern kCatchword(
      "^(?:\\p{Lu}{1,3}[ -]?\\d+[.:]?\\s+|[\\p{Lu}][\\p{L}’', "
      "-]{1,40}[.:–]\\s+)"
      "\\p{Lu}");
  const auto match = kCatchword.Search(body);
  return match ? body.substr((*match)[0].end - 1) : body;
}

// What the lines under headings that say "recommendations" ask for.
struct SectionSigns {
  int shoulds = 0;   // lines that tell somebody what they should do
  int decides = 0;   // lines that may be what a committee is asked
  int acts = 0;      // commands, and "That X do", of whatever sort
  int approves = 0;  // of those, what only the reader of a paper does
  bool lettered = false;
};

SectionSigns ReadSections(const Reading& reading) {
  static const Pattern kHeading("(?i:\\brecommendations?\\b)");
  static const Pattern kLettered("^[A-Z]\\.?\\s");
  static const Pattern kShould("\\b(?:should|must|ought to|needs? to)\\b");
  static const Pattern kDecides(
      "^(?:That |to |To |[Nn]ote|[Aa]gree|[Aa]pprove|(?:The )?[Mm]embers|"
      "The (?:Committee|Board|Authority|Panel) )");
  static const Pattern kApproves(
      "^(?i:(?:it is (?:therefore )?recommended )?(?:that,? |to )*(?:(?:the )?"
      "(?:\\p{L}+ ){0,3}(?:members?|committee|sub-committee|board|authority|"
      "panel|cabinet|council|executive|forum|governors|trustees)[ ,]+(?:is "
      "|are "
      ")?(?:also |formally |now )?)?(?:asked|invited|recommended|requested|"
      "notes?|agrees?|approves?|endorses?|receives?|accepts?|authori[sz]es?|"
      "adopts?|delegates?|ratif(?:y|ies)|confirms?|welcomes?|resolves?|"
      "comments?|instructs?|supports?|considers?|determines?|decides?)\\b)|"
      "\\bbe (?:\\p{L}+ly )?(?:noted|approved|agreed|received|endorsed|"
      "accepted|"
      "authori[sz]ed|adopted|delegated|ratified|confirmed|appointed|granted|"
      "given|submitted|increased|varied|made)\\b|"
      "^(?i:(?:the )?members|(?:the )?(?:committee|board|cabinet|council|"
      "authority|panel)) |[:;]$");
  constexpr std::size_t kSection = 40;  // lines
  SectionSigns signs;
  for (std::size_t i = 0; i + 1 < reading.lines.size(); ++i) {
    const Line& heading = reading.lines[i];
    if (!IsHeading(heading) || !kHeading.Search(reading.text(), heading.span)) {
      continue;
    }
    signs.lettered |=
        kLettered.Search(reading.text(), heading.span).has_value();
    const std::size_t end = std::min(SectionEnd(reading, i), i + kSection);
    for (std::size_t at = i + 1; at < end; ++at) {
      const Line& line = reading.lines[at];
      const std::string_view body = reading.Body(line);
      signs.decides += kDecides.Search(reading.text(), line.body).has_value();
      signs.shoulds += kShould.Search(reading.text(), line.body).has_value();
      signs.acts += IsRequest(AfterCatchword(body));
      signs.approves += kApproves.Search(reading.text(), line.body).has_value();
    }
  }
  return signs;
}

// Under a heading that says "recommendations", most lines tell somebody what
// they should do, which no committee is told by its own papers.
bool SectionAsksOthers(const SectionSigns& signs) {
  return !signs.lettered && signs.shoulds >= 2 &&
         signs.shoulds > signs.decides * 2;
}

// Something stands under the heading that a committee may be asked.
bool HoldsDecisions(const SectionSigns& signs) {
  return signs.lettered || signs.decides + signs.acts + signs.approves > 0;
}

// Several acts, and none of them noting, agreeing or approving: nothing that a
// committee would have to decide.
bool SectionOnlyActs(const SectionSigns& signs) {
  return !signs.lettered && signs.acts >= 3 && signs.approves == 0;
}

// "Dear Sir": a letter may speak of recommendations, its own or others'.
bool IsLetter(const Reading& reading, const std::vector<Line>& front) {
  static const Pattern kDear("^Dear \\p{Lu}");
  return std::any_of(front.begin(), front.end(), [&](const Line& line) {
    return kDear.Search(reading.text(), line.span).has_value();
  });
}

// Front matter that names a committee beside a number or a presenter is that of
// a paper laid before it.
bool IsLaidBeforeCommittee(const Reading& reading) {
  bool committee = false;
  bool other = false;
  for (const auto* rules :
       {&HeaderFieldRules(), &HeaderLineRules(), &HeaderPlainRules()}) {
    for (const HeaderRule& rule : *rules) {
      for (const HeaderClaim& claim : rule.find(reading)) {
        committee = committee || claim.field == HeaderField::kCommittee;
        other = other || claim.field == HeaderField::kNumber ||
                claim.field == HeaderField::kBy;
      }
    }
  }
  return committee && other;
}

// A roll of those present, and one of those who were not or who came too.
bool HasRoll(const Reading& reading, const std::vector<Line>& front) {
  static const Pattern kPresent(
      "^(?i:(?:members |councillors |also )?present)\\s*(?::|$)");
  static const Pattern kOthers(
      "^(?i:apolog(?:y|ies)\\b|(?:also )?in attendance\\b|absent\\b|officers "
      "(?:present|in attendance)|officials\\b|observers\\b|regrets\\b)");
  const auto any = [&](const Pattern& pattern) {
    return std::any_of(front.begin(), front.end(), [&](const Line& line) {
      return pattern.Search(reading.text(), line.body).has_value();
    });
  };
  return any(kPresent) && any(kOthers);
}

// An extract of minutes that no line of front matter calls so: what was
// resolved stands in it, and nobody is asked for anything.
bool RecordsResolutions(const Reading& reading) {
  static const Pattern kShouted("^(?:IT WAS )?(?:RESOLVED|AGREED)\\b");
  static const Pattern kMarked(
      "^(?:It was )?(?:Resolved|Agreed)\\s*(?:[,:–—-]|that\\b)");
  static const Pattern kAlone("^Resolved\\s*[:–—-]*$");
  // "The Committee considered ..." or the site's "Agenda item", and "That the
  // report be approved.": a page that has lost the word itself.
  static const Pattern kSat(
      "^(?:(?:The (?:Sub-)?(?:Committee|Cabinet|Panel|Board|Executive|Council|"
      "Authority|Forum)|Members) (?:considered|received|discussed)\\b|Agenda "
      "item$)|^Further to .*\\b(?:Committee|Cabinet|Panel|Board|Council|"
      "Authority) considered\\b");
  static const Pattern kThat(
      "^That\\b[^.;:]{5,300}? be (?:approved|agreed|noted|received|endorsed|"
      "adopted|accepted|submitted|reviewed|amended|given|referred|deferred|"
      "appointed|authorised|granted)\\b[^.;:]*[.;]?(?: and)?$");
  // "Decision Maker: Cabinet" / "Is Key decision?: No": a site's record.
  static const Pattern kRecord(
      "^(?i:decision (?:maker|status)|is (?:key decision|call(?:able)? in|"
      "subject to call[ -]?in)\\??|decided at meeting|date of decision)\\s*:");
  // "The Cabinet then:-" over what it noted and agreed.
  static const Pattern kThen(
      "^The (?:Sub-)?(?:Committee|Cabinet|Panel|Board|Executive|Council|"
      "Authority|Forum) then\\s*:?[–—-]?$");
  // "Minutes:" over what a body "resolved to" do.
  static const Pattern kMinutes("^Minutes:$");
  static const Pattern kTo(
      "^(?:The )?(?:Sub-)?(?:Committee|Cabinet|Panel|Board|Executive|Council|"
      "Authority|Forum) (?:unanimously )?resolved (?:to|that)\\b");
  bool sat = false;
  bool that = false;
  bool minutes = false;
  bool resolved_to = false;
  constexpr int kFewFields = 3;
  int signs = 0;
  int fields = 0;
  for (const Line& line : reading.lines) {
    if (line.quoted) continue;
    fields += kRecord.Search(reading.text(), line.span).has_value();
    if (kThen.Search(reading.text(), line.body)) signs += 2;
    sat = sat || kSat.Search(reading.text(), line.body);
    that = that || kThat.Search(reading.text(), line.body);
    minutes = minutes || kMinutes.Search(reading.text(), line.body);
    resolved_to = resolved_to || kTo.Search(reading.text(), line.body);
    if (kShouted.Search(reading.text(), line.body) ||
        kAlone.Search(reading.text(), line.body)) {
      signs += 2;
    } else if (kMarked.Search(reading.text(), line.body)) {
      ++signs;
    }
  }
  return (signs >= 2 || fields >= kFewFields || (sat && (that || signs > 0)) ||
          (minutes && resolved_to)) &&
         !HasRecommendationHeading(reading, false);
}

// "The meeting ended at 9.25 pm": told of a meeting that was.
bool TellsOfItsEnd(const Reading& reading) {
  static const Pattern kEnd(
      "^(?i:(?:the )?meeting (?:ended|closed|concluded|finished|rose|adjourned|"
      "terminated|was (?:declared )?closed)\\b|the "
      "(?:chair|chairman|chairperson|"
      "convener|mayor) (?:declared|closed) the meeting\\b)");
  return std::any_of(
      reading.lines.begin(), reading.lines.end(), [&](const Line& line) {
        return !line.quoted && kEnd.Search(reading.text(), line.body);
      });
}

// The first lines of a page, past headings: the roll of minutes stands under
// one.
std::vector<Line> TopLines(const Reading& reading) {
  const std::size_t count = std::min(reading.lines.size(), kTopLines);
  return {reading.lines.begin(),
          reading.lines.begin() + static_cast<std::ptrdiff_t>(count)};
}

// "AGENDA" or "MINUTES" alone on a line near the top, be it set as a heading.
std::optional<KindDecision> SortAlone(const Reading& reading) {
  static const Pattern kAgenda("^(?:AGENDA|Agenda)\\s*:?$");
  static const Pattern kMinutes("^(?:DRAFT |Draft )?(?:MINUTES|Minutes)$");
  constexpr std::size_t kNear = 14;
  for (std::size_t i = 0; i < std::min(reading.lines.size(), kNear); ++i) {
    const Line& line = reading.lines[i];
    if (!line.label.empty() || line.bullet) continue;
    if (kAgenda.Search(reading.text(), line.span)) {
      return KindDecision{DocumentKind::kAgenda, "kind.agenda-alone"};
    }
    if (kMinutes.Search(reading.text(), line.span)) {
      return KindDecision{DocumentKind::kMinutes, "kind.minutes-alone"};
    }
  }
  return std::nullopt;
}

// "A meeting of the Board will be held ..." below a heading that ends the front
// matter.
std::optional<KindDecision> ToldBelow(const Reading& reading) {
  static const Pattern kToBe(
      "^(?:A|The|Notice of (?:a |the )?) ?(?:[\\p{L}]+ )?[Mm]eeting of (?:the "
      ")?"
      "\\p{Lu}[^.;]{3,90} (?:will|to) be held\\b");
  static const Pattern kMinutes(
      "^(?i:(?:draft )?minutes) (?:of|–|-) .*\\b(?:[Hh]eld|HELD)\\b");
  for (const Line& line : TopLines(reading)) {
    if (kToBe.Search(reading.text(), line.span)) {
      return KindDecision{DocumentKind::kAgenda, "kind.meeting-to-be"};
    }
    if (kMinutes.Search(reading.text(), line.span)) {
      return KindDecision{DocumentKind::kMinutes, "kind.minutes-below"};
    }
  }
  return std::nullopt;
}

// "The Board is recommended to confirm that:", "Recommendation: That the Board
// decide ...": a paper that asks its own committee, without a section for it.
bool AsksItsCommittee(const Reading& reading) {
  static const Pattern kAsks(
      "^(?:(?:The )?(?:[Mm]embers|(?:\\p{Lu}\\p{L}+ ){0,4}(?:Committee|Board|"
      "Authority|Panel|Cabinet|Council|Executive|Forum)) (?:is|are) "
      "(?:therefore "
      ")?(?:asked|invited|recommended|requested) (?:to|that)\\b|"
      "(?i:recommendations?)\\s*[:–—-]\\s*(?:That|To|that|to) )");
  static const Pattern kAct("^(?i:recommendations?)\\s*[:–—-]");
  constexpr int kMany = 3;
  int lines = 0;
  int acts = 0;
  for (const Line& line : reading.lines) {
    if (line.quoted || !kAsks.Search(reading.text(), line.body)) continue;
    ++lines;
    acts += kAct.Search(reading.text(), line.body).has_value();
  }
  // One at the end of each part: a report that recommends as it goes.
  return lines > 0 && (acts < kMany || acts < lines);
}

// "Apologies", "Declarations of interest", "Any other business": the standing
// items of a meeting to come, with no word of what was said under them.
int CountBusiness(const Reading& reading) {
  static const Pattern kItem(
      "^(?i:(?:\\d{1,2}\\.? )?(?:(?:to receive )?(?:any )?apologies(?: for "
      "absence)?|"
      "(?:disclosures?|declarations?) of (?:disclosable )?(?:pecuniary )?"
      "interests?|any other (?:urgent )?business|urgent business|"
      "date of (?:the )?next meeting|order of business|matters arising|"
      "public (?:questions?|participation)|exclusion of (?:the )?(?:press and "
      ")?public|minutes of (?:the )?(?:last|previous) meeting|minutes))\\b");
  static const Pattern kHeld(
      "(?i:\\b(?:apolog(?:y|ies)|declarations?|interests?)\\b.{0,60}\\b(?:was|"
      "were)\\b)");
  constexpr std::uint32_t kLongest = 70;
  int items = 0;
  for (const Line& line : reading.lines) {
    if (kHeld.Search(reading.text(), line.body)) return 0;
    items += Length(line.body) <= kLongest &&
             kItem.Search(reading.text(), line.body).has_value();
  }
  return items;
}

// What the whole page says of itself.
struct KindSigns {
  bool letter = false;
  bool own = false;       // makes numbered recommendations
  bool resolves = false;  // tells what was resolved
  bool asks = false;      // has a section of recommendations
};

// The first row of the table that a line of front matter matches.
std::optional<KindDecision> KindOfLines(const Reading& reading,
                                        const std::vector<Line>& front,
                                        const KindSigns& signs) {
  static const std::vector<std::unique_ptr<Pattern>> kPatterns = [] {
    std::vector<std::unique_ptr<Pattern>> patterns;
    for (const KindRule& rule : KindRules()) {
      patterns.push_back(std::make_unique<Pattern>(rule.expression));
    }
    return patterns;
  }();
  for (std::size_t i = 0; i < kPatterns.size(); ++i) {
    const KindRule& rule = KindRules()[i];
    // A published report carries "By:" too; what it makes decides.
    if (signs.own && rule.kind == DocumentKind::kReport) continue;
    // "City strategy", "Inspection reports" over what was resolved of them.
    if (signs.resolves && rule.kind != DocumentKind::kMinutes &&
        (rule.title_only || rule.kind == DocumentKind::kInspection)) {
      continue;
    }
    for (const Line& line : front) {
      if (rule.title_only && line.kind != BlockKind::kTitle) continue;
      if (rule.kind == DocumentKind::kInspection &&
          (signs.letter || Length(line.span) > kLongestSign)) {
        continue;
      }
      if (kPatterns[i]->Search(reading.text(), line.span)) {
        return KindDecision{rule.kind, rule.name};
      }
    }
  }
  return std::nullopt;
}

// "A joint inspection by ...", "A review of the security of keys", "The panel's
// second report, agreed in May", "Scrutiny Panel of the County", "Report of the
// Inspectorate of Keys", "The Ostley Inquiry": a line of the title page, where
// nothing says that a committee is to decide on it.
bool CallsItselfReview(const Reading& reading) {
  static const Pattern kSubtitle(
      "^(?i:(?:an?|the|report of an?|report of the) (?:(?:joint|independent|"
      "external|thematic|short|second|third|final|further|unannounced|national|"
      "special|follow-up|rapid|management|peer|case|serious|critical|incident|"
      "safety|lessons|learned) )*(?:review|inspection|inquiry|enquiry|"
      "investigation|scrutiny|examination|evaluation|audit) (?:of|by|into|on|"
      "at) )[^.;!?]{3,110}$");
  static const Pattern kItsReport(
      "^(?i:(?:the|this|our) (?:panel|committee|group|commission|inspectorate|"
      "inquiry|team|board|commissioner|auditor|reviewer)s?[’']s? (?:(?:first|"
      "second|third|fourth|fifth|final|interim|annual|progress|joint) )?"
      "report)\\b[^.;]{0,80}$");
  static const Pattern kBody(
      "^(?:The )?(?:\\p{Lu}[\\p{L}’'-]+ ){0,4}(?:Review|Inquiry|Scrutiny|"
      "Investigation|Working|Task|Inspection) (?:Panel|Group|Team|Party|"
      "Commission|Board)(?: (?:of|for|on|into) [^.;]{3,110})?$");
  static const Pattern kMaker(
      "^(?:(?:(?:Final |Interim |First |Second )?[Rr]eport|Findings) (?:of|by) "
      ")?"
      "(?:[Tt]he |H(?:er|is) Majesty[’']s )?(?:\\p{Lu}[\\p{L}’'-]+ ){0,5}(?:"
      "Inspectorate|Inspectors?|Inquiry|Ombudsman|Coroner)(?: (?:of|for|into) "
      "[^.;:]{3,110})?$");
  const std::vector<Line> front = FrontMatter(reading);
  return std::any_of(front.begin(), front.end(), [&](const Line& line) {
    return line.kind != BlockKind::kTableRow && line.label.empty() &&
           ((Length(line.span) <= kLongestSign &&
             kMaker.Search(reading.text(), line.span)) ||
            kSubtitle.Search(reading.text(), line.span) ||
            kItsReport.Search(reading.text(), line.span) ||
            kBody.Search(reading.text(), line.span));
  });
}

// By who is asked, and by whom.
KindDecision KindByAsking(const Reading& reading, const KindSigns& signs,
                          const SectionSigns& section) {
  constexpr int kFewItems = 2;
  // What nobody notes, agrees or approves under "Recommendations" is asked of
  // others by whoever looked into it.
  const bool review = !signs.letter && CallsItselfReview(reading);
  if (review && signs.asks && !section.lettered && section.approves == 0) {
    return {DocumentKind::kInspection, "kind.review-section"};
  }
  if (signs.asks && HoldsDecisions(section)) {
    return {DocumentKind::kReport, "kind.recommendation-section"};
  }
  // "Members are asked to agree the minutes" among the standing items.
  constexpr int kManyItems = 3;
  if (CountBusiness(reading) >= kManyItems) {
    return {DocumentKind::kAgenda, "kind.business"};
  }
  if (!signs.letter && AsksItsCommittee(reading)) {
    return {DocumentKind::kReport, "kind.asks-committee"};
  }
  if (CountBusiness(reading) >= kFewItems)
    return {DocumentKind::kAgenda, "kind.business"};
  if (review) return {DocumentKind::kInspection, "kind.review-line"};
  if (!signs.letter && RecommendsInItsOwnVoice(reading)) {
    return {DocumentKind::kInspection, "kind.own-voice"};
  }
  return {};
}

// Where no line says it: the surer sign first.
KindDecision KindOfWhole(const Reading& reading, const KindSigns& signs) {
  if (const auto sort = SortAlone(reading)) return *sort;
  if (ReportsUnderMasthead(reading)) {
    return {DocumentKind::kInspection, "kind.masthead"};
  }
  if (HasRoll(reading, TopLines(reading))) {
    return {DocumentKind::kMinutes, "kind.roll"};
  }
  if (signs.own) return {DocumentKind::kInspection, "kind.own-recommendations"};
  const SectionSigns section = ReadSections(reading);
  if (!signs.letter && SectionAsksOthers(section)) {
    return {DocumentKind::kInspection, "kind.section-asks-others"};
  }
  if (!signs.asks && TellsOfItsEnd(reading)) {
    return {DocumentKind::kMinutes, "kind.meeting-ended"};
  }
  if (signs.resolves) return {DocumentKind::kMinutes, "kind.resolutions"};
  if (!signs.asks) {
    if (const auto told = ToldBelow(reading)) return *told;
  }
  // Standing items of a meeting, whatever members are asked under them.
  constexpr int kManyItems = 4;
  if (!signs.asks && CountBusiness(reading) >= kManyItems) {
    return {DocumentKind::kAgenda, "kind.much-business"};
  }
  if (IsLaidBeforeCommittee(reading)) {
    return {DocumentKind::kReport, "kind.committee-fields"};
  }
  if (!signs.letter && SectionOnlyActs(section)) {
    return {DocumentKind::kInspection, "kind.section-only-acts"};
  }
  return KindByAsking(reading, signs, section);
}

}  // namespace

KindDecision DecideKind(const document::Document& document) {
  const Reading reading = Read(document, DocumentKind::kOther, std::nullopt);
  const std::vector<Line> front = FrontMatter(reading);
  KindSigns signs;
  signs.letter = IsLetter(reading, front);
  signs.own = MakesNumberedRecommendations(reading) && !signs.letter &&
              !HasRecommendationHeading(reading, true);
  signs.resolves = !signs.letter && RecordsResolutions(reading);
  signs.asks = HasRecommendationHeading(reading, false);
  if (const auto row = KindOfLines(reading, front, signs)) return *row;
  return KindOfWhole(reading, signs);
}

}  // namespace concord::extraction
