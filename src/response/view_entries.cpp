#include "response/view_entries.h"

#include <utility>

#include "concord/base/unicode.h"
#include "response/reported.h"
#include "response/words.h"

namespace concord::response {
namespace {

constexpr std::size_t kBytesOfHeading = 70;

// "Recommendation 3", as the report numbers it; "" where it does not.
std::string Named(const Entry& entry) {
  if (entry.members.empty() || entry.members.front().label.empty()) return "";
  const std::string& label = entry.members.front().label;
  const bool says_so = Fold(label).starts_with("rec");
  return says_so ? label : "Recommendation " + label;
}

bool SaysOnlyItsNumber(const Entry& entry) {
  return FoldWords(entry.heading) == FoldWords(Named(entry));
}

// What is asked, of whom and by when.
void SetAsked(const Entry& entry, ViewPlaces* places, data* row) {
  Set(row, "number", entry.number);
  Set(row, "heading", entry.heading);
  Set(row, "lead_in", entry.lead_in);
  Set(row, "text", entry.text);
  Set(row, "begins", Beginning(entry.text, kBytesOfHeading));
  SetList(row, "lines", Lines(entry.text));
  Set(row, "named", Named(entry));
  Set(row, "section", SaysOnlyItsNumber(entry) ? "" : entry.heading);
  if (!entry.members.empty()) places->SetPlace(entry.members.front(), row);
  const std::size_t members = entry.members.size();
  Set(row, "others", members < 2 ? "" : std::to_string(members - 1));
  Set(row, "addressees", Joined(entry.addressees));
  Set(row, "owners", Joined(OthersNamed(entry)));
  // As of the row of a table, which says who has to act and asks nobody.
  SetFlag(row, "owners_alone", entry.addressees.empty());
  Set(row, "due", DueInWords(entry));
}

// A row for each of the texts, under one name.
data RowsOf(const std::vector<std::string>& texts, const std::string& name) {
  data list = NewList();
  for (const std::string& text : texts) {
    data row = NewRow();
    Set(&row, name, text);
    list << row;
  }
  return list;
}

// Names of places that say what an entry of a Word file answers, and what its
// fields said when it was written.
std::vector<std::string> Marks(const Entry& entry) {
  std::vector<std::string> names;
  names.reserve(entry.refs.size() + 1);
  for (const std::string& ref : entry.refs) {
    names.push_back(std::string(kRefMark) + ref);
  }
  // A name of a place stands once in a file.
  names.push_back(std::string(kWrittenMark) +
                  Joined(WrittenOf(entry, entry.response.value_or("")), "_") +
                  "_" + std::to_string(entry.number));
  return names;
}

// What people chose and answered.
void SetAnswers(const Entry& entry, data* row) {
  SetList(row, "choices", RowsOf(ChoicesInWords(entry), "choice"));
  SetList(row, "answers", RowsOf(AnswersInWords(entry), "sentence"));
  SetList(row, "marks", RowsOf(Marks(entry), "mark"));
  SetList(row, "response_lines", Lines(entry.response.value_or("")));
  Set(row, "response", entry.response.value_or(""));
  SetFlag(row, "answered", entry.response.has_value());
}

// Where it stands.
void SetState(const Entry& entry, data* row) {
  const std::vector<std::int32_t>& by = entry.implementation_by_entries;
  Set(row, "position", Readable(Name(entry.position)));
  Set(row, "implementation", Readable(Name(entry.implementation)));
  Set(row, "implementation_by", entry.implementation_by);
  Set(row, "by", EntriesInWords(by));
  Set(row, "by_first", by.empty() ? "" : std::to_string(by.front()));
}

data MemberRows(const Entry& entry, ViewPlaces* places) {
  data list = NewList();
  for (std::size_t i = 0; i < entry.members.size(); ++i) {
    const SourceQuote& member = entry.members[i];
    data row = NewRow();
    places->SetPlace(member, &row);
    Set(&row, "relation", entry.relations_read[i]);
    Set(&row, "id", member.id);
    Set(&row, "quote", member.quote);
    SetFlag(&row, "again", i > 0);  // the first one's words stand above
    list << row;
  }
  return list;
}

// What was said of a whole report and taken back stands above the entries, and
// says nothing of one of them.
data ReportedRows(const Entry& entry, ViewPlaces* places) {
  data list = NewList();
  for (const Reported& reported : entry.reported) {
    if (reported.quote.whole_set && !reported.withdrawn_by.empty()) continue;
    data row = places->QuoteRow(reported.quote);
    Set(&row, "what", InWords(reported));
    Set(&row, "date", places->DateOf(reported.quote.source));
    SetFlag(&row, "latest", reported.latest);
    SetFlag(&row, "differs", reported.differs);
    SetFlag(&row, "withdrawn", !reported.withdrawn_by.empty());
    data by = NewList();
    for (const SourceQuote& quote : reported.withdrawn_by) {
      data words = places->QuoteRow(quote);
      Set(&words, "by_date", places->DateOf(quote.source));
      by << words;
    }
    SetList(&row, "withdrawn_by", by);
    list << row;
  }
  return list;
}

// What is said of a whole set stands once, above the entries.
data EvidenceRows(const Entry& entry, ViewPlaces* places) {
  data list = NewList();
  for (const SourceQuote& quote : entry.evidence) {
    if (!quote.whole_set) list << places->QuoteRow(quote);
  }
  return list;
}

data RelatedRows(const Entry& entry) {
  data list = NewList();
  for (const Related& other : entry.related) {
    data row = NewRow();
    Set(&row, "entry", other.entry);
    Set(&row, "relation", other.relation);
    AddFurther(std::move(row), &list);
  }
  return list;
}

data EntryRow(const Entry& entry, ViewPlaces* places) {
  data row = NewRow();
  SetAsked(entry, places, &row);
  SetAnswers(entry, &row);
  SetState(entry, &row);
  Set(&row, "unassigned", entry.unassigned);
  SetList(&row, "members", MemberRows(entry, places));
  SetList(&row, "reported", ReportedRows(entry, places));
  SetList(&row, "evidence", EvidenceRows(entry, places));
  SetList(&row, "related", RelatedRows(entry));
  return row;
}

}  // namespace

data EntryRows(const std::vector<Entry>& entries, ViewPlaces* places) {
  data list = NewList();
  bool assigned = true;
  for (const Entry& entry : entries) {
    data row = EntryRow(entry, places);
    SetFlag(&row, "first_unassigned", assigned && !entry.unassigned.empty());
    assigned = entry.unassigned.empty();
    list << row;
  }
  return list;
}

}  // namespace concord::response
