#include "engine/search/direction_parts.h"

#include <algorithm>
#include <cctype>

namespace concord::engine {
namespace {

// As a shell takes it for one word.
std::string Quoted(const std::string& text) {
  const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           std::string_view("-_:./,").find(c) != std::string_view::npos;
  });
  if (plain) return text;
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'') {
      quoted += "'\\''";
    } else {
      quoted += c;
    }
  }
  return quoted + "'";
}

}  // namespace

Words QueryWords(const std::string& query) {
  Words words;
  std::string word;
  for (const char c : query + " ") {
    if (std::isspace(static_cast<unsigned char>(c)) == 0) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

std::string Bare(std::string word) {
  constexpr std::string_view kOuter = "\"'.,;:?!";
  while (!word.empty() && kOuter.find(word.back()) != std::string_view::npos) {
    word.pop_back();
  }
  const std::size_t first = word.find_first_not_of(kOuter);
  return first == std::string::npos ? "" : word.substr(first);
}

bool IsOneOf(const std::string& folded,
             std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), folded) != words.end();
}

bool IsPlain(const Words& words) {
  return std::none_of(words.begin(), words.end(), [](const std::string& word) {
    return IsOneOf(word, {"OR", "AND", "NOT", "NEAR"}) || word[0] == '-' ||
           word.find_first_of(":()*\"") != std::string::npos;
  });
}

DirectionView SearchFor(
    std::string kind, std::string text,
    std::vector<std::pair<std::string, std::string>> fields) {
  DirectionView direction{.kind = std::move(kind), .text = std::move(text)};
  direction.list = "search";
  direction.command = "search";
  for (const auto& [name, value] : fields) {
    direction.command +=
        name == "q" ? " " + Quoted(value) : " --" + name + " " + Quoted(value);
  }
  direction.fields = std::move(fields);
  return direction;
}

DirectionView ShowOf(std::string kind, std::string text, std::string type,
                     const std::string& id) {
  DirectionView direction{.kind = std::move(kind),
                          .text = std::move(text),
                          .command = "show " + id};
  direction.type = std::move(type);
  direction.id = id;
  return direction;
}

}  // namespace concord::engine
