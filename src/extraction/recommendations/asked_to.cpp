// What a council's paper asks its cabinet or committee to do.
//
//   "Recommendation(s):" / "Cabinet is asked to:" / "A. Agree ...; and"
//   "Recommendation(s): Cabinet is asked to NOTE the report."
//   "Decision: Cabinet propose to:" / "a) ADOPT the plan"
//   refused: "Councils are asked to submit their plans", "Council will be
//   asked to agree", a heading "Committee recommendations and consultation"
//
// The list often stands twice, in a box at the front and at the end, and one
// copy may be cut short: an item with the label and the first words of an
// earlier one is that one. Cost: one pass. Tests: the examples.

#include <map>

#include "concord/base/unicode.h"
#include "extraction/header/pieces.h"
#include "extraction/recommendations/list_items.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

constexpr std::uint32_t kLongestName = 90;

// "Cabinet is asked to ...": who is asked, and what follows.
struct Request {
  TextSpan words;           // from the name to the end
  TextSpan addressee;       // "Cabinet"
  TextSpan rest;            // after "to"; empty where a list follows
  bool introduced = false;  // "Recommendation:" stands in the same line
  bool decides = false;     // "agree to:", "propose to:"
  bool impersonal = false;  // "It is recommended that the Clerk ..."
};

std::optional<Request> RequestIn(const Reading& reading, const Line& line) {
  static const Pattern kRequest(
      "^((?i:(?:summary of )?recommendations?(?:\\(s\\))?|(?:proposed )?"
      "decisions?(?: sought| required)?)\\s*:\\s*)?"
      "((?:[Tt]he )?\\p{Lu}[\\p{L}’'&-]*(?:,? (?:of|and|the|for|&|"
      "\\p{Lu}[\\p{L}’'&-]*))*)"
      "(?: (?:is|are) (?:therefore |hereby |also |now )?(?:asked|invited|"
      "requested|recommended|be asked) (?:to|that)\\b| (agrees?|proposes?|"
      "resolves?|decides?|is minded) to\\b)\\s*:?\\s*(.*)$");
  if (line.quoted || line.kind == BlockKind::kFootnote ||
      line.kind == BlockKind::kTitle) {
    return std::nullopt;
  }
  const auto match = kRequest.Search(reading.text(), line.body);
  if (!match || Length((*match)[2]) > kLongestName) return std::nullopt;
  Request request;
  request.words = {(*match)[2].begin, line.body.end};
  request.addressee = (*match)[2];
  static const Pattern kIt("^It$");
  request.impersonal = kIt.Search(reading.text(), (*match)[2]).has_value();
  request.rest = Trim(reading.text(), (*match)[4]);
  // "is recommended to resolve:" leads into a list too.
  static const Pattern kVerb(
      "^(?i:resolve|agree|decide|consider|approve|note|recommend(?: to "
      "[^:]{2,60}?)?)(?: that)?\\s*:$");
  if (kVerb.Search(reading.text(), request.rest)) request.rest = {};
  request.introduced = !Empty((*match)[1]);
  request.decides = !Empty((*match)[3]);
  return request;
}

// "Recommendation(s):", "11. Recommendations", "Decision:" alone on a line.
bool IsIntroduction(const Reading& reading, const Line& line) {
  static const Pattern kAlone(
      "^(?i:(?:\\d+[\\d.]*\\s+)?(?:the )?(?:recommendations?(?:\\(s\\))?|"
      "(?:proposed )?decisions?)(?: sought| required)?)\\s*:?$");
  return kAlone.Search(reading.text(), line.span).has_value();
}

// The line before, or the heading above, says that a request follows.
bool IsIntroduced(const Reading& reading, std::size_t at) {
  if (at > 0 && IsIntroduction(reading, reading.lines[at - 1])) return true;
  const std::int32_t heading = reading.lines[at].heading;
  return heading >= 0 &&
         IsIntroduction(reading,
                        reading.lines[static_cast<std::size_t>(heading)]);
}

// Copies of one list: the same label and the same beginning.
class Copies {
 public:
  bool Has(const std::string& label, std::string_view text) {
    constexpr std::size_t kShortest = 20;
    const std::string words = FoldWords(text);
    auto& known = known_[{FoldWords(label), words.substr(0, kShortest)}];
    for (const std::string& other : known) {
      const std::size_t size = std::min(words.size(), other.size());
      if (words.compare(0, size, other, 0, size) == 0) return true;
    }
    known.push_back(words);
    return false;
  }

 private:
  // By label and first words.
  std::map<std::pair<std::string, std::string>, std::vector<std::string>>
      known_;
};

class RequestWalk {
 public:
  explicit RequestWalk(const Reading& reading) : reading_(reading) {}

  std::vector<Recommendation> Walk() {
    for (std::size_t i = 0; i < reading_.lines.size(); ++i) {
      const auto request = RequestIn(reading_, reading_.lines[i]);
      // "It" names nobody: an inspection recommends so to others.
      if (!request || (request->impersonal && OfOwn())) continue;
      const bool introduced = request->introduced || IsIntroduced(reading_, i);
      if (Empty(request->rest)) {
        if (introduced || IsRecord() ||
            (!request->decides &&
             (IsPaper() || AsksCommittee(request->addressee)))) {
          AddList(*request, i);
        }
      } else if (introduced && !request->decides) {
        AddSentence(*request);
      }
    }
    return std::move(found_);
  }

