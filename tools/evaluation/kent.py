"""Counts what council papers ask for and resolve, paper by paper."""

import csv
import os

from .gold import Case
from .matching import FALSE, HIT, MISS, Judge

FIRST = ("", "1", "a", "i")  # labels that begin a list


def cases(root, counts):
    """A case for each paper of the table of counts."""
    with open(counts, encoding="utf-8") as file:
        return [Case("kent", row["file"], "open",
                     os.path.join(root, "cabinet", row["file"]), "",
                     {"row": row}, frozenset(["recommendations"]))
                for row in csv.DictReader(file, delimiter="\t")]


def statements(resolutions):
    """A list that one word "Resolved" leads is one statement."""
    return sum(not item.get("lead_in") or
               (item.get("label") or "").casefold() in FIRST
               for item in resolutions)


def score(case):
    """One judgement a paper, and one for each count above the table's."""
    judge = Judge(case)
    row = case.gold["row"]
    asked = [item for item in case.found.get("recommendations", [])
             if item.get("kind") != "commitment" and
             item.get("parent", -1) < 0]
    resolved = case.found.get("resolutions", [])
    gold = (int(row["recommendation_items_distinct"]) +
            int(row["proposed_decision_items"]),
            int(row["resolved_statements"]), int(row["resolution_items"]))
    have = (len(asked), statements(resolved), len(resolved))
    shown = dict(gold="%d items, %d resolved, %d resolution items" % gold,
                 found="%d items, %d resolved, %d resolution items" % have)
    judge.add(HIT if gold == have else MISS, "kent.papers", **shown)
    for item in (asked if have[0] > gold[0] else []) + (
            resolved if have[2] > gold[2] else []):
        judge.add(FALSE, "kent.invented", found=item["text"],
                  rule=item.get("rule", ""))
    return judge.judgements
