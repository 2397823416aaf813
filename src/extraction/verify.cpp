// The promise of extraction.h, checked: places inside the text and on
// code-point boundaries, quotations equal to the words at their place.
// Cost: one comparison a quotation.

#include <fmt/format.h>

#include "concord/extraction/extract.h"

namespace concord::extraction {
namespace {

class Checker {
 public:
  explicit Checker(std::string_view text) : text_(text) {}

  // The first fault met; kInternal, for a rule broke its promise.
  Result<> result() const {
    if (fault_.empty()) return {};
    return Fail(ErrorCode::kInternal, fault_);
  }

  void Place(std::string_view what, TextSpan span) {
    if (span.begin > span.end || span.end > text_.size()) {
      Fault(what, "has a place outside the text", span);
    } else if (Splits(span.begin) || Splits(span.end)) {
      Fault(what, "begins or ends inside a character", span);
    }
  }

  void Equal(std::string_view what, TextSpan span, std::string_view quote) {
    Place(what, span);
    if (Slice(text_, span) != quote) {
      Fault(what, "is not what stands at its place", span);
    }
  }

  // A field that may be absent: no words, no place.
  void EqualIfAny(std::string_view what, TextSpan span,
                  std::string_view quote) {
    if (!quote.empty()) Equal(what, span, quote);
  }

  void Within(std::string_view what, TextSpan span, std::string_view quote) {
    Place(what, span);
    if (Slice(text_, span).find(quote) == std::string_view::npos) {
      Fault(what, "does not stand within its place", span);
    }
  }

 private:
  bool Splits(std::uint32_t offset) const {
    return offset < text_.size() &&
           (static_cast<unsigned char>(text_[offset]) & 0xC0) == 0x80;
  }

  void Fault(std::string_view what, std::string_view why, TextSpan span) {
    if (!fault_.empty()) return;
    fault_ = fmt::format("{} {} ({} to {})", what, why, span.begin, span.end);
  }

  std::string_view text_;
  std::string fault_;
};

void CheckHeader(const Header& header, Checker* check) {
  check->EqualIfAny("the title", header.title.span, header.title.printed);
  check->EqualIfAny("the subject", header.subject.span, header.subject.printed);
  check->EqualIfAny("the committee", header.committee.span,
                    header.committee.printed);
  check->EqualIfAny("the report number", header.report_number.span,
                    header.report_number.printed);
  check->EqualIfAny("the date", header.date.span, header.date.printed);
  check->EqualIfAny("the presenter", header.by.span, header.by.printed);
  check->EqualIfAny("the contact unit", header.contact_unit.span,
                    header.contact_unit.printed);
  for (const auto& author : header.authors) {
    check->Within("an author", author.span, author.name);
  }
  for (const auto& chrome : header.chrome_removed) {
    check->Equal("a piece of chrome", chrome.span, chrome.printed);
  }
  for (const auto& claim : header.other_claims) {
    check->Equal("a claim of the header", claim.span, claim.printed);
  }
}

void CheckRecommendation(const Recommendation& item, Checker* check) {
  check->Equal("a recommendation", item.span, item.text);
  check->EqualIfAny("a lead-in", item.lead_in_span, item.lead_in);
  check->EqualIfAny("an addressee", item.addressee_span, item.addressee);
  for (const auto& owner : item.owners) {
    check->Within("an owner", owner.span, owner.name);
  }
  for (const auto& due : item.due) {
    check->Equal("a due date", due.span, due.printed);
  }
  for (const auto& recommender : item.recommenders) {
    check->Within("a recommender", recommender.span, recommender.name);
  }
  check->EqualIfAny("a position", item.position.span, item.position.printed);
  check->EqualIfAny("an implementation", item.implementation.span,
                    item.implementation.printed);
  for (const auto& part : item.parts) {
    check->Equal("a part", part.span, part.printed);
  }
  for (const auto& cited : item.cites) {
    check->Equal("what is cited", cited.span, cited.printed);
  }
}

void CheckActs(const Extraction& extraction, Checker* check) {
  for (const auto& item : extraction.recommendations) {
    CheckRecommendation(item, check);
  }
  for (const auto& item : extraction.resolutions) {
    check->Equal("a resolution", item.span, item.text);
  }
  for (const auto& item : extraction.dates) {
    check->Equal("a date", item.span, item.printed);
  }
  for (const auto& item : extraction.owners) {
    check->Within("an owner", item.span, item.name);
  }
}

void CheckWorks(const Extraction& extraction, Checker* check) {
  for (const auto& item : extraction.acronyms) {
    check->Within("an acronym", item.span, item.short_form);
    check->Within("the long form of an acronym", item.span, item.long_form);
  }
  for (const auto& item : extraction.citations) {
    check->Equal("a citation", item.span, item.printed);
  }
  for (const auto& item : extraction.counts) {
    check->Equal("a count", item.span, item.printed);
    for (const auto& part : item.partition) {
      check->Place("a part of a count", part.span);
    }
  }
  for (const auto& item : extraction.relations) {
    check->Equal("a relation", item.span, item.quote);
  }
}

void CheckStatements(const Extraction& extraction, Checker* check) {
  for (const auto& item : extraction.claims) {
    check->Equal("a claim", item.span, item.quote);
  }
  for (const auto& item : extraction.timetable) {
    check->Within("the time of a timetable row", item.span, item.printed);
    check->Within("a timetable row", item.span, item.description);
  }
  for (const auto& item : extraction.missing_parts) {
    check->Equal("a missing part", item.span, item.printed);
  }
}

}  // namespace

Result<> Verify(const Extraction& extraction,
                const document::Document& document) {
  Checker check(document.text);
  CheckHeader(extraction.header, &check);
  CheckActs(extraction, &check);
  CheckWorks(extraction, &check);
  CheckStatements(extraction, &check);
  return check.result();
}

}  // namespace concord::extraction
