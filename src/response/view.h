#pragma once
// What the templates of a response are filled with: one value for all of them.

#include <kainjow/mustache.hpp>

#include "concord/response/response.h"

namespace concord::response {

kainjow::mustache::data View(const ConsolidatedResponse& response);

}  // namespace concord::response
