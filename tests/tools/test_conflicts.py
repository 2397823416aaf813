import os
import unittest

from evaluation_support import case, outcomes
from evaluation import conflicts


class Archive:
    """Stands in for an archive of the two pages of the tests."""

    def __init__(self, cases, listed):
        self.report_of = {os.path.realpath(one.path): "r-" + one.name
                          for one in cases}
        self.listed = listed

    def conflicts(self):
        return self.listed


def page(name, text, told=()):
    one = case(text)
    one.name, one.path, one.part = name, "/" + name, "open"
    one.gold["conflicts"] = list(told)
    return one


def side(name, text, quote):
    begin = text.find(quote)
    return {"report": "r-" + name, "quote": quote,
            "span": {"begin": begin, "end": begin + len(quote)}}


A = "All 20 are done."
B = "Of the 20, 17 are done."


def pages():
    told = {"about": "done", "values": [
        {"quote": "All 20", "value": "20"},
        {"quote": "17 are done", "value": "17", "file": "b.txt"}]}
    back = {"about": "done", "values": [
        {"quote": "17 are done", "value": "17"},
        {"quote": "All 20", "value": "20", "file": "a.txt"}]}
    return [page("a.txt", A, [told]), page("b.txt", B, [back])]


def score(a, b, rule="fewer"):
    cases = pages()
    found = [{"rule": rule, "subject": "X", "a": side("a.txt", A, a),
              "b": side("b.txt", B, b)}]
    return conflicts.score(cases, Archive(cases, found))["open"]


class Conflicts(unittest.TestCase):
    def test_told_in_both_pages_it_is_one(self):
        self.assertEqual(outcomes(score("All 20 are done", "17"), "conflicts"),
                         (1, 0, 0))

    def test_a_pair_that_contradicts_answers_the_gold_and_is_never_wrong(self):
        rule = conflicts.OVERLAPS
        self.assertEqual(outcomes(score("All 20", "17", rule), "conflicts"),
                         (1, 0, 0))
        self.assertEqual(
            outcomes(score("All 20", "Of the 20", rule), "conflicts"),
            (0, 1, 0))

    def test_both_statements_must_be_the_ones_meant(self):
        self.assertEqual(outcomes(score("All 20", "Of the 20"), "conflicts"),
                         (0, 1, 1))

    def test_a_sealed_page_seals_it(self):
        cases = pages()
        cases[1].part = "sealed"
        judged = conflicts.score(cases, Archive(cases, []))
        self.assertEqual((len(judged["open"]), len(judged["sealed"])), (0, 1))


if __name__ == "__main__":
    unittest.main()
