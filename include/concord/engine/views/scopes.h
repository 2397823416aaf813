#pragma once
// Scopes, and the forms of the response over one.

#include <string>
#include <string_view>
#include <vector>

namespace concord::engine {

struct ScopeViewRequest {
  std::string name;
  std::vector<std::string> reports;
  std::vector<std::string> works;
  std::string as_stated_in;
  std::string answering_body;
  bool include_decisions = false;
  bool all_versions = false;  // count what a later version asks again, too
};

struct ScopeView {
  std::string json;
  std::string text;  // Markdown, for a terminal
  // Of MakeScope: what it replaces, and how to have that again; "" if nothing.
  std::string replaced;
};

struct ResponseFormat {
  std::string name;        // as it is asked for, and ends the name of a file
  std::string title;       // "Word"
  std::string media_type;  // with its charset where it is text
  bool is_text = true;     // that a terminal can show
};
// What Engine::Respond can write, in the order people are offered it.
const std::vector<ResponseFormat>& ResponseFormats();
// nullptr where there is none of this name.
const ResponseFormat* FindResponseFormat(std::string_view name);
// "html, md, json, docx or xlsx"
std::string ResponseFormatsInWords();

}  // namespace concord::engine
