// Why acts cannot stand: each reason by its smallest case, all reasons at once, and what later days keep.
import { describe, expect, it } from "vitest";
import type { Act, ActReason } from "../schema/acts.ts";
import type { UnitKind } from "../schema.ts";
import { decide } from "./decide.ts";
import { coverRows, coverStretches, cutOff, parentOn, type Tree, type UnitLife } from "./timeline.ts";
import { idOf, lifeOf, opening } from "./worlds.testing.ts";

const FROM = "2018-01-01";
const DAY = "2025-07-01";
const LATER = "2025-09-01";

const [TLD, LAI, SON, TAM, GIAO, MAU, BAN, TO, OTHER] = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(idOf) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];
const AREA = idOf(50);
const NEW = idOf(90);

const plant = (id: string, kind: UnitKind, parentId?: string): UnitLife =>
  lifeOf(opening(id, kind, `${kind} ${id.slice(-2)}`), parentId, FROM);

/** TLD over LAI and SON; LAI over TAM (district) and GIAO (sector); TAM over MAU, GIAO over BAN; MAU over TO. */
const TREE: Tree = new Map(
  [
    plant(TLD, "confederation"),
    plant(LAI, "federation", TLD),
    plant(SON, "federation", TLD),
    plant(TAM, "district-federation", LAI),
    plant(GIAO, "sector-union", LAI),
    plant(MAU, "grassroots", TAM),
    plant(BAN, "grassroots", GIAO),
    plant(TO, "section", MAU),
    plant(OTHER, "grassroots", SON),
    { ...lifeOf({ ...opening(AREA, "commune", "Xã Bình Lư"), side: "commune" }, undefined, FROM) },
  ].map((life) => [life.id, life]),
);

const tryActs = (acts: Act[], { tree = TREE, deciderId = LAI, takenCodes = new Set<string>() } = {}) =>
  decide({ tree, acts, day: DAY, deciderId, takenCodes });
const reasonsOf = (acts: Act[], more = {}): ActReason[] => [...tryActs(acts, more).reasons];
const standWith = (tree: Tree, acts: Act[], day: string, deciderId = LAI): Tree => {
  const decided = decide({ tree, acts, day, deciderId });
  expect(decided.reasons).toEqual([]);
  return new Map([...tree, ...decided.changed]);
};
const with_ = (...lives: UnitLife[]): Tree =>
  new Map([...TREE, ...lives.map((life) => [life.id, life] as const)]);
const life = (id: string): UnitLife => TREE.get(id) ?? plant(id, "group");

const close = (unitId: string, heirId?: string): Act => ({
  kind: "close",
  unitId,
  members: "follow",
  ...(heirId !== undefined && { heirId }),
});
const move = (unitId: string, parentId: string): Act => ({ kind: "move", unitId, parentId });
const open = (id: string, kind: UnitKind, parentId: string): Act => ({
  kind: "open",
  unit: opening(id, kind, "mới"),
  parentId,
  areaIds: [],
});
const rename = (unitId: string, name: string): Act => ({ kind: "rename", unitId, name, shortName: name });

