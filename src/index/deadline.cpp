// Xapian 1.4 cannot stop a match: Enquire::set_time_limit() does not end one,
// and a MatchDecider is never asked while nothing matches. A posting source
// that stands beside the query is asked for each candidate, and an exception of
// our own passes through the matcher unharmed.
//
// What it does not see is the time spent before matching, in expanding a word
// to its endings: the limits on those are checked when the query is built.
// Covered by tests/unit/index/deadline_test.cpp.

#include "index/deadline.h"

#include <xapian.h>

#include "index/xapian_errors.h"

namespace concord::index {
namespace {

class DeadlineSource : public Xapian::PostingSource {
 public:
  explicit DeadlineSource(const Deadline& deadline) : deadline_(deadline) {}

  void init(const Xapian::Database& database) override {
    last_ = database.get_lastdocid();
    entries_ = database.get_doccount();
    at_ = 0;
    set_maxweight(0);
  }
  Xapian::doccount get_termfreq_min() const override { return entries_; }
  Xapian::doccount get_termfreq_est() const override { return entries_; }
  Xapian::doccount get_termfreq_max() const override { return entries_; }

  void next(double) override { MoveTo(at_ + 1); }
  void skip_to(Xapian::docid to, double) override {
    if (to > at_) MoveTo(to);
  }
  bool check(Xapian::docid to, double) override {
    if (to > at_) MoveTo(to);
    return true;
  }
  bool at_end() const override { return at_ > last_; }
  Xapian::docid get_docid() const override { return at_; }

  PostingSource* clone() const override {
    return new DeadlineSource(deadline_);
  }

 private:
  void MoveTo(Xapian::docid to) {
    deadline_.Check();
    at_ = to;
  }

  Deadline deadline_;
  Xapian::docid at_ = 0;
  Xapian::docid last_ = 0;
  Xapian::doccount entries_ = 0;
};

}  // namespace

void Deadline::Check() const {
  if (Passed()) throw DeadlinePassed();
}

Xapian::Query DeadlineFilter(const Deadline& deadline) {
  return Xapian::Query((new DeadlineSource(deadline))->release());
}

}  // namespace concord::index
