// The real worker in a real process, and programs that are none.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <set>
#include <thread>

#include "decode_support.h"
#include "document/worker/frames.h"
#include "document/worker/process.h"
#include "document/worker/protocol.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_data.h"

namespace concord::document {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using testing::CaptureOf;
using ::testing::HasSubstr;

const char kWorker[] = CONCORD_TEST_WORKER;

source::Capture Paper(int number = 1) {
  return CaptureOf("Custody review " + std::to_string(number) +
                       "\nReport: 7\nBy: Clerk\n1. It began in May.\n",
                   "text/plain");
}

// The children of this process, by the kernel's own list.
std::set<std::string> Children() {
  std::ifstream list("/proc/self/task/" + std::to_string(::getpid()) +
                     "/children");
  std::set<std::string> children;
  for (std::string child; list >> child;) children.insert(child);
  return children;
}

// The worker under another name.
class NamedWorker {
 public:
  explicit NamedWorker(const std::string& name) {
    program_ = folder_.path() / name;
    fs::create_symlink(kWorker, program_);
  }
  std::string program() const { return program_.string(); }

 private:
  concord::testing::TemporaryFolder folder_;
  fs::path program_;
};

TEST(IsolatedDecoderTest, AnswersAsDecodingInProcess) {
  IsolatedDecoder decoder(kWorker, {}, 1);
  for (const source::Capture& capture :
       {Paper(), CaptureOf("<h1>Caf\xE9 review</h1><p>It met.", "text/html")}) {
    const auto isolated = decoder.Decode(capture);
    ASSERT_TRUE(isolated.has_value()) << isolated.error().message();
    EXPECT_EQ(*isolated, *Decode(capture, {}));
  }
}

TEST(IsolatedDecoderTest, PassesOnTheErrors) {
  IsolatedDecoder decoder(kWorker, {}, 1);
  const auto blank = decoder.Decode(CaptureOf(" \n \n", "text/plain"));
  ASSERT_FALSE(blank.has_value());
  EXPECT_EQ(blank.error(),
            Decode(CaptureOf(" \n \n", "text/plain"), {}).error());
  const auto other = decoder.Decode(CaptureOf("\x89PNG", "image/png"));
  ASSERT_FALSE(other.has_value());
  EXPECT_EQ(other.error().code(), ErrorCode::kUnsupported);
}

TEST(IsolatedDecoderTest, KeepsItsWorker) {
  IsolatedDecoder decoder(kWorker, {}, 3);
  ASSERT_TRUE(decoder.Decode(Paper(1)).has_value());
  const auto first = Children();
  ASSERT_EQ(first.size(), 1u);
  ASSERT_TRUE(decoder.Decode(Paper(2)).has_value());
  EXPECT_EQ(Children(), first);
}

TEST(IsolatedDecoderTest, ReplacesItsWorkerAfterFiveHundredCaptures) {
  IsolatedDecoder decoder(kWorker, {}, 1);
  ASSERT_TRUE(decoder.Decode(Paper()).has_value());
  const auto first = Children();
  for (int i = 1; i < 500; ++i) {
    ASSERT_TRUE(decoder.Decode(Paper(i)).has_value());
  }
  ASSERT_TRUE(decoder.Decode(Paper()).has_value());
  EXPECT_NE(Children(), first);
}

TEST(IsolatedDecoderTest, LeavesNoProcessBehind) {
  const auto before = Children();
  {
    IsolatedDecoder decoder(kWorker, {}, 1);
    ASSERT_TRUE(decoder.Decode(Paper()).has_value());
    EXPECT_NE(Children(), before);
  }
  EXPECT_EQ(Children(), before);
}

TEST(IsolatedDecoderTest, ServesManyThreads) {
  IsolatedDecoder decoder(kWorker, {}, 2);
  std::atomic<int> wrong{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 6; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 20; ++i) {
        const int number = t * 100 + i;
        const auto document = decoder.Decode(Paper(number));
        wrong += !document ||
                 document->title != "Custody review " + std::to_string(number);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
  EXPECT_LE(Children().size(), 2u);
}

TEST(IsolatedDecoderTest, GoesOnAfterAWorkerWasKilled) {
  IsolatedDecoder decoder(kWorker, {}, 1);
  ASSERT_TRUE(decoder.Decode(Paper()).has_value());
  for (const std::string& child : Children()) {
    ::kill(std::stoi(child), SIGKILL);
  }
  const auto next = decoder.Decode(Paper(2));
  ASSERT_TRUE(next.has_value()) << next.error().message();
  EXPECT_EQ(next->title, "Custody review 2");
}

#if !defined(CONCORD_SANITIZED)
TEST(IsolatedDecoderTest, FailsOneCaptureThatTakesTooMuchMemory) {
  DecodeLimits limits;
  limits.memory_bytes = 160u << 20;
  IsolatedDecoder decoder(kWorker, limits, 1);
  std::string page = "<h1>Custody review</h1>";
  for (int i = 0; i < 250000; ++i) page += "<p>a b c";
  const auto failed = decoder.Decode(CaptureOf(page, "text/html"));
  ASSERT_FALSE(failed.has_value());
  EXPECT_TRUE(failed.error().code() == ErrorCode::kCorrupt ||
              failed.error().code() == ErrorCode::kLimitExceeded)
      << failed.error().message();
  EXPECT_TRUE(decoder.Decode(Paper()).has_value());
}
#endif

TEST(IsolatedDecoderTest, StopsACaptureThatTakesTooMuchProcessorTime) {
  DecodeLimits limits;
  limits.processor_time = 1s;
  limits.wall_time = 200s;  // a busy machine gives it little of each second
  IsolatedDecoder decoder(kWorker, limits, 1);
  std::string text;
  for (int i = 0; i < 3000000; ++i) text += "Abc Def\n";
  const auto failed = decoder.Decode(CaptureOf(text, "text/plain"));
  ASSERT_FALSE(failed.has_value());
  EXPECT_EQ(failed.error().code(), ErrorCode::kLimitExceeded);
  EXPECT_THAT(failed.error().message(), HasSubstr("processor time"));
  EXPECT_TRUE(decoder.Decode(Paper()).has_value());
}

TEST(IsolatedDecoderTest, StopsAWorkerThatHangs) {
  const NamedWorker worker("hangs");
  DecodeLimits limits;
  limits.wall_time = 1s;
  IsolatedDecoder decoder(worker.program(), limits, 1);
  const auto begin = std::chrono::steady_clock::now();
  const auto failed = decoder.Decode(Paper());
  ASSERT_FALSE(failed.has_value());
  EXPECT_EQ(failed.error().code(), ErrorCode::kLimitExceeded);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 10s);
  EXPECT_TRUE(Children().empty());
}

TEST(IsolatedDecoderTest, CallsACaptureCorruptThatKillsThreeWorkers) {
  const NamedWorker worker("dies");
  IsolatedDecoder decoder(worker.program(), {}, 1);
  Attempts attempts;
  const auto failed = decoder.Decode(Paper(), &attempts);
  ASSERT_FALSE(failed.has_value());
  EXPECT_EQ(failed.error().code(), ErrorCode::kCorrupt);
  // The address sanitizer turns the signal into an exit of its own.
  EXPECT_THAT(failed.error().message(),
              ::testing::AnyOf(HasSubstr("signal " + std::to_string(SIGSEGV)),
                               HasSubstr("exit ")));
  EXPECT_TRUE(Children().empty());
  ASSERT_EQ(attempts.size(), 3u);
  for (const std::string& attempt : attempts) {
    EXPECT_TRUE(attempt.starts_with(failed.error().message() + "\n"))
        << attempt;
    EXPECT_THAT(attempt, HasSubstr("\n  the tree of ? is broken\n"));
  }
}

TEST(IsolatedDecoderTest, KeepsTheFirstWordsOfAWorkerThatShouts) {
  const NamedWorker worker("shouts");
  IsolatedDecoder decoder(worker.program(), {}, 1);
  Attempts attempts;
  EXPECT_FALSE(decoder.Decode(Paper(), &attempts).has_value());
  ASSERT_EQ(attempts.size(), 3u);
  EXPECT_THAT(attempts[0], HasSubstr("  the tree of ? is broken\n"));
  EXPECT_LT(attempts[0].size(), 3000u);
}

TEST(IsolatedDecoderTest, AnAttemptThatSucceedsLeavesNoWord) {
  IsolatedDecoder decoder(kWorker, {}, 1);
  Attempts attempts;
  EXPECT_TRUE(decoder.Decode(Paper(), &attempts).has_value());
  EXPECT_TRUE(attempts.empty());
}

TEST(IsolatedDecoderTest, SaysWhatIsWrongWithAPdf) {
  IsolatedDecoder decoder(kWorker, {}, 1);
  Attempts attempts;
  EXPECT_FALSE(
      decoder
          .Decode(CaptureOf("%PDF-1.4\nnothing", "application/pdf"), &attempts)
          .has_value());
  ASSERT_EQ(attempts.size(), 1u);
#if !defined(CONCORD_SANITIZED)
  EXPECT_THAT(attempts[0], HasSubstr("\n  PDF, byte "));
#endif
}

TEST(IsolatedDecoderTest, SaysWhereNoWorkerStarts) {
  const NamedWorker babbler("babbles");
  for (const std::string& program :
       {std::string("/nonexistent/program"), std::string("/bin/false"),
        babbler.program()}) {
    IsolatedDecoder decoder(program, {}, 1);
    const auto failed = decoder.Decode(Paper());
    ASSERT_FALSE(failed.has_value()) << program;
    EXPECT_EQ(failed.error().code(), ErrorCode::kUnavailable) << program;
  }
  EXPECT_TRUE(Children().empty());
}

#if !defined(CONCORD_SANITIZED)
TEST(IsolatedDecoderTest, LetsNothingOut) {
  const NamedWorker worker("escapes");
  IsolatedDecoder decoder(worker.program(), {}, 1);
  const auto answer = decoder.Decode(Paper());
  ASSERT_FALSE(answer.has_value());
  EXPECT_EQ(answer.error().message(), "could:");
}
#endif

TEST(IsolatedDecoderTest, EndsThePdfThatHangsAndReadsTheNext) {
  CONCORD_REQUIRE_TEST_DATA("corpora/pdf-torture");
  std::ifstream file(concord::testing::TestDataRoot() /
                     "corpora/pdf-torture/slow-shared-unnamed-field.pdf");
  const std::string bytes((std::istreambuf_iterator<char>(file)), {});
  DecodeLimits limits;
  limits.wall_time = 2s;
  IsolatedDecoder decoder(kWorker, limits, 1);
  const auto failed = decoder.Decode(CaptureOf(bytes, "application/pdf"));
  ASSERT_FALSE(failed.has_value());
  EXPECT_EQ(failed.error().code(), ErrorCode::kLimitExceeded);
  EXPECT_TRUE(decoder.Decode(Paper()).has_value());
}

// What the worker may do, asked of the kernel.
TEST(IsolatedDecoderTest, LimitsTheWorker) {
  IsolatedDecoder decoder(kWorker, {}, 1);
  ASSERT_TRUE(decoder.Decode(Paper()).has_value());
  const auto children = Children();
  ASSERT_EQ(children.size(), 1u);
  const std::string process = "/proc/" + *children.begin();
  std::size_t descriptors = 0;
  for (const auto& entry : fs::directory_iterator(process + "/fd")) {
    const int number = std::stoi(entry.path().filename().string());
    descriptors += number > 2;
  }
  EXPECT_EQ(descriptors, 0u) << "descriptors of the program leaked";
#if !defined(CONCORD_SANITIZED)
  std::ifstream limits(process + "/limits");
  std::string text((std::istreambuf_iterator<char>(limits)), {});
  const auto line = [&](const std::string& name) {
    const auto at = text.find(name);
    return text.substr(at, text.find('\n', at) - at);
  };
  EXPECT_THAT(line("Max open files"), HasSubstr(" 3 "));
  EXPECT_THAT(line("Max file size"), HasSubstr(" 0 "));
  EXPECT_THAT(line("Max core file size"), HasSubstr(" 0 "));
  EXPECT_THAT(line("Max address space"), HasSubstr("2147483648"));
#endif
  std::ifstream status(process + "/status");
  const std::string state_lines((std::istreambuf_iterator<char>(status)), {});
  EXPECT_THAT(state_lines, HasSubstr("NoNewPrivs:\t1"));
  std::ifstream stat(process + "/stat");
  std::string pid, name, state, parent, group;
  stat >> pid >> name >> state >> parent >> group;
  EXPECT_EQ(group, pid) << "the worker has a process group of its own";
}

TEST(FramesTest, FieldsComeBack) {
  const std::string frame = EncodeFields({"a", "", std::string(300, 'x')});
  const auto fields = DecodeFields(frame);
  ASSERT_TRUE(fields.has_value());
  ASSERT_EQ(fields->size(), 3u);
  EXPECT_EQ((*fields)[0], "a");
  EXPECT_EQ((*fields)[1], "");
  EXPECT_EQ((*fields)[2], std::string(300, 'x'));
}

TEST(FramesTest, RefusesWhatIsNotMadeOfFields) {
  EXPECT_FALSE(DecodeFields("abc").has_value());
  EXPECT_FALSE(DecodeFields(std::string("\xFF\0\0\0\0\0\0\0x", 9)).has_value());
  EXPECT_TRUE(DecodeFields("")->empty());
}

TEST(FramesTest, StopsAtADeadlineAndAtAClosedPipe) {
  int pipe[2];
  ASSERT_EQ(::pipe(pipe), 0);
  std::string frame;
  EXPECT_EQ(
      ReadFrame(pipe[0], 100, std::chrono::steady_clock::now() + 20ms, &frame),
      FrameStatus::kTimedOut);
  ASSERT_EQ(WriteFrame(pipe[1], "words", {}), FrameStatus::kDone);
  EXPECT_EQ(ReadFrame(pipe[0], 4, {}, &frame), FrameStatus::kTooLong);
  ::close(pipe[0]);
  // No signal either: this process goes on.
  EXPECT_EQ(WriteFrame(pipe[1], "words", {}), FrameStatus::kClosed);
  ::close(pipe[1]);
}

TEST(WorkerProtocolTest, CarriesCapturesLimitsAndResults) {
  source::Capture capture = Paper();
  capture.declared_charset = "utf-8";
  capture.path = "a/b";
  source::Capture read;
  ASSERT_TRUE(ReadCaptureFrame(CaptureFrame(capture), &read));
  EXPECT_EQ(read.bytes, capture.bytes);
  EXPECT_EQ(read.uri, capture.uri);
  EXPECT_EQ(read.path, capture.path);
  EXPECT_EQ(read.digest, capture.digest);
  EXPECT_EQ(read.media_type, capture.media_type);
  EXPECT_EQ(read.declared_charset, "utf-8");
  EXPECT_FALSE(ReadCaptureFrame(LimitsFrame({}), &read));

  DecodeLimits limits;
  limits.max_nesting = 77;
  limits.max_text_bytes = 5;
  limits.processor_time = 9s;
  limits.memory_bytes = 11;
  DecodeLimits read_limits;
  ASSERT_TRUE(ReadLimitsFrame(LimitsFrame(limits), &read_limits));
  EXPECT_EQ(read_limits.max_nesting, 77u);
  EXPECT_EQ(read_limits.max_text_bytes, 5u);
  EXPECT_EQ(read_limits.processor_time, 9s);
  EXPECT_EQ(read_limits.memory_bytes, 11u);
  EXPECT_FALSE(ReadLimitsFrame(CaptureFrame(capture), &read_limits));

  const Result<Document> failure =
      Fail(ErrorCode::kCorrupt, "it is \"broken\"");
  EXPECT_EQ(ReadResultFrame(ResultFrame(failure)).error(), failure.error());
  EXPECT_EQ(ReadResultFrame("nonsense").error().code(), ErrorCode::kInternal);
}

}  // namespace
}  // namespace concord::document
