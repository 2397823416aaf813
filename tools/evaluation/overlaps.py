"""Scores links between recommendations of different documents, and groups."""

import json
import os

from .archive import stored_ids
from .gold import specimen_folder
from .matching import FALSE, HIT, MISS, Judgement
from .recommendations import is_optional, with_span
from .text import fold, label_key

DISTINCT = "distinct"
REVERSE = {"narrower": "wider", "wider": "narrower"}


def read_gold(root):
    """Pairs and groups of both parts of the corpus."""
    wanted = {"pairs": [], "groups": []}
    for part in ("open", "sealed"):
        with open(os.path.join(specimen_folder(root, part), "gold",
                               "overlaps.json"), encoding="utf-8") as file:
            one = json.load(file)
        for kind, items in wanted.items():
            items += one[kind]
    return wanted


class Ends:
    """Finds the recommendation that an end of a gold pair means."""

    def __init__(self, cases, archive):
        self.cases = {case.name: case for case in cases}
        self.ids = {case.name: stored_ids(case, archive.stored(case.path))
                    for case in cases}
        self.part_of = {}  # stored id -> part; sealed if any copy is
        self.file_of = {}
        for case in cases:
            for item in archive.stored(case.path):
                self.file_of.setdefault(item["id"], case.name)
                if self.part_of.get(item["id"]) != "sealed":
                    self.part_of[item["id"]] = case.part
        self.optional = set()  # ids of what may be found or not
        for case in cases:
            self.optional |= self.optional_ids(case, archive.stored(case.path))
        self.text_of = {item["id"]: fold(item["text"])
                        for items in archive.items.values() for item in items}

    def optional_ids(self, case, stored):
        wanted = [[with_span(item, case) for item in case.gold.get(name, [])]
                  for name in ("optional_recommendations", "recommendations")]
        matched = set(self.ids[case.name].values())
        return {item["id"] for item in stored
                if item["id"] not in matched and
                is_optional(with_span(item, case), *wanted)}

    def index(self, end):
        """Index in its document's gold, or None."""
        items = self.cases[end["file"]].gold["recommendations"]
        for number, item in enumerate(items):
            if "text" in end:
                if fold(end["text"]) in fold(item["text"]):
                    return number
            elif label_key(item["label"]) == label_key(end["label"]) and \
                    item["kind"] == end["kind"] and \
                    fold(item["label"]) == fold(end["label"]):
                return number
        return None

    def stored(self, end):
        """Id in the archive; None where it was not extracted."""
        return self.ids[end["file"]].get(self.index(end))

    def words(self, end):
        number = self.index(end)
        if number is None:
            return "(not in the gold)"
        return fold(self.cases[end["file"]].gold["recommendations"][number]
                    ["text"])


def links_of(overlaps):
    """{frozenset of two ids: link}, without those called distinct."""
    return {frozenset((link["a"]["id"], link["b"]["id"])): link
            for link in overlaps if link["relation"] != DISTINCT}


def score_pairs(gold, ends, overlaps):
    """{part: judgements} on pairs, traps and relations."""
    found = links_of(overlaps)
    judged, known = {"open": [], "sealed": []}, set()
    for pair in gold["pairs"]:
        if pair.get("optional"):  # readers differ: neither hit nor miss
            known.add(frozenset((ends.stored(pair["a"]),
                                 ends.stored(pair["b"]))))
            continue
        known.add(judge_pair(pair, ends, found, judged[pair["part"]]))
    together = {frozenset(two) for members in gold_groups(gold, ends)
                for two in twos(members)}
    for ids, link in found.items():
        if ids in known or ids in together or ids & ends.optional:
            continue
        parts = {ends.part_of.get(one, "open") for one in ids}
        part = "sealed" if "sealed" in parts else "open"
        judged[part].append(Judgement(
            "overlap.pairs", FALSE, ends.file_of.get(link["a"]["id"], ""),
            found=link_words(link), rule=parts_words(link),
            note="%s, weight %.1f, with %s" % (
                link["relation"], link["weight"],
                ends.file_of.get(link["b"]["id"], ""))))
    return judged


