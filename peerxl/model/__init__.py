"""Pure values: what a plan is, without files."""
