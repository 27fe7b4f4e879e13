"""From a plan to Documents: values that say what a workbook shows.

It owns the words and tables of everything that is written. It must never know a file's format, nor open one.
"""
