"""Scores acronyms on documents whose every definition was labelled by hand.

The labels hold no words of the documents: a place (bytes of a text file, the
page of a PDF), the short form, and digests of the long forms that count as
right, folded to their words."""

import csv
import hashlib
import os
import re

from .matching import FALSE, HIT, MISS, Judgement
from .program import ProgramError

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "labels")


def words(text):
    return " ".join(re.findall(r"[^\W_]+", (text or "").casefold()))


def digest(text):
    return hashlib.sha256(words(text).encode("utf-8")).hexdigest()[:16]


def labels(corpus):
    """{file: [(short, {digests}, place)]} of one corpus."""
    by_file = {}
    path = os.path.join(FOLDER, "acronyms-%s.tsv" % corpus)
    with open(path, encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            place = row.get("begin") or "page " + row.get("page", "")
            by_file.setdefault(row["file"], []).append(
                (row["short"], set(row["long_digests"].split("|")), place))
    return by_file


def same(wanted, found):
    short, digests, _ = wanted
    return words(short) == words(found["short"]) and \
        digest(found["long"]) in digests


def score_file(name, wanted, found):
    """One judgement for each label and for each pair found beyond them."""
    judgements, taken = [], set()
    for label in wanted:
        match = next((index for index, item in enumerate(found)
                      if index not in taken and same(label, item)), None)
        if match is None:
            near = [item["long"] for item in found
                    if words(item["short"]) == words(label[0])]
            judgements.append(Judgement(
                "acronyms", MISS, name, gold="%s at %s" % (label[0], label[2]),
                found="; ".join(near)))
            continue
        taken.add(match)
        judgements.append(Judgement(
            "acronyms", HIT, name, gold=label[0],
            found=found[match]["long"], rule=found[match]["rule"]))
    for index, item in enumerate(found):
        if index not in taken:
            judgements.append(Judgement(
                "acronyms", FALSE, name, rule=item["rule"],
                found="%s = %s" % (item["short"], item["long"])))
    return judgements


def score(program, root, corpus):
    """`root` holds the shared corpora.  Empty where they are not there."""
    judgements = []
    for name, wanted in labels(corpus).items():
        path = os.path.join(root, name)
        if not os.path.isfile(path):
            return []
        try:
            found = program.extract(path).get("acronyms", [])
        except (ProgramError, ValueError) as error:
            print("evaluate: %s not read: %s" % (name, error))
            found = []
        judgements += score_file(name, wanted, found)
    return judgements
