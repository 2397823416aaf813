#include "document/html/reduce.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "document/html/open_elements.h"
#include "document/html/tags.h"

namespace concord::document {
namespace {

// What to do with an element by its name.
enum class Treat : std::uint8_t {
  kDrop,      // the tag goes, its content stays
  kKeep,      // inline, with attributes
  kBlock,     // block, with attributes
  kRename,    // block, written as <div>
  kBold,      // written as <b>, without attributes
  kItalic,    // ... as <i>
  kUnder,     // ... as <u>
  kSpan,      // ... as <i> where its style says so, else as kDrop
  kVoid,      // <br>, <hr>
  kSkip,      // the content goes too: <script>, <style>
  kTitle,     // content is text only
  kControl,   // <textarea>: content is text only
  kVerbatim,  // <xmp>, <listing>: content is text only, written as <pre>
  kRest,      // <plaintext>: the rest of the page is text
};

Treat TreatmentOf(const std::string& name) {
  static const std::unordered_map<std::string_view, Treat> table = {
      {"a", Treat::kKeep},           {"sup", Treat::kKeep},
      {"b", Treat::kBold},           {"strong", Treat::kBold},
      {"i", Treat::kItalic},         {"em", Treat::kItalic},
      {"cite", Treat::kItalic},      {"span", Treat::kSpan},
      {"u", Treat::kUnder},          {"br", Treat::kVoid},
      {"hr", Treat::kVoid},          {"script", Treat::kSkip},
      {"style", Treat::kSkip},       {"title", Treat::kTitle},
      {"textarea", Treat::kControl}, {"xmp", Treat::kVerbatim},
      {"listing", Treat::kVerbatim}, {"plaintext", Treat::kRest},
      {"center", Treat::kRename},    {"fieldset", Treat::kRename},
      {"figure", Treat::kRename},    {"figcaption", Treat::kRename},
      {"details", Treat::kRename},   {"summary", Treat::kRename},
      {"legend", Treat::kRename},    {"dir", Treat::kRename},
      {"main", Treat::kRename},      {"section", Treat::kRename},
      {"article", Treat::kRename},   {"hgroup", Treat::kRename},
      {"optgroup", Treat::kDrop},
  };
  constexpr std::array<std::string_view, 34> kBlocks = {
      "address", "aside", "blockquote", "button", "caption", "dd",    "div",
      "dl",      "dt",    "footer",     "h1",     "h2",      "h3",    "h4",
      "h5",      "h6",    "header",     "li",     "menu",    "nav",   "ol",
      "option",  "p",     "pre",        "select", "table",   "tbody", "td",
      "tfoot",   "th",    "thead",      "tr",     "ul",      "center"};
  if (const auto found = table.find(name); found != table.end()) {
    return found->second;
  }
  const bool block =
      std::find(kBlocks.begin(), kBlocks.end(), name) != kBlocks.end();
  return block ? Treat::kBlock : Treat::kDrop;
}

// Of a change of letters: the name it is written by, or "".
std::string LettersName(Treat treat) {
  switch (treat) {
    case Treat::kBold:
      return "b";
    case Treat::kItalic:
      return "i";
    case Treat::kUnder:
      return "u";
    default:
      return "";
  }
}

// "font-style: italic" and no other.
bool IsItalicStyle(std::string_view style) {
  constexpr std::string_view kName = "font-style";
  auto at = style.find(kName);
  if (at == std::string_view::npos) return false;
  at = style.find_first_not_of(": \t\r\n", at + kName.size());
  if (at == std::string_view::npos) return false;
  return style.substr(at).starts_with("italic") ||
         style.substr(at).starts_with("oblique");
}

class Reducer {
 public:
  Reducer(std::string_view page, std::uint32_t max_nesting)
      : page_(page), open_(std::max(max_nesting, 16u)) {
    out_.html.reserve(page.size() + 64);
    out_.html = "<!DOCTYPE html>";
  }

  ReducedPage Run() {
    while (at_ < page_.size()) {
      const auto less = std::min(page_.find('<', at_), page_.size());
      out_.html += page_.substr(at_, less - at_);
      at_ = less;
      if (at_ == page_.size()) break;
      if (IsTagStart(page_, at_)) {
        TakeTag();
      } else {
        TakeOther();
      }
    }
    if (out_.canonical_uri.empty()) out_.canonical_uri = saved_from_;
    if (out_.canonical_uri.empty()) out_.canonical_uri = graph_uri_;
    return std::move(out_);
  }

 private:
  // --- What is no tag

