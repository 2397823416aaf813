"""Measures precision on an archive that nobody labelled: draws items by lot,
shows each in its place, records what a person says, and prints the share that
was right with its interval.

Judgements are lines of JSON in a file of the user's choice; an item judged
before is not asked again, so that a sample can be judged in several sittings.
"""

import json
import math
import os
import random
import sys
import urllib.parse
from dataclasses import dataclass

from .program import ProgramError

CONTEXT = 240  # bytes of the document shown on each side of an item
Z = 1.959964   # of a two-sided 95 % interval
ANSWERS = {"y": "right", "n": "wrong", "u": "unsure"}
QUESTIONS = {
    "recommendations": "Is this asked for here, as this kind, and is the text "
                       "all of it and no more?",
    "addressees": "Is this who is asked to do it?",
    "due": "Is this when it is to be done, and is the value right?",
    "dates": "Is this a date, and is the value right?",
    "acronyms": "Does the short form stand for the long one here?",
    "citations": "Is this another work, under its title?",
    "counts": "Does the text state this number of this thing?",
    "relations": "Does the text state this relation between these two?",
    "overlaps": "Do the two ask for the same thing, in the relation named?",
}


@dataclass
class Item:
    """What is judged: a name that stays, the lines shown, its place."""
    id: str
    lines: list
    uri: str = ""
    begin: int = 0
    end: int = 0


def place(item):
    span = item.get("span") or {}
    return {"uri": item.get("uri") or "", "begin": span.get("begin", 0),
            "end": span.get("end", 0)}


def quoted_place(item):
    return place(item.get("quote") or (item.get("quotes") or [{}])[0])


def recommendations(program, archive):
    for one in listed(program, archive, "recommendations"):
        yield Item(one["id"], ["%s: %s" % (one["kind"], one["text"])],
                   **place(one))


def addressees(program, archive):
    for one in listed(program, archive, "recommendations"):
        if one.get("addressee"):
            yield Item(one["id"], ["addressee: %s" % one["addressee"],
                                   "of: %s" % one["text"]], **place(one))


def due(program, archive):
    for one in listed(program, archive, "recommendations"):
        for date in one.get("due") or []:
            yield Item("%s/%s" % (one["id"], date["printed"]),
                       ["due: %s = %s" % (date["printed"], date["edtf"]),
                        "of: %s" % one["text"]], **place(one))


def acronyms(program, archive):
    for one in listed(program, archive, "acronyms"):
        for i, definition in enumerate(one["definitions"]):
            yield Item("%s/%d" % (one["id"], i),
                       ["%s = %s" % (one["short"], one["long"])],
                       **place(definition))


def counts(program, archive):
    for one in listed(program, archive, "counts"):
        for i, quote in enumerate(one["quotes"]):
            yield Item("%s/%d" % (one["id"], i),
                       ["%s %s of %s" % (one["stated"], one["what"],
                                         one["work"])], **place(quote))


def relations(program, archive):
    for one in listed(program, archive, "relations"):
        yield Item(one["id"], ["%s | %s | %s" % (
            one["subject"], one["relation"], one["object"])],
            **quoted_place(one))


def overlaps(program, archive):
    """Without the weight: whoever judges must not see what is judged."""
    for one in program.lines("overlaps", "--archive", archive, accept=(0, 1)):
        yield Item(one["id"], ["A: %s" % one["a"]["text"],
                               "B: %s" % one["b"]["text"],
                               "relation of A to B: %s" % one["relation"]])


def dates(program, archive):
    for report, found in extracted(program, archive):
        for one in found.get("dates") or []:
            yield Item("%s/%d" % (report["id"], one["span"]["begin"]),
                       ["%s = %s" % (one["printed"], one["edtf"])],
                       **place(dict(one, uri=report["uri"])))


def citations(program, archive):
    for report, found in extracted(program, archive):
        for one in found.get("citations") or []:
            yield Item("%s/%d" % (report["id"], one["span"]["begin"]),
                       ["%s = %s" % (one["printed"], one["title"])],
                       **place(dict(one, uri=report["uri"])))


def listed(program, archive, what):
    return program.lines("list", what, "--archive", archive, accept=(0, 1))


def path_of(uri):
    """The file behind an address, where it is one of this machine."""
    parts = urllib.parse.urlsplit(uri)
    path = urllib.parse.unquote(parts.path)
    return path if parts.scheme == "file" and os.path.isfile(path) else ""


