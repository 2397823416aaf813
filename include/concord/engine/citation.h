#pragma once
// How a report, or a recommendation of one, is cited: for people, and for the
// programs in which they keep what they cite.
//
//   TRY_ASSIGN(const CitationView cited, engine->Cite("r3fa9c1d2b0e4.7"));
//   WriteCitations({cited}, "ris")      TY  - RPRT ...
//   WriteCitations({cited}, "bibtex")   @techreport{r3fa9c1d2b0e4.7, ...
//   WriteCitations({cited}, "csl-json") [{"id": ..., "type": "report", ...}]
//   WriteCitations({cited}, "text")     Rowan, Ada (2004) A Plan. Report 7 ...
//
// A recommendation is cited as the report it stands in, at its place, with its
// words: reference managers know reports. Nothing is made up: what the report
// does not say is left out. Values; safe from any thread.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace concord::engine {

struct CitedName {
  std::string family;  // or the whole name of what is no person
  std::string given;

  friend bool operator==(const CitedName&, const CitedName&) = default;
};

struct CitedDate {
  int year = 0;  // 0 = none is known
  int month = 0;
  int day = 0;

  friend bool operator==(const CitedDate&, const CitedDate&) = default;
};

struct CitationView {
  std::string id;
  std::string title;
  std::vector<CitedName> authors;  // who presented it where none is named
  std::string institution;         // publisher, else committee
  std::string committee;
  std::string number;  // of the report, as printed
  std::string genre;   // "report", "minutes", ...
  CitedDate from;      // of the meeting or of publication
  CitedDate to;        // where it is a period
  bool approximate = false;
  std::string date_printed;
  std::string place;  // "recommendation 7, para 12"; "" = the whole report
  std::string words;  // of the recommendation
  std::string url;    // http or https only
  std::string captured_on;  // "2004-05-12"; "" if not known
};

struct CitationFormat {
  std::string_view name;    // as it is asked for
  std::string_view title;   // "RIS"
  std::string_view ending;  // of a file, ".ris"
  std::string_view media_type;
};
const std::vector<CitationFormat>& CitationFormats();
// nullptr where there is none of this name.
const CitationFormat* FindCitationFormat(std::string_view name);
// "text, ris, bibtex or csl-json"
std::string CitationFormatsInWords();

// In a format there is; "" for another.
std::string WriteCitations(const std::vector<CitationView>& cited,
                           std::string_view format);

// Names and contents of <meta> elements that reference managers read on a page
// of the report: citation_title, DC.title and the like.
std::vector<std::pair<std::string, std::string>> CitationMeta(
    const CitationView& cited);

}  // namespace concord::engine
