#pragma once
// A page of an invented authority, read as the program reads it: where a rule
// rests on what extraction makes of words and tables.
//
//   ReadPage("r1", "Ropes: progress", "12 May 2003", "<p>1. Two are done.</p>")

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "concord/crossref/crossref.h"
#include "concord/document/decode.h"
#include "concord/extraction/extract.h"

namespace concord::crossref {

inline store::ReportRecord ReadPage(const std::string& id,
                                    const std::string& title,
                                    const std::string& date,
                                    const std::string& body) {
  source::Capture capture;
  capture.uri = "http://example.org/" + id;
  capture.media_type = "text/html";
  capture.bytes = "<html><head><meta charset=\"utf-8\"><title>" + title +
                  "</title></head><body><h1>" + title +
                  "</h1><p>Report: 5</p><p>Date: " + date +
                  "</p><p>By: Clerk to the Authority</p>" + body +
                  "</body></html>";
  const auto document = document::Decode(capture, {});
  EXPECT_TRUE(document.has_value());
  store::ReportRecord record;
  record.id.value = id;
  record.uri = capture.uri;
  if (!document) return record;
  record.extraction = extraction::Extract(*document);
  record.document = *document;
  return record;
}

// "rule: a <> b", a line each.
inline std::string Told(const std::vector<Conflict>& conflicts) {
  std::string lines;
  for (const Conflict& one : conflicts) {
    lines += one.rule + ": " + one.value_a + " <> " + one.value_b + "\n";
  }
  return lines;
}

}  // namespace concord::crossref
