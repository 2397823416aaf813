import unittest

from evaluation_support import at, case, outcomes
from evaluation import recommendations

TEXT = ("A. Recommendations\n\nThat members\n\n  1. note the\n  report; and\n"
        "  2. agree the plan by 3 May 2004.\n\n"
        "B. The Inspectorate said that forces should test the line.")


def gold_item(text, **more):
    return dict({"label": "", "kind": "decision", "text": text, "lead_in": "",
                 "addressee": "", "owners": [], "due": []}, **more)


def found_item(words, **more):
    return dict({"label": None, "kind": "decision", "text": words,
                 "lead_in": "", "addressee": "", "owners": [], "due": []},
                **at(TEXT, words, **more))


def judge(gold, found, text=TEXT, **more):
    return recommendations.score(case(
        text, dict({"recommendations": gold}, **more),
        {"recommendations": found}))


class Items(unittest.TestCase):
    def test_the_same_words_in_other_white_space_are_exact(self):
        judged = judge([gold_item("note the report; and")],
                       [found_item("note the\n  report; and")])
        self.assertEqual(outcomes(judged, "recommendations"), (1, 0, 0))

    def test_a_cut_item_is_overlapping_but_not_exact(self):
        judged = judge([gold_item("agree the plan by 3 May 2004.")],
                       [found_item("agree the plan by 3 May")])
        self.assertEqual(outcomes(judged, "recommendations"), (0, 1, 1))
        self.assertEqual(outcomes(judged, "recommendations.overlap"),
                         (1, 0, 0))

    def test_less_than_half_the_place_is_another_item(self):
        judged = judge([gold_item("agree the plan by 3 May 2004.")],
                       [found_item("agree")])
        self.assertEqual(outcomes(judged, "recommendations.overlap"),
                         (0, 1, 1))

    def test_an_item_found_twice_is_a_false_alarm_once(self):
        one = found_item("agree the plan by 3 May 2004.")
        judged = judge([gold_item("agree the plan by 3 May 2004.")],
                       [one, dict(one)])
        self.assertEqual(outcomes(judged, "recommendations"), (1, 0, 1))

    def test_optional_ones_count_neither_way(self):
        judged = judge([], [found_item("forces should test the line")],
                       optional_recommendations=[
                           {"text": "forces should test the line",
                            "label": "7"}])
        self.assertEqual(outcomes(judged, "recommendations"), (0, 0, 0))

    def test_the_wrong_kind_misses_one_row_and_is_false_in_another(self):
        judged = judge([gold_item("agree the plan by 3 May 2004.")],
                       [found_item("agree the plan by 3 May 2004.",
                                   kind="commitment")])
        self.assertEqual(outcomes(judged, "recommendations"), (1, 0, 0))
        self.assertEqual(outcomes(judged, "recommendations.decision"),
                         (0, 1, 0))
        self.assertEqual(outcomes(judged, "recommendations.commitment"),
                         (0, 0, 1))
        self.assertEqual(outcomes(judged, "rec.kind"), (0, 1, 1))

    def test_whatever_minutes_yield_is_counted_apart(self):
        judged = judge([], [found_item("note the\n  report; and")],
                       kind="minutes")
        self.assertEqual(outcomes(judged, "recommendations.silent"),
                         (0, 0, 1))


class Extents(unittest.TestCase):
    PROSE = ("It was late. The Unit will test the line by May, and will say "
             "so. The Clerk will write. Done.")

    def judge(self, gold, found, **more):
        items = [dict(found_item("note the\n  report; and"), text=words,
                      kind="commitment", **at(self.PROSE, words), **more)
                 for words in found]
        return outcomes(judge([gold_item(gold, kind="commitment")], items,
                              self.PROSE), "recommendations")

    def test_a_commitment_may_be_its_clause_or_its_sentence(self):
        self.assertEqual(self.judge(
            "The Unit will test the line by May",
            ["The Unit will test the line by May, and will say so."]),
            (1, 0, 0))

    def test_two_sentences_are_more_than_one_commitment(self):
        for found in ("The Unit will test the line by May, and will say so. "
                      "The Clerk will write.",
                      "It was late. The Unit will test the line by May"):
            self.assertEqual(self.judge("The Unit will test the line by May",
                                        [found]), (0, 1, 1), found)

    def test_a_decision_has_no_such_freedom(self):
        judged = judge([gold_item("The Unit will test the line by May")],
                       [dict(found_item("note the\n  report; and"),
                             **at(self.PROSE, "The Unit will test the line "
                                  "by May, and will say so.",
                                  text="The Unit will test the line by May, "
                                  "and will say so."))], self.PROSE)
        self.assertEqual(outcomes(judged, "recommendations"), (0, 1, 1))

    def test_an_item_may_be_given_with_the_list_under_it(self):
        text = "1. review it by one who\n  a. is free; and\n  b. is able."
        whole = dict(at(text, text[3:], text=text[3:], label="1",
                        kind="decision"))
        judged = judge([gold_item("review it by one who")], [whole], text)
        self.assertEqual(outcomes(judged, "recommendations"), (1, 0, 0))
        judged = judge([gold_item("review it")], [whole], text)
        self.assertEqual(outcomes(judged, "recommendations"), (0, 1, 1))

    def test_parts_that_the_gold_leaves_in_their_whole_are_free(self):
        whole = found_item("note the\n  report; and")
        part = found_item("agree the plan by 3 May 2004.", parent=0)
        judged = judge([gold_item("note the report; and")], [whole, part])
        self.assertEqual(outcomes(judged, "recommendations"), (1, 0, 0))
        wanted = [gold_item("note the report; and"),
                  gold_item("agree the plan by 3 May 2004.")]
        self.assertEqual(outcomes(judge(wanted, [whole, part]),
                                  "recommendations"), (2, 0, 0))


