"""What a workbook that is to be published would show, or would not show to all: anybody's workbook, part by part.

It owns the rules on what may leave a council's office, each with its remedy. It reads parts, follows no link, runs
nothing, and changes nothing: a cleaned copy is a new workbook of what is visible.
"""
