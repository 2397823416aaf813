import os
import tempfile
import unittest

from evaluation_support import case, outcomes
from evaluation import leveson, overlaps, pages, report, seal
from evaluation.archive import stored_ids
from evaluation.matching import Judgement


class Ends:
    """Stands in for the archive: every end is its own id."""
    part_of = {"s": "sealed"}
    file_of = {}
    text_of = {}
    optional = {"told again"}

    def stored(self, end):
        return end.get("id")

    def index(self, end):
        return 0

    def words(self, end):
        return end["file"]


def end(identity):
    return {"file": "f.html", "id": identity}


def pair(a, b, relation):
    return {"a": end(a), "b": end(b), "relation": relation, "part": "open"}


def link(a, b, relation, weight=5.0):
    return {"a": {"id": a, "text": a, "uri": ""},
            "b": {"id": b, "text": b, "uri": ""},
            "relation": relation, "weight": weight, "parts": []}


def judge(pairs, links, groups=()):
    gold = {"pairs": pairs, "groups": list(groups)}
    return overlaps.score_pairs(gold, Ends(), links)


class Pairs(unittest.TestCase):
    def test_the_reverse_of_a_relation_is_right_the_other_way_round(self):
        judged = judge([pair("a", "b", "narrower")],
                       [link("b", "a", "wider")])["open"]
        self.assertEqual(outcomes(judged, "overlap.pairs"), (1, 0, 0))
        self.assertEqual(outcomes(judged, "overlap.relation"), (1, 0, 0))

    def test_a_link_called_distinct_is_no_link(self):
        judged = judge([pair("a", "b", "restates")],
                       [link("a", "b", "distinct")])["open"]
        self.assertEqual(outcomes(judged, "overlap.pairs"), (0, 1, 0))

    def test_a_link_to_what_may_be_found_or_not_is_not_judged(self):
        judged = judge([pair("a", "b", "restates")],
                       [link("a", "told again", "restates"),
                        link("a", "c", "restates")])["open"]
        self.assertEqual(outcomes(judged, "overlap.pairs"), (0, 1, 1))

    def test_a_linked_trap_is_a_false_alarm(self):
        trap = dict(pair("a", "b", "distinct"), trap=True)
        judged = judge([trap], [link("a", "b", "identical")])["open"]
        self.assertEqual(outcomes(judged, "overlap.pairs"), (0, 0, 1))
        self.assertEqual(outcomes(judged, "overlap.traps"), (0, 1, 0))
        kept = judge([trap], [])["open"]
        self.assertEqual(outcomes(kept, "overlap.traps"), (1, 0, 0))

    def test_two_copies_held_as_one_document_are_linked_by_that(self):
        judged = judge([pair("a", "a", "identical")], [])["open"]
        self.assertEqual(outcomes(judged, "overlap.pairs"), (1, 0, 0))
        self.assertEqual(outcomes(judged, "overlap.relation"), (1, 0, 0))

    def test_an_end_that_was_not_extracted_is_a_miss_that_says_so(self):
        judged = judge([pair("a", None, "restates")], [])["open"]
        self.assertEqual(outcomes(judged, "overlap.pairs"), (0, 1, 0))
        self.assertIn("not extracted", judged[0].note)

    def test_an_unknown_link_is_false_where_its_ends_are(self):
        judged = judge([], [link("a", "s", "restates"),
                            link("a", "c", "restates")])
        self.assertEqual(outcomes(judged["open"], "overlap.pairs"),
                         (0, 0, 1))
        self.assertEqual(outcomes(judged["sealed"], "overlap.pairs"),
                         (0, 0, 1))

    def test_a_link_within_a_gold_group_is_not_false(self):
        group = {"name": "g", "part": "open", "members": [end("a"), end("b")]}
        judged = judge([], [link("a", "b", "restates")], [group])["open"]
        self.assertEqual(outcomes(judged, "overlap.pairs"), (0, 0, 0))


class Groups(unittest.TestCase):
    def test_b_cubed_of_a_group_split_in_two(self):
        precision, recall, _ = overlaps.b_cubed(
            [{"a", "b", "c", "d"}], [{"a", "b"}, {"c", "d"}])
        self.assertEqual((precision, recall), (1.0, 0.5))

    def test_b_cubed_of_two_groups_thrown_together(self):
        precision, recall, _ = overlaps.b_cubed(
            [{"a", "b"}, {"c", "d"}], [{"a", "b", "c", "d"}])
        self.assertEqual((precision, recall), (0.5, 1.0))

    def test_pairs_within_groups(self):
        gold = {"groups": [{"name": "g", "part": "open",
                            "members": [end("a"), end("b"), end("c")]}]}
        judged = overlaps.score_groups(gold, Ends(), [{"a", "b", "x"}])
        self.assertEqual(outcomes(judged["open"], "overlap.groups"),
                         (1, 2, 2))


