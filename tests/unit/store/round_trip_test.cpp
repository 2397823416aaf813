// What is put comes back, whole, from both forms it is kept in.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "archive_fixture.h"

namespace concord::store {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(RoundTripTest, EveryFieldOfARichReportComesBackAfterReopening) {
  const ArchiveFolder folder;
  const PutRequest request = RichRequest();
  const ReportId id =
      Must(OpenStore(folder, OpenMode::kWrite)->Put(request)).report;
  const auto store = OpenStore(folder, OpenMode::kRead);
  const ReportRecord record = Must(store->GetReport(id));
  EXPECT_EQ(record.id, id);
  EXPECT_EQ(record.uri, request.capture.uri);
  EXPECT_EQ(record.text_digest, document::TextDigest(request.document));
  EXPECT_EQ(record.document.text, request.document.text);
  EXPECT_EQ(record.document, request.document);
  EXPECT_EQ(extraction::ToStoredJson(record.extraction),
            extraction::ToStoredJson(request.extraction));
  ASSERT_THAT(record.captures, SizeIs(1));
  EXPECT_EQ(record.captures[0].digest, request.capture.digest);
  EXPECT_EQ(record.captures[0].path, request.capture.path);
  EXPECT_EQ(record.captures[0].media_type, "text/html");
  EXPECT_EQ(record.captures[0].bytes, request.bytes.size());
  EXPECT_EQ(record.captures[0].captured_at, "2001-09-27T10:00:00Z");
  EXPECT_EQ(record.captures[0].imported_at, "2024-05-01T09:50:00Z");
  EXPECT_EQ(Must(store->ReadOriginal(request.capture.digest)), request.bytes);
}

TEST(RoundTripTest, RecommendationsFromTheTablesEqualThoseThatWerePut) {
  const ArchiveFolder folder;
  const PutRequest request = RichRequest();
  const auto store = OpenStore(folder, OpenMode::kWrite);
  const ReportId id = Must(store->Put(request)).report;
  const auto all = Must(store->Recommendations());
  ASSERT_THAT(all, SizeIs(2));
  for (std::size_t i = 0; i < all.size(); ++i) {
    EXPECT_EQ(all[i].id.value, id.value + "." + std::to_string(i + 1));
    EXPECT_EQ(all[i].report, id);
    EXPECT_EQ(all[i].uri, request.capture.uri);
    EXPECT_EQ(all[i].report_title, request.extraction.header.title.printed);
    EXPECT_EQ(all[i].committee, "Estates Committee");
    EXPECT_EQ(all[i].report_date, request.extraction.header.date);
    EXPECT_EQ(all[i].item, request.extraction.recommendations[i]) << i;
  }
}

// Who made it, what became of it, its parts and what it cites.
TEST(RoundTripTest, RecommendationsHaveWhatStandsInNoColumn) {
  const ArchiveFolder folder;
  PutRequest request = RichRequest();
  const document::Document& document = request.document;
  extraction::Extraction& whole = request.extraction;
  extraction::Recommendation& item = whole.recommendations.at(1);
  item.cites = {whole.citations.front()};
  item.recommenders = {whole.header.authors.front()};
  item.position.value = "noted";
  item.position = Placed(item.position, document, "four are national");
  item.position.printed = "four are national";
  extraction::RecommendationPart part;
  part.label = "(a)";
  part.printed = "Eight recommendations";
  item.parts = {Placed(part, document, part.printed)};
  // Nothing else of this one is without a column.
  extraction::StatedPosition& done = whole.recommendations[0].implementation;
  done.value = "implemented";
  done = Placed(done, document, "four are national");
  done.printed = "four are national";
  const auto store = OpenStore(folder, OpenMode::kWrite);
  Must(store->Put(request));
  const auto all = Must(store->Recommendations());
  ASSERT_THAT(all, SizeIs(2));
  EXPECT_EQ(all[0].item, whole.recommendations[0]);
  EXPECT_EQ(all[1].item, item);
  EXPECT_NE(all[0].item, all[1].item);
}

// More than are parsed together.
TEST(RoundTripTest, AWalkGoesAsFarAsTheFirstReportThatCannotBeRead) {
  const ArchiveFolder folder;
  constexpr std::size_t kReports = 70;
  {
    const auto store = OpenStore(folder, OpenMode::kWrite);
    for (std::size_t i = 0; i < kReports; ++i) {
      Must(store->Put(PlainRequest("paper number " + std::to_string(i))));
    }
  }
  std::vector<std::string> walked;
  const auto visit = [&](const ReportRecord& report) -> Result<> {
    walked.push_back(report.id.value);
    EXPECT_THAT(report.text(), ::testing::HasSubstr("paper number"));
    return {};
  };
  const auto store = OpenStore(folder, OpenMode::kRead);
  ASSERT_TRUE(store->ForEachReport(visit).has_value());
  ASSERT_THAT(walked, SizeIs(kReports));
  EXPECT_TRUE(std::is_sorted(walked.begin(), walked.end()));
  constexpr std::size_t kBroken = 45;
  Execute(folder, "UPDATE reports SET extraction_json = '{' WHERE id = '" +
                      walked[kBroken] + "'");
  const std::vector<std::string> all = std::move(walked);
  walked.clear();
  const auto outcome = store->ForEachReport(visit);
  ASSERT_FALSE(outcome.has_value());
  EXPECT_EQ(outcome.error().code(), ErrorCode::kCorrupt);
  EXPECT_EQ(walked,
            std::vector<std::string>(all.begin(), all.begin() + kBroken));
}

void ExpectSame(const ReportHead& head, const ReportHead& whole) {
  EXPECT_EQ(head.id, whole.id);
  EXPECT_EQ(head.uri, whole.uri);
  EXPECT_EQ(head.title, whole.title);
  EXPECT_EQ(head.kind, whole.kind);
  EXPECT_EQ(head.committee, whole.committee);
  EXPECT_EQ(head.report_number, whole.report_number);
  EXPECT_EQ(head.by, whole.by);
  EXPECT_EQ(head.date, whole.date);
  EXPECT_EQ(head.authors, whole.authors);
  EXPECT_EQ(head.recommendations, whole.recommendations);
  EXPECT_EQ(head.decisions, whole.decisions);
  EXPECT_EQ(head.commitments, whole.commitments);
  EXPECT_EQ(head.resolutions, whole.resolutions);
  EXPECT_EQ(head.ocr, whole.ocr);
  ASSERT_EQ(head.captures.size(), whole.captures.size());
  for (std::size_t i = 0; i < head.captures.size(); ++i) {
    EXPECT_EQ(head.captures[i].digest, whole.captures[i].digest);
    EXPECT_EQ(head.captures[i].path, whole.captures[i].path);
    EXPECT_EQ(head.captures[i].bytes, whole.captures[i].bytes);
    EXPECT_EQ(head.captures[i].http_header, whole.captures[i].http_header);
  }
}

TEST(RoundTripTest, HeadsFromTheTablesAreThoseOfTheWholeReports) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  Must(store->Put(PlainRequest("words of another paper")));
  PutRequest scanned = PlainRequest("words that a program read of a picture");
  scanned.document.charset.decided_by = "ocr";
  scanned.document.ocr = {"tesseract 5.3.0", "eng", 3, 4, 93};
  const ReportId read = Must(store->Put(scanned)).report;
  // Written before a document said more of it.
  PutRequest older = PlainRequest("words that were read of another picture");
  older.document.charset.decided_by = "ocr";
  Must(store->Put(older));
  const ReportId rich = Must(store->Put(RichRequest())).report;
  const auto heads = Must(store->ReportHeads());
  ASSERT_THAT(heads, SizeIs(4));
  std::vector<ReportId> order;
  const auto compare = [&](const ReportRecord& report) -> Result<> {
    ExpectSame(heads[order.size()], HeadOf(report));
    order.push_back(report.id);
    return {};
  };
  ASSERT_TRUE(store->ForEachReport(compare).has_value());
  EXPECT_THAT(order, SizeIs(4));
  const auto only = Must(store->ReportHeads(rich));
  ASSERT_THAT(only, SizeIs(1));
  ExpectSame(only[0], HeadOf(Must(store->GetReport(rich))));
  EXPECT_THAT(only[0].authors, SizeIs(1));
  const auto of_scan = Must(store->ReportHeads(read));
  ASSERT_THAT(of_scan, SizeIs(1));
  ASSERT_TRUE(of_scan[0].ocr.has_value());
  EXPECT_EQ(of_scan[0].ocr, scanned.document.ocr);
  EXPECT_THAT(Must(store->ReportHeads({"rnone"})), IsEmpty());
}

