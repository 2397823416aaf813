"""A temporary archive of documents, and which stored item is which."""

import os

from .matching import assign
from .recommendations import likeness, with_span
from .text import FoldedText


class Archive:
    """What the program stored of the files it was given."""

    def __init__(self, program, folder, paths):
        self.program = program
        self.folder = folder
        self.summary = program.import_into(folder, *paths)
        self.report_of = {}  # path -> report id, duplicates too
        for report in program.lines("list", "reports", "--archive", folder):
            for capture in report.get("captures", []):
                self.report_of[os.path.realpath(capture["path"])] = \
                    report["id"]
        self.works = None  # read when asked for
        self.titles = {}
        self.items = {}  # report id -> its stored recommendations
        for item in program.lines("list", "recommendations", "--archive",
                                  folder, accept=(0, 1)):
            self.items.setdefault(item["report"], []).append(item)

    def held_titles(self, path):
        """{span of a citation: titles of the works it means here}."""
        if self.works is None:
            self.works = self.program.lines("list", "works", "--archive",
                                            self.folder, accept=(0, 1))
            self.titles = {}
            for report in self.program.lines("list", "reports", "--archive",
                                             self.folder):
                self.titles[report["id"]] = report["title"]
        here = self.report_of.get(os.path.realpath(path))
        found = {}
        for work in self.works:
            names = [work["title"]] + [self.titles.get(one, "")
                                       for one in work["held"]]
            for mention in work["cited_by"]:
                quote = mention["quote"]
                if quote["report"] == here:
                    span = (quote["span"]["begin"], quote["span"]["end"])
                    found.setdefault(span, []).extend(names)
        return found

    def stored(self, path):
        """The recommendations stored of the file at `path`."""
        return self.items.get(self.report_of.get(os.path.realpath(path)), [])

    def overlaps(self):
        return self.program.lines("overlaps", "--archive", self.folder,
                                  accept=(0, 1))

    def passages(self, report):
        return self.program.lines("overlaps", "--passages", "--report", report,
                                  "--archive", self.folder, accept=(0, 1))

    def conflicts(self):
        return self.program.lines("list", "conflicts", "--archive",
                                  self.folder, accept=(0, 1))

    def groups(self):
        """Sets of ids that are answered together."""
        return [{member["id"] for member in group["members"]}
                for group in self.program.lines(
                    "groups", "--archive", self.folder, accept=(0, 1))]


def stored_ids(case, stored):
    """{index in the gold: id of the stored recommendation} of one document.

    Spans of the store count in the text that the case was read as.  A
    document held under another copy's text is matched by its words.
    """
    text = case.text or FoldedText("")
    gold = [dict(with_span(item, case), text=item["text"])
            for item in case.gold["recommendations"]]
    found = []
    for item in stored:
        span = (item["span"]["begin"], item["span"]["end"])
        here = text.text.encode("utf-8")[span[0]:span[1]].decode(
            "utf-8", "ignore") == item["text"]
        found.append({"place": span if here else None,
                      "words": " ".join(item["text"].split()),
                      "id": item["id"]})
    pairs = assign(gold, found, likeness)
    return {i: found[j]["id"] for i, j in pairs}
