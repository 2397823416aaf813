#pragma once
// What one document says: every extracted item with its place and its rule.
//
// Why plain lists: each list is one table of the store, one array of the JSON
// that `concord extract` prints, and one golden section. Nothing here is a
// conclusion; every item is a quotation plus the name of the rule that found
// it and how sure that rule is.
//
// Text fields are verbatim: `text == document.text[span]` for recommendations
// and resolutions, `printed == document.text[span]` elsewhere, unless a field
// says otherwise. Values; safe to copy between threads.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/text_span.h"

namespace concord::extraction {

// Where an item stands and what found it. Confidence 0..1 is what the rule's
// own examples and measurements support; it is shown, never hidden.
struct Item {
  TextSpan span;
  std::string rule;
  double confidence = 0;

  friend bool operator==(const Item&, const Item&) = default;
};

enum class DocumentKind : std::uint8_t {
  kReport,      // a paper laid before a committee
  kInspection,  // a report of an inspectorate, inquiry or scrutiny itself
  kMinutes,
  kAgenda,
  kPress,
  kDigest,    // reports from committees, work plans
  kStrategy,  // a strategy or plan as a document of its own
  kOther,
  kResponse,  // a consolidated response that Concord wrote
};
std::string_view Name(DocumentKind kind);

// A date as printed and what it means. `edtf` is "" for expressions that name
// no point in time ("quarterly", "as soon as possible"); `base` is the day a
// relative or year-less expression was counted from, "" if none was needed.
struct DateMention : Item {
  std::string printed;
  std::string edtf;
  std::string base;
  bool inferred = false;  // a part (the year) is not printed

  friend bool operator==(const DateMention&, const DateMention&) = default;
};

enum class OwnerKind : std::uint8_t { kBody, kPost, kPerson, kClass };
std::string_view Name(OwnerKind kind);

// Someone named as responsible. kClass: "all forces", "each of the 96 units",
// with the number where the text says one.
struct OwnerMention : Item {
  std::string name;  // as printed, article dropped
  OwnerKind kind = OwnerKind::kBody;
  std::string post;        // of a person: "Head of the Estates Unit"
  std::string unit;        // of a person or post
  std::int32_t count = 0;  // of a class; 0 = not said
  std::string role;  // addressee, owner, lead, consulted, author, presenter,
                     // recommender

  friend bool operator==(const OwnerMention&, const OwnerMention&) = default;
};

// A plain text field that keeps its place.
struct TextItem : Item {
  std::string printed;

  friend bool operator==(const TextItem&, const TextItem&) = default;
};

struct Header {
  DocumentKind kind = DocumentKind::kOther;
  TextItem title;
  // Whom or what a report of a row is on, where the line under its title says
  // so: the State under review.
  TextItem subject;
  TextItem committee;
  TextItem report_number;
  DateMention date;  // of the meeting or of publication
  TextItem by;       // presenter as printed: "Commissioner"
  std::vector<OwnerMention> authors;
  TextItem contact_unit;
  // What was set aside as page chrome, each text once.
  std::vector<TextItem> chrome_removed;
  // Every claim to the same field that the document also makes (an intro line
  // with another number or date), kept beside the chosen one.
  std::vector<TextItem> other_claims;

  friend bool operator==(const Header&, const Header&) = default;
};

// The title as a person would cite it, in one line and with its subject:
// "Report of the Working Group on the Universal Periodic Review: Northmarch".
// Empty where there is no title.
std::string FullTitle(const Header& header);

// Why a work is cited: the place decides what a scope does with it.
enum class CitationRole : std::uint8_t {
  kBody,        // mentioned in running text
  kSubject,     // the paper is about it (title, intro)
  kBackground,  // listed under background papers
  kScope,       // the text says one response will answer it
  kContext,     // a source an action plan or strategy also draws on
};
std::string_view Name(CitationRole role);

enum class WorkKind : std::uint8_t {
  kReport,
  kInquiry,
  kAct,
  kStrategy,
  kPlan,
  kGuidance,
  kCode,
  kOther,
};
std::string_view Name(WorkKind kind);

struct Citation : Item {
  std::string printed;         // as it stands in the text
  std::string title;           // without quotes, year, part
  std::string year;            // "1997"; "" if none is printed with it
  std::string part;            // "Part One", "Volume 2"; ""
  std::string recommendation;  // "61", "9 and 10": single ones cited; ""
  std::string publisher;       // body named with it ("HMIC"); ""
  WorkKind kind = WorkKind::kOther;
  CitationRole role = CitationRole::kBody;
  // The title names several works together ("the Winning the Race series").
  // Where the text says how many and the document names that many, each member
  // is a citation of its own with the same words (rule
  // "citation.series-member").
  bool series = false;
  // It points back ("that report") at one of several works cited, or at none:
  // `title` is empty.
  bool unresolved = false;

  friend bool operator==(const Citation&, const Citation&) = default;
};

enum class RecommendationKind : std::uint8_t {
  kDecision,        // what the paper asks its own committee to do
  kRecommendation,  // of this or a cited report, inquiry, inspection
  kCommitment,      // a body says it will do something
};
std::string_view Name(RecommendationKind kind);

// What the text says became of a recommendation: `value` is awaited, noted,
// accepted, accepted in part or rejected, "" where the text does not say;
// `printed` are the words that say so, often a heading or a lead-in that many
// recommendations share.
struct StatedPosition : TextItem {
  std::string value;

