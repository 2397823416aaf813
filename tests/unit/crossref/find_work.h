#pragma once
// Works of a register by id, for the tests that read titles.

#include <string>
#include <vector>

#include "concord/crossref/crossref.h"

namespace concord::crossref {

inline const Work* Find(const CrossReference& crossref, const std::string& id) {
  for (const Work& work : crossref.works) {
    if (work.id.value == id) return &work;
  }
  return nullptr;
}

inline std::vector<std::string> Ids(const CrossReference& crossref) {
  std::vector<std::string> ids;
  for (const Work& work : crossref.works) ids.push_back(work.id.value);
  return ids;
}

}  // namespace concord::crossref
