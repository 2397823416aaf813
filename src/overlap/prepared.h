#pragma once
// A recommendation made ready for comparing: read once, compared many times.
//
// Everything keeps its place in the text, because every part of a comparison
// must show the words it rests on.

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "concord/base/text_span.h"
#include "concord/edtf/edtf.h"
#include "concord/overlap/surroundings.h"
#include "concord/store/records.h"
#include "overlap/term_run.h"
#include "overlap/thesaurus.h"

namespace concord::overlap {

// One word of the core. A written-out acronym gives several tokens of one span.
struct Token {
  TextSpan span;
  std::string word;  // folded
  std::string stem;
  std::uint64_t key = 0;
  bool stop = false;       // carries no request
  bool set_aside = false;  // belongs to the addressee or to a date
  bool capital = false;
  bool opens_segment = false;  // first after a full stop, colon or semicolon
};

// A run of words and the one word that may stand for it: "air strike" and
// "airstrike", "Police Authority" and "PA".
struct JoinedWord {
  std::uint64_t key = 0;             // of the one word's stem
  std::vector<std::uint64_t> parts;  // of the telling words of the run
};

// How firmly a thing is asked for.
enum class Modality : std::uint8_t {
  kPermitted,   // may, can
  kConsidered,  // should consider publishing
  kAsked,       // should, will; publish
  kBound,       // must, shall
};

// One thing asked: a verb with its modality, and the words around it.
struct Act {
  std::string verb;  // stem of the main verb
  Modality modality = Modality::kAsked;
  std::vector<std::uint8_t> classes;  // of the main verb and those joined to it
  bool negative = false;
  bool passive = false;
  bool routine = false;   // "note the report"
  TextSpan verb_span;     // modal, negation and verb
  std::size_t begin = 0;  // tokens of the clause
  std::size_t end = 0;
  std::size_t subject_end = 0;  // tokens [begin, subject_end) stand before it
  std::size_t verb_at = 0;      // token of the main verb
  std::vector<Term> terms;      // telling words of the clause
  std::vector<Term> object;     // what the verb is done to
};

// Who is to do it. `kind` says what sort of body the words name.
enum class PartyKind : std::uint8_t {
  kUnknown,
  kGeneric,    // members, the Committee: whoever reads the paper
  kForce,      // a police force, or whoever commands one
  kAuthority,  // who oversees a force
  kInner,      // a post, unit or person inside some body
  kOutside,    // any other body
};

struct Party {
  std::string printed;
  std::vector<std::string> stems;  // sorted, acronyms written out
  PartyKind kind = PartyKind::kUnknown;
  bool is_class = false;  // forces, every chief constable
  // Of a post that is named with its office ("Director of Harbours"): the words
  // of the office, sorted.
  std::vector<std::string> office;
};

// A convention, covenant, protocol or charter that is named.
struct Instrument {
  TextSpan span;
  std::string initials;            // of all words of a full name
  std::string short_form;          // "opcsm", else empty
  std::vector<std::string> stems;  // telling words of a full name, sorted
  std::string ordinal;             // "second" of a Second Optional Protocol
  bool protocol = false;
};

struct Due {
  std::string printed;
  edtf::DayRange range;
};

struct Prepared {
  bool alone = false;  // compared without an archive
  double prior = 0;    // bits that the size of the archive takes from a match
  std::string text;
  TextSpan core;       // without label, lead-in and closing punctuation
  std::string folded;  // the core's words, for "the same words"
  std::vector<Token> tokens;
  std::vector<Term> terms;         // by key, each once
  std::vector<Senses> senses;      // of each term of a text by itself
  std::vector<std::string> stems;  // of each term of a text by itself
  std::vector<JoinedWord> joined;  // only of a text by itself
  double bits = 0;                 // sum over terms
  double norm = 0;                 // Euclidean
  std::vector<Act> acts;
  bool routine = false;  // every act is
  std::vector<Party> parties;
  std::vector<Due> due;
  std::map<std::string, TextSpan> numbers;  // value -> where
  std::map<std::string, TextSpan> rhythms;  // "quarterly" -> where
  std::map<std::uint64_t, Token> names;     // capitalised telling words
  std::map<std::string, TextSpan> cited;    // "61", or the key of an Act
  std::vector<Instrument> instruments;
  std::vector<Term> section;  // words of the headings above it
  std::string heading;        // as printed
  std::string made_by;        // folded work it is quoted from
  std::string label;
  extraction::RecommendationKind kind =
      extraction::RecommendationKind::kRecommendation;
  std::uint64_t series = 0;  // key of its report's title and committee
  std::string day;           // EDTF value of the report's date
  RecommendationId is;       // what it quotes, else itself
  std::map<RecommendationId, Statement> states;
};

// What the vocabulary answers while a text is read.
struct Lexicon {
  bool alone = false;
  double prior = 0;  // as Prepared::prior
  // Of a stem with its key.
  std::function<double(std::uint64_t key, std::string_view stem)> bits;
  // The same for the words of an act, where the archive is too small to say
  // what is rare; else none.
  std::function<double(std::uint64_t key, std::string_view stem)> act_bits;
  // The words of an acronym, or "" where it has none or several meanings.
  std::function<std::string(std::string_view word, const ReportId& report)>
      long_form;
};

Prepared Prepare(const store::StoredRecommendation& recommendation,
                 const Lexicon& lexicon, const Surroundings& surroundings = {});

// As much of it as an outline is made from: words, acts without their terms,
// parties, dates, citations, and what stands around it.
Prepared PrepareOutline(const store::StoredRecommendation& recommendation,
                        const Lexicon& lexicon,
                        const Surroundings& surroundings);

// The words of FoldWords(), which single spaces part.
std::vector<std::string> SplitWords(const std::string& folded);

// --- Stages of Prepare, in order

// The text without label and lead-in; the party a lead-in names ("Members are
// asked to") goes to `asked`, if it is not null.
TextSpan CoreOf(std::string_view text, std::string* asked);

std::vector<Token> ReadTokens(const Prepared& prepared, const ReportId& report,
                              const Lexicon& lexicon);

std::vector<Act> ReadActs(const Prepared& prepared);

// "not later than", "no fewer than", "not only": words that negate elsewhere
// and set a limit or add here.
bool SetsLimit(const std::vector<Token>& tokens, std::size_t i);

// Tokens of what the act is done to: the words after an active verb up to the
// next preposition, the subject of a passive.
std::pair<std::size_t, std::size_t> ObjectOf(const Prepared& prepared,
                                             const Act& act);

// Addressee and owners as given, else the subject of the first act; words of
// the text that name them are set aside in `tokens`.
std::vector<Party> ReadParties(
    const store::StoredRecommendation& recommendation, Prepared* prepared,
    const Lexicon& lexicon);

void SetDatesAside(const store::StoredRecommendation& recommendation,
                   Prepared* prepared);

// Works and recommendation numbers of the text.
void ReadCitations(Prepared* prepared);

// Numbers, rhythms, names and instruments of the text.
void ReadDetails(const Lexicon& lexicon, Prepared* prepared);

// Compounds and initials, for texts that no register of acronyms belongs to.
std::vector<JoinedWord> ReadJoinedWords(const Prepared& prepared);

// What stands around the recommendation.
void ReadSurroundings(const store::StoredRecommendation& recommendation,
                      const Surroundings& surroundings, Prepared* prepared);

// Telling words of tokens [begin, end), each once, by key.
std::vector<Term> TermsOf(const Prepared& prepared, const Lexicon& lexicon,
                          std::size_t begin, std::size_t end);

}  // namespace concord::overlap
