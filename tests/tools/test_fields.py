import unittest

from evaluation_support import at, case, outcomes
from evaluation.text import work_key
from evaluation import citations, dates, gold, header, statements

PAPER = ("Report 4 of the 12 March 2002 meeting of the Committee\n\n"
         "A plan\n\nReport: 4\nDate: 12 March 2002\nBy: Clerk\n\n"
         "B. It was written in June 2001 and again in June 2001, by 2003, "
         "number 07/04.")


def date(words, edtf, text=PAPER):
    return at(text, words, printed=words, edtf=edtf)


class Dates(unittest.TestCase):
    def judge(self, wanted, found, text=PAPER, options=None, **more):
        head = {"title": "A plan", "committee": "", "report_number": "4",
                "date": {"printed": "12 March 2002", "edtf": "2002-03-12"},
                "by": "Clerk", "authors": []}
        return dates.score(case(text, dict({"header": head, "dates": wanted},
                                           **more),
                                {"dates": found}, **(options or {})))

    def test_one_expression_twice_is_one_date(self):
        twice = [date("June 2001", "2001-06")] * 2
        judged = self.judge([{"printed": "June 2001", "edtf": "2001-06"}],
                            twice)
        self.assertEqual(outcomes(judged, "dates"), (1, 0, 0))

    def test_dates_of_the_header_and_the_intro_line_are_not_counted(self):
        judged = self.judge([], [date("12 March 2002", "2002-03-12"),
                                 at(PAPER, "March 2002\nBy", printed="x",
                                    edtf="2002-03")])
        self.assertEqual(outcomes(judged, "dates"), (0, 0, 0))

    def test_a_wrong_value_is_a_miss_and_a_false_alarm(self):
        judged = self.judge([{"printed": "June 2001", "edtf": "2001-06"}],
                            [date("June 2001", "2001")])
        self.assertEqual(outcomes(judged, "dates"), (0, 1, 1))
        self.assertEqual(outcomes(judged, "dates.printed"), (1, 0, 0))

    def test_a_longer_expression_with_the_right_value_overlaps(self):
        judged = self.judge([{"printed": "June 2001", "edtf": "2001-06"}],
                            [date("in June 2001", "2001-06")])
        self.assertEqual(outcomes(judged, "dates"), (0, 1, 1))
        self.assertEqual(outcomes(judged, "dates.overlap"), (1, 0, 0))

    def test_a_range_may_be_read_as_one_or_as_its_ends(self):
        text = PAPER + " Between May and July 2003 they met."
        one = [{"printed": "May and July 2003", "edtf": "2003-05/2003-07"}]
        ends = [{"printed": "May", "edtf": "2003-05"},
                {"printed": "July 2003", "edtf": "2003-07"}]
        found_one = [date("May and July 2003", "2003-05/2003-07", text)]
        found_ends = [date("May", "2003-05", text),
                      date("July 2003", "2003-07", text)]
        for wanted in (one, ends):
            for found in (found_one, found_ends):
                self.assertEqual(outcomes(self.judge(wanted, found, text),
                                          "dates"), (len(wanted), 0, 0))

    def test_a_range_with_another_end_is_false(self):
        text = PAPER + " Between May and July 2003 they met."
        judged = self.judge([{"printed": "May", "edtf": "2003-05"},
                             {"printed": "July 2003", "edtf": "2003-07"}],
                            [date("May and July 2003", "2003-05/2003-08",
                                  text)], text)
        self.assertEqual(outcomes(judged, "dates"), (0, 2, 1))

    def test_words_that_point_are_free_unless_the_gold_has_them(self):
        text = PAPER + " It comes next year."
        found = [date("next year", "2003", text)]
        self.assertEqual(outcomes(self.judge([], found, text), "dates"),
                         (0, 0, 0))
        self.assertEqual(outcomes(self.judge(
            [{"printed": "next year", "edtf": "2004"}], found, text),
            "dates"), (0, 1, 1))

    def test_the_page_date_counts_where_the_labels_have_it(self):
        made = case(PAPER, {"dates": [{"printed": "12 March 2002",
                                       "edtf": "2002-03-12"}]},
                    {"header": {"date": {"printed": "12 March 2002",
                                         "edtf": "2002-03-12"},
                                "spans": {"date": {"begin": 12, "end": 25}}}},
                    header_is_body=True)
        self.assertEqual(outcomes(dates.score(made), "dates"), (1, 0, 0))

    def test_accepted_values_are_right(self):
        judged = self.judge([{"printed": "by 2003", "edtf": "../2003",
                              "accept": ["2003"]}],
                            [date("by 2003", "2003")])
        self.assertEqual(outcomes(judged, "dates"), (1, 0, 0))

    def test_optional_dates_are_free_only_with_a_right_value(self):
        free = [{"printed": "June 2001", "edtf": "2001-06"}]
        for value, expected in (("2001-06", (0, 0, 0)),
                                ("2002-06", (0, 0, 1))):
            judged = self.judge([], [date("June 2001", value)],
                                optional_dates=free)
            self.assertEqual(outcomes(judged, "dates"), expected)

    def test_a_trap_is_a_false_alarm(self):
        judged = self.judge([], [date("07/04", "2004-07")],
                            not_dates=["07/04"])
        self.assertEqual(outcomes(judged, "dates"), (0, 0, 1))
        self.assertEqual(judged[0].note, "a trap")

    def test_the_qualifier_counts_only_where_the_corpus_says_so(self):
        wanted = [{"printed": "June 2001", "edtf": "2001-06~"}]
        found = [date("June 2001", "2001-06")]
        self.assertEqual(outcomes(self.judge(wanted, found), "dates"),
                         (0, 1, 1))
        self.assertEqual(outcomes(self.judge(
            wanted, found, options={"loose_qualifier": True}), "dates"),
            (1, 0, 0))

    def test_minutes_do_not_count_their_own_meeting(self):
        judged = self.judge([], [at(PAPER + " On 12 March 2002 they met.",
                                    "On 12 March", printed="On 12 March",
                                    edtf="2002-03-12")],
                            PAPER + " On 12 March 2002 they met.",
                            kind="minutes")
        self.assertEqual(outcomes(judged, "dates"), (0, 0, 0))


