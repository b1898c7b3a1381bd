// The import law, generated from one ordered list: a capability imports only those above it, and of those
// only what they publish. Change the house here and nowhere else; every rule has a planted violation in
// test/checks/imports.test.ts.

/** In the order of the law. The side must also stand in the first line of the capability's schema.ts. */
export const HOUSE = [
  { name: "platform", side: "none" },
  { name: "unit", side: "union" },
  { name: "account", side: "union" },
  { name: "person", side: "union" },
  { name: "document", side: "union" },
  { name: "message", side: "union" },
  { name: "campaign", side: "union" },
  { name: "directive", side: "union" },
  { name: "tally", side: "union" },
  { name: "target", side: "union" },
  { name: "eligibility", side: "union" },
  { name: "donor", side: "union" },
  { name: "drive", side: "union" },
  { name: "booking", side: "union" },
  { name: "turnout", side: "union" },
  { name: "report", side: "union" },
  { name: "recognition", side: "union" },
  { name: "recall", side: "union" },
  { name: "dashboard", side: "union" },
  { name: "screening", side: "medical" },
  { name: "donation", side: "medical" },
  { name: "supply", side: "medical" },
  { name: "appeal", side: "medical" },
  // The drive day's stations serve both sides from one screen, so the desk alone stands on neither.
  { name: "desk", side: "none" },
  { name: "app", side: "none" },
];

/** What a medical capability may take from the union side, besides contracts. */
export const MEDICAL_MAY_IMPORT = ["unit", "drive", "eligibility"];

/** SQL functions a capability offers to others' queries, as `schema.function`. Views named v_… need no entry. */
export const PUBLISHED_FUNCTIONS = ["tally.at_drives", "tally.drives_at", "tally.places_at", "unit.floors"];

/** Tests, and what only tests use beside them (`letter.testing.ts`, `tricky.fixture.ts`). */
export const TEST_FILE = "\\.(?:test|testing|fixture)\\.tsx?$";

const names = (keep) => HOUSE.filter(keep).map((room) => room.name);
const anyOf = (list) => `(?:${list.join("|")})`;
const SIDE = {
  union: names((room) => room.side === "union"),
  medical: names((room) => room.side === "medical"),
};
const CAPABILITIES = names((room) => room.name !== "platform" && room.name !== "app");
/** A role is one file, or a folder of that name once the file has been split. */
const role = (list) => `(?:${list.join("|")})(?:\\.tsx?$|/)`;
/** Any capability's folder. platform has folders named like roles (`platform/contract`), which are not roles. */
const ANY = "(?!platform/)[^/]+";
const MESSAGES = "messages\\.(?:vi|en)(?:\\.ts$|/)";
const PUBLISHED = `(?:${role(["schema", "contract", "rules", "service", "web"])}|${MESSAGES})`;

/** Files that also run in a browser: they may reach neither Node nor the database. */
export const BROWSER_SAFE = `^src/(?:${ANY}/(?:${role(["schema", "contract", "rules", "web"])}|${MESSAGES})|platform/(?:pure|ui|offline|i18n)/)`;
/** Places only a server can be. */
export const SERVER_PLACE = "^src/platform/(?:db|http|jobs|audit|seal|worker)/";
/** Packages that need Node or carry the database with them. */
export const SERVER_PACKAGE =
  "(?:^|/)node_modules/(?:fastify|@fastify|pg|pino|graphile-worker|nodemailer|prom-client|@node-rs|sql-template-tag)(?:/|$)";

function orderRules() {
  return CAPABILITIES.map((name) => {
    const below = HOUSE.slice(HOUSE.findIndex((room) => room.name === name) + 1).map((room) => room.name);
    return {
      name: `order-${name}`,
      comment: `${name} imports only what stands above it in the house; a wish to import downward is a missing name above`,
      from: { path: `^src/${name}/`, pathNot: TEST_FILE },
      to: { path: `^src/${anyOf(below)}/` },
    };
  });
}

function rolesOfOthers() {
  return {
    name: "published-roles-only",
    comment: "of another capability only schema, contract, rules, service, messages and web may be imported",
    from: { path: `^src/(${CAPABILITIES.join("|")})/`, pathNot: TEST_FILE },
    to: {
      path: `^src/${anyOf(CAPABILITIES)}/(?!${PUBLISHED})`,
      pathNot: "^src/$1/",
    },
  };
}

