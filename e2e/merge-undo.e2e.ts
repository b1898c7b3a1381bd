// Two districts become one in the middle of a campaign: composed, looked at, approved, applied, undone. Every number a
// screen shows is compared on the way, and after undoing every table.
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { listCampaigns } from "../src/campaign/contract.ts";
import { getOverview } from "../src/dashboard/contract.ts";
import type { Overview } from "../src/dashboard/schema.ts";
import { listTasks } from "../src/directive/contract.ts";
import { listOwed } from "../src/report/contract.ts";
import { getTargets } from "../src/target/contract.ts";
import { addMerge, apply, approve, beginDecision, openDecision, seeDryRun, undo } from "./pages/decisions.ts";
import { look } from "./pages/look.ts";
import { goToDay, namesBelow } from "./pages/tree.ts";
import { openStage, type Quiet, type Stage } from "./stage.ts";

const TITLE = "Sáp nhập LĐLĐ huyện Tân Uyên vào LĐLĐ huyện Than Uyên";
const ENDED = "Liên đoàn Lao động huyện Tân Uyên";
const DAY = "02/06/2021";
const EVE = "01/06/2021";

/** Tables that remember that something was done and undone; every other is to the last row as it was. */
const REMEMBERS = [
  /^platform\./,
  /^account\.(session|attempt)/,
  /^message\./,
  /^unit\.(decision|act|touched|transfer)$/,
  // Decided numbers and steps of duties are history: taking back is one more version, one more step.
  /^target\.(split|share|given|own|book)$/,
  /^directive\.(task_step|recipient_step)/,
  // What is folded into the kept sums and what is not yet is the minute's chance; what they say together is compared.
  /^tally\.(branch|change|book|drive_sum)$/,
  /^person\.(branch|change|book)$/,
];
/** The kept sums of the tree, as whoever reads them adds them up. */
const KEPT_SUMS = [
  `(select campaign_id, above, branch, day, since, until, sum(registered), sum(donated), sum(bags), sum(ml), sum(units)
    from tally.v_branch group by 1, 2, 3, 4, 5, 6
    having (sum(registered), sum(donated), sum(bags), sum(ml), sum(units)) <> (0, 0, 0, 0, 0))`,
  `(select above, branch, day, since, until, sum(members) from person.v_branch group by 1, 2, 3, 4, 5
    having sum(members) <> 0)`,
  `(select drive_id, tally.top_of(place), sum(registered), sum(donated), sum(bags), sum(ml), sum(units)
    from tally.at_drives(array(select id from drive.drive), date '2021-12-31') group by 1, 2
    having (sum(registered), sum(donated), sum(bags), sum(ml), sum(units)) <> (0, 0, 0, 0, 0))`,
];

