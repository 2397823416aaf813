// The views that pages are made of, over the specimens.

#include <algorithm>
#include <set>

#include "concord/base/unicode.h"
#include "tests/support/small_archive.h"
#include "tests/support/two_names.h"

namespace concord::engine {
namespace {

class Views : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    archive_ = new concord::testing::SmallArchive();
    archive_->UseSpecimens();
  }
  static void TearDownTestSuite() {
    delete archive_;
    archive_ = nullptr;
  }
  void SetUp() override { engine_ = archive_->Open(); }

  static concord::testing::SmallArchive* archive_;
  std::unique_ptr<Engine> engine_;
};

concord::testing::SmallArchive* Views::archive_ = nullptr;

TEST_F(Views, CountTheArchiveAsTheListsDo) {
  const auto overview = engine_->Overview();
  ASSERT_TRUE(overview.has_value());
  EXPECT_EQ(overview->reports, engine_->List({.what = "reports"})->rows.size());
  // What is recommended, apart from what is asked for or said otherwise.
  EXPECT_EQ(
      overview->recommendations + overview->decisions + overview->commitments,
      engine_->List({.what = "recommendations"})->rows.size());
  EXPECT_EQ(overview->recommendations,
            engine_->List({.what = "recommendations", .kind = "recommendation"})
                ->rows.size());
  EXPECT_EQ(overview->decisions,
            engine_->List({.what = "recommendations", .kind = "decision"})
                ->rows.size());
  EXPECT_EQ(overview->works, engine_->List({.what = "works"})->rows.size());
  std::uint64_t by_kind = 0;
  for (const ReportCount& kind : overview->kinds) by_kind += kind.reports;
  EXPECT_EQ(by_kind, overview->reports);
  EXPECT_LT(overview->earliest, overview->latest);
}

TEST_F(Views, CountConflictsAsTheirListDoesOnceAllIsCompared) {
  const std::filesystem::path kept = archive_->Options().archive / "kept";
  std::filesystem::remove_all(kept);
  const auto before = engine_->Overview();
  ASSERT_TRUE(before.has_value());
  EXPECT_FALSE(before->conflicts_compared);
  EXPECT_FALSE(std::filesystem::exists(kept / "links"));
  const std::size_t listed = engine_->List({.what = "conflicts"})->rows.size();
  // Some of them are between recommendations.
  EXPECT_LT(before->conflicts, listed);
  // The same engine, and another that finds them kept.
  const auto another = archive_->Open();
  for (Engine* engine : {engine_.get(), another.get()}) {
    const auto after = engine->Overview();
    EXPECT_TRUE(after->conflicts_compared);
    EXPECT_EQ(after->conflicts, listed);
  }
}

TEST_F(Views, SayOfARecommendationWhatBecameOfIt) {
  const std::string report = archive_->ReportId("ips-keeping-faith-1997.html");
  const std::string later = archive_->ReportId("ips-second-look-1998.html");
  const auto shown = engine_->Show(report + ".16");
  ASSERT_TRUE(shown.has_value()) << shown.error().message();
  const auto group = std::find_if(
      shown->groups.begin(), shown->groups.end(), [](const ShownGroup& one) {
        return one.heading == "What texts say of it";
      });
  ASSERT_NE(group, shown->groups.end());
  // What ends it comes first, before what is said of the whole set.
  EXPECT_TRUE(group->lines[0].starts_with("superseded by recommendation 3"))
      << group->lines[0];
  EXPECT_NE(shown->json.find("\"by\":[{\"type\":\"recommendation\",\"id\":\"" +
                             later + ".3\""),
            std::string::npos)
      << shown->json;
  // One of several numbers of one sentence, quoted whole.
  const auto third = engine_->Show(report + ".3");
  EXPECT_NE(third->json.find("\"reads\":\"named\""), std::string::npos);
  EXPECT_NE(third->json.find("recommendations 3, 13 and 17: the private room"),
            std::string::npos);
}

TEST_F(Views, ShowAGroupByTheIdThatIsPrinted) {
  const auto groups = engine_->Groups({});
  ASSERT_TRUE(groups.has_value());
  ASSERT_FALSE(groups->empty());
  const GroupView& group = groups->front();
  const auto shown = engine_->Show(group.id);
  ASSERT_TRUE(shown.has_value()) << shown.error().message();
  ASSERT_EQ(shown->groups.size(), 1u);
  EXPECT_EQ(shown->groups[0].lines.size(), group.members.size());
  EXPECT_EQ(shown->json, group.json);
  EXPECT_FALSE(engine_->Show("g-000000000000").has_value());
}

