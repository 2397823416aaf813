#include "index/entries.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "concord/index/index.h"
#include "index/fields.h"
#include "index/passages.h"

namespace concord::index {
namespace {

using extraction::Citation;
using extraction::OwnerMention;
using extraction::Recommendation;

// How much more a word counts where it stands in the title of a report than in
// its running text, and so on. Chosen so that a title match comes before any
// number of passing mentions in a report of a few thousand words.
constexpr std::uint32_t kTitleWeight = 10;
constexpr std::uint32_t kHeadingWeight = 4;
constexpr std::uint32_t kHeaderWeight = 2;

// The items of one list that begin inside a span, found by binary search: a
// report has thousands of mentions and thousands of passages.
template <class T>
class ByPlace {
 public:
  explicit ByPlace(const std::vector<T>& items) {
    for (const T& item : items) items_.push_back(&item);
    std::stable_sort(items_.begin(), items_.end(), [](const T* a, const T* b) {
      return a->span.begin < b->span.begin;
    });
  }

  std::vector<const T*> Within(TextSpan span) const {
    const auto before = [](const T* item, std::uint32_t offset) {
      return item->span.begin < offset;
    };
    const auto first =
        std::lower_bound(items_.begin(), items_.end(), span.begin, before);
    const auto last = std::lower_bound(first, items_.end(), span.end, before);
    return {first, last};
  }

 private:
  std::vector<const T*> items_;
};

void AddOwner(const OwnerMention& owner, Entry* entry) {
  entry->fields.push_back({kOwnerPrefix, owner.name});
  if (!owner.post.empty()) entry->fields.push_back({kOwnerPrefix, owner.post});
  if (!owner.unit.empty()) entry->fields.push_back({kOwnerPrefix, owner.unit});
}

void AddAddressee(const Recommendation& item, Entry* entry) {
  if (!item.addressee.empty()) {
    entry->fields.push_back({kAddresseePrefix, item.addressee});
  }
  for (const OwnerMention& owner : item.owners) AddOwner(owner, entry);
  if (item.owners.empty() && !item.addressee.empty()) {
    entry->fields.push_back({kOwnerPrefix, item.addressee});
  }
}

void AddWork(const Citation& citation, Entry* entry) {
  const std::string& title =
      citation.title.empty() ? citation.printed : citation.title;
  entry->fields.push_back({kWorkPrefix, title});
}

std::string TitleOf(const store::ReportRecord& report) {
  const std::string& printed = report.header().title.printed;
  return printed.empty() ? report.document.title
                         : extraction::FullTitle(report.header());
}

class Builder {
 public:
  Builder(const store::ReportRecord& report,
          const std::vector<store::StoredRecommendation>& recommendations)
      : report_(report),
        recommendations_(recommendations),
        passages_(Passages(report)),
        title_(TitleOf(report)),
        owners_(report.extraction.owners),
        items_(report.extraction.recommendations),
        citations_(report.extraction.citations) {
    ReadDate();
  }

  std::vector<Entry> Run() {
    entries_.reserve(1 + passages_.size() + recommendations_.size());
    entries_.push_back(ReportEntry());
    for (const store::Passage& passage : passages_) {
      entries_.push_back(PassageEntry(passage));
    }
    for (const store::StoredRecommendation& item : recommendations_) {
      entries_.push_back(RecommendationEntry(item));
    }
    return std::move(entries_);
  }

 private:
  void ReadDate() {
    const std::string& edtf = report_.header().date.edtf;
    if (edtf.empty()) return;
    const Result<edtf::Value> value = edtf::Parse(edtf);
    if (!value) return;
    days_ = edtf::Bounds(*value);
    dated_ = true;
  }

  // What every entry of the report has.
  Entry Base(EntryKind kind) const {
    Entry entry;
    entry.kind = kind;
    entry.report = report_.id.value;
    entry.days = days_;
    entry.dated = dated_;
    entry.place = static_cast<std::uint32_t>(entries_.size());
    entry.kinds.emplace_back(extraction::Name(report_.header().kind));
    return entry;
  }

  Entry ReportEntry() const {
    Entry entry = Base(EntryKind::kReport);
    entry.id = report_.id.value;
    entry.text = title_;
    entry.span = report_.header().title.span;
    const extraction::Header& header = report_.header();
    const auto add = [&](std::string_view field, std::string_view text,
                         std::uint32_t weight) {
      if (field != kBodyPrefix) {
        entry.fields.push_back({field, std::string(text)});
      }
      entry.fields.push_back({kBodyPrefix, std::string(text), weight});
    };
    add(kTitlePrefix, title_, kTitleWeight);
    add(kCommitteePrefix, header.committee.printed, kHeaderWeight);
    add(kByPrefix, header.by.printed, kHeaderWeight);
    for (const OwnerMention& author : header.authors) {
      add(kByPrefix, author.name, kHeaderWeight);
    }
    for (const std::string_view heading : Headings()) {
      add(kBodyPrefix, heading, kHeadingWeight);
    }
    AddMentions(&entry);
    return entry;
  }

  std::vector<std::string_view> Headings() const {
    const std::vector<bool> left_out = LeftOut(report_.document);
    std::vector<std::string_view> headings;
    for (std::size_t i = 0; i < left_out.size(); ++i) {
      const document::Block& block = report_.document.blocks[i];
      if (!left_out[i] && (block.kind == document::BlockKind::kHeading ||
                           block.kind == document::BlockKind::kAppendix)) {
        headings.push_back(Slice(report_.text(), block.span));
      }
    }
    return headings;
  }

