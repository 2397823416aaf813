// Answers that people wrote into a response, into the record: one act for a
// file, an item for each field of each recommendation that was answered.
//
// Tests: tests/unit/engine/answers_test.cpp, tests/unit/cli/answers_test.cpp.

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/json_object.h"
#include "concord/base/digest.h"
#include "concord/base/unicode.h"
#include "engine/archive_engine.h"
#include "engine/decisions/decisions.h"

namespace concord::engine {
namespace {

using response::AnswerField;
using response::FilledEntry;
using response::Ref;
using store::Act;
using store::DecisionItem;
using store::StoredRecommendation;

constexpr std::size_t kShown = 80;  // bytes of an answer in a line

std::string DigestOf(const StoredRecommendation& one) {
  return response::ReadRef(response::RefOf(one.id, one.item.text))
      .value_or(Ref{})
      .digest;
}

bool Same(std::string_view a, std::string_view b) {
  return CollapseSpace(a) == CollapseSpace(b);
}

// As a line holds it.
std::string Shown(AnswerField field, const std::string& value) {
  std::string words = response::InWords(field, value);
  if (field != AnswerField::kResponse || value.empty()) return words;
  return "“" + Ellipsis(CollapseSpace(words), kShown) + "”";
}

// What a field of an entry says now, and who said so.
struct Standing {
  std::string value;
  const response::RecordedAnswer* answer = nullptr;
};

class Recording {
 public:
  Recording(const AnswersRequest& request,
            const response::FilledResponse& filled,
            const response::ConsolidatedResponse& response,
            const Snapshot& snapshot, std::string digest)
      : request_(request),
        filled_(filled),
        response_(response),
        snapshot_(snapshot),
        digest_(std::move(digest)) {
    for (const response::CoverageRow& row : response.coverage) {
      entry_of_[row.id] = row.entry;
    }
    for (const StoredRecommendation& one : snapshot.recommendations()) {
      of_report_[one.report.value].push_back(&one);
    }
  }

  void Run() {
    done_.problems = filled_.problems;
    done_.beside = filled_.beside;
    for (const FilledEntry& entry : filled_.entries) Record(entry);
  }

  const std::vector<DecisionItem>& items() const { return items_; }
  AnswersImported& done() { return done_; }
  JsonArray changes() const { return changes_; }

 private:
  // By its id where its words are still the same, else by its words in the
  // same report: it may be read again and numbered otherwise.
  const StoredRecommendation* Held(const Ref& ref) const {
    const StoredRecommendation* named = snapshot_.Recommendation(ref.id);
    if (named != nullptr && DigestOf(*named) == ref.digest) return named;
    const auto report = of_report_.find(ReportOf(ref));
    if (report == of_report_.end()) return nullptr;
    for (const StoredRecommendation* one : report->second) {
      if (DigestOf(*one) == ref.digest) return one;
    }
    return nullptr;
  }

  static std::string ReportOf(const Ref& ref) {
    return ref.id.value.substr(0, ref.id.value.find('.'));
  }

  // As a decision keeps a side that is not held: by its words, that it may be
  // found when it is again.
  store::DecisionEnd Gone(const Ref& ref) const {
    store::DecisionEnd end{.id = ref.id.value,
                           .report = ReportOf(ref),
                           .uri = "",
                           .span = {},
                           .quote = ""};
    for (const auto& [id, words] : filled_.words) {
      if (id == ref.id.value) end.quote = words;
    }
    return end;
  }

  Standing StandingOf(AnswerField field,
                      const std::vector<store::DecisionEnd>& ends) const {
    Standing standing;
    for (const response::RecordedAnswer& answer : snapshot_.answers()) {
      const bool is_of = std::any_of(
          ends.begin(), ends.end(),
          [&](const auto& end) { return end.id == answer.id.value; });
      if (is_of && answer.field == field) standing.answer = &answer;
    }
    for (const store::DecisionEnd& end : ends) {
      const auto found = entry_of_.find({end.id});
      if (found == entry_of_.end()) continue;
      standing.value =
          Said(field,
               response_.entries[static_cast<std::size_t>(found->second - 1)]);
      return standing;
    }
    if (standing.answer != nullptr) {
      standing.value = standing.answer->value;
    } else if (const auto choices = response::ChoicesOf(field);
               !choices.empty()) {
      standing.value = choices.front();
    }
    return standing;
  }

  static std::string Said(AnswerField field, const response::Entry& entry) {
    switch (field) {
      case AnswerField::kPosition:
        return std::string(Name(entry.position));
      case AnswerField::kImplementation:
        return std::string(Name(entry.implementation));
      case AnswerField::kResponse:
        break;
    }
    return entry.response.value_or("");
  }

  void Record(const FilledEntry& entry) {
    std::vector<store::DecisionEnd> ends;
    std::vector<std::string> gone;
    std::vector<std::string> outside;
    for (const Ref& ref : entry.refs) {
      const StoredRecommendation* held = Held(ref);
      ends.push_back(held == nullptr ? Gone(ref) : EndOf(*held));
      if (held == nullptr) {
        gone.push_back(ref.id.value);
      } else if (!entry_of_.contains(held->id)) {
        outside.push_back(held->id.value);
      }
    }
    bool touched = false;
    for (const AnswerField field : response::kAnswerFields) {
      touched |= RecordField(entry, field, ends);
    }
    const std::string kept = touched ? "; what was answered is kept" : "";
    for (const std::string& id : gone) {
      done_.problems.push_back(
          fmt::format("{}: {} is not held any more with these words{}",
                      entry.place, id, kept));
    }
    for (const std::string& id : outside) {
      if (!touched) continue;
      done_.notes.push_back(
          fmt::format("{}: {} is not answered in the scope any more{}",
                      entry.place, id, kept));
    }
  }

