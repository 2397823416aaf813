// The real program, run as a person or a script runs it, on the specimens.

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "tests/support/places.h"
#include "tests/support/program.h"
#include "tests/support/read_json.h"
#include "tests/support/specimens.h"
#include "tests/support/test_data.h"

namespace concord {
namespace {

namespace fs = std::filesystem;
using Poco::JSON::Object;

using testing::Outcome;
using testing::Parse;
using testing::Quote;
using testing::ReadAll;

class Program : public testing::Program {
 protected:
  Object::Ptr ImportSpecimens() {
    const Outcome outcome =
        Run({"import", "--json", (testing::CorpusRoot() / "raw").string()});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    const auto lines = outcome.Lines();
    EXPECT_FALSE(lines.empty());
    return lines.empty() ? Object::Ptr(new Object()) : Parse(lines.back());
  }
};

std::uint64_t FilesBelow(const fs::path& folder) {
  std::uint64_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    files += entry.is_regular_file() && !entry.is_symlink();
  }
  return files;
}

void ExpectBalanced(const Object& summary) {
  EXPECT_EQ(summary.getValue<std::uint64_t>("seen"),
            summary.getValue<std::uint64_t>("indexed") +
                summary.getValue<std::uint64_t>("duplicate") +
                summary.getValue<std::uint64_t>("skipped") +
                summary.getValue<std::uint64_t>("quarantined"));
}

TEST_F(Program, ImportsTheSpecimensAndTheBooksBalance) {
  const Object::Ptr summary = ImportSpecimens();
  EXPECT_EQ(summary->getValue<std::string>("type"), "summary");
  EXPECT_EQ(summary->getValue<std::uint64_t>("seen"),
            FilesBelow(testing::CorpusRoot() / "raw"));
  ExpectBalanced(*summary);
  EXPECT_EQ(Run({"verify", "--read-originals"}).code, 0);
}

TEST_F(Program, ImportsNothingTwice) {
  const Object::Ptr first = ImportSpecimens();
  const Object::Ptr second = ImportSpecimens();
  EXPECT_EQ(second->getValue<std::uint64_t>("indexed"), 0u);
  EXPECT_EQ(second->getValue<std::uint64_t>("seen"),
            second->getValue<std::uint64_t>("duplicate") +
                second->getValue<std::uint64_t>("skipped"));
  EXPECT_EQ(Run({"list", "reports", "--json"}).Lines().size(),
            first->getValue<std::uint64_t>("indexed"));
}

TEST_F(Program, GivesTheSameArchiveWhateverTheNumberOfWorkers) {
  const std::string corpus = (testing::CorpusRoot() / "raw").string();
  ASSERT_EQ(Run({"import", "--jobs", "1", corpus}).code, 0);
  const std::string one = Run({"list", "recommendations", "--json"}).out;
  fs::remove_all(Archive());
  ASSERT_EQ(Run({"import", "--jobs", "4", corpus}).code, 0);
  EXPECT_EQ(Run({"list", "recommendations", "--json"}).out, one);
}

// Every list, every row: id and type are there and nothing else is printed.
class ListsOfTheProgram : public Program {};

TEST_F(ListsOfTheProgram, AreJsonLinesWithIdAndType) {
  UseSpecimens();
  for (const char* what :
       {"recommendations", "reports", "resolutions", "timetable", "works",
        "bodies", "people", "acronyms", "relations", "counts", "conflicts",
        "wanted", "missing", "ledger", "runs"}) {
    const Outcome outcome = Run({"list", what, "--json"});
    EXPECT_EQ(outcome.code, 0) << what << outcome.err;
    EXPECT_FALSE(outcome.out.empty()) << what << " lists nothing";
    for (const std::string& line : outcome.Lines()) {
      const Object::Ptr row = Parse(line);
      EXPECT_TRUE(row->has("id") && row->has("type")) << line;
    }
  }
}

TEST_F(Program, EndsQuietlyWhenItsReaderHasSeenEnough) {
  UseSpecimens();
  // Far more than a pipe holds, to a reader that reads one byte.
  const std::string command =
      "{ " + Quote(testing::ProgramPath().string()) + " list recommendations" +
      " --json --archive " + Quote(Archive()) + " 2>" +
      Quote((folder_ / "stderr").string()) + "; echo $? >" +
      Quote((folder_ / "code").string()) + "; } | head -c 1 >" +
      Quote((folder_ / "stdout").string());
  ASSERT_NE(std::system(command.c_str()), -1);
  EXPECT_EQ(ReadAll(folder_ / "code"), "141\n");
  EXPECT_EQ(ReadAll(folder_ / "stderr").find("terminate"), std::string::npos);
}

TEST_F(Program, PutsEachFigureUnderItsHeading) {
  UseSpecimens();
  const auto text = Run({"list", "counts"}).Lines();
  const auto json = Run({"list", "counts", "--json"}).Lines();
  ASSERT_GE(text.size(), 2u);
  ASSERT_FALSE(json.empty());
  const Object::Ptr first = Parse(json[0]);
  for (const char* name : {"stated", "held", "verdict"}) {
    const std::size_t column = text[0].find(name);
    ASSERT_NE(column, std::string::npos) << name;
    EXPECT_TRUE(
        text[1].substr(column).starts_with(first->get(name).toString() + "  "))
        << name << ": " << text[1];
  }
}

TEST_F(Program, ShowsEverythingThatItLists) {
  UseSpecimens();
  for (const char* what :
       {"reports", "recommendations", "works", "bodies", "people"}) {
    const auto lines = Run({"list", what, "--json"}).Lines();
    ASSERT_FALSE(lines.empty()) << what;
    for (const std::string& line : {lines.front(), lines.back()}) {
      const auto id = Parse(line)->getValue<std::string>("id");
      const Outcome shown = Run({"show", id, "--json"});
      EXPECT_EQ(shown.code, 0) << id << shown.err;
      EXPECT_EQ(Parse(shown.out)->getValue<std::string>("id"), id);
    }
  }
}

TEST_F(Program, ShowsRowsOfListsAndPassagesBySearchedId) {
  UseSpecimens();
  for (const char* what : {"acronyms", "counts", "conflicts", "missing",
                           "relations", "resolutions", "timetable"}) {
    const auto lines = Run({"list", what, "--json"}).Lines();
    ASSERT_FALSE(lines.empty()) << what;
    const auto id = Parse(lines.front())->getValue<std::string>("id");
    const Outcome shown = Run({"show", id, "--json"});
    EXPECT_EQ(shown.code, 0) << id << shown.err;
    EXPECT_EQ(shown.out, lines.front() + "\n");
  }
  const auto hits = Run({"search", "training", "--json"}).Lines();
  ASSERT_FALSE(hits.empty());
  const Object::Ptr hit = Parse(hits.front());
  const auto id = hit->getValue<std::string>("id");
  const Object::Ptr passage = Parse(Run({"show", id, "--json"}).out);
  EXPECT_EQ(passage->getValue<std::string>("type"), "passage");
  EXPECT_EQ(passage->getValue<std::string>("text"),
            hit->getValue<std::string>("text"));
  EXPECT_EQ(Run({"show", id + "999"}).code, 1);
}

TEST_F(Program, RefusesAFilterThatWouldDoNothing) {
  UseSpecimens();
  const auto refused = [&](std::vector<std::string> words) {
    words.insert(words.begin(), "list");
    return Run(words).code == 2;
  };
  EXPECT_TRUE(refused({"reports", "--from", "banana"}));
  EXPECT_TRUE(refused({"reports", "--from", "2003", "--to", "2001"}));
  EXPECT_TRUE(refused({"works", "--kind", "nosuchkind"}));
  EXPECT_TRUE(refused({"ledger", "--kind", "bogus"}));
  EXPECT_TRUE(refused({"ledger", "--run", "first"}));
  EXPECT_TRUE(refused({"bodies", "--owner", "board"}));
  EXPECT_FALSE(refused({"reports", "--from", "2001", "--to", "2003"}));
  EXPECT_FALSE(refused({"works", "--kind", "inquiry"}));
}

TEST_F(Program, NarrowsARegisterToWhatAReportSays) {
  UseSpecimens();
  const auto all = Run({"list", "counts", "--json"}).Lines();
  ASSERT_FALSE(all.empty());
  std::string report;
  for (const std::string& line : Run({"list", "reports", "--json"}).Lines()) {
    report = Parse(line)->getValue<std::string>("id");
    const auto some =
        Run({"list", "counts", "--report", report, "--json"}).Lines();
    EXPECT_LT(some.size(), all.size());
    for (const std::string& row : some) {
      EXPECT_NE(row.find("\"report\":\"" + report), std::string::npos);
    }
    if (!some.empty()) return;
  }
  FAIL() << "no report says a count";
}

TEST_F(Program, GroupsShareNoMemberAndAreSpokenForByOneOfTheirOwn) {
  UseSpecimens();
  const Outcome groups = Run({"groups", "--json"});
  ASSERT_EQ(groups.code, 0) << groups.err;
  std::set<std::string> seen;
  for (const std::string& line : groups.Lines()) {
    const Object::Ptr group = Parse(line);
    EXPECT_EQ(group->getValue<std::string>("type"), "group");
    EXPECT_FALSE(group->getValue<std::string>("reason").empty());
    const auto members = group->getArray("members");
    EXPECT_GE(members->size(), 2u);
    EXPECT_GE(group->getArray("links")->size(), members->size() - 1);
    std::set<std::string> ids;
    for (unsigned i = 0; i < members->size(); ++i) {
      ids.insert(members->getObject(i)->getValue<std::string>("id"));
    }
    EXPECT_EQ(ids.count(group->getValue<std::string>("representative")), 1u);
    for (const std::string& id : ids) {
      EXPECT_TRUE(seen.insert(id).second) << id << " is in two groups";
    }
  }
  EXPECT_GE(seen.size(), 4u);
  EXPECT_EQ(Run({"groups", "--report", "nothing"}).code, 1);
}

TEST_F(Program, RefusesASecondWriterAtOnce) {
  UseSpecimens();
  // This process holds the lock as another import does.
  const int lock = ::open((Archive() + "/lock").c_str(), O_RDWR | O_CLOEXEC);
  ASSERT_GE(lock, 0);
  struct flock whole {};
  whole.l_type = F_WRLCK;
  whole.l_whence = SEEK_SET;
  ASSERT_EQ(::fcntl(lock, F_OFD_SETLK, &whole), 0);
  ASSERT_EQ(::flock(lock, LOCK_EX | LOCK_NB), 0);
  const Outcome refused =
      Run({"import", (testing::CorpusRoot() / "raw").string()});
  ::close(lock);
  EXPECT_EQ(refused.code, 11) << refused.err;
  EXPECT_FALSE(refused.err.empty());
}

TEST_F(Program, KeepsGoingPastBadInputAndNamesEachReason) {
  Write("in/empty.html", "");
  Write("in/binary.html", std::string("\x7f"
                                      "ELF\x02\x00\x00\x01",
                                      8));
  std::string deep;
  for (int i = 0; i < 50000; ++i) deep += "<div>";
  Write("in/deep.html", deep + "The deepest words.");
  Write("in/good.txt",
        "Report of the Clerk\n\nA. Recommendation\n\nThat "
        "members note the report.\n");
  Write("in/lies.html", "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n");
  fs::create_directory_symlink(folder_ / "in", folder_ / "in/loop");
  Write("in/secret.txt", "Members note it.");
  fs::permissions(folder_ / "in/secret.txt", fs::perms::none);
  const Outcome outcome = Run({"import", "--json", (folder_ / "in").string(),
                               (folder_ / "nowhere").string()});
  const Object::Ptr summary = Parse(outcome.Lines().back());
  ExpectBalanced(*summary);
  EXPECT_EQ(summary->getValue<std::uint64_t>("seen"),
            FilesBelow(folder_ / "in") + 2)
      << "the link that loops and the missing path are rows too";
  EXPECT_EQ(outcome.code, 3) << outcome.err;
  for (const std::string& line : Run({"list", "ledger", "--json"}).Lines()) {
    const Object::Ptr row = Parse(line);
    const auto outcome_name = row->getValue<std::string>("outcome");
    if (outcome_name == "indexed") continue;
    EXPECT_FALSE(row->get("reason").isEmpty()) << line;
  }
  EXPECT_EQ(Run({"search", "\"deepest words\""}).code, 0);
}

TEST_F(Program, SaysWhichExitCodeForWhichFailure) {
  const std::string corpus = (testing::CorpusRoot() / "raw").string();
  EXPECT_EQ(Run({"search", "plan"}).code, 10) << "no archive";
  EXPECT_EQ(Run({"list", "reports"}).code, 10);
  EXPECT_EQ(Run({"no-such-command"}).code, 2);
  EXPECT_EQ(Run({"import"}).code, 2);
  EXPECT_EQ(Run({"list", "nonsense", "--archive", corpus}).code, 10);
  EXPECT_EQ(Run({"--help"}).code, 0);
  EXPECT_EQ(Run({"import", "--help"}).code, 0);
}

TEST_F(Program, WritesErrorsAsJsonWhenAskedForJson) {
  const Outcome outcome = Run({"list", "reports", "--json"});
  EXPECT_TRUE(outcome.out.empty());
  const Object::Ptr error = Parse(outcome.err);
  EXPECT_EQ(error->getValue<std::string>("type"), "error");
  EXPECT_FALSE(error->getValue<std::string>("message").empty());
}

TEST_F(Program, SaysAsJsonThatTheArchiveIsSound) {
  UseSpecimens();
  const Outcome outcome = Run({"verify", "--json"});
  EXPECT_EQ(outcome.code, 0);
  const Object::Ptr verified = Parse(outcome.out);
  EXPECT_TRUE(verified->getValue<bool>("sound"));
  EXPECT_EQ(verified->getArray("faults")->size(), 0u);
  for (const auto& entry :
       fs::recursive_directory_iterator(fs::path(Archive()) / "originals")) {
    if (entry.is_regular_file()) fs::remove(entry);
  }
  const Outcome broken = Run({"verify", "--json"});
  EXPECT_EQ(broken.code, 12);
  EXPECT_FALSE(Parse(broken.out)->getValue<bool>("sound"));
  EXPECT_GT(Parse(broken.out)->getArray("faults")->size(), 0u);
}

TEST_F(Program, SaysOfAPairWhatWeighsAndTheRestInOneLine) {
  UseSpecimens();
  const auto lines = Run({"overlaps", "--min-weight", "15"}).Lines();
  int pairs = 0;
  int zeros = 0;
  for (const std::string& line : lines) {
    pairs += line.find("similarity") != std::string::npos;
    zeros += line.starts_with("      +0.0  ");
  }
  EXPECT_GT(pairs, 0);
  EXPECT_EQ(zeros, pairs);
}

TEST_F(Program, WritesNothingInADryRun) {
  const Outcome outcome = Run({"import", "--dry-run", "--json",
                               (testing::CorpusRoot() / "raw").string()});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  ExpectBalanced(*Parse(outcome.Lines().back()));
  EXPECT_FALSE(fs::exists(Archive()));
}

TEST_F(Program, ScopesThePaperAndEveryQuotationStandsInItsSource) {
  UseSpecimens();
  std::string paper;
  for (const std::string& line : Run({"list", "reports", "--json"}).Lines()) {
    const Object::Ptr row = Parse(line);
    for (const auto& capture : *row->getArray("captures")) {
      const auto path =
          capture.extract<Object::Ptr>()->getValue<std::string>("path");
      if (path.find("ccc-2001-11-13-09") != std::string::npos) {
        paper = row->getValue<std::string>("id");
      }
    }
  }
  ASSERT_FALSE(paper.empty());
  const Outcome scoped =
      Run({"scope", "three", "--as-stated-in", paper, "--json"});
  ASSERT_EQ(scoped.code, 0) << scoped.err;
  const Object::Ptr scope = Parse(scoped.out);
  const auto totals = scope->getObject("totals");
  EXPECT_EQ(totals->getValue<int>("stated"), 34) << "20 + 6 + 8";
  EXPECT_EQ(totals->getValue<int>("held"), 34);
  int for_others = 0;
  for (const auto& row : *scope->getArray("excluded")) {
    for_others += row.extract<Object::Ptr>()->getValue<std::string>("rule") ==
                  "exclude.partition-stated";
  }
  EXPECT_EQ(for_others, 4) << "addressed to others, and said to be";
  EXPECT_EQ(totals->getValue<int>("included"), 30);
  const Outcome answered = Run({"respond", "three", "--format", "json"});
  ASSERT_EQ(answered.code, 0) << answered.err;
  const Object::Ptr response = Parse(answered.out);
  std::set<std::string> covered;
  for (const auto& row : *response->getArray("coverage")) {
    covered.insert(row.extract<Object::Ptr>()->getValue<std::string>("id"));
  }
  EXPECT_EQ(covered.size(), 30u);
  for (const auto& entry : *response->getArray("entries")) {
    EXPECT_TRUE(entry.extract<Object::Ptr>()->isNull("response"));
  }
}

TEST_F(Program, MergesWorksAndTakesItBack) {
  Write("one.txt",
        "Harbour paper\n\n1. The report \"Safe on the Shore\" (1999) was "
        "read.\n\n"
        "2. The report \"Keys of the Quay\" (2001) was read too.\n");
  ASSERT_EQ(Run({"import", (folder_ / "one.txt").string()}).code, 0);
  ASSERT_EQ(Run({"list", "works", "--json"}).Lines().size(), 2u);
  const Outcome merged =
      Run({"works", "merge", "w-safe-on-the-shore", "Keys of the Quay", "--why",
           "one cover", "--who", "jf", "--json"});
  ASSERT_EQ(merged.code, 0) << merged.err;
  EXPECT_EQ(Parse(merged.out)->getValue<std::string>("verb"), "merge");
  EXPECT_EQ(Run({"list", "works", "--json"}).Lines().size(), 1u);
  EXPECT_NE(Run({"show", "w-keys-of-the-quay"}).out.find("decided by jf"),
            std::string::npos);
  const Outcome again = Run({"works", "merge", "w-safe-on-the-shore",
                             "w-safe-on-the-shore", "--who", "jf"});
  EXPECT_NE(again.code, 0);
  EXPECT_NE(again.err.find("into itself"), std::string::npos);
  EXPECT_EQ(Run({"undo", "--who", "jf"}).code, 0);
  EXPECT_EQ(Run({"list", "works", "--json"}).Lines().size(), 2u);
  EXPECT_EQ(Run({"bodies", "merge", "b-nobody", "b-none"}).code,
            Run({"show", "r000000000000"}).code);
}

TEST_F(Program, RefusesThatTwoWorksAreOneAndTakesItBack) {
  Write("one.txt",
        "Harbour paper\n\n1. The report \"Safe on the Shore\" (1999) was "
        "read.\n\n"
        "2. The report \"Keys of the Quay\" (2001) was read too.\n");
  ASSERT_EQ(Run({"import", (folder_ / "one.txt").string()}).code, 0);
  const Outcome refused =
      Run({"works", "refuse", "w-safe-on-the-shore", "Keys of the Quay",
           "--why", "two covers", "--who", "jf", "--json"});
  ASSERT_EQ(refused.code, 0) << refused.err;
  EXPECT_EQ(Parse(refused.out)->getValue<std::string>("verb"), "refuse");
  EXPECT_NE(Run({"show", "w-keys-of-the-quay"}).out.find("two covers"),
            std::string::npos);
  const Outcome merged =
      Run({"works", "merge", "w-safe-on-the-shore", "w-keys-of-the-quay"});
  EXPECT_NE(merged.code, 0);
  EXPECT_NE(merged.err.find("not to be one work by jf"), std::string::npos);
  EXPECT_NE(Run({"decisions"}).out.find("refuse"), std::string::npos);
  EXPECT_EQ(Run({"undo", "--who", "jf"}).code, 0);
  EXPECT_EQ(Run({"show", "w-keys-of-the-quay"}).out.find("two covers"),
            std::string::npos);
  EXPECT_EQ(Run({"bodies", "refuse", "b-nobody", "b-none"}).code, 2);
}

TEST_F(Program, ReadsDatesAndComparesTextsFromStandardInput) {
  const Outcome dates =
      Run({"dates"}, "late 2005\nNovember\t2005-10-06\nthe Board\n");
  EXPECT_EQ(dates.out,
            "late 2005\t2005-36~\t2005-10-01\t2005-12-31\n"
            "November\t2005-11\t2005-11-01\t2005-11-30\n"
            "the Board\t\t\t\n");
  const Outcome pairs =
      Run({"compare", "--json"},
          "The force should publish the plan.\tThe force should publish the "
          "plan.\nPublish the plan.\tBuy more cars.\n");
  const auto lines = pairs.Lines();
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(Parse(lines[0])->getValue<std::string>("relation"), "identical");
  EXPECT_EQ(Parse(lines[1])->getValue<std::string>("relation"), "distinct");
}

TEST_F(Program, NamesALineWithoutTwoTextsAndComparesTheOthers) {
  const std::string lines = "One text alone\nBuy cars.\tBuy cars.\n";
  const Outcome outcome = Run({"compare"}, lines);
  EXPECT_EQ(outcome.code, 3);
  EXPECT_TRUE(outcome.out.starts_with("\n")) << outcome.out;
  EXPECT_NE(outcome.out.find("identical"), std::string::npos);
  EXPECT_EQ(outcome.err, "line 1: no TAB between two texts\n");
  const Outcome json = Run({"compare", "--json"}, lines);
  EXPECT_EQ(json.code, 3);
  EXPECT_EQ(json.Lines().front(), "null");
}

TEST_F(Program, RefusesNumbersThatAreNone) {
  UseSpecimens();
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"accept", "--min-weight", "nan"},
        {"accept", "--min-weight", "-1"},
        {"overlaps", "--min-weight", "nan"},
        {"import", "--limit", "-1", "."},
        {"import", "--delay", "nan", "."},
        {"import", "--jobs", "0", "."}}) {
    const Outcome outcome = Run(words);
    EXPECT_EQ(outcome.code, 2) << words[0] << ": " << outcome.err;
    EXPECT_NE(outcome.err.find("is no number from"), std::string::npos)
        << outcome.err;
  }
  EXPECT_TRUE(Run({"decisions"}).out.empty());
}

}  // namespace
}  // namespace concord
