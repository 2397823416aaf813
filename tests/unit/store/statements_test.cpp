// Statements that are compiled once: what is bound comes back as it was, and
// what goes wrong is said as by any other statement.

#include "store/statements.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "store/connection.h"
#include "tests/support/temporary_folder.h"

namespace concord::store {
namespace {

class StatementsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto opened = Connection::Open(folder_.path() / "statements.sqlite",
                                   OpenMode::kWrite, {});
    ASSERT_TRUE(opened) << opened.error().message();
    connection_ = std::move(*opened);
    store::Run(connection_->session(), "CREATE TABLE t (a UNIQUE, b)");
  }
  Statements& statements() { return connection_->statements(); }

  concord::testing::TemporaryFolder folder_;
  std::unique_ptr<Connection> connection_;
};

TEST_F(StatementsTest, GiveBackWhatWasBound) {
  const std::string insert = "INSERT INTO t (a, b) VALUES (?, ?)";
  const std::string with_nul("a\0b", 3);
  statements().Run(insert, 1, with_nul);
  statements().Run(insert, 2, Poco::Nullable<std::string>());
  statements().Run(insert, 3, Poco::Nullable<std::string>("text"));
  statements().Run(insert, 4, 0.25);
  statements().Run(insert, 5, true);
  statements().Run(insert, 6, std::int64_t{-5'000'000'000});
  statements().Run(insert, 7, std::string());
  const std::string select = "SELECT b FROM t WHERE a = ?";
  EXPECT_EQ(statements().FirstText(select, 1), with_nul);
  EXPECT_EQ(statements().FirstText(select, 3), "text");
  EXPECT_EQ(statements().FirstText(select, 4), "0.25");
  EXPECT_EQ(statements().FirstText(select, 5), "1");
  EXPECT_EQ(statements().FirstText(select, 6), "-5000000000");
  EXPECT_EQ(statements().FirstText(select, 9), std::nullopt);
  const std::string is_null = "SELECT b IS NULL FROM t WHERE a = ?";
  EXPECT_EQ(statements().FirstText(is_null, 2), "1");
  EXPECT_EQ(statements().FirstText(is_null, 7), "0");
}

TEST_F(StatementsTest, HoldNothingAfterAnError) {
  const std::string insert = "INSERT INTO t (a, b) VALUES (?, ?)";
  statements().Run(insert, 1, 1);
  const auto again = connection_->Guard([&]() -> Result<> {
    statements().Run(insert, 1, 2);
    return {};
  });
  ASSERT_FALSE(again);
  EXPECT_NE(again.error().message().find("UNIQUE"), std::string::npos)
      << again.error().message();
  statements().Run(insert, 2, 2);
  store::Run(connection_->session(), "ALTER TABLE t ADD COLUMN c");
  statements().Run(insert, 3, 3);
  EXPECT_EQ(statements().FirstText("SELECT count(*) FROM t"), "3");
}

}  // namespace
}  // namespace concord::store
