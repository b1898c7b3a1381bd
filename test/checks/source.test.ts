// The checks that read source themselves, each against planted faults and against what only looks like one.
import { expect, it } from "vitest";
import { check, fromCheck } from "./planted.ts";

const problemsOf = async (
  file: string,
  name: string,
  files: Readonly<Record<string, string>>,
): Promise<string> => (await check(file, name, files)).problems.join("\n");

it("a rule or a service that asks the clock or throws dice is told, a test of it is not", async () => {
  const told = await problemsOf("clock.mjs", "noClockInRules", {
    "src/donor/rules/due.ts":
      "export const a = new Date();\nexport const b = Date.now();\nexport const c = Math.random();\n",
    "src/donor/rules/age.ts": 'export const d = new Date("2021-01-18");\n',
    "src/donor/service.ts": "export const a = () => new Date();\nexport const b = crypto.randomUUID();\n",
    "src/donor/service/recall.ts": "import { uuidv7 } from 'uuidv7';\nexport const a = uuidv7();\n",
    "src/donor/rules/due.test.ts": "export const a = new Date();\n",
    "src/donor/rules/fine.ts":
      "export interface Fine { until: Date }\nexport const pick = (x: { Date: string }) => x.Date;\n",
    "src/donor/web/page.tsx": "export const now = Date.now();\n",
    "src/drive/service.ts":
      "export const parse = (text: string) => new Date(text);\nexport const m = Math.floor(2.5);\n",
  });
  expect(told.split("\n").map((line) => line.split(": ")[0])).toEqual([
    "src/donor/rules/age.ts:1",
    "src/donor/rules/due.ts:1",
    "src/donor/rules/due.ts:2",
    "src/donor/rules/due.ts:3",
    "src/donor/service.ts:1",
    "src/donor/service.ts:2",
    "src/donor/service/recall.ts:2",
  ]);
});

const query = (text: string): string => `export const q = (id: string) => sql\`${text}\`;\n`;

it.each([
  ["a join", "select 1 from drive.drive d join booking.booking b on b.id = d.id"],
  ["a second table after a comma", "select 1 from drive.drive as d, booking.slot s"],
  ["an insert", "insert into booking.booking (id) values ($" + "{id})"],
  ["an update", "update booking.booking set state = 1"],
  ["a delete", "delete from booking.booking"],
  ["quotes and capitals", 'select 1 FROM "booking" . "booking"'],
  ["a write to a view", "update booking.v_open set state = 1"],
  ["an unpublished function", "select * from booking.places($" + "{id})"],
  ["a name given to raw()", "select 1 from $" + '{raw("booking.booking")}'],
  ["a table inside a CTE", "with a as (select 1 from booking.booking) select * from a"],
])("a query over another capability's table is told: %s", async (_, text) => {
  const told = await problemsOf("tables.mjs", "undeclaredTables", { "src/drive/store.ts": query(text) });
  expect(told).toContain("src/drive/store.ts:1: booking.");
});

it.each([
  ["its own table", "select 1 from drive.drive"],
  [
    "another's published view",
    "select 1 from drive.drive d join booking.v_open o on o.id = d.id, unit.v_as_of u",
  ],
  ["platform's tables", "insert into platform.command (id) values (1)"],
  ["an alias that looks like a room", "select extract(year from unit.valid_from) from unit.v_as_of unit"],
  ["a comparison", "select 1 from drive.drive d where d.a is distinct from booking.a"],
  [
    "words in a comment or a string",
    "select 'from booking.booking' -- from booking.booking\nfrom drive.drive",
  ],
])("a query over what is published is not told: %s", async (_, text) => {
  const { problems, note } = await check("tables.mjs", "undeclaredTables", {
    "src/drive/store/a.ts": query(text),
  });
  expect(problems).toEqual([]);
  expect(note).toBe("1 queries");
});

it("SQL outside a store is told", async () => {
  const told = await problemsOf("tables.mjs", "undeclaredTables", {
    "src/drive/service.ts": query("select 1"),
  });
  expect(told).toBe("src/drive/service.ts:1: SQL lives in the capability's store");
});

it("query text built from pieces is told, a literal is not", async () => {
  const told = await problemsOf("tables.mjs", "parametersOnly", {
    "src/drive/store.ts": [
      'export const fine = raw("order by name");',
      "export const bad = (column: string) => raw(column);",
      "export const worse = (column: string) => raw(`order by $" + "{column}`);",
      "export const worst = (db: Db, id: string) => db.query(`select $" + "{id}`);",
      'export const old = (db: Db, id: string) => db.query("select " + id + "x");',
      'export const plain = (db: Db) => db.query("select 1");',
    ].join("\n"),
  });
  expect(told.split("\n").map((line) => line.split(": ")[0])).toEqual(
    [2, 3, 4, 5].map((n) => `src/drive/store.ts:${n}`),
  );
});

it("a migration without its why, with a gap, or with a view over another's table is told", async () => {
  const why = "-- The tree of units, as dated edges.\n";
  const told = await problemsOf("tables.mjs", "migrations", {
    "migrations/0001_unit.sql": `${why}create table unit.edge (id uuid);\ncreate view unit.v_edge as select id from unit.edge;`,
    "migrations/0002_drive.sql": `create schema drive;\n${why}`,
    "migrations/0004_booking.sql": `${why}create view booking.v_x as select 1 from booking.booking b, drive.drive d;`,
    "migrations/0005_report.sql": `${why}create view report.v_x as select 1 from drive.v_open;`,
  });
  expect(told).toContain("migrations/0002_drive.sql: opens with one comment line of why");
  expect(told).toContain("migrations/0004_booking.sql: expected number 0003");
  expect(told).toContain("migrations/0004_booking.sql: a view of booking: drive.drive belongs to drive");
  expect(told).not.toContain("migrations/0001");
  expect(told).not.toContain("a view of report");
});

