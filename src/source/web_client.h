#pragma once
// Pages from their addresses, politely and within limits.
//
// A host is asked for its robots.txt once and then no more often than
// `WebOptions::delay` or what it asks for. One thread, but for the cancelling.

#include <memory>
#include <string>

#include "source/cancellation.h"
#include "source/container.h"

namespace concord::source {

class WebClient {
 public:
  // `cancellation` ends waiting and reading from any thread; outlives this.
  WebClient(const SourceOptions& options, Cancellation* cancellation);
  ~WebClient();
  WebClient(const WebClient&) = delete;
  WebClient& operator=(const WebClient&) = delete;

  // The page as a member: its uri is where the last redirect led. Faults:
  // those of AskServer(), "robots", "other_host", "too_many_redirects",
  // "bad_address", "http_404" and the like.
  Member Fetch(const std::string& address);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace concord::source
