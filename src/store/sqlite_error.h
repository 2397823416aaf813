#pragma once
// What an exception of Poco's SQLite means to the rest of the program.
//
// Internal to the store, and the one place that decides it.

#include <filesystem>

#include "concord/base/error.h"

namespace concord::store {

// Call inside a catch block. `system_error` is the errno SQLite met last, for
// the failures of which SQLite says only "disk I/O error"; 0 if not known.
// std::bad_alloc goes on: it ends the program.
Error TranslateException(const std::filesystem::path& file, int system_error);

}  // namespace concord::store
