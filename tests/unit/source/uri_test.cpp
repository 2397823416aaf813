#include <gtest/gtest.h>

#include "concord/source/source.h"
#include "source/paths.h"

namespace concord::source {
namespace {

TEST(CanonicalUriTest, FoldsSpellingsOfOnePage) {
  const std::string canonical = "http://police.example/committees/x-eodb/04";
  for (const char* spelling :
       {"http://police.example/committees/x-eodb/04",
        "HTTP://WWW.Police.Example:80/Committees/x-eodb/04/index.html",
        "http://police.example/committees/x-eodb/04/",
        "http://www.police.example/Committees/X-EODB/04/index.htm#top"}) {
    EXPECT_EQ(CanonicalUri(spelling), canonical) << spelling;
  }
}

TEST(CanonicalUriTest, KeepsPagesApart) {
  EXPECT_NE(CanonicalUri("http://a.example/1?page=2"),
            CanonicalUri("http://a.example/1?page=3"));
  EXPECT_NE(CanonicalUri("http://a.example:8080/1"),
            CanonicalUri("http://a.example/1"));
  EXPECT_NE(CanonicalUri("https://a.example/1"),
            CanonicalUri("http://a.example/1"));
  EXPECT_NE(CanonicalUri("file:///srv/A.txt"),
            CanonicalUri("file:///srv/a.txt"));
}

TEST(CanonicalUriTest, KeepsTheQueryOfAnIndexPage) {
  EXPECT_EQ(CanonicalUri("https://A.example:443/x/index.html?Id=7"),
            "https://a.example/x?id=7");
}

TEST(CanonicalUriTest, IsAFixedPoint) {
  for (const char* uri : {"http://WWW.a.example/B/", "b/index.html", "", "x#y",
                          "http://", "http://a.example?q"}) {
    EXPECT_EQ(CanonicalUri(CanonicalUri(uri)), CanonicalUri(uri)) << uri;
  }
}

TEST(FileUriTest, EncodesAnAbsolutePath) {
  EXPECT_EQ(FileUri("/srv/a b/50%.txt"), "file:///srv/a%20b/50%25.txt");
  EXPECT_EQ(FileUri("/srv/./x/../caf\xC3\xA9.txt"),
            "file:///srv/caf%C3%A9.txt");
  EXPECT_EQ(FileUri("/srv/caf\xE9"), "file:///srv/caf%E9");
}

TEST(DisplayPathTest, ShowsBadBytesAndControls) {
  EXPECT_EQ(DisplayPath("caf\xC3\xA9.txt"), "caf\xC3\xA9.txt");
  EXPECT_EQ(DisplayPath("caf\xE9.txt"), "caf\\xE9.txt");
  EXPECT_EQ(DisplayPath("two\nlines\x1B[31m"), "two\\x0Alines\\x1B[31m");
}

}  // namespace
}  // namespace concord::source
