#pragma once
// Works, bodies and people as authority records; what the archive says of them.
//
// Pure: all reports in, one CrossReference out. Nothing is guessed away: two
// titles become one work only by a named rule, every resolved citation keeps
// the words it was resolved from, and what cannot be resolved is a row of the
// wanted list.
//
//   "Policing London: Winning Consent", "Policing London – Winning Consent"
//       one work, two aliases (punctuation folded)
//   "Policing London: Winning Consent – Part One"      part of it
//   "Race Relations Amendment Act", "Race Relations (Amendment) Act 2000"
//       one Act
//
// Total; safe from any thread; the result does not depend on input order.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/id.h"
#include "concord/base/text_span.h"
#include "concord/crossref/decisions.h"
#include "concord/extraction/extraction.h"
#include "concord/store/records.h"

namespace concord::crossref {

// A quotation with its place: what every statement below rests on.
struct Quote {
  ReportId report;
  std::string uri;
  std::string locator;
  TextSpan span;
  std::string text;  // verbatim: the report's text at span

  friend bool operator==(const Quote&, const Quote&) = default;
};

struct Alias {
  std::string printed;
  std::string rule;  // which rule made it the same work or body
  Quote quote;
};

struct WorkMention {
  Quote quote;
  extraction::CitationRole role = extraction::CitationRole::kBody;
  std::string recommendation;  // single recommendations cited: "61"
};

// Another work that a person decided is not this one.
struct Refusal {
  WorkId work;
  std::string title;  // of that work
  std::int64_t act = 0;
  std::string by;   // "jf, 2006-03-01T09:00:00Z (act 3)"
  std::string why;  // "" where no reason was given

  friend bool operator==(const Refusal&, const Refusal&) = default;
};

struct Work {
  WorkId id;
  std::string title;  // the fullest form in use
  std::string year;   // most often stated; "" if never
  extraction::WorkKind kind = extraction::WorkKind::kOther;
  std::string publisher;
  std::vector<Alias> aliases;
  WorkId part_of;              // empty if it is no part
  std::string part;            // "Part One"
  WorkId series;               // "Winning the Race" for its members
  std::vector<ReportId> held;  // reports in the archive that are this work
  // Of a series: every report of it is held. "Fair Hearing" is no document,
  // and is there when all of its reports are.
  bool members_held = false;
  std::vector<WorkMention> cited_by;
  // The year that tells it from others of its title: "2001" for "Annual
  // Report 2001" or an Act; "" for most works.
  std::string edition;
  // Folded forms under which ResolveTitle() finds it; sorted.
  std::vector<std::string> keys;
  std::vector<WorkId> merged;    // works that people decided are this one
  std::vector<Refusal> refused;  // works decided not to be; in order of id
};

// One body after another, where a text says so: "The Authority was replaced by
// the Board on 1 April 2004".
struct Succession {
  BodyId body;
  std::string name;
  std::string date;  // as printed; "" where none is
  Quote quote;

