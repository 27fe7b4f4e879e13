"""How npm and pip are asked for what the page is built from; the registries are those that they are set up with."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from peerxl.page.maker.inputs import PYTHON, Input, Supply


def fetch(supply: Supply, inputs: tuple[Input, ...], folder: Path) -> str:
    """Fetch inputs of one supply into a folder; why that did not work, empty where it did."""
    command = pack_command(inputs, folder) if supply is Supply.NPM else download_command(supply, inputs, folder)
    program = shutil.which(command[0])
    if program is None:
        return f"{command[0]} is not installed"
    done = subprocess.run([program, *command[1:]], capture_output=True, text=True, check=False)  # noqa: S603 - words of ours
    last = (done.stderr.strip() or done.stdout.strip() or "it did not say why").splitlines()[-1]
    return "" if done.returncode == 0 else f"{Path(program).stem} could not fetch it ({last})"


def pack_command(inputs: tuple[Input, ...], folder: Path) -> tuple[str, ...]:
    """How npm is asked for a package's file as it is published."""
    return ("npm", "pack", "--silent", "--pack-destination", str(folder), *(each.requirement for each in inputs))


def download_command(supply: Supply, inputs: tuple[Input, ...], folder: Path) -> tuple[str, ...]:
    """How pip is asked for wheels: those of the browser's Python, whatever runs here."""
    platform = () if supply is Supply.PURE else ("--platform", supply, "--platform", "manylinux_2_17_x86_64")
    abi = () if supply is Supply.PURE else ("--implementation", "cp", "--abi", f"cp{PYTHON.replace('.', '')}")
    return (
        *(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"),
        *("--dest", str(folder), "--python-version", PYTHON, *platform, *abi),
        *(each.requirement for each in inputs),
    )
