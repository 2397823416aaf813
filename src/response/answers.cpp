#include "concord/response/answers.h"

#include <algorithm>

#include "concord/base/digest.h"
#include "concord/base/unicode.h"
#include "response/words.h"

namespace concord::response {
namespace {

constexpr std::size_t kDigestDigits = 8;
constexpr std::size_t kPrintDigits = 6;

constexpr std::array kPositions = {
    store::Position::kAwaited, store::Position::kNoted,
    store::Position::kAccepted, store::Position::kAcceptedInPart,
    store::Position::kRejected};
constexpr std::array kImplementations = {
    store::Implementation::kNotRecorded,
    store::Implementation::kOpen,
    store::Implementation::kInProgress,
    store::Implementation::kImplemented,
    store::Implementation::kClosedNotImplemented,
    store::Implementation::kSuperseded,
    store::Implementation::kNotOurs};

bool IsHex(std::string_view text) {
  return !text.empty() &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string WithoutSpaceAround(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return "";
  return std::string(
      text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin));
}

}  // namespace

std::string_view Name(AnswerField field) {
  switch (field) {
    case AnswerField::kPosition:
      return "position";
    case AnswerField::kImplementation:
      return "implementation";
    case AnswerField::kResponse:
      break;
  }
  return "response";
}

std::optional<AnswerField> ReadAnswerField(std::string_view name) {
  for (const AnswerField field : kAnswerFields) {
    if (Name(field) == name) return field;
  }
  return std::nullopt;
}

std::vector<std::string> ChoicesOf(AnswerField field) {
  std::vector<std::string> names;
  if (field == AnswerField::kPosition) {
    for (const auto one : kPositions) names.emplace_back(Name(one));
  } else if (field == AnswerField::kImplementation) {
    for (const auto one : kImplementations) names.emplace_back(Name(one));
  }
  return names;
}

std::optional<std::string> ReadAnswer(AnswerField field,
                                      std::string_view text) {
  const std::vector<std::string> choices = ChoicesOf(field);
  if (choices.empty()) return WithoutSpaceAround(text);
  // As Word and Excel correct it at the beginning of a cell, or with a stop.
  const std::string said = FoldWords(Readable(text));
  for (const std::string& choice : choices) {
    if (said == Readable(choice)) return choice;
  }
  // An emptied cell says what stood there before anybody answered.
  if (said.empty()) return choices.front();
  return std::nullopt;
}

std::string InWords(AnswerField field, const std::string& value) {
  if (value.empty()) return "none";
  return ChoicesOf(field).empty() ? value : Readable(value);
}

std::string RefOf(const RecommendationId& id, std::string_view words) {
  std::string ref = id.value;
  std::replace(ref.begin(), ref.end(), '.', '_');
  return ref + "_" + Sha256Hex(CollapseSpace(words)).substr(0, kDigestDigits);
}

std::optional<Ref> ReadRef(std::string_view text) {
  const std::size_t last = text.rfind('_');
  if (last == std::string_view::npos || last == 0) return std::nullopt;
  const std::size_t middle = text.rfind('_', last - 1);
  if (middle == std::string_view::npos || middle == 0) return std::nullopt;
  const std::string_view number = text.substr(middle + 1, last - middle - 1);
  const std::string_view digest = text.substr(last + 1);
  const bool sound =
      text.starts_with('r') && IsHex(text.substr(1, middle - 1)) &&
      !number.empty() &&
      number.find_first_not_of("0123456789") == std::string_view::npos &&
      digest.size() == kDigestDigits && IsHex(digest);
  if (!sound) return std::nullopt;
  return Ref{{std::string(text.substr(0, middle)) + "." + std::string(number)},
             std::string(digest)};
}

std::string PrintOf(std::string_view value) {
  return Sha256Hex(CollapseSpace(value)).substr(0, kPrintDigits);
}

}  // namespace concord::response
