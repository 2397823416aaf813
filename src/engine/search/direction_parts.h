#pragma once
// What directions are made of: the words of a query and the ways on.

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "concord/engine/views.h"

namespace concord::engine {

using Words = std::vector<std::string>;

// As white space parts them.
Words QueryWords(const std::string& query);

// Without quotation marks and stops at its ends: "44," -> "44", "rec." -> rec.
std::string Bare(std::string word);

bool IsOneOf(const std::string& folded,
             std::initializer_list<std::string_view> words);

// Words alone: no operator, field, phrase, prefix or exclusion.
bool IsPlain(const Words& words);

// A further search: "search 'the words' --in reports".
DirectionView SearchFor(
    std::string kind, std::string text,
    std::vector<std::pair<std::string, std::string>> fields);

// One thing: "show r3fa9c1d2b0e4.44".
DirectionView ShowOf(std::string kind, std::string text, std::string type,
                     const std::string& id);

}  // namespace concord::engine
