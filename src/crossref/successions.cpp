// Which body came after which, where a text says so.
//
//   The Quay Authority (QA) was replaced by the Quay Board on 1 April 2004.
//   The Quay Board took over from the Quay Authority in 2004.
//   The Quay Authority became the Quay Board in 2004.
//
// Banners of an archive say it on every page: one quotation for each pair is
// kept, the first by report. Both names must be names (capitals); what was
// replaced must be a body the archive names, or end like one.

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <set>

#include "concord/base/unicode.h"
#include "crossref/bodies.h"
#include "crossref/title_key.h"

namespace concord::crossref {
namespace {

struct Found {
  std::string before;
  std::string after;
  std::string date;
  Quote quote;
};

// Groups: the one before, the one after, the date.
const re2::RE2& Replaced() {
  static const re2::RE2 kPattern(
      "(?:^|[^\\p{L}])(?:[Tt]he )?(\\p{Lu}[\\p{L}'’-]+(?: "
      "(?:\\p{Lu}[\\p{L}'’-]+"
      "|of|and|for|the))*)(?: \\([^()]*\\))?,? "
      "(?:(?:which )?(?:has been|have been|was|were|had been|is|are) "
      "(?:abolished and |since )?(?:replaced|succeeded|superseded) by|"
      "(?:has |have )?(?:since )?(?:became|become)|gave way to) (?:the )?"
      "(\\p{Lu}[\\p{L}'’-]+(?: "
      "(?:\\p{Lu}[\\p{L}'’-]+|of|and|for|the))*)"
      "(?: \\([^()]*\\))?(?:,? (?:on|in|from|with effect from|since) "
      "((?:[0-9]{1,2} )?(?:\\p{Lu}\\p{Ll}+ )?(?:19|20)[0-9]{2}))?");
  return kPattern;
}

// Groups: the one after, the one before, the date.
const re2::RE2& TookOver() {
  static const re2::RE2 kPattern(
      "(?:^|[^\\p{L}])(?:[Tt]he )?(\\p{Lu}[\\p{L}'’-]+(?: "
      "(?:\\p{Lu}[\\p{L}'’-]+"
      "|of|and|for|the))*)(?: \\([^()]*\\))?,? "
      "(?:which )?(?:(?:has |have |had )?(?:replaced|succeeded|taken over from|"
      "took over from|taken the place of|took the place of)) (?:the )?"
      "(\\p{Lu}[\\p{L}'’-]+(?: "
      "(?:\\p{Lu}[\\p{L}'’-]+|of|and|for|the))*)"
      "(?: \\([^()]*\\))?(?:,? (?:on|in|from|with effect from|since) "
      "((?:[0-9]{1,2} )?(?:\\p{Lu}\\p{Ll}+ )?(?:19|20)[0-9]{2}))?");
  return kPattern;
}

bool EndsLikeBody(const std::string& key) {
  static const std::set<std::string_view> kHeads = {
      "authority", "board",     "committee",    "council",      "commission",
      "agency",    "service",   "inspectorate", "constabulary", "police",
      "trust",     "unit",      "department",   "directorate",  "office",
      "panel",     "ministry",  "executive",    "partnership",  "force",
      "college",   "institute", "association",  "crime",        "group"};
  const std::size_t space = key.rfind(' ');
  return space != std::string::npos && kHeads.contains(key.substr(space + 1));
}

// "Quay Board of" -> "Quay Board": a name ends with a capital word.
std::string Tidy(std::string_view name) {
  std::string tidy(name);
  for (const std::string_view tail : {" of", " and", " for", " the", " on"}) {
    if (tidy.ends_with(tail)) tidy.resize(tidy.size() - tail.size());
  }
  return tidy;
}

// The line around `at`, not far on either side: what one sentence may say.
TextSpan Around(std::string_view text, std::size_t at) {
  constexpr std::size_t kBack = 160;
  constexpr std::size_t kOn = 240;
  std::size_t begin = at > kBack ? at - kBack : 0;
  std::size_t end = std::min(text.size(), at + kOn);
  const auto continues = [&](std::size_t i) {
    return (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80;
  };
  while (begin < at && continues(begin)) ++begin;
  while (end < text.size() && continues(end)) ++end;
  const std::size_t line = text.substr(begin, at - begin).rfind('\n');
  if (line != std::string_view::npos) begin += line + 1;
  end = std::min(end, text.find('\n', at));
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

void ReadAt(const store::ReportRecord& report, TextSpan around, bool reversed,
            std::vector<Found>* out) {
  const std::string_view text = report.text();
  const std::string_view window = Slice(text, around);
  re2::StringPiece first;
  re2::StringPiece second;
  re2::StringPiece date;
  if (!re2::RE2::PartialMatch(re2::StringPiece(window.data(), window.size()),
                              reversed ? TookOver() : Replaced(), &first,
                              &second, &date)) {
    return;
  }
  const auto begin = static_cast<std::uint32_t>(first.data() - text.data());
  const re2::StringPiece& last = date.empty() ? second : date;
  const auto end =
      static_cast<std::uint32_t>(last.data() + last.size() - text.data());
  Found found;
  found.before = Tidy({first.data(), first.size()});
  found.after = Tidy({second.data(), second.size()});
  if (reversed) std::swap(found.before, found.after);
  found.date = std::string(date.data(), date.size());
  found.quote = MakeQuote(report, {begin, end});
  out->push_back(std::move(found));
}

// Every archive page is looked through: words first, the pattern only there.
void Read(const store::ReportRecord& report, std::vector<Found>* out) {
  struct Cue {
    std::string_view words;
    bool reversed;
  };
  static constexpr Cue kCues[] = {
      {"replaced by", false},    {"succeeded by", false},
      {"superseded by", false},  {" became the ", false},
      {" become the ", false},   {" gave way to ", false},
      {" replaced the ", true},  {" succeeded the ", true},
      {"took over from", true},  {"taken over from", true},
      {"the place of the", true}};
  const std::string_view text = report.text();
  for (const Cue& cue : kCues) {
    for (std::size_t at = text.find(cue.words); at != std::string_view::npos;
         at = text.find(cue.words, at + cue.words.size())) {
      ReadAt(report, Around(text, at), cue.reversed, out);
    }
  }
}

// Names in use, so that a banner on every page costs one look a pair.
class Names {
 public:
  explicit Names(std::vector<Body>* bodies) : bodies_(*bodies) {
    for (std::size_t i = 0; i < bodies_.size(); ++i) Add(i);
  }

  // The body of this name, made where there is none.
  std::size_t Of(const std::string& name, const Quote& quote) {
    const auto known = at_.find(BodyKey(name));
    if (known != at_.end()) return known->second;
    Body body;
    body.id = BodyId{Slug("b-", BodyKey(name))};
    body.name = name;
    body.aliases.push_back(
        {name, "named as a successor or predecessor", quote});
    body.mentions.push_back(quote);
    bodies_.push_back(std::move(body));
    Add(bodies_.size() - 1);
    return bodies_.size() - 1;
  }

 private:
  void Add(std::size_t i) {
    at_.emplace(BodyKey(bodies_[i].name), i);
    for (const Alias& alias : bodies_[i].aliases) {
      at_.emplace(BodyKey(alias.printed), i);
    }
  }

  std::vector<Body>& bodies_;
  std::map<std::string, std::size_t> at_;
};

void AddOnce(const Succession& one, std::vector<Succession>* all) {
  for (Succession& known : *all) {
    if (known.body != one.body) continue;
    if (known.date.empty() && !one.date.empty()) known = one;
    return;
  }
  all->push_back(one);
}

}  // namespace

void LinkSuccessions(const Reports& reports, std::vector<Body>* bodies) {
  std::vector<Found> found;
  for (const store::ReportRecord* report : reports) Read(*report, &found);
  Names names(bodies);
  for (const Found& one : found) {
    const std::string before = BodyKey(one.before);
    const std::string after = BodyKey(one.after);
    if (before == after || !EndsLikeBody(before) || !EndsLikeBody(after)) {
      continue;
    }
    const std::size_t old_body = names.Of(one.before, one.quote);
    const std::size_t new_body = names.Of(one.after, one.quote);
    if (old_body == new_body) continue;
    std::vector<Body>& all = *bodies;
    AddOnce({all[new_body].id, all[new_body].name, one.date, one.quote},
            &all[old_body].successors);
    AddOnce({all[old_body].id, all[old_body].name, one.date, one.quote},
            &all[new_body].predecessors);
  }
  std::sort(bodies->begin(), bodies->end(),
            [](const Body& a, const Body& b) { return a.id < b.id; });
}

}  // namespace concord::crossref
