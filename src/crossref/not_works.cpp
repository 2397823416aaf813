#include "crossref/not_works.h"

#include <re2/re2.h>

#include <map>
#include <set>
#include <string>

#include "concord/base/unicode.h"
#include "crossref/bodies.h"
#include "crossref/person_names.h"

namespace concord::crossref {
namespace {

using extraction::OwnerKind;

struct Known {
  std::set<std::string> surnames;
  std::map<std::string, int> bodies;  // how often each is named
};

Known NamesOf(const Reports& reports) {
  Known known;
  for (const store::ReportRecord* report : reports) {
    for (const extraction::OwnerMention& owner : report->extraction.owners) {
      if (owner.kind == OwnerKind::kPerson) {
        const bool company = owner.name.find(" and ") != std::string::npos;
        if (!company) known.surnames.insert(TitledSurname(owner.name));
      } else if (owner.kind != OwnerKind::kClass) {
        ++known.bodies[BodyKey(owner.name)];
      }
    }
  }
  known.surnames.erase("");
  return known;
}

bool IsNewspaper(std::string_view title) {
  static const re2::RE2 kPaper(
      "^(?:[Tt]he )?(?:Daily|Sunday|Evening|Weekly|Saturday) \\p{Lu}[\\p{L}]+"
      "(?:['’]s)?$");
  return re2::RE2::FullMatch(re2::StringPiece(title.data(), title.size()),
                             kPaper);
}

// "Ned Ash", "The Post’s Ned Ash", with a surname that the archive knows.
bool IsPerson(const std::string& title, const std::set<std::string>& surnames) {
  static const re2::RE2 kName(
      "^(?:.*['’]s )?\\p{Lu}\\p{Ll}+ (\\p{Lu}[\\p{L}-]+)$");
  std::string surname;
  return re2::RE2::FullMatch(title, kName, &surname) &&
         surnames.count(Fold(surname)) > 0;
}

// Named so often that the words are a body's and no title's.
bool IsBody(const std::string& title, const Known& known) {
  constexpr int kOften = 3;
  const auto body = known.bodies.find(BodyKey(title));
  return body != known.bodies.end() && body->second >= kOften;
}

bool IsName(const TitleMention& mention, const Known& known) {
  if (mention.citation == nullptr) return false;
  const extraction::Citation& citation = *mention.citation;
  const bool by_capitals = citation.kind == extraction::WorkKind::kOther &&
                           citation.rule != "citation.quoted" &&
                           citation.rule != "citation.background";
  if (!by_capitals) return false;
  const std::string title = CollapseSpace(citation.title);
  return IsNewspaper(title) || title.ends_with("’s") || IsPersonName(title) ||
         IsPerson(title, known.surnames) || IsBody(title, known);
}

}  // namespace

void DropNames(const Reports& reports, std::vector<TitleMention>* mentions) {
  const Known known = NamesOf(reports);
  std::erase_if(*mentions, [&](const TitleMention& mention) {
    return IsName(mention, known);
  });
}

}  // namespace concord::crossref
