#include "scope/sorts.h"

#include <algorithm>

#include "scope/comparable.h"

namespace concord::scope {
namespace {

// In order: "police authority" is no police force, and a "hospital inspector"
// no constable. Words in the singular, as Comparable() makes them.
const SortRule kRules[] = {
    {Sort::kOversight,
     {"police authority", "fire authority", "police board", "police committee",
      "inspectorate", "hm inspector", "chief inspector of", "inspector of",
      "complaint board", "complaint commission", "complaint council",
      "ombudsman", "association", "federation", "union", "auditor",
      "audit office", "audit commission", "ethic council"},
     {"Saltmere Police Authority", "police authorities",
      "the Inspectorate of Bridges", "HM Inspector",
      "the Association of Harbour Chiefs", "the District Auditor"},
     {"Saltmere Police", "the duty inspector", "the authority's clerk"}},
    {Sort::kProsecution,
     {"prosecution service", "prosecutor", "public prosecution"},
     {"the Prosecution Service", "each prosecutor",
      "Director of Public Prosecutions"},
     {"the police prosecuting no one", "the court"}},
    {Sort::kCourt,
     {"court", "magistrate", "judge", "coroner", "judiciary"},
     {"courts", "each Crown Court", "the magistrates", "the Coroner"},
     {"the courtyard keeper", "the Legal Department"}},
    {Sort::kPrison,
     {"prison", "prison service", "probation service", "governor of prison"},
     {"the Prison Service", "prisons", "the Probation Service"},
     {"custody sergeants"}},
    {Sort::kFire,
     {"fire service", "fire and rescue", "fire brigade", "fire officer",
      "firefighter", "fire station"},
     {"the Chief Fire Officer", "Saltmere Fire Service"},
     {"the officer who opened fire", "Fire Authority"}},
    {Sort::kHealth,
     {"health trust", "hospital", "ambulance", "doctor", "nurse", "surgeon",
      "health authority", "health board", "director of nursing"},
     {"Saltmere Health Trust", "doctors", "the ambulance service"},
     {"Health and Safety Unit", "the Trust"}},
    {Sort::kSchool,
     {"school", "teacher", "head teacher", "university", "college"},
     {"head teachers", "every school"},
     {"Head of Training"}},
    {Sort::kCouncil,
     {"council", "local authority", "housing authority", "housing department",
      "social service", "county surveyor", "trading standard"},
     {"the County Council", "local authorities", "social services",
      "the housing authorities"},
     {"the Authority", "Treasurer"}},
    {Sort::kMinistry,
     {"home office", "home secretary", "secretary of state", "minister",
      "ministry", "government", "parliament", "lord chancellor",
      "attorney general"},
     {"the Home Office", "the Home Secretary", "Ministers"},
     {"Committee Office", "the Trust Secretary"}},
    {Sort::kPolice,
     {"constabulary", "police", "force", "constable", "sergeant",
      "superintendent", "detective", "inspector", "chief inspector",
      "commissioner of police", "divisional commander", "custody officer",
      "officer in case", "officer in charge of case", "investigating officer",
      "family liaison officer", "basic command unit", "acc", "dcc"},
     {"Saltmere Constabulary", "the Chief Constable", "every force",
      "Detective Superintendent (Crime)", "the officer in charge of the case",
      "custody sergeants", "ACC (Crime)"},
     {"Saltmere Police Authority", "the Chief Inspector of Bridges",
      "the Privacy Commissioner", "workforce planners"}},
};

}  // namespace

std::span<const SortRule> SortRules() { return kRules; }

Sort SortOf(const std::string& name) {
  for (const SortRule& rule : kRules) {
    const bool has = std::any_of(
        rule.words.begin(), rule.words.end(),
        [&](std::string_view words) { return HasWords(name, words); });
    if (has) return rule.sort;
  }
  return Sort::kUnknown;
}

}  // namespace concord::scope
