#pragma once
// Small reports made by hand, block by block, for tests of the index.
//
//   ReportBuilder("r1").Title("Annual plan").Date("2002-05")
//       .Paragraph("7.", "The unit will report.").Build();

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "concord/store/records.h"

namespace concord::index {

class ReportBuilder {
 public:
  explicit ReportBuilder(std::string id) { report_.id.value = std::move(id); }

  ReportBuilder& Title(std::string_view text) {
    header().title.printed = text;
    header().title.span = Add(document::BlockKind::kTitle, "", text);
    return *this;
  }
  ReportBuilder& Committee(std::string_view name) {
    header().committee.printed = name;
    return *this;
  }
  ReportBuilder& By(std::string_view name) {
    header().by.printed = name;
    return *this;
  }
  ReportBuilder& Date(std::string_view edtf) {
    header().date.edtf = edtf;
    header().date.printed = edtf;
    return *this;
  }
  ReportBuilder& Kind(extraction::DocumentKind kind) {
    header().kind = kind;
    return *this;
  }
  ReportBuilder& Block(document::BlockKind kind, std::string_view text) {
    Add(kind, "", text);
    return *this;
  }
  ReportBuilder& Heading(std::string_view text) {
    return Block(document::BlockKind::kHeading, text);
  }
  ReportBuilder& Paragraph(std::string_view label, std::string_view text) {
    Add(document::BlockKind::kParagraph, label, text);
    return *this;
  }
  ReportBuilder& Paragraph(std::string_view text) {
    return Paragraph("", text);
  }
  ReportBuilder& Item(std::string_view label, std::string_view text) {
    Add(document::BlockKind::kListItem, label, text);
    return *this;
  }
  // A row of a table; its cells become child blocks.
  ReportBuilder& Row(std::initializer_list<std::string_view> cells) {
    const auto begin = static_cast<std::uint32_t>(text().size());
    const auto row = static_cast<std::int32_t>(blocks().size());
    blocks().push_back({.kind = document::BlockKind::kTableRow});
    for (const std::string_view cell : cells) {
      const auto start = static_cast<std::uint32_t>(text().size());
      text() += cell;
      blocks().push_back({.kind = document::BlockKind::kTableCell,
                          .parent = row,
                          .span = {start, End()}});
      text() += '\t';
    }
    text().back() = '\n';
    blocks()[static_cast<std::size_t>(row)].span = {begin, End() - 1};
    return *this;
  }
  // A recommendation of the report, standing on the first place of `words`.
  ReportBuilder& Recommends(std::string_view words, std::string_view addressee,
                            std::string_view owner = "") {
    extraction::Recommendation item;
    item.text = words;
    item.addressee = addressee;
    item.span.begin = static_cast<std::uint32_t>(text().find(words));
    item.span.end = item.span.begin + static_cast<std::uint32_t>(words.size());
    item.locator = "section A";
    if (!owner.empty()) {
      extraction::OwnerMention mention;
      mention.name = owner;
      item.owners.push_back(mention);
    }
    report_.extraction.recommendations.push_back(item);
    return *this;
  }
  // The number of the recommendation that was added last.
  ReportBuilder& Numbered(std::string_view label) {
    report_.extraction.recommendations.back().label = label;
    report_.extraction.recommendations.back().kind =
        extraction::RecommendationKind::kRecommendation;
    return *this;
  }
  ReportBuilder& Cites(std::string_view title) {
    extraction::Citation citation;
    citation.title = title;
    citation.printed = title;
    citation.span.begin = static_cast<std::uint32_t>(text().find(title));
    citation.span.end =
        citation.span.begin + static_cast<std::uint32_t>(title.size());
    report_.extraction.citations.push_back(citation);
    return *this;
  }

  store::ReportRecord Build() const {
    store::ReportRecord report = report_;
    document::FileUnderHeadings(&report.document);
    return report;
  }

 private:
  extraction::Header& header() { return report_.extraction.header; }
  std::string& text() { return report_.document.text; }
  std::vector<document::Block>& blocks() { return report_.document.blocks; }
  std::uint32_t End() { return static_cast<std::uint32_t>(text().size()); }

  TextSpan Add(document::BlockKind kind, std::string_view label,
               std::string_view words) {
    document::Block block;
    block.kind = kind;
    block.span.begin = End();
    if (!label.empty()) {
      block.label = {End(), End() + static_cast<std::uint32_t>(label.size())};
      text() += label;
      text() += ' ';
    }
    text() += words;
    block.span.end = End();
    text() += '\n';
    blocks().push_back(block);
    return block.span;
  }

  store::ReportRecord report_;
};

// The report's recommendations as the store gives them.
inline std::vector<store::StoredRecommendation> StoredRecommendations(
    const store::ReportRecord& report) {
  std::vector<store::StoredRecommendation> stored;
  for (const extraction::Recommendation& item :
       report.extraction.recommendations) {
    store::StoredRecommendation one;
    one.id.value = report.id.value + "." + std::to_string(stored.size() + 1);
    one.report = report.id;
    one.item = item;
    stored.push_back(std::move(one));
  }
  return stored;
}

}  // namespace concord::index
