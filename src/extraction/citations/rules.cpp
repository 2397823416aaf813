// The rules that find works, how sure each is, and what it takes and refuses.

#include "extraction/passages.h"

namespace concord::extraction {

const std::vector<StageRule>& CitationRules() {
  static const std::vector<StageRule> kRules = {
      {"citation.act", 0.95, {}},
      {"citation.inquiry", 0.85, {}},
      {"citation.named", 0.65, {}},
      {"citation.coordinated", 0.7, {}},
      {"citation.subtitled", 0.9, {}},
      {"citation.dated", 0.85, {}},
      {"citation.kind-before", 0.75, {}},
      {"citation.kind-within", 0.7, {}},
      {"citation.quoted", 0.85, {}},
      {"citation.numbered-pair", 0.85, {}},
      {"citation.numbered", 0.7, {}},
      {"citation.background", 0.95, {}},
      {"citation.printed-part", 0.95, {}},
      {"citation.known", 0.9, {}},
      {"citation.subtitle", 0.75, {}},
      {"citation.series", 0.85, {}},
      {"citation.series-member", 0.8, {}},
      {"citation.series-ordinal", 0.65, {}},
      {"citation.kind-after", 0.8, {}},
      {"citation.capital-article", 0.75, {}},
      {"citation.recommending", 0.75, {}},
      {"citation.keyed", 0.8, {}},
      {"citation.described", 0.65, {}},
      {"citation.single", 0.85, {}},
      {"citation.single-list", 0.7, {}},
  };
  return kRules;
}

}  // namespace concord::extraction
