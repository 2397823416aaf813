// Why a work is cited, by the place and the sentence it stands in.
//
// The one sentence that says which reports a single response will cover makes
// its works the scope; a sentence in which a plan or strategy takes in
// recommendations of several sources makes its works context. These two are
// what keep a scope apart from everything else a paper mentions.
//
//   scope    The Unit will scope the recommendations from the three X reports
//            and prepare one comprehensive response.
//   context  This action plan addresses the recommendations from X, Y and Z.
//   body     A draft response to X was prepared in March.

#include <algorithm>
#include <map>

#include "concord/base/unicode.h"
#include "extraction/citations/mention.h"
#include "extraction/citations/short_titles.h"
#include "extraction/reading.h"
#include "extraction/statements/scope_sentence.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

// The sentences that mentions stand in, each passage split once.
class MentionSentences {
 public:
  explicit MentionSentences(const Prose& prose) : prose_(prose) {}

  // The sentence around `span`; the passage where no sentence holds it.
  TextSpan Around(std::size_t passage, TextSpan span) {
    const TextSpan whole = prose_.passages[passage].span;
    if (passage != passage_) {
      sentences_ = SentencesIn(prose_.text, whole);
      passage_ = passage;
    }
    const auto found = std::lower_bound(
        sentences_.begin(), sentences_.end(), span.begin,
        [](TextSpan sentence, std::uint32_t at) { return sentence.end <= at; });
    const bool here = found != sentences_.end() && Overlaps(*found, span);
    return here ? *found : whole;
  }

 private:
  const Prose& prose_;
  std::size_t passage_ = static_cast<std::size_t>(-1);
  std::vector<TextSpan> sentences_;
};

CitationRole RoleOf(const Prose& prose, const Mention& mention, TextSpan around,
                    std::size_t in_sentence) {
  const Passage& passage = prose.passages[mention.passage];
  if (passage.background) return CitationRole::kBackground;
  if (passage.kind == BlockKind::kTitle ||
      passage.kind == BlockKind::kHeaderLine) {
    return CitationRole::kSubject;
  }
  const std::string_view sentence = Slice(prose.text, around);
  if (StatesOneResponse(sentence)) return CitationRole::kScope;
  if (in_sentence > 1 && StatesSources(sentence)) return CitationRole::kContext;
  return passage.opening ? CitationRole::kSubject : CitationRole::kBody;
}

// "HMIC published X", "HMIC's review of the force, X": who made it.
std::string PublisherBefore(std::string_view text, TextSpan left) {
  static const Pattern kPublished(
      "(\\p{Lu}{2,6}|\\p{Lu}[\\p{L}'’]+(?: "
      "(?:of|and|the|for|\\p{Lu}[\\p{L}'’]+))*"
      " \\p{Lu}\\p{L}+)(?: \\(\\p{Lu}{2,6}\\)|\\))? (?:has |have "
      ")?(?:published|"
      "issued|produced|launched) (?:the )?[‘“\"']?$");
  static const Pattern kPossessive(
      "(\\p{Lu}{2,6})['’]s (?:\\p{L}+ ){0,3}(?:[Rr]eport|[Rr]eview|[Tt]hematic|"
      "[Ss]trategy|[Ii]nspection)(?: of (?:the )?\\p{L}+)?,? (?:report,? )?"
      "[‘“\"']?$");
  static const Pattern kDirect(
      "(?:^|[^\\p{L}])(\\p{Lu}{2,6}) (?:report|review|thematic|strategy|"
      "inspection)(?: report)?,? [‘“\"']?$");
  for (const Pattern* pattern : {&kPublished, &kPossessive, &kDirect}) {
    if (const auto match = pattern->Search(text, left)) {
      return std::string(Slice(text, (*match)[1]));
    }
  }
  return {};
}

// One kind for a work wherever it is met: the most telling one.
std::map<std::string, WorkKind> KindsByTitle(
    const Prose& prose, const std::vector<Mention>& mentions) {
  std::map<std::string, WorkKind> kinds;
  for (const Mention& mention : mentions) {
    WorkKind& kind =
        kinds.try_emplace(WorkKey(mention.Title(prose.text)), WorkKind::kOther)
            .first->second;
    if (kind == WorkKind::kOther) kind = mention.kind;
  }
  return kinds;
}

