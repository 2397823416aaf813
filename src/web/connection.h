#pragma once
// One connection: one head in, one answer out, both within a time of their own.

#include <Poco/Net/TCPServerConnection.h>

#include <atomic>
#include <functional>

#include "web/response.h"

namespace concord::web {

// Answers a request that was read.
using Answer = std::function<Response(const Request&)>;
// Answers one that was refused.
using AnswerRefusal = std::function<Response(const Refusal&)>;

struct ConnectionOptions {
  Limits limits;
  Answer answer;
  AnswerRefusal refuse;
  std::atomic<bool> stopping{false};  // idle connections are given up
};

class Connection : public Poco::Net::TCPServerConnection {
 public:
  Connection(const Poco::Net::StreamSocket& socket,
             const ConnectionOptions& options);
  void run() override;

 private:
  // Everything up to the empty line; "" where the client went away.
  tl::expected<std::string, Refusal> ReadHead();
  bool AwaitBytes(std::chrono::steady_clock::time_point deadline);
  Response Answered(const std::string& head, Method* method) const;
  void Send(const std::string& bytes);

  const ConnectionOptions& options_;
};

}  // namespace concord::web
