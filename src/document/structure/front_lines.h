#pragma once
// What a line at the top of a page is, by its words alone: about the page, a
// field of it, or words that a title may have.
//
// Each looks at one line, clean and trimmed. Linear in the line; safe from any
// thread. Tests: the golden cases of the structure pass, structure_test.cpp.

#include <string_view>

namespace concord::document {

// "Report no.:" without its value.
bool IsFieldNameAlone(std::string_view text);

// "Report 10 of the 6 October 2005 meeting of ...": a page about itself.
bool IsIntroduction(std::string_view text);

// "3 May 2004", "2004/05", "version 2.1".
bool IsDateOrNumberAlone(std::string_view text);

// "... strategy", "Agenda": a word for a kind of document stands in it.
bool NamesDocument(std::string_view text);

// "Report of the Working Group on ...": a kind of document and its subject.
bool StartsLikeTitle(std::string_view text);

// "Wednesday 15 September 2021 at 1.30 pm in the Long Room".
bool IsDayAndPlace(std::string_view text);

// "Category : Roads", "ISSN: 1234-5678": a field of a register or catalogue.
bool IsCatalogueField(std::string_view text);

// "Recipient Name" alone, over its value.
bool IsCatalogueLabel(std::string_view text);

// About the page, not its subject: a date, a meeting, "Agenda item", whose
// paper it is and for whom.
bool IsAboutPage(std::string_view text);

// "Category: Unfinished business": a name and its value, whatever the name.
bool IsNamedValue(std::string_view text);

// "- keys are counted": an item, also where the format did not say so.
bool HasBullet(std::string_view text);

}  // namespace concord::document
