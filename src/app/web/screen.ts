// A screen under an address, as a chunk of its own that is fetched when somebody goes there.
import type { RouteObject } from "react-router";

type Screen = NonNullable<RouteObject["Component"]>;

/** `screen("dot", async () => (await import("…")).DrivesPage)`; `path` "" is the index of its parent. */
export const screen = (path: string, load: () => Promise<Screen>): RouteObject => {
  // One function: with `lazy: { Component }` the router loses a chunk that failed, and the page stays blank.
  const lazy = async () => ({ Component: await load() });
  return path === "" ? { index: true, lazy } : { path, lazy };
};
