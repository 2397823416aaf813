#pragma once
// Visitors of fields.h that build and read Poco's JSON objects.
//
// Internal to the JSON files of this module: its rules see no JSON. FieldWriter
// keeps the order of the keys. FieldReader leaves the default where a key is
// absent, so that a later version may add fields; a value of the wrong type
// throws Poco's exception, which the caller translates.

#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>

#include <cstdint>
#include <string>
#include <type_traits>
#include <vector>

#include "extraction/fields.h"

namespace concord::extraction {

class FieldWriter {
 public:
  FieldWriter()
      : object_(new Poco::JSON::Object(Poco::JSON_PRESERVE_KEY_ORDER)) {}

  Poco::JSON::Object::Ptr object() const { return object_; }

  template <class T>
  void operator()(const char* key, const T& value) {
    if constexpr (std::is_enum_v<T>) {
      object_->set(key, std::string(Name(value)));
    } else if constexpr (std::is_class_v<T> &&
                         !std::is_same_v<T, std::string>) {
      FieldWriter inner;
      Fields(inner, value);
      object_->set(key, inner.object());
    } else {
      object_->set(key, value);
    }
  }

  template <class T>
  void operator()(const char* key, const std::vector<T>& values) {
    Poco::JSON::Array::Ptr array(new Poco::JSON::Array);
    for (const T& value : values) {
      FieldWriter inner;
      Fields(inner, value);
      array->add(inner.object());
    }
    object_->set(key, array);
  }

  // A text field whose absence prints as null.
  void Label(const char* key, const std::string& value) {
    if (value.empty()) {
      object_->set(key, Poco::Dynamic::Var());
    } else {
      object_->set(key, value);
    }
  }

  // The words a value rests on; null where there are none.
  void Source(const char* key, const TextItem& item) {
    if (item.printed.empty()) {
      object_->set(key, Poco::Dynamic::Var());
    } else {
      (*this)(key, item);
    }
  }

 private:
  Poco::JSON::Object::Ptr object_;
};

class FieldReader {
 public:
  explicit FieldReader(Poco::JSON::Object::Ptr object)
      : object_(std::move(object)) {}

  template <class T>
  void operator()(const char* key, T& value) {
    if (!object_->has(key) || object_->isNull(key)) return;
    if constexpr (std::is_enum_v<T>) {
      value = ReadEnum<T>(object_->getValue<std::string>(key));
    } else if constexpr (std::is_class_v<T> &&
                         !std::is_same_v<T, std::string>) {
      FieldReader inner(object_->getObject(key));
      Fields(inner, value);
    } else {
      value = object_->getValue<T>(key);
    }
  }

  template <class T>
  void operator()(const char* key, std::vector<T>& values) {
    if (!object_->has(key)) return;
    const Poco::JSON::Array::Ptr array = object_->getArray(key);
    for (unsigned i = 0; !array.isNull() && i < array->size(); ++i) {
      FieldReader inner(array->getObject(i));
      Fields(inner, values.emplace_back());
    }
  }

  void Label(const char* key, std::string& value) { (*this)(key, value); }
  void Source(const char* key, TextItem& item) { (*this)(key, item); }

 private:
  // Name() is "" past the last enumerator.
  template <class T>
  static T ReadEnum(const std::string& name) {
    for (int i = 0; !Name(static_cast<T>(i)).empty(); ++i) {
      if (Name(static_cast<T>(i)) == name) return static_cast<T>(i);
    }
    throw Poco::DataFormatException("not a known word", name);
  }

  Poco::JSON::Object::Ptr object_;
};

}  // namespace concord::extraction
