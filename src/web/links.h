#pragma once
// Addresses inside the face, and turning pages.

#include <string>
#include <string_view>

#include "concord/base/text_span.h"
#include "web/page.h"

namespace concord::web {

std::string ReportHref(std::string_view id);
// Opens the report at these words, marked; `query`: whose words to mark too.
std::string PlaceHref(std::string_view report, TextSpan span,
                      std::string_view query = "");
std::string RecommendationHref(std::string_view id);
std::string WorkHref(std::string_view id);
// Of one thing by its type as the engine's JSON names it; "" for other types.
std::string ThingHref(std::string_view type, std::string_view id);
// The picture of what is next to it.
std::string GraphHref(std::string_view id);

// The address of the request with one query field replaced ("" = left out).
// Any change but of the page goes back to the first page.
std::string With(const Request& request, const std::string& name,
                 const std::string& value);

// Which rows of `total` a request asks for.
struct Rows {
  std::uint64_t page = 1;
  std::uint64_t size = 20;
  std::uint64_t first() const { return (page - 1) * size; }
};
// kInvalidArgument for a page that is no number from 1 on.
[[nodiscard]] Result<Rows> RowsOf(const Request& request, std::uint64_t size);
// Sets `pager` for the template of that name; false where one page holds all.
void SetPager(const Request& request, const Rows& rows, std::uint64_t total,
              data* view);

// Only the rows of this page of a listing, converted, as list `rows`; the
// whole listing as the page's JSON; and the pager.
Result<> ShowListing(const Call& call, const engine::Listing& listing,
                     std::uint64_t size, Page* page);

// Sets `options` as list `name`: value, text, whether chosen.
struct Choice {
  std::string value;
  std::string text;
};
void SetChoices(const std::vector<Choice>& choices, const std::string& chosen,
                const std::string& name, data* view);

}  // namespace concord::web
