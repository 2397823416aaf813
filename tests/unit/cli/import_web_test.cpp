// Importing pages from their addresses, through the program.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/support/places.h"
#include "tests/support/program.h"
#include "tests/support/web_site.h"

namespace concord {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

using testing::Outcome;

class ImportingFromTheWeb : public ::testing::Test {
 protected:
  ImportingFromTheWeb()
      : site_([](const std::string& path, auto& socket) {
          if (path == "/robots.txt") {
            source::Say(socket, source::Page("User-agent: *\n"
                                             "Disallow: /closed\n"));
          } else if (path == "/slow") {
            // Says nothing until the other side has gone.
            char byte = 0;
            socket.receiveBytes(&byte, 1);
          } else {
            source::Say(socket,
                        source::Page("<h1>Report on roads</h1><p>That members "
                                     "note the plan for roads.</p>"));
          }
        }) {}

  // `words` follow "concord"; what it prints, on both streams.
  Outcome Concord(const std::string& words) const {
    const std::string file = (folder_ / "out").string();
    const int code = testing::ExitCodeOf(
        testing::ProgramPath().string() + " --archive " +
        (folder_ / "archive").string() + " " + words + " >" + file + " 2>&1");
    return {code, testing::ReadAll(file)};
  }
  Outcome Import(const std::string& words) const {
    return Concord("import --allow-private --delay 0 " + words);
  }

  source::WebSite site_;
  const testing::TemporaryFolder temporary_;
  const fs::path folder_ = temporary_.path();
};

TEST_F(ImportingFromTheWeb, PagesBecomeReportsWithTheirAddress) {
  const std::string page = site_.Address("/reports/roads");
  const Outcome first = Import(page + " " + site_.Address("/closed/a"));
  EXPECT_EQ(first.code, 0) << first.out;
  EXPECT_THAT(first.out, HasSubstr("2 seen = 1 indexed + 0 duplicate + 1 "
                                   "skipped + 0 quarantined"));
  const Outcome ledger = Concord("list ledger --csv");
  EXPECT_THAT(ledger.out, HasSubstr(page));
  EXPECT_THAT(ledger.out, HasSubstr("robots"));
  const std::string reports = Concord("list reports --json").out;
  EXPECT_THAT(reports, HasSubstr(page));
  const std::size_t id = reports.find("\"id\":\"");
  ASSERT_NE(id, std::string::npos);
  EXPECT_THAT(Concord("show " + reports.substr(id + 6, 13)).out,
              HasSubstr("HTTP/1.1 200 OK"));
}

// So a list of a thousand addresses goes on where it was stopped.
TEST_F(ImportingFromTheWeb, WhatWasFetchedTodayIsNotFetchedAgain) {
  const std::string page = site_.Address("/page");
  std::ofstream(folder_ / "list") << page << "\n";
  const std::string from = "--files-from " + (folder_ / "list").string();
  EXPECT_THAT(Import(from).out, HasSubstr("1 indexed"));
  EXPECT_THAT(Import(from).out, HasSubstr("1 skipped"));
  EXPECT_EQ(site_.CountOf("/page"), 1);
  EXPECT_THAT(Import("--refetch " + from).out, HasSubstr("1 duplicate"));
  EXPECT_EQ(site_.CountOf("/page"), 2);
}

TEST_F(ImportingFromTheWeb, NothingPrivateIsFetchedUnasked) {
  const Outcome outcome = Concord("import " + site_.Address("/page"));
  EXPECT_EQ(outcome.code, 3);
  EXPECT_TRUE(site_.asked().empty());
  EXPECT_THAT(Concord("list ledger --csv").out, HasSubstr("private_address"));
}

TEST_F(ImportingFromTheWeb, ASignalEndsTheWaitingForASlowServer) {
  const std::string archive = (folder_ / "archive").string();
  const int code = testing::ExitCodeOf(
      "bash -c '" + testing::ProgramPath().string() + " --archive " + archive +
      " import --allow-private --delay 0 " + site_.Address("/slow") +
      " >/dev/null 2>&1 & child=$!; sleep 1; kill -INT $child; wait $child'");
  EXPECT_EQ(code, 130);
}

TEST_F(ImportingFromTheWeb, AFolderIsWatchedAndAPageIsNot) {
  const Outcome outcome = Import("--watch " + site_.Address("/page"));
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.out, HasSubstr("--refetch"));
}

}  // namespace
}  // namespace concord
