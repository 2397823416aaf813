// The response as a workbook: the entries to be answered, every recommendation
// behind them, what is left out or not held, what adds up, and the sources.

#include "concord/office/workbook.h"

#include <map>

#include "concord/office/plain.h"
#include "concord/response/reach.h"
#include "concord/response/response.h"
#include "response/entry_columns.h"
#include "response/reported.h"
#include "response/words.h"

namespace concord::response {
namespace {

using office::Cell;
using office::Number;
using office::Workbook;

std::vector<std::string> ReadableChoices(AnswerField field) {
  std::vector<std::string> names = ChoicesOf(field);
  for (std::string& name : names) name = Readable(name);
  return names;
}

// Points where there are several.
std::string Listed(const std::vector<std::string>& lines) {
  return (lines.size() > 1 ? "• " : "") + Joined(lines, "\n• ");
}

class Writer {
 public:
  Writer(const ConsolidatedResponse& response, Workbook& book)
      : response_(response), book_(book) {
    for (const NumberedSource& source : response.sources) {
      sources_[source.report] = &source;
    }
  }

  Result<> Write() {
    TRY_RETURN(Entries());
    TRY_RETURN(Recommendations());
    TRY_RETURN(NotAnswered());
    TRY_RETURN(AddsUp());
    TRY_RETURN(Contradictions());
    return Sources();
  }

 private:
  const NumberedSource* SourceOf(std::int32_t number) const {
    const auto index = static_cast<std::size_t>(number - 1);
    return index < response_.sources.size() ? &response_.sources[index]
                                            : nullptr;
  }

  // "Keeping Faith, para 7"
  std::string Where(const SourceQuote& quote) const {
    const NumberedSource* source = SourceOf(quote.source);
    return Where(source, quote.locator);
  }
  std::string Where(const crossref::Quote& quote) const {
    const auto found = sources_.find(quote.report);
    return Where(found == sources_.end() ? nullptr : found->second,
                 quote.locator);
  }
  static std::string Where(const NumberedSource* source,
                           const std::string& locator) {
    std::string where = source == nullptr ? std::string() : TitleOf(*source);
    if (!locator.empty()) where += (where.empty() ? "" : ", ") + locator;
    return where;
  }

  // The words with their place, a line each.
  template <class Quote>
  std::string Quoted(const std::vector<Quote>& quotes) const {
    std::vector<std::string> lines;
    lines.reserve(quotes.size());
    for (const Quote& quote : quotes) {
      lines.push_back(Where(quote) + ": “" + TextOf(quote) + "”");
    }
    return Listed(lines);
  }
  static const std::string& TextOf(const SourceQuote& quote) {
    return quote.quote;
  }
  static const std::string& TextOf(const crossref::Quote& quote) {
    return quote.text;
  }

  std::string AddressOf(const crossref::Quote& quote) const {
    const auto source = sources_.find(quote.report);
    if (source == sources_.end()) return "";
    const auto found =
        response_.addresses.find({source->second->number, quote.span});
    return found == response_.addresses.end() ? "" : found->second;
  }

  Result<> Entries() {
    TRY_RETURN(book_.AddSheet({.name = std::string(kEntriesSheet),
                               .columns = EntryColumns(),
                               .frozen_columns = 2}));
    for (const Entry& entry : response_.entries) {
      TRY_RETURN(book_.AddRow(EntryRow(entry)));
    }
    if (response_.entries.empty()) {
      TRY_RETURN(book_.AddRow({"", WhyNoEntries(response_)}));
    }
    return {};
  }

