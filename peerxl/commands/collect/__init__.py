"""What came back, merged into the master."""
