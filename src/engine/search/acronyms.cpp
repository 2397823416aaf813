#include "engine/search/acronyms.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>

#include "concord/crossref/crossref.h"

namespace concord::engine {
namespace {

// The meanings of one short form, the most often explained first; each with
// the words most reports use.
std::vector<AcronymView> Meanings(
    const std::vector<store::AcronymMeaning>& explained) {
  std::vector<AcronymView> meanings;
  for (const store::AcronymMeaning& next : explained) {
    const auto same = std::find_if(
        meanings.begin(), meanings.end(), [&](const AcronymView& meaning) {
          return crossref::IsSameMeaning(meaning.long_form, next.long_form);
        });
    if (same == meanings.end()) {
      meanings.push_back(
          {next.short_form, next.long_form, next.reports, false});
    } else {
      same->reports += next.reports;
    }
  }
  std::stable_sort(meanings.begin(), meanings.end(),
                   [](const AcronymView& a, const AcronymView& b) {
                     return a.reports > b.reports;
                   });
  return meanings;
}

}  // namespace

Result<std::vector<AcronymView>> AcronymsOf(const store::Store& store,
                                            std::string_view query) {
  std::vector<AcronymView> acronyms;
  const index::AcronymsAsked asked =
      index::AskedAcronyms(query, index::QueryLimits{});
  if (asked.short_forms.empty() && asked.long_forms.empty()) return acronyms;
  TRY_ASSIGN(const auto explained,
             store.AcronymMeanings(asked.short_forms, asked.long_forms));
  std::map<std::string, std::vector<store::AcronymMeaning>> by_short_form;
  for (const store::AcronymMeaning& meaning : explained) {
    by_short_form[meaning.short_form].push_back(meaning);
  }
  for (const auto& [short_form, its] : by_short_form) {
    std::vector<AcronymView> meanings = Meanings(its);
    if (meanings.size() == 1) {
      meanings.front().searched = true;
    } else if (std::find(asked.short_forms.begin(), asked.short_forms.end(),
                         short_form) == asked.short_forms.end()) {
      continue;  // typed in full: the reader has said which
    }
    acronyms.insert(acronyms.end(), meanings.begin(), meanings.end());
  }
  return acronyms;
}

std::vector<index::AcronymForms> Searched(
    const std::vector<AcronymView>& acronyms) {
  std::vector<index::AcronymForms> forms;
  for (const AcronymView& acronym : acronyms) {
    if (!acronym.searched) continue;
    forms.push_back({acronym.short_form, acronym.long_form});
  }
  return forms;
}

std::vector<std::string> NotesOn(const std::vector<AcronymView>& acronyms) {
  std::vector<std::string> notes;
  for (auto first = acronyms.begin(); first != acronyms.end();) {
    const auto end =
        std::find_if(first, acronyms.end(), [&](const AcronymView& acronym) {
          return acronym.short_form != first->short_form;
        });
    std::string meanings;
    for (auto meaning = first; meaning != end; ++meaning) {
      meanings +=
          fmt::format("{}“{}” in {} report{}", meanings.empty() ? "" : ", ",
                      meaning->long_form, meaning->reports,
                      meaning->reports == 1 ? "" : "s");
    }
    notes.push_back(
        first->searched
            ? fmt::format("{} is {}: either form finds the other",
                          first->short_form, meanings)
            : fmt::format("{} has {} meanings here, and was searched as it "
                          "stands: {}",
                          first->short_form, end - first, meanings));
    first = end;
  }
  return notes;
}

}  // namespace concord::engine
