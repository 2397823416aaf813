#pragma once
// One consolidated response out of a scope.
//
// Why: every line of it must be traceable and nothing in it made up. The engine
// writes what was asked, by whom, of whom, by when, and where that stands; what
// the answer is (`response`) and what became of it stay empty until a person
// writes them.
//
//   ConsolidatedResponse response = Compose(scope, holdings, groups);
//   RenderHtml(response)
//
// Total, deterministic; safe from any thread.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "concord/base/id.h"
#include "concord/base/result.h"
#include "concord/crossref/outcomes.h"
#include "concord/overlap/decisions.h"
#include "concord/overlap/overlap.h"
#include "concord/response/answers.h"
#include "concord/scope/scope.h"
#include "concord/store/records.h"

namespace concord::response {

// A quotation that a line rests on; text == report.text[span].
struct SourceQuote {
  std::int32_t source = 0;  // NumberedSource::number
  std::string id;           // recommendation id, or ""
  std::string uri;
  std::string locator;
  std::string quote;
  TextSpan span;
  std::string label;  // printed number of the recommendation
  std::string note;   // why it stands here: "re-affirms", ...
  // Where a browser opens the words: uri with an anchor; "" where none does.
  std::string address;
  // Said of everything that the work recommends, not of this one alone.
  bool whole_set = false;
};

// Another date that the archive has for a source; both cannot be true.
struct OtherDate {
  std::string value;  // as `list conflicts` prints it
  SourceQuote quote;
};

// A document that lines are numbered to: "[2]" in the rendered forms.
struct NumberedSource {
  std::int32_t number = 0;
  ReportId report;
  std::string uri;
  std::string title;
  std::string committee;
  std::string date_printed;
  std::vector<OtherDate> other_dates;  // that contradict the printed one
};

// Whom a stated relation speaks of: everything a work recommends, single
// recommendations named by their numbers, or some that the text does not name.
enum class Reach : std::uint8_t { kWholeSet, kNamed, kSome };
std::string_view Name(Reach reach);  // "whole set", "named", "some"

// What a text says of what is answered here: "re-affirmed all 20".
struct StatedRelation {
  std::string type;     // re-affirms, supersedes, ...
  std::string subject;  // as printed; "" where the paper speaks of itself
  std::string object;   // as printed
  Reach reach = Reach::kWholeSet;
  std::vector<std::int32_t> entries;     // that it speaks of
  std::vector<std::int32_t> by_entries;  // that its subject names
  SourceQuote quote;
  bool proposed = false;  // conditional, or asked for: nothing is changed yet
  std::vector<RecommendationId> recommendations;  // that it names
};

// Another entry that this one touches without being the same.
struct Related {
  std::int32_t entry = 0;
  std::string relation;  // narrower, wider, overlaps, contradicts
  double weight = 0;

