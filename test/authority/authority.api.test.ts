// Every endpoint × everybody of the cast × own, below, beside, above and another root.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROUTES } from "../../src/app/capabilities.ts";
import { POLICY } from "../../src/app/policy.ts";
import type { AnyContract } from "../../src/platform/contract/contract.ts";
import { newId } from "../../src/platform/pure/ids.ts";
import { CAST, type CastName, TREE, type UnitName } from "../cast.ts";
import { embeddedServer } from "../database.ts";
import { withSealKey } from "../open-day.ts";
import { makeWorld, type World } from "../world.ts";
import { BODIES, QUERIES } from "./asks.ts";
import { EXPECTED, type Relation, type Standing } from "./expected.ts";
import { type Fixture, makeFixture, parentOf, SIGNS_FOR_TUAN, UNION_UNITS } from "./fixture.ts";

type Caller = CastName | "nobody";
const CALLERS: readonly Caller[] = [...(Object.keys(CAST) as CastName[]), "nobody"];

interface Placement {
  readonly where: string;
  readonly params: Readonly<Record<string, string>>;
  /** How the caller's office stands to what is asked for. */
  readonly relation: (caller: CastName) => Relation;
}

// Signing out ends the session everybody else's rows need: it goes last.
const LAST = "account.sign-out";
const contracts = ROUTES.map(({ contract }) => contract).sort(
  (a, b) => Number(a.id === LAST) - Number(b.id === LAST),
);

describe("authority", () => {
  withSealKey();
  let world: World;
  let fixture: Fixture;
  beforeAll(async () => {
    world = await makeWorld(await embeddedServer());
    fixture = await makeFixture(world);
  });
  afterAll(() => world.close());

  it("is stated twice for every endpoint and for nothing else", () => {
    const ids = contracts.map(({ id }) => id).sort();
    expect(Object.keys(POLICY).sort()).toEqual(ids);
    expect(Object.keys(EXPECTED).sort()).toEqual(ids);
  });

  it.each(contracts.map((contract) => [contract.id, contract] as const))(
    "holds for %s",
    async (_id, contract) => {
      const wrong: string[] = [];
      for (const placement of placementsOf(contract, world, fixture)) {
        for (const caller of CALLERS) {
          const expected = verdict(contract, caller, placement);
          const found = await knock(world, contract, caller, placement);
          if (found !== expected)
            wrong.push(`${caller} at ${placement.where}: ${found}, expected ${expected}`);
        }
      }
      expect(wrong).toEqual([]);
    },
    // Some operations print: half a second each, for every unit and everybody who may.
    60_000,
  );
});

type Verdict = "let in" | "not signed in" | "forbidden";

function verdict(contract: AnyContract, caller: Caller, placement: Placement): Verdict {
  const expected = EXPECTED[contract.id];
  if (expected === undefined) throw new Error(`nobody has said who may ${contract.id}`);
  if (expected === "anybody" || expected === "link-bearer") return "let in";
  if (caller === "nobody") return "not signed in";
  if (expected === "signed-in") return "let in";
  const relation = placement.relation(caller);
  const held = standingsOf(caller);
  return expected.some(
    ({ roles, where }) => roles.some((role) => held.includes(role)) && where.includes(relation),
  )
    ? "let in"
    : "forbidden";
}

/** What a caller holds today; the desk is Khoa's at one drive, an ended term is no role, and some sign for Tuấn. */
function standingsOf(caller: CastName): readonly Standing[] {
  if (caller === "khoa") return ["desk"];
  const member = CAST[caller];
  if ("until" in member || !("role" in member)) return [];
  return [member.role, ...(SIGNS_FOR_TUAN[caller] ?? []).map((scope) => `delegate.${scope}` as const)];
}

async function knock(world: World, contract: AnyContract, caller: Caller, { params }: Placement) {
  const asker = caller === "nobody" ? world.nobody() : world.as(caller);
  const reply = await asker.call(contract, {
    params,
    query: QUERIES[contract.id] ?? {},
    ...(BODIES[contract.id] && { body: BODIES[contract.id]?.() }),
  } as never);
  const code = reply.problem?.code ?? (reply.status === 404 ? "not-found" : undefined);
  if (reply.status >= 500 || code === "invalid-input" || code === "too-many-requests") {
    return `broken: ${reply.status} ${code} ${JSON.stringify(reply.problem?.details)}`;
  }
  if (code === "not-signed-in") return "not signed in";
  return code === "forbidden" ? "forbidden" : "let in";
}