TEST_F(Views, NameEachCommitteeOnce) {
  const auto overview = engine_->Overview();
  std::set<std::string> names;
  for (const ReportCount& committee : overview->committees) {
    EXPECT_TRUE(names.insert(FoldWords(committee.name)).second)
        << committee.name;
  }
}

TEST_F(Views, CountDecisionsAndCommitmentsApart) {
  const auto shown =
      engine_->Show(archive_->ReportId("ccc-2001-11-13-09.html"));
  ASSERT_TRUE(shown.has_value());
  std::vector<std::string> headings;
  for (const ShownGroup& group : shown->groups) {
    headings.push_back(group.heading);
  }
  const auto has = [&](const std::string& heading) {
    return std::find(headings.begin(), headings.end(), heading) !=
           headings.end();
  };
  EXPECT_FALSE(has("Recommendations"));
  EXPECT_TRUE(has("Decisions it asks for"));
  EXPECT_TRUE(has("Commitments"));
  EXPECT_NE(shown->json.find("\"decisions\":1,\"commitments\":2"),
            std::string::npos)
      << shown->json;
}

TEST_F(Views, HoldNothingAgainstACountOfOtherThings) {
  const auto counts = engine_->List({.what = "counts"});
  int stated = 0;
  for (const ListRow& row : counts->rows) {
    const bool only_stated = row.cells[2] == "stated";
    stated += only_stated;
    EXPECT_EQ(row.cells[1].empty(), only_stated) << row.json;
    EXPECT_EQ(row.json.find("\"held\":null") != std::string::npos, only_stated);
  }
  EXPECT_GT(stated, 0);
}

TEST_F(Views, TellAPartFromTheWhole) {
  const std::string whole = "w-policing-northmarch-answering-the-call";
  const auto title = [&](const std::string& id) {
    const auto works = engine_->List({.what = "works"});
    for (const ListRow& row : works->rows) {
      if (row.cells.front() == id) return row.cells.back();
    }
    return std::string();
  };
  // Each as most pages print it: with a dash, with a colon.
  EXPECT_EQ(FoldWords(title(whole + "-part-1")),
            FoldWords(title(whole) + " – Part One"));
}

TEST_F(Views, FindOnlyConflictsThatAreStatedOfOneThing) {
  std::set<std::string> of_numbers;
  const auto conflicts = engine_->List({.what = "conflicts"});
  for (const ListRow& row : conflicts->rows) {
    // The day of a clerk's letter and a date in the row of a plan are no second
    // dates of a meeting.
    EXPECT_NE(row.cells[2], "Agenda") << row.json;
    EXPECT_NE(row.cells[2], "Prisoner transport: joint action plan");
    // "They made 34" is said of three other reports.
    EXPECT_FALSE(row.cells[2].starts_with("Small Voices")) << row.json;
    if (row.cells[1] == "two numbers for one paper") {
      of_numbers.insert(row.cells[2].substr(0, row.cells[2].find(':')));
    }
  }
  // What an introduction says of its own paper is a second number of it.
  EXPECT_TRUE(of_numbers.contains("“Nobody rang”"));
}

TEST_F(Views, GiveNoNameToWhatIsOnlySaidToBeAttached) {
  int unnamed = 0;
  const auto missing = engine_->List({.what = "missing"});
  for (const ListRow& row : missing->rows) {
    const bool no_name = row.cells[1] == "(no name)";
    unnamed += no_name;
    EXPECT_EQ(no_name, row.json.find("\"named\":false") != std::string::npos);
  }
  EXPECT_GT(unnamed, 0) << "the covering report of the draft response";
  EXPECT_LT(unnamed, static_cast<int>(missing->rows.size()));
}

