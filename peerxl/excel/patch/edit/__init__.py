"""What is asked for, why it may be refused, and the patch: which bytes of which part give way to which.

It must never know how what was written is proved, nor where it is saved.
"""
