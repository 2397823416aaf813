#pragma once
// The numbered entries as rows of a template.

#include "concord/response/response.h"
#include "response/view_data.h"
#include "response/view_places.h"

namespace concord::response {

data EntryRows(const std::vector<Entry>& entries, ViewPlaces* places);

}  // namespace concord::response
