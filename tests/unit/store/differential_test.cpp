// The SQLite store against a store of maps, under random operations.
//
// The same operations on both must give the same answers; the SQLite one is
// closed and opened again now and then. A failure prints its seed: run it
// alone with CONCORD_TEST_SEED=n.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "archive_fixture.h"
#include "tests/support/memory_store.h"

namespace concord::store {
namespace {

using concord::testing::MemoryStore;
using ::testing::IsEmpty;

// One line for any answer; errors by their code, for the words may differ.
std::string Print(const Error& error) {
  return "error " + std::string(Name(error.code()));
}
std::string Print(const PutResult& put) {
  return put.report.value + (put.is_new ? " new" : " held");
}
std::string Print(const std::optional<ReportId>& id) {
  return id ? id->value : "none";
}
std::string Print(const std::optional<std::string>& text) {
  return text.value_or("none");
}
std::string Print(const std::string& text) { return text; }
std::string Print(std::int64_t number) { return std::to_string(number); }
std::string Print(const std::vector<std::string>& lines) {
  std::string all;
  for (const std::string& line : lines) all += line + "\n";
  return all;
}
std::string Print(const LedgerRow& row) {
  return std::to_string(row.run) + " " + row.path + " " + row.digest + " " +
         std::string(Name(row.outcome)) + " " + row.report.value;
}
std::string Print(const OutboxEntry& entry) {
  return std::to_string(entry.sequence) + " " + entry.report.value;
}
std::string Print(const RunRecord& run) {
  return std::to_string(run.id) + " " + run.arguments + " " +
         std::to_string(run.seen) + (run.ended_at.empty() ? "" : " ended");
}
std::string Print(const MissingPartRecord& part) {
  return part.report.value + " " + part.report_title + " " + part.printed;
}
std::string Print(const ReportName& name) {
  return name.id.value + " " + name.uri + " " + name.title;
}
std::string Print(const StoredRecommendation& one) {
  return one.id.value + " " + one.uri + " " + one.report_title + " " +
         one.committee + " " + one.report_date.edtf + " " + one.item.text;
}
std::string Print(const ReportRecord& report) {
  std::string all = report.id.value + " " + report.uri + " " +
                    document::ToJson(report.document) +
                    extraction::ToStoredJson(report.extraction);
  for (const CaptureRecord& capture : report.captures) {
    all += " " + capture.digest + " " + capture.path;
  }
  return all;
}
template <class T>
std::string Print(const std::vector<T>& items) {
  std::vector<std::string> lines;
  for (const T& item : items) lines.push_back(Print(item));
  return Print(lines);
}
template <class T>
std::string Print(const Result<T>& result) {
  if (!result) return Print(result.error());
  if constexpr (!std::is_void_v<T>) return Print(*result);
  return "done";
}

class Walk {
 public:
  explicit Walk(unsigned seed) : random_(seed) { Reopen(); }

  // One random operation on both stores, which must answer alike.
  void Step() {
    switch (Pick(14)) {
      case 0:
      case 1:
      case 2:
        return Both([request = AnyRequest()](Store& store) {
          return Print(store.Put(request));
        });
      case 3:
        return Both([digest = AnyRequest().capture.digest](Store& store) {
          return Print(store.FindByDigest(digest)) +
                 Print(store.ReadOriginal(digest));
        });
      case 4:
        return Both([n = Pick(3)](Store& store) {
          return Print(store.BeginRun("run " + std::to_string(n)));
        });
      case 5:
        return Both([run = AnyRun()](Store& store) {
          return Print(store.EndRun(run)) + Print(store.Runs());
        });
      case 6:
      case 7:
        return Both([row = AnyRow()](Store& store) {
          return Print(store.AddLedgerRow(row)) + Print(store.Ledger(row.run));
        });
      case 8:
        return Both([after = Pick(8)](Store& store) {
          return Print(store.Outbox(after));
        });
      case 9:
        return Both([up_to = Pick(8)](Store& store) {
          return Print(store.ClearOutbox(up_to)) + Print(store.Outbox(0));
        });
      case 10:
        return Both([name = AnyName(), n = Pick(9)](Store& store) {
          return Print(store.PutNamed("scope", name, std::to_string(n)));
        });
      case 11:
        return Both([name = AnyName()](Store& store) {
          return Print(store.GetNamed("scope", name)) +
                 Print(store.ListNamed("scope"));
        });
      case 12:
        return Both([beginning = AnyBeginning()](Store& store) {
          return Print(store.ResolveId(beginning)) +
                 Print(store.GetReport({beginning}));
        });
      default:
        return Reopen();
    }
  }

