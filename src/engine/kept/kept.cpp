#include "engine/kept/kept.h"

#include <link.h>

#include <cstring>
#include <filesystem>
#include <system_error>

#include "concord/base/digest.h"
#include "concord/base/files.h"
#include "engine/wording.h"

namespace concord::engine {
namespace {

constexpr std::uint64_t kAlignment = 4;

std::uint64_t Aligned(std::uint64_t size) {
  return (size + kAlignment - 1) / kAlignment * kAlignment;
}

// The id that the linker gave the note at `at`; "" where it is another note.
std::string BuildIdIn(std::string_view notes) {
  while (notes.size() >= sizeof(ElfW(Nhdr))) {
    ElfW(Nhdr) note;
    std::memcpy(&note, notes.data(), sizeof note);
    const std::uint64_t name = sizeof note;
    const std::uint64_t id = name + Aligned(note.n_namesz);
    const std::uint64_t end = id + Aligned(note.n_descsz);
    if (end > notes.size()) break;
    if (note.n_type == NT_GNU_BUILD_ID) {
      return std::string(notes.substr(id, note.n_descsz));
    }
    notes.remove_prefix(end);
  }
  return {};
}

// Another text for every program that computes otherwise, and for every change
// of one: what the linker calls the build. "" where it gave none; nothing is
// kept then.
const std::string& Program() {
  static const std::string id = [] {
    std::string found;
    ::dl_iterate_phdr(
        [](::dl_phdr_info* info, std::size_t, void* into) {
          for (int i = 0; i < info->dlpi_phnum; ++i) {
            const auto& header = info->dlpi_phdr[i];
            if (header.p_type != PT_NOTE) continue;
            // The loader tells an address as a number, and in no other way.
            const auto address = info->dlpi_addr + header.p_vaddr;
            // NOLINTNEXTLINE(performance-no-int-to-ptr)
            const auto* notes = reinterpret_cast<const char*>(address);
            auto* build = static_cast<std::string*>(into);
            *build = BuildIdIn({notes, header.p_memsz});
            if (!build->empty()) break;
          }
          return 1;  // the program itself comes first
        },
        &found);
    return found;
  }();
  return id;
}

}  // namespace

KeptFile::KeptFile(const std::filesystem::path& archive,
                   const std::string& name, const std::string& made_from)
    : path_(archive.empty() ? archive : archive / "kept" / name),
      key_(Sha256Hex(Encode(name) + Encode(Program()) + made_from)) {
  if (Program().empty()) path_.clear();
}

Rows KeptFile::Read() const {
  if (path_.empty()) return nullptr;
  Result<Rows> rows = KeptRows::Open(path_, key_);
  return rows ? *rows : nullptr;
}

Result<Rows> KeptFile::Write(KeptWriter writer) const {
  std::string bytes = writer.Finish(key_);
  if (!path_.empty()) {
    std::error_code ignored;
    std::filesystem::create_directory(path_.parent_path(), ignored);
    if (ReplaceFile(path_, bytes)) {
      if (Result<Rows> rows = KeptRows::Open(path_, key_)) return rows;
    }
  }
  return KeptRows::Of(std::move(bytes), key_);
}

Result<Rows> KeptFile::Hold(KeptWriter writer) const {
  return KeptRows::Of(writer.Finish(key_), key_);
}

KeptWriter KeepRegister(const RegisterValues& values) {
  const crossref::CrossReference& crossref = values.crossref;
  KeptWriter out;
  KeepAll(values.names, &out);
  KeepAll(crossref.works, &out);
  out.Begin(SectionOf(static_cast<const CitedBy*>(nullptr)));
  for (const crossref::Work& work : crossref.works) {
    out.Add(Encode(work.cited_by), {});
  }
  KeepAll(crossref.bodies, &out);
  KeepAll(crossref.people, &out);
  KeepAll(crossref.acronyms, &out);
  KeepAll(crossref.counts, &out);
  KeepAll(crossref.conflicts, &out);
  KeepAll(crossref.wanted, &out);
  KeepAll(crossref.missing, &out);
  KeepAll(crossref.relations, &out);
  KeepAll(crossref.proposals, &out);
  KeepAll(crossref.unfit, &out);
  KeepAll(crossref::FollowReferences(values.reports), &out);
  KeepAll(crossref::FollowSingles(crossref, values.reports), &out);
  KeepAll(crossref::FindAmbiguous(crossref), &out);
  KeepAll(crossref::FollowOutcomes(crossref, values.reports), &out);
  std::vector<RemarksOf> remarks;
  for (auto& [id, said] :
       FindRemarks({values.reports, values.recommendations, crossref})) {
    remarks.push_back({id, said});
  }
  KeepAll(remarks, &out);
  return out;
}

Result<std::vector<crossref::Work>> ReadWorks(
    const KeptRows& rows, const std::vector<std::uint32_t>& numbers) {
  std::vector<crossref::Work> works;
  for (const std::uint32_t number : numbers) {
    TRY_ASSIGN(crossref::Work work, ReadRow<crossref::Work>(rows, number));
    TRY_ASSIGN(CitedBy cited, ReadRow<CitedBy>(rows, number));
    work.cited_by = std::move(cited.mentions);
    works.push_back(std::move(work));
  }
  return works;
}

Result<std::string> TitleOfWork(const KeptRows& rows, const WorkId& id) {
  TRY_ASSIGN(const auto found, ReadNamed<crossref::Work>(rows, Own(id.value)));
  return found.empty() ? "" : WorkTitle(found.front());
}

Result<crossref::CrossReference> ReadRegister(const KeptRows& rows) {
  crossref::CrossReference crossref;
  std::vector<std::uint32_t> numbers(CountOf<crossref::Work>(rows));
  for (std::uint32_t i = 0; i < numbers.size(); ++i) numbers[i] = i;
  TRY_ASSIGN(crossref.works, ReadWorks(rows, numbers));
  TRY_ASSIGN(crossref.bodies, ReadAll<crossref::Body>(rows));
  TRY_ASSIGN(crossref.people, ReadAll<crossref::Person>(rows));
  TRY_ASSIGN(crossref.acronyms, ReadAll<crossref::AcronymEntry>(rows));
  TRY_ASSIGN(crossref.counts, ReadAll<crossref::CountEntry>(rows));
  TRY_ASSIGN(crossref.conflicts, ReadAll<crossref::Conflict>(rows));
  TRY_ASSIGN(crossref.wanted, ReadAll<crossref::WantedWork>(rows));
  TRY_ASSIGN(crossref.missing, ReadAll<crossref::Missing>(rows));
  TRY_ASSIGN(crossref.relations, ReadAll<crossref::RelationEntry>(rows));
  TRY_ASSIGN(crossref.proposals, ReadAll<crossref::Proposal>(rows));
  TRY_ASSIGN(crossref.unfit, ReadAll<crossref::UnfitDecision>(rows));
  return crossref;
}

}  // namespace concord::engine
