// Legacy Word documents, made from their parts.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "concord/source/source.h"
#include "decode_support.h"

namespace concord::document {
namespace {

using testing::CaptureOf;
using testing::DecodeOrDie;
using ::testing::ElementsAre;
using testing::Lines;
using ::testing::StartsWith;

void Put(std::size_t at, std::uint64_t value, int bytes, std::string* out) {
  for (int i = 0; i < bytes; ++i) {
    (*out)[at + static_cast<std::size_t>(i)] =
        static_cast<char>(value >> (8 * i) & 0xFF);
  }
}

void PutEntry(std::size_t index, const std::string& name, int type,
              std::uint32_t start, std::uint32_t size, std::string* directory) {
  const std::size_t at = index * 128;
  for (std::size_t i = 0; i < name.size(); ++i) {
    (*directory)[at + 2 * i] = name[i];
  }
  Put(at + 0x40, 2 * (name.size() + 1), 2, directory);
  (*directory)[at + 0x42] = static_cast<char>(type);
  Put(at + 0x74, start, 4, directory);
  Put(at + 0x78, size, 4, directory);
}

// A compound file: sector 0 the table, 1 the directory, then the two streams,
// 4,096 bytes each.
std::string Ole(const std::string& word, const std::string& table) {
  std::string header(512, '\0');
  header.replace(0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
  Put(0x1E, 9, 2, &header);
  Put(0x20, 6, 2, &header);
  Put(0x2C, 1, 4, &header);
  Put(0x30, 1, 4, &header);
  Put(0x38, 4096, 4, &header);
  Put(0x3C, 0xFFFFFFFE, 4, &header);
  Put(0x44, 0xFFFFFFFE, 4, &header);
  for (std::size_t i = 0; i < 109; ++i) {
    Put(0x4C + 4 * i, i == 0 ? 0 : 0xFFFFFFFF, 4, &header);
  }
  std::string sectors(512, '\xFF');
  Put(0, 0xFFFFFFFD, 4, &sectors);
  Put(4, 0xFFFFFFFE, 4, &sectors);
  for (std::size_t i = 2; i < 18; ++i) {
    const bool last = i == 9 || i == 17;
    Put(4 * i, last ? 0xFFFFFFFE : i + 1, 4, &sectors);
  }
  std::string directory(512, '\0');
  PutEntry(0, "Root Entry", 5, 0xFFFFFFFE, 0, &directory);
  PutEntry(1, "WordDocument", 2, 2, 4096, &directory);
  PutEntry(2, "1Table", 2, 10, 4096, &directory);
  return header + sectors + directory + word + table;
}

// `bytes` in one-byte characters, then `units` in two-byte ones.
std::string Doc(const std::string& bytes, const std::u16string& units,
                std::size_t notes, unsigned flags = 0x0200) {
  constexpr std::size_t kText = 1024;
  constexpr std::size_t kUnits = 2048;
  std::string word(4096, '\0');
  Put(0, 0xA5EC, 2, &word);
  Put(2, 0x00C1, 2, &word);
  Put(0x0A, flags, 2, &word);
  const std::size_t length = bytes.size() + units.size();
  Put(0x4C, length - notes, 4, &word);
  Put(0x50, notes, 4, &word);
  word.replace(kText, bytes.size(), bytes);
  for (std::size_t i = 0; i < units.size(); ++i) {
    Put(kUnits + 2 * i, units[i], 2, &word);
  }
  std::string table(4096, '\0');
  table[0] = '\x01';
  Put(1, 3, 2, &table);
  table[6] = '\x02';
  Put(7, 28, 4, &table);
  Put(11, 0, 4, &table);
  Put(15, bytes.size(), 4, &table);
  Put(19, length, 4, &table);
  Put(23 + 2, kText * 2 | 0x40000000u, 4, &table);
  Put(31 + 2, kUnits, 4, &table);
  Put(0x01A2, 0, 4, &word);
  Put(0x01A6, 39, 4, &word);
  return Ole(word, table);
}

const char kDoc[] = "application/msword";

TEST(DocTest, ReadsPiecesFieldsCellsAndNotes) {
  const std::string bytes = Doc(
      "Custody review\r1. The panel\x92s caf\xE9 met \x13 PAGEREF x \x14twice"
      "\x15.\r\x41"
      "ction\x07Owner\x07\x07Publish it\x07"
      "Clerk\x07\x07",
      u"It ended \x2013 in May.\rIn private.\r", 12);
  EXPECT_EQ(source::SniffMediaType(bytes, "a.doc"), kDoc);
  EXPECT_THAT(
      Lines(DecodeOrDie(bytes, kDoc)),
      ElementsAre("title|Custody review",
                  "paragraph 1.|The panel’s café met twice.",
                  "table_row|Action\tOwner", "table_cell ^2|Action",
                  "table_cell ^2|Owner", "table_row|Publish it\tClerk",
                  "table_cell ^5|Publish it", "table_cell ^5|Clerk",
                  "paragraph|It ended – in May.", "footnote 1|In private."));
}

TEST(DocTest, SaysWhyItCannotRead) {
  const auto locked = Decode(CaptureOf(Doc("x\r", u"", 0, 0x0300), kDoc), {});
  ASSERT_FALSE(locked.has_value());
  EXPECT_THAT(locked.error().message(), StartsWith("password_required"));
  const std::string bytes = Doc("Custody review\r", u"It met.\r", 0);
  for (std::size_t cut = 0; cut < bytes.size(); cut += 331) {
    std::string damaged = bytes;
    for (std::size_t i = cut; i < std::min(cut + 40, bytes.size()); ++i) {
      damaged[i] = '\x02';  // chains that go in circles, places that are wrong
    }
    const auto document = Decode(CaptureOf(damaged, kDoc), {});
    if (document) continue;
    EXPECT_NE(document.error().code(), ErrorCode::kInternal) << cut;
  }
}

}  // namespace
}  // namespace concord::document