  void TakeOther() {
    const std::string_view rest = page_.substr(at_);
    if (rest.starts_with("<!--")) {
      TakeComment();
    } else if (rest.starts_with("<![CDATA[")) {
      const auto end = std::min(FindEnd("]]>"), page_.size());
      AppendEscaped(page_.substr(at_ + 9, end - std::min(end, at_ + 9)));
      at_ = std::min(page_.size(), end + 3);
    } else if (rest.starts_with("<!") || rest.starts_with("<?") ||
               rest.starts_with("</")) {
      SkipPastGreater();
    } else {
      out_.html += "&lt;";
      ++at_;
    }
  }

  // The next `end`, or npos; what is not found once is not looked for again,
  // or a page of openings without an end would take the square of its length.
  std::size_t FindEnd(const std::string& end) {
    if (never_found_.count(end) > 0) return std::string_view::npos;
    const auto found = page_.find(end, at_);
    if (found == std::string_view::npos) never_found_.insert(end);
    return found;
  }

  void SkipPastGreater() {
    const auto end = FindEnd(">");
    if (end == std::string_view::npos) {
      out_.html += "&lt;";  // no end: it was text
      ++at_;
    } else {
      at_ = end + 1;
    }
  }

  void TakeComment() {
    const auto end = FindEnd("-->");
    if (end == std::string_view::npos) {
      // Never closed: the browser would hide the rest of the page. Only the
      // tag-like beginning goes.
      SkipPastGreater();
      return;
    }
    const std::string_view comment = page_.substr(at_, end - at_);
    // Browsers write "saved from url=(0029)http://..." into saved pages.
    constexpr std::string_view kSaved = "saved from url=(";
    if (const auto mark = comment.find(kSaved);
        mark != std::string_view::npos && saved_from_.empty()) {
      const auto open = comment.find(')', mark);
      if (open != std::string_view::npos) {
        std::string_view uri = comment.substr(open + 1);
        uri = uri.substr(0, uri.find_first_of(" \t\r\n"));
        if (IsWebAddress(uri)) saved_from_ = std::string(uri);
      }
    }
    at_ = end + 3;
  }

  // --- Tags

  void TakeTag() {
    const HtmlTag tag = ReadTag(page_, at_);
    Treat treat = TreatmentOf(tag.name);
    at_ = tag.end;
    if (treat == Treat::kSpan) treat = TreatmentOfSpan(tag);
    if (tag.closing) {
      Close(tag, treat);
      return;
    }
    NoteAddress(tag);
    switch (treat) {
      case Treat::kDrop:
      case Treat::kSpan:
        KeepAnchor(tag);
        break;
      case Treat::kKeep:
      case Treat::kBlock:
      case Treat::kRename:
      case Treat::kBold:
      case Treat::kItalic:
      case Treat::kUnder:
        Open(tag, treat);
        break;
      case Treat::kVoid:
        out_.html += "<" + tag.name + ">";
        break;
      case Treat::kSkip:
        SkipRaw(tag.name);
        break;
      case Treat::kTitle:
      case Treat::kControl:
        TakeRaw(tag.name, tag.name);
        break;
      case Treat::kVerbatim:
        TakeRaw(tag.name, "pre");
        break;
      case Treat::kRest:
        out_.html += "<pre>";
        AppendEscaped(page_.substr(at_));
        at_ = page_.size();
        break;
    }
  }

  // What the innermost span opened as, its end tag closes as.
  Treat TreatmentOfSpan(const HtmlTag& tag) {
    if (!tag.closing) {
      spans_.push_back(IsItalicStyle(tag.Attribute("style")));
      return spans_.back() ? Treat::kItalic : Treat::kDrop;
    }
    if (spans_.empty()) return Treat::kDrop;
    const bool italic = spans_.back();
    spans_.pop_back();
    return italic ? Treat::kItalic : Treat::kDrop;
  }

  static std::string WrittenName(const std::string& name, Treat treat) {
    if (treat == Treat::kRename) return "div";
    const std::string letters = LettersName(treat);
    return letters.empty() ? name : letters;
  }

  void Open(const HtmlTag& tag, Treat treat) {
    const std::string name = WrittenName(tag.name, treat);
    if (!open_.Open(name)) {
      ++out_.flattened;
      Separate(treat);
      KeepAnchor(tag);
      return;
    }
    out_.html += "<" + name;
    const bool letters = !LettersName(treat).empty();
    if (!letters) AppendAttributes(tag);
    out_.html += ">";
    if (letters) KeepAnchor(tag);
  }

