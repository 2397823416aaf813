#pragma once
// A search as typed, and what it is taken to mean.
//
// Grammar (shown to the user as `query_read_as`):
//   words             all of them, in any form (stemmed); a word typed in
//                     capitals (HMIC) only as it stands, capitals or not, or
//                     as what it stands for (SearchRequest::acronyms)
//   "exact words"     in this order and exactly these forms
//   a OR b, a AND b, -word, NOT word, ( )
//   a NEAR b          within ten words of each other; NEAR/3 within three
//   field:word        title:, committee:, by:, addressee:, owner:, work:,
//                     rec: (the number of a recommendation); also
//                     field:"exact words" and field:word*
//   word*             at least three letters before the *; also in "a phr*"
//
// NEAR binds tightest, then NOT, then AND (also between words side by side),
// then OR. Case, accents and the kind of a dash or quotation mark never matter;
// "&" is "and". Hyphen, dash, slash and apostrophe variants of a word find each
// other: re-affirm finds re-affirm, reaffirm and re affirm; fox-it is not fox.
// In a query of five or more plain words the commonest ("of", "the") are left
// out, and query_read_as says so.
//
// Every limit (length, terms, wildcards, phrase words, nesting) is checked
// before anything runs; the error names it. What they do not foresee is stopped
// at the deadline.
//
// Plain values, safe from any thread.

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
  std::uint32_t max_near = 8;        // NEAR operators
  std::uint32_t max_depth = 10'000;  // offset + limit of a page of hits
  std::uint32_t deadline_ms = 2000;  // of one search, all its steps together
};

// A short form of the archive and what it stands for.
struct AcronymForms {
  std::string short_form;  // "IRU"
  std::string long_form;   // "Inspection Response Unit"

  friend bool operator==(const AcronymForms&, const AcronymForms&) = default;
};

struct SearchRequest {
  std::string query;  // as typed; may be "" with a filter
  // Either form finds the other where the query has it outside quotation
  // marks, fields and NEAR. Of one short form, one long form.
  std::vector<AcronymForms> acronyms;
  EntryKind in = EntryKind::kPassage;
  std::string committee;  // folded words must all occur
  std::string owner;
  std::string kind;  // document or recommendation kind, exact
  // Entries whose date may lie in [from, to]; what has no date is left out.
  std::string from;  // "2001", "2001-11", "2001-11-15", any EDTF; "" = open
  std::string to;
  std::uint32_t limit = 10;
  std::uint32_t offset = 0;
};

// A report's hit opens at its passage that matches best: place, words, snippet
// and marks are that passage's, or the title's where no passage matches.
struct Hit {
  EntryKind kind = EntryKind::kPassage;
  std::string id;      // passage, recommendation or report id
  std::string report;  // report id
  std::string locator;
  TextSpan span;                // in the report's text
  std::string text;             // the words at `span`
  std::string snippet;          // plain words around the matches, not escaped
  std::vector<TextSpan> marks;  // matched words, offsets into `snippet`
  double score = 0;             // 0 for all where only a filter was given
};

struct HitPage {
  std::vector<Hit> hits;
  std::uint64_t matches = 0;  // exact up to a thousand, else an estimate
  bool matches_exact = true;
  std::string query_read_as;  // and the filters: 'all of: a, b; kind: minutes'
  std::string suggestion;     // "did you mean": another query; "" if none
};

// What of a query may be an acronym or the long form of one, as typed: words in
// capitals, and every two to eight plain words that stand side by side. Empty
// for a query that cannot be read.
struct AcronymsAsked {
  std::vector<std::string> short_forms;
  std::vector<std::string> long_forms;
};
AcronymsAsked AskedAcronyms(std::string_view query, const QueryLimits& limits);

}  // namespace concord::index
