// Stages not written yet: each is deleted from here by the change that writes
// it in a file of its own.
#include "concord/extraction/extract.h"

namespace concord::extraction {
std::vector<DateMention> FindDates(const document::Document&,
                                   std::optional<edtf::Day>) {
  return {};
}
std::vector<DateMention> FindDatesInText(std::string_view,
                                         std::optional<edtf::Day>) {
  return {};
}
std::optional<DateMention> ReadDateExpression(std::string_view,
                                              std::optional<edtf::Day>) {
  return {};
}
Header ReadHeader(const document::Document&) { return {}; }
std::vector<Recommendation> FindRecommendations(
    const document::Document&, const Header&, const std::vector<DateMention>&) {
  return {};
}
std::vector<Resolution> FindResolutions(const document::Document&,
                                        const Header&) {
  return {};
}
std::vector<OwnerMention> FindOwners(const document::Document&, const Header&) {
  return {};
}
std::vector<Citation> FindCitations(const document::Document&, const Header&) {
  return {};
}
std::vector<StatedCount> FindCounts(const document::Document&,
                                    const std::vector<Citation>&) {
  return {};
}
std::vector<StatedRelation> FindRelations(const document::Document&,
                                          const Header&,
                                          const std::vector<Citation>&) {
  return {};
}
std::vector<Claim> FindClaims(const document::Document&,
                              const std::vector<Citation>&,
                              const std::vector<DateMention>&) {
  return {};
}
std::vector<TimetableEntry> FindTimetable(const document::Document&,
                                          const std::vector<DateMention>&) {
  return {};
}
std::vector<MissingPart> FindMissingParts(const document::Document&) {
  return {};
}
}  // namespace concord::extraction
