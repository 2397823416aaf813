#include "engine/remarks.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "concord/crossref/references.h"
#include "concord/response/reach.h"

namespace concord::engine {
namespace {

using crossref::Quote;

// Relations that say something of what was recommended; a part or an alias
// says only what a work is called.
bool TellsOfRecommendations(const std::string& type) {
  static constexpr std::array<std::string_view, 6> kTypes = {
      "supersedes", "amends",     "re-affirms",
      "implements", "follows-up", "revisits"};
  return std::find(kTypes.begin(), kTypes.end(), type) != kTypes.end();
}

class Finder {
 public:
  explicit Finder(const scope::Holdings& holdings)
      : holdings_(holdings), reaches_(holdings) {
    for (std::size_t i = 0; i < holdings.reports.size(); ++i) {
      place_[holdings.reports[i].id] = i;
    }
  }

  Remarks Find() {
    for (const crossref::RelationEntry& one : holdings_.crossref.relations) {
      AddRelation(one);
    }
    for (const auto& one :
         crossref::FollowSingles(holdings_.crossref, holdings_.reports)) {
      AddCitation(one);
    }
    for (auto& [id, all] : remarks_) {
      std::stable_sort(all.begin(), all.end(),
                       [this](const Remark& a, const Remark& b) {
                         return Rank(a) < Rank(b);
                       });
    }
    return std::move(remarks_);
  }

 private:
  void AddRelation(const crossref::RelationEntry& relation) {
    // "It amends the Act" is not said of what somebody recommended.
    if (!TellsOfRecommendations(relation.type) ||
        !SpeaksOfRecommendations(relation)) {
      return;
    }
    const response::Reaches::Named object = reaches_.Object(relation);
    if (object.reach == response::Reach::kSome) return;
    const bool whole = object.reach == response::Reach::kWholeSet;
    // Behind the type, as a response has it.
    const std::string type =
        relation.type +
        (reaches_.IsProposed(relation) ? std::string(response::kProposed) : "");
    for (const RecommendationId& id : object.recommendations) {
      // A report that says what becomes of its own set says it once, there.
      if (whole && ReportOf(id) == relation.quote.report) continue;
      remarks_[id].push_back({.type = type,
                              .whole_set = whole,
                              .subject = relation.subject,
                              .by = reaches_.Subject(relation),
                              .quote = relation.quote});
    }
  }

  static bool SpeaksOfRecommendations(const crossref::RelationEntry& relation) {
    return relation.object_count > 0 ||
           relation.object.find("ecommendation") != std::string::npos ||
           !response::LabelsNamed(relation.object).empty();
  }

  // "r3fa9c1d2b0e4.7" -> "r3fa9c1d2b0e4".
  static ReportId ReportOf(const RecommendationId& id) {
    return {id.value.substr(0, id.value.rfind('.'))};
  }

  void AddCitation(const crossref::SingleCitation& citation) {
    const auto place = place_.find(citation.quote.report);
    if (place == place_.end()) return;
    if (ReportOf(citation.recommendation) == citation.quote.report) return;
    Quote sentence = crossref::SentenceOf(
        citation.quote, holdings_.reports[place->second].document);
    std::vector<Remark>& all = remarks_[citation.recommendation];
    const bool known =
        std::any_of(all.begin(), all.end(), [&](const Remark& said) {
          return said.quote.report == sentence.report &&
                 Overlaps(said.quote.span, sentence.span);
        });
    if (known) return;
    all.push_back({.type = "cites", .quote = std::move(sentence)});
  }

  // What ends a recommendation first, a bare number last.
  std::tuple<int, std::size_t, std::uint32_t> Rank(const Remark& said) const {
    const int kind = said.type == "supersedes" ? 0
                     : said.type == "cites"    ? 2
                                               : 1;
    const auto place = place_.find(said.quote.report);
    return {kind, place == place_.end() ? place_.size() : place->second,
            said.quote.span.begin};
  }

  const scope::Holdings& holdings_;
  response::Reaches reaches_;
  std::map<ReportId, std::size_t> place_;
  Remarks remarks_;
};

}  // namespace

Remarks FindRemarks(const scope::Holdings& holdings) {
  return Finder(holdings).Find();
}

}  // namespace concord::engine
