"""What was last changed in a master, kept beside it so that it can be taken back step by step and cell by cell.

A cell is known by its action, its field and its quarter, and is looked for in the plan as it is read now: what is taken
back is taken back in the right place or not at all, whatever was moved since.

It owns the files of the steps and what of a step still stands as it was left. It must never change a master, nor the
record of what happened to the plan.
"""