const unitOf = (caller: CastName): UnitName | undefined => {
  const member = CAST[caller];
  return "at" in member ? member.at : undefined;
};

function relationTo(caller: CastName, target: UnitName | undefined): Relation {
  const office = unitOf(caller);
  if (office === undefined || target === undefined) return "elsewhere";
  if (office === target) return "own";
  for (let above = parentOf(target); above !== undefined; above = parentOf(above)) {
    if (above === office) return "below";
  }
  return "elsewhere";
}

function placementsOf(contract: AnyContract, world: World, fixture: Fixture): Placement[] {
  const names = [...contract.path.matchAll(/:(\w+)/g)].map(([, name]) => name as string);
  const others = Object.fromEntries(names.map((name) => [name, name === "token" ? "x".repeat(43) : newId()]));
  const atUnits = (make: (name: UnitName) => Record<string, string>, relate = relationTo): Placement[] =>
    UNION_UNITS.map((name) => ({
      where: name,
      params: { ...others, ...make(name) },
      relation: (caller) => relate(caller, name),
    }));

  if (names.includes("reportId")) {
    const isAbove = contract.id === "report.approve" || contract.id === "report.return";
    return atUnits(
      (name) => ({ reportId: fixture.reports.get(name) as string }),
      (caller, name) => relateReport(contract, caller, name as UnitName, isAbove),
    );
  }
  if (names.includes("unitId")) return atUnits((name) => ({ unitId: world.units[name] }));
  if (names.includes("facilityId")) {
    return [
      {
        where: "hospital",
        params: { ...others, facilityId: world.units.hospital },
        relation: (who) => relationTo(who, "hospital"),
      },
      { where: "clinic", params: { ...others, facilityId: fixture.clinic }, relation: () => "elsewhere" },
    ];
  }
  if (names.includes("driveId") && contract.id.startsWith("turnout.")) {
    const drives = [...fixture.drives].map(([host, driveId]) => ({
      where: `hospital's drive at ${host}`,
      params: { ...others, driveId },
      relation: (who: CastName): Relation => {
        if (who === "khoa") return host === "a" ? "own" : "elsewhere";
        return relationTo(who, "hospital");
      },
    }));
    return [
      ...drives,
      {
        where: "clinic's drive",
        params: { ...others, driveId: fixture.clinicDrive },
        relation: () => "elsewhere",
      },
    ];
  }
  if (names.includes("driveId")) {
    return atUnits(
      (name) => ({ driveId: fixture.drives.get(name) as string }),
      // To a facility every drive it takes is its own, whoever hosts it; Khoa has the desk of one.
      (caller, name) => {
        if (caller === "khoa") return name === "a" ? "own" : "elsewhere";
        return relationTo(caller, unitOf(caller) === "hospital" ? "hospital" : name);
      },
    );
  }
  return [{ where: "anywhere", params: others, relation: () => "elsewhere" }];
}

/** Acts on a report from above: the unit it goes to stands in the place of `own`. */
function relateReport(contract: AnyContract, caller: CastName, name: UnitName, isAbove: boolean): Relation {
  if (!isAbove) return relationTo(caller, name);
  const above = parentOf(name);
  if (above !== undefined) return unitOf(caller) === above ? "own" : "elsewhere";
  // A report that goes no further: its own signatory approves, or who signs for them; its own officers may still take
  // it back.
  const signs = standingsOf(caller).some(
    (held) => held === "signatory" || held === "delegate.reports-approve",
  );
  if (contract.id === "report.approve" && !signs) return "elsewhere";
  return unitOf(caller) === name ? "own" : "elsewhere";
}

describe("the cast", () => {
  it("has someone of every role, above, below, beside and in another root", () => {
    expect(TREE.some(({ name, parent }) => name === "other" && parent === undefined)).toBe(true);
    expect(new Set(Object.values(CAST).map((member) => ("role" in member ? member.role : "desk")))).toEqual(
      new Set(["officer", "signatory", "deputy", "administrator", "facility", "desk"]),
    );
  });
});
