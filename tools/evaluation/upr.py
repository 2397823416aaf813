"""Scores the reading of review reports that list what states recommended.

The labels are a table of one row for each (text, recommending state); the
reports number their paragraphs, put the state in brackets and group what the
state under review supports, notes or will examine.  How rows and items are
matched is told in docs/evaluation.md.
"""

import csv
import os
import re
import unicodedata
from collections import Counter, defaultdict

from .gold import Case
from .matching import FALSE, HIT, MISS, Judge
from .text import fold, item_span

ALIKE = 0.8     # token ratio of a row and an item that are the same
WITHIN = 0.8    # share of a row's tokens that an item of the state contains
POSITIONS = {"Accepted": ("accepted",), "Noted": ("noted", "rejected")}

# Name in the reports -> name in the table, both folded by `state_key`.
ALIASES = {
    "united states of america": "united states",
    "usa": "united states",
    "us": "united states",
    "uk": "united kingdom",
    "united kingdom of great britain and northern ireland": "united kingdom",
    "libyan arab jamahiriya": "libya",
    "islamic republic of iran": "iran",
    "iran islamic republic of": "iran",
    "bolivarian republic of venezuela": "venezuela",
    "venezuela bolivarian republic of": "venezuela",
    "plurinational state of bolivia": "bolivia",
    "bolivia plurinational state of": "bolivia",
    "lao peoples democratic republic": "laos",
    "lao pdr": "laos",
    "republic of moldova": "moldova",
    "united republic of tanzania": "tanzania",
    "syrian arab republic": "syria",
    "democratic peoples republic of korea": "dpr korea",
    "dprk": "dpr korea",
    "korea": "republic of korea",
    "south korea": "republic of korea",
    "democratic republic of the congo": "democratic republic of congo",
    "congo": "republic of congo",
    "republic of the congo": "republic of congo",
    "former yugoslav republic of macedonia": "macedonia fyr",
    "state of palestine": "palestine",
    "cabo verde": "cape verde",
    "trinidad and tobago": "trinidad tobago",
    "bosnia and herzegovina": "bosnia herzegovina",
    "bosnia": "bosnia herzegovina",
    "russia": "russian federation",
    "slovak republic": "slovakia",
    "vietnam": "viet nam",
    "timor leste": "timor leste",
    "brunei": "brunei darussalam",
    "czechia": "czech republic",
    "the netherlands": "netherlands",
    "uae": "united arab emirates",
}


def state_key(name):
    """One spelling for a state: no accents, articles or punctuation."""
    plain = unicodedata.normalize("NFKD", name or "")
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = re.sub(r"['\u2019]", "", plain.casefold())
    plain = fold(re.sub(r"[^a-z]+", " ", plain))
    plain = re.sub(r"^the ", "", plain)
    return ALIASES.get(plain, plain)


def tokens(text):
    """Words of a recommendation, its number and states left out."""
    plain = fold(text)
    plain = re.sub(r"^\d+(\.\d+)*\.?\s+", "", plain)
    plain = re.sub(r"(\s*\([^()]*\)\s*[;.,/]*)+$", "", plain)
    plain = unicodedata.normalize("NFKD", plain)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = re.sub(r"['\u2018\u2019\u201c\u201d\"-]", " ", plain.casefold())
    found = re.findall(r"[a-z0-9]+", plain)
    return found[1:] if found[:1] == ["to"] else found


def ratio(a, b):
    """Token ratio: Dice over the two bags."""
    whole = sum(a.values()) + sum(b.values())
    return 2 * sum((a & b).values()) / whole if whole else 0.0


def contained(row, item):
    """Share of the row's tokens that the item has."""
    whole = sum(row.values())
    return sum((row & item).values()) / whole if whole else 0.0


