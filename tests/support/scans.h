#pragma once
// Scanned PDFs, and a program that stands in for tesseract where a test is of
// what is done with its answers.

#include <stdlib.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/support/temporary_folder.h"

namespace concord::testing {

struct GreyPicture {
  unsigned width = 0;
  unsigned height = 0;
  std::string pixels;  // one byte each

  static GreyPicture Blank(unsigned width, unsigned height) {
    return {width, height, std::string(std::size_t{width} * height, '\xFF')};
  }
};

// A PDF of A4 pages that hold one picture each, and no text.
inline std::string ScanOf(const std::vector<GreyPicture>& pages) {
  std::string bytes = "%PDF-1.4\n";
  std::vector<std::size_t> places;
  const auto add = [&](const std::string& object) {
    places.push_back(bytes.size());
    bytes += std::to_string(places.size()) + " 0 obj\n" + object + "\nendobj\n";
  };
  const auto stream = [](const std::string& entries, const std::string& data) {
    return "<< " + entries + " /Length " + std::to_string(data.size()) +
           " >>\nstream\n" + data + "\nendstream";
  };
  std::string kids;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    kids += std::to_string(3 + 3 * i) + " 0 R ";
  }
  add("<< /Type /Catalog /Pages 2 0 R >>");
  add("<< /Type /Pages /Count " + std::to_string(pages.size()) + " /Kids [" +
      kids + "] >>");
  for (const GreyPicture& page : pages) {
    const std::string next = std::to_string(places.size() + 2);
    const std::string after = std::to_string(places.size() + 3);
    add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << "
        "/XObject << /P " +
        after + " 0 R >> >> /Contents " + next + " 0 R >>");
    add(stream("", "595 0 0 842 0 0 cm /P Do"));
    add(
        stream("/Type /XObject /Subtype /Image /ColorSpace /DeviceGray "
               "/BitsPerComponent 8 /Width " +
                   std::to_string(page.width) + " /Height " +
                   std::to_string(page.height),
               page.pixels));
  }
  const std::size_t table = bytes.size();
  const std::string count = std::to_string(places.size() + 1);
  bytes += "xref\n0 " + count + "\n0000000000 65535 f \n";
  for (const std::size_t place : places) {
    const std::string number = std::to_string(place);
    bytes += std::string(10 - number.size(), '0') + number + " 00000 n \n";
  }
  return bytes + "trailer\n<< /Root 1 0 R /Size " + count + " >>\nstartxref\n" +
         std::to_string(table) + "\n%%EOF\n";
}

// One line of an answer, `top` dots from the upper edge, letters 45 dots high.
inline std::string HocrLine(const std::string& words, unsigned top,
                            unsigned sure = 93, unsigned left = 300) {
  const std::string upper = std::to_string(top);
  const std::string lower = std::to_string(top + 45);
  std::string spans;
  unsigned x = left;
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    const std::string word = words.substr(begin, end - begin);
    const unsigned right = x + 20 * static_cast<unsigned>(word.size());
    spans += "<span class='ocrx_word' title='bbox " + std::to_string(x) + " " +
             upper + " " + std::to_string(right) + " " + lower + "; x_wconf " +
             std::to_string(sure) + "'>" + word + "</span>\n";
    x = right + 12;
    begin = end + 1;
  }
  return "<span class='ocr_line' title=\"bbox " + std::to_string(left) + " " +
         upper + " " + std::to_string(x) + " " + lower +
         "; baseline 0 -10; x_size 46\">" + spans + "</span>\n";
}

inline std::string Hocr(const std::string& lines) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<html><body><div "
         "class='ocr_page'>\n" +
         lines + "</div></body></html>\n";
}

// While it lives, the one `tesseract` on the PATH is a script: it knows the
// languages eng and cym, and does `body` with $1 the picture and $2 the answer
// without its ".hocr". Other programs are found as before.
class FakeTesseract {
 public:
  explicit FakeTesseract(const std::string& body) {
    const std::filesystem::path script = folder_ / "tesseract";
    std::ofstream(script) << "#!/bin/sh\ncase $1 in\n"
                             "--version) echo tesseract 9.9; exit;;\n"
                             "--list-langs) echo 'Languages (2):'; echo cym; "
                             "echo eng; exit;;\nesac\n"
                          << body << "\n";
    std::filesystem::permissions(script, std::filesystem::perms::owner_all);
    const char* before = std::getenv("PATH");
    path_ = before != nullptr ? before : "";
    ::setenv("PATH", (folder_.string() + ":" + path_).c_str(), 1);
  }
  ~FakeTesseract() { ::setenv("PATH", path_.c_str(), 1); }
  FakeTesseract(const FakeTesseract&) = delete;
  FakeTesseract& operator=(const FakeTesseract&) = delete;

  // A script's line that gives this answer.
  static std::string Answer(const std::string& hocr) {
    return "cat > \"$2.hocr\" <<'END'\n" + hocr + "END";
  }

 private:
  TemporaryFolder temporary_;
  const std::filesystem::path folder_ = temporary_.path();
  std::string path_;
};

}  // namespace concord::testing
