// Whatever is delegated, handed over, changed, cancelled or ended, by whomever: nobody comes by an operation at a union
// but by an office that somebody above gave, or by a signature lent by who holds it that day.
import fc from "fast-check";
import { expect, it } from "vitest";
import type { CastName } from "../../test/cast.ts";
import { onEveryServer, type World } from "../../test/world.ts";
import { POLICY } from "../app/policy.ts";
import { permits } from "../platform/contract/authority.ts";
import { reader } from "../platform/db/sql.ts";
import { addDays } from "../platform/pure/calendar.ts";
import { ancestorsOf } from "../unit/service.ts";
import { delegate, handOver, morningOf } from "./account.testing.ts";
import * as handover from "./contract/handover.ts";
import * as offices from "./contract/offices.ts";
import * as account from "./contract.ts";
import { HANDED_ROLES, type HandedRole } from "./schema/handover.ts";
import { SIGNING_SCOPES } from "./schema/offices.ts";
import { listOffices } from "./store/offices.ts";
import { listStandings } from "./store.ts";

const WHO = [
  "thu",
  "tuan",
  "binh",
  "hanh",
  "lan",
  "chi",
  "son",
  "bao",
] as const satisfies readonly CastName[];
const LAST_DAY = "2021-02-14";
const UNITS = ["province", "a", "a1"] as const;
type Unit = (typeof UNITS)[number];

/** Who may hand out offices at a union: said here by name, not by rule. `deputy`: of a deputy's office also. */
const GIVERS: Record<Unit, Record<"any" | "deputy", readonly CastName[]>> = {
  province: { any: ["ada"], deputy: [] },
  a: { any: ["thu", "tuan"], deputy: [] },
  a1: { any: ["thu", "tuan"], deputy: [] },
};
/** What only a signature opens, by the scope that lends it; the last is never lent. */
const OPERATIONS = [
  { id: "directive.issue", at: "unit", roles: ["officer", "signatory"], scope: "letters" },
  { id: "report.submit", at: "unit", roles: ["officer", "signatory"], scope: "reports-submit" },
  { id: "report.approve", at: "leading", roles: ["signatory"], scope: "reports-approve" },
  { id: "account.delegate", at: "unit", roles: ["signatory"], scope: undefined },
  { id: "unit.approve-decision", at: "unit", roles: ["signatory"], scope: undefined },
] as const;

const command = fc.record({
  what: fc.constantFrom("delegate", "hand", "hand", "withdraw", "cancel", "end", "term", "travel", "travel"),
  // Those who may do most, more often than the others.
  by: fc.constantFrom(...WHO, "tuan", "hanh", "tuan", "hanh", "thu"),
  at: fc.constantFrom(...UNITS),
  whom: fc.constantFrom(...WHO),
  to: fc.constantFrom(...WHO),
  role: fc.constantFrom(...HANDED_ROLES),
  scopes: fc.subarray([...SIGNING_SCOPES], { minLength: 1 }),
  from: fc.nat({ max: 4 }),
  days: fc.nat({ max: 9 }),
  nth: fc.nat({ max: 3 }),
});
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

/** An office somebody was given: at the start, or by a handover that somebody above started. */
interface Given {
  readonly who: CastName;
  readonly at: Unit;
  readonly role: HandedRole;
  readonly from: string;
}
interface Lent {
  readonly by: CastName;
  readonly to: CastName;
  readonly at: Unit;
  readonly scopes: readonly string[];
  readonly from: string;
  readonly until: string;
}

class Story {
  readonly world: World;
  day = "2021-01-18";
  given: Given[];
  lent: Lent[] = [];

  constructor(world: World, given: Given[]) {
    this.world = world;
    this.given = given;
  }

  account(who: CastName): string {
    return this.world.accountOf(who);
  }

