// An action plan that is set in columns on two pages of a PDF, without borders:
// who is to do what by when.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "concord/document/decode.h"
#include "concord/extraction/extract.h"
#include "tests/unit/document/pdf_builder.h"

namespace concord::extraction {
namespace {

using document::testing::PdfBuilder;
using ::testing::ElementsAre;

constexpr double kLeading = 13;

// One line of each column.
void Line(double y, std::string_view act, std::string_view owner,
          std::string_view due, std::string_view state, PdfBuilder* pdf) {
  pdf->Text(60, y, act).Text(272, y, owner).Text(360, y, due);
  pdf->Text(440, y, state);
}

void Names(double y, PdfBuilder* pdf) {
  pdf->Bold(60, y, "Recommendation").Bold(272, y, "Owner");
  pdf->Bold(360, y, "Target date").Bold(440, y, "Status");
}

PdfBuilder Plan() {
  PdfBuilder pdf;
  pdf.NewPage().Bold(60, 60, "Northmarch orchards: action plan", 18);
  double y = 650;
  const auto next = [&] { return y += kLeading; };
  Names(y, &pdf);
  Line(next(), "The Board should prune every tree", "Head of", "May 2006",
       "Open", &pdf);
  Line(next(), "of the old orchard before the buds", "Orchards", "", "", &pdf);
  Line(next(), "open.", "", "", "", &pdf);
  Line(next(), "The Board should count its ladders.", "Bailiff", "12 June 2006",
       "Implemented", &pdf);
  pdf.Bold(60, y += 2 * kLeading, "Walls and roads");
  Line(next(), "The Board should mend the wall", "Treasurer", "By the end of",
       "Partly done", &pdf);
  Line(next(), "between the orchard and the", "", "July 2006", "", &pdf);
  pdf.NewPage();
  Names(60, &pdf);
  Line(60 + kLeading, "Ellmoor road.", "", "", "", &pdf);
  Line(60 + 2 * kLeading, "The Board should sell the carts.", "Clerk",
       "1 May 2007", "Open", &pdf);
  return pdf;
}

TEST(PdfActionPlan, WhoIsToDoWhatByWhen) {
  source::Capture capture;
  capture.uri = "test:plan.pdf";
  capture.bytes = Plan().Bytes();
  capture.digest = "test";
  capture.media_type = "application/pdf";
  const auto document = document::Decode(capture, {});
  ASSERT_TRUE(document.has_value());
  std::vector<std::string> items;
  for (const Recommendation& item : Extract(*document).recommendations) {
    std::string line = item.text;
    for (const OwnerMention& owner : item.owners) line += " | " + owner.name;
    for (const DateMention& due : item.due) line += " | " + due.edtf;
    items.push_back(std::move(line));
  }
  EXPECT_THAT(
      items,
      ElementsAre("The Board should prune every tree of the old orchard before "
                  "the buds open. | Head of Orchards | 2006-05",
                  "The Board should count its ladders. | Bailiff | 2006-06-12",
                  "The Board should mend the wall between the orchard and the "
                  "Ellmoor road. | Treasurer | ../2006-07",
                  "The Board should sell the carts. | Clerk | 2007-05-01"));
}

}  // namespace
}  // namespace concord::extraction
