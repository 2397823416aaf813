#pragma once
// Pairs, groups and the graph around a thing.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace concord::engine {

struct OverlapRequest {
  double min_weight = 0;
  std::string report;  // only links that touch it
  // Only links of this one; it is then `a` of every view.
  std::string recommendation;
  std::string relation;  // only of this one; "" = any
  std::uint64_t offset = 0;
  std::uint64_t limit = 0;  // 0 = all
  // Instead of links: these texts, which are not held, against the archive.
  // They are `a` of every view, "text-1" and so on, in their order.
  std::vector<std::string> texts;
  bool all = false;  // every pair compared, linked or not
  // Instead of links: of each recommendation, what is stated of it in its own
  // words or place ("cites", "implements"), and the passages of other reports
  // that say the same, nearest first.
  bool passages = false;
  std::uint64_t passages_each = 5;
};

struct OverlapPartView {
  std::string name;
  std::string level;
  double weight = 0;
  std::string quote_a;
  std::string quote_b;
  std::vector<std::pair<std::string, double>> measures;  // name, value
  std::string stated;  // words around the two that state it
};

struct OverlapEndView {
  std::string id;  // "text-1" of a text that is not held
  std::string uri;
  std::string title;
  std::string locator;
  std::string text;
  bool ocr = false;  // which was read by OCR
};

struct OverlapView {
  OverlapEndView a;
  OverlapEndView b;
  std::string relation;
  // As a sentence from a to b says it, by their dates: "restated in".
  std::string reads;
  double weight = 0;
  double similarity = 0;
  std::vector<OverlapPartView> parts;
  std::string stated;      // the words that state it; no weight then
  std::uint32_t rank = 0;  // of a passage, from 1
  std::string json;
};

struct GroupsRequest {
  std::string report;  // only groups with a member of it
  std::string group;   // only this one, by any beginning of its id
};

struct GroupLinkView {
  std::string a;
  std::string b;
  std::string relation;  // of a to b
  std::string reads;     // see OverlapView
  double weight = 0;
};

// A field of a group that a person chose of one member.
struct ChosenFieldView {
  std::string field;  // text, addressee, owner, due
  std::string id;     // of the member
  std::string value;  // what stands, as printed
  std::int64_t act = 0;
  std::string who;
  std::string at;
  std::string why;
};

// Recommendations that one answer covers.
struct GroupView {
  std::string id;
  std::string representative;  // id of the member that speaks for the others
  std::string reason;          // why that one
  std::vector<OverlapEndView> members;
  std::vector<GroupLinkView> links;  // between members, heaviest first
  std::vector<ChosenFieldView> wording;
  std::string json;
};

struct OverlapPageView {
  std::vector<OverlapView> overlaps;
  std::uint64_t total = 0;  // before offset and limit
  // How many of each relation, before the relation itself was asked for.
  std::vector<std::pair<std::string, std::uint64_t>> relations;
};

struct GraphRequest {
  std::string id;              // of a report, recommendation, work or body
  std::string format = "svg";  // svg, dot, graphml, json
  int depth = 1;               // edges from it, up to kGraphDepth
  // Where a node of a picture leads, by its kind ("work", "report",
  // "recommendation", "body") and id; nowhere where none is given.
  std::function<std::string(std::string_view kind, std::string_view id)> link;
};
inline constexpr int kGraphDepth = 6;

}  // namespace concord::engine
