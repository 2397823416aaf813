#pragma once
// A search as typed, and what it is taken to mean.
//
// Grammar (shown to the user as `query_read_as`):
//   words             all of them, in any form (stemmed)
//   "exact words"     in this order and exactly these forms
//   a OR b, -word, NOT word, ( ), near words: a NEAR b
//   field:word        title:, committee:, by:, addressee:, owner:, work:
//   word*             at least three letters before the *
//   hyphen, dash and slash variants of a word find each other
//
// Every limit (length, terms, wildcards, phrase words, nesting) is checked
// before anything runs; the error names it.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/result.h"
#include "concord/base/text_span.h"

namespace concord::index {

enum class EntryKind : std::uint8_t { kPassage, kRecommendation, kReport };
std::string_view Name(EntryKind kind);

struct QueryLimits {
  std::uint32_t max_characters = 1000;
  std::uint32_t max_terms = 64;
  std::uint32_t max_wildcards = 8;
  std::uint32_t max_expansion = 500;
  std::uint32_t max_phrase_words = 32;
  std::uint32_t max_nesting = 32;
};

struct SearchRequest {
  std::string query;  // as typed; may be "" with a filter
  EntryKind in = EntryKind::kPassage;
  std::string committee;  // folded words must all occur
  std::string owner;
  std::string kind;  // document or recommendation kind, exact
  std::string from;  // "2001", "2001-11", "2001-11-15"; "" = open
  std::string to;
  std::uint32_t limit = 10;
  std::uint32_t offset = 0;
};

struct Hit {
  EntryKind kind = EntryKind::kPassage;
  std::string id;      // passage, recommendation or report id
  std::string report;  // report id
  std::string locator;
  TextSpan span;                // in the report's text
  std::string text;             // the entry's words
  std::string snippet;          // plain words around the matches
  std::vector<TextSpan> marks;  // matched words, offsets into `snippet`
  double score = 0;
};

struct HitPage {
  std::vector<Hit> hits;
  std::uint64_t matches = 0;  // exact up to a thousand, else an estimate
  bool matches_exact = true;
  std::string query_read_as;
  std::string suggestion;  // "did you mean", "" if none
};

}  // namespace concord::index
