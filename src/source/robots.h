#pragma once
// robots.txt: what a site asks programs to leave alone (RFC 9309).
//
//   const Robots robots = ReadRobots(text, "concord");
//   if (!robots.Allows("/private/a.html")) ...

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace concord::source {

class Robots {
 public:
  struct Rule {
    bool allow = false;
    std::string pattern;  // with * and a closing $
  };

  Robots() = default;
  Robots(std::vector<Rule> rules, std::chrono::seconds delay)
      : rules_(std::move(rules)), delay_(delay) {}

  // The longest rule that fits decides; of two as long, the one that allows.
  bool Allows(std::string_view path) const;
  // What the site asks to be left between two requests; 0 = nothing said.
  std::chrono::seconds delay() const { return delay_; }

 private:
  std::vector<Rule> rules_;
  std::chrono::seconds delay_{0};
};

// The rules for `agent` (lower case), else those for everybody.
Robots ReadRobots(std::string_view text, std::string_view agent);

}  // namespace concord::source
