#include "overlap/outline.h"

#include "overlap/stemmer.h"

namespace concord::overlap {
namespace {

std::uint64_t KeyOfParty(const Party& party) {
  std::string words(party.is_class ? "each" : "one");
  for (const std::string& stem : party.stems) words += ' ' + stem;
  return KeyOf(words);
}

}  // namespace

Outline OutlineOf(const Prepared& prepared) {
  Outline outline;
  if (!prepared.folded.empty()) outline.words = KeyOf(prepared.folded);
  if (prepared.parties.size() == 1) {
    outline.asked = KeyOfParty(prepared.parties.front());
  }
  outline.bits = prepared.bits;
  outline.norm = prepared.norm;
  outline.dated = !prepared.due.empty();
  outline.cites = !prepared.cited.empty();
  outline.made_by_work = !prepared.made_by.empty();
  outline.stated = !prepared.states.empty();
  return outline;
}

void Outlines::Reserve(std::size_t count) {
  outlines_.reserve(count);
  numbers_.Reserve(count);
}

void Outlines::Add(const Outline& outline, const std::vector<Term>& terms) {
  outlines_.push_back(outline);
  std::vector<std::uint32_t> numbers;
  numbers.reserve(terms.size());
  for (const Term& term : terms) {
    numbers.push_back(words_.Intern(term.key));
    if (numbers.back() == table_.size()) table_.push_back(term);
  }
  numbers_.Add(numbers);
}

}  // namespace concord::overlap
