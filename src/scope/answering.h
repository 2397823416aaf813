#pragma once
// Whose response a scope is, and whether a recommendation is theirs to answer.
//
// A recommendation is theirs when it is addressed to them, to a class they
// belong to ("all forces", "each police authority") or to nobody in particular;
// it is another's when its addressee is a body that is neither. Nothing is
// guessed: where nobody was named as answering, everything is theirs.

#include <string>
#include <vector>

#include "concord/crossref/crossref.h"
#include "concord/store/records.h"

namespace concord::scope {

enum class Answerer { kOurs, kOthers, kNotSaid };

class AnsweringBody {
 public:
  // Nobody named: every recommendation is kNotSaid.
  AnsweringBody() = default;

  // The body as a person names it ("Northmarch Constabulary", "NC"); its
  // aliases come from the register.
  static AnsweringBody Named(const std::string& name,
                             const crossref::CrossReference& crossref);

  // The body that presents `paper`: its presenter, authors' units and contact
  // unit.
  static AnsweringBody PresenterOf(const store::ReportRecord& paper,
                                   const crossref::CrossReference& crossref);

  Answerer Judge(const store::StoredRecommendation& recommendation) const;
  bool empty() const { return names_.empty(); }

 private:
  void Add(const std::string& name, const crossref::CrossReference& crossref);

  std::vector<std::string> names_;  // comparable forms, see answering.cpp
};

}  // namespace concord::scope
