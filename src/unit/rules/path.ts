// Paths of the tree: the short numbers from the root down, each with its dot: "1." a root, "1.7." a unit below it.

/** The short numbers on the way down, the unit's own last. */
export const numbersOf = (path: string): readonly string[] => path.split(".").slice(0, -1);

/** The path of the unit above; of a root the empty path. */
export const aboveOf = (path: string): string =>
  numbersOf(path)
    .slice(0, -1)
    .map((no) => `${no}.`)
    .join("");

export const isRoot = (path: string): boolean => numbersOf(path).length === 1;

/**
 * Where the range of a subtree ends in an index of paths by bytes: a unit and all below it are those with
 * `p ~>=~ path and p ~<~ endOfRange(path)`, for "/" is the sign after ".".
 */
export const endOfRange = (path: string): string => `${path.slice(0, -1)}/`;
