#include "source/robots.h"

#include <algorithm>
#include <charconv>

#include "source/http_message.h"

namespace concord::source {
namespace {

constexpr std::size_t kMostRules = 10'000;
constexpr int kLongestDelay = 60;

// True where `path` begins as `pattern` says. Linear: after each * the first
// place that fits is as good as any later one.
bool Fits(std::string_view pattern, std::string_view path) {
  const bool to_the_end = pattern.ends_with('$');
  if (to_the_end) pattern.remove_suffix(1);
  bool first = true;
  while (true) {
    const std::size_t star = pattern.find('*');
    const std::string_view piece = pattern.substr(0, star);
    const bool last = star == std::string_view::npos;
    if (first                ? !path.starts_with(piece)
        : last && to_the_end ? !path.ends_with(piece)
                             : path.find(piece) == path.npos) {
      return false;
    }
    if (last && to_the_end) return !first || path.size() == piece.size();
    path.remove_prefix((first ? 0 : path.find(piece)) + piece.size());
    if (last) return true;
    pattern.remove_prefix(star + 1);
    first = false;
  }
}

bool IsUnreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
}

// One spelling for each path: what needs no percent sign has none, and hex
// digits are capital.
std::string Normalised(std::string_view path) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string normal;
  for (std::size_t i = 0; i < path.size(); ++i) {
    auto byte = static_cast<unsigned char>(path[i]);
    unsigned coded = 0;
    const bool is_coded =
        path[i] == '%' && i + 2 < path.size() &&
        std::from_chars(path.data() + i + 1, path.data() + i + 3, coded, 16)
                .ptr == path.data() + i + 3;
    if (is_coded) {
      byte = static_cast<unsigned char>(coded);
      i += 2;
    }
    const char c = static_cast<char>(byte);
    if (is_coded ? IsUnreserved(c) : byte > 0x20 && byte < 0x7F) {
      normal += c;
    } else {
      normal += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return normal;
}

// "Concord/0.1" -> "concord": the name a group is for.
std::string AgentName(std::string_view field) {
  const auto end = std::find_if_not(field.begin(), field.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
           c == '_';
  });
  return Lower(field.substr(0, static_cast<std::size_t>(end - field.begin())));
}

struct Group {
  std::vector<Robots::Rule> rules;
  std::chrono::seconds delay{0};
  bool named = false;  // for the agent itself
  bool for_all = false;
};

void AddRule(const std::string& name, const std::string& value, Group* group) {
  if (name == "crawl-delay") {
    int seconds = 0;
    std::from_chars(value.data(), value.data() + value.size(), seconds);
    group->delay = std::chrono::seconds(std::clamp(seconds, 0, kLongestDelay));
  } else if (!value.empty() && group->rules.size() < kMostRules &&
             (name == "allow" || name == "disallow")) {
    group->rules.push_back({name == "allow", Normalised(value)});
  }
}

}  // namespace

bool Robots::Allows(std::string_view path) const {
  const std::string normal = Normalised(path);
  std::size_t longest = 0;
  bool allowed = true;
  for (const Rule& rule : rules_) {
    const std::size_t length = rule.pattern.size();
    if (length < longest || !Fits(rule.pattern, normal)) continue;
    if (length == longest && !rule.allow) continue;
    longest = length;
    allowed = rule.allow;
  }
  return allowed;
}

Robots ReadRobots(std::string_view text, std::string_view agent) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  Group for_agent;
  Group for_all;
  Group at_hand;
  bool naming = false;  // in the lines that say whom a group is for
  const auto close = [&] {
    for (Group* to : {at_hand.named ? &for_agent : nullptr,
                      at_hand.for_all ? &for_all : nullptr}) {
      if (to == nullptr) continue;
      to->named = true;
      to->delay = std::max(to->delay, at_hand.delay);
      to->rules.insert(to->rules.end(), at_hand.rules.begin(),
                       at_hand.rules.end());
    }
    at_hand = Group();
  };
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const auto field = ReadField(line.substr(0, line.find('#')));
    if (!field) continue;
    if (field->first == "user-agent") {
      if (!naming) close();
      naming = true;
      at_hand.for_all = at_hand.for_all || field->second.starts_with('*');
      at_hand.named = at_hand.named || AgentName(field->second) == agent;
    } else {
      naming = false;
      AddRule(field->first, field->second, &at_hand);
    }
  }
  close();
  Group& chosen = for_agent.named ? for_agent : for_all;
  return Robots(std::move(chosen.rules), chosen.delay);
}

}  // namespace concord::source
