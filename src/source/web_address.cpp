#include "source/web_address.h"

#include <Poco/Net/IPAddress.h>
#include <Poco/URI.h>

#include <cstdint>
#include <string_view>

#include "concord/source/source.h"

namespace concord::source {
namespace {

bool IsPublicVersion4(const std::uint8_t* bytes) {
  const bool shared = bytes[0] == 100 && (bytes[1] & 0xC0) == 64;
  const bool private_range = bytes[0] == 10 ||
                             (bytes[0] == 172 && (bytes[1] & 0xF0) == 16) ||
                             (bytes[0] == 192 && bytes[1] == 168);
  const bool protocol = bytes[0] == 192 && bytes[1] == 0 && bytes[2] == 0;
  const bool benchmark = bytes[0] == 198 && (bytes[1] & 0xFE) == 18;
  return bytes[0] != 0 && bytes[0] < 224 && !shared && !private_range &&
         !protocol && !benchmark;
}

// Global unicast only, and no tunnel to an address of version 4.
bool IsPublicVersion6(const std::uint8_t* bytes) {
  const bool global = (bytes[0] & 0xE0) == 0x20;
  const bool six_to_four = bytes[0] == 0x20 && bytes[1] == 0x02;
  const bool teredo =
      bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
  return global && !six_to_four && !teredo;
}

}  // namespace

bool IsWebAddress(std::string_view path) {
  return path.starts_with("http://") || path.starts_with("https://");
}

bool IsPublic(const Poco::Net::IPAddress& address) {
  if (address.isWildcard() || address.isLoopback() || address.isMulticast() ||
      address.isLinkLocal() || address.isSiteLocal() || address.isBroadcast()) {
    return false;
  }
  const auto* bytes = static_cast<const std::uint8_t*>(address.addr());
  return address.family() == Poco::Net::IPAddress::IPv4
             ? IsPublicVersion4(bytes)
             : IsPublicVersion6(bytes);
}

std::string WhyNotFetched(const Poco::URI& uri) {
  if (uri.getScheme() != "http" && uri.getScheme() != "https") {
    return "'" + uri.getScheme() + "' is no scheme of web pages";
  }
  if (uri.getHost().empty()) return "it names no host";
  if (!uri.getUserInfo().empty()) {
    return "it has a name or password in it, which the record would keep";
  }
  return "";
}

std::string RequestTarget(const Poco::URI& uri) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string target;
  for (const char c : uri.getPathAndQuery()) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F) {
      target += c;
    } else {
      target += '%';
      target += kHex[byte >> 4];
      target += kHex[byte & 15];
    }
  }
  return target.starts_with('/') ? target : "/" + target;
}

std::string SiteOf(const Poco::URI& uri) {
  const std::string& host = uri.getHost();
  return host.starts_with("www.") ? host.substr(4) : host;
}

}  // namespace concord::source
