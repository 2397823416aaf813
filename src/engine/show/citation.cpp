// What is cited comes from the header of the report. The fields of each format
// are those that its readers take a report from: RIS as reference managers
// import it (RPRT: PB institution, SN number, T2 series), BibTeX's techreport,
// CSL-JSON 1.0, and the meta elements of Highwire and Dublin Core, of which
// citation_technical_report_institution alone says that it is a report.

#include "concord/engine/citation.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "base/json_object.h"
#include "concord/base/unicode.h"
#include "concord/document/place.h"
#include "concord/edtf/edtf.h"
#include "engine/archive_engine.h"

namespace concord::engine {
namespace {

// --- What is cited

bool IsTitleOfAPerson(const std::string& word) {
  constexpr std::array<std::string_view, 16> kTitles = {
      "mr",   "mrs", "ms",   "miss",      "dr",   "professor",
      "prof", "sir", "dame", "lord",      "lady", "baroness",
      "cllr", "hon", "rev",  "councillor"};
  std::string folded = Fold(word);
  if (folded.ends_with('.')) folded.pop_back();
  return std::find(kTitles.begin(), kTitles.end(), folded) != kTitles.end();
}

bool BeginsSmall(const std::string& word) {
  return !word.empty() && word[0] >= 'a' && word[0] <= 'z';
}

// "Dame Ada van Rowan" -> van Rowan, Ada.
CitedName PersonNamed(const std::string& printed) {
  std::vector<std::string> words;
  const std::string name = CollapseSpace(printed.substr(0, printed.find(',')));
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    words.push_back(name.substr(at, end - at));
    at = end + 1;
  }
  while (words.size() > 1 && IsTitleOfAPerson(words.front())) {
    words.erase(words.begin());
  }
  if (words.empty()) return {};
  std::size_t family = words.size() - 1;
  while (family > 1 && BeginsSmall(words[family - 1])) --family;
  const auto begin = words.begin();
  const auto middle = begin + static_cast<std::ptrdiff_t>(family);
  return {fmt::format("{}", fmt::join(middle, words.end(), " ")),
          fmt::format("{}", fmt::join(begin, middle, " "))};
}

std::vector<CitedName> AuthorsOf(const extraction::Header& header) {
  std::vector<CitedName> authors;
  for (const extraction::OwnerMention& author : header.authors) {
    authors.push_back(author.kind == extraction::OwnerKind::kPerson
                          ? PersonNamed(author.name)
                          : CitedName{CollapseSpace(author.name), ""});
  }
  if (authors.empty() && !header.by.printed.empty()) {
    authors.push_back({CollapseSpace(header.by.printed), ""});
  }
  std::erase(authors, CitedName{});
  return authors;
}

CitedDate DateOf(const edtf::Date& date) {
  CitedDate cited{.year = date.unspecified_digits > 0 ? 0 : date.year};
  if (date.month < 1 || date.month > 12 || date.month_unspecified) return cited;
  cited.month = date.month;
  if (!date.day_unspecified) cited.day = date.day;
  return cited;
}

void SetDate(const extraction::DateMention& date, CitationView* cited) {
  cited->date_printed = CollapseSpace(date.printed);
  if (date.edtf.empty()) return;
  const auto value = edtf::Parse(date.edtf);
  if (!value) return;
  if (const auto* one = std::get_if<edtf::Date>(&*value)) {
    cited->from = DateOf(*one);
    cited->approximate = one->qualifier != edtf::Qualifier::kNone;
  } else if (const auto* period = std::get_if<edtf::Interval>(&*value)) {
    const bool begins = period->start.kind == edtf::BoundKind::kDate;
    const bool ends = period->end.kind == edtf::BoundKind::kDate;
    if (begins) cited->from = DateOf(period->start.date);
    if (ends) cited->to = DateOf(period->end.date);
    if (!begins) std::swap(cited->from, cited->to);
  }
}

bool IsWebAddress(const std::string& uri) {
  return uri.starts_with("http://") || uri.starts_with("https://");
}

Result<std::string> PublisherOf(const ReportId& report,
                                const Snapshot& snapshot) {
  TRY_ASSIGN(const auto works, ReadNamed<crossref::Work>(
                                   snapshot.register_rows(), HeldAs(report)));
  for (const crossref::Work& work : works) {
    if (!work.publisher.empty()) return CollapseSpace(work.publisher);
  }
  return "";
}

Result<CitationView> CitedReport(const store::ReportRecord& report,
                                 const Snapshot& snapshot) {
  const extraction::Header& header = report.header();
  TRY_ASSIGN(const std::string publisher, PublisherOf(report.id, snapshot));
  CitationView cited{.id = report.id.value,
                     .title = CollapseSpace(TitleOf(report)),
                     .authors = AuthorsOf(header),
                     .institution = publisher,
                     .committee = CollapseSpace(header.committee.printed),
                     .number = CollapseSpace(header.report_number.printed),
                     .genre = std::string(Name(header.kind))};
  for (const std::string& other :
       {cited.committee, CollapseSpace(header.contact_unit.printed)}) {
    if (cited.institution.empty()) cited.institution = other;
  }
  SetDate(header.date, &cited);
  if (IsWebAddress(report.uri)) cited.url = report.uri;
  for (const store::CaptureRecord& capture : report.captures) {
    if (capture.captured_at.size() < 10) continue;
    cited.captured_on = capture.captured_at.substr(0, 10);
    break;
  }
  return cited;
}

Result<CitationView> CitedRecommendation(
    const store::StoredRecommendation& stored,
    const store::ReportRecord& report, const Snapshot& snapshot) {
  const extraction::Recommendation& item = stored.item;
  TRY_ASSIGN(CitationView cited, CitedReport(report, snapshot));
  cited.id = stored.id.value;
  cited.words = CollapseSpace(item.text);
  cited.place = Name(item.kind);
  if (!item.label.empty()) cited.place += " " + item.label;
  // "rec 7" says no more than "recommendation 7".
  if (!item.locator.empty() && item.locator != "rec " + item.label) {
    cited.place += ", " + CollapseSpace(item.locator);
  }
  if (!cited.url.empty()) {
    cited.url = document::AddressAt(report.uri, report.document, item.span);
  }
  return cited;
}

// --- How it is written

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

std::string IsoOf(const CitedDate& date) {
  if (date.year == 0) return "";
  if (date.month == 0) return fmt::format("{:04}", date.year);
  if (date.day == 0) return fmt::format("{:04}-{:02}", date.year, date.month);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string NameInOrder(const CitedName& name) {
  return name.given.empty() ? name.family : name.family + ", " + name.given;
}

// "Recommendation 7, para 12: the words".
std::string NoteOf(const CitationView& cited) {
  if (cited.place.empty()) return "";
  std::string note = cited.place + ": " + cited.words;
  note[0] =
      static_cast<char>(std::toupper(static_cast<unsigned char>(note[0])));
  return note;
}

std::string RisOf(const CitationView& cited) {
  std::string ris = "TY  - RPRT\r\n";
  const auto add = [&](std::string_view tag, const std::string& value) {
    if (!value.empty()) ris += fmt::format("{}  - {}\r\n", tag, value);
  };
  add("ID", cited.id);
  add("TI", cited.title);
  for (const CitedName& author : cited.authors) {
    // A comma divides family and given names; other names have none.
    add("AU", author.given.empty()
                  ? author.family.substr(0, author.family.find(','))
                  : NameInOrder(author));
  }
  add("PB", cited.institution);
  if (cited.committee != cited.institution) add("T2", cited.committee);
  add("SN", cited.number);
  add("M3", cited.genre);
  if (cited.from.year != 0) {
    const auto part = [](int number) {
      return number == 0 ? std::string() : fmt::format("{:02}", number);
    };
    add("PY", fmt::format("{:04}", cited.from.year));
    add("DA", fmt::format("{:04}/{}/{}/", cited.from.year,
                          part(cited.from.month), part(cited.from.day)));
  }
  add("UR", cited.url);
  std::string captured = cited.captured_on;
  std::replace(captured.begin(), captured.end(), '-', '/');
  if (!captured.empty() && !cited.url.empty()) add("Y2", captured + "/");
  add("N1", NoteOf(cited));
  return ris + "ER  - \r\n";
}

// TeX reads some characters as commands.
std::string TexOf(const std::string& text) {
  std::string tex;
  for (const char c : text) {
    switch (c) {
      case '\\':
        tex += "\\textbackslash{}";
        break;
      case '~':
        tex += "\\textasciitilde{}";
        break;
      case '^':
        tex += "\\textasciicircum{}";
        break;
      case '&':
      case '%':
      case '$':
      case '#':
      case '_':
      case '{':
      case '}':
        tex += '\\';
        [[fallthrough]];
      default:
        tex += c;
    }
  }
  return tex;
}

// Inside \url{} nothing but a brace that is not closed does harm.
std::string UrlForTex(std::string url) {
  std::erase_if(url, [](char c) { return c == '{' || c == '}' || c == '\\'; });
  return url;
}

std::string BibtexOf(const CitationView& cited) {
  const bool has_institution = !cited.institution.empty();
  std::string tex =
      fmt::format("@{}{{{}", has_institution ? "techreport" : "misc", cited.id);
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) tex += fmt::format(",\n  {} = {{{}}}", name, value);
  };
  std::string authors;
  for (const CitedName& author : cited.authors) {
    authors += authors.empty() ? "" : " and ";
    authors += author.given.empty() ? "{" + TexOf(author.family) + "}"
                                    : TexOf(NameInOrder(author));
  }
  add("author", authors);
  add("title", "{" + TexOf(cited.title) + "}");
  if (has_institution) add("institution", TexOf(cited.institution));
  add("type", TexOf(cited.genre));
  add("number", TexOf(cited.number));
  if (cited.from.year != 0) {
    add("year", fmt::format("{}", cited.from.year));
    if (cited.from.month != 0) {
      const std::string_view month =
          kMonths.at(static_cast<std::size_t>(cited.from.month - 1));
      // A name that BibTeX knows: no braces.
      std::string small(month.substr(0, 3));
      small[0] = static_cast<char>(small[0] - 'A' + 'a');
      tex += fmt::format(",\n  month = {}", small);
    }
    add("date",
        IsoOf(cited.from) + (cited.to.year != 0 ? "/" + IsoOf(cited.to) : ""));
  }
  add("url", UrlForTex(cited.url));
  if (!cited.url.empty()) add("urldate", cited.captured_on);
  add("note", TexOf(NoteOf(cited)));
  return tex + "\n}\n";
}

