// One search: read, build, match, show.
//
// A search is made again, on a newly opened index, when a writer has replaced
// the blocks it was reading; measured at a dozen commits a second that is 1.5 %
// of searches, and once was always enough.

#include <fmt/format.h>
#include <sys/stat.h>
#include <xapian.h>

#include <algorithm>
#include <map>

#include "concord/index/index.h"
#include "index/deadline.h"
#include "index/entries.h"
#include "index/fields.h"
#include "index/filters.h"
#include "index/parts.h"
#include "index/query_acronyms.h"
#include "index/query_builder.h"
#include "index/query_parser.h"
#include "index/report_entries.h"
#include "index/snippet.h"
#include "index/vocabulary.h"
#include "index/xapian_errors.h"

namespace concord::index {
namespace {

using Xapian::Query;

constexpr int kMaxAttempts = 3;
constexpr Xapian::doccount kCountExactly = 1000;

std::string Join(std::string_view prefix, std::string_view word) {
  std::string term(prefix);
  term += word;
  return term;
}

// What a search was asked for, read once and run as often as need be.
struct Plan {
  SearchRequest request;
  ParsedQuery typed;
  ParsedQuery query;  // what is typed, and the other forms of its acronyms
  Filters filters;
};

Result<Plan> ReadPlan(const SearchRequest& request, const QueryLimits& limits) {
  Plan plan;
  plan.request = request;
  const std::uint64_t depth =
      std::uint64_t{request.offset} + std::uint64_t{request.limit};
  if (depth > limits.max_depth) {
    return Fail(ErrorCode::kLimitExceeded,
                fmt::format("only the first {} hits can be looked through; "
                            "narrow the search",
                            limits.max_depth));
  }
  TRY_ASSIGN(plan.typed, ParseQuery(request.query, limits));
  plan.query = plan.typed;
  AddAcronyms(request.acronyms, &plan.query);
  TRY_ASSIGN(plan.filters, ReadFilters(request));
  if (plan.query.empty() && !plan.filters.any()) {
    return Fail(ErrorCode::kInvalidArgument,
                "nothing to search for; type a word or give a filter");
  }
  return plan;
}

Query DayFilter(const Filters& filters) {
  Query query = Query::MatchAll;
  if (filters.from) {
    query =
        Query(Query::OP_VALUE_GE, kDateLatestSlot,
              Xapian::sortable_serialise(static_cast<double>(*filters.from)));
  }
  if (!filters.to) return query;
  const Query not_after(
      Query::OP_VALUE_LE, kDateEarliestSlot,
      Xapian::sortable_serialise(static_cast<double>(*filters.to)));
  return filters.from ? Query(Query::OP_AND, query, not_after) : not_after;
}

class Search {
 public:
  Search(const Xapian::Database& database, const QueryLimits& limits,
         const Plan& plan)
      : database_(database),
        plan_(plan),
        deadline_(limits.deadline_ms),
        builder_(database_, limits, deadline_, plan.request.in) {}

  HitPage Run() {
    const SearchRequest& request = plan_.request;
    Xapian::Enquire enquire(database_);
    const Query wanted =
        builder_.PreferClose(plan_.typed, builder_.Build(plan_.query));
    enquire.set_query(Query(Query::OP_FILTER, wanted, Filter()));
    if (plan_.query.empty()) {
      enquire.set_sort_by_value(kOrderSlot, false);
    } else {
      enquire.set_sort_by_relevance_then_value(kOrderSlot, false);
    }
    const Xapian::MSet matches =
        enquire.get_mset(request.offset, request.limit, kCountExactly + 1);
    HitPage page;
    page.query_read_as = ReadAs(plan_.query);
    if (plan_.filters.any()) {
      page.query_read_as += "; " + plan_.filters.read_as;
    }
    page.matches = matches.get_matches_estimated();
    page.matches_exact =
        matches.get_matches_lower_bound() == matches.get_matches_upper_bound();
    marks_ = builder_.Marks(plan_.query);
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      page.hits.push_back(MakeHit(match.get_document(), match.get_weight()));
    }
    if (page.matches == 0) page.suggestion = Suggestion();
    return page;
  }

 private:
  Query Filter() {
    std::vector<Query> all{Query(Join(kEntryPrefix, Name(plan_.request.in))),
                           DeadlineFilter(deadline_)};
    const Filters& filters = plan_.filters;
    if (!filters.kind.empty())
      all.emplace_back(Join(kKindPrefix, filters.kind));
    if (!filters.committee.empty()) {
      all.push_back(builder_.AllWords(kCommitteePrefix, filters.committee));
    }
    if (!filters.owner.empty()) {
      all.push_back(builder_.AllWords(kOwnerPrefix, filters.owner));
    }
    if (filters.from || filters.to) all.push_back(DayFilter(filters));
    return Query(Query::OP_AND, all.begin(), all.end());
  }

  static Entry ReadEntry(const Xapian::Document& document) {
    std::optional<Entry> entry = ReadEntryData(document.get_data());
    if (entry) return *std::move(entry);
    throw Xapian::DatabaseCorruptError("an entry has no readable data");
  }

  Hit MakeHit(const Xapian::Document& document, double weight) {
    const Entry entry = ReadEntry(document);
    Entry shown = entry;
    if (entry.kind == EntryKind::kReport) {
      if (std::optional<Entry> best = BestPassage(entry.report)) {
        shown = *std::move(best);
      }
    }
    Hit hit{entry.kind, entry.id, entry.report, shown.locator, shown.span,
            shown.text, {},       {},           weight};
    Snippet snippet = MakeSnippet(hit.text, marks_);
    hit.snippet = std::move(snippet.text);
    hit.marks = std::move(snippet.marks);
    return hit;
  }