def extracted(program, archive):
    """(report, what is extracted of it) of every report that is a file."""
    for report in listed(program, archive, "reports"):
        path = path_of(report["uri"])
        if path:
            try:
                yield report, program.extract(path)
            except ProgramError as error:
                print("evaluate: %s: %s" % (report["uri"], error),
                      file=sys.stderr)


KINDS = {"recommendations": recommendations, "addressees": addressees,
         "due": due, "dates": dates, "acronyms": acronyms,
         "citations": citations, "counts": counts, "relations": relations,
         "overlaps": overlaps}


class Surroundings:
    """The words around an item, out of the document's canonical text."""

    def __init__(self, program):
        self.program = program
        self.texts = {}

    def text(self, uri):
        if uri not in self.texts:
            path = path_of(uri)
            try:
                found = self.program.extract(path) if path else {}
            except ProgramError:
                found = {}
            self.texts[uri] = found.get("text", "").encode("utf-8")
        return self.texts[uri]

    def of(self, item):
        text = self.text(item.uri) if item.uri else b""
        if not text or item.end > len(text):
            return ""
        parts = (text[max(0, item.begin - CONTEXT):item.begin],
                 text[item.begin:item.end],
                 text[item.end:item.end + CONTEXT])
        before, words, after = (" ".join(part.decode(
            "utf-8", "ignore").split()) for part in parts)
        return "... %s >>>%s<<< %s ..." % (before, words, after)


def wilson(right, judged):
    """Share and its 95 % interval by Wilson's score."""
    if not judged:
        return 0.0, 0.0, 1.0
    share = right / judged
    middle = (share + Z * Z / (2 * judged)) / (1 + Z * Z / judged)
    half = Z / (1 + Z * Z / judged) * math.sqrt(
        share * (1 - share) / judged + Z * Z / (4 * judged * judged))
    return share, max(0.0, middle - half), min(1.0, middle + half)


def draw(items, count, seed):
    """`count` of the items by lot; the same ones for the same seed, whatever
    the order they came in."""
    items = sorted(items, key=lambda item: item.id)
    return random.Random(seed).sample(items, min(count, len(items)))


def read_judgements(path, what):
    """{item id: verdict} of one kind; the last judgement on an item holds."""
    known = {}
    if path and os.path.exists(path):
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                if line.strip():
                    one = json.loads(line)
                    if one["what"] == what:
                        known[one["id"]] = one["verdict"]
    return known


def record(path, what, item, verdict):
    if path:
        with open(path, "a", encoding="utf-8") as out:
            out.write(json.dumps({"what": what, "id": item.id,
                                  "verdict": verdict},
                                 ensure_ascii=False) + "\n")


def ask(answers, out):
    """right, wrong, unsure, or None where the sitting ends."""
    while True:
        out.write("[y]es  [n]o  [u]nsure  [q]uit: ")
        out.flush()
        line = answers.readline()
        if not line or line.strip().lower().startswith("q"):
            return None
        verdict = ANSWERS.get(line.strip().lower()[:1])
        if verdict:
            return verdict


def summary(what, verdicts, drawn, population):
    right = sum(verdict == "right" for verdict in verdicts)
    wrong = sum(verdict == "wrong" for verdict in verdicts)
    share, low, high = wilson(right, right + wrong)
    if not right + wrong:
        return "%s: none of %d drawn is judged yet" % (what, drawn)
    return ("%s: %d right, %d wrong, %d unsure of %d drawn out of %d; "
            "precision %.3f, 95 %% interval %.3f to %.3f" % (
                what, right, wrong, len(verdicts) - right - wrong, drawn,
                population, share, low, high))


def judge(program, options, answers=sys.stdin, out=sys.stdout):
    """Asks for what is not judged yet of the sample; prints the figure."""
    what = options.judge
    population = list(KINDS[what](program, options.archive))
    sample = draw(population, options.sample, options.seed)
    known = read_judgements(options.judgements, what)
    around = Surroundings(program)
    for number, item in enumerate(sample, 1):
        if item.id in known:
            continue
        out.write("\n%d of %d  %s\n" % (number, len(sample), item.id))
        for line in item.lines:
            out.write("  %s\n" % line)
        context = around.of(item)
        if context:
            out.write("  in: %s\n" % context)
        out.write("%s\n" % QUESTIONS[what])
        verdict = ask(answers, out)
        if verdict is None:
            break
        known[item.id] = verdict
        record(options.judgements, what, item, verdict)
    verdicts = [known[item.id] for item in sample if item.id in known]
    out.write("\n%s\n" % summary(what, verdicts, len(sample),
                                 len(population)))
