// What follows from the archive and is kept beside it: the bytes, the rows, and
// that no answer depends on whether anything was kept.

#include "engine/kept/kept.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "base/json_object.h"
#include "concord/base/files.h"
#include "concord/store/store.h"
#include "engine/snapshot.h"
#include "engine/view_json.h"
#include "tests/support/small_archive.h"

namespace concord::engine {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

crossref::Body ABody() {
  crossref::Body body;
  body.id = {"b-keys-board"};
  body.name = "Keys Board";
  body.kind = extraction::OwnerKind::kPost;
  crossref::Quote quote{{"r1"}, "file:///a", "para 4", {3, 13}, "Keys\0Board"};
  body.aliases = {{"the Board", "same name", quote}, {"", "", {}}};
  body.mentions = {quote, quote};
  body.merged = {{"b-lock-board"}};
  body.successors = {{{"b-next"}, "Next", "1 May 2004", quote}};
  return body;
}

// --- Values as bytes

TEST(Codec, GivesBackWhatItWasGiven) {
  const crossref::Body body = ABody();
  crossref::Body read;
  ASSERT_TRUE(Decode(Encode(body), &read));
  EXPECT_EQ(Encode(read), Encode(body));
  EXPECT_EQ(read.id, body.id);
  EXPECT_EQ(read.kind, body.kind);
  EXPECT_EQ(read.mentions, body.mentions);
  EXPECT_EQ(read.successors, body.successors);
  EXPECT_EQ(read.aliases[0].quote, body.aliases[0].quote);
  EXPECT_EQ(read.merged, body.merged);
}

struct Inherits : extraction::Item {
  std::string name;
  std::vector<int> numbers;
};

TEST(Codec, CountsTheMembersThatMustBeNamed) {
  static_assert(MemberCount<Inherits>() == 3);
  static_assert(MemberCount<crossref::Quote>() == 5);
  const extraction::CountPart part{{{2, 5}, "rule", 0.5}, 3, "a", "b", true};
  extraction::CountPart read;
  ASSERT_TRUE(Decode(Encode(part), &read));
  EXPECT_EQ(read, part);
}

TEST(Codec, SaysOfAnythingCutShortOrTooLongThatItIsNotWhole) {
  const std::string whole = Encode(ABody());
  crossref::Body body;
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_FALSE(Decode(whole.substr(0, size), &body)) << size;
  }
  EXPECT_FALSE(Decode(whole + "x", &body));
  EXPECT_TRUE(Decode(whole, &body));
}

TEST(Codec, ReadsAnyBytesWithoutHarm) {
  const std::string whole = Encode(ABody());
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const char damage : {'\0', '\x7f', '\xff'}) {
      std::string bytes = whole;
      bytes[at] = damage;
      crossref::Body body;
      static_cast<void>(Decode(bytes, &body));
      EXPECT_LE(body.mentions.size(), bytes.size());
    }
  }
}

// --- Rows

KeptWriter TwoSections() {
  KeptWriter out;
  out.Begin("first");
  out.Add("one", {"=b", "rx"});
  out.Add("two", {"=ba", "rx", "rx"});
  out.Add("", {"=c"});
  out.Begin("second");
  out.Add("other", {"=b"});
  return out;
}

TEST(KeptRows, AreFoundByNumberAndByName) {
  const auto rows = KeptRows::Of(TwoSections().Finish("key"), "key");
  ASSERT_TRUE(rows.has_value());
  EXPECT_EQ((*rows)->Count("first"), 3u);
  EXPECT_EQ((*rows)->Count("second"), 1u);
  EXPECT_EQ((*rows)->Count("third"), 0u);
  EXPECT_EQ((*rows)->Row("first", 1), "two");
  EXPECT_EQ((*rows)->Row("first", 2), "");
  EXPECT_EQ((*rows)->Row("second", 0), "other");
  EXPECT_EQ((*rows)->Row("first", 3).error().code(), ErrorCode::kCorrupt);
  EXPECT_THAT(*(*rows)->Named("first", "=b"), ElementsAre(0));
  EXPECT_THAT(*(*rows)->Named("first", "rx"), ElementsAre(0, 1));
  EXPECT_THAT(*(*rows)->Named("first", "="), IsEmpty());
  EXPECT_THAT(*(*rows)->Named("first", "=d"), IsEmpty());
  EXPECT_THAT(*(*rows)->Named("third", "=b"), IsEmpty());
  EXPECT_THAT(*(*rows)->Beginning("first", "=b"), ElementsAre(0, 1));
  EXPECT_THAT(*(*rows)->Beginning("first", "="), ElementsAre(0, 1, 2));
  EXPECT_THAT(*(*rows)->Beginning("first", ""), ElementsAre(0, 1, 2));
}

