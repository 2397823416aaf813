#include "document/html_reduce.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

#include "document/html_tags.h"

namespace concord::document {
namespace {

// What to do with an element by its name.
enum class Treat : std::uint8_t {
  kDrop,      // the tag goes, its content stays
  kKeep,      // inline, with attributes
  kBlock,     // block, with attributes
  kRename,    // block, written as <div>
  kBold,      // written as <b>, without attributes
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
      {"u", Treat::kBold},           {"br", Treat::kVoid},
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

bool IsOneOf(std::string_view name,
             std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Elements whose end tag may be missing close at the next of their kind, up to
// the element that holds them.
struct ImpliedEnd {
  std::initializer_list<std::string_view> closes;
  std::initializer_list<std::string_view> within;
};

bool ImpliedEndOf(std::string_view name, ImpliedEnd* implied) {
  if (name == "li") {
    *implied = {{"li"}, {"ul", "ol", "menu", "td", "th"}};
  } else if (IsOneOf(name, {"dt", "dd"})) {
    *implied = {{"dt", "dd"}, {"dl", "td", "th"}};
  } else if (IsOneOf(name, {"td", "th"})) {
    *implied = {{"td", "th"}, {"tr", "table"}};
  } else if (name == "tr") {
    *implied = {{"tr"}, {"table"}};
  } else if (IsOneOf(name, {"thead", "tbody", "tfoot"})) {
    *implied = {{"thead", "tbody", "tfoot"}, {"table"}};
  } else if (name == "option") {
    *implied = {{"option"}, {"select"}};
  } else {
    return false;
  }
  return true;
}

class Reducer {
 public:
  Reducer(std::string_view page, std::uint32_t max_nesting)
      : page_(page), max_nesting_(std::max(max_nesting, 16u)) {
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
  // -----------------------------------------------------------

  void TakeOther() {
    const std::string_view rest = page_.substr(at_);
    if (rest.starts_with("<!--")) {
      TakeComment();
    } else if (rest.starts_with("<![CDATA[")) {
      const auto end = std::min(page_.find("]]>", at_), page_.size());
      AppendEscaped(page_.substr(at_ + 9, end - std::min(end, at_ + 9)));
      at_ = std::min(page_.size(), end + 3);
    } else if (rest.starts_with("<!") || rest.starts_with("<?") ||
               rest.starts_with("</")) {
      SkipPast('>');
    } else {
      out_.html += "&lt;";
      ++at_;
    }
  }

  void SkipPast(char c) {
    const auto end = page_.find(c, at_);
    if (end == std::string_view::npos) {
      out_.html += "&lt;";  // no end: it was text
      ++at_;
    } else {
      at_ = end + 1;
    }
  }

  void TakeComment() {
    auto end = page_.find("-->", at_ + 2);
    if (end == std::string_view::npos) {
      // Never closed: the browser would hide the rest of the page. Only the
      // tag-like beginning goes.
      SkipPast('>');
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
  // -----------------------------------------------------------------------

  void TakeTag() {
    const HtmlTag tag = ReadTag(page_, at_);
    const Treat treat = TreatmentOf(tag.name);
    at_ = tag.end;
    if (tag.closing) {
      Close(tag, treat);
      return;
    }
    NoteAddress(tag);
    switch (treat) {
      case Treat::kDrop:
        KeepAnchor(tag);
        break;
      case Treat::kKeep:
      case Treat::kBlock:
      case Treat::kRename:
      case Treat::kBold:
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

  static std::string WrittenName(const std::string& name, Treat treat) {
    if (treat == Treat::kRename) return "div";
    return treat == Treat::kBold ? "b" : name;
  }

  void Open(const HtmlTag& tag, Treat treat) {
    const std::string name = WrittenName(tag.name, treat);
    CloseImplied(name, treat);
    if (open_.size() >= max_nesting_) {
      ++out_.flattened;
      ++dropped_[name];
      Separate(treat);
      KeepAnchor(tag);
      return;
    }
    open_.push_back(name);
    out_.html += "<" + name;
    if (treat != Treat::kBold) AppendAttributes(tag);
    out_.html += ">";
    if (treat == Treat::kBold) KeepAnchor(tag);
  }

  void Close(const HtmlTag& tag, Treat treat) {
    if (tag.name == "br") out_.html += "<br>";  // as browsers read "</br>"
    if (treat != Treat::kKeep && treat != Treat::kBlock &&
        treat != Treat::kRename && treat != Treat::kBold) {
      return;
    }
    const std::string name = WrittenName(tag.name, treat);
    if (const auto found = dropped_.find(name);
        found != dropped_.end() && found->second > 0) {
      --found->second;
      Separate(treat);
      return;
    }
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i] == name) {
        open_.resize(i);
        out_.html += "</" + name + ">";
        return;
      }
      if (IsWall(open_[i], name)) break;
    }
    if (name == "p") Separate(treat);
  }

  // An end tag inside a cell does not close what stands around the table.
  static bool IsWall(std::string_view open, std::string_view closing) {
    const bool table_part = IsOneOf(
        closing,
        {"table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption"});
    return table_part ? open == "table"
                      : IsOneOf(open, {"td", "th", "caption", "table"});
  }

  void CloseImplied(std::string_view name, Treat treat) {
    if (treat != Treat::kBlock && treat != Treat::kRename) return;
    CloseParagraph();
    ImpliedEnd implied;
    if (!ImpliedEndOf(name, &implied)) return;
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (IsOneOf(open_[i], implied.closes)) {
        open_.resize(i);
        return;
      }
      if (IsOneOf(open_[i], implied.within)) return;
    }
  }

  // A block closes an open <p>, through the inline elements inside it.
  void CloseParagraph() {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i] == "p") {
        open_.resize(i);
        return;
      }
      if (!IsOneOf(open_[i], {"a", "b", "sup"})) return;
    }
  }

  void Separate(Treat treat) {
    if (treat == Treat::kBlock || treat == Treat::kRename) {
      out_.html += "<br><br>";
    }
  }

  // --- Content that is no markup
  // -----------------------------------------------------

  // Content without an end tag would be the rest of the page: then only the
  // tag goes, and code may be read as words rather than words lost.
  void SkipRaw(const std::string& name) {
    const std::size_t end = EndOfRawText(page_, at_, name);
    if (end == page_.size()) return;
    at_ = end;
    SkipCloseTag();
  }

  void TakeRaw(const std::string& name, const std::string& written) {
    const std::size_t end = EndOfRawText(page_, at_, name);
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
    const auto close = page_.find('>', at_);
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
  // ----------------------------------------------------------------------

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
  // -------------------------------------------------------------

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
  std::uint32_t max_nesting_;
  ReducedPage out_;
  std::string saved_from_;
  std::string graph_uri_;
  std::vector<std::string> open_;  // names of the open elements
  std::unordered_map<std::string, std::uint32_t> dropped_;  // open and left out
};

}  // namespace

ReducedPage ReducePage(std::string_view page, std::uint32_t max_nesting) {
  return Reducer(page, max_nesting).Run();
}

}  // namespace concord::document
