"""Scores the reading of single accident recommendations, each text by itself.

The table gives recipient and day beside each text, but most texts name neither:
scored is the addressee in texts that name the recipient in its own words, the
day in texts that print one ("On 22 May 2004"), and that no addressee is found
that the table's recipient is not.
"""

import csv
import os
import re

from .gold import Case
from .matching import FALSE, Judge
from .text import item_span

csv.field_size_limit(1 << 24)

PRINTED = re.compile(
    r"\b[Oo]n (?:the )?(\d{1,2})(?:st|nd|rd|th)? ("
    r"January|February|March|April|May|June|July|August|September|October|"
    r"November|December),? (\d{4})")
# What follows the day on which it was made; any other "on <date>" is the day of
# an accident or of another report.
MAKES = re.compile(r"^[^.;]{0,80}?\brecommend")
LABELS = os.path.join(os.path.dirname(__file__), "labels", "taic-named.tsv")
MONTHS = ("January February March April May June July August September "
          "October November December").split()
# Codes and short names of the table, as the texts write them.
ALIASES = {
    "caa": ("civil aviation", "director"), "mnz": ("maritime new zealand",),
    "nzta": ("nz transport agency", "new zealand transport agency",
             "transport agency", "waka kotahi"),
    "mot": ("ministry of transport", "secretary for transport",
            "secretary of transport"),
    "msa": ("maritime safety",), "ltsa": ("land transport safety",),
    "rnzaf": ("chief of air force", "air force"),
    "faa": ("federal aviation",), "iacs": ("classification societies",),
    "imo": ("international maritime organi",),
}


def words(text):
    return " ".join(re.findall(r"[\w/&]+", (text or "").casefold()))


def rows(root):
    name = os.path.join(root, "recommendations.tsv")
    with open(name, encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def only_named():
    """The texts in which the recipient's words stand, but not as the one who is
    asked: as the owner of a thing, as somebody else, within another word."""
    with open(LABELS, encoding="utf-8") as file:
        return {row["row"] for row in csv.DictReader(file, delimiter="\t")}


def made_on(text):
    """The printed day on which it was made, as EDTF; "" if none is."""
    for printed in PRINTED.finditer(text):
        if MAKES.search(text[printed.end():]):
            day, month, year = printed.groups()
            return "%s-%02d-%02d" % (year, MONTHS.index(month) + 1, int(day))
    return ""


def cases(root, folder):
    """Writes each text to `folder`: the program reads files."""
    made = []
    named = only_named()
    for index, row in enumerate(rows(root)):
        text = row["recommendation"] or ""
        if not text.strip():
            continue
        path = os.path.join(folder, "%04d.txt" % index)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text.replace("_x000D_", "") + "\n")
        made.append(Case("taic", "%04d" % index, "open", path, "",
                         {"row": row, "text": text,
                          "only_named": "%04d" % index in named},
                         frozenset(["recommendations"])))
    return made


# Words that the table shortens, and those that tell nobody from another.
SHORT = {"&": "and", "ltd": "limited", "nz": "new zealand", "corp": "corporation",
         "dc": "district council", "rc": "regional council",
         "assn": "association", "dept": "department"}
COMMON = {"the", "of", "and", "limited", "company", "co", "corporation"}


def in_full(name):
    return " ".join(SHORT.get(word, word) for word in name.split())


def initials(names):
    """The first letters of every run of words: "fenz" of "Fire and Emergency
    New Zealand"."""
    letters = "".join(word[0] for word in names if word not in COMMON)
    return {letters[a:b] for a in range(len(letters))
            for b in range(a + 3, len(letters) + 1)}


def same_words(asked, recipient):
    """Each word of the recipient that tells it from others is among those of
    the one found, or one of the two is the other's first letters."""
    have, want = in_full(asked).split(), in_full(recipient).split()
    telling = [word for word in want if word not in COMMON]
    short = initials(have)
    if telling and all(word in have or word in short for word in telling):
        return True
    return bool(initials(want) & {word for word in have if len(word) > 2})


def means(asked, recipient):
    """The one found is the recipient, or a post or code of it."""
    asked, recipient = words(asked), words(recipient)
    if not asked or not recipient:
        return False
    if recipient in asked or asked in recipient:
        return True
    if same_words(asked, recipient):
        return True
    return any(alias in asked for alias in ALIASES.get(recipient, ()))


def score(case):
    judge = Judge(case)
    row, text = case.gold["row"], case.gold["text"]
    found = [item for item in case.found.get("recommendations", [])
             if item.get("kind") != "commitment"]
    asked = next((item.get("addressee") for item in found
                  if item.get("addressee")), "")
    span = item_span(found[0]) if found else None
    right = means(asked, row["recipient"])
    named = row["recipient"] and \
        row["recipient"].casefold() in text.casefold()
    if named:
        judge.value("taic.addressee", row["recipient"], asked, right,
                    span=span)
        if not case.gold["only_named"]:
            judge.value("taic.asked", row["recipient"], asked, right,
                        span=span)
    elif asked:
        judge.value("taic.elsewhere", row["recipient"] if right else "",
                    asked, right, span=span)
    value = made_on(text)
    have = (case.found.get("header", {}).get("date") or {}).get("edtf")
    if value:
        judge.value("taic.made", value, have or "", have == value)
    elif have:
        judge.add(FALSE, "taic.made", found=have)
    return judge.judgements
