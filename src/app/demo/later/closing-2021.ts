// vi-data: what units write to the last duties of a campaign that is over.
// How the edition of 2021 ended: its main day run, the summer day run, every report in and approved, nothing left open.
import * as directive from "../../../directive/contract.ts";
import { endRequest, listRequests } from "../../../person/contract/requests.ts";
import * as report from "../../../report/contract.ts";
import { ADMINISTRATOR, SIGNATORY } from "../accounts.ts";
import { type Booked, holdPlaces, openDay, type PlannedDay, runDay } from "../day.ts";
import { besides, type Facts, grassroots, intermediates } from "../facts.ts";
import { reportAll } from "../reporting.ts";
import { PROVINCE } from "../tree.ts";

export interface Open2021 {
  readonly may: { readonly planned: PlannedDay; readonly reports: ReadonlyMap<string, string> };
  readonly june: {
    readonly main: PlannedDay;
    readonly booked: readonly Booked[];
    readonly summer: PlannedDay;
  };
}

export async function close2021(facts: Facts, { may, june }: Open2021): Promise<void> {
  const { hands } = facts;
  await answerRequests(facts);
  hands.at("2021-06-03T08:10:00+07:00");
  await finishMay(facts, may);
  facts.tick();

  const gave = shareOf(facts, june.booked, 0.66, 0.8);
  await runDay(facts, june.main, {
    booked: june.booked,
    gave,
    outside: { ml250: 160, ml350: 790, ml450: 64 },
  });
  facts.tick();
  await reportAll(facts, june.main.id, withDonors(facts, june.booked), "2021-06-09");
  facts.tick();

  hands.at("2021-06-28T08:30:00+07:00");
  await openDay(facts, "thanuyen", june.summer);
  const near = grassroots(facts).filter(({ parent }) => parent === "thanuyen" || parent === "tanuyen");
  const booked: Booked[] = [];
  for (const { key } of near) {
    const span = ["2021-07-05T08:00:00+07:00", "2021-07-15T16:00:00+07:00"] as const;
    booked.push(...(await holdPlaces(facts, june.summer, key, { held: 11, confirmed: 10 }, span)));
  }
  facts.tick();
  const outside = { ml250: 6, ml350: 31, ml450: 2 };
  await runDay(facts, june.summer, { booked, gave: shareOf(facts, booked, 0.62, 0.82), outside });
  await reportAll(facts, june.summer.id, withDonors(facts, booked), "2021-07-17");
  facts.tick();

  hands.at("2021-08-06T08:30:00+07:00");
  for (const { key } of facts.tree.filter(({ side }) => side === "union")) await settleRest(facts, key);
  facts.tick();
}

/** What people asked about their data on the eve of the first story's morning. */
async function answerRequests(facts: Facts): Promise<void> {
  const { hands, unit } = besides(facts);
  const unitId = unit(PROVINCE).id;
  hands.at("2021-06-02T15:30:00+07:00");
  const { items } = await hands.ask(ADMINISTRATOR, listRequests, { params: { unitId }, query: {} });
  for (const { id: requestId, kind } of items) {
    hands.wait(1200);
    await hands.ask(ADMINISTRATOR, endRequest, {
      params: { unitId, requestId },
      body: { outcome: "done", ...(kind === "correct" && { change: { birthDate: "1989-04-12" } }) },
    });
  }
}

/** Of those with a place, how many of each union gave: a chance share between two rates. */
export function shareOf(
  { chance }: Facts,
  booked: readonly Booked[],
  least: number,
  most: number,
): (key: string) => number {
  const counts = new Map<string, number>();
  for (const { unit } of booked) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const gave = new Map(
    [...counts].map(([key, count]) => [key, Math.round(count * (least + chance.next() * (most - least)))]),
  );
  return (key) => gave.get(key) ?? 0;
}

/** Grassroots unions with somebody on the list, in the order of the tree. */
export const withDonors = (facts: Facts, booked: readonly Booked[]): string[] =>
  grassroots(facts).flatMap(({ key }) => (booked.some(({ unit }) => unit === key) ? [key] : []));

/** Every report of the May day reaches approval, from wherever it stood on 2 June. */
async function finishMay(facts: Facts, { planned, reports }: Open2021["may"]): Promise<void> {
  const below = [...grassroots(facts), ...intermediates(facts)].map(({ key }) => key);
  for (const key of [...below, PROVINCE]) await finishReport(facts, planned.id, key, reports.get(key));
}

async function finishReport(facts: Facts, driveId: string, key: string, known?: string): Promise<void> {
  const { hands } = facts;
  const { id: unitId, parent } = facts.unit(key);
  const { items } = await hands.ask(key, report.listOwed, { params: { unitId } });
  const row = items.find((owed) => owed.driveId === driveId && owed.unit.id === unitId);
  if (row === undefined || row.state === "approved") return;
  const reportId =
    known ??
    row.reportId ??
    (await hands.ask(key, report.openReport, { params: { unitId, driveId }, body: { id: hands.newId() } }))
      .id;
  hands.wait(900);
  hands.toOfficeHours();
  if (row.state !== "submitted") {
    const remarks = "Đã rà soát lại số liệu, không có thay đổi khác.";
    await hands.ask(key, report.writeRemarks, { params: { reportId }, body: { remarks } });
    await hands.ask(key, report.submitReport, { params: { reportId } });
  }
  hands.wait(1800);
  hands.toOfficeHours();
  await hands.ask(parent ?? SIGNATORY, report.approveReport, { params: { reportId } });
}

/** What is left of a campaign's duties once it is over: confirmed where never opened, and marked as done. */
async function settleRest(facts: Facts, key: string): Promise<void> {
  const { hands } = facts;
  const unitId = facts.unit(key).id;
  const { items } = await hands.ask(key, directive.listTasks, {
    params: { unitId },
    query: { settled: "without" },
  });
  for (const { id: taskId, allowedActions } of items) {
    if (!allowedActions.includes("directive.settle-task")) continue;
    const body = { note: "Đã tổng kết đợt vận động năm 2021." };
    await hands.ask(key, directive.settleTask, { params: { unitId, taskId }, body });
  }
}
