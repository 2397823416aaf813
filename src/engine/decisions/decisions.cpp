#include "engine/decisions/decisions.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/json_object.h"
#include "concord/base/unicode.h"

namespace concord::engine {
namespace {

using store::DecisionEnd;
using store::StoredRecommendation;

class Finder {
 public:
  explicit Finder(const std::vector<StoredRecommendation>& recommendations) {
    for (const StoredRecommendation& one : recommendations) {
      by_id_[one.id.value] = &one;
      by_report_[one.report.value].push_back(&one);
      by_uri_[one.uri].push_back(&one);
    }
  }

  const StoredRecommendation* Find(const DecisionEnd& end) const {
    const auto named = by_id_.find(end.id);
    if (named != by_id_.end() && named->second->item.text == end.quote) {
      return named->second;
    }
    const auto report = by_report_.find(end.report);
    if (report != by_report_.end()) {
      if (const auto* found = WithWords(report->second, end)) return found;
      if (const auto* found = AtPlace(report->second, end)) return found;
    }
    const auto uri = by_uri_.find(end.uri);
    return uri == by_uri_.end() || end.uri.empty()
               ? nullptr
               : WithWords(uri->second, end);
  }

 private:
  using Some = std::vector<const StoredRecommendation*>;

  // Of several with the same words the one nearest to where it stood.
  static const StoredRecommendation* WithWords(const Some& some,
                                               const DecisionEnd& end) {
    const StoredRecommendation* nearest = nullptr;
    const auto distance = [&](const StoredRecommendation& one) {
      const std::uint32_t begin = one.item.span.begin;
      return begin > end.span.begin ? begin - end.span.begin
                                    : end.span.begin - begin;
    };
    for (const StoredRecommendation* one : some) {
      if (one->item.text != end.quote) continue;
      if (nearest == nullptr || distance(*one) < distance(*nearest)) {
        nearest = one;
      }
    }
    return nearest;
  }

  // Read otherwise now: a word more or less, but most of it the same place.
  static const StoredRecommendation* AtPlace(const Some& some,
                                             const DecisionEnd& end) {
    for (const StoredRecommendation* one : some) {
      const TextSpan span = one->item.span;
      const TextSpan both = {std::max(span.begin, end.span.begin),
                             std::min(span.end, end.span.end)};
      const std::uint32_t longer = std::max(Length(span), Length(end.span));
      if (longer > 0 && 2 * Length(both) > longer) return one;
    }
    return nullptr;
  }

