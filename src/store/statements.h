#pragma once
// Statements that an import runs for every page, compiled once for a session.
//
//   statements.Run("INSERT INTO outbox (report) VALUES (?)", id);
//   statements.FirstText("SELECT id FROM reports WHERE title = ?", title);
//
// Why: a page is some sixty rows, and SQLite took as long to compile each
// INSERT as to carry it out, and Poco as long again to wrap it. What is not in
// that path goes through sql.h, which can read more than one text.
//
// Internal to the store. Values are always bound. All throw Poco's exceptions.

#include <Poco/Nullable.h>
#include <sqlite3.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace concord::store {

class Statements {
 public:
  // The session must outlive it.
  explicit Statements(sqlite3* session) : session_(session) {}

  template <class... Values>
  void Run(std::string_view sql, const Values&... values) {
    const Use use(Prepared(sql));
    BindAll(use.statement, values...);
    while (Step(use.statement)) {
    }
  }

  // The first column of the first row.
  template <class... Values>
  std::optional<std::string> FirstText(std::string_view sql,
                                       const Values&... values) {
    const Use use(Prepared(sql));
    BindAll(use.statement, values...);
    if (!Step(use.statement)) return std::nullopt;
    return TextOf(use.statement);
  }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const {
      sqlite3_finalize(statement);
    }
  };

  // Afterwards the statement holds no lock, and none of what was bound.
  struct Use {
    explicit Use(sqlite3_stmt* prepared) : statement(prepared) {}
    ~Use() {
      sqlite3_reset(statement);
      sqlite3_clear_bindings(statement);
    }
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;
    sqlite3_stmt* statement;
  };

  template <class... Values>
  void BindAll([[maybe_unused]] sqlite3_stmt* statement,
               const Values&... values) {
    [[maybe_unused]] int place = 0;
    (Check(Bind(statement, ++place, values)), ...);
  }

  // What is bound outlives the step.
  static int Bind(sqlite3_stmt* statement, int place, const std::string& text);
  static int Bind(sqlite3_stmt* statement, int place,
                  const Poco::Nullable<std::string>& text);
  static int Bind(sqlite3_stmt* statement, int place, double number);
  static int Bind(sqlite3_stmt* statement, int place, std::int64_t number);
  static int Bind(sqlite3_stmt* statement, int place, std::uint64_t number) {
    return Bind(statement, place, static_cast<std::int64_t>(number));
  }
  static int Bind(sqlite3_stmt* statement, int place, std::uint32_t number) {
    return Bind(statement, place, static_cast<std::int64_t>(number));
  }
  static int Bind(sqlite3_stmt* statement, int place, int number) {
    return Bind(statement, place, static_cast<std::int64_t>(number));
  }
  static int Bind(sqlite3_stmt* statement, int place, bool value) {
    return Bind(statement, place, static_cast<std::int64_t>(value));
  }

  sqlite3_stmt* Prepared(std::string_view sql);
  bool Step(sqlite3_stmt* statement);  // whether there is a row
  static std::string TextOf(sqlite3_stmt* statement);
  void Check(int code);

  sqlite3* session_;
  std::map<std::string, std::unique_ptr<sqlite3_stmt, Finalize>, std::less<>>
      prepared_;
};

}  // namespace concord::store
