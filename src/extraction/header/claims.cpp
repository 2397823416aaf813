// What every rule of the header claims with: fields, days, bodies.

#include "concord/base/unicode.h"
#include "concord/extraction/extract.h"
#include "extraction/agents.h"
#include "extraction/header/pieces.h"

namespace concord::extraction {

std::optional<TextSpan> FirstDateIn(std::string_view text, TextSpan within) {
  for (const DateMention& date :
       FindDatesInText(Slice(text, within), std::nullopt)) {
    if (date.edtf.empty()) continue;
    return TextSpan{within.begin + date.span.begin,
                    within.begin + date.span.end};
  }
  return std::nullopt;
}

void ClaimField(HeaderField field, std::string_view text, TextSpan span,
                std::vector<HeaderClaim>* claims) {
  HeaderClaim claim;
  claim.field = field;
  claim.item.span = Trim(text, span);
  claim.item.printed = Slice(text, claim.item.span);
  // "To be taken by: Decision no:" in a row of two fields: the next one's name.
  const bool field_name =
      field == HeaderField::kBy && claim.item.printed.ends_with(':');
  // "e-mail: clerk@northmarch.test Ask for: Ada Reed": whom to write to.
  static const Pattern kAsk(
      "\\b(?i:e-?mail|ask for|direct (?:dial|line)|tel(?:ephone)?(?: no)?)\\b"
      "\\.?\\s*:|[\\w.]@\\w");
  const bool whom_to_ask =
      field == HeaderField::kTitle && kAsk.Matches(claim.item.printed);
  if (Empty(claim.item.span) || field_name || whom_to_ask) return;
  claims->push_back(std::move(claim));
}

bool IsPeriod(std::string_view printed) {
  const auto read = ReadDateExpression(printed, std::nullopt);
  const std::size_t slash = read ? read->edtf.find('/') : std::string::npos;
  constexpr std::size_t kDayLength = 10;  // "2004-05-06"
  return slash != std::string::npos && slash < kDayLength;
}

void ClaimDate(std::string_view text, TextSpan within,
               std::vector<HeaderClaim>* claims) {
  if (const auto date = FirstDateIn(text, within)) {
    ClaimField(HeaderField::kDate, text, *date, claims);
  }
}

TextSpan CommitteeAt(std::string_view text, TextSpan within) {
  static const Pattern kParent("\\s+of (?:the )?");
  const auto agent = AgentAt(text, within);
  if (!agent) return {};
  TextSpan name = agent->span;
  const auto parent = kParent.Search(text, name);
  if (parent) name.end = parent->front().begin;
  return name;
}

}  // namespace concord::extraction
