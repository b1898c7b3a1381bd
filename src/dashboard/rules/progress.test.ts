import { expect, test } from "vitest";
import { standingsOf } from "./progress.ts";

test("326 units against 280 assigned and 330 of one's own: vượt the one, short of the other", () => {
  const totals = { registered: 400, donated: 326, bags: 326, ml: 114_100, unitsHundredths: 32_600 };
  expect(standingsOf({ totals, assigned: 280, own: 330 })).toMatchObject({
    assigned: { standing: "exceeded", percentTenths: 1164, surplusTenths: 164 },
    own: { standing: "short", percentTenths: 988, missingHundredths: 400 },
  });
  expect(standingsOf({ totals, assigned: null, own: null })).toEqual({ assigned: null, own: null });
});
