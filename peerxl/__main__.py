"""``python -m peerxl``: the command line."""

from peerxl.cli import main

main(prog_name="peerxl")
