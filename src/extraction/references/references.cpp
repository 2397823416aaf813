// References to other places of the same work, from their wording alone.
//
//   Part K, Chapter 7, para 4.5      a place of the work
//   Part F, Chapters 4 and 5         two places in one phrase
//   section 3 below, para 2.4 above  a place of this chapter
//   Appendix 4                       an appendix of the work
//
// A section or chapter without "above" or "below" is left alone: "section 44"
// is more often an Act's. An appendix "of" or "to" something else is that
// thing's.

#include <algorithm>
#include <set>

#include "concord/base/unicode.h"
#include "concord/extraction/places.h"
#include "extraction/grams.h"
#include "extraction/passages.h"
#include "extraction/references/rules.h"

namespace concord::extraction {
namespace {

struct Finder {
  const document::Document& document;
  PlaceName own;
  std::set<std::string> held;
  std::vector<InternalReference> found;

  void Add(TextSpan span, const PlaceName& name, std::string_view rule);
};

void Finder::Add(TextSpan span, const PlaceName& name, std::string_view rule) {
  InternalReference reference;
  static_cast<Item&>(reference) =
      ItemAt(span, RuleNamed(ReferenceRules(), rule));
  reference.printed = std::string(Slice(document.text, span));
  reference.name = name;
  reference.target = PlaceKey(name);
  reference.held = held.contains(reference.target);
  found.push_back(std::move(reference));
}

// The numbers of "4 and 5", "2 to 4", "3, 5 and 6": a range by its ends.
std::vector<std::string> Numbers(std::string_view list) {
  static const Pattern kNumber("[0-9]{1,3}(?:\\.[0-9]{1,3})*");
  std::vector<std::string> numbers;
  for (const MatchSpans& match : kNumber.SearchAll(list, WholeOf(list))) {
    numbers.emplace_back(Slice(list, match[0]));
  }
  return numbers;
}

// "Part K, Chapter 7, para 4.5"; also without the part where a document is a
// part of its own ("Chapter 7, para 4.5").
void FindPlaces(TextSpan within, Finder* finder) {
  static const Pattern kPlace(
      "\\b(?:(Part|Volume) ([A-Z]|[IVX]{1,4}|[0-9]{1,2}),?(?: at| of the "
      "Report,?)? )?"
      "[Cc]hapters? ([0-9]{1,2}(?:(?:, ?| ?(?:-|–|and|to|&) ?)[0-9]{1,2}\\b)*)"
      "(?:,? (?:and )?(?:at )?(?:([Ss]ections?)|([Pp]aragraphs?|[Pp]aras?"
      "\\.?)) ([0-9]{1,3}(?:\\.[0-9]{1,3})*(?:(?:, ?| ?(?:-|–|and|to|&) ?)"
      "[0-9]{1,3}(?:\\.[0-9]{1,3})*)*))?");
  const std::string_view text = finder->document.text;
  for (const MatchSpans& match : kPlace.SearchAll(text, within)) {
    const bool part = !Empty(match[1]);
    const bool detail = !Empty(match[6]);
    if (!part && (!detail || finder->own.part.empty())) continue;
    PlaceName name;
    name.part = part ? std::string(Slice(text, match[2])) : finder->own.part;
    const auto chapters = Numbers(Slice(text, match[3]));
    const auto details = Numbers(Slice(text, match[6]));
    const std::string_view rule =
        part ? "reference.place" : "reference.own-part";
    for (const std::string& chapter : chapters) {
      name.chapter = chapter;
      if (details.empty() || chapters.size() > 1) {
        finder->Add(match[0], name, rule);
        continue;
      }
      for (const std::string& number : details) {
        const bool dotted = number.find('.') != std::string::npos;
        PlaceName exact = name;
        (Empty(match[4]) || dotted ? exact.paragraph : exact.section) = number;
        finder->Add(match[0], exact, rule);
      }
    }
  }
}

// "section 3 below", "paragraphs 2.4 and 2.5 above": of this chapter.
void FindNear(TextSpan within, Finder* finder) {
  static const Pattern kNear(
      "\\b((?:(?i:(chapter)|(sections?)|(?:sub-sections?)|paragraphs?|paras?"
      "\\.?)) ([0-9]{1,3}(?:\\.[0-9]{1,3})*(?: ?(?:-|–|and|to|&) ?"
      "[0-9]{1,3}(?:\\.[0-9]{1,3})*)?),? (?:above|below|of this Chapter))\\b");
  static const Pattern kPartBefore(
      "(?:Chapters? [0-9]{1,2}|Act [0-9]{4}|Code|Schedule [0-9]+),? (?:and "
      ")?(?:sub-)?$");
  const std::string_view text = finder->document.text;
  for (const MatchSpans& match : kNear.SearchAll(text, within)) {
    if (kPartBefore.Search(text, {within.begin, match[1].begin})) continue;
    for (const std::string& number : Numbers(Slice(text, match[4]))) {
      PlaceName name = finder->own;
      const bool dotted = number.find('.') != std::string::npos;
      if (!Empty(match[2])) {
        name.chapter = number;
      } else {
        (Empty(match[3]) || dotted ? name.paragraph : name.section) = number;
      }
      finder->Add(match[1], name, "reference.near");
    }
  }
}

// "Appendix 4", not of another work.
void FindAppendices(TextSpan within, Finder* finder) {
  static const Pattern kAppendix(
      "\\b(?:Appendix|Annexe?) ([0-9]{1,2}[A-Z]?|[A-Z]|[IVX]{2,5})\\b");
  static const Pattern kOf(
      "^,? (?:of|to|in) (?:the|that|its|his|her|their|\\p{Lu})");
  static const Pattern kOwn(
      "^,? (?:of|to|in) (?:this|the (?:Report|report))\\b");
  const std::string_view text = finder->document.text;
  for (const MatchSpans& match : kAppendix.SearchAll(text, within)) {
    const TextSpan after{match[0].end, within.end};
    if (kOf.Search(text, after) && !kOwn.Search(text, after)) continue;
    PlaceName name;
    name.appendix = std::string(Slice(text, match[1]));
    finder->Add(match[0], name, "reference.appendix");
  }
}

bool NamesItself(const Passage& passage) {
  return passage.kind == document::BlockKind::kTitle ||
         passage.kind == document::BlockKind::kAppendix;
}

using enum DocumentKind;

constexpr Example kPlaceExamples[] = {
    {kReport, "1.1 I return to this in Part K, Chapter 7, para 4.5.",
     "part K chapter 7 para 4.5"},
    {kReport, "1.1 See Part F, Chapters 4 and 5.",
     "part F chapter 4\npart F chapter 5"},
    {kReport, "1.1 This is told at Part K Chapter 7 Section 4.",
     "part K chapter 7 section 4"},
    {kReport, "1.1 Chapter 7 of the book is short.", ""},
    {kReport, "1.1 Part 2 of the Act applies.", ""}};

constexpr Example kOwnPartExamples[] = {
    {kReport, "# Part C Events\n1.1 See Chapter 7, para 4.5.",
     "part C chapter 7 para 4.5"},
    {kReport, "1.1 See Chapter 7.", ""}};

constexpr Example kNearExamples[] = {
    {kReport, "1.1 This is shown in section 3 below.", "section 3"},
    {kReport, "1.1 As paragraphs 2.4 and 2.5 above say, it is late.",
     "para 2.4\npara 2.5"},
    {kReport, "1.1 Under section 44 a search needs a reason.", ""}};

constexpr Example kAppendixExamples[] = {
    {kReport, "1.1 The list is in Appendix 4.", "appendix 4"},
    {kReport, "1.1 It is in Appendix 3 of the Inquiry report.", ""},
    {kReport, "1.1 Details are in the appendix.", ""}};

constexpr StageRule kRules[] = {
    {"reference.place", 0.97, kPlaceExamples},
    {"reference.own-part", 0.85, kOwnPartExamples},
    {"reference.near", 0.8, kNearExamples},
    {"reference.appendix", 0.85, kAppendixExamples},
};

}  // namespace

std::span<const StageRule> ReferenceRules() { return kRules; }

std::vector<InternalReference> FindReferences(
    const document::Document& document) {
  const GramsInUse grams(document.text);
  Finder finder{document, OwnPlace(document), {}, {}};
  for (const HeldPlace& place : PlacesOf(document)) {
    finder.held.insert(place.key);
  }
  for (const Passage& passage : Passages(document)) {
    if (NamesItself(passage)) continue;
    FindPlaces(passage.span, &finder);
    FindNear(passage.span, &finder);
    FindAppendices(passage.span, &finder);
  }
  std::stable_sort(
      finder.found.begin(), finder.found.end(),
      [](const auto& a, const auto& b) { return a.span < b.span; });
  return std::move(finder.found);
}

}  // namespace concord::extraction
