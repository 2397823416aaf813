"""The command line of tools/evaluate."""

import argparse
import json
import os
import shutil
import sys
import tempfile

from . import acronyms, citations, conflicts, dates, duckling, floors, gold
from . import header, judging
from . import kent, leveson, overlaps, pages, recommendations, references, report
from . import seal, statements, taic, upr
from .archive import Archive
from .matching import FALSE
from .program import Program, ProgramError, read_all

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__))))
CORPORA = ("specimens", "layouts", "expressions", "acronyms", "leveson", "upr",
           "taic", "kent")
FLOORS = os.path.join(ROOT, "corpus", "floors.tsv")


def arguments(argv):
    parser = argparse.ArgumentParser(
        prog="tools/evaluate",
        description="Measures the program against labelled documents: "
        "precision, recall and F1 per field.",
        epilog="The shared corpora are looked for under "
        "$CONCORD_TEST_DATA/corpora (default ../shared/corpora).")
    parser.add_argument("--program")
    parser.add_argument("--corpus", choices=CORPORA + ("all",),
                        default="all")
    parser.add_argument("--part", choices=("open", "sealed", "all"),
                        default="all", help="of the specimens")
    parser.add_argument("--misses", metavar="DIR",
                        help="write every miss and false alarm of the open "
                        "documents as HTML and JSON lines")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--write-docs", action="store_true",
                        help="put the table into docs/evaluation.md")
    parser.add_argument("--no-overlaps", action="store_true",
                        help="leave out what needs an archive (faster)")
    lowest = parser.add_argument_group(
        "floors", "measure the open specimens and the layouts, whole")
    lowest.add_argument("--floors", metavar="FILE", nargs="?", const=FLOORS,
                        help="fail where a figure is under its floor "
                        "(default corpus/floors.tsv)")
    lowest.add_argument("--write-floors", metavar="FILE", nargs="?",
                        const=FLOORS, help="put new floors slightly under the "
                        "figures")
    own = parser.add_argument_group(
        "precision on an archive of your own",
        "draws items by lot, shows each in its place and asks whether it is "
        "right")
    own.add_argument("--judge", choices=sorted(judging.KINDS), metavar="WHAT",
                     help="one of: " + ", ".join(sorted(judging.KINDS)))
    own.add_argument("--archive", metavar="DIR", default=os.environ.get(
        "CONCORD_ARCHIVE") or os.path.join("indexes", "archive"))
    own.add_argument("--sample", type=int, default=100, metavar="N")
    own.add_argument("--seed", type=int, default=1)
    own.add_argument("--judgements", metavar="FILE",
                     help="keeps the answers; what stands there is not asked "
                     "again")
    options = parser.parse_args(argv)
    if options.floors or options.write_floors:
        if options.corpus != "all" or options.part != "all" or \
                options.no_overlaps:
            parser.error("floors are of all of the open specimens and of the "
                         "layouts; leave out --corpus, --part and "
                         "--no-overlaps")
        options.part = "open"
    return options


def shared_root():
    data = os.environ.get("CONCORD_TEST_DATA") or os.path.join(
        os.path.dirname(ROOT), "shared")
    return os.path.join(data, "corpora")


def judge(case):
    """Every judgement on one document."""
    return (header.score(case) + recommendations.score(case) +
            dates.score(case) + statements.score(case) +
            citations.score(case))


def section(title, part, cases, corpus):
    judgements = [item for case in cases for item in judge(case)]
    made = report.Section(title, part, [case.name for case in cases],
                          judgements, corpus)
    silent = [item for item in judgements if item.field in report.FALSE_ONLY]
    made.extra["Recommendations found in minutes, agendas and press pages "
               "that ask for none"] = sum(
                   item.outcome == FALSE for item in silent)
    return made


