#pragma once
// Documents in, extractions out. Total: a document of a kind not seen before
// gives fewer and surer items, never an error and never an invented item.
//
// The one entry point is Extract(). The stages below it are public because
// each is tested, and used by a command, on its own. Pure functions, safe from
// any thread; patterns are compiled once, at first use.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/result.h"
#include "concord/document/document.h"
#include "concord/edtf/edtf.h"
#include "concord/extraction/extraction.h"
#include "concord/extraction/forms.h"

namespace concord::extraction {

Extraction Extract(const document::Document& document);

// --- Stages, in the order Extract() runs them -------------------------------

// Title, committee, date, number, presenter, authors, kind of document.
Header ReadHeader(const document::Document& document);

// Every date expression of the body with its EDTF value; `base` is the
// meeting or publication day that relative and year-less ones count from.
std::vector<DateMention> FindDates(const document::Document& document,
                                   std::optional<edtf::Day> base);

// The recommendations, and the resolutions of minutes.
std::vector<Recommendation> FindRecommendations(
    const document::Document& document, const Header& header);
std::vector<Resolution> FindResolutions(const document::Document& document,
                                        const Header& header);

// Bodies, posts and people named anywhere in the body.
std::vector<OwnerMention> FindOwners(const document::Document& document,
                                     const Header& header);
// The same with FindAcronyms() of the document, which it needs.
std::vector<OwnerMention> FindOwners(const document::Document& document,
                                     const Header& header,
                                     const std::vector<Acronym>& acronyms);

std::vector<Acronym> FindAcronyms(const document::Document& document);
std::vector<Citation> FindCitations(const document::Document& document,
                                    const Header& header);
std::vector<StatedCount> FindCounts(const document::Document& document,
                                    const std::vector<Citation>& citations,
                                    DocumentKind kind = DocumentKind::kReport);
std::vector<StatedRelation> FindRelations(
    const document::Document& document, const Header& header,
    const std::vector<Citation>& citations);
std::vector<Claim> FindClaims(const document::Document& document,
                              const std::vector<Citation>& citations,
                              const std::vector<DateMention>& dates);
std::vector<TimetableEntry> FindTimetable(
    const document::Document& document, const std::vector<DateMention>& dates);
std::vector<MissingPart> FindMissingParts(const document::Document& document);

// --- Date expressions by themselves ------------------------------------------

// All date expressions in plain text; spans are offsets into `text`.
std::vector<DateMention> FindDatesInText(std::string_view text,
                                         std::optional<edtf::Day> base);

// The whole of `expression` as one date, as `concord dates` prints it.
std::optional<DateMention> ReadDateExpression(std::string_view expression,
                                              std::optional<edtf::Day> base);

}  // namespace concord::extraction
