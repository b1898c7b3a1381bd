// The reports of the units below as of a day gone by: the tree of that day, and what was sent and approved by its end.
import { expect, it } from "vitest";
import type { CastName } from "../../test/cast.ts";
import { testServers } from "../../test/database.ts";
import { carryOut } from "../../test/decisions.ts";
import { approve, giveBack, makeReportedDrive, open, submit } from "../../test/reports.ts";
import { makeWorld, type World } from "../../test/world.ts";
import * as report from "./contract.ts";

const morning = (day: string): string => `${day}T02:00:00.000Z`;

async function below(w: World, who: CastName, unitId: string, driveId: string, asOf?: string) {
  const query = asOf === undefined ? {} : { asOf };
  const { status, body } = await w.as(who).call(report.listBelow, { params: { unitId, driveId }, query });
  return status === 200 ? body.items.map((row) => [row.unit.id, row.state, row.reportId, row.late]) : status;
}

// The drive is on 9 June; the letter gives five days for the report.
(await testServers()).forEach((server) => {
  it(`shows a report as it stood on each day since the drive was closed (${server.name})`, async () => {
    const w = await makeWorld(server);
    try {
      const { driveId } = await makeReportedDrive(w);
      const { a, a1, a2 } = w.units;
      w.now = morning("2021-06-14");
      const one = await open(w, "chi", "a1", driveId);
      w.now = morning("2021-06-15");
      expect((await submit(w, "chi", one)).status).toBe(200);
      w.now = morning("2021-06-17");
      expect((await approve(w, "binh", one)).status).toBe(200);
      const two = await open(w, "son", "a2", driveId);
      expect((await submit(w, "son", two)).status).toBe(200);
      w.now = morning("2021-06-19");
      expect((await giveBack(w, "binh", two)).status).toBe(200);

      const on = (asOf?: string) => below(w, "binh", a, driveId, asOf);
      const other = (late: boolean) => [a2, null, null, late];
      // Donors had registered, and the drive was not closed: nobody owed anything yet.
      expect(await on("2021-06-08")).toEqual([]);
      expect(await on("2021-06-09")).toHaveLength(2);
      expect(await on("2021-06-14")).toEqual([other(false), [a1, null, null, false]]);
      expect(await on("2021-06-15")).toEqual([other(true), [a1, "submitted", one, true]]);
      expect(await on("2021-06-16")).toEqual(await on("2021-06-15"));
      // That one was sent on the 17th and given back since is known of today alone.
      expect(await on("2021-06-17")).toEqual([other(true), [a1, "approved", one, true]]);
      const today = [
        [a2, "returned", two, true],
        [a1, "approved", one, true],
      ];
      expect(await on()).toEqual(today);
      expect(await on("2021-06-19")).toEqual(today);
      // A day that has not come is today.
      expect(await on("2021-07-30")).toEqual(today);
    } finally {
      await w.close();
    }
  });

  it(`names who owed it in the tree of that day, and who stands in its place after a merger (${server.name})`, async () => {
    const w = await makeWorld(server);
    try {
      const { driveId } = await makeReportedDrive(w);
      const { a, a1, a2, b, b1 } = w.units;
      w.now = morning("2021-06-12");
      const sent = await open(w, "son", "a2", driveId);
      await submit(w, "son", sent);
      w.now = morning("2021-06-14");
      await carryOut(w, { effectiveOn: "2021-06-14", acts: [{ kind: "merge", fromIds: [a], intoId: b }] });
      w.now = morning("2021-06-16");
      const on = async (who: CastName, unitId: string, asOf?: string) => {
        const found = await below(w, who, unitId, driveId, asOf);
        return Array.isArray(found) ? found.map(([unit, state]) => [unit, state]) : found;
      };
      expect(await on("bao", b, "2021-06-13")).toEqual([[b1, null]]);
      const joined = [
        [a2, "submitted"],
        [a1, null],
        [b1, null],
      ];
      expect(await on("bao", b, "2021-06-15")).toEqual(joined);
      expect(await on("bao", b)).toEqual(joined);
      // The ended union's own list: for who may see its successor today, on days it stood.
      for (const who of ["bao", "thu"] as const) {
        expect(await on(who, a, "2021-06-11"), who).toEqual([
          [a2, null],
          [a1, null],
        ]);
        expect(await on(who, a, "2021-06-13"), who).toEqual([
          [a2, "submitted"],
          [a1, null],
        ]);
        expect(await on(who, a, "2021-06-15"), who).toBe(404);
      }
      for (const who of ["son", "xa"] as const) expect(await on(who, a, "2021-06-13"), who).toBe(403);
    } finally {
      await w.close();
    }
  });
});
