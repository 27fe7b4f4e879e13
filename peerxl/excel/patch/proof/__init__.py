"""The written copy read back: it must never trust what the edits were made from, only the promise and the files."""
