#pragma once
// From the texts of a report to the report, and back.
//
// The entries of a report stand side by side in the index: the report first,
// then its passages and recommendations. What belongs to all of them (title,
// committee, author) is written with the report alone, and what its passages
// say with them alone. These two queries carry the one to the other, so that
// nothing is written twice.

#include <cstdint>

namespace Xapian {
class Database;
class Query;
}  // namespace Xapian

namespace concord::index {

// All entries of the reports that match `reports`. Each weighs 1.
Xapian::Query EntriesOf(const Xapian::Query& reports);

// What ranking reports needs to know of the whole index.
struct ReportStatistics {
  double entries = 0;  // all entries
  double length = 1;   // mean length of a report, in words
};
ReportStatistics StatisticsOf(const Xapian::Database& database);

// The reports of which the report's own entry or a passage matches `texts`,
// weighed by how often (BM25 over the whole report; a title's word counts as
// often as its entry says). `found` is about how many entries match: the rarer,
// the heavier.
Xapian::Query ReportsOf(const Xapian::Query& texts, double found,
                        const ReportStatistics& statistics);

}  // namespace concord::index