  std::map<std::string, const StoredRecommendation*> by_id_;
  std::map<std::string, Some> by_report_;
  std::map<std::string, Some> by_uri_;
};

JsonObject EndJson(const DecisionEnd& end) {
  JsonObject object = NewObject();
  object.set("id", end.id);
  object.set("report", OrNull(end.report));
  object.set("uri", OrNull(end.uri));
  object.set("span", SpanJson(end.span));
  object.set("quote", end.quote);
  return object;
}

JsonObject ItemJson(const store::DecisionItem& item) {
  JsonObject object = NewObject();
  object.set("kind", item.kind);
  object.set("value", item.value);
  object.set("a", EndJson(item.a));
  object.set("b",
             item.b.id.empty() ? Null() : Poco::Dynamic::Var(EndJson(item.b)));
  return object;
}

// "  (response.xlsx, Entries!H5)": where an answer was read.
std::string AtPlace(const DecisionEnd& file) {
  if (file.uri.empty()) return "";
  return "  (" + file.uri.substr(file.uri.find_last_of('/') + 1) + ", " +
         file.quote + ")";
}

std::string Sentence(const store::DecisionItem& item) {
  if (item.kind == "represents") {
    return Described(item.a) + " speaks for its group";
  }
  if (item.kind == "wording") {
    return "the " + item.value + " of " + Described(item.a) +
           " stands for its group";
  }
  if (response::ReadAnswerField(item.kind)) {
    return Described(item.a) + " – " + item.kind + ": " +
           (item.value.empty() ? "none" : item.value) + AtPlace(item.b);
  }
  std::string sentence = Described(item.a) + " – " + item.value;
  if (!item.b.id.empty()) sentence += " – " + Described(item.b);
  return sentence;
}

std::string TextAt(const JsonObject& object, const std::string& name) {
  return object.isNull(name) ? "" : object.getValue<std::string>(name);
}

DecisionEnd EndFromJson(const JsonObject& object) {
  DecisionEnd end;
  end.id = object.getValue<std::string>("id");
  end.report = TextAt(object, "report");
  end.uri = TextAt(object, "uri");
  if (const auto span = object.getObject("span")) {
    end.span = {span->getValue<std::uint32_t>("begin"),
                span->getValue<std::uint32_t>("end")};
  }
  end.quote = TextAt(object, "quote");
  return end;
}

store::DecisionItem ItemFromJson(const JsonObject& object) {
  store::DecisionItem item;
  item.kind = object.getValue<std::string>("kind");
  item.value = TextAt(object, "value");
  item.a = EndFromJson(*object.getObject("a"));
  if (const auto b = object.getObject("b")) item.b = EndFromJson(*b);
  return item;
}

// Throws Poco's exceptions.
store::Act ReadAct(const std::string& line) {
  const auto object = ParseOwn(line).extract<JsonObject::Ptr>();
  store::Act act;
  act.id = object->getValue<std::int64_t>("act");
  act.verb = object->getValue<std::string>("verb");
  act.who = object->getValue<std::string>("who");
  act.at = object->getValue<std::string>("at");
  act.why = TextAt(*object, "why");
  act.weights = TextAt(*object, "weights");
  if (!object->isNull("undoes")) {
    act.undoes = object->getValue<std::int64_t>("undoes");
  }
  if (const auto items = object->getArray("items")) {
    for (std::size_t i = 0; i < items->size(); ++i) {
      const auto item = items->getObject(static_cast<unsigned>(i));
      if (!item) throw Poco::DataFormatException("an item is no object");
      act.items.push_back(ItemFromJson(*item));
    }
  }
  return act;
}

bool KnownKind(const store::DecisionItem& item) {
  if (item.kind == "pair") return overlap::ReadVerdict(item.value).has_value();
  if (item.kind == "represents") return true;
  if (item.kind == "wording") {
    return overlap::ReadField(item.value).has_value();
  }
  if (const auto field = response::ReadAnswerField(item.kind)) {
    const auto choices = response::ChoicesOf(*field);
    return choices.empty() || std::find(choices.begin(), choices.end(),
                                        item.value) != choices.end();
  }
  const bool both =
      item.value == "merge" || item.value == "split" || item.value == "alias";
  const bool of_works = item.value == "refuse" || item.value == "hold";
  return (item.kind == "work" && (both || of_works)) ||
         (item.kind == "body" && both);
}

// Sorts what the items of acts decide by what they decide on. What names a
// recommendation that is not held any more decides nothing, and is told.
class Resolver {
 public:
  explicit Resolver(const std::vector<StoredRecommendation>& recommendations)
      : finder_(recommendations) {}

  void Resolve(const store::Act& act) {
    const overlap::Authorship by{act.id, act.who, act.at, act.why};
    for (const store::DecisionItem& item : act.items) {
      if (item.kind == "pair") {
        ResolvePair(item, by);
      } else if (item.kind == "represents") {
        if (const StoredRecommendation* a = Find(item.a, by)) {
          resolved_.decisions.representatives.push_back({a->id, by});
        }
      } else if (item.kind == "wording") {
        ResolveWording(item, by);
      } else if (const auto field = response::ReadAnswerField(item.kind)) {
        if (const StoredRecommendation* a = Find(item.a, by)) {
          resolved_.answers.push_back(
              {*field, item.value, a->id, by, item.b.uri, item.b.quote});
        }
      }
    }
  }

  ResolvedDecisions Take() && { return std::move(resolved_); }

 private:
  const StoredRecommendation* Find(const DecisionEnd& end,
                                   const overlap::Authorship& by) {
    const StoredRecommendation* found = finder_.Find(end);
    if (found == nullptr) resolved_.unfit.push_back({by.act, end});
    return found;
  }

  void ResolvePair(const store::DecisionItem& item,
                   const overlap::Authorship& by) {
    const StoredRecommendation* a = Find(item.a, by);
    const StoredRecommendation* b = Find(item.b, by);
    const auto verdict = overlap::ReadVerdict(item.value);
    if (a == nullptr || b == nullptr || !verdict) return;
    resolved_.decisions.pairs.push_back({a->id, b->id, *verdict, by});
  }

  void ResolveWording(const store::DecisionItem& item,
                      const overlap::Authorship& by) {
    const StoredRecommendation* a = Find(item.a, by);
    const auto field = overlap::ReadField(item.value);
    if (a == nullptr || !field) return;
    resolved_.decisions.wordings.push_back({*field, a->id, by});
  }

