"""A proper master made from any tracker, and a list of what was done on the way and of what could not be read."""

from peerxl.adoption.adopt import Adoption, adopt_plan
from peerxl.adoption.note import Note
from peerxl.adoption.proof import differences
from peerxl.adoption.refs import Named, Origin

__all__ = ["Adoption", "Named", "Note", "Origin", "adopt_plan", "differences"]
