#pragma once
// Names of files as people and addresses see them.

#include <string>
#include <string_view>

namespace concord::source {

// UTF-8 for messages and the ledger: bytes that are no UTF-8, and control
// characters, appear as \xNN.
std::string DisplayPath(std::string_view path);

// The path of an address: every byte that may not stand there as %NN.
std::string EncodePath(std::string_view path);

}  // namespace concord::source