function ownRoles() {
  const own = `^src/(${CAPABILITIES.join("|")})/`;
  const without = (from, to, comment) => ({
    name: `roles-${from[0]}`,
    comment,
    from: { path: own + (from[0] === "messages" ? MESSAGES : role(from)), pathNot: TEST_FILE },
    to,
  });
  const upper = (list) => ({ path: `^src/${ANY}/${role(list)}` });
  return [
    without(
      ["schema"],
      upper(["contract", "store", "service", "routes", "web"]),
      "a schema stands below every other role",
    ),
    without(
      ["contract"],
      upper(["store", "service", "routes", "web"]),
      "a contract is data: shapes, no behaviour",
    ),
    without(
      ["store"],
      upper(["contract", "service", "routes", "web"]),
      "a store holds SQL and decides nothing",
    ),
    without(["service"], upper(["routes", "web"]), "a use case does not know who called it"),
    without(["routes"], upper(["store", "web", "rules"]), "routes join contract and service, nothing else"),
    without(["messages"], { pathNot: `^src/${ANY}/messages\\.` }, "a catalogue is words only"),
  ];
}

function purity() {
  const rules = { path: `^src/${ANY}/rules/`, pathNot: TEST_FILE };
  return [
    {
      name: "rules-are-pure",
      comment: "rules import only rules, types of a schema, messages (they are data), and platform/pure",
      from: rules,
      to: { pathNot: `^src/${ANY}/(?:rules/|${role(["schema"])}|${MESSAGES})|^src/platform/pure/` },
    },
    {
      name: "rules-take-only-types-of-a-schema",
      comment: "a rule may use a schema's types, not the schema: write `import type`",
      from: rules,
      to: { path: `^src/${ANY}/${role(["schema"])}`, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "pure-is-pure",
      comment: "platform/pure imports only itself and packages",
      from: { path: "^src/platform/pure/", pathNot: TEST_FILE },
      to: { pathNot: "^src/platform/pure/|(?:^|/)node_modules/" },
    },
  ];
}

function walls() {
  return [
    {
      name: "store-is-private",
      comment: "a store belongs to its capability alone; join its published view, or call its service",
      from: { path: `^src/(${CAPABILITIES.join("|")})/` },
      to: { path: `^src/${anyOf(CAPABILITIES)}/${role(["store"])}`, pathNot: "^src/$1/" },
    },
    {
      name: "web-stays-in-the-browser",
      comment: "web never touches store, service, routes or platform/db",
      from: { path: `^src/${ANY}/${role(["web"])}`, pathNot: TEST_FILE },
      to: { path: `^src/${ANY}/${role(["store", "service", "routes"])}|^src/platform/db/` },
    },
    {
      name: "browser-safe",
      comment: "this file also runs in a browser: no node: modules and no server places",
      from: { path: BROWSER_SAFE, pathNot: TEST_FILE },
      to: { path: `${SERVER_PLACE}|${SERVER_PACKAGE}`, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "browser-safe-no-node",
      comment: "this file also runs in a browser: no node: modules",
      from: { path: BROWSER_SAFE, pathNot: TEST_FILE },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "browser-safe-no-database",
      comment: "not even the types of platform/db belong in a file that runs in a browser",
      from: { path: BROWSER_SAFE, pathNot: TEST_FILE },
      to: { path: "^src/platform/db/" },
    },
    {
      name: "medical-takes-little-of-the-union-side",
      comment: `medical capabilities import from the union side only platform, ${MEDICAL_MAY_IMPORT.join(", ")} and contracts`,
      from: { path: `^src/${anyOf(SIDE.medical)}/`, pathNot: TEST_FILE },
      to: {
        path: `^src/${anyOf(SIDE.union)}/`,
        pathNot: `^src/${anyOf(MEDICAL_MAY_IMPORT)}/|^src/${ANY}/${role(["contract"])}`,
      },
    },
    {
      name: "union-never-medical",
      comment: "nothing on the union side knows the medical side, not even in a test",
      from: { path: `^src/${anyOf([...SIDE.union, "platform"])}/` },
      to: { path: `^src/${anyOf(SIDE.medical)}/` },
    },
    {
      name: "platform-knows-nobody",
      comment: "platform knows nothing of blood or unions",
      from: { path: "^src/platform/", pathNot: TEST_FILE },
      to: { path: "^src/(?!platform/)" },
    },
    {
      name: "nobody-imports-app",
      comment: "app wires; nobody imports it (tests may: they drive the wired server)",
      from: { path: "^src/(?!app/)", pathNot: TEST_FILE },
      to: { path: "^src/app/" },
    },
    {
      name: "no-circle",
      comment: "two files that need each other are one file, or need a third",
      from: { path: "^src/" },
      to: { circular: true },
    },
    {
      name: "product-never-tests",
      comment: "what ships does not import tests, benchmarks or build tools",
      from: { path: "^src/", pathNot: TEST_FILE },
      to: { path: `${TEST_FILE}|^(?:test|e2e|bench|scripts|bin)/` },
    },
    {
      name: "resolvable",
      comment: "an import that cannot be resolved is one the law cannot see",
      from: {},
      to: { couldNotResolve: true },
    },
  ];
}

/** The whole law as dependency-cruiser's `forbidden` rules. */
export function importLaw() {
  const rules = [...orderRules(), rolesOfOthers(), ...ownRoles(), ...purity(), ...walls()];
  return rules.map((rule) => ({ severity: "error", ...rule }));
}
