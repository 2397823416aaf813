"""tools/check_layers on trees of two modules, each with one include too many."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

TOOL = pathlib.Path(__file__).resolve().parents[2] / "tools/check_layers"
TREE = {
    "src/CMakeLists.txt": "foreach(module base store engine)\n",
    "src/base/CMakeLists.txt": "concord_add_module(base USES  PACKAGES x)\n",
    "src/store/CMakeLists.txt": "concord_add_module(store USES base)\n",
    "src/engine/CMakeLists.txt":
        "concord_add_module(engine USES base store PACKAGES x)\n",
    "include/concord/base/span.h": "#include <vector>\n",
    "src/base/span.cpp": '#include "concord/base/span.h"\n#include <poll.h>\n',
    "src/store/put.h": "#include <string>\n",
    "src/store/put.cpp": '#include "store/put.h"\n#include "made.h"\n'
                         '#include "base/json_object.h"\n'
                         "#include <sqlite3.h>\n#include <fmt/format.h>\n",
}


class Layers(unittest.TestCase):
    def faults(self, **changes):
        """What is printed of the tree with these files in it."""
        with tempfile.TemporaryDirectory() as folder:
            for name, text in {**TREE, **changes.get("files", {})}.items():
                path = pathlib.Path(folder) / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
            run = subprocess.run([sys.executable, TOOL, folder], text=True,
                                 capture_output=True, check=False)
            self.assertEqual(run.stderr, "")
            self.assertEqual(run.returncode, 1 if run.stdout else 0)
            return run.stdout

    def refused(self, path, include):
        return self.faults(files={path: f"#include {include}\n"})

    def test_accepts_what_goes_with_the_flow(self):
        self.assertEqual(self.faults(), "")

    def test_refuses_what_comes_later(self):
        self.assertEqual(
            self.refused("src/store/get.cpp", '"engine/snapshot.h"'),
            "src/store/get.cpp: store may not include engine/snapshot.h\n")
        self.assertEqual(
            self.refused("src/store/get.cpp", '"concord/engine/engine.h"'),
            "src/store/get.cpp: store may not include "
            "concord/engine/engine.h\n")

    def test_refuses_the_inside_of_a_module_that_is_used(self):
        self.assertEqual(
            self.refused("src/engine/run.cpp", '"store/put.h"'),
            "src/engine/run.cpp: store/put.h is internal to store\n")

    def test_refuses_a_header_that_is_not_named_by_its_module(self):
        self.assertEqual(
            self.refused("src/store/get.cpp", '"put.h"'),
            'src/store/get.cpp: put.h is named by its module: "store/put.h"\n')

    def test_refuses_a_library_outside_its_adapter_in_headers_too(self):
        for path in ("src/store/get.cpp", "src/store/get.h"):
            for library in ("<pugixml.hpp>", "<re2/re2.h>", "<zlib.h>"):
                self.assertEqual(
                    self.refused(path, library),
                    f"{path}: store may not include {library[1:-1]}\n")

    def test_refuses_libraries_in_public_headers_and_unknown_ones(self):
        self.assertEqual(
            self.refused("include/concord/base/text.h", "<fmt/format.h>"),
            "include/concord/base/text.h: public header includes third-party "
            "fmt/format.h\n")
        self.assertEqual(
            self.refused("src/base/text.cpp", "<boost/any.hpp>"),
            "src/base/text.cpp: boost/any.hpp is in no row of "
            "tools/check_layers\n")

    def test_refuses_a_stage_that_is_run_from_elsewhere(self):
        self.assertEqual(
            self.faults(files={
                "src/CMakeLists.txt": "foreach(module base store scope)\n",
                "src/scope/CMakeLists.txt":
                    "concord_add_module(scope USES base store)\n",
                "src/scope/run.cpp": '#include "concord/store/store.h"\n'}),
            "src/scope/run.cpp: concord/store/store.h is run by the engine "
            "alone\n")


if __name__ == "__main__":
    unittest.main()
