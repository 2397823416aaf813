#pragma once
// What texts say became of one recommendation, in the order in which it counts.
//
// Why here: a response, a recommendation's own page and the lists tell the same
// of it, in the same words.
//
// Of several statements the latest counts, and all others follow it, marked
// where they say otherwise. One that a later text takes back comes last and
// decides nothing. Pure; safe from any thread.

#include <string>
#include <vector>

#include "concord/response/response.h"

namespace concord::response {

// What `outcome` says. The quotation has its words and place and no number of
// a source yet.
Reported ReportedBy(const crossref::OutcomeEntry& outcome);

// What the report says of its own, in a column or behind it; nothing where
// `stated` is empty.
std::vector<Reported> OwnPositions(const store::StoredRecommendation& item);

// Adds it where the same words do not say the same already.
void AddOnce(Reported reported, std::vector<Reported>* all);

// Sorts them and marks the latest of each of `members` and what differs from
// it. Without members they are of one recommendation.
void PutInOrder(const std::vector<std::string>& members,
                std::vector<Reported>* all);

// implemented, accepted, ...; "" where a text only tells how far it has come.
const std::string& ValueOf(const Reported& reported);

// "implemented", "accepted (proposed)", "implemented, with all of its report",
// "planned: Sgt Reed; by when: May 2002; progress: Seven drafted".
std::string InWords(const Reported& reported);

// "16 September 2003", "September 2003", "2003": a date as papers print theirs;
// any other value of EDTF as it stands.
std::string DateInWords(const std::string& edtf);

}  // namespace concord::response
