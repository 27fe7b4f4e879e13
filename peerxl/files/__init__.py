"""Files whatever is in them: written whole or not at all, kept as they were before, and held by one run at a time.

It owns how a file takes its place, the folder beside a master, and the master's lock. It must never know what a file
says.
"""
