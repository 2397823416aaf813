// Commands that look after the archive: verify, reindex.

#include <fmt/format.h>

#include "base/json_object.h"
#include "cli/commands.h"

namespace concord::cli {

Action DeclareVerify(CLI::App& app) {
  auto read_originals = std::make_shared<bool>(false);
  app.add_flag("--read-originals", *read_originals,
               "Also read every original and compare its digest");
  return [read_originals](const Context& context) -> Result<int> {
    TRY_ASSIGN(auto engine, OpenToRead(context));
    TRY_ASSIGN(const auto faults, engine->Check(*read_originals));
    const int code = faults.empty() ? 0 : ExitCode(ErrorCode::kIntegrity);
    if (context.globals.json) {
      JsonObject object = NewObject();
      object.set("type", "verify");
      object.set("sound", faults.empty());
      object.set("originals_read", *read_originals);
      object.set("faults", Strings(faults));
      fmt::print("{}\n", Line(object));
      return code;
    }
    for (const std::string& fault : faults) {
      fmt::print("{}\n", Printable(fault));
    }
    if (faults.empty() && !context.globals.quiet) {
      fmt::print(stderr, "the archive is sound\n");
    }
    return code;
  };
}

Action DeclareReindex(CLI::App&) {
  return [](const Context& context) -> Result<int> {
    TRY_ASSIGN(auto engine, OpenToWrite(context));
    TRY_ASSIGN(const std::uint64_t reports, engine->Reindex());
    if (!context.globals.quiet) {
      fmt::print(stderr, "{} reports indexed\n", reports);
    }
    if (context.globals.json) {
      JsonObject object = NewObject();
      object.set("type", "reindex");
      object.set("reports", reports);
      fmt::print("{}\n", Line(object));
    }
    return 0;
  };
}

}  // namespace concord::cli
