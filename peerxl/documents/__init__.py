"""From a plan to Documents: values that say what a paper or a working sheet says, and what each part of it means.

It owns the words and tables of everything that is written. It must never know how they stand on a sheet or a page, nor
a file's format.
"""
