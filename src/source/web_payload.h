#pragma once
// What one record of a web archive holds, as a member: common to WARC and ARC.

#include "source/container.h"

namespace concord::source {

// Fills bytes, media type and charset from a server's answer, or sets the
// fault: an answer that is no page (an error, a redirect) is kUnsupported.
void TakeHttpAnswer(std::string_view block, const SourceOptions& options,
                    Member* member);

// The media type by the bytes and by what the server declared: what has a
// signature is what it is; between kinds of text the server decides.
MediaType MediaTypeOf(std::string_view bytes, std::string_view name,
                      const MediaType& declared);

}  // namespace concord::source
