#include "cli/authorship.h"

#include <pwd.h>
#include <unistd.h>

#include <cstdlib>

namespace concord::cli {

std::string ThisPerson() {
  if (const passwd* entry = ::getpwuid(::getuid())) return entry->pw_name;
  const char* user = std::getenv("USER");
  return user != nullptr ? user : "";
}

}  // namespace concord::cli
