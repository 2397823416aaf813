#pragma once
// What reading a filled workbook and a filled Word file share.

#include <string>
#include <string_view>

#include "concord/response/answers.h"

namespace concord::response {

// Settles one field of an entry: a value that is no choice is told with its
// place and left alone.
void SettleField(AnswerField field, std::string_view text,
                 const std::string& place, FilledEntry* entry,
                 FilledResponse* filled);

// Adds the entry, or puts what it says into the one of the same
// recommendations; what two say otherwise is told and neither counts.
void AddFilled(FilledEntry entry, FilledResponse* filled);

}  // namespace concord::response