class KeptFolder : public ::testing::Test {
 protected:
  KeptFolder() {
    std::string name = (fs::temp_directory_path() / "kept-XXXXXX").string();
    EXPECT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  ~KeptFolder() override { fs::remove_all(folder_); }

  std::string Bytes() const {
    return ReadFile(folder_ / "kept" / "register", 1u << 30).value_or("");
  }
  void Put(const std::string& bytes) const {
    std::ofstream(folder_ / "kept" / "register", std::ios::binary) << bytes;
  }

  fs::path folder_;
};

TEST_F(KeptFolder, ReadsWhatItWroteUnderTheSameKeyAlone) {
  const KeptFile file(folder_, "register", "made of this");
  EXPECT_EQ(file.Read(), nullptr);
  ASSERT_TRUE(file.Write(TwoSections()).has_value());
  const Rows rows = file.Read();
  ASSERT_NE(rows, nullptr);
  EXPECT_EQ(rows->Row("first", 0), "one");
  EXPECT_EQ(KeptFile(folder_, "register", "made of that").Read(), nullptr);
  EXPECT_EQ(KeptFile(folder_, "links", "made of this").Read(), nullptr);
}

TEST_F(KeptFolder, TakesAFileCutAnywhereForNone) {
  const KeptFile file(folder_, "register", "made of this");
  ASSERT_TRUE(file.Write(TwoSections()).has_value());
  const std::string whole = Bytes();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    Put(whole.substr(0, size));
    EXPECT_EQ(file.Read(), nullptr) << size;
  }
}

TEST_F(KeptFolder, GivesNoRowThatIsNotAsItWasWritten) {
  const KeptFile file(folder_, "register", "made of this");
  ASSERT_TRUE(file.Write(TwoSections()).has_value());
  const std::string whole = Bytes();
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
    Put(bytes);
    const Rows rows = file.Read();
    if (rows == nullptr) continue;
    for (std::uint32_t i = 0; i < 3; ++i) {
      const auto row = rows->Row("first", i);
      if (!row) continue;
      EXPECT_THAT(*row, ::testing::AnyOf("one", "two", "")) << at;
    }
    static_cast<void>(rows->Beginning("first", "="));
  }
}

TEST_F(KeptFolder, HoldsInMemoryWhatItMayNotWrite) {
  const KeptFile nowhere({}, "register", "made of this");
  const auto rows = nowhere.Write(TwoSections());
  ASSERT_TRUE(rows.has_value());
  EXPECT_EQ((*rows)->Row("first", 0), "one");
  EXPECT_EQ(nowhere.Read(), nullptr);
}

// --- Answers

constexpr const char* kLists[] = {
    "recommendations", "reports",   "versions",  "resolutions", "timetable",
    "works",           "proposals", "bodies",    "people",      "acronyms",
    "relations",       "counts",    "conflicts", "wanted",      "missing",
    "references",      "broken",    "singles",   "ambiguous",   "scopes"};

std::string Flat(const Listing& listing) {
  std::string text;
  for (const ListRow& row : listing.rows) {
    for (const std::string& cell : row.cells) text += cell + "|";
    text += row.json + "\n";
  }
  return text;
}

std::string Flat(const Result<Shown>& shown) {
  if (!shown) return shown.error().message();
  std::string text = shown->title + "\n";
  for (const auto& [name, value] : shown->fields) text += name + value + "\n";
  for (const auto& group : shown->groups) {
    text += group.heading + "\n";
    for (const std::string& line : group.lines) text += line + "\n";
  }
  return text + shown->json;
}

