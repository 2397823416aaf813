// Second pass: what is a work because this document names it elsewhere.
//
// A title met once by a sure rule is looked for everywhere with other
// punctuation ("Policing the Valley – Answering the Call"), other case in
// headings, and by its subtitle alone ("The Witness’s Road"), which then means
// the whole title. Titles of three words or more are matched without regard to
// case; shorter ones are too like ordinary words.
//
// Cost: one walk over the words, whatever the number of titles.

#include <algorithm>
#include <iterator>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "concord/base/unicode.h"
#include "extraction/citations/mention.h"

namespace concord::extraction {
namespace {

constexpr std::size_t kMostTitles = 200;
constexpr std::size_t kMostTitleWords = 16;  // words

struct Known {
  std::string title;
  WorkKind kind = WorkKind::kOther;
  bool by_italics =
      false;  // alone: ordinary words otherwise, "the rule of law"
};

// A word of a passage or title; "Best-Value" is two. Words of one run have
// nothing between them but spaces, colons, dashes and brackets.
struct Word {
  std::string folded;
  TextSpan span;
  std::size_t run = 0;
};

bool IsGap(const Token& token) {
  return token.folded == ":" || token.folded == "-" || token.folded == "(" ||
         token.folded == ")";
}

// The parts of a token between its hyphens.
void AddWords(std::string_view text, const Token& token, std::size_t run,
              std::vector<Word>* words) {
  static const Pattern kPart("[^‑-]+");
  if (token.folded.find('-') == std::string::npos) {
    words->push_back({token.folded, token.span, run});
    return;
  }
  for (const MatchSpans& part : kPart.SearchAll(text, token.span)) {
    words->push_back({Fold(Slice(text, part[0])), part[0], run});
  }
}

std::vector<Word> WordsOf(std::string_view text,
                          const std::vector<Token>& tokens) {
  std::vector<Word> words;
  std::size_t run = 0;
  for (const Token& token : tokens) {
    if (IsGap(token)) continue;
    const bool word = token.word || token.number || token.folded == "&";
    if (word) {
      AddWords(text, token, run, &words);
    } else {
      ++run;
    }
  }
  return words;
}

// The words of a title as printed, without marks between them.
std::vector<std::string> TitleWords(std::string_view title) {
  std::vector<std::string> printed;
  for (const Word& word : WordsOf(title, Tokens(title, WholeOf(title)))) {
    printed.emplace_back(Slice(title, word.span));
  }
  return printed;
}

// Words to look for, and what a mention of them is.
struct Phrase {
  std::vector<std::string> printed;
  std::vector<std::string> folded;
  bool any_case = false;
  Mention like;
};

Phrase MakePhrase(std::vector<std::string> printed, bool any_case,
                  Mention like) {
  Phrase phrase;
  for (const std::string& word : printed) phrase.folded.push_back(Fold(word));
  phrase.printed = std::move(printed);
  phrase.any_case = any_case;
  phrase.like = std::move(like);
  return phrase;
}

// "Keeping Faith: the Long Road" is "The Long Road" where it stands alone.
bool HasTheCase(std::string_view text, const Phrase& phrase, const Word& word,
                std::size_t i) {
  if (phrase.any_case || (i == 0 && phrase.folded[0] == "the")) return true;
  const std::string_view here = Slice(text, word.span);
  const std::string& there = phrase.printed[i];
  const std::size_t common = std::min(here.size(), there.size());
  for (std::size_t at = 0; at < common; ++at) {
    const auto byte = static_cast<unsigned char>(here[at]);
    if (byte == '\'' || byte >= 0x80) break;  // apostrophes differ in print
    if (here[at] != there[at]) return false;
  }
  return true;
}

// "Road" and, where the title ends with it, "Road's".
bool IsWord(const Word& word, const std::string& folded, bool last) {
  if (word.folded == folded) return true;
  return last && word.folded.size() > folded.size() &&
         word.folded.starts_with(folded) && word.folded[folded.size()] == '\'';
}

bool StandsAt(std::string_view text, const std::vector<Word>& words,
              std::size_t first, const Phrase& phrase) {
  const std::size_t size = phrase.folded.size();
  if (first + size > words.size() ||
      words[first].run != words[first + size - 1].run) {
    return false;
  }
  for (std::size_t i = 0; i < size; ++i) {
    const Word& word = words[first + i];
    if (!IsWord(word, phrase.folded[i], i + 1 == size)) return false;
    if (!HasTheCase(text, phrase, word, i)) return false;
  }
  return true;
}

// "The Chief" is one word: wherever it stands again it may be any chief.
std::size_t TellingWords(std::string_view title) {
  const std::vector<std::string> words = TitleWords(title);
  const bool article = !words.empty() && Fold(words[0]) == "the";
  return words.size() - (article ? 1 : 0);
}

bool IsTitleToLookFor(const Mention& mention, std::size_t words) {
  return !Empty(mention.title) && !mention.series &&
         mention.rule != "citation.described" &&
         (mention.rule != "citation.single-named" || words >= 3) &&
         mention.kind != WorkKind::kAct && words >= 2 &&
         words <= kMostTitleWords;
}

// The phrases by the word they are looked up with: the first that is not "the".
class Phrases {
 public:
  void Add(Phrase phrase) {
    const std::size_t key = phrase.folded[0] == "the" ? 1 : 0;
    by_word_[phrase.folded[key]].push_back({phrases_.size(), key});
    phrases_.push_back(std::move(phrase));
  }

