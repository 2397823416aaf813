// E-mail: what it says, and what it carries.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "concord/document/attachments.h"
#include "concord/source/source.h"
#include "decode_support.h"

namespace concord::document {
namespace {

using testing::CaptureOf;
using testing::DecodeOrDie;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::Lines;

const std::string kHead =
    "Return-Path: <clerk@northmarch.example>\r\n"
    "From: The Clerk <clerk@northmarch.example>\r\n"
    "To: panel@northmarch.example\r\n"
    "Subject: =?utf-8?Q?Custody_caf=C3=A9?=\r\n =?utf-8?B?IHJldmlldw==?=\r\n"
    "Date: Mon, 8 May 2006 10:00:00 +0100\r\n";

const std::string kMixed =
    kHead +
    "MIME-Version: 1.0\r\n"
    "Content-Type: multipart/mixed; boundary=\"out\"\r\n\r\n"
    "a preamble nobody reads\r\n"
    "--out\r\nContent-Type: multipart/alternative; boundary=in\r\n\r\n"
    "--in\r\nContent-Type: text/plain; charset=windows-1252\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    "The panel=92s report is ready, and mem=\r\nbers should read it.\r\n"
    "> as you asked\r\n"
    "--in\r\nContent-Type: text/html\r\n\r\n<p>In another form.</p>\r\n"
    "--in--\r\n"
    "--out\r\nContent-Type: application/pdf; name=\"x.pdf\"\r\n"
    "Content-Disposition: attachment;\r\n filename=\"../../etc/report.pdf\"\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\nJVBERi0x\r\nLjQ=\r\n"
    "--out--\r\n";

TEST(MailTest, ReadsFieldsAndThePlainForm) {
  EXPECT_EQ(source::SniffMediaType(kMixed, "a"), "message/rfc822");
  const Document document = DecodeOrDie(kMixed, "message/rfc822");
  EXPECT_EQ(document.title, "Custody café review");
  EXPECT_THAT(
      Lines(document),
      ElementsAre(
          "header_line|From: The Clerk <clerk@northmarch.example>",
          "header_line|To: panel@northmarch.example",
          "header_line|Date: Mon, 8 May 2006 10:00:00 +0100",
          "header_line|Subject: Custody café review",
          "paragraph|The panel’s report is ready, and members should read it.",
          "quotation|as you asked"));
  EXPECT_THAT(document.notes, ElementsAre("attachment: report.pdf"));
}

TEST(MailTest, GivesTheAttachments) {
  const auto attachments = AttachmentsOf(kMixed, {});
  ASSERT_TRUE(attachments.has_value());
  ASSERT_EQ(attachments->size(), 1u);
  EXPECT_EQ((*attachments)[0].name, "report.pdf")
      << "no folder of the sender's";
  EXPECT_EQ((*attachments)[0].media_type, "application/pdf");
  EXPECT_EQ((*attachments)[0].bytes, "%PDF-1.4");
}

TEST(MailTest, ReadsHtmlWhereThereIsNothingElse) {
  EXPECT_THAT(DecodeOrDie(kHead + "Content-Type: text/html\r\n\r\n"
                                  "<p>Only <b>this</b> form.</p>",
                          "message/rfc822")
                  .text,
              HasSubstr("Only this form.\n"));
}

TEST(MailTest, ACommitteePaperIsNoMail) {
  EXPECT_EQ(source::SniffMediaType("From: The Clerk\nTo: The Panel\nSubject: "
                                   "Custody\nDate: 8 May 2006\n\nIt met.\n",
                                   "paper.txt"),
            "text/plain");
}

TEST(MailTest, LimitsNestingAndParts) {
  std::string deep = kHead;
  for (int i = 0; i < 200; ++i) {
    const std::string mark = "b" + std::to_string(i);
    deep += "Content-Type: multipart/mixed; boundary=" + mark + "\r\n\r\n--" +
            mark + "\r\n";
  }
  EXPECT_EQ(AttachmentsOf(deep, {}).error().code(), ErrorCode::kLimitExceeded);
  std::string many =
      kHead + "Content-Type: multipart/mixed; boundary=b\r\n\r\n";
  for (int i = 0; i < 3000; ++i) many += "--b\r\nX: y\r\n\r\nz\r\n";
  EXPECT_EQ(AttachmentsOf(many, {}).error().code(), ErrorCode::kLimitExceeded);
  EXPECT_EQ(AttachmentsOf("no header at all", {}).error().code(),
            ErrorCode::kCorrupt);
}

}  // namespace
}  // namespace concord::document
