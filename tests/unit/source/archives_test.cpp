// ZIP, TAR, 7z and gzip: every member an item, nothing written anywhere.

#include <gmock/gmock.h>

#include "concord/base/digest.h"
#include "tests/unit/source/archive_builder.h"

namespace concord::source {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

struct FormCase {
  Form form;
  std::string name;
};

class FormTest : public ArchiveTest,
                 public ::testing::WithParamInterface<FormCase> {};

TEST_P(FormTest, MembersComeInOrderAndThenTheArchive) {
  Write(GetParam().name,
        Pack(GetParam().form, {{"papers/", "", ""},
                               {"papers/a.txt", "first", ""},
                               {"papers/caf\xc3\xa9.txt", "second", ""}}));
  const std::string& file = GetParam().name;
  EXPECT_THAT(Met(), ElementsAre(file + "!/papers/a.txt: first",
                                 file + "!/papers/caf\xc3\xa9.txt: second",
                                 file + "! container"));
}

INSTANTIATE_TEST_SUITE_P(Forms, FormTest,
                         ::testing::Values(FormCase{Form::kZip, "a.zip"},
                                           FormCase{Form::kTar, "a.tar"},
                                           FormCase{Form::kTarGz, "a.tar.gz"},
                                           FormCase{Form::kSevenZip, "a.7z"},
                                           // The name does not decide.
                                           FormCase{Form::kZip, "a.html"}));

TEST_F(ArchiveTest, AnArchiveInAnArchive) {
  const std::string inner = Pack(Form::kTarGz, {{"b.txt", "deep", ""}});
  Write("outer.zip",
        Pack(Form::kZip, {{"inner.tgz", inner, ""}, {"c.txt", "flat", ""}}));
  const auto items = Walk();
  ASSERT_EQ(items.size(), 4u);
  EXPECT_THAT(Met(),
              ElementsAre("outer.zip!/inner.tgz!/b.txt: deep",
                          "outer.zip!/inner.tgz! container",
                          "outer.zip!/c.txt: flat", "outer.zip! container"));
  EXPECT_EQ(items[0].source, FileUri((root_ / "outer.zip").string()));
  EXPECT_TRUE(items[0].is_member);
  EXPECT_FALSE(items[3].is_member);
  EXPECT_EQ(items[0].capture->digest, Sha256Hex("deep"));
  EXPECT_THAT(items[3].error->message(), HasSubstr("2 members"));
}

TEST_F(ArchiveTest, AMemberIsFoundThroughItsAddress) {
  Write("a.zip", Pack(Form::kZip, {{"b c.txt", "x", ""}}));
  const auto items = Walk();
  EXPECT_EQ(items[0].uri, FileUri((root_ / "a.zip").string()) + "!/b%20c.txt");
  EXPECT_EQ(PathOfFileUri(items[0].source), (root_ / "a.zip").string());
}

TEST_F(ArchiveTest, APackedFileHasTheNameInside) {
  Write("minutes.txt.gz", Gzip("resolved"));
  EXPECT_THAT(Met(), ElementsAre("minutes.txt.gz!/minutes.txt: resolved",
                                 "minutes.txt.gz! container"));
}

TEST_F(ArchiveTest, WithoutReadingArchivesAnArchiveIsOneItem) {
  Write("a.zip", Pack(Form::kZip, {{"a.txt", "x", ""}}));
  EXPECT_EQ(Walk({.read_archives = false}).size(), 1u);
}

TEST_F(ArchiveTest, CountingDoesNotOpenArchives) {
  Write("a.zip", Pack(Form::kZip, {{"a.txt", "x", ""}, {"b.txt", "y", ""}}));
  EXPECT_EQ(CountItems({root_.string()}), 1u);
}

TEST_F(ArchiveTest, FilesOlderThanAskedForAreNoItems) {
  Write("new.txt", "x");
  const auto now = std::chrono::floor<std::chrono::seconds>(
      std::chrono::system_clock::now());
  EXPECT_EQ(Walk({.since = now - std::chrono::hours(1)}).size(), 1u);
  EXPECT_EQ(Walk({.since = now + std::chrono::hours(1)}).size(), 0u);
  EXPECT_EQ(
      CountItems({root_.string()}, {.since = now + std::chrono::hours(1)}), 0u);
}

// A name that is no UTF-8 survives in the address.
TEST(FileUriTest, EveryByteComesBack) {
  std::string name = "/a/";
  for (int byte = 1; byte < 256; ++byte) {
    if (byte != '/') name.push_back(static_cast<char>(byte));
  }
  EXPECT_EQ(PathOfFileUri(FileUri(name)), name);
  EXPECT_EQ(PathOfFileUri("http://a.example/"), std::nullopt);
  EXPECT_EQ(PathOfFileUri("file:///a%2"), std::nullopt);
}

}  // namespace
}  // namespace concord::source
