#include "response/answered.h"

#include <algorithm>

namespace concord::response {
namespace {

// The value of this name; the first one where none has it.
template <class Value>
Value ReadNamed(const std::string& name) {
  for (std::uint8_t i = 0; !Name(static_cast<Value>(i)).empty(); ++i) {
    if (Name(static_cast<Value>(i)) == name) return static_cast<Value>(i);
  }
  return Value{};
}

// "from response.xlsx": its folders are of one machine.
std::string NameOf(const std::string& file) {
  return file.substr(file.find_last_of('/') + 1);
}

void Stand(const Answered& answer, Entry* entry) {
  switch (answer.field) {
    case AnswerField::kPosition:
      entry->position = ReadNamed<store::Position>(answer.value);
      break;
    case AnswerField::kImplementation:
      entry->implementation = ReadNamed<store::Implementation>(answer.value);
      // What a text says took its place stays among the evidence.
      entry->implementation_source.reset();
      entry->implementation_by.clear();
      entry->implementation_by_entries.clear();
      break;
    case AnswerField::kResponse:
      entry->response = answer.value.empty()
                            ? std::nullopt
                            : std::optional<std::string>(answer.value);
      break;
  }
}

}  // namespace

void AddAnswers(const std::vector<RecordedAnswer>& answers,
                const std::map<RecommendationId, std::int32_t>& entries,
                ConsolidatedResponse* response) {
  for (const RecordedAnswer& answer : answers) {
    const auto found = entries.find(answer.id);
    if (found == entries.end()) continue;
    std::vector<Answered>& all =
        response->entries[static_cast<std::size_t>(found->second - 1)].answers;
    // One act says the same of every member.
    const bool said = std::any_of(all.begin(), all.end(), [&](const auto& one) {
      return one.by.act == answer.by.act && one.field == answer.field &&
             one.value == answer.value;
    });
    if (said) continue;
    all.push_back({.field = answer.field,
                   .id = answer.id.value,
                   .value = answer.value,
                   .by = answer.by,
                   .file = NameOf(answer.file),
                   .place = answer.place});
  }
  for (Entry& entry : response->entries) {
    for (const AnswerField field : kAnswerFields) {
      const auto last =
          std::find_if(entry.answers.rbegin(), entry.answers.rend(),
                       [&](const Answered& one) { return one.field == field; });
      if (last == entry.answers.rend()) continue;
      last->stands = true;
      Stand(*last, &entry);
    }
    // The latest act first, its fields in their order, what stands before what
    // does not.
    std::stable_sort(entry.answers.begin(), entry.answers.end(),
                     [](const Answered& a, const Answered& b) {
                       if (a.stands != b.stands) return a.stands;
                       if (a.by.act != b.by.act) return a.by.act > b.by.act;
                       return a.field < b.field;
                     });
  }
}

}  // namespace concord::response
