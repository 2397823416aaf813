#pragma once
// Which addresses are fetched, and how they are written in a request.

#include <string>

namespace Poco {
class URI;
namespace Net {
class IPAddress;
}
}  // namespace Poco

namespace concord::source {

// False for addresses that are not of the public network: this machine,
// private and shared ranges, link-local (where clouds keep their secrets), and
// the forms of IPv6 that carry one of these inside.
bool IsPublic(const Poco::Net::IPAddress& address);

// "" where the page can be asked for, else why not: another scheme, no host, a
// password that would end up in the record.
std::string WhyNotFetched(const Poco::URI& uri);

// Path and query as a request line has them: nothing in it can end the line.
std::string RequestTarget(const Poco::URI& uri);

// The host, "www." apart: what a site calls itself.
std::string SiteOf(const Poco::URI& uri);

}  // namespace concord::source
