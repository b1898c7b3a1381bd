// Cascades for tests: a small one by hand, and a whole province that fills in over nine days.
import type { Cascade, CascadeNode } from "../../schema/chasing.ts";

export const ISSUED = "2021-06-02T01:00:00.000Z";
const ISSUED_MS = Date.parse(ISSUED);
const HOUR_MS = 3_600_000;
const id = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;
/** So many hours after the issue. */
export const hoursOn = (hours: number): string => new Date(ISSUED_MS + hours * HOUR_MS).toISOString();

export function nodeOf(number: number, parent: number | null, given: Partial<CascadeNode> = {}): CascadeNode {
  return {
    id: id(number),
    parentId: parent === null ? null : id(parent),
    kind: parent === null ? "federation" : "grassroots",
    name: `Công đoàn ${number}`,
    shortName: `CĐ ${number}`,
    reachedAt: null,
    receivedAt: null,
    disseminatedAt: null,
    carriedAt: null,
    lateSince: null,
    below: null,
    ...given,
  };
}

/** A root with two branches; the first has two leaves. */
export const SMALL: Cascade = {
  issuedAt: ISSUED,
  now: hoursOn(100),
  nodes: [
    nodeOf(1, null),
    nodeOf(2, 1, {
      reachedAt: hoursOn(0),
      receivedAt: hoursOn(2),
      disseminatedAt: hoursOn(50),
      carriedAt: hoursOn(3),
    }),
    nodeOf(3, 2, { reachedAt: hoursOn(3), receivedAt: hoursOn(10) }),
    nodeOf(4, 2, { reachedAt: hoursOn(3), lateSince: "2021-06-05" }),
    nodeOf(5, 1, {
      reachedAt: hoursOn(0),
      receivedAt: hoursOn(20),
      below: { units: 4, receivedAt: [hoursOn(30), hoursOn(60), hoursOn(61)] },
    }),
  ],
};

/** A province: `branches` below the root, `leaves` below each; the same numbers give the same province. */
export function provinceOf(branches: number, leaves: number, groups = 0): Cascade {
  const nodes: CascadeNode[] = [nodeOf(1, null)];
  let number = 1;
  const share = (seed: number): number => (((seed * 2_654_435_761) >>> 8) % 1000) / 1000;
  const add = (parent: number, kind: CascadeNode["kind"], begin: number): [number, number] => {
    number += 1;
    const received = begin + share(number) * 60;
    const answers = share(number * 7) < 0.9;
    nodes.push(
      nodeOf(number, parent, {
        kind,
        reachedAt: hoursOn(begin),
        receivedAt: answers ? hoursOn(received) : null,
        disseminatedAt:
          answers && share(number * 13) < 0.7 ? hoursOn(received + share(number * 3) * 90) : null,
        carriedAt: answers ? hoursOn(received + 4) : null,
        lateSince: answers ? null : "2021-06-07",
      }),
    );
    return [number, received + 4];
  };
  for (let branch = 0; branch < branches; branch++) {
    const [at, carried] = add(1, "district-federation", 0);
    for (let leaf = 0; leaf < leaves + (branch % 3); leaf++) {
      const [below, onward] = add(at, "grassroots", carried);
      for (let group = 0; group < groups; group++) add(below, "group", onward);
    }
  }
  return { issuedAt: ISSUED, now: hoursOn(216), nodes };
}
