// How far around a unit a calendar looks: in a nation's campaign everybody takes part in everybody's drives.

/** Drives by how many of the steps down to the unit their hosts stand below: 0 beside all of them; hosts on that way count as the unit. */
export interface AtLevel {
  readonly level: number;
  /** Of the days that are read, and of these on the days that are shown. */
  readonly read: number;
  readonly shown: number;
}

export interface Circle {
  /** The widest place at or above the unit whose drives are few enough to read; undefined: all there are. */
  readonly path: string | undefined;
  /** Drives on the days shown that lie outside of it. */
  readonly elsewhere: number;
}

/** `steps`: the paths on the way down, the unit's own last. A unit's own subtree is shown however many it has. */
export function circleOf(steps: readonly string[], found: readonly AtLevel[], most: number): Circle {
  const inside = (level: number): number =>
    found.reduce((sum, one) => sum + (one.level >= level ? one.read : 0), 0);
  for (let level = 0; level <= steps.length; level++) {
    if (inside(level) > most && level < steps.length) continue;
    const elsewhere = found.reduce((sum, one) => sum + (one.level < level ? one.shown : 0), 0);
    return { path: level === 0 ? undefined : steps[level - 1], elsewhere };
  }
  return { path: undefined, elsewhere: 0 };
}
