"""Many plans side by side: what is kept of each workbook, what all of them come to, and the workbook that says so.

It owns what a portfolio counts and lists. It must never know how workbooks are found or which process read them.
"""
