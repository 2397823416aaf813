#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <fstream>

#include "concord/base/digest.h"
#include "concord/source/source.h"
#include "tests/support/temporary_folder.h"

namespace concord::source {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

// A folder of its own, removed at the end.
class WalkTest : public ::testing::Test {
 protected:
  void TearDown() override {
    std::error_code ignored;
    fs::permissions(root_ / "closed", fs::perms::owner_all, ignored);
  }

  void Write(const std::string& name, std::string_view bytes) const {
    fs::create_directories((root_ / name).parent_path());
    std::ofstream(root_ / name, std::ios::binary) << bytes;
  }

  std::vector<SourceItem> Walk(SourceOptions options = {}) const {
    return WalkPaths({root_.string()}, options);
  }

  static std::vector<SourceItem> WalkPaths(std::vector<std::string> paths,
                                           SourceOptions options = {}) {
    SourceWalk walk(std::move(paths), options);
    std::vector<SourceItem> items;
    while (auto item = walk.Next()) items.push_back(std::move(*item));
    return items;
  }

  std::vector<std::string> Names(const std::vector<SourceItem>& items) const {
    std::vector<std::string> names;
    for (const SourceItem& item : items) {
      names.push_back(item.path.substr(root_.string().size() + 1));
    }
    return names;
  }

