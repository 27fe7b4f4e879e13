"""One module a command, or one room where it takes several: files and options in, a value or files out.

It owns which files a command reads and writes, and in which order. It must never know how a result is printed or which
option of a command line it came from: nothing here imports click.
"""
