#include "cli/usage.h"

#include <fmt/format.h>

#include <algorithm>

namespace concord::cli {
namespace {

constexpr std::size_t kHelpWidth = 80;

// Additions, omissions, changes and exchanges of neighbours that turn `a` into
// `b` (optimal string alignment).
std::size_t Distance(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> cost(
      a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1,
                             cost[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
      }
    }
  }
  return cost[a.size()][b.size()];
}

std::vector<const CLI::App*> Commands(const CLI::App& app) {
  return app.get_subcommands(
      [](const CLI::App* sub) { return !sub->get_group().empty(); });
}

std::vector<std::string> OptionNames(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      names.push_back("--" + name);
    }
  }
  return names;
}

// The first word that is no option and no value of a global option: where the
// command has to stand.
std::string FirstWord(const CLI::App& app,
                      const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].starts_with("-")) return words[i];
    const CLI::Option* option = app.get_option_no_throw(words[i]);
    if (option != nullptr && option->get_items_expected_max() > 0) ++i;
  }
  return "";
}

std::string Suggestion(const std::string& word,
                       const std::vector<std::string>& known) {
  const std::string near = Nearest(word, known);
  return near.empty() ? "" : fmt::format("; did you mean '{}'?", near);
}

// "--limt" where `command` has "--limit"; "" if every option is known.
std::string UnknownOption(const CLI::App& app, const CLI::App& command,
                          const std::vector<std::string>& words) {
  std::vector<std::string> known = OptionNames(command);
  for (const std::string& name : OptionNames(app)) known.push_back(name);
  for (const std::string& word : words) {
    if (word == "--") break;
    if (!word.starts_with("--")) continue;
    const std::string name = word.substr(0, word.find('='));
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    return fmt::format("'{}' has no option '{}'{}", command.get_name(), name,
                       Suggestion(name, known));
  }
  return "";
}

}  // namespace

std::string HelpFormat::make_option_desc(const CLI::Option* option) const {
  const std::size_t width = kHelpWidth - get_column_width();
  std::string text;
  std::size_t used = 0;
  for (const std::string& word :
       CLI::detail::split(option->get_description(), ' ')) {
    if (used > 0 && used + 1 + word.size() > width) {
      text += '\n';
      used = 0;
    }
    if (used > 0) {
      text += ' ';
      ++used;
    }
    text += word;
    used += word.size();
  }
  return text;
}

std::vector<std::string> WithoutHelpCommand(std::vector<std::string> words) {
  if (words.empty() || words.front() != "help") return words;
  words.erase(words.begin());
  words.push_back("--help");
  return words;
}

std::string UsageProblem(const CLI::App& app, const CLI::ParseError& error,
                         const std::vector<std::string>& words) {
  const std::string word = FirstWord(app, words);
  if (word.empty()) return "a command is missing";
  std::vector<std::string> names;
  const CLI::App* command = nullptr;
  for (const CLI::App* sub : Commands(app)) {
    names.push_back(sub->get_name());
    if (sub->get_name() == word) command = sub;
  }
  if (command == nullptr) {
    std::string unknown = UnknownOption(app, app, words);
    if (!unknown.empty()) return unknown;
    return fmt::format("there is no command '{}'{}", word,
                       Suggestion(word, names));
  }
  const std::string unknown = UnknownOption(app, *command, words);
  return unknown.empty() ? fmt::format("'{}': {}", word, error.what())
                         : unknown;
}

std::string Nearest(const std::string& word,
                    const std::vector<std::string>& known) {
  std::string nearest;
  std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const std::string& candidate : known) {
    const std::size_t distance = Distance(word, candidate);
    if (distance < least) {
      least = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

}  // namespace concord::cli
