#pragma once
// Which address is which page.

#include <string>
#include <vector>

#include "web/page.h"

namespace concord::web {

struct Route {
  std::string_view pattern;  // "reports/*/text": '*' stands for one part
  PageFunction function;
  std::string_view section;  // of the navigation
};

// What a request's parts mean. `id` is the part that '*' stands for.
struct Match {
  const Route* route = nullptr;  // nullptr = nothing is there
  std::string id;
};
Match FindRoute(const std::vector<std::string>& segments);

struct Section {
  std::string_view name;
  std::string_view href;
  std::string_view text;
  std::string_view group;  // the entry of the main navigation it stands under
};
// The parts of the face in the order of the navigation.
const std::vector<Section>& Sections();

}  // namespace concord::web