class Header(unittest.TestCase):
    def test_numbers_and_values(self):
        judged = header.score(case(
            PAPER, {"header": {
                "title": "A plan", "committee": "Board", "report_number": "4",
                "date": {"printed": "12 March 2002", "edtf": "2002-03-12"},
                "by": "", "authors": [{"name": "Ada Moss"}]}},
            {"kind": "inspection", "header": {
                "title": "A  plan", "committee": None, "report_number": "4.",
                "date": {"edtf": "2002-03"}, "by": "Clerk",
                "authors": [{"name": "Ada Moss"}]}}))
        for field, expected in (("title", (1, 0, 0)),
                                ("committee", (0, 1, 0)),
                                ("report_number", (1, 0, 0)),
                                ("date", (0, 1, 1)), ("by", (0, 0, 1)),
                                ("authors", (1, 0, 0)), ("kind", (1, 0, 0))):
            self.assertEqual(outcomes(judged, "header." + field), expected,
                             field)


class Statements(unittest.TestCase):
    TEXT = ("It contained eight recommendations, four of which are national "
            "and four local. The Road supersedes the Path of 1999. "
            "Draft written: May 2003. See Appendix 1.")

    def test_acronyms_need_both_forms(self):
        judged = statements.score(case(
            "the Unit (CU)", {"acronyms": [{"short": "CU",
                                            "long": "Care Unit"}]},
            {"acronyms": [{"short": "CU", "long": "Unit"}]}))
        self.assertEqual(outcomes(judged, "acronyms"), (0, 1, 1))

    def test_a_count_needs_number_and_place_and_its_parts_are_free(self):
        printed = self.TEXT[:79]
        wanted = {"printed": printed, "count": 8, "what": "recommendations",
                  "work": "Road", "partition": [
                      {"count": 4, "what": "national"},
                      {"count": 4, "what": "local"}]}
        words = "eight recommendations"
        found = [at(self.TEXT, words, printed=words, count=8, work="The Road",
                    what="recommendations", partition=[]),
                 at(self.TEXT, "four of which", printed="four of which",
                    count=4, what="recommendations", work="")]
        judged = statements.score(case(self.TEXT, {"counts": [wanted]},
                                       {"counts": found}))
        self.assertEqual(outcomes(judged, "counts"), (1, 0, 0))
        self.assertEqual(outcomes(judged, "counts.work"), (1, 0, 0))
        self.assertEqual(outcomes(judged, "counts.partition"), (0, 1, 0))

    def test_parts_told_with_the_total_answer_the_sentence_of_the_parts(self):
        text = "She made nine recommendations. Five are for us, four not."
        wanted = [{"printed": "made nine recommendations", "count": 9,
                   "what": "recommendations", "work": "Road",
                   "partition": []},
                  {"printed": "Five are for us, four not", "count": 9,
                   "what": "recommendations", "work": "Road",
                   "partition": [{"count": 5, "what": ""},
                                 {"count": 4, "what": ""}]}]
        found = at(text, "nine recommendations", count=9, work="Road Report",
                   printed="nine recommendations", what="recommendations",
                   partition=[{"count": 4}, {"count": 5}])
        judged = statements.score(case(text, {"counts": wanted},
                                       {"counts": [found]}))
        self.assertEqual(outcomes(judged, "counts"), (2, 0, 0))
        self.assertEqual(outcomes(judged, "counts.partition"), (1, 0, 0))
        self.assertEqual(outcomes(judged, "counts.work"), (1, 0, 0))

    def test_a_document_need_not_name_itself_as_the_work(self):
        text = "This report makes nine recommendations."
        wanted = {"printed": "makes nine recommendations", "count": 9,
                  "what": "recommendations", "work": "The Road",
                  "partition": []}
        found = at(text, "nine recommendations", count=9, work="",
                   printed="nine recommendations", what="recommendations",
                   partition=[])
        for title, expected in (("The Road", (1, 0, 0)),
                                ("Another", (0, 1, 0))):
            head = {"title": title, "date": {"printed": "", "edtf": ""}}
            judged = statements.score(case(
                text, {"counts": [wanted], "header": head},
                {"counts": [found]}))
            self.assertEqual(outcomes(judged, "counts.work"), expected)

    def test_a_relation_needs_type_and_place(self):
        wanted = {"type": "supersedes", "subject": "The Road",
                  "object": "The Path",
                  "quote": "The Road supersedes the Path of 1999."}
        found = at(self.TEXT, "supersedes the Path", type="supersedes",
                   subject="", object="the Path of 1999")
        judged = statements.score(case(self.TEXT, {"relations": [wanted]},
                                       {"relations": [found]}))
        self.assertEqual(outcomes(judged, "relations"), (1, 0, 0))
        self.assertEqual(outcomes(judged, "relations.object"), (1, 0, 0))

    def test_timetable_rows_and_their_state(self):
        judged = statements.score(case(
            self.TEXT,
            {"timetable": [{"description": "Draft written",
                            "printed": "May 2003", "edtf": "2003-05",
                            "state": "done"}]},
            {"timetable": [at(self.TEXT, "Draft written",
                              description="Draft written:",
                              printed="May 2003", edtf="2003-05",
                              state="completed")]}))
        for field in ("timetable", "timetable.edtf", "timetable.state"):
            self.assertEqual(outcomes(judged, field), (1, 0, 0), field)

    def test_a_missing_part_twice_is_one(self):
        part = at(self.TEXT, "Appendix 1", printed="Appendix 1",
                  quote="See Appendix 1.")
        judged = statements.score(case(
            self.TEXT, {"missing_parts": [{"printed": "See Appendix 1"}]},
            {"missing_parts": [part, dict(part)]}))
        self.assertEqual(outcomes(judged, "missing_parts"), (1, 0, 0))


