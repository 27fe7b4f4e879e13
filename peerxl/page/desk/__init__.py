"""What the page asks of the commands: each question one call of a command and its answer in rows that a page can show.

It owns the questions and the shape of their answers. It must never hold a rule about plans, nor know of the browser.
"""

from __future__ import annotations

from peerxl.page.desk.answering import answer

__all__ = ["answer"]
