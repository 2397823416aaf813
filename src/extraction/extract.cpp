// The stages in order. Each takes the values of earlier ones and never calls
// back: the header gives the base day that dates are counted from, dates serve
// recommendations, claims and timetables, citations serve what speaks of works.

#include "concord/extraction/extract.h"

#include "extraction/dates/find.h"
#include "extraction/grams.h"
#include "extraction/ocr_doubt.h"
#include "extraction/reading.h"
#include "extraction/recommendations/parts.h"

#include <algorithm>
#include <set>

namespace concord::extraction {
namespace {

// A row of an action plan is told once: what it asks for is a recommendation or
// a commitment with its due date, and no row of a timetable.
void LeaveToRecommendations(const std::vector<Recommendation>& recommendations,
                            std::vector<TimetableEntry>* timetable) {
  std::vector<TextSpan> told;
  told.reserve(recommendations.size());
  for (const Recommendation& item : recommendations) told.push_back(item.span);
  std::sort(told.begin(), told.end());
  std::erase_if(*timetable, [&](const TimetableEntry& entry) {
    const auto after = std::lower_bound(told.begin(), told.end(), entry.span);
    const bool next = after != told.end() && Overlaps(*after, entry.span);
    return next ||
           (after != told.begin() && Overlaps(*(after - 1), entry.span));
  });
}

// A row that says when and not how far is still to come where its time is not
// over on the day of the paper.
void MarkPlanned(std::optional<edtf::Day> base,
                 std::vector<TimetableEntry>* timetable) {
  for (TimetableEntry& entry : *timetable) {
    const auto value = edtf::Parse(entry.edtf);
    if (!base || !value || !entry.state.empty()) continue;
    const auto latest = edtf::Bounds(*value).latest;
    if (!latest || !(*latest < *base)) entry.state = "planned";
  }
}

// Titles that nothing but italics tells.
std::set<std::string, std::less<>> TitlesByItalics(
    const std::vector<Citation>& citations) {
  std::set<std::string, std::less<>> titles;
  std::set<std::string, std::less<>> surer;
  for (const Citation& one : citations) {
    const bool italics = one.rule == "citation.emphasised";
    if (italics) titles.insert(one.title);
    const bool again = italics || one.rule == "citation.known" ||
                       one.rule.starts_with("citation.single");
    if (!again) surer.insert(one.title);
  }
  std::erase_if(
      titles, [&](const std::string& title) { return surer.contains(title); });
  return titles;
}

// "Recommendation 4" over or before the fourth of an inspection's own
// recommendations, and "(see Recommendation 4)" in its chapters, cite nothing.
void ForgetOwn(std::string_view text, DocumentKind kind,
               const std::vector<Recommendation>& recommendations,
               std::vector<Citation>* citations) {
  if (kind != DocumentKind::kInspection) return;
  constexpr std::uint32_t kNear = 40;  // bytes between a label and its words
  constexpr std::size_t kFewest = 3;
  std::set<std::string, std::less<>> labels;
  for (const Recommendation& item : recommendations) {
    if (item.kind == RecommendationKind::kRecommendation &&
        !item.label.empty()) {
      labels.insert(item.label);
    }
  }
  // A number without a work beside it is not of a title named in passing.
  const auto passing = TitlesByItalics(*citations);
  std::erase_if(*citations, [&](const Citation& one) {
    if (one.recommendation.empty()) return false;
    const bool no_work = one.title.empty() || (one.rule == "citation.single" &&
                                               passing.contains(one.title));
    const auto is_labelled = [&](const Recommendation& item) {
      const std::uint32_t begin = item.span.begin;
      return item.label == one.recommendation && one.span.end <= begin &&
             begin - one.span.end <= kNear &&
             text.substr(one.span.end, begin - one.span.end).find('\n') ==
                 std::string_view::npos;
    };
    const bool labels_one = std::any_of(recommendations.begin(),
                                        recommendations.end(), is_labelled);
    return labels_one || (no_work && labels.size() >= kFewest &&
                          labels.contains(one.recommendation));
  });
}

}  // namespace

Extraction Extract(const document::Document& document) {
  const GramsInUse grams(document.text);
  Extraction out;
  out.header = ReadHeader(document);
  out.dates = FindDates(document, BaseDay(out.header));
  if (const auto base = edtf::Parse(out.header.date.edtf)) {
    dates::ForgetFinerThan(*base, &out.dates);
  }
  out.recommendations = FindRecommendations(document, out.header);
  out.resolutions = FindResolutions(document, out.header);
  out.acronyms = FindAcronyms(document);
  out.owners = FindOwners(document, out.header, out.acronyms);
  out.citations = FindCitations(document, out.header);
  ForgetOwn(document.text, out.header.kind, out.recommendations,
            &out.citations);
  FillCites(document, out.citations, &out.recommendations);
  out.counts = FindCounts(document, out.citations, out.header.kind);
  out.relations = FindRelations(document, out.header, out.citations);
  out.claims = FindClaims(document, out.citations, out.dates);
  out.timetable = FindTimetable(document, out.dates);
  LeaveToRecommendations(out.recommendations, &out.timetable);
  MarkPlanned(BaseDay(out.header), &out.timetable);
  out.missing_parts = FindMissingParts(document);
  if (const auto& ocr = document.ocr) Doubt(*ocr, &out);
  return out;
}

}  // namespace concord::extraction
