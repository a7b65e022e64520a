"""One verb a file: read the words, ask the core, open the store once, show."""
