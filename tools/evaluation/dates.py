"""Scores the dates of a document: distinct expressions with their values."""

import re

from .matching import FALSE, HIT, MISS, Judge, assign, rest
from .text import fold, item_span, touches

# The lines that open a committee paper; the value may stand on the next line.
HEADER_LINE = re.compile(r"(?im)^[ \t]*(report|date|by)[ \t]*:[ \t]*\n?"
                         r"[^\n]*$")
# Words that point from the page's own day: right, but seldom labelled.
POINTING = re.compile(r"(?i)^(today|yesterday|tomorrow|(this|last|next) "
                      r"(year|month|week)|(later|earlier) this year|"
                      r"(the )?(last|next|past) \w+ (years|months|weeks|days)"
                      r")$")
OPENING = re.compile(r"(?i)^(the|this|last|next) ")
FRONT = 4000  # bytes within which a header is looked for
NEAR = 300  # characters between two lines of one header


def score(case):
    judge = Judge(case)
    gold = case.gold["dates"]
    found = ranges_as_in(gold, distinct(body_dates(case), case))
    found = [item for item in found if not neutral(case, item)]
    rows = (("dates", lambda a, b: int(same_printed(a, b) and
                                       same_value(case, a, b))),
            ("dates.printed", same_printed),
            ("dates.overlap", lambda a, b: overlap(case, a, b)))
    for field, measure in rows:
        wanted, have = gold, found
        if field == "dates.printed":
            wanted, have = once(gold), once(found)
        compare(judge, case, field, wanted, have, measure)
    return judge.judgements


def compare(judge, case, field, wanted, have, measure):
    pairs = assign(wanted, have, measure)
    for i, j in pairs:
        judge.add(HIT, field, gold=shown(wanted[i]), found=shown(have[j]),
                  rule=have[j]["rule"], span=have[j]["spans"][0])
    for i in rest(len(wanted), [i for i, _ in pairs]):
        near = [item for item in have
                if overlaps(case, wanted[i], item)] if field == "dates" else []
        judge.add(MISS, field, gold=shown(wanted[i]),
                  found="; ".join(shown(item) for item in near),
                  span=case.text.find(wanted[i]["printed"],
                                      wanted[i].get("occurrence", 1)))
    for j in rest(len(have), [j for _, j in pairs]):
        trap = have[j]["printed"] in map(fold, case.gold["not_dates"])
        judge.add(FALSE, field, found=shown(have[j]), rule=have[j]["rule"],
                  span=have[j]["spans"][0], note="a trap" if trap else "")


def body_dates(case):
    """What was found below the header.  An expression without a value
    ("quarterly") names no point in time and is not a date here."""
    start = 0 if case.header_is_body else header_end(case)
    own = case.gold["header"]["date"].get("edtf")
    meeting = case.gold["kind"] in ("minutes", "agenda")
    items = case.found.get("dates", [])
    if case.header_is_body:
        items = items + header_date(case)
    return [item for item in items
            if item.get("edtf") and item_span(item) and
            item_span(item)[0] >= start and
            not (meeting and item["edtf"] == own)]


def header_date(case):
    """The page's own date, where the labels count it among the others."""
    head = case.found.get("header") or {}
    span = (head.get("spans") or {}).get("date")
    date = head.get("date") or {}
    if not span or not date.get("edtf"):
        return []
    return [{"printed": date["printed"], "edtf": date["edtf"], "span": span,
             "rule": "header.date"}]


def header_end(case):
    """Byte offset where the body begins: after the last header line, the
    title and the header's own date, as the gold gives them."""
    text, ends = case.text, [0]
    front = text.text.encode("utf-8", "replace")[:FRONT].decode("utf-8",
                                                                "ignore")
    last = None
    for match in HEADER_LINE.finditer(front):
        # "By: 1 September" further down is a line of an action plan.
        near = last is not None and match.start() - last < NEAR
        if match.group(1).lower() == "by" and not near:
            continue
        last = match.end()
        ends.append(len(front[:match.end()].encode("utf-8", "replace")))
    header = case.gold["header"]
    for quotation in (header.get("title"), header["date"].get("printed")):
        span = text.find(quotation) if quotation else None
        if span and span[1] <= FRONT:
            ends.append(span[1])
    return max(ends)


def distinct(items, case):
    """One for each (printed, EDTF), with every place where it stands."""
    seen = {}
    for item in items:
        name = (fold(item["printed"]), item["edtf"])
        if case.loose_qualifier:
            name = (name[0], name[1].replace("~", ""))
        entry = seen.setdefault(name, {
            "printed": fold(item["printed"]), "edtf": item["edtf"],
            "rule": item.get("rule", ""), "spans": []})
        entry["spans"].append(item_span(item))
    return list(seen.values())


def once(items):
    """One for each expression, whatever its value."""
    seen = {}
    for item in items:
        seen.setdefault(printed_key(item), item)
    return list(seen.values())


def ranges_as_in(gold, found):
    """ "May and July 2003" may be read as one range or as its two ends: what
    was found is brought to the form that the gold uses there."""
    made = list(found)
    for item in found:
        ends = [end for end in gold
                if end["edtf"] in item["edtf"].split("/") and
                end["printed"] in item["printed"]]
        if "/" in item["edtf"] and len(ends) == 2 and not any(
                same_printed(end, item) for end in gold):
            made.remove(item)
            made += [dict(item, printed=end["printed"], edtf=end["edtf"])
                     for end in ends]
    for wanted in gold:
        ends = [item for item in made
                if item["edtf"] in wanted["edtf"].split("/") and
                item["printed"] in wanted["printed"] and
                not any(same_printed(other, item) for other in gold)]
        if "/" in wanted["edtf"] and len(ends) == 2:
            made = [item for item in made if item not in ends]
            made.append(dict(ends[0], printed=wanted["printed"],
                             edtf=wanted["edtf"]))
    seen = {(item["printed"], item["edtf"]): item for item in reversed(made)}
    return list(reversed(list(seen.values())))


def same_printed(gold, found):
    """Whether "the" or "last" belongs to the expression is left open."""
    return int(printed_key(gold) == printed_key(found))


def printed_key(item):
    return OPENING.sub("", fold(item["printed"]))


def same_value(case, gold, found):
    right = [gold["edtf"]] + gold.get("accept", [])
    have = found["edtf"]
    if case.loose_qualifier and not gold.get("exact"):
        right, have = [value.replace("~", "") for value in right], \
            have.replace("~", "")
    return have in right


def overlap(case, gold, found):
    """The value is right and they stand, at least in part, in one place."""
    if not same_value(case, gold, found):
        return 0
    return 1 + same_printed(gold, found) if overlaps(case, gold, found) else 0


def overlaps(case, gold, found):
    places = case.text.find_all(gold["printed"])
    return same_printed(gold, found) or any(
        touches(place, span) for place in places for span in found["spans"])


def neutral(case, found):
    """Neither a hit nor a false alarm."""
    if POINTING.match(found["printed"]) and not any(
            fold(item["printed"]) == found["printed"]
            for item in case.gold["dates"]):
        return True
    return any(same_printed(item, found) and same_value(case, item, found)
               for item in case.gold.get("optional_dates", [])) and not any(
        same_printed(item, found) and same_value(case, item, found)
        for item in case.gold["dates"])


def shown(item):
    return "%s = %s" % (fold(item["printed"]), item["edtf"])