describe("a decision is refused, with the acts and the unions meant, where", () => {
  const cases: [string, Act[], ActReason[], object?][] = [
    [
      "a union does not stand on the day",
      [close(idOf(77))],
      [{ code: "unit-not-standing", act: 1, unitIds: [idOf(77)] }],
    ],
    [
      "a union has ended before",
      [move(MAU, GIAO)],
      [{ code: "unit-not-standing", act: 1, unitIds: [MAU] }],
      {
        tree: with_({
          ...life(MAU),
          closedOn: "2024-01-01",
          parents: cutOff(life(MAU).parents, "2024-01-01"),
        }),
      },
    ],
    [
      "a union is sent to two places",
      [move(MAU, GIAO), move(MAU, LAI)],
      [{ code: "unit-twice", act: 2, unitIds: [MAU] }],
    ],
    [
      "a union ends and is renamed at once",
      [close(BAN, MAU), rename(BAN, "Tên mới")],
      [{ code: "unit-twice", act: 2, unitIds: [BAN] }],
    ],
    [
      "a union stands below another federation",
      [move(OTHER, LAI)],
      [{ code: "outside-decider", act: 1, unitIds: [OTHER] }],
    ],
    [
      "it would go to another federation",
      [move(MAU, SON)],
      [{ code: "outside-decider", act: 1, unitIds: [MAU] }],
    ],
    [
      "a federation decides about itself",
      [rename(LAI, "Tên mới")],
      [{ code: "own-unit", act: 1, unitIds: [LAI] }],
    ],
    [
      "the union to stand below is ending",
      [close(GIAO, TAM), open(NEW, "grassroots", GIAO)],
      [{ code: "parent-not-standing", act: 2, unitIds: [NEW] }],
    ],
    [
      "a grassroots union would stand below a grassroots union",
      [move(BAN, MAU)],
      [{ code: "parent-kind", act: 1, unitIds: [BAN] }],
    ],
    [
      "another kind would not bear who stands below",
      [{ kind: "retype", unitId: MAU, unitKind: "commune-union" }],
      [{ code: "parent-kind", act: 1, unitIds: [MAU, TO] }],
    ],
    [
      "two unions would stand below each other",
      [move(TAM, GIAO), move(GIAO, TAM)],
      [
        { code: "circle", act: 1, unitIds: [TAM] },
        { code: "circle", act: 2, unitIds: [GIAO] },
      ],
    ],
    [
      "unions below are left without one above",
      [close(TAM)],
      [{ code: "children-left", act: 1, unitIds: [MAU] }],
    ],
    [
      "the successor does not stand",
      [close(BAN, idOf(77))],
      [{ code: "heir-not-standing", act: 1, unitIds: [idOf(77)] }],
    ],
    [
      "the successor ends too",
      [close(BAN, MAU), { kind: "merge", fromIds: [MAU], intoId: TAM }],
      [
        { code: "heir-is-ending", act: 1, unitIds: [MAU] },
        { code: "parent-kind", act: 2, unitIds: [TO] },
      ],
    ],
    [
      "the id belongs to a union",
      [open(BAN, "grassroots", TAM)],
      [{ code: "id-taken", act: 1, unitIds: [BAN] }],
    ],
    [
      "the outside code belongs to a union",
      [
        {
          kind: "open",
          unit: { ...opening(NEW, "grassroots", "mới"), code: "03390" },
          parentId: TAM,
          areaIds: [],
        },
      ],
      [{ code: "id-taken", act: 1, unitIds: [NEW] }],
      { takenCodes: new Set(["03390"]) },
    ],
    ["nothing would change", [move(MAU, TAM)], [{ code: "already-so", act: 1, unitIds: [MAU] }]],
    [
      "a name is the one it has",
      [rename(MAU, life(MAU).namings[0]?.value.name ?? "")],
      [{ code: "already-so", act: 1, unitIds: [MAU] }],
    ],
    [
      "a commune is no union's successor",
      [close(BAN, AREA)],
      [{ code: "side-differs", act: 1, unitIds: [AREA] }],
    ],
    [
      "what is to be covered is no commune",
      [{ kind: "cover", unitId: TAM, areaIds: [AREA, BAN] }],
      [{ code: "area-not-area", act: 1, unitIds: [BAN] }],
    ],
    [
      "who is named to follow does not stand below",
      [
        {
          kind: "split",
          unitId: TAM,
          into: [opening(NEW, "district-federation", "mới")],
          childrenTo: [{ unitId: BAN, toId: NEW }],
        },
      ],
      [{ code: "child-not-below", act: 1, unitIds: [BAN] }],
    ],
    [
      "somebody is to come below it later",
      [close(GIAO, TAM)],
      [{ code: "later-change", act: 1, unitIds: [MAU] }],
      {
        tree: with_({
          ...life(MAU),
          parents: [
            { from: FROM, until: LATER, value: TAM },
            { from: LATER, until: null, value: GIAO },
          ],
        }),
      },
    ],
    [
      "a name is decided for a later day",
      [close(BAN, MAU)],
      [{ code: "later-change", act: 1, unitIds: [BAN] }],
      {
        tree: with_({
          ...life(BAN),
          namings: life(BAN).namings.flatMap((one) => [
            { ...one, until: LATER },
            { ...one, from: LATER },
          ]),
        }),
      },
    ],
    [
      "the union above ends later",
      [move(BAN, TAM)],
      [{ code: "later-change", act: 1, unitIds: [BAN] }],
      { tree: with_({ ...life(TAM), closedOn: LATER, parents: cutOff(life(TAM).parents, LATER) }) },
    ],
  ];
  it.each(cases)("%s", (_why, acts, reasons, more) => {
    expect(reasonsOf(acts, more)).toEqual(reasons);
  });

  it("it is wrong in several ways, which are all said", () => {
    expect(reasonsOf([close(TAM), move(OTHER, LAI), move(BAN, MAU)]).map(({ code }) => code)).toEqual([
      "children-left",
      "outside-decider",
      "parent-kind",
    ]);
  });
});

