// Lists of what several bodies recommended, each item with its maker in
// brackets, under a sentence that says what became of them.
//
//   "67. The recommendations listed below enjoy the support of Northland:"
//   "67.1. Count the keys (Ostley); name a keeper (Marlhaven);"
//
// Items carry the number of the sentence (67.1) or count from 1 in every
// group. One paragraph may hold several recommendations, one recommendation
// several makers. An item that a page break cut in two goes on in the next
// line; a remark after its bracket does not belong to it. A group in which few
// items name a maker is none of these lists. Cost: one pass, then one look at
// each item. Tests: the examples, by_recommender_test.cpp.

#include <cstdlib>

#include "concord/base/unicode.h"
#include "extraction/recommendations/parts.h"
#include "extraction/recommendations/positions.h"
#include "extraction/recommendations/recommenders.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

constexpr std::uint32_t kLongestGroupLead = 800;

struct Entry {
  std::string label;
  TextSpan span;
};

struct Group {
  TextSpan lead;
  std::string label;  // of the lead
  std::optional<StatedPosition> position;
  std::vector<Entry> entries;
};

// The sentence that opens a group.
bool OpensGroup(const Reading& reading, const Line& line) {
  static const Pattern kSpeaks("(?i:\\brecommendations?\\b)");
  static const Pattern kPoints("(?i:\\bfollowing\\b|\\bbelow\\b)");
  const std::string_view text = reading.text();
  if (line.quoted || line.kind == BlockKind::kTitle ||
      Length(line.body) > kLongestGroupLead ||
      !kSpeaks.Search(text, line.body)) {
    return false;
  }
  if (!ClosingRecommenders(text, line.body).empty()) return false;
  const bool opens = reading.Body(line).ends_with(':');
  const bool points = kPoints.Search(text, line.body).has_value();
  const bool says = PositionIn(text, line.body).has_value();
  if (IsHeading(line)) return says;
  return opens ? points || says : points && says;
}

// "131.10 Ratify ...": a number that was not set apart from its words.
struct NumberedEntry {
  std::string label;
  TextSpan body;
};

NumberedEntry NumberOf(const Reading& reading, const Line& line) {
  static const Pattern kNumber("^(\\d{1,3}\\.\\d{1,3})\\.?\\s+(\\S.*)$");
  if (!line.label.empty()) return {line.label, line.body};
  const auto match = kNumber.Search(reading.text(), line.body);
  if (!match) return {"", line.body};
  return {std::string(Slice(reading.text(), (*match)[1])), (*match)[2]};
}

bool IsNext(const Group& group, const std::string& label) {
  const int number = LastNumber(label);
  const std::string_view stem = StemOf(label);
  if (number == 0) return false;
  if (!stem.empty()) {
    return stem == group.label || group.entries.empty() ||
           stem == StemOf(group.entries.back().label);
  }
  const int last =
      group.entries.empty() ? 0 : LastNumber(group.entries.back().label);
  return number == last + 1 || (last > 0 && number == last + 2);
}

class GroupWalk {
 public:
  explicit GroupWalk(const Reading& reading) : reading_(reading) {}

  std::vector<Group> Walk() {
    for (const Line& line : reading_.lines) Pass(line);
    return std::move(groups_);
  }

 private:
  std::string_view text() const { return reading_.text(); }

  void Pass(const Line& line) {
    if (line.kind == BlockKind::kFootnote || IsNoteMark(line)) return;
    if (OpensGroup(reading_, line)) {
      groups_.push_back(
          {line.body, line.label, PositionIn(text(), line.body), {}});
      open_ = true;
      return;
    }
    if (!open_) return;
    if (IsHeading(line)) {
      open_ = false;
      return;
    }
    Group& group = groups_.back();
    const NumberedEntry numbered = NumberOf(reading_, line);
    if (IsNext(group, numbered.label) || IsBullet(group, line)) {
      group.entries.push_back({numbered.label, numbered.body});
    } else if (const int number = LastNumber(numbered.label); number > 0) {
      // A lower number is that of a footnote between the items.
      if (number > Reached(group)) open_ = false;
    } else if (!group.entries.empty() &&
               ClosingRecommenders(text(), group.entries.back().span).empty()) {
      group.entries.back().span.end = line.span.end;
    }
  }

  // The number that the next paragraph of the report would go on from.
  static int Reached(const Group& group) {
    if (group.entries.empty()) return std::atoi(group.label.c_str());
    return std::atoi(group.entries.back().label.c_str());
  }

  // A dash inside a numbered item that a page break cut is no bullet.
  static bool IsBullet(const Group& group, const Line& line) {
    return line.bullet &&
           (group.entries.empty() || group.entries.back().label.empty());
  }

