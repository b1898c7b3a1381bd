// The English words, a chunk of their own; the same parts as in messages.ts.

import { en as account } from "../../account/web/messages.en.ts";
import { en as inviting } from "../../booking/web/inviting/messages.en.ts";
import { en as booking } from "../../booking/web/messages.en.ts";
import { en as campaign } from "../../campaign/web/messages.en.ts";
import { en as dashboard } from "../../dashboard/web/messages.en.ts";
import { en as cascade } from "../../directive/web/cascade/messages.en.ts";
import { en as kit } from "../../directive/web/kit/messages.en.ts";
import { en as late } from "../../directive/web/late/messages.en.ts";
import { en as directive } from "../../directive/web/messages.en.ts";
import { en as letter } from "../../document/messages.en.ts";
import { en as document } from "../../document/web/messages.en.ts";
import { en as drive } from "../../drive/web/messages.en.ts";
import { en as person } from "../../person/web/messages.en.ts";
import { en as platform } from "../../platform/i18n/messages.en.ts";
import { en as recall } from "../../recall/web/messages.en.ts";
import { en as report } from "../../report/web/messages.en.ts";
import { en as target } from "../../target/web/messages.en.ts";
import { en as turnout } from "../../turnout/web/messages.en.ts";
import { en as unit } from "../../unit/web/messages.en.ts";
import { en as shell } from "./messages.en.ts";

export const english = {
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
};
