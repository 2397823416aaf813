// Parts the text announces and the document does not hold.
//
// "A copy is attached at Appendix 1": held if the document has an appendix with
// that label (roman and arabic are one), else missing. An appendix of another
// work ("Appendix 3 of the Inquiry's report") is not this document's.

#include <algorithm>
#include <map>
#include <set>

#include "concord/base/unicode.h"
#include "concord/extraction/extract.h"
#include "extraction/passages.h"
#include "extraction/reading.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

// "Appendix II" -> "appendix 2", "Annexe A" -> "annex a".
std::string PartKey(std::string_view kind, std::string_view label) {
  const std::string noun =
      Fold(kind).substr(0, 5) == "annex" ? "annex" : "appendix";
  const int roman = label.size() > 1 ? RomanNumeral(label) : 0;
  return noun + ' ' + (roman > 0 ? std::to_string(roman) : Fold(label));
}

std::set<std::string> HeldParts(const document::Document& document) {
  static const Pattern kHeading(
      "^(?:Exempt )?(?i:(appendix|annexe?)) ([0-9]+[A-Za-z]?|[A-Z]|[IVX]+)\\b");
  std::set<std::string> held;
  for (const document::Block& block : document.blocks) {
    const bool heading = block.kind == BlockKind::kAppendix ||
                         block.kind == BlockKind::kHeading ||
                         block.kind == BlockKind::kTitle;
    if (!heading) continue;
    if (const auto match = kHeading.Search(document.text, block.span)) {
      held.insert(PartKey(Slice(document.text, (*match)[1]),
                          Slice(document.text, (*match)[2])));
    }
  }
  return held;
}

// "of the Report", "to the Carrow Lane Inquiry": somebody else's.
bool IsOfAnother(std::string_view text, TextSpan after) {
  static const Pattern kOf(
      "^ (?:of|to|in) (?:the|that|its|his|her|their|\\p{Lu})");
  static const Pattern kOwn("^ (?:of|to|in) (?:this|the present) ");
  static const Pattern kExempt("^ to the exempt");
  return kOf.Search(text, after) && !kOwn.Search(text, after) &&
         !kExempt.Search(text, after);
}

std::string_view RuleFor(std::string_view text, TextSpan sentence,
                         std::uint32_t begin, std::uint32_t end) {
  static const Pattern kAnnounced(
      "(?i)\\b(?:attached|shown|set "
      "out|given|listed|detailed|included|contained|"
      "provided|reproduced|found|summari[sz]ed|enclosed|appended|presented|"
      "described|copy)\\b[^.;]*$");
  static const Pattern kAfterwards(
      "(?i)^[^.;]{0,20} (?:has|gives|shows|sets out|holds|lists|contains|"
      "summari[sz]es|takes|provides|details|brings|explains)\\b");
  if (kAnnounced.Search(text, {sentence.begin, begin}) ||
      kAfterwards.Search(text, {end, sentence.end})) {
    return "missing.announced";
  }
  return "missing.referred-to";
}

struct Finder {
  const document::Document& document;
  std::set<std::string> held;
  std::map<std::string, std::size_t> named;  // to its place in `found`
  std::vector<MissingPart> found;

  void Look(TextSpan sentence) {
    static const Pattern kPart(
        "\\b((?:Exempt |exempt )?(?i:(appendix|annexe?|appendices)) "
        "([0-9]+[A-Za-z]?|[A-Z]|[IVX]+)\\b)(?:(?:,| and| to| &) "
        "([0-9]+|[A-Z])\\b)?");
    const std::string_view text = document.text;
    for (const MatchSpans& match : kPart.SearchAll(text, sentence)) {
      if (IsOfAnother(text, {match[0].end, sentence.end})) continue;
      const std::string_view kind = Slice(text, match[2]);
      Add(kind, match[1], match[3], sentence);
      if (!Empty(match[4])) Add(kind, match[4], match[4], sentence);
    }
  }

  // "It is attached." without a name, in a document that holds no appendix.
  void LookForAttachment(TextSpan sentence) {
    static const Pattern kAttached(
        "((?:It|They|A copy|The (?:full )?\\p{L}+(?: \\p{L}+)?) (?:is|are) "
        "(?:attached|appended|enclosed)(?: to this (?:report|paper))?)[.,;]");
    if (!held.empty() || !named.empty()) return;
    const auto match = kAttached.Search(document.text, sentence);
    if (!match) return;
    MissingPart part;
    static_cast<Item&>(part) = ItemAt(
        (*match)[1], RuleNamed(MissingPartRules(), "missing.attachment"));
    part.printed = std::string(Slice(document.text, (*match)[1]));
    part.quote = std::string(Slice(document.text, sentence));
    named.emplace("attachment", found.size());
    found.push_back(std::move(part));
  }

  void Add(std::string_view kind, TextSpan span, TextSpan label,
           TextSpan sentence) {
    const std::string_view text = document.text;
    const std::string key = PartKey(kind, Slice(text, label));
    if (held.contains(key)) return;
    const auto again = named.find(key);
    MissingPart part;
    static_cast<Item&>(part) =
        ItemAt(span, RuleNamed(MissingPartRules(),
                               RuleFor(text, sentence, span.begin, span.end)));
    part.printed = std::string(Slice(text, span));
    part.quote = std::string(Slice(text, sentence));
    if (again == named.end()) {
      named.emplace(key, found.size());
      found.push_back(std::move(part));
    } else if (part.rule == "missing.announced" &&
               found[again->second].rule != part.rule) {
      found[again->second] = std::move(part);  // the surer of two places
    }
  }
};

using enum DocumentKind;

constexpr Example kAnnouncedExamples[] = {
    {kReport, "1. A copy is attached at Appendix 1.", "Appendix 1"},
    {kReport, "1. Exempt Appendix 2 gives the figures.", "Exempt Appendix 2"},
    {kReport, "1. The plan is shown at Appendix II.\nAppendix 2\nPlan", ""},
    {kReport, "1. The list is given in Appendix 3 of the Inquiry report.", ""},
    {kReport, "1. Details are in the appendix.", ""}};

constexpr Example kAttachmentExamples[] = {
    {kReport, "1. A draft has been prepared. It is attached.",
     "It is attached"},
    {kReport, "1. It is attached at Appendix 1.", ""},
    {kReport, "1. Condition 3 is attached to the licence.", ""}};

constexpr Example kReferredToExamples[] = {
    {kReport, "1. It is hard (see Appendix B).", "Appendix B"},
    {kReport, "1. Compare Appendices 1 and 2.", "Appendices 1\n2"}};

constexpr StageRule kMissingPartRules[] = {
    {"missing.announced", 0.95, kAnnouncedExamples},
    {"missing.attachment", 0.6, kAttachmentExamples},
    {"missing.referred-to", 0.8, kReferredToExamples},
};

}  // namespace

std::span<const StageRule> MissingPartRules() { return kMissingPartRules; }

std::vector<MissingPart> FindMissingParts(const document::Document& document) {
  Finder finder{document, HeldParts(document), {}, {}};
  for (const Passage& passage : Passages(document)) {
    if (passage.kind == BlockKind::kAppendix ||
        passage.kind == BlockKind::kFootnote || passage.background) {
      continue;
    }
    for (const TextSpan sentence : SentencesIn(document.text, passage.span)) {
      finder.Look(sentence);
      finder.LookForAttachment(sentence);
    }
  }
  return std::move(finder.found);
}

}  // namespace concord::extraction