  // Mentions in the order the phrases were added, each in reading order.
  std::vector<Mention> FindIn(const Prose& prose) const {
    std::vector<std::vector<Mention>> found(phrases_.size());
    for (std::size_t i = 0; i < prose.passages.size(); ++i) {
      const auto words = WordsOf(prose.text, prose.tokens[i]);
      for (std::size_t at = 0; at < words.size(); ++at) {
        const auto here = by_word_.find(words[at].folded);
        if (here == by_word_.end()) continue;
        for (const auto& [index, key] : here->second) {
          if (at < key) continue;
          Try(prose, words, at - key, i, index, &found);
        }
      }
    }
    std::vector<Mention> all;
    for (std::vector<Mention>& mentions : found) {
      std::move(mentions.begin(), mentions.end(), std::back_inserter(all));
    }
    return all;
  }

 private:
  void Try(const Prose& prose, const std::vector<Word>& words,
           std::size_t first, std::size_t passage, std::size_t index,
           std::vector<std::vector<Mention>>* found) const {
    const Phrase& phrase = phrases_[index];
    if (!StandsAt(prose.text, words, first, phrase)) return;
    const Word& last = words[first + phrase.folded.size() - 1];
    Mention mention = phrase.like;
    mention.passage = passage;
    mention.title = {words[first].span.begin, last.span.end};
    const std::size_t beyond = last.folded.size() - phrase.folded.back().size();
    if (beyond > 0) {  // "Road’s": the name ends before the apostrophe
      const std::string_view word = Slice(prose.text, last.span);
      mention.title.end =
          last.span.begin + static_cast<std::uint32_t>(
                                word.find_last_of("\'\xE2", word.size() - 1));
    }
    mention.whole = mention.title;
    (*found)[index].push_back(std::move(mention));
  }

  std::vector<Phrase> phrases_;
  std::unordered_map<std::string,
                     std::vector<std::pair<std::size_t, std::size_t>>>
      by_word_;
};

// "The Witness’s Road" of "Keeping Faith: The Witness’s Road"; {} where there
// is no subtitle of two words that could not be ordinary ones.
std::vector<std::string> SubtitleWords(std::string_view title) {
  static const Pattern kSubtitle("(?::| [–—-]) +([^:–—]+)$");
  static const std::unordered_set<std::string_view> kOrdinary = {
      "final",    "report",
      "the",      "a",
      "an",       "summary",
      "review",   "update",
      "main",     "of",
      "national", "annual",
      "progress", "recommendations",
      "findings", "strategy",
      "plan",     "overview"};
  const auto match = kSubtitle.Search(title);
  if (!match) return {};
  std::vector<std::string> words = TitleWords(Slice(title, (*match)[1]));
  const bool ordinary = std::all_of(
      words.begin(), words.end(),
      [](const std::string& word) { return kOrdinary.contains(Fold(word)); });
  const std::size_t first = !words.empty() && Fold(words[0]) == "the" ? 1 : 0;
  const bool capital =
      first < words.size() && Fold(words[first]) != words[first];
  if (ordinary || words.size() < 2 || !capital) words.clear();
  return words;
}

// "The Long Road" in italics where the document also names "Keeping Keys: The
// Long Road": the same work.
void NameInFull(const Prose& prose, std::vector<Mention>* mentions) {
  std::map<std::string, std::string> full;  // by the key of the subtitle
  for (const Mention& mention : *mentions) {
    const std::string title = mention.Title(prose.text);
    std::string subtitle;
    for (const std::string& word : SubtitleWords(title)) subtitle += word + " ";
    if (!subtitle.empty()) full.try_emplace(WorkKey(subtitle), title);
  }
  for (Mention& mention : *mentions) {
    if (mention.rule != "citation.emphasised") continue;
    const auto found = full.find(WorkKey(mention.Title(prose.text)));
    if (found != full.end()) mention.as_title = found->second;
  }
}

Mention SecondMention(const Known& known, std::string_view rule, int rank) {
  Mention mention;
  mention.rule = rule;
  mention.rank = rank;
  mention.kind = known.kind;
  mention.as_title = known.title;
  return mention;
}

}  // namespace

std::string WorkKey(std::string_view title) {
  std::string key = FoldWords(title);
  return key.starts_with("the ") ? key.substr(4) : key;
}

void FindKnownTitles(const Prose& prose, std::vector<Mention>* mentions) {
  NameInFull(prose, mentions);
  std::map<std::string, Known> known;
  for (const Mention& mention : *mentions) {
    const std::string title = mention.Title(prose.text);
    if (!IsTitleToLookFor(mention, TellingWords(title))) continue;
    if (known.size() >= kMostTitles) break;
    const bool italics = mention.rule == "citation.emphasised";
    const auto at =
        known.try_emplace(WorkKey(title), Known{title, mention.kind, italics});
    at.first->second.by_italics &= italics;
  }
  Phrases phrases;
  for (const auto& [key, work] : known) {
    std::vector<std::string> words = TitleWords(work.title);
    const bool any_case = words.size() >= 3 && !work.by_italics;
    Mention again = SecondMention(work, "citation.known", 40);
    phrases.Add(MakePhrase(std::move(words), any_case, std::move(again)));
    std::vector<std::string> subtitle = SubtitleWords(work.title);
    if (subtitle.empty() || known.contains(WorkKey(work.title.substr(
                                work.title.find(subtitle.front()))))) {
      continue;
    }
    Mention alone = SecondMention(work, "citation.subtitle", 35);
    phrases.Add(MakePhrase(std::move(subtitle), false, std::move(alone)));
  }
  for (Mention& mention : phrases.FindIn(prose)) {
    mentions->push_back(std::move(mention));
  }
}

}  // namespace concord::extraction
