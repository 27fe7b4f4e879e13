"""The only code that knows the .xlsx format."""
