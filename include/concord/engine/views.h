#pragma once
// What the faces ask and what they are given: plain values, no stage types.
//
// Why: a face prints and parses; it must not know how an index or a store looks
// like. Every view carries both its fields and, where the command line promises
// JSON, `json`: one line in the public form.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "concord/base/error.h"
#include "concord/base/result.h"
#include "concord/base/text_span.h"

namespace concord::engine {

// --- Import

struct ImportRequest {
  std::vector<std::string> paths;  // files and folders; "-" = standard input
  std::string arguments;           // as typed, kept with the run
  std::uint64_t limit = 0;         // items to see; 0 = all
  std::string since;               // "2001-11-13[T12:00:00Z]": older files are
                                   // passed over and are no items
  bool retry_failed = false;       // read again what was quarantined last; with
                                   // no paths, only that
  bool read_archives = true;       // else an archive is one item
  // Of paths that are web addresses:
  bool allow_private = false;         // this machine and private networks
  bool other_hosts = false;           // follow redirects to other hosts
  std::uint32_t web_delay_ms = 1000;  // between two requests to a host
  bool refetch = false;  // also what was fetched within the last day
  // The paths hold lines of `concord extract --stream`, not documents.
  bool from_extracted = false;
  // Not "": scanned PDFs are read by OCR, in this language ("eng"); with
  // retry_failed also those that had no text when they were last met.
  std::string ocr_language;
};

struct ImportTotals {
  std::uint64_t total = 0;  // items there are to see, counted beforehand
  std::uint64_t seen = 0;
  std::uint64_t indexed = 0;
  std::uint64_t duplicate = 0;
  std::uint64_t skipped = 0;
  std::uint64_t quarantined = 0;
  std::uint64_t recommendations = 0;  // without the next two
  std::uint64_t decisions = 0;        // asked of a paper's own committee
  std::uint64_t commitments = 0;
  std::uint64_t resolutions = 0;
  std::uint64_t bytes = 0;
  double seconds = 0;
  double rate = -1;  // items a second, of late; -1 = too early to say
};

// One item's end, as the ledger keeps it.
struct ItemView {
  std::string path;
  std::string uri;
  std::string outcome;  // indexed, duplicate, skipped, quarantined
  std::string code;
  std::string reason;
  std::string stage;
  std::string report;  // id; of the one it duplicates for a duplicate
  std::uint32_t attempts = 1;
  // Of a dry run, for tables of recommendations: which column was taken for
  // what, and the first rows, as lines for people.
  std::vector<std::string> preview;
  std::string json;
};

struct ImportSummary {
  std::int64_t run = 0;
  ImportTotals totals;
  bool interrupted = false;
  bool dry_run = false;
  std::string json;
};

// Told of progress from the importing thread. An item is told of when it is
// durable: what was told is there after a crash.
class ImportObserver {
 public:
  virtual ~ImportObserver() = default;
  virtual void OnItem(const ItemView& item, const ImportTotals& totals) = 0;
  // Now and then while no item ends.
  virtual void OnWait(const ImportTotals& /*totals*/) {}
  // Long steps that are not items: "indexing".
  virtual void OnStage(const std::string& stage) = 0;
};

// --- Lists and single things

struct ListRequest {
  std::string what;  // recommendations, reports, works, bodies, ...
  std::string kind;
  std::string committee;
  std::string owner;     // owner or addressee
  std::string position;  // that a text states or people recorded: "accepted"
  std::string report;    // id
  std::string from;
  std::string to;
  // Recommendations that may be due between these, by their deadline.
  std::string due_from;
  std::string due_to;
  std::string run;  // of the ledger: only rows of this run
};

struct ListRow {
  std::vector<std::string> cells;
  std::string json;  // at least id, type and, where it has one, uri
};

struct Listing {
  std::vector<std::string> columns;
  std::vector<ListRow> rows;
  // Recommendations of an earlier version of a paper that a later one makes
  // again: rows like the others, marked, and no requests of their own.
  std::uint64_t counted_elsewhere = 0;
  // "2 recommendations, 1 decision sought": what the rows are, where they are
  // not all of one sort; else "".
  std::string counted;
  // Why there may be nothing: "no owner has the words 'cheif'; nearest: ...".
  std::vector<std::string> remarks;
};

// The listing for a spreadsheet: a line of names, then every row with all that
// its JSON has. What is inside an object has a column of its own
// ("due.printed", "due.edtf"), several values are divided by "; ", a span is
// "3-9". As CSV (RFC 4180) it begins with a byte order mark, and what would run
// as a formula with an apostrophe.
std::string ListingCsv(const Listing& listing);
// As a workbook (XLSX) with one sheet, `name`; see office/workbook.h. What a
// person reads stands first, under names for people, the place as a link; the
// other columns stand behind, hidden.
[[nodiscard]] Result<std::string> ListingWorkbook(const Listing& listing,
                                                  const std::string& name);

// --- The consolidated response

struct ResponseFormat {
  std::string name;        // as it is asked for, and ends the name of a file
  std::string title;       // "Word"
  std::string media_type;  // with its charset where it is text
  bool is_text = true;     // that a terminal can show
};
// What Engine::Respond can write, in the order people are offered it.
const std::vector<ResponseFormat>& ResponseFormats();
// nullptr where there is none of this name.
const ResponseFormat* FindResponseFormat(std::string_view name);
// "html, md, json, docx or xlsx"
std::string ResponseFormatsInWords();

struct ShownGroup {
  std::string heading;
  std::vector<std::string> lines;
};

struct Shown {
  std::string title;
  std::vector<std::pair<std::string, std::string>> fields;
  std::vector<ShownGroup> groups;
  std::string json;
};

// --- Search

struct SearchViewRequest {
  std::string query;
  std::string in = "passages";
  std::string committee;
  std::string owner;
  std::string kind;
  std::string from;
  std::string to;
  std::uint32_t limit = 10;
  std::uint32_t offset = 0;
};

struct HitView {
  std::string kind;
  std::string id;
  std::string uri;
  std::string title;
  std::string committee;
  std::string date_printed;
  std::string date_edtf;
  std::string locator;
  std::string due;     // of a recommendation, "May 2004 (../2004-05)"
  std::string report;  // id of the report it stands in
  TextSpan span;       // in the report's text
  std::string snippet;
  std::vector<TextSpan> marks;  // matched words in the snippet
  bool ocr = false;             // its text was read by OCR
  double score = 0;
  std::string json;
};

// An acronym of a query, or one whose long form is in the query.
struct AcronymView {
  std::string short_form;
  std::string long_form;
  std::uint64_t reports = 0;  // that explain it so
  bool searched = false;      // both forms; false: it has other meanings too
};

// Where a query would be answered that is no search for words: the id of
// something, a date, the number of a recommendation, somebody's name.
struct DirectionView {
  std::string kind;     // id, number, date, author
  std::string text;     // "recommendation 44 of Report of the Lane Inquiry"
  std::string command;  // that goes there, "show r3fa9c1d2b0e4.44"
  // What it opens, by type and id as in JSON; "" = a search or a list, with the
  // values it is narrowed by: {"in", "reports"}, {"from", "2002-03-12"}.
  std::string type;
  std::string id;
  std::string list;  // "search", or of what: "recommendations"
  std::vector<std::pair<std::string, std::string>> fields;
};

struct SearchView {
  std::vector<HitView> hits;
  std::uint64_t matches = 0;
  bool matches_exact = true;
  std::string query_read_as;
  std::string suggestion;
  std::vector<AcronymView> acronyms;
  // The same for people, a sentence for each short form.
  std::vector<std::string> acronym_notes;
  std::vector<DirectionView> directions;
  // Why there may be nothing; see Listing.
  std::vector<std::string> remarks;
  // What the answer cannot know: files that failed, parts that are missing.
  std::vector<std::string> not_searched;
  std::string json;  // the summary line
};

// The hits as a list, for ListingCsv and ListingWorkbook.
Listing ListingOf(const SearchView& view);

// --- Overlap, scope, response

struct OverlapRequest {
  double min_weight = 0;
  std::string report;  // only links that touch it
  // Only links of this one; it is then `a` of every view.
  std::string recommendation;
  std::string relation;  // only of this one; "" = any
  std::uint64_t offset = 0;
  std::uint64_t limit = 0;  // 0 = all
  // Instead of links: these texts, which are not held, against the archive.
  // They are `a` of every view, "text-1" and so on, in their order.
  std::vector<std::string> texts;
  bool all = false;  // every pair compared, linked or not
  // Instead of links: of each recommendation, what is stated of it in its own
  // words or place ("cites", "implements"), and the passages of other reports
  // that say the same, nearest first.
  bool passages = false;
  std::uint64_t passages_each = 5;
};

struct OverlapPartView {
  std::string name;
  std::string level;
  double weight = 0;
  std::string quote_a;
  std::string quote_b;
  std::vector<std::pair<std::string, double>> measures;  // name, value
  std::string stated;  // words around the two that state it
};

struct OverlapEndView {
  std::string id;  // "text-1" of a text that is not held
  std::string uri;
  std::string title;
  std::string locator;
  std::string text;
  bool ocr = false;  // which was read by OCR
};

struct OverlapView {
  OverlapEndView a;
  OverlapEndView b;
  std::string relation;
  // As a sentence from a to b says it, by their dates: "restated in".
  std::string reads;
  double weight = 0;
  double similarity = 0;
  std::vector<OverlapPartView> parts;
  std::string stated;      // the words that state it; no weight then
  std::uint32_t rank = 0;  // of a passage, from 1
  std::string json;
};

struct GroupsRequest {
  std::string report;  // only groups with a member of it
  std::string group;   // only this one, by any beginning of its id
};

struct GroupLinkView {
  std::string a;
  std::string b;
  std::string relation;  // of a to b
  std::string reads;     // see OverlapView
  double weight = 0;
};

// A field of a group that a person chose of one member.
struct ChosenFieldView {
  std::string field;  // text, addressee, owner, due
  std::string id;     // of the member
  std::string value;  // what stands, as printed
  std::int64_t act = 0;
  std::string who;
  std::string at;
  std::string why;
};

// Recommendations that one answer covers.
struct GroupView {
  std::string id;
  std::string representative;  // id of the member that speaks for the others
  std::string reason;          // why that one
  std::vector<OverlapEndView> members;
  std::vector<GroupLinkView> links;  // between members, heaviest first
  std::vector<ChosenFieldView> wording;
  std::string json;
};

struct OverlapPageView {
  std::vector<OverlapView> overlaps;
  std::uint64_t total = 0;  // before offset and limit
  // How many of each relation, before the relation itself was asked for.
  std::vector<std::pair<std::string, std::uint64_t>> relations;
};

struct GraphRequest {
  std::string id;              // of a report, recommendation, work or body
  std::string format = "svg";  // svg, dot, graphml, json
  int depth = 1;               // edges from it, up to kGraphDepth
  // Where a node of a picture leads, by its kind ("work", "report",
  // "recommendation", "body") and id; nowhere where none is given.
  std::function<std::string(std::string_view kind, std::string_view id)> link;
};
inline constexpr int kGraphDepth = 6;

struct ScopeViewRequest {
  std::string name;
  std::vector<std::string> reports;
  std::vector<std::string> works;
  std::string as_stated_in;
  std::string answering_body;
  bool include_decisions = false;
  bool all_versions = false;  // count what a later version asks again, too
};

struct ScopeView {
  std::string json;
  std::string text;  // Markdown, for a terminal
  // Of MakeScope: what it replaces, and how to have that again; "" if nothing.
  std::string replaced;
};

// --- A report's words, an original, figures

struct BlockView {
  std::int32_t index = 0;
  std::string kind;  // as document::Name: "heading", "table_row", ...
  std::int32_t level = 0;
  std::int32_t parent = -1;  // index of a block, or -1
  std::int32_t page = 0;
  TextSpan span;
  TextSpan label;
  std::string locator;  // "para 7"; "" where nothing is numbered
};

// Found in the text. `kind`: that of a recommendation (id: its own), citation
// (id: the work's), date (id: its EDTF value), resolution, timetable.
struct NoteView {
  std::string kind;
  TextSpan span;
  std::string id;
  std::string title;  // of the work; label of the recommendation
};

struct LinkView {
  TextSpan span;
  std::string target;  // as written in the document: not to be trusted
};

struct ReportTextView {
  std::string id;
  std::string title;
  std::string uri;
  std::string text;
  std::string media_type;
  std::string charset;
  std::string charset_decided_by;
  std::uint32_t replacements = 0;
  std::vector<std::string> decoding_notes;
  std::vector<BlockView> blocks;
  std::vector<NoteView> notes;  // by beginning
  std::vector<LinkView> links;
  std::vector<TextSpan> marks;  // words of the query, ascending
};

struct OriginalView {
  std::string bytes;
  std::string media_type;
  std::string file_name;  // of the path it was imported from; not to be trusted
};

struct ReportCount {
  std::string name;  // of a committee, kind or year
  std::uint64_t reports = 0;
};

struct OverviewView {
  std::uint64_t reports = 0;
  std::uint64_t recommendations = 0;  // without the next two
  std::uint64_t decisions = 0;        // asked of a paper's own committee
  std::uint64_t commitments = 0;
  std::uint64_t resolutions = 0;
  std::uint64_t works = 0;
  std::uint64_t bodies = 0;
  std::uint64_t people = 0;
  std::uint64_t acronyms = 0;
  std::uint64_t counts = 0;
  std::uint64_t conflicts = 0;
  // `conflicts` has those between recommendations too; false: these are not
  // compared yet.
  bool conflicts_compared = false;
  std::uint64_t wanted = 0;
  std::uint64_t missing = 0;
  std::string earliest;  // day of the first dated report, "2001-11-13"
  std::string latest;
  std::vector<ReportCount> committees;  // most reports first
  std::vector<ReportCount> kinds;
  std::vector<ReportCount> years;  // in order
  std::string json;
};

// --- Decisions by people

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

// --- Answers

struct AnswersRequest {
  std::string file;   // its name, for the record
  std::string bytes;  // of it
  std::string scope;  // "": the one that the file says it is of
  std::string who;
  std::string why;
  bool instead = false;  // replace what another person answered meanwhile
  bool dry_run = false;  // record nothing
};

struct AnswersImported {
  std::int64_t act = 0;  // that was added; 0: nothing was
  std::string scope;
  // "entry 4 (row 5): position awaited -> accepted  (Entries!H5)", what is
  // recorded, or would be.
  std::vector<std::string> changes;
  std::uint64_t unchanged = 0;        // fields that say what is recorded
  std::vector<std::string> notes;     // recorded, but look at it
  std::vector<std::string> problems;  // not recorded
  std::vector<std::string> beside;    // in the file and no answer
  std::string json;
};

// --- Without an archive

struct ExtractRequest {
  std::string path;  // a file, or "-" for standard input
  std::string uri;
  std::string media_type;  // "" = by content
  bool with_text = false;
  int indent = 0;
  std::string program;       // for the decoding worker
  std::string ocr_language;  // as of an import
};

struct DateView {
  std::string edtf;  // "" where it is no date
  std::string earliest;
  std::string latest;
};

struct CompareView {
  double weight = 0;
  double similarity = 0;
  std::string relation;
  std::vector<OverlapPartView> parts;
  std::string json;
};

}  // namespace concord::engine
