// Documents as JSON, lossless. Blocks are arrays of fixed order: a long report
// has tens of thousands, and names would double its size.
//
//   "blocks":[[kind,level,parent,page,begin,end,label begin,label end,frag]]
//
// Written by hand (Poco's writer builds a tree of shared pointers first); read
// by Poco's parser.

#include <Poco/Exception.h>
#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>

#include <limits>

#include "concord/document/document.h"

namespace concord::document {
namespace {

using Poco::JSON::Array;
using Poco::JSON::Object;

constexpr int kBlockFields = 9;
constexpr int kLastKind = static_cast<int>(BlockKind::kChrome);

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

// --- Reading
// --------------------------------------------------------------------

tl::unexpected<Error> Malformed(const std::string& what) {
  return Fail(ErrorCode::kCorrupt, "not a stored document: " + what);
}

std::string Text(const Object::Ptr& object, const std::string& name) {
  return object->getValue<std::string>(name);
}

Block ReadBlock(const Array::Ptr& fields) {
  if (fields.isNull() || fields->size() != kBlockFields) {
    throw Poco::DataFormatException("block");
  }
  const auto number = [&](unsigned i) { return fields->getElement<int>(i); };
  const auto place = [&](unsigned i) {
    return fields->getElement<std::uint32_t>(i);
  };
  Block block;
  if (number(0) < 0 || number(0) > kLastKind || number(1) < 0 ||
      number(1) > std::numeric_limits<std::uint8_t>::max()) {
    throw Poco::DataFormatException("block kind");
  }
  block.kind = static_cast<BlockKind>(number(0));
  block.level = static_cast<std::uint8_t>(number(1));
  block.parent = number(2);
  block.page = number(3);
  block.span = {place(4), place(5)};
  block.label = {place(6), place(7)};
  block.fragment = fields->getElement<std::string>(8);
  return block;
}

Array::Ptr ArrayAt(const Object::Ptr& object, const std::string& name) {
  const Array::Ptr array = object->getArray(name);
  if (array.isNull()) throw Poco::DataFormatException(name);
  return array;
}

void ReadLists(const Object::Ptr& object, Document* document) {
  const Array::Ptr blocks = ArrayAt(object, "blocks");
  document->blocks.reserve(blocks->size());
  for (unsigned i = 0; i < blocks->size(); ++i) {
    document->blocks.push_back(ReadBlock(blocks->getArray(i)));
  }
  const Array::Ptr links = ArrayAt(object, "links");
  for (unsigned i = 0; i < links->size(); ++i) {
    const Array::Ptr link = links->getArray(i);
    if (link.isNull()) throw Poco::DataFormatException("link");
    document->links.push_back({{link->getElement<std::uint32_t>(0),
                                link->getElement<std::uint32_t>(1)},
                               link->getElement<std::string>(2)});
  }
  const Array::Ptr anchors = ArrayAt(object, "anchors");
  for (unsigned i = 0; i < anchors->size(); ++i) {
    const Array::Ptr anchor = anchors->getArray(i);
    if (anchor.isNull()) throw Poco::DataFormatException("anchor");
    document->anchors.push_back({anchor->getElement<std::string>(0),
                                 anchor->getElement<std::uint32_t>(1)});
  }
  const Array::Ptr notes = ArrayAt(object, "notes");
  for (unsigned i = 0; i < notes->size(); ++i) {
    document->notes.push_back(notes->getElement<std::string>(i));
  }
}

Document ReadDocument(const Object::Ptr& object) {
  Document document;
  document.uri = Text(object, "uri");
  document.capture_digest = Text(object, "digest");
  document.media_type = Text(object, "media_type");
  document.charset.charset = Text(object, "charset");
  document.charset.decided_by = Text(object, "decided_by");
  document.charset.replacements =
      object->getValue<std::uint32_t>("replacements");
  document.title = Text(object, "title");
  document.text = Text(object, "text");
  ReadLists(object, &document);
  return document;
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
  out.push_back('}');
  return out;
}

Result<Document> FromJson(std::string_view json) {
  try {
    Poco::JSON::Parser parser;
    const Poco::Dynamic::Var root = parser.parse(std::string(json));
    if (root.type() != typeid(Object::Ptr)) return Malformed("no object");
    Document document = ReadDocument(root.extract<Object::Ptr>());
    if (auto sound = Verify(document); !sound) {
      return Malformed(sound.error().message());
    }
    return document;
  } catch (const Poco::Exception& exception) {
    return Malformed(exception.displayText());
  } catch (const std::exception& exception) {
    return Malformed(exception.what());
  }
}

}  // namespace concord::document