class StoredItems(unittest.TestCase):
    def test_a_copy_in_another_text_is_found_by_its_words(self):
        made = case("Page. That members note it.", {"recommendations": [
            {"label": "", "kind": "decision",
             "text": "That members note it."}]})
        stored = [{"id": "r1", "text": "That members\nnote it.",
                   "span": {"begin": 90, "end": 111}}]
        self.assertEqual(stored_ids(made, stored), {0: "r1"})


class LongReport(unittest.TestCase):
    def test_footnote_numbers_and_list_letters_are_no_words(self):
        self.assertEqual(leveson.words("(a) be open;2 and\n(b) be fair.13"),
                         leveson.words("be open; and be fair."))
        self.assertIn("4", leveson.words("within 4 weeks"))

    def test_only_marked_passages_are_read_without_their_notes(self):
        parser = leveson.MarkedPassages()
        parser.feed('<p>no</p><div class="recommend"><div><p>That it '
                    '<b>be</b> so<sup>3</sup>.</p></div></div><p>no</p>')
        self.assertEqual(parser.passages, ["That it be so."])

    def test_wrong_citations_are_corrected_and_restatements_allowed(self):
        row = {"number": "72", "source_refs": "Part J, Chapter 3, para 5.10",
               "summary_text": "x", "source_text": "y"}
        self.assertEqual(leveson.right_places(row),
                         ({"J/chapter3"}, set()))
        row = dict(row, number="40", source_refs="Part K, Chapter 7")
        self.assertEqual(leveson.right_places(row)[1], {"K/chapter9"})

    def test_cited_paragraphs_are_places(self):
        row = {"number": "1",
               "source_refs": "Part K, Chapter 7, para 4.5|Part H, Chapter 5"}
        self.assertEqual(leveson.cited_places(row),
                         {("K/chapter7", "4.5"), ("H/chapter5", "")})
        self.assertEqual(leveson.cited_places(dict(row, number="18")),
                         {("K/chapter7", "4.34")})
        end = {"uri": "file:///a%20b/K/chapter7/index.html",
               "locator": "part K, chapter 7, para 4.5"}
        self.assertEqual(leveson.place_of("/a b", end), ("K/chapter7", "4.5"))


class Seal(unittest.TestCase):
    def leaks(self, source):
        pages_of = {"a": "one two three four five six seven",
                    "b": "two three four five six seven eight nine"}
        cases = [case("x"), case("x")]
        cases[0].name, cases[1].name = "a", "b"
        cases[1].part = "sealed"
        return seal.leaks(cases, pages_of, "", {"rule.cpp": source})

    def test_words_of_a_sealed_page_in_a_rule_are_counted(self):
        self.assertEqual(self.leaks("// Four, five six SEVEN eight nine."),
                         {"rule.cpp": 1})

    def test_words_that_an_open_page_has_too_are_free(self):
        self.assertEqual(self.leaks("two three four five six seven"), {})

    def test_a_shorter_run_is_chance(self):
        self.assertEqual(self.leaks("five six seven eight nine ten"), {})


class Reports(unittest.TestCase):
    def section(self, part="open"):
        return report.Section("Specimens, open part", part, ["a", "b"], [
            Judgement("header.title", "hit", "a", gold="Secret words"),
            Judgement("header.by", "miss", "b", gold="Secret words"),
            Judgement("dates", "false", "b", found="Secret words")])

    def test_the_header_row_adds_its_fields(self):
        rows = {row["field"]: row for row in self.section().rows()}
        self.assertEqual((rows["header"]["gold"], rows["header"]["hit"]),
                         (2, 1))
        self.assertEqual(rows["dates"]["precision"], 0)

    def test_the_table_holds_no_word_of_any_document(self):
        self.assertNotIn("Secret", report.markdown(self.section()))

    def test_write_docs_keeps_what_stands_around_the_markers(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "evaluation.md")
            with open(path, "w") as file:
                file.write("before\n%s\nstale\n%s\nafter\n" %
                           (report.BEGIN, report.END))
            report.write_docs(path, [self.section()], "concord 1")
            with open(path) as file:
                text = file.read()
            self.assertTrue(text.startswith("before\n"))
            self.assertTrue(text.endswith("\nafter\n"))
            self.assertNotIn("stale", text)
            self.assertIn("concord 1", text)

    def test_pages_never_show_a_sealed_document(self):
        with tempfile.TemporaryDirectory() as folder:
            sealed = case("text")
            sealed.name, sealed.part = "b", "sealed"
            pages.write(folder, [self.section("sealed")], [sealed])
            with open(os.path.join(folder, "index.html")) as file:
                self.assertNotIn("Specimens", file.read())
            with self.assertRaises(AssertionError):
                pages.write(folder, [self.section("open")], [sealed])


if __name__ == "__main__":
    unittest.main()