it("words on a screen outside the catalogues are told", async () => {
  const told = await problemsOf("words.mjs", "untranslated", {
    "src/drive/messages.vi.ts": 'export const vi = { "drive.title": "Buổi hiến máu" } as const;\n',
    "src/drive/web/page.tsx": [
      "export const page = (open: boolean, t: T) => (",
      "  <section>",
      "    <h1>Drives</h1>",
      '    <input placeholder="Name" aria-label={open ? "Open" : t("drive.title")} />',
      '    <p>{open && "Open now"}</p>',
      "    <p>{`Day $" + "{open}`}</p>",
      '    <Tabs data={[{ value: "a", label: "First", error: "red" }]} />',
      '    <b className="strong" label="drive.title">{t("drive.title")} 12 · %</b>',
      "  </section>",
      ");",
    ].join("\n"),
  });
  expect(told.split("\n").map((line) => line.split(": ")[0])).toEqual(
    [3, 4, 4, 5, 6, 7].map((n) => `src/drive/web/page.tsx:${n}`),
  );
});

it("Vietnamese letters in a literal are told, unless they are data and say why", async () => {
  const told = await problemsOf("words.mjs", "untranslated", {
    "src/drive/service.ts":
      'export const a = "Giữ chỗ";\nexport const b = (n: number) => `còn $' + "{n} chỗ`;\n",
    "src/drive/contract.ts": 'export const c = { summary: "Hold a place (giữ chỗ).", name: "Chỗ" };\n',
    "src/app/server.ts": 'export const title = "Giọt Hồng";\n',
    "src/platform/pure/text.ts":
      '// Sorting names.\n// vi-data: the alphabet itself, in its order.\nexport const a = "ăâđ";\n',
    "src/platform/pure/lazy.ts": '// vi-data:\nexport const a = "ăâđ";\n',
    "src/document/rules/reading/words.ts": 'export const a = "Kính gửi";\n',
    "src/document/service/writing/head.ts": 'export const a = "Độc lập - Tự do - Hạnh phúc";\n',
    "src/app/demo/people.ts": 'export const a = "Nguyễn";\n',
    "src/drive/service.test.ts": 'export const a = "Giữ chỗ";\n',
  });
  expect(new Set(told.split("\n").map((line) => line.split(": ")[0]))).toEqual(
    new Set([
      "src/drive/contract.ts:1",
      "src/drive/service.ts:1",
      "src/drive/service.ts:2",
      "src/platform/pure/lazy.ts:2",
    ]),
  );
});

it("catalogues that differ, keys that are missing and words nobody uses are told", async () => {
  const told = await problemsOf("catalogue.mjs", "catalogues", {
    "src/app/main.ts": 'export const a = t("drive.title", { n: 1 });\nexport const b = t("drive.nowhere");\n',
    "src/drive/web/page.tsx":
      "export const p = (kind: string) => t(`drive.kind.$" + "{kind}`) + t(`drive.none.$" + "{kind}`);\n",
    "src/drive/messages.vi.ts": [
      "export const vi = {",
      '  "drive.title": "{n, plural, other {# buổi}}",',
      '  "drive.params": "{day} tại {place}",',
      '  "drive.only-vi": "Chỉ tiếng Việt",',
      '  "drive.broken": "{day",',
      '  "drive.kind.open": "Mở",',
      '  "person.stray": "Lạc",',
      "} as const;",
    ].join("\n"),
    "src/drive/messages.en.ts": [
      "export const en = {",
      '  "drive.title": "{n, plural, one {# drive} other {# drives}}",',
      '  "drive.params": "{day} at {site}",',
      '  "drive.only-en": "English only",',
      '  "drive.broken": "x",',
      '  "drive.kind.open": "Open",',
      '  "person.stray": "Stray",',
      "};",
    ].join("\n"),
    "src/unit/messages.vi.ts": "export const vi = {} as const;\n",
  });
  const expected = [
    "drive.params takes {day, site} in English, {day, place} in Vietnamese",
    "drive.only-vi is missing in src/drive/messages.en.ts",
    "drive.only-en is missing in src/drive/messages.vi.ts",
    "src/drive/messages.vi.ts:5: not ICU MessageFormat",
    'person.stray should begin with "drive."',
    "src/unit/messages.vi.ts: there is no src/unit/messages.en.ts",
    'src/app/main.ts:2: t("drive.nowhere") is in no catalogue',
    "no catalogue has a key like `drive.none.",
    "drive.params is used nowhere",
  ];
  for (const words of expected) expect(told).toContain(words);
  expect(told).not.toContain("drive.title");
  expect(told).not.toContain("drive.kind.open is used nowhere");
});

it("the parameters of a message are found inside plurals, selects, dates and numbers", async () => {
  const parameters = await fromCheck<(text: string, locale: string) => string[]>(
    "check/catalogue.mjs",
    "parameters",
  );
  const text =
    "{when, date, long} {n, plural, =0 {{who} không} other {# {sex, select, f {chị} other {{name}}}}} {x, number}";
  expect(parameters(text, "vi")).toEqual(["n", "name", "sex", "when", "who", "x"]);
});
