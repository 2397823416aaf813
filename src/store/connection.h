#pragma once
// One SQLite session with the settings the record needs, and the only place
// where an exception of Poco's becomes an Error.
//
//   TRY_ASSIGN(auto db, Connection::Open(file, OpenMode::kWrite, options));
//   return db->Guard([&]() -> Result<> {
//     Transaction transaction(db->session(), Purpose::kWrite);
//     Run(db->session(), "DELETE ...");
//     transaction.Commit();
//     return {};
//   });
//
// Internal to the store; one thread at a time.

#include <Poco/Data/Session.h>

#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include "concord/base/result.h"
#include "concord/store/store.h"
#include "store/sql.h"
#include "store/statements.h"

namespace concord::store {

class Connection {
 public:
  // kWrite creates the file where it is missing.
  static Result<std::unique_ptr<Connection>> Open(
      const std::filesystem::path& file, OpenMode mode,
      const OpenOptions& options);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  Poco::Data::Session& session() { return session_; }
  Statements& statements() { return statements_; }

  // Runs `work`, which returns a Result, and turns what it throws into an
  // Error that names the file.
  template <class Work>
  auto Guard(Work&& work) -> decltype(work()) {
    try {
      return work();
    } catch (...) {
      return tl::unexpected<Error>(TranslateCurrent());
    }
  }

 private:
  Connection(std::filesystem::path file, Poco::Data::Session session);
  static Result<std::unique_ptr<Connection>> OpenUri(
      const std::filesystem::path& file, const std::string& query,
      OpenMode mode, const OpenOptions& options);
  void Configure(OpenMode mode, const OpenOptions& options);
  Error TranslateCurrent();

  std::filesystem::path file_;
  Poco::Data::Session session_;
  Statements statements_;  // gone before the session is closed
};

// A writing transaction begins IMMEDIATE: one that begins by reading and then
// writes is refused at once, whatever the busy timeout, when another writer
// was quicker. A reading one makes several queries see the same record.
// kPart is one step inside a writing transaction, undone alone.
enum class Purpose { kRead, kWrite, kPart };

// All or nothing. Rolls back where Commit() was not reached.
class Transaction {
 public:
  Transaction(Poco::Data::Session& session, Purpose purpose);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void Commit();

 private:
  Poco::Data::Session& session_;
  bool is_part_;
  bool open_ = true;
};

}  // namespace concord::store
