#pragma once
// What people answer: the fields they fill in, in which file of ours they did,
// and how a filled file is read back.
//
//   TRY_ASSIGN(const FilledResponse filled, ReadFilled(bytes));
//
// A file that `respond` writes carries its own marks: its scope among the
// properties of the document, and with each entry which recommendations it
// answers and what its three fields said then. So a workbook may be sorted,
// filtered and cut, and an entry that nobody touched is told from one that was
// emptied. Pure functions; safe from any thread.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/id.h"
#include "concord/base/result.h"
#include "concord/document/response_mark.h"
#include "concord/overlap/decisions.h"
#include "concord/store/records.h"

namespace concord::response {

enum class AnswerField : std::uint8_t { kPosition, kImplementation, kResponse };
inline constexpr std::array<AnswerField, 3> kAnswerFields = {
    AnswerField::kPosition, AnswerField::kImplementation,
    AnswerField::kResponse};
std::string_view Name(AnswerField field);  // "position", ...
std::optional<AnswerField> ReadAnswerField(std::string_view name);

// What the field may say, by the names that are kept; none: any words.
std::vector<std::string> ChoicesOf(AnswerField field);
// "Accepted in part." -> "accepted_in_part"; words as they are, without space
// around them. nullopt for what is no choice of the field.
std::optional<std::string> ReadAnswer(AnswerField field, std::string_view text);

// As people read it: "accepted in part", the words of a response; "none" where
// nothing is said.
std::string InWords(AnswerField field, const std::string& value);

// An answer of the record, in the order they were given.
struct RecordedAnswer {
  AnswerField field = AnswerField::kPosition;
  std::string value;
  RecommendationId id;
  overlap::Authorship by;
  std::string file;
  std::string place;
};

// "r3fa9c1d2b0e4_7_d81bc02": which recommendation, and the beginning of its
// words' digest, in letters that may name a place in a Word file.
std::string RefOf(const RecommendationId& id, std::string_view words);
struct Ref {
  RecommendationId id;
  std::string digest;

  friend bool operator==(const Ref&, const Ref&) = default;
};
std::optional<Ref> ReadRef(std::string_view text);

// Six digits for what a field said, equal where only spaces differ.
std::string PrintOf(std::string_view value);

// The property of a document that names the scope it answers.
inline constexpr std::string_view kResponseProperty = document::kResponseMark;
// Columns of the sheet of entries that are folded away.
inline constexpr std::string_view kRefsColumn = "Recommendations answered";
inline constexpr std::string_view kWrittenColumn = "As it was written";
// How places of a Word file begin that say the same.
inline constexpr std::string_view kRefMark = "answers_";
inline constexpr std::string_view kWrittenMark = "written_";

// One entry of a file as it is now. Fields in the order of kAnswerFields.
struct FilledEntry {
  std::string place;  // "entry 4 (row 5)"
  std::vector<Ref> refs;
  std::array<std::string, 3> fields;
  std::array<std::string, 3> places;   // "Entries!H5"
  std::array<std::string, 3> written;  // PrintOf what it said at first
  std::array<bool, 3> there = {};      // the file has the field at all
};

struct FilledResponse {
  std::string scope;  // that it says it is of; "" where that was lost
  std::vector<FilledEntry> entries;
  // What it holds that no field takes in: a sheet or a column of somebody's.
  std::vector<std::string> beside;
  std::vector<std::string> problems;  // one line each
  // Words by Ref::id, for what is not held any more; a workbook has them.
  std::vector<std::pair<std::string, std::string>> words;
};

// A DOCX or XLSX. kInvalidArgument for a file that is no response of ours.
[[nodiscard]] Result<FilledResponse> ReadFilled(std::string_view bytes);

}  // namespace concord::response
