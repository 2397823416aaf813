#include "response/view_data.h"

#include <sstream>
#include <utility>

#include "concord/base/unicode.h"

namespace concord::response {

void Set(data* view, const std::string& name, const std::string& text) {
  if (text.empty()) {
    view->set(name, data{false});
  } else {
    view->set(name, data{text});
  }
}

void Set(data* view, const std::string& name, std::int32_t number) {
  view->set(name, data{number < 0 ? std::string("–") : std::to_string(number)});
}

void SetFlag(data* view, const std::string& name, bool flag) {
  view->set(name, data{flag});
}

void SetList(data* view, const std::string& name, const data& list) {
  view->set(name, list);
  SetFlag(view, "has_" + name, list.is_non_empty_list());
}

void AddFurther(data row, data* list) {
  SetFlag(&row, "further", list->is_non_empty_list());
  *list << row;
}

data Lines(const std::string& text) {
  data list = NewList();
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    data row = NewRow();
    Set(&row, "line", line);
    AddFurther(std::move(row), &list);
  }
  return list;
}

std::string Beginning(const std::string& text, std::size_t most_bytes) {
  std::string whole = CollapseSpace(text);
  if (whole.size() <= most_bytes) return whole;
  const std::string begun = Ellipsis(whole, most_bytes);
  const std::size_t space = begun.rfind(' ');
  return space == std::string::npos ? begun
                                    : begun.substr(0, space) + "\u00A0…";
}

}  // namespace concord::response
