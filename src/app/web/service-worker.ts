// The service worker: the app opens without a network, and what was read last is read again. Touches the app's own
// pages, its files and the reads of offline-list.ts; everything else passes as if it were not there.

import { TAKE_OVER } from "../../platform/offline/update.ts";
import { matcher } from "../../platform/offline/worker/paths.ts";
import { makeReads } from "../../platform/offline/worker/reads.ts";
import { makeShell, type ShellFiles } from "../../platform/offline/worker/shell.ts";
import { APP_PAGES, KEPT_READS, SESSION_PATH } from "./offline-list.ts";

/** Put here by the build. */
declare const SHELL_FILES: ShellFiles;

/** The little of a worker's own world that is used; the compiler knows this house as a page's. */
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  addEventListener(type: "install" | "activate", act: (event: Lasting) => void): void;
  addEventListener(type: "fetch", act: (event: Fetching) => void): void;
  addEventListener(type: "message", act: (event: MessageEvent<unknown>) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  readonly location: Location;
}
const worker = self as unknown as Worker;

const shell = makeShell(SHELL_FILES, caches);
const files = new Set(SHELL_FILES.files);
const isKeptRead = matcher(KEPT_READS);
const reads = makeReads({
  caches,
  fetch: (request) => fetch(request),
  now: () => Date.now(),
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  sessionPath: SESSION_PATH,
  sessionOf: (json) => {
    const { accountId, now } = json as { accountId?: unknown; now?: unknown };
    if (typeof accountId !== "string" || typeof now !== "string") throw new Error("not a session");
    return { account: accountId, now };
  },
});

worker.addEventListener("install", (event) => event.waitUntil(shell.install()));
worker.addEventListener("activate", (event) =>
  event.waitUntil(shell.activate().then(() => worker.clients.claim())),
);
// A new version waits until the person says so: a page is never changed under somebody's hands.
worker.addEventListener("message", ({ data }) => {
  if (data === TAKE_OVER) void worker.skipWaiting();
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (origin !== worker.location.origin) return;
  const isSession = pathname.startsWith(SESSION_PATH);
  if (request.method !== "GET") {
    if (isSession) event.respondWith(passing(request));
  } else if (request.mode === "navigate") {
    if (APP_PAGES.test(pathname)) event.respondWith(shell.page(request));
  } else if (files.has(pathname)) {
    event.respondWith(shell.file(request));
  } else if (isKeptRead(pathname) && !(isSession && search !== "")) {
    // Asked with a query, the session is asked of the server alone.
    event.respondWith(reads.answer(request, (work) => event.waitUntil(work)));
  }
});

/** Somebody came in or left: before they are told, nothing of whoever was here before remains. */
async function passing(request: Request): Promise<Response> {
  const response = await fetch(request);
  if (response.ok) await reads.erase();
  return response;
}
