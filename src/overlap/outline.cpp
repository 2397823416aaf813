#include "overlap/outline.h"

#include "overlap/stemmer.h"

namespace concord::overlap {

Outline OutlineOf(const Prepared& prepared) {
  Outline outline;
  if (!prepared.folded.empty()) outline.words = KeyOf(prepared.folded);
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