def link_words(link):
    return "%s  ~  %s" % (fold(link["a"]["text"]), fold(link["b"]["text"]))


def parts_words(link):
    return ", ".join("%s %+.1f" % (part["name"], part["weight"])
                     for part in link.get("parts", []))


def judge_pair(pair, ends, found, judgements):
    """Judges one gold pair; returns the ids that it is about."""
    a, b = ends.stored(pair["a"]), ends.stored(pair["b"])
    ids = frozenset((a, b))
    link = found.get(ids) if a and b else None
    if a and a == b:  # two copies, held as one document
        link = {"relation": "identical", "a": {"id": a}}
    words = "%s  ~  %s" % (ends.words(pair["a"]), ends.words(pair["b"]))
    more = {"document": pair["a"]["file"], "gold": words}
    if link:
        more["found"] = link["relation"]
        more["rule"] = parts_words(link)
    if pair["relation"] == DISTINCT:
        if link:
            judgements.append(Judgement("overlap.pairs", FALSE, note="a trap",
                                        **more))
        judgements.append(Judgement("overlap.traps",
                                    MISS if link else HIT, **more))
        return ids
    if link is None:
        missing = [end["file"] for end, one in ((pair["a"], a),
                                                (pair["b"], b)) if not one]
        note = "not extracted: " + ", ".join(missing) if missing else \
            "not linked"
        judgements.append(Judgement("overlap.pairs", MISS,
                                    note=pair["relation"] + ", " + note,
                                    **more))
        return ids
    judgements.append(Judgement("overlap.pairs", HIT, **more))
    wanted = pair["relation"]
    if link["a"]["id"] != a:
        wanted = REVERSE.get(wanted, wanted)
    right = link["relation"] == wanted
    judgements.append(Judgement("overlap.relation", HIT if right else MISS,
                                note="%s wanted" % wanted, **more))
    if not right:
        judgements.append(Judgement("overlap.relation", FALSE, **more))
    return ids


def twos(members):
    members = sorted(members)
    return [(a, b) for number, a in enumerate(members)
            for b in members[number + 1:]]


def gold_groups(gold, ends, part=None):
    """Sets of stored ids; a member that was not extracted stays as a name of
    its own, so that it counts against recall."""
    groups = []
    for group in gold["groups"]:
        if part and group["part"] != part:
            continue
        groups.append({ends.stored(member) or
                       "%s#%s" % (member["file"], ends.index(member))
                       for member in group["members"]})
    return groups


def score_groups(gold, ends, found_groups):
    """{part: judgements} on pairs that stand in one group.

    A found group is scored over the items of the gold groups and whatever else
    it pulls in; pairs of the open part have both ends in open documents.
    """
    judged = {"open": [], "sealed": []}
    found = {frozenset(two) for members in found_groups
             for two in twos(members)}
    known = set()
    for group in gold["groups"]:
        one = {"groups": [group]}
        for two in map(frozenset, twos(gold_groups(one, ends)[0])):
            known.add(two)
            judged[group["part"]].append(Judgement(
                "overlap.groups", HIT if two in found else MISS,
                group["members"][0]["file"], gold=group["name"],
                note="  ~  ".join(ends.text_of.get(i, i)
                                  for i in sorted(two))))
    for two in found - known:
        parts = {ends.part_of.get(one, "open") for one in two}
        part = "sealed" if "sealed" in parts else "open"
        judged[part].append(Judgement(
            "overlap.groups", FALSE, ends.file_of.get(min(two), ""),
            found="  ~  ".join(
                ends.text_of.get(i, i) for i in sorted(two))))
    return judged


def b_cubed(gold_sets, found_sets):
    """(precision, recall, F1) by B³ over every item of a gold group; an item
    in no found group stands alone."""
    items = set().union(*gold_sets) if gold_sets else set()
    if not items:
        return None
    precision = recall = 0.0
    for item in items:
        gold = set().union(*(s for s in gold_sets if item in s))
        found = set().union({item}, *(s for s in found_sets if item in s))
        common = len(gold & found)
        precision += common / len(found)
        recall += common / len(gold)
    precision, recall = precision / len(items), recall / len(items)
    return precision, recall, 2 * precision * recall / (precision + recall)
