// A static file server for the built page, on this machine only.
//   node web/serve.mjs FOLDER PORT
// Nothing is cached by the server's leave; a page that was open before keeps its build until the new one is asked for
// (web/sw.mjs). A port that is taken is named and the next one tried.

import { createReadStream, realpathSync } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8", ".md": "text/markdown; charset=utf-8", ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm", ".svg": "image/svg+xml", ".png": "image/png", ".ttf": "font/ttf", ".zip": "application/zip",
};

async function answer(root, request, response) {
  const refuse = (status, text) => response.writeHead(status, { "Content-Type": "text/plain" }).end(text + "\n");
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "only GET and HEAD");
  let path;
  try {
    path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
  } catch {
    return refuse(400, "not an address");
  }
  let file = join(root, path);  // normalize() has taken away every ".."
  try {
    if ((await stat(file)).isDirectory()) file = join(file, "index.html");
    const { size } = await stat(file);
    response.writeHead(200, {
      "Content-Type": TYPES[extname(file)] ?? "application/octet-stream", "Content-Length": size, "Cache-Control": "no-store",
    });
    if (request.method === "HEAD") response.end();
    else createReadStream(file).on("error", () => response.destroy()).pipe(response);
  } catch {
    refuse(404, "not found");
  }
}

// Resolves to the listening server; `server.address().port` is the port it got.
export async function serve(root, port, say = () => {}) {
  for (let tries = 0; ; ++tries, ++port) {
    const server = createServer((request, response) => answer(root, request, response));
    try {
      await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
      return server;
    } catch (error) {
      if (!["EADDRINUSE", "EACCES"].includes(error.code) || tries >= 50 || port >= 65535) throw error;
      say(`port ${port} is ${error.code === "EACCES" ? "not allowed for this user" : "taken"}, trying ${port + 1}`);
    }
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [root, port] = process.argv.slice(2);
  const server = await serve(root, Number(port), console.log).catch((error) => {
    console.error(`cannot serve on port ${port} or after it: ${error.message}`);
    process.exit(1);
  });
  console.log(`\n  http://127.0.0.1:${server.address().port}/\n\nCtrl+C stops the server.`);
}
