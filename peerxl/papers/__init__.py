"""Documents in the forms people read that are no workbooks.

It owns how a Document becomes pages and lines. It must never know a plan, nor where a file goes.
"""
