// What works without a network, as lists: the answers a phone may keep and the commands it may send later. Nothing
// else is ever kept: no list of members, no member's page, no report. The service worker reads this too, so the
// contracts themselves (and their shapes) stay out of it; a test holds the lists to them.

export const SESSION_PATH = "/api/session";

/** GET paths whose last answer is kept: who I am, my unit, its duties, the letters they come from, its campaigns. */
export const KEPT_READS = [
  SESSION_PATH,
  "/api/units/:unitId",
  "/api/units/:unitId/tasks",
  "/api/units/:unitId/directives",
  "/api/units/:unitId/directives/:directiveId",
  "/api/units/:unitId/directives/:directiveId/changes",
  "/api/units/:unitId/directives/:directiveId/kit",
  "/api/units/:unitId/campaigns",
  "/api/units/:unitId/campaigns/:campaignId",
] as const;

/** Pages of the app itself. A member's page (`/d/…`) and everything of the donor's side are none of its business. */
export const APP_PAGES = /^\/(?:$|dang-nhap$|ma-mot-lan$|u\/|ban\/)/;

/** Commands kept until they are sent. Each is harmless to repeat and stands on its own. */
export const KEPT_OPERATIONS = [
  "directive.receive",
  "directive.disseminate",
  "directive.settle-task",
  "directive.reopen-task",
  "directive.add-evidence",
] as const;
