#pragma once
// The authority records of bodies and posts, and of people.

#include <string>
#include <string_view>
#include <vector>

#include "crossref/quotes.h"

namespace concord::crossref {

std::vector<Body> BuildBodies(
    const Reports& reports, const std::vector<AcronymEntry>& acronyms,
    const std::vector<RegisterDecision>& decisions = {},
    std::vector<UnfitDecision>* unfit = nullptr);

// Which body came after which, where a text says so: adds it to both, and a
// body that only such a sentence names.
void LinkSuccessions(const Reports& reports, std::vector<Body>* bodies);

std::vector<Person> BuildPeople(const Reports& reports);

// Comparable form of a body's name: folded, without article, determiner,
// bracketed acronym and a closing possessive. "the Inspectorate's" ->
// "inspectorate"; "every chief constable" -> "chief constable".
std::string BodyKey(std::string_view name);

// Comparable form of a person's name: without titles. "Dr Ann Lee" -> "ann lee"
std::string PersonKey(std::string_view name);

}  // namespace concord::crossref
