// Which archive is it, and how is it read?

#include "source/container.h"

#include <unistd.h>

#include <array>
#include <charconv>

#include "source/gzip_stream.h"

namespace concord::source {
namespace {

constexpr std::size_t kTarHeader = 512;
constexpr std::size_t kTarMagic = 257;

// The first bytes of what a packed head holds; shorter where it is cut.
std::string Unpacked(std::string_view head) {
  GzipStream stream(std::make_unique<MemoryStream>(std::string(head)));
  std::string bytes(kTarHeader, '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const auto got =
        stream.ReadSome(bytes.data() + filled, bytes.size() - filled);
    if (!got || *got == 0) break;
    filled += *got;
  }
  bytes.resize(filled);
  return bytes;
}

bool IsTar(std::string_view head) {
  return head.size() >= kTarHeader &&
         head.substr(kTarMagic).starts_with("ustar");
}

// "minutes.html.gz" -> "minutes.html"
std::string NameInside(const std::string& name) {
  std::string base = name.substr(name.find_last_of('/') + 1);
  const std::size_t dot = base.rfind('.');
  if (dot == std::string::npos || dot == 0) return base;
  return base.substr(0, dot);
}

std::unique_ptr<Container> OpenGzip(std::string_view head, ContainerInput input,
                                    const SourceOptions& options) {
  const std::string inner = Unpacked(head);
  if (IsTar(inner)) return OpenArchive(std::move(input), options);
  std::string name = NameInside(input.name);
  auto stream = std::make_unique<GzipStream>(StreamOf(std::move(input)));
  if (inner.starts_with("WARC/")) return OpenWarc(std::move(stream), options);
  if (inner.starts_with("filedesc://")) {
    return OpenArc(std::move(stream), options);
  }
  return OpenPacked(std::move(stream), std::move(name), options);
}

int Digits(std::string_view text, std::size_t at, std::size_t count) {
  int number = -1;
  if (at + count <= text.size()) {
    std::from_chars(text.data() + at, text.data() + at + count, number);
  }
  return number;
}

}  // namespace

std::unique_ptr<ByteStream> StreamOf(ContainerInput input) {
  if (input.descriptor < 0) {
    return std::make_unique<MemoryStream>(std::move(input.bytes));
  }
  return std::make_unique<JoinedStream>(
      std::move(input.bytes),
      std::make_unique<DescriptorStream>(input.descriptor));
}

bool IsContainer(const MediaType& type) {
  constexpr std::array<std::string_view, 9> kTypes = {
      "application/zip",  "application/x-7z-compressed",
      "application/gzip", "application/x-bzip2",
      "application/x-xz", "application/zstd",
      "application/warc", "application/x-ia-arc",
      "application/x-tar"};
  for (const std::string_view one : kTypes) {
    if (one == type) return true;
  }
  return false;
}

std::unique_ptr<Container> OpenContainer(const MediaType& type,
                                         std::string_view head,
                                         ContainerInput input,
                                         const SourceOptions& options) {
  if (type == "application/gzip") {
    return OpenGzip(head, std::move(input), options);
  }
  if (type == "application/warc") {
    return OpenWarc(StreamOf(std::move(input)), options);
  }
  if (type == "application/x-ia-arc") {
    return OpenArc(StreamOf(std::move(input)), options);
  }
  if (IsContainer(type)) return OpenArchive(std::move(input), options);
  return nullptr;
}

std::optional<std::chrono::sys_seconds> ReadTimestamp(std::string_view text) {
  std::string digits;
  for (const char c : text.substr(0, text.find_first_of(".Z+"))) {
    if (c >= '0' && c <= '9') digits.push_back(c);
  }
  if (digits.size() < 8) return std::nullopt;
  digits.resize(14, '0');
  const std::chrono::year_month_day day{
      std::chrono::year(Digits(digits, 0, 4)),
      std::chrono::month(static_cast<unsigned>(Digits(digits, 4, 2))),
      std::chrono::day(static_cast<unsigned>(Digits(digits, 6, 2)))};
  if (!day.ok()) return std::nullopt;
  return std::chrono::sys_days(day) + std::chrono::hours(Digits(digits, 8, 2)) +
         std::chrono::minutes(Digits(digits, 10, 2)) +
         std::chrono::seconds(Digits(digits, 12, 2));
}

}  // namespace concord::source
