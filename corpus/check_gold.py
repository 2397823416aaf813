#!/usr/bin/env python3
"""Checks the specimen corpus: every quotation of the gold stands in its page.

Run from anywhere, with nothing but the Python 3 standard library:

    python3 corpus/check_gold.py            # exit 0: all good, 1: faults listed
    python3 corpus/check_gold.py --words    # also the length of each page

It decodes each page by the true charset that the manifest names, drops tags
and what a browser does not show, decodes entities, folds every run of white
space into one space, and looks for each `text`, `printed` and `quote` of the
gold in what is left.  It also checks the shape of the gold, the manifest, and that
the overlaps.json of each part point only at items that exist.
"""

import html
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
PARTS = ("open", "sealed")

KINDS = {"report", "minutes", "agenda", "press", "digest", "other"}
RECOMMENDATION_KINDS = {"decision", "recommendation", "commitment"}
RELATIONS = {"re-affirms", "supersedes", "amends", "revisits", "follows-up",
             "implements", "responds-to", "cites"}
OVERLAPS = {"identical", "restates", "narrower", "wider", "overlaps",
            "contradicts", "distinct"}
STATES = {"done", "started", "planned", "slipped", ""}
# Only these tags leave words on either side joined.
INLINE = {"a", "abbr", "acronym", "b", "em", "font", "i", "span", "strong",
          "sub", "sup", "u"}


CHARSETS = {"utf-8": "utf-8-sig", "windows-1252": "cp1252",
            "iso-8859-1": "latin-1", "macroman": "mac_roman"}


def decode(data, charset):
    """Bytes as saved to text, by the true charset that the manifest names
    (the one that a page declares is now and then wrong on purpose)."""
    return data.decode(CHARSETS[charset])


def visible_text(page, is_plain):
    """What a reader sees, with each run of white space as one space."""
    if not is_plain:
        page = re.sub(r"(?s)<!--.*?-->", " ", page)
        page = re.sub(r"(?is)<(head|script|style)\b.*?</\1>", " ", page)

        def tag(match):
            name = match.group(1).lower().strip("/")
            return "" if name in INLINE else " "

        page = re.sub(r"<(/?[A-Za-z][A-Za-z0-9]*)[^>]*>", tag, page)
        page = re.sub(r"<![^>]*>", " ", page)
        page = html.unescape(page)
    return re.sub(r"\s+", " ", page).strip()


def occurrences(text, quote):
    """How often the quotation stands in the text, as a plain substring."""
    count, at = 0, text.find(quote)
    while at >= 0:
        count, at = count + 1, text.find(quote, at + 1)
    return count


