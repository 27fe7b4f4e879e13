"""One module a command: files in, values or files out.

It opens and writes files; how a result is printed is no matter of its own."""
