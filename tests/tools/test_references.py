"""References within a work: which of the found ones is a labelled one."""

import unittest


import evaluation_support  # noqa: F401 (finds the package)
from evaluation.references import found_for, key, place_of


def row(anchor, context):
    return {"anchor_text": anchor, "context": context}


def item(target, printed):
    return {"target": target, "printed": printed}


class FoundFor(unittest.TestCase):
    def test_reads_a_place_as_printed_and_as_a_target(self):
        self.assertEqual(key(place_of("Part K, Chapter 7, para 4.5")),
                         "part K chapter 7 para 4.5")
        self.assertEqual(key(place_of("part K chapter 7 section 4")),
                         "part K chapter 7 section 4")
        self.assertIsNone(place_of("Chapter 7"))

    def test_the_same_target_counts(self):
        here = item("part K chapter 7", "Part K, Chapter 7")
        self.assertEqual(found_for(row("Part K, Chapter 7", "x"), [here]),
                         [here])

    def test_a_place_within_counts_where_its_words_stand(self):
        label = row("Part H, Chapter 5",
                    "2 . Part H, Chapter 5 , para 2.60 <a")
        right = item("part H chapter 5 para 2.60",
                     "Part H, Chapter 5, para 2.60")
        elsewhere = item("part H chapter 5 para 2.62",
                         "Part H, Chapter 5, para 2.62")
        self.assertEqual(found_for(label, [elsewhere, right]), [right])
        self.assertEqual(found_for(label, [elsewhere]), [])

    def test_another_chapter_that_begins_alike_does_not(self):
        other = item("part H chapter 55", "Part H, Chapter 55")
        self.assertEqual(
            found_for(row("Part H, Chapter 5", "Part H, Chapter 55"),
                      [other]), [])


if __name__ == "__main__":
    unittest.main()
