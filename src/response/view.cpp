// The response as a tree of named texts for the templates.
//
// A template falls back to the enclosing section where a name is missing, so
// every name is always set, to false where there is nothing to say.

#include "view.h"

#include <algorithm>
#include <map>
#include <sstream>

#include "concord/base/unicode.h"
#include "concord/response/reach.h"
#include "reported.h"
#include "words.h"

namespace concord::response {
namespace {

using kainjow::mustache::data;

constexpr std::size_t kWordsOfCovered = 120;  // bytes
constexpr std::size_t kWordsOfHeading = 70;

void Set(data* view, const std::string& name, const std::string& text) {
  if (text.empty()) {
    view->set(name, data{false});
  } else {
    view->set(name, data{text});
  }
}

void Set(data* view, const std::string& name, std::int32_t number) {
  view->set(name, data{number < 0 ? std::string("–") : std::to_string(number)});
}

void SetList(data* view, const std::string& name, const data& list) {
  view->set(name, list);
  view->set("has_" + name, data{list.is_non_empty_list()});
}

// The first words, and "…" where there are more.
std::string Beginning(const std::string& text, std::size_t most) {
  std::string whole = CollapseSpace(text);
  if (whole.size() <= most) return whole;
  const std::string begun = Ellipsis(whole, most);
  const std::size_t space = begun.rfind(' ');
  return space == std::string::npos ? begun : begun.substr(0, space) + " …";
}

class ViewBuilder {
 public:
  ViewBuilder(const ConsolidatedResponse& response, std::string reports_at)
      : response_(response), reports_at_(std::move(reports_at)) {
    for (const NumberedSource& source : response.sources) {
      numbers_[source.report] = source.number;
    }
    for (const Entry& entry : response.entries) {
      for (const SourceQuote& member : entry.members) {
        members_[member.id] = &member;
      }
    }
  }

  data Build() const {
    data view{data::type::object};
    Set(&view, "title", response_.title);
    Set(&view, "mark_name", std::string(kResponseProperty));
    Set(&view, "scope_name", response_.scope);
    Set(&view, "subtitle", response_.subtitle);
    Set(&view, "summary", SummaryInWords(response_));
    SetList(&view, "notes", Notes());
    SetList(&view, "reconciliation", Reconciliation());
    view.set("totals", Totals());
    SetList(&view, "relations", Relations());
    SetList(&view, "sets", Sets());
    SetList(&view, "contradictions", Contradictions());
    SetList(&view, "entries", Entries());
    Set(&view, "why_no_entries", WhyNoEntries(response_));
    SetList(&view, "not_held", NotHeld());
    SetList(&view, "excluded", Excluded());
    SetList(&view, "context", Context());
    SetList(&view, "coverage", Coverage());
    SetList(&view, "sources", Sources());
    SetList(&view, "addresses", Addresses());
    return view;
  }

 private:
  std::int32_t NumberOf(const ReportId& report) const {
    const auto found = numbers_.find(report);
    return found == numbers_.end() ? 0 : found->second;
  }

  // Where the words are opened: in the page of another making at its own
  // reports, else where the source stands. "" where nothing opens it.
  std::string Href(std::int32_t source, TextSpan span,
                   const std::string& address) const {
    if (reports_at_.empty()) return address;
    const auto index = static_cast<std::size_t>(source - 1);
    if (index >= response_.sources.size()) return "";
    return reports_at_ + response_.sources[index].report.value +
           "?at=" + std::to_string(span.begin) + "-" +
           std::to_string(span.end) + "#hit";
  }

  // Sets `source`, `place`, `href` and, for a list of addresses below the
  // text, `key`.
  void SetPlace(const SourceQuote& quote, data* row) const {
    SetPlace({quote.source, quote.span}, quote.locator, quote.address, row);
  }

  void SetPlace(const crossref::Quote& quote, data* row) const {
    const std::int32_t source = NumberOf(quote.report);
    const auto found = response_.addresses.find({source, quote.span});
    SetPlace({source, quote.span}, quote.locator,
             found == response_.addresses.end() ? "" : found->second, row);
  }

  void SetPlace(const std::pair<std::int32_t, TextSpan>& at,
                const std::string& locator, const std::string& address,
                data* row) const {
    const std::string href = Href(at.first, at.second, address);
    Set(row, "source", at.first);
    const auto index = static_cast<std::size_t>(at.first - 1);
    Set(row, "from",
        index < response_.sources.size() ? TitleOf(response_.sources[index])
                                         : "");
    // A source without any number or heading is quoted as a whole.
    Set(row, "place", locator.empty() ? "text" : locator);
    Set(row, "href", href);
    Set(row, "key", href.empty() ? "" : KeyOf(href));
  }

