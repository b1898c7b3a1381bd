// Taking what an officer saw in the preview, and taking it back while nothing depends on it.
import { accountId, type Ctx, type WriteCtx } from "../../../platform/contract/context.ts";
import { invalidInput, notFound, Problem } from "../../../platform/contract/problem.ts";
import { nameSortKey, searchKey } from "../../../platform/pure/text-vi.ts";
import { likeness } from "../../rules/importing/fate.ts";
import { type ImportEntry, type ImportRow, type ImportView, importProblem } from "../../schema/importing.ts";
import {
  deletePeople,
  findGroups,
  findImport,
  importedPeople,
  listImports as importsOf,
  insertImport,
  insertPeople,
  lockImport,
  lockImports,
  type NewPerson,
} from "../../store/importing.ts";
import type { PersonHolder } from "../holder.ts";
import { onListByKey } from "./on-list.ts";

/** PostgreSQL's word for a row that others still refer to. */
const FOREIGN_KEY = "23503";

/**
 * Adds the people of these rows to the unit's list. Whoever has come onto the list meanwhile (the same file by another
 * hand) is left out and counted. Agrees to nothing: no consent is written. Throws `nothing-to-import`.
 */
export async function takeImport(
  ctx: WriteCtx,
  unitId: string,
  entry: ImportEntry,
): Promise<{ id: string; added: number; skipped: number }> {
  await ctx.allow({ unit: unitId });
  await lockImports(ctx.tx, unitId);
  const earlier = await findImport(ctx.tx, unitId, entry.id);
  if (earlier !== undefined) {
    ctx.unchanged();
    return { id: entry.id, added: earlier.people, skipped: entry.rows.length - earlier.people };
  }
  const people = await newPeople(ctx, unitId, entry);
  if (people.length === 0) throw importProblem("nothing-to-import");
  const { id, fileName } = entry;
  const made = { id, unitId, fileName, people: people.length, by: accountId(ctx), now: ctx.now };
  if ((await insertImport(ctx.tx, made)) === 0) throw new Problem("key-reused", 409);
  await insertPeople(ctx.tx, id, people, ctx);
  await ctx.audit({ subject: { kind: "person-import", id }, unitId, detail: { people: people.length } });
  return { id, added: people.length, skipped: entry.rows.length - people.length };
}

async function newPeople(ctx: WriteCtx, unitId: string, { rows }: ImportEntry): Promise<NewPerson[]> {
  const groups = new Set((await findGroups(ctx.tx, unitId, ctx.today)).map((group) => group.unitId));
  const onList = await onListByKey(
    ctx,
    unitId,
    rows.map(({ fullName }) => fullName),
  );
  return rows.flatMap((row) => {
    const fullName = row.fullName.replace(/\s+/g, " ");
    const key = searchKey(fullName);
    if (row.birthDate !== null && row.birthDate > ctx.today) throw invalidInput("birthDate", "future");
    if (row.birthDate !== null && row.birthYear !== null) throw invalidInput("birthYear", "twice");
    if (row.groupId !== null && !groups.has(row.groupId)) throw invalidInput("groupId", "elsewhere");
    if (onList.get(key)?.some((known) => likeness({ ...row, fullName }, known) === "same")) return [];
    return [
      {
        ...row,
        fullName,
        id: ctx.newId(),
        affiliationId: ctx.newId(),
        unitId: row.groupId ?? unitId,
        sortKey: nameSortKey(fullName),
        searchKey: key,
      },
    ];
  });
}

/** The last 20 files of the unit, newest first. */
export async function listImports(ctx: Ctx, unitId: string): Promise<ImportRow[]> {
  await ctx.allow({ unit: unitId });
  return importsOf(ctx.db, unitId);
}

/** One file: who of its people has something by now that keeps it from being undone, and with whom. */
export async function viewImport(
  ctx: Ctx,
  unitId: string,
  importId: string,
  holders: readonly PersonHolder[],
): Promise<ImportView> {
  await ctx.allow({ unit: unitId });
  const found = await findImport(ctx.db, unitId, importId);
  if (found === undefined) throw notFound("import");
  const inUse = await usesOf(ctx, importId, holders);
  const mayUndo =
    found.undoneAt === null && inUse.length === 0 && (await ctx.may("person.undo-import", { unit: unitId }));
  return { ...found, inUse, allowedActions: mayUndo ? ["person.undo-import"] : [] };
}

/** Takes all people of a file away again. Throws `import-in-use` where anything depends on one of them. */
export async function undoImport(
  ctx: WriteCtx,
  unitId: string,
  importId: string,
  holders: readonly PersonHolder[],
): Promise<{ id: string }> {
  await ctx.allow({ unit: unitId });
  const found = await lockImport(ctx.tx, unitId, importId);
  if (found === undefined) throw notFound("import");
  if (found.undoneAt !== null) {
    ctx.unchanged();
    return { id: importId };
  }
  const inUse = await usesOf(ctx, importId, holders);
  if (inUse.length > 0) throw importProblem("import-in-use", { people: inUse.length });
  try {
    await deletePeople(ctx.tx, importId, accountId(ctx), ctx.now);
  } catch (error) {
    // Something came to depend on one of them at this very moment.
    if ((error as { code?: string }).code === FOREIGN_KEY)
      throw importProblem("import-in-use", { people: 1 });
    throw error;
  }
  await ctx.audit({
    subject: { kind: "person-import", id: importId },
    unitId,
    detail: { undone: found.people },
  });
  return { id: importId };
}

async function usesOf(
  ctx: Ctx,
  importId: string,
  holders: readonly PersonHolder[],
): Promise<ImportView["inUse"]> {
  const people = await importedPeople(ctx.db, importId);
  const ids = people.map(({ personId }) => personId);
  const uses = new Map(people.flatMap(({ personId, moved }) => (moved ? [[personId, ["affiliation"]]] : [])));
  for (const holder of holders) {
    for (const id of await holder.holds(ctx.db, ids)) uses.set(id, [...(uses.get(id) ?? []), holder.name]);
  }
  return people.flatMap(({ personId, fullName }) => {
    const names = uses.get(personId);
    return names === undefined ? [] : [{ personId, fullName, holders: names }];
  });
}
