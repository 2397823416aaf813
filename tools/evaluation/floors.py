"""Floors under the figures: what a change must not fall below.

A floor is kept for each field that the open specimens and the layouts measure,
as counts: how many of the gold are at least right, and how many at most are
found that should not be.  Counts and not fractions, so that a new label that is
missed lowers nothing.  `tools/evaluate --floors` holds the figures against them,
`--write-floors` writes them anew, slightly under the figures of the day.
"""

import csv
import io
import os

from .report import FALSE_ONLY, RECALL_ONLY, ROWS
from .tally import Tally, total

COLUMNS = ("corpus", "field", "right at least", "wrong at most")
# The corpora that have floors, in the order in which they are measured.
CORPORA = ("specimens", "layouts")
NAMES = dict(ROWS)
SLACK = 100  # one in as many may be lost before it is a fault
# Fields of what was found: whoever loses one item loses it in each of them.
OF_THOSE_FOUND = "rec."


def figures(sections):
    """{(corpus, field): (right, wrong)} of what was measured."""
    made = {}
    for section in sections:
        for field, by_document in section.fields().items():
            if not by_document or (field not in NAMES and
                                   field not in FALSE_ONLY):
                continue
            whole = total(by_document)
            made[section.corpus, field] = (
                whole.hit, 0 if field in RECALL_ONLY else whole.false)
        for field in FALSE_ONLY:  # none of them is a figure too
            made.setdefault((section.corpus, field), (0, 0))
    return made


def slack(gold):
    """How many of `gold` items a floor stands under the figure."""
    return -(-gold // SLACK)


def floors_of(sections):
    """Floors slightly under the figures; where all of the gold is found, and
    where nothing else is, it has to stay so."""
    made = {}
    found = figures(sections)
    for section in sections:
        fields = section.fields()
        for (corpus, field), (right, wrong) in found.items():
            if corpus != section.corpus:
                continue
            whole = total(fields.get(field, {"": Tally()}))
            give = whole.miss or field.startswith(OF_THOSE_FOUND)
            least = right - (slack(whole.gold) if give else 0)
            most = wrong + (slack(whole.gold) if wrong else 0)
            made[corpus, field] = (max(least, 0), most)
    return made


def read(path):
    """{(corpus, field): (least right, most wrong)} of a file of floors."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = csv.DictReader(
            (line for line in file if not line.startswith("#")),
            delimiter="\t")
        return {(row["corpus"], row["field"]):
                (int(row[COLUMNS[2]]), int(row[COLUMNS[3]])) for row in rows}


def write(path, sections):
    """Writes the floors of what was measured; floors of a corpus that is not
    here are kept."""
    floors = read(path) if os.path.exists(path) else {}
    measured = {section.corpus for section in sections}
    floors = {key: value for key, value in floors.items()
              if key[0] not in measured}
    floors.update(floors_of(sections))
    order = list(NAMES) + sorted(FALSE_ONLY)
    text = io.StringIO()
    text.write("# Written by tools/evaluate --write-floors; tools/check holds "
               "the program to them.\n")
    table = csv.writer(text, delimiter="\t", lineterminator="\n")
    table.writerow(COLUMNS)
    for corpus, field in sorted(floors, key=lambda key: (
            CORPORA.index(key[0]), order.index(key[1]))):
        table.writerow((corpus, field) + floors[corpus, field])
    temporary = path + ".new"
    with open(temporary, "w", encoding="utf-8") as file:
        file.write(text.getvalue())
    os.replace(temporary, path)


def faults(floors, sections):
    """A line for each figure under its floor.  A field without any judgement
    counts as none right; a corpus that was not measured has no faults, and a
    field without a floor is named, so that none is left out in silence."""
    found = figures(sections)
    measured = {section.corpus for section in sections}
    lines = []
    for (corpus, field), (least, most) in floors.items():
        if corpus not in measured:
            continue
        right, wrong = found.get((corpus, field), (0, 0))
        if right < least:
            lines.append("%s, %s: %d right, the floor is %d" % (
                corpus, field, right, least))
        if wrong > most:
            lines.append("%s, %s: %d wrong, the floor is %d" % (
                corpus, field, wrong, most))
    for corpus, field in found:
        if (corpus, field) not in floors:
            lines.append("%s, %s: has no floor; --write-floors gives it one" %
                         (corpus, field))
    return lines
