#pragma once
// What the templates of a response are filled with: one value for all of them.

#include <kainjow/mustache.hpp>
#include <string>

#include "concord/response/response.h"

namespace concord::response {

// Places lead to `reports_at` + id + "?at=BEGIN-END#hit"; "": to the sources.
kainjow::mustache::data View(const ConsolidatedResponse& response,
                             const std::string& reports_at = "");

}  // namespace concord::response
