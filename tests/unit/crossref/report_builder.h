#pragma once
// Small reports of an invented authority, with hand-made extractions whose
// spans are found by their words.
//
//   ReportBuilder paper("r1");
//   paper.Line("1. Safe Moorings was published in May 1999.");
//   paper.Cites("Safe Moorings");
//   store::ReportRecord record = paper.Done();

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

#include "concord/store/records.h"

namespace concord::crossref {

class ReportBuilder {
 public:
  explicit ReportBuilder(const std::string& id) {
    record_.id.value = id;
    record_.uri = "file:///" + id;
  }

  // One line of text, one paragraph; "12. " at its beginning is its label.
  ReportBuilder& Line(const std::string& line) {
    document::Block block;
    const auto begin = static_cast<std::uint32_t>(text().size());
    block.span = {begin, begin + static_cast<std::uint32_t>(line.size())};
    const std::size_t stop = line.find(". ");
    if (stop != std::string::npos && stop <= 3 && line[0] >= '0' &&
        line[0] <= '9') {
      block.label = {begin, begin + static_cast<std::uint32_t>(stop) + 1};
    }
    record_.document.text += line + "\n";
    record_.document.blocks.push_back(block);
    return *this;
  }

  // The line of these words is a heading.
  ReportBuilder& Heading(const std::string& line) {
    for (document::Block& block : record_.document.blocks) {
      if (block.span == Find(line)) block.kind = document::BlockKind::kHeading;
    }
    return *this;
  }

  ReportBuilder& Title(const std::string& title,
                       extraction::DocumentKind kind) {
    Line(title);
    record_.extraction.header.kind = kind;
    record_.extraction.header.title.printed = title;
    record_.extraction.header.title.span = Find(title);
    return *this;
  }

  ReportBuilder& Date(const std::string& printed, const std::string& edtf) {
    extraction::DateMention& date = record_.extraction.header.date;
    date.printed = printed;
    date.edtf = edtf;
    date.span = Find(printed);
    return *this;
  }

  ReportBuilder& Committee(const std::string& name) {
    record_.extraction.header.committee.printed = name;
    record_.extraction.header.committee.span = Find(name);
    return *this;
  }

  // The citation printed as these words; `title` where it is not the same.
  extraction::Citation& Cites(const std::string& printed,
                              const std::string& title = "",
                              const std::string& year = "") {
    extraction::Citation citation;
    citation.span = FindNext(printed);
    citation.printed = printed;
    citation.title = title.empty() ? printed : title;
    citation.year = year;
    record_.extraction.citations.push_back(citation);
    return record_.extraction.citations.back();
  }

  extraction::StatedCount& Counts(const std::string& printed, int count,
                                  const std::string& work) {
    extraction::StatedCount stated;
    stated.span = Find(printed);
    stated.printed = printed;
    stated.count = count;
    stated.what = "recommendations";
    stated.work = work;
    record_.extraction.counts.push_back(stated);
    return record_.extraction.counts.back();
  }

  extraction::StatedRelation& Relates(const std::string& quote,
                                      const std::string& type,
                                      const std::string& subject,
                                      const std::string& object) {
    extraction::StatedRelation relation;
    relation.span = Find(quote);
    relation.quote = quote;
    relation.type = type;
    relation.subject = subject;
    relation.object = object;
    record_.extraction.relations.push_back(relation);
    return record_.extraction.relations.back();
  }

  ReportBuilder& Claims(const std::string& quote, const std::string& subject,
                        const std::string& predicate,
                        const std::string& value) {
    extraction::Claim claim;
    claim.span = Find(quote);
    claim.quote = quote;
    claim.subject = subject;
    claim.predicate = predicate;
    claim.value = value;
    record_.extraction.claims.push_back(claim);
    return *this;
  }

  ReportBuilder& Dates(const std::string& printed, const std::string& edtf) {
    extraction::DateMention date;
    date.span = Find(printed);
    date.printed = printed;
    date.edtf = edtf;
    record_.extraction.dates.push_back(date);
    return *this;
  }

  ReportBuilder& Defines(const std::string& printed,
                         const std::string& short_form,
                         const std::string& long_form) {
    extraction::Acronym acronym;
    acronym.span = Find(printed);
    acronym.short_form = short_form;
    acronym.long_form = long_form;
    record_.extraction.acronyms.push_back(acronym);
    return *this;
  }

  extraction::OwnerMention& Names(
      const std::string& name,
      extraction::OwnerKind kind = extraction::OwnerKind::kBody) {
    extraction::OwnerMention owner;
    owner.span = FindNext(name);
    owner.name = name;
    owner.kind = kind;
    record_.extraction.owners.push_back(owner);
    return record_.extraction.owners.back();
  }

  extraction::Recommendation& Recommends(const std::string& label,
                                         const std::string& text) {
    Line(text);
    extraction::Recommendation item;
    item.span = Find(text);
    item.label = label;
    item.text = text;
    record_.extraction.recommendations.push_back(item);
    return record_.extraction.recommendations.back();
  }

  ReportBuilder& Lacks(const std::string& printed) {
    extraction::MissingPart part;
    part.span = FindNext(printed);
    part.printed = printed;
    record_.extraction.missing_parts.push_back(part);
    return *this;
  }

  extraction::Header& header() { return record_.extraction.header; }

  TextSpan Find(const std::string& words, std::size_t from = 0) const {
    const std::size_t at = record_.document.text.find(words, from);
    EXPECT_NE(at, std::string::npos) << words;
    if (at == std::string::npos) return {};
    return {static_cast<std::uint32_t>(at),
            static_cast<std::uint32_t>(at + words.size())};
  }

  store::ReportRecord Done() const { return record_; }

 private:
  const std::string& text() const { return record_.document.text; }

  // The next place after the last one asked for, so that one phrase cited
  // twice has two places.
  TextSpan FindNext(const std::string& words) {
    std::size_t from = last_;
    if (text().find(words, from) == std::string::npos) from = 0;
    const TextSpan span = Find(words, from);
    last_ = span.begin + 1;
    return span;
  }

  store::ReportRecord record_;
  std::size_t last_ = 0;
};

}  // namespace concord::crossref
