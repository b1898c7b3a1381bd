// A campaign goes on when the union that leads it ends: with whoever stands for it.
import { expect, it } from "vitest";
import { UNITS } from "../../test/cast.ts";
import { apply, carryOut, undo } from "../../test/decisions.ts";
import { onEveryServer } from "../../test/world.ts";
import { newId } from "../platform/pure/ids.ts";
import { getCampaign, listCampaigns } from "./contract.ts";

await onEveryServer("a campaign whose leading union ends", (world) => {
  it("is led on by the successor, read below it, and comes back when the end is undone", async () => {
    const w = world();
    const campaignId = newId();
    await w.pool.query(
      `insert into campaign.campaign (id, unit_id, programme, name, year, period, unit_rule, created_at)
       values ($1, $2, 'Mẫu', 'Đợt của huyện', 2021, '[2021-01-01,2021-12-31]', 'bag', $3)`,
      [campaignId, UNITS.a, w.now],
    );
    const read = (who: "bao" | "chi" | "bich", unitId: string) =>
      w.as(who).call(getCampaign, { params: { unitId, campaignId } });
    expect((await read("chi", UNITS.a1)).status).toBe(200);
    expect((await read("bao", UNITS.b)).status).toBe(404);

    const decision = await carryOut(w, {
      effectiveOn: "2021-01-15",
      acts: [
        { kind: "replace", unitId: UNITS.a, successorIds: [UNITS.b], heirId: UNITS.b, members: "follow" },
      ],
    });
    for (const [who, unitId] of [
      ["bao", UNITS.b],
      ["chi", UNITS.a1],
      ["bich", UNITS.b1],
    ] as const) {
      expect((await read(who, unitId)).status).toBe(200);
      const list = await w.as(who).call(listCampaigns, { params: { unitId }, query: {} });
      expect(list.body.items.map(({ id }) => id)).toContain(campaignId);
    }

    expect((await undo(w, decision)).status).toBe(200);
    expect((await read("bao", UNITS.b)).status).toBe(404);
    expect((await read("chi", UNITS.a1)).status).toBe(200);
    expect((await apply(w, decision)).status).toBe(409);
  });
});
