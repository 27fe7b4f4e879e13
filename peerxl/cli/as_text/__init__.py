"""Results as lines of text for people.

It owns the words and the layout of what a command prints. It must never read a file or decide anything: it gets what
the library gives, and gives lines.
"""
