"""Makes cases out of a few words of text, without the program."""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(
    os.path.dirname(os.path.abspath(__file__)))), "tools"))

from evaluation.gold import LAYOUT_FIELDS, SPECIMEN_FIELDS, Case  # noqa: E402,F401

EMPTY = {"kind": "report",
         "header": {"title": "", "committee": "", "report_number": "",
                    "date": {"printed": "", "edtf": ""}, "by": "",
                    "authors": []},
         "recommendations": [], "resolutions": [], "dates": [],
         "not_dates": [], "acronyms": [], "citations": [], "counts": [],
         "relations": [], "timetable": [], "missing_parts": []}


def case(text="", gold=None, found=None, **options):
    """A case with the given gold and found values and nothing else."""
    made = Case("specimens", "paper.html", "open", "", "",
                dict(EMPTY, **(gold or {})), SPECIMEN_FIELDS, **options)
    made.read(dict({"text": text}, **(found or {})))
    return made


def at(page, words, **more):
    """An item as the program prints it, standing where `words` stand."""
    begin = len(page[:page.index(words)].encode("utf-8"))
    item = {"span": {"begin": begin, "end": begin + len(words.encode())},
            "rule": "test.rule", "confidence": 1.0}
    return dict(item, **more)


def outcomes(judgements, field):
    """"hit miss false" counts of one field, as a tuple."""
    found = [item.outcome for item in judgements if item.field == field]
    return tuple(found.count(name) for name in ("hit", "miss", "false"))
