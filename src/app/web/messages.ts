// All words of the web, joined: Vietnamese with the first load, English when somebody chooses it. Telling the
// compiler which keys there are makes a screen that asks for unwritten words fail the check.

import { vi as account } from "../../account/web/messages.vi.ts";
import { vi as inviting } from "../../booking/web/inviting/messages.vi.ts";
import { vi as booking } from "../../booking/web/messages.vi.ts";
import { vi as campaign } from "../../campaign/web/messages.vi.ts";
import { vi as dashboard } from "../../dashboard/web/messages.vi.ts";
import { vi as cascade } from "../../directive/web/cascade/messages.vi.ts";
import { vi as kit } from "../../directive/web/kit/messages.vi.ts";
import { vi as late } from "../../directive/web/late/messages.vi.ts";
import { vi as directive } from "../../directive/web/messages.vi.ts";
import { vi as letter } from "../../document/messages.vi.ts";
import { vi as document } from "../../document/web/messages.vi.ts";
import { vi as drive } from "../../drive/web/messages.vi.ts";
import { vi as person } from "../../person/web/messages.vi.ts";
import { vi as platform } from "../../platform/i18n/messages.vi.ts";
import { vi as recall } from "../../recall/web/messages.vi.ts";
import { vi as report } from "../../report/web/messages.vi.ts";
import { vi as target } from "../../target/web/messages.vi.ts";
import { vi as turnout } from "../../turnout/web/messages.vi.ts";
import { vi as unit } from "../../unit/web/messages.vi.ts";
import { vi as shell } from "./messages.vi.ts";

export const vietnamese = {
  ...platform,
  ...shell,
  ...account,
  ...unit,
  ...person,
  ...target,
  ...directive,
  ...cascade,
  ...late,
  ...kit,
  ...campaign,
  ...document,
  ...letter,
  ...drive,
  ...booking,
  ...inviting,
  ...turnout,
  ...recall,
  ...report,
  ...dashboard,
} as const;

type Words = typeof vietnamese;
declare module "../../platform/ui/i18n.tsx" {
  interface Catalogue extends Words {}
}

export const loadEnglish = async (): Promise<Readonly<Record<string, string>>> =>
  (await import("./english.ts")).english;
