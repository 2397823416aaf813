#include "crossref/work_folder.h"

#include <cctype>

#include "concord/base/unicode.h"

namespace concord::crossref {
namespace {

bool IsPlaceStep(std::string_view step) {
  const std::string folded = Fold(step);
  for (const std::string_view noun :
       {"part", "chapter", "appendi", "annex", "volume", "vol"}) {
    if (folded.starts_with(noun)) return true;
  }
  return step.size() == 1 && std::isupper(static_cast<unsigned char>(step[0]));
}

bool IsNumber(std::string_view step) {
  return !step.empty() && step.size() <= 2 &&
         step.find_first_not_of("0123456789") == std::string_view::npos;
}

// "chapters/7": the length of the last step and, of a number, of the step that
// says what it counts; 0 for a folder that is no place.
std::size_t PlaceStepsAtEnd(std::string_view folder) {
  std::size_t slash = folder.rfind('/');
  if (slash == std::string_view::npos) return 0;
  if (IsNumber(folder.substr(slash + 1))) {
    slash = folder.rfind('/', slash - 1);
    if (slash == std::string_view::npos) return 0;
    const std::string_view above = folder.substr(slash + 1);
    if (above.find('/') < 2) return 0;  // a letter is no noun
  }
  const std::string_view step = folder.substr(slash + 1);
  return IsPlaceStep(step) ? folder.size() - slash : 0;
}

}  // namespace

std::string WorkFolder(std::string_view uri) {
  const std::size_t slash = uri.rfind('/');
  if (slash == std::string_view::npos) return std::string(uri);
  uri = uri.substr(0, slash);
  for (std::size_t length = PlaceStepsAtEnd(uri); length > 0;
       length = PlaceStepsAtEnd(uri)) {
    uri.remove_suffix(length);
  }
  return std::string(uri);
}

}  // namespace concord::crossref
