#pragma once
// What people decided, as the record keeps it: acts that are only ever added.
//
// An act is everything one person did at once, with who, when and why; undoing
// it is another act that names it. What counts now follows from the whole
// history: InForce(). Each side of a decision keeps its words beside its id, so
// that it still finds them when a report is read again and numbered otherwise.

#include <cstdint>
#include <string>
#include <vector>

#include "concord/base/text_span.h"

namespace concord::store {

// What a decision speaks of: a recommendation, a work or a body.
struct DecisionEnd {
  std::string id;      // at the time
  std::string report;  // id; "" for works and bodies
  std::string uri;
  TextSpan span;
  std::string quote;  // its words; the title or name of works and bodies

  friend bool operator==(const DecisionEnd&, const DecisionEnd&) = default;
};

struct DecisionItem {
  // "pair": same, different or unsure; "represents": b empty, value the id of
  // the group at the time; "wording": b empty, value the field of a that stands
  // for its group; "work", "body": merge, split or alias; "work": refuse, too,
  // and hold, where b is a report;
  // "position", "implementation", "response": a is answered so, value the
  // answer, b the file it was read from: id its SHA-256, uri its name, quote
  // the place in it.
  std::string kind;
  std::string value;
  DecisionEnd a;
  DecisionEnd b;

  friend bool operator==(const DecisionItem&, const DecisionItem&) = default;
};

struct Act {
  std::int64_t id = 0;  // from 1, in the order they were done
  std::string verb;     // decide, split, join, move, represent, accept, answer,
                        // undo...
  std::string who;
  std::string at;  // UTC, ISO 8601
  std::string why;
  std::int64_t undoes = 0;  // the act that this one takes back; 0: none
  // Name of the weights under which what it is about was shown; "": not known.
  std::string weights;
  std::vector<DecisionItem> items;

  friend bool operator==(const Act&, const Act&) = default;
};

// The acts that count: not undone, or undone by an act that is undone itself.
// In their order; acts of undoing are not among them. `acts` in their order.
std::vector<Act> InForce(const std::vector<Act>& acts);

}  // namespace concord::store
