#include "extraction/ocr_doubt.h"

#include <vector>

#include "extraction/fields.h"

namespace concord::extraction {
namespace {

// Goes through all fields to the confidence of each item; the others are let
// be.
class Doubter {
 public:
  explicit Doubter(double factor) : factor_(factor) {}

  template <class T>
  void operator()(const char*, std::vector<T>& values) {
    for (T& value : values) Fields(*this, value);
  }
  template <class T>
  requires std::derived_from<T, Item>
  void operator()(const char*, T& item) { Fields(*this, item); }
  void operator()(const char*, double& confidence) { confidence *= factor_; }
  template <class T>
  void operator()(const char*, T&) {}
  template <class T>
  void Label(const char*, T&) {}
  template <class T>
  void Source(const char*, T& item) {
    item.confidence *= factor_;
  }

 private:
  double factor_;
};

}  // namespace

void Doubt(const document::OcrReading& reading, Extraction* extraction) {
  constexpr double kUnknown = 0.5;
  Doubter doubter(reading.confidence == 0 ? kUnknown
                                          : reading.confidence / 100.0);
  Fields(doubter, extraction->header);
  ListFields(doubter, *extraction);
}

}  // namespace concord::extraction
