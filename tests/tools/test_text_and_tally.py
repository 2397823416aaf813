import unittest

import evaluation_support  # noqa: F401
from evaluation.matching import Judgement, assign
from evaluation.tally import Tally, interval, tallies, total
from evaluation.text import (FoldedText, fold, key, label_key, title_key,
                             union_share)


class Folding(unittest.TestCase):
    def test_white_space_of_any_kind_is_one_space(self):
        self.assertEqual(fold(" a\n\t b\u00a0 c "), "a b c")

    def test_a_span_counts_bytes_of_the_unfolded_text(self):
        text = FoldedText("é  That\n  members note")
        self.assertEqual(text.find("That members"), (4, 18))

    def test_the_nth_occurrence_is_the_nth_plain_substring(self):
        text = FoldedText("1998 and 1998 again")
        self.assertEqual(text.find("1998", 2), (9, 13))

    def test_look_alike_quotes_are_let_pass_only_if_nothing_else_fits(self):
        text = FoldedText("the force's plan and the force’s plan")
        self.assertEqual(text.find("force’s"), (25, 34))
        self.assertIsNotNone(FoldedText("the force's").find("force’s"))

    def test_words_that_are_not_there_have_no_place(self):
        self.assertIsNone(FoldedText("nothing here").find("anything"))

    def test_keys_forget_articles_case_and_punctuation(self):
        self.assertEqual(key("The MPS."), key("the MPS"))
        self.assertNotEqual(key("Theme"), key("me"))
        self.assertEqual(title_key("Faith: The Road – Part One"),
                         title_key("Faith, the road - part one"))

    def test_labels_are_their_number(self):
        for label in ("Rec 6", "Recommendation 6:", "(6)", "6."):
            self.assertEqual(label_key(label), "6")
        self.assertEqual(label_key("1.2"), "1.2")

    def test_union_share_of_spans(self):
        self.assertEqual(union_share((0, 10), (5, 15)), 5 / 15)
        self.assertEqual(union_share((0, 10), (10, 20)), 0)
        self.assertEqual(union_share(None, (0, 1)), 0)


class Assignment(unittest.TestCase):
    def test_each_index_is_used_once_and_the_better_pair_wins(self):
        pairs = assign(["a", "ab"], ["ab", "ca"],
                       lambda g, f: len(g) if g in f else 0)
        self.assertEqual(pairs, [(0, 1), (1, 0)])

    def test_of_equal_pairs_the_nearer_one_is_taken(self):
        self.assertEqual(assign("xx", "xx", lambda g, f: 1),
                         [(0, 0), (1, 1)])

    def test_a_score_of_nothing_pairs_nothing(self):
        self.assertEqual(assign(["a"], ["b"], lambda g, f: 0), [])


class Tallies(unittest.TestCase):
    def test_precision_recall_and_f1(self):
        tally = Tally(hit=6, miss=2, false=3)
        self.assertAlmostEqual(tally.precision(), 6 / 9)
        self.assertAlmostEqual(tally.recall(), 6 / 8)
        self.assertAlmostEqual(tally.f1(), 12 / 17)

    def test_nothing_to_measure_is_none_and_not_one(self):
        self.assertIsNone(Tally().f1())
        self.assertIsNone(Tally(false=1).recall())
        self.assertEqual(Tally(false=1).f1(), 0)

    def test_judgements_are_counted_by_field_and_document(self):
        fields = tallies([Judgement("dates", "hit", "a"),
                          Judgement("dates", "false", "a"),
                          Judgement("dates", "miss", "b")])
        self.assertEqual(fields["dates"]["a"], Tally(1, 0, 1))
        self.assertEqual(total(fields["dates"]), Tally(1, 1, 1))

    def test_the_interval_holds_the_value_and_is_the_same_each_time(self):
        documents = {"d%d" % n: Tally(n % 4, n % 2, n % 3)
                     for n in range(20)}
        low, high = interval(documents, documents)
        whole = total(documents).f1()
        self.assertLess(low, whole)
        self.assertGreater(high, whole)
        self.assertEqual((low, high), interval(documents, documents))

    def test_the_interval_of_perfect_documents_is_one_point(self):
        documents = {"a": Tally(hit=3), "b": Tally(hit=1)}
        self.assertEqual(interval(documents, documents), (1.0, 1.0))


if __name__ == "__main__":
    unittest.main()