// Every list, and every `step`th thing of each shown.
std::vector<std::string> Answers(Engine* engine, std::size_t step) {
  std::vector<std::string> answers;
  std::set<std::string> ids;
  for (const char* what : kLists) {
    const auto listing = engine->List({.what = what});
    EXPECT_TRUE(listing.has_value()) << what;
    answers.push_back(Flat(*listing));
    for (std::size_t i = 0; i < listing->rows.size(); i += step) {
      const auto row =
          ParseOwn(listing->rows[i].json).extract<JsonObject::Ptr>();
      ids.insert(row->getValue<std::string>("id"));
    }
  }
  for (const char* position : {"accepted", "rejected", "noted"}) {
    answers.push_back(
        Flat(*engine->List({.what = "recommendations", .position = position})));
  }
  answers.push_back(engine->Overview()->json);
  const auto groups = engine->Groups({});
  EXPECT_TRUE(groups.has_value());
  for (const GroupView& group : *groups) {
    answers.push_back(group.json + Flat(engine->Show(group.id)));
  }
  for (const std::string& id : ids) {
    const auto cited = engine->Cite(id);
    if (cited) answers.push_back(WriteCitations({*cited}, "csl-json"));
    answers.push_back(id + Flat(engine->Show(id)));
    answers.push_back(Flat(engine->Show(id.substr(0, id.size() / 2 + 1))));
  }
  EXPECT_GT(ids.size(), 20u);
  return answers;
}

void ExpectSame(const std::vector<std::string>& a,
                const std::vector<std::string>& b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) EXPECT_EQ(a[i], b[i]);
}

TEST(KeptAnswers, AreThoseOfTheWholeArchiveReadAnew) {
  concord::testing::SmallArchive archive;
  archive.UseSpecimens();
  constexpr std::size_t kStep = 40;
  const fs::path kept = archive.Options().archive / "kept";
  fs::remove_all(kept);
  // An engine that has read everything before it is asked; and one for which
  // nothing can be kept, because a file lies where the folder would be.
  std::ofstream(kept) << "in the way";
  const auto whole = archive.Open();
  ASSERT_TRUE(whole->Overview().has_value());
  const std::vector<std::string> expected = Answers(whole.get(), kStep);
  EXPECT_TRUE(fs::is_regular_file(kept));
  fs::remove(kept);
  ExpectSame(Answers(archive.Open().get(), kStep), expected);
  EXPECT_TRUE(fs::exists(kept / "register"));
  EXPECT_TRUE(fs::exists(kept / "links"));
  EXPECT_TRUE(fs::exists(kept / "versions"));
  EXPECT_TRUE(fs::exists(kept / "listed"));
  ExpectSame(Answers(archive.Open().get(), kStep), expected);
  // Damaged, and unusable from the first byte: made again.
  for (const char* name : {"register", "links", "versions", "listed"}) {
    std::ofstream(kept / name) << "not what was kept";
  }
  ExpectSame(Answers(archive.Open().get(), kStep), expected);
}

// All that follows from the archive: every named member, of which the compiler
// sees to it that they are all, and as it is printed.
std::vector<std::string> Followed(Snapshot* snapshot) {
  EXPECT_TRUE(snapshot->Need(kEverything | kLinks).has_value());
  const crossref::CrossReference& crossref = snapshot->crossref();
  std::vector<std::string> all = {
      Encode(crossref.works),     Encode(crossref.bodies),
      Encode(crossref.people),    Encode(crossref.acronyms),
      Encode(crossref.counts),    Encode(crossref.conflicts),
      Encode(crossref.wanted),    Encode(crossref.missing),
      Encode(crossref.relations), Encode(crossref.proposals),
      Encode(crossref.unfit),     Encode(snapshot->Links())};
  for (const crossref::Work& work : crossref.works) {
    all.push_back(Line(WorkJson(work)));
    all.push_back(Encode(work.cited_by));
  }
  for (const crossref::Body& body : crossref.bodies) {
    all.push_back(Line(BodyJson(body)));
  }
  for (const crossref::CountEntry& count : crossref.counts) {
    all.push_back(Line(CountJson(count, "")));
  }
  for (const crossref::Conflict& conflict : crossref.conflicts) {
    all.push_back(Line(ConflictJson(conflict)));
  }
  for (const crossref::RelationEntry& relation : crossref.relations) {
    all.push_back(Line(RelationJson(relation)));
  }
  const auto contradictions = snapshot->Contradictions();
  EXPECT_TRUE(contradictions.has_value());
  all.push_back(Encode(*contradictions));
  const auto outcomes =
      ReadAll<crossref::OutcomeEntry>(snapshot->register_rows());
  EXPECT_TRUE(outcomes.has_value());
  all.push_back(Encode(*outcomes));
  const auto addresses = snapshot->Addresses({});
  EXPECT_TRUE(addresses.has_value());
  for (const auto& [id, address] : *addresses) all.push_back(address);
  const auto repeated = snapshot->Repeated();
  EXPECT_TRUE(repeated.has_value());
  for (const overlap::Repeated& one : **repeated) {
    all.push_back(one.id.value + one.by.value + one.later.value +
                  std::string(Name(one.kind)) + (one.same_words ? "=" : "~"));
  }
  return all;
}

