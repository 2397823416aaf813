#include "concord/document/ocr.h"

#include <re2/re2.h>
#include <stdlib.h>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include "concord/base/files.h"
#include "concord/base/limited_program.h"

namespace concord::document {
namespace {

constexpr std::uint64_t kMostAnswer = 32u << 20;

LimitedProgram Tesseract(std::vector<std::string> arguments) {
  return {.name = "tesseract",
          .package = "tesseract-ocr",
          .purpose = "OCR",
          .arguments = std::move(arguments),
          // One processor: other pages are read beside it.
          .environment = {{"OMP_THREAD_LIMIT", "1"}}};
}

// Nothing that an option or a path could be made of.
bool IsLanguageName(const std::string& name) {
  static const RE2 known("[A-Za-z][A-Za-z0-9_]*(\\+[A-Za-z][A-Za-z0-9_]*)*");
  constexpr std::size_t kLongest = 100;
  return name.size() <= kLongest && RE2::FullMatch(name, known);
}

// Lines after the heading of `tesseract --list-langs`.
std::vector<std::string> Languages(const std::string& printed) {
  std::vector<std::string> languages;
  std::istringstream lines(printed);
  for (std::string line; std::getline(lines, line);) {
    if (IsLanguageName(line)) languages.push_back(line);
  }
  return languages;
}

Result<> CheckLanguage(const std::string& language,
                       const std::vector<std::string>& held) {
  std::istringstream parts(language);
  for (std::string part; std::getline(parts, part, '+');) {
    if (std::find(held.begin(), held.end(), part) != held.end()) continue;
    std::string package = part;
    std::replace(package.begin(), package.end(), '_', '-');
    return Fail(ErrorCode::kUnavailable,
                fmt::format("tesseract has no language '{}': apt-get install "
                            "tesseract-ocr-{}",
                            part, package));
  }
  return {};
}

// A folder that is this user's alone, and gone afterwards.
class PrivateFolder {
 public:
  PrivateFolder() {
    std::error_code error;
    std::string path =
        (std::filesystem::temp_directory_path(error) / "concord-ocr-XXXXXX")
            .string();
    if (::mkdtemp(path.data()) != nullptr) path_ = path;
  }
  ~PrivateFolder() {
    std::error_code error;
    if (!path_.empty()) std::filesystem::remove_all(path_, error);
  }
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;

  bool there() const { return !path_.empty(); }
  std::string File(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

// The plainest of picture formats: there is nothing in it to go wrong.
bool WritePicture(const PageImage& image, const std::string& path) {
  std::ofstream file(path, std::ios::binary);
  file << "P5\n" << image.width << ' ' << image.height << "\n255\n";
  file.write(image.pixels.data(),
             static_cast<std::streamsize>(image.pixels.size()));
  file.close();
  return file.good();
}

}  // namespace

Result<Ocr> Ocr::Find(const std::string& language, const OcrLimits& limits) {
  if (!IsLanguageName(language)) {
    return Fail(ErrorCode::kInvalidArgument,
                "'" + language +
                    "' is no name of a language for OCR; write eng or eng+cym");
  }
  std::string version;
  TRY_RETURN(RunLimited(Tesseract({"--version"}), &version));
  std::string languages;
  TRY_RETURN(RunLimited(Tesseract({"--list-langs"}), &languages));
  TRY_RETURN(CheckLanguage(language, Languages(languages)));
  Ocr ocr;
  ocr.language_ = language;
  ocr.limits_ = limits;
  static const RE2 number("tesseract v?([0-9][0-9A-Za-z.-]*)");
  std::string which = "unknown";
  RE2::PartialMatch(version, number, &which);
  ocr.program_ = "tesseract " + which;
  return ocr;
}

Result<std::string> Ocr::Read(const PageImage& image) const {
  const PrivateFolder folder;
  const std::string picture = folder.File("page.pgm");
  if (!folder.there() || !WritePicture(image, picture)) {
    return Fail(ErrorCode::kUnavailable,
                "OCR cannot write its temporary files; set TMPDIR to a folder "
                "with room");
  }
  LimitedProgram program = Tesseract(
      {picture, folder.File("page"), "-l", language_, "--dpi",
       std::to_string(image.dots_per_inch), "-c", "tessedit_create_hocr=1"});
  program.seconds = limits_.page_seconds;
  program.bytes = limits_.page_bytes;
  std::string said;  // remarks on the picture, which are no errors
  TRY_RETURN(RunLimited(program, &said));
  return ReadFile(folder.File("page.hocr"), kMostAnswer);
}

std::string NoteOf(const OcrReading& reading) {
  if (reading.program.empty()) return "read by OCR";
  return "read by OCR: " + reading.program + ", language " + reading.language +
         ", " + std::to_string(reading.read) + " of " +
         std::to_string(reading.pages) + " pages, mean confidence " +
         std::to_string(reading.confidence) + " %";
}

}  // namespace concord::document
