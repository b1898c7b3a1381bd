// vi-data: what an officer writes beside an adjusting report.
// A volume written wrong, put right after the day was reported: the adjusting report goes up the same chain.
import * as adjusting from "../../report/contract/adjustment.ts";
import * as report from "../../report/contract.ts";
import { correctOutcome } from "../../turnout/contract/correcting.ts";
import type { Volume } from "../../turnout/schema.ts";
import { SIGNATORY } from "./accounts.ts";
import type { Booked, PlannedDay } from "./day.ts";
import { besides, type Facts } from "./facts.ts";
import { HOSPITAL } from "./tree.ts";

/** Somebody of the grassroots union `key` had given 450 ml, not 350; each level above says so in its turn. */
export async function correctOne(
  facts: Facts,
  planned: PlannedDay,
  of: { key: string; at: string; booked: readonly Booked[]; gave: ReadonlyMap<string, Volume> },
): Promise<void> {
  const { hands, unit } = besides(facts);
  const wrong = of.booked.find((one) => one.unit === of.key && of.gave.get(one.bookingId) === 350);
  if (wrong === undefined) throw new Error(`nobody of the demo's ${of.key} gave 350 ml`);
  hands.at(of.at);
  await hands.ask(HOSPITAL, correctOutcome, {
    params: { driveId: planned.id, bookingId: wrong.bookingId },
    body: { id: hands.newId(), from: 350, to: 450, reason: "wrong-volume" },
  });
  hands.wait(24 * 3600);
  const { items } = await hands.ask(of.key, report.listOwed, {
    params: { unitId: unit(of.key).id },
    query: {},
  });
  const owed = items.find((row) => row.driveId === planned.id && row.unit.id === unit(of.key).id);
  await hands.ask(of.key, adjusting.openAdjustment, {
    params: { reportId: owed?.reportId ?? "" },
    body: { id: hands.newId() },
  });
  for (let key: string | undefined = of.key; key !== undefined; key = unit(key).parent) {
    await sendUp(facts, key);
  }
}

/** The adjustment that waits at `key` is sent, and approved by the level above. */
async function sendUp(facts: Facts, key: string): Promise<void> {
  const { hands, unit } = besides(facts);
  hands.wait(5 * 3600);
  hands.toOfficeHours();
  const waiting = await hands.ask(key, adjusting.listAdjustments, { params: { unitId: unit(key).id } });
  const found = waiting.items.find(({ stands }) => stands === "to-make");
  if (found === undefined) throw new Error(`nothing to adjust waits at the demo's ${key}`);
  const params = { reportId: found.id };
  const remarks = "Cơ sở y tế đính chính thể tích của một người hiến: 450 ml.";
  await hands.ask(key, report.writeRemarks, { params, body: { remarks } });
  await hands.ask(key, report.submitReport, { params });
  hands.wait(3600);
  await hands.ask(unit(key).parent ?? SIGNATORY, report.approveReport, { params });
}
