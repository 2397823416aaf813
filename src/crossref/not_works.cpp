#include "crossref/not_works.h"

#include <re2/re2.h>

#include <algorithm>
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
  std::set<std::string> posts;
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
        if (owner.kind == OwnerKind::kPost)
          known.posts.insert(BodyKey(owner.name));
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

// "WHAT IS THE PANEL ASKED?" cut to capitals: a headline, no title.
bool IsHeadline(const std::string& title) {
  const bool small = std::any_of(title.begin(), title.end(),
                                 [](char c) { return c >= 'a' && c <= 'z'; });
  static const re2::RE2 kVerb(
      "\\b(?:BEING|ASKED|IS|ARE|WAS|WERE|WHAT|TO DO)\\b");
  return !small && re2::RE2::PartialMatch(title, kVerb);
}

// "the review of the same name", "Questions may be put to the chair": words
// that point at a work or say something, and are no title.
bool IsPhrase(const std::string& title) {
  static const re2::RE2 kPointing(
      "(?i)\\bof (?:the same|that|this) (?:name|title|kind|sort)$");
  static const re2::RE2 kSays(
      "\\p{Ll} (?:may|must|shall|should|will|can|cannot|would) "
      "(?:be|not be|have) \\p{Ll}");
  return re2::RE2::PartialMatch(title, kPointing) ||
         re2::RE2::PartialMatch(title, kSays);
}

// Words that are somebody's name wherever the archive prints them: a post with
// its field, or a body that only a number stands behind ("the Trust,
// recommendation 4").
bool IsSomebody(const extraction::Citation& citation, const std::string& title,
                const Known& known) {
  const std::string key = BodyKey(title);
  if (known.posts.contains(key)) return true;
  const bool bare = citation.rule == "citation.single" ||
                    citation.rule == "citation.known" ||
                    citation.rule == "citation.kind-after";
  const auto body = known.bodies.find(key);
  return bare && citation.kind != extraction::WorkKind::kAct &&
         body != known.bodies.end() && body->second >= 2;
}

bool IsName(const TitleMention& mention, const Known& known) {
  if (mention.citation == nullptr) return false;
  const extraction::Citation& citation = *mention.citation;
  const std::string words = CollapseSpace(citation.title);
  if (IsHeadline(words) || IsPhrase(words)) return true;
  if (citation.rule != "citation.quoted" &&
      IsSomebody(citation, words, known)) {
    return true;
  }
  const bool by_capitals = citation.kind == extraction::WorkKind::kOther &&
                           citation.rule != "citation.quoted" &&
                           citation.rule != "citation.background";
  if (!by_capitals) return false;
  const std::string title = CollapseSpace(citation.title);
  return IsNewspaper(title) || title.ends_with("’s") || IsPersonName(title) ||
         IsPerson(title, known.surnames) || IsBody(title, known);
}

// Words of a heading, whole: the name of the list, not a paper in it.
bool IsHeading(const TitleMention& mention, const store::ReportRecord& report) {
  static const std::set<std::string, std::less<>> kLists = {
      "background papers", "list of background papers", "background documents",
      "contact details",   "contact officer",           "appendices",
      "list of appendices"};
  if (kLists.contains(FoldWords(mention.printed))) return true;
  const auto& blocks = report.document.blocks;
  return std::any_of(blocks.begin(), blocks.end(),
                     [&](const document::Block& block) {
                       return block.kind == document::BlockKind::kHeading &&
                              Contains(block.span, mention.span) &&
                              FoldWords(Slice(report.text(), block.span)) ==
                                  FoldWords(mention.printed);
                     });
}

// The presenter's or an author's own name or post, as a paper is signed.
bool IsSignature(const std::string& title, const extraction::Header& header) {
  const std::string words = FoldWords(title);
  if (words.empty()) return false;
  return words == FoldWords(header.by.printed) ||
         std::any_of(header.authors.begin(), header.authors.end(),
                     [&](const extraction::OwnerMention& author) {
                       return words == FoldWords(author.name) ||
                              words == FoldWords(author.post);
                     });
}

// "Questions to Mr Ash, 01632 960233", "A. B. Ash", "not on this site)": whom
// to ask, who signs, and the rest of an aside.
bool IsScrap(const std::string& title) {
  static const re2::RE2 kInitials("(?:\\p{Lu}\\. ?){1,4}\\p{Lu}[\\p{L}’'-]+");
  static const re2::RE2 kTelephone(
      "\\b0[0-9]{2,4}[ -]?[0-9]{3,4} ?[0-9]{3,4}\\b");
  const bool closes = title.find(')') != std::string::npos &&
                      title.find('(') == std::string::npos;
  return closes || re2::RE2::FullMatch(title, kInitials) ||
         re2::RE2::PartialMatch(title, kTelephone);
}

// What stands around a list of background papers and was read as one of them.
bool IsAroundTheList(const TitleMention& mention, const Reports& reports) {
  if (mention.citation == nullptr ||
      mention.citation->role != extraction::CitationRole::kBackground) {
    return false;
  }
  const store::ReportRecord& report = *reports[mention.report];
  const std::string title = CollapseSpace(mention.citation->title);
  return IsScrap(title) || IsSignature(title, report.header()) ||
         IsHeading(mention, report);
}

}  // namespace

void DropNames(const Reports& reports, std::vector<TitleMention>* mentions) {
  const Known known = NamesOf(reports);
  std::erase_if(*mentions, [&](const TitleMention& mention) {
    return IsName(mention, known) || IsAroundTheList(mention, reports);
  });
}

}  // namespace concord::crossref
