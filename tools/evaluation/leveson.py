"""Scores the reading of a long public inquiry report published as HTML.

Four measures: the consolidated recommendations of its last part, the marked
recommendations of its body, whether each consolidated one is linked with the
place that it restates, and how near the front the paragraph that it cites
stands among the passages that say the same.  What is known to be wrong in the report's own
citations is corrected here (docs/evaluation.md says which and why).
"""

import csv
import os
import re
import urllib.parse
from collections import Counter
from html.parser import HTMLParser

from .gold import Case
from .matching import FALSE, HIT, MISS, Judge, Judgement, assign, rest
from .text import LOOK_ALIKES, fold, item_span

SUMMARY = "L/index.html"
# Number -> where its text really is; the printed citation is wrong.
CORRECTED = {18: ("K/chapter7", "4.34"), 72: ("J/chapter3", "5.12"),
             74: ("J/chapter3", "6.10"), 84: ("I/chapter8", "5.37")}
# The label of the last recommendation goes on with the foot of its page.
FOOT_OF_PAGE = "Previous Part |"
# A later chapter restates these numbers: a link to it is right too.
RESTATED = ((range(34, 48), "K/chapter9"), (range(48, 67), "H/chapter7"))
SOURCE = re.compile(r"Part ([A-Z]), Chapter (\d+)(?:, paras? ([\d.]+))?")
PARAGRAPH = re.compile(r"\bpara ([\d.]+)")
MARKED_MINIMUM = 0.6  # share of the shorter one's words


def words(text):
    """Lower-case words without footnote numbers and list labels."""
    text = re.sub(r"(?m)^\s*\(?(\d{1,2}|[a-z])[.)]\s", " ", text or "")
    plain = fold(text.strip()).translate(LOOK_ALIKES).casefold()
    plain = re.sub(r"(?<=[a-z.,;:)\"'])\d{1,3}\b", "", plain)
    return [word for word in re.findall(r"[a-z0-9]+", plain)
            if len(word) > 1 or word.isdigit()]


def word_share(a, b):
    """Share of the shorter one's words that the longer one has."""
    a, b = Counter(words(a)), Counter(words(b))
    short = min(sum(a.values()), sum(b.values()))
    return sum((a & b).values()) / short if short else 0.0


def likeness(a, b):
    """Dice over words: 1 for the same words."""
    a, b = Counter(words(a)), Counter(words(b))
    whole = sum(a.values()) + sum(b.values())
    return 2 * sum((a & b).values()) / whole if whole else 0.0


