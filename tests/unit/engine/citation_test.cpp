#include "concord/engine/citation.h"

#include <gmock/gmock.h>

#include <Poco/JSON/Parser.h>

#include "tests/support/small_archive.h"

namespace concord::engine {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::Pair;

CitationView Plan() {
  CitationView cited{.id = "r1.7",
                     .title = "Lamps & Ladders: 100% of {them}",
                     .authors = {{"van Rowan", "Ada"}, {"Head of Lamps", ""}},
                     .institution = "Harbour Authority",
                     .committee = "Lamps Committee",
                     .number = "7",
                     .genre = "report"};
  cited.from = {2004, 5, 12};
  cited.date_printed = "12 May 2004";
  cited.place = "recommendation 3, para 12";
  cited.words = "Every lamp_post should be lit.";
  cited.url = "https://harbour.example/lamps.html#p12";
  cited.captured_on = "2004-06-01";
  return cited;
}

TEST(Citation, RisHasTheFieldsOfAReport) {
  EXPECT_EQ(WriteCitations({Plan()}, "ris"),
            "TY  - RPRT\r\n"
            "ID  - r1.7\r\n"
            "TI  - Lamps & Ladders: 100% of {them}\r\n"
            "AU  - van Rowan, Ada\r\n"
            "AU  - Head of Lamps\r\n"
            "PB  - Harbour Authority\r\n"
            "T2  - Lamps Committee\r\n"
            "SN  - 7\r\n"
            "M3  - report\r\n"
            "PY  - 2004\r\n"
            "DA  - 2004/05/12/\r\n"
            "UR  - https://harbour.example/lamps.html#p12\r\n"
            "Y2  - 2004/06/01/\r\n"
            "N1  - Recommendation 3, para 12: Every lamp_post should be lit."
            "\r\n"
            "ER  - \r\n");
}

TEST(Citation, BibtexRunsNothingThatADocumentSays) {
  const std::string tex = WriteCitations({Plan()}, "bibtex");
  EXPECT_THAT(tex, HasSubstr("@techreport{r1.7,\n"));
  EXPECT_THAT(tex, HasSubstr("author = {van Rowan, Ada and {Head of Lamps}}"));
  EXPECT_THAT(tex,
              HasSubstr("title = {{Lamps \\& Ladders: 100\\% of \\{them\\}}}"));
  EXPECT_THAT(tex, HasSubstr("year = {2004},\n  month = may,"));
  EXPECT_THAT(tex, HasSubstr("lamp\\_post"));
  EXPECT_THAT(tex, HasSubstr("urldate = {2004-06-01}"));
  CitationView bad = Plan();
  bad.title = "a\\input{x}~^";
  bad.institution = "";
  const std::string hostile = WriteCitations({bad}, "bibtex");
  EXPECT_THAT(hostile, HasSubstr("@misc{"));
  EXPECT_THAT(hostile, HasSubstr("a\\textbackslash{}input\\{x\\}"
                                 "\\textasciitilde{}\\textasciicircum{}"));
}

TEST(Citation, CslJsonIsJsonOfReports) {
  Poco::JSON::Parser parser;
  CitationView period = Plan();
  period.to = {2005, 3, 0};
  period.approximate = true;
  CitationView undated = Plan();
  undated.from = {};
  undated.url = "";
  const auto all = parser.parse(WriteCitations({period, undated}, "csl-json"))
                       .extract<Poco::JSON::Array::Ptr>();
  ASSERT_EQ(all->size(), 2u);
  const auto first = all->getObject(0);
  EXPECT_EQ(first->getValue<std::string>("type"), "report");
  EXPECT_EQ(
      first->getArray("author")->getObject(1)->getValue<std::string>("literal"),
      "Head of Lamps");
  const auto issued = first->getObject("issued");
  EXPECT_EQ(issued->getArray("date-parts")->size(), 2u);
  EXPECT_TRUE(issued->getValue<bool>("circa"));
  EXPECT_EQ(first->getValue<std::string>("collection-title"),
            "Lamps Committee");
  const auto second = all->getObject(1);
  EXPECT_EQ(second->getObject("issued")->getValue<std::string>("literal"),
            "12 May 2004");
  EXPECT_FALSE(second->has("accessed"));
}

TEST(Citation, IsASentenceForPeople) {
  EXPECT_EQ(WriteCitations({Plan()}, "text"),
            "van Rowan, Ada and Head of Lamps (2004) Lamps & Ladders: 100% of "
            "{them}. Report 7, Harbour Authority, Lamps Committee, 12 May "
            "2004, recommendation 3, para 12. "
            "https://harbour.example/lamps.html#p12 (captured 2004-06-01).\n");
  EXPECT_EQ(WriteCitations({{.title = "Notes"}}, "text"), "Notes.\n");
  EXPECT_EQ(WriteCitations({Plan()}, "endnote"), "");
  EXPECT_EQ(FindCitationFormat("endnote"), nullptr);
  EXPECT_EQ(CitationFormatsInWords(), "text, ris, bibtex or csl-json");
}

// What makes it a report in Zotero, and not an article or a page.
TEST(Citation, MetaNamesTheInstitutionOfAReport) {
  const auto metas = CitationMeta(Plan());
  EXPECT_THAT(metas,
              ::testing::Contains(Pair("citation_technical_report_institution",
                                       "Harbour Authority")));
  EXPECT_THAT(metas, ::testing::Contains(Pair("citation_date", "2004-05-12")));
  EXPECT_THAT(metas, ::testing::Contains(Pair("DC.creator", "van Rowan, Ada")));
  for (const auto& [name, content] : CitationMeta({.title = "Notes"})) {
    EXPECT_FALSE(content.empty()) << name;
  }
}

TEST(Citation, OfTheArchiveComesFromTheHeaderAndThePlace) {
  testing::SmallArchive archive;
  archive.UseSpecimens();
  const auto engine = archive.Open();
  const std::string id = archive.ReportId("ccc-2001-11-13-09.html");
  const auto report = engine->Cite(id);
  ASSERT_TRUE(report.has_value()) << report.error().message();
  EXPECT_THAT(report->authors, ElementsAre(CitedName{"Garrowby", "Stephen"},
                                           CitedName{"Tasker", "Helen"}));
  EXPECT_EQ(report->institution, "Community Consultation Committee");
  EXPECT_EQ(report->number, "09");
  EXPECT_EQ(report->from, (CitedDate{2001, 11, 13}));
  EXPECT_EQ(report->url, "") << "a file of one machine is no address";
  const std::string inspection =
      archive.ReportId("ips-keeping-faith-1997.html");
  const auto item = engine->Cite(inspection + ".16");
  ASSERT_TRUE(item.has_value());
  EXPECT_EQ(item->institution, "Inspectorate of Policing Standards");
  EXPECT_THAT(item->place, HasSubstr("recommendation 16"));
  EXPECT_THAT(item->words, HasSubstr("annual report"));
  EXPECT_FALSE(engine->Cite("r000000000000").has_value());
}

}  // namespace
}  // namespace concord::engine
