// Entries into Xapian, in transactions that end between two reports.
//
// Xapian gathers postings in memory until it flushes; by itself it would do so
// after 10,000 entries, in the middle of a report. Here a transaction is ended
// after a number of words, which is what the memory depends on: half a million
// words need about 70 MB, and larger flushes were measured to be slower, not
// faster.
// A flush that is no Commit keeps the old sequence, so that after a crash the
// record's changes since then are written again over the same entries.

#include <xapian.h>

#include <map>
#include <unordered_map>

#include "concord/base/unicode.h"
#include "concord/index/index.h"
#include "index/entries.h"
#include "index/fields.h"
#include "index/parts.h"
#include "index/tokens.h"
#include "index/vocabulary.h"
#include "index/xapian_errors.h"

namespace concord::index {
namespace {

constexpr std::uint64_t kFlushWords = 500'000;

// Positions between two texts of one field, so that no phrase and no NEAR
// reaches from one into the next.
constexpr Xapian::termpos kGap = 200;

std::string Join(std::string_view prefix, std::string_view word) {
  std::string term(prefix);
  term += word;
  return term;
}

// The texts of one report, each split into words once: its title stands in
// every entry, and what a passage says stands in the report's entry too. Lives
// no longer than the texts.
class SplitTexts {
 public:
  struct Split {
    std::vector<Token> tokens;
    std::vector<JoinedWord> joined;
  };

  explicit SplitTexts(VocabularyWriter& vocabulary) : vocabulary_(vocabulary) {}

  const Split& Of(std::string_view text) {
    const auto [at, is_new] = splits_.try_emplace(text);
    Split& split = at->second;
    if (!is_new) return split;
    split.tokens = Tokens(text);
    split.joined = JoinedWords(split.tokens);
    for (const Token& token : split.tokens) vocabulary_.AddWord(token.word);
    for (const JoinedWord& joined : split.joined) {
      vocabulary_.AddWord(joined.word);
      vocabulary_.AddParts(joined.word, Parts(split.tokens, joined));
    }
    return split;
  }

 private:
  static std::string Parts(const std::vector<Token>& tokens,
                           const JoinedWord& joined) {
    std::string parts;
    for (std::uint32_t i = 0; i < joined.count; ++i) {
      if (i > 0) parts += ' ';
      parts += tokens[joined.first + i].word;
    }
    return parts;
  }

  VocabularyWriter& vocabulary_;
  std::unordered_map<std::string_view, Split> splits_;
};

// The words of one field of one entry. Positions begin at 1: Xapian 1.4.22 does
// not find a phrase of one word twice ("that that") that begins at position 0.
class FieldWriter {
 public:
  FieldWriter(Xapian::Document& document, SplitTexts& texts)
      : document_(document), texts_(texts) {}

  // Words written, for the flush.
  std::uint64_t Add(const FieldText& field) {
    const SplitTexts::Split& split = texts_.Of(field.text);
    Xapian::termpos& next = next_position_[field.prefix];
    const Xapian::termpos start = next + 1;
    for (std::size_t i = 0; i < split.tokens.size(); ++i) {
      document_.add_posting(Join(field.prefix, split.tokens[i].word),
                            start + static_cast<Xapian::termpos>(i),
                            field.weight);
    }
    for (const JoinedWord& joined : split.joined) {
      document_.add_posting(
          Join(kJoinedPrefix, Join(field.prefix, joined.word)),
          start + joined.first, field.weight);
    }
    next += static_cast<Xapian::termpos>(split.tokens.size()) + kGap;
    return split.tokens.size();
  }

 private:
  Xapian::Document& document_;
  SplitTexts& texts_;
  std::map<std::string_view, Xapian::termpos> next_position_;
};

// A day as a value that sorts; a side without a limit is too far for any date
// but not infinite: Xapian's infinities are the empty value, which is no value.
constexpr double kNoLimit = 1e9;

std::string DayValue(const std::optional<edtf::Day>& day, double open) {
  return Xapian::sortable_serialise(
      day ? static_cast<double>(edtf::DayNumber(*day)) : open);
}

void AddValues(const Entry& entry, Xapian::Document* document) {
  if (entry.dated) {
    document->add_value(kDateEarliestSlot,
                        DayValue(entry.days.earliest, -kNoLimit));
    document->add_value(kDateLatestSlot, DayValue(entry.days.latest, kNoLimit));
  }
  document->add_value(kCommitteeSlot, Fold(entry.committee));
  document->add_value(kKindSlot, entry.kinds.back());
  document->add_value(kOrderSlot, OrderValue(entry));
}

class XapianWriter : public IndexWriter {
 public:
  XapianWriter(Xapian::WritableDatabase database, IndexState state)
      : database_(std::move(database)),
        vocabulary_(database_),
        state_(std::move(state)) {
    database_.begin_transaction();
  }