Citation AsCitation(const Prose& prose, const Mention& mention) {
  Citation citation;
  static_cast<Item&>(citation) =
      ItemAt(mention.whole, RuleNamed(CitationRules(), mention.rule));
  citation.printed = std::string(Slice(prose.text, mention.whole));
  citation.title = mention.Title(prose.text);
  citation.year = mention.year;
  citation.part = mention.part;
  citation.recommendation = mention.recommendation;
  citation.publisher = mention.publisher;
  citation.series = mention.series;
  citation.unresolved = citation.title.empty();
  if (citation.publisher.empty() && !Empty(mention.title)) {
    const TextSpan passage = prose.passages[mention.passage].span;
    citation.publisher =
        PublisherBefore(prose.text, NearBefore(prose, passage, mention));
  }
  return citation;
}

// "Dame Ada Birch’s inquiry" where the document names one inquiry by title.
void NameByItsInquiry(std::vector<Citation>* citations) {
  static const Pattern kWhose(
      "^(?:Dame|Sir|Lord|Lady|Baroness|Judge|Justice) ");
  std::string title;
  for (const Citation& citation : *citations) {
    if (citation.rule != "citation.inquiry") continue;
    if (!title.empty() && WorkKey(title) != WorkKey(citation.title)) return;
    if (citation.title.size() > title.size()) title = citation.title;
  }
  if (title.empty()) return;
  for (Citation& citation : *citations) {
    if (citation.rule != "citation.described") continue;
    if (!kWhose.Matches(citation.title)) continue;
    citation.title = title;
    citation.kind = WorkKind::kInquiry;
  }
}

}  // namespace

std::string Singular(std::string_view folded) {
  if (folded == "series" || folded == "thematics") {
    return folded == "series" ? "series" : "thematic";
  }
  if (folded.ends_with("ies")) {
    return std::string(folded.substr(0, folded.size() - 3)) + 'y';
  }
  if (folded.ends_with('s') && !folded.ends_with("ss")) {
    return std::string(folded.substr(0, folded.size() - 1));
  }
  return std::string(folded);
}

bool IsCueNoun(std::string_view folded) {
  const std::string noun = Singular(folded);
  return IsWorkNoun(noun) || noun == "paper" || noun == "document" ||
         noun == "publication" || noun == "booklet" || noun == "book" ||
         noun == "leaflet" || noun == "bulletin" || noun == "article" ||
         noun == "guide";
}

WorkKind KindOfNoun(std::string_view folded) {
  if (folded == "strategy") return WorkKind::kStrategy;
  if (folded == "plan" || folded == "scheme") return WorkKind::kPlan;
  if (folded == "code" || folded == "charter" || folded == "concordat") {
    return WorkKind::kCode;
  }
  if (folded == "guidance" || folded == "manual" || folded == "guide" ||
      folded == "handbook" || folded == "circular" || folded == "protocol") {
    return WorkKind::kGuidance;
  }
  if (folded == "inquiry" || folded == "scrutiny") return WorkKind::kInquiry;
  if (folded == "act") return WorkKind::kAct;
  if (folded == "report" || folded == "review" || folded == "thematic" ||
      folded == "inspection" || folded == "study" || folded == "paper" ||
      folded == "series") {
    return WorkKind::kReport;
  }
  return WorkKind::kOther;
}

std::vector<Citation> AsCitations(const Prose& prose, const Header& header,
                                  const std::vector<Mention>& mentions) {
  const std::map<std::string, WorkKind> kinds = KindsByTitle(prose, mentions);
  const std::string own = WorkKey(header.title.printed);
  MentionSentences sentences(prose);
  std::vector<TextSpan> around;
  around.reserve(mentions.size());
  for (const Mention& mention : mentions) {
    around.push_back(sentences.Around(mention.passage, mention.whole));
  }
  // Mentions are in the order of the text: those of one sentence stand
  // together.
  std::vector<std::size_t> in_sentence(mentions.size(), 0);
  for (std::size_t i = 0; i < mentions.size();) {
    std::size_t end = i;
    while (end < mentions.size() && around[end] == around[i]) ++end;
    for (std::size_t k = i; k < end; ++k) in_sentence[k] = end - i;
    i = end;
  }
  std::vector<Citation> citations;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = mentions[i];
    const Passage& passage = prose.passages[mention.passage];
    Citation citation = AsCitation(prose, mention);
    citation.role = RoleOf(prose, mention, around[i], in_sentence[i]);
    const std::string key = WorkKey(citation.title);
    citation.kind = kinds.at(key);
    // The document's own title on itself is no citation.
    const bool itself =
        !own.empty() && key == own && passage.kind == BlockKind::kTitle;
    if (itself) continue;
    citations.push_back(std::move(citation));
  }
  NameByItsInquiry(&citations);
  NameInFull(&citations);
  return citations;
}

}  // namespace concord::extraction
