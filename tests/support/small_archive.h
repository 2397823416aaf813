#pragma once
// A real archive in a folder of its own: pages written by the test, imported
// by the engine with the real program as decoding worker.
//
//   SmallArchive archive;
//   archive.Write("one.html", "<h1>Plan</h1><p>1. The unit should ...</p>");
//   ImportSummary summary = archive.Import();
//   auto engine = archive.Open();

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "concord/engine/engine.h"
#include "tests/support/places.h"
#include "tests/support/specimens.h"
#include "tests/support/temporary_folder.h"

namespace concord::testing {

class SmallArchive : public engine::ImportObserver {
 public:
  SmallArchive() { std::filesystem::create_directories(Pages()); }

  std::filesystem::path folder() const { return folder_; }
  std::filesystem::path Pages() const { return folder_ / "pages"; }

  engine::EngineOptions Options() const {
    return {.archive = folder_ / "archive",
            .program = ProgramPath().string(),
            .jobs = 1};
  }

  void Write(const std::string& name, const std::string& bytes) const {
    std::ofstream(Pages() / name, std::ios::binary) << bytes;
  }

  // Imports everything in `path`; the written pages where it is "".
  engine::ImportSummary Import(const std::filesystem::path& path = {}) {
    auto writer = engine::Engine::Open(Options(), engine::Access::kWrite);
    EXPECT_TRUE(writer.has_value()) << writer.error().message();
    const engine::ImportRequest request{
        .paths = {(path.empty() ? Pages() : path).string()}};
    auto summary = (*writer)->Import(request, *this);
    EXPECT_TRUE(summary.has_value()) << summary.error().message();
    return summary ? *summary : engine::ImportSummary{};
  }

  // Everything in corpus/raw, as the real program imports it.
  void UseSpecimens() const {
    EXPECT_TRUE(CopySpecimenArchive(Options().archive));
  }

  std::unique_ptr<engine::Engine> Open() const {
    auto engine = engine::Engine::Open(Options(), engine::Access::kRead);
    EXPECT_TRUE(engine.has_value()) << engine.error().message();
    return std::move(*engine);
  }

  // The id of the report whose address ends so; "" where there is none.
  std::string ReportId(const std::string& name) const {
    const auto reports = Open()->List({.what = "reports"});
    for (const engine::ListRow& row : reports->rows) {
      if (row.json.find(name + "\"") != std::string::npos) {
        return row.cells.front();
      }
    }
    return "";
  }

  void OnItem(const engine::ItemView&, const engine::ImportTotals&) override {}
  void OnStage(const std::string&) override {}

 private:
  TemporaryFolder temporary_;
  const std::filesystem::path folder_ = temporary_.path();
};

}  // namespace concord::testing