class Attributes(unittest.TestCase):
    WORDS = "agree the plan by 3 May 2004."

    def attribute(self, field, gold, found, **options):
        made = case(TEXT, {"recommendations": [gold_item(self.WORDS, **gold)]},
                    {"recommendations": [found_item(self.WORDS, **found)]},
                    **options)
        return outcomes(recommendations.score(made), field)

    def test_labels_are_compared_by_number(self):
        self.assertEqual(self.attribute("rec.label", {"label": "Rec 2"},
                                        {"label": "2."}), (1, 0, 0))

    def test_an_inherited_addressee_may_differ_in_article_and_case(self):
        self.assertEqual(self.attribute(
            "rec.addressee", {"addressee": "The Clerk"},
            {"addressee": "the Clerk"}), (1, 0, 0))

    def test_a_wrong_value_is_a_miss_and_a_false_alarm(self):
        self.assertEqual(self.attribute(
            "rec.addressee", {"addressee": "Members"},
            {"addressee": "the Clerk"}), (0, 1, 1))

    def test_an_empty_value_that_is_right_counts_nothing(self):
        self.assertEqual(self.attribute("rec.lead_in", {}, {}), (0, 0, 0))

    def test_owners_who_are_only_consulted_are_no_owners(self):
        self.assertEqual(self.attribute(
            "rec.owners", {"owners": [{"name": "Clerk"}]},
            {"owners": [{"name": "the Clerk", "role": "owner"},
                        {"name": "Treasurer", "role": "consulted"}]}),
            (1, 0, 0))

    def test_a_rank_kept_as_the_post_belongs_to_the_name(self):
        self.assertEqual(self.attribute(
            "rec.owners", {"owners": [{"name": "Inspector Ada Moss"}]},
            {"owners": [{"name": "Ada Moss", "post": "Inspector"}]}),
            (1, 0, 0))

    def test_the_due_value_may_be_right_where_the_words_are_not(self):
        gold = {"due": [{"printed": "by 3 May 2004", "edtf": "../2004-05-03",
                         "accept": ["2004-05-03"]}]}
        found = {"due": [{"printed": "3 May", "edtf": "2004-05-03"}]}
        self.assertEqual(self.attribute("rec.due", gold, found), (0, 1, 1))
        self.assertEqual(self.attribute("rec.due_edtf", gold, found),
                         (1, 0, 0))
        self.assertEqual(self.attribute("rec.due", gold, found,
                                        loose_due=True), (1, 0, 0))

    def test_preposition_and_article_before_a_due_date_are_left_open(self):
        gold = {"due": [{"printed": "the end of May 2004", "edtf": "2004-05"}]}
        found = {"due": [{"printed": "by end of May 2004", "edtf": "2004-05"}]}
        self.assertEqual(self.attribute("rec.due", gold, found), (1, 0, 0))


class Resolutions(unittest.TestCase):
    def test_they_are_scored_apart(self):
        made = case("Resolved – That the minutes be agreed.",
                    {"resolutions": [{
                        "label": "", "text":
                        "Resolved – That the minutes be agreed."}]},
                    {"resolutions": [at(
                        "Resolved – That the minutes be agreed.",
                        "the minutes be agreed.",
                        text="the minutes be agreed.")]})
        judged = recommendations.score(made)
        self.assertEqual(outcomes(judged, "resolutions"), (0, 1, 1))
        self.assertEqual(outcomes(judged, "resolutions.overlap"), (1, 0, 0))


if __name__ == "__main__":
    unittest.main()
