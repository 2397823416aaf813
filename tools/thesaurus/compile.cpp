// Compiles WordNet's files into the table that src/overlap/thesaurus.cpp reads.
//
//     compile_thesaurus /usr/share/wordnet OUTPUT
//
// For each stem: the concepts (synsets) it can mean, with a strength of 1..255
// that says how directly; how often SemCor's readers tagged one of its words;
// and the pairs of words that are antonyms. Reads the format of wndb(5WN) and
// cntlist(5WN). The same files give the same bytes.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "overlap/stemmer.h"
#include "overlap/thesaurus_format.h"

namespace concord::overlap {
namespace {

constexpr std::array<const char*, 4> kParts = {"noun", "verb", "adj", "adv"};

// How much of a concept is left one step away.
constexpr double kSynonym = 1.0;
constexpr double kDerived = 0.9;  // assess -> assessment
constexpr double kVerbGroup = 0.8;
constexpr double kPertains = 0.8;  // national -> nation
constexpr double kSimilar = 0.7;   // near meanings of adjectives
constexpr double kHypernym = 0.65;
constexpr double kEntails = 0.5;
// "A man" and "a person" are still one to the other what no two kinds of
// person are.
constexpr double kLeastTelling = 0.6;
constexpr double kSecondHypernym = 0.6;
// Senses after the sixth that nobody tagged only blur a word.
constexpr std::size_t kMaxSenses = 6;
constexpr std::size_t kMaxConcepts = 20;

struct Pointer {
  std::string symbol;
  std::uint32_t target = 0;  // concept
  int source_word = 0;       // 0 = the whole synset
  int target_word = 0;
};

struct Concept {
  std::vector<std::string> words;
  std::vector<Pointer> pointers;
  std::uint32_t below = 0;  // hyponyms, direct and indirect, as a count
};

// Address of a synset: part of speech and byte offset.
using Address = std::pair<int, long>;

int PartOf(char letter) {
  switch (letter) {
    case 'n':
      return 0;
    case 'v':
      return 1;
    case 'r':
      return 3;
    default:
      return 2;  // adjectives and their satellites
  }
}

std::vector<std::string> Fields(const std::string& line) {
  std::istringstream stream(line);
  std::vector<std::string> fields;
  for (std::string field; stream >> field;) fields.push_back(field);
  return fields;
}

bool IsPlainWord(const std::string& word) {
  return word.size() > 1 && std::all_of(word.begin(), word.end(), [](char c) {
           return c >= 'a' && c <= 'z';
         });
}

std::string LowerCase(std::string word) {
  for (char& c : word) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return word;
}

class WordNet {
 public:
  explicit WordNet(std::string folder) : folder_(std::move(folder)) {}

  bool Read() {
    ReadCounts();
    for (int part = 0; part < 4; ++part) {
      if (!ReadAddresses(part)) return false;
    }
    for (int part = 0; part < 4; ++part) {
      if (!ReadData(part)) return false;
    }
    CountBelow();
    for (int part = 0; part < 4; ++part) {
      if (!ReadIndex(part)) return false;
      ReadIrregular(part);
    }
    return true;
  }

  bool Write(const std::string& path) const;

 private:
  // Strength of each concept that a stem can mean, and its tagged count.
  struct Word {
    std::map<std::uint32_t, double> concepts;
    std::uint32_t count = 0;
  };
  // One lemma of one part of speech before its strengths are merged.
  struct Lemma {
    std::vector<std::uint32_t> senses;
    std::vector<std::uint32_t> counts;
  };

  template <class Visit>
  bool ForEachLine(const std::string& name, Visit visit) const {
    std::ifstream file(folder_ + "/" + name);
    if (!file) {
      std::cerr << "cannot read " << folder_ << "/" << name << "\n";
      return false;
    }
    for (std::string line; std::getline(file, line);) {
      if (!line.empty() && line[0] != ' ') visit(line);
    }
    return true;
  }

  // "abate%2:30:01:: 1 4": sense number and how often it was tagged.
  void ReadCounts() {
    ForEachLine("cntlist.rev", [&](const std::string& line) {
      const auto fields = Fields(line);
      const std::size_t mark = line.find('%');
      if (fields.size() < 3 || mark == std::string::npos) return;
      const int type = line[mark + 1] - '0';
      const int part = type == 5 ? 2 : type - 1;
      counts_[{part, line.substr(0, mark), std::stoi(fields[1])}] =
          static_cast<std::uint32_t>(std::stoul(fields[2]));
    });
  }

