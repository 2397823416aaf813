#include "concord/base/files.h"

#include <gtest/gtest.h>

namespace concord {
namespace {

TEST(ReplaceFile, NamesTheFileThatWasAskedForWhenItCannotBeWritten) {
  const std::string path =
      ::testing::TempDir() + "/no-such-folder/response.html";
  const Result<> written = ReplaceFile(path, "words");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code(), ErrorCode::kNotFound);
  EXPECT_EQ(written.error().message().rfind(path + ": ", 0), 0u)
      << written.error().message();
}

}  // namespace
}  // namespace concord
