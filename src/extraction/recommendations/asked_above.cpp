// Who is asked where the words of a recommendation name nobody: the sentence
// that recommends, or the heading or line it stands under.
//
//   "The panel recommends that, where it can, the Clerk ..."    the Clerk
//   "To the Board of Estates:" over a list of commands          the Board ...
//   "Recommendations for the Clerk" as a heading                the Clerk
//   refused: "To count the keys:", "Recommendations to ministers were refused"
//
// Cost: one look at the lines between a list and its lead for each item.

#include "concord/base/unicode.h"
#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/parts.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

constexpr std::uint32_t kLongestLead = 160;

// "14.2 For the Clerk." over 14.2.1, 14.2.2.
bool LeadsNumbers(const Reading& reading, const Line& line) {
  const auto at = static_cast<std::size_t>(&line - reading.lines.data());
  return !line.label.empty() && at + 1 < reading.lines.size() &&
         reading.lines[at + 1].label.starts_with(line.label + ".");
}

// The one a heading or a line over a list is addressed to; empty if none.
TextSpan AddressedTo(const Reading& reading, const Line& line) {
  static const Pattern kTo(
      "^(?:\\d+[\\d.]*\\s+)?(?:[Tt]o|[Ff]or|[Aa]ddressed to|"
      "(?:(?:[Ff]urther |[Kk]ey |[Ss]afety |[Ss]pecific )?[Rr]ecommendations? "
      "(?:to|for|addressed to|directed (?:to|at))))\\s*:?\\s+(.+?)"
      "(?:\\s*[(\\[][^()\\[\\]]{1,60}[)\\]])?\\s*[:;,.]?$");
  const std::string_view text = reading.text();
  if (line.quoted || Length(line.span) > kLongestLead) return {};
  if (!IsHeading(line) && !reading.Body(line).ends_with(':') &&
      !LeadsNumbers(reading, line)) {
    return {};
  }
  static const Pattern kSays(
      "\\b(?:recommends? that|recommendations? to|urges?|asks?) ((?:the |all )?"
      "\\p{Lu}.+?)\\s*:$");
  auto match = kTo.Search(text, line.span);
  if (!match) match = kSays.Search(text, line.span);
  if (!match) return {};
  const auto agents = AgentsAt(text, (*match)[1]);
  if (!agents.empty() && agents.back().span.end == (*match)[1].end) {
    return {agents.front().span.begin, agents.back().span.end};
  }
  // "the Government of Northland": capitals to the end, nothing that is done.
  const TextSpan named = AskedAt(text, {(*match)[1].begin, line.span.end});
  return named.end >= (*match)[1].end && !Empty(named) ? (*match)[1]
                                                       : TextSpan{};
}

// The line that leads the list of line `at`, if it is addressed to somebody.
TextSpan AboveList(const Reading& reading, std::size_t at) {
  constexpr std::size_t kFarthest = 60;  // lines
  for (std::size_t back = at, steps = 0; back-- > 0 && steps < kFarthest;
       ++steps) {
    const Line& line = reading.lines[back];
    const TextSpan to = AddressedTo(reading, line);
    if (!Empty(to)) return to;
    const bool listed = line.kind == BlockKind::kListItem ||
                        !line.label.empty() ||
                        line.kind == BlockKind::kTableRow;
    if (IsHeading(line) || !listed) return {};
  }
  return {};
}

TextSpan UnderHeading(const Reading& reading, std::size_t at) {
  for (const std::int32_t heading : HeadingsAbove(reading, at)) {
    const TextSpan to =
        AddressedTo(reading, reading.lines[static_cast<std::size_t>(heading)]);
    if (!Empty(to)) return to;
  }
  return {};
}

// "Ostley Rail must count", "KeyCorp should say": a name of two words or of
// mixed capitals that acts, though no word of it says that it is a body.
TextSpan NamedSubject(std::string_view text, TextSpan span) {
  static const Pattern kActs(
      "^ (?:(?:should|must|shall|needs? to|ought to|to) )?(?:also |now |"
      "therefore )?(\\p{Ll}+)\\b");
  static const Pattern kName(
      "^(?:[Tt]he )?(?:\\p{Lu}\\S* \\p{Lu}|"
      "\\p{Lu}\\p{Ll}+\\p{Lu}|\\p{Lu}{2})");
  const TextSpan named = AskedAt(text, span);
  if (Empty(named) || !kName.Search(text, named) ||
      NamesNobody(Slice(text, named))) {
    return {};
  }
  const auto acts = kActs.Search(text, {named.end, span.end});
  if (!acts || !IsBaseVerb(Slice(text, (*acts)[1]))) return {};
  return named;
}

// "The panel urges the Board, in all haste, to ...": the one urged.
TextSpan Urged(std::string_view text, TextSpan span) {
  static const Pattern kUrges(
      "\\b(?:[Cc]ommittee|[Pp]anel|[Ii]nquiry|[Cc]ommission|[Rr]eview|[Bb]oard|"
      "[Cc]oroner|[Oo]mbudsman|[Tt]eam)(?: \\p{Ll}+){0,3}? (?:urges?|invites?|"
      "calls? (?:up)?on|encourages?|asks?|requests?) ");
  static const Pattern kTo("^(?:,[^,.;:]{2,80},)? to ");
  const auto urges = kUrges.Search(text, span);
  if (!urges) return {};
  const auto agents = AgentsAt(text, {urges->front().end, span.end});
  if (agents.empty()) return {};
  const TextSpan named = {agents.front().span.begin, agents.back().span.end};
  return kTo.Search(text, {named.end, span.end}) ? named : TextSpan{};
}

// "the Minister" of "the Minister for Locks": the whole of the name.
void WidenByField(std::string_view text, Recommendation* item) {
  static const Pattern kField("^ (?:for|of)(?: the)? \\p{Lu}");
  const TextSpan short_name = item->addressee_span;
  if (Empty(short_name) || !Contains(item->span, short_name) ||
      !kField.Search(text, {short_name.end, item->span.end})) {
    return;
  }
  const TextSpan named = AskedAt(text, {short_name.begin, item->span.end});
  if (named.begin != short_name.begin || named.end <= short_name.end) return;
  item->addressee_span = named;
  item->addressee = Slice(text, named);
}

}  // namespace

void FillAddressees(const Reading& reading,
                    std::vector<Recommendation>* items) {
  for (Recommendation& item : *items) {
    if (item.kind != RecommendationKind::kRecommendation ||
        !item.recommenders.empty()) {
      continue;
    }
    TextSpan asked =
        AskedByRecommending(reading.text(), item.span, item.addressee_span);
    if (Empty(asked) && !item.addressee.empty()) {
      WidenByField(reading.text(), &item);
      continue;
    }
    if (Empty(asked)) asked = Urged(reading.text(), item.span);
    if (Empty(asked) && item.text.starts_with("That ")) {
      const auto that = AskedByThat(reading.text(), item.span);
      if (that) asked = that->span;
    }
    if (Empty(asked)) asked = NamedSubject(reading.text(), item.span);
    const std::size_t at = LineAt(reading, item.span.begin);
    // A column that names who acts leaves nothing to be told by a heading.
    if (Empty(asked) && item.owners.empty() && at < reading.lines.size()) {
      asked = AboveList(reading, at);
      if (Empty(asked)) asked = UnderHeading(reading, at);
    }
    if (!Empty(asked)) {
      SetAddressee(reading.text(), {asked, asked}, &item);
    }
  }
}

}  // namespace concord::extraction