  // Everything that can be read, compared.
  void CompareAll() {
    Both([](Store& store) { return Print(store.Ledger(0)); });
    Both([](Store& store) { return Print(store.StillFailing()); });
    Both([](Store& store) { return Print(store.Runs()); });
    Both([](Store& store) { return Print(store.MissingParts()); });
    Both([](Store& store) { return Print(store.ReportNames()); });
    Both([](Store& store) {
      auto all = Must(store.Recommendations());
      std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
        return a.id.value < b.id.value;
      });
      return Print(all);
    });
    Both([](Store& store) {
      std::vector<std::string> lines;
      Must(store.ForEachReport([&](const ReportRecord& report) -> Result<> {
        lines.push_back(Print(report));
        return {};
      }));
      std::sort(lines.begin(), lines.end());
      return Print(lines);
    });
  }

  void ExpectSound() {
    for (const std::string& fault : Must(sqlite_->Check(true))) {
      // The random runs do not balance; all else must hold.
      EXPECT_NE(fault.find("does not balance"), std::string::npos) << fault;
    }
  }

 private:
  int Pick(int below) {
    return std::uniform_int_distribution<int>(0, below - 1)(random_);
  }

  void Reopen() {
    sqlite_.reset();
    sqlite_ = OpenStore(folder_, OpenMode::kWrite);
  }

  template <class Operation>
  void Both(Operation operation) {
    const std::string expected = operation(memory_);
    const std::string actual = operation(*sqlite_);
    EXPECT_EQ(actual, expected);
  }

  // Five wordings in two layouts, one with a digest that is not its own.
  PutRequest AnyRequest() {
    const int words = Pick(6);
    PutRequest request =
        words == 0 ? RichRequest()
                   : RequestWith(words, "ward " + std::to_string(words));
    if (Pick(2) == 1) {
      request = [&] {
        PutRequest other =
            MakeRequest(request.document, "layout " + std::to_string(words));
        other.extraction = request.extraction;
        return other;
      }();
    }
    if (Pick(12) == 0) request.bytes += " changed";
    request.capture.imported_at = "2024-05-01T00:00:00Z";
    return request;
  }

  RunRecord AnyRun() {
    RunRecord run;
    run.id = Pick(4);
    run.seen = static_cast<std::uint64_t>(Pick(100));
    return run;
  }

  LedgerRow AnyRow() {
    const PutRequest request = AnyRequest();
    LedgerRow row;
    row.run = Pick(4);
    row.path = "pages/" + std::to_string(Pick(100));
    row.digest = request.capture.digest;
    row.outcome = static_cast<Outcome>(Pick(4));
    if (Pick(2) == 0)
      row.report =
          Must(memory_.FindByDigest(row.digest)).value_or(ReportId{"rgone"});
    return row;
  }

  std::string AnyName() { return "scope " + std::to_string(Pick(3)); }

  std::string AnyBeginning() {
    const PutRequest request = AnyRequest();
    const std::string id = "r" + document::TextDigest(request.document);
    static const char* const kEnds[] = {"", ".1", ".3", ".9", ".", "x"};
    return id.substr(0, static_cast<std::size_t>(Pick(14))) + kEnds[Pick(6)];
  }

  std::mt19937 random_;
  const ArchiveFolder folder_;
  MemoryStore memory_;
  std::unique_ptr<Store> sqlite_;
};

TEST(DifferentialTest, RandomOperationsGiveTheAnswersOfAStoreOfMaps) {
  const char* chosen = std::getenv("CONCORD_TEST_SEED");
  const unsigned first =
      chosen == nullptr ? 1 : static_cast<unsigned>(std::atoi(chosen));
  const unsigned last = chosen == nullptr ? 12 : first;
  for (unsigned seed = first; seed <= last && !HasFailure(); ++seed) {
    SCOPED_TRACE("CONCORD_TEST_SEED=" + std::to_string(seed));
    Walk walk(seed);
    for (int step = 0; step < 80 && !HasFailure(); ++step) walk.Step();
    walk.CompareAll();
    walk.ExpectSound();
  }
}

}  // namespace
}  // namespace concord::store
