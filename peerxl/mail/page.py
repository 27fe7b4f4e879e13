"""Pages of HTML from the templates that lie beside this module; what stands in them is text, never mark-up."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Template


def page(name: str, **values: object) -> str:
    """A page of a name ("letter", "links"), filled in."""
    return template(name).render(values)


def read_template(file: str) -> str:
    """A file from the folder of letters."""
    return files("peerxl.mail").joinpath("letters", file).read_text(encoding="utf-8")


@cache
def template(name: str) -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        # Strict: a name that is missing raises, and no owner gets a letter with a gap in it.
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.from_string(read_template(f"{name}.html"))
