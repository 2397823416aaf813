#pragma once
// Walking over a text and keeping what the rules read.

#include <string_view>
#include <vector>

#include "concord/document/document.h"
#include "concord/extraction/extraction.h"
#include "extraction/dates/scene.h"

namespace concord::extraction::dates {

// All date expressions of the scene, in order, without overlap.
std::vector<Reading> FindReadings(const Scene& scene);

// The order in which the text writes day and month in figures: month first
// where figures that can have only one order are oftener so ("12/19/2016"),
// or, where there are none, where days stand after the names of months alone.
FigureOrder FigureOrderOf(std::string_view text);

// As ReadDateExpression, with figures in the order of their document.
std::optional<DateMention> ReadWholeDate(std::string_view expression,
                                         std::optional<edtf::Day> base,
                                         FigureOrder order);

// Where a document prints no date of its own, days without a year are counted
// from the last full date printed before them, else from the first after.
void BorrowBases(const document::Document& document,
                 std::vector<DateMention>* mentions);

// What is counted from a base that is only a year or a month can be no finer:
// such a value is taken away.
void ForgetFinerThan(const edtf::Value& base,
                     std::vector<DateMention>* mentions);

// The reading as an item; `offset` is where the scene's text begins in the
// text that spans count in.
DateMention MentionOf(const Scene& scene, const Reading& reading,
                      std::uint32_t offset);

}  // namespace concord::extraction::dates
