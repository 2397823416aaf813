#pragma once
// Search without an index: every passage is read from front to back.
//
// The oracle of the index in differential tests. It shares nothing with it but
// the stemmer: its own words, its own phrases, its own logic, slow and plain.
// ASCII only; hyphens and apostrophes bind words, everything else parts them.

#include <xapian.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace concord::testing {

// A query as a tree, made by a test, with the text a person would type.
struct LinearQuery {
  enum class Kind { kWord, kPhrase, kBeginning, kAnd, kOr, kNot, kNear };
  Kind kind = Kind::kWord;
  std::vector<std::string> words;  // typed; "re-affirm" is one
  std::vector<LinearQuery> parts;
  int window = 10;

  std::string Typed() const {
    std::string text;
    const auto list = [&](const std::string& sign) {
      for (const LinearQuery& part : parts) {
        text += (text.empty() ? "" : sign) + part.Typed();
      }
      return "(" + text + ")";
    };
    switch (kind) {
      case Kind::kWord:
        return words[0];
      case Kind::kBeginning:
        return words[0] + "*";
      case Kind::kPhrase:
        for (const std::string& word : words) {
          text += (text.empty() ? "" : " ") + word;
        }
        return "\"" + text + "\"";
      case Kind::kAnd:
        return list(" ");
      case Kind::kOr:
        return list(" OR ");
      case Kind::kNot:
        return "NOT " + parts[0].Typed();
      case Kind::kNear:
        return list(" NEAR/" + std::to_string(window) + " ");
    }
    return text;
  }
};

class LinearSearcher {
 public:
  void Add(const std::string& id, const std::string& text) {
    Entry entry{id, {}, {}};
    std::size_t first = 0;  // word of the chain being read
    const auto end_chain = [&] {
      std::string joined;
      for (std::size_t i = first; i < entry.words.size(); ++i) {
        joined += entry.words[i];
      }
      if (entry.words.size() - first >= 2) {
        entry.joined[joined].push_back(first);
        parts_[joined].insert(std::vector<std::string>(
            entry.words.begin() + static_cast<std::ptrdiff_t>(first),
            entry.words.end()));
      }
    };
    bool bound = false;
    for (std::size_t at = 0; at < text.size();) {
      std::string word;
      while (at < text.size() &&
             std::isalnum(static_cast<unsigned char>(text[at])) != 0) {
        word += static_cast<char>(
            std::tolower(static_cast<unsigned char>(text[at++])));
      }
      if (!word.empty()) {
        if (!bound) {
          end_chain();
          first = entry.words.size();
        }
        entry.words.push_back(word);
      }
      bound = at < text.size() && text[at] == '-' && !word.empty();
      ++at;
    }
    end_chain();
    entries_.push_back(std::move(entry));
  }

  std::set<std::string> Find(const LinearQuery& query) const {
    std::set<std::string> found;
    for (const Entry& entry : entries_) {
      if (Matches(entry, query)) found.insert(entry.id);
    }
    return found;
  }

 private:
  struct Entry {
    std::string id;
    std::vector<std::string> words;
    // Hyphenated words read as one, and where they begin.
    std::map<std::string, std::vector<std::size_t>> joined;
  };

  static const std::string& Stem(const std::string& word) {
    static std::map<std::string, std::string> stems;
    std::string& stem = stems[word];
    if (stem.empty()) stem = Xapian::Stem("english")(word);
    return stem;
  }

  static std::vector<std::string> Parts(const std::string& typed) {
    std::vector<std::string> parts{""};
    for (const char c : typed) {
      if (c == '-') {
        parts.emplace_back();
      } else {
        parts.back() += c;
      }
    }
    return parts;
  }

  static std::string Joined(const std::string& typed) {
    std::string joined = typed;
    std::erase(joined, '-');
    return joined;
  }

  static bool Fits(const LinearQuery& query, const std::string& word) {
    const std::string typed = Joined(query.words[0]);
    if (query.kind == LinearQuery::Kind::kBeginning) {
      return word.starts_with(typed);
    }
    return query.kind == LinearQuery::Kind::kPhrase ? word == typed
                                                    : Stem(word) == Stem(typed);
  }

