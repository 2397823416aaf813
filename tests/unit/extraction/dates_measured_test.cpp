// How well dates are read, on labelled data that is not ours.
//
// Two sets: expressions with their days as another date parser's authors wrote
// them down, and pages of committee papers with every date labelled. The floors
// lie a little below what is reached; docs/dates.md has the scores.
#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "concord/extraction/due.h"
#include "concord/extraction/extract.h"
#include "tests/support/test_data.h"

namespace concord::extraction {
namespace {

constexpr edtf::Day kReferenceDay{2013, 2, 12};

std::vector<std::string> Split(const std::string& line, char mark) {
  std::vector<std::string> fields;
  std::stringstream stream(line);
  std::string field;
  while (std::getline(stream, field, mark)) fields.push_back(field);
  return fields;
}

// A row of the table of expressions: expression, in_scope, reason, exclude,
// line, corpus, value, value_end, grain.
struct Row {
  std::string expression;
  std::string reason;
  std::optional<edtf::Day> first;
  std::optional<edtf::Day> end;  // exclusive
  std::string grain;
};

std::vector<Row> ReadRows(const std::filesystem::path& path) {
  std::vector<Row> rows;
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::vector<std::string> f = Split(line, '\t');
    f.resize(9);
    if (f[1] != "yes" || f[3] != "no") continue;
    rows.push_back({f[0], f[2], edtf::ParseDay(f[6].substr(0, 10)),
                    edtf::ParseDay(f[7].substr(0, 10)), f[8]});
  }
  return rows;
}

edtf::Day DayBefore(edtf::Day day) {
  return edtf::FromDayNumber(edtf::DayNumber(day) - 1);
}

edtf::Day LastDay(const Row& row) {
  if (row.end) return DayBefore(*row.end);
  const edtf::Day first = *row.first;
  if (row.grain == "Week") {
    return edtf::FromDayNumber(edtf::DayNumber(first) + 6);
  }
  if (row.grain == "Month") return DayBefore(edtf::AddMonths(first, 1));
  if (row.grain == "Quarter") return DayBefore(edtf::AddMonths(first, 3));
  if (row.grain == "Year") return DayBefore(edtf::AddMonths(first, 12));
  return first;
}

bool ReadsAs(const Row& row) {
  const auto mention = ReadDateExpression(row.expression, kReferenceDay);
  if (!mention || mention->edtf.empty()) return false;
  const edtf::DayRange range = edtf::Bounds(*edtf::Parse(mention->edtf));
  return range.earliest == row.first && range.latest == LastDay(row);
}

TEST(DatesMeasured, ReadTheExpressionsOfAnotherParser) {
  CONCORD_REQUIRE_TEST_DATA("cases/dates-duckling-scope.tsv");
  int right = 0;
  int positives = 0;
  int refused = 0;
  int negatives = 0;
  for (const Row& row :
       ReadRows(testing::TestDataRoot() / "cases/dates-duckling-scope.tsv")) {
    if (row.reason.find("negative") != std::string::npos) {
      ++negatives;
      const auto mention = ReadDateExpression(row.expression, kReferenceDay);
      refused += !mention || mention->edtf.empty() ? 1 : 0;
      continue;
    }
    ++positives;
    right += ReadsAs(row) ? 1 : 0;
  }
  std::cout << "expressions: " << right << " of " << positives
            << " right; negatives: " << refused << " of " << negatives
            << " refused\n";
  EXPECT_GE(right, positives * 97 / 100);
  EXPECT_EQ(refused, negatives);
  EXPECT_GT(positives, 200);
}

using Poco::JSON::Array;
using Poco::JSON::Object;

// One labelled page: the values that count as right for an expression, and
// whether it must be found.
struct Label {
  std::set<std::string> values;
  bool optional = false;
};

std::string Text(const Object::Ptr& object, const std::string& key) {
  return object->isNull(key) ? "" : object->getValue<std::string>(key);
}

std::map<std::string, Label> LabelsOf(const Object::Ptr& page) {
  std::map<std::string, Label> labels;
  const Array::Ptr dates = page->getArray("dates");
  for (unsigned i = 0; i < dates->size(); ++i) {
    const Object::Ptr date = dates->getObject(i);
    labels[Text(date, "text")].values.insert(Text(date, "edtf"));
  }
  if (!page->has("accept")) return labels;
  const Array::Ptr choices = page->getArray("accept");
  for (unsigned i = 0; i < choices->size(); ++i) {
    const Object::Ptr choice = choices->getObject(i);
    if (Text(choice, "field") != "dates") continue;
    Label& label = labels[Text(choice, "text")];
    const Array::Ptr values = choice->getArray("accept");
    for (unsigned v = 0; v < values->size(); ++v) {
      if (values->isNull(v)) {
        label.optional = true;
        continue;
      }
      const std::string value = values->get(v).convert<std::string>();
      label.values.insert(value.substr(0, value.find(' ')));
    }
  }
  return labels;
}

std::string WithoutTilde(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), '~'), text.end());
  return text;
}

