"""Runs the program under measurement."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__))))
TIMEOUT = 600  # seconds for one command; none should come near it


class ProgramError(Exception):
    """The program could not be run or said that it failed."""


def find_program(named=None):
    """The path of the program: as named, else $CONCORD_PROGRAM, else as built,
    optimised before debug. ProgramError where it cannot be run."""
    path = named or os.environ.get("CONCORD_PROGRAM")
    if not path:
        built = [os.path.join(ROOT, "build", preset, "concord")
                 for preset in ("release", "dev")]
        path = next((one for one in built if os.path.exists(one)), built[0])
    path = os.path.abspath(path)
    if not (os.path.isfile(path) and os.access(path, os.X_OK)):
        raise ProgramError(
            "no program at %s; build it (tools/quickstart) or name it with "
            "--program or $CONCORD_PROGRAM" % path)
    return path


class Program:
    def __init__(self, path=None):
        self.path = find_program(path)

    def run(self, *arguments, accept=(0,)):
        command = [self.path] + list(arguments)
        try:
            done = subprocess.run(command, stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE, timeout=TIMEOUT)
        except subprocess.TimeoutExpired:
            raise ProgramError("%s: no end after %d s" %
                               (" ".join(command), TIMEOUT))
        if done.returncode not in accept:
            words = done.stderr.decode("utf-8", "replace").strip()
            raise ProgramError("%s: exit %d: %s" % (
                " ".join(command), done.returncode, words[-400:]))
        return done.stdout.decode("utf-8", "replace")

    def feed(self, command, text):
        """The lines a command prints for lines on its standard input."""
        done = subprocess.run([self.path, command], input=text.encode("utf-8"),
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              timeout=TIMEOUT)
        if done.returncode:
            raise ProgramError("%s: exit %d" % (command, done.returncode))
        return done.stdout.decode("utf-8", "replace").splitlines()

    def version(self):
        return self.run("--version").strip()

    def extract(self, path, uri=""):
        arguments = ["extract", "--json", "--with-text"]
        if uri:
            arguments += ["--uri", uri]
        return json.loads(self.run(*arguments, path))

    def extract_all(self, paths):
        """Extracts many files with one start of the program; by path. A file
        that cannot be read is not there."""
        if not paths:
            return {}
        done = subprocess.run(
            [self.path, "extract", "--stream", "--with-text", "--files-from",
             "-", "--null"],
            input="".join(path + "\0" for path in paths).encode("utf-8"),
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=TIMEOUT)
        if done.returncode not in (0, 3):
            raise ProgramError("extract --stream: exit %d: %s" % (
                done.returncode, done.stderr.decode("utf-8", "replace")[-400:]))
        items = (json.loads(line) for line in
                 done.stdout.decode("utf-8", "replace").splitlines() if line)
        return {item["path"]: item["extraction"] for item in items
                if item.get("outcome") == "extracted"}

    def lines(self, *arguments, accept=(0,)):
        """A command that prints JSON lines."""
        text = self.run(*arguments, "--json", accept=accept)
        return [json.loads(line) for line in text.splitlines() if line]

    def import_into(self, archive, *paths):
        """Imports; exit 3 means that some items were skipped."""
        return self.lines("import", "--archive", archive, "--quiet", *paths,
                          accept=(0, 3))[-1]


def read_all(program, cases, jobs=2):
    """Extracts each case; a document that cannot be read counts as empty and
    is named on standard error. What came from an address is read by itself:
    only so can the address be given."""
    found = program.extract_all([case.path for case in cases if not case.uri])

    def read(case):
        try:
            case.read(program.extract(case.path, case.uri) if case.uri
                      else found[case.path])
        except (ProgramError, ValueError, KeyError) as error:
            print("evaluate: %s not read: %s" % (case.name, error),
                  file=sys.stderr)
            case.read({})

    with ThreadPoolExecutor(max_workers=jobs) as pool:
        list(pool.map(read, cases))
