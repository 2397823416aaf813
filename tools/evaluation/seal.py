"""Whether the sealed third is still sealed.

Figures on sealed pages say something only while nobody who writes rules has
read them.  Runs of six words that stand in one sealed page and in no open page,
nor in the manifest's public description, do not get into the program's sources
by chance more than once in a while.  This counts them; it never prints them.
"""

import os
import re
import sys

RUN = 6  # words
FOLDERS = ("src", "include", os.path.join("tests", "unit"))
SUFFIXES = (".cpp", ".h", ".txt", ".case")


def runs(text):
    words = re.findall(r"[a-z0-9’']+", text.casefold())
    return {tuple(words[at:at + RUN]) for at in range(len(words) - RUN + 1)}


def leaks(cases, texts, descriptions, sources):
    """{source: number of runs known from sealed pages alone}.

    `texts` maps the name of each case to what a reader sees of it;
    `sources` maps a source file to its text.
    """
    public = runs(descriptions)
    sealed = set()
    for case in cases:
        found = runs(texts[case.name])
        if case.part == "open":
            public |= found
        else:
            sealed |= found
    secret = sealed - public
    counts = {name: len(runs(text) & secret)
              for name, text in sources.items()}
    return {name: count for name, count in counts.items() if count}


def sources_of(root):
    sources = {}
    for folder in FOLDERS:
        for place, _, names in os.walk(os.path.join(root, folder)):
            for name in sorted(names):
                if name.endswith(SUFFIXES):
                    path = os.path.join(place, name)
                    with open(path, encoding="utf-8",
                              errors="replace") as file:
                        sources[os.path.relpath(path, root)] = file.read()
    return sources


def visible_texts(root, cases):
    """What a reader sees, decoded as the manifest says: not as the program
    under measurement decodes it."""
    sys.path.insert(0, os.path.join(root, "corpus"))
    import check_gold  # the corpus' own reader
    texts = {}
    for case in cases:
        with open(case.path, "rb") as file:
            page = check_gold.decode(file.read(), case.charset)
        texts[case.name] = check_gold.visible_text(
            page, case.path.endswith(".txt"))
    return texts


def report(root, cases):
    """One line for the table: figures and files of the program, no words of
    the pages."""
    with open(os.path.join(root, "corpus", "manifest.tsv"),
              encoding="utf-8") as file:
        descriptions = file.read()
    found = leaks(cases, visible_texts(root, cases), descriptions,
                  sources_of(root))
    if not found:
        return "none"
    return "%d, in %s" % (sum(found.values()), ", ".join(
        "`%s` (%d)" % (name.replace(os.sep, "/"), count)
        for name, count in sorted(found.items())))
