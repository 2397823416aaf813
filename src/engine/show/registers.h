#pragma once
// One work, body or person of the registers whole. Need kRegisterRows.

#include "concord/engine/views.h"
#include "engine/snapshot.h"

namespace concord::engine {

Result<Shown> ShowWork(const crossref::Work& work, const Snapshot& snapshot);
Shown ShowBody(const crossref::Body& body, const Snapshot& snapshot);
Shown ShowPerson(const crossref::Person& person, const Snapshot& snapshot);

}  // namespace concord::engine
