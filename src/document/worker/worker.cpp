// The worker: limits itself, then decodes what it is handed.
//
// It may open no file and no socket, start no process, write no file, take no
// more memory and processor time than allowed (limits.h). What a
// malicious page could make of a fault in a parser is then the answer to that
// page.

#include <unistd.h>

#include <algorithm>

#include "concord/document/decode.h"
#include "document/pdf/render.h"
#include "document/worker/frames.h"
#include "document/worker/limits.h"
#include "document/worker/protocol.h"

namespace concord::document {

namespace {

// "" to what is no question.
std::string Answer(std::string* frame, const DecodeLimits& limits,
                   source::Capture* capture) {
  RenderRequest render;
  Scan scan;
  source::Capture asked;
  if (ReadCaptureFrame(*frame, &asked)) {
    frame->clear();
    *capture = std::move(asked);
    return ResultFrame(Decode(*capture, limits));
  }
  if (ReadRenderFrame(*frame, &render)) {
    return PageFrame(RenderPage(capture->bytes, render.page,
                                render.dots_per_inch, render.max_pixels));
  }
  if (ReadScanFrame(*frame, &scan)) {
    return ResultFrame(DecodeScan(*capture, scan, limits));
  }
  return "";
}

}  // namespace

int RunDecodeWorker(const DecodeLimits& ceiling) {
  PrepareSelf();
  LimitSelf(ceiling);
  AllowProcessorTime(ceiling.processor_time);
  DecodeLimits limits = ceiling;
  limits.allow = &AllowProcessorTime;
  std::string frame;
  constexpr std::uint64_t kLimitsSize = 4096;
  if (ReadFrame(STDIN_FILENO, kLimitsSize, {}, &frame) != FrameStatus::kDone ||
      !ReadLimitsFrame(frame, &limits)) {
    return 1;
  }
  limits.memory_bytes = std::min(limits.memory_bytes, ceiling.memory_bytes);
  LimitSelf(limits);
  if (WriteFrame(STDOUT_FILENO, EncodeFields({kReadyWord}), {}) !=
      FrameStatus::kDone) {
    return 1;
  }
  const std::uint64_t longest = limits.max_text_bytes + (1u << 20);
  source::Capture capture;  // kept for what is asked next
  while (ReadFrame(STDIN_FILENO, longest, {}, &frame) == FrameStatus::kDone) {
    AllowProcessorTime(limits.processor_time);
    const std::string answer = Answer(&frame, limits, &capture);
    if (answer.empty() ||
        WriteFrame(STDOUT_FILENO, answer, {}) != FrameStatus::kDone) {
      return 1;
    }
  }
  return 0;
}

}  // namespace concord::document
