#include "engine/import/item_remarks.h"

#include <gtest/gtest.h>

namespace concord::engine {
namespace {

TEST(ItemRemarks, AKindIsWhatStandsBehindTheLastDotOfAName) {
  EXPECT_EQ(KindInName("file:///a.b/Plan.PDF"), "pdf");
  EXPECT_EQ(KindInName("http://a.example/x.doc?y=1.txt#z"), "doc");
  EXPECT_EQ(KindInName("file:///a.b/plan"), "");
}

TEST(ItemRemarks, ANameThatDoesNotFitIsTold) {
  EXPECT_EQ(NameRemark("file:///plan.pdf", "text/html"),
            "it is called .pdf and is text/html");
  EXPECT_EQ(NameRemark("file:///plan.DOC", "application/rtf"),
            "it is called .doc and is application/rtf");
  EXPECT_EQ(NameRemark("a.zip!/page.html", "image/png"),
            "it is called .html and is image/png");
}

TEST(ItemRemarks, ANameThatFitsOrPromisesNothingIsNot) {
  EXPECT_EQ(NameRemark("file:///plan.pdf", "application/pdf"), "");
  EXPECT_EQ(NameRemark("file:///plan.htm", "application/xhtml+xml"), "");
  EXPECT_EQ(NameRemark("http://a.example/view.php", "application/pdf"), "");
  EXPECT_EQ(NameRemark("http://a.example/12", "text/html"), "");
  EXPECT_EQ(NameRemark("file:///plan.pdf", ""), "");
  // What is said of those is said already.
  EXPECT_EQ(NameRemark("file:///plan.pdf", "application/octet-stream"), "");
}

TEST(ItemRemarks, CutWordsAreCounted) {
  const std::string word(65, 'x');
  EXPECT_EQ(CutWordsRemark("That members note the plan."), "");
  EXPECT_EQ(CutWordsRemark(word),
            "a word is longer than 64 bytes and found by the first 64 only");
  EXPECT_EQ(CutWordsRemark(word + " " + word),
            "2 words are longer than 64 bytes and found by the first 64 only");
}

TEST(ItemRemarks, ARemarkIsAddedOnce) {
  std::string reason;
  AddRemark("", &reason);
  EXPECT_EQ(reason, "");
  AddRemark("one", &reason);
  AddRemark("two", &reason);
  AddRemark("one", &reason);
  EXPECT_EQ(reason, "one; two");
}

}  // namespace
}  // namespace concord::engine
