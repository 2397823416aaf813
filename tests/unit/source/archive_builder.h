#pragma once
// Archives as the tests need them, made in memory.

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>
#include <unistd.h>
#include <zlib.h>

#include <clocale>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "concord/source/source.h"
#include "tests/support/temporary_folder.h"

namespace concord::source {

inline std::string Gzip(const std::string& bytes) {
  z_stream zlib{};
  deflateInit2(&zlib, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&zlib, bytes.size()) + 64, '\0');
  zlib.next_in =
      reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // NOLINT
  zlib.avail_in = static_cast<uInt>(bytes.size());
  zlib.next_out = reinterpret_cast<Bytef*>(packed.data());
  zlib.avail_out = static_cast<uInt>(packed.size());
  EXPECT_EQ(deflate(&zlib, Z_FINISH), Z_STREAM_END);
  packed.resize(packed.size() - zlib.avail_out);
  deflateEnd(&zlib);
  return packed;
}

struct Part {
  std::string name;
  std::string bytes;
  std::string link_to;  // not "": a symbolic link
};

enum class Form { kZip, kTar, kTarGz, kSevenZip, kEncryptedZip };

inline std::string Pack(Form form, const std::vector<Part>& parts) {
  // Names are given as UTF-8; without it libarchive refuses them.
  std::setlocale(LC_ALL, "C.UTF-8");
  archive* out = archive_write_new();
  switch (form) {
    case Form::kZip:
    case Form::kEncryptedZip:
      archive_write_set_format_zip(out);
      break;
    case Form::kSevenZip:
      archive_write_set_format_7zip(out);
      break;
    case Form::kTarGz:
      archive_write_add_filter_gzip(out);
      archive_write_set_format_pax_restricted(out);
      break;
    case Form::kTar:
      archive_write_set_format_pax_restricted(out);
      break;
  }
  if (form == Form::kEncryptedZip) {
    archive_write_set_options(out, "zip:encryption=zipcrypt");
    archive_write_set_passphrase(out, "secret");
  }
  std::string file = std::filesystem::temp_directory_path() /
                     ("concord-pack-" + std::to_string(::getpid()));
  EXPECT_EQ(archive_write_open_filename(out, file.c_str()), ARCHIVE_OK);
  for (const Part& part : parts) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, part.name.c_str());
    archive_entry_set_perm(entry, 0644);
    if (!part.link_to.empty()) {
      archive_entry_set_filetype(entry, AE_IFLNK);
      archive_entry_set_symlink(entry, part.link_to.c_str());
    } else if (part.name.ends_with('/')) {
      archive_entry_set_filetype(entry, AE_IFDIR);
    } else {
      archive_entry_set_filetype(entry, AE_IFREG);
      archive_entry_set_size(entry, static_cast<la_int64_t>(part.bytes.size()));
    }
    EXPECT_EQ(archive_write_header(out, entry), ARCHIVE_OK)
        << archive_error_string(out);
    if (part.link_to.empty()) {
      archive_write_data(out, part.bytes.data(), part.bytes.size());
    }
    archive_entry_free(entry);
  }
  archive_write_close(out);
  archive_write_free(out);
  std::ifstream in(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  std::filesystem::remove(file);
  return bytes;
}

// A record of a web archive; `length` < 0 states the true one.
inline std::string WarcRecord(const std::string& type, const std::string& uri,
                              const std::string& block,
                              const std::string& more_fields = "",
                              long length = -1) {
  const std::string size =
      std::to_string(length < 0 ? static_cast<long>(block.size()) : length);
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + uri +
         "\r\nWARC-Date: 2006-07-10T09:30:00Z\r\n" + more_fields +
         "Content-Type: application/http; msgtype=response\r\n"
         "Content-Length: " +
         size + "\r\n\r\n" + block + "\r\n\r\n";
}

inline std::string HttpAnswer(const std::string& fields,
                              const std::string& body,
                              const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\n" + fields + "\r\n" + body;
}

// A folder of a test's own, and what a walk through it meets.
class ArchiveTest : public ::testing::Test {
 protected:
  void Write(const std::string& name, std::string_view bytes) const {
    std::ofstream(root_ / name, std::ios::binary) << bytes;
  }

  std::vector<SourceItem> Walk(const SourceOptions& options = {}) const {
    SourceWalk walk({root_.string()}, options);
    std::vector<SourceItem> items;
    while (auto item = walk.Next()) items.push_back(std::move(*item));
    return items;
  }

  // "page.html: text" for captures, "page.html! code" for the others, by the
  // path below the folder.
  std::vector<std::string> Met(const SourceOptions& options = {}) const {
    std::vector<std::string> met;
    for (const SourceItem& item : Walk(options)) {
      const std::string name = item.path.substr(root_.string().size() + 1);
      if (item.capture) {
        met.push_back(name + ": " + item.capture->bytes);
      } else if (item.revisit) {
        met.push_back(name + "~ " + item.revisit->digest);
      } else {
        met.push_back(name + "! " +
                      (item.code.empty() ? std::string(Name(item.error->code()))
                                         : item.code));
      }
    }
    return met;
  }

  const concord::testing::TemporaryFolder temporary_;
  const std::filesystem::path root_ = temporary_.path();
};

}  // namespace concord::source
