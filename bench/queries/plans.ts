// What a plan read and whether it keeps the laws: no big table from end to end, neither its rows nor one of its indexes.
import type pg from "pg";
import { EXCEPTIONS } from "./exceptions.ts";

/** A table of more rows than this is big. */
export const BIG = 10_000;

export interface PlanNode {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly Schema?: string;
  readonly "Index Name"?: string;
  readonly "Index Cond"?: string;
  readonly "Actual Rows"?: number;
  readonly "Actual Loops"?: number;
  readonly "Actual Total Time"?: number;
  readonly "Rows Removed by Filter"?: number;
  readonly "Shared Hit Blocks"?: number;
  readonly "Shared Read Blocks"?: number;
  readonly Plans?: readonly PlanNode[];
}

export interface Plan {
  readonly ms: number;
  readonly root: PlanNode;
}

/** Rows by table name with its schema, as the statistics have them. */
export async function tableSizes(pool: pg.Pool): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ name: string; size: number }>({
    text: `select n.nspname || '.' || c.relname as name, c.reltuples::float8 as size
           from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'm')`,
  });
  return new Map(rows.map(({ name, size }) => [name, size]));
}

export async function explain(pool: pg.Pool, text: string, values: readonly unknown[]): Promise<Plan> {
  const { rows } = await pool.query({
    text: `explain (analyze, buffers, verbose, format json) ${text}`,
    values: [...values],
  });
  const [found] = rows[0]["QUERY PLAN"] as [{ Plan: PlanNode; "Execution Time": number }];
  return { ms: found["Execution Time"], root: found.Plan };
}

/** The plan for any values. Only PostgreSQL 16 and later tell. */
export async function explainGeneric(pool: pg.Pool, text: string): Promise<PlanNode> {
  const client = await pool.connect();
  try {
    // Sent without values: as a simple query, where `$1` may stand for anything.
    const { rows } = await client.query(`explain (generic_plan, verbose, format json) ${text}`);
    return (rows[0]["QUERY PLAN"] as [{ Plan: PlanNode }])[0].Plan;
  } finally {
    client.release();
  }
}

export const nodesOf = (root: PlanNode): PlanNode[] => [root, ...(root.Plans ?? []).flatMap(nodesOf)];

const nameOf = (node: PlanNode): string => `${node.Schema ?? ""}.${node["Relation Name"] ?? ""}`;
const readBy = (node: PlanNode): number =>
  ((node["Actual Rows"] ?? 0) + (node["Rows Removed by Filter"] ?? 0)) * (node["Actual Loops"] ?? 1);

/** Why a plan breaks a law, a line each; nothing where it keeps them, or is an exception with a reason. */
export function broken(text: string, root: PlanNode, sizes: ReadonlyMap<string, number>): string[] {
  const found: string[] = [];
  for (const node of nodesOf(root)) {
    const size = sizes.get(nameOf(node)) ?? 0;
    if (size <= BIG) continue;
    const scan = node["Node Type"];
    if (scan === "Seq Scan") found.push(`reads all ${size} rows of ${nameOf(node)}`);
    // Walking an index in its order is right while somebody stops it; from end to end it is a table read slowly.
    else if (/^Index/.test(scan) && node["Index Cond"] === undefined && readBy(node) > BIG)
      found.push(`walks ${readBy(node)} entries of ${node["Index Name"]} on ${nameOf(node)}`);
  }
  const words = text.replace(/\s+/g, " ");
  return found.filter(
    (why) => !EXCEPTIONS.some((one) => words.includes(one.statement) && why.includes(one.what)),
  );
}

/** A plan in a few lines: each node that reads something, where, how many rows, how long. */
export function shortly(root: PlanNode, depth = 0): string[] {
  const at = node(root);
  const own = at === undefined ? [] : [`${"  ".repeat(depth)}${at}`];
  return [...own, ...(root.Plans ?? []).flatMap((below) => shortly(below, depth + own.length))];
}

function node(one: PlanNode): string | undefined {
  const rows = one["Actual Rows"] ?? 0;
  const loops = one["Actual Loops"] ?? 1;
  const kind = one["Node Type"];
  const where = one["Relation Name"] === undefined ? "" : ` ${nameOf(one)}`;
  const by = one["Index Name"] === undefined ? "" : ` by ${one["Index Name"]}`;
  if (where === "" && by === "" && !/Sort|Aggregate|Hash Join|Function/.test(kind)) return undefined;
  const removed = one["Rows Removed by Filter"] ? `, ${one["Rows Removed by Filter"]} passed over` : "";
  const ms = ((one["Actual Total Time"] ?? 0) * loops).toFixed(1);
  return `${kind}${where}${by}: ${rows} rows${loops > 1 ? ` × ${loops}` : ""}${removed}, ${ms} ms`;
}
