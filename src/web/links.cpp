#include "web/links.h"

#include <algorithm>
#include <charconv>

namespace concord::web {
namespace {

std::string Thing(std::string_view kind, std::string_view id) {
  return "/" + std::string(kind) + "/" + Encode(id);
}

struct LinkKind {
  std::string_view type;
  std::string_view path;
};

// JSON objects of these types are shown by themselves under their id.
constexpr LinkKind kLinkKinds[] = {
    {"report", "reports"}, {"recommendation", "recommendations"},
    {"work", "works"},     {"wanted", "works"},
    {"body", "bodies"},    {"person", "people"},
    {"scope", "scopes"},
};

// "2026-11-22 07:11 UTC" of "2026-11-22T07:11:59Z".
std::string Minute(const std::string& time) {
  if (time.size() < 16) return time;
  return time.substr(0, 10) + " " + time.substr(11, 5) + " UTC";
}

std::optional<TextSpan> SpanOf(const Poco::JSON::Object& object) {
  const auto span = object.getObject("span");
  if (span.isNull()) return std::nullopt;
  return TextSpan{span->getValue<std::uint32_t>("begin"),
                  span->getValue<std::uint32_t>("end")};
}

// The places of quotations, each once: a paper that cites a work ten times in
// one paragraph is one place, ten times.
data PlacesOf(const Poco::JSON::Array& quotes, engine::Engine& engine) {
  struct Seen {
    std::string report;
    std::string href;
    std::string text;
    std::uint64_t times = 0;
  };
  std::vector<Seen> places;
  for (unsigned i = 0; i < quotes.size(); ++i) {
    const auto quote = quotes.getObject(i);
    const std::string report = TextOf(*quote, "report");
    const std::optional<TextSpan> span = SpanOf(*quote);
    if (report.empty() || !span) continue;
    const std::string locator = TextOf(*quote, "locator");
    const std::string text = engine.ReportTitle(report).value_or(report) +
                             (locator.empty() ? "" : ", " + locator);
    const auto known =
        std::find_if(places.begin(), places.end(), [&](const Seen& seen) {
          return seen.report == report && seen.text == text;
        });
    if (known == places.end()) {
      places.push_back({report, PlaceHref(report, *span), text, 1});
    } else {
      ++known->times;
    }
  }
  data list = NewList();
  for (const Seen& place : places) {
    data one = NewView();
    Set(&one, "place_href", place.href);
    Set(&one, "text", place.text);
    Set(&one, "times", place.times > 1 ? Grouped(place.times) : "");
    list.push_back(one);
  }
  return list;
}

}  // namespace

Enrich Call::Links() const {
  return [this](const Poco::JSON::Object& from, data* to) {
    const std::string type = TextOf(from, "type");
    const std::string own_id = TextOf(from, "id");
    Set(to, "href", ThingHref(type, own_id));
    Set(to, "graph_href", own_id.empty() ? "" : GraphHref(own_id));
    const std::string report = TextOf(from, "report");
    std::string place;
    std::string title;
    if (!report.empty()) {
      const std::optional<TextSpan> span = SpanOf(from);
      place = span ? PlaceHref(report, *span) : ReportHref(report);
      title = engine.ReportTitle(report).value_or(report);
    }
    Set(to, "place_href", place);
    Set(to, "report_title", title);
    const auto cited = from.getArray("cited_by");
    Set(to, "cited", cited.isNull() ? "" : Grouped(cited->size()));
    // An ordinary recommendation is not called one in a list of them.
    const std::string kind = TextOf(from, "kind");
    Set(to, "other_kind", kind == "recommendation" ? "" : kind);
    Set(to, "started_shown", Minute(TextOf(from, "started_at")));
    Set(to, "ended_shown", Minute(TextOf(from, "ended_at")));
    if (const auto quotes = from.getArray("quotes"); !quotes.isNull()) {
      SetList(to, "places", PlacesOf(*quotes, engine));
    }
    const std::string work = TextOf(from, "work_id");
    Set(to, "work_href", work.empty() ? "" : WorkHref(work));
  };
}

std::string ReportHref(std::string_view id) { return Thing("reports", id); }

std::string PlaceHref(std::string_view report, TextSpan span,
                      std::string_view query) {
  std::string href = ReportHref(report) + "?at=" + std::to_string(span.begin) +
                     "-" + std::to_string(span.end);
  if (!query.empty()) href += "&q=" + Encode(query);
  return href + "#hit";
}

std::string RecommendationHref(std::string_view id) {
  return Thing("recommendations", id);
}

std::string WorkHref(std::string_view id) { return Thing("works", id); }

std::string ThingHref(std::string_view type, std::string_view id) {
  for (const LinkKind& kind : kLinkKinds) {
    if (kind.type == type) return Thing(kind.path, id);
  }
  return "";
}

std::string GraphHref(std::string_view id) { return Thing("graph", id); }

std::string With(const Request& request, const std::string& name,
                 const std::string& value) {
  std::string href = request.path;
  char separator = '?';
  const auto add = [&](const std::string& field, const std::string& text) {
    if (text.empty()) return;
    href += separator + Encode(field) + "=" + Encode(text);
    separator = '&';
  };
  for (const auto& [field, text] : request.fields) {
    if (field != name && field != "page") add(field, text);
  }
  add(name, value);
  return href;
}

Result<Rows> RowsOf(const Request& request, std::uint64_t size) {
  Rows rows{.page = 1, .size = size};
  const std::string text = request.Field("page");
  if (text.empty()) return rows;
  constexpr std::uint64_t kLast = 1'000'000;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), rows.page);
  if (error != std::errc() || end != text.data() + text.size() ||
      rows.page == 0 || rows.page > kLast) {
    return Fail(ErrorCode::kInvalidArgument,
                "'page' takes a number from 1 on, not '" + text + "'");
  }
  return rows;
}

