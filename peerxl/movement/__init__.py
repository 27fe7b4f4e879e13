"""What moved between two times: two quarters of one plan, or two plans.

``stage`` says whether a status went forward or back, ``dates`` what became of a date, ``matching`` which action of an
old plan is which of a new one, and ``compare`` puts them together.

It owns what changed and how far that can be known. It must never know the words it is told in, nor take what one plan
does not say for no change.
"""