  std::vector<Cell> EntryRow(const Entry& entry) const {
    std::vector<std::string> asked;
    for (const SourceQuote& member : entry.members) {
      asked.push_back(Where(member));
    }
    std::vector<std::string> printed;
    std::vector<std::string> edtf;
    for (const extraction::DateMention& due : entry.due) {
      printed.push_back(due.printed);
      if (!due.edtf.empty()) edtf.push_back(due.edtf);
    }
    std::vector<std::string> related;
    for (const Related& other : entry.related) {
      related.push_back("entry " + std::to_string(other.entry) + " (" +
                        other.relation + ")");
    }
    const std::string others = Joined(OthersNamed(entry), "\n");
    const bool asked_of_nobody = entry.addressees.empty() && !others.empty();
    return {
        Number(entry.number),
        entry.lead_in.empty() ? entry.text : entry.lead_in + "\n" + entry.text,
        Joined(asked, "\n"),
        AskedOf(entry, asked_of_nobody ? others : ""),
        asked_of_nobody ? "" : others,
        Joined(printed, "\n"),
        Joined(edtf, "\n"),
        Readable(Name(entry.position)),
        Readable(Name(entry.implementation)),
        entry.response.value_or(""),
        ReportedOf(entry),
        Evidence(entry),
        Joined(related, "\n"),
        Listed(ChoicesInWords(entry)),
        Listed(AnswersInWords(entry)),
        Joined(entry.refs, " "),
        Joined(WrittenOf(entry, InACell(entry.response.value_or(""))), " ")};
  }

  // Whom it is addressed to, else who has to act; and where nothing says that
  // it is theirs, why it is here.
  static std::string AskedOf(const Entry& entry, const std::string& owners) {
    std::string asked =
        owners.empty() ? Joined(entry.addressees, "\n") : "Owners: " + owners;
    if (entry.unassigned.empty()) return asked;
    return asked + (asked.empty() ? "" : "\n") + "Whose: " + entry.unassigned;
  }

  // What is read back out of a cell, which cuts a long text.
  static std::string InACell(const std::string& text) {
    std::string plain = office::Plain(text);
    std::string cell = office::CellText(text);
    return cell.size() < plain.size() ? cell : plain;
  }

  std::string ReportedOf(const Entry& entry) const {
    std::vector<std::string> lines;
    for (const Reported& one : entry.reported) {
      const std::string was = one.withdrawn_by.empty() ? "" : "WITHDRAWN: ";
      lines.push_back(Told(
          was + InWords(one) + (one.differs ? ", which differs" : ""), one));
    }
    return Listed(lines);
  }

  std::string Told(const std::string& what, const Reported& reported) const {
    const NumberedSource* source = SourceOf(reported.quote.source);
    const std::string date = source == nullptr ? "" : source->date_printed;
    std::string told = what + " – " + Where(reported.quote) +
                       (date.empty() ? "" : ", " + date) + ": “" +
                       reported.quote.quote + "”";
    for (const SourceQuote& quote : reported.withdrawn_by) {
      told += "; withdrawn by " + Where(quote) + ": “" + quote.quote + "”";
    }
    return told;
  }

  // What is said of a whole set stands once, in what adds up.
  std::string Evidence(const Entry& entry) const {
    std::vector<std::string> lines;
    for (const SourceQuote& quote : entry.evidence) {
      if (quote.whole_set) continue;
      lines.push_back(SaidOfIt(quote.note) + " – " + Where(quote) +
                      (quote.quote.empty() ? "" : ": “" + quote.quote + "”"));
    }
    return Listed(lines);
  }

  Result<> Recommendations() {
    TRY_RETURN(
        book_.AddSheet({.name = std::string(kRecommendationsSheet),
                        .columns = {{.name = "Entry", .width = 7},
                                    {.name = "Report", .width = 34},
                                    {.name = "Committee", .width = 24},
                                    {.name = "Date", .width = 20},
                                    {.name = "Number", .width = 9},
                                    {.name = "Where", .width = 24},
                                    {.name = "Words", .width = 60},
                                    {.name = "To the entry", .width = 13},
                                    {.name = "Id", .width = 18}},
                        .frozen_columns = 1}));
    for (const Entry& entry : response_.entries) {
      for (std::size_t i = 0; i < entry.members.size(); ++i) {
        const SourceQuote& member = entry.members[i];
        const NumberedSource* source = SourceOf(member.source);
        TRY_RETURN(book_.AddRow(
            {Number(entry.number), source == nullptr ? "" : TitleOf(*source),
             source == nullptr ? "" : source->committee,
             source == nullptr ? "" : source->date_printed, member.label,
             Cell(member.locator.empty() ? "text" : member.locator,
                  member.address),
             member.quote, entry.relations_read[i], member.id}));
      }
    }
    return {};
  }