JsonArray DateParts(const CitedDate& date) {
  JsonArray parts;
  parts.add(date.year);
  if (date.month != 0) parts.add(date.month);
  if (date.day != 0) parts.add(date.day);
  return parts;
}

JsonObject CslOf(const CitationView& cited) {
  JsonObject object = NewObject();
  const auto add = [&](const std::string& name, const std::string& value) {
    if (!value.empty()) object.set(name, value);
  };
  object.set("id", cited.id);
  object.set("type", "report");
  object.set("title", cited.title);
  if (!cited.authors.empty()) {
    object.set("author", ArrayOf(cited.authors, [](const CitedName& name) {
                 JsonObject one = NewObject();
                 if (name.given.empty()) {
                   one.set("literal", name.family);
                 } else {
                   one.set("family", name.family);
                   one.set("given", name.given);
                 }
                 return one;
               }));
  }
  JsonObject issued = NewObject();
  if (cited.from.year != 0) {
    JsonArray days;
    days.add(DateParts(cited.from));
    if (cited.to.year != 0) days.add(DateParts(cited.to));
    issued.set("date-parts", days);
    if (cited.approximate) issued.set("circa", true);
    object.set("issued", issued);
  } else if (!cited.date_printed.empty()) {
    issued.set("literal", cited.date_printed);
    object.set("issued", issued);
  }
  add("publisher", cited.institution);
  if (cited.committee != cited.institution) {
    add("collection-title", cited.committee);
  }
  add("number", cited.number);
  add("genre", cited.genre);
  add("URL", cited.url);
  const auto day = edtf::ParseDay(cited.captured_on);
  if (day && !cited.url.empty()) {
    JsonObject accessed = NewObject();
    JsonArray days;
    days.add(DateParts({day->year, day->month, day->day}));
    accessed.set("date-parts", days);
    object.set("accessed", accessed);
  }
  add("note", NoteOf(cited));
  return object;
}