class Citations(unittest.TestCase):
    TEXT = "Faith: the Road (2001) and recommendations 3, 4 and 9 of it; " \
           "the Road again."

    def judge(self, wanted, found):
        return citations.score(case(self.TEXT, {"citations": wanted},
                                    {"citations": found}))

    def cite(self, printed, title, recommendation=""):
        return at(self.TEXT, printed, printed=printed, title=title,
                  recommendation=recommendation)

    def wanted(self, printed, title, recommendation=""):
        return {"printed": printed, "title": title, "year": "",
                "recommendation": recommendation}

    def test_repeated_citations_of_one_work_are_one_alarm(self):
        judged = self.judge([], [self.cite("the Road (", "the Road"),
                                 self.cite("the Road again", "The Road")])
        self.assertEqual(outcomes(judged, "citations"), (0, 0, 1))

    def test_place_or_title_is_enough(self):
        judged = self.judge(
            [self.wanted("Faith: the Road (2001)", "Faith: The Road")],
            [self.cite("the Road (", "the Road")])
        self.assertEqual(outcomes(judged, "citations"), (1, 0, 0))
        self.assertEqual(outcomes(judged, "citations.title"), (0, 1, 1))

    def test_what_kind_of_paper_it_is_does_not_tell_works_apart(self):
        self.assertEqual(work_key("Report of the Road Inquiry"),
                         work_key("Road Inquiry Report (1999)"))
        self.assertNotEqual(work_key("Faith"),
                            work_key("Faith: A Second Look"))

    def test_background_papers_are_free(self):
        item = dict(self.cite("the Road again", "The Road"),
                    role="background")
        self.assertEqual(outcomes(self.judge([], [item]), "citations"),
                         (0, 0, 0))

    def test_a_single_recommendation_is_not_the_work(self):
        one = self.wanted("recommendations 3, 4 and 9 of it", "It", "3, 4, 9")
        self.assertEqual(outcomes(self.judge(
            [one], [self.cite("recommendations 3, 4 and 9 of it", "It")]),
            "citations"), (0, 1, 1))
        self.assertEqual(outcomes(self.judge(
            [one], [self.cite("recommendations 3, 4 and 9", "",
                              "3, 4 and 9")]), "citations"), (1, 0, 0))

    def test_number_ranges(self):
        self.assertEqual(citations.numbers("1 to 4 and 9"), {1, 2, 3, 4, 9})
        self.assertEqual(citations.numbers(None), set())


