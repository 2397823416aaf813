// Dates that lean on a base which the document does not give as one day.
#include <algorithm>

#include "concord/extraction/extract.h"
#include "extraction/dates/find.h"

namespace concord::extraction::dates {
namespace {

using document::Block;
using document::BlockKind;
using document::Document;

// A day or a month that is printed with its year.
std::optional<edtf::Day> FullDate(const DateMention& mention) {
  if (mention.edtf.empty() || mention.inferred) return std::nullopt;
  const auto value = edtf::Parse(mention.edtf);
  if (!value) return std::nullopt;
  const auto* date = std::get_if<edtf::Date>(&*value);
  if (date == nullptr || date->month == 0) return std::nullopt;
  return edtf::Bounds(*value).earliest;
}

std::optional<edtf::Day> FullDateOfTitle(const Document& document) {
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::kTitle) continue;
    for (const DateMention& mention :
         FindDatesInText(Slice(document.text, block.span), std::nullopt)) {
      if (const auto day = FullDate(mention)) return day;
    }
  }
  return std::nullopt;
}

bool IsDayWithoutYear(const DateMention& mention) {
  return mention.edtf.empty() &&
         (mention.rule == "date.day-month" || mention.rule == "date.month-day");
}

void CountFrom(edtf::Day base, DateMention* mention) {
  const auto read = ReadDateExpression(mention->printed, base);
  if (!read || read->edtf.empty()) return;
  mention->edtf = read->edtf;
  mention->inferred = true;
  mention->base = edtf::FormatDay(base);
  mention->confidence = 0.6;
}

}  // namespace

void BorrowBases(const Document& document, std::vector<DateMention>* mentions) {
  std::optional<edtf::Day> base = FullDateOfTitle(document);
  for (auto it = mentions->begin(); !base && it != mentions->end(); ++it) {
    base = FullDate(*it);
  }
  if (!base) return;
  for (DateMention& mention : *mentions) {
    if (const auto day = FullDate(mention)) base = day;
    if (IsDayWithoutYear(mention)) CountFrom(*base, &mention);
  }
}

void ForgetFinerThan(const edtf::Value& base,
                     std::vector<DateMention>* mentions) {
  const auto* day = std::get_if<edtf::Date>(&base);
  if (day != nullptr && day->day != 0) return;
  const bool month = day != nullptr && day->month != 0;
  for (DateMention& mention : *mentions) {
    if (mention.rule != "date.relative" || mention.base.empty()) continue;
    const auto value = edtf::Parse(mention.edtf);
    if (!value) continue;
    const auto* date = std::get_if<edtf::Date>(&*value);
    const bool fine = date == nullptr ? !month : date->day != 0;
    const bool finer = fine || (date != nullptr && date->month != 0 && !month);
    if (finer) mention.edtf.clear();
    if (finer) mention.base.clear();
  }
}

}  // namespace concord::extraction::dates
