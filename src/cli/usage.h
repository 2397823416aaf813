#pragma once
// Help that fits a terminal, and what is wrong with a command line in words a
// person can act on: CLI11 names neither the word it did not know nor the one
// that was probably meant.

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace concord::cli {

// Descriptions broken into lines of the second column, 80 columns in all.
class HelpFormat : public CLI::Formatter {
 public:
  std::string make_option_desc(const CLI::Option* option) const override;
};

// "concord help search" as "concord search --help"; other lines as they are.
std::vector<std::string> WithoutHelpCommand(std::vector<std::string> words);

// What is wrong with `words`, which `app` refused with `error`: an unknown
// command or option by its name, with the nearest known one; else CLI11's own
// words.
std::string UsageProblem(const CLI::App& app, const CLI::ParseError& error,
                         const std::vector<std::string>& words);

// Of `known`, the one that `word` most likely was meant to be; "" if none is
// near: at most a third of its letters added, left out, changed or exchanged
// with the next.
std::string Nearest(const std::string& word,
                    const std::vector<std::string>& known);

}  // namespace concord::cli
