// What a meeting resolved against what the paper before it asked for.

#include <gtest/gtest.h>

#include "read_page.h"

namespace concord::crossref {
namespace {

// A paper that asks for `asked` and minutes of `day` that resolve `resolved`.
std::string ToldOf(const std::string& asked, const std::string& day,
                   const std::string& resolved) {
  const auto paper = ReadPage(
      "r1", "The harbour desk", "25 March 2004",
      "<h2>A. Recommendations</h2><p>That the Committee</p><ol><li>note this "
      "report; and</li><li>" +
          asked +
          "</li></ol><h2>B. Supporting information</h2><p>1. None.</p>");
  const auto minutes =
      ReadPage("r2", "Minutes", day,
               "<p>Minutes of the meeting of the Committee.</p><p>84. The "
               "harbour desk</p><p>RESOLVED that " +
                   resolved + "</p>");
  EXPECT_FALSE(minutes.extraction.resolutions.empty()) << resolved;
  return Told(Build({paper, minutes}).conflicts);
}

TEST(ResolutionConflicts, OneEndsWhatTheOtherKeeps) {
  EXPECT_EQ(ToldOf("agree that the desk be closed at night.", "25 March 2004",
                   "the desk remain open day and night."),
            "resolved otherwise than asked: asked: recommendation 2 <> "
            "resolved\n");
  EXPECT_EQ(ToldOf("agree that the desk be closed at night.", "25 March 2004",
                   "the desk be closed at night."),
            "");
  EXPECT_EQ(ToldOf("agree that the desk be closed at night.", "25 March 2004",
                   "the ferry remain in service."),
            "");
  EXPECT_EQ(ToldOf("agree that the desk be closed at night.", "24 March 2005",
                   "the desk remain open day and night."),
            "")
      << "another meeting decides anew";
  EXPECT_EQ(ToldOf("agree that the meeting be closed to the press.",
                   "25 March 2004", "the meeting continue until six."),
            "");
}

TEST(ResolutionConflicts, InPlaceOfWhatWasAsked) {
  EXPECT_EQ(ToldOf("discontinue the grant to Harbour Aid.", "25 March 2004",
                   "in place of recommendation 2, a grant of £900 be made to "
                   "Harbour Aid."),
            "resolved otherwise than asked: asked: recommendation 2 <> "
            "resolved\n");
  EXPECT_EQ(ToldOf("discontinue the grant to Harbour Aid.", "25 March 2004",
                   "in place of recommendation 7, a grant of £900 be made to "
                   "Harbour Aid."),
            "");
  EXPECT_EQ(ToldOf("mend the slipway before winter.", "25 March 2004",
                   "in place of recommendation 2, a grant of £900 be made to "
                   "Harbour Aid."),
            "")
      << "another paper's second recommendation";
}

}  // namespace
}  // namespace concord::crossref
