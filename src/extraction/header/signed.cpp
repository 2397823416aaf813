// Who made a document and when, where its front matter says so without a field.
//
//   "Signed off by the Clerk, 14 August 2030"   "Professor Gwen Tarn"
//   refused: "Plan, July 2030 to March 2032", which is the time it covers
//
// Cost: one look at each line of the front matter.

#include "concord/base/unicode.h"
#include "concord/extraction/extract.h"
#include "extraction/header/pieces.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

// "Signed off by the Clerk, 14 August 2030", "agreed on 3 May 2031": a line of
// front matter that an act of approval opens or ends and a day closes.
std::vector<HeaderClaim> FindSignedOff(const Reading& reading) {
  static const Pattern kAct(
      "^\\(?(?:[^.;]{3,70}, )?(?i:signed(?:[ -]off)?|agreed|approved|adopted|"
      "endorsed|authori[sz]ed|issued|published|finali[sz]ed|completed|"
      "submitted|delivered|laid|ratified|signed)\\b");
  std::vector<HeaderClaim> claims;
  const std::string_view text = reading.text();
  for (const Line& line : FrontMatter(reading)) {
    if (Length(line.span) > 140 || line.kind == BlockKind::kTableRow ||
        !kAct.Search(text, line.span)) {
      continue;
    }
    const auto date = FirstDateIn(text, line.span);
    if (!date || date->end + 2 < line.span.end ||
        IsPeriod(Slice(text, *date))) {
      continue;
    }
    ClaimField(HeaderField::kDate, text, *date, &claims);
    break;
  }
  return claims;
}

HeaderRule SignedOffRule() {
  return {"header.signed-off",
          0.71,
          {{DocumentKind::kStrategy,
            "<h1>Keys of the fells</h1><p>Plan, July 2030 to March "
            "2032</p><p>Signed off by Superintendent Gwen Tarn, 14 August "
            "2030</p>",
            "date: 14 August 2030"},
           {DocumentKind::kInspection,
            "<h1>Keys</h1><p>The panel's second report, agreed on 24 November "
            "2035</p>",
            "date: 24 November 2035"},
           {DocumentKind::kInspection,
            "<h1>Keys</h1><p>Adopted by the Board 3 May 2031</p>",
            "date: 3 May 2031"},
           {DocumentKind::kInspection,
            "<h1>Keys</h1><p>The Board agreed in May 2031 that keys be "
            "kept.</p>",
            ""}},
          &FindSignedOff};
}

// "Professor Gwen Tarn" alone under the title of a report: who made it.
std::vector<HeaderClaim> FindNameAlone(const Reading& reading) {
  static const Pattern kTitled(
      "^(?:Professor|Prof\\.?|Dr\\.?|Sir|Dame|Lord|Lady|Baroness|Judge|Mr\\.?|"
      "Mrs\\.?|Ms\\.?|Miss|Councillor|Cllr|the Rt Hon\\.?|The Hon\\.?|"
      "His Honour|Her Honour|Mr Justice|Mrs Justice) ");
  std::vector<HeaderClaim> claims;
  const std::string_view text = reading.text();
  if (reading.kind != DocumentKind::kInspection) return claims;
  bool titled = false;
  for (const Line& line : FrontMatter(reading)) {
    titled = titled || line.kind == BlockKind::kTitle;
    if (!titled || line.kind == BlockKind::kTitle || Length(line.span) > 60 ||
        !kTitled.Search(text, line.span)) {
      continue;
    }
    const auto people = ReadPeople(text, line.span);
    if (people.size() != 1 || people[0].span != line.span) continue;
    ClaimField(HeaderField::kBy, text, line.span, &claims);
    break;
  }
  return claims;
}

HeaderRule NameAloneRule() {
  return {"header.name-alone",
          0.6,
          {{DocumentKind::kInspection,
            "<h1>Keys</h1><p>Professor Gwen Tarn<br>4 November 2033</p>",
            "by: Professor Gwen Tarn"},
           {DocumentKind::kInspection,
            "<h1>Keys</h1><p>Dr Odo Reed</p><p>Keys were lost.</p>",
            "by: Dr Odo Reed"},
           {DocumentKind::kInspection,
            "<h1>Keys</h1><p>Dr Reed counted the keys</p>", ""},
           {DocumentKind::kReport, "<h1>Keys</h1><p>Dr Odo Reed</p>", ""}},
          &FindNameAlone};
}

}  // namespace

const std::vector<HeaderRule>& HeaderSignedRules() {
  static const std::vector<HeaderRule> kRules = {SignedOffRule(),
                                                 NameAloneRule()};
  return kRules;
}

}  // namespace concord::extraction
