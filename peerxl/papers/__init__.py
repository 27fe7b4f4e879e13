"""Documents in the forms that are no workbooks: those people read, and one for those who reckon with it.

It owns how a Document becomes pages and lines. It must never know a plan, nor where a file goes.
"""
