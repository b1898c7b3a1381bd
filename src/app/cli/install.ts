// `giothong install FILE`: the first tree of a real installation, and a one-time code for the first people in it.
// The file is a list of units, each above before below; later changes are acts of re-organisation, not this.
import type pg from "pg";
import { z } from "zod";
import { issueFirstCode } from "../../account/service.ts";
import { writeAudit } from "../../platform/audit/store.ts";
import { day, line } from "../../platform/contract/shapes.ts";
import { reader, row, sql, transaction } from "../../platform/db/sql.ts";
import { newId } from "../../platform/pure/ids.ts";
import { UNIT_SIDES, UnitKind } from "../../unit/schema.ts";
import { openUnit } from "../../unit/service.ts";
import { BadInput } from "./problem.ts";
import { words } from "./words.ts";

/** One unit of the file. `code` names it within the file and stays its code. */
const InstalledUnit = z.object({
  code: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,39}$/),
  parent: z.string().optional(),
  side: z.enum(UNIT_SIDES).default("union"),
  kind: UnitKind,
  name: line(200),
  shortName: line(80),
  superiorName: line(200).optional(),
  notation: line(30),
  placeName: line(80),
  central: z.boolean().default(false),
  from: day,
});
const Tree = z.array(InstalledUnit).min(1).max(5000);

export interface FirstCode {
  readonly unit: string;
  readonly role: "administrator" | "officer" | "facility";
  readonly code: string;
}

export interface Installed {
  readonly units: number;
  readonly codes: readonly FirstCode[];
}

/**
 * Opens the units of `text` (JSON) in an empty database and makes the first codes: administrator and officer of
 * each union root, one for each facility; everybody else's come from the level above. All or nothing.
 * Throws `BadInput` naming the entry that is wrong.
 */
export async function installTree(pool: pg.Pool, text: string, now: string): Promise<Installed> {
  const units = parse(text);
  if ((await row(reader(pool), sql`select 1 from unit.unit where side <> 'outside' limit 1`)) !== undefined) {
    throw new BadInput(words("cli.install-not-empty"));
  }
  return transaction(pool, async (tx) => {
    const ids = new Map<string, string>();
    const codes: FirstCode[] = [];
    for (const { parent, ...unit } of units) {
      const id = newId();
      const parentId = parent === undefined ? undefined : ids.get(parent);
      if (ids.has(unit.code) || (parent !== undefined && parentId === undefined)) {
        throw new BadInput(words("cli.install-order", { code: unit.code, parent: parent ?? unit.code }));
      }
      ids.set(unit.code, id);
      const { superiorName, ...rest } = unit;
      await openUnit(tx, {
        ...rest,
        id,
        ...(superiorName && { superiorName }),
        ...(parentId && { parentId }),
      });
      for (const role of firstRoles(unit, parentId)) {
        codes.push({
          unit: unit.name,
          role,
          code: await issueFirstCode(tx, { unitId: id, role, from: unit.from, now }),
        });
      }
    }
    const root = ids.values().next().value as string;
    const entry = { subject: { kind: "unit", id: root }, unitId: root, detail: { units: units.length } };
    await writeAudit(tx, { id: newId(), at: now, operation: "unit.install", actor: null, entry });
    return { units: units.length, codes };
  });
}

function firstRoles(unit: { side: string }, parentId: string | undefined): FirstCode["role"][] {
  if (unit.side === "facility") return ["facility"];
  return unit.side === "union" && parentId === undefined ? ["administrator", "officer"] : [];
}

function parse(text: string): z.output<typeof Tree> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new BadInput(words("cli.bad-input", { detail: (error as Error).message }));
  }
  const parsed = Tree.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new BadInput(words("cli.bad-input", { detail: `${issue?.path.join(".")}: ${issue?.message}` }));
}
