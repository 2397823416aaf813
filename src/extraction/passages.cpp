#include "extraction/passages.h"

#include "concord/base/result.h"
#include "concord/base/unicode.h"

namespace concord::extraction {
namespace {

using document::Block;
using document::BlockKind;

bool IsHeading(BlockKind kind) {
  return kind == BlockKind::kHeading || kind == BlockKind::kAppendix;
}

// "D. Background papers", "References", "Sources". Short lines only: a
// sentence that speaks of background papers opens no list.
bool OpensBackground(std::string_view line) {
  static const Pattern kOpening(
      "^(?:[a-z] )?(?:list of )?(?:background (?:papers?|documents?|"
      "information papers?)|references|bibliography|documents? (?:referred to|"
      "consulted|relied on|used)|papers (?:relied on|consulted|referred to|"
      "used)(?: in preparing this report)?|further reading)"
      "(?: none)?$");
  return kOpening.Matches(FoldWords(line));
}

// Where the opening of a paper ends: its first heading but "Summary" and the
// like, or its first numbered paragraph.
bool EndsOpening(const Block& block, std::string_view line) {
  static const Pattern kOpening(
      "^(?:executive )?(?:summary|abstract|introduction|contents|purpose)");
  if (IsHeading(block.kind)) return !kOpening.Matches(FoldWords(line));
  return block.kind == BlockKind::kParagraph && !Empty(block.label);
}

bool IsLeaf(const std::vector<Block>& blocks, std::size_t i) {
  return i + 1 >= blocks.size() ||
         !Contains(blocks[i].span, blocks[i + 1].span);
}

// What a walk over the blocks has to remember.
struct Place {
  bool opening = true;
  bool background = false;
  std::uint8_t background_level = 0;  // of the heading that opened the list

  void Enter(const Block& block, std::string_view line) {
    const bool heading = IsHeading(block.kind);
    if (EndsOpening(block, line)) opening = false;
    if (line.size() < 60 && OpensBackground(line)) {
      background = true;
      background_level = heading ? block.level : std::uint8_t{255};
    } else if (block.kind == BlockKind::kContact ||
               (heading && block.level <= background_level)) {
      background = false;
    }
  }
};

}  // namespace

std::vector<Passage> Passages(const document::Document& document) {
  std::vector<Passage> passages;
  Place place;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (block.kind == BlockKind::kChrome) continue;
    place.Enter(block, Slice(document.text, block.span));
    if (block.kind == BlockKind::kContact || !IsLeaf(document.blocks, i)) {
      continue;
    }
    Passage passage;
    passage.block = static_cast<std::int32_t>(i);
    passage.kind = block.kind;
    passage.span = document::Body(document, block);
    passage.background = place.background;
    passage.opening = place.opening;
    if (!Empty(passage.span)) passages.push_back(passage);
  }
  return passages;
}

const StageRule& RuleNamed(std::span<const StageRule> rules,
                           std::string_view name) {
  for (const StageRule& rule : rules) {
    if (rule.name == name) return rule;
  }
  CHECK(false, "no rule has this name");
  return rules.front();
}

Item ItemAt(TextSpan span, const StageRule& rule) {
  Item item;
  item.span = span;
  item.rule = std::string(rule.name);
  item.confidence = rule.confidence;
  return item;
}

}  // namespace concord::extraction
