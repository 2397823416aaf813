"""One-to-one matching of gold with what was found, and what came of it."""

from dataclasses import dataclass

HIT, MISS, FALSE = "hit", "miss", "false"


@dataclass(frozen=True)
class Judgement:
    """What became of one gold value or one found value in one field."""
    field: str
    outcome: str  # HIT, MISS, FALSE
    document: str
    gold: str = ""
    found: str = ""
    rule: str = ""
    span: tuple = None  # bytes, where a reader should look
    note: str = ""


class Judge:
    """Collects the judgements of one document."""

    def __init__(self, case):
        self.case = case
        self.judgements = []

    def add(self, outcome, field, **more):
        self.judgements.append(
            Judgement(field, outcome, self.case.name, **more))

    def value(self, field, gold, found, right, **more):
        """One value that is there or not: equal is a hit, another value is
        both a miss and a false alarm, two empty ones are nothing."""
        if gold and right:
            self.add(HIT, field, gold=gold, found=found, **more)
            return
        if gold:
            self.add(MISS, field, gold=gold, found=found, **more)
        if found:
            self.add(FALSE, field, gold=gold, found=found, **more)


def assign(gold, found, score):
    """Pairs (gold index, found index), each index once, best score first.

    `score(g, f)` is 0 where the two cannot be the same.  Greedy: a pair of
    higher score is never given up for two of lower; ties go to the earlier.
    """
    candidates = []
    for i, wanted in enumerate(gold):
        for j, have in enumerate(found):
            value = score(wanted, have)
            if value > 0:
                candidates.append((-value, abs(i - j), i, j))
    taken_gold, taken_found, pairs = set(), set(), []
    for _, _, i, j in sorted(candidates):
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            pairs.append((i, j))
    return sorted(pairs)


def rest(count, taken):
    """Indices below `count` that are not taken."""
    taken = set(taken)
    return [index for index in range(count) if index not in taken]
