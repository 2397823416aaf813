"""The sample-and-judge mode, without the program."""

import io
import json
import os
import tempfile
import unittest
from types import SimpleNamespace

import evaluation_support  # noqa: F401  (puts tools/ on the path)
from evaluation import judging


class Lists:
    """Lists ten recommendations, in the order asked for."""

    def __init__(self, order):
        self.order = order

    def lines(self, *arguments, accept=(0,)):
        return [{"id": "r1.%d" % i, "kind": "decision", "text": "Do %d." % i,
                 "uri": "http://northmarch.example/", "span":
                 {"begin": 0, "end": 5}, "addressee": "", "due": []}
                for i in self.order]


def sitting(answers, order=range(10), judgements=None, sample=4):
    out = io.StringIO()
    options = SimpleNamespace(judge="recommendations", archive="unused",
                              sample=sample, seed=7, judgements=judgements)
    judging.judge(Lists(order), options, io.StringIO(answers), out)
    return out.getvalue()


class Judging(unittest.TestCase):
    def test_the_figure_counts_right_and_wrong_and_not_the_unsure(self):
        self.assertIn("2 right, 1 wrong, 1 unsure of 4 drawn out of 10; "
                      "precision 0.667", sitting("y\nn\ny\nu\n"))

    def test_the_same_lot_is_drawn_whatever_the_order(self):
        self.assertEqual(sitting("y\n" * 4),
                         sitting("y\n" * 4, order=range(9, -1, -1)))

    def test_what_was_judged_is_not_asked_again(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "judged.jsonl")
            first = sitting("y\nn\nq\n", judgements=path)
            self.assertIn("1 right, 1 wrong, 0 unsure of 4", first)
            second = sitting("y\ny\n", judgements=path)
            self.assertIn("3 right, 1 wrong, 0 unsure of 4", second)
            with open(path, encoding="utf-8") as lines:
                self.assertEqual(len({json.loads(line)["id"]
                                      for line in lines}), 4)

    def test_an_answer_that_is_none_is_asked_for_again(self):
        self.assertEqual(sitting("perhaps\n\ny\nq\n").count("[y]es"), 4)

    def test_nothing_to_draw_from_is_said(self):
        self.assertIn("none of 0 drawn", sitting("", order=()))

    def test_the_interval_holds_the_share_and_stays_within_bounds(self):
        for right, judged in ((0, 5), (5, 5), (88, 92), (1, 1)):
            share, low, high = judging.wilson(right, judged)
            self.assertTrue(0 <= low <= share + 1e-9, (right, judged))
            self.assertTrue(share <= high + 1e-9 <= 1 + 2e-9, (right, judged))
        self.assertAlmostEqual(judging.wilson(95, 100)[1], 0.888, places=3)


if __name__ == "__main__":
    unittest.main()
