#pragma once
// The document as running text: what a rule about sentences has to look at.
//
// Why: the rules for acronyms, works, counts, relations and claims all read
// "every line that is not page chrome, sentence by sentence", and some must
// know whether the line stands under the background papers or before the first
// section. That walk is written once, here.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "concord/document/document.h"
#include "extraction/rules.h"

namespace concord::extraction {

// One line of the document: a block that holds no other block.
struct Passage {
  std::int32_t block = 0;  // index in Document::blocks
  document::BlockKind kind = document::BlockKind::kParagraph;
  TextSpan span;            // without its label
  bool background = false;  // listed under "Background papers" or the like
  bool opening = false;     // title, header line or text before section A
};

// In reading order; page chrome and contact lines left out.
std::vector<Passage> Passages(const document::Document& document);

// A rule of a stage that reads passages: its name, how sure it is, and
// examples that run as tests. `yields` of an example is one line an item.
struct StageRule {
  std::string_view name;
  double confidence = 0;
  std::span<const Example> examples;  // stand beside the table
};

// The rule with this name; the name must be in the table.
const StageRule& RuleNamed(std::span<const StageRule> rules,
                           std::string_view name);

// An Item at `span` found by `rule`.
Item ItemAt(TextSpan span, const StageRule& rule);

// The names of the rules of each stage, for the tests that run the examples.
std::span<const StageRule> AcronymRules();
std::span<const StageRule> CitationRules();
std::span<const StageRule> CountRules();
std::span<const StageRule> RelationRules();
std::span<const StageRule> ClaimRules();
std::span<const StageRule> TimetableRules();
std::span<const StageRule> MissingPartRules();

}  // namespace concord::extraction
