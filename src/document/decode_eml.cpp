// E-mail: its main fields as header lines, then the text; the subject is the
// title. Of several forms of one text the plain one is read. Attachments are
// documents of their own (concord/document/attachments.h).

#include <set>

#include "concord/base/unicode.h"
#include "document/assemble.h"
#include "document/charset.h"
#include "document/decoders.h"
#include "document/html/drafts.h"
#include "document/html/reduce.h"
#include "document/html/roles.h"
#include "document/html/tree.h"
#include "document/mail.h"
#include "document/structure/structure.h"
#include "document/text_lines.h"

namespace concord::document {
namespace {

void AddFields(const Mail& mail, std::vector<Draft>* drafts) {
  constexpr const char* kShown[][2] = {{"from", "From"},
                                       {"to", "To"},
                                       {"cc", "Cc"},
                                       {"date", "Date"},
                                       {"subject", "Subject"}};
  for (const auto& [name, shown] : kShown) {
    const std::string_view value = FieldOf(mail.fields, name);
    if (value.empty()) continue;
    Draft draft;
    draft.text = std::string(shown) + ": " + std::string(value);
    drafts->push_back(std::move(draft));
  }
}

// "> as you wrote": somebody else's words.
void MarkQuoted(std::vector<Draft>* drafts) {
  for (Draft& draft : *drafts) {
    if (!draft.text.starts_with('>') || !draft.cells.empty()) continue;
    const auto begin = draft.text.find_first_not_of("> ");
    if (begin == std::string::npos) continue;
    draft.text.erase(0, begin);
    draft.hint = Hint::kQuotation;
  }
}

std::vector<Draft> DraftsOfPart(const MailPart& part,
                                const DecodeLimits& limits,
                                Document* document) {
  CleanText clean = ToCleanText(part.bytes, part.charset);
  document->charset = clean.charset;
  if (part.media_type == "text/html") {
    ReducedPage page = ReducePage(clean.text, limits.max_nesting);
    const HtmlTree tree(std::move(page.html));
    return DraftsOfTree(tree, RolesOf(tree));
  }
  std::vector<Draft> drafts = DraftsOfText(clean.text);
  MarkQuoted(&drafts);
  return drafts;
}

// Groups of forms that have a plain one with words.
std::set<int> PlainGroups(const Mail& mail) {
  std::set<int> groups;
  for (const MailPart& part : mail.parts) {
    if (!part.attachment && part.media_type == "text/plain" &&
        part.bytes.find_first_not_of(" \t\r\n") != std::string::npos) {
      groups.insert(part.alternatives);
    }
  }
  return groups;
}

}  // namespace

Result<Document> DecodeEml(const source::Capture& capture,
                           const DecodeLimits& limits) {
  TRY_ASSIGN(const Mail mail, ReadMail(capture.bytes, {}));
  Document document;
  document.charset = {"utf-8", "valid", 0};
  std::vector<Draft> drafts;
  AddFields(mail, &drafts);
  const std::set<int> plain = PlainGroups(mail);
  for (const MailPart& part : mail.parts) {
    if (part.attachment) {
      document.notes.push_back(
          "attachment: " + (part.name.empty() ? part.media_type : part.name));
      continue;
    }
    const bool other_form = part.alternatives > 0 &&
                            part.media_type == "text/html" &&
                            plain.count(part.alternatives) > 0;
    if (other_form) continue;
    for (Draft& draft : DraftsOfPart(part, limits, &document)) {
      draft.parent = -1;
      drafts.push_back(std::move(draft));
    }
  }
  const std::string subject(FieldOf(mail.fields, "subject"));
  Structured structured = DecideStructure(std::move(drafts), subject);
  Assemble(std::move(structured), &document);
  return document;
}

}  // namespace concord::document
