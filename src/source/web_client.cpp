#include "source/web_client.h"

#include <Poco/Exception.h>
#include <Poco/URI.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <map>

#include "source/http_message.h"
#include "source/robots.h"
#include "source/web_address.h"
#include "source/web_connection.h"
#include "source/web_payload.h"

namespace concord::source {
namespace {

using std::chrono::steady_clock;

constexpr std::string_view kAgent = "concord";
constexpr std::uint64_t kLongestRobots = 512u << 10;
// What a server that has too much to do may ask for at most.
constexpr int kLongestPause = 120;

bool IsRedirect(const HttpMessage& message) {
  return message.status >= 300 && message.status < 400 &&
         message.status != 304 && !message.Field("location").empty();
}

// A server that cannot now: the page is no other for it.
bool IsForLater(int status) { return status == 429 || status >= 500; }

std::chrono::seconds PauseOf(const HttpMessage& message) {
  const std::string_view digits = message.Field("retry-after");
  int seconds = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
  return std::chrono::seconds(std::clamp(seconds, 0, kLongestPause));
}

std::string Where(const Poco::URI& uri, std::string_view location) {
  return Poco::URI(uri, std::string(location)).toString();
}

}  // namespace

struct WebClient::State {
  State(const SourceOptions& wanted, Cancellation* end)
      : options(wanted), cancellation(end) {}

  struct Pace {
    steady_clock::time_point next;   // not before this
    std::chrono::seconds robots{0};  // what its robots.txt asks for
  };

  // Not sooner than the host wants, and without following.
  Read<std::string> Ask(const Poco::URI& uri, bool for_robots) {
    Pace& pace = paces[uri.getHost()];
    if (!cancellation->WaitUntil(pace.next)) {
      return FaultOf(ErrorCode::kCancelled, "interrupted");
    }
    Read<std::string> answer =
        AskServer(uri,
                  {.max_bytes = for_robots ? kLongestRobots : options.max_bytes,
                   .cut = for_robots,
                   .timeout = options.web.timeout,
                   .allow_private = options.web.allow_private},
                  cancellation);
    std::chrono::milliseconds pause = pace.robots;
    if (answer) {
      const auto message = ReadHttpMessage(*answer);
      if (message && IsForLater(message->status)) {
        pause = std::max<std::chrono::milliseconds>(pause, PauseOf(*message));
      }
    }
    pace.next = steady_clock::now() + std::max(options.web.delay, pause);
    return answer;
  }

  // What may be read of the site of `uri`. As RFC 9309 has it: redirects are
  // followed, also to other hosts; no such file: all; a server that cannot
  // say: nothing.
  Read<const Robots*> RobotsOf(const Poco::URI& uri) {
    const std::string key = uri.getScheme() + "://" + uri.getAuthority();
    const auto known = robots.find(key);
    if (known != robots.end()) return &known->second;
    Poco::URI at(uri);
    at.setUserInfo("");
    at.setPathEtc("/robots.txt");
    for (unsigned turn = 0; turn <= options.web.max_redirects; ++turn) {
      const Read<std::string> answer = Ask(at, true);
      if (!answer) return tl::unexpected<Fault>(answer.error());
      const auto message = ReadHttpMessage(*answer);
      if (!message || IsForLater(message->status)) {
        return FaultOf(ErrorCode::kUnavailable,
                       "the server does not say what may be read "
                       "(robots.txt: " +
                           std::to_string(message ? message->status : 0) + ")",
                       "robots");
      }
      if (IsRedirect(*message)) {
        at = Poco::URI(Where(at, message->Field("location")));
        if (WhyNotFetched(at).empty()) continue;
      }
      return Remember(key, uri, *message);
    }
    return Remember(key, uri, {});
  }

  const Robots* Remember(const std::string& key, const Poco::URI& uri,
                         const HttpMessage& message) {
    Robots read;
    if (message.status == 200) {
      const Read<std::string> text = DecodeBody(message, 2 * kLongestRobots);
      if (text) read = ReadRobots(*text, kAgent);
    }
    Pace& pace = paces[uri.getHost()];
    pace.robots = read.delay();
    pace.next = std::max<steady_clock::time_point>(
        pace.next, steady_clock::now() + read.delay());
    return &robots.emplace(key, std::move(read)).first->second;
  }

  Read<std::string> Follow(std::string address, std::string* reached) {
    const std::string site = SiteOf(Poco::URI(address));
    for (unsigned turn = 0; turn <= options.web.max_redirects; ++turn) {
      Poco::URI uri(address);
      uri.setFragment("");
      if (std::string why = WhyNotFetched(uri); !why.empty()) {
        why.insert(0, address + ": ");
        return FaultOf(ErrorCode::kInvalidArgument, why, "bad_address");
      }
      if (SiteOf(uri) != site && !options.web.other_hosts) {
        return FaultOf(ErrorCode::kUnsupported,
                       "it leads to another host, " + uri.getHost() +
                           "; --other-hosts follows",
                       "other_host");
      }
      const auto rules = RobotsOf(uri);
      if (!rules) return tl::unexpected<Fault>(rules.error());
      if (!(*rules)->Allows(RequestTarget(uri))) {
        return FaultOf(ErrorCode::kUnsupported,
                       "the site asks programs not to read it (robots.txt)",
                       "robots");
      }
      *reached = uri.toString();
      Read<std::string> answer = Ask(uri, false);
      if (!answer) return answer;
      const auto message = ReadHttpMessage(*answer);
      if (!message || !IsRedirect(*message)) return answer;
      address = Where(uri, message->Field("location"));
    }
    return FaultOf(
        ErrorCode::kUnsupported,
        "more than " + std::to_string(options.web.max_redirects) + " redirects",
        "too_many_redirects");
  }

  SourceOptions options;
  Cancellation* cancellation;
  std::map<std::string, Robots> robots;  // by scheme, host and port
  std::map<std::string, Pace> paces;     // by host
};

WebClient::WebClient(const SourceOptions& options, Cancellation* cancellation)
    : state_(std::make_unique<State>(options, cancellation)) {}

WebClient::~WebClient() = default;

Member WebClient::Fetch(const std::string& address) {
  Member member;
  member.name = member.uri = address;
  try {
    const auto answer = state_->Follow(address, &member.uri);
    member.captured_at = std::chrono::floor<std::chrono::seconds>(
        std::chrono::system_clock::now());
    if (!answer) {
      member.fault = answer.error();
      return member;
    }
    TakeHttpAnswer(*answer, state_->options, &member);
    const auto message = ReadHttpMessage(*answer);
    if (message && IsForLater(message->status)) {
      member.fault = Fault{
          Error(ErrorCode::kUnavailable, "the server cannot now: it answered " +
                                             std::to_string(message->status)),
          "http_" + std::to_string(message->status)};
    }
  } catch (const Poco::Exception& exception) {
    member.fault = Fault{Error(ErrorCode::kInvalidArgument,
                               address + ": " + exception.displayText()),
                         "bad_address"};
  }
  return member;
}

}  // namespace concord::source
