// Reports that go by a name which is not their title.
//
//   "by its author"            "Dame Ada Reed's inquiry", "Report of Dame Ada
//                              Reed": where one held report alone is hers; a
//                              report by two people goes by the name of either
//   "the inquiry of that name" "Tenter Row, recommendation 12" for the one held
//                              "Tenter Row Inquiry"

#include <re2/re2.h>

#include <algorithm>
#include <set>

#include "crossref/bodies.h"
#include "crossref/person_names.h"
#include "crossref/works.h"

namespace concord::crossref {
namespace {

// The person of "Dame Ada Reed's inquiry", "Report of Dame Ada Reed"; "".
std::string NamedAuthor(const std::string& title) {
  static const re2::RE2 kBefore(
      "(?i)^(?:the )?(.+?)['’]s? (?:own )?(?:report|review|inquiry|scrutiny)$");
  static const re2::RE2 kAfter(
      "(?i)^(?:the )?(?:report|review|inquiry|scrutiny) (?:of|by) (.+)$");
  std::string name;
  if (!re2::RE2::FullMatch(title, kBefore, &name) &&
      !re2::RE2::FullMatch(title, kAfter, &name)) {
    return {};
  }
  return TitledSurname(name).empty() ? std::string() : name;
}

// "ada reed" is the author "ada reed", and a "reed" with no forename too.
bool IsSamePerson(const std::string& named, const std::string& author) {
  const std::vector<std::string> a = KeyWords(PersonKey(named));
  const std::vector<std::string> b = KeyWords(PersonKey(author));
  if (a.empty() || b.empty() || a.back() != b.back()) return false;
  return a.size() == 1 || b.size() == 1 || a.front() == b.front();
}

}  // namespace

void JoinByAuthor(const Reports& reports, std::vector<TitleMention>* mentions) {
  std::vector<const TitleMention*> own;
  for (const TitleMention& mention : *mentions) {
    if (mention.citation == nullptr) own.push_back(&mention);
  }
  const auto written_by = [&](const std::string& name) {
    std::set<WorkKey> works;
    for (const TitleMention* mention : own) {
      const extraction::Header& header = reports[mention->report]->header();
      const bool by = IsSamePerson(name, header.by.printed) ||
                      std::any_of(header.authors.begin(), header.authors.end(),
                                  [&](const extraction::OwnerMention& author) {
                                    return IsSamePerson(name, author.name);
                                  });
      if (by) works.insert(mention->key);
    }
    return works;
  };
  for (TitleMention& mention : *mentions) {
    const bool alone =
        mention.citation != nullptr && mention.key.title == mention.forms.match;
    if (!alone) continue;
    const std::string name = NamedAuthor(mention.title);
    if (name.empty()) continue;
    const std::set<WorkKey> works = written_by(name);
    if (works.size() != 1) continue;
    mention.key = *works.begin();
    mention.rule = "by its author";
  }
}

void JoinInquiryNames(std::vector<TitleMention>* mentions) {
  std::set<WorkKey> own;
  for (const TitleMention& mention : *mentions) {
    if (mention.citation == nullptr) own.insert(mention.key);
  }
  for (TitleMention& mention : *mentions) {
    const bool single = mention.citation != nullptr &&
                        mention.citation->rule.starts_with("citation.single") &&
                        mention.key.title == mention.forms.match;
    if (!single) continue;
    const WorkKey inquiry = {mention.forms.match + " inquiry", "", ""};
    if (!own.contains(inquiry)) continue;
    mention.key = inquiry;
    mention.rule = "the inquiry of that name";
  }
}

}  // namespace concord::crossref
