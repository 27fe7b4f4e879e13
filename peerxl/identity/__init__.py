"""Which action is this?

Answered once, for returns, for the undo log, for last year's plan and for the plan as it is now.

It owns when two rows are one action. It must never know why somebody asks, nor decide where words leave a doubt.
"""
