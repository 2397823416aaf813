#pragma once
// What follows from all reports of the archive, kept beside the record.
//
//   archive/kept/register   works, bodies, people, what is said of them
//   archive/kept/versions   reports that are versions of one another
//   archive/kept/listed     recommendations that a later version makes again,
//                           and the addresses of all
//   archive/kept/links      recommendations that overlap
//
// Why: it takes the reading of the whole archive to compute, and one report
// shown wants some lines of it. Like the index it is a cache: it can be deleted
// at any time, it is read only where it was made from the very same reports and
// decisions by the very same program, and whoever finds it otherwise computes
// it again.
//
// A value of this module is a set of rows that several threads may read.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "concord/base/result.h"
#include "engine/kept/fields.h"
#include "engine/kept/rows.h"

namespace concord::engine {

using Rows = std::shared_ptr<const KeptRows>;

// A file of the folder 'kept' of an archive, under a key that names what it is
// made from; this program is part of the key by itself.
class KeptFile {
 public:
  KeptFile(const std::filesystem::path& archive, const std::string& name,
           const std::string& made_from);

  // nullptr where there is none of this key.
  Rows Read() const;
  // Keeps the rows. Where they cannot be written (a read-only archive, a full
  // disk) they are there for this process alone.
  [[nodiscard]] Result<Rows> Write(KeptWriter writer) const;
  // For this process alone.
  [[nodiscard]] Result<Rows> Hold(KeptWriter writer) const;

 private:
  std::filesystem::path path_;
  std::string key_;
};

template <class T>
void KeepAll(const std::vector<T>& values, KeptWriter* out) {
  out->Begin(SectionOf(static_cast<const T*>(nullptr)));
  for (const T& value : values) out->Add(Encode(value), NamesOf(value));
}

template <class T>
std::size_t CountOf(const KeptRows& rows) {
  return rows.Count(SectionOf(static_cast<const T*>(nullptr)));
}

template <class T>
Result<T> ReadRow(const KeptRows& rows, std::uint32_t number) {
  TRY_ASSIGN(const std::string row,
             rows.Row(SectionOf(static_cast<const T*>(nullptr)), number));
  T value;
  if (!Decode(row, &value)) {
    return Fail(ErrorCode::kCorrupt,
                "what was kept of the archive cannot be read; delete its "
                "folder 'kept', which is made again");
  }
  return value;
}

template <class T>
Result<std::vector<T>> ReadRows(const KeptRows& rows,
                                const std::vector<std::uint32_t>& numbers) {
  std::vector<T> values;
  values.reserve(numbers.size());
  for (const std::uint32_t number : numbers) {
    TRY_ASSIGN(T value, ReadRow<T>(rows, number));
    values.push_back(std::move(value));
  }
  return values;
}

template <class T>
Result<std::vector<T>> ReadAll(const KeptRows& rows) {
  const std::size_t count = CountOf<T>(rows);
  std::vector<T> values;
  values.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    TRY_ASSIGN(T value, ReadRow<T>(rows, i));
    values.push_back(std::move(value));
  }
  return values;
}

// Of `name` as NamesOf() gives it.
template <class T>
Result<std::vector<T>> ReadNamed(const KeptRows& rows,
                                 const std::string& name) {
  TRY_ASSIGN(const auto numbers,
             rows.Named(SectionOf(static_cast<const T*>(nullptr)), name));
  return ReadRows<T>(rows, numbers);
}

// Everything of the register and what else is computed with it.
struct RegisterValues {
  const std::vector<store::ReportName>& names;
  const crossref::CrossReference& crossref;
  const std::vector<store::ReportRecord>& reports;
  const std::vector<store::StoredRecommendation>& recommendations;
};
KeptWriter KeepRegister(const RegisterValues& values);
// Back as it was.
[[nodiscard]] Result<crossref::CrossReference> ReadRegister(
    const KeptRows& rows);

// The works of these rows, without or with who cites them.
[[nodiscard]] Result<std::vector<crossref::Work>> ReadWorks(
    const KeptRows& rows, const std::vector<std::uint32_t>& numbers);

// "" where the register has no such work.
[[nodiscard]] Result<std::string> TitleOfWork(const KeptRows& rows,
                                              const WorkId& id);

// The only one with this id, with one that became it, or with an id that
// begins so; nullopt where there is none or several begin so.
template <class T>
Result<std::optional<std::uint32_t>> FindRow(const KeptRows& rows,
                                             std::string_view id) {
  const std::string section = SectionOf(static_cast<const T*>(nullptr));
  std::optional<std::uint32_t> first;
  for (const char* mark : {"=", "~"}) {
    TRY_ASSIGN(const auto numbers,
               rows.Named(section, std::string(mark) + std::string(id)));
    if (numbers.empty()) continue;
    if (!first || numbers.front() < *first) first = numbers.front();
  }
  if (first) return first;
  TRY_ASSIGN(const auto beginning,
             rows.Beginning(section, Own(std::string(id))));
  if (beginning.size() != 1) return std::nullopt;
  return std::optional(beginning.front());
}

}  // namespace concord::engine
