#include "index/snippet.h"

#include <gtest/gtest.h>

namespace concord::index {
namespace {

LeafMarks Word(std::string word) {
  LeafMarks marks;
  marks.words.insert(std::move(word));
  return marks;
}

LeafMarks Row(const std::vector<std::string>& words) {
  LeafMarks marks;
  marks.sequences.emplace_back();
  for (const std::string& word : words) {
    marks.sequences.back().push_back({word});
  }
  return marks;
}

std::vector<std::string> Marked(const Snippet& snippet) {
  std::vector<std::string> words;
  for (const TextSpan mark : snippet.marks) {
    words.emplace_back(Slice(snippet.text, mark));
  }
  return words;
}

using List = std::vector<std::string>;

std::string Filler(int words) {
  std::string text;
  for (int i = 0; i < words; ++i) text += "filler ";
  return text;
}

TEST(MakeSnippet, ShortTextIsShownWhole) {
  const Snippet snippet = MakeSnippet("The plan.", {Word("plan")});
  EXPECT_EQ(snippet.text, "The plan.");
  EXPECT_EQ(Marked(snippet), (List{"plan"}));
}

TEST(MakeSnippet, CollapsesWhiteSpaceAndKeepsMarksInPlace) {
  const Snippet snippet =
      MakeSnippet("The\n\n plan\t was\xC2\xA0 re-affirmed\n(a) at once",
                  {Word("plan"), Row({"re", "affirmed"}), Word("once")});
  EXPECT_EQ(snippet.text, "The plan was re-affirmed (a) at once");
  EXPECT_EQ(Marked(snippet), (List{"plan", "re-affirmed", "once"}));
}

TEST(MakeSnippet, AMarkAcrossALineEndIsOneMark) {
  const Snippet snippet =
      MakeSnippet("to stop\n  and search", {Row({"stop", "and", "search"})});
  EXPECT_EQ(Marked(snippet), (List{"stop and search"}));
}

TEST(MakeSnippet, ShowsTheStretchWithMostOfTheQuery) {
  const std::string text = "alpha alpha alpha alpha " + Filler(100) +
                           "alpha beta gamma " + Filler(100) + "gamma.";
  const Snippet snippet =
      MakeSnippet(text, {Word("alpha"), Word("beta"), Word("gamma")});
  EXPECT_EQ(Marked(snippet), (List{"alpha", "beta", "gamma"}));
  EXPECT_LE(snippet.text.size(), 240u + 6u);
  EXPECT_TRUE(snippet.text.starts_with("…filler "));
  EXPECT_TRUE(snippet.text.ends_with(" filler…"));
}

TEST(MakeSnippet, CutsBetweenWordsAtBothEnds) {
  std::string text;
  for (int i = 0; i < 400; ++i) text += "wört" + std::to_string(i) + " ";
  for (int i = 0; i < 400; i += 7) {
    const std::string word = "wort" + std::to_string(i);
    const Snippet snippet = MakeSnippet(text, {Word(word)});
    ASSERT_EQ(snippet.marks.size(), 1u);
    EXPECT_LE(snippet.text.size(), 246u);
    std::string inner = snippet.text;
    if (inner.starts_with("…")) inner = inner.substr(3);
    if (inner.ends_with("…")) inner.resize(inner.size() - 3);
    EXPECT_NE((" " + text).find(" " + inner), std::string::npos) << inner;
    EXPECT_GT(inner.size(), 200u) << "room was left unused";
  }
}

TEST(MakeSnippet, NoMatchShowsTheBeginning) {
  const Snippet snippet = MakeSnippet("First " + Filler(100), {});
  EXPECT_TRUE(snippet.text.starts_with("First filler"));
  EXPECT_TRUE(snippet.text.ends_with("…"));
  EXPECT_TRUE(snippet.marks.empty());
  EXPECT_EQ(MakeSnippet("", {Word("a")}).text, "");
}

TEST(MakeSnippet, OverlappingMatchesAreMarkedOnce) {
  const Snippet snippet = MakeSnippet(
      "stop and search",
      {Word("search"), Word("stop"), Row({"stop", "and", "search"})});
  EXPECT_EQ(Marked(snippet), (List{"stop and search"}));
}

TEST(MakeSnippet, AWordLongerThanASnippetIsNotCutApart) {
  const std::string text = std::string(500, 'x') + " plan " + Filler(80);
  const Snippet snippet = MakeSnippet(text, {Word("plan")});
  EXPECT_EQ(Marked(snippet), (List{"plan"}));
}

}  // namespace
}  // namespace concord::index
