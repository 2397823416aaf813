#pragma once
// An error as every face prints it where JSON was asked for.

#include <string>
#include <string_view>

#include "base/json_object.h"

namespace concord {

// {"type":"error","code":"not_found","message":"..."}
inline std::string ErrorJson(std::string_view code, std::string_view message) {
  JsonObject object = NewObject();
  object.set("type", "error");
  object.set("code", std::string(code));
  object.set("message", std::string(message));
  return Line(object);
}

}  // namespace concord
