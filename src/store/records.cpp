#include "concord/store/records.h"

namespace concord::store {

std::string_view Name(Position position) {
  switch (position) {
    case Position::kAwaited:
      return "awaited";
    case Position::kNoted:
      return "noted";
    case Position::kAccepted:
      return "accepted";
    case Position::kAcceptedInPart:
      return "accepted_in_part";
    case Position::kRejected:
      return "rejected";
  }
  return "";
}

std::string_view Name(Implementation implementation) {
  switch (implementation) {
    case Implementation::kNotRecorded:
      return "not_recorded";
    case Implementation::kOpen:
      return "open";
    case Implementation::kInProgress:
      return "in_progress";
    case Implementation::kImplemented:
      return "implemented";
    case Implementation::kClosedNotImplemented:
      return "closed_not_implemented";
    case Implementation::kSuperseded:
      return "superseded";
    case Implementation::kNotOurs:
      return "not_ours";
  }
  return "";
}

std::string_view Name(Outcome outcome) {
  switch (outcome) {
    case Outcome::kIndexed:
      return "indexed";
    case Outcome::kDuplicate:
      return "duplicate";
    case Outcome::kSkipped:
      return "skipped";
    case Outcome::kQuarantined:
      return "quarantined";
  }
  return "";
}

}  // namespace concord::store
