// Names are compared as folded words without articles, with plurals made
// singular, so that "the Chief Constables" is "chief constable". A name stands
// for another when one begins or ends with the other: "Chief Constable of
// Northmarch" is the Chief Constable, "Northmarch Constabulary" ends the
// address "Head of Estates, Northmarch Constabulary".
//
//   ours  {"chief constable"}
//   accepts  "the Chief Constable", "Chief Constables", "all forces" (a class)
//   refuses  "the Home Office", "the Association of Police Surgeons"
//
// Tests: tests/unit/scope/answering_test.cpp.

#include "scope/answering.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "concord/base/unicode.h"
#include "scope/comparable.h"

namespace concord::scope {
namespace {

using extraction::OwnerKind;
using extraction::OwnerMention;

// "The Director of Works on behalf of the Chief Constable".
constexpr std::string_view kOnBehalf = " on behalf of ";

// The parts of "Treasurer and Director of Resources".
std::vector<std::string> PartsOf(const std::string& presenters) {
  std::vector<std::string> parts;
  std::string rest = presenters;
  while (!rest.empty()) {
    std::size_t end = std::string::npos;
    std::size_t length = 0;
    for (const std::string_view between : {" and ", " & ", ";"}) {
      const std::size_t at = rest.find(between);
      if (at < end) {
        end = at;
        length = between.size();
      }
    }
    parts.push_back(rest.substr(0, end));
    rest = end == std::string::npos ? "" : rest.substr(end + length);
  }
  return parts;
}

constexpr std::size_t kOf = 4;  // letters of " of ", " to " and " at "

// What stands behind "of", "to" or "at" in a name: "northmarch" of
// "chief constable of northmarch"; "" where nothing does.
std::string BehindOf(const std::string& comparable) {
  std::size_t last = std::string::npos;
  for (const std::string_view word : {" of ", " to ", " at "}) {
    const std::size_t at = comparable.rfind(word);
    if (at != std::string::npos && (last == std::string::npos || at > last)) {
      last = at;
    }
  }
  return last == std::string::npos ? "" : comparable.substr(last + kOf);
}

bool IsOneOfMany(const std::string& comparable) {
  // Words that say a force and not which.
  constexpr std::array<std::string_view, 5> kAny = {
      "force", "police", "police force", "police service", "constabulary"};
  return std::find(kAny.begin(), kAny.end(), comparable) != kAny.end();
}

}  // namespace

void AnsweringBody::Add(const std::string& name,
                        const crossref::CrossReference& crossref) {
  const std::string comparable = Comparable(name);
  if (comparable.empty()) return;
  names_.push_back(comparable);
  for (const crossref::Body& body : crossref.bodies) {
    const bool named =
        Comparable(body.name) == comparable || body.id.value == name ||
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

// What its papers say of its posts and units. A paper of several presenters
// does not say whose its author is.
void AnsweringBody::AddPosts(const Holdings& holdings) {
  for (const store::ReportRecord& report : holdings.reports) {
    const std::string& by = report.header().by.printed;
    const std::size_t behalf = by.find(kOnBehalf);
    const std::vector<std::string> presenters = PartsOf(
        behalf == std::string::npos ? by
                                    : by.substr(behalf + kOnBehalf.size()));
    const bool theirs =
        presenters.size() == 1 && !presenters.front().empty() &&
        (IsNamed(Comparable(presenters.front())) ||
         (SortOf(Comparable(presenters.front())) == sort_ &&
          JudgePost(Comparable(presenters.front())) == Answerer::kOurs));
    const bool of_others =
        presenters.size() == 1 && IsOfAnotherSort(Comparable(presenters[0]));
    if (!theirs && !of_others) continue;
    std::set<std::string>& posts = theirs ? posts_ : other_posts_;
    if (behalf != std::string::npos) {
      posts.insert(Comparable(by.substr(0, behalf)));
    }
    for (const OwnerMention& author : report.header().authors) {
      posts.insert(Comparable(author.post));
      posts.insert(Comparable(author.unit));
    }
  }
  // "Director of Resources of the Constabulary", "Fleet Manager, NC": the post
  // is theirs also where its body is not said.
  for (const crossref::Body& body : holdings.crossref.bodies) {
    if (body.kind != OwnerKind::kPost) continue;
    const std::string post = Comparable(body.name);
    const std::string tail = BehindOf(post);
    if (!tail.empty() && IsNamed(tail)) {
      posts_.insert(post.substr(0, post.size() - tail.size() - kOf));
    }
    for (const std::string& name : names_) {
      if (!post.ends_with(" " + name)) continue;
      posts_.insert(post.substr(0, post.size() - name.size() - 1));
    }
  }
  posts_.erase("");
  for (const std::string& post : posts_) other_posts_.erase(post);
  other_posts_.erase("");
}

AnsweringBody AnsweringBody::Named(const std::string& name,
                                   const Holdings& holdings) {
  AnsweringBody answering;
  answering.Add(name, holdings.crossref);
  answering.by_posts_ = true;
  for (const std::string& one : answering.names_) {
    if (answering.sort_ == Sort::kUnknown) answering.sort_ = SortOf(one);
  }
  answering.AddPosts(holdings);
  return answering;
}

AnsweringBody AnsweringBody::PresenterOf(
    const store::ReportRecord& paper,
    const crossref::CrossReference& crossref) {
  AnsweringBody answering;
  answering.Add(paper.header().by.printed, crossref);
  answering.Add(paper.header().contact_unit.printed, crossref);
  for (const OwnerMention& author : paper.header().authors) {
    answering.Add(author.unit, crossref);
  }
  return answering;
}

bool AnsweringBody::IsOfAnotherSort(const std::string& comparable) const {
  const Sort sort = SortOf(comparable);
  return sort != Sort::kUnknown && sort_ != Sort::kUnknown && sort != sort_;
}

// "The Authority" names a police authority; "housing authorities" end with the
// same word and are others.
bool AnsweringBody::IsNamed(const std::string& comparable) const {
  if (std::find(names_.begin(), names_.end(), comparable) != names_.end()) {
    return true;
  }
  if (by_posts_ && IsOfAnotherSort(comparable)) return false;
  return std::any_of(
      names_.begin(), names_.end(),
      [&](const std::string& name) { return SameBody(comparable, name); });
}

// "All forces" are asked where a force answers; "courts" are not.
Answerer AnsweringBody::JudgeClass(const std::string& comparable) const {
  return by_posts_ && IsOfAnotherSort(comparable) ? Answerer::kOthers
                                                  : Answerer::kOurs;
}

// A name that is none of ours: a post of ours all the same?
Answerer AnsweringBody::JudgePost(const std::string& comparable) const {
  if (!by_posts_ || IsOfAnotherSort(comparable)) return Answerer::kOthers;
  if (posts_.contains(comparable)) return Answerer::kOurs;
  if (sort_ == Sort::kUnknown || SortOf(comparable) != sort_) {
    return Answerer::kOthers;
  }
  // Auditors and authorities have one sort and nothing in common.
  if (sort_ == Sort::kOversight) return Answerer::kOthers;
  if (sort_ == Sort::kMinistry) return JudgeMinister(comparable);
  // "The Chief Constable of Eastmarch" is of another force: what stands behind
  // "of" stands in no name of ours. "The officer in charge of the case" is of
  // whichever answers.
  const std::string place = BehindOf(comparable);
  const bool elsewhere =
      !place.empty() && SortOf(place) == Sort::kUnknown &&
      SortOf(comparable.substr(0, comparable.size() - place.size() - kOf)) ==
          sort_ &&
      std::none_of(names_.begin(), names_.end(), [&](const std::string& name) {
        return HasWords(name, place);
      });
  return elsewhere ? Answerer::kOthers : Answerer::kOurs;
}

// The Home Secretary is of the Home Office and of no other ministry; the
// Minister is of whichever answers.
Answerer AnsweringBody::JudgeMinister(const std::string& comparable) const {
  constexpr std::array<std::string_view, 10> kOfAny = {
      "secretary", "state", "minister",   "ministry",  "office",
      "of",        "for",   "department", "permanent", "government"};
  bool named = false;
  for (std::size_t begin = 0; begin < comparable.size();) {
    const std::size_t end =
        std::min(comparable.find(' ', begin), comparable.size());
    const std::string word = comparable.substr(begin, end - begin);
    begin = end + 1;
    if (std::find(kOfAny.begin(), kOfAny.end(), word) != kOfAny.end()) continue;
    named = true;
    const bool ours = std::any_of(
        names_.begin(), names_.end(),
        [&](const std::string& name) { return HasWords(name, word); });
    if (ours) return Answerer::kOurs;
  }
  return named ? Answerer::kOthers : Answerer::kOurs;
}

// "The Prosecution Service and the Constabulary" are asked both.
bool AnsweringBody::IsOneOf(const std::string& addressee) const {
  const std::vector<std::string> parts = PartsOf(addressee);
  if (!by_posts_ || parts.size() < 2) return false;
  return std::any_of(parts.begin(), parts.end(), [&](const std::string& part) {
    const std::string comparable = Comparable(part);
    return !comparable.empty() &&
           (IsNamed(comparable) ||
            (sort_ != Sort::kUnknown && SortOf(comparable) == sort_ &&
             JudgePost(comparable) == Answerer::kOurs));
  });
}

Answerer AnsweringBody::JudgeName(const std::string& name) const {
  const std::string comparable = Comparable(name);
  if (names_.empty() || comparable.empty()) return Answerer::kNotSaid;
  if (IsNamed(comparable)) return Answerer::kOurs;
  if (by_posts_ && sort_ == Sort::kPolice && IsOneOfMany(comparable)) {
    return Answerer::kOurs;
  }
  return JudgePost(comparable);
}

// An owner that a table names. Of a person the rank says whose he is; of a post
// or unit its words do, or the papers.
Answerer AnsweringBody::JudgeOwner(const OwnerMention& owner) const {
  const std::string comparable = Comparable(owner.name);
  const Sort sort = SortOf(comparable);
  const bool by_sort =
      owner.kind == OwnerKind::kClass || owner.kind == OwnerKind::kPerson;
  if (by_sort && sort != Sort::kUnknown && sort == sort_) {
    return Answerer::kOurs;
  }
  if (!by_sort && JudgeName(owner.name) == Answerer::kOurs) {
    return Answerer::kOurs;
  }
  const bool others =
      IsOfAnotherSort(comparable) || other_posts_.contains(comparable);
  return others ? Answerer::kOthers : Answerer::kNotSaid;
}

// One of ours among them is enough, and where all are others' it is theirs.
Answerer AnsweringBody::JudgeOwners(
    const extraction::Recommendation& item) const {
  bool any = false;
  bool all_others = true;
  for (const OwnerMention& owner : item.owners) {
    if (owner.role != "owner") continue;
    const Answerer whose = JudgeOwner(owner);
    if (whose == Answerer::kOurs) return Answerer::kOurs;
    any = true;
    all_others = all_others && whose == Answerer::kOthers;
  }
  return any && all_others ? Answerer::kOthers : Answerer::kNotSaid;
}

Answerer AnsweringBody::Judge(
    const store::StoredRecommendation& recommendation) const {
  if (names_.empty()) return Answerer::kNotSaid;
  const extraction::Recommendation& item = recommendation.item;
  if (item.addressee.empty()) {
    return by_posts_ ? JudgeOwners(item) : Answerer::kNotSaid;
  }
  const std::string addressee = Comparable(item.addressee);
  OwnerKind kind = OwnerKind::kPost;
  for (const OwnerMention& owner : item.owners) {
    if (Comparable(owner.name) != addressee) continue;
    if (owner.kind == OwnerKind::kClass) return JudgeClass(addressee);
    kind = owner.kind;
  }
  if (IsNamed(addressee) || IsOneOf(item.addressee)) return Answerer::kOurs;
  // A body with a name of its own is itself, of whatever sort.
  if (kind == OwnerKind::kBody && !IsOneOfMany(addressee)) {
    return posts_.contains(addressee) ? Answerer::kOurs : Answerer::kOthers;
  }
  return JudgeName(item.addressee);
}

std::string WhomItAsks(const extraction::Recommendation& item) {
  if (!item.addressee.empty()) return item.addressee;
  std::string owners;
  for (const OwnerMention& owner : item.owners) {
    if (owner.role != "owner") continue;
    owners += (owners.empty() ? "" : ", ") + owner.name;
  }
  return owners;
}

}  // namespace concord::scope
