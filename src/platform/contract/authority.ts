// Who may do what, where. Denied unless one row of the policy table and one running grant say otherwise.

/** The places a grant or a resource can name. `unit` grants flow down the tree of today; a drive's stay at the drive. */
export type Place = "unit" | "drive";

/** A role somebody holds at a place, for a term. Days are inclusive, in local time; `until` absent means open. */
export interface Grant {
  readonly role: string;
  readonly place: Place;
  readonly placeId: string;
  readonly from: string;
  readonly until?: string;
}

/**
 * One way into an operation: somebody holding one of `roles`
 * at the unit the service names under `at` (`reach: "self"`) or at any unit above it (`"subtree"`).
 */
export interface Rule {
  readonly roles: readonly string[];
  readonly at: string;
  readonly reach: "self" | "subtree";
}

/** `open`: anybody; `session`: anybody signed in, about themselves; `link`: the bearer of a secret link the service proves. */
export type Policy = "open" | "session" | "link" | readonly Rule[];
export type PolicyTable = Readonly<Record<string, Policy>>;

/** What an operation touches: names used by the rules' `at`, mapped to ids. */
export type Resource = Readonly<Record<string, string | undefined>>;

/** Ids of the unit itself and of all units above it today. */
export type AncestorsOf = (unitId: string) => Promise<readonly string[]>;

export const runs = (grant: Grant, today: string): boolean =>
  grant.from <= today && (grant.until === undefined || today <= grant.until);

/** Pure but for reading the tree: does one running grant satisfy one rule for this resource? */
export async function permits(
  policy: Policy | undefined,
  grants: readonly Grant[],
  resource: Resource,
  today: string,
  ancestorsOf: AncestorsOf,
): Promise<boolean> {
  if (policy === undefined || typeof policy === "string") return false;
  for (const rule of policy) {
    const placeId = resource[rule.at];
    if (placeId === undefined) continue;
    const held = grants.filter((grant) => rule.roles.includes(grant.role) && runs(grant, today));
    if (held.length === 0) continue;
    if (rule.at === "drive") {
      if (held.some((grant) => grant.place === "drive" && grant.placeId === placeId)) return true;
      continue;
    }
    const reachable = rule.reach === "self" ? [placeId] : await ancestorsOf(placeId);
    if (held.some((grant) => grant.place === "unit" && reachable.includes(grant.placeId))) return true;
  }
  return false;
}