class Labels(unittest.TestCase):
    LINE = {"kind": "report", "title": "T", "committee": None,
            "report_no": "7a", "date": "2004-10-28", "by": "Clerk",
            "recommendations": [{"label": None, "text": "That it be noted.",
                                 "addressee": None, "due": "early 2007",
                                 "lead_in": None}],
            "embedded": [{"label": "Rec 6", "text": "Look again.",
                          "addressee": None, "due": None}],
            "resolutions": [], "not_dates": ["16-24"], "acronyms": {"A": "B"},
            "dates": [{"text": "2002", "edtf": "2002"},
                      {"text": "9 June", "edtf": "2005-06-09"}],
            "cited": ["X"],
            "accept": [
                {"field": "dates", "text": "2002", "accept": ["2002", None]},
                {"field": "dates", "text": "today",
                 "accept": [None, "2004-02-06"]},
                {"field": "dates", "text": "9 June",
                 "accept": ["2005-06-09 inferred true"]},
                {"field": "embedded", "text": "leave it",
                 "accept": [None, "embedded"]},
                {"field": "not_dates", "text": "16-24", "accept": [None]}]}

    def test_labels_take_the_shape_of_gold(self):
        made = gold.from_labels(self.LINE)
        self.assertEqual([item["kind"] for item in made["recommendations"]],
                         ["decision", "recommendation"])
        self.assertEqual(made["header"]["committee"], "")
        self.assertEqual(made["recommendations"][0]["due"][0]["printed"],
                         "early 2007")

    def test_choices_become_optional_or_accepted(self):
        made = gold.from_labels(self.LINE)
        self.assertEqual([date["printed"] for date in made["dates"]],
                         ["9 June"])
        self.assertEqual(made["dates"][0]["accept"], ["2005-06-09"])
        self.assertEqual(
            [(date["printed"], date["edtf"])
             for date in made["optional_dates"]],
            [("2002", "2002"), ("today", "2004-02-06")])
        self.assertEqual(made["optional_recommendations"][0]["text"],
                         "leave it")

    def test_what_a_press_page_tells_of_others_is_optional(self):
        made = gold.from_labels(dict(self.LINE, kind="other"))
        self.assertEqual(len(made["recommendations"]), 1)
        self.assertEqual(made["optional_recommendations"][0]["text"],
                         "Look again.")


if __name__ == "__main__":
    unittest.main()