TEST_F(Views, ShowARowOfARegisterByTheBeginningOfItsId) {
  const auto conflicts = engine_->List({.what = "conflicts"});
  ASSERT_FALSE(conflicts->rows.empty());
  const std::string id = conflicts->rows[0].cells[0];
  const auto shown = engine_->Show(id.substr(0, id.size() - 2));
  ASSERT_TRUE(shown.has_value()) << shown.error().message();
  EXPECT_EQ(shown->title, "conflicts: " + id);
  EXPECT_FALSE(engine_->Show("c-zzzz").has_value());
  const auto several = engine_->Show("m-r");
  ASSERT_FALSE(several.has_value());
  EXPECT_NE(several.error().message().find("may be any of m-r"),
            std::string::npos)
      << several.error().message();
}

TEST_F(Views, SayWhichReportAnnouncesAMissingPart) {
  const auto missing = engine_->List({.what = "missing"});
  ASSERT_FALSE(missing->rows.empty());
  for (const ListRow& row : missing->rows) EXPECT_FALSE(row.cells[2].empty());
}

TEST(Proposals, AreListedAndShownWithTheWordsOfBothWorks) {
  concord::testing::SmallArchive archive;
  concord::testing::WriteTwoNamesOfOneStrategy(archive);
  archive.Import();
  const auto engine = archive.Open();
  const auto proposals = engine->List({.what = "proposals"});
  ASSERT_EQ(proposals->rows.size(), 1u);
  EXPECT_NE(proposals->rows[0].cells[3].find("I and II"), std::string::npos);
  const auto work = engine->Show(proposals->rows[0].cells[2]);
  ASSERT_TRUE(work.has_value());
  ASSERT_FALSE(work->groups.empty());
  EXPECT_NE(work->groups.back().heading.find("Perhaps the same"),
            std::string::npos);
  EXPECT_NE(work->groups.back().lines[2].find("second phase"),
            std::string::npos);
}

TEST(Titles, OfChaptersSayThePartTheyAreOf) {
  concord::testing::SmallArchive archive;
  const auto page = [](const std::string& part, const std::string& title) {
    return "<html><head><title>The Locks | Part " + part +
           " | Chapter 1</title></head><body><ul><li><a "
           "href=\"../index.html\">Part " +
           part +
           "</a></li><li><a href=\"index.html\">Chapter 1</a></li></ul><h2>" +
           title + "</h2><p>1.1 The locks of part " + part +
           " were counted in every harbour that has one, and found few.</p>"
           "</body></html>";
  };
  archive.Write("k.html", page("K", "Chapter 1 Introduction"));
  archive.Write("l.html", page("L", "Chapter 1 Introduction"));
  archive.Import();
  std::vector<std::string> titles;
  const auto reports = archive.Open()->List({.what = "reports"});
  for (const ListRow& row : reports->rows) {
    titles.push_back(row.cells.back());
  }
  std::sort(titles.begin(), titles.end());
  EXPECT_EQ(titles,
            (std::vector<std::string>{"Chapter 1 Introduction (Part K)",
                                      "Chapter 1 Introduction (Part L)"}));
}

TEST(Positions, OfTheTextAreShownWithTheirWords) {
  concord::testing::SmallArchive archive;
  archive.Write(
      "review.txt",
      "Council of the Isles\n\nReport of the Working Group on the Review\n\n"
      "Northland\n\nIntroduction\n\n1. The review took place in May 2011.\n\n"
      "II. Conclusions and recommendations\n\n"
      "20. The recommendations listed below have been examined by Northland "
      "and enjoy its support:\n\n20.1. Count the keys (Ostley);\n\n"
      "20.2. Name a keeper (Ostley).\n\n"
      "21. These conclusions are those of their makers.\n");
  archive.Import();
  const auto engine = archive.Open();
  const auto shown = engine->Show(archive.ReportId("review.txt") + ".1");
  ASSERT_TRUE(shown.has_value()) << shown.error().message();
  const auto field = [&](const std::string& name) {
    for (const auto& [key, text] : shown->fields) {
      if (key == name) return text;
    }
    return std::string();
  };
  EXPECT_EQ(field("position"), "accepted: “enjoy its support”");
  EXPECT_EQ(field("made by"), "Ostley");
  const auto listed = [&](const std::string& position) {
    return engine->List({.what = "recommendations", .position = position});
  };
  EXPECT_EQ(listed("accepted")->rows.size(), 2U);
  EXPECT_EQ(listed("rejected")->rows.size(), 0U);
  EXPECT_EQ(listed("liked").error().code(), ErrorCode::kInvalidArgument);
  EXPECT_EQ(
      engine->List({.what = "works", .position = "accepted"}).error().code(),
      ErrorCode::kInvalidArgument);
  EXPECT_NE(engine->List({.what = "recommendations"})
                ->rows[0]
                .json.find("\"position\":\"accepted\""),
            std::string::npos);
}