// "~" is compared only where a label offers a choice.
bool IsRight(const Label& label, const std::string& edtf) {
  if (label.values.contains(edtf)) return true;
  if (label.values.size() != 1) return false;
  return WithoutTilde(*label.values.begin()) == WithoutTilde(edtf);
}

// The text that is labelled: after the "By:" line of a report, after the
// archive's notice of other pages.
std::string LabelledText(const std::filesystem::path& path, bool report) {
  std::ifstream file(path);
  std::stringstream stream;
  stream << file.rdbuf();
  std::string text = stream.str();
  const std::size_t at =
      report ? text.find("\nBy:") : text.find("further information.\n");
  if (at == std::string::npos) return text;
  const std::size_t end = text.find('\n', at + 1);
  return end == std::string::npos ? "" : text.substr(end);
}

struct Tally {
  int right = 0;
  int wrong = 0;
  int missed = 0;
  int traps = 0;

  double F1() const { return 2.0 * right / (2.0 * right + wrong + missed); }
};

void Score(const Object::Ptr& page, const std::filesystem::path& root,
           Tally& tally) {
  const std::map<std::string, Label> labels = LabelsOf(page);
  const bool report = Text(page, "kind") == "report";
  const std::string own = Text(page, "date");
  std::set<std::pair<std::string, std::string>> found;
  for (const DateMention& mention :
       FindDatesInText(LabelledText(root / Text(page, "file"), report),
                       edtf::ParseDay(own))) {
    found.insert({mention.printed, mention.edtf});
  }
  std::set<std::string> hit;
  for (const auto& [printed, edtf] : found) {
    const auto label = labels.find(printed);
    if (label != labels.end() && IsRight(label->second, edtf)) {
      tally.right += label->second.optional ? 0 : 1;
      hit.insert(printed);
    } else if (edtf != own) {
      ++tally.wrong;
    }
    const Array::Ptr traps = page->getArray("not_dates");
    for (unsigned i = 0; i < traps->size(); ++i) {
      tally.traps += traps->get(i).convert<std::string>() == printed ? 1 : 0;
    }
  }
  for (const auto& [printed, label] : labels) {
    tally.missed += label.optional || hit.contains(printed) ? 0 : 1;
  }
}

TEST(DatesMeasured, ReachTheBarOnLabelledPages) {
  CONCORD_REQUIRE_TEST_DATA("corpora/mpa-layouts/labels.jsonl");
  const auto root = testing::TestDataRoot() / "corpora/mpa-layouts";
  std::ifstream file(root / "labels.jsonl");
  std::string line;
  Tally tally;
  while (std::getline(file, line)) {
    Poco::JSON::Parser parser;
    Score(parser.parse(line).extract<Object::Ptr>(), root, tally);
  }
  std::cout << "labelled pages: " << tally.right << " right, " << tally.wrong
            << " wrong, " << tally.missed << " missed, F1 " << tally.F1()
            << "\n";
  EXPECT_GE(tally.F1(), 0.97);
  EXPECT_EQ(tally.traps, 0);
  EXPECT_GE(tally.right, 70);
}

