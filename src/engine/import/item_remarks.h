#pragma once
// What a person should know of an item beside what became of it: its name
// belongs to another kind of file, or words of it are longer than the index
// keeps. Pure; safe from any thread.

#include <string>
#include <string_view>

namespace concord::engine {

// "pdf" of ".../plan.PDF?x=1"; "" where the address names no kind.
std::string KindInName(const std::string& uri);

// "it is called .pdf and is text/html"; "" where name and content fit, where
// the name promises nothing, and where the content is nothing known.
std::string NameRemark(const std::string& uri, std::string_view media_type);

// "2 words are longer than 64 bytes and found by those only"; mostly "".
std::string CutWordsRemark(std::string_view text);

// `reason` with `remark` behind it, once.
void AddRemark(const std::string& remark, std::string* reason);

}  // namespace concord::engine
