#include "engine/lists/person_columns.h"

namespace concord::engine {
namespace {

constexpr double kNumber = 8;
constexpr double kDate = 18;
constexpr double kName = 28;
constexpr double kTitle = 40;
constexpr double kWords = 70;

constexpr PersonColumn kRecommendation[] = {
    {"No.", "label", kNumber, {}},
    {"What is asked", "text", kWords, {}},
    {"Kind", "kind", 16, {}},
    {"Report", "title", kTitle, {}},
    {"Date", "date.printed", kDate, {}},
    {"Committee", "committee", kName, {}},
    {"Place", "locator", 20, "address"},
    {"Addressed to", "addressee", kName, {}},
    {"Owners", "owners.name", kName, {}},
    {"Due", "due.printed", kDate, {}},
    {"Due, as a date", "due.edtf", kDate, {}},
    {"Position", "position", 16, {}},
    {"Answered", "answered_position", 16, {}},
    {"Answer reported", "reported_position", 18, {}},
    {"What became of it, as reported", "reported_implementation", 24, {}},
};
constexpr PersonColumn kReport[] = {
    {"Title", "title", kTitle, "uri"},
    {"Date", "date.printed", kDate, {}},
    {"Committee", "committee", kName, {}},
    {"No.", "report_number", kNumber, {}},
    {"Kind", "kind", 14, {}},
    {"Presented by", "by", kName, {}},
    {"Written by", "authors.name", kName, {}},
    {"Recommendations", "recommendations", 16, {}},
    {"Decisions sought", "decisions", 16, {}},
    {"Commitments", "commitments", 14, {}},
};
constexpr PersonColumn kHit[] = {
    {"Report", "title", kTitle, {}},       {"Date", "date.printed", kDate, {}},
    {"Committee", "committee", kName, {}}, {"Place", "locator", 20, "address"},
    {"Words", "text", kWords, {}},
};
constexpr PersonColumn kResolution[] = {
    {"No.", "label", kNumber, {}},
    {"What was resolved", "text", kWords, {}},
    {"Place", "locator", 24, "uri"},
};
constexpr PersonColumn kTimetable[] = {
    {"When", "printed", kDate, "uri"},
    {"As a date", "edtf", kDate, {}},
    {"What", "description", kWords, {}},
    {"State", "state", 14, {}},
};
constexpr PersonColumn kWork[] = {
    {"Title", "title", kTitle, {}},
    {"Year", "year", kNumber, {}},
    {"Kind", "kind", 14, {}},
    {"Published by", "publisher", kName, {}},
    {"Also written", "aliases.printed", kTitle, {}},
};
constexpr PersonColumn kCount[] = {
    {"Work", "work", kTitle, {}},   {"What is counted", "what", 24, {}},
    {"Stated", "stated", 10, {}},   {"Held", "held", 10, {}},
    {"Verdict", "verdict", 16, {}}, {"The words", "quotes.text", kWords, "uri"},
};

struct Type {
  std::string_view name;
  const PersonColumn* begin;
  const PersonColumn* end;
};

template <std::size_t N>
constexpr Type TypeOf(std::string_view name, const PersonColumn (&all)[N]) {
  return {name, all, all + N};
}

constexpr Type kTypes[] = {
    TypeOf("recommendation", kRecommendation),
    TypeOf("report", kReport),
    TypeOf("hit", kHit),
    TypeOf("resolution", kResolution),
    TypeOf("timetable", kTimetable),
    TypeOf("work", kWork),
    TypeOf("count", kCount),
};

}  // namespace

std::vector<PersonColumn> PersonColumns(std::string_view type) {
  for (const Type& one : kTypes) {
    if (one.name == type) return {one.begin, one.end};
  }
  return {};
}

}  // namespace concord::engine
