#include "concord/overlap/passages.h"

#include <re2/re2.h>

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "overlap/long_forms.h"
#include "overlap/prepared.h"

namespace concord::overlap {
namespace {

constexpr std::uint32_t kMostJoined = 6000;  // bytes
constexpr std::size_t kLeastWords = 4;

// What the share of the recommendation's words that a piece has leaves open:
// among pieces that have as much of it, the one that says little else.
constexpr double kCosineCounts = 2.0;
// The headings above both.
constexpr double kHeadingCounts = 0.3;
// A list at the end of a work repeats the work's own chapters.
constexpr double kOwnWorkCounts = 0.3;
// What a list repeats is what a chapter concludes, not what it tells before.
constexpr double kOwnViewCounts = 0.3;
// Of the nearness of the piece before or after, whichever is nearer: a
// conclusion has few words of its own and stands beside what it concludes from.
constexpr double kBesideCounts = 0.25;

using Keys = std::vector<std::uint64_t>;

// "I recommend", "my conclusion is": here somebody gives a view of his own, and
// tells no evidence and no history of the matter.
bool GivesOwnView(const std::string& text) {
  static const RE2 kOwn(
      R"(\b(?:I|[Ww]e)(?: \w+){0,4}? )"
      R"((?:recommend|propose|urge|conclude|suggest|consider)\b|)"
      R"(\b(?:[Mm]y|[Oo]ur) (?:own )?(?:view|conclusion|recommendation)s?\b)");
  return RE2::PartialMatch(text, kOwn);
}

Keys KeysOf(const std::string& text, const ReportId& report,
            const Lexicon& lexicon) {
  Prepared words;
  words.text = text;
  words.core = {0, static_cast<std::uint32_t>(text.size())};
  Keys keys;
  for (const Token& token : ReadTokens(words, report, lexicon)) {
    if (!token.stop) keys.push_back(token.key);
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace

std::vector<store::Passage> JoinByNumber(
    const store::ReportRecord& report,
    const std::vector<store::Passage>& passages) {
  const document::Document& document = report.document;
  const auto is_numbered = [&](const store::Passage& passage) {
    const std::int32_t at = document::BlockAt(document, passage.span.begin);
    if (at < 0) return false;
    const document::Block& block =
        document.blocks[static_cast<std::size_t>(at)];
    return block.kind == document::BlockKind::kParagraph && !Empty(block.label);
  };
  std::vector<store::Passage> joined;
  bool numbered = false;  // the last of them
  for (const store::Passage& passage : passages) {
    const bool here = is_numbered(passage);
    const bool continues =
        numbered && !here && joined.back().heading == passage.heading &&
        passage.span.end - joined.back().span.begin <= kMostJoined;
    if (!continues) {
      joined.push_back(passage);
      numbered = here;
      continue;
    }
    joined.back().span.end = passage.span.end;
    joined.back().text = Slice(report.text(), joined.back().span);
  }
  return joined;
}

struct PassageFinder::Index {
  LongForms long_forms;
  Lexicon lexicon;              // these alone
  std::vector<bool> own_views;  // GivesOwnView
  std::vector<ReportId> reports;
  std::vector<Keys> headings;
  std::vector<double> norms;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> holders;

  double Bits(std::uint64_t key) const {
    const auto found = holders.find(key);
    const double held = found == holders.end()
                            ? 0.5
                            : static_cast<double>(found->second.size());
    return std::log2((static_cast<double>(norms.size()) + 1) / held);
  }

  // What the piece before or after each brings it.
  void AddBeside(std::vector<PassageMatch>* matches) const;
};

void PassageFinder::Index::AddBeside(std::vector<PassageMatch>* matches) const {
  std::vector<double> nearness(reports.size());
  for (const PassageMatch& match : *matches) {
    nearness[match.passage] = match.nearness;
  }
  for (PassageMatch& match : *matches) {
    const std::size_t at = match.passage;
    double beside = 0;
    if (at > 0 && reports[at - 1] == reports[at]) beside = nearness[at - 1];
    if (at + 1 < reports.size() && reports[at + 1] == reports[at]) {
      beside = std::max(beside, nearness[at + 1]);
    }
    match.nearness += kBesideCounts * beside;
  }
}

PassageFinder::PassageFinder(
    const std::vector<store::Passage>& passages,
    const std::vector<crossref::AcronymEntry>& acronyms)
    : index_(std::make_unique<Index>()) {
  index_->long_forms = LongForms(acronyms);
  index_->lexicon.long_form = [long_forms = &index_->long_forms](
                                  std::string_view word,
                                  const ReportId& report) {
    return long_forms->Of(word, report);
  };
  std::vector<Keys> words;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    const store::Passage& passage = passages[i];
    words.push_back(KeysOf(passage.text, passage.report, index_->lexicon));
    if (words.back().size() < kLeastWords) words.back().clear();
    for (const std::uint64_t key : words.back()) {
      index_->holders[key].push_back(static_cast<std::uint32_t>(i));
    }
    index_->reports.push_back(passage.report);
    index_->own_views.push_back(GivesOwnView(passage.text));
    index_->headings.push_back(
        KeysOf(passage.heading, passage.report, index_->lexicon));
  }
  index_->norms.resize(passages.size());
  for (std::size_t i = 0; i < passages.size(); ++i) {
    double squares = 0;
    for (const std::uint64_t key : words[i]) {
      const double bits = index_->Bits(key);
      squares += bits * bits;
    }
    index_->norms[i] = std::sqrt(squares);
  }
}

PassageFinder::~PassageFinder() = default;

std::vector<PassageMatch> PassageFinder::Like(
    const store::StoredRecommendation& recommendation, std::size_t limit,
    const std::set<ReportId>& own_work) const {
  const Keys wanted =
      KeysOf(recommendation.item.text, recommendation.report, index_->lexicon);
  const Keys heading = KeysOf(recommendation.item.heading,
                              recommendation.report, index_->lexicon);
  std::unordered_map<std::uint32_t, std::pair<double, double>> shared;
  double all = 0;
  double squares = 0;
  for (const std::uint64_t key : wanted) {
    const double bits = index_->Bits(key);
    all += bits;
    squares += bits * bits;
    const auto holders = index_->holders.find(key);
    if (holders == index_->holders.end()) continue;
    for (const std::uint32_t passage : holders->second) {
      auto& [sum, dot] = shared[passage];
      sum += bits;
      dot += bits * bits;
    }
  }
  double heading_bits = 0;
  for (const std::uint64_t key : heading) heading_bits += index_->Bits(key);
  std::vector<PassageMatch> matches;
  for (const auto& [passage, both] : shared) {
    if (index_->reports[passage] == recommendation.report) continue;
    double under = 0;
    for (const std::uint64_t key : index_->headings[passage]) {
      if (std::binary_search(heading.begin(), heading.end(), key)) {
        under += index_->Bits(key);
      }
    }
    const double norm = std::sqrt(squares) * index_->norms[passage];
    matches.push_back(
        {passage,
         both.first / all + kCosineCounts * both.second / norm +
             (heading_bits > 0 ? kHeadingCounts * under / heading_bits : 0) +
             (own_work.count(index_->reports[passage]) > 0 ? kOwnWorkCounts
                                                           : 0) +
             (index_->own_views[passage] ? kOwnViewCounts : 0)});
  }
  index_->AddBeside(&matches);
  std::sort(matches.begin(), matches.end(),
            [](const PassageMatch& a, const PassageMatch& b) {
              return a.nearness != b.nearness ? a.nearness > b.nearness
                                              : a.passage < b.passage;
            });
  if (matches.size() > limit) matches.resize(limit);
  return matches;
}

store::StoredRecommendation AsRecommendation(const store::Passage& passage) {
  store::StoredRecommendation one;
  one.report = passage.report;
  one.item.text = passage.text;
  one.item.heading = passage.heading;
  one.item.locator = passage.locator;
  one.item.span = passage.span;
  return one;
}

std::vector<crossref::ReferenceEntry> PlacesCited(
    const store::StoredRecommendation& recommendation,
    const store::ReportRecord& report,
    const std::vector<crossref::ReferenceEntry>& references) {
  std::vector<TextSpan> places = {recommendation.item.span};
  for (const document::Link& link : report.document.links) {
    // A mark that was no text stands just behind the last word.
    const bool inside = link.span.begin >= recommendation.item.span.begin &&
                        link.span.end <= recommendation.item.span.end + 1;
    if (!inside || !link.target.starts_with("#")) continue;
    for (const document::Anchor& anchor : report.document.anchors) {
      if (anchor.name != std::string_view(link.target).substr(1)) continue;
      const std::int32_t note =
          document::BlockAt(report.document, anchor.offset);
      if (note >= 0) places.push_back(report.document.blocks[note].span);
    }
  }
  std::vector<crossref::ReferenceEntry> cited;
  for (const crossref::ReferenceEntry& reference : references) {
    const bool here =
        reference.quote.report == report.id &&
        std::any_of(places.begin(), places.end(), [&](TextSpan place) {
          return Contains(place, reference.quote.span);
        });
    if (here) cited.push_back(reference);
  }
  return cited;
}

}  // namespace concord::overlap
