#pragma once
// Values as bytes and back, for what this program writes and reads itself.
//
//   std::string bytes = Encode(quote);
//   Quote quote;
//   if (!Decode(bytes, &quote)) ...            cut short, or too long
//
// A type says its members once: Fields(visit, value) returns visit(member,
// ...). What it inherits is one member. A member that it leaves out does not
// compile. Numbers are as they lie in memory: such bytes do not leave the
// machine. Total: any bytes may be decoded.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "concord/base/id.h"
#include "concord/base/text_span.h"

namespace concord::engine {

template <class T>
concept Plain = std::is_arithmetic_v<T> || std::is_enum_v<T>;

// Members of the aggregate T: as many as it can be made of.
struct AnyMember {
  template <class T>
  operator T() const;
};
template <class T, class... Members>
consteval std::size_t MemberCount() {
  if constexpr (requires { T{Members{}..., AnyMember{}}; }) {
    return MemberCount<T, Members..., AnyMember>();
  } else {
    return sizeof...(Members);
  }
}

// Members of T that are kept apart from it.
template <class T>
inline constexpr std::size_t kKeptApart = 0;

// A visit of Fields() that tells how many there are.
struct FieldCounter {
  template <class... Members>
  std::integral_constant<std::size_t, sizeof...(Members)> operator()(
      const Members&...) const;
};

class Encoder {
 public:
  template <class... Members>
  void operator()(const Members&... members) {
    (Put(members), ...);
  }
  std::string Take() { return std::move(bytes_); }

 private:
  template <Plain T>
  void Put(const T& value) {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void Put(const std::string& text) {
    Put(static_cast<std::uint32_t>(text.size()));
    bytes_ += text;
  }
  void Put(const TextSpan& span) { (*this)(span.begin, span.end); }
  template <class Tag>
  void Put(const Id<Tag>& id) {
    Put(id.value);
  }
  template <class T>
  void Put(const std::vector<T>& values) {
    Put(static_cast<std::uint32_t>(values.size()));
    for (const T& value : values) Put(value);
  }
  template <class T>
  requires(!Plain<T>) void Put(const T& value) {
    using Named =
        decltype(Fields(std::declval<FieldCounter&>(), std::declval<T&>()));
    static_assert(Named::value + kKeptApart<T> == MemberCount<T>(),
                  "a member of T is not named in its Fields()");
    Fields(*this, const_cast<T&>(value));  // which an encoder only reads
  }

  std::string bytes_;
};

class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : rest_(bytes) {}

  template <class... Members>
  void operator()(Members&... members) {
    (Get(members), ...);
  }
  // Everything was there, and nothing is left.
  bool IsWhole() const { return !short_ && rest_.empty(); }

 private:
  template <Plain T>
  void Get(T& value) {
    if (rest_.size() < sizeof value) {
      short_ = true;
      return;
    }
    std::memcpy(&value, rest_.data(), sizeof value);
    rest_.remove_prefix(sizeof value);
  }
  // A bool is a byte that may hold anything.
  void Get(bool& value) {
    std::uint8_t byte = 0;
    Get(byte);
    value = byte != 0;
  }
  void Get(std::string& text) {
    const std::uint32_t size = Size();
    text.assign(rest_.substr(0, size));
    rest_.remove_prefix(size);
  }
  void Get(TextSpan& span) { (*this)(span.begin, span.end); }
  template <class Tag>
  void Get(Id<Tag>& id) {
    Get(id.value);
  }
  template <class T>
  void Get(std::vector<T>& values) {
    values.resize(Size());
    for (T& value : values) Get(value);
  }
  template <class T>
  requires(!Plain<T>) void Get(T& value) { Fields(*this, value); }
  // Of a text or list, each element of which takes a byte at least.
  std::uint32_t Size() {
    std::uint32_t size = 0;
    Get(size);
    if (size <= rest_.size()) return size;
    short_ = true;
    return 0;
  }

  std::string_view rest_;
  bool short_ = false;
};

template <class T>
std::string Encode(const T& value) {
  Encoder encoder;
  encoder(value);
  return encoder.Take();
}

template <class T>
bool Decode(std::string_view bytes, T* value) {
  Decoder decoder(bytes);
  decoder(*value);
  return decoder.IsWhole();
}

}  // namespace concord::engine
