// Word files by pandoc, as a child process with limits. What it would take from
// the machine it runs on (its own reference document, a person's templates) is
// given, so that every machine makes the same bytes.

#include "concord/office/word_file.h"

#include <Poco/Exception.h>
#include <Poco/File.h>
#include <Poco/TemporaryFile.h>
#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "concord/base/files.h"
#include "concord/base/limited_program.h"
#include "concord/base/markup.h"
#include "concord/base/unicode.h"
#include "concord/office/plain.h"
#include "word_parts.h"

namespace concord::office {
namespace {

constexpr int kSeconds = 60;
constexpr std::uint64_t kMemory = 2ull << 30;
constexpr std::uint64_t kMostWordBytes = 256u << 20;
constexpr std::size_t kLong = 2u << 20;
constexpr std::size_t kMostFooter = 90;
constexpr std::int64_t kFirstZipDay =
    315532800;  // 1980: a ZIP knows none before

struct Freer {
  void operator()(archive* writer) const { archive_write_free(writer); }
  void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

std::string Footer(const std::string& title) {
  constexpr std::string_view kPlace = "{{title}}";
  std::string footer(kFooter);
  footer.replace(
      footer.find(kPlace), kPlace.size(),
      EscapeMarkup(Ellipsis(CollapseSpace(Plain(title)), kMostFooter)));
  return footer;
}

Result<> AddPart(archive* writer, const std::string& name,
                 std::string_view bytes) {
  const std::unique_ptr<archive_entry, Freer> entry(archive_entry_new());
  archive_entry_set_pathname(entry.get(), name.c_str());
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), 0644);
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
  archive_entry_set_mtime(entry.get(), kFirstZipDay, 0);
  const bool written =
      archive_write_header(writer, entry.get()) == ARCHIVE_OK &&
      archive_write_data(writer, bytes.data(), bytes.size()) ==
          static_cast<la_ssize_t>(bytes.size());
  if (written) return {};
  return Fail(ErrorCode::kDiskFull,
              "the styles of a Word file: " +
                  std::string(archive_error_string(writer)));
}

// A document that says nothing and has the styles, the page and the footer.
Result<> WriteReference(const std::string& path, const std::string& title) {
  const std::unique_ptr<archive, Freer> writer(archive_write_new());
  archive_write_set_format_zip(writer.get());
  if (archive_write_open_filename(writer.get(), path.c_str()) != ARCHIVE_OK) {
    return Fail(ErrorCode::kUnavailable,
                path + ": " + std::string(archive_error_string(writer.get())));
  }
  const std::vector<std::pair<std::string, std::string>> parts = {
      {"[Content_Types].xml", std::string(kContentTypes)},
      {"_rels/.rels", std::string(kPackageRelations)},
      {"word/document.xml", std::string(kDocument)},
      {"word/_rels/document.xml.rels", std::string(kDocumentRelations)},
      {"word/styles.xml", std::string(kStyles)},
      {"word/footer1.xml", Footer(title)}};
  for (const auto& [name, bytes] : parts) {
    TRY_RETURN(AddPart(writer.get(), name, bytes));
  }
  if (archive_write_close(writer.get()) == ARCHIVE_OK) return {};
  return Fail(ErrorCode::kDiskFull, path + " cannot be written");
}

// What fails on a long page has failed on its length: pandoc takes 5 ms and
// half a megabyte for an entry of a response.
Result<> Explained(Result<> done, const WordPage& page) {
  if (done || page.html.size() < kLong) return done;
  return Fail(ErrorCode::kLimitExceeded,
              "this is too long for a Word file (" +
                  std::to_string(page.html.size() >> 20U) +
                  " MB of text; pandoc has " + std::to_string(kSeconds) +
                  " s and " + std::to_string(kMemory >> 30U) +
                  " GiB): html and xlsx hold more");
}

Result<std::string> Convert(const WordPage& page, const std::string& folder) {
  const std::string reference = folder + "/reference.docx";
  const std::string in = folder + "/page.html";
  const std::string out = folder + "/page.docx";
  TRY_RETURN(WriteReference(reference, page.title));
  TRY_RETURN(ReplaceFile(in, page.html));
  const std::int64_t made_at = std::max(page.made_at, kFirstZipDay);
  TRY_RETURN(Explained(
      RunLimited(
          {.name = "pandoc",
           .package = "pandoc",
           .purpose = "a Word file",
           // No --sandbox: with it pandoc 2.17 finds no parts to write DOCX
           // with. The page names no file and no picture that it could go and
           // read.
           .arguments = {"--quiet", "--no-highlight", "--from=html",
                         "--to=docx", "--data-dir=" + folder,
                         "--reference-doc=" + reference, "--output=" + out, in},
           .environment = {{"SOURCE_DATE_EPOCH", std::to_string(made_at)},
                           {"LC_ALL", "C.UTF-8"}},
           .seconds = kSeconds,
           .bytes = kMemory}),
      page));
  return ReadFile(out, kMostWordBytes);
}

}  // namespace

Result<std::string> WordFile(const WordPage& page) {
  try {
    Poco::TemporaryFile folder;
    folder.createDirectories();
    return Convert(page, folder.path());
  } catch (const Poco::Exception& error) {
    return Fail(ErrorCode::kUnavailable, "a Word file: " + error.displayText());
  }
}

}  // namespace concord::office