  bool ReadAddresses(int part) {
    return ForEachLine(
        std::string("data.") + kParts[part], [&](const std::string& line) {
          const Address address = {part, std::stol(line.substr(0, 8))};
          number_[address] = static_cast<std::uint32_t>(concepts_.size());
          concepts_.emplace_back();
        });
  }

  bool ReadData(int part) {
    return ForEachLine(
        std::string("data.") + kParts[part], [&](const std::string& line) {
          const auto fields = Fields(line.substr(0, line.find(" | ")));
          Concept& concept_here =
              concepts_[number_.at({part, std::stol(fields[0])})];
          const int words = std::stoi(fields[3], nullptr, 16);
          std::size_t at = 4;
          for (int i = 0; i < words; ++i, at += 2) {
            concept_here.words.push_back(
                LowerCase(fields[at].substr(0, fields[at].find('('))));
          }
          const int pointers = std::stoi(fields[at++]);
          for (int i = 0; i < pointers; ++i, at += 4) {
            AddPointer(fields, at, &concept_here);
          }
        });
  }

  void AddPointer(const std::vector<std::string>& fields, std::size_t at,
                  Concept* concept_here) const {
    const auto target =
        number_.find({PartOf(fields[at + 2][0]), std::stol(fields[at + 1])});
    if (target == number_.end()) return;
    const int words = std::stoi(fields[at + 3], nullptr, 16);
    concept_here->pointers.push_back(
        {fields[at], target->second, words >> 8, words & 0xff});
  }

  // Hyponyms of each concept: each adds one to all its ancestors.
  void CountBelow() {
    for (std::uint32_t id = 0; id < concepts_.size(); ++id) {
      std::set<std::uint32_t> above;
      std::vector<std::uint32_t> open = {id};
      while (!open.empty()) {
        const std::uint32_t at = open.back();
        open.pop_back();
        for (const Pointer& pointer : concepts_[at].pointers) {
          const bool up = pointer.symbol == "@" || pointer.symbol == "@i";
          if (up && above.insert(pointer.target).second) {
            open.push_back(pointer.target);
          }
        }
      }
      for (const std::uint32_t one : above) ++concepts_[one].below;
    }
  }

  bool ReadIndex(int part) {
    return ForEachLine(
        std::string("index.") + kParts[part], [&](const std::string& line) {
          const auto fields = Fields(line);
          if (!IsPlainWord(fields[0])) return;
          const std::size_t senses = std::stoul(fields[2]);
          Lemma lemma;
          for (std::size_t i = 0; i < senses; ++i) {
            const long offset = std::stol(fields[fields.size() - senses + i]);
            lemma.senses.push_back(number_.at({part, offset}));
            const auto count =
                counts_.find({part, fields[0], static_cast<int>(i + 1)});
            lemma.counts.push_back(count == counts_.end() ? 0 : count->second);
          }
          lemmas_[{part, fields[0]}] = lemma;
          AddLemma(fields[0], lemma);
        });
  }

  // "men man": the form means what its lemma means.
  void ReadIrregular(int part) {
    ForEachLine(std::string(kParts[part]) + ".exc",
                [&](const std::string& line) {
                  const auto fields = Fields(line);
                  if (fields.size() < 2 || !IsPlainWord(fields[0])) return;
                  const auto lemma = lemmas_.find({part, fields[1]});
                  if (lemma == lemmas_.end()) return;
                  if (Stem(fields[0]) == Stem(fields[1])) return;
                  AddLemma(fields[0], lemma->second);
                });
  }

  void AddLemma(const std::string& word, const Lemma& lemma) {
    Word& entry = words_[KeyOf(Stem(word))];
    double most = 0;
    for (const std::uint32_t count : lemma.counts) {
      entry.count += count;
      most = std::max(most, count + 1.0);
    }
    for (std::size_t i = 0; i < lemma.senses.size(); ++i) {
      if (i >= kMaxSenses && lemma.counts[i] == 0) continue;
      const double rank = 1.0 / (1.0 + 0.15 * static_cast<double>(i));
      const double share = (lemma.counts[i] + 1.0) / most;
      AddSense(lemma.senses[i], rank * (0.5 + 0.5 * share), &entry);
    }
  }

  static void AddConcept(std::uint32_t id, double strength, Word* entry) {
    double& held = entry->concepts[id];
    held = std::max(held, strength);
  }

  // A concept with many hyponyms ("act", "person") brings little together.
  double Telling(std::uint32_t id) const {
    const double telling =
        std::clamp(1.15 - std::log2(1.0 + concepts_[id].below) / 9, 0.0, 1.0);
    return kLeastTelling + (1 - kLeastTelling) * telling;
  }