TEST_F(Views, DrawWhatIsNextToAWork) {
  const auto drawn = [&](const std::string& format) {
    return engine_
        ->DrawGraph({.id = "w-keeping-faith-a-second-look",
                     .format = format,
                     .link =
                         [](std::string_view kind, std::string_view id) {
                           return "at/" + std::string(kind) + "/" +
                                  std::string(id);
                         }})
        .value();
  };
  const std::string edge =
      "\"w-keeping-faith-a-second-look\" -> "
      "\"w-keeping-faith-policing-and-the-victim\" [label=";
  const std::string dot = drawn("dot");
  EXPECT_NE(dot.find(edge + "\"re-affirms\""), std::string::npos) << dot;
  // One of its recommendations takes the place of one of the other's; it does
  // not take the place of the whole.
  EXPECT_NE(dot.find(edge + "\"supersedes a recommendation of\""),
            std::string::npos);
  EXPECT_EQ(dot.find(edge + "\"supersedes\""), std::string::npos);
  EXPECT_NE(dot.find("URL=\"at/work/w-keeping-faith-policing-and-the-victim\""),
            std::string::npos);
  EXPECT_NE(drawn("svg").find("xlink:href=\"at/work/w-keeping-faith"),
            std::string::npos);
}

TEST_F(Views, GiveAReportsWordsWithWhatWasFoundInThem) {
  const std::string id = archive_->ReportId("ccc-2001-11-13-09.html");
  const auto text = engine_->ReportText(id, "\"family liaison\" OR charter");
  ASSERT_TRUE(text.has_value()) << text.error().message();
  EXPECT_EQ(text->id, id);
  EXPECT_EQ(text->charset, "windows-1252");
  ASSERT_FALSE(text->blocks.empty());
  const auto numbered =
      std::find_if(text->blocks.begin(), text->blocks.end(),
                   [](const BlockView& b) { return b.locator == "para 7"; });
  ASSERT_NE(numbered, text->blocks.end());
  EXPECT_EQ(Slice(text->text, numbered->label), "7.");
  int citations = 0;
  for (const NoteView& note : text->notes) {
    EXPECT_LE(note.span.end, text->text.size());
    citations += note.kind == "citation";
  }
  EXPECT_GT(citations, 5);
}

TEST_F(Views, MarkTheWordsOfAQueryInAnyForm) {
  const std::string id = archive_->ReportId("ccc-2001-11-13-09.html");
  const auto text = engine_->ReportText(id, "recommendation");
  ASSERT_TRUE(text.has_value());
  ASSERT_FALSE(text->marks.empty());
  bool plural = false;
  for (const TextSpan mark : text->marks) {
    plural = plural || Slice(text->text, mark) == "recommendations";
  }
  EXPECT_TRUE(plural);
  const auto unit = engine_->ReportText(id, "IRU");
  ASSERT_TRUE(unit.has_value());
  bool long_form = false;
  for (const TextSpan mark : unit->marks) {
    long_form = long_form || Slice(unit->text, mark).starts_with("Inspection");
  }
  EXPECT_TRUE(long_form);
  EXPECT_TRUE(engine_->ReportText(id, "")->marks.empty());
  // A query that cannot be read marks nothing and is no error here.
  EXPECT_TRUE(engine_->ReportText(id, "(((")->marks.empty());
}

TEST_F(Views, PageThroughTheOverlapsAndCountThem) {
  const auto all = engine_->Overlaps({.min_weight = 6});
  ASSERT_TRUE(all.has_value());
  ASSERT_GT(all->size(), 3u);
  const auto page =
      engine_->OverlapPage({.min_weight = 6, .offset = 1, .limit = 2});
  ASSERT_TRUE(page.has_value());
  EXPECT_EQ(page->total, all->size());
  ASSERT_EQ(page->overlaps.size(), 2u);
  EXPECT_EQ(page->overlaps[0].json, (*all)[1].json);
  std::uint64_t related = 0;
  for (const auto& [relation, count] : page->relations) related += count;
  EXPECT_EQ(related, all->size());
}