  // Everybody and everything the report names.
  void AddMentions(Entry* entry) const {
    const extraction::Extraction& extraction = report_.extraction;
    for (const Recommendation& item : extraction.recommendations) {
      AddAddressee(item, entry);
    }
    for (const OwnerMention& owner : extraction.owners) AddOwner(owner, entry);
    for (const Citation& citation : extraction.citations) {
      AddWork(citation, entry);
    }
  }

  Entry PassageEntry(const store::Passage& passage) const {
    Entry entry = Base(EntryKind::kPassage);
    entry.id = passage.id;
    entry.locator = passage.locator;
    entry.span = passage.span;
    entry.text = passage.text;
    entry.fields.push_back({kBodyPrefix, passage.text});
    for (const Recommendation* item : items_.Within(passage.span)) {
      AddAddressee(*item, &entry);
    }
    for (const OwnerMention* owner : owners_.Within(passage.span)) {
      AddOwner(*owner, &entry);
    }
    for (const Citation* citation : citations_.Within(passage.span)) {
      AddWork(*citation, &entry);
    }
    return entry;
  }

  Entry RecommendationEntry(const store::StoredRecommendation& stored) const {
    const Recommendation& item = stored.item;
    Entry entry = Base(EntryKind::kRecommendation);
    entry.id = stored.id.value;
    entry.locator = item.locator;
    entry.span = item.span;
    entry.text = item.text;
    entry.kinds.emplace_back(extraction::Name(item.kind));
    entry.fields.push_back({kBodyPrefix, item.text});
    if (!item.lead_in.empty()) {
      entry.fields.push_back({kBodyPrefix, item.lead_in});
    }
    if (!item.label.empty()) AddNumber(item, &entry);
    AddAddressee(item, &entry);
    if (!item.made_by.empty()) {
      entry.fields.push_back({kWorkPrefix, item.made_by});
    }
    for (const Citation* citation : citations_.Within(item.span)) {
      AddWork(*citation, &entry);
    }
    return entry;
  }

  // By its number: "rec:44", and as people write it, "recommendation 44" and
  // "rec 44". Of a decision or a commitment the number is one of the paper's
  // own list, and nobody knows it by that.
  static void AddNumber(const Recommendation& item, Entry* entry) {
    if (item.kind != extraction::RecommendationKind::kRecommendation) return;
    entry->fields.push_back({kNumberPrefix, item.label});
    entry->fields.push_back(
        {kBodyPrefix,
         fmt::format("Recommendation {} rec {}", item.label, item.label)});
  }

  const store::ReportRecord& report_;
  const std::vector<store::StoredRecommendation>& recommendations_;
  std::vector<store::Passage> passages_;
  std::string title_;
  ByPlace<OwnerMention> owners_;
  ByPlace<Recommendation> items_;
  ByPlace<Citation> citations_;
  edtf::DayRange days_;
  bool dated_ = false;
  std::vector<Entry> entries_;
};

// Cuts the first line off `data`; nullopt where no line ends.
std::optional<std::string_view> TakeLine(std::string_view* data) {
  const std::size_t end = data->find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = data->substr(0, end);
  data->remove_prefix(end + 1);
  return line;
}

std::string OneLine(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

std::optional<std::uint32_t> ReadNumber(std::string_view digits) {
  std::uint32_t number = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) {
    return std::nullopt;
  }
  return number;
}

std::optional<EntryKind> ReadKind(std::string_view name) {
  for (const EntryKind kind :
       {EntryKind::kPassage, EntryKind::kRecommendation, EntryKind::kReport}) {
    if (Name(kind) == name) return kind;
  }
  return std::nullopt;
}

}  // namespace

std::string_view Name(EntryKind kind) {
  switch (kind) {
    case EntryKind::kPassage:
      return "passage";
    case EntryKind::kRecommendation:
      return "recommendation";
    case EntryKind::kReport:
      return "report";
  }
  return "";
}

std::vector<Entry> Entries(
    const store::ReportRecord& report,
    const std::vector<store::StoredRecommendation>& recommendations) {
  return Builder(report, recommendations).Run();
}

std::string OrderValue(const Entry& entry) {
  // Days since 1970 of the years -9999 to 9999 have seven digits at most.
  constexpr std::int64_t kLast = 9'999'999;
  std::int64_t inverted = 2 * kLast;
  if (entry.dated && entry.days.earliest) {
    inverted =
        kLast - std::clamp<std::int64_t>(edtf::DayNumber(*entry.days.earliest),
                                         -kLast, kLast);
  }
  return fmt::format("{:08} {} {:06}", inverted, entry.report, entry.place);
}

std::string EntryData(const Entry& entry) {
  return fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}", Name(entry.kind), entry.id,
                     entry.report, OneLine(entry.locator), entry.span.begin,
                     entry.span.end, entry.text);
}

std::optional<Entry> ReadEntryData(std::string_view data) {
  std::string_view lines[6];
  for (std::string_view& line : lines) {
    const std::optional<std::string_view> taken = TakeLine(&data);
    if (!taken) return std::nullopt;
    line = *taken;
  }
  const std::optional<EntryKind> kind = ReadKind(lines[0]);
  const std::optional<std::uint32_t> begin = ReadNumber(lines[4]);
  const std::optional<std::uint32_t> end = ReadNumber(lines[5]);
  if (!kind || !begin || !end) return std::nullopt;
  Entry entry;
  entry.kind = *kind;
  entry.id = lines[1];
  entry.report = lines[2];
  entry.locator = lines[3];
  entry.span = {*begin, *end};
  entry.text = data;
  return entry;
}

}  // namespace concord::index