  Result<> Put(const store::ReportRecord& report,
               const std::vector<store::StoredRecommendation>& recommendations)
      override {
    return Translate([&]() -> Result<> {
      database_.delete_document(Join(kReportPrefix, report.id.value));
      const std::vector<Entry> entries = Entries(report, recommendations);
      SplitTexts texts(vocabulary_);
      for (const Entry& entry : entries) Add(entry, &texts);
      if (words_ >= kFlushWords) Flush();
      return {};
    });
  }

  Result<> Remove(const ReportId& report) override {
    return Translate([&]() -> Result<> {
      database_.delete_document(Join(kReportPrefix, report.value));
      return {};
    });
  }

  Result<> Commit(std::int64_t sequence) override {
    return Translate([&]() -> Result<> {
      database_.set_metadata(std::string(kSequenceKey),
                             std::to_string(sequence));
      Flush();
      state_.sequence = sequence;
      return {};
    });
  }

  IndexState State() const override {
    IndexState state = state_;
    state.entries = database_.get_doccount();
    return state;
  }

 private:
  void Add(const Entry& entry, SplitTexts* texts) {
    Xapian::Document document;
    FieldWriter fields(document, *texts);
    for (const FieldText& field : entry.fields) words_ += fields.Add(field);
    document.add_boolean_term(Join(kIdPrefix, entry.id));
    document.add_boolean_term(Join(kEntryPrefix, Name(entry.kind)));
    document.add_boolean_term(Join(kReportPrefix, entry.report));
    for (const std::string& kind : entry.kinds) {
      document.add_boolean_term(Join(kKindPrefix, kind));
    }
    AddValues(entry, &document);
    document.set_data(EntryData(entry));
    database_.add_document(document);
  }

  void Flush() {
    vocabulary_.Flush();
    database_.commit_transaction();
    database_.begin_transaction();
    words_ = 0;
  }

  Xapian::WritableDatabase database_;
  VocabularyWriter vocabulary_;
  IndexState state_;
  std::uint64_t words_ = 0;  // since the last flush
};

IndexState StateOf(const Xapian::Database& database) {
  IndexState state;
  state.archive_uuid = database.get_metadata(std::string(kArchiveKey));
  const std::string sequence = database.get_metadata(std::string(kSequenceKey));
  state.sequence = sequence.empty() ? 0 : std::stoll(sequence);
  state.entries = database.get_doccount();
  return state;
}

bool HasOurFormat(const Xapian::Database& database) {
  return database.get_metadata(std::string(kFormatKey)) == kIndexFormat;
}

}  // namespace

Result<std::unique_ptr<IndexWriter>> OpenPart(
    const std::filesystem::path& folder, const std::string& archive_uuid) {
  return Translate([&]() -> Result<std::unique_ptr<IndexWriter>> {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
      return Fail(ErrorCode::kUnavailable,
                  folder.string() +
                      ": the folder of the search index cannot "
                      "be made (" +
                      error.message() + ")");
    }
    Xapian::WritableDatabase database(folder.string(),
                                      Xapian::DB_CREATE_OR_OPEN);
    IndexState state = StateOf(database);
    if (state.archive_uuid != archive_uuid || !HasOurFormat(database)) {
      database.close();
      database = Xapian::WritableDatabase(folder.string(),
                                          Xapian::DB_CREATE_OR_OVERWRITE);
      database.set_metadata(std::string(kArchiveKey), archive_uuid);
      database.set_metadata(std::string(kFormatKey), std::string(kIndexFormat));
      database.commit();
      state = StateOf(database);
    }
    return std::make_unique<XapianWriter>(std::move(database),
                                          std::move(state));
  });
}

Result<IndexState> ReadIndexState(const std::filesystem::path& folder) {
  return Translate([&]() -> Result<IndexState> {
    if (!std::filesystem::exists(folder)) {
      return Fail(ErrorCode::kNotFound, "there is no search index");
    }
    std::vector<std::filesystem::path> folders = PartFolders(folder);
    if (folders.empty()) folders = {folder};  // Xapian says what is wrong
    IndexState all;
    for (const std::filesystem::path& part : folders) {
      const Xapian::Database database(part.string());
      if (!HasOurFormat(database)) {
        return Fail(ErrorCode::kCorrupt,
                    "the search index was made by another version of the "
                    "program; it has to be made again from the record");
      }
      const IndexState one = StateOf(database);
      if (part != folders.front() && one.archive_uuid != all.archive_uuid) {
        return Fail(ErrorCode::kCorrupt,
                    "the parts of the search index are of two archives; it "
                    "has to be made again from the record");
      }
      all.archive_uuid = one.archive_uuid;
      // The part that is behind counts.
      all.sequence = part == folders.front()
                         ? one.sequence
                         : std::min(all.sequence, one.sequence);
      all.entries += one.entries;
    }
    return all;
  });
}

}  // namespace concord::index
