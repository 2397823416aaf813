#pragma once
// The places a document holds, as a reference would name them.
//
// Why: "Part K, Chapter 7, para 4.5" leads to a numbered paragraph of whatever
// document is Chapter 7 of Part K. What part and chapter a document is, it says
// in its headings ("CHAPTER 7 ...") and in the line of places above its title;
// a document that holds several chapters says it again at each.
//
//   PlacesOf(chapter 7 of part K)
//     {"part K chapter 7", the whole}, {"part K chapter 7 section 4", its
//     heading}, {"part K chapter 7 para 4.5", the paragraph}
//
// Pure; safe from any thread. Cost: one walk over the blocks.

#include <string>
#include <string_view>
#include <vector>

#include "concord/base/text_span.h"
#include "concord/document/document.h"
#include "concord/extraction/extraction.h"

namespace concord::extraction {

// The steps of a place, each "" where it is not given.
struct PlaceName {
  std::string part;       // "K", upper case; a roman numeral as it is
  std::string chapter;    // "7"
  std::string section;    // "4"
  std::string paragraph;  // "4.5"
  std::string appendix;   // "4"; then part and chapter are ""

  friend bool operator==(const PlaceName&, const PlaceName&) = default;
};

// "part K chapter 7 para 4.5"; "" for a name without any step.
std::string PlaceKey(const PlaceName& name);

struct HeldPlace {
  std::string key;
  TextSpan span;
};

// What the document as a whole is: {part K, chapter 7}; empty steps where it
// says nothing.
PlaceName OwnPlace(const document::Document& document);

// Every place it holds, its own first, in reading order.
std::vector<HeldPlace> PlacesOf(const document::Document& document);

// A reference to another place of the work that the document is part of: "Part
// K, Chapter 7, para 4.5", "Appendix 4", "section 3 below". `target` is the key
// of the place, with what the words leave out ("below": of this chapter) filled
// in.
struct InternalReference : Item {
  std::string printed;
  PlaceName name;
  std::string target;
  bool held = false;  // the document itself holds that place

  friend bool operator==(const InternalReference&,
                         const InternalReference&) = default;
};

// In the order of the text; found from the wording, never from a link.
std::vector<InternalReference> FindReferences(
    const document::Document& document);

}  // namespace concord::extraction
