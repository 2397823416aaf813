#pragma once
// What the program prints as JSON, for tests that look into it.

#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>

#include <string>

namespace concord::testing {

// Throws Poco's exception where it is no object.
inline Poco::JSON::Object::Ptr Parse(const std::string& json) {
  Poco::JSON::Parser parser;
  return parser.parse(json).extract<Poco::JSON::Object::Ptr>();
}

}  // namespace concord::testing
