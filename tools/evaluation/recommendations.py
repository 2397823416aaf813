"""Scores recommendations, what was found about each, and resolutions."""

import re

from .matching import FALSE, HIT, MISS, Judge, assign, rest
from .text import (fold, item_span, key, label_key, shared,
                   union_share)

NAME = "recommendations"
HALF = 0.5  # of their union, from which two spans count as the same item
SENTENCE_END = re.compile(r"[.!?][”’\"']?\s+[A-Z0-9“‘\"]")
LIST_LABEL = re.compile(r" (\(?(\d{1,2}|[a-z])[.)]|[•–*-]) ")
# Pages that ask nobody for anything.
SILENT = ("minutes", "agenda", "press")


def score(case):
    """Judgements on recommendations and resolutions of one document."""
    judge = Judge(case)
    gold = [with_span(item, case) for item in case.gold["recommendations"]]
    found = [with_span(item, case) for item in
             case.found.get("recommendations", [])]
    optional = [with_span(item, case) for item in
                case.gold.get("optional_recommendations", [])]
    found = [item for item in without_parts(found, gold)
             if not is_optional(item, optional, gold) and
             (case.commitments_labelled or item["kind"] != "commitment")]
    whole_items(judge, NAME, gold, found)
    by_kind(judge, gold, found)
    for i, j in assign(gold, found, likeness):
        attributes(judge, case, gold[i], found[j])
    silence(judge, case, gold, found)
    resolutions(judge, case)
    return judge.judgements


def resolutions(judge, case):
    gold = [with_span(item, case) for item in case.gold["resolutions"]]
    found = [with_span(item, case) for item in
             case.found.get("resolutions", [])]
    whole_items(judge, "resolutions", gold, found)


def with_span(item, case):
    """The item and where it stands: as found, or where its words are."""
    span = item_span(item)
    if span is None and "rule" not in item:
        span = case.text.find(item["text"], item.get("occurrence", 1))
    return dict(item, place=span, words=fold(item["text"]))


def likeness(gold, found):
    """2 and more for the same words, 1 and more for half the same place."""
    nearness = union_share(gold["place"], found["place"])
    if gold["words"] == found["words"]:
        return 2 + nearness
    if within_sentence(gold, found) or with_its_list(gold, found):
        starts = gold["place"][0] == found["place"][0]
        return 1.5 + 0.3 * starts + 0.2 * nearness
    return 1 + nearness if max(nearness, word_share(gold, found)) >= HALF else 0


def within_sentence(gold, found):
    """A commitment in prose may be quoted as its clause, as the gold mostly
    does, or as the whole sentence that the clause stands in."""
    if gold.get("kind") != "commitment" or gold["place"] is None or \
            found["place"] is None:
        return False
    inside = found["place"][0] <= gold["place"][0] and \
        gold["place"][1] <= found["place"][1]
    before, clause, after = found["words"].partition(gold["words"])
    if not inside or not clause or SENTENCE_END.search(before + "A"):
        return False
    return not SENTENCE_END.search(clause[-1] + after)


def word_share(gold, found):
    """For words that stand nowhere in the text as one piece."""
    if gold["place"] is not None:
        return 0.0
    short, long = sorted((gold["words"], found["words"]), key=len)
    return len(short) / len(long) if short and short in long else 0.0


def with_its_list(gold, found):
    """An item under which a list hangs may be given with that list, though
    the gold ends before it."""
    if gold["place"] is None or found["place"] is None or \
            gold["place"][0] != found["place"][0]:
        return False
    start, _, rest_of_it = found["words"].partition(gold["words"])
    return not start and bool(LIST_LABEL.match(rest_of_it))


def same_words(gold, found):
    exact = gold["words"] == found["words"] or \
        within_sentence(gold, found) or with_its_list(gold, found)
    return likeness(gold, found) if exact else 0


def without_parts(found, gold):
    """Items that the program hangs under another one as its parts are scored
    where the gold has them, and belong to their whole where it does not."""
    kept = []
    for item in found:
        parent = item.get("parent", -1)
        is_part = 0 <= parent < len(found) and any(
            likeness(wanted, found[parent]) for wanted in gold)
        if not is_part or any(likeness(wanted, item) for wanted in gold):
            kept.append(item)
    return kept


def is_optional(found, optional, gold):
    """Somebody else's recommendation told over again: neither a hit nor a
    false alarm, unless it is also something that the gold wants."""
    if any(likeness(item, found) for item in gold):
        return False
    return any(mostly_over(item["place"], found["place"]) or
               item["words"] in found["words"] for item in optional)


def mostly_over(a, b):
    """True where they share at least half of the shorter one."""
    if a is None or b is None:
        return False
    return shared(a, b) >= HALF * min(a[1] - a[0], b[1] - b[0])


def whole_items(judge, field, gold, found):
    """Two rows: the same words, and half the same place."""
    for name, measure in ((field, same_words),
                          (field + ".overlap", likeness)):
        pairs = assign(gold, found, measure)
        for i, j in pairs:
            judge.add(HIT, name, gold=gold[i]["text"], found=found[j]["text"],
                      rule=found[j].get("rule", ""), span=found[j]["place"])
        for i in rest(len(gold), [i for i, _ in pairs]):
            judge.add(MISS, name, gold=gold[i]["text"], span=gold[i]["place"],
                      note=describe(gold[i]))
        for j in rest(len(found), [j for _, j in pairs]):
            judge.add(FALSE, name, found=found[j]["text"],
                      span=found[j]["place"], rule=found[j].get("rule", ""),
                      note=describe(found[j]))


