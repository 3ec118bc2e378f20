// Service worker: the site without a network.  Made into sw.js by web/assemble.mjs, with the list of all files of the site.
//
// Workbox keeps the files: those of one build come and go together, and a fetched file whose hash is not that of the build is
// refused, so a half-uploaded site never gets in.  A new build waits until no tab uses the old one, or until a person asks for it.
/* global PARLEY_FILES */
import { clientsClaim } from "workbox-core";
import { addPlugins, cleanupOutdatedCaches, precacheAndRoute } from "workbox-precaching";

// What the browser's own cache has is asked about, not loaded again.
addPlugins([{ requestWillFetch: async ({ request }) => new Request(request, { cache: "no-cache" }) }]);
cleanupOutdatedCaches();
precacheAndRoute(PARLEY_FILES, { ignoreURLParametersMatching: [/./], cleanURLs: false });

// The very first worker serves the page that brought it, so that it can lose its network at once.
if (!self.registration.active) clientsClaim();
addEventListener("message", (event) => { if (event.data === "use it now") self.skipWaiting(); });