  Finder finder_;
  ResolvedDecisions resolved_;
};

}  // namespace

ResolvedDecisions ResolveDecisions(
    const std::vector<store::Act>& acts,
    const std::vector<StoredRecommendation>& recommendations) {
  if (acts.empty()) return {};
  Resolver resolver(recommendations);
  for (const store::Act& act : store::InForce(acts)) resolver.Resolve(act);
  return std::move(resolver).Take();
}

store::DecisionEnd EndOf(const StoredRecommendation& recommendation) {
  return {recommendation.id.value, recommendation.report.value,
          recommendation.uri, recommendation.item.span,
          recommendation.item.text};
}

Result<overlap::Group> GroupOf(const std::vector<overlap::Group>& groups,
                               const std::string& id) {
  const overlap::Group* found = nullptr;
  for (const overlap::Group& group : groups) {
    if (!group.id.starts_with(id)) continue;
    if (found != nullptr && group.id != id) {
      return Fail(ErrorCode::kInvalidArgument,
                  "several groups begin with '" + id + "'; type more of it");
    }
    found = &group;
  }
  if (found == nullptr || id.empty()) {
    return Fail(ErrorCode::kNotFound,
                "there is no group '" + id +
                    "' any more; 'concord groups' shows those there are");
  }
  return *found;
}

std::string Described(const DecisionEnd& end) {
  constexpr std::size_t kShown = 70;
  if (end.quote.empty()) return end.id;
  return end.id + " “" + Ellipsis(CollapseSpace(end.quote), kShown) + "”";
}

namespace {

// The view without its JSON.
ActView PlainView(const store::Act& act, bool in_force) {
  ActView view{.act = act.id,
               .verb = act.verb,
               .who = act.who,
               .at = act.at,
               .why = act.why,
               .undoes = act.undoes,
               .in_force = in_force};
  for (const store::DecisionItem& item : act.items) {
    view.lines.push_back(Sentence(item));
  }
  return view;
}

JsonObject ActJson(const store::Act& act, bool in_force) {
  JsonObject object = NewObject();
  object.set("type", "act");
  object.set("id", "act-" + std::to_string(act.id));
  object.set("act", act.id);
  object.set("verb", act.verb);
  object.set("who", act.who);
  object.set("at", act.at);
  object.set("why", act.why);
  object.set("undoes",
             act.undoes == 0 ? Null() : Poco::Dynamic::Var(act.undoes));
  object.set("weights", OrNull(act.weights));
  object.set("in_force", in_force);
  object.set("items", ArrayOf(act.items, ItemJson));
  return object;
}

// Whom an act is about.
std::set<RecommendationId> Touched(const store::Act& act) {
  std::set<RecommendationId> touched;
  for (const store::DecisionItem& item : act.items) {
    for (const DecisionEnd* end : {&item.a, &item.b}) {
      if (!end->id.empty()) touched.insert({end->id});
    }
  }
  return touched;
}

}  // namespace

ActView ViewOf(const store::Act& act, bool in_force) {
  ActView view = PlainView(act, in_force);
  view.json = Line(ActJson(act, in_force));
  return view;
}

ActView ViewOf(const store::Act& act,
               const std::vector<overlap::Group>& groups) {
  ActView view = PlainView(act, true);
  const std::set<RecommendationId> touched = Touched(act);
  std::set<RecommendationId> alone = touched;
  for (const overlap::Group& group : groups) {
    bool concerned = false;
    ChangedGroupView now{.id = group.id};
    for (const RecommendationId& member : group.members) {
      concerned |= touched.count(member) > 0;
      alone.erase(member);
      now.members.push_back(member.value);
    }
    if (concerned) view.groups.push_back(std::move(now));
  }
  for (const RecommendationId& one : alone) view.alone.push_back(one.value);
  JsonObject object = ActJson(act, true);
  object.set("groups", ArrayOf(view.groups, [](const ChangedGroupView& group) {
               JsonObject one = NewObject();
               one.set("id", group.id);
               one.set("members", Strings(group.members));
               return one;
             }));
  object.set("alone", Strings(view.alone));
  view.json = Line(object);
  return view;
}

Result<store::Act> ActFromJson(const std::string& line) {
  try {
    store::Act act = ReadAct(line);
    if (act.verb.empty() || act.who.empty() || act.at.empty()) {
      return Fail(ErrorCode::kInvalidArgument,
                  "an act needs a verb, who did it and when");
    }
    if (!std::all_of(act.items.begin(), act.items.end(), KnownKind)) {
      return Fail(ErrorCode::kInvalidArgument,
                  "an item is of a kind or value this version does not know");
    }
    return act;
  } catch (const Poco::Exception& error) {
    return Fail(ErrorCode::kInvalidArgument,
                "not an act: " + error.displayText());
  }
}

}  // namespace concord::engine
