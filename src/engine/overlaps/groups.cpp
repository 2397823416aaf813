#include <algorithm>
#include <map>

#include "base/json_object.h"
#include "engine/archive_engine.h"
#include "engine/decisions/decisions.h"
#include "engine/overlaps/ends.h"

namespace concord::engine {
namespace {

JsonObject GroupLinkJson(const GroupLinkView& link) {
  JsonObject object = NewObject();
  object.set("a", link.a);
  object.set("b", link.b);
  object.set("relation", link.relation);
  object.set("reads", link.reads);
  object.set("weight", link.weight);
  return object;
}

JsonObject ChosenJson(const ChosenFieldView& choice) {
  JsonObject object = NewObject();
  object.set("field", choice.field);
  object.set("id", choice.id);
  object.set("value", choice.value);
  object.set("act", choice.act);
  object.set("who", choice.who);
  object.set("at", choice.at);
  object.set("why", choice.why);
  return object;
}

// What people chose to stand for the members, field by field.
std::vector<ChosenFieldView> ChosenOf(const overlap::Group& group,
                                      const Snapshot& snapshot) {
  std::vector<ChosenFieldView> views;
  for (const overlap::WordingDecision& chosen :
       overlap::WordingOf(snapshot.decisions(), group.members)) {
    ChosenFieldView view{.field = std::string(Name(chosen.field)),
                         .id = chosen.id.value,
                         .act = chosen.by.act,
                         .who = chosen.by.who,
                         .at = chosen.by.at,
                         .why = chosen.by.why};
    const auto* member = snapshot.Recommendation(chosen.id);
    if (member == nullptr) continue;
    for (const std::string& said :
         overlap::SaidIn(chosen.field, member->item)) {
      view.value += (view.value.empty() ? "" : "; ") + said;
    }
    views.push_back(std::move(view));
  }
  return views;
}

void SetJson(GroupView* view) {
  JsonObject object = NewObject();
  object.set("type", "group");
  object.set("id", view->id);
  object.set("representative", view->representative);
  object.set("reason", view->reason);
  object.set("members", ArrayOf(view->members, EndJson));
  object.set("links", ArrayOf(view->links, GroupLinkJson));
  object.set("wording", ArrayOf(view->wording, ChosenJson));
  view->json = Line(object);
}

std::vector<GroupView> ViewsOf(const std::vector<overlap::Group>& groups,
                               const Snapshot& snapshot) {
  std::vector<GroupView> views;
  for (const overlap::Group& group : groups) {
    GroupView view{.id = group.id,
                   .representative = group.representative.value,
                   .reason = group.why_representative};
    for (const RecommendationId& member : group.members) {
      view.members.push_back(EndOf(member, snapshot));
    }
    view.wording = ChosenOf(group, snapshot);
    views.push_back(std::move(view));
  }
  return views;
}

// Each link goes to the group that holds both its ends. Groups have no member
// in common.
void AddLinks(const std::vector<overlap::Link>& links, const Snapshot& snapshot,
              std::vector<GroupView>* views) {
  std::map<std::string, std::size_t> group_of;
  for (std::size_t i = 0; i < views->size(); ++i) {
    for (const OverlapEndView& member : (*views)[i].members) {
      group_of[member.id] = i;
    }
  }
  for (const overlap::Link& link : links) {
    const auto a = group_of.find(link.a.value);
    const auto b = group_of.find(link.b.value);
    if (a == group_of.end() || b == group_of.end()) continue;
    if (a->second != b->second) continue;
    (*views)[a->second].links.push_back(
        {link.a.value, link.b.value,
         std::string(Name(link.comparison.relation)), ReadsOf(link, snapshot),
         link.comparison.weight});
  }
}

bool Touches(const overlap::Group& group, const ReportId& report,
             const Snapshot& snapshot) {
  return std::any_of(group.members.begin(), group.members.end(),
                     [&](const RecommendationId& member) {
                       const auto* item = snapshot.Recommendation(member);
                       return item != nullptr && item->report == report;
                     });
}

}  // namespace

Result<std::vector<GroupView>> ArchiveEngine::Groups(
    const GroupsRequest& request) {
  ReportId only;
  if (!request.report.empty()) {
    TRY_ASSIGN(only.value, store_->ResolveId(request.report));
  }
  TRY_ASSIGN(Snapshot * snapshot,
             SnapshotWith(kRecommendations | kRegisterRows | kLinks));
  std::vector<overlap::Group> groups = overlap::GroupLinks(
      snapshot->recommendations(), snapshot->Links(), snapshot->decisions());
  if (!request.group.empty()) {
    TRY_ASSIGN(overlap::Group one, GroupOf(groups, request.group));
    groups = {std::move(one)};
  }
  if (!only.empty()) {
    std::erase_if(groups, [&](const overlap::Group& group) {
      return !Touches(group, only, *snapshot);
    });
  }
  std::vector<GroupView> views = ViewsOf(groups, *snapshot);
  AddLinks(snapshot->Links(), *snapshot, &views);
  for (GroupView& view : views) SetJson(&view);
  return views;
}

}  // namespace concord::engine