  // What a reader of the entries looks for in vain, and why.
  Result<> NotAnswered() {
    TRY_RETURN(book_.AddSheet(
        {.name = "Left out, not held",
         .columns = {{.name = "What", .width = 16},
                     {.name = "How many", .width = 9},
                     {.name = "Work or report", .width = 34},
                     {.name = "Where", .width = 24},
                     {.name = "Words", .width = 60},
                     {.name = "Why", .width = 40},
                     {.name = "What would change it", .width = 34},
                     {.name = "Id", .width = 18}}}));
    for (const scope::Disposition& disposition : response_.basis.excluded) {
      TRY_RETURN(book_.AddRow(ExcludedRow(disposition)));
    }
    for (const scope::NotHeld& work : response_.basis.not_held) {
      TRY_RETURN(
          book_.AddRow({"stated, not held",
                        work.stated < 0 ? Cell("not stated")
                                        : Number(work.stated - work.held),
                        work.title, "", Quoted(work.quotes), work.reason, "",
                        work.work.value}));
    }
    for (const scope::ContextSource& source : response_.basis.context) {
      TRY_RETURN(book_.AddRow({"drawn on, not answered", "", source.title, "",
                               Quoted(source.quotes), source.role, "",
                               source.work.value}));
    }
    return {};
  }

  std::vector<Cell> ExcludedRow(const scope::Disposition& disposition) const {
    if (disposition.quotes.empty()) {
      return {"left out",
              Number(1),
              "",
              "",
              "",
              disposition.reason,
              disposition.would_change,
              disposition.id.value};
    }
    const crossref::Quote& quote = disposition.quotes.front();
    const auto source = sources_.find(quote.report);
    return {
        "left out",
        Number(1),
        source == sources_.end() ? "" : TitleOf(*source->second),
        Cell(quote.locator.empty() ? "text" : quote.locator, AddressOf(quote)),
        quote.text,
        disposition.reason,
        disposition.would_change,
        disposition.id.value};
  }

  Result<> AddsUp() {
    TRY_RETURN(book_.AddSheet(
        {.name = "Does it add up",
         .columns = {{.name = "Source", .width = 44},
                     {.name = "Stated", .width = 9},
                     {.name = "Held", .width = 9},
                     {.name = "= Included", .width = 10},
                     {.name = "+ Left out", .width = 10},
                     {.name = "Not counted", .width = 22},
                     {.name = "Verdict", .width = 16},
                     {.name = "Where it is said", .width = 70}}}));
    for (const scope::Reconciliation& source : response_.basis.reconciliation) {
      TRY_RETURN(book_.AddRow(
          {source.title, source.stated < 0 ? Cell("–") : Number(source.stated),
           Number(source.held), Number(source.held_included),
           Number(source.held_excluded), scope::InWords(source.beside),
           source.verdict, Quoted(source.quotes)}));
    }
    const scope::Totals& totals = response_.basis.totals;
    TRY_RETURN(book_.AddRow(
        {"All", totals.stated > 0 ? Number(totals.stated) : Cell("–"),
         Number(totals.held), Number(totals.held_included),
         Number(totals.held_excluded), scope::InWords(totals.beside), "",
         SummaryInWords(response_)}));
    for (const StatedRelation& relation : response_.relations) {
      TRY_RETURN(book_.AddRow(
          {"Said: " + relation.type +
               (relation.object.empty() ? "" : " " + relation.object),
           "", "", "", "", EntriesInWords(relation.entries), "",
           Where(relation.quote) + ": “" + relation.quote.quote + "”"}));
    }
    for (const ReportedOfSet& set : response_.reported_of_sets) {
      TRY_RETURN(book_.AddRow(
          {"Reported" + (set.work.empty() ? std::string() : " of " + set.work),
           "", "", "", "", "", "", Told(InWords(set), set.said)}));
    }
    for (const StatedConflict& one : response_.conflicts) {
      TRY_RETURN(book_.AddRow({"In conflict: " + one.subject, "", "", "", "",
                               EntriesInWords(one.entries), one.rule,
                               one.says_a + " – " + Where(one.quote_a) + ": “" +
                                   one.quote_a.quote + "”\n" + one.says_b +
                                   " – " + Where(one.quote_b) + ": “" +
                                   one.quote_b.quote + "”"}));
    }
    for (const std::string& note : response_.basis.notes) {
      TRY_RETURN(book_.AddRow({"Note", "", "", "", "", "", "", note}));
    }
    return {};
  }

