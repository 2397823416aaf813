#!/usr/bin/env python3
"""Drives Debian's Chromium over `concord serve`, as a researcher would.

    tests/browser/browse.py PROGRAM [--archive DIR] [--shots DIR] [--axe FILE]

Imports the specimen corpus into an archive of its own (or takes one), serves
it, and walks the path of a reader: search a word, open the hit, see the marked
paragraph in the window, open what overlaps, open a scope and its response.
Everything is done with scripts on and again with scripts off; on a desk and on
a phone. It fails on anything the browser complains of, on a request that
leaves this machine, on a page wider than the window, and on a control that
the keyboard cannot reach.

Needs the Debian packages chromium, chromium-driver and python3-selenium; ends
with 77 (skipped) where they are not there. --axe takes axe.min.js of the
axe-core package to check accessibility too; --shots keeps pictures of all
pages.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import urllib.request

SKIPPED = 77
ROOT = pathlib.Path(__file__).resolve().parents[2]
OPTIONS = None

try:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys
    from selenium.webdriver.support.expected_conditions import url_contains
    from selenium.webdriver.support.ui import WebDriverWait
except ImportError:
    webdriver = None


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)


class Served:
    """`concord serve` over an archive, for as long as the tests run."""

    def __init__(self, program, archive):
        self.folder = None
        if archive is None:
            self.folder = tempfile.mkdtemp(prefix="concord-browser-")
            archive = os.path.join(self.folder, "archive")
            self._prepare(program, archive)
        self.process = subprocess.Popen(
            [program, "serve", "--archive", archive, "--port", "0"],
            stderr=subprocess.PIPE, text=True)
        line = self.process.stderr.readline()
        found = re.search(r"http://\S+", line)
        if not found:
            raise RuntimeError(f"the server did not say its address: {line}")
        self.url = found.group(0).rstrip("/")

    @staticmethod
    def _prepare(program, archive):
        run = lambda *words: subprocess.run(
            [program, *words, "--archive", archive, "--quiet", "--json"],
            check=True, capture_output=True, text=True).stdout
        run("import", str(ROOT / "corpus" / "raw"))
        for line in run("list", "reports").splitlines():
            report = json.loads(line)
            if report["uri"].endswith("ccc-2001-11-13-09.html"):
                run("scope", "keeping-faith", "--as-stated-in", report["id"])

    def json(self, path):
        with urllib.request.urlopen(self.url + path, timeout=120) as answer:
            return json.load(answer)

    def close(self):
        self.process.terminate()
        self.code = self.process.wait(timeout=60)
        self.process.stderr.close()
        if self.folder:
            shutil.rmtree(self.folder)


def browser(width, height, scripts=True):
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu",
                     "--disable-dev-shm-usage", "--hide-scrollbars",
                     "--host-resolver-rules=MAP * ~NOTFOUND, "
                     "EXCLUDE 127.0.0.1",
                     f"--window-size={width},{height}"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs",
                           {"performance": "ALL", "browser": "ALL"})
    driver = webdriver.Chrome(service=Service(shutil.which("chromedriver")),
                              options=options)
    driver.set_page_load_timeout(120)
    # The size of the page, not of a window: a phone is narrower than any.
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": width, "height": height, "deviceScaleFactor": 1,
        "mobile": width < 500})
    if not scripts:
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled",
                               {"value": True})
    return driver


class Face(unittest.TestCase):
    width, height, scripts = 1280, 900, True

    @classmethod
    def setUpClass(cls):
        cls.driver = browser(cls.width, cls.height, cls.scripts)

    @classmethod
    def tearDownClass(cls):
        cls.driver.quit()

    # --- small verbs

    def go(self, path):
        self.driver.get(SERVED.url + path)

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def arrive_at(self, words):
        """A form is sent when the browser comes to it."""
        WebDriverWait(self.driver, 20).until(url_contains(words))

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def shot(self, name):
        if OPTIONS.shots and self.scripts:
            folder = pathlib.Path(OPTIONS.shots)
            folder.mkdir(parents=True, exist_ok=True)
            self.driver.save_screenshot(
                str(folder / f"{name}-{self.width}.png"))

    def in_window(self, element):
        """Whether the element is within what the window shows."""
        box = self.driver.execute_cdp_cmd("Runtime.evaluate", {
            "expression": "JSON.stringify([scrollY, innerHeight, scrollX, "
                          "innerWidth, document.documentElement.scrollWidth])",
        })["result"]["value"]
        top, height, _, _, _ = json.loads(box)
        y = element.rect["y"]
        return top <= y < top + height

    def page_width(self):
        return self.driver.execute_cdp_cmd("Runtime.evaluate", {
            "expression": "document.documentElement.scrollWidth",
        })["result"]["value"]

    def tearDown(self):
        """Whatever was done: no complaint, and no request to elsewhere."""
        complaints = [entry["message"]
                      for entry in self.driver.get_log("browser")
                      if entry["level"] in ("SEVERE", "WARNING")]
        # A page that is not there is asked for on purpose by one test.
        complaints = [text for text in complaints if "404" not in text]
        self.assertEqual(complaints, [])
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] != "Network.requestWillBeSent":
                continue
            url = message["params"]["request"]["url"]
            if url.startswith(("http:", "https:", "ws:", "wss:")):
                self.assertTrue(url.startswith(SERVED.url), url)

    # --- what a reader does

    def test_a_word_is_searched_and_its_hit_opened_at_the_marked_paragraph(self):
        self.go("/")
        self.shot("home")
        field = self.one("main input[name=q]")
        field.send_keys("family liaison")
        field.send_keys(Keys.ENTER)
        self.assertIn("/search?", self.driver.current_url)
        self.assertTrue(self.all(".hits li .snippet mark"))
        self.shot("results")
        self.one(".hits li h3 a").click()
        self.assertIn("/reports/", self.driver.current_url)
        hit = self.one("#hit")
        self.assertTrue(self.in_window(hit))
        marked = self.all(".hit mark")
        self.assertTrue(marked)
        self.assertIn("liaison", " ".join(mark.text for mark in marked).lower())
        self.assertTrue(self.in_window(marked[0]))
        self.shot("report-hit")

    def test_a_number_leads_to_its_recommendation_and_how_it_is_cited(self):
        self.go("/search?q=Carrow+Lane+recommendation+44")
        self.shot("directions")
        self.one(".directions a").click()
        self.arrive_at("/recommendations/")
        self.assertIn("recommendation 44", self.one(".cited-as").text)
        self.assertEqual(len(self.all("#cite a[download]")), 3)
        self.assertTrue(self.all("head meta[name=citation_title]"))

    def test_what_is_due_is_asked_for_by_its_deadline(self):
        self.go("/recommendations")
        self.one("#due-to").send_keys("1999")
        self.one("form.filter button").click()
        self.arrive_at("due-to=1999")
        self.assertIn("by what is due first", self.one(".count").text)
        self.assertTrue(self.all(".cards .card"))
        self.shot("due")

    def test_a_recommendation_leads_to_what_overlaps_it_and_says_why(self):
        self.go("/overlaps?min-weight=8")
        self.shot("overlaps")
        self.one(".pair .sides a").click()
        self.assertIn("/recommendations/", self.driver.current_url)
        self.assertTrue(self.all(".pair"))
        self.one(".pair summary").click()
        bars = self.all(".pair details[open] .waterfall svg")
        self.assertGreater(len(bars), 3)
        weights = [float(cell.text.replace("−", "-"))
                   for cell in self.all(".pair details[open] td.n")]
        stated = float(self.one(".pair .weight b").text)
        self.assertAlmostEqual(sum(weights), stated, delta=0.35)
        self.shot("recommendation")

    def test_a_scope_is_opened_and_its_response_read(self):
        self.go("/scopes")
        if not self.all("main table a"):
            self.skipTest("this archive has no scope")
        self.shot("scopes")
        self.one("main table a").click()
        self.assertTrue(self.all("#included"))
        self.shot("scope")
        self.one("a.button").click()
        self.assertIn("/response", self.driver.current_url)
        self.assertTrue(self.all(".response .entry"))
        self.shot("response")

    def test_the_paragraph_address_opens_the_paragraph(self):
        report = SERVED.json("/search.json?q=family+liaison")[0]["report"]
        self.go(f"/reports/{report}")
        self.shot("report")
        label = self.all("a.label[id]")[-1]
        address = label.get_attribute("href")
        self.driver.get("about:blank")
        self.driver.get(address)
        target = self.driver.find_element(By.ID, address.split("#")[1])
        self.assertTrue(self.in_window(target))

    def test_every_part_of_the_face_fits_the_window(self):
        for name in ("", "search", "groups", "reports", "recommendations", "works",
                     "bodies", "people", "acronyms", "counts", "conflicts",
                     "wanted", "missing", "relations", "ledger"):
            self.go("/" + name)
            self.assertEqual(len(self.all("h1")), 1, name)
            self.assertLessEqual(self.page_width(), self.width, name)
            if name:
                self.shot(name)

    def test_what_is_not_there_offers_a_search(self):
        self.go("/reports/rffffffffffff")
        self.assertTrue(self.all("main input[name=q]"))
        self.shot("not-found")

    def test_nothing_found_says_what_may_help(self):
        self.go("/search?q=zzyzzx+qqqq")
        self.assertTrue(self.all("main .notice"))
        self.shot("nothing-found")


class OnAPhone(Face):
    width, height = 390, 844


class WithoutScripts(Face):
    scripts = False


class ForEverybody(unittest.TestCase):
    """Keyboard, and axe where its file was given."""

    @classmethod
    def setUpClass(cls):
        cls.driver = browser(1280, 900)

    @classmethod
    def tearDownClass(cls):
        cls.driver.quit()

    def test_the_keyboard_reaches_the_content_first(self):
        self.driver.get(SERVED.url + "/reports")
        self.driver.switch_to.active_element.send_keys(Keys.TAB)
        first = self.driver.switch_to.active_element
        self.assertEqual(first.get_attribute("class"), "skip")
        first.send_keys(Keys.ENTER)
        self.assertTrue(self.driver.current_url.endswith("#main"))

    def test_axe_finds_no_fault(self):
        if not OPTIONS.axe:
            self.skipTest("no --axe FILE given")
        source = pathlib.Path(OPTIONS.axe).read_text()
        report = SERVED.json("/search.json?q=family+liaison")[0]["report"]
        overlap = SERVED.json("/overlaps.json?min-weight=8")[0]["a"]["id"]
        faults = []
        for path in ("/", "/search", "/search?q=family+liaison", "/reports",
                     f"/reports/{report}?q=liaison", "/recommendations",
                     f"/recommendations/{overlap}", "/overlaps", "/groups", "/works",
                     "/counts", "/conflicts", "/ledger", "/scopes",
                     "/scopes/keeping-faith",
                     "/scopes/keeping-faith/response", "/nothing"):
            self.driver.get(SERVED.url + path)
            # Not as a script of the page: its own rules forbid them.
            self.driver.execute_cdp_cmd("Runtime.evaluate",
                                        {"expression": source})
            found = self.driver.execute_cdp_cmd("Runtime.evaluate", {
                "expression": "axe.run().then(r => JSON.stringify("
                              "r.violations.map(v => [v.id, v.impact, "
                              "v.nodes.length, v.nodes[0].html, "
                              "v.nodes[0].failureSummary])))",
                "awaitPromise": True})["result"]["value"]
            faults += [(path, *fault) for fault in json.loads(found)]
        self.assertEqual(faults, [], "\n" + "\n".join(map(str, faults)))


class TheEnd(unittest.TestCase):
    def test_serving_ends_cleanly_when_asked_to(self):
        SERVED.close()
        self.assertEqual(SERVED.code, 0)


def main():
    global OPTIONS, SERVED
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("--archive")
    parser.add_argument("--shots")
    parser.add_argument("--axe")
    parser.add_argument("--only", default="")
    OPTIONS = parser.parse_args()
    for need in ("chromium", "chromedriver"):
        if shutil.which(need) is None:
            skip(f"{need} is not installed (Debian package chromium-driver)")
    if webdriver is None:
        skip("python3-selenium is not installed")
    SERVED = Served(OPTIONS.program, OPTIONS.archive)
    cases = [Face, OnAPhone, WithoutScripts, ForEverybody, TheEnd]
    loader = unittest.defaultTestLoader
    suite = unittest.TestSuite(loader.loadTestsFromTestCase(case)
                               for case in cases
                               if OPTIONS.only in case.__name__
                               or case is TheEnd)
    outcome = unittest.TextTestRunner(verbosity=2).run(suite)
    sys.exit(0 if outcome.wasSuccessful() else 1)


if __name__ == "__main__":
    main()
