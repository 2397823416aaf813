#include "index/query_parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace concord::index {
namespace {

using ::testing::HasSubstr;

std::string Reading(std::string_view query) {
  const Result<ParsedQuery> parsed = ParseQuery(query, {});
  return parsed ? ReadAs(*parsed) : "error: " + parsed.error().message();
}

TEST(ParseQuery, ReadsTheGrammar) {
  const struct {
    std::string_view query;
    std::string_view reading;
  } cases[] = {
      {"", "everything"},
      {"  \n ", "everything"},
      {"inspect", "inspect [any form]"},
      {"inspect report", "all of: inspect [any form], report [any form]"},
      {"inspect AND report", "all of: inspect [any form], report [any form]"},
      {"\"stop and search\"", "exactly \"stop and search\""},
      {"“stop  and search”", "exactly \"stop and search\""},
      {"a OR b", "any of: a [any form], b [any form]"},
      {"a b OR c",
       "any of: (all of: a [any form], b [any form]), c [any form]"},
      {"a (b OR c)",
       "all of: a [any form], (any of: b [any form], c [any form])"},
      {"plan -draft", "all of: plan [any form], not draft [any form]"},
      {"plan NOT draft", "all of: plan [any form], not draft [any form]"},
      {"NOT draft", "not draft [any form]"},
      {"NOT NOT draft", "draft [any form]"},
      {"-\"first draft\"", "not exactly \"first draft\""},
      {"-(a OR b)", "not (any of: a [any form], b [any form])"},
      {"recommend*", "recommend* [any ending]"},
      {"title:race", "title: race [any form]"},
      {"Title:\"race plan\"", "title: exactly \"race plan\""},
      {"committee:estat*", "committee: estat* [any ending]"},
      {"-owner:treasurer", "not owner: treasurer [any form]"},
      {"a NEAR b", "within 10 words: a [any form], b [any form]"},
      {"a NEAR/3 b c",
       "all of: (within 3 words: a [any form], b [any form]), c [any form]"},
      {"NOT a NEAR b", "not (within 10 words: a [any form], b [any form])"},
      {"a NEAR b NEAR/20 c",
       "within 20 words: a [any form], b [any form], c [any form]"},
      {"re-affirm", "re-affirm [any form]"},
      {"fox-it", "fox-it [any form]"},
      {"board's", "board [any form]"},
      {"HMIC", "exactly \"HMIC\""},
      {"and or near not",
       "all of: and [any form], or [any form], near [any "
       "form], not [any form]"},
      {"plan – draft", "all of: plan [any form], draft [any form]"},
      {"plan - draft", "all of: plan [any form], draft [any form]"},
      {"plan, draft.", "all of: plan [any form], draft [any form]"},
      {"(B)OCU", "all of: B [any form], exactly \"OCU\""},
      {"10:30", "10:30 [any form]"},
      {"London: consent", "all of: London [any form], consent [any form]"},
      {"\"\" plan", "plan [any form]"},
      {"the units will report to the board of the force",
       "all of: units [any form], report [any form], board [any form], force "
       "[any form]; left out as too common: the, will, to, the, of, the"},
      {"to be or not to",
       "all of: to [any form], be [any form], or [any form],"
       " not [any form], to [any form]"},
      {"the board", "all of: the [any form], board [any form]"},
  };
  for (const auto& one : cases) EXPECT_EQ(Reading(one.query), one.reading);
}

TEST(ParseQuery, SaysWhatCannotBeReadAndWhatToChange) {
  const struct {
    std::string_view query;
    std::string_view says;
  } cases[] = {
      {"AND", "nothing to search for stands before the AND at character 1"},
      {"a AND", "nothing to search for stands after the AND at character 3"},
      {"a OR OR b", "stands before the OR at character 6"},
      {"NOT", "stands after the NOT at character 1"},
      {"a NOT", "stands after the NOT at character 3"},
      {"(a", "the ( at character 1 is not closed"},
      {"a)", "the ) at character 2 closes nothing"},
      {"()", "nothing stands between the parentheses at character 1"},
      {"(a OR )", "nothing to search for stands after the OR"},
      {"\"stop and", "the quotation mark at character 1 is not closed"},
      {"é \"stop", "the quotation mark at character 3 is not closed"},
      {"author:smith", "there is no field 'author'; the fields are title, "},
      {"title:\"–\"", "no word follows title:"},
      {"title:(a b)", "takes a word or a phrase in quotation marks"},
      {"*", "it stands only at the end of a word"},
      {"*abc", "it stands only at the end of a word"},
      {"ab*cd", "it stands only at the end of a word"},
      {"ab*", "give at least 3 letters before the *"},
      {"\"an ab*\"", "give at least 3 letters before the *"},
      {"???", "no letter or digit to search for"},
      {"– …", "no letter or digit to search for"},
      {"NEAR b", "the NEAR at character 1 does not stand between two words"},
      {"a NEAR", "does not stand between two words"},
      {"a NEAR NOT b", "does not stand between two words"},
      {"a NEAR (b c)", "does not stand between two words"},
      {"a NEAR \"b c\"", "NEAR stands between single words"},
      {"a NEAR title:b", "NEAR stands between single words"},
      {"a NEAR/0 b", "is not a distance"},
      {"a NEAR/x b", "is not a distance"},
      {"a NEAR/101 b", "is not a distance"},
      {"\xFF\xFE", "not valid UTF-8"},
  };
  for (const auto& one : cases) {
    const Result<ParsedQuery> parsed = ParseQuery(one.query, {});
    ASSERT_FALSE(parsed.has_value()) << one.query;
    EXPECT_EQ(parsed.error().code(), ErrorCode::kInvalidArgument) << one.query;
    EXPECT_THAT(parsed.error().message(), HasSubstr(one.says)) << one.query;
  }
}

std::string Repeat(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST(ParseQuery, ChecksEachLimitJustAboveAndJustBelow) {
  QueryLimits wide;
  wide.max_characters = 1'000'000;
  const struct {
    const char* limit;
    std::string below;
    std::string above;
  } cases[] = {
      {"64 words", Repeat("a ", 64), Repeat("a ", 65)},
      {"32 words between", "\"" + Repeat("a ", 32) + "\"",
       "\"" + Repeat("a ", 33) + "\""},
      {"8 words with a *", Repeat("abc* ", 8), Repeat("abc* ", 9)},
      {"32 deep", Repeat("(", 32) + "a" + Repeat(")", 32),
       Repeat("(", 33) + "a" + Repeat(")", 33)},
      {"8 NEAR", "a" + Repeat(" NEAR a", 8), "a" + Repeat(" NEAR a", 9)},
  };
  for (const auto& one : cases) {
    EXPECT_TRUE(ParseQuery(one.below, wide).has_value()) << one.limit;
    const Result<ParsedQuery> above = ParseQuery(one.above, wide);
    ASSERT_FALSE(above.has_value()) << one.limit;
    EXPECT_EQ(above.error().code(), ErrorCode::kLimitExceeded);
    EXPECT_THAT(above.error().message(), HasSubstr(one.limit));
  }
}

TEST(ParseQuery, CountsCharactersNotBytes) {
  EXPECT_TRUE(ParseQuery(Repeat("é", 1000), {}).has_value());
  const Result<ParsedQuery> above = ParseQuery(Repeat("é", 1001), {});
  ASSERT_FALSE(above.has_value());
  EXPECT_EQ(above.error().code(), ErrorCode::kLimitExceeded);
  EXPECT_THAT(above.error().message(), HasSubstr("at most 1000"));
}

TEST(ParseQuery, HundredThousandParenthesesUseNoStack) {
  QueryLimits none;
  none.max_characters = none.max_nesting = none.max_terms = 1'000'000;
  const std::string query = Repeat("(", 100'000) + "a" + Repeat(")", 100'000);
  ASSERT_TRUE(ParseQuery(query, none).has_value());
  EXPECT_FALSE(ParseQuery(query, {}).has_value());
  EXPECT_TRUE(ParseQuery(Repeat("NOT ", 100'000) + "a", none).has_value());
}

// Whatever bytes come, there is a reading or an error, and never a crash.
TEST(ParseQuery, AnyStringOfOperatorsIsReadOrRefused) {
  const std::string_view parts[] = {
      "a",    " ", "\"",     "(",      ")",   "-", "AND ", "OR ", "*",
      "NOT ", ":", "title:", " NEAR ", "abc", "'", "“",    "é",   "/"};
  std::uint32_t state = 20240611;
  for (int round = 0; round < 20'000; ++round) {
    std::string query;
    for (int i = 0; i < 9; ++i) {
      state = state * 1664525u + 1013904223u;
      query += parts[(state >> 16) % std::size(parts)];
    }
    const Result<ParsedQuery> parsed = ParseQuery(query, {});
    if (parsed) {
      EXPECT_FALSE(ReadAs(*parsed).empty()) << query;
    } else {
      EXPECT_FALSE(parsed.error().message().empty()) << query;
    }
  }
}

}  // namespace
}  // namespace concord::index
