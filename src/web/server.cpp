#include "concord/web/server.h"

#include <Poco/Net/IPAddress.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/TCPServer.h>
#include <Poco/Net/TCPServerConnectionFactory.h>
#include <Poco/ThreadPool.h>

#include "web/app.h"
#include "web/connection.h"

namespace concord::web {
namespace {

namespace net = Poco::Net;

class ConnectionFactory : public net::TCPServerConnectionFactory {
 public:
  explicit ConnectionFactory(const ConnectionOptions& options)
      : options_(options) {}
  net::TCPServerConnection* createConnection(
      const net::StreamSocket& socket) override {
    return new Connection(socket, options_);  // Poco's server deletes it
  }

 private:
  const ConnectionOptions& options_;
};

class ListeningServer : public Server {
 public:
  ListeningServer(const ServeOptions& options, const net::ServerSocket& socket,
                  std::unique_ptr<engine::Readers> readers)
      : readers_(std::move(readers)),
        port_(socket.address().port()),
        address_(socket.address().host()),
        app_(*readers_, AppOptions{.limits = options.limits,
                                   .archive = options.engine.archive.string(),
                                   .port = port_,
                                   .hosts = options.hosts,
                                   .log = options.log}),
        threads_(2, static_cast<int>(options.limits.connections)),
        server_(new ConnectionFactory(connection_), threads_, socket,
                Parameters(options.limits)) {
    connection_.limits = options.limits;
    connection_.answer = [this](const Request& request) {
      return app_.Answer(request);
    };
    connection_.refuse = [this](const Refusal& refusal) {
      return app_.Refuse(refusal);
    };
    server_.start();
  }
  ~ListeningServer() override {
    connection_.stopping = true;
    server_.stop();
    threads_.joinAll();
  }

  std::uint16_t port() const override { return port_; }
  std::string url() const override {
    const bool six = address_.family() == net::IPAddress::IPv6;
    const std::string host = address_.toString();
    return "http://" + (six ? "[" + host + "]" : host) + ":" +
           std::to_string(port_) + "/";
  }

 private:
  static net::TCPServerParams::Ptr Parameters(const Limits& limits) {
    net::TCPServerParams::Ptr parameters = new net::TCPServerParams;
    parameters->setMaxThreads(static_cast<int>(limits.connections));
    parameters->setMaxQueued(static_cast<int>(limits.connections));
    return parameters;
  }

  std::unique_ptr<engine::Readers> readers_;
  std::uint16_t port_;
  net::IPAddress address_;
  App app_;
  ConnectionOptions connection_;
  Poco::ThreadPool threads_;
  net::TCPServer server_;
};

Result<net::IPAddress> ReadAddress(const ServeOptions& options) {
  net::IPAddress address;
  const std::string& text = options.address;
  if (!net::IPAddress::tryParse(text == "localhost" ? "127.0.0.1" : text,
                                address)) {
    return Fail(ErrorCode::kInvalidArgument,
                "'" + text +
                    "' is no address; --address takes one like "
                    "127.0.0.1 or ::1");
  }
  if (!address.isLoopback() && !options.allow_remote) {
    return Fail(ErrorCode::kInvalidArgument,
                "at " + text +
                    " everybody who reaches this machine could read the whole "
                    "archive; give --allow-remote too if that is meant");
  }
  return address;
}

Result<net::ServerSocket> Listen(const net::IPAddress& address,
                                 std::uint16_t port) {
  try {
    net::ServerSocket socket;
    socket.bind(net::SocketAddress(address, port), /*reuseAddress=*/true,
                /*reusePort=*/false);
    socket.listen(128);
    return socket;
  } catch (const Poco::Exception& error) {
    const bool taken = error.code() == POCO_EADDRINUSE;
    return Fail(ErrorCode::kUnavailable,
                taken ? "port " + std::to_string(port) +
                            " is taken; give another with --port, or --port 0 "
                            "for any that is free"
                      : "cannot listen at " + address.toString() + ": " +
                            error.displayText());
  }
}

}  // namespace

Result<std::unique_ptr<Server>> Server::Start(const ServeOptions& options) {
  TRY_ASSIGN(const net::IPAddress address, ReadAddress(options));
  // The port first: that it is taken should not be learnt after a minute of
  // reading.
  TRY_ASSIGN(const net::ServerSocket socket, Listen(address, options.port));
  TRY_ASSIGN(auto readers,
             engine::Readers::Open(options.engine,
                                   {.engines = options.limits.engines,
                                    .patience = options.limits.patience}));
  return std::make_unique<ListeningServer>(options, socket, std::move(readers));
}

}  // namespace concord::web
