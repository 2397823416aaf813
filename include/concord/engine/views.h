#pragma once
// What the faces ask and what they are given: plain values, no stage types.
//
// Why: a face prints and parses; it must not know how an index or a store looks
// like. Every view carries both its fields and, where the command line promises
// JSON, `json`: one line in the public form.

#include "concord/engine/views/answers.h"
#include "concord/engine/views/decisions.h"
#include "concord/engine/views/extract.h"
#include "concord/engine/views/import.h"
#include "concord/engine/views/lists.h"
#include "concord/engine/views/overlaps.h"
#include "concord/engine/views/reports.h"
#include "concord/engine/views/scopes.h"
#include "concord/engine/views/search.h"