def specimen_sections(program, options):
    cases = gold.specimens(os.path.join(ROOT, "corpus"))
    if options.floors or options.write_floors:
        # All with one start of the program, ten times as quick: the address
        # that only a start of its own could be given decides no figure.
        for case in cases:
            case.uri = ""
    read_all(program, cases)
    if options.no_overlaps:
        return list(scored_parts(cases, options).values()), cases
    with tempfile.TemporaryDirectory() as folder:
        archive = Archive(program, os.path.join(folder, "archive"),
                          [os.path.join(gold.specimen_folder(
                              os.path.join(ROOT, "corpus"), part), "raw")
                           for part in ("open", "sealed")])
        for case in cases:
            case.held = archive.held_titles(case.path)
        made = scored_parts(cases, options)
        told = conflicts.score(cases, archive)
        for part, one in made.items():
            one.judgements += told[part]
        add_overlaps(archive, cases, made)
    return list(made.values()), cases


def scored_parts(cases, options):
    made = {}
    for part in ("open", "sealed"):
        if options.part in (part, "all"):
            chosen = [case for case in cases if case.part == part]
            made[part] = section("Specimens, %s part (%d documents)" % (
                part, len(chosen)), part, chosen, "specimens")
    if "sealed" in made:
        made["sealed"].extra["Runs of six words that the program's sources "
                             "share with sealed pages alone"] = \
            seal.report(ROOT, cases)
    return made


def add_overlaps(archive, cases, made):
    wanted = overlaps.read_gold(os.path.join(ROOT, "corpus"))
    ends = overlaps.Ends(cases, archive)
    pairs = overlaps.score_pairs(wanted, ends, archive.overlaps())
    groups = archive.groups()
    grouped = overlaps.score_groups(wanted, ends, groups)
    for part, one in made.items():
        one.judgements += pairs[part] + grouped[part]
        value = overlaps.b_cubed(overlaps.gold_groups(wanted, ends, part),
                                 groups)
        if value:
            one.extra["Groups by B³: precision, recall, F1"] = \
                "%.3f, %.3f, %.3f" % value


def layout_sections(program):
    root = os.path.join(shared_root(), "mpa-layouts")
    if not os.path.isdir(root):
        return absent(root)
    cases = gold.layouts(root)
    read_all(program, cases)
    return [section("Layouts of real pages (%d documents)" % len(cases),
                    "open", cases, "layouts")], cases


def expression_sections(program):
    root = os.path.dirname(shared_root())
    judgements = duckling.score(program, root)
    if not judgements:
        return absent(os.path.join(root, duckling.TABLE))
    return [report.Section("Date expressions of another parser", "open",
                           [duckling.NAME], judgements)], []


def acronym_sections(program):
    made = []
    for corpus, title in (("upr", "United Nations review reports"),
                          ("kent", "Council papers")):
        judgements = acronyms.score(program, shared_root(), corpus)
        if judgements:
            names = sorted({item.document for item in judgements})
            made.append(report.Section("%s (%d documents, all acronyms)" % (
                title, len(names)), "open", names, judgements))
    return made, []


def leveson_sections(program, options):
    root = os.path.join(shared_root(), "leveson")
    if not os.path.isdir(root):
        return absent(root)
    cases = leveson.cases(root)
    read_all(program, cases)
    judgements = [item for case in cases for item in leveson.score(case)]
    if not options.no_overlaps:
        with tempfile.TemporaryDirectory() as folder:
            archive = Archive(program, os.path.join(folder, "archive"),
                              leveson.pages(root))
            judgements += leveson.score_links(root, archive)
            judgements += leveson.score_passages(root, archive)
            judgements += references.score(root, archive)
    title = "Leveson report (%d pages with marked recommendations)" % len(
        cases)
    made = report.Section(title, "open", [case.name for case in cases],
                          judgements)
    made.extra.update(by_page(cases))
    return [made], cases


def by_page(cases):
    """How many were marked and found in each page."""
    lines = {}
    for case in cases:
        if case.name != leveson.SUMMARY:
            found = [item for item in case.found.get("recommendations", [])
                     if item.get("kind") == "recommendation"]
            lines["Marked in %s" % os.path.dirname(case.name)] = \
                "%d; found in all %d" % (
                    len(case.gold["recommendations"]), len(found))
    return lines


