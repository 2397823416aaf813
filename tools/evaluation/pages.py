"""Writes every miss and false alarm of the open documents as HTML pages and as
JSON lines.  Sealed documents are refused: rules are written by what stands
here, and the sealed third must stay unseen."""

import html
import json
import os
import re

from .matching import FALSE, MISS
from .report import ROWS

STYLE = """body{font:15px/1.45 sans-serif;margin:2em;max-width:70em}
table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #ccc;
padding:.3em .6em;vertical-align:top;text-align:left}.miss{color:#8a4b00}
.false{color:#a00020}mark{background:#ffe9a8}.where{color:#666;font-size:85%}
"""
TITLES = dict(ROWS)


def write(folder, sections, cases):
    """One page for each corpus and field, an index, and misses.jsonl."""
    os.makedirs(folder, exist_ok=True)
    texts = {(case.corpus, case.name): case.text for case in cases
             if case.part == "open"}
    sealed = {case.name for case in cases if case.part != "open"}
    index = []
    with open(os.path.join(folder, "misses.jsonl"), "w",
              encoding="utf-8") as lines:
        for section in sections:
            if section.part != "open":
                continue
            corpus = section.title.split(",")[0].split(" ")[0]
            for field, items in by_field(section, sealed).items():
                name = re.sub(r"[^a-z0-9]+", "-",
                              "%s-%s" % (corpus.lower(), field)) + ".html"
                write_page(os.path.join(folder, name), section.title, field,
                           items, texts)
                index.append((section.title, field, name, items))
                for item in items:
                    lines.write(line(section, item) + "\n")
    write_index(folder, index)


def by_field(section, sealed):
    fields = {}
    for item in section.judgements:
        if item.document in sealed:
            raise AssertionError("a sealed document among the open ones")
        if item.outcome in (MISS, FALSE):
            fields.setdefault(item.field, []).append(item)
    return fields


def line(section, item):
    return json.dumps({
        "section": section.title, "field": item.field,
        "outcome": item.outcome, "document": item.document,
        "gold": item.gold, "found": item.found, "rule": item.rule,
        "begin": item.span[0] if item.span else None, "note": item.note},
        ensure_ascii=False)


def write_page(path, title, field, items, texts):
    rows = []
    for item in sorted(items, key=lambda i: (i.document, i.span or (0, 0))):
        rows.append(
            "<tr><td class=%s>%s<td>%s<div class=where>%s</div>"
            "<td>%s<td>%s<td>%s<div class=where>%s</div>" % (
                item.outcome, item.outcome, escape(item.document),
                "byte %d" % item.span[0] if item.span else "",
                escape(item.gold), escape(item.found), escape(item.rule),
                escape(item.note)) + context(item, texts))
    with open(path, "w", encoding="utf-8") as file:
        file.write(page("%s: %s" % (title, TITLES.get(field, field)),
                        "<p><a href=index.html>all fields</a></p>"
                        "<table><tr><th><th>document<th>gold<th>found"
                        "<th>rule, note%s</table>" % "\n".join(rows)))


def context(item, texts):
    text = next((text for (_, name), text in texts.items()
                 if name == item.document), None)
    if text is None or not item.span or item.field.startswith("overlap"):
        return ""
    before, after = text.around(item.span)
    inside = text.text.encode("utf-8", "replace")[
        item.span[0]:item.span[1]].decode("utf-8", "ignore")
    return "<tr><td colspan=5 class=where>… %s<mark>%s</mark>%s …" % (
        escape(before), escape(inside), escape(after))


def write_index(folder, index):
    rows = []
    for title, field, name, items in index:
        misses = sum(item.outcome == MISS for item in items)
        rows.append("<tr><td>%s<td><a href=%s>%s</a><td>%d<td>%d" % (
            escape(title), name, escape(TITLES.get(field, field)), misses,
            len(items) - misses))
    with open(os.path.join(folder, "index.html"), "w",
              encoding="utf-8") as file:
        file.write(page("Misses and false alarms",
                        "<table><tr><th>corpus<th>field<th>missed"
                        "<th>false%s</table>" % "\n".join(rows)))


def page(title, body):
    return ("<!DOCTYPE html><meta charset=utf-8><title>%s</title>"
            "<style>%s</style><h1>%s</h1>%s\n" %
            (escape(title), STYLE, escape(title), body))


def escape(text):
    return html.escape(str(text or ""))