describe("a decision", () => {
  it("may rename its own union where nobody stands above", () => {
    expect(reasonsOf([rename(TLD, "Tên mới")], { deciderId: TLD })).toEqual([]);
  });

  it("sends who stands below an ended union to the successor, unless somebody named another place", () => {
    const { outcome, reasons } = tryActs([
      {
        kind: "replace",
        unitId: TAM,
        successorIds: [NEW, GIAO],
        heirId: NEW,
        members: "follow",
        childrenTo: [],
      },
      open(NEW, "commune-union", LAI),
    ]);
    expect(reasons).toEqual([]);
    expect(outcome.moved).toEqual([{ unitId: MAU, fromId: TAM, toId: NEW }]);
    expect(outcome.closed).toEqual([{ unitId: TAM, heirId: NEW, named: true, members: "follow" }]);
    const named = tryActs([close(TAM, GIAO), move(MAU, LAI)]);
    expect(named.outcome.moved).toEqual([{ unitId: MAU, fromId: TAM, toId: LAI }]);
  });

  it("gives what has no named successor to the union above, and to its successor where that ends too", () => {
    const { outcome } = tryActs([close(TO), close(MAU), close(TAM, GIAO)]);
    expect(outcome.closed.map(({ unitId, heirId, named }) => [unitId, heirId, named])).toEqual([
      [TO, GIAO, false],
      [MAU, GIAO, false],
      [TAM, GIAO, true],
    ]);
  });

  it("puts new unions of a split beside the old one, also where that moves in the same decision", () => {
    const split: Act = {
      kind: "split",
      unitId: MAU,
      into: [opening(NEW, "grassroots", "mới")],
      childrenTo: [],
    };
    expect(tryActs([split]).outcome.opened).toEqual([{ unitId: NEW, parentId: TAM }]);
    expect(tryActs([split, move(MAU, GIAO)]).outcome.opened).toEqual([{ unitId: NEW, parentId: GIAO }]);
  });

  it("of an earlier day keeps what was decided for a later one", () => {
    const first = standWith(TREE, [move(MAU, LAI)], LATER);
    const second = standWith(first, [move(MAU, GIAO)], DAY);
    expect([FROM, DAY, "2025-08-31", LATER].map((day) => parentOn(second, MAU, day))).toEqual([
      TAM,
      GIAO,
      GIAO,
      LAI,
    ]);
  });

  it("of an earlier day carries a new name into a later change of kind", () => {
    const retyped = standWith(TREE, [{ kind: "retype", unitId: GIAO, unitKind: "commune-union" }], LATER);
    const renamed = standWith(retyped, [rename(GIAO, "Công đoàn Mới")], DAY);
    expect(renamed.get(GIAO)?.namings.map(({ from, value }) => [from, value.kind, value.name])).toEqual([
      [FROM, "sector-union", "sector-union 05"],
      [DAY, "sector-union", "Công đoàn Mới"],
      [LATER, "commune-union", "Công đoàn Mới"],
    ]);
  });

  it("does not move a union's last day to another place once its results have gone to who stood above", () => {
    const ended = standWith(TREE, [close(TO)], LATER);
    const second = standWith(ended, [open(NEW, "grassroots", TAM)], "2025-06-01");
    expect(reasonsOf([move(TO, NEW)], { tree: second })).toEqual([
      { code: "later-change", act: 1, unitIds: [TO] },
    ]);
  });
});

describe("communes covered", () => {
  it("come back from rows as they went in", () => {
    const stretches = [
      { from: FROM, until: DAY, value: [] },
      { from: DAY, until: LATER, value: ["a", "b"] },
      { from: LATER, until: null, value: ["b"] },
    ];
    const rows = coverRows(stretches);
    expect(rows).toEqual([
      { areaId: "a", from: DAY, until: LATER },
      { areaId: "b", from: DAY, until: null },
    ]);
    expect(coverStretches(rows, FROM, null)).toEqual(stretches);
  });
});
