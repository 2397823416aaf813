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

#include <algorithm>

#include "concord/index/index.h"
#include "index/entries.h"
#include "index/fields.h"
#include "index/parts.h"
#include "index/tokens.h"
#include "index/vocabulary.h"
#include "index/word_order.h"
#include "index/xapian_errors.h"

namespace concord::index {
namespace {

constexpr std::uint64_t kFlushWords = 500'000;

std::string TermOf(std::string_view prefix, std::string_view word) {
  std::string term(prefix);
  term += word;
  return term;
}

// The words of one entry: as terms with how often they stand, and in order.
class EntryWords {
 public:
  explicit EntryWords(VocabularyWriter& vocabulary) : vocabulary_(vocabulary) {}

  void Add(const FieldText& field) {
    const std::vector<Token> tokens = Tokens(field.text);
    order_.BeginText();
    for (const Token& token : tokens) {
      vocabulary_.AddWord(token.word);
      order_.AddWord(AddTerm(TermOf(field.prefix, token.word), field.weight));
    }
    for (const JoinedWord& joined : JoinedWords(tokens)) {
      vocabulary_.AddWord(joined.word);
      vocabulary_.AddParts(joined.word, Parts(tokens, joined));
      order_.AddJoined(
          AddTerm(TermOf(kJoinedPrefix, TermOf(field.prefix, joined.word)),
                  field.weight),
          joined.first);
    }
    count_ += tokens.size();
  }

  std::uint64_t count() const { return count_; }

  // Each term once: a document's own table is dearer than sorting.
  void WriteTo(Xapian::Document* document) {
    std::sort(terms_.begin(), terms_.end());
    for (auto at = terms_.begin(); at != terms_.end();) {
      Xapian::termcount times = 0;
      const std::string& term = at->first;
      for (; at != terms_.end() && at->first == term; ++at) times += at->second;
      document->add_term(term, times);
    }
    document->add_value(kWordOrderSlot, order_.Packed());
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

  const std::string& AddTerm(std::string term, std::uint32_t times) {
    return terms_.emplace_back(std::move(term), times).first;
  }

  VocabularyWriter& vocabulary_;
  std::vector<std::pair<std::string, std::uint32_t>> terms_;
  WordOrderWriter order_;
  std::uint64_t count_ = 0;
};

// A day as a value that sorts; a side without a limit is too far for any date
// but not infinite: Xapian's infinities are the empty value, which is no value.
constexpr double kNoLimit = 1e9;

std::string DayValue(const std::optional<edtf::Day>& day, double open) {
  return Xapian::sortable_serialise(
      day ? static_cast<double>(edtf::DayNumber(*day)) : open);
}

std::string NumberValue(std::uint64_t number) {
  return Xapian::sortable_serialise(static_cast<double>(number));
}

double Number(const std::string& value) {
  return value.empty() ? 0 : Xapian::sortable_unserialise(value);
}

void AddValues(const Entry& entry, Xapian::Document* document) {
  if (entry.dated) {
    document->add_value(kDateEarliestSlot,
                        DayValue(entry.days.earliest, -kNoLimit));
    document->add_value(kDateLatestSlot, DayValue(entry.days.latest, kNoLimit));
  }
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
      Delete(report.id);
      Add(Entries(report, recommendations));
      if (words_ >= kFlushWords) Flush();
      return {};
    });
  }

  Result<> Remove(const ReportId& report) override {
    return Translate([&]() -> Result<> {
      Delete(report);
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
  // All entries of a report, which stand side by side.
  void Delete(const ReportId& report) {
    const std::string term = TermOf(kIdPrefix, report.value);
    const auto first = database_.postlist_begin(term);
    if (first == database_.postlist_end(term)) return;
    const Xapian::docid entry = *first;
    const auto entries = static_cast<Xapian::docid>(
        Number(database_.get_document(entry).get_value(kEntriesSlot)));
    for (Xapian::docid i = 0; i < entries; ++i) {
      database_.delete_document(entry + i);
    }
  }

  // The entries of a report, its own first.
  void Add(const std::vector<Entry>& entries) {
    std::vector<Xapian::Document> documents;
    std::uint64_t length = 0;
    for (const Entry& entry : entries) {
      EntryWords words(vocabulary_);
      documents.push_back(MakeDocument(entry, &words));
      words_ += words.count();
      if (entry.kind == EntryKind::kPassage) length += words.count();
    }
    documents[0].add_value(kEntriesSlot, NumberValue(entries.size()));
    documents[0].add_value(kLengthSlot, NumberValue(length));
    for (const Xapian::Document& document : documents) {
      database_.add_document(document);
    }
  }

  static Xapian::Document MakeDocument(const Entry& entry, EntryWords* words) {
    Xapian::Document document;
    for (const FieldText& field : entry.fields) words->Add(field);
    words->WriteTo(&document);
    if (entry.kind == EntryKind::kReport) {
      document.add_boolean_term(TermOf(kIdPrefix, entry.report));
    }
    document.add_boolean_term(TermOf(kEntryPrefix, Name(entry.kind)));
    for (const std::string& kind : entry.kinds) {
      document.add_boolean_term(TermOf(kKindPrefix, kind));
    }
    AddValues(entry, &document);
    document.set_data(EntryData(entry));
    return document;
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
  return database.get_metadata(std::string(kFormatKey)) == kFormatValue;
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
    // Xapian neither opens nor makes anew by itself what was never finished.
    const bool is_made = std::filesystem::exists(folder / kVersionFile, error);
    Xapian::WritableDatabase database(
        folder.string(),
        is_made ? Xapian::DB_CREATE_OR_OPEN : Xapian::DB_CREATE_OR_OVERWRITE);
    IndexState state = StateOf(database);
    if (state.archive_uuid != archive_uuid || !HasOurFormat(database)) {
      database.close();
      database = Xapian::WritableDatabase(folder.string(),
                                          Xapian::DB_CREATE_OR_OVERWRITE);
      database.set_metadata(std::string(kArchiveKey), archive_uuid);
      database.set_metadata(std::string(kFormatKey), std::string(kFormatValue));
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