 private:
  std::string_view text() const { return reading_.text(); }

  bool IsPaper() const { return reading_.kind == DocumentKind::kReport; }

  bool OfOwn() const {
    return reading_.kind == DocumentKind::kInspection ||
           reading_.kind == DocumentKind::kStrategy;
  }

  // On a page of no known sort only who decides together can be asked to.
  bool AsksCommittee(TextSpan name) const {
    static const Pattern kCommittee(
        "(?i:\\b(?:(?:sub-)?committee|cabinet|council|executive|board|panel|"
        "authority|members|forum)$)");
    return reading_.kind == DocumentKind::kOther &&
           kCommittee.Search(text(), name).has_value();
  }

  // A record of a decision, proposed or taken: it says so at its top.
  bool IsRecord() const {
    static const Pattern kRecord("(?i:\\brecord of decision\\b)");
    constexpr std::size_t kTopLines = 60;
    for (std::size_t i = 0; i < reading_.lines.size() && i < kTopLines; ++i) {
      const Line& line = reading_.lines[i];
      if (Length(line.span) < 120 && kRecord.Search(text(), line.span)) {
        return true;
      }
    }
    return false;
  }

  void AddList(const Request& request, std::size_t lead) {
    for (const ListItem& entry : SequenceAfter(reading_, lead)) {
      Recommendation item = ItemUnder(reading_, reading_.lines[lead].body,
                                      entry, RecommendationKind::kDecision);
      if (copies_.Has(item.label, item.text)) continue;
      SetAsked(request, &item);
    }
  }

  void AddSentence(const Request& request) {
    const TextSpan sentence =
        SentenceAt(text(), request.words, request.words.begin);
    Recommendation item =
        RecommendationAt(reading_, sentence, RecommendationKind::kDecision);
    if (!copies_.Has("", item.text)) SetAsked(request, &item);
  }

  void SetAsked(const Request& request, Recommendation* item) {
    if (request.impersonal) {
      const auto asked = AskedByThat(text(), request.rest);
      if (asked) SetAddressee(text(), *asked, item);
      found_.push_back(std::move(*item));
      return;
    }
    item->addressee_span = request.addressee;
    item->addressee = Slice(text(), request.addressee);
    found_.push_back(std::move(*item));
  }

  const Reading& reading_;
  std::vector<Recommendation> found_;
  Copies copies_;
};

std::vector<Recommendation> FindAskedTo(const Reading& reading) {
  if (reading.kind == DocumentKind::kMinutes ||
      reading.kind == DocumentKind::kAgenda ||
      reading.kind == DocumentKind::kPress) {
    return {};
  }
  return RequestWalk(reading).Walk();
}

RecommendationRule AskedToRule() {
  return {
      "decision.asked-to",
      0.95,
      {{DocumentKind::kReport,
        "Summary: The keys were counted.\n\nRecommendation(s):\n\nCabinet is "
        "asked to:\n\na) NOTE the count of keys; and\n\nb) AGREE to count them "
        "again.\n\n1. Introduction\n\n1.1 Keys matter.\n\nRecommendation(s):"
        "\n\nCabinet is asked to:\n\na) NOTE the count of keys\n\nb) AGREE to "
        "count them again.\n",
        "a [Cabinet] NOTE the count of keys; and\n"
        "b [Cabinet] AGREE to count them again."},
       {DocumentKind::kReport,
        "Recommendation(s): The Estates Committee is asked to NOTE the count. "
        "It is long.\n\n1. Introduction\n\nKeys matter.\n",
        "[The Estates Committee] The Estates Committee is asked to NOTE the "
        "count."},
       {DocumentKind::kOther,
        "Title of decision: Keys\n\nDecision: Cabinet propose to:\n\na) To "
        "ADOPT the plan\n\nb) To DELEGATE the rest.\n\nReasons:\n\nKeys.\n",
        "a [Cabinet] To ADOPT the plan\nb [Cabinet] To DELEGATE the rest."},
       {DocumentKind::kOther,
        "97 Keys\n\nCommittee is asked to recommend to Council that:\n\n1. The "
        "count be approved,\n\n2. The box be bought.\n\nMinutes:\n\nKeys.\n",
        "1 [Committee] The count be approved,\n"
        "2 [Committee] The box be bought."},
       {DocumentKind::kOther,
        "Keys\n\nReaders are asked to:\n\n1. count them\n\n2. lock up.\n", ""},
       {DocumentKind::kOther,
        "Capital strategy\n\nCouncils are asked to submit their plans.\n\n"
        "Council will be asked to agree:\n\na) the plan\n",
        ""},
       {DocumentKind::kOther,
        "Keys\n\nRecommendation: It is recommended that the Council buy a box. "
        "It is cheap.\n\nKeys.\n",
        "[the Council] It is recommended that the Council buy a box."},
       {DocumentKind::kInspection,
        "Keys\n\nRecommendations\n\n1. It is recommended that the Clerk buy a "
        "box.\n\n2. It is recommended that keys be counted.\n",
        ""},
       {DocumentKind::kMinutes,
        "Recommendation: Cabinet is asked to NOTE the count.\n", ""}},
      &FindAskedTo};
}

}  // namespace

const std::vector<RecommendationRule>& AskedToRules() {
  static const std::vector<RecommendationRule> kRules = {AskedToRule()};
  return kRules;
}

}  // namespace concord::extraction