  void Close(const HtmlTag& tag, Treat treat) {
    if (tag.name == "br") out_.html += "<br>";  // as browsers read "</br>"
    if (treat != Treat::kKeep && treat != Treat::kBlock &&
        treat != Treat::kRename && LettersName(treat).empty()) {
      return;
    }
    const std::string name = WrittenName(tag.name, treat);
    switch (open_.Close(name)) {
      case CloseTag::kWrite:
        out_.html += "</" + name + ">";
        break;
      case CloseTag::kFlatten:
        Separate(treat);
        break;
      case CloseTag::kDrop:
        if (name == "p") Separate(treat);
        break;
    }
  }

  void Separate(Treat treat) {
    if (treat == Treat::kBlock || treat == Treat::kRename) {
      out_.html += "<br><br>";
    }
  }

  // --- Content that is no markup

  std::size_t FindRawEnd(const std::string& name) {
    if (never_found_.count("</" + name) > 0) return page_.size();
    const std::size_t end = EndOfRawText(page_, at_, name);
    if (end == page_.size()) never_found_.insert("</" + name);
    return end;
  }

  // Content without an end tag would be the rest of the page: then only the
  // tag goes, and code may be read as words rather than words lost.
  void SkipRaw(const std::string& name) {
    const std::size_t end = FindRawEnd(name);
    if (end == page_.size()) return;
    at_ = end;
    SkipCloseTag();
  }

  void TakeRaw(const std::string& name, const std::string& written) {
    const std::size_t end = FindRawEnd(name);
    if (end == page_.size()) return;
    out_.html += "<" + written + ">";
    AppendEscaped(page_.substr(at_, end - at_),
                  /*references=*/written != "pre");
    out_.html += "</" + written + ">";
    at_ = end;
    SkipCloseTag();
  }

  void SkipCloseTag() {
    if (at_ >= page_.size()) return;
    const auto close = FindEnd(">");
    at_ = close == std::string_view::npos ? page_.size() : close + 1;
  }

  // Text that must not be read as markup; `references`: "&amp;" means "&".
  void AppendEscaped(std::string_view text, bool references = false) {
    for (const char c : text) {
      if (c == '<') {
        out_.html += "&lt;";
      } else if (c == '&' && !references) {
        out_.html += "&amp;";
      } else {
        out_.html.push_back(c);
      }
    }
  }

  // --- Attributes

  void AppendAttribute(std::string_view name, std::string_view value) {
    constexpr std::size_t kLongest = 8192;  // pictures written into addresses
    if (value.size() > kLongest) return;
    out_.html += " ";
    out_.html += name;
    out_.html += "=\"";
    for (const char c : value) {
      if (c == '"') {
        out_.html += "&quot;";
      } else {
        out_.html.push_back(c);
      }
    }
    out_.html += "\"";
  }

  void AppendAttributes(const HtmlTag& tag) {
    for (const HtmlAttribute& attribute : tag.attributes) {
      AppendAttribute(attribute.name, attribute.value);
    }
  }

  // The address of an element that is left out stays.
  void KeepAnchor(const HtmlTag& tag) {
    const std::string_view id = tag.Attribute("id");
    if (id.empty()) return;
    out_.html += "<x-anchor";
    AppendAttribute("id", id);
    out_.html += "></x-anchor>";
  }

  // --- The page's own address

  static bool IsWebAddress(std::string_view uri) {
    return uri.starts_with("http://") || uri.starts_with("https://");
  }

  void NoteAddress(const HtmlTag& tag) {
    if (tag.name == "link" && tag.Attribute("rel") == "canonical" &&
        IsWebAddress(tag.Attribute("href")) && out_.canonical_uri.empty()) {
      out_.canonical_uri = std::string(tag.Attribute("href"));
    }
    if (tag.name == "meta" && tag.Attribute("property") == "og:url" &&
        IsWebAddress(tag.Attribute("content")) && graph_uri_.empty()) {
      graph_uri_ = std::string(tag.Attribute("content"));
    }
  }

  std::string_view page_;
  std::size_t at_ = 0;
  ReducedPage out_;
  std::string saved_from_;
  std::string graph_uri_;
  OpenElements open_;
  std::vector<bool> spans_;                      // the open ones: in italics
  std::unordered_set<std::string> never_found_;  // ends that do not come
};

}  // namespace

ReducedPage ReducePage(std::string_view page, std::uint32_t max_nesting) {
  return Reducer(page, max_nesting).Run();
}

}  // namespace concord::document
