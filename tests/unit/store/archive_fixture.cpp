#include "archive_fixture.h"

#include <sqlite3.h>
#include <sys/wait.h>

namespace concord::store {

void Execute(const ArchiveFolder& folder, const std::string& sql) {
  sqlite3* handle = nullptr;
  const int opened = sqlite3_open(folder.record().c_str(), &handle);
  char* message = nullptr;
  const int done =
      opened == SQLITE_OK
          ? sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, &message)
          : opened;
  const std::string why = message == nullptr ? "" : message;
  sqlite3_free(message);
  sqlite3_close(handle);
  if (done != SQLITE_OK) throw std::runtime_error("sqlite: " + why);
}

int InChild(const std::function<int()>& work) {
  const pid_t child = ::fork();
  if (child == 0) {
    int status = 99;
    try {
      status = work();
    } catch (const std::exception& error) {
      std::fprintf(stderr, "child: %s\n", error.what());
    }
    ::_exit(status);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace concord::store
