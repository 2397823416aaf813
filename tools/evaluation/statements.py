"""Scores what a document states: acronyms, counts, relations, timetable and
announced parts."""

from .dates import header_end
from .matching import FALSE, HIT, MISS, Judge, assign, rest
from .text import fold, item_span, key, title_key, touches, work_key

# The words of the gold for the state of a timetable row.
STATES = {"completed": "done", "commenced": "started"}


def score(case):
    judge = Judge(case)
    acronyms(judge, case)
    if "counts" in case.scored:
        counts(judge, case)
        relations(judge, case)
        timetable(judge, case)
        missing_parts(judge, case)
    return judge.judgements


def located(case, item, field):
    """The place of a gold quotation."""
    return case.text.find(item[field], item.get("occurrence", 1))


def tell(judge, field, gold, found, pairs, show, near=None):
    """A hit for each pair, a miss and a false alarm for each of the rest.
    `near(found)` names what is neither: another half of something hit."""
    for i, j in pairs:
        judge.add(HIT, field, gold=show(gold[i]), found=show(found[j]),
                  rule=found[j].get("rule", ""), span=item_span(found[j]))
    for i in rest(len(gold), [i for i, _ in pairs]):
        judge.add(MISS, field, gold=show(gold[i]), span=gold[i].get("place"))
    for j in rest(len(found), [j for _, j in pairs]):
        if near and near(found[j]):
            continue
        judge.add(FALSE, field, found=show(found[j]),
                  rule=found[j].get("rule", ""), span=item_span(found[j]))


def acronyms(judge, case):
    gold = [dict(item, place=located(case, item, "long"))
            for item in case.gold["acronyms"]]
    found = distinct(case.found.get("acronyms", []),
                     lambda item: (item["short"], key(item["long"])))

    def same(a, b):
        return int(key(a["short"]) == key(b["short"]) and
                   key(a["long"]) == key(b["long"]))

    start = header_end(case)

    def near(item):
        # The labels begin where the body does.
        return item_span(item) and item_span(item)[1] <= start

    tell(judge, "acronyms", gold, found, assign(gold, found, same),
         lambda item: "%s = %s" % (item["short"], fold(item["long"])), near)


def distinct(items, name):
    seen = {}
    for item in items:
        seen.setdefault(name(item), item)
    return list(seen.values())


def counts(judge, case):
    """Stated numbers of recommendations: the number, in the same place."""
    gold = [dict(item, place=located(case, item, "printed"))
            for item in case.gold["counts"]]
    found = case.found.get("counts", [])

    def same(a, b):
        if a["count"] != b["count"] or not touches(a["place"], item_span(b)):
            return 0
        return 2 if fold(a["printed"]) == fold(b["printed"]) else 1

    def near(item):
        """Of something else than recommendations, or a part or a repetition
        within one statement of the gold."""
        if "recommend" not in (item.get("what") or "").casefold():
            return True
        return any(touches(wanted["place"], item_span(item)) and
                   item["count"] in [wanted["count"]] +
                   [part["count"] for part in wanted["partition"]]
                   for wanted in gold)

    pairs = assign(gold, found, same)
    taken = {i for i, _ in pairs}
    told = {i: j for i, wanted in enumerate(gold) if i not in taken
            for j, have in enumerate(found) if same_parts(wanted, have)}
    tell(judge, "counts", gold, found, pairs + list(told.items()),
         lambda item: "%d in: %s" % (item["count"], fold(item["printed"])),
         near)
    parts_told = {j for j in told.values()}
    for i, j in pairs:
        work_counted(judge, case, gold[i], found[j])
        wanted = partition(gold[i])
        have = "" if j in parts_told and not wanted else partition(found[j])
        judge.value("counts.partition", wanted, have, wanted == have,
                    rule=found[j].get("rule", ""), span=item_span(found[j]),
                    note=fold(gold[i]["printed"]))
    for i, j in told.items():
        judge.value("counts.partition", partition(gold[i]),
                    partition(found[j]), True,
                    rule=found[j].get("rule", ""), span=item_span(found[j]))


