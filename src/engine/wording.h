#pragma once
// What lists, pages and single views say in the same words.

#include <string>
#include <string_view>

#include "concord/crossref/crossref.h"

namespace concord::engine {

// A work's title as people read it, with the part that it is: a part is not
// called what the whole is called.
std::string WorkTitle(const crossref::Work& work);

// "Appendix 1", "B"; not "It is attached", which announces something and gives
// it no name.
bool NamesAPart(std::string_view printed);

// "para 4: 'the words'", for lists and pages.
std::string QuoteLine(const crossref::Quote& quote);

// ", 20 held (reconciled)"; "" where nothing was counted.
std::string HeldInWords(const crossref::CountEntry& count);

}  // namespace concord::engine
