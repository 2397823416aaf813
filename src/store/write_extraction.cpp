// One extraction, spread over the tables: one function a list.

#include <fmt/format.h>

#include "concord/edtf/edtf.h"
#include "store/extraction_tables.h"

namespace concord::store {
namespace {

using OptionalText = Poco::Nullable<std::string>;

std::string DayText(const std::optional<edtf::Day>& day) {
  return day ? edtf::FormatDay(*day) : std::string();
}

class Writer {
 public:
  Writer(Statements& statements, std::string report)
      : statements_(statements), report_(std::move(report)) {}

  void Header(const extraction::Header& header) {
    Field("title", 0, header.title);
    Field("subject", 0, header.subject);
    Field("committee", 0, header.committee);
    Field("report_number", 0, header.report_number);
    Field("by", 0, header.by);
    Field("contact_unit", 0, header.contact_unit);
    Fields("chrome_removed", header.chrome_removed);
    Fields("other_claim", header.other_claims);
    Date("header", OptionalText(), 0, header.date);
    Owners("author", OptionalText(), header.authors);
  }

  void Recommendations(const std::vector<extraction::Recommendation>& items) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      const extraction::Recommendation& item = items[i];
      const std::string id = RecommendationIdText(report_, i);
      const OptionalText parent =
          item.parent < 0
              ? OptionalText()
              : OptionalText(RecommendationIdText(
                    report_, static_cast<std::size_t>(item.parent)));
      Item("recommendations",
           "id, label, kind, text, lead_in, lead_in_begin, lead_in_end, "
           "addressee, addressee_begin, addressee_end, locator, heading, "
           "made_by, parent",
           i, item, id, item.label, std::string(Name(item.kind)), item.text,
           item.lead_in, item.lead_in_span.begin, item.lead_in_span.end,
           item.addressee, item.addressee_span.begin, item.addressee_span.end,
           item.locator, item.heading, item.made_by, parent);
      Owners("owner", OptionalText(id), item.owners);
      for (std::size_t k = 0; k < item.due.size(); ++k) {
        Date("due", OptionalText(id), k, item.due[k]);
      }
    }
  }