void SetPager(const Request& request, const Rows& rows, std::uint64_t total,
              data* view) {
  const std::uint64_t last = (total + rows.size - 1) / rows.size;
  if (last <= 1 && rows.page == 1) {
    SetFlag(view, "pager", false);
    return;
  }
  const auto link = [&](std::uint64_t page) {
    return With(request, "page", std::to_string(page));
  };
  data pager = NewView();
  Set(&pager, "page", rows.page);
  Set(&pager, "last", last);
  Set(&pager, "previous", rows.page > 1 ? link(rows.page - 1) : "");
  Set(&pager, "next", rows.page < last ? link(rows.page + 1) : "");
  view->set("pager", pager);
}

Result<> ShowListing(const Call& call, const engine::Listing& listing,
                     std::uint64_t size, Page* page) {
  TRY_ASSIGN(const Rows rows, RowsOf(call.request, size));
  const Enrich links = call.Links();
  data list = NewList();
  for (std::uint64_t i = 0; i < listing.rows.size(); ++i) {
    page->json.push_back(listing.rows[i].json);
    if (i < rows.first() || i >= rows.first() + rows.size) continue;
    list.push_back(ParseView(listing.rows[i].json, links));
  }
  page->is_list = true;
  page->is_whole_list = true;
  SetList(&page->view, "rows", list);
  Set(&page->view, "total", listing.rows.size());
  SetPager(call.request, rows, listing.rows.size(), &page->view);
  return {};
}

void SetChoices(const std::vector<Choice>& choices, const std::string& chosen,
                const std::string& name, data* view) {
  data list = NewList();
  for (const Choice& choice : choices) {
    data one = NewView();
    // An empty value is set as a text: it is the choice of everything.
    one.set("value", data{choice.value});
    Set(&one, "text", choice.text);
    SetFlag(&one, "chosen", choice.value == chosen);
    list.push_back(one);
  }
  SetList(view, name, list);
}

}  // namespace concord::web
