#include "engine/search/directions.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <utility>

#include "base/json_object.h"
#include "concord/base/ascii.h"
#include "concord/base/unicode.h"
#include "concord/edtf/edtf.h"
#include "concord/engine/engine.h"
#include "engine/search/direction_parts.h"
#include "engine/search/other_searches.h"

namespace concord::engine {
namespace {

constexpr std::size_t kMostNamed = 5;
constexpr std::uint32_t kLookedThrough = 50;
constexpr std::size_t kMostWordsOfAName = 4;

// "44", "12(b)", "R5.4"; not "r151fb84576c0", which is an id.
bool IsNumber(const std::string& word) {
  if (word.empty() || word.size() > 8) return false;
  const bool letter = word[0] == 'R' || word[0] == 'r';
  return word.size() > (letter ? 1 : 0) && IsDigit(word[letter ? 1 : 0]);
}

// --- Ids

// "r3fa9c1d2b0e4", "r3fa9.7", "r3fa9#12", "w-keeping-faith", "run-3".
bool LooksLikeAnId(const std::string& word) {
  if (word.size() > 5 && word[0] == 'r' &&
      word.find_first_not_of("0123456789abcdef.#", 1) == std::string::npos) {
    return true;
  }
  constexpr std::string_view kRegisters = "wbpgcm";
  return word.size() > 3 && word[1] == '-' &&
         kRegisters.find(word[0]) != std::string_view::npos;
}

void AddId(const Words& words, const DirectionSources& sources,
           std::vector<DirectionView>* directions) {
  if (words.size() != 1 || !LooksLikeAnId(words[0])) return;
  const auto shown = sources.show(words[0]);
  if (!shown) return;
  const auto object = ParseOwn(shown->json).extract<JsonObject::Ptr>();
  const std::string id = object->optValue<std::string>("id", words[0]);
  std::string type = object->optValue<std::string>("type", "");
  std::string text = fmt::format("{} {}: {}", type, id,
                                 Ellipsis(CollapseSpace(shown->title), 120));
  directions->push_back(ShowOf("id", std::move(text), std::move(type), id));
}

// --- Dates

void AddDate(const std::string& query, const DirectionSources& sources,
             std::vector<DirectionView>* directions) {
  const std::string text = CollapseSpace(query);
  if (std::none_of(text.begin(), text.end(), IsDigit)) return;
  const DateView date = ReadDate(text, "");
  if (date.earliest.empty() || date.latest.empty()) return;
  index::SearchRequest dated{.in = index::EntryKind::kReport,
                             .from = date.earliest,
                             .to = date.latest,
                             .limit = 0};
  const auto found = sources.searcher.Search(dated);
  const std::uint64_t papers = found ? found->matches : 0;
  directions->push_back(SearchFor(
      "date",
      fmt::format("{} {} dated {}", papers, papers == 1 ? "report" : "reports",
                  date.edtf),
      {{"in", "reports"}, {"from", date.earliest}, {"to", date.latest}}));
  DirectionView due{.kind = "date",
                    .text = fmt::format("what was due {}", date.edtf)};
  due.list = "recommendations";
  due.fields = {{"due-from", date.earliest}, {"due-to", date.latest}};
  due.command = fmt::format("list recommendations --due-from {} --due-to {}",
                            date.earliest, date.latest);
  directions->push_back(std::move(due));
}

// --- Recommendations by number

bool SameNumber(const std::string& label, const std::string& asked) {
  const std::string a = FoldWords(label);
  const std::string b = FoldWords(asked);
  return a == b || a == "r" + b || "r" + a == b || a == "recommendation " + b;
}

struct Candidate {
  std::string id;
  std::string text;
  // The work's own comes before what papers on the work repeat of it: it says
  // of nobody else that they made it, and its title has the fewest words beside
  // those that were typed.
  std::pair<bool, std::size_t> order;
};

std::optional<Candidate> CandidateOf(const store::ReportRecord& report,
                                     const extraction::Recommendation& item,
                                     const std::string& id,
                                     const std::string& number) {
  using extraction::RecommendationKind;
  if (item.kind != RecommendationKind::kRecommendation ||
      !SameNumber(item.label, number)) {
    return std::nullopt;
  }
  const std::string& date = report.header().date.printed;
  return Candidate{id,
                   fmt::format("recommendation {} of {}{}: {}", item.label,
                               CollapseSpace(TitleOf(report)),
                               date.empty() ? "" : ", " + date,
                               Ellipsis(CollapseSpace(item.text), 100)),
                   {!item.made_by.empty(), TitleOf(report).size()}};
}

// By the titles of the reports that have it.
std::vector<Candidate> ByTitle(const NumberAsked& asked,
                               const DirectionSources& sources) {
  std::string query = "rec:\"" + asked.number + "\"";
  for (const std::string& word : asked.work) query += " title:" + word;
  const auto page =
      sources.searcher.Search({.query = query,
                               .in = index::EntryKind::kRecommendation,
                               .limit = kLookedThrough});
  std::vector<Candidate> found;
  if (!page) return found;
  for (const index::Hit& hit : page->hits) {
    const auto report = sources.store.GetReport({hit.report});
    if (!report) continue;
    for (const store::StoredRecommendation& stored :
         store::RecommendationsOf(*report)) {
      if (stored.id.value != hit.id) continue;
      auto one = CandidateOf(*report, stored.item, hit.id, asked.number);
      if (one) found.push_back(*std::move(one));
    }
    // Without a work any five say that there are many.
    if (asked.work.empty() && found.size() > kMostNamed) break;
  }
  std::stable_sort(
      found.begin(), found.end(),
      [](const Candidate& a, const Candidate& b) { return a.order < b.order; });
  return found;
}

// By what papers call the works that the reports are; a work that is not held
// is where to go too.
Result<std::vector<DirectionView>> ByOtherNames(const NumberAsked& asked,
                                                Snapshot* snapshot) {
  std::vector<DirectionView> directions;
  const std::string wanted =
      FoldWords(fmt::format("{}", fmt::join(asked.work, " ")));
  TRY_ASSIGN(const auto works,
             ReadAll<crossref::Work>(snapshot->register_rows()));
  for (const crossref::Work& work : works) {
    const bool called =
        FoldWords(work.title).find(wanted) != std::string::npos ||
        std::any_of(work.aliases.begin(), work.aliases.end(),
                    [&](const crossref::Alias& alias) {
                      return FoldWords(alias.printed).find(wanted) !=
                             std::string::npos;
                    });
    if (!called) continue;
    for (const ReportId& id : work.held) {
      TRY_ASSIGN(const store::ReportRecord* report, snapshot->Fetch(id));
      if (report == nullptr) continue;
      for (const auto& stored : store::RecommendationsOf(*report)) {
        const auto one =
            CandidateOf(*report, stored.item, stored.id.value, asked.number);
        if (one) {
          directions.push_back(
              ShowOf("number", one->text, "recommendation", one->id));
        }
      }
    }
    if (work.held.empty()) {
      directions.push_back(
          ShowOf("number",
                 fmt::format("{} is not held; what the archive says of it",
                             work.title),
                 "work", work.id.value));
    }
    if (directions.size() >= kMostNamed) break;
  }
  return directions;
}

void AddNumber(const std::string& query, const DirectionSources& sources,
               std::vector<DirectionView>* directions) {
  const NumberAsked asked = ReadNumberAsked(query);
  if (asked.number.empty()) return;
  const std::vector<Candidate> found = ByTitle(asked, sources);
  if (found.empty() && !asked.work.empty()) {
    Snapshot* snapshot = sources.snapshot();
    if (snapshot == nullptr) return;
    auto others = ByOtherNames(asked, snapshot);
    if (!others) return;
    for (DirectionView& one : *others) directions->push_back(std::move(one));
    return;
  }
  const bool all = found.size() <= kMostNamed;
  const std::size_t named = all                  ? found.size()
                            : asked.work.empty() ? 0
                                                 : kMostNamed;
  for (std::size_t i = 0; i < named; ++i) {
    directions->push_back(
        ShowOf("number", found[i].text, "recommendation", found[i].id));
  }
  if (all) return;
  std::string wanted = "rec:" + asked.number;
  for (const std::string& word : asked.work) wanted += " title:" + word;
  directions->push_back(SearchFor(
      "number", "every recommendation with the number " + asked.number,
      {{"q", wanted}, {"in", "recommendations"}}));
}

// --- People

// The lines that say who wrote a paper are no passages of it.
void AddAuthor(const Words& words, const DirectionSources& sources,
               std::vector<DirectionView>* directions) {
  if (words.empty() || words.size() > kMostWordsOfAName) return;
  std::string query;
  for (const std::string& word : words) {
    const bool plain = std::all_of(word.begin(), word.end(), [](char c) {
      return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '-' ||
             c == '\'' || c == '.' || (static_cast<unsigned char>(c) & 0x80);
    });
    if (!plain || IsOneOf(word, {"OR", "AND", "NOT", "NEAR"})) return;
    if (IsOneOf(Fold(word), {"the", "of", "a", "an", "and", "by", "for", "in",
                             "on", "to", "who", "what"})) {
      return;
    }
    if (word[0] == '-') return;
    query += (query.empty() ? "by:" : " by:") + word;
  }
  const auto found = sources.searcher.Search(
      {.query = query, .in = index::EntryKind::kReport, .limit = 0});
  if (!found || found->matches == 0) return;
  directions->push_back(
      SearchFor("author",
                fmt::format("{} written or presented by {}",
                            found->matches == 1
                                ? std::string("1 report")
                                : fmt::format("{} reports", found->matches),
                            fmt::join(words, " ")),
                {{"q", query}, {"in", "reports"}}));
}

}  // namespace

NumberAsked ReadNumberAsked(const std::string& query) {
  NumberAsked asked;
  const Words words = QueryWords(query);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string word = Bare(words[i]);
    const std::string folded = Fold(word);
    if (IsOneOf(folded, {"recommendation", "rec", "recommendations", "recs"}) &&
        asked.number.empty()) {
      std::size_t next = i + 1;
      if (next < words.size() &&
          IsOneOf(Fold(Bare(words[next])), {"no", "number", "nr"})) {
        ++next;
      }
      if (next < words.size() && IsNumber(Bare(words[next]))) {
        asked.number = Bare(words[next]);
        i = next;
        continue;
      }
    }
    if (IsOneOf(folded, {"", "of", "the", "in", "from", "by", "and", "a"})) {
      continue;
    }
    // An operator or a field: somebody knows what they ask for.
    if (IsOneOf(word, {"OR", "AND", "NOT", "NEAR"}) ||
        words[i].find(':') != std::string::npos || words[i][0] == '-') {
      return {};
    }
    asked.work.push_back(word);
  }
  if (asked.number.empty()) return {};
  return asked;
}

std::vector<DirectionView> DirectionsOf(const std::string& query,
                                        index::EntryKind in, bool found,
                                        const DirectionSources& sources) {
  std::vector<DirectionView> directions;
  const Words words = QueryWords(query);
  AddId(words, sources, &directions);
  if (!directions.empty()) return directions;
  AddDate(query, sources, &directions);
  AddNumber(query, sources, &directions);
  AddAuthor(words, sources, &directions);
  if (directions.empty() && in == index::EntryKind::kPassage) {
    AddTitle(query, sources, &directions);
  }
  if (!found && directions.empty()) {
    AddOtherSearches(query, in, sources, &directions);
  }
  return directions;
}

}  // namespace concord::engine
