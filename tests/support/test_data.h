#pragma once
// Where the shared, labelled test data lies.
//
// The only place that names it: $CONCORD_TEST_DATA, else ../shared beside the
// source tree. A user's machine does not have that data; a test that needs it
// says so and skips:
//
//   CONCORD_REQUIRE_TEST_DATA("corpora/mpa");

#include <cstdlib>
#include <filesystem>
#include <string>

#include "tests/support/places.h"

namespace concord::testing {

inline std::filesystem::path TestDataRoot() {
  const char* root = std::getenv("CONCORD_TEST_DATA");
  if (root != nullptr && *root != '\0') return root;
  return SourceRoot() / ".." / "shared";
}

inline std::filesystem::path CorpusRoot() { return SourceRoot() / "corpus"; }

}  // namespace concord::testing

#define CONCORD_REQUIRE_TEST_DATA(path)                                  \
  if (!std::filesystem::exists(concord::testing::TestDataRoot() / path)) \
  GTEST_SKIP() << "shared test data '" << path                           \
               << "' is absent; set CONCORD_TEST_DATA to run this test"
