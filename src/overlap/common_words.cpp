// The lists behind the word weights of two texts by themselves, and the prior
// of an archive's own counts. They were put together by reading committee
// papers and inspection reports of several kinds; a word is in the class of the
// share of recommendations in which one may expect it, within a factor of two.
// The exact shares matter little: halving or doubling one changes the weight
// of the word by one bit of eight or nine.

#include "overlap/common_words.h"

#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "overlap/stemmer.h"
#include "overlap/thesaurus.h"

namespace concord::overlap {
namespace {

constexpr double kUnlisted = 0.004;

constexpr std::string_view kStopWords =
    "a an the this that these those such same other others another each every "
    "all any some both either neither no not nor none and or but if so as than "
    "then when where whether which who whom whose what how why while until "
    "unless because since of in on at by for from to into onto upon within "
    "without with through throughout during before after between among amongst "
    "against about above below under over per via out up down off i we you he "
    "she it they me us him her them my our your his its their theirs own "
    "himself itself themselves is are was were be been being am has have had "
    "having do does did done doing will would shall should must may might can "
    "could ought need needs there here also only just very more most much many "
    "less least few further too even yet still again well rather quite always "
    "never ever already now etc ie eg including include includes included "
    "regarding concerning respect regard relation relating accordance terms "
    "order view light way ways means account particular especially "
    "specifically "
    "namely therefore thus hence however moreover furthermore accordingly "
    "recommend recommends recommended recommendation recommendations "
    "recommending "
    "one first second third next new existing current present relevant "
    "appropriate necessary possible suitable proper properly fully effectively "
    "forthwith immediately ensure ensures ensured ensuring ensur s t rec made "
    "make makes making take takes taken taking give given gives steps step "
    "consider considers considered considering consideration members member "
    "asked invited requested";

// Shares from about one recommendation in five downwards.
constexpr std::string_view kVeryCommon =
    "report committee authority police board force service review provide "
    "member public work staff inform continue measure implement develop "
    "support national government effort law right";
constexpr std::string_view kCommon =
    "officer training unit strategy plan policy action progress issue "
    "arrange process establish system set use improve strengthen process "
    "require agree approve note receive update monitor publish annual local "
    "year month management chief constable commissioner department body "
    "independent assess level process access protect promote adopt human state "
    "legislation international person people community time date";
constexpr std::string_view kFairlyCommon =
    "meeting paper budget cost fund financial resource performance standard "
    "guidance procedure practice service provision appoint identify "
    "responsible "
    "consult discuss director head team office secretary home council division "
    "quarter regular quarterly week day number case record data inspect "
    "inspectorate authority responsibility role code recommendation result "
    "outcome response respond complete programme project area equal diverse "
    "race women child children crime victim witness court press regulator "
    "complaint prevent combat address ratify convention protocol accede sign "
    "enhance promote increase reduce remain proposal propose change maintain "
    "further full general specific high good best clear need end period";

std::unordered_set<std::string> SplitSet(std::string_view words) {
  std::unordered_set<std::string> set;
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    if (end > begin) set.emplace(words.substr(begin, end - begin));
    begin = end + 1;
  }
  return set;
}

std::unordered_map<std::string, double> MakeShares() {
  std::unordered_map<std::string, double> shares;
  const std::array<std::pair<std::string_view, double>, 3> classes = {
      {{kVeryCommon, 0.12}, {kCommon, 0.05}, {kFairlyCommon, 0.02}}};
  for (const auto& [words, share] : classes) {
    for (const std::string& word : SplitSet(words)) {
      shares.emplace(Stem(word), share);
    }
  }
  return shares;
}

}  // namespace

bool IsStopWord(std::string_view folded_word) {
  static const std::unordered_set<std::string> kWords = SplitSet(kStopWords);
  return kWords.count(std::string(folded_word)) > 0;
}

double PriorShare(std::string_view stem) {
  static const std::unordered_map<std::string, double> kShares = MakeShares();
  const auto found = kShares.find(std::string(stem));
  if (found != kShares.end()) return found->second;
  return GeneralShare(KeyOf(stem), kUnlisted);
}

bool IsCalendarWord(std::string_view folded_word) {
  static const std::unordered_set<std::string> kWords = SplitSet(
      "january february march april june july august september october "
      "november december monday tuesday wednesday thursday friday saturday "
      "sunday jan feb mar apr jun jul aug sep sept oct nov dec spring summer "
      "autumn winter");
  return kWords.count(std::string(folded_word)) > 0;
}

}  // namespace concord::overlap
