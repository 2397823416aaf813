#pragma once
// The specimen corpus as an archive, for tests that only read or that need
// it as a start.
//
// Importing the corpus costs a test under sanitizers ten seconds, and every
// test is a process of its own. So the first one that asks imports it with the
// real program into the folder of the build; the others copy that archive for
// themselves. It is made anew when the program or a page has changed.

#include <filesystem>

namespace concord::testing {

// Copies the archive of corpus/raw to `archive`, which must not exist yet.
// Any number of processes may ask at once. False: it could not be made; a
// failed expectation says why.
bool CopySpecimenArchive(const std::filesystem::path& archive);

}  // namespace concord::testing