// For people: "Rowan, Ada (2004) A Plan. Report 7, Lane Committee, 12 May 2004,
// recommendation 3, para 12. https://... (captured 2004-06-01)."
std::string TextOf(const CitationView& cited) {
  std::string text;
  for (std::size_t i = 0; i < cited.authors.size(); ++i) {
    text += i == 0 ? "" : i + 1 == cited.authors.size() ? " and " : "; ";
    text += NameInOrder(cited.authors[i]);
  }
  if (text.empty()) text = cited.institution;
  if (cited.from.year != 0) {
    text += fmt::format("{}({})", text.empty() ? "" : " ", cited.from.year);
  }
  text += (text.empty() ? "" : " ") + cited.title;
  if (!text.ends_with('.') && !text.ends_with('?')) text += '.';
  std::string rest;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) rest += (rest.empty() ? "" : ", ") + part;
  };
  if (!cited.number.empty()) add("Report " + cited.number);
  add(cited.institution);
  if (cited.committee != cited.institution) add(cited.committee);
  add(cited.date_printed);
  add(cited.place);
  if (!rest.empty()) text += " " + rest + ".";
  if (!cited.url.empty()) {
    text += " " + cited.url;
    if (!cited.captured_on.empty()) {
      text += " (captured " + cited.captured_on + ")";
    }
    text += ".";
  }
  return text + "\n";
}

}  // namespace

