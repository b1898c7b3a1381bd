// A screen under an address, as a chunk of its own that is fetched when somebody goes there.
import type { RouteObject } from "react-router";

type Screen = NonNullable<RouteObject["Component"]>;

/** `screen("dot", async () => (await import("…")).DrivesPage)`; `path` "" is the index of its parent. */
export const screen = (path: string, load: () => Promise<Screen>): RouteObject =>
  path === "" ? { index: true, lazy: { Component: load } } : { path, lazy: { Component: load } };
