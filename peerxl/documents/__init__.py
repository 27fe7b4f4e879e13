"""From a plan to Documents: values that say what a paper or a working sheet says, and what each part of it means.

It owns the words and tables of what is written of one plan: papers, lists, reports, masters. What forms, portfolios and
data files say stands in their own rooms, and the sentences of the weekly page in ``commands.weekly``, made of the same
values. It must never know how they stand on a sheet or a page, nor a file's format.
"""