class MarkedPassages(HTMLParser):
    """The text of each <div class="recommend">."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.passages, self.depth, self.note = [], 0, 0

    def handle_starttag(self, tag, attributes):
        if tag == "div":
            if self.depth:
                self.depth += 1
            elif ("class", "recommend") in attributes:
                self.depth = 1
                self.passages.append("")
        if tag == "sup" and self.depth:
            self.note += 1

    def handle_endtag(self, tag):
        if tag == "div" and self.depth:
            self.depth -= 1
        if tag == "sup" and self.note:
            self.note -= 1

    def handle_data(self, data):
        if self.depth and not self.note:
            self.passages[-1] += data


def marked(path):
    parser = MarkedPassages()
    with open(path, encoding="utf-8", errors="replace") as file:
        parser.feed(file.read())
    return [fold(passage) for passage in parser.passages]


def pages(root):
    """What belongs to the report: not the tables made from it."""
    return [os.path.join(root, name) for name in sorted(os.listdir(root))
            if name != "derived"]


def rows(root):
    name = os.path.join(root, "derived", "recommendations_with_source.tsv")
    with open(name, encoding="utf-8") as file:
        made = list(csv.DictReader(file, delimiter="\t"))
    for row in made:
        row["summary_text"] = row["summary_text"].split(FOOT_OF_PAGE)[0].strip()
    return made


def cases(root):
    """A case for each page that has marked recommendations."""
    gold = {SUMMARY: [row["summary_text"] for row in rows(root)]}
    for folder, _, names in sorted(os.walk(root)):
        for name in sorted(names):
            path = os.path.join(folder, name)
            relative = os.path.relpath(path, root).replace(os.sep, "/")
            if name.endswith(".html") and relative != SUMMARY:
                passages = marked(path)
                if passages:
                    gold[relative] = passages
    return [Case("leveson", name, "open", os.path.join(root, name), "",
                 {"recommendations": [{"text": text} for text in texts]},
                 frozenset(["recommendations"]))
            for name, texts in gold.items()]


def score(case):
    """The summary is scored whole; of a body chapter only what is marked,
    because prose outside the marks recommends things too."""
    judge = Judge(case)
    gold = [item["text"] for item in case.gold["recommendations"]]
    found = [item for item in case.found.get("recommendations", [])
             if item.get("kind") == "recommendation" and
             item.get("parent", -1) < 0]
    if case.name == SUMMARY:
        compare(judge, "leveson.summary", gold, found,
                lambda a, b: int(words(a) == words(b["text"])))
        compare(judge, "leveson.summary.overlap", gold, found, half_alike)
    else:
        compare(judge, "leveson.body", gold, found, mostly, False)
    return judge.judgements


def half_alike(text, item):
    value = likeness(text, item["text"])
    return value if value >= 0.5 else 0


def mostly(text, item):
    value = word_share(text, item["text"])
    return value if value >= MARKED_MINIMUM else 0


def compare(judge, field, gold, found, measure, whole=True):
    pairs = assign(gold, found, measure)
    for i, j in pairs:
        judge.add(HIT, field, gold=gold[i], found=found[j]["text"],
                  rule=found[j].get("rule", ""), span=item_span(found[j]))
    for i in rest(len(gold), [i for i, _ in pairs]):
        judge.add(MISS, field, gold=gold[i])
    for j in rest(len(found), [j for _, j in pairs]) if whole else ():
        judge.add(FALSE, field, found=found[j]["text"],
                  rule=found[j].get("rule", ""), span=item_span(found[j]))


def cited_places(row):
    """(chapter, paragraph) of each place that is cited, corrected."""
    number = int(row["number"])
    if number in CORRECTED:
        return {CORRECTED[number]}
    return {("%s/chapter%s" % (part, chapter), paragraph)
            for part, chapter, paragraph in
            SOURCE.findall(row["source_refs"])}


def right_places(row):
    """Chapters in which the text of a consolidated recommendation stands."""
    number = int(row["number"])
    chapters = {chapter for chapter, _ in cited_places(row)}
    restated = {chapter for numbers, chapter in RESTATED if number in numbers}
    return chapters, restated


class Places:
    """Where each consolidated recommendation stands in the body."""

    def __init__(self, root, archive):
        self.summary = archive.stored(os.path.join(root, SUMMARY))
        gold = rows(root)
        pairs = assign([row["summary_text"] for row in gold], self.summary,
                       half_alike)
        self.row_of = {self.summary[j]["id"]: gold[i] for i, j in pairs}
        self.chapter_of = {}
        for path, report in archive.report_of.items():
            relative = os.path.relpath(path, os.path.realpath(root))
            for item in archive.items.get(report, []):
                self.chapter_of[item["id"]] = os.path.dirname(relative)

    def is_consolidated(self, one):
        return one in self.row_of

    def is_right(self, one, other, text):
        """Whether `other` with its text is the place that `one` restates."""
        return is_right(self.row_of[one], text, self.chapter_of.get(other))


def score_links(root, archive):
    """One judgement for each consolidated recommendation (is it linked with
    a right place), one more on whether its heaviest link is, and one for each
    of its links (is that a right place)."""
    places = Places(root, archive)
    judgements, linked, best = [], set(), {}
    for link in archive.overlaps():  # heaviest first
        if link["relation"] == "distinct":
            continue
        for one, other in ((link["a"], link["b"]), (link["b"], link["a"])):
            row = places.row_of.get(one["id"])
            if row is None:
                continue
            right = places.is_right(one["id"], other["id"], other["text"])
            best.setdefault(row["number"], right)
            if right:
                linked.add(row["number"])
            judgements.append(Judgement(
                "leveson.links", HIT if right else FALSE, SUMMARY,
                gold=row["summary_text"], found=fold(other["text"]),
                note="number %s, %s, weight %.1f; linked in %s" % (
                    row["number"], link["relation"], link["weight"],
                    places.chapter_of.get(other["id"]))))
    for row in rows(root):
        for field, found in (
                ("leveson.sources", row["number"] in linked),
                ("leveson.sources.best", best.get(row["number"], False))):
            judgements.append(Judgement(
                field, HIT if found else MISS, SUMMARY,
                gold=row["summary_text"], note="number %s, cited %s" % (
                    row["number"], row["source_refs"])))
    return judgements


def is_right(row, text, chapter):
    """Words of the cited place, or of the chapter that restates it."""
    cited, restated = right_places(row)
    if chapter in restated:
        return word_share(row["summary_text"], text) >= 0.5
    return chapter in cited and (
        word_share(row["source_text"], text) >= MARKED_MINIMUM or
        word_share(row["summary_text"], text) >= MARKED_MINIMUM)


FIRST = 5  # passages in which the cited paragraph is looked for


def score_passages(root, archive):
    """Two judgements for each consolidated recommendation: is the passage
    that comes first the cited paragraph or one that restates it, and is the
    cited paragraph itself among the first five."""
    gold = {row["number"]: row for row in rows(root)}
    places = Places(root, archive)
    summary = archive.report_of[os.path.realpath(os.path.join(root, SUMMARY))]
    passages = {}  # number -> its passages, nearest first
    for line in archive.passages(summary):
        row = places.row_of.get(line["a"]["id"])
        if line["type"] == "passage" and row is not None:
            passages.setdefault(row["number"], []).append(line["b"])
    judgements = []
    for number, row in gold.items():
        near = [(place_of(root, one), one["text"])
                for one in passages.get(number, [])[:FIRST]]
        cited = cited_places(row)
        first = bool(near) and (near[0][0] in cited or
                                is_right(row, near[0][1], near[0][0][0]))
        among = any(place in cited for place, _ in near)
        for field, right in (("leveson.passages.first", first),
                             ("leveson.passages.five", among)):
            judgements.append(Judgement(
                field, HIT if right else MISS, SUMMARY,
                gold=row["summary_text"], note="number %s, cited %s; found %s"
                % (number, row["source_refs"],
                   ", ".join("%s %s" % place for place, _ in near))))
    return judgements


def place_of(root, end):
    """(chapter, paragraph) of a passage."""
    path = urllib.parse.unquote(urllib.parse.urlparse(end["uri"]).path)
    chapter = os.path.dirname(os.path.relpath(path, os.path.realpath(root)))
    paragraph = PARAGRAPH.search(end["locator"] or "")
    return chapter, paragraph.group(1) if paragraph else ""
