// What the page takes from npm, made into one classic script by web/assemble.mjs: window.Libraries.
export { deflateSync, inflateSync, Inflate } from "fflate";   // links: works at once, from file:// and in browsers without CompressionStream
export { deleteDB, openDB } from "idb";                       // kept work: IndexedDB with promises
export { default as qrcode } from "qrcode-generator";