  friend bool operator==(const Related&, const Related&) = default;
};

// What a member says in a field in which another one's words stand.
struct SetAside {
  std::string id;
  std::int32_t source = 0;
  std::string value;  // as printed
};

// A field of an entry that a person chose of one of its members.
struct ChosenField {
  std::string field;  // text, addressee, owner, due
  std::string id;     // of the member
  std::int32_t source = 0;
  overlap::Authorship by;
  std::vector<SetAside> set_aside;
};

// A field of an entry that a person answered.
struct Answered {
  AnswerField field = AnswerField::kPosition;
  std::string id;     // of the member
  std::string value;  // as kept: "accepted_in_part"; words of the response
  overlap::Authorship by;
  std::string file;     // that it was read from
  std::string place;    // in that file: "Entries!H5"
  bool stands = false;  // else a later one took its place, or another member's
};

// What a text says became of it; beside what people write, never instead.
struct Reported {
  std::string implementation;  // implemented, in progress, open, ...; or ""
  std::string position;        // accepted, rejected, ...; or ""
  bool proposed = false;       // the text asks for it and decides nothing
  std::string printed;         // the words that say so
  std::string date;            // of the report that says so, EDTF; or ""
  bool latest = false;         // of the deed, or of the answer
  bool differs = false;        // from the latest
  SourceQuote quote;           // .whole_set: said of all of its report
  // What a plan or a progress paper says in its own words; or "".
  std::string progress;
  std::string owner;
  std::string by_when;
  // Members of the entry that it speaks of; `only` names them where they are
  // not all: "R8 [31]".
  std::vector<std::string> ids;
  std::vector<std::string> only;
  // A later text says that this was wrong: it decides nothing any more.
  std::vector<SourceQuote> withdrawn_by;
};

// "Seventeen of the 20 have been carried out": of no single entry.
struct ReportedOfSet {
  std::string work;
  std::int32_t count = 0;  // 0: not said
  std::int32_t of = 0;     // 0: not said
  bool whole = false;
  Reported said;
  // Which they are, or which of the set they are not, where the text names
  // them: "3, 13 and 17".
  std::string named;
  std::string except;
};

// Two entries that ask for what cannot both be done.
struct Contradiction {
  std::int32_t a = 0;  // entries
  std::int32_t b = 0;
  SourceQuote quote_a;
  SourceQuote quote_b;
  std::string reason;
};

// Two statements about what is answered here that cannot both be true, as `list
// conflicts` has them: "12 of 14 carried out" and, later, "9 of 14".
struct StatedConflict {
  std::string rule;
  std::string subject;
  std::string says_a;
  std::string says_b;
  SourceQuote quote_a;
  SourceQuote quote_b;
  std::vector<std::int32_t> entries;  // that it is about; none: a whole work
};

struct Entry {
  std::int32_t number = 0;
  std::string text;  // of the first member: the representative, or one chosen
  std::string lead_in;
  std::string heading;  // section it stands under in its report
  // Why it is here though nothing says that those who answer are asked; "".
  std::string unassigned;
  std::vector<SourceQuote> members;    // every recommendation answered here
  std::vector<std::string> refs;       // member i as RefOf() has it
  std::vector<std::string> relations;  // member i to the representative
  std::vector<std::string> relations_read;  // the same for people, by dates
  std::vector<std::string> addressees;
  std::vector<std::string> owners;
  std::vector<extraction::DateMention> due;
  std::vector<ChosenField> chosen;  // else all that the members say is given
  std::vector<Answered> answers;    // the latest first
  store::Position position = store::Position::kAwaited;
  store::Implementation implementation = store::Implementation::kNotRecorded;
  // The words that say so where nobody recorded it, and what took its place.
  std::optional<SourceQuote> implementation_source;
  std::string implementation_by;  // "recommendation 3 of A Second Look"
  std::vector<std::int32_t> implementation_by_entries;
  std::vector<Reported> reported;       // latest first, then the newest
  std::optional<std::string> response;  // written by people only
  std::vector<SourceQuote> evidence;    // passages that speak of this one
  std::vector<Related> related;
};

struct CoverageRow {
  RecommendationId id;
  std::int32_t entry = 0;
};

struct ConsolidatedResponse {
  std::string title;     // of the works that are answered
  std::string subtitle;  // the paper that says so, and the day of the scope
  std::string scope;     // its name
  std::vector<NumberedSource> sources;
  std::vector<Entry> entries;
  std::vector<StatedRelation> relations;
  std::vector<ReportedOfSet> reported_of_sets;
  std::vector<Contradiction> contradictions;
  std::vector<StatedConflict> conflicts;
  std::vector<CoverageRow> coverage;  // each included id exactly once
  // SourceQuote::address of what the basis quotes.
  std::map<std::pair<std::int32_t, TextSpan>, std::string> addresses;
  scope::Scope basis;  // the scope, for exclusions and what is not held
};

// Links that contradict tell their reason where they have their parts.
// `outcomes` are those of crossref::FollowOutcomes(): what texts say became of
// the recommendations; `answers` what people recorded; `conflicts` those that
// links tell, beside those of the holdings' register.
ConsolidatedResponse Compose(
    const scope::Scope& scope, const scope::Holdings& holdings,
    const std::vector<overlap::Link>& links,
    const overlap::Decisions& decisions = {},
    const std::vector<crossref::OutcomeEntry>& outcomes = {},
    const std::vector<RecordedAnswer>& answers = {},
    const std::vector<crossref::Conflict>& conflicts = {});

// Why two that contradict cannot both be done, from the parts of their
// comparison: "opposite act: “make” against “discontinue”".
std::string ReasonOf(const overlap::Comparison& comparison);

// Every included recommendation is covered once; quotes stand in sources.
[[nodiscard]] Result<> Verify(const ConsolidatedResponse& response,
                              const scope::Holdings& holdings);

std::string RenderHtml(const ConsolidatedResponse& response);
// What stands in the body of RenderHtml's page after its heading, for a page
// of another making. Ids become links to `recommendations_at` + id and
// `reports_at` + id, places to `reports_at` + id + "?at=BEGIN-END#hit".
std::string RenderHtmlBody(const ConsolidatedResponse& response,
                           const std::string& recommendations_at,
                           const std::string& reports_at);
std::string RenderMarkdown(const ConsolidatedResponse& response);
std::string RenderJson(const ConsolidatedResponse& response, int indent);
// Files to send on and to work in (DOCX, XLSX); the same response makes the
// same bytes. kUnavailable where pandoc, which writes the first, is absent.
[[nodiscard]] Result<std::string> RenderWord(
    const ConsolidatedResponse& response);
[[nodiscard]] Result<std::string> RenderWorkbook(
    const ConsolidatedResponse& response);

}  // namespace concord::response