TEST_F(Views, ReadAnOverlapFromTheSideThatIsAskedFor) {
  const auto all = engine_->Overlaps({.min_weight = 6});
  ASSERT_TRUE(all.has_value());
  for (const OverlapView& overlap : *all) {
    const auto turned = engine_->OverlapPage({.recommendation = overlap.b.id});
    ASSERT_TRUE(turned.has_value());
    const auto same = std::find_if(
        turned->overlaps.begin(), turned->overlaps.end(),
        [&](const OverlapView& one) { return one.b.id == overlap.a.id; });
    ASSERT_NE(same, turned->overlaps.end());
    EXPECT_EQ(same->a.id, overlap.b.id);
    EXPECT_EQ(same->weight, overlap.weight);
    EXPECT_EQ(same->parts[0].quote_a, overlap.parts[0].quote_b);
    EXPECT_EQ(same->relation == "narrower", overlap.relation == "wider");
  }
}

TEST_F(Views, HandOutTheBytesAsTheyWereCaptured) {
  const auto reports = engine_->List({.what = "ledger"});
  const std::string& json = reports->rows.front().json;
  const std::size_t at = json.find("\"digest\":\"") + 10;
  const auto original = engine_->Original(json.substr(at, 64));
  ASSERT_TRUE(original.has_value()) << original.error().message();
  EXPECT_FALSE(original->bytes.empty());
  EXPECT_EQ(original->file_name.find('/'), std::string::npos);
  EXPECT_EQ(engine_->Original(std::string(64, '0')).error().code(),
            ErrorCode::kNotFound);
}

TEST_F(Views, ShowAKeptScopeAndItsResponseWithoutWriting) {
  const std::string paper = archive_->ReportId("ccc-2001-11-13-09.html");
  std::string made;
  {
    auto writer = Engine::Open(archive_->Options(), Access::kWrite);
    const auto view =
        (*writer)->MakeScope({.name = "witness", .as_stated_in = paper});
    ASSERT_TRUE(view.has_value()) << view.error().message();
    made = view->json;
  }
  EXPECT_EQ(engine_->ShowScope("witness")->json, made);
  const auto scopes = engine_->List({.what = "scopes"});
  const auto row = std::find_if(
      scopes->rows.begin(), scopes->rows.end(),
      [](const ListRow& one) { return one.cells[0] == "witness"; });
  ASSERT_NE(row, scopes->rows.end());
  EXPECT_TRUE(row->cells[2].starts_with("34 stated = 34 held = 30 included"))
      << row->cells[2];
  const auto body = engine_->Respond("witness", "body");
  ASSERT_TRUE(body.has_value());
  EXPECT_EQ(body->find("<html"), std::string::npos);
  EXPECT_NE(body->find("href=\"/recommendations/r"), std::string::npos);
  EXPECT_EQ(engine_->ShowScope("no such").error().code(), ErrorCode::kNotFound);
}

TEST_F(Views, SaysWhatAScopeReplacesAndHowToHaveItAgain) {
  const std::string paper = archive_->ReportId("ccc-2001-11-13-09.html");
  auto writer = Engine::Open(archive_->Options(), Access::kWrite);
  const auto first =
      (*writer)->MakeScope({.name = "replaced", .as_stated_in = paper});
  ASSERT_TRUE(first.has_value()) << first.error().message();
  EXPECT_EQ(first->replaced, "");
  EXPECT_EQ(first->json.find("\"replaces\""), std::string::npos);
  // The same again is no new scope.
  const auto again =
      (*writer)->MakeScope({.name = "replaced", .as_stated_in = paper});
  EXPECT_EQ(again->replaced, "");
  EXPECT_EQ(again->json, first->json);
  const auto other =
      (*writer)->MakeScope({.name = "replaced", .reports = {paper}});
  ASSERT_TRUE(other.has_value()) << other.error().message();
  EXPECT_NE(
      other->replaced.find("concord scope 'replaced' --as-stated-in " + paper),
      std::string::npos)
      << other->replaced;
  EXPECT_NE(other->json.find("\"replaces\""), std::string::npos);
}

}  // namespace
}  // namespace concord::engine
