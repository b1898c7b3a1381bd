// Every law of the house is broken once, in a planted tree: a blind checker cannot pass.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { check, type Finding, fromCheck, plant, uproot } from "./planted.ts";

interface Room {
  readonly name: string;
  readonly side: string;
}
const HOUSE = await fromCheck<readonly Room[]>("check/house.mjs", "HOUSE");
const importLaw = await fromCheck<() => { name: string }[]>("check/house.mjs", "importLaw");
const importLawHolds = await fromCheck<(root: string) => Promise<Finding>>(
  "check/imports.mjs",
  "importLawHolds",
);

const file = (...imports: string[]): string =>
  `${imports.map((name, at) => `import { x as x${at} } from "${name}";`).join("\n")}\nexport const x = 1;\n`;
const typeOf = (name: string): string =>
  `import type { x } from "${name}";\nexport type Y = typeof x;\nexport const x2 = 1;\n`;

/** Law → file → its text. What the planted imports point at is filled in below. */
const FAULTS: Record<string, Record<string, string>> = {
  "published-roles-only": { "src/report/service/a.ts": file("../../unit/routes.ts") },
  "store-is-private": { "src/report/service/b.ts": file("../../unit/store.ts") },
  "roles-schema": { "src/report/schema/a.ts": file("../service.ts") },
  "roles-contract": { "src/report/contract/a.ts": file("../store.ts") },
  "roles-store": { "src/report/store/a.ts": file("../service.ts") },
  "roles-service": { "src/report/service/c.ts": file("../routes.ts") },
  "roles-routes": { "src/target/routes.ts": file("./store.ts") },
  "roles-messages": { "src/report/messages.vi.ts": file("./schema.ts") },
  "rules-are-pure": { "src/report/rules/a.ts": file("../contract.ts") },
  "rules-take-only-types-of-a-schema": { "src/report/rules/b.ts": file("../schema.ts") },
  "pure-is-pure": { "src/platform/pure/a.ts": file("../http/server.ts") },
  "web-stays-in-the-browser": { "src/report/web/a.tsx": file("../../unit/service.ts") },
  "browser-safe": { "src/report/schema/b.ts": file("../../platform/http/server.ts") },
  "browser-safe-no-node": {
    "src/report/rules/c.ts": 'import path from "node:path";\nexport const x = path;\n',
  },
  "browser-safe-no-database": { "src/report/contract/b.ts": typeOf("../../platform/db/sql.ts") },
  "browser-safe-reach": { "src/report/web/b.tsx": file("../../platform/contract/door.ts") },
  "medical-takes-little-of-the-union-side": { "src/screening/service/a.ts": file("../../person/service.ts") },
  "union-never-medical": { "src/dashboard/a.test.ts": file("../screening/service.ts") },
  "platform-knows-nobody": { "src/platform/http/a.ts": file("../../unit/schema.ts") },
  "nobody-imports-app": { "src/unit/service/a.ts": file("../../app/wire.ts") },
  "no-circle": { "src/tally/service/a.ts": file("./b.ts"), "src/tally/service/b.ts": typeOf("./a.ts") },
  "product-never-tests": { "src/tally/service/c.ts": file("../../../test/world.ts") },
  resolvable: { "src/tally/service/d.ts": file("./nowhere.ts") },
};
const rooms = HOUSE.map((room) => room.name);
const capabilities = HOUSE.filter((room) => room.name !== "platform" && room.name !== "app");
for (const { name } of capabilities) {
  const next = rooms[rooms.indexOf(name) + 1] ?? "";
  const target = next === "app" ? "app/wire.ts" : `${next}/service.ts`;
  FAULTS[`order-${name}`] = { [`src/${name}/service/downward.ts`]: file(`../../${target}`) };
}

