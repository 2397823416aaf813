#pragma once
// How an import run writes times, reasons and items down.

#include <chrono>
#include <optional>
#include <string>

#include "concord/base/error.h"
#include "concord/base/result.h"
#include "concord/engine/views.h"
#include "concord/store/records.h"

namespace concord::engine {

// "2001-11-13T12:00:00Z"; "" where there is none.
std::string TimeText(const std::optional<std::chrono::sys_seconds>& time);

// "2001-11-13" or "2001-11-13T12:00:00Z"; nothing for "".
Result<std::optional<std::chrono::sys_seconds>> ReadSince(
    const std::string& since);

// The ledger's code: the word a decoder begins its message with ("no_text: all
// pages are pictures"), where it has one, else the name of the error's code.
std::string CodeOf(const Error& error);

// What a person reads: the message without that word.
std::string ReasonOf(const Error& error);

// An item's end as a face shows it.
ItemView ViewOf(const store::LedgerRow& row);

}  // namespace concord::engine