  // Where a single word stands, alone or as a hyphenated word.
  static std::set<std::size_t> Places(const Entry& entry,
                                      const LinearQuery& query) {
    std::set<std::size_t> places;
    for (std::size_t i = 0; i < entry.words.size(); ++i) {
      if (Fits(query, entry.words[i])) places.insert(i);
    }
    for (const auto& [word, begins] : entry.joined) {
      if (Fits(query, word)) places.insert(begins.begin(), begins.end());
    }
    return places;
  }

  static bool InARow(const Entry& entry, std::size_t first,
                     const LinearQuery& query) {
    const std::vector<std::string> parts = Parts(query.words[0]);
    if (first + parts.size() > entry.words.size()) return false;
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
      if (entry.words[first + i] != parts[i]) return false;
    }
    LinearQuery last = query;
    last.words = {parts.back()};
    return Fits(last, entry.words[first + parts.size() - 1]);
  }

  // Ends of the ways to read `typed` at `first` in a phrase.
  std::set<std::size_t> Ends(const Entry& entry, std::size_t first,
                             const std::string& typed) const {
    std::vector<std::vector<std::string>> ways{Parts(typed)};
    if (ways[0].size() > 1) {
      ways.push_back({Joined(typed)});
    } else if (entry.joined.contains(typed)) {
      const auto& known = parts_.at(typed);
      ways.insert(ways.end(), known.begin(), known.end());
    }
    std::set<std::size_t> ends;
    for (const std::vector<std::string>& way : ways) {
      if (first + way.size() <= entry.words.size() &&
          std::equal(
              way.begin(), way.end(),
              entry.words.begin() + static_cast<std::ptrdiff_t>(first))) {
        ends.insert(first + way.size());
      }
    }
    return ends;
  }

  bool MatchesPhrase(const Entry& entry, const LinearQuery& query) const {
    if (query.words.size() == 1 && !Places(entry, query).empty()) return true;
    for (std::size_t first = 0; first < entry.words.size(); ++first) {
      std::set<std::size_t> at{first};
      for (const std::string& word : query.words) {
        std::set<std::size_t> next;
        for (const std::size_t place : at) next.merge(Ends(entry, place, word));
        at = std::move(next);
      }
      if (!at.empty()) return true;
    }
    return false;
  }

  static bool MatchesWord(const Entry& entry, const LinearQuery& query) {
    if (!Places(entry, query).empty()) return true;
    if (query.words[0].find('-') == std::string::npos) return false;
    for (std::size_t i = 0; i < entry.words.size(); ++i) {
      if (InARow(entry, i, query)) return true;
    }
    return false;
  }

  // Different places for all words, at most `window` words from first to last.
  static bool MatchesNear(const Entry& entry, const LinearQuery& query) {
    std::vector<std::vector<std::size_t>> chosen{{}};
    for (const LinearQuery& part : query.parts) {
      std::vector<std::vector<std::size_t>> longer;
      for (const std::vector<std::size_t>& places : chosen) {
        for (const std::size_t place : Places(entry, part)) {
          std::vector<std::size_t> more = places;
          more.push_back(place);
          const auto [low, high] =
              std::minmax_element(more.begin(), more.end());
          const bool apart =
              std::set<std::size_t>(more.begin(), more.end()).size() ==
              more.size();
          if (apart && *high - *low <= static_cast<std::size_t>(query.window)) {
            longer.push_back(std::move(more));
          }
        }
      }
      chosen = std::move(longer);
    }
    return !chosen.empty();
  }

  bool Matches(const Entry& entry, const LinearQuery& query) const {
    const auto part = [&](const LinearQuery& one) {
      return Matches(entry, one);
    };
    switch (query.kind) {
      case LinearQuery::Kind::kWord:
      case LinearQuery::Kind::kBeginning:
        return MatchesWord(entry, query);
      case LinearQuery::Kind::kPhrase:
        return MatchesPhrase(entry, query);
      case LinearQuery::Kind::kAnd:
        return std::all_of(query.parts.begin(), query.parts.end(), part);
      case LinearQuery::Kind::kOr:
        return std::any_of(query.parts.begin(), query.parts.end(), part);
      case LinearQuery::Kind::kNot:
        return !Matches(entry, query.parts[0]);
      case LinearQuery::Kind::kNear:
        return MatchesNear(entry, query);
    }
    return false;
  }

  std::vector<Entry> entries_;
  std::map<std::string, std::set<std::vector<std::string>>> parts_;
};

}  // namespace concord::testing