  friend bool operator==(const Succession&, const Succession&) = default;
};

struct Body {
  BodyId id;
  std::string name;
  extraction::OwnerKind kind = extraction::OwnerKind::kBody;
  std::vector<Alias> aliases;  // acronyms too
  std::vector<Quote> mentions;
  std::vector<BodyId> merged;  // bodies that people decided are this one
  std::vector<Succession> predecessors;
  std::vector<Succession> successors;
};

struct Person {
  std::string id;  // "p-..."
  std::string name;
  std::string post;
  std::string unit;
  std::vector<Quote> mentions;
};

// One acronym with one meaning; two meanings are two entries.
struct AcronymEntry {
  std::string id;
  std::string short_form;
  std::string long_form;
  std::vector<Quote> definitions;
  std::vector<ReportId> used_in;  // reports that use it without defining it
  std::vector<Quote> uses;        // the first use in each of them
  // An entry with an empty long form stands for uses that no definition of
  // the archive settles: none is held, or several differ.
};

// True where two long forms are one meaning: equal but for case, a leading
// "the" and the plural of the last word, or one the tail of the other ("Valley
// Training Unit", "Training Units").
bool IsSameMeaning(std::string_view long_form, std::string_view other);

// What is stated of a work's recommendations against what is held.
struct CountEntry {
  WorkId work;
  std::string what;  // "recommendations"
  std::int32_t stated = 0;
  std::int32_t held = 0;  // distinct recommendations held of this work
  bool addition = false;
  std::vector<extraction::CountPart> partition;
  bool partition_adds_up = true;
  // Given as the whole number ("contained 20"), not as some of them ("the five
  // outstanding"). Entries of one work that are totals and differ conflict.
  bool total = true;
  // "reconciled", "not held", "differs"; "part" where it is no total; "stated"
  // where there is nothing to hold it against.
  std::string verdict;
  std::string expected_in;  // where the missing ones should be found
  std::vector<Quote> quotes;
};

// The parts added together.
std::int32_t SumOf(const std::vector<extraction::CountPart>& partition);

// What the counted ones are and what became of them: "national – noted", "of
// them – noted"; once where both are the same words, "" where neither is said.
std::string InWords(const extraction::CountPart& part);

// Two statements of one thing that cannot both be true.
struct Conflict {
  std::string id;
  std::string rule;  // "two dates for one work", "parts that do not add up"
  std::string subject;
  std::string value_a;  // of a date its EDTF value
  std::string value_b;
  Quote a;
  Quote b;
  // Dates as the text prints them: "18 January 2001"; of parts the sum, "12 + 9
  // = 21"; else as the values.
  std::string printed_a;
  std::string printed_b;
};

struct WantedWork {
  WorkId work;
  std::string title;
  std::uint32_t asked_for = 0;  // times cited
  std::vector<Quote> quotes;
};

struct Missing {
  std::string id;
  std::string printed;  // "Appendix 1"
  Quote quote;
};

// A relation stated in a text, resolved as far as it can be.
struct RelationEntry {
  std::string id;
  std::string type;
  std::string subject;
  WorkId subject_work;
  std::string object;
  std::vector<WorkId> object_works;
  std::int32_t object_count = 0;
  Quote quote;
};

// Two works that are probably one, for a person to decide: nothing is merged.
// What was refused is not proposed again.
struct Proposal {
  std::string id;
  std::string rule;  // "numbered phase"
  WorkId a;
  WorkId b;
  Quote quote_a;
  Quote quote_b;
};

struct CrossReference {
  std::vector<Work> works;
  std::vector<Body> bodies;
  std::vector<Person> people;
  std::vector<AcronymEntry> acronyms;
  std::vector<CountEntry> counts;
  std::vector<Conflict> conflicts;
  std::vector<WantedWork> wanted;
  std::vector<Missing> missing;
  std::vector<RelationEntry> relations;
  std::vector<Proposal> proposals;
  // Decisions about works and bodies that this archive does not hold.
  std::vector<UnfitDecision> unfit;
};

// `decisions` in the order in which they were made.
CrossReference Build(const std::vector<store::ReportRecord>& reports,
                     const std::vector<RegisterDecision>& decisions = {});

// The work a title names, by the rules above, or an empty id; several
// candidates: all of them.
std::vector<WorkId> ResolveTitle(const CrossReference& crossref,
                                 std::string_view title);

// Recommendations of the archive that are recommendations of `work`: those of
// a held report that is this work, and those quoted elsewhere as its.
std::vector<RecommendationId> RecommendationsOf(
    const CrossReference& crossref, const WorkId& work,
    const std::vector<store::StoredRecommendation>& all);

// Comparable form of a title: quotes, punctuation, articles and a trailing
// year folded away; "Act" titles without brackets. Public for tests.
std::string TitleKey(std::string_view title);

}  // namespace concord::crossref