TEST(RoundTripTest, TheStateOfTheReportsChangesWithThem) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  const std::string empty = Must(store->ReportsState());
  Must(store->Put(PlainRequest("one paper")));
  const std::string one = Must(store->ReportsState());
  ASSERT_TRUE(store->PutNamed("scope", "answer", "{}").has_value());
  EXPECT_EQ(Must(store->ReportsState()), one);
  // The same words again: a capture more, and no report.
  PutRequest again = PlainRequest("one paper");
  again.capture.uri = "https://example.org/again";
  const auto held =
      Must(store->FindByWords(document::TextDigest(again.document)));
  ASSERT_TRUE(held.has_value());
  ASSERT_TRUE(store->AddCapture(*held, again.capture).has_value());
  const std::string captured = Must(store->ReportsState());
  Must(store->Put(PlainRequest("another paper")));
  const std::string two = Must(store->ReportsState());
  EXPECT_EQ(std::set<std::string>({empty, one, captured, two}).size(), 4u);
}

TEST(RoundTripTest, ARichReportPassesItsOwnCheck) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  Must(store->Put(RichRequest()));
  EXPECT_THAT(Must(store->Check(true)), IsEmpty());
}

TEST(RoundTripTest, PartsThatAreMissingAreListedWithTheirReports) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  Must(store->Put(PlainRequest("words without parts")));
  const ReportId id = Must(store->Put(RichRequest())).report;
  const auto parts = Must(store->MissingParts());
  ASSERT_THAT(parts, SizeIs(1));
  EXPECT_EQ(parts[0].report, id);
  EXPECT_EQ(parts[0].report_title,
            RichRequest().extraction.header.title.printed);
  EXPECT_EQ(parts[0].printed, "Appendix 1");
}