  async run(asked: Command): Promise<void> {
    const { world, day } = this;
    const params = { unitId: world.units[asked.at] };
    const from = addDays(day, asked.from);
    switch (asked.what) {
      case "travel":
        // Sessions last thirty days; a story that outlived them would only hear that nobody is signed in.
        if (day < LAST_DAY) this.day = addDays(day, 1);
        world.now = morningOf(this.day);
        return;
      case "delegate": {
        const until = addDays(from, asked.days);
        const to = this.someone(asked).who;
        const one = delegate(world, asked.by, asked.at, this.account(to), {
          scopes: asked.scopes,
          from,
          until,
        });
        if ((await one.done).status === 200) this.lent.push({ ...asked, to, from, until });
        return;
      }
      case "hand": {
        const { who, role } = this.someone(asked);
        const entry = { role, fromAccountId: this.account(who), effectiveOn: from };
        const started = handOver(world, asked.by, asked.at, { ...entry, toLogin: asked.to });
        if ((await started.done).status !== 200) return;
        expect(this.mayGive({ ...asked, role }), `${asked.by} handed ${role} at ${asked.at}`).toBe(true);
        this.given.push({ who: asked.to, at: asked.at, role, from });
        return;
      }
      case "withdraw": {
        const listed = await world.as("ada").call(offices.listDelegations, { params });
        const one = listed.body.items[asked.nth];
        if (one === undefined) return;
        await world
          .as(asked.by)
          .call(offices.withdrawDelegation, { params: { ...params, delegationId: one.id } });
        return;
      }
      case "cancel": {
        const listed = await world.as("ada").call(handover.listHandovers, { params });
        const one = listed.body.items[asked.nth];
        if (one === undefined) return;
        await world.as(asked.by).call(handover.cancelHandover, { params: { ...params, handoverId: one.id } });
        return;
      }
      case "end":
        await world
          .as(asked.by)
          .call(account.endGrant, { params: { ...params, accountId: this.account(asked.whom) } });
        return;
      case "term": {
        const listed = await world.as("ada").call(account.listOfficeHolders, { params });
        const one = listed.body.items[asked.nth];
        if (one === undefined) return;
        await world.as(asked.by).call(offices.changeTerm, {
          params: { ...params, accountId: one.accountId, grantId: one.grantId },
          body: { until: asked.days === 0 ? null : addDays(day, asked.days) },
        });
      }
    }
  }

  /** Somebody who was given an office at the union: others would be refused at once, and prove little. */
  someone({ at, days }: Command): Given {
    const there = this.given.filter((one) => one.at === at);
    return there[days % there.length] as Given;
  }

  /** Who was above at the start, or was given an office above since; a deputy's is the union's signatory's too. */
  mayGive({ by, at, role }: Command): boolean {
    const above: readonly Unit[] = at === "a1" ? ["a", "province"] : at === "a" ? ["province"] : [];
    const held = (unit: Unit, roles: readonly HandedRole[]) =>
      this.given.some(
        (one) => one.who === by && one.at === unit && roles.includes(one.role) && one.from <= this.day,
      );
    return (
      GIVERS[at].any.includes(by) ||
      above.some((unit) => held(unit, ["officer", "signatory"])) ||
      (role === "deputy" && held(at, ["signatory"]))
    );
  }

  async check(): Promise<void> {
    const db = reader(this.world.pool);
    for (const at of UNITS) {
      const unitId = this.world.units[at];
      const items = await listOffices(db, unitId, this.day);
      const holds = (who: CastName, roles: readonly string[]) =>
        items.some((one) => one.accountId === this.account(who) && roles.includes(one.role)) &&
        this.given.some(
          (one) => one.who === who && one.at === at && roles.includes(one.role) && one.from <= this.day,
        );
      for (const who of WHO) {
        const grants = (await listStandings(db, this.account(who), this.day)).map((one) => ({
          role: one.role,
          place: "unit" as const,
          placeId: one.unitId ?? "",
          from: one.from,
          ...(one.until !== null && { until: one.until }),
        }));
        for (const { id, at: name, roles, scope } of OPERATIONS) {
          const letIn = await permits(POLICY[id], grants, { [name]: unitId }, this.day, (unit) =>
            ancestorsOf(db, unit, this.day),
          );
          const lent = this.lent.some(
            (one) =>
              scope !== undefined &&
              one.to === who &&
              one.at === at &&
              one.scopes.includes(scope) &&
              one.from <= this.day &&
              this.day <= one.until &&
              holds(one.by, ["signatory"]) &&
              holds(who, ["officer", "deputy"]),
          );
          const why = `${who} ${letIn ? "may" : "may not"} ${id} at ${at} on ${this.day}`;
          if (letIn) expect(holds(who, roles) || lent, why).toBe(true);
          if (holds(who, roles)) expect(letIn, why).toBe(true);
        }
      }
    }
  }
}

const START: readonly Given[] = [
  { who: "thu", at: "province", role: "officer", from: "2018-01-01" },
  { who: "tuan", at: "province", role: "signatory", from: "2018-01-01" },
  { who: "binh", at: "a", role: "officer", from: "2018-01-01" },
  { who: "hanh", at: "a", role: "signatory", from: "2018-01-01" },
  { who: "lan", at: "a", role: "deputy", from: "2018-01-01" },
  { who: "chi", at: "a1", role: "officer", from: "2018-01-01" },
];
/** Each goes on where the one before left the offices: a longer story still. */
const RUNS = 8;
const SEED = 20210118;

await onEveryServer("nobody's authority grows by an act they did not approve", (world) => {
  let story: Story | undefined;
  it("however offices are handed on and signatures lent", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 4, maxLength: 10 }), async (commands) => {
        story ??= new Story(world(), [...START]);
        for (const asked of commands) {
          await story.run(asked);
          await story.check();
        }
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
    expect(story?.given.length).toBeGreaterThanOrEqual(START.length);
  }, 120_000);
});