TEST(KeptAnswers, AreReadAsTheyWereComputed) {
  concord::testing::SmallArchive archive;
  archive.UseSpecimens();
  const fs::path folder = archive.Options().archive;
  fs::remove_all(folder / "kept");
  const auto store = store::Store::Open(folder, store::OpenMode::kRead);
  ASSERT_TRUE(store.has_value());
  const auto computed = Snapshot::Of(**store, folder);
  ASSERT_TRUE(computed.has_value());
  const std::vector<std::string> expected = Followed(computed->get());
  for (const char* name : {"register", "links", "listed"}) {
    EXPECT_TRUE(fs::exists(folder / "kept" / name)) << name;
  }
  EXPECT_FALSE((*computed)->crossref().counts.empty());
  EXPECT_FALSE((*computed)->Links().empty());
  const auto read = Snapshot::Of(**store, folder);
  ASSERT_TRUE(read.has_value());
  ExpectSame(Followed(read->get()), expected);
}

std::string Page(const std::string& title, const std::string& words) {
  return "<html><head><title>" + title + "</title></head><body><h1>" + title +
         "</h1><p>Report: 4</p><p>Date: 3 May 2004</p><p>By: Clerk</p>"
         "<h2>A. Recommendations</h2><p>That the Keys and Locks Board (KLB) " +
         words + ".</p></body></html>";
}

TEST(KeptAnswers, FollowEveryImport) {
  concord::testing::SmallArchive archive;
  archive.Write("one.html", Page("Keys", "count the keys of every station"));
  archive.Import();
  const std::string body =
      archive.Open()->List({.what = "bodies"})->rows.at(0).cells.at(0);
  const std::string before = Flat(archive.Open()->Show(body));
  ASSERT_EQ(Flat(archive.Open()->Show(body)), before);
  archive.Write("two.html", Page("Locks", "count the locks of every station"));
  archive.Import();
  const std::string after = Flat(archive.Open()->Show(body));
  EXPECT_NE(after, before);
  EXPECT_THAT(after, ::testing::HasSubstr("Locks"));
}

TEST(KeptAnswers, FollowWhatPeopleDecide) {
  concord::testing::SmallArchive archive;
  archive.Write("one.html", Page("Keys", "count the keys of every station"));
  archive.Write("two.html",
                Page("Locks", "count the keys of every station yearly"));
  archive.Import();
  const auto recommendations =
      archive.Open()->List({.what = "recommendations"});
  ASSERT_EQ(recommendations->rows.size(), 2u);
  const std::string a = recommendations->rows[0].cells[0];
  const std::string b = recommendations->rows[1].cells[0];
  const std::string before = Flat(archive.Open()->Show(a));
  auto writer = Engine::Open(archive.Options(), Access::kWrite);
  ASSERT_TRUE(writer.has_value());
  ASSERT_EQ(Flat((*writer)->Show(a)), before);
  DecideRequest request;
  request.a = a;
  request.b = b;
  request.verdict = "different";
  request.who = "jf";
  ASSERT_TRUE((*writer)->Decide(request).has_value());
  const std::string decided = Flat((*writer)->Show(a));
  EXPECT_NE(decided, before);
  EXPECT_EQ(Flat(archive.Open()->Show(a)), decided);
  UndoRequest undo;
  undo.who = "jf";
  ASSERT_TRUE((*writer)->Undo(undo).has_value());
  EXPECT_EQ(Flat(archive.Open()->Show(a)), before);
}

}  // namespace
}  // namespace concord::engine
