#include "document/chrome.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <array>
#include <memory>
#include <string>

namespace concord::document {
namespace {

constexpr std::size_t kLongestFurniture = 400;  // furniture is short

// Each pattern must match the whole piece.
constexpr std::array<const char*, 25> kChrome = {
    // Where am I, skip links, breadcrumbs.
    "you are (here|in)\\b.{0,150}",
    "skip (to )?(the )?(main )?(content|navigation|menu|links?)\\.?",
    "(back to |go to |return to )?(the )?top( of (the )?(page|document))?",
    "(home|start)( ?(>|»|/|\\||::) ?[^>»|]{1,60}){1,8}",
    "[^>»]{1,50}( ?(>|») ?[^>»]{1,80}){2,8}",
    // What the archive says of its page.
    "(warning|notice|note|important)? ?[:!-]? ?(this|these) (is|are|page|pages|"
    "site|website|document|content|material)\\b.{0,60}\\b(archived?|out[ -]of"
    "[ -]date|no longer (updated|maintained|current))\\b.{0,300}",
    "see (the )?.{1,60}(web ?site|web pages?) for (further|more) "
    "(information|details)\\.?",
    "(this )?page (was )?last (updated|modified|reviewed|changed)\\b.{0,60}",
    // Feedback and sharing.
    "send (an )?e-?mail linking to this page\\.?",
    "(e-?mail|print|share|bookmark|download|save|translate|rate) (this|a) "
    "(page|link|document|article)( .{0,40})?",
    "(print(er)?[ -]friendly|text[ -]only) (version|page).{0,30}",
    "(give (us )?|your )(feedback|comments)( on this (page|site))?",
    "was this page (helpful|useful)\\??",
    "(report|tell us about) a problem with this (page|site).{0,40}",
    "follow us( on .{1,40})?",
    ".{2,60} logo",
    "save (and|&) close",
    "(open|close|show|hide|open/close) (the )?(accessibility )?(toolbar|menu)"
    "\\.?",
    "supporting (material|documents)|related (links?|pages?|documents?|"
    "information)",
    // Foot of the page.
    "(©|copyright|\\(c\\) (copyright|\\d{4})).{0,150}",
    "(terms (and|&) conditions|terms of use|privacy( policy| notice)?|cookies?"
    "( policy)?|accessibility( statement)?|disclaimer|site ?map|a ?- ?z"
    "( index)?|legal notices?|freedom of information)",
    "((home|search|contact( us)?|help|news|about( us)?|site ?map|accessibility|"
    "privacy|cookies|links|feedback|jobs|faqs?|terms)( ?[|·•] ?| ){1,3}){2,}"
    "(home|search|contact( us)?|help|news|about( us)?|site ?map|accessibility|"
    "privacy|cookies|links|feedback|jobs|faqs?|terms)",
    "(we use|this (web)?site uses) cookies\\b.{0,250}",
    "(previous|next|prev)( page| section| chapter)?( ?[|»›>] ?next"
    "( page)?)?|[«»‹›<>|]{1,3}",
    "page \\d{1,4}( of \\d{1,4})?",
};

constexpr const char* kMenuWords =
    "(?i)(contents?|on this page|in this section|((site|main) )?navigation|"
    "(main )?menu|search"
    "|home|links?|help|contact( us)?|news|about( us)?|print|share|e-?mail|"
    "members|committees|reports|publications|log ?in|login|index|next|previous"
    "|quick links|feedback) ?:?";

constexpr const char* kContactLines =
    "(?i)(for (more |further |any )?information,? ?(please )?(contact|ring|"
    "telephone|write to|e-?mail)( us)? ?:?"
    "|([\\p{L}&'’-]+ ){0,4}(general|enquir(y|ies)|inquiries|switchboard|office|"
    "reception|helpline|press|media|tel(ephone)?|phone|fax|textphone|minicom)"
    "( no\\.?| number)? ?[.:]? ?\\(?(\\+44|0)[\\d()][\\d ()/.-]{6,30}"
    "(ext\\.? ?\\d{1,6})?)";

constexpr const char* kContentsEntry =
    ".{1,200}?(\\.{4,}|…{2,}|( \\.){4,})[ .…]*[\\d ,–-]*(\\d| Page)?.{0,120}";

const RE2::Set& ChromeSet() {
  static const std::unique_ptr<RE2::Set> set = [] {
    RE2::Options options;
    options.set_case_sensitive(false);
    options.set_log_errors(false);
    auto made = std::make_unique<RE2::Set>(options, RE2::ANCHOR_BOTH);
    for (const char* pattern : kChrome) made->Add(pattern, nullptr);
    made->Compile();
    return made;
  }();
  return *set;
}

}  // namespace

namespace {

bool IsOnePiece(std::string_view text) {
  return ChromeSet().Match(re2::StringPiece(text.data(), text.size()), nullptr);
}

// "Top · Feedback · Send an e-mail linking to this page": a foot of the page
// whose pieces are furniture each.
bool IsDividedFoot(std::string_view text) {
  re2::StringPiece rest(text.data(), text.size());
  std::string piece;
  static const RE2 next("^\\s*([^|•·]*?)\\s*(?:[|•·]|$)");
  int pieces = 0;
  while (!rest.empty() && RE2::Consume(&rest, next, &piece)) {
    if (!IsOnePiece(piece) && !IsMenuWord(piece)) return false;
    ++pieces;
  }
  return pieces >= 2 && rest.empty();
}

}  // namespace

bool IsChromeLine(std::string_view text) {
  if (text.size() > kLongestFurniture) return false;
  return IsOnePiece(text) || IsDividedFoot(text);
}

bool IsMenuWord(std::string_view text) {
  static const RE2 pattern(kMenuWords);
  return text.size() <= 40 &&
         RE2::FullMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

bool IsContactBoilerplate(std::string_view text) {
  static const RE2 pattern(kContactLines);
  return text.size() <= 120 &&
         RE2::FullMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

bool IsContentsEntry(std::string_view text) {
  static const RE2 pattern(kContentsEntry);
  return text.size() <= kLongestFurniture &&
         RE2::FullMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

}  // namespace concord::document
