"""Scores citations of other works and of single recommendations."""

import re

from .matching import FALSE, HIT, MISS, Judge, rest
from .text import fold, item_span, title_key, touches, work_key


def score(case):
    judge = Judge(case)
    gold = case.gold["citations"]
    found = case.found.get("citations", [])
    if not case.citations_complete:
        labelled(judge, gold, found)
        return judge.judgements
    gold = [dict(item, places=case.text.find_all(item["printed"]))
            for item in gold]
    hit = {}
    for number, item in enumerate(gold):
        match = best(item, found)
        if match is not None:
            hit[number] = match
            tell_hit(judge, item, match, case.titles_of(match))
    for number in rest(len(gold), hit):
        judge.add(MISS, "citations", gold=shown(gold[number]),
                  span=(gold[number]["places"] or [None])[0])
    for item in distinct(found):
        if not free(item) and not any(same(wanted, item) for wanted in gold):
            judge.add(FALSE, "citations", found=shown(item),
                      rule=item.get("rule", ""), span=item_span(item))
    return judge.judgements


def free(found):
    """The gold lists series and background papers in some pages only."""
    return found.get("series") or found.get("role") == "background"


def tell_hit(judge, gold, found, titles):
    more = {"rule": found.get("rule", ""), "span": item_span(found)}
    judge.add(HIT, "citations", gold=shown(gold), found=shown(found), **more)
    judge.value("citations.title", gold["title"], fold(found["title"]),
                work_key(gold["title"]) in map(work_key, titles),
                note=fold(gold["printed"]), **more)


def labelled(judge, gold, found):
    """Labels that are known to be incomplete: no figure, but a list of what
    was labelled and not found."""
    for item in gold:
        wanted = title_key(item["title"])
        near = next((have for have in found
                     if contains(wanted, title_key(have["title"])) or
                     contains(wanted, title_key(have["printed"]))), None)
        if near:
            judge.add(HIT, "citations.labelled", gold=item["title"],
                      found=near["printed"], rule=near.get("rule", ""))
        else:
            judge.add(MISS, "citations.labelled", gold=item["title"])


def contains(a, b):
    return bool(a) and bool(b) and (a in b or b in a)


def numbers(printed):
    """{3, 13, 17} of "3, 13 and 17", {1, 2, 3, 4} of "1-4" and "1 to 4"."""
    plain = re.sub(r"\s*(?:–|-|to)\s*", "-", fold(printed))
    values = set()
    for first, last in re.findall(r"(\d+)(?:-(\d+))?", plain):
        values.update(range(int(first), int(last or first) + 1))
    return values


def closeness(gold, found):
    """0: another citation; more: the same, by place or by title.  One that
    names single recommendations is another than one that names the work."""
    wanted, have = numbers(gold["recommendation"]), \
        numbers(found.get("recommendation"))
    if wanted != have and not (wanted & have):
        return 0
    here = any(touches(place, item_span(found)) for place in gold["places"])
    exact = fold(gold["printed"]) == fold(found["printed"])
    titled = work_key(found["title"]) in (work_key(gold["title"]),
                                          work_key(gold["printed"]))
    return 4 * exact + 2 * here + titled


def same(gold, found):
    return closeness(gold, found) > 0


def best(gold, found):
    ranked = sorted(enumerate(found),
                    key=lambda entry: (-closeness(gold, entry[1]), entry[0]))
    return ranked[0][1] if ranked and same(gold, ranked[0][1]) else None


def distinct(found):
    """A work cited ten times is one citation to be right or wrong."""
    seen = {}
    for item in found:
        name = (work_key(item["title"] or item["printed"]),
                tuple(sorted(numbers(item.get("recommendation")))))
        seen.setdefault(name, item)
    return list(seen.values())


def shown(item):
    number = item.get("recommendation")
    return fold(item["printed"]) + (" [recommendation %s]" % number
                                    if number else "")