def read_rows(root):
    """{(state, session): rows}."""
    rows = defaultdict(list)
    with open(os.path.join(root, "recommendations.tsv"),
              encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            rows[state_key(row["to"]).replace(" ", ""),
                 row["session"]].append(row)
    return rows


def cases(root, kinds=(".txt", ".pdf")):
    """One case for each report, the first kind of file that it comes in; none
    where it comes in no such kind."""
    rows = read_rows(root)
    files = defaultdict(dict)
    with open(os.path.join(root, "reports.tsv"), encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            kind = os.path.splitext(row["file"])[1]
            files[row["country_key"], row["session"]][kind] = row["file"]
    made = []
    for report, by_kind in sorted(files.items()):
        chosen = [by_kind[kind] for kind in kinds if kind in by_kind]
        if not chosen:
            continue
        made.append(Case("upr", chosen[0], "open",
                         os.path.join(root, "reports", chosen[0]), "",
                         {"rows": rows[report]},
                         frozenset(["recommendations"])))
    return made


class Unit:
    """One (text, state) that was found."""

    def __init__(self, item, state):
        self.item, self.state = item, state_key(state)
        self.bag = Counter(tokens(item["text"]))


def units(found):
    made = []
    for item in found.get("recommendations", []):
        if item.get("kind") != "recommendation" or \
                item.get("parent", -1) >= 0:
            continue
        names = [one["name"] for one in item.get("recommenders", [])]
        for name in names or [""]:
            made.append(Unit(item, name))
    return made


def pair(rows, found):
    """({row: unit}, units that hold a row though none is theirs)."""
    candidates = []
    for i, row in enumerate(rows):
        for j, unit in enumerate(found):
            if unit.state == row["state"]:
                value = ratio(row["bag"], unit.bag)
                if value >= ALIKE:
                    candidates.append((-value, abs(i - j), i, j))
    pairs, used = {}, set()
    for _, _, i, j in sorted(candidates):
        if i not in pairs and j not in used:
            pairs[i] = j
            used.add(j)
    holding = set()
    for i, row in enumerate(rows):
        for j, unit in enumerate(found):
            if i not in pairs and unit.state == row["state"] and \
                    contained(row["bag"], unit.bag) >= WITHIN:
                pairs[i] = j
                holding.add(j)
    return pairs, used | holding


def score(case):
    judge = Judge(case)
    rows = [dict(row, state=state_key(row["from"]),
                 bag=Counter(tokens(row["text"])))
            for row in case.gold["rows"]]
    found = units(case.found)
    pairs, right = pair(rows, found)
    for i, row in enumerate(rows):
        shown = "%s (%s)" % (row["text"], row["from"])
        if i not in pairs:
            judge.add(MISS, "upr", gold=shown)
            continue
        unit = found[pairs[i]]
        judge.add(HIT, "upr", gold=shown, found=unit.item["text"],
                  rule=unit.item.get("rule", ""), span=item_span(unit.item))
        details(judge, row, unit.item)
    for j, unit in enumerate(found):
        if j not in right:
            judge.add(FALSE, "upr", rule=unit.item.get("rule", ""),
                      found="%s (%s)" % (unit.item["text"], unit.state),
                      span=item_span(unit.item))
    states(judge, rows, found)
    return judge.judgements


def details(judge, row, item):
    """Addressee and position of a row that was found."""
    asked = item.get("addressee") or ""
    judge.value("upr.addressee", row["to"], asked,
                state_key(asked) == state_key(row["to"]),
                span=item_span(item))
    position = item.get("position") or ""
    if position == "awaited":
        judge.add(HIT, "upr.awaited", gold=row["response"], found=position)
    else:
        judge.value("upr.position", row["response"], position,
                    position in POSITIONS.get(row["response"], ()),
                    span=item_span(item))


def states(judge, rows, found):
    """Recommending states: rows paired by their words alone, the state then
    compared.  Of several items with the same words any may be meant."""
    used = set()
    for row in rows:
        alike = sorted(((ratio(row["bag"], unit.bag), unit.state ==
                         row["state"], -j) for j, unit in enumerate(found)
                        if j not in used), reverse=True)
        if not alike or alike[0][0] < ALIKE:
            continue
        best = alike[0][0]
        same = [one for one in alike if one[0] >= best - 0.05]
        chosen = max(same, key=lambda one: (one[1], one[0]))
        unit = found[-chosen[2]]
        used.add(-chosen[2])
        judge.value("upr.state", row["from"], unit.state or "",
                    unit.state == row["state"], span=item_span(unit.item))
