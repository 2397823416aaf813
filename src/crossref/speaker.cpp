#include "concord/crossref/speaker.h"

#include <re2/re2.h>

#include "crossref/relations.h"

namespace concord::crossref {

bool SpeaksForItself(std::string_view type, std::string_view sentence) {
  // One response to several works is what the paper is there to prepare.
  if (type == "responds-to") return true;
  static const re2::RE2 kThis(
      "(?i)\\b(?:this|the present) (?:\\w+ ){0,2}(?:report|review|paper|"
      "inspection|inquiry|scrutiny|plan|strategy|guidance|code|policy|note|"
      "circular|protocol|response|document|study|edition|version|panel|"
      "scheme)\\b");
  static const re2::RE2 kActs(
      "(?i)\\b(?:we|I|it) (?:[\\w-]+ ){0,3}?(?:re-?affirm|reiterat|re-?stat|"
      "repeat|renew|stand|stood|hold|held|uphold|endors|confirm|echo|amend|var|"
      "modif|revis|reword|alter|chang|withdr|qualif|drop|extend|supersed|"
      "replac|rescind|cancel|revok|return|went|go |gone|came|re-?visit|look|"
      "follow|implement|carr|adopt|build|add|make|take)");
  // A paper acts in the present and names nobody else: "is withdrawn".
  static const re2::RE2 kPerformed(
      "(?i)\\b(?:is|are) (?:\\w+ ){0,2}?(?:re-?affirmed|reiterated|restated|"
      "repeated|renewed|upheld|endorsed|confirmed|amended|varied|modified|"
      "revised|reworded|altered|withdrawn|dropped|superseded|replaced|"
      "rescinded|cancelled|revoked)\\b");
  static const re2::RE2 kByAnother(
      "(?i)(?:ed|drawn|upheld) by (?:the|an?|[A-Z])");
  // Who goes back for a report: what it tells of them is its own doing.
  static const re2::RE2 kItsPeople(
      "(?i)\\b(?:(?:inspection|review|scrutiny) (?:teams?|panel)|inspectors?|"
      "(?:the|our) teams?)\\b");
  const re2::StringPiece words(sentence.data(), sentence.size());
  if (type == "revisits" && re2::RE2::PartialMatch(words, kItsPeople)) {
    return true;
  }
  if (re2::RE2::PartialMatch(words, kThis)) return true;
  if (re2::RE2::PartialMatch(words, kActs)) return true;
  return re2::RE2::PartialMatch(words, kPerformed) &&
         !re2::RE2::PartialMatch(words, kByAnother);
}

bool IsOfThePaper(const RelationEntry& relation) {
  return relation.subject.empty() &&
         SpeaksForItself(relation.type, relation.quote.text);
}

}  // namespace concord::crossref
