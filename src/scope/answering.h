#pragma once
// Whose response a scope is, and whether a recommendation is theirs to answer.
//
// A recommendation is theirs when it is addressed to them, to a post of theirs
// ("the Chief Constable", of a constabulary), to a class they belong to ("all
// forces", "each police authority") or to nobody in particular; it is another's
// when its addressee is a body that is neither. The owner that a table names is
// an addressee. Whose a post is, its words say, or the archive: a paper "by the
// Director of Resources on behalf of the Chief Constable". Nothing is guessed:
// where nobody was named as answering, everything is theirs, and an owner of
// whom nothing says whose he is leaves nothing out.

#include <set>
#include <string>
#include <vector>

#include "concord/crossref/crossref.h"
#include "concord/scope/scope.h"
#include "concord/store/records.h"
#include "scope/sorts.h"

namespace concord::scope {

enum class Answerer { kOurs, kOthers, kNotSaid };

class AnsweringBody {
 public:
  // Nobody named: every recommendation is kNotSaid.
  AnsweringBody() = default;

  // The body as a person names it ("Northmarch Constabulary", "NC"); its
  // aliases come from the register, its posts from the papers.
  static AnsweringBody Named(const std::string& name, const Holdings& holdings);

  // The body that presents `paper`: its presenter, authors' units and contact
  // unit. Compared by name alone.
  static AnsweringBody PresenterOf(const store::ReportRecord& paper,
                                   const crossref::CrossReference& crossref);

  Answerer Judge(const store::StoredRecommendation& recommendation) const;
  // The same of words: "for the Constabulary".
  Answerer JudgeName(const std::string& name) const;
  bool empty() const { return names_.empty(); }

 private:
  void Add(const std::string& name, const crossref::CrossReference& crossref);
  void AddPosts(const Holdings& holdings);
  bool IsNamed(const std::string& comparable) const;
  bool IsOneOf(const std::string& addressee) const;
  bool IsOfAnotherSort(const std::string& comparable) const;
  Answerer JudgeClass(const std::string& comparable) const;
  Answerer JudgePost(const std::string& comparable) const;
  Answerer JudgeMinister(const std::string& comparable) const;
  Answerer JudgeOwner(const extraction::OwnerMention& owner) const;
  Answerer JudgeOwners(const extraction::Recommendation& item) const;

  std::vector<std::string> names_;  // as Comparable() has them
  bool by_posts_ = false;           // else by names alone
  Sort sort_ = Sort::kUnknown;
  std::set<std::string> posts_;  // and units, that papers say are theirs
  // And those that papers say are of a body of another sort.
  std::set<std::string> other_posts_;
};

// Whom it asks, as printed: its addressee, else the owners a table names.
std::string WhomItAsks(const extraction::Recommendation& item);

}  // namespace concord::scope
