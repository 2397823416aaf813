// Stages not written yet: each is deleted from here by the change that writes
// it in a file of its own.
#include "concord/extraction/extract.h"

namespace concord::extraction {

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