class Checker:
    """Collects faults over the whole corpus."""

    def __init__(self):
        self.faults = []
        self.texts = {}
        self.gold = {}

    def fault(self, where, what):
        self.faults.append("%s: %s" % (where, what))

    def quote(self, where, text, quote, nth=1):
        """The quotation must stand in the text at least `nth` times."""
        if not quote or re.sub(r"\s+", " ", quote).strip() != quote:
            self.fault(where, "empty or unfolded quotation %r" % quote)
        elif occurrences(text, quote) < nth:
            self.fault(where, "not in the page: %r" % quote)

    def check_recommendations(self, name, text, gold):
        for item in gold["recommendations"]:
            where = "%s recommendation %r" % (name, item["label"])
            if item["kind"] not in RECOMMENDATION_KINDS:
                self.fault(where, "kind %r" % item["kind"])
            self.quote(where, text, item["text"], item.get("occurrence", 1))
            for field in ("lead_in", "addressee"):
                if item[field]:
                    self.quote(where + " " + field, text, item[field])
            for owner in item["owners"]:
                self.quote(where + " owner", text, owner["name"])
            for due in item["due"]:
                self.quote(where + " due", text, due["printed"])

    def check_quotes(self, name, text, gold):
        """Everything that is one quotation to an element."""
        plan = [("resolutions", "text"), ("dates", "printed"),
                ("citations", "printed"), ("counts", "printed"),
                ("relations", "quote"), ("timetable", "printed"),
                ("timetable", "description"), ("missing_parts", "printed"),
                ("acronyms", "short"), ("acronyms", "long"),
                ("claims", "quote"), ("optional_dates", "printed"),
                ("optional_recommendations", "text")]
        for array, field in plan:
            for item in gold.get(array, []):
                where = "%s %s.%s" % (name, array, field)
                self.quote(where, text, item[field],
                           item.get("occurrence", 1))
        for trap in gold["not_dates"]:
            self.quote(name + " not_dates", text, trap)
        header = gold["header"]
        printed = [header["title"], header["date"]["printed"], header["by"],
                   header["report_number"], header["committee"],
                   header.get("contact_unit", "")]
        printed += [author["name"] for author in header["authors"]]
        for value in printed:
            if value:
                self.quote(name + " header", text, value)

    def check_values(self, name, gold):
        """Closed lists, sums, and dates without a value."""
        if gold["kind"] not in KINDS:
            self.fault(name, "kind %r" % gold["kind"])
        for item in gold["relations"]:
            if item["type"] not in RELATIONS:
                self.fault(name, "relation %r" % item["type"])
        for item in gold["counts"]:
            parts = [part["count"] for part in item["partition"]]
            if parts and sum(parts) != item["count"]:
                if not item.get("disagrees"):
                    self.fault(name, "partition of %r" % item["printed"])
        for item in gold["dates"]:
            if not item["edtf"]:
                self.fault(name, "date without EDTF: %r" % item["printed"])
        for item in gold["timetable"]:
            if item["state"] not in STATES:
                self.fault(name, "state %r" % item["state"])
        if gold["kind"] in ("agenda", "press") and gold["recommendations"]:
            self.fault(name, "an agenda or press page yields none")
        if gold["kind"] == "minutes" and any(
                r["kind"] != "commitment" for r in gold["recommendations"]):
            self.fault(name, "minutes yield resolutions only")

    def check_document(self, name, part, charset):
        with open(os.path.join(folder(part), "raw", name), "rb") as page:
            data = page.read()
        page = decode(data, charset)
        text = visible_text(page, name.endswith(".txt"))
        path = os.path.join(folder(part), "gold", stem(name) + ".json")
        with open(path, encoding="utf-8") as source:
            gold = json.load(source)
        self.texts[name], self.gold[name] = text, gold
        self.check_recommendations(name, text, gold)
        self.check_quotes(name, text, gold)
        self.check_values(name, gold)

    def check_conflicts(self):
        """A conflict may quote another page, so all are read first."""
        for name, gold in self.gold.items():
            for conflict in gold.get("conflicts", []):
                for value in conflict["values"]:
                    other = value.get("file", name)
                    if other not in self.texts:
                        self.fault(name, "conflict with unknown " + other)
                        continue
                    self.quote("%s conflict %s" % (name, conflict["about"]),
                               self.texts[other], value["quote"])

    def find_item(self, where, ref):
        """An overlap's end names one recommendation by label or text."""
        gold = self.gold.get(ref["file"])
        if gold is None:
            self.fault(where, "unknown file %r" % ref["file"])
            return
        hits = [r for r in gold["recommendations"]
                if r["label"] == ref.get("label", r["label"])
                and r["kind"] == ref.get("kind", r["kind"])
                and ref.get("text", "") in r["text"]]
        if len(hits) != 1:
            self.fault(where, "%d items for %r" % (len(hits), ref))

    def check_overlaps(self):
        seen = set()
        for part in PARTS:
            path = os.path.join(folder(part), "gold", "overlaps.json")
            with open(path, encoding="utf-8") as source:
                self.check_overlaps_of(part, json.load(source), seen)

    def check_overlaps_of(self, part, overlaps, seen):
        for item in overlaps["pairs"] + overlaps["groups"]:
            if item["part"] != part:
                self.fault("overlaps.json", "%s item among the %s ones"
                           % (item["part"], part))
        for number, pair in enumerate(overlaps["pairs"]):
            where = "%s overlaps.json pair %d" % (part, number)
            if pair["relation"] not in OVERLAPS:
                self.fault(where, "relation %r" % pair["relation"])
            key = tuple(sorted(json.dumps(pair[end], sort_keys=True)
                               for end in ("a", "b")))
            if key in seen:
                self.fault(where, "listed twice")
            seen.add(key)
            self.find_item(where, pair["a"])
            self.find_item(where, pair["b"])
        for group in overlaps["groups"]:
            for member in group["members"]:
                self.find_item("overlaps.json group " + group["name"], member)

    def check_manifest(self):
        with open(os.path.join(HERE, "manifest.tsv"),
                  encoding="utf-8") as source:
            rows = [line.rstrip("\n").split("\t") for line in source][1:]
        for part in PARTS:
            names = {row[0] for row in rows if row[4] == part}
            on_disk = set(os.listdir(os.path.join(folder(part), "raw")))
            if names != on_disk:
                self.fault("manifest.tsv", "disagrees with the %s pages on %s"
                           % (part, sorted(names ^ on_disk)))
        for row in rows:
            if len(row) != 7 or row[4] not in PARTS:
                self.fault("manifest.tsv", "bad row %r" % row[0])
        return rows


def folder(part):
    """Where the pages and the gold of a part lie."""
    return os.path.join(HERE, "sealed") if part == "sealed" else HERE


def stem(name):
    return os.path.splitext(name)[0]


def main():
    checker = Checker()
    rows = checker.check_manifest()
    for row in rows:
        checker.check_document(row[0], row[4], row[6])
    checker.check_conflicts()
    checker.check_overlaps()
    if "--words" in sys.argv[1:]:
        for name in sorted(checker.texts):
            print("%6d  %s" % (len(checker.texts[name].split()), name))
    for fault in checker.faults:
        print(fault, file=sys.stderr)
    total = sum(len(g["recommendations"]) for g in checker.gold.values())
    sealed = sum(1 for row in rows if row[4] == "sealed")
    print("%d documents (%d sealed), %d recommendations, %d faults"
          % (len(rows), sealed, total, len(checker.faults)))
    return 1 if checker.faults else 0


if __name__ == "__main__":
    sys.exit(main())
