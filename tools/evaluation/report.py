"""From judgements to the table: rows, Markdown, JSON."""

import datetime
import os

from .tally import Tally, interval, tallies, total

BEGIN = "<!-- evaluation: begin, written by tools/evaluate --write-docs -->"
END = "<!-- evaluation: end -->"

# (field, what the row is called); a field without judgements has no row.
ROWS = (
    ("header", "header, all fields"),
    ("header.title", "- title"),
    ("header.committee", "- committee"),
    ("header.report_number", "- report number"),
    ("header.date", "- date (EDTF)"),
    ("header.by", "- by"),
    ("header.authors", "- authors"),
    ("header.kind", "- kind of page"),
    ("reading.charset", "charset, same characters"),
    ("recommendations", "recommendations, exact text"),
    ("recommendations.overlap", "recommendations, overlapping span"),
    ("recommendations.decision", "- decisions, exact text and kind"),
    ("recommendations.recommendation", "- recommendations proper"),
    ("recommendations.commitment", "- commitments"),
    ("rec.kind", "of those found: kind"),
    ("rec.label", "- label"),
    ("rec.lead_in", "- lead-in"),
    ("rec.addressee", "- addressee"),
    ("rec.owners", "- owners"),
    ("rec.due", "- due date as printed"),
    ("rec.due_edtf", "- due date, EDTF"),
    ("resolutions", "resolutions, exact text"),
    ("resolutions.overlap", "resolutions, overlapping span"),
    ("dates", "dates, printed and EDTF"),
    ("dates.printed", "- printed alone"),
    ("dates.overlap", "- overlapping span, EDTF right"),
    ("acronyms", "acronyms"),
    ("citations", "citations"),
    ("citations.title", "- title under which the work is held"),
    ("counts", "stated counts"),
    ("counts.work", "- work that is counted"),
    ("counts.partition", "- partition"),
    ("relations", "stated relations"),
    ("relations.object", "- to which work"),
    ("timetable", "timetable rows"),
    ("timetable.edtf", "- EDTF"),
    ("timetable.state", "- state"),
    ("missing_parts", "announced and missing parts"),
    ("conflicts", "statements in conflict"),
    ("overlap.pairs", "overlapping pairs, linked"),
    ("overlap.relation", "- relation, of those linked"),
    ("overlap.traps", "- traps kept apart"),
    ("overlap.groups", "groups, pairs within"),
    ("leveson.summary", "92 consolidated, same words"),
    ("leveson.summary.overlap", "92 consolidated, half the words"),
    ("leveson.body", "88 marked in the body"),
    ("leveson.sources", "92 linked with a right place"),
    ("leveson.sources.best", "92 whose heaviest link is a right place"),
    ("leveson.links", "links of the 92 that are right"),
    ("leveson.passages.first", "92 whose first passage is a right place"),
    ("leveson.passages.five", "92 with the cited paragraph in the first five"),
    ("upr", "recommendations by text and maker"),
    ("upr.state", "- who made it, of those with its words"),
    ("upr.addressee", "of those found: addressee"),
    ("upr.position", "- position, where the report gives the answer"),
    ("upr.awaited", "- answer said to come"),
    ("taic.made", "day on which it was made, as printed"),
    ("taic.addressee", "addressee, of texts with the recipient's name"),
    ("taic.asked", "- of those in which the recipient is asked"),
    ("taic.elsewhere", "addressees found in the other texts"),
    ("kent.papers", "papers with every count right"),
    ("kent.invented", "items beyond the counted"),
    ("references", "references within the work, found"),
    ("references.resolved", "- whose target exists: resolved"),
    ("references.broken", "- whose target does not: reported broken"),
    ("expressions", "first and last day"),
)
HEADER_PREFIX = "header."
# Rows whose recall alone, or precision alone, means something.
RECALL_ONLY = {"reading.charset", "leveson.body", "leveson.sources",
               "leveson.sources.best", "leveson.passages.first",
               "leveson.passages.five", "overlap.traps", "upr.awaited",
               "kent.papers"}
PRECISION_ONLY = {"leveson.links", "taic.elsewhere", "kent.invented"}
# No rows: fields of which there should be nothing at all.
FALSE_ONLY = {"recommendations.silent"}


class Section:
    """The scores of one corpus, or of one part of it."""

    def __init__(self, title, part, documents, judgements, corpus=""):
        self.title = title
        self.corpus = corpus  # as floors name it
        self.part = part
        self.documents = list(documents)
        self.judgements = judgements
        self.extra = {}  # figures that are no precision or recall

    def fields(self):
        """{field: {document: Tally}}, the whole header added."""
        fields = tallies(self.judgements)
        header = fields.setdefault("header", {})
        for field, by_document in list(fields.items()):
            if field.startswith(HEADER_PREFIX):
                for document, tally in by_document.items():
                    header.setdefault(document, Tally()).add(tally)
        return fields

    def rows(self):
        """One dictionary for each row of the table."""
        fields = self.fields()
        for field, name in ROWS:
            by_document = fields.get(field)
            if not by_document:
                continue
            whole = total(by_document)
            documents = set(self.documents) | set(by_document)
            measure = Tally.f1
            precision, recall, f1 = (whole.precision(), whole.recall(),
                                     whole.f1())
            if field in RECALL_ONLY:
                precision, f1, measure = None, None, Tally.recall
            if field in PRECISION_ONLY:
                recall, f1, measure = None, None, Tally.precision
            yield {"field": field, "name": name, "gold": whole.gold,
                   "found": whole.found, "hit": whole.hit,
                   "precision": precision, "recall": recall, "f1": f1,
                   "interval": interval(by_document, documents, measure)}


def figure(value):
    return "–" if value is None else "%.3f" % value


def markdown(section):
    lines = ["### %s" % section.title, "",
             "| field | gold | found | right | precision | recall | F1 "
             "| 95 % |", "|---|--:|--:|--:|--:|--:|--:|---|"]
    for row in section.rows():
        low_high = row["interval"]
        gold = row["gold"] if row["recall"] is not None or \
            row["precision"] is None else "–"
        found = "–" if row["field"] in RECALL_ONLY else row["found"]
        lines.append("| %s | %s | %s | %d | %s | %s | %s | %s |" % (
            row["name"], gold, found, row["hit"], figure(row["precision"]),
            figure(row["recall"]), figure(row["f1"]),
            "%.3f–%.3f" % low_high if low_high else "–"))
    for name, value in section.extra.items():
        lines += ["", "%s: %s." % (name, value)]
    return "\n".join(lines)


def as_json(sections, version):
    return {"version": version, "date": today(),
            "sections": [{"title": section.title, "part": section.part,
                          "documents": len(section.documents),
                          "rows": list(section.rows()),
                          "extra": section.extra} for section in sections]}


def today():
    return datetime.date.today().isoformat()


def document_table(sections, version):
    """What stands between the markers of docs/evaluation.md."""
    parts = ["Measured on %s with `%s`." % (today(), version)]
    parts += [markdown(section) for section in sections]
    return "\n\n".join(parts)


def write_docs(path, sections, version):
    """Replaces what stands between the markers; the rest is kept."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    before, begin, after = text.partition(BEGIN)
    _, end, after = after.partition(END)
    if not begin or not end:
        raise ValueError("%s lacks the markers of the table" % path)
    text = "%s%s\n\n%s\n\n%s%s" % (
        before, BEGIN, document_table(sections, version), END, after)
    temporary = path + ".new"
    with open(temporary, "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(temporary, path)
