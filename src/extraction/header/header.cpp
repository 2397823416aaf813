// The header: every rule's claims, the surest kept, the others kept beside it.
//
// Two claims agree if they mean the same: "05" and "5", "15 Nov 01" and
// "15 November 2001", a committee's name in other case or punctuation. Only a
// claim that differs is kept as another claim.

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "concord/base/unicode.h"
#include "concord/extraction/extract.h"
#include "extraction/dates/find.h"
#include "extraction/header/pieces.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

std::string Meaning(const HeaderClaim& claim) {
  if (claim.field == HeaderField::kDate) {
    const auto date = ReadDateExpression(claim.item.printed, std::nullopt);
    if (date && !date->edtf.empty()) return date->edtf;
  }
  std::string words = FoldWords(claim.item.printed);
  if (claim.field == HeaderField::kNumber) {
    while (words.size() > 1 && words.front() == '0') words.erase(0, 1);
  }
  return words;
}

void SetDate(const TextItem& item, dates::FigureOrder order,
             DateMention* date) {
  date->span = item.span;
  date->rule = item.rule;
  date->confidence = item.confidence;
  date->printed = item.printed;
  if (const auto read =
          dates::ReadWholeDate(item.printed, std::nullopt, order)) {
    date->edtf = read->edtf;
    date->inferred = read->inferred;
  }
}

void SetField(const HeaderClaim& claim, dates::FigureOrder order,
              Header* header) {
  switch (claim.field) {
    case HeaderField::kTitle:
      header->title = claim.item;
      return;
    case HeaderField::kCommittee:
      header->committee = claim.item;
      return;
    case HeaderField::kNumber:
      header->report_number = claim.item;
      return;
    case HeaderField::kDate:
      SetDate(claim.item, order, &header->date);
      return;
    case HeaderField::kBy:
      header->by = claim.item;
      return;
    case HeaderField::kSubject:
      header->subject = claim.item;
      return;
  }
}

void Settle(std::vector<HeaderClaim> claims, dates::FigureOrder order,
            Header* header) {
  std::stable_sort(claims.begin(), claims.end(),
                   [](const HeaderClaim& a, const HeaderClaim& b) {
                     return a.item.confidence > b.item.confidence;
                   });
  std::vector<std::pair<HeaderField, std::string>> taken;
  for (HeaderClaim& claim : claims) {
    const std::string meaning = Meaning(claim);
    const auto same_field = [&](const auto& one) {
      return one.first == claim.field;
    };
    const bool first = std::none_of(taken.begin(), taken.end(), same_field);
    const bool known =
        std::find(taken.begin(), taken.end(),
                  std::pair(claim.field, meaning)) != taken.end();
    taken.emplace_back(claim.field, meaning);
    if (first) {
      SetField(claim, order, header);
    } else if (!known) {
      header->other_claims.push_back(std::move(claim.item));
    }
  }
}

void ReadAuthors(const Reading& reading, Header* header) {
  for (const AuthorRule& rule : AuthorRules()) {
    for (OwnerMention& author : rule.find(reading)) {
      const auto same = [&](const OwnerMention& known) {
        return FoldWords(known.name) == FoldWords(author.name);
      };
      if (std::any_of(header->authors.begin(), header->authors.end(), same)) {
        continue;
      }
      author.rule = rule.name;
      author.confidence = rule.confidence;
      header->authors.push_back(std::move(author));
    }
  }
}

// A person named as having made a document that is no committee paper wrote it.
void ReadNamedPresenter(const Reading& reading, Header* header) {
  if (!header->authors.empty() || reading.kind == DocumentKind::kReport ||
      Empty(header->by.span)) {
    return;
  }
  header->authors = ReadPeople(reading.text(), header->by.span);
  for (OwnerMention& author : header->authors) {
    author.rule = "author.presenter";
    author.confidence = header->by.confidence;
  }
}

// The unit that answers questions: that of the first author who has one.
void ReadContactUnit(const document::Document& document, Header* header) {
  for (const OwnerMention& author : header->authors) {
    if (author.unit.empty()) continue;
    const std::size_t at = document.text.find(author.unit, author.span.begin);
    if (at == std::string::npos) continue;
    header->contact_unit.span = {
        static_cast<std::uint32_t>(at),
        static_cast<std::uint32_t>(at + author.unit.size())};
    header->contact_unit.printed = author.unit;
    header->contact_unit.rule = "header.author-unit";
    header->contact_unit.confidence = 0.8;
    return;
  }
}

// Each text once: the head of every page is one finding, and the blocks say
// where it returns.
void ReadChrome(const document::Document& document, Header* header) {
  std::unordered_set<std::string_view> seen;
  for (const document::Block& block : document.blocks) {
    if (block.kind != BlockKind::kChrome) continue;
    if (!seen.insert(Slice(document.text, block.span)).second) continue;
    TextItem item;
    item.span = block.span;
    item.rule = "header.chrome";
    item.confidence = 0.9;
    item.printed = Slice(document.text, block.span);
    header->chrome_removed.push_back(std::move(item));
  }
}

}  // namespace

std::string FullTitle(const Header& header) {
  std::string title = CollapseSpace(header.title.printed);
  if (!title.empty() && !header.subject.printed.empty()) {
    title += ": " + CollapseSpace(header.subject.printed);
  }
  return title;
}

Header ReadHeader(const document::Document& document) {
  Header header;
  header.kind = DecideKind(document).kind;
  const Reading reading = Read(document, header.kind, std::nullopt);
  std::vector<HeaderClaim> claims;
  for (const auto* rules :
       {&HeaderMastheadRules(), &HeaderSignedRules(), &HeaderRules(),
        &HeaderFieldRules(), &HeaderLineRules(), &HeaderPlainRules()}) {
    for (const HeaderRule& rule : *rules) {
      for (HeaderClaim& claim : rule.find(reading)) {
        claim.item.rule = rule.name;
        claim.item.confidence = rule.confidence;
        claims.push_back(std::move(claim));
      }
    }
  }
  if (HasMasthead(reading)) {
    // "Agenda item 6" is where the meeting took it, not the report's number.
    std::erase_if(claims, [](const HeaderClaim& claim) {
      return claim.field == HeaderField::kNumber &&
             claim.item.rule != "header.masthead";
    });
  }
  Settle(std::move(claims), dates::FigureOrderOf(document.text), &header);
  ReadAuthors(reading, &header);
  ReadNamedPresenter(reading, &header);
  ReadContactUnit(document, &header);
  ReadChrome(document, &header);
  return header;
}

}  // namespace concord::extraction
