// Carries a re-organisation through the endpoints as the province's office does: drafted, looked at, approved, applied.
import type { z } from "zod";
import { newId } from "../src/platform/pure/ids.ts";
import * as acts from "../src/unit/contract/acts.ts";
import type { DecisionEntry, DryRun } from "../src/unit/schema/acts.ts";
import type { Reply, World } from "./world.ts";

/** Acts may leave out what the contract fills in. */
type Entry = Omit<z.input<typeof DecisionEntry>, "title"> & { readonly title?: string };
const bodyOf = (entry: Entry) => ({ title: "Sắp xếp tổ chức", ...entry });

const paramsOf = (world: World, decisionId: string) => ({ unitId: world.units.province, decisionId });

export async function draftDecision(world: World, entry: Entry): Promise<string> {
  const id = newId();
  hold(await world.as("thu").call(acts.draftDecision, { params: paramsOf(world, id), body: bodyOf(entry) }));
  return id;
}

export const dryRun = async (world: World, id: string): Promise<DryRun> =>
  hold(await world.as("thu").call(acts.dryRunDecision, { params: paramsOf(world, id) }));

export const approve = async (world: World, id: string) =>
  world.as("tuan").call(acts.approveDecision, {
    params: paramsOf(world, id),
    body: { seal: (await dryRun(world, id)).seal },
  });

export const apply = (world: World, id: string, options: { key?: string } = {}) =>
  world.as("thu").call(acts.applyDecision, { params: paramsOf(world, id) }, options);

export const undo = (world: World, id: string) =>
  world
    .as("tuan")
    .call(acts.undoDecision, { params: paramsOf(world, id), body: { reason: "Làm lại cho đúng" } });

/** The whole way; throws where a step is refused. Answers the decision's id. */
export async function carryOut(world: World, entry: Entry): Promise<string> {
  const id = await draftDecision(world, entry);
  const { reasons } = await dryRun(world, id);
  if (reasons.length > 0) throw new Error(`refused: ${JSON.stringify(reasons)}`);
  hold(await approve(world, id));
  hold(await apply(world, id));
  return id;
}

function hold<T>(reply: Reply<T>): T {
  if (reply.problem !== undefined)
    throw new Error(`${reply.problem.code} ${JSON.stringify(reply.problem.details)}`);
  return reply.body;
}