  // The passage of a report that matches most of the query.
  std::optional<Entry> BestPassage(const std::string& report) {
    if (plan_.query.empty()) return std::nullopt;
    if (!any_leaf_) {
      any_leaf_ = std::make_unique<Query>(builder_.BuildAnyLeaf(plan_.query));
    }
    const std::vector<Query> filter{
        EntriesOf(Query(Join(kIdPrefix, report))),
        Query(Join(kEntryPrefix, Name(EntryKind::kPassage))),
        DeadlineFilter(deadline_)};
    Xapian::Enquire enquire(database_);
    enquire.set_query(
        Query(Query::OP_FILTER, *any_leaf_,
              Query(Query::OP_AND, filter.begin(), filter.end())));
    enquire.set_sort_by_relevance_then_value(kOrderSlot, false);
    const Xapian::MSet best = enquire.get_mset(0, 1);
    if (best.empty()) return std::nullopt;
    return ReadEntry(best.begin().get_document());
  }

  // The query with each word that the index does not have replaced by the most
  // similar one that it has; "" where there is nothing to replace.
  std::string Suggestion() {
    std::map<std::uint32_t, std::pair<std::uint32_t, std::string>> changes;
    for (const Leaf& leaf : plan_.query.leaves) {
      if (leaf.kind == LeafKind::kBeginning || !leaf.typed) continue;
      for (const Piece& piece : leaf.pieces) {
        if (deadline_.Passed()) return "";
        if (piece.beginning || IsKnown(piece.word)) continue;
        std::string word = NearestWord(database_, piece.word,
                                       [&] { return deadline_.Passed(); });
        if (word.empty()) continue;
        changes[piece.span.begin] = {piece.span.end, std::move(word)};
      }
    }
    if (changes.empty()) return "";
    std::string query = plan_.request.query;
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
      query.replace(change->first, change->second.first - change->first,
                    change->second.second);
    }
    return query;
  }

  bool IsKnown(const std::string& word) const {
    const std::vector<std::string> forms = FormsOf(database_, word);
    return std::any_of(
        forms.begin(), forms.end(), [&](const std::string& form) {
          return database_.term_exists(form) ||
                 database_.term_exists(Join(kJoinedPrefix, form));
        });
  }

  const Xapian::Database& database_;
  const Plan& plan_;
  Deadline deadline_;
  QueryBuilder builder_;
  std::vector<LeafMarks> marks_;
  std::unique_ptr<Query> any_leaf_;
};

// Tells one writing of an index from the next: an index that was made anew in
// the same folder is not noticed by reopen(), which goes on reading the old,
// deleted files.
struct PartVersion {
  ino_t file = 0;
  std::int64_t seconds = 0;
  std::int64_t nanoseconds = 0;

  friend bool operator==(const PartVersion&, const PartVersion&) = default;
};
using Version = std::vector<PartVersion>;

Version VersionOf(const std::string& folder) {
  Version version;
  for (const std::filesystem::path& part : PartFolders(folder)) {
    struct stat file = {};
    if (::stat((part / kVersionFile).c_str(), &file) != 0) continue;
    version.push_back({file.st_ino, file.st_mtim.tv_sec, file.st_mtim.tv_nsec});
  }
  return version;
}

class XapianSearcher : public Searcher {
 public:
  XapianSearcher(std::string folder, const QueryLimits& limits)
      : folder_(std::move(folder)), limits_(limits) {
    OpenAnew();
  }

  Result<HitPage> Search(const SearchRequest& request) override {
    TRY_ASSIGN(const Plan plan, ReadPlan(request, limits_));
    return Try([&] { return index::Search(database_, limits_, plan).Run(); });
  }

  Result<std::vector<std::vector<TextSpan>>> Mark(
      const SearchRequest& request,
      const std::vector<std::string_view>& texts) override {
    TRY_ASSIGN(ParsedQuery parsed, ParseQuery(request.query, limits_));
    AddAcronyms(request.acronyms, &parsed);
    return Try([&] {
      const Deadline deadline(limits_.deadline_ms);
      QueryBuilder builder(database_, limits_, deadline);
      const std::vector<LeafMarks> leaves = builder.Marks(parsed);
      std::vector<std::vector<TextSpan>> marks;
      marks.reserve(texts.size());
      for (const std::string_view text : texts) {
        marks.push_back(FindMarks(text, leaves));
      }
      return marks;
    });
  }

 private:
  // Runs `work` on the newest state of the index, again if that changed.
  template <class Work>
  Result<std::invoke_result_t<Work>> Try(Work work) {
    return Translate([&]() -> Result<std::invoke_result_t<Work>> {
      for (int attempt = 1;; ++attempt) {
        try {
          if (attempt > 1 || VersionOf(folder_) != version_) OpenAnew();
          return work();
        } catch (const Xapian::DatabaseModifiedError&) {
          if (attempt == kMaxAttempts) throw;
        }
      }
    });
  }

  void OpenAnew() {
    version_ = VersionOf(folder_);
    database_ = Xapian::Database(folder_);
  }

  std::string folder_;
  QueryLimits limits_;
  Version version_;
  Xapian::Database database_;
};

}  // namespace

Result<std::unique_ptr<Searcher>> Searcher::Open(
    const std::filesystem::path& folder, const QueryLimits& limits) {
  TRY_ASSIGN(const IndexState state, ReadIndexState(folder));
  return Translate([&]() -> Result<std::unique_ptr<Searcher>> {
    return std::make_unique<XapianSearcher>(folder.string(), limits);
  });
}

}  // namespace concord::index
