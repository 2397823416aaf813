#pragma once
// What people decide of pairs, groups and registers.

#include <cstdint>
#include <string>
#include <vector>

namespace concord::engine {

struct DecideRequest {
  std::string a;  // recommendations, by any unambiguous beginning of their ids
  std::string b;
  std::string verdict;   // same, different, unsure
  bool instead = false;  // replaces what was decided otherwise before
  std::string who;
  std::string why;
};

struct GroupChangeRequest {
  std::string group;   // id
  std::string change;  // split, join, move, represent, wording
  // Members (split, move, represent) or what joins: recommendations or groups;
  // wording: "due=ID", a field and the member that gives it.
  std::vector<std::string> members;
  std::string to;  // move: another group, or a recommendation
  bool instead = false;
  std::string who;
  std::string why;
};

// Works or bodies: merge others into one, split words off, add an alias; of
// works also: refuse that others are this one.
struct RegisterChangeRequest {
  bool bodies = false;
  std::string change;  // merge, split, alias, refuse
  // By id, any beginning of it that fits no other, or its title or name.
  std::string id;
  // merge, refuse: as `id`; split, alias: words.
  std::vector<std::string> others;
  std::string who;
  std::string why;
};

struct AcceptRequest {
  double min_weight = 0;
  std::string who;
  std::string why;
};

struct UndoRequest {
  std::int64_t act = 0;  // 0 = the last one that counts
  std::string who;
  std::string why;
};

// A group after an act: its id is made from its members, and changes with them.
struct ChangedGroupView {
  std::string id;
  std::vector<std::string> members;
};

// One act of a person, with everything it decided.
struct ActView {
  std::int64_t act = 0;
  std::string verb;
  std::string who;
  std::string at;
  std::string why;
  std::int64_t undoes = 0;
  bool in_force = true;
  bool is_new = true;              // false: it had been decided so before
  std::vector<std::string> lines;  // one for each thing decided
  // Of a change of a group: the groups in which those it is about are now, and
  // those that are in none. The history has neither.
  std::vector<ChangedGroupView> groups;
  std::vector<std::string> alone;
  std::string json;
};

struct WeightsView {
  std::string name;  // of this program's: "1-3fa9c1d2", version and digest
  int version = 0;
  std::string digest;
  std::string kept;  // name of those the archive was last written under
  std::uint64_t acts_under_others = 0;  // in force, about pairs
  std::string note;  // one line where the archive was decided under others
};

struct DecisionsImported {
  std::uint64_t added = 0;
  std::uint64_t known = 0;         // were there already
  std::vector<std::string> unfit;  // what this archive does not hold any more
  std::string json;
};

}  // namespace concord::engine