  void Resolutions(const std::vector<extraction::Resolution>& items) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      Item("resolutions", "label, text, lead_in, locator", i, items[i],
           items[i].label, items[i].text, items[i].lead_in, items[i].locator);
    }
  }

  void Dates(const std::vector<extraction::DateMention>& items) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      Date("text", OptionalText(), i, items[i]);
    }
  }

  void Owners(const std::string& use, const OptionalText& recommendation,
              const std::vector<extraction::OwnerMention>& items) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      const extraction::OwnerMention& item = items[i];
      Item("owner_mentions",
           "use, recommendation, name, kind, post, unit, count, role", i, item,
           use, recommendation, item.name, std::string(Name(item.kind)),
           item.post, item.unit, item.count, item.role);
    }
  }

  void Acronyms(const std::vector<extraction::Acronym>& items) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      Item("acronyms", "short_form, long_form", i, items[i],
           items[i].short_form, items[i].long_form);
    }
  }

  void Citations(const std::vector<extraction::Citation>& items) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      const extraction::Citation& item = items[i];
      Item("citations",
           "printed, title, year, part, recommendation, publisher, kind, role",
           i, item, item.printed, item.title, item.year, item.part,
           item.recommendation, item.publisher, std::string(Name(item.kind)),
           std::string(Name(item.role)));
    }
  }

  void Counts(const std::vector<extraction::StatedCount>& items) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      const extraction::StatedCount& item = items[i];
      Item("stated_counts", "printed, count, what, work, addition", i, item,
           item.printed, item.count, item.what, item.work, item.addition);
      for (std::size_t k = 0; k < item.partition.size(); ++k) {
        const extraction::CountPart& part = item.partition[k];
        Item("count_parts", "whole, count, what, disposition", k, part,
             Ordinal(i), part.count, part.what, part.disposition);
      }
    }
  }

  void Relations(const std::vector<extraction::StatedRelation>& items) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      const extraction::StatedRelation& item = items[i];
      Item("relations", "type, subject, object, object_count, quote", i, item,
           item.type, item.subject, item.object, item.object_count, item.quote);
    }
  }

  void Claims(const std::vector<extraction::Claim>& items) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      Item("claims", "subject, predicate, value, quote", i, items[i],
           items[i].subject, items[i].predicate, items[i].value,
           items[i].quote);
    }
  }

  void Timetable(const std::vector<extraction::TimetableEntry>& items) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      const extraction::TimetableEntry& item = items[i];
      const auto [earliest, latest] = DayTexts(item.edtf);
      Item("timetable",
           "description, printed, edtf, earliest, latest, inferred, state", i,
           item, item.description, item.printed, item.edtf, earliest, latest,
           item.inferred, item.state);
    }
  }

  void MissingParts(const std::vector<extraction::MissingPart>& items) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      Item("missing_parts", "printed, quote", i, items[i], items[i].printed,
           items[i].quote);
    }
  }

 private:
  static std::int64_t Ordinal(std::size_t i) {
    return static_cast<std::int64_t>(i);
  }

  void Date(const std::string& use, const OptionalText& recommendation,
            std::size_t ordinal, const extraction::DateMention& item) {
    const auto [earliest, latest] = DayTexts(item.edtf);
    Item("date_mentions",
         "use, recommendation, printed, edtf, earliest, latest, base, inferred",
         ordinal, item, use, recommendation, item.printed, item.edtf, earliest,
         latest, item.base, item.inferred);
  }

  void Field(const std::string& field, std::size_t ordinal,
             const extraction::TextItem& item) {
    if (item.printed.empty()) return;
    Item("header_fields", "field, printed", ordinal, item, field, item.printed);
  }

  void Fields(const std::string& field,
              const std::vector<extraction::TextItem>& items) {
    for (std::size_t i = 0; i < items.size(); ++i) Field(field, i, items[i]);
  }

  // One row: what every item has, and the columns of its own table. The names
  // are constants of this file; every value is bound.
  template <class... Values>
  void Item(const char* table, const char* columns, std::size_t ordinal,
            const extraction::Item& item, const Values&... values) {
    std::string marks;
    for (std::size_t i = 0; i < sizeof...(values) + 6; ++i) marks += ", ?";
    statements_.Run(
        fmt::format("INSERT INTO {} ({}, report, ordinal, span_begin, "
                    "span_end, rule, confidence) VALUES ({})",
                    table, columns, marks.substr(2)),
        values..., report_, Ordinal(ordinal), item.span.begin, item.span.end,
        item.rule, item.confidence);
  }

  Statements& statements_;
  std::string report_;
};

}  // namespace

std::string RecommendationIdText(const std::string& report,
                                 std::size_t ordinal) {
  return fmt::format("{}.{}", report, ordinal + 1);
}

std::pair<std::string, std::string> DayTexts(const std::string& edtf) {
  if (edtf.empty()) return {};
  const auto value = edtf::Parse(edtf);
  if (!value) return {};
  const edtf::DayRange range = edtf::Bounds(*value);
  return {DayText(range.earliest), DayText(range.latest)};
}

void WriteExtraction(Statements& statements, const std::string& report,
                     const extraction::Extraction& extraction) {
  Writer writer(statements, report);
  writer.Header(extraction.header);
  writer.Recommendations(extraction.recommendations);
  writer.Resolutions(extraction.resolutions);
  writer.Dates(extraction.dates);
  writer.Owners("text", OptionalText(), extraction.owners);
  writer.Acronyms(extraction.acronyms);
  writer.Citations(extraction.citations);
  writer.Counts(extraction.counts);
  writer.Relations(extraction.relations);
  writer.Claims(extraction.claims);
  writer.Timetable(extraction.timetable);
  writer.MissingParts(extraction.missing_parts);
}

}  // namespace concord::store