TEST(RoundTripTest, ANulInTheTextIsNotTheEndOfIt) {
  const ArchiveFolder folder;
  const std::string words("Keys\0and locks", 14);
  PutRequest request = MakeRequest(MakeDocument({words}), words);
  extraction::Recommendation item;
  item.text = words;
  item.span = {0, 14};
  request.extraction.recommendations = {item};
  const auto store = OpenStore(folder, OpenMode::kWrite);
  const ReportId id = Must(store->Put(request)).report;
  EXPECT_EQ(Must(store->GetReport(id)).document.text, words + "\n");
  const auto all = Must(store->Recommendations());
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_EQ(all[0].item.text, words);
  EXPECT_THAT(Must(store->Check(true)), IsEmpty());
}

TEST(RoundTripTest, AReportThatIsNotHeldIsNotFound) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  EXPECT_EQ(store->GetReport({"r000000000000"}).error().code(),
            ErrorCode::kNotFound);
}

// A request of one line with the header fields that decide the order.
PutRequest Dated(const std::string& edtf, const std::string& committee,
                 const std::string& number) {
  const std::string words = "meeting " + edtf + " of " + committee +
                            " with number " + number + " end";
  PutRequest request = PlainRequest(words);
  extraction::Header& header = request.extraction.header;
  const document::Document& document = request.document;
  header.date.edtf = edtf;
  if (!edtf.empty()) {
    header.date.printed = edtf;
    header.date = Placed(header.date, document, edtf);
  }
  header.committee.printed = committee;
  header.committee = Placed(header.committee, document, committee);
  header.report_number.printed = number;
  header.report_number = Placed(header.report_number, document, number);
  return request;
}

TEST(RoundTripTest, ReportsComeByDateThenCommitteeThenNumber) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  for (const PutRequest& request :
       {Dated("", "Audit", "1"), Dated("2005-10", "Estates", "10"),
        Dated("2005-10", "Estates", "9"), Dated("2005-10", "Audit", "11"),
        Dated("../2004", "Audit", "12"), Dated("2005-21", "Audit", "13")}) {
    Must(store->Put(request));
  }
  std::vector<std::string> seen;
  Must(store->ForEachReport([&](const ReportRecord& report) -> Result<> {
    seen.push_back(report.header().report_number.printed);
    return {};
  }));
  EXPECT_THAT(seen, ElementsAre("12", "13", "11", "9", "10", "1"));
}

TEST(RoundTripTest, TheVisitorsErrorEndsTheWalk) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  Must(store->Put(PlainRequest("first words")));
  Must(store->Put(PlainRequest("second words")));
  int visits = 0;
  const auto walked =
      store->ForEachReport([&](const ReportRecord&) -> Result<> {
        ++visits;
        return Fail(ErrorCode::kCancelled, "enough");
      });
  EXPECT_EQ(walked.error(), Error(ErrorCode::kCancelled, "enough"));
  EXPECT_EQ(visits, 1);
}

TEST(RoundTripTest, AVisitorMayWriteToTheSameStore) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  Must(store->Put(PlainRequest("first words")));
  Must(store->Put(PlainRequest("second words")));
  Must(store->ForEachReport([&](const ReportRecord& report) -> Result<> {
    return store->PutNamed("seen", report.id.value, "true");
  }));
  EXPECT_THAT(Must(store->ListNamed("seen")), SizeIs(2));
}

}  // namespace
}  // namespace concord::store
