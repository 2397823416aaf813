// Stored documents read back, as Poco's parser reports them: no tree of the
// JSON is built, so a worker's answer costs the program no more than its size.

#include <Poco/Exception.h>
#include <Poco/JSON/Handler.h>
#include <Poco/JSON/Parser.h>

#include <limits>
#include <set>

#include "concord/document/document.h"

namespace concord::document {
namespace {

// Of every document; scans have "ocr" too, and pages with italics "emphases".
constexpr std::size_t kKeys = 12;
constexpr int kLastKind = static_cast<int>(BlockKind::kChrome);

[[noreturn]] void Reject(const std::string& what) {
  throw Poco::DataFormatException(what);
}

std::uint32_t Place(std::int64_t number) {
  if (number < 0 || number > std::numeric_limits<std::uint32_t>::max()) {
    Reject("a place outside the text");
  }
  return static_cast<std::uint32_t>(number);
}

std::int32_t Index(std::int64_t number) {
  if (number < -1 || number > std::numeric_limits<std::int32_t>::max()) {
    Reject("an index out of range");
  }
  return static_cast<std::int32_t>(number);
}

class DocumentHandler : public Poco::JSON::Handler {
 public:
  Document Take() {
    if (keys_.size() != kKeys + keys_.count("ocr") + keys_.count("emphases")) {
      Reject("parts are missing");
    }
    // Written before there was a field for it: it says so, and no more.
    if (document_.charset.decided_by == "ocr" && !document_.ocr) {
      document_.ocr = OcrReading{};
    }
    return std::move(document_);
  }

  void reset() override {}
  void startObject() override {
    if (objects_++ > 0 || arrays_ > 0) Reject("an object inside");
  }
  void endObject() override {}
  void startArray() override {
    if (objects_ == 0 || ++arrays_ > 2) Reject("an array too deep");
    numbers_.clear();
    words_.clear();
  }
  void endArray() override {
    if (arrays_-- == 2) FinishRow();
  }
  void key(const std::string& name) override {
    key_ = name;
    if (!keys_.insert(name).second) Reject("a part twice");
  }
  void null() override { Reject("null"); }
  void value(double) override { Reject("a fraction"); }
  void value(bool) override { Reject("a truth value"); }
  void value(int number) override { TakeNumber(number); }
  void value(unsigned number) override { TakeNumber(number); }
  void value(Poco::Int64 number) override { TakeNumber(number); }
  void value(Poco::UInt64) override { Reject("a number out of range"); }

  void value(const std::string& text) override {
    if (arrays_ == 2) {
      words_.push_back(text);
    } else if (arrays_ == 1) {
      if (key_ != "notes") Reject("a string in " + key_);
      document_.notes.push_back(text);
    } else {
      *Field() = text;
    }
  }

 private:
  std::string* Field() {
    if (key_ == "uri") return &document_.uri;
    if (key_ == "digest") return &document_.capture_digest;
    if (key_ == "media_type") return &document_.media_type;
    if (key_ == "charset") return &document_.charset.charset;
    if (key_ == "decided_by") return &document_.charset.decided_by;
    if (key_ == "title") return &document_.title;
    if (key_ == "text") return &document_.text;
    Reject("an unknown part " + key_);
  }

  void TakeNumber(std::int64_t number) {
    if (arrays_ == 2) {
      numbers_.push_back(number);
    } else if (arrays_ == 0 && key_ == "replacements") {
      document_.charset.replacements = Place(number);
    } else {
      Reject("a number in " + key_);
    }
  }

  void FinishRow() {
    if (key_ == "ocr") return AddOcr();
    if (key_ == "emphases") return AddSpan();
    if (words_.size() != 1) Reject("a row of " + key_);
    if (key_ == "blocks" && numbers_.size() == 8) {
      AddBlock();
    } else if (key_ == "links" && numbers_.size() == 2) {
      document_.links.push_back(
          {{Place(numbers_[0]), Place(numbers_[1])}, words_[0]});
    } else if (key_ == "anchors" && numbers_.size() == 1) {
      document_.anchors.push_back({words_[0], Place(numbers_[0])});
    } else {
      Reject("a row of " + key_);
    }
  }

  void AddOcr() {
    constexpr std::int64_t kSure = 100;
    if (words_.size() != 2 || numbers_.size() != 3 || document_.ocr ||
        numbers_[2] > kSure) {
      Reject("what OCR says");
    }
    document_.ocr = {words_[0], words_[1], Place(numbers_[0]),
                     Place(numbers_[1]), Place(numbers_[2])};
  }

  void AddSpan() {
    if (!words_.empty() || numbers_.size() != 2) Reject("a row of " + key_);
    document_.emphases.push_back({Place(numbers_[0]), Place(numbers_[1])});
  }

  void AddBlock() {
    Block block;
    if (numbers_[0] < 0 || numbers_[0] > kLastKind || numbers_[1] < 0 ||
        numbers_[1] > std::numeric_limits<std::uint8_t>::max()) {
      Reject("a block's kind");
    }
    block.kind = static_cast<BlockKind>(numbers_[0]);
    block.level = static_cast<std::uint8_t>(numbers_[1]);
    block.parent = Index(numbers_[2]);
    block.page = Index(numbers_[3]);
    block.span = {Place(numbers_[4]), Place(numbers_[5])};
    block.label = {Place(numbers_[6]), Place(numbers_[7])};
    block.fragment = words_[0];
    document_.blocks.push_back(std::move(block));
  }

  Document document_;
  int objects_ = 0;
  int arrays_ = 0;
  std::string key_;
  std::set<std::string> keys_;
  std::vector<std::int64_t> numbers_;
  std::vector<std::string> words_;
};

tl::unexpected<Error> Malformed(const std::string& what) {
  return Fail(ErrorCode::kCorrupt, "not a stored document: " + what);
}

}  // namespace

Result<Document> FromJson(std::string_view json) {
  try {
    Poco::SharedPtr<DocumentHandler> handler = new DocumentHandler;
    Poco::JSON::Parser parser(handler);
    parser.parse(std::string(json));
    Document document = handler->Take();
    FileUnderHeadings(&document);
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
