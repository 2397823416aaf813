#pragma once
// The pieces the header is put together from. Each rule reads one habit of
// front matter and claims a field; ReadHeader() keeps the surest claim for each
// field and the ones that differ beside it.

#include <string_view>
#include <vector>

#include "concord/extraction/extraction.h"
#include "extraction/reading.h"
#include "extraction/rules.h"

namespace concord::extraction {

enum class HeaderField : std::uint8_t {
  kTitle,
  kCommittee,
  kNumber,
  kDate,
  kBy,
  kSubject,
};

struct HeaderClaim {
  HeaderField field = HeaderField::kTitle;
  TextItem item;
};

using HeaderRule = Rule<HeaderClaim>;
// All of front matter's usual habits; those of titles and of meetings stand in
// files of their own.
const std::vector<HeaderRule>& HeaderRules();
HeaderRule TitleRule();
HeaderRule LineAboveFieldsRule();
HeaderRule DecisionRecordRule();
HeaderRule IntroRule();
HeaderRule MeetingLineRule();
HeaderRule JointLineRule();
// Fields by their printed names, in lines, rows and memos.
const std::vector<HeaderRule>& HeaderFieldRules();
// Maker, body and day in lines of names, without a field's name.
const std::vector<HeaderRule>& HeaderLineRules();
// Maker, addressee and title in words alone, without a field's name.
const std::vector<HeaderRule>& HeaderPlainRules();

// Who signed a document, or made it, in words alone.
const std::vector<HeaderRule>& HeaderSignedRules();
// Symbol, day, organ, title and subject of a document of an international body.
const std::vector<HeaderRule>& HeaderMastheadRules();
// Whether it has such a masthead, where "Agenda item 6" numbers no paper, and
// whether a report stands under it.
bool HasMasthead(const Reading& reading);
bool ReportsUnderMasthead(const Reading& reading);

// The place of the first date in text[within].
std::optional<TextSpan> FirstDateIn(std::string_view text, TextSpan within);

// "July 2006 to March 2008": the time a plan covers, which is no day of it.
bool IsPeriod(std::string_view printed);

// Adds the words of a span, trimmed, as a claim to a field; nothing if none are
// left.
void ClaimField(HeaderField field, std::string_view text, TextSpan span,
                std::vector<HeaderClaim>* claims);
// Adds the first date of a span, if it has one.
void ClaimDate(std::string_view text, TextSpan within,
               std::vector<HeaderClaim>* claims);

using AuthorRule = Rule<OwnerMention>;
const std::vector<AuthorRule>& AuthorRules();

// What sort of document it is, and the name of the rule that said so.
struct KindDecision {
  DocumentKind kind = DocumentKind::kOther;
  std::string_view rule;
};
// Whether it says of itself, more than once, that it recommends: "We make
// twelve", "I recommend that".
bool RecommendsInItsOwnVoice(const Reading& reading);
KindDecision DecideKind(const document::Document& document);

// One row of the table DecideKind() reads, from the top; shown for its tests.
struct KindRule {
  std::string_view name;
  DocumentKind kind;
  bool title_only;  // looks at the title alone, else at the front matter
  std::string_view expression;
  std::string_view accepts;  // a line it takes
  std::string_view refuses;  // a line it must not take
};
const std::vector<KindRule>& KindRules();

// Whether a printed name is that of a field of front matter: "Issued by".
bool IsFieldName(std::string_view name);

// Lines before the first heading after the title, at most 24.
std::vector<Line> FrontMatter(const Reading& reading);

// "the Finance, Planning and Best Value Committee" -> its span without "the"
// and without "of the <parent body>"; empty if none begins at within.begin.
TextSpan CommitteeAt(std::string_view text, TextSpan within);

// "The Estates Committee of the Authority – 4 May": the body alone; empty where
// `value` is more than a body.
TextSpan BodyIn(std::string_view text, TextSpan value);

// Authors printed as "A Name, Post, Unit and B Name, Unit.".
std::vector<OwnerMention> ReadPeople(std::string_view text, TextSpan within);

}  // namespace concord::extraction
