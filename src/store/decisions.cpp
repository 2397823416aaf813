// What people decided: acts and their items, only ever added.

#include "concord/store/decisions.h"

#include <fmt/format.h>

#include <set>

#include "store/sqlite_store.h"

namespace concord::store {
namespace {

using Poco::Data::Session;

constexpr const char* kLastAct = "SELECT coalesce(max(id), 0) FROM acts";

std::int64_t InsertAct(Session& session, const Act& act,
                       const std::string& at) {
  const std::int64_t id = ReadNumber(session, kLastAct) + 1;
  Run(session,
      "INSERT INTO acts (id, verb, who, decided_at, why, undoes, weights) "
      "VALUES (?, ?, ?, ?, ?, nullif(?, 0), ?)",
      id, act.verb, act.who, at, act.why, act.undoes, act.weights);
  return id;
}

void InsertItem(Session& session, std::int64_t act, std::int64_t ordinal,
                const DecisionItem& item) {
  Run(session,
      "INSERT INTO decisions VALUES "
      "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      act, ordinal, item.kind, item.value, item.a.id, item.a.report, item.a.uri,
      item.a.span.begin, item.a.span.end, item.a.quote, item.b.id,
      item.b.report, item.b.uri, item.b.span.begin, item.b.span.end,
      item.b.quote);
}

std::vector<Act> ReadActs(Session& session) {
  std::vector<Act> acts;
  Act act;
  ForEachRow(session,
             "SELECT id, verb, who, decided_at, why, coalesce(undoes, 0), "
             "weights FROM acts ORDER BY id",
             std::tie(act.id, act.verb, act.who, act.at, act.why, act.undoes,
                      act.weights),
             [&] { acts.push_back(act); });
  return acts;
}

void ReadItems(Session& session, std::vector<Act>* acts) {
  std::int64_t id = 0;
  DecisionItem item;
  auto act = acts->begin();
  ForEachRow(
      session,
      "SELECT act, kind, value, a, a_report, a_uri, a_begin, a_end, a_quote, "
      "b, b_report, b_uri, b_begin, b_end, b_quote "
      "FROM decisions ORDER BY act, ordinal",
      std::tie(id, item.kind, item.value, item.a.id, item.a.report, item.a.uri,
               item.a.span.begin, item.a.span.end, item.a.quote, item.b.id,
               item.b.report, item.b.uri, item.b.span.begin, item.b.span.end,
               item.b.quote),
      [&] {
        while (act != acts->end() && act->id < id) ++act;
        if (act != acts->end() && act->id == id) act->items.push_back(item);
      });
}

}  // namespace

std::vector<Act> InForce(const std::vector<Act>& acts) {
  std::set<std::int64_t> undone;
  std::vector<Act> in_force;
  // From the last: whether an act of undoing counts is known before its object.
  for (auto act = acts.rbegin(); act != acts.rend(); ++act) {
    if (undone.count(act->id) > 0) continue;
    if (act->undoes != 0) {
      undone.insert(act->undoes);
    } else {
      in_force.push_back(*act);
    }
  }
  return {in_force.rbegin(), in_force.rend()};
}

Result<std::int64_t> SqliteStore::AddAct(const Act& act,
                                         std::int64_t last_seen) {
  TRY_RETURN(RequireWriter());
  if (act.verb.empty() || act.who.empty()) {
    return Fail(ErrorCode::kInvalidArgument,
                "an act needs a verb and somebody who does it");
  }
  return connection_->Guard([&]() -> Result<std::int64_t> {
    Transaction transaction(session(), Purpose::kWrite);
    const std::int64_t last = ReadNumber(session(), kLastAct);
    if (last != last_seen) {
      return Fail(ErrorCode::kConflict,
                  fmt::format("somebody else decided something meanwhile (act "
                              "{}); look at it and decide again",
                              last));
    }
    if (act.undoes < 0 || act.undoes > last) {
      return Fail(ErrorCode::kNotFound,
                  fmt::format("there is no act {} to undo", act.undoes));
    }
    const std::int64_t id =
        InsertAct(session(), act, act.at.empty() ? Now() : act.at);
    for (std::size_t i = 0; i < act.items.size(); ++i) {
      InsertItem(session(), id, static_cast<std::int64_t>(i), act.items[i]);
    }
    transaction.Commit();
    return id;
  });
}

Result<std::vector<Act>> SqliteStore::Acts() const {
  return connection_->Guard([&]() -> Result<std::vector<Act>> {
    Transaction transaction(session(), Purpose::kRead);
    std::vector<Act> acts = ReadActs(session());
    ReadItems(session(), &acts);
    return acts;
  });
}

}  // namespace concord::store
