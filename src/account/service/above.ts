// In whose hands the offices of a unit are.
import type { Resource } from "../../platform/contract/authority.ts";

/** Offices of a unit are in the hands of the units above it; those of a root, of the administrator there. */
export const fromAbove = (unit: { readonly id: string; readonly parentId: string | null }): Resource =>
  unit.parentId === null ? { root: unit.id } : { above: unit.parentId };
