import contextlib
import io
import os
import tempfile
import unittest

import evaluation_support  # noqa: F401
from evaluation import floors
from evaluation.command import arguments, check_floors
from evaluation.matching import FALSE, HIT, MISS, Judgement
from evaluation.report import Section


def section(corpus="specimens", **fields):
    """A section with so many hits, misses and false alarms in each field."""
    judgements = []
    for field, counts in fields.items():
        for outcome, count in zip((HIT, MISS, FALSE), counts):
            judgements += [Judgement(field, outcome, "paper.html")] * count
    return Section("Paper", "open", ["paper.html"], judgements, corpus)


SILENT = ("specimens", "recommendations.silent")


class Floors(unittest.TestCase):
    def test_stand_one_in_a_hundred_under_the_figure(self):
        made = floors.floors_of([section(dates=(248, 2, 5))])
        self.assertEqual(made["specimens", "dates"], (245, 8))

    def test_stand_at_the_figure_where_all_is_right(self):
        made = floors.floors_of([section(dates=(250, 0, 0))])
        self.assertEqual(made["specimens", "dates"], (250, 0))

    def test_stand_under_a_whole_field_of_what_was_found(self):
        made = floors.floors_of([section(**{"rec.kind": (250, 0, 0)})])
        self.assertEqual(made["specimens", "rec.kind"], (247, 0))

    def test_are_kept_for_what_must_not_be_found_at_all(self):
        made = floors.floors_of([section(dates=(1, 0, 0))])
        self.assertEqual(made[SILENT], (0, 0))

    def test_come_back_from_their_file_as_they_were(self):
        made = [section(dates=(9, 1, 1), acronyms=(3, 0, 0)),
                section("layouts", dates=(4, 0, 0))]
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "floors.tsv")
            floors.write(path, made)
            self.assertEqual(floors.read(path), floors.floors_of(made[:1]) |
                             floors.floors_of(made[1:]))

    def test_of_a_corpus_that_is_not_here_are_kept_when_others_are_written(
            self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "floors.tsv")
            floors.write(path, [section(dates=(9, 0, 0)),
                                section("layouts", dates=(4, 0, 0))])
            floors.write(path, [section(dates=(7, 0, 0))])
            kept = floors.read(path)
            self.assertEqual(kept["layouts", "dates"], (4, 0))
            self.assertEqual(kept["specimens", "dates"], (7, 0))

    def test_of_a_field_that_is_measured_no_more_go_when_written_anew(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "floors.tsv")
            floors.write(path, [section(dates=(9, 0, 0), acronyms=(1, 0, 0))])
            floors.write(path, [section(dates=(9, 0, 0))])
            self.assertNotIn(("specimens", "acronyms"), floors.read(path))


class Faults(unittest.TestCase):
    FLOOR = {("specimens", "dates"): (8, 2), SILENT: (0, 0)}

    def test_are_none_at_the_floor(self):
        self.assertEqual(
            floors.faults(self.FLOOR, [section(dates=(8, 5, 2))]), [])

    def test_name_the_field_the_figure_and_the_floor(self):
        self.assertEqual(
            floors.faults(self.FLOOR, [section(dates=(7, 5, 3))]),
            ["specimens, dates: 7 right, the floor is 8",
             "specimens, dates: 3 wrong, the floor is 2"])

    def test_are_found_where_nothing_is_judged_any_more(self):
        self.assertEqual(
            floors.faults(self.FLOOR, [section()]),
            ["specimens, dates: 0 right, the floor is 8"])

    def test_are_found_where_a_silent_page_speaks(self):
        found = section(**{"dates": (8, 0, 0),
                           "recommendations.silent": (0, 0, 1)})
        self.assertEqual(
            floors.faults(self.FLOOR, [found]),
            ["specimens, recommendations.silent: 1 wrong, the floor is 0"])

    def test_are_none_for_a_corpus_that_is_not_here(self):
        kept = self.FLOOR | {("layouts", "dates"): (99, 0)}
        self.assertEqual(floors.faults(kept, [section(dates=(8, 0, 0))]), [])

    def test_name_a_field_without_a_floor(self):
        found = section(dates=(8, 0, 0), acronyms=(1, 0, 0))
        self.assertEqual(
            floors.faults(self.FLOOR, [found]),
            ["specimens, acronyms: has no floor; --write-floors gives it one"])


class TheCommand(unittest.TestCase):
    def test_fails_and_says_so_where_a_figure_is_lower(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "floors.tsv")
            floors.write(path, [section(dates=(9, 0, 0))])
            said = io.StringIO()
            with contextlib.redirect_stderr(said), \
                    contextlib.redirect_stdout(io.StringIO()):
                self.assertEqual(check_floors(path, [section(dates=(9, 0, 0))]),
                                 0)
                self.assertEqual(check_floors(path, [section(dates=(8, 1, 0))]),
                                 1)
            self.assertIn("dates: 8 right, the floor is 9", said.getvalue())

    def test_measures_the_whole_or_nothing(self):
        self.assertEqual(arguments(["--floors"]).part, "open")
        for more in ("--no-overlaps", "--part=open", "--corpus=layouts"):
            with self.assertRaises(SystemExit), \
                    contextlib.redirect_stderr(io.StringIO()):
                arguments(["--floors", more])


class TheCommittedFloors(unittest.TestCase):
    """A floor that cannot be fallen below would be none."""

    def setUp(self):
        self.floors = floors.read(os.path.join(
            os.path.dirname(__file__), "..", "..", "corpus", "floors.tsv"))

    def test_are_of_fields_that_are_measured(self):
        self.assertEqual({field for _, field in self.floors} -
                         set(floors.NAMES) - floors.FALSE_ONLY, set())
        self.assertEqual({corpus for corpus, _ in self.floors},
                         set(floors.CORPORA))

    def test_ask_for_something(self):
        for (corpus, field), (least, _) in self.floors.items():
            if field not in floors.FALSE_ONLY:
                self.assertGreater(least, 0, (corpus, field))


if __name__ == "__main__":
    unittest.main()