def upr_sections(program):
    root = os.path.join(shared_root(), "upr")
    if not os.path.isdir(root):
        return absent(root)
    made, read = [], []

    def add(what, cases):
        read_all(program, cases)
        read.extend(cases)
        made.append(report.Section(
            "Review reports (%s)" % (what % len(cases)), "open",
            [case.name for case in cases],
            [item for case in cases for item in upr.score(case)]))

    add("%d reports", upr.cases(root))
    add("the %d that are held as PDF", upr.cases(root, (".pdf",)))
    if shutil.which("pdftotext") is None:
        print("evaluate: pdftotext is not here; its texts are left out",
              file=sys.stderr)
        return made, read
    with tempfile.TemporaryDirectory() as folder:
        for layout, what in ((True, "those %d as pdftotext -layout"),
                             (False, "those %d as pdftotext")):
            cases = upr.cases(root, (".pdf",))
            for case in cases:
                case.as_text(folder, layout)
            add(what, cases)
    return made, read


def taic_sections(program):
    root = os.path.join(shared_root(), "taic")
    if not os.path.isdir(root):
        return absent(root)
    with tempfile.TemporaryDirectory() as folder:
        cases = taic.cases(root, folder)
        read_all(program, cases)
    judgements = [item for case in cases for item in taic.score(case)]
    return [report.Section("Accident recommendations (%d texts)" % len(cases),
                           "open", [case.name for case in cases],
                           judgements)], []


def kent_sections(program):
    root = os.path.join(shared_root(), "kent")
    counts = os.path.join(os.path.dirname(shared_root()), "cases",
                          "kent-counts.tsv")
    if not os.path.isdir(root) or not os.path.isfile(counts):
        return absent(root)
    cases = kent.cases(root, counts)
    read_all(program, cases)
    judgements = [item for case in cases for item in kent.score(case)]
    return [report.Section("Council papers (%d papers)" % len(cases), "open",
                           [case.name for case in cases], judgements)], cases


def absent(root):
    print("evaluate: %s is not here; left out" % root, file=sys.stderr)
    return [], []


def measure(program, options):
    sections, cases = [], []
    wanted = floors.CORPORA if options.floors or options.write_floors \
        else CORPORA
    for name in wanted:
        if options.corpus not in (name, "all"):
            continue
        made, read = {
            "specimens": lambda: specimen_sections(program, options),
            "layouts": lambda: layout_sections(program),
            "expressions": lambda: expression_sections(program),
            "acronyms": lambda: acronym_sections(program),
            "leveson": lambda: leveson_sections(program, options),
            "upr": lambda: upr_sections(program),
            "taic": lambda: taic_sections(program),
            "kent": lambda: kent_sections(program),
        }[name]()
        sections += made
        cases += read
    return sections, cases


def check_floors(path, sections):
    """Says what is under its floor; the exit code."""
    kept = floors.read(path)
    lines = floors.faults(kept, sections)
    for line in lines:
        print("evaluate: %s" % line, file=sys.stderr)
    if lines:
        print("evaluate: mend it, or say in the commit why the figure is lower "
              "and run tools/evaluate --write-floors", file=sys.stderr)
    else:
        print("no figure is under its floor (%d floors)" % len(kept))
    return 1 if lines else 0


def main(argv=None):
    options = arguments(argv)
    try:
        if options.floors and not os.path.isfile(options.floors):
            raise ProgramError("no floors at %s; --write-floors makes them" %
                               options.floors)
        program = Program(options.program)
        if options.judge:
            judging.judge(program, options)
            return 0
        version = program.version()
        sections, cases = measure(program, options)
    except ProgramError as error:
        print("evaluate: %s" % error, file=sys.stderr)
        return 1
    if options.write_floors:
        floors.write(options.write_floors, sections)
    if options.floors:
        return check_floors(options.floors, sections)
    if options.write_floors:
        return 0
    if options.misses:
        pages.write(options.misses, sections, cases)
    if options.write_docs:
        report.write_docs(os.path.join(ROOT, "docs", "evaluation.md"),
                          sections, version)
    if options.json:
        print(json.dumps(report.as_json(sections, version),
                         ensure_ascii=False, indent=1))
    else:
        print(report.document_table(sections, version))
    return 0
