// Node has its own fetch(); the loader of older emcc takes that for a browser and then cannot read the program beside it.
globalThis.fetch = undefined;
