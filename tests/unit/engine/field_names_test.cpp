#include "concord/engine/field_names.h"

#include <gtest/gtest.h>

namespace concord::engine {
namespace {

TEST(FieldNames, AreSaidAsTheFaceCallsThem) {
  const std::string message =
      FieldName("from") + " (2005) is after " + FieldName("as-stated-in");
  EXPECT_EQ(message, "‘from’ (2005) is after ‘as-stated-in’");
  EXPECT_EQ(NameFields(message, "--"), "--from (2005) is after --as-stated-in");
}

TEST(FieldNames, AreNeverWhatAPersonTyped) {
  for (const char* message :
       {"'from' is no list", "“from” is no list", "‘Keys of 1999’ is no list",
        "‘from is open", "closed’", "‘’", ""}) {
    EXPECT_EQ(NameFields(message, "--"), message);
  }
  EXPECT_EQ(NameFields("‘ ‘from’ ’", "--"), "‘ --from ’");
}

}  // namespace
}  // namespace concord::engine
