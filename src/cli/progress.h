#pragma once
// Progress of an import as people want it: a bar with rates and the time left
// on a terminal, else a line every ten seconds; SIGUSR1 prints the state.

#include <chrono>
#include <string>

#include "cli/terminal.h"
#include "concord/engine/views.h"

namespace concord::cli {

class ImportProgress : public engine::ImportObserver {
 public:
  struct Options {
    bool quiet = false;
    bool json = false;       // every item as a JSON line on standard output
    bool each_item = false;  // name failed and skipped items as they come
  };
  ImportProgress(const Terminal& terminal, Options options);

  void OnItem(const engine::ItemView& item,
              const engine::ImportTotals& totals) override;
  void OnWait(const engine::ImportTotals& totals) override;
  void OnStage(const std::string& stage) override;
  // Removes the bar.
  void End();

 private:
  void Tell(const engine::ImportTotals& totals);
  void Draw(const engine::ImportTotals& totals);
  std::string State(const engine::ImportTotals& totals) const;

  const Terminal& terminal_;
  Options options_;
  std::string current_;  // the item last told of
  bool drawn_ = false;
  std::chrono::steady_clock::time_point last_;
};

// "117 seen = 110 indexed + 2 duplicate + 5 skipped + 0 quarantined; ..."
std::string LedgerLine(const engine::ImportSummary& summary);

}  // namespace concord::cli
