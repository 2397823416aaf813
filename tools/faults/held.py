"""What an archive holds, to be compared with what it holds after a fault."""

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess

from evaluation.program import ProgramError

# Differ from run to run by nature.
LEFT_OUT = {"runs", "ledger", "outbox", "meta", "sqlite_sequence"}
TIME_COLUMNS = {"imported_at", "created_at"}


def rows_of(archive):
    """Every table's rows, without times and row numbers, sorted."""
    record = sqlite3.connect(f"file:{archive}/record.sqlite?mode=ro", uri=True)
    tables = [name for (name,) in record.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table'")]
    held = {}
    for table in sorted(set(tables) - LEFT_OUT):
        columns = [row[1] for row in record.execute(
            f"PRAGMA table_info({table})")]
        kept = [column for column in columns if column not in TIME_COLUMNS
                and not (table == "captures" and column == "id")]
        held[table] = sorted(map(repr, record.execute(
            f"SELECT {', '.join(kept)} FROM {table}")))
    record.close()
    return held


def originals_of(archive):
    """The originals that rows name; an orphan is harmless."""
    named = {row.split("'")[1] for row in rows_of(archive)["captures"]}
    held = {}
    for folder, _, names in os.walk(os.path.join(archive, "originals")):
        for name in names:
            digest = os.path.basename(folder) + name
            if digest in named:
                with open(os.path.join(folder, name), "rb") as file:
                    held[digest] = hashlib.sha256(file.read()).hexdigest()
    return held, named


def index_of(program, archive):
    """Entries of the index and, for a few words, what is found."""
    environment = dict(os.environ, CONCORD_ARCHIVE=archive)
    found = {}
    for query in ("report", "chief constable"):
        for kind in ("passages", "recommendations", "reports"):
            answer = subprocess.run(
                [program, "search", query, "--in", kind, "--limit", "50",
                 "--json"], env=environment, capture_output=True, text=True)
            lines = [json.loads(line) for line in answer.stdout.splitlines()]
            hits = sorted(line["id"] for line in lines if line["type"] == "hit")
            total = [line["matches"] for line in lines
                     if line["type"] == "summary"]
            found[query, kind] = total, len(hits)
    return found


def terms_of(archive):
    """Terms with their frequencies, over all parts of the index."""
    terms = {}
    folder = os.path.join(archive, "index")
    parts = [os.path.join(folder, name) for name in sorted(os.listdir(folder))
             if name.startswith("part-")] or [folder]
    if shutil.which("xapian-delve") is None:
        return None
    for part in parts:
        listing = subprocess.run(["xapian-delve", "-a", "-v", "-1", part],
                                 capture_output=True)
        for line in listing.stdout.splitlines()[1:]:
            pieces = line.rsplit(b" ", 2)
            if len(pieces) == 3:
                term = pieces[0]
                terms[term] = terms.get(term, 0) + int(pieces[1])
    return terms


class Archive:
    def __init__(self, program, pages, folder):
        self.program, self.pages, self.folder = program, pages, folder

    def start(self, fail_point="", faults=None):
        """An import; `faults` are further variables of its environment."""
        environment = dict(os.environ, CONCORD_ARCHIVE=self.folder,
                           **(faults or {}))
        if fail_point:
            environment["CONCORD_FAIL_POINT"] = fail_point
        return subprocess.Popen(
            [self.program, "import", "--json", "--quiet", self.pages],
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def finish(self):
        process = self.start()
        out, err = process.communicate()
        if process.returncode != 0:
            raise ProgramError(
                f"the import after a fault failed: {err.decode().strip()}")
        return json.loads(out.splitlines()[-1])

    def verify(self):
        environment = dict(os.environ, CONCORD_ARCHIVE=self.folder)
        checked = subprocess.run(
            [self.program, "verify", "--read-originals", "--quiet"],
            env=environment, capture_output=True, text=True)
        return checked.stdout if checked.returncode != 0 else ""


def told_of(out):
    """Digests of items told as indexed."""
    told = set()
    for line in out.splitlines():
        try:
            item = json.loads(line)
        except ValueError:
            continue  # cut off
        if item.get("outcome") == "indexed":
            told.add(item["digest"])
    return told


def lost(out, folder):
    """Digests that an import told as indexed and the archive does not hold."""
    told = told_of(out)
    if not os.path.exists(os.path.join(folder, "record.sqlite")):
        return told
    rows = sqlite3.connect(f"file:{folder}/record.sqlite", uri=True)
    try:
        held = {d for (d,) in rows.execute("SELECT digest FROM captures")}
    except sqlite3.OperationalError:
        held = set()  # ended before there were tables
    rows.close()
    return told - held


class Held:
    """All that an archive holds."""

    def __init__(self, program, folder):
        self.rows = rows_of(folder)
        self.originals, self.named = originals_of(folder)
        self.terms = terms_of(folder)
        self.found = index_of(program, folder)


def compare(whole, other):
    differences = []
    for table in sorted(set(whole.rows) | set(other.rows)):
        if whole.rows.get(table) != other.rows.get(table):
            differences.append(f"the rows of {table}")
    if whole.originals != other.originals or \
            set(other.originals) != other.named:
        differences.append("the originals")
    if any(digest != of_bytes
           for digest, of_bytes in other.originals.items()):
        differences.append("the bytes of an original")
    if whole.terms != other.terms:
        differences.append("the terms of the index")
    if whole.found != other.found:
        differences.append("what is found")
    return differences
