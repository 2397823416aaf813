#include "document/text_pages.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

#include "document/running_heads.h"
#include "document/structure/labels.h"
#include "document/structure/steps.h"

namespace concord::document {
namespace {

constexpr std::size_t kEdge = 3;  // lines at either end of a page
constexpr std::size_t kLongestHead = 200;

// Lines [begin, end) of one page.
struct Page {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<Page> PagesOf(const std::vector<PageLine>& lines) {
  std::vector<Page> pages;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i == 0 || lines[i].page != lines[i - 1].page) pages.push_back({i, i});
    pages.back().end = i + 1;
  }
  return pages;
}

// Calls `visit(page, line, is_head)` from the outermost line inwards, at each
// end of each page, until it gives false.
template <class Visit>
void ForEdges(const std::vector<Page>& pages, Visit&& visit) {
  for (std::size_t p = 0; p < pages.size(); ++p) {
    const std::size_t count = std::min(kEdge, pages[p].end - pages[p].begin);
    for (std::size_t i = 0; i < count; ++i) {
      if (!visit(p, pages[p].begin + i, true)) break;
    }
    for (std::size_t i = 0; i < count; ++i) {
      if (!visit(p, pages[p].end - 1 - i, false)) break;
    }
  }
}

class Furniture {
 public:
  explicit Furniture(const std::vector<PageLine>& lines)
      : lines_(lines), pages_(PagesOf(lines)) {
    std::map<std::ptrdiff_t, std::size_t> shifts;
    ForEdges(pages_, [&](std::size_t page, std::size_t line, bool head) {
      const std::string_view text = lines_[line].text;
      if (const int number = PageNumber(text); number > 0) {
        ++shifts[number - static_cast<std::ptrdiff_t>(page)];
      } else if (MayReturn(text)) {
        seen_[KeyOf(text, head)].Add(page);
      }
      return true;
    });
    for (const auto& [shift, count] : shifts) {
      if (count < 2 || count <= most_) continue;
      most_ = count;
      shift_ = shift;
    }
  }

  std::vector<bool> Mark() const {
    std::vector<bool> marked(lines_.size(), false);
    const std::size_t enough = PagesToReturn(pages_.size());
    ForEdges(pages_, [&](std::size_t page, std::size_t line, bool head) {
      const std::string_view text = lines_[line].text;
      const int number = PageNumber(text);
      const bool returns =
          number > 0 ? most_ > 0 &&
                           number - static_cast<std::ptrdiff_t>(page) == shift_
                     : MayReturn(text) && Pages(KeyOf(text, head)) >= enough;
      if (returns) marked[line] = true;
      return returns;
    });
    for (const Page& page : pages_) {
      if (page.begin > 0 && InterruptsSentence(page)) marked[page.begin] = true;
    }
    return marked;
  }

 private:
  // On how many pages; they come in order.
  struct Seen {
    std::size_t pages = 0;
    std::size_t last = 0;

    void Add(std::size_t page) {
      if (pages == 0 || last != page) ++pages;
      last = page;
    }
  };

  // A bare number at the head of a page, where the sentence of the page before
  // goes on below it: the page's, even if no other page prints one.
  bool InterruptsSentence(const Page& page) const {
    if (page.end - page.begin < 2) return false;
    const std::string_view before = lines_[page.begin - 1].text;
    const std::string_view after = lines_[page.begin + 1].text;
    return PageNumber(lines_[page.begin].text) > 0 && !before.empty() &&
           !EndsInPunctuation(before) && !after.empty() &&
           after.front() >= 'a' && after.front() <= 'z';
  }

  // "12." alone is the number of a paragraph.
  static bool MayReturn(std::string_view text) {
    return text.size() <= kLongestHead && !ReadLabel(text).alone;
  }

  static std::string KeyOf(std::string_view text, bool head) {
    return (head ? "h" : "f") + RunningKey(text);
  }

  std::size_t Pages(const std::string& key) const {
    const auto found = seen_.find(key);
    return found == seen_.end() ? 0 : found->second.pages;
  }

  const std::vector<PageLine>& lines_;
  std::vector<Page> pages_;
  std::unordered_map<std::string, Seen> seen_;  // by key
  std::ptrdiff_t shift_ = 0;  // of the printed numbers from the pages' own
  std::size_t most_ = 0;
};

}  // namespace

std::vector<bool> PageFurniture(const std::vector<PageLine>& lines) {
  if (lines.empty() || lines.back().page <= 1) {
    return std::vector<bool>(lines.size(), false);
  }
  return Furniture(lines).Mark();
}

}  // namespace concord::document
