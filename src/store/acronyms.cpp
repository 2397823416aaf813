// What short forms stand for, by index and without reading a document.

#include <algorithm>
#include <set>
#include <tuple>

#include "store/sql.h"
#include "store/sqlite_store.h"

namespace concord::store {

Result<std::vector<AcronymMeaning>> SqliteStore::AcronymMeanings(
    const std::vector<std::string>& short_forms,
    const std::vector<std::string>& long_forms) const {
  return connection_->Guard([&]() -> Result<std::vector<AcronymMeaning>> {
    std::set<std::string> shorts(short_forms.begin(), short_forms.end());
    std::string short_form;
    for (const std::string& long_form : long_forms) {
      ForEachRow(
          session(),
          "SELECT DISTINCT short_form FROM acronyms "
          "WHERE long_form = ? COLLATE NOCASE",
          std::tie(short_form), [&] { shorts.insert(short_form); }, long_form);
    }
    std::vector<AcronymMeaning> meanings;
    AcronymMeaning next;
    for (const std::string& asked : shorts) {
      next.short_form = asked;
      ForEachRow(
          session(),
          "SELECT long_form, COUNT(DISTINCT report) FROM acronyms "
          "WHERE short_form = ? GROUP BY long_form ORDER BY 2 DESC, 1",
          std::tie(next.long_form, next.reports),
          [&] { meanings.push_back(next); }, asked);
    }
    return meanings;
  });
}

}  // namespace concord::store
