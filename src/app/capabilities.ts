// Every capability of the union side, in the order of the house.
import { accountRoutes } from "../account/routes.ts";
import { engine } from "../booking/routes/engine.ts";
import { publicRoutes } from "../booking/routes/public.ts";
import { booking } from "../booking/routes.ts";
import { campaign } from "../campaign/routes.ts";
import { dashboard } from "../dashboard/routes.ts";
import { directive } from "../directive/routes.ts";
import { document } from "../document/routes.ts";
import { donor } from "../donor/routes.ts";
import { driveRoutes } from "../drive/routes.ts";
import { personRoutes } from "../person/routes.ts";
import type { CapabilityRoutes } from "../platform/contract/context.ts";
import { recall } from "../recall/routes.ts";
import { report } from "../report/routes.ts";
import { target } from "../target/routes.ts";
import { turnout } from "../turnout/routes.ts";
import { bagsTaken } from "../turnout/service/bags.ts";
import { unitRoutes } from "../unit/routes.ts";
import { OPEN_WORK, PARTICIPANTS, PERSON_HOLDERS } from "./participants.ts";

const CAPABILITIES: readonly CapabilityRoutes[] = [
  unitRoutes(PARTICIPANTS),
  accountRoutes(OPEN_WORK),
  personRoutes(PERSON_HOLDERS),
  document,
  campaign,
  directive,
  target,
  donor,
  driveRoutes(bagsTaken),
  booking,
  engine,
  publicRoutes(PERSON_HOLDERS),
  turnout,
  report,
  recall,
  dashboard,
];

export const ROUTES = CAPABILITIES.flatMap((capability) => capability.routes);
export const CONSTRAINTS = Object.assign(
  {},
  ...CAPABILITIES.map((capability) => capability.constraints ?? {}),
) as Readonly<Record<string, { readonly code: string; readonly status: number }>>;
