#pragma once
// A server of ours on the loopback address, for tests of fetching: answers as
// it is told to, byte for byte, and keeps what it was asked.

#include <Poco/Exception.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/StreamSocket.h>

#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace concord::source {

class WebSite {
 public:
  // Called with the path asked for; writes to the socket what it likes.
  using Answer =
      std::function<void(const std::string& path, Poco::Net::StreamSocket&)>;
  // What comes in, made one that can be talked to: for TLS.
  using Accept =
      std::function<Poco::Net::StreamSocket(Poco::Net::StreamSocket)>;

  explicit WebSite(
      Answer answer,
      Accept accept = [](Poco::Net::StreamSocket socket) { return socket; })
      : answer_(std::move(answer)),
        accept_(std::move(accept)),
        server_(Poco::Net::SocketAddress("127.0.0.1", 0)),
        thread_([this] { Serve(); }) {}

  ~WebSite() {
    ending_ = true;
    thread_.join();
  }
  WebSite(const WebSite&) = delete;
  WebSite& operator=(const WebSite&) = delete;

  std::string Address(const std::string& path) const {
    return "http://127.0.0.1:" + std::to_string(port()) + path;
  }
  int port() const { return server_.address().port(); }

  // The requests as they came in, one after the other.
  std::vector<std::string> asked() const {
    const std::lock_guard lock(mutex_);
    return asked_;
  }
  // How often a path was asked for.
  int CountOf(const std::string& path) const {
    int count = 0;
    for (const std::string& request : asked()) {
      if (request.starts_with("GET " + path + " ")) ++count;
    }
    return count;
  }

 private:
  void Serve() {
    while (!ending_) {
      if (!server_.poll(Poco::Timespan(20'000),
                        Poco::Net::Socket::SELECT_READ)) {
        continue;
      }
      try {
        Poco::Net::StreamSocket socket = accept_(server_.acceptConnection());
        Talk(socket);
        socket.shutdownSend();
      } catch (const Poco::Exception&) {
        // The other side has had enough, which some tests want.
      }
    }
  }

  void Talk(Poco::Net::StreamSocket& socket) {
    std::string request;
    char piece[4096];
    while (request.find("\r\n\r\n") == std::string::npos) {
      const int size = socket.receiveBytes(piece, sizeof piece);
      if (size <= 0) return;
      request.append(piece, static_cast<std::size_t>(size));
    }
    const std::size_t end = request.find(' ', 4);
    {
      const std::lock_guard lock(mutex_);
      asked_.push_back(request);
    }
    answer_(request.substr(4, end - 4), socket);
  }

  Answer answer_;
  Accept accept_;
  Poco::Net::ServerSocket server_;
  mutable std::mutex mutex_;
  std::vector<std::string> asked_;
  std::atomic<bool> ending_{false};
  std::thread thread_;
};

inline void Say(Poco::Net::StreamSocket& socket, const std::string& bytes) {
  std::size_t sent = 0;
  while (sent < bytes.size()) {
    sent += static_cast<std::size_t>(socket.sendBytes(
        bytes.data() + sent, static_cast<int>(bytes.size() - sent)));
  }
}

// "200 OK" with a body of known length.
inline std::string Page(const std::string& body,
                        const std::string& fields = "") {
  return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=iso-8859-1\r\n" +
         fields + "Content-Length: " + std::to_string(body.size()) +
         "\r\n\r\n" + body;
}

inline std::string Redirect(const std::string& to) {
  return "HTTP/1.1 301 Moved\r\nLocation: " + to +
         "\r\nContent-Length: 0\r\n\r\n";
}

}  // namespace concord::source
