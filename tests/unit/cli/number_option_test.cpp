#include "cli/number_option.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "cli/commands.h"

namespace concord::cli {
namespace {

bool Takes(const std::string& text) {
  double weight = 0;
  return ReadNumber(text, -10.0, 10.0, &weight);
}

TEST(NumberOption, TakesNumbersWithinItsLimits) {
  for (const char* text : {"0", "-10", "10", "9.5", "1e-3"}) {
    EXPECT_TRUE(Takes(text)) << text;
  }
}

TEST(NumberOption, RefusesWhatIsNoNumberOrBeyondThem) {
  for (const char* text : {"nan", "-nan", "NaN", "inf", "-inf", "1e999", "10.1",
                           "-11", "", " 1", "1 ", "1,5", "0x1", "heavy"}) {
    EXPECT_FALSE(Takes(text)) << text;
  }
  std::uint64_t count = 7;
  const std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
  for (const char* text : {"-1", "-0", "1.5", "18446744073709551616", "nan"}) {
    EXPECT_FALSE(ReadNumber(text, std::uint64_t{0}, most, &count)) << text;
  }
  EXPECT_EQ(count, 7u);
}

// What the options with a number are called in the help.
const std::set<std::string>& NumberTypes() {
  static const std::set<std::string> kTypes = {"N", "W", "S", "ACT"};
  return kTypes;
}

// Whether CLI11 stops at the value, not at something else in the line.
bool RefusesValue(const Command& command, const std::string& option,
                  const std::string& value) {
  CLI::App app("test", "concord");
  const Action action = command.declare(app);
  std::vector<std::string> words = {value};
  if (option.starts_with("-")) words.push_back(option);  // read from the end
  try {
    app.parse(words);
  } catch (const CLI::ValidationError&) {
    return true;
  } catch (const CLI::ParseError&) {
    return false;
  }
  return false;
}

TEST(NumberOption, EveryOptionWithANumberRefusesNaNAndTheLike) {
  std::set<std::string> seen;
  for (const Command& command : Commands()) {
    CLI::App app("test", "concord");
    const Action action = command.declare(app);
    for (const CLI::Option* option : app.get_options()) {
      if (NumberTypes().count(option->get_type_name().substr(
              0, option->get_type_name().find(':'))) == 0) {
        continue;
      }
      const std::string name = option->get_name();
      if (name == "--run") continue;  // an id: the engine knows which there are
      seen.insert(std::string(command.name) + " " + name);
      for (const char* value : {"nan", "inf", "1e999", "x", "-100000"}) {
        EXPECT_TRUE(RefusesValue(command, name, value))
            << command.name << " " << name << " " << value;
      }
    }
  }
  EXPECT_EQ(seen, (std::set<std::string>{
                      "accept --min-weight", "extract --jobs", "graph --depth",
                      "import --delay", "import --jobs", "import --limit",
                      "overlaps --min-weight", "search --limit",
                      "search --offset", "serve --port", "undo act"}));
}

}  // namespace
}  // namespace concord::cli
