// The words that stand for the closed sets, in JSON, the store and listings.

#include "concord/extraction/extraction.h"

namespace concord::extraction {

std::string_view Name(DocumentKind kind) {
  switch (kind) {
    case DocumentKind::kReport:
      return "report";
    case DocumentKind::kInspection:
      return "inspection";
    case DocumentKind::kMinutes:
      return "minutes";
    case DocumentKind::kAgenda:
      return "agenda";
    case DocumentKind::kPress:
      return "press";
    case DocumentKind::kDigest:
      return "digest";
    case DocumentKind::kStrategy:
      return "strategy";
    case DocumentKind::kOther:
      return "other";
    case DocumentKind::kResponse:
      return "response";
  }
  return {};
}

std::string_view Name(OwnerKind kind) {
  switch (kind) {
    case OwnerKind::kBody:
      return "body";
    case OwnerKind::kPost:
      return "post";
    case OwnerKind::kPerson:
      return "person";
    case OwnerKind::kClass:
      return "class";
  }
  return {};
}

std::string_view Name(RecommendationKind kind) {
  switch (kind) {
    case RecommendationKind::kDecision:
      return "decision";
    case RecommendationKind::kRecommendation:
      return "recommendation";
    case RecommendationKind::kCommitment:
      return "commitment";
  }
  return {};
}

std::string_view Name(CitationRole role) {
  switch (role) {
    case CitationRole::kBody:
      return "body";
    case CitationRole::kSubject:
      return "subject";
    case CitationRole::kBackground:
      return "background";
    case CitationRole::kScope:
      return "scope";
    case CitationRole::kContext:
      return "context";
  }
  return {};
}

std::string_view Name(WorkKind kind) {
  switch (kind) {
    case WorkKind::kReport:
      return "report";
    case WorkKind::kInquiry:
      return "inquiry";
    case WorkKind::kAct:
      return "act";
    case WorkKind::kStrategy:
      return "strategy";
    case WorkKind::kPlan:
      return "plan";
    case WorkKind::kGuidance:
      return "guidance";
    case WorkKind::kCode:
      return "code";
    case WorkKind::kOther:
      return "other";
  }
  return {};
}

}  // namespace concord::extraction
