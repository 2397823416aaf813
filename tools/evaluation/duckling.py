"""Scores `concord dates` on the expressions of another date parser: the
earliest and the latest day, and what is no date."""

import csv
import datetime
import os

from .matching import FALSE, HIT, MISS, Judgement

TABLE = os.path.join("cases", "dates-duckling-scope.tsv")
BASE = "2013-02-12"  # the day the other parser's values count from
NAME = "date expressions"


def rows(root):
    path = os.path.join(root, TABLE)
    if not os.path.isfile(path):
        return []
    with open(path, encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t",
                                   quoting=csv.QUOTE_NONE))


def in_scope(row):
    return row["in_scope"] == "yes" and row["exclude"] != "yes" and \
        not negative(row)


def negative(row):
    return "negative" in row["reason"]


def day(text):
    return datetime.date.fromisoformat(text[:10]) if text else None


def add_months(date, count):
    month = date.month - 1 + count
    return datetime.date(date.year + month // 12, month % 12 + 1, date.day)


def last_day(row):
    """Ends are exclusive; without one the grain says how long it is."""
    one = datetime.timedelta(days=1)
    if row["value_end"]:
        return day(row["value_end"]) - one
    first = day(row["value"])
    months = {"Month": 1, "Quarter": 3, "Year": 12}.get(row["grain"])
    if months:
        return add_months(first, months) - one
    if row["grain"] == "Week":
        return first + 6 * one
    return first


def score(program, root):
    """Judgements: a hit or a miss for each expression, a false alarm for each
    that is no date and was read as one."""
    chosen = [row for row in rows(root) if in_scope(row) or negative(row)]
    if not chosen:
        return []
    lines = "".join("%s\t%s\n" % (row["expression"], BASE) for row in chosen)
    read = [line.split("\t") for line in program.feed("dates", lines)]
    judgements = []
    for row, found in zip(chosen, read):
        days = "%s to %s" % tuple(found[2:4])
        if negative(row):
            if found[1]:
                judgements.append(Judgement(
                    "expressions", FALSE, NAME, found="%s = %s" % (
                        row["expression"], found[1]), note="no date"))
            continue
        wanted = "%s to %s" % (day(row["value"]), last_day(row))
        judgements.append(Judgement(
            "expressions", HIT if days == wanted else MISS, NAME,
            gold="%s = %s" % (row["expression"], wanted), found=found[1]))
    return judgements
