// Both run a query of their own inside the search, on the part of the index
// that the search is in, when Xapian asks for the first entry.

#include "index/report_entries.h"

#include <xapian.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

#include "index/entries.h"
#include "index/fields.h"

namespace concord::index {
namespace {

using Xapian::docid;
using Xapian::Query;

std::string KindTerm(EntryKind kind) {
  return std::string(kEntryPrefix) + std::string(Name(kind));
}

// How often the words asked for stand in an entry.
class CountWeight : public Xapian::Weight {
 public:
  CountWeight() {
    need_stat(WDF);
    need_stat(WDF_MAX);
  }
  double get_sumpart(Xapian::termcount wdf, Xapian::termcount,
                     Xapian::termcount) const override {
    return wdf;
  }
  double get_maxpart() const override { return get_wdf_upper_bound(); }
  double get_sumextra(Xapian::termcount, Xapian::termcount) const override {
    return 0;
  }
  double get_maxextra() const override { return 0; }
  CountWeight* clone() const override { return new CountWeight; }
  std::string name() const override { return "concord::CountWeight"; }
  std::string serialise() const override { return {}; }
  CountWeight* unserialise(const std::string&) const override {
    return new CountWeight;
  }

 private:
  void init(double) override {}
};

class EachMatch : public Xapian::MatchSpy {
 public:
  using Take = std::function<void(docid, double)>;
  explicit EachMatch(Take take) : take_(std::move(take)) {}
  void operator()(const Xapian::Document& entry, double weight) override {
    take_(entry.get_docid(), weight);
  }

 private:
  Take take_;
};

// Every match of `query`, in the order of entries.
void ForEachMatch(const Xapian::Database& database, const Query& query,
                  const EachMatch::Take& take) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(CountWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  EachMatch spy(take);
  enquire.add_matchspy(&spy);
  enquire.get_mset(0, 0, database.get_doccount());
}

// A stretch of entries with one weight.
struct Stretch {
  docid first = 0;
  docid last = 0;
  double weight = 0;
};

// Matches the entries of ascending stretches, which are found when the search
// begins.
class StretchSource : public Xapian::PostingSource {
 public:
  using Find = std::function<std::vector<Stretch>(const Xapian::Database&)>;

  StretchSource(Find find, double most) : find_(std::move(find)), most_(most) {}

  void init(const Xapian::Database& database) override {
    stretches_ = find_(database);
    entries_ = 0;
    for (const Stretch& one : stretches_) entries_ += one.last - one.first + 1;
    entries_ = std::min(entries_, database.get_doccount());
    now_ = stretches_.cbegin();
    at_ = 0;
    set_maxweight(most_);
  }
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return entries_; }
  Xapian::doccount get_termfreq_max() const override { return entries_; }
  double get_weight() const override { return now_->weight; }

  void next(double) override { MoveTo(at_ + 1); }
  void skip_to(docid to, double) override {
    if (to > at_) MoveTo(to);
  }
  bool at_end() const override { return now_ == stretches_.cend(); }
  docid get_docid() const override { return at_; }

  PostingSource* clone() const override {
    return new StretchSource(find_, most_);
  }

 private:
  void MoveTo(docid to) {
    now_ = std::lower_bound(
        now_, stretches_.cend(), to,
        [](const Stretch& one, docid entry) { return one.last < entry; });
    if (now_ != stretches_.cend()) at_ = std::max(to, now_->first);
  }

  Find find_;
  double most_;
  std::vector<Stretch> stretches_;
  std::vector<Stretch>::const_iterator now_;
  Xapian::doccount entries_ = 0;
  docid at_ = 0;
};

Query MakeQuery(StretchSource::Find find, double most) {
  return Query((new StretchSource(std::move(find), most))->release());
}

// Walks the reports of a database beside ascending entries.
class Reports {
 public:
  explicit Reports(const Xapian::Database& database)
      : at_(database.postlist_begin(KindTerm(EntryKind::kReport))),
        end_(database.postlist_end(KindTerm(EntryKind::kReport))),
        last_(database.get_lastdocid()) {}

  // The report that `entry` belongs to, and where its entries end.
  Stretch Of(docid entry) {
    while (next_ <= entry) {
      report_ = next_;
      if (at_ != end_ && *at_ <= report_) ++at_;
      next_ = at_ != end_ ? *at_ : last_ + 1;
      if (next_ > last_) break;
    }
    return {report_, next_ - 1, 0};
  }

 private:
  Xapian::PostingIterator at_;
  Xapian::PostingIterator end_;
  docid last_;
  docid report_ = 0;
  docid next_ = 0;
};

std::vector<Stretch> EntriesOfMatches(const Xapian::Database& database,
                                      const Query& reports) {
  std::vector<Stretch> stretches;
  Reports all(database);
  ForEachMatch(database, reports, [&](docid report, double) {
    stretches.push_back(all.Of(report));
    stretches.back().weight = 1;
  });
  return stretches;
}

std::vector<Stretch> ReportsOfMatches(const Xapian::Database& database,
                                      const Query& texts) {
  std::vector<Stretch> reports;
  Reports all(database);
  ForEachMatch(database, texts, [&](docid entry, double count) {
    const docid report = all.Of(entry).first;
    if (reports.empty() || reports.back().first != report) {
      reports.push_back({report, report, 0});
    }
    reports.back().weight += count;
  });
  return reports;
}

// From how often to how much: as Xapian's BM25 with its usual parameters.
void Weigh(const Xapian::Database& database, double rarity, double mean_length,
           std::vector<Stretch>* reports) {
  auto lengths = database.valuestream_begin(kLengthSlot);
  const auto end = database.valuestream_end(kLengthSlot);
  for (Stretch& report : *reports) {
    double length = mean_length;
    if (lengths != end) lengths.skip_to(report.first);
    if (lengths != end && lengths.get_docid() == report.first) {
      length = Xapian::sortable_unserialise(*lengths);
    }
    const double expected = 0.5 + 0.5 * length / mean_length;
    report.weight = 2 * rarity * report.weight / (report.weight + expected);
  }
}

}  // namespace

Query EntriesOf(const Query& reports) {
  const Query only(Query::OP_FILTER, reports,
                   Query(KindTerm(EntryKind::kReport)));
  return MakeQuery(
      [only](const Xapian::Database& database) {
        return EntriesOfMatches(database, only);
      },
      1);
}

ReportStatistics StatisticsOf(const Xapian::Database& database) {
  const double reports = database.get_termfreq(KindTerm(EntryKind::kReport));
  const auto words = static_cast<double>(database.get_total_length());
  return {static_cast<double>(database.get_doccount()),
          std::max(1.0, words / std::max(1.0, reports))};
}

Query ReportsOf(const Query& texts, double found,
                const ReportStatistics& statistics) {
  const double others = std::max(0.0, statistics.entries - found);
  const double rarity = std::log(1 + (others + 0.5) / (found + 0.5));
  const Query only(Query::OP_AND_NOT, texts,
                   Query(KindTerm(EntryKind::kRecommendation)));
  const double length = statistics.length;
  return MakeQuery(
      [only, rarity, length](const Xapian::Database& database) {
        std::vector<Stretch> reports = ReportsOfMatches(database, only);
        Weigh(database, rarity, length, &reports);
        return reports;
      },
      2 * rarity);
}

}  // namespace concord::index
