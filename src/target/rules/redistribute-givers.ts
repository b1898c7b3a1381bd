// Who gives whom a number after a re-organisation. Pure.
export interface Change {
  readonly closed: readonly { readonly unitId: string; readonly heirId: string }[];
  readonly moved: readonly { readonly unitId: string; readonly fromId: string; readonly toId: string }[];
  /** The unit above in the new tree; undefined: nobody within reach. */
  parentOf(unitId: string): string | undefined;
}

export interface Held {
  readonly number: number;
  readonly giverId: string | undefined;
  readonly kept: number;
}

type Holders = ReadonlyMap<string, Held>;

const indexed = <T extends { readonly unitId: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((one) => [one.unitId, one]));

/** Does the way up from a unit in the new tree come to the root? */
function reaching(rootId: string, { parentOf }: Change): (unitId: string) => boolean {
  const known = new Map<string, boolean>([[rootId, true]]);
  return (unitId) => {
    const way: string[] = [];
    let at: string | undefined = unitId;
    while (at !== undefined && !known.has(at) && !way.includes(at)) {
      way.push(at);
      at = parentOf(at);
    }
    const reaches = at !== undefined && known.get(at) === true;
    for (const id of way) known.set(id, reaches);
    return reaches;
  };
}

/** The last heir in a row of units that end; the root never ends here. */
function heirs(rootId: string, change: Change): (unitId: string) => string {
  const closed = indexed(change.closed);
  return (unitId) => {
    const seen = new Set<string>();
    let at = unitId;
    for (let end = closed.get(at); end && at !== rootId && !seen.has(at); end = closed.get(at)) {
      seen.add(at);
      at = end.heirId;
    }
    return at;
  };
}

/**
 * Where what a unit keeps goes: it stays, goes to the heir, or, where the heir is out of the campaign's reach, back to
 * whoever gave the number.
 */
export function carry(rootId: string, before: Holders, change: Change): (unitId: string) => string {
  const heirOf = heirs(rootId, change);
  const reaches = reaching(rootId, change);
  const ends = new Set(change.closed.map(({ unitId }) => unitId));
  const to = (unitId: string): string => {
    if (unitId === rootId || !ends.has(unitId)) return unitId;
    const heir = heirOf(unitId);
    const stands = heir === rootId || (!ends.has(heir) && (before.has(heir) || reaches(heir)));
    if (stands) return heir;
    const giver = before.get(unitId)?.giverId;
    return giver === undefined ? rootId : to(giver);
  };
  return to;
}

/** The giver of everybody who holds a number afterwards but the root; units on the way that held none are added. */
export function givers(
  rootId: string,
  before: Holders,
  change: Change,
  holders: readonly string[],
): ReadonlyMap<string, string> {
  const reaches = reaching(rootId, change);
  const to = carry(rootId, before, change);
  const ends = new Set(change.closed.map(({ unitId }) => unitId));
  const moved = indexed(change.moved);
  const held = new Set([rootId, ...holders]);
  const up = (unitId: string): string => {
    const parent = change.parentOf(unitId);
    return parent !== undefined && reaches(parent) ? parent : rootId;
  };
  const isAbove = (upper: string, unitId: string): boolean => {
    const seen = new Set<string>();
    for (let at = change.parentOf(unitId); at !== undefined && !seen.has(at); at = change.parentOf(at)) {
      if (at === upper) return true;
      seen.add(at);
    }
    return false;
  };
  const chosen = (unitId: string): string => {
    const old = before.get(unitId)?.giverId;
    if (old === undefined) return up(unitId);
    const move = moved.get(unitId);
    const stays = old === rootId || !ends.has(old);
    // A number given past a level stays with its giver for as long as that one stands above.
    const follows = move !== undefined && (!stays || old === move.fromId || !isAbove(old, unitId));
    const giver = follows ? move.toId : stays ? old : to(old);
    if (giver === unitId) return up(unitId);
    if (held.has(giver) || reaches(giver)) return giver;
    const back = to(old);
    return back === unitId ? rootId : back;
  };

  const giverOf = new Map<string, string>();
  const queue = holders.filter((unitId) => unitId !== rootId);
  for (let at = 0; at < queue.length; at++) {
    const unitId = queue[at] ?? "";
    const giver = chosen(unitId);
    giverOf.set(unitId, giver);
    if (held.has(giver)) continue;
    held.add(giver);
    queue.push(giver);
  }
  return withoutCircles(rootId, giverOf, up, held);
}

/**
 * A number given past a level may come to be given from below: whoever stands in such a circle is given theirs along the
 * tree instead, and the root itself gives where that does not end it.
 */
function withoutCircles(
  rootId: string,
  giverOf: Map<string, string>,
  up: (unitId: string) => string,
  held: Set<string>,
): ReadonlyMap<string, string> {
  const along = new Set<string>();
  for (;;) {
    const circle = circleIn(rootId, giverOf);
    if (circle.length === 0) return giverOf;
    for (const unitId of circle) {
      let [at, giver] = [unitId, along.has(unitId) ? rootId : up(unitId)];
      along.add(unitId);
      giverOf.set(at, giver);
      // Units between that held no number yet come in on the way.
      while (!held.has(giver)) {
        held.add(giver);
        [at, giver] = [giver, up(giver)];
        giverOf.set(at, giver);
      }
    }
  }
}

function circleIn(rootId: string, giverOf: ReadonlyMap<string, string>): readonly string[] {
  const good = new Set([rootId]);
  for (const start of giverOf.keys()) {
    const way: string[] = [];
    const on = new Set<string>();
    let at = start;
    while (!good.has(at)) {
      if (on.has(at)) return way.slice(way.indexOf(at));
      way.push(at);
      on.add(at);
      at = giverOf.get(at) ?? rootId;
    }
    for (const id of way) good.add(id);
  }
  return [];
}
