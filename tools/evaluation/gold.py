"""The labelled corpora, brought to one shape: a Case for each document.

The shape is that of the specimens' gold (corpus/README.md).  What a corpus does
not label is left out of `Case.scored`, so that nobody is blamed for finding it.
"""

import csv
import json
import os
import subprocess
from dataclasses import dataclass, field

from .text import FoldedText, item_span

SPECIMEN_FIELDS = frozenset(
    "header kind recommendations owners resolutions dates acronyms citations "
    "counts relations timetable missing_parts".split())
LAYOUT_FIELDS = frozenset(
    "header kind recommendations resolutions dates acronyms citations"
    .split())


@dataclass
class Case:
    """One document with its gold and, once read, what was found in it."""
    corpus: str
    name: str  # of the file
    part: str  # open or sealed
    path: str
    uri: str
    gold: dict
    scored: frozenset
    # Matching rules of docs/evaluation.md that differ between corpora.
    loose_qualifier: bool = False  # "~" of an EDTF value is not compared
    loose_due: bool = False  # a due expression with or without preposition
    citations_complete: bool = True  # else precision means nothing either
    header_is_body: bool = False  # the page's own date is labelled
    commitments_labelled: bool = True
    charset: str = ""  # the true one; "" = not known
    found: dict = field(default_factory=dict)
    # Titles under which an archive of all documents holds the work cited at a
    # span; empty where no archive was made.
    held: dict = field(default_factory=dict)
    text: FoldedText = None

    def read(self, extraction):
        """Takes the output of `concord extract --json --with-text`."""
        self.found = extraction
        self.text = FoldedText(extraction.get("text", ""))

    def as_text(self, folder, layout):
        """From here on the PDF as poppler's pdftotext writes it."""
        name = os.path.splitext(os.path.basename(self.path))[0] + ".txt"
        text = os.path.join(folder, ("layout-" if layout else "") + name)
        subprocess.run(["pdftotext"] + ["-layout"] * layout +
                       [self.path, text], check=True)
        self.path, self.name = text, os.path.basename(text)

    def titles_of(self, citation):
        """What the work is called: by the page, and in the archive."""
        return [citation["title"]] + self.held.get(item_span(citation), [])

    def titles_like(self, title):
        """The same for a title that some citation of the page has."""
        return [title] + [name for one in self.found.get("citations", [])
                          if title and one["title"] == title
                          for name in self.held.get(item_span(one), [])]


def specimen_folder(root, part):
    """Where the pages and the gold of a part lie."""
    return os.path.join(root, "sealed") if part == "sealed" else root


def specimens(root):
    """Cases of the project's own corpus, in the order of its manifest."""
    cases = []
    with open(os.path.join(root, "manifest.tsv"), encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            name = row["file"]
            stem = name.rsplit(".", 1)[0]
            folder = specimen_folder(root, row["part"])
            gold = os.path.join(folder, "gold", stem + ".json")
            with open(gold, encoding="utf-8") as gold_file:
                cases.append(Case(
                    "specimens", name, row["part"],
                    os.path.join(folder, "raw", name), row["uri"],
                    json.load(gold_file), SPECIMEN_FIELDS,
                    charset=row["charset"]))
    return cases


def layouts(root):
    """Cases of mpa-layouts, documents written on the layout of real pages."""
    cases = []
    with open(os.path.join(root, "labels.jsonl"), encoding="utf-8") as file:
        for line in file:
            if line.strip():
                labels = json.loads(line)
                cases.append(Case(
                    "layouts", labels["file"], "open",
                    os.path.join(root, labels["file"]), "",
                    from_labels(labels), LAYOUT_FIELDS,
                    loose_qualifier=True, loose_due=True,
                    citations_complete=False, commitments_labelled=False,
                    header_is_body=labels["kind"] == "other"))
    return cases


def from_labels(labels):
    """One line of labels.jsonl in the shape of the specimens' gold."""
    gold = {
        "kind": labels["kind"],
        "header": {
            "title": labels.get("title") or "",
            "committee": labels.get("committee") or "",
            "report_number": labels.get("report_no") or "",
            "date": {"printed": "", "edtf": labels.get("date") or ""},
            "by": labels.get("by") or "",
        },
        "recommendations":
            [layout_item(item, "decision")
             for item in labels["recommendations"]] +
            [layout_item(item, "recommendation")
             for item in labels["embedded"] if labels["kind"] != "other"],
        "resolutions": [layout_item(item, "") for item in
                        labels["resolutions"]],
        "dates": [dict(item, printed=item["text"])
                  for item in labels["dates"]],
        "not_dates": labels["not_dates"],
        "acronyms": [{"short": short, "long": long}
                     for short, long in labels["acronyms"].items()],
        "citations": [{"printed": "", "title": title, "year": "",
                       "recommendation": ""} for title in labels["cited"]],
        "optional_dates": [],
        # A press page tells what others recommended; finding it is optional.
        "optional_recommendations":
            [layout_item(item, "recommendation")
             for item in labels["embedded"] if labels["kind"] == "other"],
    }
    for choice in labels.get("accept") or []:
        apply_choice(gold, choice)
    return gold


def layout_item(item, kind):
    due = item.get("due")
    made = {"label": item["label"] or "", "kind": kind, "text": item["text"],
            "addressee": item["addressee"] or "",
            "due": [{"printed": due, "edtf": None}] if due else []}
    if "lead_in" in item:  # not labelled for those of others in the body
        made["lead_in"] = item["lead_in"] or ""
    return made


def apply_choice(gold, choice):
    """A judgement call of the labels: values that count as right, None
    standing for "not found"."""
    if choice["field"] == "embedded":
        gold["optional_recommendations"].append(
            {"text": choice["text"], "label": ""})
        return
    if choice["field"] != "dates":
        return  # a trap that stays one
    values = [value.split(" ")[0] for value in choice["accept"] if value]
    may_be_absent = None in choice["accept"]
    item = next((date for date in gold["dates"]
                 if date["printed"] == choice["text"]), None)
    if item is None or may_be_absent:
        gold["dates"] = [date for date in gold["dates"] if date is not item]
        gold["optional_dates"] += [
            {"printed": choice["text"], "edtf": value, "exact": True}
            for value in values]
        return
    item["accept"] = values
    item["exact"] = True  # the choice says what "~" may be
