"""The job that runs by itself."""
