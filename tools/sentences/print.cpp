// Prints what speaks for and against each sentence of pages, for
// tools/fit_sentences: paths of pages on standard input, one a line; for each
// "page<TAB>PATH", then for each sentence its span and its facts:
// "BEGIN<TAB>END<TAB>NAME<TAB>VALUE<TAB>NAME<TAB>VALUE...".

#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "concord/document/decode.h"
#include "concord/extraction/extract.h"
#include "concord/source/source.h"
#include "extraction/weighed/sentence_evidence.h"

namespace {

using namespace concord;

bool Print(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  source::Capture capture;
  capture.path = path;
  capture.uri = "file://" + path;
  capture.bytes.assign(std::istreambuf_iterator<char>(file), {});
  capture.media_type = source::SniffMediaType(capture.bytes, path);
  const auto document = document::Decode(capture, {});
  if (!document) {
    std::cerr << path << ": " << document.error().message() << "\n";
    return false;
  }
  const auto header = extraction::ReadHeader(*document);
  const auto reading =
      extraction::Read(*document, header.kind, extraction::BaseDay(header));
  const extraction::SentenceEvidence evidence(reading);
  std::cout << "page\t" << path << "\n";
  for (const auto& place : extraction::SentencePlaces(reading)) {
    std::cout << place.span.begin << "\t" << place.span.end;
    evidence.Of(place, [](std::string_view name, double value) {
      std::cout << "\t" << name << "\t" << value;
    });
    std::cout << "\n";
  }
  return true;
}

}  // namespace

int main() {
  bool all = true;
  for (std::string path; std::getline(std::cin, path);) all &= Print(path);
  return all ? 0 : 1;
}
