"""The page made: its inputs had from npm and pip, what is not needed left out, and all of it put in one file.

It owns the list of inputs with their hashes. It must never be part of the page, nor reach for anything once it is made.
"""
