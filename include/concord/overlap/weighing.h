#pragma once
// Which weights this program compares by.
//
// Why: a person who accepted a pair at 12 bits saw the weights of that day. The
// record keeps their name with every act, and the table itself, so that a later
// program can say that what was seen may weigh otherwise now.
//
// Pure functions; safe from any thread.

#include <string>

namespace concord::overlap {

// Raised whenever a weight changes; a test holds the table's digest against it.
inline constexpr int kWeightsVersion = 2;

// Every weight, a line each: part, level (or the name of a figure), bits.
std::string WeightsTable();
// The first digits of the table's SHA-256.
std::string WeightsDigest();
// Version and digest: "1-3fa9c1d2". What the record calls them.
std::string WeightsName();

}  // namespace concord::overlap
