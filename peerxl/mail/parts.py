"""The parts of a mail as MIME has them: plain ASCII lines that every server passes on as they are.

They are written out here, as the library's own messages take every header apart that is put into them, which costs more
than all else of a mail. Only the name of a file is left to it, which may need to be encoded and folded.
"""

from __future__ import annotations

import re
import struct
from base64 import b64encode
from collections.abc import Iterable
from email.message import EmailMessage
from email.policy import SMTP
from email.quoprimime import body_encode

# No longer than this are the lines of quoted text; 8-bit text is spoilt by some servers, and long lines are cut.
LONGEST_LINE, CODED_LINE = 78, 76
VERSION = "MIME-Version: 1.0\r\n"
# A name that stands in quotation marks as it is, on the line of its header.
_PLAIN_NAME = re.compile(r"[A-Za-z0-9]{1,20}(?:[ .-][A-Za-z0-9]{1,20}){1,12}")


def join_parts(kind: str, boundary: str, parts: Iterable[str]) -> str:
    """Several parts as one: "mixed" for different things, "alternative" for one thing said in several ways."""
    header = f'Content-Type: multipart/{kind}; boundary="{boundary}"\r\n'
    bounded = (f"\r\n--{boundary}\r\n{part}" for part in parts)
    return f"{header}{''.join(bounded)}\r\n--{boundary}--\r\n"


def write_text(text: str, kind: str, version: str = "") -> str:
    """A text, "plain" or "html"."""
    lines = b"".join(line + b"\n" for line in text.encode().splitlines() or [b""])
    quoted = body_encode(lines.decode("latin-1"), LONGEST_LINE)
    return (
        f'Content-Type: text/{kind}; charset="utf-8"\r\n'
        f"Content-Transfer-Encoding: quoted-printable\r\n{version}\r\n{use_line_ends(quoted)}"
    )


def write_file(name: str, kind: str, content: bytes) -> str:
    """A file of a kind ("application/pdf")."""
    coded = break_lines(b64encode(content)).decode("ascii")
    return f"Content-Type: {kind}\r\nContent-Transfer-Encoding: base64\r\n{write_disposition(name)}{VERSION}\r\n{coded}"


def write_disposition(name: str) -> str:
    """The header that names an attached file."""
    plain = f'Content-Disposition: attachment; filename="{name}"\r\n'
    if len(plain) <= LONGEST_LINE and _PLAIN_NAME.fullmatch(name):
        return plain
    part = EmailMessage(policy=SMTP)
    part["Content-Disposition"] = "attachment"
    part.set_param("filename", name, header="Content-Disposition", replace=True)
    return str(SMTP.fold("Content-Disposition", part["Content-Disposition"]))


def break_lines(coded: bytes) -> bytes:
    """Base64 in lines of 76 letters."""
    # Cut in one step: a workbook has hundreds of lines, and each a call costs more than all of its letters.
    whole = len(coded) - len(coded) % CODED_LINE
    lines = [line for (line,) in struct.iter_unpack(f"{CODED_LINE}s", coded[:whole])]
    return b"\r\n".join((*lines, coded[whole:], b"") if coded[whole:] else (*lines, b""))


def use_line_ends(text: str) -> str:
    """A text with the line ends of mail."""
    return text.replace("\n", "\r\n")
