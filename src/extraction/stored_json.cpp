// The stored form: every field of every value, both ways without loss.

#include <Poco/Exception.h>
#include <Poco/JSON/Parser.h>

#include <sstream>

#include "concord/extraction/extract.h"
#include "extraction/json_fields.h"

namespace concord::extraction {
namespace {

// What `read` makes of the object.
template <class Read>
auto ReadStored(std::string_view json, Read read)
    -> Result<decltype(read(std::declval<FieldReader&>()))> {
  try {
    Poco::JSON::Parser parser;
    const auto value = parser.parse(std::string(json));
    FieldReader in(value.extract<Poco::JSON::Object::Ptr>());
    return read(in);
  } catch (const Poco::Exception& error) {
    return Fail(ErrorCode::kCorrupt,
                "a stored extraction cannot be read: " + error.displayText());
  }
}

}  // namespace

std::string ToStoredJson(const Extraction& extraction) {
  FieldWriter out;
  out("header", extraction.header);
  ListFields(out, extraction);
  std::ostringstream stream;
  out.object()->stringify(stream);
  return stream.str();
}

Result<Extraction> FromStoredJson(std::string_view json) {
  return ReadStored(json, [](FieldReader& in) {
    Extraction extraction;
    in("header", extraction.header);
    ListFields(in, extraction);
    return extraction;
  });
}

Result<Recommendation> RecommendationFromStoredJson(std::string_view json) {
  return ReadStored(json, [](FieldReader& in) {
    Recommendation recommendation;
    Fields(in, recommendation);
    return recommendation;
  });
}

}  // namespace concord::extraction