// The due dates that the pages' labels print, found in the labelled
// recommendations.
TEST(DatesMeasured, ReachTheBarOnLabelledDueDates) {
  CONCORD_REQUIRE_TEST_DATA("corpora/mpa-layouts/labels.jsonl");
  const auto root = testing::TestDataRoot() / "corpora/mpa-layouts";
  std::ifstream file(root / "labels.jsonl");
  std::string line;
  int right = 0;
  int labelled = 0;
  int invented = 0;
  while (std::getline(file, line)) {
    Poco::JSON::Parser parser;
    const auto page = parser.parse(line).extract<Object::Ptr>();
    const auto base = edtf::ParseDay(Text(page, "date"));
    const Array::Ptr items = page->getArray("recommendations");
    for (unsigned i = 0; i < items->size(); ++i) {
      const Object::Ptr item = items->getObject(i);
      const std::string due = Text(item, "due");
      const auto found = FindDueInText(Text(item, "text"), base);
      labelled += due.empty() ? 0 : 1;
      bool hit = false;
      for (const DateMention& mention : found) {
        hit = hit || mention.printed == due;
      }
      right += hit ? 1 : 0;
      invented += static_cast<int>(found.size()) - (hit ? 1 : 0);
    }
  }
  std::cout << "labelled due dates: " << right << " of " << labelled
            << " found, " << invented << " not labelled\n";
  EXPECT_EQ(right, labelled);
  EXPECT_LE(invented, 2);
  EXPECT_GT(labelled, 5);
}

// Two whole reports (cases S5 and S12 of the project's acceptance table).
TEST(DatesMeasured, AreThoseOfTwoWholeReports) {
  CONCORD_REQUIRE_TEST_DATA("corpora/mpa");
  struct Expected {
    const char* file;
    edtf::Day base;
    std::vector<std::pair<const char*, const char*>> dates;
  };
  const std::vector<Expected> reports = {
      {"race-and-diversity-strategy-2005.txt",
       {2005, 10, 6},
       {{"late 2005", "2005-36~"},
        {"Late 2005", "2005-36~"},
        {"October/November 2005", "[2005-10,2005-11]"},
        {"November", "2005-11"},
        {"early 2006", "2006-33~"},
        {"quarterly", ""},
        {"May 2005", "2005-05"},
        {"2001", "2001"}}},
      {"winning-the-race-2001.txt",
       {2001, 11, 15},
       {{"18 January 2001", "2001-01-18"},
        {"summer", "2000-22"},
        {"early autumn of 2000", "2000-23~"},
        {"January 2000", "2000-01"},
        {"3 December 2001", "2001-12-03"},
        {"2000", "2000"}}},
  };
  for (const Expected& report : reports) {
    const std::string text = LabelledText(
        testing::TestDataRoot() / "corpora/mpa" / report.file, true);
    std::set<std::pair<std::string, std::string>> found;
    for (const DateMention& mention : FindDatesInText(text, report.base)) {
      found.insert({mention.printed, mention.edtf});
    }
    for (const auto& [printed, edtf] : report.dates) {
      EXPECT_TRUE(found.contains({printed, edtf})) << printed;
    }
    // No telephone number, Act year, count or paragraph number among them.
    EXPECT_FALSE(found.contains({"0217/18", ""}));
    EXPECT_EQ(std::count_if(found.begin(), found.end(),
                            [](const auto& item) {
                              return item.first == "2000" &&
                                     item.second != "2000";
                            }),
              0);
    EXPECT_LE(found.size(), 20u);
  }
}

}  // namespace
}  // namespace concord::extraction