def same_parts(gold, found):
    """A total and its parts in two sentences may be told as one count."""
    return gold["partition"] and gold["count"] == found["count"] and \
        partition(gold) == partition(found)


def work_counted(judge, case, gold, found):
    """No work is named, or needs to be, for the document's own count."""
    wanted, have = work_key(gold["work"]), work_key(found.get("work"))
    if wanted in map(work_key, case.titles_like(found.get("work") or "")):
        have = wanted
    own = work_key(case.gold["header"].get("title"))
    judge.value("counts.work", fold(gold["work"]), fold(found.get("work")),
                wanted == have or (wanted == own and not have),
                rule=found.get("rule", ""), span=item_span(found),
                note=fold(gold["printed"]))


def partition(item):
    parts = sorted(part["count"] for part in item.get("partition") or [])
    return " + ".join(map(str, parts))


def relations(judge, case):
    """Relations that the text states: the type, in the same place."""
    gold = [dict(item, place=located(case, item, "quote"))
            for item in case.gold["relations"]]
    found = case.found.get("relations", [])

    def same(a, b):
        return int(a["type"] == b["type"] and
                   touches(a["place"], item_span(b)))

    def near(item):
        # Says what a thing is called or belongs to, which the gold leaves out.
        return item["type"] in ("alias-of", "part-of", "cites") or any(
            same(wanted, item) for wanted in gold)

    pairs = assign(gold, found, same)
    tell(judge, "relations", gold, found, pairs,
         lambda item: "%s: %s -> %s" % (item["type"], fold(item["subject"]),
                                        fold(item["object"])), near)
    for i, j in pairs:
        have = found[j].get("object_work") or found[j]["object"]
        judge.value("relations.object", gold[i]["object"], fold(have),
                    one_in_other(gold[i]["object"], have),
                    rule=found[j].get("rule", ""), span=item_span(found[j]),
                    note=gold[i]["type"])


def one_in_other(a, b):
    a, b = title_key(a), title_key(b)
    return bool(a) and bool(b) and (a in b or b in a)


def timetable(judge, case):
    """Rows: what is done and when, by the words of the page."""
    gold = [dict(item, place=located(case, item, "description"))
            for item in case.gold["timetable"]]
    found = case.found.get("timetable", [])

    def same(a, b):
        if fold(a["printed"]) != fold(b["printed"]):
            return 0
        a_key, b_key = title_key(a["description"]), title_key(b["description"])
        if a_key == b_key:
            return 2
        return int(bool(b_key) and (a_key in b_key or b_key in a_key))

    pairs = assign(gold, found, same)
    tell(judge, "timetable", gold, found, pairs,
         lambda item: "%s: %s" % (fold(item["printed"]),
                                  fold(item["description"])))
    for i, j in pairs:
        more = {"rule": found[j].get("rule", ""),
                "span": item_span(found[j]),
                "note": fold(gold[i]["description"])}
        value = found[j].get("edtf") or ""
        judge.value("timetable.edtf", gold[i]["edtf"], value,
                    gold[i]["edtf"] == value, **more)
        state = found[j].get("state") or ""
        state = STATES.get(state, state)
        judge.value("timetable.state", gold[i]["state"], state,
                    gold[i]["state"] == state, **more)


def missing_parts(judge, case):
    """Parts announced and absent; the same part found twice is one."""
    gold = [dict(item, place=located(case, item, "printed"))
            for item in case.gold["missing_parts"]]
    found = distinct(case.found.get("missing_parts", []),
                     lambda item: key(item["printed"]))

    def same(a, b):
        return int(touches(a["place"], item_span(b)) or
                   fold(a["printed"]) in fold(b.get("quote")))

    tell(judge, "missing_parts", gold, found, assign(gold, found, same),
         lambda item: fold(item["printed"]))
