// Statements of which the page itself says that they do not agree.

#include <gtest/gtest.h>

#include "read_page.h"

namespace concord::crossref {
namespace {

struct Case {
  const char* paragraph;
  const char* told;
};

TEST(SaidConflicts, ArePairsThatTheWordsThemselvesSetAgainstEachOther) {
  const Case cases[] = {
      {"Members heard that a slipway would cost £61,000. That figure was "
       "wrong. "
       "The engineer now puts it at £74,500.",
       "a figure said to be wrong: £61,000 <> £74,500\n"},
      {"Members heard that a slipway would cost £61,000. That figure was "
       "wrong, "
       "for it left out £9,000 of timber.",
       "a figure said to be wrong: £61,000 <> £9,000\n"},
      {"Members heard that a slipway would cost £61,000. That figure was "
       "right. "
       "The engineer puts the shed at £74,500.",
       ""},
      {"Members heard of a slipway. That advice was wrong. The engineer puts "
       "the "
       "shed at £74,500.",
       ""},
      {"By the harbour’s own list there were 31 recommendations on ropes; by "
       "the "
       "clerk’s new one 34.",
       "two counts of one thing: 31 <> 34\n"},
      {"By May we had met 12 recommendations; by the end of June 15.", ""},
      {"By the harbour’s own list there were 31 recommendations on ropes; by "
       "the "
       "clerk’s new one 31.",
       ""},
      {"The review recommended that the desk be shut on Sundays. "
       "Recommendation "
       "9 of the Tarn Inquiry is that it never be shut. Both were agreed. "
       "The "
       "two cannot be reconciled.",
       "requests said not to agree: one request <> the other\n"},
      {"The review recommended that the desk be shut on Sundays. The accounts "
       "of "
       "May and June came late. The two cannot be reconciled.",
       ""},
  };
  for (const Case& one : cases) {
    EXPECT_EQ(
        Told(Build({ReadPage("r1", "Ropes: some matters", "12 May 2003",
                             std::string("<p>1. ") + one.paragraph + "</p>")})
                 .conflicts),
        one.told)
        << one.paragraph;
  }
}

}  // namespace
}  // namespace concord::crossref
