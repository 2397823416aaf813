// Names are compared as folded words without articles, with plurals made
// singular, so that "the Chief Constables" is "chief constable". A name stands
// for another when one begins or ends with the other: "Chief Constable of
// Northmarch" is the Chief Constable, "Northmarch Constabulary" ends the
// address "Head of Estates, Northmarch Constabulary".
//
//   ours  {"chief constable"}
//   accepts  "the Chief Constable", "Chief Constables", "all forces" (a class)
//   refuses  "the Home Office", "the Association of Police Surgeons"

#include "answering.h"

#include <algorithm>
#include <string_view>

#include "concord/base/unicode.h"

namespace concord::scope {
namespace {

std::string Comparable(std::string_view name) {
  std::string words;
  const std::string folded = FoldWords(name);
  for (std::size_t begin = 0; begin < folded.size();) {
    std::size_t end = folded.find(' ', begin);
    if (end == std::string::npos) end = folded.size();
    std::string word = folded.substr(begin, end - begin);
    begin = end + 1;
    if (word == "the" || word == "a" || word == "an" || word == "each" ||
        word == "all" || word == "every" || word == "s") {
      continue;
    }
    if (word.size() > 3 && word.ends_with("ies")) {
      word.replace(word.size() - 3, 3, "y");
    } else if (word.size() > 3 && word.ends_with('s') &&
               !word.ends_with("ss")) {
      word.pop_back();
    }
    words += (words.empty() ? "" : " ") + word;
  }
  return words;
}

bool StartsOrEndsWith(const std::string& longer, const std::string& shorter) {
  if (longer == shorter) return true;
  return longer.starts_with(shorter + " ") || longer.ends_with(" " + shorter);
}

bool SameBody(const std::string& a, const std::string& b) {
  return a.size() >= b.size() ? StartsOrEndsWith(a, b) : StartsOrEndsWith(b, a);
}

}  // namespace

void AnsweringBody::Add(const std::string& name,
                        const crossref::CrossReference& crossref) {
  const std::string comparable = Comparable(name);
  if (comparable.empty()) return;
  names_.push_back(comparable);
  for (const crossref::Body& body : crossref.bodies) {
    const bool named =
        Comparable(body.name) == comparable ||
        std::any_of(body.aliases.begin(), body.aliases.end(),
                    [&](const crossref::Alias& alias) {
                      return Comparable(alias.printed) == comparable;
                    });
    if (!named) continue;
    names_.push_back(Comparable(body.name));
    for (const crossref::Alias& alias : body.aliases) {
      names_.push_back(Comparable(alias.printed));
    }
  }
}

AnsweringBody AnsweringBody::Named(const std::string& name,
                                   const crossref::CrossReference& crossref) {
  AnsweringBody answering;
  answering.Add(name, crossref);
  return answering;
}

AnsweringBody AnsweringBody::PresenterOf(
    const store::ReportRecord& paper,
    const crossref::CrossReference& crossref) {
  AnsweringBody answering;
  answering.Add(paper.header().by.printed, crossref);
  answering.Add(paper.header().contact_unit.printed, crossref);
  for (const extraction::OwnerMention& author : paper.header().authors) {
    answering.Add(author.unit, crossref);
  }
  return answering;
}

Answerer AnsweringBody::Judge(
    const store::StoredRecommendation& recommendation) const {
  if (names_.empty()) return Answerer::kNotSaid;
  const extraction::Recommendation& item = recommendation.item;
  if (item.addressee.empty()) return Answerer::kNotSaid;
  const std::string addressee = Comparable(item.addressee);
  for (const extraction::OwnerMention& owner : item.owners) {
    if (owner.kind == extraction::OwnerKind::kClass &&
        Comparable(owner.name) == addressee) {
      return Answerer::kOurs;
    }
  }
  const bool ours = std::any_of(
      names_.begin(), names_.end(),
      [&](const std::string& name) { return SameBody(addressee, name); });
  return ours ? Answerer::kOurs : Answerer::kOthers;
}

}  // namespace concord::scope
