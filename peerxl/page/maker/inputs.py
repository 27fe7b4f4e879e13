"""What the page is made of beside our own code: each input with its version, its file and the hash of it.

The Python of the browser and the wheels that are compiled for it go together: whoever raises one raises the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

PYTHON = "3.14"
"""The Python that Pyodide brings."""


class Supply(StrEnum):
    """Who gives an input: npm, or pip as a wheel of the kind that runs anywhere, in a browser, or on this platform."""

    NPM = "npm"
    PURE = "any"
    BROWSER = "pyemscripten_2026_0_wasm32"
    # Only the Python files of these are taken, which are the same on every platform.
    LINUX = "manylinux_2_28_x86_64"


@dataclass(frozen=True, slots=True)
class Input:
    """A file that is fetched when the page is built, of this name, version and SHA-256; ``licence`` is its own."""

    name: str
    version: str
    supply: Supply
    file: str
    sha256: str
    licence: str

    @property
    def requirement(self) -> str:
        """How it is asked for."""
        return f"{self.name}{'@' if self.supply is Supply.NPM else '=='}{self.version}"


PYODIDE = Input(
    "pyodide",
    "314.0.7",
    Supply.NPM,
    "pyodide-314.0.7.tgz",
    "66b7949e5a0cba2250b586d7e368bf12fb482800748d182c4618254b685ffaa0",
    "MPL-2.0",
)
WHEELS = (
    Input(
        "python-calamine",
        "0.9.1",
        Supply.BROWSER,
        "python_calamine-0.9.1-cp314-cp314-pyemscripten_2026_0_wasm32.whl",
        "1f9a2f99d65f4cc647f3fc57ff80a2bb492bf8ce66a637b67064d1663697ae21",
        "MIT",
    ),
    Input(
        "openpyxl",
        "3.1.5",
        Supply.PURE,
        "openpyxl-3.1.5-py2.py3-none-any.whl",
        "5282c12b107bffeef825f4617dc029afaf41d0ea60823bbb665ef3079dc79de2",
        "MIT",
    ),
    Input(
        "et_xmlfile",
        "2.0.0",
        Supply.PURE,
        "et_xmlfile-2.0.0-py3-none-any.whl",
        "7a91720bc756843502c3b7504c77b8fe44217c85c537d85037f0f536151b2caa",
        "MIT",
    ),
    Input(
        "xlsxwriter",
        "3.3.1",
        Supply.PURE,
        "xlsxwriter-3.3.1-py3-none-any.whl",
        "8e2c89e59d733fe59e112317218c64fbbc276d90a8c144ebd6f7fa15e7ab184a",
        "BSD-2-Clause",
    ),
    Input(
        "defusedxml",
        "0.7.1",
        Supply.PURE,
        "defusedxml-0.7.1-py2.py3-none-any.whl",
        "a352e7e428770286cc899e2542b6cdaedb2b4953ff269a210103ec58f6198a61",
        "PSF-2.0",
    ),
    Input(
        "jinja2",
        "3.1.6",
        Supply.PURE,
        "jinja2-3.1.6-py3-none-any.whl",
        "85ece4451f492d0c13c5dd7c13a64681a86afae63a5f347908daf103ce6d2f67",
        "BSD-3-Clause",
    ),
    Input(
        "markupsafe",
        "3.0.4",
        Supply.LINUX,
        "markupsafe-3.0.4-cp314-cp314-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl",
        "a8e9f292fcda89b324f2f5c91d13f1424a153e40fc2756f38ee23b15835ff300",
        "BSD-3-Clause",
    ),
    Input(
        "rapidfuzz",
        "3.14.6",
        Supply.LINUX,
        "rapidfuzz-3.14.6-cp314-cp314-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl",
        "08bc63b88048376114d1e66cf8fa6926495d03bb873eb87854fa74cf6848a70b",
        "MIT",
    ),
    Input(
        "holidays",
        "0.109",
        Supply.PURE,
        "holidays-0.109-py3-none-any.whl",
        "7d39c910167116d41fa6aae18d5e72b4541700cdd37743d799c83db3419201b0",
        "MIT",
    ),
    Input(
        "python-dateutil",
        "2.9.0.post0",
        Supply.PURE,
        "python_dateutil-2.9.0.post0-py2.py3-none-any.whl",
        "a8b2bc7bffae282281c8140a97d3aa9c14da0b136dfe83f850eea9a5f7470427",
        "Apache-2.0 or BSD-3-Clause",
    ),
    Input(
        "six",
        "1.17.0",
        Supply.PURE,
        "six-1.17.0-py2.py3-none-any.whl",
        "4721f391ed90541fddacab5acf947aa0d3dc7d27b2e1e8eda2be8970586c3274",
        "MIT",
    ),
    Input(
        "python-oxmsg",
        "0.0.2",
        Supply.PURE,
        "python_oxmsg-0.0.2-py3-none-any.whl",
        "22be29b14c46016bcd05e34abddfd8e05ee82082f53b82753d115da3fc7d0355",
        "MIT",
    ),
    Input(
        "olefile",
        "0.47",
        Supply.PURE,
        "olefile-0.47-py2.py3-none-any.whl",
        "543c7da2a7adadf21214938bb79c83ea12b473a4b6ee4ad4bf854e7715e13d1f",
        "BSD-2-Clause",
    ),
    Input(
        "typing_extensions",
        "4.16.0",
        Supply.PURE,
        "typing_extensions-4.16.0-py3-none-any.whl",
        "481caa481374e813c1b176ada14e97f1f67a4539ce9cfeb3f350d78d6370c2e8",
        "PSF-2.0",
    ),
    Input(
        "platformdirs",
        "4.14.8",
        Supply.PURE,
        "platformdirs-4.14.8-py3-none-any.whl",
        "1e34af590de4d978631b751eb2202f2fee4497537a17c1720b12fcf57b331392",
        "MIT",
    ),
)
INPUTS = (PYODIDE, *WHEELS)
