#include <gtest/gtest.h>

#include "concord/source/source.h"

namespace concord::source {
namespace {

using namespace std::string_view_literals;

struct Case {
  std::string_view bytes;
  std::string_view name;
  std::string_view type;
};

class SniffMediaTypeTest : public ::testing::TestWithParam<Case> {};

TEST_P(SniffMediaTypeTest, DecidesByContentFirst) {
  const Case& c = GetParam();
  EXPECT_EQ(SniffMediaType(c.bytes, c.name), c.type)
      << "name '" << c.name << "', bytes '" << c.bytes.substr(0, 40) << "'";
}

INSTANTIATE_TEST_SUITE_P(
    Markup, SniffMediaTypeTest,
    ::testing::Values(
        Case{"<!DOCTYPE html><p>x", "a", "text/html"},
        Case{"\xEF\xBB\xBF  <HTML>", "a.bin", "text/html"},
        Case{"<!-- saved -->\n<html>", "", "text/html"},
        Case{"<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\"><html>", "a",
             "text/html"},
        Case{"<p>One</p>", "minutes", "text/html"},
        Case{"<html>", "page.xhtml", "application/xhtml+xml"},
        Case{"<?xml version=\"1.0\"?><feed/>", "a", "application/xml"},
        Case{"<p> is the tag of a paragraph", "notes.txt", "text/plain"},
        Case{"Text, then <b>bold</b>", "page.html", "text/html"},
        Case{"no tag at all", "page.html", "text/plain"}));

INSTANTIATE_TEST_SUITE_P(
    Binary, SniffMediaTypeTest,
    ::testing::Values(
        Case{"%PDF-1.4\n", "minutes.html", "application/pdf"},
        Case{"\x89PNG\r\n\x1A\nrest", "minutes.html", "image/png"},
        Case{"\xFF\xD8\xFF\xE0", "a.txt", "image/jpeg"},
        Case{"GIF89a..", "a", "image/gif"},
        Case{"\x7F"
             "ELF\x02\x01"sv,
             "page.html", "application/x-executable"},
        Case{"{\\rtf1 x}", "a.txt", "application/rtf"},
        Case{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "a.doc",
             "application/x-ole-storage"},
        Case{"\x1F\x8B\x08", "a", "application/gzip"},
        Case{"WARC/1.0\r\n", "a", "application/warc"},
        Case{"PK\x03\x04....word/document.xml", "a",
             "application/vnd.openxmlformats-officedocument.wordprocessingml."
             "document"},
        Case{"PK\x03\x04....other", "a", "application/zip"},
        Case{"ab\0\0\0\0cdef\0\0\x01\x02\x03\x04"sv, "page.html",
             "application/octet-stream"},
        Case{"\x01\x02\x03\x04\x05 some words", "page.html",
             "application/octet-stream"}));

INSTANTIATE_TEST_SUITE_P(
    Text, SniffMediaTypeTest,
    ::testing::Values(
        Case{"Report: 10\nDate: 6 May 2004\n", "report", "text/plain"},
        Case{"a,b\n1,2\n", "x.csv", "text/csv"},
        Case{"#!/usr/bin/env python3\n", "check", "text/x-script"},
        Case{"import re\n", "check.py", "text/x-source"},
        Case{"a\tb\n", "x.TSV", "text/tab-separated-values"},
        Case{"# Title\n", "README.md", "text/markdown"},
        Case{"{\"a\": 1}", "x", "application/json"},
        Case{"[1] See the report of May.", "x", "text/plain"},
        Case{"[{\"a\": 1}]", "x", "application/json"},
        Case{"\xFF\xFEh\0i\0"sv, "x.txt", "text/plain"},
        Case{"R\0e\0p\0o\0r\0t\0 \0\x31\0"sv, "x.txt", "text/plain"},
        Case{"caf\xE9 and \x93quotes\x94", "x.txt", "text/plain"}));

TEST(SniffMediaTypeTest, CallsNothingByAnEmptyName) {
  EXPECT_EQ(SniffMediaType("", ""), "text/plain");
}

}  // namespace
}  // namespace concord::source
