#pragma once
// How an import run writes times, reasons and items down.

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "concord/base/error.h"
#include "concord/base/result.h"
#include "concord/engine/views.h"
#include "concord/extraction/table_mapping.h"
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

// A line for each attempt, with what was printed under it.
std::string LogOf(std::int64_t run, const std::vector<std::string>& attempts);

// The log of all runs, cut at its beginning where it is too long.
std::string Bounded(std::string log);

// An item's end as a face shows it.
ItemView ViewOf(const store::LedgerRow& row,
                const std::vector<extraction::MappedTable>& tables);

}  // namespace concord::engine
