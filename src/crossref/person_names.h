#pragma once
// The people that a printed name speaks of.
//
// Prose puts names into company: "Sir Paul and Mr Yates" are two people, "Mr
// Abell's" is Mr Abell, the "Neither" of "Neither Mrs Brooks" is no name. A
// title of courtesy says where a name begins.
//
//   "Neither Mrs Birch’s"            Mrs Birch
//   "Mr and Mrs Ash"                 Mr Ash, Mrs Ash
//   "Sir Ned and Mr Oakley"          Sir Ned, Mr Oakley
//   "the Harbour Party and Mr Ash"   Mr Ash
//   "Ada Birch and Mr Ash"           Ada Birch where somebody is known as Birch

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace concord::crossref {

// "Mr", "dame", "Professor": with or without a full stop.
bool IsCourtesyTitle(std::string_view word);

// "Inspector", "DCI", "Councillor": ranks that stand before a name as a title.
bool IsRank(std::string_view word);

// `surnames`, folded, of those who are named with a title: a name without one
// is taken out of company only with their help.
std::vector<std::string> PeopleIn(std::string_view printed,
                                  const std::set<std::string>& surnames);

// The folded surname of a name that begins with a title; "" for any other.
std::string TitledSurname(std::string_view name);

// Words that only an institution or an activity has in its name.
bool IsInstitutionWord(std::string_view word);

// A name that stands where a body is named and is a person's: "Sir Ned Ash",
// "Ada Birch MP". Not "Lord Chancellor", "Lady Ash’s School".
bool IsPersonName(std::string_view name);

}  // namespace concord::crossref
