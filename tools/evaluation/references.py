"""Scores references within the work: found from their wording, and followed
to their target or reported broken.  Whether a printed target exists is looked
up in the pages themselves, by the anchors of their parts and paragraphs."""

import csv
import os
import re

from .matching import FALSE, HIT, MISS, Judgement

TABLE = os.path.join("derived", "internal_references.tsv")
PLACE = re.compile(r"[Pp]art ([A-Z]),? [Cc]hapter (\d+)"
                   r"(?:,? (section|para) ([\d.]+\d|\d))?$")


def rows(root):
    path = os.path.join(root, TABLE)
    if not os.path.isfile(path):
        return []
    with open(path, encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t",
                                   quoting=csv.QUOTE_NONE))


def place_of(text):
    """A match of a place as printed or as a target is written; or None."""
    return PLACE.match(text.strip())


def key(match):
    text = "part %s chapter %s" % match.group(1, 2)
    return text + (" %s %s" % match.group(3, 4) if match.group(3) else "")


def spaced(text):
    """Without the spaces that marks of a link leave before a comma."""
    return re.sub(r"\s+,", ",", re.sub(r"\s+", " ", text))


def found_for(row, items):
    """The items that are this row's reference.  A row is the text of a link:
    where the wording goes on behind it ("Part H, Chapter 5" and then ", para
    2.60"), what is found is the place within, and stands in the context."""
    match = place_of(row["anchor_text"])
    if not match:
        return []
    exact = [item for item in items if item["target"] == key(match)]
    within = [item for item in items
              if item["target"].startswith(key(match) + " ")
              and item["printed"] in spaced(row["context"])]
    return exact or within


def exists(root, match):
    """The page of the chapter is there, and the place has an anchor in it."""
    page = os.path.join(root, match.group(1), "chapter" + match.group(2),
                        "index.html")
    if not os.path.isfile(page):
        return False
    if not match.group(3):
        return True
    with open(page, encoding="utf-8", errors="replace") as file:
        markup = file.read()
    anchor = match.group(3) + match.group(4).replace(".", "-")
    if 'id="%s"' % anchor in markup:
        return True
    return match.group(3) == "section" and \
        'id="para%s-1"' % match.group(4) in markup


def score(root, archive):
    """A hit for each reference that is found in its page; of those found,
    whether the verdict is right."""
    found = {}
    for item in archive.program.lines("list", "references", "--archive",
                                      archive.folder, accept=(0, 1)):
        found.setdefault(item["report"], []).append(item)
    judgements = []
    for row in rows(root):
        report = archive.report_of.get(
            os.path.realpath(os.path.join(root, row["file"])))
        here = found_for(row, found.get(report, []))
        more = {"gold": row["anchor_text"], "note": row["context"]}
        judgements.append(Judgement("references", HIT if here else MISS,
                                    row["file"], **more))
        if here:
            wanted = "resolved" if exists(root, place_of(here[0]["target"])) \
                else "broken"
            right = here[0]["verdict"] == wanted
            more["found"] = here[0]["verdict"]
            judgements.append(Judgement(
                "references." + wanted, HIT if right else MISS, row["file"],
                **more))
            if not right:
                judgements.append(Judgement(
                    "references." + here[0]["verdict"].replace(" ", "_"),
                    FALSE, row["file"], **more))
    return judgements