  std::string KeyOf(const std::string& href) const {
    const auto [at, is_new] = keys_.emplace(href, keys_.size() + 1);
    if (is_new) addresses_.push_back(href);
    return "p" + std::to_string(at->second);
  }

  // After all others: they make the keys.
  data Addresses() const {
    data list{data::type::list};
    for (std::size_t i = 0; i < addresses_.size(); ++i) {
      data row{data::type::object};
      Set(&row, "key", "p" + std::to_string(i + 1));
      Set(&row, "address", Inert(addresses_[i]));
      list << row;
    }
    return list;
  }

  // An address in which nothing is markup.
  static std::string Inert(const std::string& address) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    constexpr std::string_view kUnsafe = "<>()[]{}\\^`|\"";
    std::string inert;
    for (const char c : address) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte > 32 && byte < 127 &&
          kUnsafe.find(c) == std::string_view::npos) {
        inert += c;
        continue;
      }
      inert += '%';
      inert += kHex[byte >> 4U];
      inert += kHex[byte & 15U];
    }
    return inert;
  }

  data Notes() const {
    data list{data::type::list};
    for (const std::string& note : response_.basis.notes) {
      data row{data::type::object};
      Set(&row, "note", note);
      list << row;
    }
    return list;
  }

  data Reconciliation() const {
    data list{data::type::list};
    for (const scope::Reconciliation& source : response_.basis.reconciliation) {
      data row{data::type::object};
      Set(&row, "name", source.title);
      Set(&row, "stated", source.stated);
      Set(&row, "held", source.held);
      Set(&row, "included", source.held_included);
      Set(&row, "excluded", source.held_excluded);
      Set(&row, "beside", scope::InWords(source.beside));
      Set(&row, "verdict", source.verdict);
      SetList(&row, "places", QuoteRows(source.quotes));
      list << row;
    }
    return list;
  }

  data Totals() const {
    const scope::Totals& totals = response_.basis.totals;
    data row{data::type::object};
    // -1: no number is stated of any source.
    Set(&row, "stated", totals.stated > 0 ? totals.stated : -1);
    Set(&row, "held", totals.held);
    Set(&row, "included", totals.held_included);
    Set(&row, "excluded", totals.held_excluded);
    Set(&row, "beside", scope::InWords(totals.beside));
    return row;
  }

  data Relations() const {
    data list{data::type::list};
    for (const StatedRelation& relation : response_.relations) {
      data row{data::type::object};
      Set(&row, "type", relation.type);
      Set(&row, "object", relation.object);
      Set(&row, "entries", EntriesInWords(relation.entries));
      row.set("some", data{relation.reach == Reach::kSome});
      Set(&row, "quote", relation.quote.quote);
      SetPlace(relation.quote, &row);
      list << row;
    }
    return list;
  }

  data MemberRow(const Entry& entry, std::size_t index) const {
    const SourceQuote& member = entry.members[index];
    data row{data::type::object};
    SetPlace(member, &row);
    Set(&row, "relation", entry.relations[index]);
    Set(&row, "id", member.id);
    Set(&row, "quote", member.quote);
    row.set("again", data{index > 0});  // the first one's words stand above
    return row;
  }

  data QuoteRow(const SourceQuote& quote) const {
    data row{data::type::object};
    Set(&row, "note", SaidOfIt(quote.note));
    SetPlace(quote, &row);
    Set(&row, "quote", quote.quote);
    return row;
  }

  data QuoteRow(const crossref::Quote& quote) const {
    data row{data::type::object};
    SetPlace(quote, &row);
    Set(&row, "quote", quote.text);
    return row;
  }

  template <class Quote>
  data QuoteRows(const std::vector<Quote>& quotes) const {
    data list{data::type::list};
    for (const Quote& quote : quotes) {
      data row = QuoteRow(quote);
      row.set("further", data{list.is_non_empty_list()});
      list << row;
    }
    return list;
  }

  // What is said of a whole set stands once, above the entries.
  data Evidence(const Entry& entry) const {
    data list{data::type::list};
    for (const SourceQuote& quote : entry.evidence) {
      if (!quote.whole_set) list << QuoteRow(quote);
    }
    return list;
  }

  data ReportedRow(const Reported& reported) const {
    data row = QuoteRow(reported.quote);
    Set(&row, "what", InWords(reported));
    Set(&row, "date", DateOf(reported.quote.source));
    row.set("latest", data{reported.latest});
    row.set("differs", data{reported.differs});
    return row;
  }

  std::string DateOf(std::int32_t source) const {
    const auto index = static_cast<std::size_t>(source - 1);
    return index < response_.sources.size()
               ? response_.sources[index].date_printed
               : "";
  }

  data ReportedRows(const Entry& entry) const {
    data list{data::type::list};
    for (const Reported& one : entry.reported) list << ReportedRow(one);
    return list;
  }

  // Of a set as a whole, once.
  data Sets() const {
    data list{data::type::list};
    for (const ReportedOfSet& one : response_.reported_of_sets) {
      data row = QuoteRow(one.said.quote);
      Set(&row, "what", InWords(one));
      Set(&row, "name", one.work);
      Set(&row, "date", DateOf(one.said.quote.source));
      list << row;
    }
    return list;
  }

  data Contradictions() const {
    data list{data::type::list};
    for (const Contradiction& one : response_.contradictions) {
      data row{data::type::object};
      Set(&row, "a", one.a);
      Set(&row, "b", one.b);
      Set(&row, "reason", one.reason);
      data sides{data::type::list};
      for (const bool first : {true, false}) {
        data side = QuoteRow(first ? one.quote_a : one.quote_b);
        Set(&side, "entry", first ? one.a : one.b);
        sides << side;
      }
      SetList(&row, "sides", std::move(sides));
      list << row;
    }
    return list;
  }

  // "Recommendation 3", as the report numbers it; "" where it does not.
  static std::string Named(const Entry& entry) {
    if (entry.members.empty() || entry.members.front().label.empty()) return "";
    const std::string& label = entry.members.front().label;
    const bool says_so = Fold(label).starts_with("rec");
    return says_so ? label : "Recommendation " + label;
  }

  static bool SaysOnlyItsNumber(const Entry& entry) {
    return FoldWords(entry.heading) == FoldWords(Named(entry));
  }

  // For forms in which a line end by itself is a space.
  static data Lines(const std::string& text) {
    data list{data::type::list};
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
      data row{data::type::object};
      row.set("further", data{list.is_non_empty_list()});
      Set(&row, "line", line);
      list << row;
    }
    return list;
  }

  // Names of places that say what an entry of a Word file answers, and what its
  // fields said when it was written.
  static data Marks(const Entry& entry) {
    std::vector<std::string> names;
    for (const std::string& ref : entry.refs) {
      names.push_back(std::string(kRefMark) + ref);
    }
    // A name of a place stands once in a file.
    names.push_back(std::string(kWrittenMark) +
                    Joined(WrittenOf(entry, entry.response.value_or("")), "_") +
                    "_" + std::to_string(entry.number));
    data list{data::type::list};
    for (const std::string& name : names) {
      data one{data::type::object};
      Set(&one, "mark", name);
      list << one;
    }
    return list;
  }

  data EntryRow(const Entry& entry) const {
    data row{data::type::object};
    Set(&row, "number", entry.number);
    Set(&row, "heading", entry.heading);
    Set(&row, "lead_in", entry.lead_in);
    Set(&row, "text", entry.text);
    Set(&row, "begins", Beginning(entry.text, kWordsOfHeading));
    SetList(&row, "lines", Lines(entry.text));
    const std::string named = Named(entry);
    Set(&row, "named", named);
    Set(&row, "section", SaysOnlyItsNumber(entry) ? "" : entry.heading);
    if (!entry.members.empty()) SetPlace(entry.members.front(), &row);
    Set(&row, "others",
        entry.members.size() < 2 ? ""
                                 : std::to_string(entry.members.size() - 1));
    Set(&row, "addressees", Joined(entry.addressees));
    Set(&row, "owners", Joined(OthersNamed(entry)));
    Set(&row, "due", DueInWords(entry));
    data choices{data::type::list};
    for (const std::string& choice : ChoicesInWords(entry)) {
      data one{data::type::object};
      Set(&one, "choice", choice);
      choices << one;
    }
    SetList(&row, "choices", choices);
    data answers{data::type::list};
    for (const std::string& sentence : AnswersInWords(entry)) {
      data one{data::type::object};
      Set(&one, "sentence", sentence);
      answers << one;
    }
    SetList(&row, "answers", answers);
    SetList(&row, "marks", Marks(entry));
    SetList(&row, "response_lines", Lines(entry.response.value_or("")));
    Set(&row, "position", Readable(Name(entry.position)));
    Set(&row, "implementation", Readable(Name(entry.implementation)));
    Set(&row, "implementation_by", entry.implementation_by);
    Set(&row, "by", EntriesInWords(entry.implementation_by_entries));
    Set(&row, "by_first",
        entry.implementation_by_entries.empty()
            ? ""
            : std::to_string(entry.implementation_by_entries.front()));
    Set(&row, "response", entry.response.value_or(""));
    row.set("answered", data{entry.response.has_value()});
    data members{data::type::list};
    for (std::size_t i = 0; i < entry.members.size(); ++i) {
      members << MemberRow(entry, i);
    }
    SetList(&row, "members", std::move(members));
    SetList(&row, "reported", ReportedRows(entry));
    SetList(&row, "evidence", Evidence(entry));
    data related{data::type::list};
    for (const Related& other : entry.related) {
      data item{data::type::object};
      Set(&item, "entry", other.entry);
      Set(&item, "relation", other.relation);
      item.set("further", data{related.is_non_empty_list()});
      related << item;
    }
    SetList(&row, "related", std::move(related));
    return row;
  }

  data Entries() const {
    data list{data::type::list};
    for (const Entry& entry : response_.entries) list << EntryRow(entry);
    return list;
  }

  data NotHeld() const {
    data list{data::type::list};
    for (const scope::NotHeld& work : response_.basis.not_held) {
      data row{data::type::object};
      Set(&row, "name", work.title);
      Set(&row, "missing", work.stated < 0 ? -1 : work.stated - work.held);
      Set(&row, "reason", work.reason);
      data parts{data::type::list};
      for (const extraction::CountPart& part : work.partition) {
        data item{data::type::object};
        Set(&item, "count", part.count);
        const std::string words = crossref::InWords(part);
        Set(&item, "in_words", words.empty() ? "of them" : words);
        parts << item;
      }
      SetList(&row, "partition", std::move(parts));
      SetList(&row, "quotes", QuoteRows(work.quotes));
      list << row;
    }
    return list;
  }

  data Excluded() const {
    data list{data::type::list};
    for (const scope::Decision& decision : response_.basis.excluded) {
      data row{data::type::object};
      const bool quoted = !decision.quotes.empty();
      Set(&row, "text",
          quoted ? decision.quotes.front().text : decision.id.value);
      row.set("placed", data{quoted});
      if (quoted) SetPlace(decision.quotes.front(), &row);
      Set(&row, "reason", decision.reason);
      Set(&row, "would_change", decision.would_change);
      list << row;
    }
    return list;
  }

  data Context() const {
    data list{data::type::list};
    for (const scope::ContextSource& source : response_.basis.context) {
      data row{data::type::object};
      Set(&row, "name", source.title);
      Set(&row, "role", source.role);
      SetList(&row, "quotes", QuoteRows(source.quotes));
      list << row;
    }
    return list;
  }

  data Coverage() const {
    data list{data::type::list};
    for (const CoverageRow& covered : response_.coverage) {
      data row{data::type::object};
      Set(&row, "id", covered.id.value);
      const auto member = members_.find(covered.id.value);
      row.set("placed", data{member != members_.end()});
      if (member != members_.end()) {
        SetPlace(*member->second, &row);
        Set(&row, "words", Beginning(member->second->quote, kWordsOfCovered));
      }
      Set(&row, "entry", covered.entry);
      list << row;
    }
    return list;
  }

  data Sources() const {
    data list{data::type::list};
    for (const NumberedSource& source : response_.sources) {
      data row{data::type::object};
      Set(&row, "number", source.number);
      Set(&row, "name", TitleOf(source));
      Set(&row, "committee", source.committee);
      Set(&row, "date", source.date_printed);
      Set(&row, "uri", source.uri);
      Set(&row, "id", source.report.value);
      data others{data::type::list};
      for (const OtherDate& other : source.other_dates) {
        data date{data::type::object};
        Set(&date, "value", other.value);
        SetPlace(other.quote, &date);
        Set(&date, "quote", other.quote.quote);
        date.set("further", data{others.is_non_empty_list()});
        others << date;
      }
      SetList(&row, "other_dates", std::move(others));
      // Only addresses a browser should follow become links.
      const bool linked = source.uri.starts_with("http://") ||
                          source.uri.starts_with("https://") ||
                          source.uri.starts_with("file://");
      row.set("linked", data{linked});
      Set(&row, "href", linked ? Inert(source.uri) : "");
      list << row;
    }
    return list;
  }

  const ConsolidatedResponse& response_;
  std::map<ReportId, std::int32_t> numbers_;
  std::string reports_at_;
  std::map<std::string, const SourceQuote*> members_;
  // Addresses in the order of their first use, made while the view is built.
  mutable std::map<std::string, std::size_t> keys_;
  mutable std::vector<std::string> addresses_;
};

}  // namespace

data View(const ConsolidatedResponse& response, const std::string& reports_at) {
  return ViewBuilder(response, reports_at).Build();
}

}  // namespace concord::response
