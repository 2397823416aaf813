"""Precision, recall and F1 with bootstrap intervals over documents."""

import random
from dataclasses import dataclass

from .matching import FALSE, HIT, MISS

SEED = 20011113
RESAMPLES = 1000


@dataclass
class Tally:
    """Counts of one field, in one document or in many."""
    hit: int = 0
    miss: int = 0
    false: int = 0

    def add(self, other):
        self.hit += other.hit
        self.miss += other.miss
        self.false += other.false

    @property
    def gold(self):
        return self.hit + self.miss

    @property
    def found(self):
        return self.hit + self.false

    def precision(self):
        return self.hit / self.found if self.found else None

    def recall(self):
        return self.hit / self.gold if self.gold else None

    def f1(self):
        whole = 2 * self.hit + self.miss + self.false
        return 2 * self.hit / whole if whole else None


def tallies(judgements):
    """{field: {document: Tally}} of a list of judgements."""
    fields = {}
    for item in judgements:
        tally = fields.setdefault(item.field, {}).setdefault(
            item.document, Tally())
        if item.outcome == HIT:
            tally.hit += 1
        elif item.outcome == MISS:
            tally.miss += 1
        elif item.outcome == FALSE:
            tally.false += 1
    return fields


def total(by_document):
    whole = Tally()
    for tally in by_document.values():
        whole.add(tally)
    return whole


def interval(by_document, documents, measure=Tally.f1):
    """95 % bootstrap interval of a measure, resampling whole documents.

    `documents` names all that were scored: one without any item in this field
    takes part in the draw, as it would in another archive.  None where there
    is nothing to measure.
    """
    names = sorted(documents)
    if measure(total(by_document)) is None or not names:
        return None
    draw = random.Random(SEED)
    values = []
    for _ in range(RESAMPLES):
        sample = Tally()
        for _ in names:
            name = names[draw.randrange(len(names))]
            if name in by_document:
                sample.add(by_document[name])
        value = measure(sample)
        if value is not None:
            values.append(value)
    values.sort()
    if not values:
        return None
    low = values[int(0.025 * (len(values) - 1))]
    high = values[int(round(0.975 * (len(values) - 1)))]
    return low, high