  const testing::TemporaryFolder temporary_;
  const fs::path root_ = temporary_.path();
};

TEST_F(WalkTest, VisitsFilesInNameOrderHiddenOnesToo) {
  Write("b.txt", "b");
  Write("a/2.txt", "2");
  Write("a/1.txt", "1");
  Write(".hidden", "h");
  const auto items = Walk();
  EXPECT_THAT(Names(items),
              ElementsAre(".hidden", "a/1.txt", "a/2.txt", "b.txt"));
  for (const SourceItem& item : items) {
    EXPECT_TRUE(item.capture.has_value());
    EXPECT_FALSE(item.error.has_value());
  }
  EXPECT_EQ(CountItems({root_.string()}), 4u);
}

TEST_F(WalkTest, FillsTheCapture) {
  Write("report.txt", "Report: 10\n");
  const auto items = Walk();
  ASSERT_EQ(items.size(), 1u);
  const Capture& capture = *items[0].capture;
  EXPECT_EQ(capture.bytes, "Report: 10\n");
  EXPECT_EQ(capture.digest, Sha256Hex("Report: 10\n"));
  EXPECT_EQ(capture.media_type, "text/plain");
  EXPECT_EQ(capture.uri, FileUri((root_ / "report.txt").string()));
  EXPECT_TRUE(capture.captured_at.has_value());
}

TEST_F(WalkTest, ReportsAMissingStartPathOnce) {
  const auto items = WalkPaths({(root_ / "absent").string()});
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(items[0].error->code(), ErrorCode::kNotFound);
  EXPECT_THAT(items[0].error->message(), HasSubstr("absent"));
  EXPECT_EQ(CountItems({(root_ / "absent").string()}), 1u);
}

TEST_F(WalkTest, ReportsAnEmptyStartPath) {
  const auto items = WalkPaths({""});
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(items[0].error->code(), ErrorCode::kNotFound);
}

TEST_F(WalkTest, SkipsAnEmptyFileWithItsReason) {
  Write("empty.txt", "");
  const auto items = Walk();
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(items[0].error->code(), ErrorCode::kUnsupported);
  EXPECT_THAT(items[0].error->message(), HasSubstr("empty"));
}

TEST_F(WalkTest, RefusesALargeFileUnread) {
  Write("large.txt", "0123456789");
  const auto items = Walk({.max_bytes = 9});
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(items[0].error->code(), ErrorCode::kLimitExceeded);
  EXPECT_EQ(WalkPaths({root_.string()}, {.max_bytes = 10})[0].error,
            std::nullopt);
}

TEST_F(WalkTest, DoesNotFollowLinksInsideAFolder) {
  Write("sub/a.txt", "a");
  fs::create_directory_symlink("..", root_ / "sub" / "loop");
  fs::create_symlink("nowhere", root_ / "dangling");
  fs::create_symlink("sub/a.txt", root_ / "second");
  const auto items = Walk();
  EXPECT_THAT(Names(items),
              ElementsAre("dangling", "second", "sub/a.txt", "sub/loop"));
  for (const SourceItem& item : items) {
    if (item.capture) continue;
    EXPECT_EQ(item.error->code(), ErrorCode::kUnsupported) << item.path;
    EXPECT_THAT(item.error->message(), HasSubstr("link"));
  }
  EXPECT_EQ(CountItems({root_.string()}), 4u);
}

TEST_F(WalkTest, FollowsALinkGivenAsAStartPath) {
  Write("sub/a.txt", "a");
  fs::create_directory_symlink("sub", root_ / "way");
  const auto items = WalkPaths({(root_ / "way").string()});
  ASSERT_EQ(items.size(), 1u);
  EXPECT_TRUE(items[0].capture.has_value());
}

TEST_F(WalkTest, NeverBlocksOnPipesAndSockets) {
  ASSERT_EQ(::mkfifo((root_ / "fifo").c_str(), 0600), 0);
  const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string name = (root_ / "socket").string();
  ASSERT_LT(name.size(), sizeof address.sun_path);
  std::strcpy(address.sun_path, name.c_str());
  ASSERT_EQ(
      ::bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
  const auto items = Walk();
  ::close(socket);
  EXPECT_THAT(Names(items), ElementsAre("fifo", "socket"));
  for (const SourceItem& item : items) {
    EXPECT_EQ(item.error->code(), ErrorCode::kUnsupported);
  }
  const auto direct = WalkPaths({(root_ / "fifo").string()});
  EXPECT_EQ(direct[0].error->code(), ErrorCode::kUnsupported);
  EXPECT_FALSE(ReadCapture((root_ / "fifo").string(), {}).has_value());
}

TEST_F(WalkTest, SkipsADevice) {
  const auto items = WalkPaths({"/dev/zero"});
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(items[0].error->code(), ErrorCode::kUnsupported);
}

TEST_F(WalkTest, GoesOnAfterWhatItMayNotRead) {
  Write("closed/a.txt", "a");
  Write("open.txt", "o");
  Write("secret.txt", "s");
  fs::permissions(root_, fs::perms::all);
  fs::permissions(root_ / "closed", fs::perms::none);
  fs::permissions(root_ / "secret.txt", fs::perms::none);
  // Root may read everything: the walk is made as nobody.
  const uid_t user = ::geteuid();
  ASSERT_EQ(user == 0 ? ::seteuid(65534) : 0, 0);
  const auto items = Walk();
  const std::uint64_t count = CountItems({root_.string()});
  ASSERT_EQ(user == 0 ? ::seteuid(user) : 0, 0);
  EXPECT_THAT(Names(items), ElementsAre("closed", "open.txt", "secret.txt"));
  EXPECT_EQ(items[0].error->code(), ErrorCode::kUnavailable);
  EXPECT_TRUE(items[1].capture.has_value());
  EXPECT_EQ(items[2].error->code(), ErrorCode::kUnavailable);
  EXPECT_EQ(count, 3u);
}

TEST_F(WalkTest, ReadsNamesThatAreNoText) {
  Write("caf\xE9.txt", "a");
  Write("-rf", "b");
  Write("two\nlines", "c");
  const auto items = Walk();
  EXPECT_THAT(Names(items),
              ElementsAre("-rf", "caf\\xE9.txt", "two\\x0Alines"));
  for (const SourceItem& item : items) EXPECT_TRUE(item.capture) << item.path;
  EXPECT_THAT(items[1].uri, HasSubstr("caf%E9.txt"));
}

TEST_F(WalkTest, TakesATildeAsAName) {
  const fs::path before = fs::current_path();
  fs::current_path(root_);
  Write("~", "tilde");
  const auto items = WalkPaths({"~"});
  fs::current_path(before);
  ASSERT_EQ(items.size(), 1u);
  ASSERT_TRUE(items[0].capture.has_value());
  EXPECT_EQ(items[0].capture->bytes, "tilde");
}

TEST_F(WalkTest, ReportsAFileThatVanishes) {
  Write("a.txt", "a");
  Write("b.txt", "b");
  SourceWalk walk({root_.string()}, {});
  ASSERT_TRUE(walk.Next()->capture.has_value());
  fs::remove(root_ / "b.txt");
  const auto gone = walk.Next();
  ASSERT_TRUE(gone.has_value());
  EXPECT_EQ(gone->error->code(), ErrorCode::kNotFound);
  EXPECT_FALSE(walk.Next().has_value());
}

TEST_F(WalkTest, GoesDownADeepTreeWithoutRecursion) {
  const fs::path before = fs::current_path();
  fs::current_path(root_);
  for (int i = 0; i < 300; ++i) {
    fs::create_directory("d");
    fs::current_path("d");
  }
  std::ofstream("leaf.txt") << "leaf";
  fs::current_path(before);
  EXPECT_EQ(CountItems({root_.string()}), 1u);
}

TEST_F(WalkTest, AnArchiveOfConcordIsOneSkippedItem) {
  Write("a.txt", "a");
  Write("indexes/archive/record.sqlite", "rows");
  Write("indexes/archive/lock", "pid 1");
  Write("indexes/archive/originals/ab/cd", "bytes");
  Write("indexes/archive/index/XAPIANDB", "index");
  Write("z.txt", "z");
  const auto items = Walk();
  EXPECT_THAT(Names(items), ElementsAre("a.txt", "indexes/archive", "z.txt"));
  EXPECT_EQ(CountItems({root_.string()}), 3u);
  EXPECT_EQ(items[1].code, "concord_archive");
  EXPECT_EQ(items[1].error->code(), ErrorCode::kUnsupported);
  // Named outright it is one item too, and what lies in it may be named.
  const std::string archive = (root_ / "indexes/archive").string();
  const auto named = WalkPaths({archive});
  ASSERT_EQ(named.size(), 1u);
  EXPECT_EQ(named[0].code, "concord_archive");
  EXPECT_EQ(WalkPaths({archive + "/originals"}).size(), 1u);
  // Every import changes it, so that it tells nothing of what has changed.
  const SourceOptions since{.since = std::chrono::sys_seconds()};
  EXPECT_THAT(Names(Walk(since)), ElementsAre("a.txt", "z.txt"));
  EXPECT_EQ(CountItems({root_.string()}, since), 2u);
}

TEST_F(WalkTest, AFolderThatHoldsARecordOrOriginalsOnlyIsNoArchive) {
  Write("one/record.sqlite", "rows");
  Write("one/originals", "a file");
  Write("two/originals/a.txt", "a");
  EXPECT_THAT(Names(Walk()), ElementsAre("one/originals", "one/record.sqlite",
                                         "two/originals/a.txt"));
}

TEST_F(WalkTest, AttachmentsComeAfterTheirMessage) {
  Write("mail.eml",
        "From: clerk@a.example\nMIME-Version: 1.0\nSubject: Papers\n"
        "Date: Tue, 13 Nov 2001 10:00:00 +0000\n\nThe papers.\n");
  SourceOptions options;
  options.attachments = [](std::string_view message) {
    EXPECT_TRUE(message.starts_with("From:"));
    return std::vector<EnclosedFile>{{"report.html", "text/html", "<p>one</p>"},
                                     {"", "text/plain", "two"},
                                     {"empty.txt", "text/plain", ""}};
  };
  std::vector<std::string> met;
  SourceWalk walk({(root_ / "mail.eml").string()}, options);
  while (const auto item = walk.Next()) {
    EXPECT_EQ(item->is_member, !met.empty());
    EXPECT_EQ(item->source, FileUri((root_ / "mail.eml").string()));
    met.push_back(item->path.substr(root_.string().size() + 1) + " " +
                  (item->capture ? item->capture->media_type : item->code));
  }
  EXPECT_EQ(met, (std::vector<std::string>{"mail.eml message/rfc822",
                                           "mail.eml!/report.html text/html",
                                           "mail.eml!/attachment 2 text/plain",
                                           "mail.eml!/empty.txt empty"}));
}

}  // namespace
}  // namespace concord::source
