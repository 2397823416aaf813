#pragma once
// Which short names of people are which full one.
//
// "Mr Garth" and "N Garth" are Ned Garth where the archive leaves no doubt: one
// person alone has that surname in full, no title says otherwise ("Mrs Garth"),
// and the two names share a report, a committee, or an office ("Councillor").
// Everybody else keeps a record of their own.
//
// Cost: linear in the names and their company. Tests: names_test.cpp.

#include <map>
#include <string>
#include <vector>

#include "concord/extraction/extraction.h"
#include "concord/store/records.h"

namespace concord::crossref {

struct Appearance {
  const extraction::OwnerMention* mention = nullptr;
  const store::ReportRecord* report = nullptr;
  std::string name;  // one of those that the mention names
  TextSpan span;
};

using People = std::map<std::string, std::vector<Appearance>>;  // by PersonKey

// Moves the appearances of a short name to the full one.
void JoinPeople(People* people);

}  // namespace concord::crossref