/** A tree that keeps every law, with each import that looks close to a fault but is none. */
const sound = (): Record<string, string> => {
  const files: Record<string, string> = {
    "src/platform/pure/days.ts": file(),
    "src/platform/db/sql.ts": 'import { x as y } from "node:fs";\nexport const x = y;\n',
    "src/platform/http/server.ts": file("../db/sql.ts"),
    "src/platform/contract/door.ts": file("../db/sql.ts"),
    "src/platform/contract/shape.ts": typeOf("../db/sql.ts"),
    "src/app/wire.ts": file("../unit/store.ts", "../screening/routes.ts", "../report/routes.ts"),
    "src/app/web/words.ts":
      'declare module "../wire.ts" {\n  interface Words {\n    readonly a: string;\n  }\n}\nexport const y = 1;\n',
    "src/report/rules/letter.testing.ts": 'import { x as y } from "node:fs";\nexport const x = y;\n',
    "test/world.ts": file(),
  };
  for (const { name, side } of capabilities) {
    const upper = name === "unit" ? [] : ["../unit/service.ts"];
    const first = side === "none" ? "" : `// Side: ${side}.\n`;
    Object.assign(files, {
      [`src/${name}/schema.ts`]: first + file("../platform/contract/shape.ts"),
      [`src/${name}/contract.ts`]: file("./schema.ts", "../platform/contract/shape.ts"),
      [`src/${name}/rules/kind.ts`]: file("../../platform/pure/days.ts"),
      [`src/${name}/rules/may.ts`]: `import { x } from "./kind.ts";\n${typeOf("../schema.ts")}`,
      [`src/${name}/store.ts`]: file("./schema.ts", "../platform/db/sql.ts"),
      [`src/${name}/service.ts`]: file("./store.ts", "./rules/may.ts", ...upper),
      [`src/${name}/routes.ts`]: file("./contract.ts", "./service.ts"),
      [`src/${name}/messages.vi.ts`]: file(),
      [`src/${name}/messages.en.ts`]:
        'import type { x as vi } from "./messages.vi.ts";\nexport type X = typeof vi;\n',
      [`src/${name}/web/page.tsx`]: file("../contract.ts", "../messages.vi.ts", "../rules/may.ts"),
      [`src/${name}/${name}.api.test.ts`]: file("../app/wire.ts", "../../test/world.ts"),
    });
  }
  return files;
};

describe("the import law", () => {
  let root = "";
  let found: Finding = { problems: [], note: "" };
  beforeAll(async () => {
    root = plant({ ...sound(), ...Object.assign({}, ...Object.values(FAULTS)) });
    found = await importLawHolds(root);
  });
  afterAll(() => uproot(root));

  it.each(Object.entries(FAULTS))("sees %s broken", (law, files) => {
    const told = found.problems.filter((problem) => problem.endsWith(`(${law})`));
    for (const name of Object.keys(files).slice(0, 1)) {
      expect(told.some((problem) => problem.startsWith(`${name} → `) || problem.includes(name))).toBe(true);
    }
    expect(told.length).toBeGreaterThan(0);
  });

  it("has a planted violation for each of its rules", () => {
    const unplanted = importLaw().filter(({ name }) => FAULTS[name] === undefined);
    expect(unplanted).toEqual([]);
  });

  it("finds nothing in a house that keeps it", async () => {
    const finding = await check("imports.mjs", "importLawHolds", sound());
    expect(finding.problems).toEqual([]);
    expect(finding.note).toBe(`${Object.keys(sound()).length - 1} files`);
  });

  it("stands in the order of the house, medical rooms below the union's", () => {
    expect(rooms.join(" ")).toBe(
      "platform unit account person document message campaign directive tally target eligibility donor drive " +
        "booking turnout report recognition recall dashboard screening donation supply appeal desk app",
    );
  });
});

describe("a blind checker", () => {
  const overlookedIn = async (result: unknown): Promise<readonly string[]> => {
    const overlooked = await fromCheck<(r: string, f: string[], s: unknown) => string[]>(
      "check/imports.mjs",
      "overlooked",
    );
    const root = plant({ "src/unit/service.ts": file("./store.ts"), "src/unit/store.ts": file() });
    try {
      return overlooked(root, ["src/unit/service.ts", "src/unit/store.ts"], result);
    } finally {
      uproot(root);
    }
  };
  const store = { source: "src/unit/store.ts", dependencies: [] };

  it("fails when it cannot read TypeScript", async () => {
    expect(await overlookedIn({ readsTypeScript: false, modules: [] })).toHaveLength(1);
  });

  it("fails when it saw fewer files than there are", async () => {
    const problems = await overlookedIn({ readsTypeScript: true, modules: [store] });
    expect(problems.join()).toContain("src/unit/service.ts: dependency-cruiser did not see this file");
    expect(problems.join()).toContain("2 files in src, but 1 modules were cruised");
  });

  it("fails when it saw a file but not its imports", async () => {
    const modules = [store, { source: "src/unit/service.ts", dependencies: [] }];
    expect(await overlookedIn({ readsTypeScript: true, modules })).toEqual([
      "src/unit/service.ts: dependency-cruiser overlooked the import of ./store.ts",
    ]);
  });
});

describe("the shape of the house", () => {
  it("knows each room, each side, and no import whose name is computed", async () => {
    const { problems } = await check("imports.mjs", "importLawHolds", {
      "src/helpers/a.ts": file(),
      "src/lone.ts": file(),
      "src/unit/schema.ts": `// Side: medical.\n${file()}`,
      "src/unit/service.ts": "export const load = (name: string) => import(name);\n",
    });
    expect(problems).toContain("src/helpers: not a room of scripts/check/house.mjs");
    expect(problems).toContain("src/lone.ts: files live in a capability");
    expect(problems).toContain('src/unit/schema.ts: its first line must open "// Side: union."');
    expect(problems.join()).toContain("src/unit/service.ts:1: import() of a computed name");
  });
});
