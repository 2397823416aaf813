// A window slides over the positions; in it, each word has to be given a
// position of its own. That is a matching between words and positions, found by
// augmenting paths; a query has nine words in a NEAR at most, so it is small.
//
//   positions {1, 5} and {5}, 4 apart: yes (1 and 5)
//   positions {5} and {5}: no, one word is not near itself
//
// Covered by tests/unit/index/near_test.cpp.

#include "index/near.h"

#include <xapian.h>

#include <algorithm>
#include <functional>
#include <map>

#include "index/fields.h"
#include "index/word_order.h"

namespace concord::index {
namespace {

using Positions = std::vector<std::uint32_t>;
constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

// Words and the positions of one window that each may take.
class Matching {
 public:
  Matching(const std::vector<Positions>& words, std::uint32_t first,
           std::uint32_t last)
      : choices_(words.size()) {
    std::map<std::uint32_t, std::size_t> numbers;
    for (std::size_t word = 0; word < words.size(); ++word) {
      auto at = std::lower_bound(words[word].begin(), words[word].end(), first);
      for (; at != words[word].end() && *at <= last; ++at) {
        const std::size_t number =
            numbers.try_emplace(*at, numbers.size()).first->second;
        choices_[word].push_back(number);
      }
    }
    taken_by_.assign(numbers.size(), kNobody);
  }

  bool IsPossible() {
    for (std::size_t word = 0; word < choices_.size(); ++word) {
      if (!Place(word)) return false;
    }
    return true;
  }

 private:
  // Gives `word` a position, moving others on where that helps: a breadth-first
  // search for a free position, then the moves back along the way.
  bool Place(std::size_t word) {
    std::vector<std::size_t> came_from(taken_by_.size(), kNobody);
    std::vector<bool> seen(taken_by_.size());
    std::vector<std::size_t> queue{word};
    for (std::size_t next = 0; next < queue.size(); ++next) {
      const std::size_t mover = queue[next];
      for (const std::size_t position : choices_[mover]) {
        if (seen[position]) continue;
        seen[position] = true;
        came_from[position] = mover;
        if (taken_by_[position] == kNobody) {
          MoveAlong(position, came_from);
          return true;
        }
        queue.push_back(taken_by_[position]);
      }
    }
    return false;
  }

  void MoveAlong(std::size_t position,
                 const std::vector<std::size_t>& came_from) {
    while (position != kNobody) {
      const std::size_t mover = came_from[position];
      const auto old = std::find(taken_by_.begin(), taken_by_.end(), mover);
      taken_by_[position] = mover;
      position = old == taken_by_.end()
                     ? kNobody
                     : static_cast<std::size_t>(old - taken_by_.begin());
    }
  }

  std::vector<std::vector<std::size_t>> choices_;  // of each word
  std::vector<std::size_t> taken_by_;              // of each position
};

// Entries whose words stand as asked for. Each is looked at, so the terms must
// be asked for beside it; it says it matches everything, so that they lead.
class OrderSource : public Xapian::PostingSource {
 public:
  using Fits = std::function<bool(const WordOrder&)>;

  OrderSource(Fits fits, const Deadline& deadline)
      : fits_(std::move(fits)), deadline_(deadline) {}

  void init(const Xapian::Database& database) override {
    orders_ = database.valuestream_begin(kWordOrderSlot);
    end_ = database.valuestream_end(kWordOrderSlot);
    entries_ = database.get_doccount();
    last_ = database.get_lastdocid();
    at_ = 0;
    set_maxweight(0);
  }
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return entries_; }
  Xapian::doccount get_termfreq_max() const override { return entries_; }

  void next(double) override { MoveTo(at_ + 1); }
  void skip_to(Xapian::docid to, double) override {
    if (to > at_) MoveTo(to);
  }
  bool check(Xapian::docid to, double) override {
    if (to <= at_) return true;
    at_ = to;
    return IsHere();
  }
  bool at_end() const override { return at_ > last_; }
  Xapian::docid get_docid() const override { return at_; }

  PostingSource* clone() const override {
    return new OrderSource(fits_, deadline_);
  }

 private:
  void MoveTo(Xapian::docid to) {
    at_ = to;
    while (at_ <= last_ && !IsHere()) ++at_;
  }

  bool IsHere() {
    deadline_.Check();
    if (orders_ == end_) return false;
    orders_.skip_to(at_);
    if (orders_ == end_ || orders_.get_docid() != at_) return false;
    return fits_(WordOrder(*orders_));
  }

  Fits fits_;
  Deadline deadline_;
  Xapian::ValueIterator orders_;
  Xapian::ValueIterator end_;
  Xapian::doccount entries_ = 0;
  Xapian::docid at_ = 0;
  Xapian::docid last_ = 0;
};

Xapian::Query Ordered(const std::vector<Xapian::Query>& all,
                      OrderSource::Fits fits, const Deadline& deadline) {
  const Xapian::Query order(
      (new OrderSource(std::move(fits), deadline))->release());
  return Xapian::Query(
      Xapian::Query::OP_FILTER,
      Xapian::Query(Xapian::Query::OP_AND, all.begin(), all.end()), order);
}

std::vector<WordNumbers> NumbersOfEach(
    const std::vector<std::vector<std::string>>& groups) {
  std::vector<WordNumbers> numbers;
  numbers.reserve(groups.size());
  for (const std::vector<std::string>& group : groups) {
    numbers.push_back(NumbersOf(group));
  }
  return numbers;
}

}  // namespace

bool AreNear(const std::vector<Positions>& positions,
             std::uint32_t words_apart) {
  std::vector<std::uint32_t> starts;
  for (const Positions& word : positions) {
    starts.insert(starts.end(), word.begin(), word.end());
  }
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  return std::any_of(starts.begin(), starts.end(), [&](std::uint32_t first) {
    return Matching(positions, first, first + words_apart).IsPossible();
  });
}

Xapian::Query NearQuery(const std::vector<std::vector<std::string>>& groups,
                        std::uint32_t words_apart, const Deadline& deadline) {
  std::vector<Xapian::Query> all;
  all.reserve(groups.size());
  for (const std::vector<std::string>& group : groups) {
    all.emplace_back(Xapian::Query::OP_SYNONYM, group.begin(), group.end());
  }
  const auto fits = [numbers = NumbersOfEach(groups),
                     words_apart](const WordOrder& order) {
    std::vector<Positions> words;
    for (const WordNumbers& group : numbers) {
      words.push_back(order.PlacesOf(group));
      if (words.back().empty()) return false;
    }
    return AreNear(words, words_apart);
  };
  return Ordered(all, fits, deadline);
}

Xapian::Query PhraseQuery(const std::vector<std::vector<std::string>>& row,
                          const Deadline& deadline) {
  std::vector<Xapian::Query> all;
  all.reserve(row.size());
  for (const std::vector<std::string>& place : row) {
    all.emplace_back(Xapian::Query::OP_OR, place.begin(), place.end());
  }
  const auto fits = [numbers = NumbersOfEach(row)](const WordOrder& order) {
    return order.HasInARow(numbers);
  };
  return Ordered(all, fits, deadline);
}

}  // namespace concord::index
