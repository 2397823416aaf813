#include "document/pdf/render.h"

#include <GlobalParams.h>
#include <PDFDoc.h>
#include <Page.h>
#include <SplashOutputDev.h>
#include <splash/SplashBitmap.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "document/pdf/pages.h"

namespace concord::document {
namespace {

constexpr double kPointsPerInch = 72;
constexpr double kCoarsest = 72;  // dots an inch: letters are gone below it

Result<PageImage> PixelsOf(SplashBitmap* bitmap) {
  if (bitmap == nullptr || bitmap->getDataPtr() == nullptr ||
      bitmap->getWidth() <= 0 || bitmap->getHeight() <= 0) {
    return Fail(ErrorCode::kCorrupt, "its page cannot be drawn");
  }
  PageImage image;
  image.width = static_cast<std::uint32_t>(bitmap->getWidth());
  image.height = static_cast<std::uint32_t>(bitmap->getHeight());
  image.pixels.reserve(std::size_t{image.width} * image.height);
  const auto row_size = static_cast<std::ptrdiff_t>(bitmap->getRowSize());
  for (std::uint32_t y = 0; y < image.height; ++y) {
    const unsigned char* row =
        bitmap->getDataPtr() + static_cast<std::ptrdiff_t>(y) * row_size;
    image.pixels.append(row, row + image.width);
  }
  return image;
}

}  // namespace

Result<PageImage> RenderPage(std::string_view bytes, std::uint32_t number,
                             std::uint32_t dots_per_inch,
                             std::uint32_t max_pixels) {
  PreparePdf();
  auto* stream =
      new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()),
                    Object(objNull));  // owned by the document
  PDFDoc document(stream);
  const int pages = document.isOk() ? document.getNumPages() : 0;
  if (number < 1 || number > static_cast<std::uint32_t>(std::max(pages, 0))) {
    return Fail(ErrorCode::kCorrupt, "it has no such page");
  }
  const int page = static_cast<int>(number);
  const double width = document.getPageCropWidth(page) / kPointsPerInch;
  const double height = document.getPageCropHeight(page) / kPointsPerInch;
  if (!std::isfinite(width) || !std::isfinite(height) || width <= 0 ||
      height <= 0) {
    return Fail(ErrorCode::kCorrupt, "its page has no size");
  }
  const double dots = std::floor(std::min<double>(
      dots_per_inch, std::sqrt(max_pixels / (width * height))));
  if (dots < kCoarsest) {
    return Fail(ErrorCode::kLimitExceeded, "its page is too large for OCR");
  }
  std::array<unsigned char, 4> paper = {0xFF, 0xFF, 0xFF, 0xFF};
  SplashOutputDev output(splashModeMono8, 4, false, paper.data());
  output.startDoc(&document);
  document.displayPage(&output, page, dots, dots, 0, false, true, false);
  TRY_ASSIGN(PageImage image, PixelsOf(output.getBitmap()));
  image.pages = static_cast<std::uint32_t>(pages);
  image.dots_per_inch = static_cast<std::uint32_t>(dots);
  return image;
}

}  // namespace concord::document
