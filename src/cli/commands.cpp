#include "cli/commands.h"

#include <cstdlib>

#include "cli/signals.h"

namespace concord::cli {
namespace {

std::string ArchivePath(const std::string& given) {
  if (!given.empty()) return given;
  const char* archive = std::getenv("CONCORD_ARCHIVE");
  return archive != nullptr && *archive != '\0' ? archive : "indexes/archive";
}

}  // namespace

engine::EngineOptions Context::EngineOptions() const {
  return {.archive = ArchivePath(globals.archive),
          .program = program,
          .interrupted = &StopSignal()};
}

Result<std::unique_ptr<engine::Engine>> OpenToRead(const Context& context) {
  return engine::Engine::Open(context.EngineOptions(), engine::Access::kRead);
}

Result<std::unique_ptr<engine::Engine>> OpenToWrite(const Context& context) {
  return engine::Engine::Open(context.EngineOptions(), engine::Access::kWrite);
}

// NOLINTNEXTLINE(readability-function-size): one table, a row a command
const std::vector<Command>& Commands() {
  static const std::vector<Command> kCommands = {
      {"import", "Read files and folders into the archive",
       "  concord import corpus/raw\n"
       "  concord import --dry-run reports/ minutes.html\n"
       "  concord import --json corpus/raw | tail -1\n"
       "  concord import crawl.warc.gz papers.zip\n"
       "  find reports -name '*.html' -print0 | concord import --files-from - "
       "-0\n"
       "  concord import --retry-failed\n"
       "  concord import --ocr scans/\n",
       DeclareImport},
      {"search", "Find words in passages, recommendations or reports",
       "  concord search 'stop and search'\n"
       "  concord search '\"local action plan\"' --from 2001 --to 2003\n"
       "  concord search training --in recommendations --owner 'chief "
       "constable'\n"
       "  concord search 'Carrow Lane recommendation 44'\n"
       "  concord search '\"family liaison\"' --xlsx liaison.xlsx\n",
       DeclareSearch},
      {"list", "List what the archive holds and what must add up",
       "  concord list reports\n"
       "  concord list recommendations --owner 'chief constable'\n"
       "  concord list recommendations --due-to 1999\n"
       "  concord list counts\n"
       "  concord list recommendations --xlsx recommendations.xlsx\n",
       DeclareList},
      {"show", "Show one thing whole, with what points at it",
       "  concord show r3fa9\n"
       "  concord show r3fa9c1d2b0e4.7\n"
       "  concord show w-policing-the-valley\n",
       DeclareShow},
      {"cite", "Write how a report or a recommendation is cited",
       "  concord cite r3fa9\n"
       "  concord cite r3fa9.7 --format bibtex\n"
       "  concord cite r3fa9 r77b0 --format ris --output papers.ris\n",
       DeclareCite},
      {"overlaps", "Show recommendations that ask for the same thing, and why",
       "  concord overlaps --min-weight 6\n"
       "  concord overlaps --report r3fa9 --json\n"
       "  concord overlaps --text 'The plan should be published each May.'\n"
       "  concord overlaps --text-file drafted.txt --min-weight 6\n",
       DeclareOverlaps},
      {"groups", "Show which recommendations are answered together, and why",
       "  concord groups\n"
       "  concord groups --report r3fa9 --json\n",
       DeclareGroups},
      {"decide", "Decide whether two recommendations ask for the same",
       "  concord decide r3fa9.7 r81bc.2 same --why 'one request, reprinted'\n"
       "  concord decide r3fa9.7 r81bc.3 different --why 'other stations'\n",
       DeclareDecide},
      {"group", "Show or change a group: split, join, move, represent, wording",
       "  concord group g-4be1 split r81bc.2 --why 'asks for less'\n"
       "  concord group g-4be1 join r81bc.4\n"
       "  concord group g-4be1 move r81bc.2 --to g-90d2\n"
       "  concord group g-4be1 represent r3fa9.7 --why 'the full wording'\n"
       "  concord group g-4be1 wording text=r3fa9.7 due=r81bc.2 --why 'the "
       "later date holds'\n"
       "  concord group g-4be1\n",
       DeclareGroup},
      {"accept", "Accept what is proposed above a weight, in one act",
       "  concord accept --min-weight 12 --why 'looked through the list'\n",
       DeclareAccept},
      {"works", "Decide which titles are one work: merge, split, alias, refuse",
       "  concord works merge w-second-look 'The Second Look (1998)' --why "
       "'its cover'\n"
       "  concord works split w-second-look 'Looking Again'\n"
       "  concord works alias w-second-look 'the yellow book' --why 'so "
       "called in minutes'\n"
       "  concord works refuse w-second-look w-third-look --why 'two papers'\n",
       DeclareWorks},
      {"bodies", "Decide which names are one body: merge, split, alias",
       "  concord bodies merge b-quay-board b-board-of-the-quay\n"
       "  concord bodies split b-quay-board 'Quay Panel'\n"
       "  concord bodies alias b-quay-board 'the Board at Marl' --why 'local "
       "use'\n",
       DeclareBodies},
      {"undo", "Take an act back, whole", "  concord undo\n  concord undo 7\n",
       DeclareUndo},
      {"decisions", "List, export or import what people decided",
       "  concord decisions\n"
       "  concord decisions export --output decisions.jsonl\n"
       "  concord decisions import decisions.jsonl\n",
       DeclareDecisions},
      {"graph", "Draw what is next to a report, recommendation, work or body",
       "  concord graph r3fa9 --output graph.svg\n"
       "  concord graph w-policing-the-valley --depth 2 --format graphml\n",
       DeclareGraph},
      {"scope", "Select what one response has to answer",
       "  concord scope valley --as-stated-in r3fa9\n"
       "  concord scope valley --work 'Policing the Valley'\n"
       "  concord scope valley --report r3fa9 --report r81bc --for NC\n",
       DeclareScope},
      {"respond", "Write the consolidated response to a scope",
       "  concord respond valley --format html --output response.html\n"
       "  concord respond valley --output response.docx   # Word, by pandoc\n"
       "  concord respond valley --output response.xlsx   # Excel\n"
       "  concord respond valley --format json | jq .coverage\n",
       DeclareRespond},
      {"answers", "Record what people wrote into a response",
       "  concord answers import response.xlsx\n"
       "  concord answers import response.docx --scope valley --by 'J. "
       "Fenwick'\n"
       "  concord answers import response.xlsx --dry-run\n",
       DeclareAnswers},
      {"serve", "Read the archive in a browser, on this machine",
       "  concord serve\n"
       "  concord serve --archive indexes/archive --port 0\n",
       DeclareServe},
      {"extract", "Decode and extract one document, without an archive",
       "  concord extract report.html\n"
       "  concord extract --json --with-text report.txt | jq .recommendations\n"
       "  cat report.html | concord extract - --uri http://example.org/r\n"
       "  concord extract --stream crawl.warc.gz > extracted.jsonl\n",
       DeclareExtract},
      {"dates", "Read date expressions from standard input",
       "  printf 'late 2005\\n' | concord dates\n"
       "  printf 'in six months\\t2001-11-15\\n' | concord dates\n",
       DeclareDates},
      {"compare", "Compare pairs of texts from standard input",
       "  printf 'Publish the plan.\\tThe plan should be published.\\n' | "
       "concord compare\n",
       DeclareCompare},
      {"verify", "Check that the archive is sound",
       "  concord verify\n"
       "  concord verify --read-originals\n",
       DeclareVerify},
      {"reindex", "Make the full-text index anew from the record",
       "  concord reindex\n", DeclareReindex},
      {"decode-worker", "", "", DeclareDecodeWorker},
  };
  return kCommands;
}

}  // namespace concord::cli
