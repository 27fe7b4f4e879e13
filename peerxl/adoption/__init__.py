"""A proper master made from any tracker, and a list of what was done on the way and of what could not be read.

It owns where each cell of the old workbook goes in the new one. It must never leave a word out unsaid, nor open a file.
"""

from peerxl.adoption.adopt import Adoption, adopt_plan
from peerxl.adoption.new_year import NewYear, begin_year
from peerxl.adoption.note import AdoptionNote
from peerxl.adoption.proof import differences
from peerxl.adoption.refs import ActionRef, Origin
from peerxl.adoption.same import settle_pairs

__all__ = [
    "ActionRef",
    "Adoption",
    "AdoptionNote",
    "NewYear",
    "Origin",
    "adopt_plan",
    "begin_year",
    "differences",
    "settle_pairs",
]