def describe(item):
    return " ".join(part for part in (item.get("kind"), item.get("label"))
                    if part)


def by_kind(judge, gold, found):
    """Words and kind both right, a row for each kind."""
    for kind in ("decision", "recommendation", "commitment"):
        wanted = [item for item in gold if item["kind"] == kind]
        have = [item for item in found if item["kind"] == kind]
        pairs = assign(wanted, have, same_words)
        field = "%s.%s" % (NAME, kind)
        for i, j in pairs:
            judge.add(HIT, field, gold=wanted[i]["text"],
                      found=have[j]["text"], rule=have[j].get("rule", ""))
        for i in rest(len(wanted), [i for i, _ in pairs]):
            judge.add(MISS, field, gold=wanted[i]["text"],
                      span=wanted[i]["place"])
        for j in rest(len(have), [j for _, j in pairs]):
            judge.add(FALSE, field, found=have[j]["text"],
                      span=have[j]["place"], rule=have[j].get("rule", ""))


def silence(judge, case, gold, found):
    """In minutes, agendas and press pages every recommendation is false, but
    for what a body promises in them."""
    if case.gold["kind"] not in SILENT:
        return
    for item in found:
        if not any(likeness(wanted, item) for wanted in gold):
            judge.add(FALSE, NAME + ".silent", found=item["text"],
                      rule=item.get("rule", ""), span=item["place"])


def attributes(judge, case, gold, found):
    """What was found about a recommendation that was found itself."""
    more = {"rule": found.get("rule", ""), "span": found["place"],
            "note": found["text"][:120]}
    judge.value("rec.kind", gold["kind"], found["kind"],
                gold["kind"] == found["kind"], **more)
    for field, fold_value in (("label", label_key), ("lead_in", key),
                              ("addressee", key)):
        if field not in gold:
            continue  # not labelled
        wanted, have = gold.get(field) or "", found.get(field) or ""
        judge.value("rec." + field, wanted, have,
                    fold_value(wanted) == fold_value(have), **more)
    if "owners" in case.scored:
        owners(judge, gold, found, more)
    due(judge, case, gold, found, more)


def owners(judge, gold, found, more):
    wanted = [owner["name"] for owner in gold.get("owners", [])]
    have = [owner for owner in found.get("owners", [])
            if owner.get("role") != "consulted"]
    pairs = assign(wanted, have, same_owner)
    for i, j in pairs:
        judge.add(HIT, "rec.owners", gold=wanted[i], found=have[j]["name"],
                  **dict(more, rule=have[j].get("rule", "")))
    for i in rest(len(wanted), [i for i, _ in pairs]):
        judge.add(MISS, "rec.owners", gold=wanted[i], **more)
    for j in rest(len(have), [j for _, j in pairs]):
        judge.add(FALSE, "rec.owners", found=have[j]["name"],
                  **dict(more, rule=have[j].get("rule", "")))


def same_owner(name, owner):
    """The name as printed; a person's rank may be kept as the post."""
    whole = " ".join(part for part in (owner.get("post"), owner["name"])
                     if part)
    return 2 if owner_key(name) == owner_key(owner["name"]) else (
        1 if owner_key(name) == owner_key(whole) else 0)


def owner_key(name):
    """"each force" and "force" are one owner, as in the gold."""
    return re.sub(r"^(each|every|all)( of)?( the)? ", "", key(name))


def due(judge, case, gold, found, more):
    """Rows for the expression as printed and for its value."""
    wanted, have = gold.get("due", []), found.get("due", [])

    def same_printed(a, b):
        return printed_alike(a["printed"], b["printed"], case.loose_due)

    def same_value(a, b):
        right = (b.get("edtf") or "") in [a["edtf"]] + a.get("accept", [])
        return right + same_printed(a, b) if right else 0

    rows = [("rec.due", same_printed)]
    if not case.loose_due:  # those labels give no value
        rows.append(("rec.due_edtf", same_value))
    for field, measure in rows:
        pairs = assign(wanted, have, measure)
        for i, j in pairs:
            judge.add(HIT, field, gold=shown(wanted[i]), found=shown(have[j]),
                      **dict(more, rule=have[j].get("rule", "")))
        for i in rest(len(wanted), [i for i, _ in pairs]):
            judge.add(MISS, field, gold=shown(wanted[i]), **more)
        for j in rest(len(have), [j for _, j in pairs]):
            judge.add(FALSE, field, found=shown(have[j]),
                      **dict(more, rule=have[j].get("rule", "")))


LEADS = re.compile(r"^(?:(?:(?:with )?effect |commencing |starting )?"
                   r"(?:by|from|before|in|on|at|within|during|until|for)\s+)?"
                   r"(?:the\s+)?", re.IGNORECASE)


def printed_alike(gold, found, loose):
    """Preposition and article before the expression are left open."""
    if LEADS.sub("", fold(gold)) == LEADS.sub("", fold(found)):
        return 1
    return 1 if loose and (fold(gold) in fold(found) or
                           fold(found) in fold(gold)) else 0


def shown(date):
    return "%s = %s" % (date["printed"], date.get("edtf"))
