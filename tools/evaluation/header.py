"""Scores the header of a document and what kind of page it is."""

from .matching import FALSE, HIT, MISS, Judge, assign, rest
from .text import fold, key, label_key

FIELDS = ("title", "committee", "report_number", "date", "by", "authors",
          "kind")
# The program tells more kinds apart than the gold does.
KINDS = {"inspection": {"report", "other"}, "strategy": {"other", "report"},
         "press": {"press", "other"}, "digest": {"digest", "report"}}


def score(case):
    judge = Judge(case)
    gold = case.gold["header"]
    found = case.found.get("header") or {}
    spans = found.get("spans") or {}
    for field in ("title", "committee", "by"):
        wanted, have = fold(gold.get(field)), fold(found.get(field))
        judge.value("header." + field, wanted, have, wanted == have,
                    span=place(spans, field))
    wanted = fold(gold.get("report_number"))
    have = fold(found.get("report_number"))
    judge.value("header.report_number", wanted, have,
                label_key(wanted) == label_key(have),
                span=place(spans, "report_number"))
    wanted = gold["date"].get("edtf") or ""
    have = (found.get("date") or {}).get("edtf") or ""
    judge.value("header.date", wanted, have, wanted == have,
                span=place(spans, "date"),
                note=fold((found.get("date") or {}).get("printed")))
    if "authors" in gold:
        authors(judge, gold["authors"], found.get("authors") or [])
    kind(judge, case.gold["kind"], case.found.get("kind") or "")
    charset(judge, case)
    return judge.judgements


def place(spans, field):
    span = spans.get(field)
    return (span["begin"], span["end"]) if span else None


def authors(judge, gold, found):
    pairs = assign(gold, found,
                   lambda a, b: int(key(a["name"]) == key(b["name"])))
    for i, j in pairs:
        judge.add(HIT, "header.authors", gold=gold[i]["name"],
                  found=found[j]["name"], rule=found[j].get("rule", ""))
    for i in rest(len(gold), [i for i, _ in pairs]):
        judge.add(MISS, "header.authors", gold=gold[i]["name"])
    for j in rest(len(found), [j for _, j in pairs]):
        judge.add(FALSE, "header.authors", found=found[j]["name"],
                  rule=found[j].get("rule", ""))


def kind(judge, gold, found):
    right = found == gold or gold in KINDS.get(found, ())
    judge.value("header.kind", gold, found, right)


def charset(judge, case):
    """The charset that the manifest calls true, or any other that gives the
    same characters for this page."""
    if not case.charset:
        return
    found = ((case.found.get("charset") or {}).get("name") or "").lower()
    with open(case.path, "rb") as file:
        data = file.read()
    right = decoded(data, found) == decoded(data, case.charset)
    judge.value("reading.charset", case.charset, found, right)


def decoded(data, charset):
    name = {"macroman": "mac_roman", "macintosh": "mac_roman",
            "x-mac-roman": "mac_roman", "us-ascii": "ascii",
            "iso-8859-1": "cp1252"}.get(charset, charset)
    try:
        return data.decode(name, "replace")
    except LookupError:
        return None
