// Addresses and their screens; every screen is a chunk of its own, fetched when somebody goes there.
import { Outlet, type RouteObject } from "react-router";
import { Skeletons } from "../../platform/ui/states.tsx";
import { deskDrivePages, drivePages } from "./drive-pages.ts";
import { BrokenPage, NotFoundPage } from "./lost-pages.tsx";
import { officerPages } from "./officer-pages.ts";
import { overviewPages } from "./overview-pages.ts";
import { reportPages } from "./report-pages.ts";
import { screen } from "./screen.ts";
import { Shell } from "./shell.tsx";

const Waiting = () => (
  <main className="shell-main" id="main">
    <Skeletons />
  </main>
);

const doors: RouteObject[] = [
  screen("/dang-nhap", async () => (await import("../../account/web/sign-in-page.tsx")).SignInPage),
  screen("/ma-mot-lan", async () => (await import("../../account/web/code-page.tsx")).CodePage),
];

/** Pages of somebody acting for a unit. Each capability's pages are wired in a file of their own. */
const unitPages: RouteObject[] = [
  screen("them", async () => (await import("./more-page.tsx")).MorePage),
  ...officerPages,
  ...drivePages,
  ...reportPages,
  ...overviewPages,
];

/** Pages of a drive's team. */
const deskPages: RouteObject[] = [
  screen("them", async () => (await import("./more-page.tsx")).MorePage),
  ...deskDrivePages,
];

export const routes: RouteObject[] = [
  {
    ErrorBoundary: BrokenPage,
    HydrateFallback: Waiting,
    Component: Outlet,
    children: [
      ...doors,
      {
        path: "/",
        Component: Shell,
        children: [
          { index: true, Component: Outlet },
          { path: "u/:unitId", children: [...unitPages, { path: "*", Component: NotFoundPage }] },
          { path: "ban/:driveId", children: [...deskPages, { path: "*", Component: NotFoundPage }] },
          { path: "*", Component: NotFoundPage },
        ],
      },
    ],
  },
];
