// Putting twice is putting once; what may not be put is refused.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "archive_fixture.h"
#include "concord/document/sketch.h"

namespace concord::store {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::size_t CountReports(const Store& store) {
  std::size_t count = 0;
  Must(store.ForEachReport([&](const ReportRecord&) -> Result<> {
    ++count;
    return {};
  }));
  return count;
}

TEST(PutTest, TheSameBytesTwiceAreOneReportWithOneCapture) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  const PutResult first = Must(store->Put(RichRequest()));
  const PutResult again = Must(store->Put(RichRequest()));
  EXPECT_TRUE(first.is_new);
  EXPECT_FALSE(again.is_new);
  EXPECT_EQ(first.report, again.report);
  EXPECT_THAT(Must(store->GetReport(first.report)).captures, SizeIs(1));
  EXPECT_THAT(Must(store->Recommendations()), SizeIs(2));
  EXPECT_THAT(Must(store->Outbox(0)), SizeIs(1));
}

TEST(PutTest, TheSameWordsInOtherBytesAddACaptureAndNoReport) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  const PutResult first = Must(store->Put(RichRequest()));
  const PutResult other =
      Must(store->Put(MakeRequest(RichRequest().document, "another layout")));
  EXPECT_FALSE(other.is_new);
  EXPECT_EQ(first.report, other.report);
  EXPECT_EQ(CountReports(*store), 1u);
  const ReportRecord report = Must(store->GetReport(first.report));
  ASSERT_THAT(report.captures, SizeIs(2));
  EXPECT_EQ(report.captures[1].digest, Sha256Hex("another layout"));
  EXPECT_EQ(report.uri, report.captures[0].uri);
  EXPECT_THAT(Must(store->Outbox(0)), SizeIs(1));
  EXPECT_THAT(Must(store->Check(true)), IsEmpty());
}

// A text of so many words that it has a sketch.
std::string LongWords() {
  std::string words;
  for (int i = 0; i < 80; ++i) {
    words += "mooring " + std::string(1, static_cast<char>('a' + i % 26)) +
             std::string(1, static_cast<char>('a' + i / 3)) + "quay ";
  }
  return words;
}

TEST(PutTest, AnotherFormatIsACaptureWithItsOwnOriginal) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  const PutResult first =
      Must(store->Put(MakeRequest(MakeDocument({LongWords()}), "the page")));
  PutRequest pdf =
      MakeRequest(MakeDocument({"1", LongWords() + "end"}), "the PDF");
  pdf.capture.media_type = "application/pdf";
  const auto sketch = document::Sketch(pdf.document);
  EXPECT_THAT(Must(store->FindAlike(sketch, "application/pdf")),
              ElementsAre(first.report));
  EXPECT_THAT(Must(store->FindAlike(sketch, "text/html")), IsEmpty());
  EXPECT_THAT(Must(store->FindAlike({}, "application/pdf")), IsEmpty());
  pdf.same_as = first.report;
  const PutResult other = Must(store->Put(pdf));
  EXPECT_FALSE(other.is_new);
  EXPECT_EQ(other.report, first.report);
  EXPECT_EQ(CountReports(*store), 1u);
  const ReportRecord report = Must(store->GetReport(first.report));
  ASSERT_THAT(report.captures, SizeIs(2));
  EXPECT_EQ(report.captures[1].media_type, "application/pdf");
  EXPECT_EQ(Must(store->ReadOriginal(pdf.capture.digest)), "the PDF");
  EXPECT_THAT(Must(store->FindAlike(sketch, "application/pdf")), IsEmpty());
  EXPECT_THAT(Must(store->Check(true)), IsEmpty());
}

TEST(PutTest, FindByDigestKnowsEveryCapture) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  const ReportId id = Must(store->Put(RichRequest())).report;
  Must(store->Put(MakeRequest(RichRequest().document, "another layout")));
  EXPECT_EQ(Must(store->FindByDigest(RichRequest().capture.digest)), id);
  EXPECT_EQ(Must(store->FindByDigest(Sha256Hex("another layout"))), id);
  EXPECT_EQ(Must(store->FindByDigest(Sha256Hex("unknown"))), std::nullopt);
}

TEST(PutTest, AnIdIsTheBeginningOfTheDigestOfTheWords) {
  const ArchiveFolder folder;
  const PutRequest request = RichRequest();
  const ReportId id =
      Must(OpenStore(folder, OpenMode::kWrite)->Put(request)).report;
  EXPECT_EQ(id.value,
            "r" + document::TextDigest(request.document).substr(0, 12));
}

