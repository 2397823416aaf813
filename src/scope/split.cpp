#include "scope/split.h"

#include <map>
#include <string_view>

#include "concord/base/unicode.h"
#include "scope/comparable.h"

namespace concord::scope {
namespace {

// "the Constabulary" of "for the Constabulary", "fall to forces", "directed to
// national bodies".
std::string WhomOf(const extraction::CountPart& part) {
  std::string words = CollapseSpace(part.what);
  for (const std::string_view word : {"for ", "to "}) {
    const std::string text = " " + words;
    const std::size_t at = text.rfind(" " + std::string(word));
    if (at != std::string::npos) return text.substr(at + 1 + word.size());
  }
  return "";
}

std::string InWords(const std::vector<extraction::CountPart>& parts) {
  std::string words;
  for (const extraction::CountPart& part : parts) {
    words += (words.empty() ? "" : " + ") + std::to_string(part.count) + " " +
             CollapseSpace(part.what);
  }
  return words;
}

const store::StoredRecommendation* Find(const Holdings& holdings,
                                        const RecommendationId& id) {
  for (const store::StoredRecommendation& one : holdings.recommendations) {
    if (one.id == id) return &one;
  }
  return nullptr;
}

// Whether it is asked of the body together with others: a text that counts
// "the five for the Authority" may leave that one out.
bool IsJoint(const store::StoredRecommendation& one,
             const AnsweringBody& answering) {
  constexpr std::string_view kAnd = " and ";
  const std::string whom = WhomItAsks(one.item) + std::string(kAnd);
  bool ours = false;
  bool others = false;
  for (std::size_t begin = 0; begin < whom.size();) {
    const std::size_t end = whom.find(kAnd, begin);
    const Answerer who = answering.JudgeName(whom.substr(begin, end - begin));
    ours = ours || who == Answerer::kOurs;
    others = others || who == Answerer::kOthers;
    begin = end + kAnd.size();
  }
  return ours && others;
}

// "r3fa9c1d2b0e4.70"; "" where none is asked of several bodies.
std::string JointIds(const Scope& scope, const Holdings& holdings,
                     const AnsweringBody& answering) {
  std::string ids;
  for (const Disposition& disposition : scope.included) {
    const auto* one = Find(holdings, disposition.id);
    if (one == nullptr || !IsJoint(*one, answering)) continue;
    ids += (ids.empty() ? "" : ", ") + disposition.id.value;
  }
  return ids;
}

}  // namespace

void HoldAgainstStatedSplit(const crossref::CountEntry& count,
                            const AnsweringBody& answering,
                            const Holdings& holdings, Reconciliation* row,
                            Scope* scope) {
  if (count.partition.empty() || row->held != row->stated) return;
  std::int32_t ours = 0;
  bool said = false;
  for (const extraction::CountPart& part : count.partition) {
    const std::string whom = WhomOf(part);
    if (whom.empty() || answering.JudgeName(whom) != Answerer::kOurs) continue;
    ours += part.count;
    said = true;
  }
  if (!said || ours == row->held_included) return;
  row->verdict += "; the stated split differs";
  const std::string joint = JointIds(*scope, holdings, answering);
  scope->notes.push_back(
      "of " + row->title + " the text says " + InWords(count.partition) +
      "; here " + std::to_string(row->held_included) + " are for '" +
      scope->request.answering_body + "' and " +
      std::to_string(row->held_excluded) + " are left out" +
      (joint.empty()
           ? ""
           : " (asked of it together with another body: " + joint + ")"));
}

void SayWhoIsLeftOutAndLetIn(const Holdings& holdings, Scope* scope) {
  std::map<std::string, std::string> left_out;  // comparable, as printed
  for (const Disposition& disposition : scope->excluded) {
    if (disposition.rule != "exclude.addressed-to-others" &&
        disposition.rule != "exclude.partition-stated") {
      continue;
    }
    const auto* one = Find(holdings, disposition.id);
    if (one == nullptr) continue;
    const std::string whom = WhomItAsks(one->item);
    left_out.emplace(Comparable(whom), whom);
  }
  std::map<std::string, std::vector<RecommendationId>> let_in;
  std::size_t count = 0;
  for (const Disposition& disposition : scope->included) {
    const auto* one = Find(holdings, disposition.id);
    if (one == nullptr) continue;
    const auto found = left_out.find(Comparable(WhomItAsks(one->item)));
    if (found == left_out.end() || found->first.empty()) continue;
    let_in[found->second].push_back(disposition.id);
    ++count;
  }
  if (count == 0) return;
  std::string whom;
  for (const auto& [name, ids] : let_in) {
    whom += (whom.empty() ? "" : "; ") + name + ": ";
    for (std::size_t i = 0; i < ids.size(); ++i) {
      whom += (i == 0 ? "" : ", ") + ids[i].value;
    }
  }
  scope->notes.push_back(
      std::to_string(count) +
      (count == 1 ? " included recommendation is"
                  : " included recommendations "
                    "are") +
      " addressed to bodies whose other recommendations are left out (" + whom +
      ")");
}

}  // namespace concord::scope
