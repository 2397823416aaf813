// A report's words with what was found in them, for a page that shows it, and
// the bytes they came from.

#include <algorithm>

#include "concord/document/document.h"
#include "engine/archive_engine.h"
#include "engine/search/acronyms.h"
#include "engine/wording.h"

namespace concord::engine {
namespace {

using store::ReportRecord;

std::vector<BlockView> BlocksOf(const document::Document& document) {
  std::vector<BlockView> blocks;
  blocks.reserve(document.blocks.size());
  for (const document::Block& block : document.blocks) {
    BlockView view{.index = static_cast<std::int32_t>(blocks.size()),
                   .kind = std::string(Name(block.kind)),
                   .level = block.level,
                   .parent = block.parent,
                   .page = block.page,
                   .span = block.span,
                   .label = block.label};
    if (!Empty(block.label)) {
      view.locator = document::Locator(document, block.span);
    }
    blocks.push_back(std::move(view));
  }
  return blocks;
}

Result<> AddCitations(const ReportRecord& report, const KeptRows& rows,
                      std::vector<NoteView>* notes) {
  TRY_ASSIGN(const auto cited, rows.Named("works", "c" + report.id.value));
  TRY_ASSIGN(const auto works, ReadWorks(rows, cited));
  for (const crossref::Work& work : works) {
    for (const crossref::WorkMention& mention : work.cited_by) {
      if (mention.quote.report != report.id) continue;
      notes->push_back(
          {"citation", mention.quote.span, work.id.value, WorkTitle(work)});
    }
  }
  return {};
}

Result<std::vector<NoteView>> NotesOf(const ReportRecord& report,
                                      const KeptRows& rows) {
  std::vector<NoteView> notes;
  for (const store::StoredRecommendation& stored : RecommendationsOf(report)) {
    notes.push_back({std::string(Name(stored.item.kind)), stored.item.span,
                     stored.id.value, stored.item.label});
  }
  for (const extraction::Resolution& item : report.extraction.resolutions) {
    notes.push_back({"resolution", item.span, "", item.label});
  }
  for (const extraction::TimetableEntry& entry : report.extraction.timetable) {
    notes.push_back({"timetable", entry.span, entry.edtf, entry.printed});
  }
  for (const extraction::DateMention& date : report.extraction.dates) {
    notes.push_back({"date", date.span, date.edtf, date.printed});
  }
  TRY_RETURN(AddCitations(report, rows, &notes));
  std::stable_sort(notes.begin(), notes.end(),
                   [](const NoteView& a, const NoteView& b) {
                     return a.span.begin < b.span.begin;
                   });
  return notes;
}

std::string FileName(const std::string& path) {
  return path.substr(path.find_last_of('/') + 1);
}

}  // namespace

Result<ReportTextView> ArchiveEngine::ReportText(std::string_view id,
                                                 std::string_view query) {
  TRY_ASSIGN(Snapshot * snapshot, SnapshotWith(kRegisterRows));
  TRY_ASSIGN(const std::string full, store_->ResolveId(id));
  TRY_ASSIGN(const ReportRecord* report, snapshot->Fetch(ReportId{full}));
  if (report == nullptr) {
    return Fail(ErrorCode::kNotFound, "no report has the id '" +
                                          std::string(id) +
                                          "'; 'concord list reports' shows "
                                          "ids");
  }
  const document::Document& document = report->document;
  TRY_ASSIGN(std::vector<NoteView> notes,
             NotesOf(*report, snapshot->register_rows()));
  ReportTextView view{.id = report->id.value,
                      .title = TitleOf(*report),
                      .uri = report->uri,
                      .text = document.text,
                      .media_type = document.media_type,
                      .charset = document.charset.charset,
                      .charset_decided_by = document.charset.decided_by,
                      .replacements = document.charset.replacements,
                      .decoding_notes = document.notes,
                      .blocks = BlocksOf(document),
                      .notes = std::move(notes)};
  for (const document::Link& link : document.links) {
    view.links.push_back({link.span, link.target});
  }
  if (query.empty()) return view;
  // Marks are a help: without an index, or with a query that cannot be read,
  // the text is shown without them.
  index::SearchRequest asked{.query = std::string(query)};
  if (const auto acronyms = AcronymsOf(*store_, query)) {
    asked.acronyms = Searched(*acronyms);
  }
  if (const auto opened = OpenSearcher()) {
    if (auto marks = opened->searcher->Mark(asked, {view.text})) {
      view.marks = std::move(marks->front());
    }
  }
  return view;
}

Result<std::string> ArchiveEngine::ReportTitle(std::string_view id) {
  TRY_ASSIGN(Snapshot * snapshot, SnapshotWith(kRegisterRows));
  return snapshot->TitleOf(ReportId{std::string(id)});
}

Result<OriginalView> ArchiveEngine::Original(std::string_view digest) {
  TRY_ASSIGN(Snapshot * snapshot, SnapshotWith(kReports));
  for (const ReportRecord& report : snapshot->reports()) {
    for (const store::CaptureRecord& capture : report.captures) {
      if (capture.digest != digest) continue;
      TRY_ASSIGN(std::string bytes, store_->ReadOriginal(digest));
      return OriginalView{std::move(bytes), capture.media_type,
                          FileName(capture.path)};
    }
  }
  return Fail(ErrorCode::kNotFound,
              "no capture has the digest '" + std::string(digest) + "'");
}

}  // namespace concord::engine
