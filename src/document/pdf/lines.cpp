#include "document/pdf/lines.h"

#include <algorithm>
#include <cmath>

#include "concord/base/ascii.h"
#include "document/emphasis.h"
#include "document/structure/labels.h"
#include "document/structure/line_joins.h"

namespace concord::document {
namespace {

constexpr double kSameBase = 0.3;    // of the smaller size
constexpr double kWideGap = 1.5;     // of the size: no word space is that wide
constexpr double kGlued = 0.09;      // of the size: no space at all
constexpr double kSmall = 0.82;      // of the line's size: a raised mark
constexpr double kBulletGap = 0.35;  // of the size, between bullet and words

struct Loose {
  std::vector<PdfWord> words;
  double base = 0;
  double size = 0;
  double top = 0;
  double bottom = 0;
  bool merged = false;
};

void Add(PdfWord word, Loose* line) {
  if (line->words.empty()) {
    line->base = word.base;
    line->top = word.top;
    line->bottom = word.bottom;
  }
  line->size = std::max(line->size, word.size);
  line->top = std::min(line->top, word.top);
  line->bottom = std::max(line->bottom, word.bottom);
  line->words.push_back(std::move(word));
}

std::vector<Loose> ByBaseline(std::vector<PdfWord> words) {
  std::stable_sort(
      words.begin(), words.end(),
      [](const PdfWord& a, const PdfWord& b) { return a.base < b.base; });
  std::vector<Loose> lines;
  for (PdfWord& word : words) {
    Loose* line = nullptr;
    for (std::size_t back = 1; back <= 3 && back <= lines.size(); ++back) {
      Loose& candidate = lines[lines.size() - back];
      const double most = kSameBase * std::min(candidate.size, word.size);
      if (std::abs(word.base - candidate.base) <= most) {
        line = &candidate;
        break;
      }
    }
    if (line == nullptr) line = &lines.emplace_back();
    Add(std::move(word), line);
  }
  return lines;
}

// Whether every word of `small` stands on or against a word of `line`.
bool Clings(const Loose& small, const Loose& line) {
  if (small.size > kSmall * line.size) return false;
  const double middle = (small.top + small.bottom) / 2;
  if (middle < line.top - 0.1 * line.size || middle > line.bottom) return false;
  return std::all_of(
      small.words.begin(), small.words.end(), [&](const PdfWord& mark) {
        return std::any_of(line.words.begin(), line.words.end(),
                           [&](const PdfWord& word) {
                             return mark.left <= word.right + 0.4 * line.size &&
                                    mark.right >= word.left - 0.4 * line.size;
                           });
      });
}

void MergeRaised(std::vector<Loose>* lines) {
  for (std::size_t i = 0; i < lines->size(); ++i) {
    Loose& small = (*lines)[i];
    for (const int step : {1, -1, 2}) {
      const auto k = static_cast<std::ptrdiff_t>(i) + step;
      if (k < 0 || k >= static_cast<std::ptrdiff_t>(lines->size())) continue;
      Loose& line = (*lines)[static_cast<std::size_t>(k)];
      if (line.merged || !Clings(small, line)) continue;
      for (PdfWord& mark : small.words) {
        mark.raised = mark.base < line.base;
        line.words.push_back(std::move(mark));
      }
      small.merged = true;
      break;
    }
  }
}

// Drawn twice, a little apart, to look bold.
bool IsShadow(const PdfWord& word, const PdfWord& before) {
  return word.text == before.text &&
         std::abs(word.left - before.left) < 0.3 * word.size;
}

bool IsLabelAlone(const PdfSegment& segment) {
  if (segment.size() != 1) return false;
  const Label label = ReadLabel(segment.front().text);
  return label.style != LabelStyle::kNone && label.alone &&
         (label.marked || label.components.size() > 1);
}

bool IsCircleBullet(const PdfSegment& segment) {
  return segment.size() == 1 && segment.front().text == "o";
}

// Marks of symbol fonts that stand for bullets.
std::string_view BulletOf(std::string_view word) {
  if (word == "\xEF\x82\xA7") return "\xE2\x96\xAA";  // U+F0A7 -> ▪
  if (word == "\xEF\x83\x98") return "\xE2\x9E\xA2";  // U+F0D8 -> ➢
  const bool private_use = word.size() == 3 && word[0] == '\xEF' &&
                           (word[1] == '\x80' || word[1] == '\x81' ||
                            word[1] == '\x82' || word[1] == '\x83');
  if (private_use || word == "\xEF\x82\xB7") return "\xE2\x80\xA2";  // •
  return "";
}

void SplitBand(std::vector<PdfWord> words, PdfBand* band) {
  std::stable_sort(
      words.begin(), words.end(),
      [](const PdfWord& a, const PdfWord& b) { return a.left < b.left; });
  for (PdfWord& word : words) {
    if (!band->segments.empty()) {
      PdfSegment& last = band->segments.back();
      const PdfWord& before = last.back();
      if (IsShadow(word, before)) continue;
      const bool label = band->segments.size() == 1 &&
                         (IsLabelAlone(last) || IsCircleBullet(last) ||
                          (last.size() == 1 && !BulletOf(before.text).empty()));
      const double gap = word.left - before.right;
      const double most = label ? 6 * band->size : kWideGap * band->size;
      if (gap <= most) {
        last.push_back(std::move(word));
        continue;
      }
    }
    band->segments.emplace_back();
    band->segments.back().push_back(std::move(word));
  }
}

PdfBand BandOf(Loose line) {
  PdfBand band;
  band.base = line.base;
  band.top = line.top;
  band.bottom = line.bottom;
  band.size = line.size;
  SplitBand(std::move(line.words), &band);
  return band;
}

// --- One line ---------------------------------------------------------------

// A raised "3" after a word could be a note's number; "29th" and "m2" are not.
bool IsNoteMark(const PdfWord& word, const std::string& before) {
  if (before.empty() || word.text.size() > 5) return false;
  const bool star = word.text.find_first_not_of('*') == std::string::npos ||
                    word.text == "\xE2\x88\x97";
  const bool digits =
      word.text.find_first_not_of("0123456789,") == std::string::npos;
  return star || (digits && word.raised);
}

double UsualSize(const PdfSegment& words) {
  double best = 0;
  std::size_t most = 0;
  for (const PdfWord& word : words) {
    std::size_t count = 0;
    for (const PdfWord& other : words) {
      if (std::abs(other.size - word.size) < 0.2) count += other.text.size();
    }
    if (count > most) {
      most = count;
      best = word.size;
    }
    if (count * 2 > 400) break;
  }
  return best;
}

void AddWord(const PdfSegment& words, std::size_t i, PdfLine* line) {
  const PdfWord& word = words[i];
  std::string text = word.text;
  if (i == 0 && words.size() > 1) {
    const double gap = words[1].left - word.right;
    const std::string_view bullet = BulletOf(text);
    if (!bullet.empty()) {
      text = bullet;
    } else if (text == "o" && gap > kBulletGap * word.size) {
      text = "\xE2\x97\xA6";
    }
  }
  const bool glued =
      i > 0 && (word.left - words[i - 1].right < kGlued * word.size);
  if (i > 0 && !glued) line->text.push_back(' ');
  const auto begin = static_cast<std::uint32_t>(line->text.size());
  if ((glued || word.raised) && IsNoteMark(word, line->text)) {
    line->raised.push_back(
        {begin, begin + static_cast<std::uint32_t>(text.size())});
  }
  line->text += text;
  if (word.italic) {
    const auto end = static_cast<std::uint32_t>(line->text.size());
    AddEmphasis(line->text, {begin, end}, &line->emphases);
  }
}

}  // namespace

std::vector<PdfBand> BandsOf(std::vector<PdfWord> words) {
  std::vector<Loose> lines = ByBaseline(std::move(words));
  MergeRaised(&lines);
  std::vector<PdfBand> bands;
  for (Loose& line : lines) {
    if (!line.merged) bands.push_back(BandOf(std::move(line)));
  }
  return bands;
}

PdfInterval ReachOf(const std::vector<PdfBand>& bands, std::size_t begin,
                    std::size_t end) {
  PdfInterval reach{1e9, -1e9};
  for (std::size_t i = begin; i < end; ++i) {
    ForWords(bands[i], [&](const PdfWord& word) {
      reach.left = std::min(reach.left, word.left);
      reach.right = std::max(reach.right, word.right);
    });
  }
  return reach;
}

bool IsBold(const PdfBand& band) {
  bool bold = true;
  ForWords(band, [&](const PdfWord& word) { bold = bold && word.bold; });
  return bold;
}

bool StartsLower(std::string_view text) {
  return !text.empty() && IsLower(text.front());
}

bool HasLeader(const PdfBand& band) {
  bool found = false;
  ForWords(band, [&](const PdfWord& word) {
    found = found || word.text.find("....") != std::string::npos;
  });
  return found;
}

PdfLine LineOf(const PdfSegment& words) {
  PdfLine line;
  if (words.empty()) return line;
  line.size = UsualSize(words);
  line.left = line.body_left = words.front().left;
  line.right = line.left;
  line.base = words.front().base;
  line.top = words.front().top;
  line.bottom = words.front().bottom;
  line.bold = true;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const PdfWord& word = words[i];
    if (!word.raised) line.base = word.base;
    line.right = std::max(line.right, word.right);
    line.top = std::min(line.top, word.top);
    line.bottom = std::max(line.bottom, word.bottom);
    line.bold = line.bold && word.bold;
    AddWord(words, i, &line);
  }
  line.first_width = words.front().right - words.front().left;
  line.bold_start = words.front().bold;
  line.bold_end = words.back().bold;
  const Label label = ReadLabel(line.text);
  const bool wide =
      words.size() > 1 && words[1].left - words[0].right > 0.6 * line.size;
  line.labelled = label.style != LabelStyle::kNone && !label.alone &&
                  (label.marked || label.components.size() > 1 || wide);
  if (line.labelled && words.size() > 1 && wide) {
    line.body_left = words[1].left;
    line.bold_start = words[1].bold;
  } else if (line.labelled && words.size() > 1 &&
             words[0].text.size() == label.span.end) {
    line.body_left = words[1].left;
  }
  return line;
}

std::string TextOfArea(std::vector<PdfWord> words) {
  std::string text;
  for (const PdfBand& band : BandsOf(std::move(words))) {
    for (const PdfSegment& segment : band.segments) {
      AppendLine(LineOf(segment).text, HyphenHabit::kKeep, &text);
    }
  }
  return text;
}

}  // namespace concord::document
