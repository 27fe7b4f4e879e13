"""Officers' words read into values: timescales, owners, statuses."""
