// The words agents are made of: a list a person can add to. Lower case,
// singular; a plural is looked up without its "s" or with "ies" as "y".

#include <algorithm>
#include <unordered_set>

#include "concord/base/unicode.h"
#include "extraction/agents.h"

namespace concord::extraction {
namespace {

using WordSet = std::unordered_set<std::string_view>;

const WordSet& BodyNouns() {
  static const WordSet kWords = {
      "academy",        "senate",       "congress",     "legislature",
      "administration", "airline",      "manufacturer", "provider",
      "alliance",       "ambulance",    "brigade",      "charity",
      "consortium",     "contractor",   "co-operative", "firm",
      "hospital",       "institution",  "laboratory",   "library",
      "practice",       "registry",     "school",       "surgery",
      "agency",         "association",  "assembly",     "authority",
      "board",          "body",         "borough",      "branch",
      "bureau",         "cabinet",      "college",      "command",
      "commission",     "committee",    "company",      "constabulary",
      "corporation",    "council",      "court",        "crew",
      "department",     "directorate",  "division",     "executive",
      "federation",     "force",        "forum",        "government",
      "group",          "house",        "industry",     "inspectorate",
      "institute",      "ministry",     "ocu",          "ofcom",
      "office",         "organisation", "panel",        "parliament",
      "party",          "prison",       "partnership",  "police",
      "publisher",      "regulator",    "secretariat",  "sector",
      "service",        "society",      "station",      "subcommittee",
      "sub-committee",  "team",         "treasury",     "tribunal",
      "trust",          "union",        "unit",         "university"};
  return kWords;
}

const WordSet& PostNouns() {
  static const WordSet kWords = {
      "accountant",   "administrator",  "architect",    "bursar",
      "chairwoman",   "chairperson",    "consultant",   "controller",
      "convener",     "co-chair",       "councillor",   "doctor",
      "engineer",     "examiner",       "headteacher",  "instructor",
      "librarian",    "magistrate",     "matron",       "nurse",
      "ombudsman",    "operator",       "practitioner", "principal",
      "registrar",    "representative", "surveyor",     "teacher",
      "trainer",      "usher",          "warden",       "adviser",
      "advisor",      "analyst",        "auditor",      "chair",
      "chairman",     "chancellor",     "chief",        "clerk",
      "commander",    "commissioner",   "constable",    "coordinator",
      "co-ordinator", "coroner",        "custodian",    "deputy",
      "detective",    "director",       "editor",       "governor",
      "head",         "inspector",      "leader",       "manager",
      "mayor",        "member",         "minister",     "officer",
      "official",     "president",      "prosecutor",   "secretary",
      "sergeant",     "solicitor",      "spokesman",    "superintendent",
      "supervisor",   "treasurer",      "trustee"};
  return kWords;
}

const WordSet& Modifiers() {
  static const WordSet kWords = {
      "assistant",     "audit",       "basic",
      "borough",       "care",        "central",
      "chief",         "command",     "committee",
      "control",       "corporate",   "county",
      "crime",         "criminal",    "custody",
      "deputy",        "diversity",   "divisional",
      "district",      "editorial",   "elected",
      "estates",       "executive",   "external",
      "family",        "finance",     "financial",
      "fire",          "force",       "government",
      "health",        "human",       "independent",
      "individual",    "information", "internal",
      "joint",         "lead",        "legal",
      "liaison",       "local",       "management",
      "monitoring",    "national",    "full",
      "new",           "operational", "other",
      "performance",   "personnel",   "planning",
      "police",        "political",   "press",
      "professional",  "programme",   "project",
      "public",        "recognition", "regional",
      "regulatory",    "relevant",    "rescue",
      "resources",     "responsible", "review",
      "room",          "scrutiny",    "self-regulatory",
      "senior",        "serving",     "steering",
      "strategic",     "strategy",    "territorial",
      "training",      "transport",   "victim",
      "witness",       "working",     "youth",
      "investigating", "supervising", "attending",
      "arresting",     "visiting",    "detained",
      "ward",          "nursing",     "medical",
      "clinical",      "community",   "housing",
      "highway",       "education",   "prison",
      "probation",     "social",      "court"};
  return kWords;
}

// Words that end a name or cannot begin one: function words, and the verbs
// that open a decision ("Note MPS progress" names nobody).
const WordSet& Stops() {
  static const WordSet kWords = {
      "a", "about", "accept", "adopt", "after", "again", "agree", "agrees",
      "also", "although", "an", "approve", "are", "as", "ask", "at",
      "authorise", "back", "be", "because", "been", "before", "being", "both",
      "but", "by", "comment", "confirm", "consequently", "consider", "continue",
      "could", "delegate", "direct", "discuss", "during", "each", "encourage",
      "endorse", "establish", "every", "following", "from", "further", "give",
      "has", "have", "he", "her", "his", "how", "however", "i", "if", "in",
      "instruct", "into", "is", "it", "its", "let", "make", "may", "might",
      "must", "no", "not", "note", "notes", "nothing", "once", "only", "or",
      "order", "ought", "our", "progress", "provide", "receive", "request",
      "require", "rather", "shall", "she", "should", "since", "so", "such",
      "support", "tell", "than", "that", "their", "then", "there", "these",
      "they", "this", "those", "to", "under", "until", "upon", "was", "we",
      "weigh", "welcome", "were", "what", "when", "where", "whether", "which",
      "while", "who", "will", "with", "within", "would", "write", "you",
      // Times end a name: "Head of Estates August 2003".
      "january", "february", "march", "april", "june", "july", "august",
      "september", "october", "november", "december", "spring", "summer",
      "autumn", "winter", "christmas", "easter",
      // What became of a thing ends the name before it in a flattened row:
      // "Head of Estates Complete".
      "done", "ongoing", "complete", "completed", "reopened", "slipped",
      "awaits", "awaiting", "outstanding", "achieved", "underway",
      // What a sentence, a cell or a letter opens with is no part of a name.
      "dear", "decline", "enable", "find", "ensure", "here", "including",
      "excluding", "neither", "either", "none", "most", "my", "your", "reduced",
      "emerging", "maintaining", "changing", "total"};
  return kWords;
}

bool InSingular(const WordSet& words, std::string_view lower) {
  if (words.contains(lower)) return true;
  if (lower.size() < 4 || lower.back() != 's' || lower == "polices") {
    return false;
  }
  if (words.contains(lower.substr(0, lower.size() - 1))) return true;
  if (!lower.ends_with("ies")) return false;
  return words.contains(std::string(lower.substr(0, lower.size() - 3)) + "y");
}

}  // namespace

bool IsPostNoun(std::string_view word) {
  return InSingular(PostNouns(), Fold(word));
}

bool IsAgentNoun(std::string_view word) {
  const std::string lower = Fold(word);
  return InSingular(BodyNouns(), lower) || InSingular(PostNouns(), lower);
}

bool IsAgentModifier(std::string_view word) {
  return Modifiers().contains(Fold(word));
}

bool EndsAgent(std::string_view word) { return Stops().contains(Fold(word)); }

bool IsPersonalTitle(std::string_view word) {
  static const WordSet kTitles = {
      "cllr",       "commander", "commissioner", "constable",
      "councillor", "dame",      "detective",    "dr",
      "inspector",  "lady",      "lord",         "miss",
      "mr",         "mrs",       "ms",           "professor",
      "revd",       "sergeant",  "sir",          "pc",
      "dci",        "di",        "dcs",          "superintendent",
      "dci",        "di",        "ds",           "dc",
      "dcs",        "cllrs",     "supt",         "insp",
      "sgt",        "det"};
  return kTitles.contains(Fold(word));
}

}  // namespace concord::extraction