  // Only where there are any: a sheet that is empty says nothing.
  Result<> Contradictions() {
    if (response_.contradictions.empty()) return {};
    TRY_RETURN(
        book_.AddSheet({.name = "Cannot both be accepted",
                        .columns = {{.name = "Entry", .width = 7},
                                    {.name = "Asks", .width = 60},
                                    {.name = "And entry", .width = 7},
                                    {.name = "Asks", .width = 60},
                                    {.name = "Why not both", .width = 44}}}));
    for (const Contradiction& one : response_.contradictions) {
      TRY_RETURN(book_.AddRow(
          {Number(one.a), one.quote_a.quote + "\n" + Where(one.quote_a),
           Number(one.b), one.quote_b.quote + "\n" + Where(one.quote_b),
           one.reason}));
    }
    return {};
  }

  Result<> Sources() {
    TRY_RETURN(book_.AddSheet({.name = "Sources",
                               .columns = {{.name = "No.", .width = 5},
                                           {.name = "Title", .width = 50},
                                           {.name = "Committee", .width = 34},
                                           {.name = "Date", .width = 22},
                                           {.name = "Other dates", .width = 40},
                                           {.name = "Address", .width = 50},
                                           {.name = "Id", .width = 16}}}));
    for (const NumberedSource& source : response_.sources) {
      std::vector<std::string> others;
      for (const OtherDate& other : source.other_dates) {
        others.push_back(other.value + " – " + Where(other.quote) + ": “" +
                         other.quote.quote + "”");
      }
      TRY_RETURN(book_.AddRow(
          {Number(source.number), TitleOf(source), source.committee,
           source.date_printed, Joined(others, "\n"),
           Cell(source.uri, source.uri), source.report.value}));
    }
    return {};
  }

  const ConsolidatedResponse& response_;
  Workbook& book_;
  std::map<ReportId, const NumberedSource*> sources_;
};

}  // namespace

const std::vector<office::Column>& EntryColumns() {
  static const std::vector<office::Column> kColumns = {
      {.name = "No.", .width = 5},
      {.name = "What is asked", .width = 44},
      {.name = "Asked in", .width = 22},
      {.name = "Addressed to", .width = 15},
      {.name = "Also named", .width = 13},
      {.name = "Due, as printed", .width = 12},
      {.name = "Due, EDTF", .width = 11},
      {.name = "Position",
       .width = 10,
       .choices = ReadableChoices(AnswerField::kPosition),
       .for_answers = true},
      {.name = "Implementation",
       .width = 13,
       .choices = ReadableChoices(AnswerField::kImplementation),
       .for_answers = true},
      {.name = "Response", .width = 32, .for_answers = true},
      {.name = "Reported", .width = 32},
      {.name = "Evidence", .width = 36},
      {.name = "See also", .width = 10},
      {.name = "Chosen by people", .width = 30},
      {.name = "Answered by", .width = 30},
      {.name = std::string(kRefsColumn), .width = 24, .hidden = true},
      {.name = std::string(kWrittenColumn), .width = 22, .hidden = true}};
  return kColumns;
}

Result<std::string> RenderWorkbook(const ConsolidatedResponse& response) {
  TRY_ASSIGN(auto book,
             Workbook::Create({.title = response.title,
                               .made_at = MadeAt(response),
                               .properties = {{std::string(kResponseProperty),
                                               response.scope}}}));
  TRY_RETURN(Writer(response, *book).Write());
  return book->Finish();
}

}  // namespace concord::response
