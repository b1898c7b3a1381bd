// What addresses of offices have in common.
import { z } from "zod";
import { id } from "../../platform/contract/shapes.ts";

export const atUnit = z.object({ unitId: id });
export const ofHolder = atUnit.extend({ accountId: id });
