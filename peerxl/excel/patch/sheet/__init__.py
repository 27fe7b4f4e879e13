"""A worksheet's XML as stretches of bytes: where its rows and cells stand, and what is said around them.

It looks and never writes, and must never know which cells are to be set or what they are to hold.
"""
