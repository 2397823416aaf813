#include <gtest/gtest.h>

#include "concord/source/source.h"
#include "source/paths.h"

namespace concord::source {
namespace {

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
