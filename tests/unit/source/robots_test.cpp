#include "source/robots.h"

#include <gtest/gtest.h>

namespace concord::source {
namespace {

struct RobotsCase {
  const char* text;
  const char* path;
  bool allowed;
};

class RobotsTest : public ::testing::TestWithParam<RobotsCase> {};

TEST_P(RobotsTest, TheLongestRuleDecides) {
  EXPECT_EQ(ReadRobots(GetParam().text, "concord").Allows(GetParam().path),
            GetParam().allowed)
      << GetParam().text << " " << GetParam().path;
}

constexpr char kTree[] = "User-agent: *\nDisallow: /a\nAllow: /a/open\n";
constexpr char kNamed[] =
    "User-agent: *\nDisallow: /\n\nUser-Agent: other\nUser-agent: Concord\n"
    "Disallow: /x # a remark\n";

INSTANTIATE_TEST_SUITE_P(
    Cases, RobotsTest,
    ::testing::Values(
        RobotsCase{"", "/a", true}, RobotsCase{kTree, "/a/b", false},
        RobotsCase{kTree, "/a/open/b", true}, RobotsCase{kTree, "/b", true},
        RobotsCase{kNamed, "/y", true}, RobotsCase{kNamed, "/x/y", false},
        RobotsCase{"User-agent: other\nDisallow: /\n", "/", true},
        RobotsCase{"User-agent: *\nDisallow:\n", "/", true},
        RobotsCase{"User-agent: *\nDisallow: /*.pdf$\n", "/a.pdf", false},
        RobotsCase{"User-agent: *\nDisallow: /*.pdf$\n", "/a.pdf?x", true},
        RobotsCase{"User-agent: *\nDisallow: /*?print\n", "/a?print=1", false},
        RobotsCase{"User-agent: *\nDisallow: /x$\n", "/x", false},
        RobotsCase{"User-agent: *\nDisallow: /x$\n", "/xy", true},
        RobotsCase{"User-agent: *\r\nDisallow: /p\r\nAllow: /p\r\n", "/p",
                   true},
        RobotsCase{"User-agent: con\nDisallow: /\n", "/", true},
        RobotsCase{"User-agent: Concord/2.0 (x)\nDisallow: /\n", "/", false},
        RobotsCase{"\xEF\xBB\xBFUser-agent: *\nDisallow: /\n", "/", false},
        RobotsCase{"User-agent: *\nDisallow: /a%7Eb%2fc\n", "/a~b%2Fc", false},
        RobotsCase{"User-agent: *\nDisallow: /a%2fc\n", "/a/c", true},
        RobotsCase{"User-agent: *\nDisallow: /\xC3\xA9\n", "/%C3%A9", false},
        RobotsCase{"Disallow: /\n<html>no robots</html>", "/", true}));

TEST(RobotsTest, SaysHowLongToWait) {
  EXPECT_EQ(ReadRobots("User-agent: *\nCrawl-delay: 7\n", "concord").delay(),
            std::chrono::seconds(7));
  EXPECT_EQ(
      ReadRobots("User-agent: *\nCrawl-delay: 99999\n", "concord").delay(),
      std::chrono::seconds(60));
}

}  // namespace
}  // namespace concord::source