  void AddSense(std::uint32_t id, double strength, Word* entry) const {
    AddConcept(id, strength * kSynonym, entry);
    for (const Pointer& pointer : concepts_[id].pointers) {
      AddStep(pointer, strength, entry);
    }
  }

  void AddStep(const Pointer& pointer, double strength, Word* entry) const {
    static const std::map<std::string, double> kSteps = {
        {"+", kDerived},  {"$", kVerbGroup}, {"\\", kPertains},
        {"&", kSimilar},  {"*", kEntails},   {">", kEntails},
        {"@", kHypernym}, {"@i", kHypernym}};
    const auto step = kSteps.find(pointer.symbol);
    if (step == kSteps.end()) return;
    if (pointer.symbol[0] != '@') {
      AddConcept(pointer.target, strength * step->second, entry);
      return;
    }
    AddConcept(pointer.target, strength * kHypernym * Telling(pointer.target),
               entry);
    for (const Pointer& next : concepts_[pointer.target].pointers) {
      if (next.symbol != "@") continue;
      AddConcept(next.target, strength * kSecondHypernym * Telling(next.target),
                 entry);
    }
  }

  std::vector<std::pair<std::uint64_t, std::uint64_t>> Antonyms() const {
    std::set<std::pair<std::uint64_t, std::uint64_t>> pairs;
    for (const Concept& one : concepts_) {
      for (const Pointer& pointer : one.pointers) {
        if (pointer.symbol != "!" || pointer.source_word == 0) continue;
        const auto& a = one.words[pointer.source_word - 1];
        const auto& b =
            concepts_[pointer.target].words[pointer.target_word - 1];
        if (!IsPlainWord(a) || !IsPlainWord(b)) continue;
        const std::uint64_t x = KeyOf(Stem(a));
        const std::uint64_t y = KeyOf(Stem(b));
        if (x != y) pairs.insert({std::min(x, y), std::max(x, y)});
      }
    }
    return {pairs.begin(), pairs.end()};
  }

  std::string folder_;
  std::map<std::tuple<int, std::string, int>, std::uint32_t> counts_;
  std::map<Address, std::uint32_t> number_;
  std::vector<Concept> concepts_;
  std::map<std::pair<int, std::string>, Lemma> lemmas_;
  std::map<std::uint64_t, Word> words_;
};

// The strongest concepts of a word, in order of their number.
std::vector<std::uint32_t> Packed(
    const std::map<std::uint32_t, double>& concepts) {
  std::vector<std::pair<double, std::uint32_t>> order;
  for (const auto& [id, strength] : concepts) {
    if (strength >= 0.1) order.emplace_back(-strength, id);
  }
  std::sort(order.begin(), order.end());
  if (order.size() > kMaxConcepts) order.resize(kMaxConcepts);
  std::vector<std::uint32_t> packed;
  for (const auto& [negative, id] : order) {
    const auto strength = static_cast<std::uint32_t>(
        std::lround(std::min(1.0, -negative) * kFullStrength));
    packed.push_back(id << kStrengthBits | strength);
  }
  std::sort(packed.begin(), packed.end());
  return packed;
}

template <class T>
void Put(const std::vector<T>& values, std::ofstream* file) {
  file->write(reinterpret_cast<const char*>(values.data()),
              static_cast<std::streamsize>(values.size() * sizeof(T)));
}

bool WordNet::Write(const std::string& path) const {
  std::vector<std::uint64_t> keys;
  std::vector<std::uint32_t> counts;
  std::vector<std::uint32_t> begins = {0};
  std::vector<std::uint32_t> concepts;
  for (const auto& [key, word] : words_) {
    keys.push_back(key);
    counts.push_back(word.count);
    for (const std::uint32_t one : Packed(word.concepts)) {
      concepts.push_back(one);
    }
    begins.push_back(static_cast<std::uint32_t>(concepts.size()));
  }
  std::vector<std::uint64_t> antonyms;
  for (const auto& [a, b] : Antonyms()) {
    antonyms.push_back(a);
    antonyms.push_back(b);
  }
  const std::vector<ThesaurusHead> head = {
      {kThesaurusMagic, keys.size(), concepts.size(), antonyms.size() / 2}};
  std::ofstream file(path, std::ios::binary);
  Put(head, &file);
  Put(keys, &file);
  Put(antonyms, &file);
  Put(counts, &file);
  Put(begins, &file);
  Put(concepts, &file);
  return file.good();
}

}  // namespace
}  // namespace concord::overlap

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: compile_thesaurus WORDNET-FOLDER OUTPUT\n";
    return 2;
  }
  concord::overlap::WordNet wordnet(argv[1]);
  return wordnet.Read() && wordnet.Write(argv[2]) ? 0 : 1;
}