  // "** The conclusions were not edited.": a note of the page's foot.
  bool IsNoteMark(const Line& line) const {
    return Slice(text(), line.span).starts_with('*');
  }

  const Reading& reading_;
  std::vector<Group> groups_;
  bool open_ = false;
};

KnownNames NamesOf(const Reading& reading, const std::vector<Group>& groups) {
  KnownNames known;
  for (const Group& group : groups) {
    for (const Entry& entry : group.entries) {
      for (const TextSpan name :
           ClosingRecommenders(reading.text(), entry.span)) {
        known.insert(RecommenderKey(Slice(reading.text(), name)));
      }
    }
  }
  return known;
}

// At least two in three items of a group say who made them.
bool NamesItsMakers(const Reading& reading, const Group& group) {
  std::size_t marked = 0;
  for (const Entry& entry : group.entries) {
    if (!ClosingRecommenders(reading.text(), entry.span).empty()) ++marked;
  }
  return marked > 0 && marked * 3 >= group.entries.size() * 2;
}

// The one under review: a short line near the top that most leads name, as the
// one that supports or examines before all else; failing that, the name that a
// lead gives.
class UnderReview {
 public:
  UnderReview(const Reading& reading, const std::vector<Group>& groups)
      : text_(reading.text()) {
    constexpr std::size_t kFrontLines = 60;
    std::size_t best = 0;
    for (std::size_t i = 0; i < reading.lines.size() && i < kFrontLines; ++i) {
      const TextSpan line = WithoutMarks(reading.lines[i].body);
      if (!IsShortName(line)) continue;
      const std::size_t named = TimesNamed(line, groups);
      if (named <= best) continue;
      best = named;
      title_ = line;
    }
  }

  // Where the lead names the one under review, else the title line.
  TextSpan For(const Group& group) const {
    if (!Empty(title_)) {
      const TextSpan named = Place(title_, group.lead);
      return Empty(named) ? title_ : named;
    }
    const auto match = Named().Search(text_, group.lead);
    return match ? (*match)[1] : TextSpan{};
  }

 private:
  // What a lead says of the one under review.
  static const Pattern& Named() {
    static const Pattern kNamed(
        "(?:support of|(?:examined|considered|noted|accepted|rejected|"
        "supported) by|made to|addressed to|responses? (?:of|by)) "
        "((?:the )?\\p{Lu}[\\p{L}’'-]*(?:(?: of| and| the)* "
        "\\p{Lu}[\\p{L}’'-]*)*)");
    return kNamed;
  }

  std::size_t TimesNamed(TextSpan name,
                         const std::vector<Group>& groups) const {
    constexpr std::size_t kByVerb = 1000;  // more than any number of groups
    std::size_t times = 0;
    for (const Group& group : groups) {
      if (Empty(Place(name, group.lead))) continue;
      ++times;
      const auto match = Named().Search(text_, group.lead);
      if (match && RecommenderKey(Slice(text_, (*match)[1])) ==
                       RecommenderKey(Slice(text_, name))) {
        times += kByVerb;
      }
    }
    return times;
  }

  TextSpan WithoutMarks(TextSpan line) const {
    while (line.end > line.begin &&
           std::string_view("*. \t:").find(text_[line.end - 1]) !=
               std::string_view::npos) {
      --line.end;
    }
    return line;
  }

  bool IsShortName(TextSpan line) const {
    static const Pattern kName(
        "^(?:[Tt]he )?\\p{Lu}[\\p{L}’'-]*(?:(?: |-)(?:of|and|the|"
        "d[’']\\p{Lu}\\p{L}*|\\(?\\p{Lu}[\\p{L}’'-]*\\)?|of\\)))*$");
    return Length(line) >= 3 && Length(line) <= 60 &&
           kName.Search(text_, line).has_value();
  }

  // Where `name` stands in the lead as a whole word.
  TextSpan Place(TextSpan name, TextSpan lead) const {
    const std::string_view words = Slice(text_, name);
    const std::string_view in = Slice(text_, lead);
    const std::size_t at = in.find(words);
    if (at == std::string_view::npos) return {};
    const std::size_t stop = at + words.size();
    const auto letter = [&](std::size_t i) {
      return i < in.size() && std::isalpha(static_cast<unsigned char>(in[i]));
    };
    if ((at > 0 && letter(at - 1)) || letter(stop)) return {};
    const auto begin = lead.begin + static_cast<std::uint32_t>(at);
    return {begin, begin + Length(name)};
  }

  std::string_view text_;
  TextSpan title_;
};

