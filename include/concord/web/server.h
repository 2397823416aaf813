#pragma once
// The browser face: the engine's views as pages, for one machine.
//
// Why: a researcher searches, follows and prints in a browser. Pages are made
// here from templates, need no script and nothing from outside, and only read:
// what a person decides is written on the command line.
//
//   TRY_ASSIGN(auto server, Server::Start({.engine = options, .port = 0}));
//   server->url()   // "http://127.0.0.1:40213/"
//
// Listens on loopback unless told otherwise, answers GET and HEAD, and bounds
// everything a client can send (see Limits and docs/serve.md). Start returns
// when it is listening; threads of its own answer until the Server goes.

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "concord/base/result.h"
#include "concord/engine/engine.h"

namespace concord::web {

// What one client, and all together, may take.
struct Limits {
  std::size_t head_bytes =
      std::size_t{16} * 1024;       // request line and header fields
  std::size_t target_bytes = 4096;  // the address
  std::size_t header_fields = 64;
  std::size_t query_fields = 24;
  std::size_t value_bytes = 4000;  // of one query field, decoded
  std::uint32_t page_size = 100;   // rows a page at most
  unsigned connections = 256;      // threads that read requests
  unsigned engines = 4;            // requests worked on at the same time
  std::chrono::milliseconds head_time{5'000};     // for the whole head
  std::chrono::milliseconds answer_time{30'000};  // for sending an answer
  std::chrono::milliseconds patience{10'000};     // for a free engine
};

struct ServeOptions {
  engine::EngineOptions engine;
  std::string address = "127.0.0.1";
  std::uint16_t port = 8750;  // 0 = any that is free
  // Needed for any address but a loopback one: whoever reaches it can read
  // the whole archive.
  bool allow_remote = false;
  // Names, beside addresses and "localhost", under which a browser may call.
  std::vector<std::string> hosts;
  Limits limits;
  // Told of what went wrong inside, one line each; may be called by any thread.
  std::function<void(const std::string&)> log;
};

class Server {
 public:
  // kInvalidArgument (an address that is none, or not loopback), kUnavailable
  // (the port is taken), or the error of opening the archive.
  [[nodiscard]] static Result<std::unique_ptr<Server>> Start(
      const ServeOptions& options);
  // Stops listening and waits for what is being answered.
  virtual ~Server() = default;

  virtual std::uint16_t port() const = 0;
  virtual std::string url() const = 0;
};

}  // namespace concord::web
