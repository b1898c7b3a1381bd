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
  /** Not one's own: held by this delegation of somebody else's. What it alone lets in is marked in the audit trail. */
  readonly delegation?: string;
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
export const permits = async (...asked: Parameters<typeof grantFor>): Promise<boolean> =>
  (await grantFor(...asked)) !== undefined;

/** The running grant that satisfies a rule for this resource, one's own before one by delegation; undefined: none. */
export async function grantFor(
  policy: Policy | undefined,
  grants: readonly Grant[],
  resource: Resource,
  today: string,
  ancestorsOf: AncestorsOf,
): Promise<Grant | undefined> {
  if (policy === undefined || typeof policy === "string") return undefined;
  let delegated: Grant | undefined;
  for (const rule of policy) {
    const placeId = resource[rule.at];
    if (placeId === undefined) continue;
    const held = grants.filter((grant) => rule.roles.includes(grant.role) && runs(grant, today));
    if (held.length === 0) continue;
    const place = rule.at === "drive" ? "drive" : "unit";
    const reachable = place === "drive" || rule.reach === "self" ? [placeId] : await ancestorsOf(placeId);
    const fitting = held.filter((grant) => grant.place === place && reachable.includes(grant.placeId));
    const own = fitting.find(({ delegation }) => delegation === undefined);
    if (own !== undefined) return own;
    delegated ??= fitting[0];
  }
  return delegated;
}
