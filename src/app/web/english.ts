// The English words, a chunk of their own; the same parts as in messages.ts.
import { en as account } from "../../account/web/messages.en.ts";
import { en as booking } from "../../booking/web/messages.en.ts";
import { en as dashboard } from "../../dashboard/web/messages.en.ts";
import { en as drive } from "../../drive/web/messages.en.ts";
import { en as platform } from "../../platform/i18n/messages.en.ts";
import { en as report } from "../../report/web/messages.en.ts";
import { en as turnout } from "../../turnout/web/messages.en.ts";
import { en as unit } from "../../unit/web/messages.en.ts";
import { en as shell } from "./messages.en.ts";

export const english = {
  ...platform,
  ...shell,
  ...account,
  ...unit,
  ...drive,
  ...booking,
  ...turnout,
  ...report,
  ...dashboard,
};
