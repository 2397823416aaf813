#include "concord/extraction/places.h"

#include "concord/base/unicode.h"
#include "extraction/rules.h"

namespace concord::extraction {
namespace {

using document::Block;
using document::BlockKind;
using document::Document;

constexpr std::string_view kLabel = "([A-Z]|[IVXLC]{1,6}|[0-9]{1,3}[A-Z]?)";

std::string Upper(std::string_view label) {
  std::string upper(label);
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  }
  return upper;
}

// "PART K", "Part K: Models", "CHAPTER 7 CONCLUSIONS", "Appendix 4".
bool ReadHeading(std::string_view text, TextSpan span, PlaceName* place) {
  static const Pattern kHeading(
      "^((?i:part|volume|chapter|appendix|annexe?)) " + std::string(kLabel) +
      "(?:[:.,–— -]|\\n|$)");
  const auto match = kHeading.Search(text, span);
  if (!match) return false;
  const std::string noun = Fold(Slice(text, (*match)[1]));
  const std::string label = Upper(Slice(text, (*match)[2]));
  if (noun == "part" || noun == "volume") {
    *place = PlaceName();
    place->part = label;
  } else if (noun == "chapter") {
    place->appendix.clear();
    place->chapter = label;
  } else {
    *place = PlaceName();
    place->appendix = label;
  }
  place->section.clear();
  place->paragraph.clear();
  return true;
}

bool IsHeadingKind(BlockKind kind) {
  return kind == BlockKind::kTitle || kind == BlockKind::kHeading ||
         kind == BlockKind::kAppendix;
}

// The first block of the page that is a title or heading; blocks.size() if
// none.
std::size_t FirstHeading(const Document& document) {
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    if (IsHeadingKind(document.blocks[i].kind)) return i;
  }
  return document.blocks.size();
}

// The line of places above the title: "The Report > Part K > Chapter 7". A menu
// names every part, so a step counts only where it stands there once.
PlaceName TrailAbove(const Document& document, std::size_t title) {
  PlaceName place;
  int parts = 0;
  int chapters = 0;
  for (std::size_t i = 0; i < title; ++i) {
    PlaceName step;
    const Block& block = document.blocks[i];
    constexpr std::uint32_t kLongestStep = 24;  // bytes
    if (Length(block.span) > kLongestStep) continue;
    if (!ReadHeading(document.text, block.span, &step)) continue;
    parts += step.part.empty() ? 0 : 1;
    chapters += step.chapter.empty() ? 0 : 1;
    if (!step.part.empty()) place.part = step.part;
    if (!step.chapter.empty()) place.chapter = step.chapter;
  }
  if (parts != 1) place.part.clear();
  if (chapters != 1) place.chapter.clear();
  return place;
}

// "4.5" of "4.5", "4.5." and "(4.5)".
std::string NumberOf(std::string_view label) {
  static const Pattern kNumber("^\\(?([0-9]{1,3}(?:\\.[0-9]{1,3})*)\\.?\\)?$");
  const auto match = kNumber.Search(label);
  return match ? std::string(Slice(label, (*match)[1])) : std::string();
}

void AddNumbered(const Document& document, const Block& block,
                 const PlaceName& place, std::vector<HeldPlace>* places) {
  if (Empty(block.label)) return;
  const std::string number = NumberOf(Slice(document.text, block.label));
  if (number.empty()) return;
  const bool dotted = number.find('.') != std::string::npos;
  const bool heading = IsHeadingKind(block.kind);
  PlaceName name = place;
  if (heading && !dotted) {
    name.section = number;
    places->push_back({PlaceKey(name), block.span});
    return;
  }
  if (block.kind != BlockKind::kParagraph &&
      block.kind != BlockKind::kListItem && !heading) {
    return;
  }
  name.paragraph = number;
  places->push_back({PlaceKey(name), block.span});
}

}  // namespace

std::string PlaceKey(const PlaceName& name) {
  std::string key;
  const auto add = [&key](std::string_view noun, const std::string& label) {
    if (label.empty()) return;
    if (!key.empty()) key += ' ';
    key += noun;
    key += ' ';
    key += label;
  };
  add("part", name.part);
  add("chapter", name.chapter);
  add("appendix", name.appendix);
  add("section", name.section);
  add("para", name.paragraph);
  return key;
}

PlaceName OwnPlace(const Document& document) {
  const std::size_t title = FirstHeading(document);
  PlaceName place;
  if (title == document.blocks.size()) return place;
  const PlaceName trail = TrailAbove(document, title);
  if (!ReadHeading(document.text, document.blocks[title].span, &place)) {
    return place;
  }
  // The title says what it is; the trail what that is part of.
  if (place.part.empty() && place.appendix.empty()) place.part = trail.part;
  return place;
}

std::vector<HeldPlace> PlacesOf(const Document& document) {
  std::vector<HeldPlace> places;
  PlaceName place = OwnPlace(document);
  const auto end = static_cast<std::uint32_t>(document.text.size());
  if (const std::string own = PlaceKey(place); !own.empty()) {
    places.push_back({own, {0, end}});
  }
  const std::size_t first = FirstHeading(document);
  for (std::size_t i = first; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (block.kind == BlockKind::kChrome) continue;
    const bool opens = i > first && IsHeadingKind(block.kind) &&
                       ReadHeading(document.text, block.span, &place);
    if (opens) {
      places.push_back({PlaceKey(place), block.span});
    } else {
      AddNumbered(document, block, place, &places);
    }
  }
  return places;
}

}  // namespace concord::extraction
