#include "web/connection.h"

#include <Poco/Net/NetException.h>

namespace concord::web {
namespace {

using Clock = std::chrono::steady_clock;

Poco::Timespan Left(Clock::time_point deadline) {
  const auto left = std::chrono::duration_cast<std::chrono::microseconds>(
      deadline - Clock::now());
  return Poco::Timespan(std::max<std::int64_t>(left.count(), 0));
}

}  // namespace

Connection::Connection(const Poco::Net::StreamSocket& socket,
                       const ConnectionOptions& options)
    : TCPServerConnection(socket), options_(options) {}

void Connection::run() {
  try {
    const tl::expected<std::string, Refusal> head = ReadHead();
    if (head && head->empty()) return;
    Method method = Method::kGet;
    const Response response =
        head ? Answered(*head, &method) : options_.refuse(head.error());
    Send(Serialise(response, method));
  } catch (const Poco::Exception&) {
    // The client went away, or would not take its answer in time.
  } catch (const std::exception&) {
  }
}

tl::expected<std::string, Refusal> Connection::ReadHead() {
  // One time for the whole head, not for each piece: a client that sends a
  // byte now and then must not hold a thread for long.
  const Clock::time_point deadline = Clock::now() + options_.limits.head_time;
  std::string head;
  char piece[4096];
  while (true) {
    if (!AwaitBytes(deadline)) {
      if (head.empty()) return std::string();
      return tl::unexpected(Refusal{408, "the request took too long"});
    }
    const int got = socket().receiveBytes(piece, sizeof piece);
    if (got <= 0) return std::string();
    const std::size_t before = head.size() < 3 ? 0 : head.size() - 3;
    head.append(piece, static_cast<std::size_t>(got));
    const std::size_t end = head.find("\r\n\r\n", before);
    if (end != std::string::npos && end + 4 <= options_.limits.head_bytes) {
      head.resize(end + 4);
      return head;
    }
    if (head.size() > options_.limits.head_bytes) {
      const bool in_target = head.find("\r\n") == std::string::npos;
      return tl::unexpected(
          Refusal{in_target ? 414 : 431,
                  "the request is longer than " +
                      std::to_string(options_.limits.head_bytes) + " bytes"});
    }
  }
}

bool Connection::AwaitBytes(Clock::time_point deadline) {
  // In steps, so that a browser's spare connections do not hold up the end.
  constexpr std::int64_t kStep = 200'000;
  while (Clock::now() < deadline && !options_.stopping) {
    const Poco::Timespan step(
        std::min(Left(deadline).totalMicroseconds(), kStep));
    if (socket().poll(step, Poco::Net::Socket::SELECT_READ)) return true;
  }
  return false;
}

Response Connection::Answered(const std::string& head, Method* method) const {
  const tl::expected<Request, Refusal> request =
      ParseRequest(head, options_.limits);
  if (!request) return options_.refuse(request.error());
  *method = request->method;
  return Conditional(options_.answer(*request), *request);
}

void Connection::Send(const std::string& bytes) {
  const Clock::time_point deadline = Clock::now() + options_.limits.answer_time;
  constexpr std::size_t kPiece = std::size_t{64} * 1024;
  for (std::size_t sent = 0; sent < bytes.size();) {
    if (!socket().poll(Left(deadline), Poco::Net::Socket::SELECT_WRITE)) return;
    socket().setSendTimeout(Left(deadline));
    const std::size_t length = std::min(kPiece, bytes.size() - sent);
    sent += static_cast<std::size_t>(
        socket().sendBytes(bytes.data() + sent, static_cast<int>(length)));
  }
  socket().shutdownSend();
  // Closing with unread bytes of the client would reset the connection and
  // lose the end of the answer.
  char rest[4096];
  std::size_t drained = 0;
  while (
      drained < options_.limits.head_bytes * 4 &&
      socket().poll(Poco::Timespan(200'000), Poco::Net::Socket::SELECT_READ)) {
    const int got = socket().receiveBytes(rest, sizeof rest);
    if (got <= 0) break;
    drained += static_cast<std::size_t>(got);
  }
}

}  // namespace concord::web