const std::vector<CitationFormat>& CitationFormats() {
  static const std::vector<CitationFormat> kFormats = {
      {"text", "text", ".txt", "text/plain; charset=utf-8"},
      {"ris", "RIS", ".ris", "application/x-research-info-systems"},
      {"bibtex", "BibTeX", ".bib", "application/x-bibtex; charset=utf-8"},
      {"csl-json", "CSL-JSON", ".json",
       "application/vnd.citationstyles.csl+json"}};
  return kFormats;
}

const CitationFormat* FindCitationFormat(std::string_view name) {
  const auto& formats = CitationFormats();
  const auto found =
      std::find_if(formats.begin(), formats.end(),
                   [&](const CitationFormat& one) { return one.name == name; });
  return found == formats.end() ? nullptr : &*found;
}

std::string CitationFormatsInWords() {
  std::string words;
  const auto& formats = CitationFormats();
  for (std::size_t i = 0; i < formats.size(); ++i) {
    words += i == 0 ? "" : i + 1 == formats.size() ? " or " : ", ";
    words += formats[i].name;
  }
  return words;
}

std::string WriteCitations(const std::vector<CitationView>& cited,
                           std::string_view format) {
  if (format == "csl-json") {
    std::string json = "[";
    for (std::size_t i = 0; i < cited.size(); ++i) {
      json += (i == 0 ? "\n" : ",\n") + Line(CslOf(cited[i]));
    }
    return json + "\n]\n";
  }
  const bool bibtex = format == "bibtex";
  std::string written;
  for (const CitationView& one : cited) {
    if (bibtex && !written.empty()) written += "\n";
    if (bibtex) written += BibtexOf(one);
    if (format == "ris") written += RisOf(one);
    if (format == "text") written += TextOf(one);
  }
  return written;
}

std::vector<std::pair<std::string, std::string>> CitationMeta(
    const CitationView& cited) {
  std::vector<std::pair<std::string, std::string>> metas;
  const auto add = [&](const std::string& name, const std::string& value) {
    if (!value.empty()) metas.emplace_back(name, value);
  };
  const std::string date = IsoOf(cited.from);
  add("citation_title", cited.title);
  for (const CitedName& author : cited.authors) {
    add("citation_author", NameInOrder(author));
  }
  add("citation_date", date);
  add("citation_technical_report_institution", cited.institution);
  add("citation_technical_report_number", cited.number);
  add("citation_language", "en");
  add("citation_public_url", cited.url);
  add("DC.title", cited.title);
  for (const CitedName& author : cited.authors) {
    add("DC.creator", NameInOrder(author));
  }
  add("DC.date", date);
  add("DC.publisher", cited.institution);
  add("DC.identifier", cited.url.empty() ? cited.id : cited.url);
  add("DC.language", "en");
  return metas;
}

Result<CitationView> ArchiveEngine::Cite(std::string_view id) {
  TRY_ASSIGN(Snapshot * snapshot, SnapshotWith(kRegisterRows));
  TRY_ASSIGN(const std::string full, store_->ResolveId(id));
  TRY_ASSIGN(const auto item, snapshot->Fetch(RecommendationId{full}));
  TRY_ASSIGN(const store::ReportRecord* report,
             snapshot->Fetch(item ? item->report : ReportId{full}));
  if (item && report != nullptr) {
    return CitedRecommendation(*item, *report, *snapshot);
  }
  if (report != nullptr) return CitedReport(*report, *snapshot);
  return Fail(ErrorCode::kNotFound, "no report or recommendation has the id '" +
                                        std::string(id) +
                                        "'; 'concord list reports' shows ids");
}

}  // namespace concord::engine
