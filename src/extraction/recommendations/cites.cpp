// What a recommendation's own words cite, its footnotes included.
//
//   "... as Lost Keys said."            the works cited within its span
//   "... by lot.(1)" / "1. Part K, Chapter 7, para 4.5"   its footnote's places
//
// A footnote belongs to the recommendation in whose words its mark stands.
// Cost: a search for each recommendation among citations and links in order.

#include <algorithm>
#include <map>

#include "extraction/recommendations/parts.h"

namespace concord::extraction {
namespace {

using document::Block;
using document::Document;
using document::Link;

// "Part K, Chapter 7, para 4.5": a place in a report that has parts.
const Pattern& PlaceReference() {
  static const Pattern kPlace(
      "\\b(?:Part|Volume|Section) (?:[A-Z]|\\d+|[IVX]+),? [Cc]hapter \\d+"
      "(?:,? (?:[Ss]ection|[Pp]ara(?:graph)?s?\\.?) \\d+(?:[.-]\\d+)*)?|"
      "\\bChapter \\d+,? (?:para(?:graph)?s?\\.?) \\d+(?:[.-]\\d+)*");
  return kPlace;
}

void AddPlaces(const Document& document, TextSpan within, std::string_view rule,
               Recommendation* item) {
  for (const MatchSpans& match :
       PlaceReference().SearchAll(document.text, within)) {
    const auto same = [&](const Citation& known) {
      return Overlaps(known.span, match[0]);
    };
    if (std::any_of(item->cites.begin(), item->cites.end(), same)) continue;
    Citation place;
    place.span = match[0];
    place.rule = rule;
    place.confidence = 0.9;
    place.printed = Slice(document.text, match[0]);
    place.part = place.printed;
    item->cites.push_back(std::move(place));
  }
}

class Sources {
 public:
  Sources(const Document& document, const std::vector<Citation>& citations)
      : document_(document) {
    for (const Citation& citation : citations) works_.push_back(&citation);
    std::stable_sort(works_.begin(), works_.end(),
                     [](const Citation* a, const Citation* b) {
                       return a->span.begin < b->span.begin;
                     });
    for (const Link& link : document.links) {
      if (link.target.starts_with('#')) marks_.push_back(&link);
    }
    std::stable_sort(marks_.begin(), marks_.end(),
                     [](const Link* a, const Link* b) {
                       return a->span.begin < b->span.begin;
                     });
    for (const document::Anchor& anchor : document.anchors) {
      anchors_.emplace(anchor.name, anchor.offset);
    }
  }

  void Fill(Recommendation* item) const {
    AddWorks(item->span, item);
    AddPlaces(document_, item->span, "cites.place", item);
    auto at = std::lower_bound(marks_.begin(), marks_.end(), item->span.begin,
                               [](const Link* link, std::uint32_t begin) {
                                 return link->span.begin < begin;
                               });
    for (; at != marks_.end() && (*at)->span.begin <= item->span.end; ++at) {
      const TextSpan note = NoteOf(**at);
      if (Empty(note) || Overlaps(note, item->span)) continue;
      AddWorks(note, item);
      AddPlaces(document_, note, "cites.footnote", item);
    }
  }

 private:
  void AddWorks(TextSpan within, Recommendation* item) const {
    auto at = std::lower_bound(works_.begin(), works_.end(), within.begin,
                               [](const Citation* work, std::uint32_t begin) {
                                 return work->span.begin < begin;
                               });
    for (; at != works_.end() && (*at)->span.begin < within.end; ++at) {
      if ((*at)->span.end <= within.end) item->cites.push_back(**at);
    }
  }

  // The line that a mark leads to; empty where it is no line of this page's
  // notes but a section or another recommendation.
  TextSpan NoteOf(const Link& mark) const {
    constexpr std::uint32_t kLongestNote = 600;
    const auto anchor = anchors_.find(mark.target.substr(1));
    if (anchor == anchors_.end() || anchor->second <= mark.span.begin) {
      return {};
    }
    const std::int32_t block = document::BlockAt(document_, anchor->second);
    if (block < 0) return {};
    const Block& note = document_.blocks[static_cast<std::size_t>(block)];
    if (note.kind == document::BlockKind::kHeading ||
        Length(note.span) > kLongestNote) {
      return {};
    }
    return note.span;
  }

  const Document& document_;
  std::vector<const Citation*> works_;  // by place
  std::vector<const Link*> marks_;      // to places of this page, by place
  std::map<std::string, std::uint32_t, std::less<>> anchors_;
};

}  // namespace

void FillCites(const Document& document, const std::vector<Citation>& citations,
               std::vector<Recommendation>* recommendations) {
  if (recommendations->empty()) return;
  const Sources sources(document, citations);
  for (Recommendation& item : *recommendations) sources.Fill(&item);
}

}  // namespace concord::extraction
