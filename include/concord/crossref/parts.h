#pragma once
// Parts that one page announces and another page of the work is.
//
// Why: a report published as a page a chapter keeps its appendices as pages of
// their own. "See Appendix 4" in a chapter then leads to another document of
// the archive, and nothing is missing.
//
//   PartsHeld held({{id_a, ".../report/appendices/4/index.html",
//                    "APPENDIX 4 LEGAL MATERIALS"}, ...});
//   held.Find(".../report/J/chapter1/index.html", "CHAPTER 1 ...",
//             "Appendix 4")  ->  id_a
//
// What part a page is, its title says ("Appendix 4 ...", "... - Appendix 4") or
// its address ("10-appendix04.htm", ".../appendix4/", "Appendix M -
// Costs.pdf"). It is a part of another page where both lie in one folder, those
// of parts and chapters set aside, and that page is a part or chapter itself, a
// page of contents, or the only other paper there; or where its file is named
// after that page's ("10.htm") or by the number under which both are filed
// ("04-00109 - Costs.pdf", "04-00109 - Appendix A - Map.pdf"); or where of all
// papers of the folder its title shares most words with the page's ("Changes to
// the budget", "Appendix 1 - Budget and financing"). A page that is the part
// itself does not lack it.
//
// Pure; safe from any thread. Cost: one walk over the names.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/id.h"
#include "concord/store/records.h"

namespace concord::crossref {

class PartsHeld {
 public:
  explicit PartsHeld(const std::vector<store::ReportName>& reports);

  // The report that is the part `printed` ("Appendix 4", "annexe B") of
  // `announcer`, perhaps itself; nothing where there is none, or several are.
  std::optional<ReportId> Find(const store::ReportName& announcer,
                               std::string_view printed) const;

 private:
  struct Page {
    ReportId report;
    std::string folder;           // of its file
    std::string named_by;         // "10" of "10-appendix04.htm"; "" if nothing
    std::set<std::string> words;  // telling ones of its title and its file
  };

  struct Paper {
    ReportId report;
    std::set<std::string> words;
  };

  // Whether `announcer` is the one paper of the folder that is nearest in
  // words.
  bool IsNearest(const ReportId& announcer, const std::string& folder,
                 const Page& page) const;

  // By the folder of the work and the part: ".../report\nappendix 4".
  std::multimap<std::string, Page> pages_;
  // Papers of a folder that are no part.
  std::map<std::string, std::vector<Paper>> others_;
};

// "Appendix II", "APPENDIX 2" -> "appendix 2"; "Annexe A" -> "annex a"; "" for
// what names no part.
std::string PartKey(std::string_view printed);

}  // namespace concord::crossref
