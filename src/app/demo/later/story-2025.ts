// The story of 2025: the province of 2021 to the end of that edition, then a campaign across two re-organisations.
import { transaction } from "../../../platform/db/sql.ts";
import { openUnit } from "../../../unit/service.ts";
import { COMMUNES_FROM } from "../communes.ts";
import { type Facts, factsOf } from "../facts.ts";
import { installPeople, keepSessions } from "../install.ts";
import type { Stage, Story } from "../story.ts";
import { makeUntilJune2021, story2021 } from "../story-2021.ts";
import type { DemoUnit } from "../tree.ts";
import { close2021 } from "./closing-2021.ts";
import { decide } from "./deciding.ts";
import { endOfBudgetUnions, endOfDistricts, foundingOf2024 } from "./decisions.ts";
import {
  bookMainDay,
  bookSummerDay,
  makeLetter2025,
  makeSecondHalf,
  planSummerDay,
  runMainDay,
  runSummerDay,
} from "./edition-2025.ts";
import { fillOffices } from "./offices.ts";
import { LATER_DAY, type LaterPlan, planLater } from "./plan.ts";

export const story2025: Story = {
  opensAt: `${LATER_DAY}T08:00:00+07:00`,
  ticks: story2021.ticks + 23,
  begin() {
    const plan = planLater();
    return { plan, make: (stage) => make(stage, plan) };
  },
};

async function make(stage: Stage, plan: LaterPlan): Promise<void> {
  const { refresh, chapter, tick } = stage;
  const { later } = plan;
  const until2021 = factsOf(plan, stage);
  const open = await makeUntilJune2021(until2021, stage);
  chapter("demo.later-2021");
  await close2021(until2021, open);
  await refresh();

  const people = [...plan.people, ...plan.newcomers];
  const factsIn = (tree: readonly DemoUnit[]): Facts => ({
    ...factsOf({ ...plan, tree, people }, stage),
    gaveOn: until2021.gaveOn,
  });
  /** Ids by key, of what is still to be opened too. */
  const ids = new Map([...later.in2024, ...later.inJuly2025].map(({ key, id }) => [key, id]));
  const idOf = (key: string): string => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`the demo has no unit ${key}`);
    return id;
  };

  chapter("demo.later-2024");
  const in2024 = factsIn(later.in2024);
  await foundUnions(stage, in2024, plan, idOf);
  chapter("demo.later-letter");
  const campaignId = await makeLetter2025(in2024);
  chapter("demo.later-june");
  const main = await bookMainDay(in2024, campaignId);
  await decide(in2024, endOfBudgetUnions(idOf), {
    draftedAt: "2025-05-26T14:00:00+07:00",
    approvedAt: "2025-05-30T10:00:00+07:00",
    appliedAt: "2025-06-02T07:40:00+07:00",
  });
  tick();
  const inJune = factsIn(later.inJune2025);
  await runMainDay(inJune, main);
  await refresh();
  chapter("demo.later-july");
  const summer = await planSummerDay(inJune, campaignId);
  const span = ["2025-06-18T08:00:00+07:00", "2025-06-27T16:00:00+07:00"] as const;
  const booked = await bookSummerDay(inJune, summer, 12, span);
  await endDistricts(stage, inJune, plan, idOf);
  const inJuly = factsIn(later.inJuly2025);
  await fillOffices(inJuly, later.communeUnions);
  tick();
  const more = ["2025-07-02T08:00:00+07:00", "2025-07-03T16:00:00+07:00"] as const;
  booked.push(...(await bookSummerDay(inJuly, summer, 5, more)));
  await runSummerDay(inJuly, summer, booked);
  await makeSecondHalf(inJuly, campaignId);
}

type IdOf = (key: string) => string;

/** The unions, then their people in bulk like those of the base, then whoever works for them. */
async function foundUnions(stage: Stage, facts: Facts, plan: LaterPlan, idOf: IdOf): Promise<void> {
  const { later, newcomers, chance } = plan;
  await decide(facts, foundingOf2024(later, idOf), {
    draftedAt: "2024-03-11T14:00:00+07:00",
    approvedAt: "2024-03-12T10:00:00+07:00",
    appliedAt: "2024-03-15T07:40:00+07:00",
  });
  await transaction(stage.pool, (tx) => installPeople(tx, { tree: later.in2024, people: newcomers, chance }));
  await fillOffices(facts, later.founded);
  await transaction(stage.pool, keepSessions);
  stage.tick();
}

/** The communes and wards begin with the day; the province's decision says which union covers which. */
async function endDistricts(stage: Stage, facts: Facts, { later }: LaterPlan, idOf: IdOf): Promise<void> {
  await transaction(stage.pool, async (tx) => {
    for (const { district: _district, ...commune } of later.communes) {
      const opening = { ...commune, side: "commune", kind: "commune", notation: "UBND" } as const;
      await openUnit(tx, { ...opening, from: COMMUNES_FROM });
    }
  });
  await decide(facts, endOfDistricts(later, idOf), {
    draftedAt: "2025-06-24T14:00:00+07:00",
    approvedAt: "2025-06-27T10:00:00+07:00",
    appliedAt: "2025-07-01T07:40:00+07:00",
  });
  stage.tick();
}