  // True where it says what was not recorded before.
  bool RecordField(const FilledEntry& entry, AnswerField field,
                   const std::vector<store::DecisionEnd>& ends) {
    const auto at = static_cast<std::size_t>(field);
    if (!entry.there[at]) return false;
    const std::string& value = entry.fields[at];
    const std::string& written = entry.written[at];
    const Standing standing = StandingOf(field, ends);
    if (response::PrintOf(value) == written || IsKnown(field, value, ends) ||
        Same(value, standing.value)) {
      ++done_.unchanged;
      return false;
    }
    if (OthersAnswer(standing, written) && !request_.instead) {
      const overlap::Authorship& by = standing.answer->by;
      done_.problems.push_back(
          entry.places[at] + ": " + Shown(field, value) + ", but " + by.who +
          ", " + by.at.substr(0, 10) + " (act " + std::to_string(by.act) +
          "), answered " + Shown(field, standing.value) +
          " after this file was written; --instead replaces it");
      return false;
    }
    for (const store::DecisionEnd& end : ends) {
      items_.push_back({std::string(Name(field)),
                        value,
                        end,
                        {digest_, "", request_.file, {}, entry.places[at]}});
    }
    Tell(entry, field, standing.value, ends);
    return true;
  }

  // What is not held has no entry to compare with: its last answer in force.
  bool IsKnown(AnswerField field, const std::string& value,
               const std::vector<store::DecisionEnd>& ends) const {
    return std::all_of(ends.begin(), ends.end(), [&](const auto& end) {
      if (snapshot_.Recommendation({end.id}) != nullptr) return false;
      const std::string* last = nullptr;
      const auto acts = store::InForce(snapshot_.acts());
      for (const Act& act : acts) {
        for (const DecisionItem& item : act.items) {
          if (item.kind == Name(field) && item.a.id == end.id) {
            last = &item.value;
          }
        }
      }
      return last != nullptr && Same(*last, value);
    });
  }

  // Somebody else answered after the file was written: not to be lost unseen.
  bool OthersAnswer(const Standing& standing,
                    const std::string& written) const {
    if (standing.answer == nullptr) return false;
    if (response::PrintOf(standing.value) == written) return false;
    return standing.answer->by.who != request_.who ||
           standing.answer->file != request_.file;
  }

  void Tell(const FilledEntry& entry, AnswerField field,
            const std::string& before,
            const std::vector<store::DecisionEnd>& ends) {
    const auto at = static_cast<std::size_t>(field);
    done_.changes.push_back(entry.place + ": " + std::string(Name(field)) +
                            " " + Shown(field, before) + " → " +
                            Shown(field, entry.fields[at]) + "  (" +
                            entry.places[at] + ")");
    JsonObject change = NewObject();
    change.set("entry", entry.place);
    change.set("at", entry.places[at]);
    change.set("field", std::string(Name(field)));
    change.set("before", before);
    change.set("after", entry.fields[at]);
    JsonArray ids;
    for (const store::DecisionEnd& end : ends) ids.add(end.id);
    change.set("ids", ids);
    changes_.add(change);
  }

  const AnswersRequest& request_;
  const response::FilledResponse& filled_;
  const response::ConsolidatedResponse& response_;
  const Snapshot& snapshot_;
  std::string digest_;
  std::map<RecommendationId, std::int32_t> entry_of_;
  std::map<std::string, std::vector<const StoredRecommendation*>> of_report_;
  std::vector<DecisionItem> items_;
  AnswersImported done_;
  JsonArray changes_;
};

}  // namespace

Result<AnswersImported> ArchiveEngine::ImportAnswers(
    const AnswersRequest& request) {
  if (request.who.empty()) {
    return Fail(ErrorCode::kInvalidArgument, "say who answers: --who NAME");
  }
  TRY_ASSIGN(const response::FilledResponse filled,
             response::ReadFilled(request.bytes));
  const std::string scope =
      request.scope.empty() ? filled.scope : request.scope;
  if (scope.empty()) {
    return Fail(ErrorCode::kInvalidArgument,
                "the file does not say which scope it answers: --scope NAME");
  }
  TRY_ASSIGN(const response::ConsolidatedResponse response, Composed(scope));
  TRY_ASSIGN(Snapshot * snapshot, SnapshotWith(kEverything));
  const std::string digest = Sha256Hex(request.bytes);
  Recording recording(request, filled, response, *snapshot, digest);
  recording.Run();
  AnswersImported& done = recording.done();
  done.scope = scope;
  if (!filled.scope.empty() && filled.scope != scope) {
    done.notes.push_back("it was written for the scope '" + filled.scope + "'");
  }
  if (!recording.items().empty() && !request.dry_run) {
    TRY_ASSIGN(const ActView act, Add({.verb = "answer",
                                       .who = request.who,
                                       .why = request.why,
                                       .items = recording.items()}));
    done.act = act.act;
  }
  JsonObject object = NewObject();
  object.set("type", "answers-imported");
  object.set("act", done.act == 0 ? Null() : Poco::Dynamic::Var(done.act));
  object.set("dry_run", request.dry_run);
  object.set("scope", scope);
  object.set("file", request.file);
  object.set("digest", digest);
  object.set("changes", recording.changes());
  object.set("unchanged", done.unchanged);
  object.set("notes", Strings(done.notes));
  object.set("problems", Strings(done.problems));
  object.set("beside", Strings(done.beside));
  done.json = Line(object);
  return done;
}

}  // namespace concord::engine
