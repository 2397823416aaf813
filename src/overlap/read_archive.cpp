// Two passes over the stored texts: how many hold each word, then the outlines,
// whose words weigh what the first pass counted. Texts are read by all
// processors in batches; what they read is put together in the archive's order.

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <unordered_set>

#include "concord/base/in_runs.h"
#include "concord/base/unicode.h"
#include "overlap/stemmer.h"
#include "overlap/vocabulary.h"
#include "overlap/weights.h"

namespace concord::overlap {
namespace {

constexpr std::size_t kTextsAtATime = 256;
// Outlines that wait to be packed hold vectors of their own.
constexpr std::size_t kBatch = 16'384;

// Whether each text is the first with its words. A text that stands in the
// archive many times over makes its words no more common: each distinct text
// counts once.
std::vector<bool> FirstOfTheirWords(const Archive& archive) {
  std::vector<std::uint64_t> keys(archive.size());
  const auto read = [&](std::size_t, std::size_t begin, std::size_t end) {
    store::StoredRecommendation room;
    for (std::size_t i = begin; i < end; ++i) {
      const std::string& text = archive.Read(i, &room).item.text;
      keys[i] = KeyOf(FoldWords(Slice(text, CoreOf(text, nullptr))));
    }
  };
  InRuns(archive.size(), kTextsAtATime,
         ThreadsFor(archive.size(), kTextsAtATime, 0), read);
  std::vector<bool> is_first(archive.size());
  std::unordered_set<std::uint64_t> met;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    is_first[i] = met.insert(keys[i]).second;
  }
  return is_first;
}

struct Held {
  std::string stem;
  std::uint32_t by = 0;  // so many recommendations
};
using Counts = std::unordered_map<std::uint64_t, Held>;  // by key of the stem

void CountWords(const store::StoredRecommendation& one, const Lexicon& lexicon,
                Counts* counts) {
  Prepared words;
  words.text = one.item.text;
  words.core = CoreOf(words.text, nullptr);
  std::vector<Token> tokens = ReadTokens(words, one.report, lexicon);
  std::sort(tokens.begin(), tokens.end(), [](const Token& a, const Token& b) {
    return std::pair(a.stop, a.key) < std::pair(b.stop, b.key);
  });
  for (std::size_t i = 0; i < tokens.size() && !tokens[i].stop; ++i) {
    if (i > 0 && tokens[i].key == tokens[i - 1].key) continue;
    Held& held = (*counts)[tokens[i].key];
    if (held.by++ == 0) held.stem = tokens[i].stem;
  }
}

void WeighWords(const Archive& archive, Vocabulary* vocabulary) {
  const std::vector<bool> is_first = FirstOfTheirWords(archive);
  const Lexicon counting = vocabulary->MakeLexicon();
  std::vector<Counts> counts(ThreadsFor(archive.size(), kTextsAtATime, 0));
  InRuns(archive.size(), kTextsAtATime, counts.size(),
         [&](std::size_t thread, std::size_t begin, std::size_t end) {
           store::StoredRecommendation room;
           for (std::size_t i = begin; i < end; ++i) {
             if (!is_first[i]) continue;
             CountWords(archive.Read(i, &room), counting, &counts[thread]);
           }
         });
  vocabulary->total = static_cast<std::size_t>(
      std::count(is_first.begin(), is_first.end(), true));
  vocabulary->prior = PriorBits(vocabulary->total);
  Counts& all = counts.front();
  for (std::size_t i = 1; i < counts.size(); ++i) {
    for (const auto& [key, held] : counts[i]) {
      Held& sum = all[key];
      if (sum.by == 0) sum.stem = held.stem;
      sum.by += held.by;
    }
  }
  for (const auto& [key, held] : all) {
    vocabulary->words.Intern(key);
    vocabulary->bits.push_back(BitsOf(held.stem, held.by, vocabulary->total));
  }
}

void NumberReports(const Archive& archive, std::vector<std::uint32_t>* report,
                   Vocabulary* vocabulary) {
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  for (std::size_t i = 0; i < archive.size(); ++i) {
    const auto next = static_cast<std::uint32_t>(numbers.size());
    const auto [known, is_new] = numbers.emplace(archive.ReportOf(i), next);
    if (is_new) vocabulary->of_report.emplace_back();
    vocabulary->of_report[known->second].push_back(
        static_cast<std::uint32_t>(i));
    report->push_back(known->second);
  }
}

void MakeOutlines(const Archive& archive, Vocabulary* vocabulary) {
  std::vector<std::uint32_t> report;
  NumberReports(archive, &report, vocabulary);
  const Lexicon lexicon = vocabulary->MakeLexicon();
  vocabulary->outlines.Reserve(archive.size());
  std::vector<std::pair<Outline, std::vector<Term>>> batch;
  for (std::size_t from = 0; from < archive.size(); from += kBatch) {
    batch.clear();
    batch.resize(std::min(kBatch, archive.size() - from));
    const auto read = [&](std::size_t, std::size_t begin, std::size_t end) {
      store::StoredRecommendation room;
      for (std::size_t i = begin; i < end; ++i) {
        const store::StoredRecommendation& one = archive.Read(from + i, &room);
        Prepared prepared =
            PrepareOutline(one, lexicon, vocabulary->SurroundingsOf(from + i));
        batch[i] = {OutlineOf(prepared), std::move(prepared.terms)};
        batch[i].first.fingerprint = Fingerprint(one);
        batch[i].first.report = report[from + i];
      }
    };
    InRuns(batch.size(), kTextsAtATime,
           ThreadsFor(batch.size(), kTextsAtATime, 0), read);
    for (const auto& [outline, terms] : batch) {
      vocabulary->outlines.Add(outline, terms);
    }
  }
}

// The numbers of the held reports that each report names. What names them
// stands with every one of its recommendations.
std::vector<std::vector<std::uint32_t>> NamesOfReports(
    const Archive& archive, const Vocabulary& vocabulary) {
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  for (std::size_t i = 0; i < archive.size(); ++i) {
    numbers.emplace(archive.ReportOf(i), vocabulary.outlines[i].report);
  }
  std::vector<std::vector<std::uint32_t>> names(vocabulary.of_report.size());
  for (std::size_t report = 0; report < names.size(); ++report) {
    const std::uint32_t first = vocabulary.of_report[report].front();
    const Surroundings& around = vocabulary.SurroundingsOf(first);
    if (around.named == nullptr) continue;
    for (const ReportId& named : *around.named) {
      const auto number = numbers.find(named.value);
      if (number != numbers.end()) names[report].push_back(number->second);
    }
  }
  return names;
}

}  // namespace

void ReadArchive(const Archive& archive, std::vector<Surroundings> surroundings,
                 Vocabulary* vocabulary) {
  vocabulary->archive = &archive;
  vocabulary->surroundings = std::move(surroundings);
  WeighWords(archive, vocabulary);
  MakeOutlines(archive, vocabulary);
  vocabulary->report_pairs =
      ReportPairs(vocabulary->outlines, vocabulary->of_report,
                  NamesOfReports(archive, *vocabulary));
  std::vector<std::uint32_t>& by_id = vocabulary->by_id;
  by_id.resize(archive.size());
  std::iota(by_id.begin(), by_id.end(), 0u);
  std::stable_sort(by_id.begin(), by_id.end(),
                   [&](std::uint32_t a, std::uint32_t b) {
                     return archive.IdOf(a) < archive.IdOf(b);
                   });
  vocabulary->shelf =
      std::make_unique<Shelf>(archive.size(), [vocabulary](std::size_t i) {
        store::StoredRecommendation room;
        return Prepare(vocabulary->archive->Read(i, &room),
                       vocabulary->MakeLexicon(),
                       vocabulary->SurroundingsOf(i));
      });
}

}  // namespace concord::overlap
