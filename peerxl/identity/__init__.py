"""Which action is this?

Answered once, for returns, for the undo log, for last year's plan and for the plan as it is now."""
