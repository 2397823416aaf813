#include "concord/source/source.h"
#include "source/paths.h"
#include "source/tree.h"

namespace concord::source {

struct SourceWalk::State {
  State(std::vector<std::string> paths, SourceOptions wanted)
      : tree(std::move(paths)), options(wanted) {}

  Tree tree;
  SourceOptions options;
};

SourceWalk::SourceWalk(std::vector<std::string> paths, SourceOptions options)
    : state_(std::make_unique<State>(std::move(paths), options)) {}

SourceWalk::~SourceWalk() = default;

std::optional<SourceItem> SourceWalk::Next() {
  std::optional<Found> found = state_->tree.Next();
  if (!found) return std::nullopt;
  SourceItem item;
  item.path = DisplayPath(found->path);
  item.uri = FileUri(found->path);
  if (found->error) {
    item.error = std::move(found->error);
    return item;
  }
  auto capture = ReadCapture(found->path, state_->options);
  if (capture) {
    item.capture = std::move(*capture);
  } else {
    item.error = std::move(capture.error());
  }
  return item;
}

std::uint64_t CountItems(const std::vector<std::string>& paths) {
  Tree tree(paths);
  std::uint64_t count = 0;
  while (tree.Next()) ++count;
  return count;
}

}  // namespace concord::source