TEST(PutTest, AnIdThatAnotherReportHasIsMadeLonger) {
  const ArchiveFolder folder;
  const PutRequest request = PlainRequest("words of the second report");
  const std::string digest = document::TextDigest(request.document);
  const std::string taken = "r" + digest.substr(0, 12);
  const ReportId other = Must(OpenStore(folder, OpenMode::kWrite)
                                  ->Put(PlainRequest("words of the first")))
                             .report;
  Execute(folder, "PRAGMA foreign_keys = OFF; UPDATE reports SET id = '" +
                      taken + "' WHERE id = '" + other.value +
                      "'; UPDATE captures SET report = '" + taken +
                      "'; UPDATE outbox SET report = '" + taken + "';");
  const auto store = OpenStore(folder, OpenMode::kWrite);
  const PutResult put = Must(store->Put(request));
  EXPECT_TRUE(put.is_new);
  EXPECT_EQ(put.report.value, "r" + digest.substr(0, 13));
  EXPECT_EQ(Must(store->ResolveId(taken)), taken);
  EXPECT_EQ(Must(store->ResolveId(put.report.value)), put.report.value);
}

TEST(PutTest, APutRestoresAnOriginalThatWasLostOrDamaged) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  const PutRequest request = RichRequest();
  Must(store->Put(request));
  const auto original = folder.original(request.capture.digest);
  std::filesystem::remove(original);
  EXPECT_FALSE(Must(store->Put(request)).is_new);
  EXPECT_THAT(Must(store->Check(true)), IsEmpty());
  std::ofstream(original) << "damaged";
  EXPECT_FALSE(Must(store->Put(request)).is_new);
  EXPECT_EQ(Must(store->ReadOriginal(request.capture.digest)), request.bytes);
}

struct RefusedCase {
  const char* name;
  void (*spoil)(PutRequest*);
  ErrorCode code;
};

class RefusedPutTest : public ::testing::TestWithParam<RefusedCase> {};

TEST_P(RefusedPutTest, LeavesTheRecordAsItWas) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  PutRequest request = RichRequest();
  GetParam().spoil(&request);
  const auto put = store->Put(request);
  ASSERT_FALSE(put.has_value());
  EXPECT_EQ(put.error().code(), GetParam().code) << put.error().message();
  EXPECT_EQ(CountReports(*store), 0u);
  EXPECT_THAT(Must(store->Outbox(0)), IsEmpty());
  EXPECT_TRUE(Must(store->Put(RichRequest())).is_new);
}

INSTANTIATE_TEST_SUITE_P(
    Requests, RefusedPutTest,
    ::testing::Values(
        RefusedCase{"ADigestOfOtherBytes",
                    [](PutRequest* request) { request->bytes += "x"; },
                    ErrorCode::kInvalidArgument},
        RefusedCase{"NoWordsLeft",
                    [](PutRequest* request) {
                      for (auto& block : request->document.blocks) {
                        block.kind = document::BlockKind::kChrome;
                      }
                    },
                    ErrorCode::kInvalidArgument},
        RefusedCase{"AQuotationThatDoesNotStandThere",
                    [](PutRequest* request) {
                      request->extraction.recommendations[0].span.end += 2;
                    },
                    ErrorCode::kInternal},
        RefusedCase{"AParentThatDoesNotExist",
                    [](PutRequest* request) {
                      request->extraction.recommendations[1].parent = 2;
                    },
                    ErrorCode::kInternal}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(PutTest, AStoreOpenedForReadingRefusesToWrite) {
  const ArchiveFolder folder;
  Must(OpenStore(folder, OpenMode::kWrite)->Put(RichRequest()));
  const auto store = OpenStore(folder, OpenMode::kRead);
  const ErrorCode refused = ErrorCode::kInvalidArgument;
  EXPECT_EQ(store->Put(RichRequest()).error().code(), refused);
  EXPECT_EQ(store->BeginRun("").error().code(), refused);
  EXPECT_EQ(store->EndRun({}).error().code(), refused);
  EXPECT_EQ(store->AddLedgerRow({}).error().code(), refused);
  EXPECT_EQ(store->ClearOutbox(1).error().code(), refused);
  EXPECT_EQ(store->PutNamed("scope", "a", "1").error().code(), refused);
}

}  // namespace
}  // namespace concord::store
