// What may come in, row by row: the numbers are those of docs/import.md.

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <atomic>
#include <random>
#include <thread>

#include "concord/base/files.h"
#include "source/read.h"
#include "tests/unit/source/archive_builder.h"

namespace concord::source {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

using BadInput = ArchiveTest;

std::string Page(const std::string& words) {
  return HttpAnswer("Content-Type: text/html\r\n", "<p>" + words + "</p>");
}

std::string Noise(std::size_t size) {
  std::mt19937 random(7);
  std::string bytes(size, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random());
  return bytes;
}

TEST_F(BadInput, B1_AnEmptyFileIsSkipped) {
  Write("empty.html", "");
  EXPECT_THAT(Met(), ElementsAre("empty.html! empty"));
}

TEST_F(BadInput, B2_ATruncatedGzipIsQuarantinedWithWhatCameBefore) {
  const std::string packed = Gzip(Noise(100'000));
  Write("a.txt.gz", packed.substr(0, packed.size() / 2));
  Write("b.txt", "next");
  const auto items = Walk();
  ASSERT_EQ(items.size(), 3u);
  EXPECT_EQ(items[0].code, "truncated");
  EXPECT_EQ(items[0].error->code(), ErrorCode::kCorrupt);
  EXPECT_THAT(items[0].error->message(), HasSubstr("bytes came before"));
  EXPECT_GT(items[0].bytes, 40'000u);
  EXPECT_TRUE(items[2].capture.has_value());
}

TEST_F(BadInput, B3_AllMembersOfAGzipFileAreRead) {
  Write("a.txt.gz", Gzip("one ") + Gzip("two ") + Gzip("three"));
  EXPECT_THAT(Met(), ElementsAre("a.txt.gz!/a.txt: one two three",
                                 "a.txt.gz! container"));
  Write("a.txt.gz", "");
  fs::remove(root_ / "a.txt.gz");
  Write("b.warc.gz",
        Gzip(WarcRecord("response", "http://a.example/1", Page("one"))) +
            Gzip(WarcRecord("response", "http://a.example/2", Page("two"))));
  EXPECT_THAT(Met(), ElementsAre("b.warc.gz!/http://a.example/1: <p>one</p>",
                                 "b.warc.gz!/http://a.example/2: <p>two</p>",
                                 "b.warc.gz! container"));
}

TEST_F(BadInput, B4_TheGoodRecordsOfADamagedWebArchiveAreKept) {
  const std::string good =
      WarcRecord("response", "http://a.example/1", Page("one"));
  const std::string last =
      WarcRecord("response", "http://a.example/2", Page("two"));
  Write("cut.warc", good + last.substr(0, last.size() - 20));
  const auto items = Walk();
  ASSERT_EQ(items.size(), 3u);
  EXPECT_TRUE(items[0].capture.has_value());
  EXPECT_EQ(items[1].code, "truncated");
  EXPECT_THAT(items[1].error->message(),
              HasSubstr("at byte " + std::to_string(good.size())));
}

struct LengthCase {
  const char* name;
  long wrong_by;
};

class WrongLength : public ArchiveTest,
                    public ::testing::WithParamInterface<LengthCase> {};

TEST_P(WrongLength, B4_CostsOneRecordAndNotTheNext) {
  const std::string block = Page("one");
  const long length = static_cast<long>(block.size()) + GetParam().wrong_by;
  Write("a.warc",
        WarcRecord("response", "http://a.example/1", block, "", length) +
            WarcRecord("response", "http://a.example/2", Page("two")));
  const auto met = Met();
  EXPECT_THAT(met[0], HasSubstr("! bad_record"));
  EXPECT_THAT(met,
              ::testing::Contains("a.warc!/http://a.example/2: <p>two</p>"));
}

INSTANTIATE_TEST_SUITE_P(B4, WrongLength,
                         ::testing::Values(LengthCase{"TooShort", -5},
                                           LengthCase{"TooLong", 40}),
                         [](const auto& one) { return one.param.name; });

TEST_F(BadInput, B4_AWebArchivePackedAsAWholeIsRead) {
  Write("a.warc.gz",
        Gzip(WarcRecord("response", "http://a.example/1", Page("one")) +
             WarcRecord("response", "http://a.example/2", Page("two"))));
  EXPECT_EQ(Walk().size(), 3u);
}

TEST_F(BadInput, B4_ADamagedMemberCostsItsRecordOnly) {
  std::string damaged =
      Gzip(WarcRecord("response", "http://a.example/1", Page(Noise(900))));
  damaged[damaged.size() / 2] ^= 0x55;
  Write("a.warc.gz", damaged + Gzip(WarcRecord("response", "http://a.example/2",
                                               Page("two"))));
  const auto met = Met();
  ASSERT_EQ(met.size(), 3u);
  EXPECT_THAT(met[0], HasSubstr("damaged"));
  EXPECT_EQ(met[1], "a.warc.gz!/http://a.example/2: <p>two</p>");
}

TEST_F(BadInput, B5_BytesAfterTheEndOfGzipAreToldOf) {
  Write("a.txt.gz", Gzip("words") + "trailing");
  const auto items = Walk();
  ASSERT_EQ(items.size(), 2u);
  EXPECT_EQ(items[0].capture->bytes, "words");
  EXPECT_THAT(items[1].error->message(), HasSubstr("8 bytes after the end"));
}

TEST_F(BadInput, B8_WhatIsLargerThanTheLimitIsRefusedUnread) {
  const std::string path = (root_ / "big.txt").string();
  Write("big.txt", "x");
  ASSERT_EQ(::truncate(path.c_str(), 1L << 30), 0);
  const auto start = std::chrono::steady_clock::now();
  const auto items = Walk();
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(1));
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(items[0].error->code(), ErrorCode::kLimitExceeded);
}

TEST_F(BadInput, B15_TheNameDoesNotDecide) {
  Write("page.pdf", "<html><body>x</body></html>");
  EXPECT_EQ(Walk()[0].capture->media_type, "text/html");
}

TEST_F(BadInput, B17_NamesThatLeadOutOfAnArchiveAreOnlyNames) {
  Write("slip.zip", Pack(Form::kZip, {{"../../escaped.txt", "a", ""},
                                      {"/absolute.txt", "b", ""},
                                      {"C:\\evil.txt", "c", ""}}));
  EXPECT_THAT(Met(),
              ElementsAre("slip.zip!/../../escaped.txt: a",
                          "slip.zip!//absolute.txt: b",
                          "slip.zip!/C:/evil.txt: c", "slip.zip! container"));
  EXPECT_FALSE(fs::exists(root_ / "../../escaped.txt"));
  EXPECT_EQ(std::distance(fs::directory_iterator(root_), {}), 1);
}

TEST_F(BadInput, B17_ANulInANameCutsNothingOffAndEndsNothing) {
  std::string zip =
      Pack(Form::kZip, {{"aXb.txt", "1", ""}, {"b.txt", "2", ""}});
  for (auto at = zip.find("aXb"); at != std::string::npos;
       at = zip.find("aXb", at)) {
    zip[at + 1] = '\0';
  }
  Write("nul.zip", zip);
  Write("nul.warc",
        WarcRecord("response", std::string("http://a.example/1") + '\0' + "x",
                   Page("one")) +
            WarcRecord("response", "http://a.example/2", Page("two")));
  const auto met = Met();
  for (const std::string& one : met) {
    EXPECT_EQ(one.find('\0'), std::string::npos) << one;
  }
  EXPECT_THAT(met, ::testing::IsSupersetOf(
                       {"nul.warc!/http://a.example/2: <p>two</p>",
                        "nul.zip!/b.txt: 2", "nul.zip! container"}));
  EXPECT_EQ(met.size(), 6u);
  // A path of the caller's: what stands before the NUL is another file.
  Write("a", "words");
  SourceWalk walk({(root_ / "a").string() + '\0' + "b"}, {});
  const auto item = walk.Next();
  ASSERT_TRUE(item && item->error);
  EXPECT_EQ(item->error->code(), ErrorCode::kInvalidArgument);
  EXPECT_THAT(item->error->message(), HasSubstr("--null"));
}

TEST_F(BadInput, B17_LinksInAnArchiveAreSkipped) {
  Write("links.tar",
        Pack(Form::kTar, {{"out", "", "/etc/passwd"}, {"out/x", "words", ""}}));
  EXPECT_THAT(Met(),
              ElementsAre("links.tar!/out! not_a_file",
                          "links.tar!/out/x: words", "links.tar! container"));
}

TEST_F(BadInput, B17_TwoMembersOfOneNameStayApart) {
  Write("twice.tar",
        Pack(Form::kTar, {{"a.txt", "1", ""}, {"a.txt", "2", ""}}));
  EXPECT_THAT(Met(), ElementsAre("twice.tar!/a.txt: 1", "twice.tar!/a.txt#2: 2",
                                 "twice.tar! container"));
}

TEST_F(BadInput, B17_AnEncryptedMemberIsNamedSo) {
  Write("locked.zip", Pack(Form::kEncryptedZip, {{"a.txt", "secret", ""}}));
  const auto met = Met();
  ASSERT_EQ(met.size(), 2u);
  EXPECT_EQ(met[0], "locked.zip!/a.txt! password_required");
}

TEST_F(BadInput, B17_ArchivesAreReadFiveDeep) {
  std::string bytes = Pack(Form::kTarGz, {{"a.txt", "words", ""}});
  for (int depth = 1; depth < 20; ++depth) {
    bytes = Pack(Form::kTarGz, {{"inner.tgz", bytes, ""}});
  }
  Write("deep.tgz", bytes);
  const auto items = Walk();
  ASSERT_EQ(items.size(), 6u);
  EXPECT_EQ(items[0].code, "too_deep");
  EXPECT_EQ(items[0].error->code(), ErrorCode::kLimitExceeded);
}

TEST_F(BadInput, B17_ABombStopsTheArchiveAndNothingElse) {
  const std::string zeros(4 << 20, '\0');
  std::vector<Part> parts;
  for (int i = 0; i < 8; ++i) {
    parts.push_back({"z" + std::to_string(i), zeros, ""});
  }
  Write("bomb.zip", Pack(Form::kZip, parts));
  Write("next.txt", "words");
  const auto items = Walk({.max_ratio = 200, .max_slack = 1 << 20});
  const auto met = Met({.max_ratio = 200, .max_slack = 1 << 20});
  EXPECT_EQ(met.back(), "next.txt: words");
  EXPECT_EQ(met[met.size() - 2], "bomb.zip! bomb");
  EXPECT_LT(items.size(), 10u);
}

TEST_F(BadInput, B17_OneMemberThatIsTooLargeCostsItselfOnly) {
  Write("a.tgz", Pack(Form::kTarGz, {{"big", std::string(3000, 'x'), ""},
                                     {"small.txt", "words", ""}}));
  EXPECT_THAT(Met({.max_bytes = 1000}),
              ElementsAre("a.tgz!/big! too_large", "a.tgz!/small.txt: words",
                          "a.tgz! container"));
}

TEST_F(BadInput, B17_MoreMembersThanAllowedStopTheArchive) {
  std::vector<Part> parts;
  for (int i = 0; i < 6; ++i) {
    parts.push_back({std::to_string(i) + ".txt", std::to_string(i), ""});
  }
  Write("many.zip", Pack(Form::kZip, parts));
  const auto met = Met({.max_members = 4});
  EXPECT_EQ(met.size(), 5u);
  EXPECT_EQ(met.back(), "many.zip! bomb");
}

TEST_F(BadInput, B17_ADamagedArchiveGivesWhatCameBefore) {
  const std::string bytes =
      Pack(Form::kTar, {{"a.txt", "1", ""}, {"b.txt", Noise(9000), ""}});
  Write("cut.tar", bytes.substr(0, 4096));
  const auto items = Walk();
  ASSERT_GE(items.size(), 2u);
  EXPECT_TRUE(items[0].capture.has_value());
  EXPECT_EQ(items.back().error->code(), ErrorCode::kCorrupt);
}

TEST_F(BadInput, B18_NamesThatAreNotTextAreShownAndKept) {
  Write("a\xff\n.txt", "x");
  const auto items = Walk();
  ASSERT_EQ(items.size(), 1u);
  EXPECT_TRUE(items[0].path.ends_with("a\\xFF\\x0A.txt"));
  EXPECT_EQ(PathOfFileUri(items[0].source), (root_ / "a\xff\n.txt").string());
}

TEST_F(BadInput, B20_AFileThatChangedWhileItWasReadIsReadAgain) {
  const std::string path = (root_ / "copied.txt").string();
  Write("copied.txt", "half");
  int reads = 0;
  const auto bytes = ReadUnchanged(path, [&] {
    auto read = ReadFile(path, 100);
    // The copy goes on, behind what was read.
    if (++reads == 1) std::ofstream(path, std::ios::app) << " and the rest";
    return read;
  });
  ASSERT_TRUE(bytes.has_value()) << bytes.error().message();
  EXPECT_EQ(*bytes, "half and the rest");
  EXPECT_EQ(reads, 2);
}

TEST_F(BadInput, B20_AFileThatGrowsForEverIsRefused) {
  const std::string path = (root_ / "growing.log").string();
  Write("growing.log", "x");
  const auto bytes = ReadUnchanged(path, [&] {
    auto read = ReadFile(path, 100);
    std::ofstream(path, std::ios::app) << "x";
    return read;
  });
  ASSERT_FALSE(bytes.has_value());
  EXPECT_EQ(bytes.error().code(), ErrorCode::kUnavailable);
  EXPECT_THAT(bytes.error().message(), HasSubstr("changed"));
  EXPECT_TRUE(ReadCapture(path, {}).has_value());
}

TEST_F(BadInput, B19_WhatIsNoFileIsSkippedAndNeverWaitedFor) {
  fs::create_directory(root_ / "folder");
  fs::create_directory_symlink("..", root_ / "folder/loop");
  fs::create_symlink("nowhere", root_ / "dangling.txt");
  fs::create_symlink("/etc/passwd", root_ / "out.txt");
  ASSERT_EQ(::mkfifo((root_ / "pipe").c_str(), 0600), 0);
  Write("words.txt", "words");
  int skipped = 0;
  for (const SourceItem& item : Walk()) {
    if (item.capture) {
      EXPECT_EQ(item.capture->bytes, "words");
      continue;
    }
    ASSERT_TRUE(item.error.has_value()) << item.path;
    EXPECT_EQ(item.error->code(), ErrorCode::kUnsupported) << item.path;
    EXPECT_FALSE(item.error->message().empty());
    ++skipped;
  }
  EXPECT_EQ(skipped, 4);
}

TEST_F(BadInput, B28_AnArchiveFromAPipeIsReadAsItComes) {
  constexpr int kMembers = 200;
  std::string tar;
  std::vector<Part> parts;
  for (int i = 0; i < kMembers; ++i) {
    parts.push_back({"m" + std::to_string(i) + ".txt", Noise(20'000)});
  }
  tar = Pack(Form::kTar, parts);
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  const int input = ::dup(STDIN_FILENO);
  ::dup2(ends[0], STDIN_FILENO);
  ::close(ends[0]);
  std::atomic<std::size_t> written{0};
  std::thread writer([&] {
    while (written < tar.size()) {
      const ssize_t now =
          ::write(ends[1], tar.data() + written,
                  std::min<std::size_t>(tar.size() - written, 4096));
      if (now <= 0) break;
      written += static_cast<std::size_t>(now);
    }
    ::close(ends[1]);
  });
  int members = 0;
  {
    SourceWalk walk({"-"}, {});
    while (const auto item = walk.Next()) {
      // The first members come out long before the last has come in.
      if (members == 0) {
        EXPECT_LT(written, tar.size() / 2);
      }
      members += item->is_member;
    }
  }
  writer.join();
  ::dup2(input, STDIN_FILENO);
  ::close(input);
  EXPECT_EQ(members, kMembers);
}

TEST_F(BadInput, B21_AnOldTimeOfWritingDoesNotHideAFile) {
  Write("restored.txt", "x");
  timespec times[2] = {{1'000'000, 0}, {1'000'000, 0}};
  ASSERT_EQ(::utimensat(AT_FDCWD, (root_ / "restored.txt").c_str(), times, 0),
            0);
  const auto now = std::chrono::floor<std::chrono::seconds>(
      std::chrono::system_clock::now());
  EXPECT_EQ(Walk({.since = now - std::chrono::hours(1)}).size(), 1u);
}

}  // namespace
}  // namespace concord::source