// Recommendations of one list item: its text cut at the brackets.
class EntryCutter {
 public:
  EntryCutter(const Reading& reading, const KnownNames& known)
      : reading_(reading), known_(known) {}

  std::vector<Recommendation> Cut(const Entry& entry) const {
    std::vector<Recommendation> found;
    std::uint32_t begin = entry.span.begin;
    for (const RecommenderMark& mark :
         RecommenderMarks(reading_.text(), entry.span, known_)) {
      const TextSpan words = WithoutJoint({begin, mark.span.begin});
      begin = mark.span.end;
      if (Length(words) >= kShortest) {
        found.push_back(ItemOf(words, entry));
      }
      if (found.empty()) continue;
      for (const TextSpan name : mark.names) {
        found.back().recommenders.push_back(
            AsRecommender(reading_.text(), name));
      }
    }
    if (found.empty()) found.push_back(ItemOf(entry.span, entry));
    return found;
  }

 private:
  static constexpr std::uint32_t kShortest = 3;

  Recommendation ItemOf(TextSpan words, const Entry& entry) const {
    Recommendation item =
        RecommendationAt(reading_, words, RecommendationKind::kRecommendation);
    item.label = entry.label;
    return item;
  }

  // "; and the keys" -> "the keys".
  TextSpan WithoutJoint(TextSpan span) const {
    static const Pattern kJoint("^[\\d*]{0,3}\\s*[;:.,/&\\s]*(?:and\\s+)?");
    const auto joint = kJoint.Search(reading_.text(), span);
    if (joint && joint->front().end > span.begin && !StartsWithNumber(span)) {
      span.begin = joint->front().end;
    }
    return Trim(reading_.text(), span);
  }

  bool StartsWithNumber(TextSpan span) const {
    static const Pattern kNumber("^\\d+\\s+\\p{L}");
    return kNumber.Search(reading_.text(), span).has_value();
  }

  const Reading& reading_;
  const KnownNames& known_;
};

std::vector<Recommendation> FindByRecommender(const Reading& reading) {
  std::vector<Recommendation> found;
  if (reading.kind == DocumentKind::kMinutes ||
      reading.kind == DocumentKind::kAgenda) {
    return found;
  }
  const std::vector<Group> groups = GroupWalk(reading).Walk();
  if (groups.empty()) return found;
  const KnownNames known = NamesOf(reading, groups);
  const UnderReview under_review(reading, groups);
  const EntryCutter cutter(reading, known);
  for (const Group& group : groups) {
    if (!NamesItsMakers(reading, group)) continue;
    const TextSpan asked = under_review.For(group);
    for (const Entry& entry : group.entries) {
      for (Recommendation& item : cutter.Cut(entry)) {
        item.lead_in = Slice(reading.text(), group.lead);
        item.lead_in_span = group.lead;
        item.addressee = Slice(reading.text(), asked);
        item.addressee_span = asked;
        if (group.position) item.position = *group.position;
        found.push_back(std::move(item));
      }
    }
  }
  return found;
}

RecommendationRule ByRecommenderRule() {
  return {
      "recommendation.by-recommender",
      0.96,
      {{DocumentKind::kInspection,
        "Conclusions\n\n67. The recommendations listed below enjoy the support "
        "of Northland:\n\n67.1. Count the keys (Ostley); name a keeper "
        "(Marlhaven, Tarn Isles);\n\n67.2. Publish the count of keys under the "
        "Keys Convention (KC) (Ostley).\n\n68. All this is agreed.\n",
        "67.1 [Northland] Count the keys\n"
        "67.1 [Northland] name a keeper\n"
        "67.2 [Northland] Publish the count of keys under the Keys Convention "
        "(KC)"},
       {DocumentKind::kInspection,
        "Conclusions\n\n70. The following recommendations did not enjoy the "
        "support of Northland:\n\n1. Count the keys (Ostley);\n\n2. Name a "
        "keeper, as the code (Keys Code), asks (Marlhaven).\n\nNorthland "
        "offers a comment.\n",
        "1 [Northland] Count the keys\n"
        "2 [Northland] Name a keeper, as the code (Keys Code), asks"},
       {DocumentKind::kInspection,
        "Conclusions\n\n70. The following recommendations were made in 1998:"
        "\n\n1. Count the keys.\n\n2. Name a keeper.\n",
        ""},
       {DocumentKind::kInspection,
        "Conclusions\n\n9. Northland made recommendations (Ostley).\n", ""}},
      &FindByRecommender};
}

}  // namespace

const std::vector<RecommendationRule>& RecommenderRules() {
  static const std::vector<RecommendationRule> kRules = {ByRecommenderRule()};
  return kRules;
}

}  // namespace concord::extraction
