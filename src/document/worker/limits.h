#pragma once
// What a decoding worker takes from itself before it reads a byte.
//
// Limits that the kernel keeps: memory, processor time, no file of any size, no
// descriptor beyond the three it was born with, no core, no new process; no new
// privileges ever; and a filter on system calls that refuses to open files and
// sockets, to start processes and programs, and to touch other processes.
// Where a system forbids the filter the rest still holds.

#include <chrono>

#include "concord/document/decode.h"

namespace concord::document {

// Process group, environment, signals, messages; loads what has to be loaded
// while files can still be opened.
void PrepareSelf();

void LimitSelf(const DecodeLimits& limits);

// The processor time is counted over the worker's life, so the soft limit moves
// on with every capture.
void AllowProcessorTime(std::chrono::seconds time);

}  // namespace concord::document
