// Importing as an operator does: lists of files, archives, failures, runs.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "tests/support/places.h"
#include "tests/support/program.h"
#include "tests/support/read_json.h"
#include "tests/support/scans.h"
#include "tests/support/specimens.h"
#include "tests/support/test_data.h"

namespace concord {
namespace {

namespace fs = std::filesystem;
using Poco::JSON::Object;
using ::testing::Contains;
using testing::ExitCodeOf;
using ::testing::HasSubstr;
using testing::Parse;
using testing::ReadAll;
using ::testing::SizeIs;

struct Outcome {
  int code = -1;
  std::vector<std::string> lines;
  std::string err;
};

std::vector<std::string> LinesOf(const fs::path& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

std::uint64_t Number(const Object::Ptr& object, const std::string& name) {
  return object->getValue<std::uint64_t>(name);
}

std::string Report(const std::string& what) {
  return "<html><body><h1>Report on " + what +
         "</h1><p>A. Recommendation</p><p>That members note the plan for " +
         what + ".</p></body></html>";
}

class Importing : public ::testing::Test {
 protected:
  void SetUp() override { fs::create_directory(In()); }
  void TearDown() override {
    std::error_code ignored;
    fs::permissions(In() / "secret.html", fs::perms::owner_all, ignored);
  }

  fs::path In() const { return folder_ / "in"; }

  void Write(const std::string& name, const std::string& bytes) const {
    std::ofstream(In() / name, std::ios::binary) << bytes;
  }

  // Through the shell, so that input and pipes are what a person types;
  // `concord` is the program with an archive of the test's own.
  Outcome Shell(const std::string& command,
                const std::string& archive = "archive") const {
    std::ofstream(folder_ / "script")
        << "concord() { " << testing::ProgramPath().string() << " \"$@\"; }\n"
        << "cd '" << In().string() << "'\nexport CONCORD_ARCHIVE='"
        << (folder_ / archive).string() << "'\n"
        << command << "\n";
    const std::string run = "bash '" + (folder_ / "script").string() + "' >'" +
                            (folder_ / "out").string() + "' 2>'" +
                            (folder_ / "err").string() + "' </dev/null";
    return {ExitCodeOf(run), LinesOf(folder_ / "out"),
            ReadAll(folder_ / "err")};
  }

  Object::Ptr Summary(const std::string& command,
                      const std::string& archive = "archive") const {
    const Outcome outcome = Shell(command, archive);
    EXPECT_FALSE(outcome.lines.empty()) << command << "\n" << outcome.err;
    return outcome.lines.empty() ? Object::Ptr(new Object())
                                 : Parse(outcome.lines.back());
  }

  const testing::TemporaryFolder temporary_;
  const fs::path folder_ = temporary_.path();
};

TEST_F(Importing, NamesFromAFileOrStandardInputWithAnyCharacter) {
  Write("a.html", Report("roads"));
  Write("-b\nc.html", Report("bridges"));
  EXPECT_EQ(Number(Summary("printf 'a.html\\0./-b\\nc.html\\0' | "
                           "concord import --json --files-from - -0"),
                   "indexed"),
            2u);
  EXPECT_EQ(Number(Summary("echo a.html > list; "
                           "concord import --json --files-from list"),
                   "duplicate"),
            1u);
  EXPECT_EQ(Shell("concord import --files-from nowhere").code, 1);
}

TEST_F(Importing, StandardInputIsADocumentOrAnArchive) {
  Write("a.html", Report("roads"));
  EXPECT_EQ(Number(Summary("concord import --json - < a.html"), "indexed"), 1u);
  const Object::Ptr summary =
      Summary("tar czf - a.html | concord import --json -", "other");
  EXPECT_EQ(Number(summary, "seen"), 2u);
  EXPECT_EQ(Number(summary, "indexed"), 1u);
  EXPECT_EQ(Number(summary, "skipped"), 1u) << "the archive itself";
}

TEST_F(Importing, ItsOwnArchiveWithinTheFolderIsNoInput) {
  Write("a.html", Report("a"));
  Write("b.html", Report("b"));
  const Outcome first = Shell("concord --archive own import .");
  EXPECT_EQ(first.code, 0) << first.err;
  EXPECT_THAT(first.lines.back(), HasSubstr("3 seen = 2 indexed + 0 duplicate "
                                            "+ 1 skipped + 0 quarantined"));
  EXPECT_THAT(first.err, HasSubstr("skipped ./own: a Concord archive"));
  const Outcome again = Shell("concord --archive own import .");
  EXPECT_THAT(again.lines.back(), HasSubstr("3 seen = 0 indexed + 2 duplicate "
                                            "+ 1 skipped + 0 quarantined"));
  const Outcome other = Shell("concord --archive other import --json . own");
  EXPECT_EQ(Number(Parse(other.lines.back()), "indexed"), 2u);
  EXPECT_EQ(Number(Parse(other.lines.back()), "skipped"), 3u);
  EXPECT_EQ(Shell("concord --archive own verify").code, 0);
  EXPECT_THAT(Shell("concord --archive own list ledger --run 1 --csv").lines,
              Contains(HasSubstr("concord_archive")));
}

TEST_F(Importing, AttachmentsOfAnEmailAreItemsOfTheirOwn) {
  Write("mail.eml",
        "From: clerk@a.example\nTo: member@a.example\nSubject: Papers\n"
        "Date: Tue, 13 Nov 2001 10:00:00 +0000\nMIME-Version: 1.0\n"
        "Content-Type: multipart/mixed; boundary=b\n\n--b\n"
        "Content-Type: text/plain\n\nThe papers for Tuesday.\n--b\n"
        "Content-Type: text/html; name=roads.html\n\n" +
            Report("roads") + "\n--b--\n");
  const Object::Ptr summary = Summary("concord import --json mail.eml");
  EXPECT_EQ(Number(summary, "seen"), 2u);
  EXPECT_EQ(Number(summary, "indexed"), 2u);
  EXPECT_THAT(Shell("concord list ledger --csv").lines,
              ::testing::Contains(HasSubstr("mail.eml!/roads.html")));
}

TEST_F(Importing, LimitAndSince) {
  Write("a.html", Report("roads"));
  Write("b.html", Report("bridges"));
  EXPECT_EQ(Number(Summary("concord import --json --limit 1 ."), "seen"), 1u);
  EXPECT_EQ(
      Number(Summary("concord import --json --since 2100-01-01 ."), "seen"),
      0u);
  EXPECT_EQ(
      Number(Summary("concord import --json --since 2000-01-01 ."), "seen"),
      2u);
  EXPECT_EQ(Shell("concord import --since yesterday .").code, 2);
}

TEST_F(Importing, WhatFailedIsTriedAgainWhenAskedFor) {
  Write("good.html", Report("roads"));
  Write("secret.html", Report("bridges"));
  fs::permissions(In() / "secret.html", fs::perms::none);
  if (::access((In() / "secret.html").c_str(), R_OK) == 0) {
    // The administrator may read all: a damaged archive fails as well.
    fs::remove(In() / "secret.html");
    Write("secret.html", "\x1F\x8B\x08 no gzip");
  }
  EXPECT_EQ(Shell("concord import .").code, 3);
  EXPECT_EQ(
      Number(Summary("concord import --json --retry-failed"), "duplicate"), 0u)
      << "only what failed";
  fs::permissions(In() / "secret.html", fs::perms::owner_all);
  fs::remove(In() / "secret.html");
  Write("secret.html", Report("bridges"));
  const Outcome retried = Shell("concord import --json --retry-failed");
  EXPECT_EQ(retried.code, 0) << retried.err;
  EXPECT_EQ(Number(Parse(retried.lines.back()), "indexed"), 1u);
  EXPECT_EQ(Number(Summary("concord import --json --retry-failed"), "seen"),
            0u);
}

TEST_F(Importing, ADamagedDocumentIsNotPassedOverAsAnotherKind) {
  const std::string noise("\x01\x02\xff\xfe\x00\x03\x80\x81", 8);
  Write("plan.PDF", noise);
  Write("noise.bin", noise);
  const Object::Ptr summary = Summary("concord import --json .");
  EXPECT_EQ(summary->getValue<int>("quarantined"), 1);
  EXPECT_EQ(summary->getValue<int>("skipped"), 1);
  const Outcome ledger =
      Shell("concord list ledger --kind quarantined --quiet");
  EXPECT_NE(ledger.lines.back().find("plan.PDF"), std::string::npos);
  EXPECT_NE(ledger.lines.back().find("it is called .pdf"), std::string::npos);
}

TEST_F(Importing, ADryRunShowsTheColumnsOfATable) {
  Write("plan.csv",
        "Ref,Recommendation,Owner,Status\n1,The Council should count the "
        "keys,Clerk,Completed\n2,The Council should change the "
        "locks,Warden,Open\n");
  Write("page.html", Report("roads"));
  const Outcome text = Shell("concord import --dry-run .");
  EXPECT_THAT(text.lines, Contains("./plan.csv:"));
  EXPECT_THAT(text.lines, Contains("  2 rows, 2 taken"));
  EXPECT_THAT(text.lines, Contains(HasSubstr("no column says by when")));
  const Outcome lines = Shell("concord import --dry-run --json .");
  ASSERT_EQ(lines.lines.size(), 3u);
  EXPECT_TRUE(Parse(lines.lines[0])->getArray("tables").isNull());
  const auto tables = Parse(lines.lines[1])->getArray("tables");
  ASSERT_FALSE(tables.isNull());
  EXPECT_EQ(Number(tables->getObject(0), "items"), 2u);
  ASSERT_EQ(Shell("concord import plan.csv").code, 0);
  const Outcome held = Shell("concord list recommendations --json");
  ASSERT_EQ(held.lines.size(), 2u);
  EXPECT_EQ(Parse(held.lines[0])->getValue<std::string>("implementation"),
            "implemented");
  const std::string id = Parse(held.lines[1])->getValue<std::string>("id");
  EXPECT_THAT(Shell("concord show " + id).lines,
              Contains(HasSubstr("open: “Open”")));
}

TEST_F(Importing, AFailureIsShownWithWhatEachAttemptSaid) {
  Write("broken.pdf", "%PDF-1.4\nnothing");
  EXPECT_EQ(Shell("concord import .").code, 3);
  EXPECT_EQ(Shell("concord import --retry-failed").code, 3);
  const Outcome shown = Shell("concord show l2");
  ASSERT_EQ(shown.code, 0) << shown.err;
  EXPECT_THAT(shown.lines, Contains(HasSubstr("attempts")));
  EXPECT_THAT(shown.lines, Contains(HasSubstr("run 1: it is damaged")));
  EXPECT_THAT(shown.lines, Contains(HasSubstr("run 2: it is damaged")));
  const Outcome row = Shell("concord list ledger --run 2 --json");
  ASSERT_EQ(row.lines.size(), 1u);
  EXPECT_EQ(Number(Parse(row.lines[0]), "attempts"), 2u);
  EXPECT_NE(Shell("concord show l3").code, 0);
}

TEST_F(Importing, ReadsScansWhereAskedFor) {
  Write("scan.pdf", testing::ScanOf({testing::GreyPicture::Blank(60, 85)}));
  const Object::Ptr before = Summary("concord import --json .");
  EXPECT_EQ(Number(before, "skipped"), 1u);
  EXPECT_EQ(Number(Summary("concord import --json --retry-failed"), "seen"),
            0u);
  const testing::FakeTesseract tesseract(
      testing::FakeTesseract::Answer(testing::Hocr(
          testing::HocrLine("The panel recommends that the clerk should", 400) +
          testing::HocrLine("publish the figures on custody.", 460))));
  const Outcome absent =
      Shell("PATH=/nonexistent concord import --ocr scan.pdf");
  EXPECT_NE(absent.code, 0);
  EXPECT_THAT(absent.err, HasSubstr("apt-get install tesseract-ocr"));
  for (const char* language : {"--foo", "'-l --foo'", "../eng"}) {
    const Outcome bad =
        Shell("concord import --ocr --ocr-language=" + std::string(language) +
              " scan.pdf");
    EXPECT_NE(bad.code, 0) << language;
    EXPECT_THAT(bad.err, HasSubstr("no name of a language")) << language;
  }
  EXPECT_EQ(Shell("concord list runs --json").lines.size(), 2u)
      << "what cannot begin is no run";
  const std::string again = "concord import --json --retry-failed --ocr";
  EXPECT_EQ(Number(Summary(again + " --dry-run"), "indexed"), 1u);
  EXPECT_EQ(Number(Summary(again), "indexed"), 1u);
  EXPECT_EQ(Number(Summary(again), "seen"), 0u);
  const Outcome ledger = Shell("concord list ledger --run 3");
  EXPECT_THAT(ledger.lines, Contains(HasSubstr("read by OCR: tesseract 9.9")));
  const Outcome reports = Shell("concord list reports --json");
  ASSERT_FALSE(reports.lines.empty());
  const Object::Ptr ocr = Parse(reports.lines.front())->getObject("ocr");
  ASSERT_FALSE(ocr.isNull()) << reports.lines.front();
  EXPECT_EQ(Number(ocr, "confidence"), 93u);
  const std::string id =
      Parse(reports.lines.front())->getValue<std::string>("id");
  EXPECT_THAT(Shell("concord show " + id).lines,
              Contains(HasSubstr("read by OCR: tesseract 9.9, language eng")));
  const Outcome hits = Shell("concord search --json custody");
  ASSERT_FALSE(hits.lines.empty());
  EXPECT_TRUE(Parse(hits.lines.front())->optValue<bool>("ocr", false));
  EXPECT_THAT(Shell("concord search custody").lines,
              Contains(HasSubstr("read by OCR")));
  const Outcome extracted = Shell("concord extract --json --ocr scan.pdf");
  ASSERT_EQ(extracted.code, 0) << extracted.err;
  EXPECT_EQ(Parse(extracted.lines.front())
                ->getObject("charset")
                ->getValue<std::string>("decided_by"),
            "ocr");
}

TEST_F(Importing, ADryRunSaysWhatTheRealRunWould) {
  Write("a.html", Report("roads"));
  Write("b.html", Report("bridges"));
  Write("empty.html", "");
  ASSERT_EQ(Shell("concord import a.html").code, 0);
  const Object::Ptr dry = Summary("concord import --json --dry-run .");
  const Object::Ptr real = Summary("concord import --json .");
  for (const char* name : {"seen", "indexed", "duplicate", "skipped",
                           "quarantined", "recommendations"}) {
    EXPECT_EQ(Number(dry, name), Number(real, name)) << name;
  }
}

// The same report as a page and as a text with a hyphen left over.
TEST_F(Importing, AReportInTwoFormatsIsOneWithTwoCaptures) {
  std::string page = "<html><body><h1>Report on moorings</h1>";
  std::string text = "Report on moorings\n\n";
  for (int i = 1; i <= 12; ++i) {
    const std::string n = std::to_string(i);
    std::string start =
        n +
        ". The panel recommends that the harbour unit inspects every "
        "mooring chain of quay " +
        n;
    for (char berth = 'a'; berth < 'q'; ++berth) {
      start += " and berth" + std::string(static_cast<std::size_t>(i), berth);
    }
    start += " before the winter gales and ";
    page += "<p>" + start + "reports to members each quarter.</p>";
    text += start + (i == 3 ? "re-ports" : "reports") +
            " to members each quarter.\n\n";
  }
  Write("a.html", page + "</body></html>");
  Write("b.txt", text);
  const Object::Ptr dry = Summary("concord import --json --dry-run .");
  const Object::Ptr real = Summary("concord import --json .");
  for (const Object::Ptr& summary : {dry, real}) {
    EXPECT_EQ(Number(summary, "indexed"), 1u);
    EXPECT_EQ(Number(summary, "duplicate"), 1u);
  }
  EXPECT_THAT(Shell("concord list ledger").lines,
              Contains(HasSubstr("another format of report")));
  EXPECT_THAT(
      Shell("concord list recommendations --json | wc -l").lines.front(), "12");
  EXPECT_THAT(Shell("concord verify").code, 0);
  EXPECT_EQ(Number(Summary("concord import --json ."), "duplicate"), 2u);
}

TEST_F(Importing, ARunIsKeptWithItsFiguresAndCanBeShown) {
  Write("a.html", Report("roads"));
  Write("b.html", "");
  ASSERT_EQ(Shell("concord import .").code, 0);
  const Object::Ptr run = Parse(Shell("concord show run-1 --json").lines[0]);
  EXPECT_EQ(Number(run, "seen"), 2u);
  EXPECT_GT(Number(run, "bytes"), 0u);
  EXPECT_GT(Number(run, "peak_memory"), 1'000'000u);
  EXPECT_EQ(run->getArray("slowest")->size(), 1u);
  EXPECT_EQ(
      run->getArray("by_error")->getObject(0)->getValue<std::string>("code"),
      "empty");
  EXPECT_THAT(Shell("concord show 1").lines,
              ::testing::Contains(HasSubstr("2 seen = 1 indexed")));
  const Outcome csv = Shell("concord list ledger --csv --run 1");
  ASSERT_THAT(csv.lines, SizeIs(3));
  EXPECT_THAT(csv.lines[0], HasSubstr("outcome,code,reason"));
  EXPECT_THAT(Shell("concord list ledger --csv --run 2").lines, SizeIs(1));
}

TEST_F(Importing, ExtractedElsewhereIsTheSameAsImportedHere) {
  ASSERT_TRUE(testing::CopySpecimenArchive(folder_ / "archive"));
  ASSERT_EQ(Shell("concord extract --stream --for-import '" +
                      (testing::CorpusRoot() / "raw").string() +
                      "' > lines; concord import --from-extracted lines",
                  "other")
                .code,
            0);
  for (const char* what : {"reports", "recommendations", "counts"}) {
    const std::string list = std::string("concord list --json ") + what;
    EXPECT_EQ(Shell(list).lines, Shell(list, "other").lines) << what;
  }
  EXPECT_EQ(Shell("concord verify --read-originals", "other").code, 0);
}

// As docs/import.md shows it.
TEST_F(Importing, GnuParallelExtractsWhatOneProcessWould) {
  if (std::system("parallel --version 2>/dev/null | grep -q GNU") != 0) {
    GTEST_SKIP() << "GNU parallel is not installed";
  }
  for (int i = 0; i < 9; ++i) {
    Write("page " + std::to_string(i) + ".html",
          Report("road " + std::to_string(i)));
  }
  ASSERT_EQ(Shell("concord import .").code, 0);
  const std::string find =
      "export -f concord\nset -o pipefail\n"
      "find . -name '*.html' -print0 | ";
  const Outcome lines =
      Shell(find +
            "parallel --will-cite -0 -j 2 'concord extract --stream --jobs 1 "
            "{} > {/}.jsonl' && cat *.jsonl");
  EXPECT_EQ(lines.code, 0) << lines.err;
  EXPECT_THAT(lines.lines, SizeIs(9));
  const Outcome import = Shell(
      find +
          "tr '\\0' '\\n' | parallel --will-cite --pipe -N 4 'concord "
          "extract --stream --for-import --files-from -' | concord import "
          "--json --from-extracted -",
      "other");
  EXPECT_EQ(import.code, 0) << import.err;
  ASSERT_FALSE(import.lines.empty());
  EXPECT_EQ(Number(Parse(import.lines.back()), "indexed"), 9u);
  const std::string list = "concord list recommendations --json | sort";
  EXPECT_EQ(Shell(list).lines, Shell(list, "other").lines);
}

TEST_F(Importing, WordsChangedOnTheWayAreQuarantined) {
  Write("a.html", Report("roads"));
  Write("b.html", Report("bridges"));
  const Outcome outcome = Shell(
      "concord extract --stream --for-import . > ../lines\n"
      "sed 's/roads/ponds/g' ../lines > ../forged\n"
      "concord import --json --from-extracted ../forged\n"
      "concord search ponds");
  ASSERT_GE(outcome.lines.size(), 3u) << outcome.err;
  const Object::Ptr books = Parse(outcome.lines[2]);
  EXPECT_EQ(Number(books, "indexed"), 1u);
  EXPECT_EQ(Number(books, "quarantined"), 1u);
  EXPECT_THAT(Parse(outcome.lines[0])->getValue<std::string>("reason"),
              HasSubstr("not what was written"));
}

TEST_F(Importing, WhatTheNamePromisesAndWordsTooLongAreRemarks) {
  Write("plan.pdf", Report("roads"));
  Write("page.html", Report("bridges"));
  Write("long.html", Report(std::string(1'000'000, 'x')));
  Write("mark.txt", "\xEF\xBB\xBF");
  Write("blank.html", " \n\t ");
  const std::string import = "concord import --json .";
  const Outcome outcome = Shell(import);
  ASSERT_THAT(outcome.lines, SizeIs(6)) << outcome.err;
  const auto field = [&](std::size_t line, const char* name) {
    return Parse(outcome.lines[line])->optValue<std::string>(name, "");
  };
  EXPECT_EQ(field(0, "code"), "empty");
  EXPECT_EQ(field(1, "outcome"), "indexed");
  EXPECT_THAT(field(1, "reason"), HasSubstr("longer than 64 bytes"));
  EXPECT_EQ(field(2, "code"), "empty");
  EXPECT_EQ(field(3, "reason"), "");
  EXPECT_EQ(field(4, "outcome"), "indexed");
  EXPECT_EQ(field(4, "reason"), "it is called .pdf and is text/html");
  // Kept with the run, and told of what is held too.
  EXPECT_THAT(Shell("concord list ledger --csv --run 1").lines,
              Contains(HasSubstr("it is called .pdf and is text/html")));
  EXPECT_THAT(
      Shell(import).lines,
      Contains(::testing::AllOf(HasSubstr("the same bytes as report "),
                                HasSubstr("; it is called .pdf and is text"))));
}

TEST_F(Importing, LinesThatLieAreQuarantined) {
  Write("a.html", Report("roads"));
  const Outcome outcome = Shell(
      "concord extract --stream --for-import a.html > lines\n"
      "sed 's/\"digest\":\"..../\"digest\":\"0000/' lines > forged\n"
      "echo 'no json' >> forged\n"
      "concord extract --stream a.html >> forged\n"
      "concord import --json --from-extracted forged");
  EXPECT_EQ(outcome.code, 3);
  EXPECT_EQ(Number(Parse(outcome.lines.back()), "quarantined"), 3u);
}

TEST_F(Importing, AStreamIsInTheOrderOfTheWalkAndNamesFailures) {
  for (int i = 0; i < 20; ++i) {
    Write(std::to_string(100 + i) + ".html", Report(std::to_string(i)));
  }
  Write("105.html", "");
  const Outcome outcome = Shell("concord extract --stream --jobs 4 .");
  ASSERT_THAT(outcome.lines, SizeIs(20));
  for (int i = 0; i < 20; ++i) {
    const Object::Ptr line = Parse(outcome.lines[static_cast<size_t>(i)]);
    EXPECT_THAT(line->getValue<std::string>("path"),
                HasSubstr(std::to_string(100 + i)));
    EXPECT_EQ(line->getValue<std::string>("outcome"),
              i == 5 ? "skipped" : "extracted");
  }
}

TEST_F(Importing, AWatchedFolderIsFollowed) {
  Write("a.html", Report("roads"));
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    const std::string archive = (folder_ / "archive").string();
    const std::string in = In().string();
    ::execl(testing::ProgramPath().c_str(), "concord", "import", "--quiet",
            "--watch", "--archive", archive.c_str(), in.c_str(),
            static_cast<char*>(nullptr));
    ::_exit(127);
  }
  const auto held = [&](std::size_t wanted) {
    for (int turn = 0; turn < 300; ++turn) {
      if (Shell("concord list reports --json").lines.size() == wanted) {
        return true;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return false;
  };
  EXPECT_TRUE(held(1));
  Write("b.html", Report("bridges"));
  EXPECT_TRUE(held(2));
  ::kill(child, SIGTERM);
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(WIFEXITED(status) ? WEXITSTATUS(status) : -1, 128 + SIGTERM);
}

}  // namespace
}  // namespace concord
