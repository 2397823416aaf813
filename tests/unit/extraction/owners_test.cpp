#include <gtest/gtest.h>

#include "concord/extraction/extract.h"
#include "extraction/agents.h"
#include "extraction/owners.h"
#include "tests/unit/extraction/decoded_page.h"

namespace concord::extraction {
namespace {

using concord::testing::DecodedPage;
using concord::testing::WithFrontMatter;

std::string Show(const std::vector<OwnerMention>& owners) {
  std::string shown;
  for (const OwnerMention& owner : owners) {
    if (!shown.empty()) shown += "\n";
    shown += std::string(Name(owner.kind)) + " " + owner.name;
  }
  return shown;
}

TEST(OwnerRules, EveryRuleFindsWhatItsExamplesSay) {
  for (const OwnerRule& rule : OwnerRules()) {
    for (const Example& example : rule.examples) {
      const auto document = DecodedPage(WithFrontMatter(example.page));
      const Reading reading = Read(document, example.kind, std::nullopt);
      EXPECT_EQ(Show(rule.find(reading)), example.yields)
          << rule.name << "\n"
          << document::Dump(document);
    }
  }
}

TEST(FindOwners, NamesEachOnceAndTheAuthorsFirst) {
  const auto document = DecodedPage(
      "The plan\n\nReport: 05\nDate: 20 May 2004\nBy: Clerk\n\n"
      "A. Recommendation\n\nThat members note it.\n\n"
      "B. Supporting information\n\n1. The Estates Unit met the Estates "
      "Unit.\n\nC. Contact details\n\nReport author: Gwen Tarn, Audit Unit.\n");
  const auto owners = FindOwners(document, ReadHeader(document));
  int units = 0;
  bool author = false;
  for (const OwnerMention& owner : owners) {
    if (owner.name == "Estates Unit") ++units;
    if (owner.role == "author") author = owner.name == "Gwen Tarn";
  }
  EXPECT_EQ(units, 1);
  EXPECT_TRUE(author);
}

struct AgentCase {
  std::string_view text;
  std::string_view span;  // "" = nobody
  OwnerKind kind = OwnerKind::kBody;
  int count = 0;
};

TEST(AgentAt, ReadsBodiesPostsPeopleAndClasses) {
  const AgentCase kCases[] = {
      {"the Finance, Planning and Best Value Committee and looks",
       "the Finance, Planning and Best Value Committee"},
      {"the NPA Performance and Review Committee and the NPA",
       "the NPA Performance and Review Committee"},
      {"Estates & Works Board held", "Estates & Works Board"},
      {"each of our 96 operational command units will",
       "each of our 96 operational command units", OwnerKind::kClass, 96},
      {"Each of the force’s 11 divisions will",
       "Each of the force’s 11 divisions", OwnerKind::kClass, 11},
      {"all 43 forces in England", "all 43 forces", OwnerKind::kClass, 43},
      {"Heads of training should", "Heads of training", OwnerKind::kClass},
      {"Chief constables should", "Chief constables", OwnerKind::kClass},
      {"The control room manager will", "The control room manager",
       OwnerKind::kPost},
      {"the Head of the Inspection Response Unit and",
       "the Head of the Inspection Response Unit", OwnerKind::kPost},
      {"Inspector Mark Yard said", "Inspector Mark Yard", OwnerKind::kPerson},
      {"the Ministry of Works should", "the Ministry of Works"},
      {"Councillor Ada Reed said", "Councillor Ada Reed", OwnerKind::kPerson},
      {"Her Majesty’s Inspectorate of Keys found",
       "Her Majesty’s Inspectorate of Keys"},
      {"the Keys Commissioner’s Office should",
       "the Keys Commissioner’s Office"},
      {"the NPA (B)OCUs should", "the NPA (B)OCUs"},
      {"consideration should be given", ""},
      {"the report of the Board", ""},
      {"Note MPS progress", ""},
      {"This paper asks members to", ""},
      {"The Guide allows local authorities to", "", OwnerKind::kBody},
      {"the parks contractor will", "the parks contractor"},
      {"the Chief Constable’s promise", "the Chief Constable",
       OwnerKind::kPost},
      {"both chief constables should", "both chief constables",
       OwnerKind::kClass},
      {"the Magistrates' Association asks", "the Magistrates' Association"},
      {"Ada Reed and Head of Training", ""},
      {"Bricks and Keys, District Auditor", ""},
      {"the Council of capital grants", "the Council"},
      {"Your Authority should", "Your Authority"},
      {"the head of crime management and", "the head of crime management",
       OwnerKind::kPost},
      {"the head of crime planning who", "the head of crime planning",
       OwnerKind::kPost},
      {"the head of training new men", "the head of training",
       OwnerKind::kPost},
      {"Members of my staff", "Members", OwnerKind::kClass},
      {"It should", ""},
  };
  for (const AgentCase& one : kCases) {
    const auto agent = AgentAt(one.text, WholeOf(one.text));
    ASSERT_EQ(agent ? Slice(one.text, agent->span) : "", one.span) << one.text;
    if (!agent) continue;
    EXPECT_EQ(agent->kind, one.kind) << one.text;
    EXPECT_EQ(agent->count, one.count) << one.text;
  }
}

TEST(AgentsAt, SplitsAListOfBodies) {
  const std::string_view text =
      "the NPA Audit and Review Committee and the NPA, through others";
  const auto agents = AgentsAt(text, WholeOf(text));
  ASSERT_EQ(agents.size(), 2u);
  EXPECT_EQ(Slice(text, agents[1].name), "NPA");
}

TEST(OwnersListed, SplitsPeopleAndPostsAndNotTheirFields) {
  const struct {
    std::string_view cell;
    std::vector<std::string_view> names;
  } kCases[] = {
      {"Ada Reed and Head of Estates", {"Ada Reed", "Head of Estates"}},
      {"Inspector Odo Hart and Sergeant Ada Reed",
       {"Inspector Odo Hart", "Sergeant Ada Reed"}},
      {"Ada Reed / Keys Office; Clerk", {"Ada Reed", "Keys Office", "Clerk"}},
      {"Head of Press and Publicity", {"Head of Press and Publicity"}},
      {"Clerk", {"Clerk"}},
  };
  for (const auto& one : kCases) {
    std::vector<std::string_view> names;
    for (const TextSpan name : OwnersListed(one.cell, WholeOf(one.cell))) {
      names.push_back(Slice(one.cell, name));
    }
    EXPECT_EQ(names, one.names) << one.cell;
  }
}

}  // namespace
}  // namespace concord::extraction
