"""Scores statements that cannot both be true, of one page or of two."""

import os

from .matching import FALSE, HIT, MISS, Judgement, assign, rest
from .text import fold, item_span, touches

FIELD = "conflicts"

# Two recommendations that contradict each other are an overlap, and what is
# wrong among those is counted there; here they only answer the gold.
OVERLAPS = "recommendations that contradict"


def score(cases, archive):
    """{part: judgements}: what the gold of the pages names against what an
    archive of all of them lists.  A conflict is found where both statements
    are; one that the gold tells in both pages is told once."""
    by_name = {case.name: case for case in cases}
    report_of = {}
    for case in cases:
        report = archive.report_of.get(os.path.realpath(case.path))
        report_of.setdefault(report, case)
    gold = distinct([told(case, conflict, by_name) for case in cases
                     for conflict in case.gold.get("conflicts", [])])
    found = [held(conflict, report_of) for conflict in archive.conflicts()]
    pairs = assign(gold, found, same)
    judged = {"open": [], "sealed": []}
    for i, j in pairs:
        add(judged, HIT, gold[i], by_name, gold=gold[i]["words"],
            found=found[j]["words"], rule=found[j]["rule"])
    for i in rest(len(gold), [i for i, _ in pairs]):
        add(judged, MISS, gold[i], by_name, gold=gold[i]["words"])
    for j in rest(len(found), [j for _, j in pairs]):
        if found[j]["rule"] == OVERLAPS:
            continue
        add(judged, FALSE, found[j], by_name, found=found[j]["words"],
            rule=found[j]["rule"])
    return judged


def told(case, conflict, by_name):
    """A conflict of the gold; the first end stands in its own page."""
    ends = []
    for value in conflict["values"]:
        name = value.get("file", case.name)
        text = by_name[name].text if name in by_name else None
        ends.append((name, text.find(value["quote"],
                                     value.get("occurrence", 1))
                     if text else None))
    return {"ends": ends, "words": "%s: %s" % (
        fold(conflict["about"]),
        " / ".join(fold(value["quote"]) for value in conflict["values"]))}


def held(conflict, report_of):
    """A conflict of the archive; a report that is no page has no name."""
    ends = []
    for side in ("a", "b"):
        case = report_of.get(conflict[side]["report"])
        ends.append((case.name if case else "", item_span(conflict[side])))
    return {"ends": ends, "rule": conflict["rule"], "words": "%s: %s / %s" % (
        fold(conflict["subject"]), fold(conflict["a"]["quote"]),
        fold(conflict["b"]["quote"]))}


def same(a, b):
    """Both ends of one stand where both ends of the other do."""
    (a1, a2), (b1, b2) = a["ends"], b["ends"]
    return int((meets(a1, b1) and meets(a2, b2)) or
               (meets(a1, b2) and meets(a2, b1)))


def meets(a, b):
    return a[0] == b[0] and touches(a[1], b[1])


def distinct(conflicts):
    kept = []
    for conflict in conflicts:
        if not any(same(conflict, other) for other in kept):
            kept.append(conflict)
    return kept


def add(judged, outcome, conflict, by_name, **more):
    """One page that is sealed seals the conflict."""
    parts = [by_name[name].part for name, _ in conflict["ends"]
             if name in by_name]
    part = "sealed" if "sealed" in parts else "open"
    name, span = conflict["ends"][0]
    judged[part].append(Judgement(FIELD, outcome, name, span=span, **more))