  friend bool operator==(const StatedPosition&,
                         const StatedPosition&) = default;
};

// A part with a label of its own, "(a) who holds them;", `printed` without it
// (where `parent` of another names this one, both are kept); or, label "", one
// of several acts: what owners and dates stand within its span are its own.
struct RecommendationPart : TextItem {
  std::string label;

  friend bool operator==(const RecommendationPart&,
                         const RecommendationPart&) = default;
};

struct Recommendation : Item {
  std::string label;  // "1", "12(b)", "1.2"; "" if none is printed
  RecommendationKind kind = RecommendationKind::kRecommendation;
  std::string text;     // verbatim, without label and lead-in
  std::string lead_in;  // "Members are asked to:" where it stands apart
  TextSpan lead_in_span;
  std::string addressee;  // as written; of lead-in or item before, if there
  TextSpan addressee_span;
  std::vector<OwnerMention> owners;
  std::vector<DateMention> due;
  std::string locator;  // "section A item 2", "para 14", "table row 3"
  std::string heading;  // of the section it stands in
  std::string made_by;  // the work or body whose recommendation it is, as
                        // printed; "" = this document's own
  // Who made it, where the text says so beside it: "(Northland)" -> Northland.
  std::vector<OwnerMention> recommenders;
  StatedPosition position;
  // What was done, where the text says so: open, in progress, implemented,
  // closed not implemented, superseded, not ours.
  StatedPosition implementation;
  std::vector<Citation> cites;            // what its own words cite
  std::vector<RecommendationPart> parts;  // in the order of the text
  std::int32_t parent = -1;  // index of the recommendation it is a part of

  friend bool operator==(const Recommendation&,
                         const Recommendation&) = default;
};

// What minutes record as resolved; never a recommendation.
struct Resolution : Item {
  std::string label;
  std::string text;
  std::string lead_in;
  std::string locator;

  friend bool operator==(const Resolution&, const Resolution&) = default;
};

struct Acronym : Item {
  std::string short_form;  // "ILAU"; JSON name "short"
  std::string long_form;   // JSON name "long"
  // span covers the whole definition, "Inspection Unit (IU)".

  friend bool operator==(const Acronym&, const Acronym&) = default;
};

// "eight recommendations, four of which were national": parts that must add up.
struct CountPart : Item {
  std::int32_t count = 0;
  std::string what;          // "national issues"
  std::string disposition;   // what was done with them: "noted within the MPS"
  bool approximate = false;  // counted from a share that is no whole number

  friend bool operator==(const CountPart&, const CountPart&) = default;
};

struct StatedCount : Item {
  std::string printed;  // the words that state it
  std::int32_t count = 0;
  std::string what;       // "recommendations", "operational command units"
  std::string work;       // title of the work they are in; "" = not said
  bool addition = false;  // "added 6 further": on top of an earlier set
  std::vector<CountPart> partition;
  // The text gives the parts as all there are, and their sum is another.
  bool unbalanced = false;
  bool approximate = false;  // "60% of which", of 57

  friend bool operator==(const StatedCount&, const StatedCount&) = default;
};

// A relation that the text itself states. Types, exact strings: "re-affirms",
// "amends", "supersedes", "revisits", "follows-up", "implements", "cites",
// "responds-to" (one response will cover `object`), "alias-of", "part-of".
struct StatedRelation : Item {
  std::string type;
  std::string subject;  // work or body, as printed; "" = this document
  std::string object;   // as printed; may be a set: "the 20 in the original"
  std::int32_t object_count = 0;  // of a bound set: 20, 3; 0 = one thing
  // Titles of the works meant, as this document's citations give them, where
  // it says which ("the original report"); "" = not resolved here.
  std::string subject_work;
  std::string object_work;
  std::string quote;  // the sentence that states it: text[span]

  friend bool operator==(const StatedRelation&,
                         const StatedRelation&) = default;
};

// A statement about a thing that another statement can contradict.
// predicate "published": value is an EDTF value. predicate "state": value is
// one of planned, included, removed, moved, completed, refused.
struct Claim : Item {
  std::string subject;  // thing or work as printed
  std::string predicate;
  std::string value;
  std::string quote;  // text[span]

  friend bool operator==(const Claim&, const Claim&) = default;
};

struct TimetableEntry : Item {
  std::string description;
  std::string printed;  // the time as printed
  std::string edtf;
  bool inferred = false;
  std::string state;  // completed, commenced, planned; "" = not said

  friend bool operator==(const TimetableEntry&,
                         const TimetableEntry&) = default;
};

// A part announced in the text that the document does not hold.
struct MissingPart : Item {
  std::string printed;  // "Appendix 1"
  std::string quote;    // the sentence that announces it

  friend bool operator==(const MissingPart&, const MissingPart&) = default;
};

struct Extraction {
  Header header;
  std::vector<Recommendation> recommendations;
  std::vector<Resolution> resolutions;
  std::vector<DateMention> dates;
  std::vector<OwnerMention> owners;  // people, posts and bodies anywhere
  std::vector<Acronym> acronyms;
  std::vector<Citation> citations;
  std::vector<StatedCount> counts;
  std::vector<StatedRelation> relations;
  std::vector<Claim> claims;
  std::vector<TimetableEntry> timetable;
  std::vector<MissingPart> missing_parts;
};

}  // namespace concord::extraction
