"""Which action is this?

Answered once, for returns, for the undo log, for last year's plan and for the plan as it is now: ``wording`` says when
two wordings are of one action, ``find`` looks for one action in a plan, ``lines`` brings the lines of a form that came
back to the actions it was issued for, and ``pairs`` holds two years' plans against each other.

It owns when two rows are one action. It must never know why somebody asks, nor decide where words leave a doubt.
"""
