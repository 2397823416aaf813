// Documents as JSON, lossless. Blocks are arrays of fixed order: a long report
// has tens of thousands, and names would double its size.
//
//   "blocks":[[kind,level,parent,page,begin,end,label begin,label end,frag]]
//
// Written by hand: Poco's writer wants a tree of shared pointers first, many
// times the size of the document. Read in json_read.cpp.

#include "concord/document/document.h"

namespace concord::document {
namespace {

void AppendString(std::string_view text, std::string* out) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out->push_back('"');
  for (const char byte : text) {
    const auto c = static_cast<unsigned char>(byte);
    if (c == '"' || c == '\\') {
      out->push_back('\\');
      out->push_back(byte);
    } else if (c == '\n') {
      out->append("\\n");
    } else if (c < 0x20 || c == 0x7F) {
      out->append("\\u00");
      out->push_back(kHex[c >> 4]);
      out->push_back(kHex[c & 15]);
    } else {
      out->push_back(byte);
    }
  }
  out->push_back('"');
}

void AppendField(std::string_view name, std::string_view value,
                 std::string* out) {
  AppendString(name, out);
  out->push_back(':');
  AppendString(value, out);
  out->push_back(',');
}

// Appends "name":[...] with `append` called for each item.
template <class Items, class Append>
void AppendArray(std::string_view name, const Items& items, Append append,
                 std::string* out) {
  AppendString(name, out);
  out->append(":[");
  bool first = true;
  for (const auto& item : items) {
    if (!first) out->push_back(',');
    first = false;
    append(item);
  }
  out->push_back(']');
}

void AppendNumbers(std::initializer_list<std::int64_t> numbers,
                   std::string* out) {
  for (const std::int64_t number : numbers) {
    out->append(std::to_string(number));
    out->push_back(',');
  }
}

}  // namespace

std::string ToJson(const Document& document) {
  std::string out = "{";
  out.reserve(document.text.size() + document.blocks.size() * 40 + 1024);
  AppendField("uri", document.uri, &out);
  AppendField("digest", document.capture_digest, &out);
  AppendField("media_type", document.media_type, &out);
  AppendField("charset", document.charset.charset, &out);
  AppendField("decided_by", document.charset.decided_by, &out);
  out += "\"replacements\":" + std::to_string(document.charset.replacements);
  out.push_back(',');
  AppendField("title", document.title, &out);
  AppendField("text", document.text, &out);
  const auto append_block = [&](const Block& block) {
    out.push_back('[');
    AppendNumbers(
        {static_cast<int>(block.kind), block.level, block.parent, block.page,
         block.span.begin, block.span.end, block.label.begin, block.label.end},
        &out);
    AppendString(block.fragment, &out);
    out.push_back(']');
  };
  AppendArray("blocks", document.blocks, append_block, &out);
  out.push_back(',');
  const auto append_link = [&](const Link& link) {
    out.push_back('[');
    AppendNumbers({link.span.begin, link.span.end}, &out);
    AppendString(link.target, &out);
    out.push_back(']');
  };
  AppendArray("links", document.links, append_link, &out);
  out.push_back(',');
  const auto append_anchor = [&](const Anchor& anchor) {
    out.push_back('[');
    AppendString(anchor.name, &out);
    out += "," + std::to_string(anchor.offset) + "]";
  };
  AppendArray("anchors", document.anchors, append_anchor, &out);
  out.push_back(',');
  AppendArray(
      "notes", document.notes,
      [&](const std::string& note) { AppendString(note, &out); }, &out);
  if (!document.emphases.empty()) {
    out.push_back(',');
    const auto append_span = [&](TextSpan span) {
      out += "[" + std::to_string(span.begin) + "," + std::to_string(span.end) +
             "]";
    };
    AppendArray("emphases", document.emphases, append_span, &out);
  }
  if (document.ocr) {
    out += ",\"ocr\":[[";
    AppendNumbers(
        {document.ocr->read, document.ocr->pages, document.ocr->confidence},
        &out);
    AppendString(document.ocr->program, &out);
    out.push_back(',');
    AppendString(document.ocr->language, &out);
    out += "]]";
  }
  out.push_back('}');
  return out;
}

}  // namespace concord::document