describe("two unions become one, and two again", () => {
  let stage: Stage;
  let province: Page;
  let signatory: Page;
  let hands: Quiet;
  let heir: Quiet;
  let ending: Quiet;
  let campaignId = "";
  let before: Numbers;
  let tables: ReadonlyMap<string, string>;

  beforeAll(async () => {
    stage = await openStage();
    province = await stage.plainWindow("tinh");
    signatory = await stage.plainWindow("lanhdao");
    hands = await stage.quietly("tinh");
    heir = await stage.quietly("thanuyen");
    ending = await stage.quietly("tanuyen");
    const { items } = await hands.ask(listCampaigns, { params: { unitId: hands.unitId }, query: {} });
    campaignId = items.find(({ year }) => year === 2021)?.id ?? "";
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await stage.pictures("failed-merge");
  });
  afterAll(() => stage?.close());

  it("every number is written down first", async () => {
    before = await numbersOf(hands, [heir, ending], campaignId);
    tables = await contents(stage);
    expect(before.root.totals.donated).toBeGreaterThan(0);
    expect(before.units.map(({ overview }) => overview.assigned)).toEqual([100, 90]);
  });

  it("the officer composes the merger and reads what it would do", async () => {
    await beginDecision(province, { title: TITLE, day: DAY });
    await addMerge(province, "lien doan lao dong huyen tan uyen", "lien doan lao dong huyen than uyen");
    await look(province, "decision-composed");
    await seeDryRun(province);
    for (const part of ["Vai trò, tài khoản", "Chỉ tiêu", "Báo cáo", "Văn bản chỉ đạo"]) {
      await province.getByText(part).first().waitFor();
    }
    await look(province, "decision-dry-run");
    expect(await numbersOf(hands, [heir, ending], campaignId)).toEqual(before);
    expect(await province.getByRole("button", { name: "Duyệt quyết định" }).count()).toBe(0);
  });

  it("the signatory approves what was shown, the officer applies it", async () => {
    await openDecision(signatory, TITLE);
    await approve(signatory);
    await openDecision(province, TITLE);
    await apply(province);
    await province.getByRole("link", { name: `Xem cây ngày ${DAY}` }).waitFor();
    await look(province, "decision-applied");
  });

  it("the whole is what it was; of the parts one is the sum of both, and the other is gone", async () => {
    const after = await numbersOf(hands, [heir], campaignId);
    expect(after.root.totals).toEqual(before.root.totals);
    expect(after.root.assigned).toBe(before.root.assigned);
    expect(after.root.curve).toEqual(before.root.curve);
    const [one] = after.units;
    const [first, second] = before.units;
    for (const measure of ["registered", "donated", "bags", "ml", "unitsHundredths"] as const) {
      const sum = (first?.overview.totals[measure] ?? 0) + (second?.overview.totals[measure] ?? 0);
      expect(one?.overview.totals[measure]).toBe(sum);
    }
    expect(one?.overview.assigned).toBe(190);
    expect(one?.overview.children).toHaveLength(6);
    const rest = (overview: Overview) =>
      overview.children
        .filter(({ unit }) => ![heir.unitId, ending.unitId].includes(unit.id))
        .map(({ unit, assigned, own, totals }) => ({ unit, assigned, own, totals }));
    expect(rest(after.root)).toEqual(rest(before.root));
    expect(after.root.children.some(({ unit }) => unit.id === ending.unitId)).toBe(false);
    await expect(ending.ask(listTasks, { params: { unitId: ending.unitId }, query: {} })).rejects.toThrow();
  });

  it("the tree of the eve still has both", async () => {
    await province.getByRole("link", { name: `Xem cây ngày ${DAY}` }).click();
    await expect.poll(() => namesBelow(province)).not.toContain(ENDED);
    await goToDay(province, EVE);
    await expect.poll(() => namesBelow(province)).toContain(ENDED);
  });

  it("undone by the signatory, every number on every screen is as before, and so is every table", async () => {
    await openDecision(signatory, TITLE);
    await undo(signatory, "Hoãn theo chỉ đạo mới.");
    await look(signatory, "decision-undone");
    expect(await numbersOf(hands, [heir, ending], campaignId)).toEqual(before);
    const now = await contents(stage);
    const changed = [...tables.keys()].filter((name) => now.get(name) !== tables.get(name));
    expect(changed.filter((name) => !REMEMBERS.some((pattern) => pattern.test(name)))).toEqual([]);
    expect(stage.faults).toEqual([]);
  });
});

interface Numbers {
  readonly root: Overview;
  readonly targets: unknown;
  readonly owed: unknown;
  readonly units: readonly { readonly overview: Overview; readonly rest: unknown }[];
}

/** What the screens of the province and of these unions show. */
async function numbersOf(province: Quiet, unions: readonly Quiet[], campaignId: string): Promise<Numbers> {
  const shown = async ({ unitId, ask }: Quiet) => {
    const params = { unitId, campaignId };
    const overview = { ...(await ask(getOverview, { params, query: {} })), computedAt: "" };
    // Taking back is one more version from the same day on; the numbers are those of the one before.
    const { version: _version, inForceOn: _day, ...targets } = await ask(getTargets, { params, query: {} });
    const owed = await ask(listOwed, { params: { unitId }, query: {} });
    const { items } = await ask(listTasks, { params: { unitId }, query: {} });
    const tasks = items.map(({ id, duty, dueOn, state }) => ({ id, duty, dueOn, state }));
    return { overview, targets, owed, rest: { targets, owed, tasks } };
  };
  const root = await shown(province);
  const units = [];
  for (const union of unions) units.push(await shown(union));
  return { root: root.overview, targets: root.targets, owed: root.owed, units };
}

/** A fingerprint of every table's rows, whatever their order. */
async function contents({ pool }: Stage): Promise<Map<string, string>> {
  const { rows } = await pool.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const prints = new Map<string, string>();
  for (const name of [...rows.map((row) => row.name), ...KEPT_SUMS]) {
    const found = await pool.query<{ print: string | null }>(
      `select md5(string_agg(t::text, '|' order by t::text)) as print from ${name} t`,
    );
    prints.set(name, found.rows[0]?.print ?? "");
  }
  return prints;
}
