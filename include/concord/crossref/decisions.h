#pragma once
// What people decided about the registers of works and bodies, as the
// cross-reference takes it.
//
//   merge  b is a: one record, under a's title; b's title becomes an alias
//   split  words that were read as a's are another work's or body's
//   alias  words that mean a, wherever they are printed
//   refuse b is not a (works only): they are proposed no more, and stay two
//          even where a rule would join them
//   hold   the report b is a (works only): it is held, whatever b is called
//
// Of two decisions on the same thing the later one counts.
//
// Each side is named by id and by title or name, because an id is made from a
// title and an archive read again may choose another: the id is tried first.
//
// Plain values, safe from any thread.

#include <cstdint>
#include <string>
#include <vector>

namespace concord::crossref {

struct RegisterDecision {
  bool body = false;   // of the bodies, else of the works
  std::string change;  // "merge", "split", "alias", "refuse", "hold"
  std::string id;
  std::string name;
  std::string other_id;  // merge, refuse and hold only
  // merge, refuse, hold: b's title or name; split, alias: the words.
  std::string other;
  std::int64_t act = 0;
  std::string by;  // "jf, 2006-03-01T09:00:00Z (act 3)": shown beside an alias
  std::string why{};  // "" where no reason was given
};

// A decision that speaks of what this archive does not hold.
struct UnfitDecision {
  std::int64_t act = 0;
  std::string id;
  std::string name;

  friend bool operator==(const UnfitDecision&, const UnfitDecision&) = default;
};

// Begins the rule of every alias that a decision made.
inline constexpr char kDecidedRule[] = "decided by ";

}  // namespace concord::crossref
