#pragma once
// Small PDFs for tests, written from what stands where on the page.
//
//   PdfBuilder pdf;
//   pdf.NewPage().Bold(72, 80, "Custody review", 16).Text(72, 110, "It met.");
//   Decode(CaptureOf(pdf.Bytes(), "application/pdf"), {});
//
// Coordinates are points from the top left of a page of 595 by 842.

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace concord::document::testing {

class PdfBuilder {
 public:
  PdfBuilder& NewPage() {
    pages_.emplace_back();
    return *this;
  }
  PdfBuilder& Text(double x, double y, std::string_view words,
                   double size = 11) {
    return Show("F1", x, y, words, size);
  }
  PdfBuilder& Bold(double x, double y, std::string_view words,
                   double size = 11) {
    return Show("F2", x, y, words, size);
  }
  PdfBuilder& Italic(double x, double y, std::string_view words,
                     double size = 11) {
    return Show("F3", x, y, words, size);
  }
  PdfBuilder& Line(double x0, double y0, double x1, double y1) {
    Add("0.5 w " + Point(x0, y0) + " m " + Point(x1, y1) + " l S\n");
    return *this;
  }
  PdfBuilder& Box(double left, double top, double right, double bottom) {
    Line(left, top, right, top).Line(left, bottom, right, bottom);
    return Line(left, top, left, bottom).Line(right, top, right, bottom);
  }
  // Anything else of the page's drawing language.
  PdfBuilder& Raw(std::string_view operators) {
    Add(std::string(operators));
    return *this;
  }
  // More entries for the trailer: "/Encrypt << ... >>".
  PdfBuilder& Trailer(std::string entries) {
    trailer_ = std::move(entries);
    return *this;
  }

  std::string Bytes() const {
    std::vector<std::string> objects = {
        "<< /Type /Catalog /Pages 2 0 R >>", Kids(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>"};
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      objects.push_back(
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << "
          "/Font << /F1 3 0 R /F2 4 0 R /F3 << /Type /Font /Subtype /Type1 "
          "/BaseFont /Helvetica-Oblique >> >> >> /Contents " +
          std::to_string(6 + 2 * i) + " 0 R >>");
      objects.push_back("<< /Length " + std::to_string(pages_[i].size()) +
                        " >>\nstream\n" + pages_[i] + "\nendstream");
    }
    return File(objects, trailer_);
  }

  // Objects 1, 2, ... as a file with its table of offsets.
  static std::string File(const std::vector<std::string>& objects,
                          const std::string& trailer) {
    std::string bytes = "%PDF-1.4\n";
    std::string table;
    for (std::size_t i = 0; i < objects.size(); ++i) {
      char entry[32];
      std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", bytes.size());
      table += entry;
      bytes += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string count = std::to_string(objects.size() + 1);
    return bytes + "xref\n0 " + count + "\n0000000000 65535 f \n" + table +
           "trailer\n<< /Root 1 0 R /Size " + count + " " + trailer +
           " >>\nstartxref\n" + std::to_string(bytes.size()) + "\n%%EOF\n";
  }

 private:
  static std::string Point(double x, double y) {
    char text[64];
    std::snprintf(text, sizeof text, "%.2f %.2f", x, 842 - y);
    return text;
  }

  PdfBuilder& Show(const char* font, double x, double y, std::string_view words,
                   double size) {
    std::string shown;
    for (const char c : words) {
      if (c == '(' || c == ')' || c == '\\') shown.push_back('\\');
      shown.push_back(c);
    }
    char head[64];
    std::snprintf(head, sizeof head, "BT /%s %.1f Tf ", font, size);
    Add(head + Point(x, y) + " Td (" + shown + ") Tj ET\n");
    return *this;
  }

  void Add(std::string operators) { pages_.back() += operators; }

  std::string Kids() const {
    std::string kids;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      kids += std::to_string(5 + 2 * i) + " 0 R ";
    }
    return "<< /Type /Pages /Kids [ " + kids + "] /Count " +
           std::to_string(pages_.size()) + " >>";
  }

  std::vector<std::string> pages_;
  std::string trailer_;
};

}  // namespace concord::document::testing
