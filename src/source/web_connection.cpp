#include "source/web_connection.h"

#include <Poco/Exception.h>
#include <Poco/Net/Context.h>
#include <Poco/Net/DNS.h>
#include <Poco/Net/HostEntry.h>
#include <Poco/Net/IPAddress.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/SSLManager.h>
#include <Poco/Net/SecureStreamSocket.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/StreamSocket.h>
#include <Poco/URI.h>

#include <algorithm>
#include <cstring>
#include <vector>

#include "source/http_framing.h"
#include "source/web_address.h"

namespace concord::source {
namespace {

namespace net = Poco::Net;
using std::chrono::steady_clock;

constexpr std::size_t kLongestHeader = 64u << 10;
constexpr std::size_t kPiece = 64u << 10;
constexpr std::string_view kAgentField =
    "concord/0.1 (archives reports; keeps to robots.txt)";

Read<std::string> Cancelled() {
  return FaultOf(ErrorCode::kCancelled, "interrupted");
}

Read<std::string> TooSlow(const WebLimits& limits) {
  return FaultOf(ErrorCode::kUnavailable,
                 "the server took longer than " +
                     std::to_string(limits.timeout.count()) + " s",
                 "timeout");
}

Read<std::string> Unreachable(const std::string& why) {
  return FaultOf(ErrorCode::kUnavailable,
                 "the server cannot be reached: " + why, "unreachable");
}

// One request on its way.
class Request {
 public:
  Request(const Poco::URI& uri, const WebLimits& limits,
          Cancellation* cancellation)
      : uri_(uri),
        limits_(limits),
        cancellation_(cancellation),
        end_(steady_clock::now() + limits.timeout) {}

  // Throws Poco's errors.
  Read<std::string> Run() {
    const auto addresses = Resolve();
    if (!addresses) return tl::unexpected<Fault>(addresses.error());
    net::StreamSocket socket;
    std::string why;
    for (const net::IPAddress& address : *addresses) {
      socket = net::StreamSocket(address.family());
      why = Connect(net::SocketAddress(address, uri_.getPort()), &socket);
      if (why.empty()) break;
      if (cancellation_->cancelled()) return Cancelled();
      if (steady_clock::now() >= end_) return TooSlow(limits_);
    }
    if (!why.empty()) return Unreachable(why);
    const Watchdog watchdog(socket.impl()->sockfd(), end_, cancellation_);
    Read<std::string> answer = FaultOf(ErrorCode::kInternal, "not asked");
    try {
      answer = Talk(socket);
    } catch (const Poco::Exception& exception) {
      answer = Unreachable(exception.displayText());
    }
    if (cancellation_->cancelled()) return Cancelled();
    if (watchdog.has_bitten()) return TooSlow(limits_);
    return answer;
  }

 private:
  Read<std::vector<net::IPAddress>> Resolve() const {
    std::vector<net::IPAddress> found;
    // A number is not asked for by name: that would ask whose number it is.
    net::IPAddress number;
    if (net::IPAddress::tryParse(uri_.getHost(), number)) {
      found.push_back(number);
    } else {
      found = net::DNS::hostByName(uri_.getHost()).addresses();
    }
    if (!limits_.allow_private) {
      std::erase_if(found, [](const auto& at) { return !IsPublic(at); });
    }
    if (!found.empty()) return found;
    return FaultOf(ErrorCode::kUnavailable,
                   uri_.getHost() +
                       " is not on the public network; --allow-private lets "
                       "it in",
                   "private_address");
  }

  // "" where it is connected, else why not.
  std::string Connect(const net::SocketAddress& to,
                      net::StreamSocket* socket) const {
    constexpr int kSlice = 100'000;  // microseconds between looks at the clock
    try {
      socket->connectNB(to);
      while (!socket->poll(
          Poco::Timespan(kSlice),
          net::Socket::SELECT_WRITE | net::Socket::SELECT_ERROR)) {
        if (steady_clock::now() >= end_ || cancellation_->cancelled()) {
          return "no answer";
        }
      }
      const int error = socket->impl()->socketError();
      if (error != 0) return std::strerror(error);
      socket->setBlocking(true);
      return "";
    } catch (const Poco::Exception& exception) {
      return exception.displayText();
    }
  }

  static net::Context::Ptr TlsContext() {
    static const net::Context::Ptr context = [] {
      net::initializeSSL();
      net::Context::Ptr made(
          new net::Context(net::Context::TLS_CLIENT_USE, "", "", "",
                           net::Context::VERIFY_STRICT, 9, true));
      made->requireMinimumProtocol(net::Context::PROTO_TLSV1_2);
      return made;
    }();
    return context;
  }

  Read<std::string> Talk(const net::StreamSocket& plain) const {
    if (uri_.getScheme() == "http") return Ask(plain);
    // The handshake holds the certificate against the name, too.
    return Ask(
        net::SecureStreamSocket::attach(plain, uri_.getHost(), TlsContext()));
  }

  Read<std::string> Ask(net::StreamSocket socket) const {
    const std::string request =
        "GET " + RequestTarget(uri_) +
        " HTTP/1.1\r\nHost: " + uri_.getAuthority() +
        "\r\nUser-Agent: " + std::string(kAgentField) +
        "\r\nAccept: */*\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n";
    std::size_t sent = 0;
    while (sent < request.size()) {
      const int now = socket.sendBytes(request.data() + sent,
                                       static_cast<int>(request.size() - sent));
      if (now <= 0) return Unreachable("it does not listen");
      sent += static_cast<std::size_t>(now);
    }
    return Receive(socket);
  }

  Read<std::string> Receive(net::StreamSocket& socket) const {
    HttpFraming framing(kLongestHeader);
    std::string piece(kPiece, '\0');
    while (!framing.complete()) {
      const int size =
          socket.receiveBytes(piece.data(), static_cast<int>(piece.size()));
      if (size <= 0) break;
      if (!framing.Add(std::string_view(piece).substr(0, size))) {
        return FaultOf(ErrorCode::kCorrupt,
                       "what it sends is no answer of a web server",
                       "bad_answer");
      }
      const bool too_large = framing.body_size() > limits_.max_bytes ||
                             framing.stated_size() > limits_.max_bytes;
      if (!too_large) continue;
      if (!limits_.cut) return tl::unexpected(TooLarge(limits_.max_bytes));
      if (framing.body_size() > limits_.max_bytes) {
        return std::move(framing.block());
      }
    }
    if (framing.AtEnd()) return std::move(framing.block());
    return FaultOf(ErrorCode::kUnavailable,
                   "the connection broke before the end", "truncated");
  }

  const Poco::URI& uri_;
  const WebLimits& limits_;
  Cancellation* cancellation_;
  steady_clock::time_point end_;
};

}  // namespace

Read<std::string> AskServer(const Poco::URI& uri, const WebLimits& limits,
                            Cancellation* cancellation) {
  if (cancellation->cancelled()) return Cancelled();
  try {
    return Request(uri, limits, cancellation).Run();
  } catch (const Poco::Exception& exception) {
    return Unreachable(exception.displayText());
  } catch (const std::exception& exception) {
    return Unreachable(exception.what());
  }
}

}  // namespace concord::source
