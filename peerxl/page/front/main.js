globalThis.library = new Library();
